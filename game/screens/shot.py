"""Pictures of the screens without a window, for looking at them and for the checks."""

import os
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import pygame

from game import content
from game.engine.difficulty import AS_WRITTEN
from game.screens.canvas import Canvas
from game.screens.debrief import DebriefScreen
from game.screens.desk import Desk, Session
from game.screens.dialogue import DialogueScreen
from game.screens.rating import RatingScreen
from game.screens.screen import PageScreen
from game.words import Lang

SCREENS = (
    *("title", "briefing", "dialogue", "feedback", "exam", "pause", "ended"),
    *("rating", "debrief", "debrief2", "library", "history", "learners", "privacy", "settings"),
    "voice",
    *("scene-review", "pages", "gallery", "gallery2", "gallery3"),
    *("meant", "heard", "debrief-typed"),
)
_PLAIN = {  # what needs no case and no play
    "title": ("title", "TitleScreen"),
    "library": ("library", "LibraryScreen"),
    "history": ("history", "HistoryScreen"),
    "learners": ("learners", "LearnersScreen"),
    "privacy": ("privacy", "PrivacyScreen"),
    "settings": ("settings", "SettingsScreen"),
    "pages": ("pages", "PagesScreen"),
    "voice": ("voice", "VoiceScreen"),
}
_OWN = {"resolution": 82, "empathy": 75, "gratitude": 52}  # a rating, for the picture


class StillDesk:
    """A desk seen in one language and text size, whatever the settings say."""

    reduced_motion = True
    difficulty = AS_WRITTEN

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
    if screen == "library":  # a picture shows the shelf as it is when all of it has been read
        desk.cases(lang)
        while desk.read_more():
            pass
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
    if screen in _PLAIN:
        module, name = _PLAIN[screen]
        shown: PageScreen = getattr(import_module(f"game.screens.{module}"), name)(desk, canvas)
        return shown
    if screen.startswith("gallery"):
        from game.screens.gallery import GalleryScreen

        return GalleryScreen(desk, canvas, int(screen.removeprefix("gallery") or 1) - 1)
    if screen == "briefing":
        from game.screens.briefing import BriefingScreen

        return BriefingScreen(desk, canvas, case)
    session = session or desk.begin(case, "coach", desk.lang)
    if screen.startswith("debrief"):
        return _debrief(desk, canvas, session, int(screen != "debrief"))
    if screen == "rating":
        return _rating(desk, canvas, session)
    dialogue = DialogueScreen(desk, canvas, session)
    reads = screen in ("feedback", "heard")
    dialogue.is_reading = reads and dialogue.view.feedback is not None
    if screen == "meant":
        dialogue.maybe = dialogue.view.replies[:2]
        dialogue.unclear = dialogue.word("gallery.sentence")
    dialogue.finish_talking()
    if screen == "pause":
        dialogue.on_escape()
    return dialogue


def _rating(desk: Desk, canvas: Canvas, session: Session) -> RatingScreen:
    shown = RatingScreen(desk, canvas, session, partial(DialogueScreen, desk, canvas))
    shown.own = {"resolution": _OWN["resolution"]}
    return shown


def _debrief(desk: Desk, canvas: Canvas, session: Session, page: int) -> DebriefScreen:
    play = partial(DialogueScreen, desk, canvas)
    shown = DebriefScreen(desk, canvas, session, play, {} if page else _OWN)
    shown.number = page
    return shown
