"""Plays for the tests: the two cases of the tests, runs of them by short scripts, and the program.

A script is what an inputs file holds, one line each: `ask`, `> typed text`, `wait 40`, `back 2`.
"""

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from game.case.model import Case
from game.case.reading import read_case
from game.case.shared import SharedScene, read_shared
from game.desk import new_run
from game.engine.advance import Advance, advance, begin
from game.engine.events import CustomerSpoke, Event, NodeEntered
from game.engine.inputs import Choose, Input
from game.engine.offers import on_offer
from game.engine.play import Play
from game.inputs_file import play_inputs
from game.playthrough import Mode, Playthrough

ROOT = Path(__file__).resolve().parent.parent
CASES = Path(__file__).resolve().parent / "cases"
LAMP = CASES / "lamp.yaml"
LAMP_TEXT = LAMP.read_text("utf-8")
LAMP_ENGLISH = (CASES / "lamp.en.yaml").read_text("utf-8")

# The best play of the lamp: everything solved, everything felt, thanked for and passed on.
BEST = ("ask", "file", "thank-notes", "tell-day", "bye", "share")

# The other case of the tests: two scenes, two customers, story time, and all that is hidden.
JOURNEY_TEXT = (CASES / "journey.yaml").read_text("utf-8")
JOURNEY_ENGLISH = (CASES / "journey.en.yaml").read_text("utf-8")
LAST_WORD = (CASES / "shared" / "last-word.yaml").read_text("utf-8")
LAST_WORD_ENGLISH = (CASES / "shared" / "last-word.en.yaml").read_text("utf-8")


def case_of(text: str, english: str = "", shared: SharedScene | None = None) -> Case:
    """The case of a text that has no problems, and that may call a shared scene."""
    reading = read_case(
        "case.yaml",
        text.encode(),
        {"case.en.yaml": english.encode()} if english else {},
        lambda name: shared if shared and shared.id == name else None,
    )
    assert reading.case is not None, reading.problems
    return reading.case


def last_word(text: str = LAST_WORD, english: str = LAST_WORD_ENGLISH) -> SharedScene:
    """The shared scene that the journey calls twice."""
    return read_shared("last-word.yaml", text.encode(), {"last-word.en.yaml": english.encode()})


@cache
def lamp() -> Case:
    """The case of the tests, in both languages."""
    return case_of(LAMP_TEXT, LAMP_ENGLISH)


@cache
def journey() -> Case:
    """The case of the tests that has two scenes, in both languages."""
    return case_of(JOURNEY_TEXT, JOURNEY_ENGLISH, last_word())


def edited_journey(*changes: tuple[str, str]) -> Case:
    """The journey after an author's edits: old text, new text, each found once."""
    return case_of(edited_text(*changes, text=JOURNEY_TEXT), "", last_word())


def edited(*changes: tuple[str, str], text: str = LAMP_TEXT) -> Case:
    """The case of the tests after an author's edits: old text, new text, each found once."""
    return case_of(edited_text(*changes, text=text))


def edited_text(*changes: tuple[str, str], text: str = LAMP_TEXT) -> str:
    """The text of such an edit."""
    for old, new in changes:
        assert text.count(old) == 1, f"{text.count(old)} times in the case: {old}"
        text = text.replace(old, new)
    return text


def started(
    case: Case | None = None, mode: Mode = Mode.COACH, lang: str = "ko", seed: int = 0
) -> Playthrough:
    """A run of a case (the lamp) at its first node."""
    return new_run(lamp() if case is None else case, mode, lang, seed)


def played(
    script: Iterable[str],
    case: Case | None = None,
    mode: Mode = Mode.COACH,
    lang: str = "ko",
    seed: int = 0,
) -> Playthrough:
    """A run of a case (the lamp) after the lines of a script."""
    run = started(case, mode, lang, seed)
    play_inputs(run, "\n".join(script), "en")
    return run


# The engine by itself


def go(case: Case, *taken: str | int, seed: int = 0, memory: Iterable[str] = ()) -> Advance:
    """The play after replies (ids) and waits (seconds), with the events of the last of them."""
    play, events = begin(case, seed, memory)
    for one in taken:
        given = Input(one, None) if isinstance(one, int) else Input(0, Choose(one))
        play, events = advance(case, play, given)
    return play, events


def said(events: Sequence[Event]) -> list[str]:
    """The ids of what the customers said."""
    return [event.text for event in events if isinstance(event, CustomerSpoke)]


def entered(events: Sequence[Event]) -> list[str]:
    """The nodes that were entered."""
    return [event.node for event in events if isinstance(event, NodeEntered)]


def offered(play: Play) -> list[str]:
    """The ids of the replies on offer."""
    return [reply.id for reply in on_offer(play)]


# The program


def environment(home: Path, **changes: str) -> dict[str, str]:
    """The environment of a program that has no display, speaks UTF-8 and keeps things in `home`."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "LC_ALL", "LANG", "PYTHONHASHSEED")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    own = {"DANGOL_HOME": str(home), "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)}
    return {**kept, **own, **changes}


def program(
    *arguments: str | Path,
    home: Path,
    typed: str = "",
    changes: Mapping[str, str] | None = None,
    encoding: str = "utf-8",
) -> subprocess.CompletedProcess[str]:
    """What `python -m game.cli` does in a process of its own, and what it prints."""
    return subprocess.run(
        (sys.executable, "-m", "game.cli", *arguments),
        cwd=ROOT,
        env=environment(home, **(changes or {})),
        input=typed,
        capture_output=True,
        encoding=encoding,
        check=False,
    )


class Terminal:
    """The console in a process of its own, spoken to through pipes."""

    def __init__(self, *arguments: str, home: Path) -> None:
        self.process = subprocess.Popen(
            (sys.executable, "-u", "-m", "game.cli", *arguments),
            cwd=ROOT,
            env=environment(home),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self.shown = ""
        self.ended = False
        self._letters: queue.Queue[bytes] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        while letters := self.process.stdout.read(1):
            self._letters.put(letters)
        self._letters.put(b"")

    def until_asked(self) -> str:
        """What it shows up to its next prompt, or to its end."""
        said = bytearray()
        while not self.ended and not said.endswith(b"\n> ") and said != b"> ":
            letter = self._letters.get(timeout=60)
            self.ended = not letter
            said += letter
        told = said.decode("utf-8")
        self.shown += told
        return told

    def say(self, line: str) -> str:
        """Types a line and gives what is shown up to the next prompt."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n".encode())
        self.process.stdin.flush()
        return self.until_asked()

    def kill(self) -> None:
        """Ends it as a power cut does: nothing is cleaned up, nothing is said."""
        self.process.kill()
        self.close()

    def close(self) -> int:
        """Closes its input and waits for its end; gives the exit code."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        code = self.process.wait(timeout=60)
        assert self.process.stdout is not None
        while not self.ended:
            self.ended = not self._letters.get(timeout=60)
        self.process.stdout.close()
        return code
