"""Steps of inputs_file.feature."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pytest_bdd import given, parsers, scenarios, then, when

from tests.steps.conftest import Printed, script

scenarios("../features/inputs_file.feature")


@given(parsers.parse("a file with the lines: {lines}"), target_fixture="file")
def a_file(tmp_path: Path, lines: str) -> Path:
    file = tmp_path / "play.txt"
    file.write_text("\n".join(script(lines)) + "\n", "utf-8")
    return file


@when(parsers.parse('the file is played with seed {seed} in "{lang}"'), target_fixture="printed")
def play_file(dangol: Callable[..., Printed], file: Path, seed: str, lang: str) -> Printed:
    at = ("play", "lamp", "--console", "--inputs", str(file), "--json")
    return dangol(*at, "--seed", seed, "--lang", lang)


@when("the file is played twice", target_fixture="twice")
def play_twice(dangol: Callable[..., Printed], file: Path) -> tuple[Printed, Printed]:
    one = play_file(dangol, file, "3", "ko")
    return one, play_file(dangol, file, "3", "ko")


@then(parsers.parse("the program ends with code {code:d} and prints one JSON object"))
def prints_json(printed: Printed, code: int) -> None:
    assert (printed[0], printed[2]) == (code, "")
    assert isinstance(json.loads(printed[1]), dict)


@then(parsers.parse('the program ends with code {code:d} and one sentence with "{told}"'))
def prints_sentence(printed: Printed, code: int, told: str) -> None:
    assert (printed[0], printed[1]) == (code, "")
    assert told in printed[2]
    assert printed[2].count("\n") == 1


def result(printed: Printed) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(printed[1])
    return found


@then(parsers.parse("the object has {keys}"))
def has_keys(printed: Printed, keys: str) -> None:
    assert set(script(keys)) <= result(printed).keys()


@then(parsers.parse("every finding has {keys}"))
def findings_have_keys(printed: Printed, keys: str) -> None:
    findings = result(printed)["findings"]
    assert findings
    assert all(set(script(keys)) <= one.keys() for one in findings)


@then(parsers.parse('"{one}" is "{value}" and "{other}" is "{other_value}"'))
def values_are(printed: Printed, one: str, value: str, other: str, other_value: str) -> None:
    found = result(printed)
    assert (str(found[one]), str(found[other])) == (value, other_value)


@then(parsers.parse("the play took {seconds:d} seconds"))
def took(printed: Printed, seconds: int) -> None:
    assert result(printed)["outcome"]["seconds"] == seconds


@then("both times the very same letters are printed")
def same_letters(twice: tuple[Printed, Printed]) -> None:
    assert twice[0] == twice[1]
    assert result(twice[0])["rewinds"] == 1


@then("nothing was added to the data folder")
def nothing_added(printed: Printed, home: Path) -> None:
    assert printed[0] == 0
    assert [path.name for path in home.iterdir()] == ["scenarios"]
