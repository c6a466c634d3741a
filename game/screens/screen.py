"""The base of the screens: one page, laid out only when something changed, and its modals."""

from abc import ABC, abstractmethod

import pygame
from pygame import FRect

from game.screens import motion, theme
from game.screens.canvas import Canvas
from game.screens.chrome import bar_height, key_hints
from game.screens.desk import Desk
from game.screens.help import help_modal
from game.screens.modal import CLOSE, Modal
from game.screens.page import Page
from game.screens.palette import palette_of
from game.screens.stack import Change, Pop
from game.screens.widgets.toast import SECONDS, Toast
from game.screens.widgets.widget import Handled, Intent, Pressed
from game.words import Lang, words

SIZES = (1.0, 1.25, 1.5)


class PageScreen(ABC):
    """A screen with a page; it is laid out anew when language, size or its own state change.

    `help_keys` names the keys of its own that the help explains: see `help_modal`.
    """

    help_keys: tuple[str, ...] = ()

    def __init__(self, desk: Desk, canvas: Canvas) -> None:
        self.desk, self.canvas = desk, canvas
        self.page = Page()
        self.modal: Modal | None = None
        self.dirty = True
        self.aside = ""  # a sentence about the program, on the lowest line for some seconds
        self._aside_left = 0.0
        self.enters = ""  # the name of the page that comes in softly, "" for none
        self._loaded_for: Lang | None = None
        self._laid_for: tuple[object, ...] | None = None

    # ------------------------------------------------------------ for the screens

    @abstractmethod
    def load(self) -> None:
        """Ask for the view in the desk's language."""

    @abstractmethod
    def lay_out(self) -> None:
        """Fill the empty page."""

    @abstractmethod
    def on_intent(self, intent: Intent) -> Change | None:
        """Turn what a widget means into a move."""

    def on_shortcut(self, key: int) -> Change | Handled | None:
        """A key of the screen's own, asked before the widgets; None when it has no meaning."""
        return None

    def on_escape(self) -> Change | None:
        """What Esc means: back."""
        return Pop()

    def on_modal(self, name: str) -> Change | None:
        """A button of the open modal was pressed, after the modal was closed."""
        return None

    def word(self, key: str, **values: object) -> str:
        """A text of the interface in the present language."""
        return words(self.lang, f"screen.{key}", **values)

    @property
    def lang(self) -> Lang:
        """The present language."""
        return self.desk.lang

    def reload(self) -> None:
        """Ask for the view now, so that what goes wrong is raised here and not on drawing."""
        self.load()
        self._loaded_for = self.lang

    def changed(self, reload: bool = True) -> None:
        """Lay the page out anew before the next drawing; `reload` asks for the view as well."""
        self._laid_for = None
        self._loaded_for = None if reload else self._loaded_for
        self.dirty = True

    def say_aside(self, sentence: str) -> None:
        """Show a sentence about the program on the lowest line for some seconds."""
        if sentence:
            self.aside, self._aside_left = sentence, SECONDS
            self.changed(reload=False)

    def lowest_line(self, hints: list[tuple[str, str]], icon: str = "warning-circle") -> None:
        """Put the key hints on the lowest line, or the sentence that stands there for a while."""
        if self.aside:
            self.page.add(Toast(self.canvas, self.aside, icon))
        else:
            key_hints(self.page, self.canvas, hints)

    def open(self, modal: Modal) -> None:
        """Show a modal."""
        if self.page.entry:
            self.page.entry.leave()
        self.modal = modal
        modal.lay_out(self.canvas)
        self.dirty = True

    # ------------------------------------------------------------ the window's side

    def on_event(self, event: pygame.event.Event) -> Change | None:
        """Send an event to the modal, a shortcut or the page."""
        self.prepare()
        if self.modal:
            return self._on_modal_event(self.modal.on_event(event, self.canvas))
        if event.type == pygame.KEYDOWN and not (self.page.entry and self.page.entry.is_composing):
            done = self._on_shortcut(event.key)
            if done:
                self.dirty = True
                return None if isinstance(done, Handled) else done
        intent = self.page.on_event(event, self.canvas)
        if intent is None:
            return None
        self.dirty = True
        return None if isinstance(intent, Handled) else self.on_intent(intent)

    def _on_shortcut(self, key: int) -> Change | Handled | None:
        if key == pygame.K_F1:
            self.open(self._help())
            return Handled()
        if key == pygame.K_F4:
            self.desk.set(lang="en" if self.lang == "ko" else "ko")
            return Handled()
        if key in (pygame.K_F7, pygame.K_F8):
            self._resize_text(1 if key == pygame.K_F8 else -1)
            return Handled()
        if key == pygame.K_ESCAPE:
            return self.on_escape() or Handled()
        return self.on_shortcut(key)

    def _resize_text(self, by: int) -> None:
        size = min(range(len(SIZES)), key=lambda at: abs(SIZES[at] - self.desk.text_scale))
        self.desk.set(text_scale=SIZES[min(len(SIZES) - 1, max(0, size + by))])
        self.canvas.aim(self.canvas.surface, self.desk.text_scale)

    def _on_modal_event(self, intent: Intent) -> Change | None:
        self.dirty = True
        if not isinstance(intent, Pressed):
            return None
        self.modal = None
        return None if intent.name == CLOSE else self.on_modal(intent.name)

    @property
    def wants_text(self) -> bool:
        """Whether a text entry has the focus: only then may the input method be on."""
        return not self.modal and self.page.entry is not None

    def update(self, seconds: float) -> Change | None:
        """End the batch of events; the caret blinks, and what was said aside goes."""
        self._aside_left -= seconds
        if self.aside and self._aside_left <= 0:
            self.aside = ""
            self.changed(reload=False)
        self.prepare()
        shown = self.modal.page if self.modal else self.page
        self.dirty |= shown.pass_time(seconds)
        entry = None if self.modal else self.page.entry
        if entry is None:
            return None
        self.dirty |= entry.blink(seconds)
        intent = entry.settle()
        if intent is None:
            return None
        self.dirty = True
        return self.on_intent(intent)

    def prepare(self) -> None:
        """Bring view and layout up to date."""
        seen = (self.lang, self.canvas.surface.get_size(), self.canvas.text_scale)
        if self._laid_for == seen:
            return
        if self._loaded_for != self.lang:
            self.reload()
        self._laid_for = seen
        self.page.motion.is_still = self.desk.reduced_motion
        self.page.clear()
        self.lay_out()
        if self.modal:
            self.modal.lay_out(self.canvas)
        self.dirty = True

    def draw(self, surface: pygame.Surface) -> None:
        """Draw everything."""
        self.canvas.palette = palette_of(self.desk.high_contrast)
        self.canvas.aim(surface, self.desk.text_scale)
        self.prepare()
        self.canvas.clear()
        self.page.draw(self.canvas, self._come(), bar_height(self.canvas) + 1)
        if self.modal:
            self.modal.draw(self.canvas)
        self.dirty = False

    def _come(self) -> float:
        """How far the page has come in, 0 to 1."""
        if not self.enters:
            return 1.0
        return self.page.motion.towards(f"enter:{self.enters}", 1.0, motion.ENTER, 0.0).value

    # ------------------------------------------------------------ help

    def _help(self) -> Modal:
        return help_modal(self)


def content_box(canvas: Canvas, top: float) -> FRect:
    """The room between the top bar and the line of key hints."""
    bottom = 720 - 8 - canvas.grown(22, 1.36) - 18
    return FRect(theme.MARGIN, top, canvas.width - 2 * theme.MARGIN, bottom - top)
