"""A small drawing made four times too large and reduced once: smooth lines for the charts.

Design units in; the picture is kept by the widget that drew it.
"""

from collections.abc import Sequence
from itertools import pairwise

import pygame
from pygame import FRect

from game.screens.canvas import Canvas
from game.screens.theme import Colour
from game.screens.widgets.widget import Point

_FINER = 4


class Plot:
    """A clear sheet over `box`; places are those of the box's own coordinates."""

    def __init__(self, canvas: Canvas, box: FRect) -> None:
        self._canvas, self._box = canvas, box
        self._size = canvas.pixels(box).size
        self._fine = canvas.scale * _FINER
        whole = (self._size[0] * _FINER, self._size[1] * _FINER)
        self._sheet = pygame.Surface(whole, pygame.SRCALPHA)
        self._sheet.fill((255, 255, 255, 0))

    def line(self, places: Sequence[Point], colour: Colour, wide: float, dash: float = 0.0) -> None:
        """A line through `places`; with `dash`, in strokes of so many units."""
        for start, end in pairwise(places):
            for one, other in _strokes(start, end, dash):
                self._stroke(one, other, self._canvas.palette.line(colour), wide)

    def area(self, places: Sequence[Point], colour: Colour, alpha: int) -> None:
        """A filled shape, so much of it (0 to 255) over what is below."""
        film = pygame.Surface(self._sheet.get_size(), pygame.SRCALPHA)
        fill = (*self._canvas.palette.ground(colour), alpha)
        pygame.draw.polygon(film, fill, [self._at(place) for place in places])
        self._sheet.blit(film, (0, 0))

    def dot(self, place: Point, radius: float, colour: Colour, hollow: bool = False) -> None:
        """A round mark with a white rim; a hollow one is white within."""
        at, edge = self._at(place), self._canvas.palette.word(colour)
        outer = (radius + (0 if hollow else 1.5)) * self._fine
        pygame.draw.circle(self._sheet, edge if hollow else (255, 255, 255), at, outer)
        inner = (radius - 2 if hollow else radius) * self._fine
        pygame.draw.circle(self._sheet, (255, 255, 255) if hollow else edge, at, inner)

    def square(self, place: Point, side: float, colour: Colour) -> None:
        """A square mark with a white rim."""
        x, y = self._at(place)
        for size, fill in ((side + 3, (255, 255, 255)), (side, self._canvas.palette.word(colour))):
            half = size * self._fine / 2
            self._sheet.fill(fill, pygame.Rect(x - half, y - half, 2 * half, 2 * half))

    def picture(self) -> pygame.Surface:
        """The finished drawing, in pixels of the window."""
        return pygame.transform.smoothscale(self._sheet, self._size)

    def _at(self, place: Point) -> Point:
        return (place[0] - self._box.x) * self._fine, (place[1] - self._box.y) * self._fine

    def _stroke(self, one: Point, other: Point, colour: Colour, wide: float) -> None:
        """A stroke with round ends: pygame's own thick lines are cut askew."""
        start, end = pygame.Vector2(self._at(one)), pygame.Vector2(self._at(other))
        half = wide * self._fine / 2
        along = end - start
        if along.length():
            aside = along.rotate(90).normalize() * half
            corners = [start + aside, end + aside, end - aside, start - aside]
            pygame.draw.polygon(self._sheet, colour, corners)
        for tip in (start, end):
            pygame.draw.circle(self._sheet, colour, tip, half)


def _strokes(start: Point, end: Point, dash: float) -> list[tuple[Point, Point]]:
    """The pieces of a line: all of it, or strokes of `dash` with gaps of the same length."""
    if not dash:
        return [(start, end)]
    one, other = pygame.Vector2(start), pygame.Vector2(end)
    length = (other - one).length()
    count = max(1, round(length / (2 * dash)))
    step = (other - one) / count
    return [
        ((place.x, place.y), (tip.x, tip.y))
        for place in (one + step * number for number in range(count))
        for tip in (place + step * 0.5,)
    ]
