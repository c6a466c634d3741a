"""The state of a play: a frozen value that goes to JSON and back.

`seen` and `chosen` are bit sets over the numbers of nodes and replies: a case may have ten
thousand of them, and copying a set of that size at every turn would cost more than the turn.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from game.case.model import Case, Scene

FORMAT: Final = 2


@dataclass(frozen=True)  # not slots=True: `advance` writes to a new one, see effects.py
class Play:
    """A play at rest: `node` waits for the trainee, or the case has ended at it.

    `scene` counts through the scenes of the case; `mood` and `patience` are of the one it is with,
    `moods` of everybody as they were when they last were that one. `clock` is the story time of
    this contact and `time` that of the day, in seconds. `turn` counts the trainee's turns.
    `waited` is the trainee's seconds in this visit, `late` whether its timer has run out. `spoke`
    tells that the trainee spoke last. `returns` are the nodes that `go: back` returns to and their
    `late`, the nearest last. `slack` is what the difficulty adds to everybody's patience.
    """

    __slots__ = ("__dict__",)  # else Python lays out room for every field twice at each turn

    case: Case = field(compare=False, repr=False)
    seed: int
    node: str
    mood: int
    patience: int
    facts: tuple[int | str, ...]
    moods: tuple[tuple[int, int], ...] = ()
    memory: frozenset[str] = frozenset()
    scene: int = 0
    time: int = 0
    clock: int = 0
    seen: int = 0
    visits: tuple[int, ...] = ()
    chosen: int = 0
    told: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    solved: frozenset[str] = frozenset()
    seems: frozenset[str] = frozenset()
    harmed: frozenset[str] = frozenset()
    broken: frozenset[str] = frozenset()
    turn: int = 0
    seconds: int = 0
    waited: int = 0
    late: bool = False
    spoke: bool = False
    returns: tuple[tuple[str, bool], ...] = ()
    ended: bool = False
    slack: int = 0

    @property
    def contact(self) -> Scene:
        """The scene that is being played."""
        return self.case.scenes[self.scene]

    def mood_of(self, customer: str) -> int:
        """The mood of any customer of the case."""
        return self._of(customer)[0]

    def patience_of(self, customer: str) -> int:
        """The patience of any customer of the case."""
        return self._of(customer)[1]

    def _of(self, customer: str) -> tuple[int, int]:
        if customer == self.contact.customer.id:
            return self.mood, self.patience
        return self.moods[list(self.case.customers).index(customer)]

    def visits_of(self, node: str) -> int:
        """How often a node was entered in this play; only where some condition asks for it."""
        return self.visits[self.case.counted.index(node)]

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


_SETS: Final = (
    "memory", "told", "denied", "shown", "deeds", "solved", "seems", "harmed", "broken",
)  # fmt: skip
_PLAIN: Final = (
    "seed", "node", "mood", "patience", "scene", "time", "clock", "turn", "seconds", "waited",
    "late", "spoke", "ended",
)  # fmt: skip


def to_json(play: Play) -> dict[str, Any]:
    """The play as JSON values: sets sorted, bit sets as ids, so that it reads and compares."""
    case, nodes = play.case, play.case.nodes.values()
    return {
        "format": FORMAT,
        "case": case.id,
        **({"slack": play.slack} if play.slack else {}),
        **{name: getattr(play, name) for name in _PLAIN},
        **{name: sorted(getattr(play, name)) for name in _SETS},
        "facts": {fact.id: value for fact, value in zip(case.facts, play.facts, strict=True)},
        "moods": {name: list(held) for name, held in zip(case.customers, play.moods, strict=True)},
        "visits": dict(zip(case.counted, play.visits, strict=True)),
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
        moods=tuple((data["moods"][name][0], data["moods"][name][1]) for name in case.customers),
        visits=tuple(data["visits"][node] for node in case.counted),
        returns=tuple((node, late) for node, late in data["returns"]),
        seen=sum(1 << case.nodes[node].number for node in data["seen"]),
        chosen=sum(1 << replies[reply] for reply in data["chosen"]),
        slack=data.get("slack", 0),
        **rest,
    )
