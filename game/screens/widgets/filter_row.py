"""A line of a filter: a name and how many there are; a check when it is chosen."""

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.chrome import shortened
from game.screens.widgets.rows import Row

_CHECK = 14.0


class FilterRow(Row):
    """The chosen one stands on soft blue, bold, with a check; a long name is read on focus."""

    role = "radio"
    radius = theme.RADIUS_ROW

    def __init__(
        self, canvas: Canvas, name: str, label: str, number: str, place: FRect, chosen: bool
    ) -> None:
        super().__init__(name, label, FRect(place))
        self.value = "checked" if chosen else number
        self.chosen, self.number = chosen, number
        self.style = theme.SMALL_STRONG if chosen else theme.SMALL
        self.rect.h = canvas.line(theme.SMALL) + 12
        self.size = canvas.grown(_CHECK, theme.LARGEST_ICON_GROWTH)
        count = canvas.text_width(number, theme.CAPTION)
        left = place.x + 10 + self.size + 8
        self.words = FRect(left, place.y, place.right - 10 - count - 8 - left, self.rect.h)
        self.shown = shortened(canvas, label, self.style, self.words.w)
        self.tip = label if self.shown != label else ""

    def draw(self, canvas: Canvas) -> None:
        """Draw the row."""
        colour = theme.PRIMARY_DEEP if self.chosen else theme.INK
        quiet = theme.PRIMARY_DEEP if self.chosen else theme.MUTED
        if self.chosen:
            canvas.panel(self.rect, self.radius, theme.PRIMARY_SOFT)
            canvas.icon("check", self.rect.x + 10, self.rect.centery, self.size, colour)
        elif self.hovered:
            canvas.panel(self.rect, self.radius, theme.TILE)
        canvas.text(self.shown, self.words, self.style, colour)
        rest = FRect(self.rect.x, self.rect.y, self.rect.w - 10, self.rect.h)
        canvas.text(self.number, rest, theme.CAPTION, quiet, "right")
        if self.focused:
            canvas.ring(self.rect, self.radius)
