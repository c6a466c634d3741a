"""Translation tables: texts of a case in another language, by the same ids.

Each entry keeps the source it was made `from`, as text or as the first 8 hex digits of the
SHA-256 of its NFC form, so that a table knows when it has gone stale.
"""

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from game.case.kinds import Flag, Id, Notes, OneOf, Prose, Whole
from game.case.language import expect_format
from game.case.names import Names
from game.case.problems import Place, Problem, nearest
from game.case.records import Field, Record
from game.case.tree import Fields, Items, Scalar, Unreadable, grow, text_of


@dataclass(frozen=True, slots=True)
class Entry:
    """One translated text or list, where it stands, and what it was made from."""

    text: str
    items: tuple[str, ...]
    made_from: str | None
    stays: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """One translation file: its language, its entries by text id, and its own problems.

    `places` tells where the value of each of its first keys stands.
    """

    file: str
    of: str = ""
    language: str = ""
    entries: Mapping[str, Entry] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)

    def is_of(self, case: str, language: str) -> bool:
        """Whether it translates this case, out of this language."""
        return self.of == case and self.language != language

    @property
    def texts(self) -> Mapping[str, str]:
        """The single texts by id."""
        return {key: one.text for key, one in self.entries.items() if not one.items}

    @property
    def hearings(self) -> Mapping[str, tuple[str, ...]]:
        """The lists of example wordings by id."""
        return {key: one.items for key, one in self.entries.items() if one.items}


_ENTRY = Record("translation", (
    Field("text", Prose(600), "옮긴 글", "the translated text", required=True),
    Field("from", Prose(600), "옮길 때의 원문, 또는 그 해시", "the source text, or its hash"),
    Field("stays", Flag(), "한국어에만 해당하는 말", "a remark about Korean alone", default=False),
), dict)  # fmt: skip

TABLE = Record("table", (
    Field("of", Id(), "옮긴 사례의 id. 첫 줄", "the case; the first line", required=True),
    Field("format", Whole(1, 1), "형식 번호", "the format number", required=True),
    Field("language", OneOf(("ko", "en")), "옮긴 언어", "the language of it", required=True),
), dict)  # fmt: skip


def fingerprint(text: str) -> str:
    """The first 8 hex digits of the SHA-256 of the NFC form of `text`."""
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()[:8]


def read_table(file: str, data: bytes) -> Table:
    """Reads a translation table; what is wrong with it is in its problems."""
    try:
        text = text_of(data)
        top, problems = grow(text)
        expect_format(top)
    except Unreadable as unreadable:
        return Table(file, problems=(replace(unreadable.problem, file=file),))
    notes = Notes(Names(), text, problems)
    head = Fields(top.place, top.flow)
    head.keys = {key: place for key, place in top.keys.items() if key != "texts"}
    head.values = {key: one for key, one in top.values.items() if key != "texts"}
    values = TABLE.read(head, notes, "")
    entries = _entries(top, notes)
    told = tuple(replace(problem, file=file) for problem in notes.problems)
    places = {key: top.at(key) for key in top.keys}
    language = values["language"] or ""
    return Table(file, values["of"], language, MappingProxyType(entries), told, places)


def _entries(top: Fields, notes: Notes) -> dict[str, Entry]:
    texts = top.values.get("texts")
    if not isinstance(texts, Fields):
        notes.tell("D003", top.place, record="table", field="texts")
        return {}
    entries = {}
    for key, tree in texts.values.items():
        place = texts.keys[key]
        if isinstance(tree, Fields) and isinstance(tree.values.get("text"), Items):
            entries[key] = _list_entry(tree, place, notes)
        else:
            entries[key] = _text_entry(key, tree, place, notes)
    return entries


def _list_entry(tree: Fields, place: Place, notes: Notes) -> Entry:
    listed = tree.values["text"]
    assert isinstance(listed, Items)
    for key, where in tree.keys.items():
        if key not in ("text", "from", "stays"):
            near = nearest(key, ["text", "from", "stays"])
            notes.tell("D004", where, record="translation", field=key, near=near)
    items = tuple(one.text for one in listed.items if isinstance(one, Scalar) and one.text)
    if not items or len(items) != len(listed.items):
        notes.tell("Y013", listed.place)
    return Entry("", items, None, stays=True, place=place)


def _text_entry(key: str, tree: Scalar | Items | Fields, place: Place, notes: Notes) -> Entry:
    if isinstance(tree, Scalar):
        short = Fields(tree.place, False)
        short.values["text"], short.keys["text"] = tree, tree.place
        tree = short
    read = _ENTRY.read(tree, notes, key)
    if read is None:
        return Entry("", (), None, stays=True, place=place)
    made_from = notes.texts.get(f"{key}.from") if read["from"] else None
    return Entry(notes.texts.get(f"{key}.text", ""), (), made_from, read["stays"], place)
