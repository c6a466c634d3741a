"""What is missing or stale in the translation of a case, and room made for it in the table.

The table keeps its comments and its order; what is new stands behind the text that comes before it
in the case. A `from` that is the source itself becomes its fingerprint, which nobody does by hand.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from game.case.checks.translations import Translated, of_case
from game.case.library import kind_of, read_file, tables_beside
from game.case.problems import nearest
from game.case.translation import Entry, Table, fingerprint
from game.case.tree import Fields, Items, Scalar, Unreadable, grow
from game.errors import CaseError, DangolError
from game.words import Lang, words
from game.workshop.drafting_yaml import comment, quoted
from game.workshop.mending_text import Edit, Written, read_written


class State(StrEnum):
    """How a translation stands to its source."""

    GOOD = "good"
    MISSING = "missing"
    HOLE = "hole"
    STALE = "stale"
    STRANGE = "strange"


@dataclass(frozen=True, slots=True)
class Row:
    """One text in both languages; `was` is the source it was made from, "" where unknown.

    A list of example wordings has one line for each.
    """

    id: str
    source: str
    text: str
    state: State
    was: str = ""


@dataclass(frozen=True, slots=True)
class Translation:
    """A case with one of its tables; `data` is None where there is no table yet."""

    of: Translated
    path: Path
    language: Lang
    rows: tuple[Row, ...]
    data: bytes | None
    table: Table | None


def translation_of(case: Path, to: Lang | None = None) -> Translation:
    """How a case stands in another language; raises DangolError where it cannot be read."""
    if kind_of(case)[0] != "case":
        raise DangolError("workshop.case.none", path=case)
    reading = read_file(case)
    if reading.case is None:
        place = reading.problems[0].place
        raise CaseError(
            "case.broken", place=f"{case}:{place.line}:{place.column}", path=case,
            problems=len(reading.problems),
        )  # fmt: skip
    of = of_case(reading.case)
    language: Lang = to or ("ko" if of.language == "en" else "en")
    if language == of.language:
        raise DangolError("workshop.translate.own", language=language)
    path = case.with_name(f"{case.stem}.{language}{case.suffix}")
    path = next((one for one in tables_beside(case) if one.name.startswith(path.stem)), path)
    table = next((one for one in reading.tables if one.file == str(path)), None)
    if table is not None and (table.problems or table.of != of.id or table.language != language):
        raise DangolError("workshop.translate.broken", path=path)
    data = read_written(path)[0] if path.exists() else None
    return Translation(of, path, language, tuple(_rows(of, table)), data, table)


def _rows(of: Translated, table: Table | None) -> Iterator[Row]:
    entries: Mapping[str, Entry] = table.entries if table else {}
    for key, source in in_order(of):
        entry = entries.get(key)
        if entry is None:
            yield Row(key, source, "", State.MISSING)
            continue
        text = "\n".join(entry.items) if entry.items else entry.text
        if "…" in (entry.text, *entry.items):
            yield Row(key, source, "", State.HOLE)
        elif entry.items or entry.stays or entry.made_from in (fingerprint(source), source):
            yield Row(key, source, text, State.GOOD)
        else:
            was = entry.made_from or ""
            readable = was if len(was) != 8 or not all(c in "0123456789abcdef" for c in was) else ""
            yield Row(key, source, text, State.STALE, readable)
    wanted = {*of.texts, *of.hearings}
    for key, entry in entries.items():
        if key not in wanted:
            text = "\n".join(entry.items) if entry.items else entry.text
            yield Row(key, "", text, State.STRANGE, nearest(key, list(wanted)) or "")


def in_order(of: Translated) -> list[tuple[str, str]]:
    """Every text of a case by id, lists joined by line, each list behind the texts of its reply."""
    rows = dict(of.texts)
    ordered: list[tuple[str, str]] = []
    lists = {key.rpartition(".")[0]: key for key in of.hearings}
    keys = list(rows)
    for at, key in enumerate(keys):
        ordered.append((key, rows[key]))
        group = ".".join(key.split(".")[:2])
        following = ".".join(keys[at + 1].split(".")[:2]) if at + 1 < len(keys) else ""
        if group in lists and following != group:
            hears = lists.pop(group)
            ordered.append((hears, "\n".join(of.hearings[hears])))
    ordered += [(key, "\n".join(of.hearings[key])) for key in lists.values()]
    return ordered


# ------------------------------------------------------------ writing


def completed(translation: Translation) -> bytes:
    """The bytes of the table with a hole for every missing text and fingerprints for sources."""
    missing = [row for row in translation.rows if row.state is State.MISSING]
    texts = {row.id: skeleton(translation, row) for row in missing}
    if translation.data is None:
        return (
            table_head(translation).encode()
            + "".join(f"{texts[row.id]}\n" for row in missing).encode()
        )
    written = Written(translation.data)
    edits = [*_fingerprints(translation, written), *inserted(translation, written, texts)]
    return written.edited(edits)


def table_head(translation: Translation) -> str:
    """The first lines of a table that is not there yet."""
    of = translation.of
    said = words(translation.language, "workshop.translate.head", of=f"{of.id}.yaml")
    return f"{comment(said)}\nof: {of.id}\nformat: 1\nlanguage: {translation.language}\ntexts:\n"


def skeleton(translation: Translation, row: Row, text: str = "…", was: str | None = None) -> str:
    """An entry as it is written into the table, its source above it while there is only a hole."""
    note = [comment(row.source, 2)] if text == "…" else []
    key = row.id if " " not in row.id else quoted(row.id)
    if row.id in translation.of.hearings:
        items = [f"      - {quoted(one)}" for one in text.split("\n") if one.strip()]
        return "\n".join([*note, f"  {key}:", "    text:", *items])
    mark = fingerprint(row.source if was is None else was)
    return "\n".join([*note, f"  {key}:", f"    text: {quoted(text)}", f'    from: "{mark}"'])


def inserted(
    translation: Translation, written: Written, entries: Mapping[str, str]
) -> Iterator[Edit]:
    """New entries, each behind the nearest text before it that the table has."""
    tree = texts_in(written)
    order = [key for key, _ in in_order(translation.of)]
    behind: dict[str, list[str]] = {}
    last = ""
    for key in order:
        if key in tree.keys:
            last = key
        elif key in entries:
            behind.setdefault(last, []).append(entries[key])
    for key, new in behind.items():
        if key:
            at = end_of_entry(tree, key, written)
        else:
            first = next(iter(tree.keys.values()), None)
            at = written.line_start(first.line if first else written.lines + 1)
        lead = "" if at == 0 or written.text[at - 1] in "\r\n" else "\n"
        yield Edit(at, at, lead + "\n".join(new) + "\n")


def texts_in(written: Written) -> Fields:
    """The `texts` of a table."""
    try:
        top, _ = grow(written.plain)
    except Unreadable:
        raise DangolError("workshop.file.unreadable", place="texts") from None
    texts = top.values.get("texts")
    if not isinstance(texts, Fields) or texts.flow:
        raise DangolError("workshop.translate.flow")
    return texts


def end_of_entry(texts: Fields, key: str, written: Written) -> int:
    """The offset of the line behind an entry."""
    ends = [written.span(one)[1] for one in _scalars(texts.values[key])]
    last = max(ends, default=written.at(texts.keys[key]))
    line = written.text.find("\n", last)
    return len(written.text) if line < 0 else line + 1


def _scalars(tree: Scalar | Items | Fields) -> Iterator[Scalar]:
    if isinstance(tree, Scalar):
        yield tree
        return
    for one in tree.items if isinstance(tree, Items) else tree.values.values():
        yield from _scalars(one)


def _fingerprints(translation: Translation, written: Written) -> Iterator[Edit]:
    """Sources that stand as text and still agree, as fingerprints."""
    good: Sequence[Row] = [row for row in translation.rows if row.state is State.GOOD]
    tree = texts_in(written)
    for row in good:
        entry = tree.values.get(row.id)
        old = entry.values.get("from") if isinstance(entry, Fields) else None
        if isinstance(old, Scalar) and old.text != fingerprint(row.source):
            yield Edit(*written.span(old), f'"{fingerprint(row.source)}"')
