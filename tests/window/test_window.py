"""The real window on a real X server, played by real keys; the save file says what came of it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.words import words
from tests.window.display import CASE, PATIENCE, ROOT, Desktop, Game, desktop, until

pytestmark = pytest.mark.window


@pytest.fixture
def screen(tmp_path: Path, home: Path, request: pytest.FixtureRequest) -> Iterator[Desktop]:
    with desktop(tmp_path, home, request) as made:
        yield made


def chosen(game: Game) -> list[tuple[str, str]]:
    return [(entry["at"], entry["choose"]) for entry in game.entries()]


def test_play_by_keys_survives_a_kill(screen: Desktop) -> None:
    game = Game(screen, CASE)
    game.begin()
    assert game.entries() == []
    game.pick("write-down")
    game.pick("ask-details")
    path = [("opens", "write-down"), ("hub", "ask-details")]
    assert chosen(game) == path
    save, kept = game.saves(), game.entries()

    screen.kill(game.process)
    game = Game(screen)
    screen.keys("Return")  # the title offers the play first of all
    assert game.saves() == save
    assert game.entries() == kept

    game.pick("typed-in")
    assert chosen(game) == [*path, ("measures", "typed-in")]
    assert game.entries()[: len(kept)] == kept
    assert game.saves() == save


def test_title_lets_one_go(screen: Desktop) -> None:
    game = Game(screen)
    screen.keys("Escape", "Return")  # to the button that quits, and press it
    until(lambda: game.process.poll() is not None, "the game ends")
    assert game.process.returncode == 0
    assert screen.log("game-errors").read_text("utf-8") == ""


def test_digits_in_the_text_line_are_letters(screen: Desktop) -> None:
    game = Game(screen, CASE)
    game.begin()
    game.go_to_text_line()
    screen.write("ok 12?")
    screen.keys("BackSpace", "Return")
    until(game.entries, "the words are kept")
    [entry] = game.entries()
    assert (entry["at"], entry["say"], entry["meant"]) == ("opens", "ok 12", None)


def test_without_a_display_the_console_starts_and_says_so(screen: Desktop) -> None:
    del screen.env["DISPLAY"]
    done = subprocess.run(
        (sys.executable, "-m", "game.cli", "play", CASE),
        cwd=ROOT,
        env=screen.env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0
    assert words("ko", "display.none") in done.stderr.decode()
    assert done.stdout.decode().startswith("알겠습니다~")
