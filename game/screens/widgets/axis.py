"""One axis of the score: icon, name, verdict, a bar with its pass mark, and the figure."""

from collections.abc import Sequence

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.motion import Track
from game.screens.widgets.meter import Bar
from game.screens.widgets.plot import Plot
from game.screens.widgets.widget import Widget
from game.view.debrief import AxisView

_TILE = 40.0
_BETWEEN = 6.0  # one row and the next
_MARK = 12.0  # the triangle of one's own rating


class AxisRow(Widget):
    """Resolution, empathy or gratitude; without a score the bar stays empty.

    `names` is the width for name and verdict beside the bar, 0 where they stand above and below
    it. `own` is the trainee's own rating with its words, None without one.
    """

    role = "meter"

    def __init__(
        self,
        rect: FRect,
        axis: AxisView,
        names: float,
        track: Track | None = None,
        own: tuple[int, str] | None = None,
    ) -> None:
        rated = f", {own[1]}" if own else ""
        super().__init__(rect, axis.name, f"{axis.score}/{axis.bar}: {axis.verdict}{rated}")
        self.axis, self.tone, self.names = axis, theme.tone_of(axis.key), names
        self.track, self.own = track, own

    @staticmethod
    def names_width(canvas: Canvas, axes: Sequence[AxisView], room: float) -> float:
        """The width for names and verdicts beside the bars of `room`; 0 where it is too much."""
        names = [canvas.text_width(axis.name, theme.BODY_STRONG) for axis in axes]
        verdicts = [
            canvas.text_width(axis.verdict, theme.MICRO) + canvas.grown(13) + 5 for axis in axes
        ]
        widest = max((*names, *verdicts), default=0.0) + 4
        return widest if widest <= room * 0.32 else 0.0

    @staticmethod
    def height(canvas: Canvas, names: float, rated: bool) -> float:
        """The least height of a row."""
        words = canvas.line(theme.BODY_STRONG) + canvas.line(theme.MICRO)
        if names:
            return max(_TILE, words) + _BETWEEN
        below = canvas.line(theme.MICRO) if rated else 0.0
        return max(_TILE, words + below + canvas.grown(12) + 10) + _BETWEEN

    def draw(self, canvas: Canvas) -> None:
        """Tile, name and verdict, the bar with its marks, the figure."""
        least = self.height(canvas, self.names, self.own is not None) - _BETWEEN
        top = self.rect.y + (self.rect.h - least) / 2
        tile = FRect(self.rect.x, top + (least - _TILE) / 2, _TILE, _TILE)
        canvas.panel(tile, theme.RADIUS_BUTTON, self.tone.soft)
        canvas.icon(self.tone.icon, tile.x + 10, tile.centery, 20, self.tone.mark)
        left = tile.right + 12
        room = FRect(left, top, self.rect.right - left, least)
        if self.names:
            self._draw_beside(canvas, room)
        else:
            self._draw_stacked(canvas, room)

    def _draw_beside(self, canvas: Canvas, box: FRect) -> None:
        """Name over verdict at the left, the bar level with the name, the figure large."""
        line, micro = canvas.line(theme.BODY_STRONG), canvas.line(theme.MICRO)
        top = box.y + (box.h - line - micro) / 2
        name = FRect(box.x, top, self.names, line)
        canvas.text(self.axis.name, name, theme.BODY_STRONG, theme.INK)
        self._verdict(canvas, FRect(box.x, name.bottom, self.names, micro))
        figure = canvas.text_width("100", theme.FIGURE_LARGE)
        place = FRect(box.right - figure, top - 2, figure, canvas.line(theme.FIGURE_LARGE))
        canvas.text(self._figure, place, theme.FIGURE_LARGE, theme.INK, "right")
        tall = canvas.grown(12)
        left = box.x + self.names + 12
        bar = FRect(left, name.centery - tall / 2, place.x - 16 - left, tall)
        self._bar(canvas, bar)

    def _draw_stacked(self, canvas: Canvas, box: FRect) -> None:
        """Name and figure above the bar, the verdict below it."""
        line, tall = canvas.line(theme.BODY_STRONG), canvas.grown(12)
        head = FRect(box.x, box.y, box.w, line)
        canvas.text(self.axis.name, head, theme.BODY_STRONG, theme.INK)
        canvas.text(self._figure, head, theme.FIGURE, theme.INK, "right")
        bar = FRect(box.x, head.bottom + 3, box.w, tall)
        self._bar(canvas, bar)
        below = canvas.line(theme.MICRO) if self.own else 0.0
        top = bar.bottom + 7 + below
        self._verdict(canvas, FRect(box.x, top, box.w, canvas.line(theme.MICRO)))

    @property
    def _figure(self) -> str:
        return "–" if self.axis.score is None else str(self.axis.score)

    def _bar(self, canvas: Canvas, box: FRect) -> None:
        axis = self.axis
        mark = None if axis.score is None else axis.bar
        Bar(box, axis.score or 0, self.tone.mark, mark=mark, track=self.track).draw(canvas)
        if self.own is None:
            return
        amount, words = self.own
        across, top = box.x + box.w * amount / 100, box.bottom + 5
        wide = canvas.text_width(words, theme.MICRO)
        draw_own_mark(canvas, across, top)
        left = across + _MARK / 2 + 4
        bar = box.x + box.w * axis.bar / 100
        if left + wide > box.right + 16 or left - 3 < bar < left + wide + 3:
            left = across - _MARK / 2 - 4 - wide
        place = FRect(left, top - 2, wide, canvas.line(theme.MICRO))
        canvas.text(words, place, theme.MICRO, theme.INK)

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


def draw_own_mark(canvas: Canvas, across: float, top: float) -> None:
    """The triangle that points up at one's own rating, its tip at `across`."""
    box = FRect(across - _MARK / 2, top, _MARK, _MARK * 0.8)
    plot = Plot(canvas, box)
    plot.area([(across, top), (box.right, box.bottom), (box.x, box.bottom)], theme.INK, 255)
    canvas.image(plot.picture(), box)
