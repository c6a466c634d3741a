"""The title before its records are open: drawn at once, never anybody's by mistake, never stuck."""

from pathlib import Path

import pygame
import pytest

from game.case.library import Library
from game.desk import Desk
from game.screens.briefing import BriefingScreen
from game.screens.dialogue import DialogueScreen
from game.screens.inspect import problems
from game.screens.learners import LearnersScreen
from game.screens.library import LibraryScreen
from game.screens.screen import PageScreen
from game.screens.stack import Push
from game.screens.title import TitleScreen
from game.screens.window import Window
from game.store.home import Store
from game.store.settings import Settings
from game.words import LANGUAGES, Lang
from tests.homes import (
    SIZES,
    desk_at,
    drawing,
    fill,
    focus_of,
    play,
    press,
    still,
    texts,
)
from tests.steps.conftest import put_cases

FACE = "man-20s_quiff-dark_none"


def desk_to_open(home: Path) -> Desk:
    """A desk as the program makes it: its records are not open yet."""
    return Desk(Library([home / "shipped", home / "scenarios"]), Settings(home), Store(home))


@pytest.fixture
def used(home: Path) -> Path:
    """The folder of a learner who has passed a case and left another play."""
    put_cases(home)
    desk = desk_at(home)
    desk.set(lang="ko")
    desk.people.add("한지우", FACE)
    play(desk, "lamp")
    play(desk, "lamp", script=("ask",))
    return home


@pytest.mark.parametrize("text_scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_picture_is_clean_and_names_nobody(
    home: Path, lang: Lang, text_scale: float
) -> None:
    fill(home, 3)
    for size in SIZES:
        with drawing(size, text_scale) as canvas:
            desk = desk_to_open(home)
            title = TitleScreen(still(desk, lang, text_scale), canvas)
            shown = texts(title)
            assert problems(canvas) == [], size
            assert "한지우" not in shown
            assert not desk.is_open
            assert [one.name for one in title.page.items if one.name.startswith("learner")] == []


def test_the_title_fills_when_the_records_are_open(used: Path) -> None:
    desk = desk_to_open(used)
    with drawing() as canvas:
        window = Window(desk, canvas, None)
        assert not desk.is_open
        window.turn([], 0)
        desk.await_records()
        window.turn([], 0)
        title = top(window)
        shown = texts(title)
        assert "한지우의 골목" in shown
        assert "단골 1명" in shown
        assert focus_of(title) == "resume"
        assert problems(canvas) == []


def test_who_has_moved_on_keeps_the_focus(used: Path) -> None:
    desk = desk_to_open(used)
    with drawing() as canvas:
        title = TitleScreen(desk, canvas)
        texts(title)
        press(title, pygame.K_TAB)
        focus = focus_of(title)
        desk.await_records()
        assert title.update(0) is None
        assert "한지우의 골목" in texts(title)
        assert focus_of(title) == focus


def press_at_once(home: Path, key: int) -> tuple[TitleScreen, object]:
    """What a key does that comes before the records are open."""
    desk = desk_to_open(home)
    with drawing() as canvas:
        title = TitleScreen(desk, canvas)
        texts(title)
        assert focus_of(title) == "opening"
        change = title.on_event(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
        title.prepare()
        return title, change


def test_enter_waits_and_goes_on_with_what_was_left(used: Path) -> None:
    _, change = press_at_once(used, pygame.K_RETURN)
    assert isinstance(change, Push)
    assert isinstance(change.screen, DialogueScreen)
    assert change.screen.session.name == desk_at(used).saves.dated()[0].name


def test_enter_begins_the_first_case_of_who_has_played_none(home: Path) -> None:
    put_cases(home)
    _, change = press_at_once(home, pygame.K_RETURN)
    assert isinstance(change, Push)
    assert isinstance(change.screen, BriefingScreen)


def test_enter_opens_nothing_unasked_where_nothing_was_left(home: Path) -> None:
    put_cases(home)
    play(desk_at(home), "lamp")
    title, change = press_at_once(home, pygame.K_RETURN)
    assert change is None
    assert focus_of(title) == "way:cases"


def test_a_digit_opens_what_it_stands_for(used: Path) -> None:
    title, change = press_at_once(used, pygame.K_1)
    assert isinstance(change, Push)
    assert isinstance(change.screen, LibraryScreen)
    assert title.desk.is_open


def test_learners_are_waited_for(used: Path) -> None:
    desk = desk_to_open(used)
    with drawing() as canvas:
        screen = LearnersScreen(desk, canvas)
        assert "한지우" in texts(screen)


def test_a_folder_that_cannot_be_read_is_told_once_on_the_title(home: Path) -> None:
    put_cases(home)
    library = Library([home / "shipped", home / "scenarios"])
    desk = Desk(library, Settings(home), Store(Path("/sys/dangol")))
    desk.set(lang="ko")
    with drawing() as canvas:
        window = Window(desk, canvas, None)
        window.turn([], 0)
        desk.await_records()
        window.turn([], 0)
        title = top(window)
        assert isinstance(title, TitleScreen)
        assert len(title.view.notices) == 1
        assert "쓸 수 없어" in texts(title).replace("\n", " ")


def top(window: Window) -> PageScreen:
    assert isinstance(window.stack.top, PageScreen)
    return window.stack.top
