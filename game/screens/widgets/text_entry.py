"""The field for one's own words: shows Hangul while it is composed, underlined at the caret."""

import pygame
from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.widgets.surface import draw_error, mixed
from game.screens.widgets.text_line import LIMIT, TextLine
from game.screens.widgets.widget import Handled, Intent, Point, Submitted, Widget

_DOT = "•"
_BLINK = 0.53  # seconds the caret is seen, then not


class TextEntry(Widget):
    """One line of input with a counter; it outlives the layout, so its text does too.

    A `plain` one has no pencil and no counter. One that `keeps` its text shows it after Enter too.
    A `masked` one shows a dot for each letter, and tells nobody what stands in it.
    """

    role = "textbox"
    takes_focus = True

    def __init__(
        self,
        name: str,
        limit: int = LIMIT,
        plain: bool = False,
        keeps: bool = False,
        masked: bool = False,
    ) -> None:
        super().__init__(FRect(0, 0, 0, 0), name=name)
        self.line = TextLine(limit)
        self.plain, self.keeps, self.masked = plain, keeps, masked
        self.hint = ""
        self._since_key = 0.0
        self._scrolled = 0.0
        self._caret_place: pygame.Rect | None = None

    def fill(self, text: str) -> None:
        """Put a text in it, the caret at its end."""
        self.line.text, self.line.caret = text, len(text)
        self._tell()

    @property
    def is_composing(self) -> bool:
        """Whether the input method still holds letters."""
        return self.line.is_composing

    def press(self) -> Intent | None:
        """A click only gives the focus."""
        return Handled()

    def on_click(self, at: Point) -> Intent | None:
        """Focus is enough; the caret stays."""
        return Handled()

    def on_text(self, event: pygame.event.Event) -> Intent | None:
        """Take composition and final letters."""
        self._since_key = 0.0
        if event.type == pygame.TEXTEDITING:
            self.line.edit(event.text)
        else:
            self.line.commit(event.text)
        self._tell()
        return Handled()

    def on_key(self, event: pygame.event.Event) -> Intent | None:
        """Edit, move, paste or send; while composing, keys belong to the input method."""
        self._since_key = 0.0
        key = event.key
        if key in (pygame.K_RETURN, pygame.K_KP_ENTER):
            return self._send() if self.line.want_submit() else Handled()
        if self.line.is_composing:
            return Handled() if key not in _FUNCTION_KEYS else None
        if key == pygame.K_v and event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
            self.line.paste(_clipboard())
        elif key in (pygame.K_BACKSPACE, pygame.K_DELETE):
            self.line.erase(forward=key == pygame.K_DELETE)
        elif key in _MOVES:
            self.line.move(_MOVES[key])
        else:
            return None if key in _PASSED_ON or key in _FUNCTION_KEYS else Handled()
        self._tell()
        return Handled()

    def settle(self) -> Intent | None:
        """The batch of events is over: a submit that waited for its last syllable may be due."""
        due = self.line.settle()
        self._tell()
        return self._send() if due else None

    def leave(self) -> None:
        """The focus goes elsewhere; the input method forgets what the line keeps as text."""
        if self.line.is_composing:
            pygame.key.stop_text_input()
            pygame.key.start_text_input()
        self.line.leave()
        self._tell()

    def blink(self, seconds: float) -> bool:
        """Pass time; returns whether the caret has changed."""
        before = self._caret_is_on
        self._since_key += seconds
        return before != self._caret_is_on

    @property
    def _caret_is_on(self) -> bool:
        return int(self._since_key / _BLINK) % 2 == 0

    def _send(self) -> Intent:
        text = self.line.text.strip() if self.keeps else self.line.take()
        self._tell()
        return Submitted(self.name, text) if text or self.keeps else Handled()

    def _tell(self) -> None:
        self.value = self._shown(self.line.text + self.line.composition)

    def _shown(self, text: str) -> str:
        return _DOT * len(text) if self.masked else text

    def draw(self, canvas: Canvas) -> None:
        """Draw the field, its text and composition, the caret and the counter."""
        box = self.rect
        radius = theme.RADIUS_BUTTON if self.plain else theme.RADIUS_CARD
        self._draw_ground(canvas, radius)
        if self.plain:
            self._draw_line(canvas, FRect(box.x + 14, box.y, box.w - 28, box.h))
            return
        size = canvas.grown(18, theme.LARGEST_ICON_GROWTH)
        colour = theme.PRIMARY_DEEP if self.focused else theme.MUTED
        colour = theme.DISABLED if self.disabled else colour
        canvas.icon("pencil-simple-line", box.x + 16, box.centery, size, colour)
        count = f"{len(self.line.text)} / {self.line.limit}"
        counter = canvas.text_width(count, theme.CAPTION)
        place = FRect(box.right - 14 - counter, box.y, counter, box.h)
        canvas.text(count, place, theme.CAPTION, theme.MUTED)
        left = box.x + 16 + size + 12
        self._draw_line(canvas, FRect(left, box.y, place.x - 12 - left, box.h))

    def _draw_ground(self, canvas: Canvas, radius: float) -> None:
        """The field in its state: grey, red with a sign, blue with the focus, or resting."""
        if self.disabled:
            canvas.panel(self.rect, radius, theme.TILE, theme.LINE_STRONG)
            if self.focused:
                canvas.ring(self.rect, radius)
            return
        resting = mixed(theme.EDGE, theme.INK_SOFT, self.warmth)
        edge = theme.PRIMARY if self.focused else resting
        fill = theme.PRIMARY_SOFT if self.held else theme.WHITE
        if self.error:
            canvas.panel(self.rect, radius, fill)
            draw_error(canvas, self.rect, radius)
            if self.focused:
                canvas.ring(self.rect, radius)
            return
        canvas.panel(self.rect, radius, fill, edge, 2 if self.focused else 1)
        if self.focused:
            canvas.note_focus(self.rect)

    def _draw_line(self, canvas: Canvas, box: FRect) -> None:
        style, line = theme.BODY, self.line
        before = self._shown(line.text[: line.caret])
        after = self._shown(line.text[line.caret :])
        composition = self._shown(line.composition)
        start = canvas.text_width(before, style)
        end = start + canvas.text_width(composition, style)
        self._scrolled = min(self._scrolled, max(0.0, start - 24))
        self._scrolled = max(self._scrolled, end - box.w + 4)
        with canvas.inside(FRect(box.x - 2, box.y, box.w + 4, box.h)):
            left = box.x - self._scrolled
            if not line.text and not line.composition:
                canvas.text(self.hint, box, style, theme.MUTED)
            self._run(canvas, before, left, box, theme.INK)
            self._run(canvas, composition, left + start, box, theme.PRIMARY_DEEP)
            self._run(canvas, after, left + end, box, theme.INK)
            half = canvas.line(style) / 2
            if line.composition:
                under = FRect(left + start, box.centery + half - 3, end - start, 2)
                canvas.fill(under, theme.PRIMARY_DEEP)
            caret = FRect(left + end + 1, box.centery - half + 3, 1.6, 2 * half - 6)
            if self.focused and self._caret_is_on:
                canvas.fill(caret, theme.INK)
        self._place_candidates(canvas.pixels(caret))

    def _run(
        self, canvas: Canvas, text: str, left: float, box: FRect, colour: theme.Colour
    ) -> None:
        room = canvas.text_width(text, theme.BODY)
        canvas.text(text, FRect(left, box.y, room, box.h), theme.BODY, colour)

    def _place_candidates(self, caret: pygame.Rect) -> None:
        """Tell the input method where the caret is, each time it has moved."""
        if self.focused and caret != self._caret_place:
            self._caret_place = caret
            pygame.key.set_text_input_rect(caret)


_MOVES = {
    pygame.K_LEFT: -1,
    pygame.K_RIGHT: 1,
    pygame.K_HOME: -LIMIT * LIMIT,
    pygame.K_END: LIMIT * LIMIT,
}
_FUNCTION_KEYS = frozenset(range(pygame.K_F1, pygame.K_F12 + 1))
_PASSED_ON = frozenset(
    (
        pygame.K_TAB,
        pygame.K_ESCAPE,
        pygame.K_UP,
        pygame.K_DOWN,
        pygame.K_PAGEUP,
        pygame.K_PAGEDOWN,
    )
)


def _clipboard() -> str:
    try:
        return pygame.scrap.get_text()
    except pygame.error:  # no clipboard here: nothing to paste
        return ""
