"""What is said, and where it goes on: conditions, lines with variants, ways to the next node."""

import re
from dataclasses import dataclass
from typing import Final, cast

from game.case.conditions import BadCondition, Condition, compile_condition
from game.case.kinds import Id, Json, Notes, Prose, scalar
from game.case.nodes import Route
from game.case.problems import Place, nearest
from game.case.spoken import Line, TextId, Variant
from game.case.tree import Fields, Items, Scalar, Tree


@dataclass(frozen=True, slots=True)
class When:
    """A condition such as `mood >= 60 and told lights-out`."""

    blank: None = None

    def read(self, tree: Tree, notes: Notes, path: str) -> Condition | None:
        text = scalar(tree, notes, "condition")
        if text is None:
            return None
        if text in notes.conditions:
            return cast(Condition, notes.conditions[text])
        try:
            condition = compile_condition(text, notes.names)
            notes.conditions[text] = condition
            notes.counted |= condition.visits
            return condition
        except BadCondition as bad:
            notes.tell(bad.code, _place_in(tree, bad.column, notes.source), **bad.values)
            return None

    def schema(self) -> Json:
        return {"type": "string"}

    def name(self) -> str:
        return "condition"


def _place_in(tree: Tree, column: int, source: str) -> Place:
    """The place of a column of a text; of the text itself where its lines were folded."""
    assert isinstance(tree, Scalar)
    end = tree.end if tree.bare else tree.end - 1
    if source[end - len(tree.text) : end] != tree.text or "\n" in tree.text:
        return tree.place
    return Place(tree.place.line, tree.place.column + column + (0 if tree.bare else 1))


WHEN = When()
_ID = Id().schema()
WAYS: Final = ("stay", "back")  # ways on that name no node
_LENT = re.compile(r"<([^<>:]+)>")  # where a caller's line stands in a shared scene


@dataclass(frozen=True, slots=True)
class Lines:
    """A line: one text, or `any:` of several, or a list of `if`/`say`."""

    prose: Prose
    blank: None = None

    def read(self, tree: Tree, notes: Notes, path: str) -> Line | None:
        if isinstance(tree, Scalar):
            lent = _LENT.fullmatch(tree.text)
            if lent and lent[1] in notes.lent:
                return cast(Line, notes.lent[lent[1]])
            return Line((Variant(TextId(self.prose.read(tree, notes, path))),))
        if isinstance(tree, Fields):
            return self._any(tree, notes, path)
        if not tree.items:
            notes.tell("D012", tree.place)
            return None
        seen: set[str] = set()
        read = (self._variant(one, notes, path, i, seen) for i, one in enumerate(tree.items))
        return Line(tuple(variant for variant in read if variant))

    def _any(self, tree: Fields, notes: Notes, path: str) -> Line | None:
        choices = tree.values.get("any")
        if not isinstance(choices, Items) or not choices.items or len(tree.keys) > 1:
            notes.tell("D012", tree.place)
            return None
        seen: set[str] = set()
        variants: list[Variant] = []
        for i, one in enumerate(choices.items):
            if isinstance(one, Fields):
                named = self._variant(one, notes, path, i, seen, may_ask=False)
                variants += [named] if named else []
                continue
            if choices.flow and isinstance(one, Scalar) and one.bare:
                notes.tell("Y021", one.place, found=one.text)
            variants.append(Variant(TextId(self.prose.read(one, notes, f"{path}.{i}"))))
        return Line(tuple(variants), any_of=True)

    def _variant(
        self, item: Tree, notes: Notes, path: str, i: int, seen: set[str], may_ask: bool = True
    ) -> Variant | None:
        known = {"id", "say", "if"} if may_ask else {"id", "say"}
        if not isinstance(item, Fields) or not {"say"} <= set(item.keys) <= known:
            notes.tell("D012", item.place)
            return None
        say = item.values["say"]
        if item.flow and isinstance(say, Scalar) and say.bare:
            notes.tell("Y012", say.place, field="say", found=say.text)
        own = f"{path}.{self._part(item, notes, i, seen)}"
        when = item.values.get("if")
        condition = WHEN.read(when, notes, own) if when is not None else None
        return Variant(TextId(self.prose.read(say, notes, own)), condition)

    def _part(self, item: Fields, notes: Notes, i: int, seen: set[str]) -> str:
        """What the text's id ends in: the variant's own id, else its position."""
        named = item.values.get("id")
        name = Id().read(named, notes, "") if named is not None else ""
        if name in seen and named is not None:
            notes.tell("D023", named.place, id=name)
        seen.add(name)
        return name or str(i)

    def schema(self) -> Json:
        text = self.prose.schema()
        variant = {
            "type": "object",
            "additionalProperties": False,
            "properties": {"id": _ID, "if": {"type": "string"}, "say": text},
            "required": ["say"],
        }
        named = {
            "type": "object",
            "additionalProperties": False,
            "properties": {"id": _ID, "say": text},
            "required": ["say"],
        }
        choice = {"anyOf": [text, named]}
        any_of = {
            "type": "object",
            "additionalProperties": False,
            "properties": {"any": {"type": "array", "items": choice, "minItems": 1}},
            "required": ["any"],
        }
        return {"anyOf": [text, any_of, {"type": "array", "items": variant}]}

    def name(self) -> str:
        return "text | any: | [if, say]"


@dataclass(frozen=True, slots=True)
class Ways:
    """Where to go: a node, or `stay` or `back`, or a list of `if`/`go` whose last has no `if`."""

    blank: tuple[Route, ...] = ()

    def read(self, tree: Tree, notes: Notes, path: str) -> tuple[Route, ...]:
        if isinstance(tree, Scalar):
            route = self._target(tree, notes)
            return (route,) if route else ()
        if isinstance(tree, Fields) or not tree.items:
            notes.tell("D013", tree.place)
            return ()
        routes = [self._route(item, notes, path) for item in tree.items]
        ifs = [isinstance(item, Fields) and "if" in item.keys for item in tree.items]
        if False in ifs[:-1]:
            notes.tell("R001", tree.items[ifs.index(False)].place)
        if ifs[-1]:
            notes.tell("R002", tree.items[-1].place)
        return tuple(route for route in routes if route)

    def _target(self, tree: Tree, notes: Notes, when: Condition | None = None) -> Route | None:
        text, known = scalar(tree, notes, "node"), notes.names.nodes
        if text is None:
            return None
        aside = text.startswith("aside ")
        to = text.removeprefix("aside ").strip() if aside else text
        if to in known or (to in WAYS and not aside):
            return Route(to, when, aside)
        notes.tell("D014", tree.place, what="node", name=to, near=nearest(to, known))
        return None

    def _route(self, item: Tree, notes: Notes, path: str) -> Route | None:
        if not isinstance(item, Fields) or not {"go"} <= set(item.keys) <= {"if", "go"}:
            notes.tell("D013", item.place)
            return None
        go, when = item.values["go"], item.values.get("if")
        condition = WHEN.read(when, notes, path) if when is not None else None
        return self._target(go, notes, condition)

    def schema(self) -> Json:
        step = {
            "type": "object",
            "additionalProperties": False,
            "properties": {"if": {"type": "string"}, "go": {"type": "string"}},
            "required": ["go"],
        }
        return {"anyOf": [{"type": "string"}, {"type": "array", "items": step}]}

    def name(self) -> str:
        return "node | stay | back | aside node | [if, go]"
