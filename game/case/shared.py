"""Shared scenes: small dialogues that many cases call, each with its own customer's lines.

The agent's lines stand in the shared file; what the customer says comes from the caller. A call is
taken in as if its nodes stood in the case under `call/node`, so that nothing else need know of it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Final

from game.case.conditions import NAME, Condition
from game.case.kinds import Id, Kind, Notes, scalar
from game.case.language import LABEL, LINE, NEEDS, SHARED, expect_format
from game.case.lines import WHEN
from game.case.names import names_of
from game.case.nodes import Node
from game.case.problems import Place, Problem, nearest
from game.case.spoken import Line, TextId, Variant
from game.case.translation import Table, read_table
from game.case.tree import Fields, Items, Scalar, Tree, Unreadable, grow, text_of

FOLDER: Final = "shared/"
_NOTHING: Final = Fields(Place(1, 1), False)

_NAME = re.compile(NAME)
_PLACEHOLDER = re.compile(r"<([^<>:\s]+)((?::[^<>]+)?)>")
_CONDITIONS: Final = ("if", "when", "counts")
_KINDS: Final[Mapping[str, Kind]] = {"condition": WHEN, "text": LABEL, "line": LINE}


@dataclass(frozen=True, slots=True)
class SharedScene:
    """A shared scene as it was read: its tree, what it needs and in which ways it ends.

    `nodes` is empty where it has problems and cannot be called.
    """

    id: str
    file: str
    top: Fields
    language: str = ""
    needs: Mapping[str, str] = field(default_factory=dict)
    exits: tuple[str, ...] = ()
    start: str = ""
    nodes: Mapping[str, Node] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    hearings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tables: tuple[Table, ...] = ()
    problems: tuple[Problem, ...] = ()
    text: str = ""
    text_places: Mapping[str, Place] = field(default_factory=dict)


Find = Callable[[str], SharedScene | None]


def read_shared(
    file: str, data: bytes, translations: Mapping[str, bytes] | None = None
) -> SharedScene:
    """Reads a shared scene by itself; what is wrong with it is in its problems."""
    try:
        text = text_of(data)
        top, problems = grow(text)
        expect_format(top)
    except Unreadable as unreadable:
        return unreadable_shared(file, replace(unreadable.problem, file=file))
    needs = _needs_in(top)
    holds = {name: Condition(name, lambda _: True) for name, need in needs.items()}
    notes = Notes(names_of(top, holds), text, problems)
    notes.exits = _exits_in(top)
    notes.lent = {name: Line((Variant(TextId(name)),)) for name in needs if needs[name] == "line"}
    values = SHARED.read(top, notes, "")
    _check_needs(top, notes)
    tables = tuple(read_table(name, one) for name, one in sorted((translations or {}).items()))
    told = [replace(problem, file=file) for problem in notes.problems]
    told += [problem for table in tables for problem in table.problems]
    return SharedScene(
        id=values["shared"],
        file=file,
        top=top,
        language=values["language"] or "",
        needs=MappingProxyType(needs),
        exits=notes.exits,
        start=values["start"],
        nodes={} if notes.problems else MappingProxyType(values["nodes"]),
        texts=MappingProxyType(notes.texts),
        hearings=MappingProxyType(notes.hearings),
        tables=tables,
        problems=tuple(sorted(told, key=lambda problem: problem.sort_key)),
        text=text,
        text_places=MappingProxyType(notes.text_places),
    )


def unreadable_shared(file: str, problem: Problem) -> SharedScene:
    """A shared scene of whose file nothing could be read."""
    return SharedScene("", file, _NOTHING, problems=(problem,))


def _needs_in(top: Fields) -> dict[str, str]:
    tree = top.values.get("needs")
    if not isinstance(tree, Fields):
        return {}
    return {name: one.text for name, one in tree.values.items() if isinstance(one, Scalar)}


def _exits_in(top: Fields) -> tuple[str, ...]:
    tree = top.values.get("exits")
    if not isinstance(tree, Items):
        return ()
    return tuple(one.text for one in tree.items if isinstance(one, Scalar))


def _check_needs(top: Fields, notes: Notes) -> None:
    tree = top.values.get("needs")
    if tree is None:
        return
    if not isinstance(tree, Fields):
        notes.tell("D005", tree.place, wanted="mapping")
        return
    for name, one in tree.values.items():
        Id().read(Scalar(name, tree.keys[name], True, 0), notes, "")
        text = scalar(one, notes, "word")
        if text is not None and text not in NEEDS:
            values = {"words": ", ".join(NEEDS), "near": nearest(text, NEEDS)}
            notes.tell("D006", one.place, found=text, **values)
        if name in notes.names.nodes:
            notes.tell("X006", tree.keys[name], id=name)


# ------------------------------------------------------------ calls


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a shared scene: the node it is made at, and the scene."""

    node: str
    tree: Fields
    scene: SharedScene

    @property
    def prefix(self) -> str:
        """What stands before the ids of the nodes that the call brings in."""
        return f"{self.node}/"


def calls_in(top: Fields, find: Find, problems: list[Problem]) -> list[Call]:
    """The calls of a case whose shared scene is there and whole; the others become problems."""
    nodes = top.values.get("nodes")
    calls = []
    for name, tree in nodes.values.items() if isinstance(nodes, Fields) else ():
        named = tree.values.get("call") if isinstance(tree, Fields) else None
        if not isinstance(tree, Fields) or not isinstance(named, Scalar):
            continue
        scene = find(named.text.removeprefix(FOLDER)) if named.text.startswith(FOLDER) else None
        if scene is None:
            problems.append(Problem("X001", named.place, {"name": named.text}))
        elif not scene.nodes:
            values = {"name": named.text, "file": scene.file}
            problems.append(Problem("X002", named.place, values))
        else:
            calls.append(Call(name, tree, scene))
    return calls


def take_in(top: Fields, calls: list[Call]) -> Fields:
    """A copy of the case's tree with the nodes of every shared scene it calls."""
    if not calls:
        return top
    nodes = top.values["nodes"]
    assert isinstance(nodes, Fields)
    by_node = {call.node: call for call in calls}
    taken = _copy(top)
    into = Fields(nodes.place, nodes.flow)
    for name, tree in nodes.values.items():
        call = by_node.get(name)
        _put(into, name, nodes.keys[name], tree if call is None else _led_on(call))
        if call is not None:
            own = call.scene.top.values["nodes"]
            assert isinstance(own, Fields)
            for inner, child in own.values.items():
                place = own.keys[inner]._replace(file=call.scene.file)
                _put(into, call.prefix + inner, place, _Rewriting(call).tree(child, ""))
    taken.values["nodes"] = into
    return taken


def _put(into: Fields, key: str, place: Place, tree: Tree) -> None:
    into.keys[key], into.values[key] = place, tree


def _copy(tree: Fields) -> Fields:
    copy = Fields(tree.place, tree.flow)
    copy.keys, copy.values = dict(tree.keys), dict(tree.values)
    return copy


def _led_on(call: Call) -> Fields:
    """The node of the call, which goes on into the shared scene."""
    tree = _copy(call.tree)
    if "go" not in tree.keys:
        _put(tree, "go", tree.place, Scalar(call.prefix + call.scene.start, tree.place, True, 0))
    return tree


class _Rewriting:
    """Copies a tree of a shared scene for one call: its ids, its exits and what it was given."""

    def __init__(self, call: Call) -> None:
        self.call, self.scene = call, call.scene
        returns = call.tree.values.get("returns")
        self.returns = returns.values if isinstance(returns, Fields) else {}

    def tree(self, tree: Tree, key: str) -> Tree:
        if isinstance(tree, Scalar):
            return tree._replace(text=self.text(tree.text, key), place=self.place(tree.place))
        if isinstance(tree, Items):
            items = Items(self.place(tree.place), tree.flow)
            items.items = [self.tree(one, key) for one in tree.items]
            return items
        fields = Fields(self.place(tree.place), tree.flow)
        for name, child in tree.values.items():
            if name == "exit" and isinstance(child, Scalar):
                way = self.returns.get(child.text, Scalar("stay", tree.place, True, 0))
                _put(fields, "go", self.place(tree.keys[name]), way)
            else:
                _put(fields, name, self.place(tree.keys[name]), self.tree(child, name))
        return fields

    def place(self, place: Place) -> Place:
        return place._replace(file=self.scene.file)

    def text(self, text: str, key: str) -> str:
        prefix = self.call.prefix
        if key in _CONDITIONS:
            return _NAME.sub(self.name, text)
        if key == "go":
            aside = "aside " if text.startswith("aside ") else ""
            to = text.removeprefix("aside ").strip()
            return aside + (prefix + to if to in self.scene.nodes else to)
        return _PLACEHOLDER.sub(
            lambda m: f"<{prefix}{m[1]}{m[2]}>" if m[1] in self.scene.needs else m[0], text
        )

    def name(self, match: re.Match[str]) -> str:
        node = match[0].partition(".")[0]
        ours = node in self.scene.nodes or node in self.scene.needs
        return self.call.prefix + match[0] if ours else match[0]


# ------------------------------------------------------------ what a caller gives


def read_given(call: Call, notes: Notes, given: dict[str, Any]) -> None:
    """Reads what a call gives into `notes.lent` and `given`, and tells what is missing."""
    tree = _fields_at(call.tree, "with", notes)
    for name, place in tree.keys.items():
        if name not in call.scene.needs:
            near = nearest(name, call.scene.needs)
            notes.tell("D004", place, record="with", field=name, near=near)
    for name, need in call.scene.needs.items():
        child = tree.values.get(name)
        if child is None:
            notes.tell("X003", tree.place, need=name, name=call.scene.id)
        key, path = call.prefix + name, f"{call.node}.with.{name}"
        value = None if child is None else _KINDS[need].read(child, notes, path)
        if need == "condition":
            given[key] = value or Condition(name, lambda _: True)
        elif need == "line":
            notes.lent[key] = value or Line((Variant(TextId(path)),))
    returns = _fields_at(call.tree, "returns", notes)
    for name, place in returns.keys.items():
        if name not in call.scene.exits:
            near = nearest(name, call.scene.exits)
            notes.tell("D004", place, record="returns", field=name, near=near)
    for name in call.scene.exits:
        if name not in returns.keys:
            notes.tell("X004", returns.place, exit=name, name=call.scene.id)
    for key in ("replies", "end", "go"):
        if key in call.tree.keys:
            notes.tell("X007", call.tree.keys[key], field=key)


def _fields_at(tree: Fields, key: str, notes: Notes) -> Fields:
    child = tree.values.get(key)
    if isinstance(child, Fields):
        return child
    if child is not None:
        notes.tell("D005", child.place, wanted="mapping")
    return Fields(tree.place, False)


def texts_from(call: Call, language: str) -> Iterator[tuple[str, str]]:
    """The texts of the shared scene in a language, by the ids that they have in the case."""
    if language == call.scene.language:
        rewrite = _Rewriting(call)
        for key, text in call.scene.texts.items():
            yield call.prefix + key, rewrite.text(text, "say")
    for table in call.scene.tables:
        if table.language == language and table.is_of(call.scene.id, call.scene.language):
            rewrite = _Rewriting(call)
            for key, text in table.texts.items():
                yield call.prefix + key, rewrite.text(text, "say")


def hearings_from(call: Call, language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The example wordings of the shared scene in a language, by their ids in the case."""
    if language == call.scene.language:
        yield from ((call.prefix + key, many) for key, many in call.scene.hearings.items())
    for table in call.scene.tables:
        if table.language == language and table.is_of(call.scene.id, call.scene.language):
            yield from ((call.prefix + key, many) for key, many in table.hearings.items())
