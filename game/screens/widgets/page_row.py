"""A line of a table of contents: the title of a page, marked where it is the open one."""

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.widgets.rows import Row
from game.screens.widgets.text import Text


class PageRow(Row):
    """The chosen one stands on blue with a check: never colour alone."""

    role = "radio"
    radius = theme.RADIUS_ROW

    def __init__(self, canvas: Canvas, name: str, title: str, place: FRect, chosen: bool) -> None:
        super().__init__(name, title, FRect(place))
        self.value, self.chosen = "checked" if chosen else "", chosen
        self.size = canvas.grown(14, theme.LARGEST_ICON_GROWTH)
        style = theme.SMALL_STRONG if chosen else theme.SMALL
        left = place.x + 12 + self.size + 8
        colour = theme.PRIMARY_DEEP if chosen else theme.INK
        width = place.right - 12 - left
        self.title = Text(canvas, title, left, place.y + 8, width, style, colour)
        self.rect.h = self.title.rect.h + 16

    def draw(self, canvas: Canvas) -> None:
        """Draw the check and the title."""
        self.draw_ground(canvas, self.chosen and not self.disabled)
        if self.chosen:
            middle = self.title.rect.y + self.title.step / 2
            canvas.icon("check", self.rect.x + 12, middle, self.size, theme.PRIMARY_DEEP)
        self.title.colour = self.word(theme.PRIMARY_DEEP if self.chosen else theme.INK)
        self.title.draw(canvas)
        if self.focused:
            canvas.ring(self.rect, self.radius)
