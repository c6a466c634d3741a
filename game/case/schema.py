"""The JSON Schema of the case language, and its reference table, from the one declaration."""

from collections.abc import Iterator
from typing import Any

from game.case.kinds import Json, Listed
from game.case.language import case_record
from game.case.records import ById, Field, Record, WithIds
from scoring.acts import ACTS


def case_schema() -> Json:
    """The JSON Schema (draft 2020-12) of a case file, for completion in editors."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dangol case, format 1",
        **case_record(dict).schema(),
    }


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
    parts = [_table(record, korean) for record in _records(case_record(dict), {})]
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
