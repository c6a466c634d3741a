"""A screen of a test's own, the real game on it, and hands for its keyboard and mouse.

Nothing here waits blindly: `until` polls for a fact, and gives up with an error.
"""

import json
import os
import signal
import sqlite3
import struct
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest

from game import content
from game.case.library import Library
from game.playthrough import Playthrough, replay
from game.store.chains import Saved
from game.store.database import FILE
from game.store.learners import GUEST, Learners
from game.view.dialogue import replies_of

ROOT = Path(__file__).resolve().parents[2]
CASE = "just-okay"
PATIENCE = 30.0  # seconds for any one fact: a loaded machine is slow, a hanging one is wrong

T = TypeVar("T")


def until(fact: Callable[[], T], what: str, seconds: float = PATIENCE) -> T:
    """Poll for a fact; returns it once it is true, fails when it does not come about."""
    end = time.monotonic() + seconds
    while not (found := fact()):
        assert time.monotonic() < end, f"not within {seconds} s: {what}; at last {found!r}"
        time.sleep(0.02)
    return found


@dataclass
class Desktop:
    """An X server that nobody else draws on, and the processes started there.

    Their output goes to files in `folder`, one a process.
    """

    folder: Path
    home: Path
    env: dict[str, str] = field(default_factory=dict)
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)

    # ------------------------------------------------------------ processes

    def start(self, name: str, *command: str) -> subprocess.Popen[bytes]:
        """Start a process that dies with this one at the latest."""
        with self.log(name).open("wb") as out, self.log(f"{name}-errors").open("wb") as errors:
            process = subprocess.Popen(
                ("setpriv", "--pdeathsig", "KILL", *command),
                cwd=ROOT,
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=errors,
                start_new_session=True,
            )
        self.running.append(process)
        return process

    def log(self, name: str) -> Path:
        """Where a process writes its output."""
        return self.folder / f"{name}.log"

    def first_line(self, name: str, process: subprocess.Popen[bytes]) -> str:
        """The first line that a process prints, once it is complete."""

        def line() -> str:
            assert process.poll() is None, f"{name} has ended: {self.log(f'{name}-errors')}"
            text = self.log(name).read_text("utf-8")
            return text.partition("\n")[0] if "\n" in text else ""

        return until(line, f"{name} says that it is there")

    def ask(self, *command: str) -> str:
        """What a command that ends by itself prints; "" when it fails."""
        done = subprocess.run(
            command, env=self.env, capture_output=True, timeout=PATIENCE, check=False
        )
        return done.stdout.decode().strip() if done.returncode == 0 else ""

    def kill(self, process: subprocess.Popen[bytes]) -> None:
        """End a process and its children at once: a window manager may ignore a plain request."""
        with suppress(ProcessLookupError):  # it may have ended before
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(PATIENCE)

    def close(self) -> None:
        """End everything, the X server last and gently, so that it takes its lock file away."""
        for process in reversed(self.running[1:]):
            self.kill(process)
        for server in self.running[:1]:
            server.terminate()
            with suppress(subprocess.TimeoutExpired):
                server.wait(5)
            self.kill(server)
        until(lambda: not self.left(), "nothing is left running", 5)

    def left(self) -> list[str]:
        """The processes that still run in this desktop's environment."""
        mark = f"DANGOL_HOME={self.home}\0".encode()
        return [str(one) for one in Path("/proc").glob("[0-9]*") if mark in _environment(one)]

    # ------------------------------------------------------------ hands

    def keys(self, *names: str) -> None:
        """Press keys one after the other, by their X names."""
        self._xdotool("key", *names)

    def write(self, keys: str) -> None:
        """Press the keys of an American keyboard that would write this text."""
        self._xdotool("type", "--delay", "25", "--", keys)

    def click(self, x: int, y: int) -> None:
        """Click at a place on the screen."""
        self._xdotool("mousemove", str(x), str(y), "click", "1")

    def _xdotool(self, *arguments: str) -> None:
        subprocess.run(("xdotool", *arguments), env=self.env, timeout=PATIENCE, check=True)

    def picture(self, path: Path) -> None:
        """Write what is on the screen into a PNG file."""
        path.write_bytes(_png((self.folder / "Xvfb_screen0").read_bytes()))


def _environment(process: Path) -> bytes:
    try:
        return (process / "environ").read_bytes()
    except OSError:  # it has ended meanwhile
        return b""


def _png(xwd: bytes) -> bytes:
    """The picture in an X window dump of 32 bits a pixel."""
    header = struct.unpack(">25I", xwd[:100])
    width, height, row, colours = header[4], header[5], header[12], header[19]
    start = header[0] + 12 * colours
    lines = bytearray()
    for y in range(height):
        bgrx = xwd[start + y * row : start + y * row + 4 * width]
        line = bytearray(3 * width)
        line[0::3], line[1::3], line[2::3] = bgrx[2::4], bgrx[1::4], bgrx[0::4]
        lines += b"\0" + line
    parts = (
        (b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(lines, 1)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@contextmanager
def desktop(folder: Path, home: Path, request: pytest.FixtureRequest) -> Iterator[Desktop]:
    """A fresh X server; ends with everything on it, and a picture of what a failed test left."""
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    env = {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(runtime),
        "DANGOL_HOME": str(home),
        "SDL_AUDIODRIVER": "dummy",
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",  # else SDL launches a bus that stays
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    made = Desktop(folder, home, env)
    failed = request.session.testsfailed
    try:
        server = made.start(
            "xvfb",
            *("Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24"),
            *("-fbdir", str(folder), "-nolisten", "tcp", "-noreset"),
        )
        env["DISPLAY"] = ":" + made.first_line("xvfb", server)
        yield made
        if request.session.testsfailed > failed:
            made.picture(folder / "failed.png")
            print(f"the screen and what the processes said: {folder}")
    finally:
        made.close()


class Game:
    """The game in its window, driven by keys and seen through the save it writes."""

    def __init__(self, screen: Desktop, *arguments: str) -> None:
        self.screen, self.home = screen, screen.home
        self.process = screen.start("game", sys.executable, "-m", "game.cli", "play", *arguments)
        self.window = until(self._is_open, "the window is open and has the keyboard")

    def _is_open(self) -> str:
        """The window's number once the keyboard is its own; without a window manager we give it."""
        assert self.process.poll() is None, f"the game has ended: {self.screen.folder}"
        process = str(self.process.pid)  # not by name: xdotool reads none with Hangul in it
        window = self.screen.ask("xdotool", "search", "--onlyvisible", "--pid", process)
        if not window:
            return ""
        if self.screen.ask("xdotool", "getwindowfocus") == window:
            return window
        self.screen.ask("xdotool", "windowfocus", window)
        return ""

    def begin(self) -> None:
        """From the briefing into the dialogue; the tour of the first one is left by Esc."""
        is_first = not self.was_shown_the_tour()
        self.screen.keys("Return")
        until(self.saves, "the save of a play that has begun")
        if is_first:
            until(self.was_shown_the_tour, "the tour is shown")
            self.screen.keys("Escape")

    def hear_out(self) -> None:
        """Let the customer finish at once: any key does, and this one means nothing else."""
        self.screen.keys("Shift_L")

    def pick(self, reply: str) -> None:
        """Pick a reply on offer by its digit, and see it kept."""
        offered = self.offered()
        before = len(self.entries())
        self.hear_out()
        self.screen.keys(str(1 + offered.index(reply)))
        until(lambda: len(self.entries()) > before, f"{reply} is kept")

    def go_to_text_line(self) -> None:
        """From the first reply to the text line below the last; returns when it takes letters."""
        self.hear_out()
        self.screen.keys(*["Tab"] * len(self.offered()))
        self.settle()

    def settle(self) -> None:
        """Wait until all keys so far have been taken: two more leave their mark in the settings.

        The second is seen only after the round of the first is over, text input switched and all.
        """
        for lang in ("en", "ko"):
            self.screen.keys("F4")
            until(partial(self._speaks, lang), f"F4 has led to {lang}")

    def _speaks(self, lang: str) -> bool:
        return self.settings().get("lang") == lang

    def hang(self) -> None:
        """Let it stand still like on a busy computer: what is pressed now it takes in at once."""
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """After it hung."""
        self.process.send_signal(signal.SIGCONT)

    # ------------------------------------------------------------ what it has written

    def saves(self) -> list[str]:
        """The names of the plays left unfinished."""
        return self.asked("SELECT id FROM plays WHERE NOT ended AND aside = '' ORDER BY id")

    def was_shown_the_tour(self) -> bool:
        """Whether it is remembered that the guest has seen it."""
        return bool(self.asked("SELECT value FROM remembered WHERE key = 'guest-seen'"))

    def asked(self, question: str) -> list[str]:
        """What the database answers; nothing while there is none yet."""
        if not (self.home / FILE).exists():
            return []
        with closing(sqlite3.connect(self.home / FILE, timeout=30)) as connection:
            try:
                return [value for (value,) in connection.execute(question)]
            except sqlite3.OperationalError:  # the game is just making it
                return []

    def save(self) -> Saved:
        """The only one."""
        (name,) = self.saves()
        saved = Learners(self.home).drawer(GUEST).saves.load(name)
        assert not saved.damaged
        return saved

    def entries(self) -> list[dict[str, Any]]:
        """What was done, in order, without the seconds and the hash chain."""
        return [
            {key: value for key, value in entry.to_json().items() if key != "wait"}
            for entry in self.save().log
        ]

    def settings(self) -> Mapping[str, Any]:
        """The settings as they are stored."""
        try:
            stored = json.loads((self.home / "settings.json").read_text("utf-8"))
        except FileNotFoundError:
            return {}
        assert isinstance(stored, dict)
        return stored

    def run(self) -> Playthrough:
        """The play as this save replays; fails where the save is damaged."""
        saved = self.save()
        case = Library([content.scenarios()]).load(saved.header.case)
        run, divergence = replay(case, saved.header, saved.log)
        assert divergence is None
        return run

    def offered(self) -> list[str]:
        """The replies on offer, in the order of their digits."""
        return [reply.id for reply in replies_of(self.run(), "ko")]
