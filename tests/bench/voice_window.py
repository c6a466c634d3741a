"""Whether the window stalls while a customer's words stream in, and what that looks like.

    python -m tests.bench.voice_window [--model] [--lang ko|en] [--turns N] [--seconds S]
        [--pictures FOLDER]

Plays a case in the window (dummy driver, 1280x720, 60 rounds a second) against the tests' server in
a process of its own, or with `--model` against the small real one, every reply the first good one.
Prints a JSON line: the rounds while a customer talks in milliseconds, by the clock and by the
processor, beside those of a line that is only typed on, then how the lines came about. The aim is
a p99 under 20 ms.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from game.customers import openai_voice
from game.customers.servers import Server
from game.customers.speaking import BUDGET, Speaker
from game.customers.voicing import Voicing
from game.engine.offers import on_offer
from game.playthrough import Heard
from game.view.voice import voice_of
from tests.llm_server import stub_server

if TYPE_CHECKING:
    from game.screens.dialogue import DialogueScreen
    from game.screens.window import Window
    from game.session import Session

CASE, SEED = "changed-address", 7
ROUND = 1 / 60
LONGEST = 300.0  # seconds of one turn: whatever takes longer is a fault of this bench


@dataclass
class Rounds:
    """What the rounds took, in milliseconds, by the clock and by the processor."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def add(self, wall: float, cpu: float) -> None:
        """One more, in seconds."""
        self.wall.append(1e3 * wall)
        self.cpu.append(1e3 * cpu)

    def told(self) -> dict[str, float]:
        """Median, 99th part of a hundred, and the worst."""
        return {
            "rounds": len(self.wall),
            "median_ms": round(statistics.median(self.wall), 2),
            "p99_ms": round(statistics.quantiles(self.wall, n=100)[98], 2),
            "worst_ms": round(max(self.wall), 2),
            "p99_cpu_ms": round(statistics.quantiles(self.cpu, n=100)[98], 2),
        }


@contextmanager
def stub_apart() -> Iterator[Server]:
    """The tests' server in a process of its own, so that its work is not counted as ours."""
    command = (sys.executable, "-m", "tests.bench.voice_window", "serve")
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield Server(process.stdout.readline().strip(), "steady")
        finally:
            process.stdin.close()


@contextmanager
def small_model() -> Iterator[Server]:
    """The small real model behind its own server."""
    from tests.model.serving import NAME, model_server

    with model_server() as url:
        yield Server(url, NAME)


def opened(
    server: Server, lang: str, home: str, seconds: float
) -> "tuple[Window, DialogueScreen, Session]":
    """The window with a play at its first line."""
    import pygame

    from game import content
    from game.case.library import Library
    from game.desk import Desk
    from game.screens import tutorial
    from game.screens.canvas import Canvas
    from game.screens.dialogue import DialogueScreen
    from game.screens.stack import Push
    from game.screens.window import Window
    from game.store.home import Store
    from game.store.settings import Settings
    from game.words import Lang

    pygame.display.init()
    pygame.font.init()
    canvas = Canvas(content.assets())
    canvas.aim(pygame.display.set_mode((1280, 720)), 1.0)
    desk = Desk(Library([content.scenarios()]), Settings(Path(home)), Store(Path(home)))
    desk.people.see(tutorial.SEEN)
    chosen: Lang = "en" if lang == "en" else "ko"
    desk.set(lang=chosen)
    openai_voice.preload()
    desk.give_voice = lambda: Voicing(Speaker(openai_voice.OpenAIVoice(server), seconds))
    window = Window(desk, canvas, None)
    session = desk.begin(CASE, "coach", chosen, SEED)
    screen = DialogueScreen(desk, canvas, session)
    window.stack.apply(Push(screen))
    return window, screen, session


class Pictures:
    """Saves the window at moments worth looking at; the same kind of moment a few times."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._taken: dict[str, int] = {}

    def take(self, kind: str, most: int = 3) -> None:
        """Save the window as it is."""
        import pygame

        number = self._taken.get(kind, 0)
        if self.folder is None or number >= most:
            return
        self._taken[kind] = number + 1
        self.folder.mkdir(parents=True, exist_ok=True)
        surface = pygame.display.get_surface()
        assert surface is not None
        pygame.image.save(surface, str(self.folder / f"{kind}-{number + 1}.png"))


def heard_out(
    window: "Window", screen: "DialogueScreen", talk: Rounds, quiet: Rounds, pictures: Pictures
) -> None:
    """Rounds at their pace until the customer has said it all and it is there to be read."""
    began, rounds = time.perf_counter(), 0
    while (screen.view.is_talking or screen.is_revealing) or rounds < 3:
        assert time.perf_counter() - began < LONGEST
        start, cpu = time.perf_counter(), time.thread_time()
        window.turn([], ROUND)
        took, own = time.perf_counter() - start, time.thread_time() - cpu
        if screen.view.is_talking and rounds:
            talk.add(took, own)
            if not screen.is_revealing:
                pictures.take("streaming" if screen.view.lines[-1].text else "waiting")
        elif rounds:
            quiet.add(took, own)
        time.sleep(max(0.0, ROUND - took))
        rounds += 1
    window.turn([], ROUND)


def play(
    window: "Window", screen: "DialogueScreen", turns: int, pictures: Pictures
) -> tuple[Rounds, Rounds]:
    """Plays good replies; the rounds while a customer talked, and while the rest was typed on."""
    import pygame

    talk, quiet = Rounds(), Rounds()
    heard_out(window, screen, talk, quiet, pictures)
    run = screen.session.run
    for _ in range(turns):
        if run.play.ended:
            break
        if screen.is_reviewing:
            screen._close_review()
        good = next(
            (one for one in on_offer(run.play) if one.better is None), on_offer(run.play)[0]
        )
        number = [one.id for one in screen.view.replies].index(good.id)
        key = getattr(pygame, f"K_{number + 1}")
        window.turn([pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode="")], ROUND)
        window.turn([pygame.event.Event(pygame.KEYUP, key=key, mod=0, unicode="")], ROUND)
        heard_out(window, screen, talk, quiet, pictures)
        last = run.steps[-1].heard
        if any(one.refused and not one.by for one in last):
            pictures.take("refused")
        elif any(one.by for one in last):
            pictures.take("worded")
    return talk, quiet


def main() -> None:
    """Prints the row."""
    parser = argparse.ArgumentParser()
    parser.add_argument("serve", nargs="?")
    parser.add_argument("--model", action="store_true")
    parser.add_argument("--lang", default="ko", choices=("ko", "en"))
    parser.add_argument("--turns", type=int, default=12)
    parser.add_argument("--seconds", type=float, default=BUDGET, help="for one line")
    parser.add_argument("--pictures", type=Path)
    given = parser.parse_args()
    if given.serve:
        with stub_server() as stub:
            print(stub.base_url, flush=True)
            sys.stdin.read()
        return
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    with (
        TemporaryDirectory() as home,
        small_model() if given.model else stub_apart() as server,
    ):
        window, screen, session = opened(server, given.lang, home, given.seconds)
        talk, quiet = play(window, screen, given.turns, Pictures(given.pictures))
        session.leave()
        voice = voice_of(session.run)
        row = {
            "server": server.model,
            "talking": talk.told(),
            "quiet": quiet.told(),
            "voice": voice and voice.to_json(),
        }
        lines = [entry.done for entry in session.run.log if isinstance(entry.done, Heard)]
        for one in lines:
            meant = session.run.case.text(one.line, given.lang)  # type: ignore[arg-type]
            how = one.by or ", ".join((*one.refused, one.fault))
            print(f"{how:28} {meant} -> {one.text or '(as written)'}", file=sys.stderr)
        print(json.dumps({**row, "ended": session.ended, "load": os.getloadavg()[0]}))


if __name__ == "__main__":
    main()
