"""The best and the worst of each axis, with a path that earns it, and whether that is exact.

An axis lies between 0 and 100, so that a play that earns the one or the other settles it. What a
play solves follows from how it ends, so that resolution is exact, too, where every play was
followed. All else is what was seen: by the bots, with random moves among their own and without,
and on the way to every ending that was found.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from game.case.model import Case
from game.engine.bots import BOTS, SHARE_OF_NOISE
from game.engine.search import Path
from game.engine.survey import Survey
from game.errors import IllegalMove
from game.playthrough import Header, Mode, Playthrough
from game.transcribe import transcribe
from game.workshop.trying import played_by
from scoring.judge import judge
from scoring.scorecard import SCORED, Axis

_SEEDS: Final = 20


@dataclass(frozen=True, slots=True)
class Extreme:
    """The points of a play, and whether no play can earn more (or fewer)."""

    points: int
    path: Path
    exact: bool


@dataclass(frozen=True, slots=True)
class Extremes:
    """The worst and the best of one axis."""

    worst: Extreme
    best: Extreme


def extremes(case: Case, survey: Survey) -> dict[Axis, Extremes]:
    """The worst and best of every axis that some finished play is judged on."""
    seen: dict[Axis, list[tuple[int, Path]]] = {axis: [] for axis in SCORED}
    for run in _runs(case, survey):
        card, path = judge(transcribe(run)), path_of(run)
        for axis in SCORED:
            points = card.score(axis)
            if points is not None:
                seen[axis].append((points, path))
    return {
        axis: _extremes(found, survey.exact and axis is Axis.RESOLUTION)
        for axis, found in seen.items()
        if found
    }


def _extremes(found: list[tuple[int, Path]], exact: bool) -> Extremes:
    low = min(found, key=lambda one: (one[0], len(one[1].inputs)))
    high = max(found, key=lambda one: (one[0], -len(one[1].inputs)))
    return Extremes(
        Extreme(*low, exact=exact or low[0] == 0), Extreme(*high, exact=exact or high[0] == 100)
    )


def _runs(case: Case, survey: Survey) -> Iterator[Playthrough]:
    """Finished plays of every kind there is."""
    found = survey.found
    paths = (*found.endings.values(), *found.afters.values(), *found.settled.values())
    for path in dict.fromkeys(paths):
        yield run_of(case, path)
    for bot in BOTS:
        for seed in range(_SEEDS):
            run = played_by(case, bot, seed, SHARE_OF_NOISE if seed else 0)
            if run.play.ended:
                yield run


def run_of(case: Case, path: Path) -> Playthrough:
    """The play that a path leads through, as far as it goes."""
    header = Header(
        case.id, case.version, path.seed, Mode.EXAM, case.language, "", memory=path.memory
    )
    run = Playthrough(case, header)
    with suppress(IllegalMove):
        for taken in path.inputs:
            run.take(taken)
    return run


def path_of(run: Playthrough) -> Path:
    """The way that a play took."""
    header = run.header
    return Path(header.seed, header.memory, tuple(step.taken for step in run.steps))
