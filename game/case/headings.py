"""The heading of a case: what a list says of it, read without the rest of the file.

Two hundred cases are listed in a moment, since only a few lines of each are parsed. What is wrong
further down is not seen here; a file whose heading cannot be read has none.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from game.case.declared import Fault, Source
from game.case.kinds import Notes
from game.case.language import case_record
from game.case.names import Names
from game.case.records import Record
from game.case.tree import Unreadable, grow, text_of

NODES: Final = b"\nnodes:"
_BLOCK: Final = re.compile(r"^(?=[^\s#-])", re.MULTILINE)
_KEY: Final = re.compile(r"([\w-]+)[ \t]*:")
_KEYS: Final = frozenset({
    "case", "language", "title", "source", "season", "level", "channel", "touchpoint", "fault",
})  # fmt: skip
_TITLE: Final = re.compile(r"^  title:[ \t]*\n(?:    .*\n?)+|^  title:[ \t]*\S.*$", re.MULTILINE)
_TABLE_HEAD: Final = 4096


@dataclass(frozen=True, slots=True)
class Heading:
    """What a list of cases shows of one; `titles` by language, the case's own first."""

    id: str
    titles: Mapping[str, str]
    season: str
    level: int
    channel: str
    touchpoint: str
    fault: Fault
    source: Source

    def title(self, language: str) -> str:
        """The title in `language`, or in the case's own."""
        return self.titles.get(language) or next(iter(self.titles.values()))


def _heading_record() -> Record:
    whole = case_record(dict)
    return Record("case", tuple(one for one in whole.fields if one.key in _KEYS), dict)


_RECORD: Final = _heading_record()


def heading_of(data: bytes, tables: Mapping[str, bytes]) -> Heading | None:
    """The heading of a case from its bytes and those of its tables, by language."""
    values = _read(data)
    if values is None:
        return None
    titles = {values["language"]: values["title"]}
    for language, table in tables.items():
        title = _title_in(table)
        if title:
            titles.setdefault(language, title)
    kept = {key: values[key] for key in ("season", "level", "channel", "touchpoint", "fault")}
    return Heading(values["case"], titles, source=values["source"], **kept)


def _read(data: bytes) -> dict[str, Any] | None:
    try:
        text = text_of(data.partition(NODES)[0])
        blocks = {}
        for block in _BLOCK.split(text):
            key = _KEY.match(block)
            if key and key[1] not in blocks:
                blocks[key[1]] = block
        head = "".join(block for key, block in blocks.items() if key in _KEYS)
        top, problems = grow(head)
        notes = Notes(Names(), head, problems)
        values: dict[str, Any] = _RECORD.read(top, notes, "")
        if values["channel"] is None and "scenes" in blocks:
            _take_first_scene(values, blocks["scenes"])
    except Unreadable:
        return None
    if notes.problems or values["channel"] is None or values["touchpoint"] is None:
        return None
    values["title"] = notes.texts["title"]
    return values


def _take_first_scene(values: dict[str, Any], block: str) -> None:
    """Channel and touchpoint of a case with several scenes are those of its first."""
    top, _ = grow(block)
    scenes: Any = top.values["scenes"]
    first: Any = next(iter(getattr(scenes, "values", {}).values()), None)
    for key in ("channel", "touchpoint"):
        scalar = getattr(first, "values", {}).get(key)
        values[key] = getattr(scalar, "text", None)


def _title_in(table: bytes) -> str | None:
    """The title in a translation table, where it stands near its top, as tables are written."""
    head = table[:_TABLE_HEAD].decode("utf-8", "ignore").replace("\r\n", "\n")
    found = _TITLE.search(head)
    if found is None:
        return None
    try:
        top, _ = grow(found[0])
    except Unreadable:
        return None
    tree: Any = top.values["title"]
    tree = getattr(tree, "values", {}).get("text", tree)
    return getattr(tree, "text", None)
