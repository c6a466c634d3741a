"""One axis of the score: icon, name, verdict, a bar with its pass mark, and the figure."""

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.widgets.meter import Bar
from game.screens.widgets.widget import Widget
from game.view.debrief import AxisView

_TILE = 40.0
_BETWEEN = 12.0  # one row and the next


class AxisRow(Widget):
    """Resolution, empathy or gratitude; without a score the bar stays empty."""

    role = "meter"

    def __init__(self, rect: FRect, axis: AxisView) -> None:
        super().__init__(rect, axis.name, f"{axis.score}/{axis.bar}: {axis.verdict}")
        self.axis, self.tone = axis, theme.tone_of(axis.key)

    @staticmethod
    def height(canvas: Canvas) -> float:
        """The least height of a row."""
        words = canvas.line(theme.BODY_STRONG) + canvas.line(theme.MICRO)
        return max(_TILE, words + canvas.grown(12) + 10) + _BETWEEN

    def draw(self, canvas: Canvas) -> None:
        """Name and figure above the bar, the verdict below it."""
        box, axis, tone = self.rect, self.axis, self.tone
        least = self.height(canvas) - _BETWEEN
        top = box.y + (box.h - least) / 2
        tile = FRect(box.x, top + (least - _TILE) / 2, _TILE, _TILE)
        canvas.panel(tile, theme.RADIUS_BUTTON, tone.soft)
        canvas.icon(tone.icon, tile.x + 10, tile.centery, 20, tone.mark)
        left = tile.right + 14
        room = box.right - left
        line = canvas.line(theme.BODY_STRONG)
        head = FRect(left, top, room, line)
        canvas.text(axis.name, head, theme.BODY_STRONG, theme.INK)
        figure = "–" if axis.score is None else str(axis.score)
        canvas.text(figure, head, theme.FIGURE, theme.INK, "right")
        tall = canvas.grown(12)
        Bar(
            FRect(left, top + line + 3, room, tall),
            axis.score or 0,
            tone.mark,
            mark=None if axis.score is None else axis.bar,
        ).draw(canvas)
        self._verdict(canvas, FRect(left, top + line + tall + 10, room, canvas.line(theme.MICRO)))

    def _verdict(self, canvas: Canvas, box: FRect) -> None:
        if self.axis.score is None:
            colour, icon = theme.MUTED, "circle-dashed"
        elif self.axis.passed:
            colour, icon = theme.GRATITUDE.word, "check"
        else:
            colour, icon = theme.PATIENCE.word, "arrow-down"
        size = canvas.grown(13)
        canvas.icon(icon, box.x, box.centery, size, colour)
        words = FRect(box.x + size + 5, box.y, box.w - size - 5, box.h)
        canvas.text(self.axis.verdict, words, theme.MICRO, colour)
