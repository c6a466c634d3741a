"""YAML text to a tree of plain values that know their line and column.

Built on libyaml's event stream: one pass gives values, places, duplicate keys and limits. Nothing
is resolved here: every scalar stays the text that the author wrote, the field decides what it is.
"""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

import yaml

from game.case.problems import Place, Problem
from game.case.slips import WIDE, last_text, slip_at, wide, wide_in_key, wide_in_value

MAX_BYTES: Final = 8_000_000
MAX_DEPTH: Final = 60

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Scalar(NamedTuple):
    """A text as written; `bare` when it had no quotes, `end` is the offset behind it."""

    text: str
    place: Place
    bare: bool
    end: int


class Items:
    """A list and its place."""

    __slots__ = ("flow", "items", "place")

    def __init__(self, place: Place, flow: bool) -> None:
        self.place = place
        self.flow = flow
        self.items: list[Tree] = []


class Fields:
    """A mapping: its values by key, and the place of every key."""

    __slots__ = ("flow", "keys", "place", "values")

    def __init__(self, place: Place, flow: bool) -> None:
        self.place = place
        self.flow = flow
        self.values: dict[str, Tree] = {}
        self.keys: dict[str, Place] = {}

    def at(self, key: str) -> Place:
        """The place of the value of `key`, of the whole mapping when it has no such key."""
        value = self.values.get(key)
        return self.place if value is None else value.place


Tree = Scalar | Items | Fields


class Unreadable(Exception):
    """The text is no YAML that a case may be written in; carries the one problem that says so."""

    def __init__(self, code: str, place: Place, /, **values: object) -> None:
        super().__init__(code)
        self.problem = Problem(code, place, values)


# What no editor shows. U+0085, U+2028 and U+2029 end a line for libyaml and for no editor, so that
# every place after one would be a line too low.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


def text_of(data: bytes) -> str:
    """The text of a file without byte-order mark, with plain line ends; raises Unreadable."""
    if len(data) > MAX_BYTES:
        raise Unreadable("Y003", Place(1, 1), most=MAX_BYTES // 1_000_000)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        raise Unreadable("Y001", _place_of(before, len(before))) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    odd = _UNSEEN.search(text)
    if odd:
        raise Unreadable("Y002", _place_of(text, odd.start()), letter=f"U+{ord(odd.group()):04X}")
    return text


def grow(text: str) -> tuple[Fields, list[Problem]]:
    """The tree of a document whose top is a mapping, and the duplicate keys in it.

    Raises Unreadable at the first thing that keeps the text from being read on.
    """
    loader = _Loader(text)
    try:
        with no_garbage_collection():
            return _document(loader, text)
    except yaml.YAMLError as error:
        slip = slip_at(error, text, last_text(_Loader(text)))
        raise Unreadable(slip.code, slip.place, **slip.values) from None
    finally:
        loader.dispose()


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """Reading makes objects and no garbage: collecting meanwhile costs two to five times more."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _document(loader: Any, text: str) -> tuple[Fields, list[Problem]]:
    builder = _Builder(text)
    event = loader.get_event()
    documents = 0
    while event is not None:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise Unreadable("Y009", _mark(event.start_mark))
        builder.take(event)
        event = loader.get_event()
    if builder.top is None:
        raise Unreadable("Y010", Place(1, 1))
    if not isinstance(builder.top, Fields):
        raise Unreadable("Y014", builder.top.place)
    if builder.wide:
        raise Unreadable("Y023", builder.wide[0].place, **builder.wide[0].values, all=builder.wide)
    return builder.top, builder.problems


_new: Final[Any] = tuple.__new__  # four values a line of YAML: the named way takes twice as long


class _Builder:
    """Folds events into a tree with a stack of its own, since deep nesting must not recurse."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.may_be_wide = bool(WIDE.search(text))
        self.wide: list[Problem] = []
        self.top: Tree | None = None
        self.problems: list[Problem] = []
        self.stack: list[Items | Fields | None] = []
        self.open: Items | Fields | None = None
        self.key: Scalar | None = None

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent:
            self._start(event, Fields(_mark(event.start_mark), bool(event.flow_style)))
        elif kind is yaml.SequenceStartEvent:
            self._start(event, Items(_mark(event.start_mark), bool(event.flow_style)))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.open, self.key = self.stack.pop(), None
        elif kind is yaml.AliasEvent:
            raise Unreadable("Y006", _mark(event.start_mark), name=event.anchor)

    def _scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            _refuse_extras(event)
        mark, style = event.start_mark, event.style
        place = _new(Place, (mark.line + 1, mark.column + 1, ""))
        scalar = _new(
            Scalar, (event.value, place, style is None or not style, event.end_mark.index)
        )
        parent, key = self.open, self.key
        if self.may_be_wide and scalar.bare:
            self._look_for_wide(scalar, mark.index)
        if key is None and type(parent) is Fields:
            self._take_key(parent, scalar)
        elif key is not None and type(parent) is Fields:
            parent.values.setdefault(key.text, scalar)
            self.key = None
        else:
            self._attach(scalar)

    def _take_key(self, fields: Fields, key: Scalar) -> None:
        if key.text == "<<" and key.bare:
            raise Unreadable("Y008", key.place)
        first = fields.keys.get(key.text)
        if first is not None and self._is_next_item(fields, key):
            self.problems.append(Problem("Y024", key.place, {"key": key.text}))
            fields, first = Fields(key.place, False), None
            self.open = fields
            self._listed().items.append(fields)
        elif first is not None:
            self.problems.append(Problem("Y007", key.place, {"key": key.text, "line": first.line}))
        fields.keys.setdefault(key.text, key.place)
        self.key = key

    def _is_next_item(self, fields: Fields, key: Scalar) -> bool:
        """Whether a key that is there already begins the next item of a list: its `- ` is gone."""
        begins = next(iter(fields.keys)) == key.text and len(fields.keys) > 1
        return begins and not fields.flow and isinstance(self.stack[-1], Items)

    def _listed(self) -> Items:
        items = self.stack[-1]
        assert isinstance(items, Items)
        return items

    def _look_for_wide(self, scalar: Scalar, offset: int) -> None:
        """Notes a letter that stands where a blank or a colon of the structure belongs."""
        if self.key is None and type(self.open) is Fields:
            at = wide_in_key(scalar.text, self.open.flow)
        else:
            line = self.text[offset - scalar.place.column + 1 : offset]
            at = wide_in_value(scalar.text, not line.strip(" -"))
        if at is not None:
            self.wide.append(wide(scalar.text, at, scalar.place))

    def _start(self, event: Any, tree: Items | Fields) -> None:
        _refuse_extras(event)
        if len(self.stack) >= MAX_DEPTH:
            raise Unreadable("Y004", tree.place, most=MAX_DEPTH)
        if self.key is None and type(self.open) is Fields:
            raise Unreadable("Y015", tree.place)
        self.stack.append(self.open)
        self._attach(tree)
        self.open, self.key = tree, None

    def _attach(self, tree: Tree) -> None:
        parent = self.open
        if parent is None:
            self.top = tree
        elif isinstance(parent, Items):
            parent.items.append(tree)
        elif self.key is not None:
            parent.values.setdefault(self.key.text, tree)


def _refuse_extras(event: Any) -> None:
    if event.anchor is not None:
        raise Unreadable("Y006", _mark(event.start_mark), name=event.anchor)
    if event.tag is not None:
        raise Unreadable("Y016", _mark(event.start_mark), tag=event.tag)


def _mark(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1)


def _place_of(text: str, offset: int) -> Place:
    line = text.count("\n", 0, offset) + 1
    return Place(line, offset - (text.rfind("\n", 0, offset) + 1) + 1)
