"""The search line: finds while one writes, Hangul in composition included."""

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.widgets.text_entry import TextEntry


class SearchEntry(TextEntry):
    """A text entry with a glass in place of the pencil; Enter keeps what was written."""

    role = "searchbox"

    def __init__(self, name: str, limit: int) -> None:
        super().__init__(name, limit, keeps=True)

    def draw(self, canvas: Canvas) -> None:
        """Draw the field and what is looked for."""
        box = self.rect
        self._draw_ground(canvas, theme.RADIUS_BUTTON)
        size = canvas.grown(16, theme.LARGEST_ICON_GROWTH)
        colour = theme.PRIMARY_DEEP if self.focused else theme.MUTED
        canvas.icon("magnifying-glass", box.x + 12, box.centery, size, colour)
        left = box.x + 12 + size + 8
        # Higher than the field: the canvas shows no line so close to the edge of where it may draw.
        self._draw_line(canvas, FRect(left, box.y - 8, box.right - 12 - left, box.h + 16))
