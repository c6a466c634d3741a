"""From the text of a case and its translations to a `Case`, with every problem on the way."""

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from game.case.conditions import TAKEN
from game.case.declared import Customer, ProblemFact
from game.case.kinds import Notes
from game.case.language import case_record, expect_format
from game.case.lines import WAYS
from game.case.model import Case, Scene
from game.case.names import names_of
from game.case.nodes import Node
from game.case.problems import Place, Problem
from game.case.shared import Call, Find, calls_in, hearings_from, read_given, take_in, texts_from
from game.case.translation import Table, read_table
from game.case.tree import Fields, Unreadable, grow, no_garbage_collection, text_of
from game.filling import fill


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading: the case where it can be played, and all problems sorted by place.

    `tables` are the translations, for the checks; `text_places` tells where each text stands.
    """

    case: Case | None
    problems: tuple[Problem, ...]
    tables: tuple[Table, ...] = ()
    text_places: Mapping[str, Place] = field(default_factory=dict)


def read_case(
    file: str,
    data: bytes,
    translations: Mapping[str, bytes] | None = None,
    find: Find = lambda name: None,
) -> Reading:
    """Reads a case from its bytes; `file` and the keys of `translations` name them in problems.

    `find` gives the shared scenes that the case calls, by their ids.
    """
    with no_garbage_collection():
        return _read(file, data, translations or {}, find)


def _read(file: str, data: bytes, translations: Mapping[str, bytes], find: Find) -> Reading:
    try:
        text = text_of(data)
        top, problems = grow(text)
        _expect_case(top)
    except Unreadable as unreadable:
        return Reading(None, (replace(unreadable.problem, file=file),))
    calls = calls_in(top, find, problems)
    top = take_in(top, calls)
    given: dict[str, Any] = {}
    notes = Notes(names_of(top, given), text, problems)
    notes.called = frozenset(f"{one.prefix}{name}" for one in calls for name in one.scene.nodes)
    for call in calls:
        read_given(call, notes, given)
    values = case_record(dict).read(top, notes, "")
    _expect_scenes(values, top, notes)
    _expect_free_names(top, notes)
    _expect_no_circle(values["problem"], notes)
    tables = tuple(read_table(name, one) for name, one in sorted(translations.items()))
    # A shared scene is checked by itself: what a call of it brings in is no problem of the case.
    own = [replace(one, file=file) for one in notes.problems if not one.place.file]
    told = [problem for table in tables for problem in table.problems]
    case = None if own else _linked(values, notes, _version(text, calls), tables, calls)
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


def _expect_free_names(top: Fields, notes: Notes) -> None:
    """No fact, problem fact or node is called by a word that the language has taken."""
    for key, taken in (("facts", TAKEN), ("problem", TAKEN), ("nodes", WAYS)):
        tree = top.values.get(key)
        for name, place in tree.keys.items() if isinstance(tree, Fields) else ():
            if name in taken:
                notes.tell("D027", place, name=name)


def _expect_no_circle(problem: Mapping[str, ProblemFact], notes: Notes) -> None:
    """A fact derived from what is solved could come back to itself and never be answered."""
    for fact in problem.values():
        for key, condition in (("when", fact.when), ("counts", fact.counts)):
            if condition is not None and any("solved" in use.split() for use in condition.uses):
                notes.tell("D021", fact.at.at(key), fact=fact.id, field=key)


def _expect_scenes(values: dict[str, Any], top: Fields, notes: Notes) -> None:
    """One scene stands at the top, several stand in `scenes`; the same holds for customers."""
    alone = ("channel", "touchpoint", "start")
    written = top.values.get("scenes")
    several = bool(written.keys) if isinstance(written, Fields) else written is not None
    for key in (*alone, "clock") if several else ():
        if key in top.keys:
            notes.tell("D025", top.keys[key], field=key)
    for key in () if several else alone:
        if values[key] is None and key not in top.keys:
            notes.tell("D003", top.place, record="case", field=key)
    if values["customer"] is None and "customer" not in top.keys and not values["customers"]:
        notes.tell("D003", top.place, record="case", field="customer")
    if "customer" in top.keys and "customers" in top.keys:
        notes.tell("D026", top.keys["customers"])


def _version(text: str, calls: list[Call]) -> str:
    whole = "\0".join([text, *dict.fromkeys(call.scene.text for call in calls)])
    normal = unicodedata.normalize("NFC", whole)
    return hashlib.sha256(normal.encode()).hexdigest()[:16]


def _linked(
    values: dict[str, Any],
    notes: Notes,
    version: str,
    tables: tuple[Table, ...],
    calls: list[Call],
) -> Case:
    case_id, language = values.pop("case"), values["language"]
    customer = values.pop("customer")
    customers = values.pop("customers") or {customer.id: customer}
    scenes = _scenes(values, customers)
    starts = {one.start for one in scenes} if len(scenes) > 1 else set()
    for name in starts:
        values["nodes"][name] = replace(values["nodes"][name], opens=True)
    _follow_renames(values["nodes"], calls)
    policy = tuple(values.pop("policy").values())
    del values["format"]
    good = [one for one in tables if one.is_of(case_id, language) and not one.problems]
    rest: dict[str, Any] = {
        key: MappingProxyType(one) if type(one) is dict else one for key, one in values.items()
    }
    return Case(
        id=case_id,
        version=version,
        customers=MappingProxyType(customers),
        scenes=scenes,
        policy=policy,
        texts=_texts(language, notes, good, calls),
        hearings=_hearings(language, notes, good, calls),
        counted=tuple(sorted(notes.counted)),
        **rest,
    )


def _follow_renames(nodes: dict[str, Node], calls: list[Call]) -> None:
    """Gives the nodes of shared scenes the ids they had before the call or they were renamed."""
    for call in calls:
        called = nodes[call.node].was or call.node
        for name, node in call.scene.nodes.items():
            id, was = call.prefix + name, f"{called}/{node.was or name}"
            if was != id:
                nodes[id] = replace(nodes[id], was=was)


def _scenes(values: dict[str, Any], customers: Mapping[str, Customer]) -> tuple[Scene, ...]:
    """The scenes with their people; the one of a case that has no `scenes` stands at its top."""
    leaves, everybody = values.pop("leaves"), tuple(customers.values())
    alone = {key: values.pop(key) for key in ("channel", "touchpoint", "start", "clock")}
    several = values.pop("scenes")
    if not several:
        return (Scene(id="", customers=everybody, leaves=leaves, **alone),)
    scenes = []
    for one in several.values():
        ids = one.pop("customers")
        there = tuple(customers[name] for name in ids) or everybody
        one["leaves"] = one["leaves"] or leaves
        scenes.append(Scene(customers=there, **one))
    return tuple(scenes)


def _texts(
    language: str, notes: Notes, tables: list[Table], calls: list[Call]
) -> Mapping[str, Mapping[str, str]]:
    """The texts of the case in every language, what was given to shared scenes in its place."""
    texts = {language: notes.texts, **{one.language: dict(one.texts) for one in tables}}
    for lang, table in texts.items():
        for call in calls:
            table.update(texts_from(call, lang))
            values = {}
            for need in call.scene.needs:
                path = f"{call.node}.with.{need}"
                values[call.prefix + need] = table.get(path, notes.texts.get(path, ""))
            for key, text in table.items():
                if key.startswith(call.prefix):
                    table[key] = fill(text, values)
    return MappingProxyType({lang: _normal(table) for lang, table in texts.items()})


def _hearings(
    language: str, notes: Notes, tables: list[Table], calls: list[Call]
) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    hearings = {language: notes.hearings, **{one.language: dict(one.hearings) for one in tables}}
    for lang, table in hearings.items():
        for call in calls:
            table.update(hearings_from(call, lang))
    return MappingProxyType(hearings)


def _normal(texts: Mapping[str, str]) -> Mapping[str, str]:
    normal = {key: unicodedata.normalize("NFC", text) for key, text in texts.items()}
    return MappingProxyType(normal)
