"""Small helpers to write SVG: shapes, and the furniture several pictures share."""

import io
import random

import resvg_py
from PIL import Image


def rasterise(svg: str, width: int) -> Image.Image:
    """Render an SVG text to an image with alpha."""
    return Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width))))


def document(width: int, height: int, *parts: str) -> str:
    """Return a whole SVG document."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
    return head + "".join(parts) + "</svg>"


def attributes(extra: dict) -> str:
    """Turn keyword arguments into attributes: stroke_width=3 gives stroke-width="3"."""
    return "".join(f' {key.replace("_", "-")}="{value}"' for key, value in extra.items())


def rect(
    x: float, y: float, w: float, h: float, fill: str, r: float = 0, **extra: str | float
) -> str:
    """Return a rectangle, with round corners if r is given."""
    place = f'x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{r}"'
    return f'<rect {place} fill="{fill}"{attributes(extra)}/>'


def oval(x: float, y: float, rx: float, ry: float, fill: str, **extra: str | float) -> str:
    """Return an ellipse round a middle point."""
    place = f'cx="{x:.1f}" cy="{y:.1f}" rx="{rx:.1f}" ry="{ry:.1f}"'
    return f'<ellipse {place} fill="{fill}"{attributes(extra)}/>'


def path(d: str, fill: str = "none", **extra: str | float) -> str:
    """Return a path."""
    return f'<path d="{d}" fill="{fill}"{attributes(extra)}/>'


def line(d: str, colour: str, width: float, **extra: str | float) -> str:
    """Return a path drawn as a round-ended line."""
    return path(d, stroke=colour, stroke_width=width, stroke_linecap="round", **extra)


def group(*parts: str, **extra: str | float) -> str:
    """Return several parts as one, for instance with a transform or an opacity."""
    return f"<g{attributes(extra)}>{''.join(parts)}</g>"


def fade(name: str, *stops: str) -> str:
    """Define a linear gradient of evenly spaced colours, from top to bottom."""
    steps = "".join(
        f'<stop offset="{i / (len(stops) - 1):.3f}" stop-color="{c}"/>' for i, c in enumerate(stops)
    )
    return f'<linearGradient id="{name}" x1="0" y1="0" x2="0" y2="1">{steps}</linearGradient>'


def glow(x: float, y: float, r: float, colour: str = "#fff3cf", strength: float = 0.9) -> str:
    """Return a soft round light."""
    name = f"glow{x:.0f}_{y:.0f}_{r:.0f}".replace("-", "m")
    return (
        f'<radialGradient id="{name}"><stop offset="0" stop-color="{colour}" '
        f'stop-opacity="{strength}"/><stop offset="1" stop-color="{colour}" stop-opacity="0"/>'
        f"</radialGradient>" + oval(x, y, r, r, f"url(#{name})")
    )


def lamp(x: float, drop: float, shade: str = "#3f4a63") -> str:
    """Return a lamp that hangs from the ceiling."""
    cone = f"M{x - 54} {drop + 50}L{x - 26} {drop}H{x + 26}L{x + 54} {drop + 50}Z"
    return (
        glow(x, drop + 50, 170)
        + rect(x - 3, 0, 6, drop, "#5b4a3c")
        + oval(x, drop + 50, 30, 12, "#fff6da")
        + path(cone, shade)
    )


def plant(x: float, y: float, size: float = 1.0, pot: str = "#f4f0ea") -> str:
    """Return a plant in a pot that stands at (x, y)."""
    leaves = [
        (-44, -190, -28, "#74b593"),
        (44, -186, 28, "#4e8f6e"),
        (-20, -222, -10, "#68ab89"),
        (24, -216, 12, "#5fa17f"),
        (0, -160, 0, "#86c2a2"),
    ]
    drawn = "".join(
        oval(dx, dy, 34, 92, colour, transform=f"rotate({turn} {dx} {dy})")
        for dx, dy, turn, colour in leaves
    )
    drawn += path("M-56 -100H56L42 0H-42Z", pot) + rect(-60, -108, 120, 22, pot, 6)
    return group(drawn, transform=f"translate({x} {y}) scale({size})")


def city(x: float, y: float, w: float, seed: int = 2) -> str:
    """Return a row of pale houses that stand on y."""
    dice, parts, left = random.Random(seed), [], x
    while left < x + w:
        high, wide = dice.randint(80, 240), dice.randint(38, 64)
        colour = dice.choice(("#b9cdea", "#a9c1e4", "#c4d5ee", "#b0c7e8", "#bdd0ec"))
        parts.append(rect(left, y - high, wide, high, colour))
        left += wide + dice.randint(2, 12)
    return "".join(parts)


def window(x: float, y: float, w: float, h: float, view: str, frame: str = "#fffaf2") -> str:
    """Return a window with two panes on a view, which is drawn in the picture's own measures."""
    name = f"pane{x}_{y}"
    return (
        f'<clipPath id="{name}">{rect(x, y, w, h, "#000", 14)}</clipPath>'
        + fade(f"sky{name}", "#c9e1fb", "#f3f9ff")
        + group(rect(x, y, w, h, f"url(#sky{name})"), view, clip_path=f"url(#{name})")
        + rect(x, y, w, h, "none", 14, stroke=frame, stroke_width=18)
        + rect(x + w / 2 - 6, y, 12, h, frame)
        + rect(x - 22, y + h + 4, w + 44, 18, frame, 6)
    )


def envelope(
    x: float, y: float, w: float, colour: str = "#fffdf6", seal: str = "#e08a7b", turn: float = 0
) -> str:
    """Return a closed envelope with its middle at (x, y)."""
    h = w * 0.66
    left, top = -w / 2, -h / 2
    flap = f"M{left} {top + 4}L0 {h * 0.12}L{-left} {top + 4}"
    return group(
        rect(left, top, w, h, colour, 6),
        line(flap, "#d8cdb8", max(3, w * 0.035), stroke_linejoin="round"),
        oval(0, h * 0.1, w * 0.075, w * 0.075, seal),
        transform=f"translate({x} {y}) rotate({turn})",
    )


def bubble(x: float, y: float, w: float, h: float, colour: str, tail: str = "left") -> str:
    """Return a speech bubble with its tail at a lower corner."""
    foot = x + 26 if tail == "left" else x + w - 26
    lean = -34 if tail == "left" else 34
    tip = f"M{foot - 20} {y + h - 12}L{foot + lean} {y + h + 26}L{foot + 24} {y + h - 8}Z"
    return rect(x, y, w, h, colour, min(h / 2, 34)) + path(tip, colour)
