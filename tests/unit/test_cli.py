"""The command line: exit codes, data, odd terminals, and one sentence for whatever is wrong."""

import json
import os
import pty
import re
import select
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from game.cli import main
from tests.plays import BEST, LAMP, ROOT, environment, program
from tests.steps.conftest import put_cases

RESULT = (
    "case", "version", "seed", "mode", "ending", "handled", "resolved", "resolution", "empathy",
    "gratitude", "passed", "critical", "findings", "outcome", "epilogue", "digest",
)  # fmt: skip
CATALOGUE = (
    "id", "title", "season", "level", "channel", "touchpoint", "fault", "source", "languages",
)  # fmt: skip

Printed = tuple[int, str, str]


@pytest.fixture
def dangol(capsys: pytest.CaptureFixture[str]) -> Callable[..., Printed]:
    """Runs a command in this process: its exit code, what it printed, what it complained of."""

    def run(*arguments: str | Path) -> Printed:
        capsys.readouterr()
        code = main([str(one) for one in arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


@pytest.fixture
def best(tmp_path: Path) -> Path:
    """A file with the best play of the lamp."""
    path = tmp_path / "best.txt"
    path.write_text("\n".join(BEST), "utf-8")
    return path


def sentence(printed: Printed, code: int) -> str:
    """The one sentence on the error stream; nothing else is printed."""
    assert (printed[0], printed[1]) == (code, "")
    assert printed[2].count("\n") == 1
    assert "Traceback" not in printed[2]
    return printed[2]


# Exit codes


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nonsense"], "No such command 'nonsense'"),
        (["--nonsense"], "No such option"),
        (["play", "lamp", "--lang", "fr"], "'fr' is not one of"),
        (["play", "lamp", "--seed", "-1"], "-1"),
        (["play", "lamp", "--seed", str(2**31)], "2147483648"),
        (["play", "lamp", "--mode", "quiz"], "'quiz' is not one of"),
        (["play", "lamp", "--json"], "--console"),
        (["play", "lamp", "--inputs", "x.txt"], "--console"),
        (["play", "lamp", "--console", "--json"], "--inputs"),
        (["play", "--console", "--inputs", "x.txt"], "CASE"),
        (["play", "lamp", "--console", "--inputs", "no-such-file"], "no-such-file"),
        (["play", "lmap", "--console"], "'lamp'"),
        (["play", "lmap"], "'lamp'"),
        (["play", "zzz", "--console"], "just-okay, lamp"),
        (["check"], "PATH"),
        (["check", "no-such-file.yaml"], "no-such-file.yaml"),
        (["shot", "nothing", "out.png"], "'nothing' is not one of"),
        (["shot", "title", "out.png", "--size", "10x10"], "1280x720"),
        (["shot", "title", "out.png", "--size", f"{'9' * 5000}x720"], "1280x720"),
        (["backup"], "FILE"),
        (["backup", "."], "."),
        (["restore", "no-such-file"], "no-such-file"),
        (["export"], "FILE"),
        (["export", "."], "."),
        (["export", "out.jsonl", "--learner", "nobody"], "'nobody'"),
        (["import"], "FILE"),
        (["import", "no-such-file"], "no-such-file"),
        (["import", str(LAMP)], "lamp.yaml"),
        (["erase"], "LEARNER"),
        (["erase", "nobody", "--yes"], "'nobody'"),
    ],
)
def test_wrong_use_is_two_and_one_sentence(
    dangol: Callable[..., Printed], home: Path, arguments: list[str], said: str
) -> None:
    put_cases(home)
    assert said in sentence(dangol(*arguments), 2)


def test_no_command_is_the_help(dangol: Callable[..., Printed]) -> None:
    code, out, err = dangol()
    assert (code, err) == (2, "")
    assert {"play", "cases", "check", "schema", "shot", "import", "erase"} <= set(out.split())


def test_check_is_zero_for_no_problem_and_one_for_some(
    dangol: Callable[..., Printed], tmp_path: Path
) -> None:
    assert dangol("check", LAMP)[:2] == (0, "")
    (tmp_path / "bad.yaml").write_text("case: bad\nformat: 1\n", "utf-8")
    code, out, _ = dangol("check", tmp_path, "--lang", "en")
    assert code == 1
    first = out.splitlines()[0]
    assert re.match(rf"{re.escape(str(tmp_path))}/bad\.yaml:1:1 D003 .+", first)
    code, out, err = dangol("check", tmp_path, "--json")
    found = json.loads(out)
    assert (code, err) == (1, "")
    assert {"file", "line", "column", "code"} <= found[0].keys()


def test_inputs_that_are_no_text(
    dangol: Callable[..., Printed], tmp_path: Path, home: Path
) -> None:
    put_cases(home)
    (tmp_path / "play.txt").write_bytes("교환\n".encode("cp949"))
    arguments = ("play", "lamp", "--console", "--inputs", tmp_path / "play.txt", "--lang", "en")
    assert "not UTF-8" in sentence(dangol(*arguments), 2)
    (tmp_path / "play.txt").write_bytes(b"\xef\xbb\xbfask\r\nfile\r\n")
    assert dangol(*arguments)[0] == 3


def test_a_broken_case_is_one(dangol: Callable[..., Printed], tmp_path: Path, best: Path) -> None:
    (tmp_path / "bad.yaml").write_text("case: bad\n", "utf-8")
    bad = tmp_path / "bad.yaml"
    arguments = ("play", bad, "--console", "--inputs", best, "--lang", "en")
    assert f"{bad}:1:1" in sentence(dangol(*arguments), 1)


# Data


def test_cases_as_data(dangol: Callable[..., Printed], home: Path) -> None:
    put_cases(home)
    code, out, err = dangol("cases", "--json", "--lang", "en")
    assert (code, err) == (0, "")
    rows = {row["id"]: row for row in json.loads(out)}
    assert all(tuple(row) == CATALOGUE for row in rows.values())
    assert rows["lamp"] == {
        "id": "lamp", "title": "The flickering lamp", "season": "thanks", "level": 1,
        "channel": "phone", "touchpoint": "after", "fault": "none",
        "source": {"document": "S1", "item": 56}, "languages": ["ko", "en"],
    }  # fmt: skip
    assert "깜빡이는 스탠드" in dangol("cases", "--lang", "ko")[1]


def test_a_case_that_cannot_be_played_is_left_out(
    dangol: Callable[..., Printed], home: Path
) -> None:
    put_cases(home, "case: lamp\n")
    (home / "scenarios" / "link.yaml").symlink_to("/proc/self/mem")  # there, but not to be read
    assert "lamp" not in [row["id"] for row in json.loads(dangol("cases", "--json")[1])]


def result(dangol: Callable[..., Printed], *arguments: str | Path) -> dict[str, Any]:
    code, out, err = dangol("play", *arguments, "--console", "--json")
    assert (code, err) == (0, "")
    found: dict[str, Any] = json.loads(out)
    return found


def test_a_result_as_data(dangol: Callable[..., Printed], best: Path) -> None:
    found = result(dangol, LAMP, "--inputs", best, "--seed", "5", "--mode", "exam", "--lang", "en")
    assert set(RESULT) <= found.keys()
    assert (found["case"], found["seed"], found["mode"]) == ("lamp", 5, "exam")
    assert (found["ending"], found["passed"], found["critical"]) == ("end-regular", True, [])
    assert [found[axis] for axis in ("resolution", "empathy", "gratitude")] == [100, 100, 100]
    assert re.fullmatch("[0-9a-f]{16}", found["version"])
    assert re.fullmatch("[0-9a-f]{64}", found["digest"])
    assert found["epilogue"].keys() == {"day", "week", "month"}


def test_the_afterwards_stand_under_their_own_time(
    dangol: Callable[..., Printed], tmp_path: Path
) -> None:
    case = tmp_path / "case.yaml"
    text = LAMP.read_text("utf-8")
    case.write_text(text[: text.index("  day:\n")] + text[text.index("  month:\n") :], "utf-8")
    (tmp_path / "play.txt").write_text("note\nbye\n", "utf-8")
    found = result(dangol, case, "--inputs", tmp_path / "play.txt")
    assert found["epilogue"] == {"month": "아무 일도 없었다."}


def test_without_json_the_debrief_is_told(dangol: Callable[..., Printed], best: Path) -> None:
    code, out, _ = dangol("play", LAMP, "--console", "--inputs", best, "--lang", "en")
    assert code == 0
    assert "Handled 100%" in out
    assert "Resolved 100%" in out
    assert '"You even kept a calendar. Thank you for that."' in out


def test_the_schema_is_data(dangol: Callable[..., Printed]) -> None:
    code, out, err = dangol("schema")
    assert (code, err) == (0, "")
    assert json.loads(out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


# Terminals


@pytest.mark.parametrize("encoding", ["cp949", "ascii", "utf-8"])
def test_output_is_safe_in_every_encoding(home: Path, best: Path, encoding: str) -> None:
    put_cases(home)
    changes = {"PYTHONIOENCODING": encoding}
    encoding = encoding.replace("ascii", "utf-8")  # click speaks UTF-8 where it is told ASCII
    for arguments in (["cases"], ["play", "--help"], ["play", "zzz", "--console"]):
        done = program(*arguments, home=home, changes=changes, encoding=encoding)
        assert "Traceback" not in done.stderr
        assert done.stdout or done.stderr
    as_json = ("play", "lamp", "--console", "--inputs", best, "--json")
    done = program(*as_json, home=home, changes=changes, encoding=encoding)
    assert done.returncode == 0
    assert json.loads(done.stdout)["epilogue"]["month"] == "새 부품이 왔다."


def test_data_loses_no_letter_that_the_terminal_lacks(home: Path, tmp_path: Path) -> None:
    put_cases(home)
    (tmp_path / "play.txt").write_text("> 언제 깜빡이나요 😀\n", "utf-8")
    as_json = ("play", "lamp", "--console", "--inputs", tmp_path / "play.txt", "--json")
    changes = {"PYTHONIOENCODING": "cp949"}
    done = program(*as_json, home=home, changes=changes, encoding="cp949")
    quotes = [one["quote"] for one in json.loads(done.stdout)["findings"]]
    assert "언제 깜빡이나요 😀" in quotes


def test_bytes_that_are_no_text_are_no_crash(home: Path) -> None:
    put_cases(home)
    for changes in ({"LC_ALL": "C", "PYTHONIOENCODING": ""}, {"PYTHONIOENCODING": "utf-8"}):
        done = subprocess.run(
            (sys.executable, "-m", "game.cli", "play", "lamp", "--console", "--mode", "exam"),
            cwd=ROOT, env=environment(home, **changes), capture_output=True, check=False,
            input=b"\xff\xfe hello\n" + b"9" * 5000 + b"\nb " + b"9" * 5000 + b"\nq\n",
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert done.stderr == b""


def test_without_a_display_the_console_begins_and_says_so(home: Path) -> None:
    put_cases(home)
    done = program("play", "lamp", "--lang", "en", home=home, typed="3\nq\n")
    assert done.returncode == 0
    # The last line is ours; SDL may grumble before it.
    assert done.stderr.splitlines()[-1] == (
        "There is no display for a window, so this starts in the console."
    )
    assert "The flickering lamp" in done.stdout
    assert "Saved. Resume with" in done.stdout


def test_the_console_in_a_real_terminal(home: Path) -> None:
    put_cases(home)
    shown = "".join(
        in_terminal(home, "play", "lamp", "--console", "--lang", "en", "--mode", "coach")
    )
    assert "My lamp flickers" in shown
    assert "Saved. Resume with" in shown


def in_terminal(home: Path, *arguments: str) -> Iterator[str]:
    """What the program shows on a terminal of its own, whose user leaves at the first prompt."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(ROOT)
        command = (sys.executable, "-m", "game.cli", *arguments)
        os.execve(sys.executable, command, environment(home, TERM="dumb"))
    os.write(terminal, b"q\n")
    while select.select([terminal], [], [], 60)[0]:
        try:
            shown = os.read(terminal, 65536)
        except OSError:
            break
        yield shown.decode("utf-8", "replace")
    os.close(terminal)
    assert os.waitpid(process, 0)[1] == 0


def test_a_reader_that_goes_away_is_no_crash(home: Path) -> None:
    command = (sys.executable, "-m", "game.cli", "schema")
    with subprocess.Popen(
        command, cwd=ROOT, env=environment(home), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


@pytest.mark.parametrize("module", ["game", "game.cli"])
def test_both_modules_are_the_command(home: Path, module: str) -> None:
    done = subprocess.run(
        (sys.executable, "-m", module, "--version"), cwd=ROOT, env=environment(home),
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("dangol, version ")
