"""The JSON Schema: an editor accepts and refuses the same fields as the reader does."""

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from game.case.reading import read_case
from game.case.schema import case_schema
from tests.plays import CASES, LAMP_TEXT, ROOT

VALIDATOR = Draft202012Validator(case_schema())
Json = dict[str, Any]


def case_files() -> list[Path]:
    """Every case file: shipped, and of the tests."""
    paths = [*(ROOT / "scenarios").rglob("*.yaml"), *CASES.glob("*.yaml")]
    return sorted(path for path in paths if "\ncase: " in f"\n{path.read_text('utf-8')}")


def as_an_editor_reads(text: str) -> Json:
    """The values as the YAML server of an editor has them."""
    values: Json = yaml.safe_load(text)
    return values


def complaints(values: Json) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(values)]


def codes(values: Json) -> set[str]:
    text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=10_000)
    return {problem.code for problem in read_case("case.yaml", text.encode()).problems}


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(case_schema())


def test_there_are_cases_to_look_at() -> None:
    assert {path.name for path in case_files()} >= {"lamp.yaml", "just-okay.yaml"}


@pytest.mark.parametrize("path", case_files(), ids=lambda path: path.name)
def test_cases_are_accepted(path: Path) -> None:
    assert complaints(as_an_editor_reads(path.read_text("utf-8"))) == []


def test_the_way_of_these_tests_changes_nothing() -> None:
    assert codes(as_an_editor_reads(LAMP_TEXT)) == set()


def stranger(at: Callable[[Json], Json]) -> Callable[[Json], None]:
    return lambda case: at(case).update({"stranger": "x"})


def reply(case: Json) -> Json:
    found: Json = case["nodes"]["opens"]["replies"][0]
    return found


def put(at: Callable[[Json], Json], key: str, value: object) -> Callable[[Json], None]:
    return lambda case: at(case).update({key: value})


def drop(at: Callable[[Json], Json], key: str) -> Callable[[Json], None]:
    return lambda case: at(case).pop(key) and None


def top(case: Json) -> Json:
    return case


RECORDS: dict[str, Callable[[Json], Json]] = {
    "case": top,
    "source": lambda case: case["source"],
    "pass": lambda case: case["pass"],
    "policy": lambda case: case["policy"]["reports"],
    "customer": lambda case: case["customer"],
    "portrait": lambda case: case["customer"]["portrait"],
    "hidden": lambda case: case["hidden"]["since"],
    "feeling": lambda case: case["feels"]["unheard"],
    "harm": lambda case: case["harms"]["brushed-off"],
    "problem": lambda case: case["problem"]["on-record"],
    "node": lambda case: case["nodes"]["opens"],
    "timer": lambda case: case["nodes"]["opens"]["timer"],
    "reply": reply,
    "free-text": lambda case: case["free-text"],
    "after": lambda case: case["after"],
}
REQUIRED = {
    "case": ("case", "format", "language", "title", "brief", "source", "season", "level", "channel",
             "touchpoint", "fault", "customer", "problem", "start", "nodes"),
    "source": ("document",), "policy": ("title", "text"),
    "customer": ("name", "portrait", "mood", "patience"), "portrait": ("base", "hair", "glasses"),
    "hidden": ("told", "text"), "feeling": ("text",), "harm": ("by", "text"),
    "problem": ("weight", "text"), "timer": ("after", "go"),
    "reply": ("id", "say", "acts", "why", "go"), "free-text": ("else",),
}  # fmt: skip

SHAPES: dict[str, Callable[[Json], None]] = {
    "a level beyond five": put(top, "level", 6),
    "a level that is a word": put(top, "level", "hard"),
    "a channel that is none": put(top, "channel", "fax"),
    "a format of tomorrow": put(top, "format", 2),
    "a list for a mapping": put(top, "nodes", []),
    "a mapping for a text": put(top, "title", {"ko": "제목"}),
    "a title too long": put(top, "title", "가" * 61),
    "a mood beyond a hundred": put(RECORDS["customer"], "mood", 101),
    "no patience": put(RECORDS["customer"], "patience", 0),
    "a mechanism that is none": put(RECORDS["feeling"], "needs", ["sympathy"]),
    "a flag that is a word": put(RECORDS["feeling"], "core", "maybe"),
    "a time without its unit": put(RECORDS["timer"], "after", 40),
    "a time of nothing": put(RECORDS["timer"], "after", "0s"),
    "an act that is none": put(reply, "acts", ["smile"]),
    "acts without a list": put(reply, "acts", "dismiss"),
    "an id with a space": put(reply, "id", "brush off"),
    "an id that begins with a digit": put(reply, "id", "1st"),
    "a breach that is none": put(reply, "breaks", ["manners"]),
    "a way without a place": put(reply, "go", [{"if": "mood > 1"}]),
    "a variant without words": put(RECORDS["node"], "say", [{"if": "mood > 1"}]),
    "no wordings to pick from": put(RECORDS["node"], "say", {"any": []}),
    "thanks of another kind": put(RECORDS["node"], "gives", "flowers"),
    "an ending of another kind": put(RECORDS["node"], "end", "happy"),
    "a fact of one word": put(top, "facts", {"ticket": ["none"], "notes-kept": 0}),
}


def spoiled(change: Callable[[Json], None]) -> Json:
    case = deepcopy(as_an_editor_reads(LAMP_TEXT))
    change(case)
    return case


@pytest.mark.parametrize("record", RECORDS)
def test_an_unknown_field_is_refused_by_both(record: str) -> None:
    case = spoiled(stranger(RECORDS[record]))
    assert "D004" in codes(case)
    assert complaints(case)


@pytest.mark.parametrize(
    ("record", "key"), [(record, key) for record, keys in REQUIRED.items() for key in keys]
)
def test_a_missing_field_is_refused_by_both(record: str, key: str) -> None:
    case = spoiled(drop(RECORDS[record], key))
    assert codes(case) & {"D001", "D003"}
    assert complaints(case)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_wrong_shape_is_refused_by_both(shape: str) -> None:
    case = spoiled(SHAPES[shape])
    assert codes(case)
    assert complaints(case)


def test_every_field_is_described_in_both_languages() -> None:
    for key, field in case_schema()["properties"].items():
        korean, _, english = field["description"].partition(" / ")
        assert korean, key
        assert english, key


def test_the_schema_beside_the_cases_is_what_the_command_prints() -> None:
    shipped = json.loads((ROOT / "scenarios" / "case.schema.json").read_text("utf-8"))
    assert shipped == case_schema()
