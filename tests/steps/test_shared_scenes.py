"""Steps of shared_scenes.feature."""

from collections.abc import Callable
from pathlib import Path

from pytest_bdd import given, parsers, scenarios, then, when

from game.case.library import read_file
from game.playthrough import Playthrough
from game.view.lines import Voice
from tests.steps.bakery import put_cake
from tests.steps.conftest import Printed, said_by

scenarios("../features/shared_scenes.feature")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


@given("a folder in which all is well", target_fixture="folder")
def all_is_well(home: Path) -> Path:
    return put_cake(home)


@given(
    "a folder in which the shared scene leads to a node that is not there",
    target_fixture="folder",
)
def leads_nowhere(home: Path) -> Path:
    folder = put_cake(home)
    edit(folder / "shared" / "last-word.yaml", "go: answers", "go: answer")
    return folder


@given("a folder in which a call does not say what it is for", target_fixture="folder")
def says_not_what_for(home: Path) -> Path:
    folder = put_cake(home)
    edit(folder / "journey.yaml", "      aim: 다음 주 쿠키\n", "")
    return folder


@when("the trainer checks the folder", target_fixture="printed")
def check(dangol: Callable[..., Printed], folder: Path) -> Printed:
    return dangol("check", str(folder), "--lang", "en")


@when("the trainer rewords the shared scene", target_fixture="version")
def reword(folder: Path) -> str:
    before = read_file(folder / "journey.yaml").case
    assert before is not None
    edit(folder / "shared" / "last-word.yaml", "네, 그럼 다 되셨죠?", "네, 다 되셨죠?")
    return before.version


@then(parsers.parse('the trainee has heard "{words}"'))
def has_heard(run: Playthrough, words: str) -> None:
    assert words in said_by(run, Voice.CUSTOMER)


@then(parsers.parse('"{place}" is told once: "{words}"'))
def is_told_once(printed: Printed, folder: Path, place: str, words: str) -> None:
    code, told, _ = printed
    assert code == 1
    (line,) = [line for line in told.splitlines() if line.startswith(f"{folder}/{place}:")
               or line.startswith(f"{folder}/{place} ")]  # fmt: skip
    assert words in line


@then("both calls of it are told to look there first")
def calls_are_told(printed: Printed, folder: Path) -> None:
    lines = [line for line in printed[1].splitlines() if " X002 " in line]
    assert len(lines) == 2
    assert all(f"{folder}/shared/last-word.yaml" in line for line in lines)


@then("no problem is told")
def no_problem(printed: Printed) -> None:
    assert printed[:2] == (0, "")


@then("the case has another version than before")
def another_version(folder: Path, version: str) -> None:
    after = read_file(folder / "journey.yaml").case
    assert after is not None
    assert after.version != version
