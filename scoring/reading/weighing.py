"""From units to levels: each unit is weighed by the heads, the best unit gives the level."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from scoring.reading.features import dense, near
from scoring.reading.heads import ACK, CONTEMPT, Tier
from scoring.reading.reading import AXES
from scoring.reading.stretch import hashed
from scoring.reading.ties import SOURCES, Against
from scoring.reading.units import Unit
from scoring.reading.vectors import Vectors

_FELT: Final = ("er", "ip")


@dataclass(frozen=True, slots=True)
class Weighed:
    """A unit with its expected level on each axis, 0 to 2, and its chances of ack and contempt."""

    unit: Unit
    levels: Mapping[str, float]
    ack: float
    contempt: float


@dataclass(frozen=True, slots=True)
class Seen:
    """What the heads look at in a unit."""

    unit: Unit
    dense: Sequence[float]
    hashed: Sequence[int]
    near: Sequence[float]
    vector: Any


def look(units: Sequence[Unit], ready: Against, vectors: Vectors | None) -> list[Seen]:
    """The units as the heads see them, with their meaning where there are vectors."""
    seen = [Seen(one, dense(one.held, ready), hashed(one.held), (), None) for one in units]
    return seen if vectors is None else _with_meaning(seen, ready, vectors)


def _with_meaning(seen: Sequence[Seen], ready: Against, vectors: Vectors) -> list[Seen]:
    alone = [one.unit.held.text for one in seen if one.unit.first == one.unit.last]
    found = vectors.of([*alone, *(text for texts in ready.texts.values() for text in texts)])
    sources = dict(
        zip((t for those in ready.texts.values() for t in those), found[len(alone) :], strict=True)
    )
    full = []
    for one in seen:
        vector = _middle(found[one.unit.first : one.unit.last + 1])
        cosines = {
            source: max(
                (float(sources[text] @ vector) for text in ready.texts[source] if text), default=0.0
            )
            for source in SOURCES
        }
        full.append(Seen(one.unit, one.dense, one.hashed, near(one.dense, cosines), vector))
    return full


def _middle(found: Sequence[Any]) -> Any:
    """The direction between the vectors of neighbouring sentences."""
    total = sum(found[1:], found[0])
    length = math.sqrt(float(total @ total))
    return total / length if length else total


def weigh(seen: Sequence[Seen], tier: Tier) -> list[Weighed]:
    """Each unit as one tier weighs it.

    Contempt anywhere in a reply takes as much from reaction and interpretation as it is likely.
    """
    chances = [{name: _chance(_log_odds(one, tier, name)) for name in tier.heads} for one in seen]
    worst = max((one[CONTEMPT] for one in chances), default=0.0)
    return [
        _weighed(one.unit, found, tier, worst) for one, found in zip(seen, chances, strict=True)
    ]


def _weighed(unit: Unit, chances: Mapping[str, float], tier: Tier, contempt: float) -> Weighed:
    levels = {}
    for axis in AXES:
        raw = raw_level(chances[f"{axis}1"], chances[f"{axis}2"])
        kept = raw * (1 - contempt) if axis in _FELT else raw
        levels[axis] = 0.0 if axis in unit.capped else level_of(kept, tier.cuts[axis])
    ack = 0.0 if "er" in unit.capped else chances[ACK]
    return Weighed(unit, levels, ack, chances[CONTEMPT])


def _log_odds(seen: Seen, tier: Tier, name: str) -> float:
    head = tier.heads[name]
    plainly = head.log_odds(seen.dense, seen.hashed)
    return (
        plainly
        if seen.vector is None or not head.near
        else plainly + head.by_meaning(seen.near, seen.vector)
    )


def _chance(log_odds: float) -> float:
    return 1 / (1 + math.exp(-min(max(log_odds, -35.0), 35.0)))


def raw_level(some: float, full: float) -> float:
    """The expected level from the chances of at least 1 and of 2."""
    return some + min(some, full)


def level_of(raw: float, cuts: tuple[float, float]) -> float:
    """A raw level, 0 to 2, stretched so that the cuts come to lie at .5 and 1.5."""
    low, high = cuts
    if raw <= low:
        return 0.5 * raw / low
    if raw <= high:
        return 0.5 + (raw - low) / (high - low)
    return 1.5 + 0.5 * (raw - high) / (2 - high)
