"""Levels by cues alone: what is left when there is no model. Coarse, and it says so."""

from collections.abc import Sequence

from scoring.reading.reading import AXES
from scoring.reading.units import Unit
from scoring.reading.weighing import Weighed

Levels = dict[str, float]
_PERSON = ("er", "ip", "ex", "gratitude")


def weigh_by_rule(units: Sequence[Unit]) -> list[Weighed]:
    """The sentences of a reply as their cues stand for them."""
    return [_weighed(one) for one in units if one.first == one.last]


def _weighed(unit: Unit) -> Weighed:
    levels = {
        axis: 0.0 if axis in unit.capped else level
        for axis, level in levels_by_rule(unit.held.cues).items()
    }
    return Weighed(unit, levels, float(any(levels[axis] == 2 for axis in _PERSON)), 0.0)


def levels_by_rule(found: frozenset[str]) -> Levels:
    """The level, 0 to 2, that a sentence's cues stand for on each axis. Our rules."""
    levels = (_reaction, _interpretation, _exploration, _gratitude, _resolution)
    return {axis: float(level(found)) for axis, level in zip(AXES, levels, strict=True)}


def _reaction(found: frozenset[str]) -> int:
    if "cushion" in found or {"belittle", "blame", "mock"} & found:
        return 0
    if "feeling" in found and {"infer", "own_feeling", "rhetorical"} & found:
        return 2
    return int(bool({"sorry", "wish"} & found))


def _interpretation(found: frozenset[str]) -> int:
    if "cushion" in found or {"belittle", "blame", "mock"} & found:
        return 0
    if "infer" in found and {"feeling", "rhetorical"} & found:
        return 2
    return int(bool({"understand", "infer"} & found))


def _exploration(found: frozenset[str]) -> int:
    if "question" not in found or {"rhetorical", "tag_question", "reproach"} & found:
        return 0
    return 2 if "wh" in found and not {"identify", "generic_question"} & found else 1


def _gratitude(found: frozenset[str]) -> int:
    if not {"thanks", "owed"} & found or {"asks_thanks", "mock"} & found:
        return 0
    tied = {"thanks_for", "owed"} & found
    return 2 if tied and "perfunctory" not in found else int("thanks" in found)


def _resolution(found: frozenset[str]) -> int:
    if {"refuse", "absolute"} & found:
        return 0
    held = {"commit", "first_person"} <= found and {"time", "deadline"} & found
    if ("done" in found or held) and "vague_time" not in found:
        return 2
    doing = {"commit", "done", "pass_on", "check", "request", "offer", "redirect"}
    return int(bool(doing & found))
