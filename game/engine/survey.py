"""What is known of a case: what happens in some play, what in none, and how that is known.

Exact exploration answers everything. Where it passes its budget, what was seen stays seen, the
intervals prove what can never be, and between the two there may be things that nobody knows.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import TypeVar

from game.case.model import Case
from game.engine.explore import MOST_STEPS, explore
from game.engine.intervals import Possible, possible
from game.engine.scouting import MOST_MOVES, scout
from game.engine.search import Found
from game.engine.watching import Watch

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Survey:
    """What a search found; `possible` is what is not excluded, None where the search is exact."""

    found: Found
    possible: Possible | None

    @property
    def exact(self) -> bool:
        """Whether every play was followed."""
        return self.possible is None

    def never_entered(self) -> list[str]:
        """The nodes that no play enters, in their order."""
        may = None if self.possible is None else self.possible.entered
        return _never(self.found.case.nodes, self.found.entered, may)

    def never_reached(self) -> list[str]:
        """The endings that no play comes to."""
        ends = [node.id for node in self.found.case.nodes.values() if node.end is not None]
        may = None if self.possible is None else self.possible.endings
        return _never(ends, self.found.endings, may)

    def never_offered(self) -> list[tuple[str, str]]:
        """The replies (node, reply) that are never on offer though plays wait at their node."""
        found, may = self.found, None if self.possible is None else self.possible.offered
        return _never(self._replies(), found.offered, may)

    def always_offered(self) -> list[tuple[str, str]]:
        """The replies with a condition that are on offer whenever a play waits at their node."""
        found, may = self.found, None if self.possible is None else self.possible.withheld
        return _never(self._replies(when=True), found.withheld, may)

    def never_held(self) -> list[Watch]:
        """The conditions that never hold where they are asked, or are never asked."""
        found = [watch for watch in self.found.watches if not watch.held]
        if self.possible is None:
            return found
        return [watch for watch in found if id(watch.condition) not in self.possible.holds]

    def never_solved(self) -> bool:
        """Whether no play solves all of the problem that counts."""
        return self.found.full is None and (self.possible is None or not self.possible.full)

    def unknown(self) -> int:
        """How many endings, nodes and replies were neither seen nor excluded."""
        if self.possible is None:
            return 0
        nodes = self.possible.entered - self.found.entered
        return len(nodes) + len(self.possible.offered - self.found.offered)

    def _replies(self, when: bool = False) -> list[tuple[str, str]]:
        return [
            (node.id, reply.id)
            for node in self.found.case.nodes.values()
            if node.id in self.found.waited or (self.possible and node.id in self.possible.waited)
            for reply in node.replies
            if not when or reply.when is not None
        ]


def survey(case: Case, steps: int = MOST_STEPS, moves: int = MOST_MOVES) -> Survey:
    """Explores a case, exactly within `steps`, else by `moves` moves and by intervals."""
    found = explore(case, steps)
    if found.whole:
        return Survey(found, None)
    seen = scout(case, moves, found)
    return Survey(seen, possible(seen.case))


def _never(known: Iterable[T], seen: Container[T], may: Container[T] | None) -> list[T]:
    return [one for one in known if one not in seen and (may is None or one not in may)]
