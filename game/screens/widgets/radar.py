"""A radar of skills: this time filled and solid, an earlier mean dashed, a number on every axis.

For the screen reader it is a table: a row for each skill. The weakest is orange and larger, never
orange alone; what was not practised has a dash for a number and no point.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

import pygame
from pygame import FRect

from game.screens import theme
from game.screens.canvas import Align, Canvas
from game.screens.widgets.plot import Plot
from game.screens.widgets.widget import Point, TableRow, Widget

_RINGS = (25, 50, 75, 100)
_OUT = 10.0  # from the outer ring to a label
_DASH = 4.0
_GRID = theme.LINE_STRONG


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: its name, the value and the earlier mean of 0 to 100, None where there is none."""

    name: str
    value: int | None
    mean: int | None = None


class Radar(Widget):
    """Axes clockwise from the top; `none` stands for a value that is not there, in words."""

    role = "table"

    def __init__(
        self, canvas: Canvas, rect: FRect, axes: Sequence[Axis], label: str, none: str
    ) -> None:
        super().__init__(rect, label)
        self.axes = tuple(axes)
        self.line = canvas.line(theme.MICRO)
        self.names = self._broken(canvas)
        self.radius = self._radius()
        self.centre = rect.centerx, self._middle()
        values = [axis.value for axis in axes if axis.value is not None]
        self.weakest = min(values) if values and min(values) < max(values) else None
        self._rows = [
            TableRow(FRect(rect), axis.name, none if axis.value is None else str(axis.value))
            for axis in axes
        ]
        self._picture: pygame.Surface | None = None

    def children(self) -> Sequence[Widget]:
        """The rows of the table."""
        return self._rows

    # ------------------------------------------------------------ layout

    def _broken(self, canvas: Canvas) -> list[tuple[tuple[str, ...], float]]:
        """Each name on as many lines as it needs beside the web, and how wide they are."""
        found = []
        for axis in self.axes:
            words = [canvas.text_width(word, theme.MICRO) for word in axis.name.split()]
            widest = max(self.rect.w * 0.27, *words, 1.0) + 1
            lines = canvas.lines(axis.name, theme.MICRO, widest, balanced=True)
            wide = max(canvas.text_width(one, theme.MICRO) for one in lines)
            number = canvas.text_width("100", theme.CAPTION_STRONG)
            found.append((lines, max(wide, number) + 2))
        return found

    def _height(self, number: int) -> float:
        """How high the label of an axis is: its lines and the number below them."""
        return (len(self.names[number][0]) + 1) * self.line

    def _radius(self) -> float:
        """As large as the labels at the sides, the top and the bottom leave room for."""
        fits = [self.rect.h]
        reach = [self._reach(number) for number in range(len(self.axes))]
        for number, (right, _down) in enumerate(reach):
            if abs(right) > 0.2:
                room = self.rect.w / 2 - self.names[number][1] - _OUT
                fits.append(room / abs(right))
        above, below = self._ends()
        tall = max(down for _, down in reach) - min(down for _, down in reach)
        fits.append((self.rect.h - above - below) / tall)
        return max(24.0, min(fits))

    def _ends(self) -> tuple[float, float]:
        """The room that the labels of the highest and the lowest axis take."""
        downs = [self._reach(number)[1] for number in range(len(self.axes))]
        above = max(self._height(n) for n, down in enumerate(downs) if down == min(downs))
        below = max(self._height(n) for n, down in enumerate(downs) if down > max(downs) - 0.01)
        return above + _OUT - 2, below + _OUT - 2

    def _middle(self) -> float:
        """The height of the centre: web and labels stand in the middle of the box."""
        above, below = self._ends()
        lowest = max(self._reach(number)[1] for number in range(len(self.axes)))
        spare = self.rect.h - above - below - self.radius * (1 + lowest)
        return self.rect.y + above + self.radius + max(0.0, spare) / 2

    def _reach(self, number: int) -> Point:
        """The direction of an axis: how far it goes right and down."""
        angle = 2 * pi * number / len(self.axes)
        return sin(angle), -cos(angle)

    def _place(self, number: int, value: float) -> Point:
        right, down = self._reach(number)
        far = self.radius * value / 100
        return self.centre[0] + right * far, self.centre[1] + down * far

    # ------------------------------------------------------------ drawing

    def draw(self, canvas: Canvas) -> None:
        """Draw the web and both shapes, put together once, and the labels."""
        if self._picture is None:
            self._picture = self._drawn(canvas)
        canvas.image(self._picture, self.rect)
        for number, axis in enumerate(self.axes):
            self._draw_label(canvas, number, axis)

    def _drawn(self, canvas: Canvas) -> pygame.Surface:
        plot = Plot(canvas, self.rect)
        count = range(len(self.axes))
        for ring in _RINGS:
            corners = [self._place(number, ring) for number in count]
            plot.line([*corners, corners[0]], _GRID, 1.5 if ring == _RINGS[-1] else 1.0)
        for number in count:
            plot.line([self.centre, self._place(number, 100)], _GRID, 1.0)
        means = [self._place(n, a.mean) for n, a in enumerate(self.axes) if a.mean is not None]
        if means:
            plot.line([*means, means[0]], theme.MUTED, 1.5, _DASH)
        practised = [(n, a.value) for n, a in enumerate(self.axes) if a.value is not None]
        places = [self._place(number, value) for number, value in practised]
        if len(places) > 2:
            plot.area(places, theme.PRIMARY, 44)
        if len(places) > 1:
            plot.line([*places, places[0]], theme.PRIMARY, 2.2)
        for place, (_, value) in zip(places, practised, strict=True):
            weak = value == self.weakest
            plot.dot(place, 5.0 if weak else 3.2, theme.AGAIN.mark if weak else theme.PRIMARY)
        return plot.picture()

    def _draw_label(self, canvas: Canvas, number: int, axis: Axis) -> None:
        """The name on its lines and the number below, turned away from the web."""
        lines, wide = self.names[number]
        right, down = self._reach(number)
        tip = self._place(number, 100)
        tall = self._height(number)
        align: Align = "left" if right > 0.2 else "right" if right < -0.2 else "centre"
        left = {"left": tip[0] + _OUT, "right": tip[0] - _OUT - wide, "centre": tip[0] - wide / 2}
        top = tip[1] - tall / 2 + down * (tall / 2 + (0 if align != "centre" else _OUT - 4))
        weak = axis.value is not None and axis.value == self.weakest
        colour = theme.AGAIN.word if weak else theme.INK_SOFT
        colour = theme.MUTED if axis.value is None else colour
        for line in lines:
            box = FRect(left[align], top, wide, self.line)
            canvas.text(line, box, theme.MICRO, colour, align)
            top += self.line
        figure = "–" if axis.value is None else str(axis.value)
        strong = theme.INK if colour == theme.INK_SOFT else colour
        box = FRect(left[align], top, wide, self.line)
        canvas.text(figure, box, theme.CAPTION_STRONG, strong, align)
