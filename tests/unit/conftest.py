"""What the tests of the screens share: a desk over the shipped cases, and a canvas to draw on."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game import content
from game.case.library import Library
from game.desk import Desk
from game.screens import tutorial
from game.screens.canvas import Canvas
from game.store.home import Store
from game.store.settings import Settings


@pytest.fixture
def desk(home: Path) -> Desk:
    """A desk without learners, whose guest has seen the tour."""
    made = Desk(Library([content.scenarios()]), Settings(home), Store(home))
    made.people.see(tutorial.SEEN)
    return made


@pytest.fixture
def canvas() -> Iterator[Canvas]:
    """A canvas of 1280x720 that writes down what is drawn."""
    pygame.display.init()
    pygame.font.init()
    tools = Canvas(content.assets())
    tools.watching = True
    tools.aim(pygame.display.set_mode((1280, 720)), 1.0)
    yield tools
    pygame.display.quit()  # and no more: a font that outlives its module keeps its file open
