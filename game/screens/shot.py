"""Pictures of the screens without a window, for looking at them and for the checks."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pygame

from game import content
from game.screens.briefing import BriefingScreen
from game.screens.canvas import Canvas
from game.screens.debrief import DebriefScreen
from game.screens.desk import Desk, Session
from game.screens.dialogue import DialogueScreen
from game.screens.screen import PageScreen
from game.screens.stack import Screen
from game.screens.title import TitleScreen
from game.words import Lang

SCREENS = ("title", "briefing", "dialogue", "feedback", "ended", "debrief", "debrief2")


class StillDesk:
    """A desk seen in one language and text size, whatever the settings say."""

    reduced_motion = True

    def __init__(self, desk: Desk, lang: Lang, text_scale: float) -> None:
        self._desk, self.lang, self.text_scale = desk, lang, text_scale

    def set(self, **changes: object) -> None:
        """Settings stand still here."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._desk, name)


def shot(
    screen: str,
    out: Path,
    desk: Desk,
    case: str,
    size: tuple[int, int] = (1280, 720),
    lang: Lang = "ko",
    text_scale: float = 1.0,
    session: Session | None = None,
) -> Canvas:
    """Draw one of `SCREENS` and save it as PNG; returns the canvas with all texts written down.

    Dialogue, feedback and ended show the session as it stands; without one a play begins.
    """
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    pygame.display.init()
    pygame.font.init()
    surface = pygame.display.set_mode(size)
    canvas = Canvas(content.assets())
    canvas.watching = True
    canvas.aim(surface, text_scale)
    shown = build(screen, StillDesk(desk, lang, text_scale), canvas, case, session)
    shown.draw(surface)
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("wb") as file:
        pygame.image.save(surface, file, "shot.png")
    return canvas


def build(
    screen: str, desk: Desk, canvas: Canvas, case: str, session: Session | None = None
) -> PageScreen:
    """The screen by its name, with all text said."""
    makers: dict[str, Callable[[], PageScreen]] = {
        "title": lambda: TitleScreen(desk, canvas),
        "briefing": lambda: BriefingScreen(desk, canvas, case),
    }
    if screen in makers:
        return makers[screen]()
    session = session or desk.begin(case, "coach", desk.lang)
    if screen.startswith("debrief"):
        return _debrief(desk, canvas, session, int(screen == "debrief2"))
    dialogue = DialogueScreen(desk, canvas, session)
    dialogue.is_reading = screen == "feedback" and dialogue.view.feedback is not None
    dialogue.finish_talking()
    return dialogue


def _debrief(desk: Desk, canvas: Canvas, session: Session, page: int) -> DebriefScreen:
    def play(session: Session) -> Screen:
        return DialogueScreen(desk, canvas, session)

    shown = DebriefScreen(desk, canvas, session, play)
    shown.number = page
    return shown
