"""A case that is saved while it is played: by itself or by F5, the play where it still can be."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game.errors import CaseError
from game.screens import tutorial
from game.screens.canvas import Canvas
from game.screens.dialogue import DialogueScreen
from game.screens.stack import Push, Replace
from game.screens.window import Window
from game.words import words
from tests.homes import desk_at
from tests.plays import LAMP_ENGLISH, LAMP_TEXT


@pytest.fixture
def file(home: Path) -> Path:
    """The lamp among the trainer's own cases."""
    folder = home / "scenarios"
    folder.mkdir(parents=True)
    (folder / "lamp.en.yaml").write_text(LAMP_ENGLISH, "utf-8")
    (folder / "lamp.yaml").write_text(LAMP_TEXT, "utf-8")
    return folder / "lamp.yaml"


@pytest.fixture
def screen(home: Path, file: Path, canvas: Canvas) -> DialogueScreen:
    """A play of the lamp after its first reply."""
    desk = desk_at(home)
    desk.people.see(tutorial.SEEN)
    session = desk.begin("lamp", "explore", "ko", seed=1)
    session.choose("ask", 1)
    return DialogueScreen(desk, canvas, session)


def f5(screen: DialogueScreen) -> DialogueScreen:
    """The screen that stands there after F5."""
    screen.finish_talking()
    change = screen.on_event(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F5, mod=0, unicode=""))
    assert isinstance(change, Replace)
    assert isinstance(change.screen, DialogueScreen)
    return change.screen


def test_saved_text_is_shown_and_the_play_stays_where_it_was(
    screen: DialogueScreen, file: Path
) -> None:
    file.write_text(LAMP_TEXT.replace("스탠드가", "새 전등이"), "utf-8")
    after = f5(screen)
    assert after.view.turn == screen.view.turn == 1
    assert any("새 전등이" in line.text for line in after.view.lines)
    assert not any("새 전등이" in line.text for line in screen.view.lines)
    assert after.view.notice == ""


def test_play_that_the_new_text_no_longer_allows_says_so(
    screen: DialogueScreen, file: Path
) -> None:
    file.write_text(LAMP_TEXT.replace("id: ask\n", "id: asked\n"), "utf-8")
    after = f5(screen)
    assert after.view.turn == 0
    assert after.view.notice


def test_broken_text_leaves_the_play_as_it_is(screen: DialogueScreen, file: Path) -> None:
    file.write_text(LAMP_TEXT.replace("start: opens", "start: opened"), "utf-8")
    with pytest.raises(CaseError):
        f5(screen)
    assert screen.session.view("ko").turn == 1


# By itself


@pytest.fixture
def window(screen: DialogueScreen) -> Iterator[Window]:
    """The window with the play on top."""
    opened = Window(screen.desk, screen.canvas, None)
    opened.stack.apply(Push(screen))
    opened.turn([], 0)
    screen.finish_talking()
    yield opened
    opened.rereading.close()


def turned_until(window: Window, holds: Callable[[DialogueScreen], bool]) -> DialogueScreen:
    """Turns the window until something holds of the dialogue on top; gives up after a minute."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        window.turn([], 0)
        top = window.stack.top
        assert isinstance(top, DialogueScreen)
        if holds(top):
            return top
        time.sleep(0.02)
    raise AssertionError("nothing came of it")


def saved(window: Window, file: Path, text: str) -> None:
    """Saves a text once the window knows what was there before."""
    watching = [one for one in threading.enumerate() if one.name == "saved"]
    assert watching
    time.sleep(0.2)
    file.write_text(text, "utf-8")


def said(screen: DialogueScreen) -> str:
    return " ".join(line.text for line in screen.view.lines)


def test_saved_text_comes_by_itself(window: Window, screen: DialogueScreen, file: Path) -> None:
    saved(window, file, LAMP_TEXT.replace("스탠드가", "새 전등이"))
    after = turned_until(window, lambda top: "새 전등이" in said(top))
    assert after.view.turn == screen.view.turn == 1
    assert after.aside == words("ko", "screen.reread")
    assert not after.is_revealing


def test_text_that_does_not_read_is_told_and_the_play_goes_on(
    window: Window, screen: DialogueScreen, file: Path
) -> None:
    saved(window, file, LAMP_TEXT.replace("start: opens", "start: opened"))
    after = turned_until(window, lambda top: bool(top.aside))
    assert after is screen
    assert "lamp.yaml:" in after.aside
    after.session.choose("file", 1)
    assert after.session.view("ko").turn == 2
    file.write_text(LAMP_TEXT.replace("스탠드가", "새 전등이"), "utf-8")
    assert turned_until(window, lambda top: "새 전등이" in said(top)).view.turn == 2


def test_what_is_being_written_is_not_lost(
    window: Window, screen: DialogueScreen, file: Path
) -> None:
    screen.page.set_focus("answer")
    screen.changed(reload=False)
    screen.entry.line.paste("손잡이가")
    screen.prepare()
    assert screen.page.entry is not None
    saved(window, file, LAMP_TEXT.replace("스탠드가", "새 전등이"))
    turned_until(window, lambda top: window.rereading.saved.is_new)
    for _ in range(3):
        window.turn([], 0)
    assert window.stack.top is screen
    assert screen.entry.value == "손잡이가"
    screen.entry.line.take()
    turned_until(window, lambda top: "새 전등이" in said(top))


def test_exam_stays_on_the_text_that_it_began_with(home: Path, file: Path, canvas: Canvas) -> None:
    desk = desk_at(home)
    window = Window(desk, canvas, None)
    before = set(threading.enumerate())  # one of another window may still be on its way out
    window.stack.apply(Push(DialogueScreen(desk, canvas, desk.begin("lamp", "exam", "ko", seed=1))))
    window.turn([], 0)
    assert not [one for one in threading.enumerate() if one.name == "saved" and one not in before]
