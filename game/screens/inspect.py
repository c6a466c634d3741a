"""Looks over what a canvas has drawn: what a tired eye would miss on forty pictures.

It does not see text on icons, a cut head or an ugly line break: look at every picture too.
"""

from game.screens.canvas import Canvas, Drawn
from game.screens.theme import Colour

_LEAST, _LEAST_LARGE = 4.5, 3.0
_TOLERANCE = 1.0  # design units: rounding to pixels


def problems(canvas: Canvas) -> list[str]:
    """All that is wrong with the last picture, in words; the canvas must have been watching."""
    window = canvas.surface.get_rect()
    found = [
        f"outside the window: {text.text!r} at {text.box}"
        for text in canvas.drawn
        if not window.contains(text.box)
    ]
    found += [
        f"{text.too_wide:.0f} units too wide: {text.text!r}"
        for text in canvas.drawn
        if text.too_wide > _TOLERANCE
    ]
    found += [line for text in canvas.drawn if (line := _faint(text))]
    found += _overlaps(canvas.drawn)
    if len(canvas.rings) != 1:
        found.append(f"{len(canvas.rings)} places have the focus")
    found += [f"focus outside: {ring}" for ring in canvas.rings if not window.contains(ring)]
    return found


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)


def _faint(text: Drawn) -> str:
    least = _LEAST_LARGE if text.style.is_large else _LEAST
    ratio = contrast(text.colour, text.ground)
    return f"contrast {ratio:.2f}: {text.text!r}" if ratio < least else ""


def _overlaps(drawn: list[Drawn]) -> list[str]:
    """Texts that lie over each other, compared only with their neighbours from the top down."""
    ordered = sorted(drawn, key=lambda text: text.box.top)
    found = []
    for number, text in enumerate(ordered):
        for other in ordered[number + 1 :]:
            if other.box.top >= text.box.bottom - 1:
                break
            common = text.box.clip(other.box)
            if common.w > 1 and common.h > 1:
                found.append(f"text over text: {text.text!r} / {other.text!r}")
    return found
