"""The best and the worst of each axis, with a path that earns it, and how far that is proved.

Plays of every kind are judged: the bots', with random moves among their own and without, and those
on the way to every ending that was found. An axis lies between 0 and 100, so that a play that
earns the one or the other settles it. What a play solves follows from how it ends, so that
resolution is exact where every play was followed. What is left open of empathy and gratitude is
searched for, and where the search ends before its time the limit is told that no play passes.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, TypeAlias

from game.case.model import Case
from game.engine.bots import BOTS, SHARE_OF_NOISE
from game.engine.search import Path
from game.engine.survey import Survey
from game.errors import IllegalMove
from game.playthrough import Header, Mode, Playthrough
from game.transcribe import transcribe
from game.workshop.extremes_empathy import Empathy
from game.workshop.extremes_gratitude import Gratitude
from game.workshop.extremes_search import MOST_PLAYS, Judged, furthest
from game.workshop.trying import played_by
from scoring.judge import judge
from scoring.scorecard import SCORED, Axis

Seen: TypeAlias = tuple[int, Path]

_SEEDS: Final = 20
_ENDS: Final = (0, 100)
_STEPS: Final[dict[Axis, Callable[[Case], Judged]]] = {
    Axis.EMPATHY: Empathy,
    Axis.GRATITUDE: Gratitude,
}


@dataclass(frozen=True, slots=True)
class Extreme:
    """The points of a play, and the `limit` that no play can pass."""

    points: int
    path: Path
    limit: int

    @property
    def exact(self) -> bool:
        """Whether no play earns more (or fewer)."""
        return self.points == self.limit


@dataclass(frozen=True, slots=True)
class Extremes:
    """The worst and the best of one axis."""

    worst: Extreme
    best: Extreme


def extremes(case: Case, survey: Survey, most: int = MOST_PLAYS) -> dict[Axis, Extremes]:
    """The worst and best of every axis that some finished play is judged on.

    `most` plays are looked at for each end of an axis that is left open.
    """
    seen: dict[Axis, list[Seen]] = {axis: [] for axis in SCORED}
    for run in _runs(case, survey):
        card, path = judge(transcribe(run)), path_of(run)
        for axis in SCORED:
            points = card.score(axis)
            if points is not None:
                seen[axis].append((points, path))
    return {
        axis: Extremes(_end(case, survey, axis, found, False, most),
                       _end(case, survey, axis, found, True, most))
        for axis, found in seen.items()
        if found
    }  # fmt: skip


def _end(case: Case, survey: Survey, axis: Axis, found: list[Seen], up: bool, most: int) -> Extreme:
    """One end of an axis: what was seen, and what no play passes."""
    points, path = _furthest_seen(found, up)
    if points == _ENDS[up]:
        return Extreme(points, path, points)
    if axis is Axis.RESOLUTION:
        return Extreme(points, path, points if survey.exact else _ENDS[up])
    limit = furthest(case, _STEPS[axis](case), points, up, most)
    if limit.path is not None:
        # What the judge says counts; the search only told where to look.
        run = run_of(case, limit.path)
        points = judge(transcribe(run)).score(axis) or 0
        path = limit.path
    return Extreme(points, path, limit.points)


def _furthest_seen(found: list[Seen], up: bool) -> Seen:
    """The best or the worst that was seen, by the shortest path."""
    sign = 1 if up else -1
    return max(found, key=lambda one: (sign * one[0], -len(one[1].inputs)))


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
