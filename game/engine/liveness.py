"""Which parts of a play still matter at a node: what some way on from there may yet ask for.

A backward analysis over the graph. Two plays that wait at the same node and agree in what is live
there offer the same replies, take the same ways and end alike, whatever else tells them apart;
that is what makes exploring every play of a case possible. Where a case comes `back` from an
interruption, the places that it may come back to are known only in a play: `slicing` adds what is
live there.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from game.case.conditions import Condition, Read
from game.case.model import Case
from game.case.nodes import Change, Node, Reply, Route
from game.case.spoken import Line
from game.engine.effects import CRITICAL_ACTS
from game.engine.mentions import can_tire

_MOST_RETURNS: Final = 8


class Liveness:
    """What is live at every node of a case.

    With `lines`, what decides between the wordings of a line is asked for too; without it only
    what decides where a play goes, what it offers, and how it ends. `ends` are asked for at every
    ending besides. Without `moods`, mood and patience are passed over.
    """

    def __init__(
        self, case: Case, lines: bool = True, ends: Iterable[Read] = (), moods: bool = True
    ) -> None:
        self.case, self.lines, self.moods = case, lines, moods
        self.bits: dict[Read, int] = {}
        self._masks: dict[int, int] = {}
        self._present = sorted({scene.customer.id for scene in case.scenes})
        self._can_tire = can_tire(case)
        self._leaves = [scene.leaves for scene in case.scenes if scene.leaves is not None]
        self.at_end = self.mask_of_reads(ends) | self._of_lines(
            [case.after.day, case.after.week, case.after.month], always=True
        )
        self.entered = dict.fromkeys(case.nodes, 0)
        self.waiting = dict.fromkeys(case.nodes, 0)
        self.enter_depth = dict.fromkeys(case.nodes, 0)
        self.wait_depth = dict.fromkeys(case.nodes, 0)
        self._solve()

    # The analysis

    def mask_of_reads(self, reads: Iterable[Read]) -> int:
        """The bits of what is read, a derived problem fact as what it is derived from."""
        mask = 0
        for read in reads:
            for one in self._plain(read):
                mask |= 1 << self.bits.setdefault(one, len(self.bits))
        return mask

    def _plain(self, read: Read) -> Iterator[Read]:
        kind, name = read
        if kind in ("mood", "patience"):
            if self.moods:
                yield from (Read(kind, one) for one in ((name,) if name else self._present))
        elif kind == "solved" and not name:
            for fact in self.case.problem.values():
                yield from self._plain(Read("solved", fact.id))
                for one in fact.counts.reads if fact.counts else ():
                    yield from self._plain(one)
        elif kind == "solved" and (when := self.case.problem[name].when):
            for one in when.reads:
                yield from self._plain(one)
        elif kind == "chose":
            node, _, reply = name.partition(".")
            found = self.case.nodes[node].reply(reply)
            yield Read(kind, f"{node}.{found.id if found else reply}")
        else:
            yield read

    def _asked(self, condition: Condition | None) -> int:
        if condition is None:
            return 0
        found = self._masks.get(id(condition))
        if found is None:
            found = self._masks[id(condition)] = self.mask_of_reads(condition.reads)
        return found

    def _of_lines(self, lines: Iterable[Line | None], always: bool = False) -> int:
        mask = 0
        if self.lines or always:
            for line in lines:
                for variant in line.variants if line else ():
                    mask |= self._asked(variant.when)
        return mask

    def _bit(self, kind: str, name: str) -> int:
        return 1 << self.bits.setdefault(Read(kind, name), len(self.bits))

    def _solve(self) -> None:
        """The least fixed point, from the ends back to the start."""
        before = _predecessors(self.case)
        work: dict[str, None] = dict.fromkeys(reversed(list(self.case.nodes)))
        while work:
            name = next(iter(work))
            del work[name]
            if self._update(self.case.nodes[name]):
                work.update(dict.fromkeys(before[name]))

    def _update(self, node: Node) -> bool:
        name = node.id
        old = (
            self.entered[name], self.waiting[name],
            self.enter_depth[name], self.wait_depth[name],
        )  # fmt: skip
        if node.replies or node.timer:
            self.waiting[name], self.wait_depth[name] = self._at_rest(node)
        self.entered[name], self.enter_depth[name] = self._on_entry(node)
        return old != (
            self.entered[name], self.waiting[name],
            self.enter_depth[name], self.wait_depth[name],
        )  # fmt: skip

    def _interrupted(self, to: str) -> tuple[int, int]:
        """Of an interruption: it comes back to where it left, so one return is its own."""
        return self.entered[to], max(0, self.enter_depth[to] - 1)

    def _at_rest(self, node: Node) -> tuple[int, int]:
        case, live, depth = self.case, 0, 0
        interruptions = [node.timer.go] if node.timer else []
        if case.free_text:
            interruptions.append(case.free_text.unclear)
        for to in interruptions:
            more, deep = self._interrupted(to)
            live, depth = live | more, max(depth, deep)
        for reply in node.replies:
            more, deep = self._before_reply(node, reply)
            live, depth = live | more, max(depth, deep)
        return live, depth

    def _before_reply(self, node: Node, reply: Reply) -> tuple[int, int]:
        live, depth = self._along(node, reply.go)
        more, deep = self._leaving()
        live, depth = live | more, max(depth, deep)
        live |= self._of_lines([reply.answer])
        own = self._bit("chose", f"{node.id}.{reply.id}")
        live = self._before_drawing(reply, live)
        live = self._before_effects(reply, live & ~own, own)
        if reply.once:
            live |= own
        return live | self._asked(reply.when), depth

    def _before_drawing(self, reply: Reply, live: int) -> int:
        """Hidden facts that come out or stay hidden, and what is said then."""
        case = self.case
        for secret in case.hidden.values():
            drawn = bool(secret.near)
            if self.lines and (drawn or secret.id in reply.tells or secret.id in reply.denies):
                lines = self._of_lines([secret.says, secret.denies])
                if lines:
                    live |= lines | self._bit("told", secret.id)
        return live

    def _on_entry(self, node: Node) -> tuple[int, int]:
        if node.end is not None:
            live, depth = self.at_end | self._of_lines([node.letter]), 0
        else:
            if node.replies:
                live, depth = self.waiting[node.id], self.wait_depth[node.id]
            else:
                live, depth = self._along(node, node.go)
            more, deep = self._leaving()
            live, depth = live | more, max(depth, deep)
        own = self._bit("seen", node.id)
        said = self._of_lines([node.say, node.again])
        live &= ~own
        if said or (node.again and self.lines):
            live |= said | (own if said else 0)
        live |= self._of_lines([node.scene, node.desk])
        live = self._before_effects(node, live, own)
        if node.jump is not None:
            live &= ~(self._bit("time", "") | self._bit("clock", ""))
        return live, depth

    def _leaving(self) -> tuple[int, int]:
        live, depth = self.mask_of_reads([Read("patience")]) if self._can_tire else 0, 0
        for to in self._leaves if self._can_tire else ():
            live |= self.entered[to]
            depth = max(depth, self.enter_depth[to])
        return live, depth

    def _along(self, node: Node, routes: Iterable[Route]) -> tuple[int, int]:
        live, depth = 0, 0
        for route in routes:
            live |= self._asked(route.when)
            if route.to == "back":
                depth = max(depth, min(_MOST_RETURNS, 1 + self._deepest()))
            elif route.to == "stay":
                live |= self.waiting[node.id]
                depth = max(depth, self.wait_depth[node.id])
            elif route.aside:
                more, deep = self._interrupted(route.to)
                live, depth = live | more, max(depth, deep)
            else:
                live |= self.entered[route.to]
                depth = max(depth, self.enter_depth[route.to])
        return live, depth

    def _deepest(self) -> int:
        """How many returns the nodes that can be returned to may still take in their turn."""
        return max((self.wait_depth[one] for one in self._returned_to()), default=0)

    def _returned_to(self) -> list[str]:
        if not hasattr(self, "_returns"):
            self._returns = [node.id for node in self.case.nodes.values() if node.replies]
        return self._returns

    def _before_effects(self, of: Node | Reply, live: int, own: int) -> int:
        """What is live before the effects; `own` is the bit that says they were had before."""
        if of.gathers:
            live = self._before_gathering(of, live)
        for change in reversed(of.do):
            live = self._before_change(change, live, own)
        return live

    def _before_gathering(self, of: Node | Reply, live: int) -> int:
        for kind, names in (
            ("told", of.tells), ("hurt", of.hurts), ("broke", of.breaks), ("shown", of.shows),
            ("solved", of.solves), ("solved", of.undoes),
        ):  # fmt: skip
            for name in names:
                live &= ~self._bit(kind, name)
        if isinstance(of, Reply):
            for act in of.acts:
                if act.name in CRITICAL_ACTS:
                    live &= ~self._bit("broke", act.name)
            for name in of.denies:
                if live & self._bit("denied", name):
                    live |= self._bit("told", name)
        return live

    def _before_change(self, change: Change, live: int, own: int) -> int:
        if change.when is not None:
            inner = live
            for one in reversed(change.then):
                inner = self._before_change(one, inner, own)
            touched = self._targets(change.then) & live
            return live | inner | (self._asked(change.when) if touched else 0)
        target = self._target(change)
        if change.slot >= 0:
            return live & ~target if change.value is not None else live
        if live & target and (change.value is not None or change.by > 0):
            live |= own
        return live

    def _targets(self, changes: Iterable[Change]) -> int:
        mask = 0
        for one in changes:
            mask |= self._targets(one.then) if one.when is not None else self._target(one)
        return mask

    def _target(self, change: Change) -> int:
        if change.slot >= 0:
            return self._bit("fact", change.name)
        return self.mask_of_reads([Read(change.name, change.of or "")])

    # What it comes to

    def reads_in(self, mask: int) -> frozenset[Read]:
        """What the bits of a mask stand for."""
        return frozenset(read for read, bit in self.bits.items() if mask >> bit & 1)

    def returns_from(self, node: str, at_rest: bool) -> int:
        """How many interruptions may still come back, from a node at rest or being entered."""
        return (self.wait_depth if at_rest else self.enter_depth)[node]


def _predecessors(case: Case) -> dict[str, set[str]]:
    """For each node those whose liveness is built on its own."""
    before: dict[str, set[str]] = {name: {name} for name in case.nodes}
    waiting = {node.id for node in case.nodes.values() if node.replies}
    returning: set[str] = set()
    for node in case.nodes.values():
        for route in (*node.go, *(route for reply in node.replies for route in reply.go)):
            if route.to == "back":
                returning.add(node.id)
            elif route.to != "stay":
                before[route.to].add(node.id)
        if node.timer:
            before[node.timer.go].add(node.id)
    if case.free_text:
        before[case.free_text.unclear] |= waiting
    for scene in case.scenes:
        if scene.leaves:
            before[scene.leaves] |= set(case.nodes)
    for name in waiting:
        before[name] |= returning  # how deep they may return
    return before
