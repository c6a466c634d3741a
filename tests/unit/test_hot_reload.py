"""F5 in the dialogue: the case as it was just saved, the play where it was if it still can be."""

from pathlib import Path

import pygame
import pytest

from game import content
from game.errors import CaseError
from game.screens.canvas import Canvas
from game.screens.dialogue import DialogueScreen
from game.screens.stack import Replace
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
def screen(home: Path, file: Path) -> DialogueScreen:
    """A play of the lamp after its first reply."""
    pygame.font.init()
    desk = desk_at(home)
    session = desk.begin("lamp", "explore", "ko", seed=1)
    session.choose("ask", 1)
    canvas = Canvas(content.assets())
    canvas.aim(pygame.Surface((1280, 720)), 1.0)
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
