"""What a reply does: effects, acts and the words that carry them, hearings, and the variables."""

import re
from dataclasses import dataclass

from game.case.declared import Fact
from game.case.kinds import ID, Json, Notes, Prose, scalar
from game.case.lines import WHEN
from game.case.names import Names
from game.case.nodes import AuthoredAct, Change
from game.case.problems import Place, nearest
from game.case.spoken import TextId
from game.case.tree import Fields, Items, Scalar, Tree
from scoring.acts import ACTS, ActKind, Target

_CHANGE = re.compile(
    r"(?P<name>[^\s=+]+)(?:\s+of\s+(?P<of>[^\s=+]+))?\s*"
    r"(?:(?P<set>=)\s*(?P<value>\S+)|(?P<by>[+-]\s*\d{1,4}))"
)


@dataclass(frozen=True, slots=True)
class Changes:
    """Effects: `mood +8`, `patience of guest -1`, `ticket = filed`, or `{if: …, do: […]}`."""

    blank: tuple[Change, ...] = ()

    def read(self, tree: Tree, notes: Notes, path: str) -> tuple[Change, ...]:
        items = tree.items if isinstance(tree, Items) else [tree]
        return tuple(change for item in items if (change := self._change(item, notes, path)))

    def _change(self, item: Tree, notes: Notes, path: str) -> Change | None:
        if isinstance(item, Fields):
            if set(item.keys) != {"if", "do"}:
                notes.tell("D015", item.place, found="{}")
                return None
            then = self.read(item.values["do"], notes, path)
            return Change(when=WHEN.read(item.values["if"], notes, path), then=then)
        text = scalar(item, notes, "effect")
        match = _CHANGE.fullmatch(text.strip()) if text else None
        if match is None:
            if text:
                notes.tell("D015", item.place, found=text)
            return None
        return self._checked(match, item.place, notes)

    def _checked(self, match: re.Match[str], place: Place, notes: Notes) -> Change | None:
        name, facts = match["name"], notes.names.facts
        if name not in facts and name not in ("mood", "patience"):
            near = nearest(name, ["mood", "patience", *facts])
            notes.tell("D014", place, what="fact", name=name, near=near)
            return None
        of = match["of"]
        if of is not None and (name in facts or of not in notes.names.customers):
            near = nearest(of, notes.names.customers)
            notes.tell("D014", place, what="customer", name=of, near=near)
            return None
        words = facts.get(name, ())
        slot = list(facts).index(name) if name in facts else -1
        if match["by"]:
            if words:
                notes.tell("D016", place, name=name, words=", ".join(words))
                return None
            return Change(name, of, slot, by=int("".join(match["by"].split())))
        value = match["value"]
        if words and value not in words:
            near = nearest(value, words)
            notes.tell("D016", place, name=name, words=", ".join(words), near=near)
            return None
        if not words and not re.fullmatch(r"-?\d{1,6}", value):
            notes.tell("D015", place, found=match.group())
            return None
        return Change(name, of, slot, value=value if words else int(value))

    def schema(self) -> Json:
        when = {
            "type": "object",
            "additionalProperties": False,
            "properties": {"if": {"type": "string"}, "do": {"type": ["array", "string"]}},
            "required": ["if", "do"],
        }
        one = {"anyOf": [{"type": "string"}, when]}
        return {"anyOf": [*one["anyOf"], {"type": "array", "items": one}]}

    def name(self) -> str:
        return "[mood +8, mood of id -5, fact = word, {if, do}]"


@dataclass(frozen=True, slots=True)
class Acts:
    """What a reply does: acts in the order spoken, each `act [target] [level]`."""

    blank: tuple[AuthoredAct, ...] = ()

    def read(self, tree: Tree, notes: Notes, path: str) -> tuple[AuthoredAct, ...]:
        if not isinstance(tree, Items):
            notes.tell("D005", tree.place, wanted="list")
            return ()
        return tuple(act for item in tree.items if (act := self._act(item, notes)))

    def _act(self, item: Tree, notes: Notes) -> AuthoredAct | None:
        text = scalar(item, notes, "act")
        if text is None:
            return None
        name, *rest = text.split()
        kind = ACTS.get(name)
        if kind is None:
            notes.tell("D017", item.place, name=name, near=nearest(name, ACTS))
            return None
        level = 1 if rest and rest[-1] == "1" else None
        if rest and rest[-1].isdecimal():
            if rest[-1] not in ("1", "2"):
                notes.tell("D028", item.place, act=name, level=rest[-1])
                return None
            rest = rest[:-1]
        if len(rest) > 1:
            notes.tell("D018", item.place, found=text)
            return None
        target = rest[0] if rest else None
        if target is not None and not self._fits(kind, target, item.place, notes):
            return None
        generic = kind.target is not Target.NOTHING and target is None and not kind.is_poor
        return AuthoredAct(name, target, level or (1 if generic else 2))

    def _fits(self, kind: ActKind, target: str, place: Place, notes: Notes) -> bool:
        known = targets_of(kind, notes.names)
        if target in known:
            return True
        everywhere = {**notes.names.feels, **notes.names.deeds, **notes.names.harms}
        if target in everywhere or not known:
            notes.tell("D019", place, act=kind.name, name=target, kind=kind.target.value)
        else:
            near = nearest(target, known)
            notes.tell("D014", place, what=kind.target.value, name=target, near=near)
        return False

    def schema(self) -> Json:
        names = "|".join(ACTS)
        return {
            "type": "array",
            "items": {"type": "string", "pattern": f"^({names})( [^ ]+)?( [12])?$"},
        }

    def name(self) -> str:
        return "[act target level]"


def targets_of(kind: ActKind, names: Names) -> dict[str, None]:
    """The names an act may have as its target in a case."""
    by_target = {
        Target.FEELING: names.feels,
        Target.DEED: names.deeds,
        Target.HARM: names.harms,
        Target.NOTHING: {},
    }
    return dict(by_target[kind.target])


@dataclass(frozen=True, slots=True)
class Quotes:
    """Which words of the reply carry which act: `act target` → the very words."""

    prose: Prose
    blank: tuple[tuple[str, TextId], ...] = ()

    def read(self, tree: Tree, notes: Notes, path: str) -> tuple[tuple[str, TextId], ...]:
        if not isinstance(tree, Fields):
            notes.tell("D005", tree.place, wanted="mapping")
            return ()
        return tuple(
            (act, TextId(self.prose.read(words, notes, f"{path}.{act}")))
            for act, words in tree.values.items()
        )

    def schema(self) -> Json:
        return {"type": "object", "additionalProperties": self.prose.schema()}

    def name(self) -> str:
        return "act target → text"


@dataclass(frozen=True, slots=True)
class Hears:
    """Example wordings of a reply as a trainee would type them; each language has its own."""

    blank: None = None

    def read(self, tree: Tree, notes: Notes, path: str) -> TextId | None:
        if not isinstance(tree, Items):
            notes.tell("D005", tree.place, wanted="list")
            return None
        texts = (scalar(item, notes, "text") for item in tree.items)
        notes.hearings[path] = tuple(text for text in texts if text)
        notes.text_places[path] = tree.place
        return TextId(path)

    def schema(self) -> Json:
        return {"type": "array", "items": {"type": "string", "minLength": 1}}

    def name(self) -> str:
        return "[text]"


def _tell_shared_names(tree: Items, notes: Notes) -> None:
    """A word that is also a name would be taken for that name in every condition."""
    taken = {"mood", "patience", "clock", "time", *notes.names.facts, *notes.names.problem}
    for item in tree.items:
        if isinstance(item, Scalar) and item.text in taken:
            notes.tell("D022", item.place, name=item.text)


@dataclass(frozen=True, slots=True)
class FactTable:
    """The variables: each a whole number, or a list of words of which the first is the start.

    `any:` before the list leaves the start to the seed.
    """

    blank: tuple[Fact, ...] = ()

    def read(self, tree: Tree, notes: Notes, path: str) -> tuple[Fact, ...]:
        if not isinstance(tree, Fields):
            notes.tell("D005", tree.place, wanted="mapping")
            return ()
        for name, place in tree.keys.items():
            if not ID.fullmatch(name):
                notes.tell("D008", place, id=name)
        return tuple(self._fact(name, one, notes) for name, one in tree.values.items())

    def _fact(self, name: str, tree: Tree, notes: Notes) -> Fact:
        any_of = isinstance(tree, Fields) and set(tree.keys) == {"any"}
        if isinstance(tree, Fields) and any_of:
            tree = tree.values.get("any", tree)
        if isinstance(tree, Items):
            words = tuple(item.text for item in tree.items if isinstance(item, Scalar))
            if len(words) < 2 or len(words) != len(tree.items):
                notes.tell("D010", tree.place)
            _tell_shared_names(tree, notes)
            return Fact(name, words[0] if words else 0, words, any_of)
        text = scalar(tree, notes, "number")
        if text is None or not re.fullmatch(r"-?\d{1,6}", text):
            notes.tell("D010", tree.place)
            return Fact(name, 0)
        return Fact(name, int(text))

    def schema(self) -> Json:
        words = {"type": "array", "items": {"type": "string"}, "minItems": 2}
        drawn = {
            "type": "object",
            "additionalProperties": False,
            "properties": {"any": words},
            "required": ["any"],
        }
        start = {"anyOf": [{"type": "integer"}, words, drawn]}
        return {"type": "object", "additionalProperties": start}

    def name(self) -> str:
        return "id → number | [word, …] | any: [word, …]"
