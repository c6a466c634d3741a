"""The window: opens it, runs the loop, and catches what nobody else caught.

The loop polls at 60 Hz and draws only when something changed: waiting for events brought no gain
(SDL polls inside), and redrawing always costs sixty times as much.
"""

import os
import traceback
import warnings
from collections.abc import Callable
from functools import partial

import pygame

from game import content
from game.errors import DangolError
from game.screens.briefing import BriefingScreen
from game.screens.canvas import Canvas
from game.screens.desk import Desk
from game.screens.key_order import in_order
from game.screens.notice import NoticeScreen
from game.screens.rereading import Rereading
from game.screens.soundboard import ASKED, Soundboard
from game.screens.stack import Pop, Push, Stack
from game.screens.title import TitleScreen
from game.screens.voicing import Voice
from game.words import words

SIZE = (1280, 720)
SMALLEST = (960, 600)
_RATE = 60
_LONGEST_STEP = 0.1  # seconds: a laptop that slept must not have let a deadline pass
_UNSEEN = ("dummy", "offscreen")
_REPEATED = frozenset(
    (
        pygame.K_BACKSPACE,
        pygame.K_DELETE,
        pygame.K_LEFT,
        pygame.K_RIGHT,
        pygame.K_UP,
        pygame.K_DOWN,
        pygame.K_PAGEUP,
        pygame.K_PAGEDOWN,
        pygame.K_TAB,
    )
)


def run(desk: Desk, start: str | None = None) -> int:
    """Open the window, at the title or at the briefing of a case; returns the exit code.

    Raises DangolError where there is no display, or when the shipped fonts are missing.
    """
    surface = _open()
    try:
        canvas = Canvas(content.assets())
        canvas.aim(surface, desk.text_scale)
        pygame.key.set_repeat(400, 35)
        Window(desk, canvas, start).loop()
    finally:
        pygame.quit()
    return 0


def _open() -> pygame.Surface:
    """The window's surface; never an invisible one that nobody asked for."""
    try:
        pygame.display.init()
    except pygame.error as error:
        raise DangolError("display.none") from error
    pygame.font.init()
    asked = os.environ.get("SDL_VIDEODRIVER") or os.environ.get("SDL_VIDEO_DRIVER")
    if pygame.display.get_driver() in _UNSEEN and asked not in _UNSEEN:
        pygame.quit()
        raise DangolError("display.none")
    try:
        surface = pygame.display.set_mode(_fitting(), pygame.RESIZABLE)
    except pygame.error as error:
        pygame.quit()
        raise DangolError("display.none") from error
    _window().minimum_size = SMALLEST
    pygame.display.set_caption("단골 Dangol")
    return surface


def _window() -> pygame.Window:
    """The window that `set_mode` opened. `toggle_fullscreen` would open another in its place."""
    with warnings.catch_warnings():  # deprecated in favour of what `set_mode` does not go with
        warnings.simplefilter("ignore", DeprecationWarning)
        return pygame.Window.from_display_module()


def _surface() -> pygame.Surface:
    """The surface of the window as large as it is now."""
    surface = pygame.display.get_surface()
    assert surface is not None
    return surface


def _fitting() -> tuple[int, int]:
    """As large as the desktop allows in steps of the design size, a border left around it."""
    width, height = pygame.display.get_desktop_sizes()[0]
    factor = min(width * 0.9 / SIZE[0], height * 0.85 / SIZE[1])
    factor = max(0.75, min(2.0, factor))
    return round(SIZE[0] * factor), round(SIZE[1] * factor)


class Window:
    """The stack of screens and the loop around it."""

    def __init__(self, desk: Desk, canvas: Canvas, start: str | None) -> None:
        self.desk, self.canvas = desk, canvas
        self.stack = Stack(TitleScreen(desk, canvas))
        self.sounds, self.voice = Soundboard(desk), Voice(desk)
        self.rereading = Rereading(desk, canvas)
        self._held: set[int] = set()
        self._fills = False  # the screen
        self._takes_text: bool | None = None
        if start is not None:
            self._guarded(lambda: self.stack.apply(Push(BriefingScreen(desk, canvas, start))))

    def loop(self) -> None:
        """Run until the last screen is closed."""
        clock = pygame.time.Clock()
        seconds = 0.0
        try:
            while self.stack.top:
                events = pygame.event.get()
                if pygame.display.get_driver() == "x11":
                    events = in_order(events)
                self.turn(events, seconds)
                seconds = min(_LONGEST_STEP, clock.tick(_RATE) / 1000)
        finally:
            self.voice.close()
            self.rereading.close()

    def turn(self, events: list[pygame.event.Event], seconds: float) -> None:
        """One round: a batch of events, then time, then the drawing if there is any to do."""
        for event in events:
            self._guarded(partial(self._on_event, event))
        self._guarded(partial(self._update, seconds))
        self._guarded(partial(self._attend, seconds))
        self._guarded(partial(self.rereading.attend, self.stack))
        self._switch_text_input()
        if self.stack.top and self.stack.top.dirty:
            self._guarded(self._draw)
            pygame.display.flip()
        self.desk.open_records()  # loading them must not hold up the first picture

    def _on_event(self, event: pygame.event.Event) -> None:
        top = self.stack.top
        if event.type == pygame.QUIT:
            while self.stack.top:
                self.stack.apply(Pop())
        elif top and event.type in (pygame.VIDEORESIZE, pygame.WINDOWEXPOSED):
            self.canvas.aim(_surface(), self.desk.text_scale)
            top.dirty = True
        elif event.type == ASKED:
            self.sounds.on_event(event)
        elif self._is_repeated(event):
            return
        elif event.type == pygame.KEYDOWN and event.key == pygame.K_F10:
            self.voice.read(top)
        elif event.type == pygame.KEYDOWN and event.key == pygame.K_F11:
            self.desk.set(full_screen=not self.desk.full_screen)
        elif top:
            self.stack.apply(top.on_event(event))

    def _is_repeated(self, event: pygame.event.Event) -> bool:
        """A held Enter or digit must not answer twice; only moving and erasing repeat."""
        if event.type == pygame.KEYUP:
            self._held.discard(event.key)
        if event.type != pygame.KEYDOWN or event.key in _REPEATED:
            return False
        again = event.key in self._held
        self._held.add(event.key)
        return again

    def _update(self, seconds: float) -> None:
        if self.stack.top:
            self.stack.apply(self.stack.top.update(seconds))

    def _attend(self, seconds: float) -> None:
        """Sounds, reading aloud and full screen follow what happened and what was chosen."""
        top = self.stack.top
        if self.sounds.update(seconds) and top:
            top.dirty = True
        self.voice.follow(top, seconds)
        if self.desk.full_screen != self._fills:
            self._fills = self.desk.full_screen
            window = _window()
            if self._fills:
                window.set_fullscreen(True)
            else:
                window.set_windowed()

    def _switch_text_input(self) -> None:
        """Text input follows the focus; only changes are told, a repeat would end a composition."""
        wanted = self.stack.top is not None and self.stack.top.wants_text
        if wanted != self._takes_text:
            self._takes_text = wanted
            if wanted:
                pygame.key.start_text_input()
            else:
                pygame.key.stop_text_input()

    def _draw(self) -> None:
        if self.stack.top:
            self.stack.top.draw(_surface())
            self.sounds.draw(self.canvas, self.stack.top)

    # ------------------------------------------------------------ the catch-all

    def _guarded(self, work: Callable[[], None]) -> None:
        try:
            work()
        except DangolError as error:
            self._tell(words(self.desk.lang, error.key, **error.values), closes=work == self._draw)
        except Exception:
            self._tell(self._written_down(), closes=True)

    def _tell(self, sentence: str, closes: bool) -> None:
        """Show a sentence; a screen that cannot go on is closed, the title excepted."""
        if closes and not isinstance(self.stack.top, TitleScreen):
            self.stack.apply(Pop())
        self.stack.apply(Push(NoticeScreen(self.desk, self.canvas, sentence)))

    def _written_down(self) -> str:
        """Write the traceback into a file; returns the sentence that says where it is."""
        path = content.home() / "error.log"
        lang = self.desk.lang
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(traceback.format_exc(), "utf-8")
        except OSError:
            return words(lang, "screen.unexpected-unlogged")
        return words(lang, "screen.unexpected", path=path)
