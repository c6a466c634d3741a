"""The tour of the first dialogue: shown once, by keys alone, left at any step, never in an exam."""

from pathlib import Path

import pygame
import pytest

from game.desk import Desk
from game.screens import tutorial
from game.screens.canvas import Canvas
from game.screens.dialogue import DialogueScreen
from game.screens.inspect import problems
from game.screens.tutorial import STEPS, TutorialMarks
from game.words import LANGUAGES, Lang
from tests.homes import SIZES, desk_at, drawing, focus_of, press, still, texts
from tests.steps.conftest import put_cases


@pytest.fixture
def desk(home: Path) -> Desk:
    put_cases(home)
    return desk_at(home)


def dialogue(desk: Desk, canvas: Canvas, lang: Lang = "ko", mode: str = "coach") -> DialogueScreen:
    """A dialogue whose first line has been said, with the tour if one is due."""
    session = desk.begin("lamp", mode, lang, seed=1)
    screen = DialogueScreen(still(desk, lang, canvas.text_scale), canvas, session)
    screen.draw(canvas.surface)
    screen.finish_talking()
    tutorial.offer(screen)
    screen.draw(canvas.surface)
    return screen


def opened(screen: DialogueScreen) -> bool:
    """Whether anything stands in front (a function, since mypy would remember the attribute)."""
    return screen.modal is not None


def is_waiting(screen: DialogueScreen) -> bool:
    """Whether the trainee's time runs."""
    return screen.is_thinking


@pytest.mark.parametrize("text_scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_step_is_clean_and_points_at_something(
    home: Path, desk: Desk, lang: Lang, text_scale: float
) -> None:
    for number, size in enumerate(SIZES):
        desk.people.add(f"{number}", "")
        with drawing(size, text_scale) as canvas:
            screen = dialogue(desk, canvas, lang)
            assert isinstance(screen.modal, TutorialMarks)
            assert [name for name, _ in screen.modal.steps] == [name for name, _ in STEPS]
            for _ in STEPS:
                assert problems(canvas) == [], (size, screen.modal.step)
                assert focus_of(screen) == "next"
                press(screen, pygame.K_RETURN)
            assert not opened(screen)
            assert problems(canvas) == []


def test_it_is_shown_once_to_each_learner(desk: Desk, home: Path) -> None:
    with drawing() as canvas:
        assert dialogue(desk, canvas).modal
        assert not dialogue(desk, canvas).modal
        assert not dialogue(desk_at(home), canvas).modal
        desk.people.add("한지우", "")
        assert dialogue(desk, canvas).modal


def test_escape_leaves_it_and_the_play_goes_on(desk: Desk) -> None:
    with drawing() as canvas:
        screen = dialogue(desk, canvas)
        press(screen, pygame.K_RIGHT)
        assert not is_waiting(screen)
        press(screen, pygame.K_ESCAPE)
        assert not opened(screen)
        assert is_waiting(screen)
        press(screen, pygame.K_1)
        assert screen.view.turn == 1


def test_arrows_go_forth_and_back(desk: Desk) -> None:
    with drawing() as canvas:
        screen = dialogue(desk, canvas)
        press(screen, pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_LEFT)
        assert "2 / 6" in texts(screen)
        press(screen, pygame.K_LEFT, pygame.K_LEFT)
        assert "1 / 6" in texts(screen)


def test_skipping_is_a_button_too(desk: Desk) -> None:
    with drawing() as canvas:
        screen = dialogue(desk, canvas)
        press(screen, pygame.K_TAB, pygame.K_RETURN)
        assert not opened(screen)


def test_an_exam_is_no_place_for_it(desk: Desk) -> None:
    with drawing() as canvas:
        assert not dialogue(desk, canvas, mode="exam").modal
        assert dialogue(desk, canvas).modal


def test_it_follows_the_text_size(desk: Desk) -> None:
    with drawing() as canvas:
        screen = dialogue(desk, canvas)
        canvas.aim(canvas.surface, 1.5)
        screen.changed(reload=False)
        assert isinstance(screen.modal, TutorialMarks)
        screen.prepare()
        assert screen.modal.page.items[0].rect.right <= canvas.width
