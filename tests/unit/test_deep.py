"""The deep checks: what the quick ones see of their examples, the shipped cases, the command."""

import json
from pathlib import Path

import pytest

from game import content
from game.case.library import Library, check_file, read_file
from game.case.problems import Problem
from game.case.telling import examples, good_file
from game.cli import main
from game.workshop.deep import deep_check
from tests.unit.test_problems import case_file

DEEP = [code for code, example in examples().items() if example.kind == "deep"]
# Codes of the quick check that the smallest example of a deep one cannot but bring about too.
ALSO = {"P006": {"S006"}, "P012": {"S011"}}


def spoiled(folder: Path, code: str) -> Path:
    """The file with the example of a code."""
    example = examples()[code]
    assert good_file("deep").count(example.old) == 1
    data = example.spoiled()
    assert data is not None
    return case_file(folder, data)


def deep_problems(path: Path) -> tuple[Problem, ...]:
    case = read_file(path).case
    assert case is not None
    return deep_check(case, str(path)).problems


def test_good_case_of_the_deep_checks_is_good(tmp_path: Path) -> None:
    path = case_file(tmp_path, good_file("deep"))
    assert check_file(path) == []
    assert deep_problems(path) == ()


@pytest.mark.parametrize("code", DEEP)
def test_quick_check_does_not_see_what_the_example_has(code: str, tmp_path: Path) -> None:
    """What it has is told in the tests of the catalogue."""
    assert {one.code for one in check_file(spoiled(tmp_path, code))} == ALSO.get(code, set())


def test_codes_are_those_that_are_told() -> None:
    files = Path(content.__file__).with_name("workshop").glob("deep*.py")
    text = "".join(one.read_text("utf-8") for one in files)
    assert {code for code in examples() if code.startswith("P")} == set(DEEP)
    assert all(f'"{code}"' in text for code in DEEP)


@pytest.mark.parametrize(
    "name", ["just-okay", "changed-address", "spilt-coffee", "creased-shirt", "speed-trap"]
)
def test_shipped_case_is_clean(name: str) -> None:
    found = deep_check(Library([content.scenarios()]).load(name), name)
    assert found.problems == ()
    assert found.survey.unknown() == 0
    assert found.survey.found.full is not None


@pytest.mark.parametrize("code", ["N003", "N010", "N011"])
def test_a_hint_of_the_deep_check_stops_nobody(
    code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    example = examples()[code]
    path = str(case_file(tmp_path, example.spoiled() or b""))
    assert main(["check", "--deep", path, "--lang", "en"]) == 0
    assert f":{example.at.line}:{example.at.column} {code} " in capsys.readouterr().out
    assert main(["check", path]) == 0
    assert f" {code} " not in capsys.readouterr().out


def test_check_deep_tells_and_quick_check_does_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(spoiled(tmp_path, "P005"))
    assert main(["check", path, "--lang", "ko"]) == 0
    capsys.readouterr()
    assert main(["check", "--deep", path, "--lang", "ko"]) == 1
    told = capsys.readouterr()
    assert " P005 " in told.out
    assert "late-parcel" in told.err
    assert main(["check", "--deep", path, "--json"]) == 1
    assert [one["code"] for one in json.loads(capsys.readouterr().out)] == ["P005"]
