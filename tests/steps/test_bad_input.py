"""Steps of bad_input.feature."""

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from game.case.library import Library
from game.console import Console
from game.desk import Desk
from game.store.home import Store
from game.store.settings import Settings
from tests.homes import saves_at, sql
from tests.plays import LAMP_TEXT, edited_text, played
from tests.steps.conftest import Printed, put_cases

scenarios("../features/bad_input.feature")

HEADER = (
    '{"case": "lamp", "version": "0", "seed": 1, "mode": "coach",'
    ' "language": "ko", "agent": "", "format": 2}'
)

BROKEN: dict[str, bytes] = {
    "binary": bytes(range(256)) * 20,
    "not UTF-8": LAMP_TEXT.encode("cp949"),
    "empty": b"",
    "a list": b"- case: lamp\n- format: 1\n",
    "nested a million deep": b"case: " + b"[" * 1_000_000,
    "nine million letters": b"case: lamp\ntitle: " + b"a" * 9_000_000 + b"\n",
    "aliased": edited_text(("loves: [구체적인 답]", "loves: &same [구체적인 답]")).encode(),
    "given a key twice": edited_text(("format: 1", "format: 1\nformat: 1")).encode(),
    "indented with tabs": LAMP_TEXT.replace("\n    say:", "\n\tsay:").encode(),
    "of another format": edited_text(("format: 1", "format: 9")).encode(),
    "cut in the middle": LAMP_TEXT.encode()[: len(LAMP_TEXT.encode()) // 2],
    "begun with a BOM": b"\xef\xbb\xbf" + LAMP_TEXT.encode(),
    "ended with CRLF": LAMP_TEXT.replace("\n", "\r\n").encode(),
}
SAVE = "00000000-0000-4000-8000-000000000001"
SAVES = {
    "binary": "".join(map(chr, range(1, 256))) * 20,
    "empty": "",
    "from a newer program": HEADER,
}


@given(parsers.parse("a case file that is {kind}"), target_fixture="case_file")
def a_case_file(tmp_path: Path, kind: str) -> Path:
    path = tmp_path / "case.yaml"
    path.write_bytes(BROKEN[kind])
    return path


@when("a trainee plays the file", target_fixture="printed")
def play_file(dangol: Callable[..., Printed], case_file: Path) -> Printed:
    inputs = case_file.with_name("play.txt")
    inputs.write_text("ask\n", "utf-8")
    return dangol(
        "play", str(case_file), "--console", "--inputs", str(inputs), "--json", "--lang", "en"
    )


@when(parsers.parse('the program is asked to play "{case}"'), target_fixture="printed")
def play_case(dangol: Callable[..., Printed], home: Path, case: str) -> Printed:
    put_cases(home)
    return dangol("play", case, "--console", "--lang", "en", "--mode", "coach")


@when(parsers.parse('the program is asked to play "{case}" with "{rest}"'),
      target_fixture="printed")  # fmt: skip
def play_with(dangol: Callable[..., Printed], home: Path, case: str, rest: str) -> Printed:
    put_cases(home)
    return dangol("play", case, "--console", "--lang", "en", *shlex.split(rest))


@then(parsers.parse('the program ends with code {code:d} and one sentence with "{told}"'))
def one_sentence(printed: Printed, code: int, told: str) -> None:
    assert (printed[0], printed[1]) == (code, "")
    assert told in printed[2]
    assert printed[2].startswith("Error: ")
    assert printed[2].count("\n") == 1


@then(parsers.parse("the program ends with code {code:d} and no complaint"))
def no_complaint(printed: Printed, code: int) -> None:
    assert (printed[0], printed[2]) == (code, "")
    assert '"case": "lamp"' in printed[1]


# Saves


@given(parsers.parse("a save that is {kind}"), target_fixture="save")
def a_save(home: Path, kind: str) -> str:
    put_cases(home)
    saves_at(home).keep(SAVE, played(["ask"]))
    sql(home, "UPDATE plays SET header = ?", SAVES[kind])
    return SAVES[kind]


@pytest.fixture
def shown() -> list[str]:
    """What the console shows, one entry a time."""
    return []


def console(home: Path, data: Path, shown: list[str], answers: list[str]) -> Console:
    """A console that keeps its data in `data` and is answered so."""
    desk = Desk(Library([home / "scenarios"]), Settings(data), Store(data))
    lines = iter(answers)
    return Console(desk, "en", lambda _: next(lines, None), shown.append)


@when("a trainee starts the console")
def start_console(home: Path, shown: list[str]) -> None:
    assert console(home, home, shown, []).run(None, None, None) == 0


@then(parsers.parse('one sentence says "{told}"'))
def says_once(shown: list[str], told: str) -> None:
    assert len([line for line in shown if told in line]) == 1


@then("nothing of the save is lost")
def save_is_kept(home: Path, save: str) -> None:
    assert sql(home, "SELECT header FROM plays") == [(save,)]
    assert sql(home, "SELECT count(*) FROM inputs") == [(1,)]


# Data folders that take nothing


@given(parsers.parse("a data folder that is {kind}"), target_fixture="unwilling")
def a_folder(home: Path, tmp_path: Path, kind: str) -> Path:
    """A folder that takes nothing, not even of root: a file, and one of the kernel's own."""
    put_cases(home)
    (tmp_path / "taken").write_text("")
    return {"a file": tmp_path / "taken", "read-only": Path("/sys/dangol")}[kind]


@when("a trainee at the console plays to the end")
def plays_to_the_end(home: Path, unwilling: Path, shown: list[str]) -> None:
    answers = ["xyzzy", "xyzzy", "xyzzy", "0"]  # 0: none of these
    assert console(home, unwilling, shown, answers).run("lamp", "exam", 3) == 0


@then(parsers.parse('the program has said "{told}" once'))
def said_once(shown: list[str], told: str) -> None:
    assert len([line for line in shown if told in line]) == 1, shown


@then("the debrief was shown")
def debrief_was_shown(shown: list[str]) -> None:
    assert any(line.startswith("Handled ") for line in shown)
