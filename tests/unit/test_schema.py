"""The JSON Schemas: an editor accepts and refuses the same fields as the reader does."""

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from game import cli
from game.case.library import kind_of
from game.case.pages import read_page
from game.case.reading import read_case
from game.case.schema import KINDS, case_schema, schema_of
from game.case.shared import read_shared
from tests.plays import CASES, JOURNEY_TEXT, LAMP_TEXT, LAST_WORD, ROOT, last_word

Json = dict[str, Any]
VALIDATORS = {kind: Draft202012Validator(schema_of(kind)) for kind in KINDS}

HEAD = "format: 1\nlanguage: en\ntitle: Rain\ntext: [It rained., It stopped.]\n"
# The files that are spoiled below, each with its kind.
FILES = {
    "lamp": ("case", LAMP_TEXT),
    "journey": ("case", JOURNEY_TEXT),
    "shared": ("shared", LAST_WORD),
    "season": ("season", f"season: rain\norder: 1\n{HEAD}"),
    "principle": ("principle", f"principle: rain\nsource: {{document: S1, item: 1}}\n{HEAD}"),
    "page": ("page", f"page: rain\nsource: {{document: S1}}\n{HEAD}"),
}


def all_files() -> list[Path]:
    """Every file of a kind that has a schema: shipped, and of the tests."""
    paths = [*(ROOT / "scenarios").rglob("*.yaml"), *CASES.rglob("*.yaml")]
    return sorted(path for path in paths if kind_of(path)[0] in KINDS)


def as_an_editor_reads(text: str) -> Json:
    """The values as the YAML server of an editor has them."""
    values: Json = yaml.safe_load(text)
    return values


def complaints(kind: str, values: Json) -> list[str]:
    return [error.message for error in VALIDATORS[kind].iter_errors(values)]


def codes(kind: str, values: Json) -> set[str]:
    data = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=10_000).encode()
    if kind == "case":
        problems = read_case("one.yaml", data, find=shared_scenes.get).problems
    elif kind == "shared":
        problems = read_shared("one.yaml", data).problems
    else:
        problems = read_page(kind, "one.yaml", data).problems
    return {problem.code for problem in problems}


shared_scenes = {"last-word": last_word()}


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_is_a_schema(kind: str) -> None:
    Draft202012Validator.check_schema(schema_of(kind))


def test_there_are_files_of_every_kind_to_look_at() -> None:
    assert {path.name for path in all_files()} >= {"lamp.yaml", "journey.yaml", "just-okay.yaml"}
    assert {kind for kind, _ in FILES.values()} == set(KINDS)


@pytest.mark.parametrize("path", all_files(), ids=lambda path: path.name)
def test_files_are_accepted(path: Path) -> None:
    assert complaints(kind_of(path)[0], as_an_editor_reads(path.read_text("utf-8"))) == []


@pytest.mark.parametrize("file", FILES)
def test_the_way_of_these_tests_changes_nothing(file: str) -> None:
    kind, text = FILES[file]
    assert codes(kind, as_an_editor_reads(text)) == set()
    assert complaints(kind, as_an_editor_reads(text)) == []


Part = Callable[[Json], Json]
Change = Callable[[Json], object]


def part(*way: str | int) -> Part:
    """The part of a file that keys lead to; a number counts from the first of a list or mapping."""

    def find(whole: Json) -> Json:
        at: Any = whole
        for key in way:
            if isinstance(key, int):
                at = list(at.values() if isinstance(at, dict) else at)[key]
            else:
                at = at[key]
        found: Json = at
        return found

    return find


def calling(case: Json) -> Json:
    """The first node that calls a shared scene."""
    return next(node for node in case["nodes"].values() if "call" in node)


def put(at: Part, key: str, value: object) -> Change:
    return lambda case: at(case).update({key: value})


def drop(at: Part, key: str) -> Change:
    return lambda case: at(case).pop(key)


top = part()
reply = part("nodes", "opens", "replies", 0)

RECORDS: dict[str, tuple[str, Part]] = {
    "case": ("lamp", top),
    "source": ("lamp", part("source")),
    "pass": ("lamp", part("pass")),
    "policy": ("lamp", part("policy", "reports")),
    "customer": ("lamp", part("customer")),
    "portrait": ("lamp", part("customer", "portrait")),
    "hidden": ("lamp", part("hidden", "since")),
    "feeling": ("lamp", part("feels", "unheard")),
    "harm": ("lamp", part("harms", "brushed-off")),
    "problem": ("lamp", part("problem", "on-record")),
    "node": ("lamp", part("nodes", "opens")),
    "timer": ("lamp", part("nodes", "opens", "timer")),
    "reply": ("lamp", reply),
    "free-text": ("lamp", part("free-text")),
    "after": ("lamp", part("after")),
    "case of scenes": ("journey", top),
    "scene": ("journey", part("scenes", 0)),
    "clock": ("journey", part("scenes", 0, "clock")),
    "customer of several": ("journey", part("customers", 0)),
    "memory": ("journey", part("remembers", 0)),
    "shared scene": ("shared", top),
    "node of a shared scene": ("shared", part("nodes", 0)),
    "season": ("season", top),
    "principle": ("principle", top),
    "source of a principle": ("principle", part("source")),
    "page": ("page", top),
}
_PAGE = ("format", "language", "title", "text")
REQUIRED = {
    "case": ("case", "format", "language", "title", "brief", "source", "season", "level", "channel",
             "touchpoint", "fault", "customer", "problem", "start", "nodes"),
    "source": ("document",), "policy": ("title", "text"),
    "customer": ("name", "portrait", "mood", "patience"), "portrait": ("base", "hair", "glasses"),
    "hidden": ("told", "text"), "feeling": ("text",), "harm": ("by", "text"),
    "problem": ("weight", "text"), "timer": ("after", "go"),
    "reply": ("id", "say", "acts", "why", "go"), "free-text": ("else",),
    "case of scenes": ("scenes", "customers"), "scene": ("title", "channel", "touchpoint", "start"),
    "clock": ("from",), "customer of several": ("name", "portrait", "mood", "patience"),
    "memory": ("case", "endings", "text"),
    "shared scene": ("shared", "format", "language", "title", "exits", "start", "nodes"),
    "season": ("season", "order", *_PAGE), "principle": ("principle", "source", *_PAGE),
    "page": ("page", "source", *_PAGE),
}  # fmt: skip

SHAPES: dict[str, tuple[str, Change]] = {
    "a level beyond five": ("lamp", put(top, "level", 6)),
    "a level that is a word": ("lamp", put(top, "level", "hard")),
    "a channel that is none": ("lamp", put(top, "channel", "fax")),
    "a format of tomorrow": ("lamp", put(top, "format", 2)),
    "a list for a mapping": ("lamp", put(top, "nodes", [])),
    "a mapping for a text": ("lamp", put(top, "title", {"ko": "제목"})),
    "a title too long": ("lamp", put(top, "title", "가" * 61)),
    "a mood beyond a hundred": ("lamp", put(part("customer"), "mood", 101)),
    "no patience": ("lamp", put(part("customer"), "patience", 0)),
    "a cue too long": ("lamp", put(part("customer"), "cue", "가" * 241)),
    "a mechanism that is none": ("lamp", put(part("feels", 0), "needs", ["sympathy"])),
    "a flag that is a word": ("lamp", put(part("feels", 0), "core", "maybe")),
    "a time without its unit": ("lamp", put(part("nodes", "opens", "timer"), "after", 40)),
    "a time of nothing": ("lamp", put(part("nodes", "opens", "timer"), "after", "0s")),
    "story time without its unit": ("lamp", put(reply, "takes", 35)),
    "an act that is none": ("lamp", put(reply, "acts", ["smile"])),
    "acts without a list": ("lamp", put(reply, "acts", "dismiss")),
    "an id with a space": ("lamp", put(reply, "id", "brush off")),
    "an id that begins with a digit": ("lamp", put(reply, "id", "1st")),
    "a breach that is none": ("lamp", put(reply, "breaks", ["manners"])),
    "a way without a place": ("lamp", put(reply, "go", [{"if": "mood > 1"}])),
    "a variant without words": ("lamp", put(part("nodes", 0), "say", [{"if": "mood > 1"}])),
    "a variant by an id with a space": (
        "lamp",
        put(part("nodes", 0), "say", [{"id": "a b", "say": "Hello."}]),
    ),
    "a condition in a draw": (
        "lamp",
        put(part("nodes", 0), "say", {"any": [{"if": "mood > 1", "say": "Hello."}]}),
    ),
    "no wordings to pick from": ("lamp", put(part("nodes", 0), "say", {"any": []})),
    "thanks of another kind": ("lamp", put(part("nodes", 0), "gives", "flowers")),
    "an ending of another kind": ("lamp", put(part("nodes", 0), "end", "happy")),
    "a fact of one word": ("lamp", put(top, "facts", {"ticket": ["none"], "notes-kept": 0})),
    "one word to draw from": ("journey", put(part("facts"), "weather", {"any": ["rain"]})),
    "one customer and several": ("journey", put(top, "customer", {})),
    "a channel beside the scenes": ("journey", put(top, "channel", "phone")),
    "a start beside the scenes": ("journey", put(top, "start", "opens")),
    "a clock beside the scenes": ("journey", put(top, "clock", {"from": "17:20"})),
    "an hour that was read as a number": (
        "journey",
        put(part("scenes", 0, "clock"), "from", 1040),
    ),
    "an hour beyond the day": ("journey", put(part("scenes", 0, "clock"), "limit", "24:00")),
    "a span for an hour": ("journey", put(part("nodes", 0), "at", "4m")),
    "an hour for a span": ("journey", put(part("scenes", 0, "clock"), "target", "17:20")),
    "a call of no shared scene": ("journey", put(calling, "call", "last-word")),
    "a list for what is given": ("journey", put(calling, "with", ["right"])),
    "a list for the ways back": ("journey", put(calling, "returns", ["settle"])),
    "a way back without a place": (
        "journey",
        put(part("nodes", "check", "returns"), "open", [{"if": "mood > 1"}]),
    ),
    "a need of another kind": ("shared", put(part("needs"), "works", "number")),
    "one exit without a list": ("shared", put(top, "exits", "held")),
    "a season of no number": ("season", put(top, "order", 0)),
    "a page without a source": ("page", put(top, "source", "S1")),
    "a list in a title": ("principle", put(top, "title", ["Rain"])),
}


def spoiled(file: str, change: Change) -> tuple[str, Json]:
    """The kind of a file, and its values after the change."""
    kind, text = FILES[file]
    values = deepcopy(as_an_editor_reads(text))
    change(values)
    return kind, values


@pytest.mark.parametrize("record", RECORDS)
def test_an_unknown_field_is_refused_by_both(record: str) -> None:
    file, at = RECORDS[record]
    kind, values = spoiled(file, put(at, "stranger", "x"))
    assert "D004" in codes(kind, values)
    assert complaints(kind, values)


@pytest.mark.parametrize(
    ("record", "key"), [(record, key) for record, keys in REQUIRED.items() for key in keys]
)
def test_a_missing_field_is_refused_by_both(record: str, key: str) -> None:
    file, at = RECORDS[record]
    kind, values = spoiled(file, drop(at, key))
    assert codes(kind, values) & {"D001", "D003"}
    assert complaints(kind, values)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_wrong_shape_is_refused_by_both(shape: str) -> None:
    kind, values = spoiled(*SHAPES[shape])
    assert codes(kind, values)
    assert complaints(kind, values)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_described_in_both_languages(kind: str) -> None:
    for key, field in schema_of(kind)["properties"].items():
        korean, _, english = field["description"].partition(" / ")
        assert korean, key
        assert english, key


def test_the_schemas_beside_the_cases_are_what_the_command_prints() -> None:
    for kind in ("case", "shared"):
        shipped = (ROOT / "scenarios" / f"{kind}.schema.json").read_text("utf-8")
        assert json.loads(shipped) == schema_of(kind)


@pytest.mark.parametrize("kind", ["", *KINDS])
def test_the_command_prints_the_schema_of_a_kind(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["schema", *([kind] if kind else [])]) == 0
    assert json.loads(capsys.readouterr().out) == (schema_of(kind) if kind else case_schema())
