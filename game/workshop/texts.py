"""All texts of a case as a spreadsheet, out and in again.

CSV in UTF-8 with a byte-order mark, which every spreadsheet opens: id, ko, en, state. What comes
back goes into the translation table; the case's own texts only where that is asked for.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from game.case.translation import fingerprint
from game.case.tree import Fields, Items, Scalar, Unreadable, grow
from game.errors import DangolError
from game.words import LANGUAGES, Lang, words
from game.workshop.drafting_yaml import quoted
from game.workshop.mending_text import Edit, Written, read_small, read_written
from game.workshop.translating import (
    Row,
    State,
    Translation,
    in_order,
    inserted,
    skeleton,
    table_head,
    texts_in,
    translation_of,
)

HEADER: Final = "\ufeffid,ko,en,state".encode()
MOST_BYTES: Final = 8_000_000
# A cell that begins so is a formula to a spreadsheet; the apostrophe makes it a text again.
_FORMULA: Final = re.compile(r"'?[=+\-@\t\r]")


def spreadsheet(translation: Translation, lang: Lang) -> bytes:
    """The texts of a case in both languages as CSV; `lang` is that of the state."""
    out = io.StringIO(newline="")
    out.write("\ufeff")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(("id", *LANGUAGES, "state"))
    own = translation.of.language
    for row in translation.rows:
        cells = {own: row.source, translation.language: row.text}
        state = "" if row.state is State.GOOD else words(lang, f"workshop.state.{row.state}")
        writer.writerow((row.id, *(_safe(cells.get(one, "")) for one in LANGUAGES), state))
    return out.getvalue().encode()


def _safe(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def _unsafe(text: str) -> str:
    plain = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return plain[1:] if plain[:1] == "'" and _FORMULA.match(plain[1:]) else plain


@dataclass(slots=True)
class TakenIn:
    """What a spreadsheet changes: files before and after, and what of it was left out.

    `left` names rows by id with the key of the reason; `changed` counts the texts.
    """

    files: dict[Path, tuple[bytes | None, bytes]] = field(default_factory=dict)
    left: list[tuple[str, str]] = field(default_factory=list)
    changed: int = 0
    stale: list[str] = field(default_factory=list)


def taken_in(case: Path, sheet: Path, own_too: bool = False) -> TakenIn:
    """The changes that a spreadsheet makes; nothing is written. Raises DangolError."""
    cells = _cells(sheet)
    translation = translation_of(case, None)
    own = translation.of.language
    taken = TakenIn()
    known = {row.id: row for row in translation.rows}
    for key in cells:
        if key not in known:
            taken.left.append((key, "workshop.texts.unknown"))
    _table(translation, cells, taken)
    if own_too:
        _own(case, translation, cells, taken)
    else:
        changed = (key for key, row in known.items() if key in cells and row.source)
        for key in changed:
            new = cells[key].get(own)
            if new is not None and new and new != known[key].source.strip():
                taken.left.append((key, "workshop.texts.own"))
    return taken


def _cells(path: Path) -> Mapping[str, Mapping[str, str]]:
    """The cells of every row by its id and its language."""
    text = _text_of(path)
    first = text.partition("\n")[0]
    between = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True))
    except csv.Error as error:
        raise DangolError("workshop.texts.broken", path=path, said=error) from error
    head = [cell.strip().lower() for cell in rows[0]] if rows else []
    if "id" not in head or not {*head} & {*LANGUAGES}:
        raise DangolError("workshop.texts.head", path=path)
    found: dict[str, dict[str, str]] = {}
    for row in rows[1:]:
        named = dict(zip(head, row, strict=False))
        if named.get("id", "").strip():
            found[named["id"].strip()] = {
                one: _unsafe(named[one]) for one in LANGUAGES if one in named
            }
    return found


def _text_of(path: Path) -> str:
    """The text of a CSV file as spreadsheets save it: UTF-8, UTF-16, or the Korean code page."""
    data = read_small(path, MOST_BYTES)
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp949"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise DangolError("workshop.texts.broken", path=path, said="UTF-8")


def _table(
    translation: Translation, cells: Mapping[str, Mapping[str, str]], taken: TakenIn
) -> None:
    """The table with every text that the spreadsheet changed, marked by the source it shows."""
    own, other = translation.of.language, translation.language
    new: dict[str, str] = {}
    edits: list[Edit] = []
    written = Written(translation.data) if translation.data is not None else None
    tree = texts_in(written) if written else None
    for row in translation.rows:
        text = cells.get(row.id, {}).get(other, "")
        if not text or text == row.text.strip() or row.state is State.STRANGE:
            continue
        seen = cells[row.id].get(own) or row.source
        if seen != row.source.strip() and row.id not in translation.of.hearings:
            taken.stale.append(row.id)
        else:
            seen = row.source
        taken.changed += 1
        if tree is not None and written is not None and row.id in tree.keys:
            edits += _replaced(tree.values[row.id], written, row, text, seen)
        else:
            new[row.id] = skeleton(translation, row, text, seen)
    if written is None:
        body = "".join(f"{new[key]}\n" for key, _ in in_order(translation.of) if key in new)
        if new:
            taken.files[translation.path] = (None, (table_head(translation) + body).encode())
        return
    after = written.edited([*edits, *inserted(translation, written, new)])
    if after != translation.data:
        taken.files[translation.path] = (translation.data, after)


def _replaced(
    entry: Scalar | Items | Fields, written: Written, row: Row, text: str, seen: str
) -> Iterator[Edit]:
    """The edits of one entry that is there: its text, and what it was made from."""
    if isinstance(entry, Scalar):
        yield Edit(*written.span(entry), quoted(text))
        return
    if isinstance(entry, Items):
        return
    old, source = entry.values.get("text"), entry.values.get("from")
    if isinstance(old, Items):
        yield from _list(old, written, text)
        return
    if isinstance(old, Scalar):
        start, end = written.span(old)
        yield Edit(start, end, quoted(text))
        mark = f'"{fingerprint(seen)}"'
        if isinstance(source, Scalar):
            yield Edit(*written.span(source), mark)
        elif "stays" not in entry.keys and not entry.flow:
            indent = " " * (entry.keys["text"].column - 1)
            yield Edit(end, end, f"\n{indent}from: {mark}")


def _list(items: Items, written: Written, text: str) -> Iterator[Edit]:
    """A list of example wordings, written anew from its first item to its last."""
    held = [one for one in items.items if isinstance(one, Scalar)]
    new = [one.strip() for one in text.split("\n") if one.strip()]
    if not held or len(held) != len(items.items) or not new:
        return
    start, end = written.span(held[0])[0], written.span(held[-1])[1]
    if items.flow:
        yield Edit(start, end, ", ".join(map(quoted, new)))
        return
    indent = " " * (held[0].place.column - 3)
    yield Edit(start, end, f"\n{indent}- ".join(map(quoted, new)))


def _own(
    case: Path, translation: Translation, cells: Mapping[str, Mapping[str, str]], taken: TakenIn
) -> None:
    """The case's own file with the texts that the spreadsheet changed."""
    own = translation.of.language
    data, written = read_written(case)
    places = _places(case)
    edits: list[Edit] = []
    for row in translation.rows:
        text = cells.get(row.id, {}).get(own, "")
        if not text or text == row.source.strip() or row.state is State.STRANGE:
            continue
        scalar = places.get(row.id)
        if isinstance(scalar, Items):
            edits += _list(scalar, written, text)
        elif isinstance(scalar, Scalar):
            edits.append(Edit(*written.span(scalar), quoted(text)))
        else:
            taken.left.append((row.id, "workshop.texts.unknown"))
            continue
        taken.changed += 1
    if edits:
        taken.files[case] = (data, written.edited(edits))


def _places(case: Path) -> Mapping[str, Scalar | Items]:
    """The value of every text of a case in its tree, by id."""
    from game.case.library import read_file

    places = read_file(case).text_places
    try:
        top, _ = grow(read_written(case)[1].plain)
    except Unreadable:
        return {}
    by_place = {(one.place.line, one.place.column): one for one in _values(top)}
    found = {key: by_place.get((at.line, at.column)) for key, at in places.items() if not at.file}
    return {key: one for key, one in found.items() if one is not None}


def _values(tree: Scalar | Items | Fields) -> Iterator[Scalar | Items]:
    """Scalars and lists; a list before its items, which may begin where it does."""
    inner: Sequence[Scalar | Items | Fields] = ()
    if isinstance(tree, Scalar | Items):
        yield tree
    if not isinstance(tree, Scalar):
        inner = tree.items if isinstance(tree, Items) else list(tree.values.values())
    for one in inner:
        yield from _values(one)
