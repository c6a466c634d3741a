"""From the text of a case and its translations to a `Case`, with every problem on the way."""

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from game.case.kinds import Notes
from game.case.language import case_record, expect_format
from game.case.model import Case, ProblemFact, Scene
from game.case.names import names_of
from game.case.problems import Place, Problem
from game.case.translation import Table, read_table
from game.case.tree import Fields, Unreadable, grow, text_of


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading: the case where it can be played, and all problems sorted by place.

    `tables` are the translations, for the checks; `text_places` tells where each text stands.
    """

    case: Case | None
    problems: tuple[Problem, ...]
    tables: tuple[Table, ...] = ()
    text_places: Mapping[str, Place] = field(default_factory=dict)


def read_case(file: str, data: bytes, translations: Mapping[str, bytes] | None = None) -> Reading:
    """Reads a case from its bytes; `file` and the keys of `translations` name them in problems."""
    try:
        text = text_of(data)
        top, problems = grow(text)
        _expect_case(top)
    except Unreadable as unreadable:
        return Reading(None, (replace(unreadable.problem, file=file),))
    notes = Notes(names_of(top), text, problems)
    values = case_record(dict).read(top, notes, "")
    _expect_no_circle(values["problem"], notes)
    tables = tuple(read_table(name, one) for name, one in sorted((translations or {}).items()))
    own = [replace(problem, file=file) for problem in notes.problems]
    told = [problem for table in tables for problem in table.problems]
    case = None if own else _linked(values, notes, _version(text), tables)
    return Reading(
        case,
        tuple(sorted([*own, *told], key=lambda problem: problem.sort_key)),
        tables,
        MappingProxyType(notes.text_places),
    )


def _expect_case(top: Fields) -> None:
    """Raises Unreadable unless this is a case of a format we know."""
    first = next(iter(top.keys), "")
    if first != "case":
        raise Unreadable("D001", top.keys.get(first, top.place), found=first)
    expect_format(top)


def _expect_no_circle(problem: Mapping[str, ProblemFact], notes: Notes) -> None:
    """A fact derived from what is solved could come back to itself and never be answered."""
    for fact in problem.values():
        for key, condition in (("when", fact.when), ("counts", fact.counts)):
            if condition is not None and any("solved" in use.split() for use in condition.uses):
                notes.tell("D021", fact.at.at(key), fact=fact.id, field=key)


def _version(text: str) -> str:
    normal = unicodedata.normalize("NFC", text)
    return hashlib.sha256(normal.encode()).hexdigest()[:16]


def _linked(values: dict[str, Any], notes: Notes, version: str, tables: tuple[Table, ...]) -> Case:
    language = values["language"]
    good = [one for one in tables if one.is_of(values["case"], language) and not one.problems]
    texts = {language: notes.texts, **{table.language: table.texts for table in good}}
    hearings = {language: notes.hearings, **{table.language: table.hearings for table in good}}
    scene = Scene(*(values.pop(key) for key in ("channel", "touchpoint", "customer", "start")))
    case_id = values.pop("case")
    policy = tuple(values.pop("policy").values())
    del values["format"]
    rest: dict[str, Any] = {
        key: MappingProxyType(one) if type(one) is dict else one for key, one in values.items()
    }
    return Case(
        id=case_id,
        version=version,
        scenes=(scene,),
        policy=policy,
        texts=MappingProxyType({lang: _normal(table) for lang, table in texts.items()}),
        hearings=MappingProxyType(hearings),
        **rest,
    )


def _normal(texts: Mapping[str, str]) -> Mapping[str, str]:
    normal = {key: unicodedata.normalize("NFC", text) for key, text in texts.items()}
    return MappingProxyType(normal)
