"""A turn worth another look: which reply it was, and what was said."""

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.widgets.rows import Row
from game.screens.widgets.text import Text

_LINES = 1


class MomentRow(Row):
    """A row that opens the transcript at its turn."""

    def __init__(self, canvas: Canvas, name: str, label: str, said: str, place: FRect) -> None:
        super().__init__(name, label, FRect(place))
        self.value = said
        room = place.w - 28 - 24
        self.head = Text(
            canvas, label, place.x + 14, place.y + 9, room, theme.MICRO, theme.AGAIN.word
        )
        if len(canvas.lines(said, theme.CAPTION, room)) > _LINES:
            # A title in a list may be cut: the transcript shows all of it.
            while len(canvas.lines(said + "…", theme.CAPTION, room)) > _LINES:
                said = said[:-1]
            said = said.rstrip(" .,") + "…"
        self.body = Text(canvas, said, place.x + 14, self.head.rect.bottom + 2, room, theme.CAPTION)
        self.rect.h = self.body.rect.bottom + 10 - place.y

    def draw(self, canvas: Canvas) -> None:
        """Draw the row."""
        self.draw_ground(canvas)
        self.head.colour = self.word(theme.AGAIN.word)
        self.body.colour = self.word(theme.INK)
        self.head.draw(canvas)
        self.body.draw(canvas)
        canvas.icon("caret-right", self.rect.right - 28, self.rect.centery, 14, theme.MUTED)
        if self.focused:
            canvas.ring(self.rect, self.radius)
