"""What may be held at a node: from-to for a number, a set of bits for a yes/no and for a word.

`Ranges` knows the names of one case and how effects and conditions act on what is held.
"""

from collections.abc import Iterable
from typing import Any, Final, cast

from game.case.conditions import Condition, Read, Said
from game.case.model import Case
from game.case.nodes import Change, Node, Reply
from game.engine.effects import CRITICAL_ACTS, DRAWS_OUT

NO: Final = 1
YES: Final = 2
MAYBE: Final = NO | YES
_FAR: Final = 10**9

Span = tuple[int, int]
Value = int
Held = tuple[Any, ...]  # an int (bits) or a Span for each name, in their order

_TURNED: Final = {"<": ">=", ">=": "<", ">": "<=", "<=": ">", "=": "!=", "!=": "="}
_MIRRORED: Final = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!="}


def joined(one: Held, other: Held) -> Held:
    """What holds both."""
    if one == other:
        return one
    return tuple(
        (min(a[0], b[0]), max(a[1], b[1])) if isinstance(a, tuple) else a | b
        for a, b in zip(one, other, strict=True)
    )


def widened(had: Held, now: Held, limits: Held) -> Held:
    """`now`, with every number that still moves let go as far as it may ever be."""
    return tuple(
        (b[0] if b[0] == a[0] else most[0], b[1] if b[1] == a[1] else most[1])
        if isinstance(a, tuple)
        else b
        for a, b, most in zip(had, now, limits, strict=True)
    )


class Ranges:
    """The names that matter in a case, and how they move."""

    def __init__(self, case: Case, conditions: Iterable[Condition]) -> None:
        self.case = case
        self.slots: dict[Read, int] = {}
        self._begin: list[Any] = []
        self._most: list[Any] = []
        self._words = {fact.id: fact.words for fact in case.facts}
        self._present = sorted({scene.customer.id for scene in case.scenes})
        for one in case.customers.values():
            self._add(Read("mood", one.id), (one.mood, one.mood), (0, 100))
            self._add(Read("patience", one.id), (one.patience,) * 2, (0, one.patience + 1))
        for condition in conditions:
            for read in condition.reads:
                self._know(read)
        for fact in case.problem.values():
            self._know(Read("solved", fact.id))
        for node in case.nodes.values():
            for reply in node.replies:
                if reply.once:
                    self._know(self.given(node, reply))
        self.limits: Held = tuple(self._most)

    def _add(self, read: Read, begin: Any, most: Any) -> None:
        if read not in self.slots:
            self.slots[read] = len(self.slots)
            self._begin.append(begin)
            self._most.append(most)

    def _know(self, read: Read) -> None:
        kind, name = read
        if kind in ("mood", "patience") or (kind == "solved" and not name):
            return
        if kind == "solved" and self.case.problem[name].when is not None:
            return
        if kind == "chose":
            read = self._chosen(name)
        if kind == "fact":
            fact = next(one for one in self.case.facts if one.id == name)
            if fact.words:
                first = self._word(name, fact.start)
                every = (1 << len(fact.words)) - 1
                self._add(read, every if fact.any_of else first, every)
            else:
                self._add(read, (int(fact.start),) * 2, (-_FAR, _FAR))
        elif kind in ("clock", "time", "visits"):
            clock = self.case.scenes[0].clock
            at = clock.start if clock and kind == "time" else 0
            self._add(read, (at, at), (0, _FAR))
        else:
            self._add(read, MAYBE if kind == "remembers" else NO, MAYBE)

    def _chosen(self, name: str) -> Read:
        """A reply by the name that it has now."""
        node, _, reply = name.partition(".")
        found = self.case.nodes[node].reply(reply)
        return Read("chose", f"{node}.{found.id if found else reply}")

    def _word(self, fact: str, word: object) -> int:
        words = self._words[fact]
        return sum(1 << i for i, one in enumerate(words) if one == word)

    def start(self) -> Held:
        """What a play begins with."""
        return tuple(self._begin)

    # What moves

    def given(self, node: Node, reply: Reply) -> Read:
        """The name of a reply's having been given."""
        return Read("chose", f"{node.id}.{reply.id}")

    def marked(self, held: Held, *reads: Read, as_: int = YES) -> Held:
        """With each of these true (`as_` NO: untrue; MAYBE: as it was, or true)."""
        slots = [self.slots[read] for read in reads if read in self.slots]
        if not slots:
            return held
        now = list(held)
        for slot in slots:
            now[slot] = now[slot] | YES if as_ == MAYBE else as_
        return tuple(now)

    def set(self, held: Held, read: Read, value: Any) -> Held:
        """With one value in place of what was held."""
        slot = self.slots.get(read)
        return held if slot is None else (*held[:slot], value, *held[slot + 1 :])

    def entered(self, held: Held, node: Node) -> Held:
        """After a node was entered, before its effects."""
        held = self.marked(held, Read("seen", node.id))
        visits = Read("visits", node.id)
        if visits in self.slots:
            low, high = held[self.slots[visits]]
            held = self.set(held, visits, (low + 1, high + 1))
        if node.opens:
            held = joined(held, self._scene_began(held, node))
        if node.jump is not None:
            held = self.set(held, Read("time"), (node.jump, node.jump))
            held = self.set(held, Read("clock"), (0, 0))
        return held

    def _scene_began(self, held: Held, node: Node) -> Held:
        held = self.set(held, Read("clock"), (0, 0))
        for scene in self.case.scenes:
            if scene.start == node.id and scene.clock:
                held = self.set(held, Read("time"), (scene.clock.start, scene.clock.start))
        return held

    def spent(self, held: Held, seconds: int) -> Held:
        """After so much story time."""
        for read in (Read("clock"), Read("time")) if seconds else ():
            if read in self.slots:
                low, high = held[self.slots[read]]
                held = self.set(held, read, (low + seconds, high + seconds))
        return held

    def changed(self, held: Held, change: Change) -> Held:
        """After an effect that asks nothing."""
        if change.slot >= 0:
            return self._fact_changed(held, change)
        who = [change.of] if change.of is not None else self._present
        for one in who:
            read = Read(change.name, one)
            slot = self.slots[read]
            low, high = held[slot]
            most = self.limits[slot][1]
            # What was gained once is not gained again, so that the lower end never rises.
            if isinstance(change.value, int):
                new = (min(low, change.value), change.value)
            else:
                new = (low + min(0, change.by), high + change.by)
            new = (max(0, min(most, new[0])), max(0, min(most, new[1])))
            if len(who) > 1:
                new = (min(low, new[0]), max(high, new[1]))
            held = self.set(held, read, new)
        return held

    def _fact_changed(self, held: Held, change: Change) -> Held:
        read = Read("fact", change.name)
        slot = self.slots.get(read)
        if slot is None:
            return held
        if self._words[change.name]:
            return self.set(held, read, self._word(change.name, change.value))
        if change.value is not None:
            return self.set(held, read, (change.value, change.value))
        low, high = held[slot]
        return self.set(held, read, (low + change.by, high + change.by))

    def gathered(self, held: Held, of: Node | Reply) -> Held:
        """After what a node or reply tells, shows, solves and harms."""
        if of.gathers:
            for kind, names in (
                ("told", of.tells), ("hurt", of.hurts), ("broke", of.breaks),
                ("shown", of.shows), ("solved", of.solves),
            ):  # fmt: skip
                held = self.marked(held, *(Read(kind, name) for name in names))
            held = self.marked(held, *(Read("solved", name) for name in of.undoes), as_=NO)
        return held

    def chosen(self, held: Held, reply: Reply) -> Held:
        """After what only a reply can do: critical acts, facts drawn out, facts denied."""
        critical = (Read("broke", act.name) for act in reply.acts if act.name in CRITICAL_ACTS)
        held = self.marked(held, *critical)
        held = self.marked(held, *(Read("denied", name) for name in reply.denies), as_=MAYBE)
        met = {act.target for act in reply.acts if act.target and act.name in DRAWS_OUT}
        near = (one.id for one in self.case.hidden.values() if met.intersection(one.near))
        return self.marked(held, *(Read("told", name) for name in near))

    def out_of_patience(self, held: Held) -> Held | None:
        """Where somebody's patience may be at an end; None where nobody's can."""
        lows = (held[self.slots[Read("patience", one)]][0] for one in self._present)
        return held if any(low <= 0 for low in lows) else None

    # What is asked

    def truth(self, said: Said, held: Held) -> int:
        """Whether a condition may fail (NO), may hold (YES), or both."""
        if isinstance(said, Read):
            return cast(int, self.value(said, held))
        assert isinstance(said, tuple)
        mark, one, *rest = said
        if mark == "not":
            inner = self.truth(one, held)
            return (YES if inner & NO else 0) | (NO if inner & YES else 0)
        if mark in ("and", "or"):
            a, b = self.truth(one, held), self.truth(rest[0], held)
            if mark == "and":
                return ((a | b) & NO) | (a & b & YES)
            return ((a | b) & YES) | (a & b & NO)
        return self._compared(mark, self.value(one, held), self._against(said, held))

    def _against(self, said: tuple[Any, ...], held: Held) -> Any:
        _, one, other = said
        if isinstance(one, Read) and isinstance(other, str):
            return self._word(one.name, other)
        return self.value(other, held)

    def _compared(self, mark: str, a: Any, b: Any) -> int:
        if isinstance(a, int):  # words: bits
            same = (YES if a & b else 0) | (NO if a & ~b else 0)
            return same if mark == "=" else (same >> 1 & NO) | (same << 1 & YES)
        if mark in (">", ">="):
            mark, a, b = _MIRRORED[mark], b, a
        if mark in ("<", "<="):
            gap = 0 if mark == "<=" else 1
            return (YES if a[0] + gap <= b[1] else 0) | (NO if a[1] + gap > b[0] else 0)
        apart = a[1] < b[0] or b[1] < a[0]
        alone = a[0] == a[1] == b[0] == b[1]
        same = NO if apart else YES if alone else MAYBE
        return same if mark == "=" else (same >> 1 & NO) | (same << 1 & YES)

    def value(self, said: Said, held: Held) -> Any:
        """The span of a number, the bits of a word or of a yes/no."""
        if isinstance(said, int):
            return (said, said)
        if isinstance(said, Read):
            return self._read(said, held)
        assert isinstance(said, tuple)
        if said[0] in ("+", "-"):
            a, b = self.value(said[1], held), self.value(said[2], held)
            return (a[0] + b[0], a[1] + b[1]) if said[0] == "+" else (a[0] - b[1], a[1] - b[0])
        return self.truth(said, held)

    def _read(self, read: Read, held: Held) -> Any:
        kind, name = read
        if kind in ("mood", "patience") and not name:
            spans = [held[self.slots[Read(kind, one)]] for one in self._present]
            return (min(one[0] for one in spans), max(one[1] for one in spans))
        if kind == "solved":
            return self._solved(name, held)
        if kind == "chose":
            read = self._chosen(name)
        return held[self.slots[read]]

    def _solved(self, name: str, held: Held) -> int:
        if name:
            when = self.case.problem[name].when
            if when is not None:
                return self.truth(when.said, held)
            return cast(int, held[self.slots[Read("solved", name)]])
        whole = YES
        for fact in self.case.problem.values():
            one = self._solved(fact.id, held)
            counts = self.truth(fact.counts.said, held) if fact.counts else YES
            fails = NO if one & NO and counts & YES else 0
            holds = YES if one & YES or counts & NO else 0
            whole = ((whole | fails) & NO) | (whole & holds & YES)
        return whole

    def assuming(self, said: Said, held: Held, wanted: bool) -> Held | None:
        """What is left where a condition holds (or fails); None where it cannot."""
        if not self.truth(said, held) & (YES if wanted else NO):
            return None
        if isinstance(said, Read):
            return self._narrowed(said, held, YES if wanted else NO)
        assert isinstance(said, tuple)
        mark, *parts = said
        if mark == "not":
            return self.assuming(parts[0], held, not wanted)
        if mark in ("and", "or"):
            if (mark == "and") == wanted:
                first = self.assuming(parts[0], held, wanted)
                return None if first is None else self.assuming(parts[1], first, wanted)
            one, other = (self.assuming(part, held, wanted) for part in parts)
            return one if other is None else other if one is None else joined(one, other)
        return self._comparing(mark if wanted else _TURNED[mark], parts[0], parts[1], held)

    def _comparing(self, mark: str, one: Said, other: Said, held: Held) -> Held | None:
        if isinstance(one, int):
            mark, one, other = _MIRRORED[mark], other, one
        if not isinstance(one, Read):
            return held
        if isinstance(other, str):
            bits = self._word(one.name, other)
            return self._narrowed(one, held, bits if mark == "=" else ~bits)
        if not isinstance(other, int):
            return held
        low, high = self._read(one, held)
        spans = {
            "<": (low, min(high, other - 1)), "<=": (low, min(high, other)),
            ">": (max(low, other + 1), high), ">=": (max(low, other), high),
            "=": (other, other),
        }  # fmt: skip
        return self._narrowed(one, held, spans.get(mark, (low, high)))

    def _narrowed(self, read: Read, held: Held, to: Any) -> Held | None:
        """With a name narrowed to bits or to a span, where it is held by itself."""
        kind, name = read
        if kind in ("mood", "patience") and not name:
            if len(self._present) > 1:
                return held
            read = Read(kind, self._present[0])
        if kind == "chose":
            read = self._chosen(name)
        slot = self.slots.get(read)
        if slot is None:
            return held
        now = to if isinstance(to, tuple) else held[slot] & to
        if not now or (isinstance(now, tuple) and now[0] > now[1]):
            return None
        return self.set(held, read, now)
