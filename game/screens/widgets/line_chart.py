"""A line chart from 0 to 100: the first try dashed and hollow, the best solid and square.

For the screen reader it is a table: a row for each line with all its values.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame
from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.theme import Colour
from game.screens.widgets.plot import Plot
from game.screens.widgets.widget import Point, TableRow, Widget

_GRID = (0, 50, 100)


@dataclass(frozen=True, slots=True)
class Series:
    """One line: its name and values of 0 to 100, None where there is none; `dashed` is hollow."""

    name: str
    values: tuple[float | None, ...]
    colour: Colour
    dashed: bool = False


class LineChart(Widget):
    """Lines over the same places; `ends` name the first and the last, `bar` is the pass mark."""

    role = "table"

    def __init__(
        self,
        canvas: Canvas,
        rect: FRect,
        series: Sequence[Series],
        ends: tuple[str, str],
        label: str,
        bar: float | None = None,
    ) -> None:
        self._rows = [TableRow(FRect(rect), one.name, _read(one)) for one in series]
        super().__init__(rect, label)
        self.series, self.ends, self.bar = tuple(series), ends, bar
        self.line = canvas.line(theme.CAPTION)
        left = canvas.text_width("100", theme.CAPTION) + 10
        right = canvas.text_width("100", theme.CAPTION_STRONG) + 14
        self.field = FRect(
            rect.x + left, rect.y + self.line / 2, rect.w - left - right, rect.h - 2 * self.line - 4
        )
        self._picture: pygame.Surface | None = None

    def children(self) -> Sequence[Widget]:
        """The rows of the table."""
        return self._rows

    def _across(self, number: int) -> float:
        most = max((len(one.values) for one in self.series), default=1) - 1
        return self.field.x + self.field.w * (number / most if most > 0 else 0.5)

    def _down(self, value: float) -> float:
        return self.field.bottom - self.field.h * value / 100

    def draw(self, canvas: Canvas) -> None:
        """Draw the grid and the lines, put together once, and the figures."""
        if self._picture is None:
            self._picture = self._drawn(canvas)
        canvas.image(self._picture, self.rect)
        for value in _GRID:
            wide = self.field.x - 8 - self.rect.x
            box = FRect(self.rect.x, self._down(value) - self.line / 2, wide, self.line)
            canvas.text(str(value), box, theme.CAPTION, theme.MUTED, "right")
        foot = FRect(self.field.x, self.rect.bottom - self.line, self.field.w, self.line)
        canvas.text(self.ends[0], foot, theme.CAPTION, theme.MUTED)
        if self.ends[1] != self.ends[0]:
            canvas.text(self.ends[1], foot, theme.CAPTION, theme.MUTED, "right")
        self._draw_figures(canvas)

    def _drawn(self, canvas: Canvas) -> pygame.Surface:
        plot, field = Plot(canvas, self.rect), self.field
        for value in _GRID:
            down = self._down(value)
            plot.line([(field.x, down), (field.right, down)], theme.LINE, 1)
        if self.bar is not None:
            down = self._down(self.bar)
            plot.line([(field.x, down), (field.right, down)], theme.MUTED, 1.5, 3)
        for one in self.series:
            places = self._places(one)
            plot.line(places, one.colour, 1.8 if one.dashed else 2.6, 4 if one.dashed else 0)
            for place in places:
                if one.dashed:
                    plot.dot(place, 4.5, one.colour, hollow=True)
                else:
                    plot.square(place, 8, one.colour)
        return plot.picture()

    def _places(self, one: Series) -> list[Point]:
        found = ((number, value) for number, value in enumerate(one.values))
        return [(self._across(n), self._down(value)) for n, value in found if value is not None]

    def _draw_figures(self, canvas: Canvas) -> None:
        """The newest value of each line at its right; two that are near move apart."""
        newest = [(places[-1][1], one) for one in self.series if (places := self._places(one))]
        newest.sort(key=lambda pair: pair[0])
        lowest = -self.line
        for down, one in newest:
            lowest = max(down, lowest + self.line)
            value = next(value for value in reversed(one.values) if value is not None)
            left = self.field.right + 10
            box = FRect(left, lowest - self.line / 2, self.rect.right - left, self.line)
            canvas.text(f"{value:.0f}", box, theme.CAPTION_STRONG, theme.INK)


def _read(one: Series) -> str:
    return ", ".join("–" if value is None else f"{value:.0f}" for value in one.values)
