"""The canvas: design units in, pixels out. It measures for the layout and draws for the widgets.

720 units are the height of the window; the width follows. Type grows with the text size, space
does not. While `watching`, every text drawn is written down for `inspect`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pygame
from pygame import FRect

from game.screens import theme
from game.screens.lettering import Lettering
from game.screens.palette import PLAIN, Palette
from game.screens.pictures import Pictures
from game.screens.shapes import Shapes
from game.screens.theme import Colour, Shadow, Style

Align = Literal["left", "centre", "right"]
HEIGHT = 720.0
_CLEAR = 7.0  # units that letters keep from the edge of an area that scrolls


@dataclass(frozen=True, slots=True)
class Drawn:
    """A text as it was drawn: where (pixels), in what style and colour, on what ground."""

    text: str
    box: pygame.Rect
    style: Style
    colour: Colour
    ground: Colour
    too_wide: float


class Canvas:
    """One window's drawing tools; `aim` points it at a surface and a text size (1.0 to 1.5)."""

    def __init__(self, assets: Path) -> None:
        self.letters = Lettering(assets / "fonts")
        self.pictures = Pictures(assets)
        self.shapes = Shapes()
        self.surface = pygame.Surface((1, 1))
        self.scale = 1.0
        self.text_scale = 1.0
        self.palette: Palette = PLAIN
        self.watching = False
        self.drawn: list[Drawn] = []
        self.rings: list[pygame.Rect] = []
        self._left = 0.0
        self._top = 0.0

    # ------------------------------------------------------------ where and how large

    def aim(self, surface: pygame.Surface, text_scale: float) -> None:
        """Draw onto `surface` from now on; what fits no longer is forgotten."""
        scale = surface.get_height() / HEIGHT
        if scale != self.scale or surface.get_width() != self.surface.get_width():
            self.shapes.clear()
            self.pictures.clear()
        self.surface, self.scale, self.text_scale = surface, scale, text_scale
        self.letters.set_scale(scale * text_scale)

    @property
    def width(self) -> float:
        """The window's width in design units."""
        return self.surface.get_width() / self.scale

    def grown(self, units: float, most: float = 9.0) -> float:
        """A measure that grows with the text size, to `most` times at the outside."""
        return units * min(self.text_scale, most)

    def line(self, style: Style) -> float:
        """The height of one line of `style`."""
        return style.line * self.text_scale

    def text_width(self, text: str, style: Style) -> float:
        """How wide `text` stands on one line."""
        return self.letters.width(text, style) / self.scale

    def lines(
        self, text: str, style: Style, width: float, balanced: bool = False
    ) -> tuple[str, ...]:
        """`text` broken for `width`."""
        pixels = max(1, int(width * self.scale))
        broken = self.letters.balanced if balanced else self.letters.lines
        return broken(text, style, pixels)

    def pixels(self, box: FRect) -> pygame.Rect:
        """`box` in pixels of the window; neighbours stay neighbours."""
        left, right = ((box.x + self._left) * self.scale, (box.right + self._left) * self.scale)
        top, bottom = ((box.y + self._top) * self.scale, (box.bottom + self._top) * self.scale)
        left, top = round(left), round(top)
        return pygame.Rect(left, top, round(right) - left, round(bottom) - top)

    def units(self, pixels: tuple[int, int]) -> tuple[float, float]:
        """A place of the window (a mouse position) in design units."""
        return pixels[0] / self.scale, pixels[1] / self.scale

    @contextmanager
    def inside(self, box: FRect, down: float = 0.0) -> Iterator[None]:
        """Draw only within `box`, everything moved `down` units: a scrolled area."""
        before, top = self.surface.get_clip(), self._top
        self.surface.set_clip(self.pixels(box).clip(before))
        self._top += down
        try:
            yield
        finally:
            self._top = top
            self.surface.set_clip(before)

    # ------------------------------------------------------------ drawing

    def clear(self) -> None:
        """Start a picture anew on the ground colour."""
        self.surface.set_clip(None)
        self.surface.fill(self.palette.ground(theme.GROUND))
        self.drawn.clear()
        self.rings.clear()

    def veil(self) -> None:
        """Darken all that is drawn: what follows stands in front of it."""
        dark = pygame.Surface(self.surface.get_size())  # one alpha for all: a fifth of the time
        dark.fill(theme.NAVY)
        dark.set_alpha(self.palette.veil)
        self.surface.blit(dark, (0, 0))
        self.drawn.clear()
        self.rings.clear()

    def cover(self, box: FRect) -> None:
        """Forget the texts that something drawn on top at `box` will hide."""
        hidden = self.pixels(box)
        self.drawn = [text for text in self.drawn if not hidden.colliderect(text.box)]

    def fill(self, box: FRect, colour: Colour) -> None:
        """Fill a box with square corners; a line is at least one pixel thick."""
        place = self.pixels(box)
        place.w, place.h = max(1, place.w), max(1, place.h)
        self.surface.fill(self.palette.line(colour), place)

    def panel(
        self,
        box: FRect,
        radius: float,
        fill: Colour | None,
        edge: Colour | None = None,
        thick: float = 1.0,
        shadow: Shadow | None = None,
    ) -> None:
        """Draw a rounded box, with its shadow below it."""
        place = self.pixels(box)
        if place.w < 1 or place.h < 1:
            return
        corner = round(radius * self.scale)
        edge = self.palette.edge(edge, fill, min(box.w, box.h))
        fill = fill and self.palette.ground(fill)
        if shadow and self.palette.has_shadows:
            spread = max(1, round(shadow.spread * self.scale))
            self.shapes.shadow(self.surface, place, corner, spread, shadow.alpha)
        line = max(1, round(self.palette.thickness(thick) * self.scale))
        self.shapes.rounded(self.surface, place, corner, fill, edge, line)

    def ring(self, box: FRect, radius: float) -> None:
        """The focus ring: two units of primary blue with a gap of two, outside the control."""
        around = box.inflate(8, 8)
        self.panel(around, radius + 4, None, theme.PRIMARY, 2)
        self.note_focus(around)

    def note_focus(self, box: FRect) -> None:
        """Write down where the focus shows."""
        self.rings.append(self.pixels(box))

    def shows(self, line: FRect) -> bool:
        """Whether the letters of a line clear the edges, and the fade, of the area it scrolls in.

        One that the edge would cut is not drawn at all.
        """
        clip = self.surface.get_clip()
        if clip.h >= self.surface.get_height():
            return True
        box, spare = self.pixels(line), (_CLEAR - 0.15 * line.h) * self.scale
        return box.top - spare >= clip.top - 1 and box.bottom + spare <= clip.bottom + 1

    def text(
        self,
        text: str,
        box: FRect,
        style: Style,
        colour: Colour,
        align: Align = "left",
        shown: int | None = None,
    ) -> None:
        """One line of text in the middle of the height of `box`; `shown` letters of it, or all."""
        if not text or not self.shows(box):
            return
        colour = self.palette.word(colour)
        image = self.letters.image(text, style, colour)
        place = self.pixels(box)
        room = place.w - image.get_width()
        across = {"left": 0, "centre": room // 2, "right": room}[align]
        spot = (place.x + across, place.y + (place.h - image.get_height()) // 2)
        if self.watching:
            self._write_down(text, image, spot, style, colour, -room / self.scale)
        if shown is None or shown >= len(text):
            self.surface.blit(image, spot)
        elif shown > 0:
            seen = self.letters.width(text[:shown], style)
            self.surface.blit(image, spot, (0, 0, seen, image.get_height()))

    def _write_down(
        self,
        text: str,
        image: pygame.Surface,
        spot: tuple[int, int],
        style: Style,
        colour: Colour,
        too_wide: float,
    ) -> None:
        ink = image.get_bounding_rect().move(spot)
        clip = self.surface.get_clip()
        seen = ink.clip(clip) if clip != self.surface.get_rect() else ink
        if seen.w and seen.h:
            within = seen.clip(self.surface.get_rect())
            ground = pygame.transform.average_color(self.surface, within) if within.w else (0, 0, 0)
            red, green, blue = ground[:3]
            self.drawn.append(Drawn(text, seen, style, colour, (red, green, blue), too_wide))

    def icon(self, name: str, left: float, middle: float, size: float, colour: Colour) -> None:
        """An icon by its left edge and the middle of its height."""
        side = max(1, round(size * self.scale))
        image = self.pictures.icon(name, side, self.palette.word(colour))
        if image:
            place = self.pixels(FRect(left, middle - size / 2, size, size))
            self.surface.blit(image, place)

    def image(self, image: pygame.Surface, box: FRect) -> None:
        """A finished picture at the upper left of `box`."""
        self.surface.blit(image, self.pixels(box))

    def cut(self, image: pygame.Surface, radius: float) -> pygame.Surface:
        """`image` with its corners rounded."""
        mask = pygame.Surface(image.get_size(), pygame.SRCALPHA)
        mask.fill((255, 255, 255, 0))
        corner = round(radius * self.scale)
        self.shapes.rounded(mask, mask.get_rect(), corner, theme.WHITE)
        whole = pygame.Surface(image.get_size(), pygame.SRCALPHA)
        whole.blit(image, (0, 0))
        whole.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MIN)
        return whole
