"""A case whose conditions keep a record: whether each, where it stands, ever held or failed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeAlias

from game.case.conditions import Condition, State
from game.case.model import Case
from game.case.nodes import Change, Node, Reply, Route
from game.case.spoken import Line
from game.case.tree import Fields

Steps: TypeAlias = tuple[str | int, ...]


@dataclass(slots=True, eq=False)
class Watch:
    """One condition in its place: below `at` by the `steps`; `held` and `failed` as it was asked.

    `kind` is what it decides about: reply, way, effect or line. `condition` is the watched one.
    """

    source: str
    kind: str
    at: Fields
    steps: Steps
    held: bool = False
    failed: bool = False
    condition: Condition | None = None


def watched(case: Case) -> tuple[Case, list[Watch]]:
    """The same case with every condition of its nodes, hidden facts and epilogues watched."""
    watcher = _Watcher()
    nodes = {name: watcher.node(node) for name, node in case.nodes.items()}
    after = replace(
        case.after,
        day=watcher.line(case.after.day, case.after.at, "day"),
        week=watcher.line(case.after.week, case.after.at, "week"),
        month=watcher.line(case.after.month, case.after.at, "month"),
    )
    hidden = {
        name: replace(
            one,
            says=watcher.line(one.says, one.at, "says"),
            denies=watcher.line(one.denies, one.at, "denies"),
        )
        for name, one in case.hidden.items()
    }
    own = replace(case, nodes=MappingProxyType(nodes), after=after, hidden=MappingProxyType(hidden))
    return own, watcher.watches


class _Watcher:
    def __init__(self) -> None:
        self.watches: list[Watch] = []

    def node(self, node: Node) -> Node:
        return replace(
            node,
            say=self.line(node.say, node.at, "say"),
            again=self.line(node.again, node.at, "again"),
            desk=self.line(node.desk, node.at, "desk"),
            scene=self.line(node.scene, node.at, "scene"),
            letter=self.line(node.letter, node.at, "letter"),
            do=self.changes(node.do, node.at, ("do",)),
            go=self.routes(node.go, node.at),
            replies=tuple(self.reply(one) for one in node.replies),
        )

    def reply(self, reply: Reply) -> Reply:
        return replace(
            reply,
            when=self.condition(reply.when, "reply", reply.at, ("if",)),
            answer=self.line(reply.answer, reply.at, "answer"),
            do=self.changes(reply.do, reply.at, ("do",)),
            go=self.routes(reply.go, reply.at),
        )

    def routes(self, routes: tuple[Route, ...], at: Fields) -> tuple[Route, ...]:
        return tuple(
            replace(one, when=self.condition(one.when, "way", at, ("go", i, "if")))
            for i, one in enumerate(routes)
        )

    def changes(self, changes: tuple[Change, ...], at: Fields, steps: Steps) -> tuple[Change, ...]:
        return tuple(
            one
            if one.when is None
            else replace(
                one,
                when=self.condition(one.when, "effect", at, (*steps, i, "if")),
                then=self.changes(one.then, at, (*steps, i, "do")),
            )
            for i, one in enumerate(changes)
        )

    def line(self, line: Line | None, at: Fields, key: str) -> Line | None:
        if line is None or not any(one.when for one in line.variants):
            return line
        variants = (
            replace(one, when=self.condition(one.when, "line", at, (key, i, "if")))
            for i, one in enumerate(line.variants)
        )
        return replace(line, variants=tuple(variants))

    def condition(
        self, condition: Condition | None, kind: str, at: Fields, steps: Steps
    ) -> Condition | None:
        if condition is None:
            return None
        watch = Watch(condition.source, kind, at, steps)
        self.watches.append(watch)
        watch.condition = replace(condition, holds=_watching(condition.holds, watch))
        return watch.condition


def _watching(holds: Callable[[State], bool], watch: Watch) -> Callable[[State], bool]:
    def ask(state: State) -> bool:
        if holds(state):
            watch.held = True
            return True
        watch.failed = True
        return False

    return ask
