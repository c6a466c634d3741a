"""The second opinion beside the offline score: a comparison that a screen can show as it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from game.judge.opinion import JUDGED, Opinion
from game.judge.slots import Criterion
from scoring.scorecard import SCORED, Axis, Scorecard

FAR_APART: Final = 25
_AXIS: Final = {Criterion.GRATITUDE: Axis.GRATITUDE, Criterion.RESOLUTION: Axis.RESOLUTION}


@dataclass(frozen=True, slots=True)
class Remark:
    """What the judge made of one thing: level 0 to 2, and a quote it rests on ("" for none)."""

    criterion: Criterion
    about: str
    level: int
    turn: int
    quote: str


@dataclass(frozen=True, slots=True)
class Beside:
    """One axis: the score that counts, the judge's, and whether they are far apart.

    `judged` is None for resolution, which words do not earn: there the remarks stand alone.
    """

    axis: Axis
    offline: int | None
    judged: int | None
    is_far_apart: bool
    remarks: tuple[Remark, ...]


def beside(offline: Scorecard, opinion: Opinion) -> tuple[Beside, ...]:
    """The three axes of a scorecard with the opinion beside them; the scorecard stays as it is."""
    return tuple(_axis(axis, offline, opinion) for axis in SCORED)


def _axis(axis: Axis, offline: Scorecard, opinion: Opinion) -> Beside:
    mine = offline.score(axis)
    theirs = opinion.card.score(axis) if axis in JUDGED else None
    is_far = mine is not None and theirs is not None and abs(mine - theirs) > FAR_APART
    return Beside(axis, mine, theirs, is_far, tuple(_remarks(axis, opinion)))


def _remarks(axis: Axis, opinion: Opinion) -> Iterator[Remark]:
    for one in opinion.judged:
        if _AXIS.get(one.slot.criterion, Axis.EMPATHY) is axis:
            best = one.evidence[0] if one.evidence else None
            turn, quote = (best.turn, best.quote) if best else (0, "")
            yield Remark(one.slot.criterion, one.slot.about, one.level, turn, quote)
