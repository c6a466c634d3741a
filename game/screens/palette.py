"""Palettes: how the colours of the theme are shown, as they are or in high contrast.

Screens name colours by `theme`, many of them once and for all when they are imported. So the canvas
asks its palette at the moment of drawing, and no screen has to know about contrast.
"""

from collections.abc import Mapping
from functools import cache

from game.screens import theme
from game.screens.theme import Colour

_BLACK: Colour = (0, 0, 0)
_BLUE: Colour = (16, 40, 150)
_BORDER: Colour = (70, 76, 90)
_LIGHT = 0.47  # of luminance: quiet words on navy lie above it, grey words on white below


class Palette:
    """Every colour as the theme has it."""

    has_shadows = True
    veil = 130

    def word(self, colour: Colour) -> Colour:
        """How words and icons in `colour` are shown."""
        return colour

    def ground(self, colour: Colour) -> Colour:
        """How a shape filled with `colour` is shown."""
        return colour

    def line(self, colour: Colour) -> Colour:
        """How a rule or another box with square corners is shown."""
        return colour

    def edge(self, edge: Colour | None, fill: Colour | None, side: float) -> Colour | None:
        """How the edge of a shape is shown that is `side` units at its narrowest."""
        return edge

    def thickness(self, units: float) -> float:
        """How thick an edge of `units` is drawn."""
        return units


class HighContrast(Palette):
    """Black on white: no soft grounds, no shadows, an edge around everything, thicker lines."""

    has_shadows = False
    veil = 200

    def word(self, colour: Colour) -> Colour:
        """Black, white, or a deep shade of the same meaning: at least 7:1 on white."""
        return _WORDS.get(colour) or _deep(colour)

    def ground(self, colour: Colour) -> Colour:
        """Soft grounds become white (and have an edge), marks as deep as their words."""
        return theme.WHITE if _luminance(colour) >= _LIGHT else self.word(colour)

    def line(self, colour: Colour) -> Colour:
        """Rules become dark; what is filled to be a ground stays one."""
        return _BORDER if colour in _LINES else self.ground(colour)

    def edge(self, edge: Colour | None, fill: Colour | None, side: float) -> Colour | None:
        """What is white on white has an edge, even if it had none."""
        if edge:
            return _BORDER if edge in _LINES or _luminance(edge) >= _LIGHT else self.word(edge)
        least = 3 if fill in _LINES else 14 if fill == theme.WHITE else 6
        if fill is None or side < least:
            return None
        return _BORDER if self.ground(fill) == theme.WHITE else None

    def thickness(self, units: float) -> float:
        """Thick enough to be two pixels where there was one, and three where there were two."""
        return units + 0.75


PLAIN = Palette()
HIGH_CONTRAST = HighContrast()


def palette_of(high_contrast: bool) -> Palette:
    """The palette of a setting."""
    return HIGH_CONTRAST if high_contrast else PLAIN


_LINES = frozenset(
    (theme.LINE, theme.LINE_STRONG, theme.PAPER_EDGE, theme.PAPER_LINE, theme.PRIMARY_PALE)
)
_WORDS: Mapping[Colour, Colour] = {
    **dict.fromkeys((theme.INK, theme.INK_SOFT, theme.MUTED, theme.PAPER_INK), _BLACK),
    **dict.fromkeys((theme.EDGE, theme.THUMB, theme.SHADE), _BLACK),
    **dict.fromkeys((theme.PRIMARY, theme.PRIMARY_DEEP), _BLUE),
    **{tone.mark: tone.word for tone in (*theme.AXES.values(), theme.CRITICAL, theme.HINT)},
    theme.HANDLED.mark: _BLACK,
    theme.DISABLED: (84, 84, 84),
}


@cache
def _deep(colour: Colour) -> Colour:
    """White for what is light, else the same hue darkened to 7:1 on white."""
    if _luminance(colour) >= _LIGHT:
        return theme.WHITE
    red, green, blue = colour
    while 1.05 / (_luminance((red, green, blue)) + 0.05) < 7:
        red, green, blue = (int(part * 0.95) for part in (red, green, blue))
    return red, green, blue


@cache
def _luminance(colour: Colour) -> float:
    """The relative luminance, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (
        part / 3294.6 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
