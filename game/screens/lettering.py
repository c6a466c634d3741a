"""Letters: fonts at their real pixel size, line breaking by eojeol, and a cache of drawn lines.

Pixels in, pixels out; design units are the canvas's business.
"""

import unicodedata
from pathlib import Path

import pygame

from game.errors import DangolError
from game.screens.theme import Colour, Style, Weight

_MOST_LINES = 4096  # drawn lines kept; one play shows a few hundred


class Lettering:
    """The fonts of one folder, and every line that was measured, broken or drawn with them."""

    def __init__(self, folder: Path) -> None:
        if not all((folder / f"Pretendard-{weight}.otf").is_file() for weight in Weight):
            raise DangolError("assets.missing", folder=folder)
        self._folder = folder
        self._scale = 1.0
        self._fonts: dict[tuple[int, Weight], pygame.font.Font] = {}
        self._lines: dict[tuple[str, Style, int], tuple[str, ...]] = {}
        self._widths: dict[tuple[str, Style], int] = {}
        self._images: dict[tuple[str, Style, Colour], pygame.Surface] = {}

    def set_scale(self, scale: float) -> None:
        """Use `scale` pixels a design unit of type (window and text size together)."""
        if scale != self._scale:
            self._scale = scale
            self._fonts.clear()  # each holds its file open, and a dragged window has many sizes
            self._lines.clear()
            self._widths.clear()
            self._images.clear()

    def font(self, style: Style) -> pygame.font.Font:
        """The font of `style` at the present scale, opened once."""
        key = (max(1, round(style.size * self._scale)), style.weight)
        if key not in self._fonts:
            path = self._folder / f"Pretendard-{style.weight}.otf"
            self._fonts[key] = pygame.font.Font(str(path), key[0])
        return self._fonts[key]

    def width(self, text: str, style: Style) -> int:
        """How wide `text` stands on one line."""
        key = (text, style)
        if key not in self._widths:
            if len(self._widths) >= _MOST_LINES:
                self._widths.clear()
            self._widths[key] = self.font(style).size(composed(text))[0]
        return self._widths[key]

    def image(self, text: str, style: Style, colour: Colour) -> pygame.Surface:
        """`text` drawn on one line."""
        key = (text, style, colour)
        if key not in self._images:
            if len(self._images) >= _MOST_LINES:
                self._images.clear()
            self._images[key] = self.font(style).render(composed(text), True, colour)
        return self._images[key]

    def lines(self, text: str, style: Style, width: int) -> tuple[str, ...]:
        """`text` broken into lines no wider than `width`."""
        key = (text, style, width)
        if key not in self._lines:
            if len(self._lines) >= _MOST_LINES:
                self._lines.clear()
            font = self.font(style)
            self._lines[key] = tuple(
                line
                for paragraph in composed(text).split("\n")
                for line in _broken(paragraph, font, width)
            )
        return self._lines[key]

    def balanced(self, text: str, style: Style, width: int) -> tuple[str, ...]:
        """`text` on as few lines as `width` allows, but none of them left with a lone word."""
        lines = self.lines(text, style, width)
        if len(lines) == 1:
            return lines
        low, high = width // 2, width
        while high - low > 4:
            middle = (low + high) // 2
            if len(self.lines(text, style, middle)) > len(lines):
                low = middle
            else:
                high = middle
        return self.lines(text, style, high)


def composed(text: str) -> str:
    """`text` in NFC: loose jamo would be drawn three times as wide."""
    return unicodedata.normalize("NFC", text)


def _broken(paragraph: str, font: pygame.font.Font, width: int) -> list[str]:
    """Break at spaces, so that an eojeol stays whole; one that is too long breaks by syllable."""
    lines: list[str] = []
    line = ""
    for token in paragraph.split(" "):
        longer = f"{line} {token}" if line else token
        if font.size(longer)[0] <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _syllables(token, font, width)
        lines.extend(full)
    lines.append(line)
    return lines


def _syllables(token: str, font: pygame.font.Font, width: int) -> list[str]:
    """`token` in pieces that fit, at least one letter each; the last one may take more words."""
    pieces: list[str] = []
    while len(token) > 1 and font.size(token)[0] > width:
        count = len(token) - 1
        while count > 1 and font.size(token[:count])[0] > width:
            count -= 1
        pieces.append(token[:count])
        token = token[count:]
    return [*pieces, token]
