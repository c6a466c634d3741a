"""The kinds of value a field of a case can have: how each is read, and its JSON Schema.

A kind reads one tree into one value. What is wrong becomes a problem in the `Notes`, and a blank
value stands in, so that reading always goes on to the end of the file.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from game.case.names import Names
from game.case.problems import Place, Problem, nearest
from game.case.tree import Items, Scalar, Tree

Json = dict[str, Any]

ID = re.compile(r"[^\W\d_]\w*(?:-\w+)*", re.UNICODE)


@dataclass(slots=True)
class Notes:
    """What reading one file gathers on the way: its problems, its texts and its hearings.

    `lent` are the lines that a case gives to the shared scenes it calls, by `call/need`; `exits`
    are those of a shared scene, None for a case. `called` are the nodes that came from
    shared scenes, `counted` those whose visits a condition asks for, and `conditions` the ones
    compiled so far by their source.
    """

    names: Names
    source: str
    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    text_places: dict[str, Place] = field(default_factory=dict)
    hearings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    replies: int = 0
    lent: dict[str, Any] = field(default_factory=dict)
    exits: tuple[str, ...] | None = None
    called: frozenset[str] = frozenset()
    counted: set[str] = field(default_factory=set)
    conditions: dict[str, Any] = field(default_factory=dict)

    def tell(self, code: str, place: Place, /, **values: object) -> None:
        """Adds a problem."""
        self.problems.append(Problem(code, place, values))


class Kind(Protocol):
    """A kind of value."""

    @property
    def blank(self) -> Any:
        """What stands in for a value that could not be read."""
        ...

    def read(self, tree: Tree, notes: Notes, path: str) -> Any:
        """The value in `tree`; problems go to `notes`, texts are kept under `path`."""
        ...

    def schema(self) -> Json:
        """The JSON Schema of the value as an editor sees it."""
        ...

    def name(self) -> str:
        """The name of the kind in the reference table."""
        ...


def scalar(tree: Tree, notes: Notes, wanted: str) -> str | None:
    """The text of a scalar that is not empty, else None and a problem."""
    if not isinstance(tree, Scalar):
        notes.tell("D005", tree.place, wanted=wanted)
        return None
    if not tree.text.strip():
        notes.tell("Y013", tree.place)
        return None
    return tree.text


@dataclass(frozen=True, slots=True)
class Id:
    """An id: letters (Hangul too), digits and single hyphens, beginning with a letter."""

    blank: str = ""

    def read(self, tree: Tree, notes: Notes, path: str) -> str:
        text = scalar(tree, notes, "id")
        if text is not None and not ID.fullmatch(text):
            notes.tell("D008", tree.place, id=text)
            return self.blank
        return text or self.blank

    def schema(self) -> Json:
        return {"type": "string", "pattern": r"^[^\s\d_.:][^\s.:]*$"}

    def name(self) -> str:
        return "id"


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number within bounds."""

    low: int
    high: int
    blank: int = 0

    def read(self, tree: Tree, notes: Notes, path: str) -> int:
        text = scalar(tree, notes, "number")
        if text is None:
            return self.blank
        if not re.fullmatch(r"-?\d{1,9}", text) or not self.low <= int(text) <= self.high:
            notes.tell("D007", tree.place, found=text, low=self.low, high=self.high)
            return self.blank
        return int(text)

    def schema(self) -> Json:
        return {"type": "integer", "minimum": self.low, "maximum": self.high}

    def name(self) -> str:
        return f"{self.low}-{self.high}"


@dataclass(frozen=True, slots=True)
class Flag:
    """true or false, and no other word for it."""

    blank: bool = False

    def read(self, tree: Tree, notes: Notes, path: str) -> bool:
        text = scalar(tree, notes, "true/false")
        if text not in (None, "true", "false"):
            notes.tell("D006", tree.place, found=text, words="true, false", near=None)
        return text == "true"

    def schema(self) -> Json:
        return {"type": "boolean"}

    def name(self) -> str:
        return "true / false"


@dataclass(frozen=True, slots=True)
class OneOf:
    """One word of a fixed list; `make` turns it into the model's own type."""

    words: tuple[str, ...]
    make: Callable[[str], Any] = str
    blank: Any = None

    def read(self, tree: Tree, notes: Notes, path: str) -> Any:
        text = scalar(tree, notes, "word")
        if text is None:
            return self.blank
        if text not in self.words:
            notes.tell(
                "D006", tree.place, found=text, words=", ".join(self.words),
                near=nearest(text, self.words),
            )  # fmt: skip
            return self.blank
        return self.make(text)

    def schema(self) -> Json:
        return {"enum": list(self.words)}

    def name(self) -> str:
        return " / ".join(self.words)


_HOUR = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of day as `"17:20"`, in seconds since midnight."""

    blank: int = 0

    def read(self, tree: Tree, notes: Notes, path: str) -> int:
        text = scalar(tree, notes, "time")
        if text is None:
            return self.blank
        match = _HOUR.fullmatch(text)
        if match is None:
            notes.tell("D024", tree.place, found=text)
            return self.blank
        return int(match[1]) * 3600 + int(match[2]) * 60

    def schema(self) -> Json:
        return {"type": "string", "pattern": "^([01]?[0-9]|2[0-3]):[0-5][0-9]$"}

    def name(self) -> str:
        return '"17:20"'


@dataclass(frozen=True, slots=True)
class Passed:
    """A field that is read elsewhere, with the whole file in view: here only its schema."""

    form: str
    shape: tuple[tuple[str, Any], ...] = (("type", "object"),)
    blank: None = None

    def read(self, tree: Tree, notes: Notes, path: str) -> None:
        return None

    def schema(self) -> Json:
        return dict(self.shape)

    def name(self) -> str:
        return self.form


@dataclass(frozen=True, slots=True)
class Seconds:
    """A span of time as `40s` or `4m`."""

    blank: int = 0

    def read(self, tree: Tree, notes: Notes, path: str) -> int:
        text = scalar(tree, notes, "time")
        if text is None:
            return self.blank
        match = re.fullmatch(r"(\d{1,4})(s|m)", text)
        if match is None or int(match[1]) == 0:
            notes.tell("D011", tree.place, found=text)
            return self.blank
        return int(match[1]) * (60 if match[2] == "m" else 1)

    def schema(self) -> Json:
        return {"type": "string", "pattern": "^[1-9][0-9]{0,3}[sm]$"}

    def name(self) -> str:
        return "40s, 4m"


@dataclass(frozen=True, slots=True)
class Prose:
    """A text that a person reads; `most` is the longest that has a place on the screen.

    `spoken` texts may not stand bare in a flow mapping, where a comma would cut them.
    """

    most: int
    spoken: bool = False
    blank: str = ""

    def read(self, tree: Tree, notes: Notes, path: str) -> str:
        text = scalar(tree, notes, "text")
        if text is None:
            return path
        assert isinstance(tree, Scalar)
        if tree.bare and _is_cut(tree, notes.source):
            notes.tell("Y011", tree.place)
        if len(text) > self.most:
            notes.tell("D009", tree.place, length=len(text), most=self.most)
        notes.texts[path] = text
        notes.text_places[path] = tree.place
        return path

    def schema(self) -> Json:
        return {"type": "string", "minLength": 1, "maxLength": self.most}

    def name(self) -> str:
        return "text"


_CUT = re.compile(r" #|[ \t]+#\S")


def _is_cut(tree: Scalar, source: str) -> bool:
    """Whether ` #` ended a text where it may be meant: `50% #sale`, not `  # note`."""
    return bool(_CUT.match(source, tree.end))


@dataclass(frozen=True, slots=True)
class Listed:
    """A list; where `one_too`, a single value may stand for a list of one."""

    of: Kind
    one_too: bool = False
    keep_as: Callable[[Iterable[Any]], Any] = tuple
    blank: tuple[Any, ...] = ()

    def read(self, tree: Tree, notes: Notes, path: str) -> Any:
        if isinstance(tree, Items):
            return self.keep_as(
                self.of.read(item, notes, f"{path}.{i}") for i, item in enumerate(tree.items)
            )
        if self.one_too:
            return self.keep_as([self.of.read(tree, notes, path)])
        notes.tell("D005", tree.place, wanted="list")
        return self.blank

    def schema(self) -> Json:
        items = self.of.schema()
        many = {"type": "array", "items": items}
        return {"anyOf": [items, many]} if self.one_too else many

    def name(self) -> str:
        return f"[{self.of.name()}]"


@dataclass(frozen=True, slots=True)
class Named:
    """One of the names the case declares in another place, such as a feeling."""

    what: str
    known: Callable[[Names], Mapping[str, object]]
    also: tuple[str, ...] = ()
    blank: str = ""

    def read(self, tree: Tree, notes: Notes, path: str) -> str:
        text = scalar(tree, notes, self.what)
        if text is None:
            return self.blank
        known = self.known(notes.names)
        if text not in known and text not in self.also:
            near = nearest(text, [*known, *self.also])
            notes.tell("D014", tree.place, what=self.what, name=text, near=near)
            return self.blank
        return text

    def schema(self) -> Json:
        return {"type": "string"}

    def name(self) -> str:
        return " / ".join([self.what, *self.also])
