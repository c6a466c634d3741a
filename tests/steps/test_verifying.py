"""Steps of verifying.feature."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pytest_bdd import given, parsers, scenarios, then, when

from tests.homes import desk_at, play
from tests.plays import LAMP_TEXT, edited_text, lamp
from tests.steps.conftest import LANGUAGES, Printed, put_cases

scenarios("../features/verifying.feature")

NAME = "Sujeong"
Run = Callable[..., Printed]
Data = dict[str, Any]


@given("a trainee who has handed in a finished and an unfinished play", target_fixture="handed_in")
def handed_in(home: Path, dangol: Run, tmp_path: Path) -> Path:
    put_cases(home)
    desk = desk_at(home)
    desk.people.add(NAME, "man-20s_quiff-dark_none")
    play(desk, "lamp")
    play(desk, "lamp", script=("ask",))
    assert dangol("export", str(tmp_path / "plays.jsonl"))[0] == 0
    return tmp_path / "plays.jsonl"


def _finding(row: Data) -> None:
    row["scorecards"][0]["findings"][0]["points"] -= 1


CHANGES: dict[str, Callable[[Data], object]] = {
    "a waiting time": lambda row: row["inputs"][2].update(wait=9),
    "the seed": lambda row: row["header"].update(seed=7),
    "a reply": lambda row: row["inputs"][4].update(choose="thank-notes"),
    "the last reply": lambda row: row["inputs"].pop(),
    "a score": lambda row: row["summary"]["scores"].update(empathy=99),
    "a finding": _finding,
}


@when(parsers.parse("{what} is changed in the file"))
def is_changed(handed_in: Path, what: str) -> None:
    rows = [json.loads(line) for line in handed_in.read_text("utf-8").splitlines()]
    CHANGES[what](next(row for row in rows if row["kind"] == "play" and row["ended"]))
    handed_in.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")


@when("the author edits the case")
def author_edits(home: Path) -> None:
    put_cases(home, edited_text(("title: 깜빡이는 스탠드", "title: 꺼지는 스탠드"), text=LAMP_TEXT))


@when("the trainer checks the file", target_fixture="printed")
def checks_the_file(dangol: Run, handed_in: Path) -> Printed:
    return dangol("verify", str(handed_in), "--lang", "en")


@when(parsers.parse('the trainer checks the file in "{language}"'), target_fixture="printed")
def checks_in(dangol: Run, handed_in: Path, language: str) -> Printed:
    return dangol("verify", str(handed_in), "--lang", LANGUAGES[language])


@when("the trainer checks the plays of this computer", target_fixture="printed")
def checks_here(dangol: Run) -> Printed:
    return dangol("verify", "--lang", "en")


@then(parsers.parse("all {number:d} plays are whole"))
def all_whole(printed: Printed, number: int) -> None:
    *plays, total, _ = printed[1].splitlines()
    assert (printed[0], printed[2]) == (0, "")
    assert [one.endswith("  whole") for one in plays] == [True] * number
    assert total == f"Whole: {number}, not compared: 0, not holding: 0"


@then("the trainee's name is not shown")
def no_name(printed: Printed) -> None:
    assert NAME not in printed[1]


@then(parsers.parse('{number:d} play does not hold, and it is said that "{told}"'))
def does_not_hold(printed: Printed, number: int, told: str) -> None:
    *plays, total, _ = printed[1].splitlines()
    assert printed[0] == 1
    assert total == f"Whole: 1, not compared: 0, not holding: {number}"
    assert sum(told in one for one in plays) == number


@then("no play is said to be damaged")
def not_damaged(printed: Printed) -> None:
    assert printed[0] == 0
    assert printed[1].splitlines()[-2] == "Whole: 0, not compared: 2, not holding: 0"


@then("it is said which version was played and that the replay cannot be compared")
def says_version(printed: Printed) -> None:
    told = f"the replay cannot be compared. It was version {lamp().version} and is now "
    assert printed[1].count(told) == 2


@then(parsers.parse('the last line says "{one}" and "{other}"'))
def last_line(printed: Printed, one: str, other: str) -> None:
    last = printed[1].splitlines()[-1]
    assert one in last
    assert other in last
