"""Bars and meters: a figure, its icon, its change with an arrow, and a bar; never colour alone."""

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.motion import Track
from game.screens.theme import Colour
from game.screens.widgets.widget import Widget
from game.view.dialogue import Meter

_UP: Colour = (8, 108, 72)
_DOWN: Colour = (170, 52, 20)


class Bar(Widget):
    """A bar from 0 to `most`; `mark` is the pass mark in black with a white halo.

    With a `track` the bar is as long as the track has come on its way to `amount`.
    """

    role = "meter"

    def __init__(
        self,
        rect: FRect,
        amount: float,
        colour: Colour,
        most: float = 100,
        mark: float | None = None,
        label: str = "",
        track: Track | None = None,
    ) -> None:
        super().__init__(rect, label, f"{amount:g}")
        self.amount, self.most, self.track = amount, most, track
        self.mark = None if mark is None or not most else min(1.0, mark / most)
        self.colour = colour

    def draw(self, canvas: Canvas) -> None:
        """Draw the track, the bar and the pass mark."""
        box = self.rect
        canvas.panel(box, box.h / 2, theme.TRACK)
        amount = self.track.value if self.track else self.amount
        share = min(1.0, max(0.0, amount / self.most)) if self.most else 0.0
        if share > 0:
            width = max(box.h, box.w * share)
            canvas.panel(FRect(box.x, box.y, width, box.h), box.h / 2, self.colour)
        if self.mark is not None:
            middle = box.x + box.w * self.mark
            canvas.fill(FRect(middle - 2.5, box.y - 4, 5, box.h + 8), theme.WHITE)
            canvas.fill(FRect(middle - 1.5, box.y - 4, 3, box.h + 8), theme.INK)


class MeterCard(Widget):
    """One of the four meters over the conversation; `apart` puts the change beside the bar."""

    role = "meter"

    def __init__(self, rect: FRect, meter: Meter, apart: bool, track: Track | None = None) -> None:
        change = f" ({meter.delta:+d})" if meter.delta else ""
        super().__init__(rect, meter.name, f"{meter.value}/{meter.most}{change}")
        self.meter, self.apart, self.track = meter, apart, track

    @staticmethod
    def height(canvas: Canvas) -> float:
        """The height of a card."""
        return canvas.line(theme.SMALL_STRONG) + max(canvas.grown(8), _low(canvas)) + 32

    @staticmethod
    def fits(canvas: Canvas, meter: Meter, width: float) -> bool:
        """Whether icon, name, change and figure stand on one line."""
        parts = _icon(canvas) + 7 + canvas.text_width(meter.name, theme.SMALL_STRONG)
        figure = canvas.text_width(str(meter.value), theme.H2) + 8
        return parts + _change_width(canvas, meter) + figure <= width - 28

    def draw(self, canvas: Canvas) -> None:
        """Draw icon, name, change, figure and bar."""
        box, meter, tone = self.rect, self.meter, theme.tone_of(self.meter.key)
        canvas.panel(box, theme.RADIUS_CARD, theme.WHITE, theme.LINE)
        row = FRect(box.x + 14, box.y + 10, box.w - 28, canvas.line(theme.SMALL_STRONG))
        canvas.icon(tone.icon, row.x, row.centery, _icon(canvas), tone.mark)
        left = row.x + _icon(canvas) + 7
        value, room = str(meter.value), row.right - left
        figure = canvas.text_width(value, theme.H2) + 6
        low = FRect(row.x, row.bottom, row.w, box.bottom - 4 - row.bottom)
        if canvas.text_width(meter.name, theme.MICRO) > room - figure:
            canvas.text(value, low, theme.SMALL_STRONG, theme.INK, "right")
            low.w -= canvas.text_width(value, theme.SMALL_STRONG) + 8
        else:
            canvas.text(value, row, theme.H2, theme.INK, "right")
            room -= figure
        fits = canvas.text_width(meter.name, theme.SMALL_STRONG) <= room
        style = theme.SMALL_STRONG if fits else theme.MICRO
        canvas.text(meter.name, FRect(left, row.y, room, row.h), style, theme.INK)
        height = canvas.grown(8)
        change = _change_width(canvas, meter) if self.apart else 0.0
        bar = FRect(row.x, low.centery - height / 2, low.w - change, height)
        Bar(bar, meter.value, tone.mark, meter.most, track=self.track).draw(canvas)
        if self.apart:
            self._draw_change(canvas, bar.right + 8, low)
        else:
            self._draw_change(canvas, left + canvas.text_width(meter.name, style) + 8, row)

    def _draw_change(self, canvas: Canvas, left: float, row: FRect) -> None:
        delta = self.meter.delta
        if not delta:
            return
        colour, size = (_UP if delta > 0 else _DOWN), canvas.grown(12)
        canvas.icon("arrow-up" if delta > 0 else "arrow-down", left, row.centery, size, colour)
        words = canvas.text_width(str(abs(delta)), theme.CAPTION_STRONG)
        number = FRect(left + size + 2, row.y, words, row.h)
        canvas.text(str(abs(delta)), number, theme.CAPTION_STRONG, colour)


def _icon(canvas: Canvas) -> float:
    return canvas.grown(20, theme.LARGEST_ICON_GROWTH)


def _low(canvas: Canvas) -> float:
    """The height of the lower line, on which a change may have to stand."""
    return canvas.line(theme.MICRO) - 8


def _change_width(canvas: Canvas, meter: Meter) -> float:
    if not meter.delta:
        return 0.0
    number = canvas.text_width(str(abs(meter.delta)), theme.CAPTION_STRONG)
    return 8 + canvas.grown(12) + 2 + number
