"""`dangol play --base-url URL --model NAME`: a model speaks, once that was agreed to."""

import subprocess
import sys
from pathlib import Path

import pytest

from game.words import words
from tests.llm_server import last_line, stub_server
from tests.plays import ROOT, environment, program
from tests.steps.conftest import put_cases

SIGH = "Well, there it is."
URL = "http://127.0.0.1:9/v1"
KEY = "sk-nobody-may-read-this"
PLAY = ("play", "lamp", "--console", "--mode", "coach", "--lang", "en", "--seed", "1")


def voiced(messages: list[dict[str, str]]) -> str:
    return f"{SIGH} {last_line(messages)}"


def test_the_console_shows_the_models_words_and_keeps_them(home: Path) -> None:
    put_cases(home)
    with stub_server(voiced) as stub:
        given = ("--base-url", stub.base_url, "--model", "good", "--yes")
        done = program(*PLAY, *given, home=home, typed="1\nq\n", changes={"DANGOL_LLM_KEY": KEY})
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(SIGH) == 2
    assert "127.0.0.1" in done.stderr
    assert words("en", "play.llm.what") in done.stderr
    assert stub.keys == [f"Bearer {KEY}"] * 2
    listed = program("play", "--console", "--lang", "en", home=home, typed="q\n").stdout
    rows = sum(line[:1].isdigit() for line in listed.splitlines())  # the last takes it up again
    typed = f"{rows}\nh\nq\n"
    again = program("play", "--console", "--lang", "en", home=home, typed=typed)
    assert again.stdout.count(SIGH) >= 2
    for path in home.rglob("*"):
        kept = path.read_bytes() if path.is_file() else b""
        assert KEY.encode() not in kept
        assert b"You are the customer" not in kept
        assert stub.base_url.encode() not in kept


def test_nothing_is_sent_until_somebody_agrees(home: Path) -> None:
    put_cases(home)
    with stub_server(voiced) as stub:
        done = program(*PLAY, "--base-url", stub.base_url, "--model", "good", home=home)
    assert done.returncode == 2
    assert words("en", "cli.llm.yes") in done.stderr
    assert stub.asked == []


def test_a_server_that_is_gone_is_no_loss(home: Path) -> None:
    put_cases(home)
    with stub_server() as stub:
        url = stub.base_url
    given = ("--base-url", url, "--model", "good", "--yes")
    typed = "1\n1\n1\nq\n"
    done = program(*PLAY, *given, home=home, typed=typed)
    written = program(*PLAY, home=home, typed=typed)
    assert done.returncode == 0
    more = [one for one in done.stdout.splitlines() if one not in written.stdout.splitlines()]
    assert more[0] == words("en", "voice.given-up")
    assert more[1].startswith("The customer's words: model good")
    assert len(more) == 2
    assert done.stdout.count(more[0]) == 1


@pytest.mark.parametrize(
    ("arguments", "key"),
    [
        (("--base-url", URL), "cli.llm.which"),
        (("--model", "good"), "cli.llm.which"),
        (
            ("--inputs", "x.txt", "--base-url", "http://127.0.0.1:9/v1", "--model", "m"),
            "cli.inputs.voice",
        ),
    ],
)
def test_what_does_not_go_together_is_said(
    home: Path, arguments: tuple[str, ...], key: str
) -> None:
    put_cases(home)
    done = program(*PLAY, *arguments, "--yes", home=home)
    assert done.returncode == 2
    assert words("en", key) in done.stderr


WINDOW = """
import sys, pygame
from game.cli.desk import open_desk
from game.screens import window
from game.screens.canvas import Canvas
from game.screens.dialogue import DialogueScreen
from game.screens.stack import Push
from game.screens.tutorial import SEEN
from game import content
canvas, desk = Canvas(content.assets()), open_desk()
canvas.aim(window._open(), 1.0)
desk.people.see(SEEN)
shown = window.Window(desk, canvas, None)
shown.stack.apply(Push(DialogueScreen(desk, canvas, desk.begin("just-okay", "coach", "ko", 1))))
for _ in range(9):
    shown.turn([], 0.1)
shown.stack.top.finish_talking()
shown.turn([pygame.event.Event(pygame.KEYDOWN, key=pygame.K_1, mod=0, unicode="")], 0.1)
print(shown.stack.top.view.turn, {"openai", "httpx2"} & set(sys.modules))
"""


def test_a_scripted_play_in_the_window_never_loads_openai(home: Path) -> None:
    done = subprocess.run(
        (sys.executable, "-c", WINDOW), cwd=ROOT, capture_output=True, encoding="utf-8",
        env=environment(home, SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy"), check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "1 set()"
