"""A toast: one sentence on the lowest line for a few seconds, in place of the key hints."""

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.widgets.widget import Widget

SECONDS = 5.0


class Toast(Widget):
    """A sentence with an icon on navy."""

    role = "status"

    def __init__(self, canvas: Canvas, text: str, icon: str) -> None:
        right, middle = canvas.width - theme.MARGIN, 720 - 13 - canvas.grown(22, 1.36) / 2
        tall = canvas.line(theme.CAPTION) + 10
        self.icon, self.size = icon, canvas.grown(16, theme.LARGEST_ICON_GROWTH)
        room = right - theme.MARGIN - self.size - 36
        self.style = theme.CAPTION_STRONG
        if canvas.text_width(text, self.style) > room:
            self.style = theme.MICRO
        width = canvas.text_width(text, self.style) + self.size + 36
        super().__init__(FRect(right - width, middle - tall / 2, width, tall), text)

    def draw(self, canvas: Canvas) -> None:
        """Draw the pill."""
        box = self.rect
        canvas.panel(box, box.h / 2, theme.NAVY)
        canvas.icon(self.icon, box.x + 14, box.centery, self.size, theme.WHITE)
        words = FRect(box.x + 20 + self.size, box.y, box.w - 36 - self.size, box.h)
        canvas.text(self.label, words, self.style, theme.WHITE)
