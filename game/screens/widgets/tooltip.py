"""A tooltip: a few words on navy beside the control that is hovered or has the focus."""

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.widgets.text import Text
from game.screens.widgets.widget import Widget

_WIDEST = 320.0
_AWAY = 10.0  # from the control, clear of its ring


class Tooltip(Widget):
    """Below its target, above it where the window ends; red with a sign when it tells an error."""

    role = "tooltip"

    def __init__(self, canvas: Canvas, text: str, target: FRect, is_error: bool = False) -> None:
        self.icon = canvas.grown(16, theme.LARGEST_ICON_GROWTH) + 6 if is_error else 0.0
        self.fill = theme.CRITICAL.word if is_error else theme.NAVY
        widest = _WIDEST * min(canvas.text_scale, 1.25)
        lines = canvas.lines(text, theme.CAPTION, widest, balanced=True)
        wide = max(canvas.text_width(line, theme.CAPTION) for line in lines) + 1
        tall = canvas.line(theme.CAPTION) * len(lines)
        box = FRect(0, 0, wide + 24 + self.icon, tall + 12)
        box.midtop = (target.centerx, target.bottom + _AWAY)
        if box.bottom > 720 - 8:
            box.bottom = target.top - _AWAY
        box.x = max(8.0, min(canvas.width - 8 - box.w, box.x))
        super().__init__(box, text)
        left = box.x + 12 + self.icon
        self.words = Text(
            canvas, text, left, box.y + 6, wide, theme.CAPTION, theme.WHITE, balanced=True
        )

    def move_to(self, left: float, top: float) -> None:
        """Put it elsewhere."""
        by = left - self.rect.x, top - self.rect.y
        self.rect.move_ip(by)
        self.words.rect.move_ip(by)

    def draw(self, canvas: Canvas) -> None:
        """Draw the words on their ground; what is below them is meant to be covered."""
        canvas.cover(self.rect)
        canvas.panel(self.rect, theme.NEAR, self.fill, shadow=theme.CARD_SHADOW)
        if self.icon:
            size = self.icon - 6
            middle = self.words.rect.y + self.words.step / 2
            canvas.icon("warning-circle", self.rect.x + 10, middle, size, theme.WHITE)
        self.words.draw(canvas)
