"""How fast the window is, beside bare pygame in the same run: `python -m tests.bench.screens`.

Start, idle and memory are measured in processes of their own, drawing in one more: a process that
has imported everything else would flatter the start and swell the memory. Dummy driver, 1280x720.
Drawing is measured in processor time, and by the clock as well: other programs count in that.
One JSON line comes last, for the closing note.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.screens.dialogue import DialogueScreen
    from game.screens.window import Window

ROOT = Path(__file__).resolve().parents[2]
CASE = "just-okay"
STARTS, DRAWS = 5, 3  # the least disturbed of so many counts, as with `timeit`
IDLE = 5.0  # seconds
BUBBLES = 40
FRAMES = 600
SIZE = (1280, 720)
AIMS = {"start": 0.5, "draw_median": 3.0, "draw_p99": 8.0, "idle": 1.0, "memory": 100.0}
MORE = {
    "idle_talk": "% of a core, a dialogue that waits",
    "draw_worst": "ms",
    "draw_wall_p99": "ms by the clock, with whatever else runs here",
    "turn": "ms, a move with its new layout",
}
UNITS = {"start": "s", "draw_median": "ms", "draw_p99": "ms", "idle": "% of a core", "memory": "MB"}


def main(arguments: list[str]) -> int:
    """Measure everything, or one part in a process of its own."""
    if arguments:
        print(json.dumps(PARTS[arguments[0]]()))
        return 0
    starts = {name: min(started(name) for _ in range(STARTS)) for name in WINDOWS}
    drawn = min((part("draw") for _ in range(DRAWS)), key=lambda one: one["draw_median"])
    ours = {"start": starts["ours"], **drawn, **part("idle-ours")}
    ours["idle_talk"] = part("idle-talk")["idle"]
    bare = {"start": starts["bare"], **part("idle-bare")}
    show(ours, bare)
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    print(json.dumps({"ours": ours, "bare": bare, "aims": AIMS, "load": load}))
    return 0


def show(ours: Mapping[str, float], bare: Mapping[str, float]) -> None:
    """A table for people."""
    print(f"{'':14}{'Dangol':>10}{'bare':>10}{'aim':>10}")
    for name, aim in AIMS.items():
        beside = f"{bare[name]:10.2f}" if name in bare else f"{'-':>10}"
        verdict = "" if ours[name] < aim else "  over the aim"
        print(f"{name:14}{ours[name]:10.2f}{beside}{aim:10.2f}  {UNITS[name]}{verdict}")
    for name, note in MORE.items():
        print(f"{name:14}{ours[name]:10.2f}{'-':>10}{'-':>10}  {note}")


# ------------------------------------------------------------ processes


def run(name: str, **environment: str) -> str:
    """What this module prints when run for one part."""
    with TemporaryDirectory() as home:
        done = subprocess.run(
            (sys.executable, "-m", "tests.bench.screens", name),
            cwd=ROOT,
            env={
                **os.environ,
                "SDL_VIDEODRIVER": "dummy",
                "SDL_AUDIODRIVER": "dummy",
                "DANGOL_HOME": home,
                **environment,
            },
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    return done.stdout


def part(name: str) -> dict[str, float]:
    """The figures of one part."""
    found: dict[str, float] = json.loads(run(name).splitlines()[-1])
    return found


def started(name: str) -> float:
    """Seconds from before the process to its first frame."""
    return part_of_start(name, time.time())


def part_of_start(name: str, before: float) -> float:
    """The first frame tells the time of day; the process was asked for at `before`."""
    return float(json.loads(run(f"start-{name}").splitlines()[-1])["frame"]) - before


# ------------------------------------------------------------ parts


def first_frame_of_ours() -> dict[str, float]:
    """The title, drawn once."""
    window = open_ours()
    window.turn([], 0.0)
    return {"frame": time.time()}


def first_frame_of_bare() -> dict[str, float]:
    """An empty window, flipped once."""
    import pygame

    pygame.display.init()
    pygame.display.set_mode(SIZE).fill((243, 245, 250))
    pygame.display.flip()
    return {"frame": time.time()}


def idle_ours() -> dict[str, float]:
    """The loop on the title, where nothing happens."""
    return idle_of(open_ours())


def idle_talk() -> dict[str, float]:
    """The loop on a dialogue that waits for a reply."""
    from game.screens import tutorial
    from game.screens.dialogue import DialogueScreen
    from game.screens.stack import Push

    window = open_ours()
    window.desk.set(timers="off")
    session = window.desk.begin(CASE, "coach", "ko")
    screen = DialogueScreen(window.desk, window.canvas, session)
    window.desk.people.see(tutorial.SEEN)
    window.stack.apply(Push(screen))
    window.turn([], 0.0)
    screen.finish_talking()
    return idle_of(window)


def idle_of(window: "Window") -> dict[str, float]:
    """The window's own loop, without its end."""
    import pygame

    clock = pygame.time.Clock()
    seconds = 0.0

    def turn() -> None:
        nonlocal seconds
        window.turn(pygame.event.get(), seconds)
        seconds = clock.tick(60) / 1000

    return idle_share(turn)


def idle_bare() -> dict[str, float]:
    """The same loop around nothing: poll, tick, no drawing."""
    import pygame

    pygame.display.init()
    pygame.display.set_mode(SIZE).fill((243, 245, 250))
    pygame.display.flip()
    clock = pygame.time.Clock()

    def turn() -> None:
        pygame.event.get()
        clock.tick(60)

    return idle_share(turn)


def idle_share(turn: Callable[[], None]) -> dict[str, float]:
    """Percent of a core over `IDLE` seconds, and the most memory that was held."""
    end = time.monotonic() + 1.5  # what moves at the start has come to rest
    while time.monotonic() < end:
        turn()
    busy, start = time.process_time(), time.monotonic()
    while time.monotonic() - start < IDLE:
        turn()
    share = 100 * (time.process_time() - busy) / (time.monotonic() - start)
    return {"idle": share, "memory": memory()}


def draw() -> dict[str, float]:
    """A dialogue with 40 bubbles: typed on, scrolled, hovered, drawn again and again."""
    import pygame

    screen = long_dialogue()
    surface = screen.canvas.surface
    view = next(one for one in screen.page.items if one.name == "talk")
    count = sum(1 for one in view.children() if one.role == "article")
    assert count >= BUBBLES, count
    spent, waited = [], []
    for frame in range(FRAMES):
        screen.page._on_wheel(  # the only way in that needs no pointer
            pygame.event.Event(pygame.MOUSEWHEEL, y=1 if frame // 40 % 2 else -1), view.rect.center
        )
        where = (int(surface.get_width() * 0.7), 300 + frame % 400)
        screen.on_event(pygame.event.Event(pygame.MOUSEMOTION, pos=where, rel=(0, 1), buttons=()))
        screen.update(1 / 60)
        before, wall = time.process_time(), time.perf_counter()
        screen.draw(surface)
        spent.append(1000 * (time.process_time() - before))
        waited.append(1000 * (time.perf_counter() - wall))
    spent.sort()
    waited.sort()
    return {
        "draw_median": statistics.median(spent),
        "draw_p99": spent[int(len(spent) * 0.99)],
        "draw_worst": spent[-1],
        "draw_wall_p99": waited[int(len(waited) * 0.99)],
        "turn": turn_cost(screen),
        "drawn_with": count,
    }


def turn_cost(screen: "DialogueScreen") -> float:
    """The median of a move: the play goes on, all is laid out anew and drawn, in milliseconds."""
    spent = []
    for _ in range(20):
        screen.changed()
        before = time.process_time()
        screen.draw(screen.canvas.surface)
        spent.append(1000 * (time.process_time() - before))
    return statistics.median(spent)


# ------------------------------------------------------------ what is measured


def open_ours() -> "Window":
    """The window as `dangol play` opens it, up to its first turn."""
    from game import content
    from game.cli.desk import open_desk
    from game.screens import window
    from game.screens.canvas import Canvas

    surface = window._open()
    desk = open_desk()
    canvas = Canvas(content.assets())
    canvas.aim(surface, desk.text_scale)
    return window.Window(desk, canvas, None)


def long_dialogue() -> "DialogueScreen":
    """A dialogue whose lines are those of a whole play, over and over."""
    import pygame

    from game import content
    from game.case.library import Library
    from game.cli.desk import open_desk
    from game.screens import tutorial
    from game.screens.canvas import Canvas
    from game.screens.dialogue import DialogueScreen
    from game.shots import fixed_session

    pygame.display.init()
    pygame.font.init()
    canvas = Canvas(content.assets())
    canvas.aim(pygame.display.set_mode(SIZE), 1.0)
    desk = open_desk()
    library = Library([content.scenarios()])
    whole = fixed_session(library, CASE, "ended", "ko").view("ko").lines
    screen = DialogueScreen(desk, canvas, fixed_session(library, CASE, "dialogue", "ko"))
    spoken = [line for line in whole if line.voice in ("customer", "agent")]
    lines = (spoken * (BUBBLES // len(spoken) + 1))[:BUBBLES]
    load = screen.load

    def load_long() -> None:
        from dataclasses import replace

        load()
        screen.view = replace(screen.view, lines=(*lines, *screen.view.lines))

    screen.load = load_long  # type: ignore[method-assign]
    desk.people.see(tutorial.SEEN)  # else it is its darkness that is measured
    screen.changed()
    screen.draw(canvas.surface)
    screen.finish_talking()
    return screen


def memory() -> float:
    """The most memory held so far, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


WINDOWS = ("ours", "bare")
PARTS: Mapping[str, Callable[[], dict[str, float]]] = {
    "start-ours": first_frame_of_ours,
    "start-bare": first_frame_of_bare,
    "idle-ours": idle_ours,
    "idle-talk": idle_talk,
    "idle-bare": idle_bare,
    "draw": draw,
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
