"""The state of a play: a frozen value that goes to JSON and back.

`seen` and `chosen` are bit sets over the numbers of nodes and replies: a case may have ten
thousand of them, and copying a set of that size at every turn would cost more than the turn.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from game.case.model import Case

FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class Play:
    """A play at rest: `node` waits for the trainee, or the case has ended at it.

    `turn` counts the trainee's turns. `waited` is the trainee's seconds in this visit, `late`
    whether its timer has run out. `spoke` tells that the trainee spoke last. `returns` are the
    nodes that `go: back` returns to and their `late`, the nearest last.
    """

    case: Case = field(compare=False, repr=False)
    seed: int
    node: str
    mood: int
    patience: int
    facts: tuple[int | str, ...]
    seen: int = 0
    chosen: int = 0
    told: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    solved: frozenset[str] = frozenset()
    seems: frozenset[str] = frozenset()
    harmed: frozenset[str] = frozenset()
    turn: int = 0
    seconds: int = 0
    waited: int = 0
    late: bool = False
    spoke: bool = False
    returns: tuple[tuple[str, bool], ...] = ()
    ended: bool = False

    def is_solved(self, fact: str) -> bool:
        """Whether a problem fact is true now: derived by its `when`, else as it was solved."""
        when = self.case.problem[fact].when
        return when.holds(self) if when else fact in self.solved

    def counts(self, fact: str) -> bool:
        """Whether a problem fact matters in this play."""
        counts = self.case.problem[fact].counts
        return counts is None or counts.holds(self)

    def is_all_solved(self) -> bool:
        """Whether every problem fact that counts is true now."""
        return all(self.is_solved(fact) for fact in self.case.problem if self.counts(fact))

    def has_seen(self, node: str) -> bool:
        """Whether the node was entered in this play."""
        return bool(self.seen >> self.case.nodes[node].number & 1)

    def has_chosen(self, node: str, reply: str) -> bool:
        """Whether the reply was given in this play."""
        found = self.case.nodes[node].reply(reply)
        return found is not None and bool(self.chosen >> found.number & 1)


_SETS: Final = ("told", "shown", "deeds", "solved", "seems", "harmed")
_PLAIN: Final = (
    "seed", "node", "mood", "patience", "turn", "seconds", "waited", "late", "spoke", "ended",
)  # fmt: skip


def to_json(play: Play) -> dict[str, Any]:
    """The play as JSON values: sets sorted, bit sets as ids, so that it reads and compares."""
    nodes = play.case.nodes.values()
    return {
        "format": FORMAT,
        "case": play.case.id,
        **{name: getattr(play, name) for name in _PLAIN},
        **{name: sorted(getattr(play, name)) for name in _SETS},
        "facts": {fact.id: value for fact, value in zip(play.case.facts, play.facts, strict=True)},
        "returns": [list(one) for one in play.returns],
        "seen": [node.id for node in nodes if play.seen >> node.number & 1],
        "chosen": [
            f"{node.id}.{reply.id}"
            for node in nodes
            for reply in node.replies
            if play.chosen >> reply.number & 1
        ],
    }


def from_json(case: Case, data: Mapping[str, Any]) -> Play:
    """The play that `to_json` wrote, over the same case; raises KeyError on a missing name."""
    replies = {f"{n.id}.{r.id}": r.number for n in case.nodes.values() for r in n.replies}
    rest: dict[str, Any] = {name: data[name] for name in _PLAIN}
    rest |= {name: frozenset(data[name]) for name in _SETS}
    return Play(
        case=case,
        facts=tuple(data["facts"][fact.id] for fact in case.facts),
        returns=tuple((node, late) for node, late in data["returns"]),
        seen=sum(1 << case.nodes[node].number for node in data["seen"]),
        chosen=sum(1 << replies[reply] for reply in data["chosen"]),
        **rest,
    )
