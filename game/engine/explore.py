"""Every play of a case: what can be reached, with the shortest way to it.

Exact up to a budget of states. A state is a play at rest, cut down to what is still live there
(`slicing`), so that plays which nothing can tell apart any more are followed once.
"""

from collections import deque
from typing import Final

from game.case.model import Case
from game.case.tree import no_garbage_collection
from game.engine.inputs import Input
from game.engine.play import Play
from game.engine.search import UNCLEAR, Found, Path, Search
from game.engine.slicing import Key, Slices

MOST_STATES: Final = 100_000


def explore(case: Case, most: int = MOST_STATES, lines: bool = True) -> Found:
    """Follows every play until all are followed or `most` states were met.

    With `lines`, every condition of a line is asked in every way it can be; without, only those
    that decide where a play goes, what it offers and how it ends, which takes fewer states.
    """
    explorer = _Explorer(case, most, lines)
    with no_garbage_collection():
        explorer.run()
    return explorer.found


class _Explorer(Search):
    """Breadth first, so that the first way to anything is a shortest one."""

    def __init__(self, case: Case, most: int, lines: bool) -> None:
        super().__init__(case)
        self.most = most
        self.slices = Slices(self.case, lines, self.at_end)
        self.numbers: dict[Key, int] = {}
        self.before: list[list[int]] = []  # from where each state was reached without nonsense
        self.ended: list[int] = []
        self.nodes: list[str] = []
        self.waiting: deque[tuple[int, Play, list[Input]]] = deque()

    def run(self) -> None:
        for play, path in self.begin():
            self.meet(play, -1, None, path)
        while self.waiting:
            if len(self.numbers) > self.most:
                self.found.whole = False
                break
            number, play, moves = self.waiting.popleft()
            for taken in moves:
                after = self.make(number, play, taken)
                if after is not None:
                    to = self.meet(after, number, taken, None)
                    if taken is not UNCLEAR:
                        self.before[to].append(number)
        self.found.states = len(self.numbers)
        if self.found.whole:
            self.find_traps()

    def meet(self, play: Play, origin: int, taken: Input | None, path: Path | None) -> int:
        key = self.slices.key(play)
        number = self.numbers.get(key)
        if number is None:
            number = self.numbers[key] = len(self.numbers)
            self.origins.append((origin, taken, path))
            self.before.append([])
            self.nodes.append(play.node)
            moves = self.rest(number, play)
            if play.ended:
                self.ended.append(number)
            else:
                self.waiting.append((number, play, moves))
        return number

    def find_traps(self) -> None:
        """States from which no reply and no silence leads to an ending any more."""
        free = set(self.ended)
        queue = deque(self.ended)
        while queue:
            for one in self.before[queue.popleft()]:
                if one not in free:
                    free.add(one)
                    queue.append(one)
        for number, node in enumerate(self.nodes):
            if number not in free and node not in self.found.stuck:
                self.keep(self.found.trapped, node, number)
