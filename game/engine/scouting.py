"""The part of a case that a search with little time sees: least-tried first, started again.

Where a case has too many states to follow them all. A place is a play without its mood and
patience; of each place the plays with the best and with the worst of them are kept. The search
starts again, always, from the place whose node was tried least. What it finds is seen, with the
way there; what it does not find may still be.
"""

import heapq
from collections import deque
from typing import Final

from game.case.model import Case
from game.case.tree import no_garbage_collection
from game.engine.inputs import Input
from game.engine.play import Play
from game.engine.search import Found, Path, Search
from game.engine.slicing import Key, Slices

MOST_MOVES: Final = 60_000


def scout(case: Case, most: int = MOST_MOVES, found: Found | None = None) -> Found:
    """What `most` moves see of a case, beside what was `found` before; `whole` is always false."""
    scouting = _Scout(case, most, found)
    with no_garbage_collection():
        scouting.run()
    scouting.found.whole = False
    return scouting.found


class _Scout(Search):
    def __init__(self, case: Case, most: int, found: Found | None) -> None:
        super().__init__(case, found)
        self.left = most
        self.slices = Slices(self.case, False, self.at_end, moods=False)
        self.best: dict[Key, tuple[tuple[int, ...], tuple[int, ...]]] = {}
        self.open: dict[str, deque[tuple[int, Play, list[Input]]]] = {
            name: deque() for name in self.case.nodes
        }
        self.least: list[tuple[int, str]] = []  # nodes with open plays, the least tried first
        self.tried = dict.fromkeys(self.case.nodes, 0)

    def run(self) -> None:
        for play, path in self.begin():
            self.meet(play, -1, None, path)
        while self.least and self.left > 0:
            tried, node = heapq.heappop(self.least)
            plays = self.open[node]
            # Now the newest, now the oldest: the one goes deep, the other forgets nothing.
            number, play, moves = plays.pop() if tried % 2 else plays.popleft()
            self.tried[node] += 1
            if plays:
                heapq.heappush(self.least, (self.tried[node], node))
            self.go_on(number, play, moves)
        self.found.states += len(self.best)

    def go_on(self, number: int, play: Play, moves: list[Input]) -> None:
        for taken in moves:
            self.left -= 1
            made = self.make(number, play, taken)
            if made is not None:
                self.meet(made[0], number, taken, None)

    def meet(self, play: Play, origin: int, taken: Input | None, path: Path | None) -> None:
        """Keeps a play where it is the first of its place, the best-humoured, or the worst."""
        key, mood = self.slices.key(play), _humour(play)
        worst, best = self.best.get(key, (mood, mood))
        if key in self.best and worst <= mood <= best:
            return
        self.best[key] = (min(worst, mood), max(best, mood))
        number = len(self.origins)
        self.origins.append((origin, taken, path))
        moves = self.rest(number, play)
        if not play.ended:
            if not self.open[play.node]:
                heapq.heappush(self.least, (self.tried[play.node], play.node))
            self.open[play.node].append((number, play, moves))


def _humour(play: Play) -> tuple[int, ...]:
    """Mood and patience, of everybody."""
    return (play.mood, play.patience, *(one for held in play.moods for one in held))
