"""A slider from 0 to 100 that is empty until somebody moves it."""

import pygame
from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.widgets.surface import draw_error
from game.screens.widgets.widget import Handled, Intent, Picked, Point, Widget

STEP, LEAP, MOST = 5, 20, 100
_KNOB = 22.0
_STEPS = {
    pygame.K_LEFT: -STEP,
    pygame.K_RIGHT: STEP,
    pygame.K_PAGEDOWN: -LEAP,
    pygame.K_PAGEUP: LEAP,
    pygame.K_HOME: -MOST,
    pygame.K_END: MOST,
}


class Slider(Widget):
    """Arrows move it by 5, PgUp and PgDn by 20; `amount` is None while nothing was chosen.

    `unset` says so in words, for the screen reader.
    """

    role = "slider"
    takes_focus = True

    def __init__(self, name: str, label: str, rect: FRect, amount: int | None, unset: str) -> None:
        super().__init__(rect, label, unset if amount is None else str(amount), name)
        self.amount, self.unset = amount, unset
        self.colour = theme.PRIMARY

    def on_key(self, event: pygame.event.Event) -> Intent | None:
        """Move the knob; from the middle, where nothing was chosen yet."""
        if event.key not in _STEPS:
            return None
        start = MOST // 2 if self.amount is None else self.amount
        return self._pick(start + _STEPS[event.key])

    def on_click(self, at: Point) -> Intent | None:
        """Put the knob where the click was."""
        return self._pick_at(at)

    def on_drag(self, at: Point) -> Intent | None:
        """Let the knob follow the pointer."""
        return self._pick_at(at)

    def _pick_at(self, at: Point) -> Intent:
        track = self._track()
        return self._pick(round(MOST * (at[0] - track.x) / track.w))

    def _pick(self, amount: int) -> Intent:
        amount = min(MOST, max(0, amount))
        return Handled() if amount == self.amount else Picked(self.name, amount)

    def _track(self) -> FRect:
        return FRect(self.rect.x + _KNOB / 2, self.rect.centery - 4, self.rect.w - _KNOB, 8)

    def draw(self, canvas: Canvas) -> None:
        """Draw the track, what is chosen of it, and the knob."""
        track = self._track()
        mark = theme.DISABLED if self.disabled else self.colour
        canvas.panel(track, 4, theme.TRACK, theme.LINE_STRONG)
        share = 0.5 if self.amount is None else self.amount / MOST
        across = track.x + track.w * share
        if self.amount:
            canvas.panel(FRect(track.x, track.y, across - track.x, 8), 4, mark)
        side = _KNOB + 2 * self.warmth
        knob = FRect(across - side / 2, self.rect.centery - side / 2, side, side)
        edge = theme.EDGE if self.amount is None or self.disabled else mark
        fill = theme.PRIMARY_SOFT if self.held and not self.disabled else theme.WHITE
        shadow = None if self.disabled else theme.CARD_SHADOW
        canvas.panel(knob, side / 2, fill, edge, 2 if self.amount is None else 5, shadow)
        if self.error:
            draw_error(canvas, self.rect, theme.RADIUS_ROW)
        if self.focused:
            canvas.ring(knob, side / 2)
