"""A reading put together: the best level on each axis, its words, the flags, the confidence."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from scoring.reading.acting import Near, Said, acts
from scoring.reading.context import Context
from scoring.reading.guards import WORDS, Guard
from scoring.reading.heads import Tier
from scoring.reading.normal import MOST_READ, Normal
from scoring.reading.reading import AXES, Evidence, Flag, Reading
from scoring.reading.sentences import MOST_SENTENCES, Clause
from scoring.reading.weighing import Weighed

_WEIGHTS: Final = {"er": 0.4, "ip": 0.4, "ex": 0.2}
_SOME, _FULL = 0.5, 1.5
_SHOWN: Final = 40
_BY_RULE: Final = 0.4


@dataclass(frozen=True, slots=True)
class Text:
    """A reply with its plain text, its sentences and the guards that spoke."""

    raw: str
    normal: Normal
    said: Sequence[Clause]
    held: Sequence[Guard]

    def place(self, start: int, end: int) -> tuple[str, int, int]:
        """A stretch of the plain text as quote, start and end of the raw one."""
        first, last = self.normal.raw(start, end)
        return self.raw[first:last], first, last

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the sentences from `first` to `last` stand in the plain text."""
        return self.said[first].start, self.said[last].end


@dataclass(frozen=True, slots=True)
class Judged:
    """The units as weighed by a tier, and by the plain one beside it where there are two."""

    tier: str
    units: Sequence[Weighed]
    other: Sequence[Weighed] | None
    model: Tier | None


def reading_of(text: Text, judged: Judged, context: Context, near: Near) -> Reading:
    """The reading of a reply from its weighed units."""
    contempt = _contempt(text, judged)
    found = [_held(one) for one in judged.units] if contempt else judged.units
    top = {axis: max((one.levels[axis] for one in found), default=0.0) for axis in AXES}
    return Reading(
        **top,
        ack=max((one.ack for one in found), default=0.0),
        empathy=50 * sum(weight * top[axis] for axis, weight in _WEIGHTS.items()),
        acts=acts(list(_said(text, found)), context, near),
        evidence=tuple(_evidence(text, found)),
        flags=(*_flags(text), *contempt),
        confidence=_confidence(top, judged) if text.said else 1.0,
        tier=judged.tier,
    )


def _contempt(text: Text, judged: Judged) -> tuple[Flag, ...]:
    """The flag on a reply that the heads find contemptuous, named by its form."""
    alone = [one for one in judged.units if one.unit.first == one.unit.last]
    worst = max(alone, key=lambda one: one.contempt, default=None)
    if worst is None or judged.model is None or worst.contempt < judged.model.contempt:
        return ()
    found = worst.unit.held.cues
    name = "sarcasm" if "mock" in found else "blame" if "blame" in found else "belittling"
    return (Flag(name, *text.place(*text.span(worst.unit.first, worst.unit.last)), WORDS),)


def _held(one: Weighed) -> Weighed:
    return Weighed(
        one.unit,
        {**dict.fromkeys(AXES, 0.0), "resolution": one.levels["resolution"]},
        0.0,
        one.contempt,
    )


def _said(text: Text, found: Sequence[Weighed]) -> Iterator[Said]:
    """Each sentence with its levels; two together only where they reach what neither does."""
    alone = {one.unit.first: one for one in found if one.unit.first == one.unit.last}
    for one in found:
        first, last = one.unit.first, one.unit.last
        levels: Mapping[str, float] = one.levels
        if first != last:
            apart = [alone[first].levels, alone[last].levels]
            levels = {
                axis: level if _steps(level) > max(_steps(part[axis]) for part in apart) else 0.0
                for axis, level in one.levels.items()
            }
            if not any(levels.values()):
                continue
        quote, start, _ = text.place(*text.span(first, last))
        yield Said(one.unit.held.text, quote, start, one.unit.held.cues, levels, first != last)


def _steps(level: float) -> int:
    return int(level >= _SOME) + int(level >= _FULL)


def _evidence(text: Text, found: Sequence[Weighed]) -> Iterator[Evidence]:
    """For each axis that is reached: the best unit, or the one of its sentences that reaches it."""
    for axis in AXES:
        best = max(found, key=lambda one: one.levels[axis], default=None)
        if best is None or best.levels[axis] < _SOME:
            continue
        first, last = best.unit.first, best.unit.last
        parts = [o for o in found if o.unit.first == o.unit.last and first <= o.unit.first <= last]
        part = max(parts, key=lambda one: one.levels[axis])
        chosen = part if _steps(part.levels[axis]) == _steps(best.levels[axis]) else best
        yield Evidence(axis, *text.place(*text.span(chosen.unit.first, chosen.unit.last)))


def _flags(text: Text) -> Iterator[Flag]:
    for one in text.held:
        yield Flag(one.name, *text.place(one.start, one.end), one.caps)
    rest = _unread(text)
    if rest is not None and rest < len(text.raw):
        end = min(len(text.raw), rest + _SHOWN)
        yield Flag("unread", text.raw[rest:end], rest, end, "all")


def _unread(text: Text) -> int | None:
    """Where the part begins that was not read, None where all was."""
    if len(text.said) == MOST_SENTENCES:
        _, end = text.normal.raw(0, text.said[-1].end)
        if any(one.isalnum() for one in text.raw[end:]):
            return end
    return MOST_READ if len(text.raw) > MOST_READ else None


def _confidence(top: Mapping[str, float], judged: Judged) -> float:
    """The least of the axes' chances to be right, by margin and by the agreement of two tiers.

    Fitted on replies the heads had not seen; without a model a fixed low value.
    """
    if judged.model is None:
        return _BY_RULE
    bias, by_margin, by_gap = judged.model.doubt
    other = judged.other or ()
    chances = []
    for axis, level in top.items():
        margin = min(abs(level - _SOME), abs(level - _FULL), 0.5)
        gap = abs(level - max((one.levels[axis] for one in other), default=level))
        chances.append(1 / (1 + math.exp(-(bias + by_margin * margin + by_gap * gap))))
    return min(chances)
