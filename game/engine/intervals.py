"""What can never happen in a case: at each node a range for every number, a set for every word.

Abstract interpretation. Whatever a play can be at a node lies within what is held for it there, so
that what is impossible within that is impossible in play: "never" is proved, "may" is not. It takes
time in proportion to the nodes, where exploring takes it in proportion to the states.

While an interruption lasts, its nodes are held apart for each place that it may come back to.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from game.case.conditions import Condition, Read
from game.case.model import Case
from game.case.nodes import Change, Node, Reply, Route
from game.case.spoken import Line
from game.engine.liveness import Liveness
from game.engine.mentions import conditions_of
from game.engine.ranges import NO, YES, Held, Ranges, Value, joined, widened

_PATIENCE_TO_WIDEN: Final = 6

Place = tuple[str, str | None]


@dataclass(slots=True)
class Possible:
    """What is not known to be impossible; whatever is missing here cannot happen.

    `offered` and `withheld` are replies (node, reply) that may be on offer, and may not be, when
    the play waits at their node. `holds` are the conditions, by identity, that may hold. `full`
    tells that all of the problem may be solved at some ending.
    """

    entered: set[str] = field(default_factory=set)
    waited: set[str] = field(default_factory=set)
    endings: set[str] = field(default_factory=set)
    offered: set[tuple[str, str]] = field(default_factory=set)
    withheld: set[tuple[str, str]] = field(default_factory=set)
    holds: set[int] = field(default_factory=set)
    full: bool = False


def possible(case: Case) -> Possible:
    """What may happen in a case; sound for what may not."""
    analysis = _Analysis(case)
    analysis.run()
    return analysis.found


class _Analysis:
    def __init__(self, case: Case) -> None:
        self.case = case
        self.ranges = Ranges(case, conditions_of(case))
        self.found = Possible()
        self.depth = Liveness(case, lines=False, moods=False).returns_from
        self.entering: dict[Place, Held] = {}
        self.resting: dict[Place, Held] = {}
        self.joins: dict[tuple[str, Place], int] = {}
        self.queue: deque[tuple[str, Place]] = deque()
        self.queued: set[tuple[str, Place]] = set()
        self.callers: dict[str, set[str | None]] = {}
        self.returning: dict[str, Held] = {}

    def run(self) -> None:
        start = self.case.scenes[0].start
        self.flow("enter", (start, None), self.ranges.start())
        while self.queue:
            work = self.queue.popleft()
            self.queued.discard(work)
            kind, place = work
            if kind == "enter":
                self.enter(place, self.entering[place])
            else:
                self.rest(place, self.resting[place])

    def flow(self, kind: str, place: Place, held: Held) -> None:
        """What may come to a place besides what was known to; the place is looked at again."""
        node, caller = place
        if caller is not None and not self.depth(node, kind == "rest"):
            place = (node, None)
        known = self.entering if kind == "enter" else self.resting
        had = known.get(place)
        now = held if had is None else joined(had, held)
        if now == had:
            return
        count = self.joins[kind, place] = self.joins.get((kind, place), 0) + 1
        if had is not None and count > _PATIENCE_TO_WIDEN:
            now = widened(had, now, self.ranges.limits)
            if now == had:
                return
        known[place] = now
        if (kind, place) not in self.queued:
            self.queued.add((kind, place))
            self.queue.append((kind, place))

    def enter(self, place: Place, held: Held) -> None:
        node, found = self.case.nodes[place[0]], self.found
        found.entered.add(node.id)
        changed = self.ranges.entered(held, node)
        changed = self.effects(node, changed)
        self.lines((node.scene, node.desk, node.say, node.again), held, changed)
        if node.end is not None:
            found.endings.add(node.id)
            found.full |= bool(self.ranges.truth(Read("solved"), changed) & YES)
            after = self.case.after
            self.lines((node.letter, after.day, after.week, after.month), changed)
            return
        for to in (place, (place[0], None)) if node.opens else (place,):
            self.leave(to, changed)
            if node.replies:
                self.flow("rest", to, changed)
            else:
                self.along(to, node.go, changed)

    def rest(self, place: Place, held: Held) -> None:
        node, found = self.case.nodes[place[0]], self.found
        found.waited.add(node.id)
        if node.timer:
            self.interrupt(place, node.timer.go, held)
        if self.case.free_text:
            self.interrupt(place, self.case.free_text.unclear, held)
        for reply in node.replies:
            self.reply(place, node, reply, held)

    def reply(self, place: Place, node: Node, reply: Reply, held: Held) -> None:
        given = self.ranges.given(node, reply)
        offered: Held | None = held
        if reply.when is not None:
            if self.asked(reply.when, held) & NO:
                self.found.withheld.add((node.id, reply.id))
            offered = self.ranges.assuming(reply.when.said, held, True)
        if offered is not None and reply.once:
            if self.ranges.value(given, offered) != NO:
                self.found.withheld.add((node.id, reply.id))
            offered = self.ranges.assuming(given, offered, False)
        if offered is None:
            return
        self.found.offered.add((node.id, reply.id))
        done = self.effects(reply, self.ranges.marked(offered, given))
        after = self.ranges.chosen(done, reply)
        secrets = self.case.hidden.values() if self.case.hidden else ()
        said = (line for one in secrets for line in (one.says, one.denies))
        self.lines((reply.answer, *said), done, after)
        self.leave(place, after)
        self.along(place, reply.go, after)

    def effects(self, of: Node | Reply, held: Held) -> Held:
        for change in of.do:
            held = self.change(change, held)
        return self.ranges.gathered(self.ranges.spent(held, of.takes), of)

    def change(self, change: Change, held: Held) -> Held:
        if change.when is None:
            return self.ranges.changed(held, change)
        self.asked(change.when, held)
        done = self.ranges.assuming(change.when.said, held, True)
        left = self.ranges.assuming(change.when.said, held, False)
        for one in change.then if done is not None else ():
            assert done is not None
            done = self.change(one, done)
        if done is None or left is None:
            return done if left is None and done is not None else left or held
        return joined(done, left)

    def along(self, place: Place, routes: Iterable[Route], held: Held) -> None:
        for route in routes:
            taken: Held | None = held
            if route.when is not None:
                self.asked(route.when, held)
                taken = self.ranges.assuming(route.when.said, held, True)
            if taken is not None:
                self.take(place, route, taken)
            if route.when is None:
                return
            left = self.ranges.assuming(route.when.said, held, False)
            if left is None:
                return
            held = left

    def take(self, place: Place, route: Route, held: Held) -> None:
        if route.to == "back":
            self.back(place, held)
        elif route.to == "stay":
            self.flow("rest", place, held)
        elif route.aside:
            self.interrupt(place, route.to, held)
        else:
            self.flow("enter", (route.to, place[1]), held)

    def interrupt(self, place: Place, to: str, held: Held) -> None:
        node, caller = place
        known = self.callers.setdefault(node, set())
        if caller not in known:
            known.add(caller)
            if node in self.returning:
                self.flow("rest", (node, caller), self.returning[node])
        self.flow("enter", (to, node), held)

    def back(self, place: Place, held: Held) -> None:
        caller = place[1]
        if caller is None:  # nothing was interrupted
            for scene in self.case.scenes:
                self.flow("enter", (scene.start, None), held)
            return
        had = self.returning.get(caller)
        self.returning[caller] = held if had is None else joined(had, held)
        for one in self.callers.get(caller, ()):
            self.flow("rest", (caller, one), self.returning[caller])

    def leave(self, place: Place, held: Held) -> None:
        gone = self.ranges.out_of_patience(held)
        for scene in self.case.scenes if gone is not None else ():
            if scene.leaves is not None and scene.leaves != place[0] and gone is not None:
                self.flow("enter", (scene.leaves, place[1]), gone)

    def asked(self, condition: Condition, held: Held) -> Value:
        said = self.ranges.truth(condition.said, held)
        if said & YES:
            self.found.holds.add(id(condition))
        return said

    def lines(self, lines: Iterable[Line | None], *helds: Held) -> None:
        for condition in _conditions(lines):
            for held in helds:
                self.asked(condition, held)


def _conditions(lines: Iterable[Line | None]) -> Iterator[Condition]:
    for line in lines:
        if line is not None:
            yield from (variant.when for variant in line.variants if variant.when)
