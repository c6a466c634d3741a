"""What is said, and where it goes on: conditions, lines with variants, ways to the next node."""

from dataclasses import dataclass

from game.case.conditions import BadCondition, Condition, compile_condition
from game.case.kinds import Json, Notes, Prose, scalar
from game.case.model import Line, Route, TextId, Variant
from game.case.problems import Place, nearest
from game.case.tree import Fields, Items, Scalar, Tree


@dataclass(frozen=True, slots=True)
class When:
    """A condition such as `mood >= 60 and told lights-out`."""

    blank: None = None

    def read(self, tree: Tree, notes: Notes, path: str) -> Condition | None:
        text = scalar(tree, notes, "condition")
        if text is None:
            return None
        try:
            return compile_condition(text, notes.names)
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


@dataclass(frozen=True, slots=True)
class Lines:
    """A line: one text, or `any:` of several, or a list of `if`/`say`."""

    prose: Prose
    blank: None = None

    def read(self, tree: Tree, notes: Notes, path: str) -> Line | None:
        if isinstance(tree, Scalar):
            return Line((Variant(TextId(self.prose.read(tree, notes, path))),))
        if isinstance(tree, Fields):
            return self._any(tree, notes, path)
        if not tree.items:
            notes.tell("D012", tree.place)
            return None
        return Line(
            tuple(
                variant
                for i, item in enumerate(tree.items)
                if (variant := self._variant(item, notes, f"{path}.{i}"))
            )
        )

    def _any(self, tree: Fields, notes: Notes, path: str) -> Line | None:
        choices = tree.values.get("any")
        if not isinstance(choices, Items) or not choices.items or len(tree.keys) > 1:
            notes.tell("D012", tree.place)
            return None
        for one in choices.items:
            if choices.flow and isinstance(one, Scalar) and one.bare:
                notes.tell("Y021", one.place)
        texts = (self.prose.read(one, notes, f"{path}.{i}") for i, one in enumerate(choices.items))
        return Line(tuple(Variant(TextId(text)) for text in texts), any_of=True)

    def _variant(self, item: Tree, notes: Notes, path: str) -> Variant | None:
        if not isinstance(item, Fields) or not {"say"} <= set(item.keys) <= {"if", "say"}:
            notes.tell("D012", item.place)
            return None
        say = item.values["say"]
        if item.flow and isinstance(say, Scalar) and say.bare:
            notes.tell("Y012", say.place, field="say")
        when = item.values.get("if")
        condition = WHEN.read(when, notes, path) if when is not None else None
        return Variant(TextId(self.prose.read(say, notes, path)), condition)

    def schema(self) -> Json:
        text = self.prose.schema()
        variant = {
            "type": "object",
            "additionalProperties": False,
            "properties": {"if": {"type": "string"}, "say": text},
            "required": ["say"],
        }
        any_of = {
            "type": "object",
            "additionalProperties": False,
            "properties": {"any": {"type": "array", "items": text, "minItems": 1}},
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
            to = self._target(tree, notes)
            return (Route(to),) if to else ()
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

    def _target(self, tree: Tree, notes: Notes) -> str | None:
        text, known = scalar(tree, notes, "node"), notes.names.nodes
        if text is None or text in known or text in ("stay", "back"):
            return text
        notes.tell("D014", tree.place, what="node", name=text, near=nearest(text, known))
        return None

    def _route(self, item: Tree, notes: Notes, path: str) -> Route | None:
        if not isinstance(item, Fields) or not {"go"} <= set(item.keys) <= {"if", "go"}:
            notes.tell("D013", item.place)
            return None
        go, when = item.values["go"], item.values.get("if")
        condition = WHEN.read(when, notes, path) if when is not None else None
        to = self._target(go, notes)
        return Route(to, condition) if to else None

    def schema(self) -> Json:
        step = {
            "type": "object",
            "additionalProperties": False,
            "properties": {"if": {"type": "string"}, "go": {"type": "string"}},
            "required": ["go"],
        }
        return {"anyOf": [{"type": "string"}, {"type": "array", "items": step}]}

    def name(self) -> str:
        return "node | stay | back | [if, go]"
