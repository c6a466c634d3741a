"""The JSON Schema of the case language, and its reference table, from the one declaration."""

from collections.abc import Iterator
from typing import Any, Final

from game.case.kinds import Json, Listed
from game.case.language import PAGES, SHARED, case_record
from game.case.records import ById, Field, Record, WithIds
from scoring.acts import ACTS

KINDS: Final = ("case", "shared", *PAGES)


def schema_of(kind: str) -> Json:
    """The JSON Schema (draft 2020-12) of a kind of file in `KINDS`, for completion in editors."""
    return case_schema() if kind == "case" else _schema(SHARED if kind == "shared" else PAGES[kind])


def case_schema() -> Json:
    """The JSON Schema of a case file: one contact stands at its top, several in `scenes`."""
    one_contact = ("channel", "touchpoint", "start")
    several = {"required": ["scenes"], "not": _any_of(*one_contact, "clock")}
    return {
        **_schema(case_record(dict)),
        "allOf": [
            {"anyOf": [several, {"required": [*one_contact], "not": _any_of("scenes")}]},
            {"oneOf": [{"required": ["customers"]}, {"required": ["customer"]}]},
        ],
    }


def _any_of(*keys: str) -> Json:
    return {"anyOf": [{"required": [key]} for key in keys]}


def _schema(record: Record) -> Json:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Dangol {record.title}, format 1",
        **record.schema(),
    }


def records_of(record: Record) -> Iterator[Record]:
    """A record and every record in it."""
    return _records(record, {})


def _records(record: Record, seen: dict[str, Record]) -> Iterator[Record]:
    if record.title in seen:
        return
    seen[record.title] = record
    yield record
    for one in record.fields:
        inner = _record_in(one.kind)
        if inner is not None:
            yield from _records(inner, seen)


def _record_in(kind: Any) -> Record | None:
    if isinstance(kind, Record):
        return kind
    if isinstance(kind, ById | WithIds):
        return kind.record
    return _record_in(kind.of) if isinstance(kind, Listed) else None


def reference(language: str) -> str:
    """The reference tables in Markdown: every record with its fields, then every act."""
    korean = language == "ko"
    seen: dict[str, Record] = {}
    files = (case_record(dict), SHARED, *PAGES.values())
    parts = [_table(record, korean) for one in files for record in _records(one, seen)]
    return "\n\n".join([*parts, _acts(korean)]) + "\n"


def _table(record: Record, korean: bool) -> str:
    head = "| 필드 | 값 | 뜻 |" if korean else "| field | value | meaning |"
    rows = [_row(one, korean) for one in record.fields]
    return "\n".join([f"### {record.title}", "", head, "|---|---|---|", *rows])


def _row(one: Field, korean: bool) -> str:
    key = f"**`{one.key}`**" if one.required else f"`{one.key}`"
    kind = one.kind.name().replace("|", "\\|")
    return f"| {key} | {kind} | {one.ko if korean else one.en} |"


def _acts(korean: bool) -> str:
    head = "| 행위 | 대상 | 뜻 |" if korean else "| act | target | meaning |"
    rows = (
        f"| `{a.name}` | {a.target.value} | {a.ko if korean else a.en} |" for a in ACTS.values()
    )
    return "\n".join(["### acts", "", head, "|---|---|---|", *rows])
