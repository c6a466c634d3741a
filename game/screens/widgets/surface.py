"""The quiet pieces a page is built of: panels, rules, icons and chips."""

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.theme import Colour, Shadow, Style
from game.screens.widgets.widget import Widget


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """A colour `share` (0 to 1) of the way from one to another."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def lifted(shadow: Shadow, share: float) -> Shadow | None:
    """A shadow as dark as hovering has come, None before it has begun."""
    return Shadow(shadow.spread, round(shadow.alpha * share)) if share else None


def draw_error(canvas: Canvas, box: FRect, radius: float) -> None:
    """The mark of a control with an error: a red edge, and a sign at its upper right."""
    tone = theme.CRITICAL
    canvas.panel(box, radius, None, tone.mark, 2)
    size = canvas.grown(18, theme.LARGEST_ICON_GROWTH)
    badge = FRect(box.right - size * 0.75, box.y - size * 0.25, size, size)
    canvas.panel(badge.inflate(4, 4), size, theme.WHITE)
    canvas.icon("warning-circle", badge.x, badge.centery, size, tone.mark)


class Panel(Widget):
    """A rounded box: a card, a note, a tile."""

    role = "presentation"

    def __init__(
        self,
        rect: FRect,
        radius: float = theme.RADIUS_CARD,
        fill: Colour = theme.WHITE,
        edge: Colour | None = theme.LINE,
        shadow: Shadow | None = None,
        thick: float = 1.0,
    ) -> None:
        super().__init__(rect)
        self.radius, self.fill, self.edge = radius, fill, edge
        self.shadow, self.thick = shadow, thick

    def draw(self, canvas: Canvas) -> None:
        """Draw the box and its shadow."""
        canvas.panel(self.rect, self.radius, self.fill, self.edge, self.thick, self.shadow)


def card(rect: FRect) -> Panel:
    """A white card with the usual shadow."""
    return Panel(rect, shadow=theme.CARD_SHADOW)


class Rule(Widget):
    """A thin line or a filled box with square corners."""

    role = "presentation"

    def __init__(self, rect: FRect, colour: Colour = theme.LINE) -> None:
        super().__init__(rect)
        self.colour = colour

    def draw(self, canvas: Canvas) -> None:
        """Draw the line."""
        canvas.fill(self.rect, self.colour)


class Icon(Widget):
    """An icon in one colour, by its left edge and the middle of its height."""

    role = "presentation"

    def __init__(self, name: str, left: float, middle: float, size: float, colour: Colour) -> None:
        super().__init__(FRect(left, middle - size / 2, size, size))
        self.icon, self.colour = name, colour

    def draw(self, canvas: Canvas) -> None:
        """Draw the icon."""
        canvas.icon(self.icon, self.rect.x, self.rect.centery, self.rect.w, self.colour)


class Tile(Widget):
    """An icon in the middle of a soft square."""

    role = "presentation"

    def __init__(self, rect: FRect, icon: str, colour: Colour, ground: Colour) -> None:
        super().__init__(rect)
        self.icon, self.colour, self.ground = icon, colour, ground

    def draw(self, canvas: Canvas) -> None:
        """Draw the square and its icon."""
        canvas.panel(self.rect, theme.RADIUS_BUTTON, self.ground)
        size = self.rect.h / 2
        canvas.icon(self.icon, self.rect.centerx - size / 2, self.rect.centery, size, self.colour)


class Chip(Widget):
    """A pill with an icon and a word; `left` is its right edge when `from_right`."""

    role = "note"

    def __init__(
        self,
        canvas: Canvas,
        text: str,
        left: float,
        top: float,
        colour: Colour,
        ground: Colour,
        icon: str = "",
        style: Style = theme.CAPTION_STRONG,
        from_right: bool = False,
    ) -> None:
        self.icon_size = canvas.grown(16, theme.LARGEST_ICON_GROWTH) if icon else 0.0
        self.before = 10.0 + (self.icon_size + 5 if icon else 0)
        width = self.before + canvas.text_width(text, style) + 11
        height = canvas.line(style) + 8
        super().__init__(FRect(left - width if from_right else left, top, width, height), text)
        self.icon, self.style, self.colour, self.ground = icon, style, colour, ground

    def draw(self, canvas: Canvas) -> None:
        """Draw the pill."""
        canvas.panel(self.rect, self.rect.h / 2, self.ground)
        if self.icon:
            canvas.icon(self.icon, self.rect.x + 9, self.rect.centery, self.icon_size, self.colour)
        inner = FRect(
            self.rect.x + self.before, self.rect.y, self.rect.w - self.before, self.rect.h
        )
        canvas.text(self.label, inner, self.style, self.colour)
