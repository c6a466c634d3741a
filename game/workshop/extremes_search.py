"""The best and the worst that any play can earn on an axis: by looking where they may be.

Best first: a play is followed only while what is ahead of it could still beat what was earned
before, so that most of the plays of a case are never looked at. What is left when the budget is
spent tells how far the truth can lie from what was found. The plays are those of picked replies,
of silence, and of words that nobody understands.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Any, Final, Protocol

from game.case.model import Case
from game.case.tree import no_garbage_collection
from game.engine.advance import advance
from game.engine.events import Event
from game.engine.inputs import MOST_WAIT, Choose, Input
from game.engine.offers import deadline, on_offer
from game.engine.play import Play
from game.engine.search import UNCLEAR, Path, starts
from game.engine.slicing import Slices
from game.errors import IllegalMove
from game.workshop.extremes_reach import Ahead, Reach

MOST_PLAYS: Final = 30_000
_RANGE: Final = (0, 100)


class Judged(Protocol):
    """An axis that is followed step by step; how a play stands on it is any hashable value."""

    def start(self, opening: Iterable[Event]) -> Any:
        """How a play stands before the trainee's first word."""

    def after(self, standing: Any, events: Iterable[Event]) -> Any:
        """How it stands after what happened in one step."""

    def score(self, standing: Any) -> int | None:
        """The points if the play ended now, None where it is not judged on the axis."""

    def bounds(self, standing: Any, ahead: Ahead) -> tuple[int, int]:
        """What it cannot end below and above, whatever is still done."""


@dataclass(frozen=True, slots=True)
class Limit:
    """What no play passes; `path` leads to a play that gets further than what was known."""

    points: int
    path: Path | None


def furthest(case: Case, axis: Judged, known: int, up: bool, most: int = MOST_PLAYS) -> Limit:
    """What no play exceeds (or, not `up`, falls below), where `known` points were seen.

    Looks at `most` plays; where it says `known` or gives a path, it is exact.
    """
    search = _Search(case, axis, known, up)
    plays, paths, events, whole = starts(case)
    if not whole:
        return Limit(_RANGE[up], None)
    with no_garbage_collection():
        for play, path, happened in zip(plays, paths, events, strict=True):
            search.meet(play, axis.start(happened), (-1, None, path))
        search.run(most)
    return Limit(search.left(), search.path)


class _Search:
    """Points are counted so that more is further: downwards where the worst is looked for."""

    def __init__(self, case: Case, axis: Judged, known: int, up: bool) -> None:
        self.case, self.axis, self.sign = case, axis, 1 if up else -1
        self.best = self.sign * known
        self.path: Path | None = None
        self.slices, self.reach = Slices(case), Reach(case)
        self.thanking = sum(1 << node.number for node in case.nodes.values() if node.gives_thanks)
        self.met: set[Any] = set()
        self.origins: list[tuple[int, Input | None, Path | None]] = []
        # The most promising first; of those the most secure, the best-humoured, and the newest.
        self.waiting: list[tuple[int, int, int, int, Play, Any]] = []

    def run(self, most: int) -> None:
        """Follows plays until none can get further, or `most` were met."""
        while self.waiting and self.left() != self.sign * self.best and len(self.origins) < most:
            *_, newest, play, standing = heappop(self.waiting)
            for taken in self.moves(play):
                try:
                    after, events = advance(self.case, play, taken)
                except IllegalMove:
                    continue
                self.meet(after, self.axis.after(standing, events), (-newest, taken, None))

    def left(self) -> int:
        """What no play passes, as far as is known now."""
        open_ = -self.waiting[0][0] if self.waiting else self.best
        return self.sign * max(open_, self.best)

    def meet(
        self, play: Play, standing: Any, origin: tuple[int, Input | None, Path | None]
    ) -> None:
        """Keeps a play where it may still get further than any before."""
        if play.ended:
            points = self.axis.score(standing)
            if points is not None and self.sign * points > self.best:
                self.origins.append(origin)
                self.best, self.path = self.sign * points, self.path_to(len(self.origins) - 1)
            return
        thanked = play.seen & self.thanking  # what is said again is no thanks if nobody spoke
        key = (self.slices.key(play), play.spoke, thanked, standing)
        if key in self.met:
            return
        self.met.add(key)
        low, high = self.axis.bounds(standing, self.reach.ahead(play))
        promise, secure = (high, low) if self.sign > 0 else (-low, -high)
        if promise > self.best:
            self.origins.append(origin)
            rank = (-promise, -secure, -self.sign * play.mood)
            heappush(self.waiting, (*rank, 1 - len(self.origins), play, standing))

    def moves(self, play: Play) -> list[Input]:
        """All that makes a difference, as in every search; replies last, to be followed first."""
        moves = [UNCLEAR] if self.case.free_text is not None else []
        left = deadline(play)
        if left is not None and left <= MOST_WAIT:
            moves.append(Input(left, None))
        return [*moves, *(Input(0, Choose(reply.id)) for reply in on_offer(play))]

    def path_to(self, number: int) -> Path:
        """How the play with this number was come to."""
        inputs: list[Input] = []
        origin, taken, path = self.origins[number]
        while path is None:
            assert taken is not None
            inputs.append(taken)
            origin, taken, path = self.origins[origin]
        return path._replace(inputs=tuple(reversed(inputs)))
