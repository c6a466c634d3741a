"""`dangol new` on a real terminal: what it asks, and what comes of every kind of answer."""

import os
import pty
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from game.case.library import check_file
from game.case.tree import Fields, Scalar, grow
from tests.plays import ROOT, environment

ASKED = ("Channel", "Touchpoint", "Season", "Language")
CTRL_C, CTRL_D, ENTER = "\x03", "\x04", "\n"


class Tty:
    """A program on a terminal of its own: what it shows, what is typed, how it ends."""

    def __init__(self, handle: int, process: int) -> None:
        self.handle, self.process, self.shown = handle, process, ""

    def sees(self, text: str) -> None:
        """Waits until a text is shown that was not shown before."""
        while text not in self.shown:
            assert self._more(), self.shown
        self.shown = self.shown.partition(text)[2]

    def types(self, text: str) -> None:
        os.write(self.handle, text.encode())

    def ends(self) -> tuple[int, str]:
        """The exit code, and what was shown last."""
        while self._more():
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1]), self.shown

    def _more(self) -> bool:
        if not select.select([self.handle], [], [], 60)[0]:
            return False
        try:
            shown = os.read(self.handle, 65536)
        except OSError:  # the program is gone
            return False
        self.shown += shown.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(shown)


@contextmanager
def new(folder: Path, *arguments: str) -> Iterator[Tty]:
    """`dangol new umbrella` in a folder, in English."""
    process, handle = pty.fork()
    if process == 0:
        os.chdir(ROOT)
        command = (sys.executable, "-m", "game.cli", "new", "umbrella", "--dir", str(folder))
        home = folder / "home"
        os.execve(
            sys.executable,
            (*command, "--lang", "en", *arguments),
            environment(home, TERM="dumb"),
        )
    try:
        yield Tty(handle, process)
    finally:
        os.close(handle)


def field(folder: Path, key: str) -> str:
    """A field of the case that was written."""
    top: Fields = grow((folder / "umbrella.yaml").read_text("utf-8"))[0]
    found = top.values[key]
    assert isinstance(found, Scalar)
    return found.text


def test_empty_answers_are_the_usual_ones(tmp_path: Path) -> None:
    with new(tmp_path) as terminal:
        for question in ASKED:
            terminal.sees(question)
            terminal.types(ENTER)
        code, shown = terminal.ends()
    assert code == 0
    assert "umbrella.yaml" in shown
    assert [field(tmp_path, key) for key in ("channel", "touchpoint", "season", "language")] == [
        "phone", "core", "practice", "en",
    ]  # fmt: skip
    assert check_file(tmp_path / "umbrella.yaml") == []


def test_a_wrong_answer_is_asked_again_at_once(tmp_path: Path) -> None:
    with new(tmp_path, "--touchpoint", "after") as terminal:
        terminal.sees("Channel")
        terminal.types(f"fax{ENTER}")
        terminal.sees("'fax'")
        terminal.sees("Channel")
        terminal.types(f"  chat {ENTER}")
        terminal.sees("Season")
        terminal.types(f"my season{ENTER}")
        terminal.sees("'my season'")
        terminal.sees("Season")
        terminal.types(f"봄-시즌{ENTER}")
        terminal.sees("Language")
        terminal.types(f"fr{ENTER}")
        terminal.sees("'fr'")
        terminal.sees("Language")
        terminal.types(f"ko{ENTER}")
        code, shown = terminal.ends()
    assert (code, "Traceback" in shown) == (0, False)
    assert [field(tmp_path, key) for key in ("channel", "touchpoint", "season", "language")] == [
        "chat", "after", "봄-시즌", "ko",
    ]  # fmt: skip


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["Ctrl-C", "Ctrl-D"])
def test_whoever_breaks_off_has_written_nothing(key: str, tmp_path: Path) -> None:
    with new(tmp_path) as terminal:
        terminal.sees("Channel")
        terminal.types(ENTER)
        terminal.sees("Touchpoint")
        terminal.types(key)
        code, shown = terminal.ends()
    assert code == 130
    assert "Nothing was changed." in shown
    assert "Traceback" not in shown
    assert not (tmp_path / "umbrella.yaml").exists()


def test_a_name_that_is_taken_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    (tmp_path / "umbrella.yaml").write_text("case: umbrella\n", "utf-8")
    with new(tmp_path) as terminal:
        code, shown = terminal.ends()
    assert code == 1
    assert "Channel" not in shown
    assert "umbrella.yaml" in shown
