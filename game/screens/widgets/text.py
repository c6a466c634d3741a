"""Text on a page, and a column that stacks texts from the top down."""

from collections.abc import Sequence
from dataclasses import dataclass

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Align, Canvas
from game.screens.lettering import composed
from game.screens.theme import Colour, Style
from game.screens.widgets.widget import Widget


@dataclass(frozen=True, slots=True)
class Mark:
    """A quote to be marked in a text: a soft ground and a line below, never colour alone."""

    quote: str
    ground: Colour
    line: Colour


class Text(Widget):
    """A text broken for its width, laid out once; `shown` letters of it are visible, or all."""

    role = "text"

    def __init__(
        self,
        canvas: Canvas,
        text: str,
        left: float,
        top: float,
        width: float,
        style: Style,
        colour: Colour = theme.INK,
        align: Align = "left",
        balanced: bool = False,
        marks: Sequence[Mark] = (),
    ) -> None:
        self.lines = canvas.lines(text, style, width, balanced)
        self.step = canvas.line(style)
        super().__init__(FRect(left, top, width, self.step * len(self.lines)), text)
        self.style, self.colour, self.align = style, colour, align
        self.shown: int | None = None
        self._marks = [
            (box, mark) for mark in marks for box in self._boxes(canvas, composed(text), mark.quote)
        ]

    def _boxes(self, canvas: Canvas, text: str, quote: str) -> list[FRect]:
        """Where `quote` stands: one box for each line that it touches."""
        start = text.find(composed(quote)) if quote else -1
        if start < 0:
            return []
        end, boxes, at = start + len(composed(quote)), [], 0
        for number, line in enumerate(self.lines):
            at = text.index(line, at)
            first, last = max(start, at), min(end, at + len(line))
            if first < last:
                left = canvas.text_width(line[: first - at], self.style)
                right = canvas.text_width(line[: last - at], self.style)
                top = self.rect.y + number * self.step
                boxes.append(FRect(self.rect.x + left, top, right - left, self.step))
            at += len(line)
        return boxes

    def is_in_view(self, canvas: Canvas) -> bool:
        """Whether the area it scrolls in shows at least one of its lines whole."""
        return any(canvas.shows(self._line(number)) for number in range(len(self.lines)))

    def _line(self, number: int) -> FRect:
        return FRect(self.rect.x, self.rect.y + number * self.step, self.rect.w, self.step)

    def draw(self, canvas: Canvas) -> None:
        """Draw the marks, then the lines."""
        for box, mark in self._marks:
            if not canvas.shows(box):
                continue
            canvas.panel(FRect(box.x - 2, box.y + 1, box.w + 4, box.h - 2), 4, mark.ground)
            canvas.fill(FRect(box.x, box.bottom - 3, box.w, 2), mark.line)
        left = self.shown
        for number, line in enumerate(self.lines):
            if left is not None and left <= 0:
                break
            canvas.text(line, self._line(number), self.style, self.colour, self.align, left)
            left = None if left is None else left - len(line) - 1


class Column:
    """Stacks texts and gaps from the top down; `top` is where the next one goes."""

    def __init__(
        self, canvas: Canvas, into: list[Widget], left: float, top: float, width: float
    ) -> None:
        self.canvas, self.into = canvas, into
        self.left, self.top, self.width = left, top, width

    def text(
        self,
        text: str,
        style: Style,
        colour: Colour = theme.INK,
        align: Align = "left",
        balanced: bool = False,
        marks: Sequence[Mark] = (),
    ) -> Text:
        """Add a text and move below it."""
        piece = Text(
            self.canvas,
            text,
            self.left,
            self.top,
            self.width,
            style,
            colour,
            align,
            balanced,
            marks,
        )
        self.into.append(piece)
        self.top = piece.rect.bottom
        return piece

    def gap(self, units: float) -> None:
        """Leave room."""
        self.top += units

    def add(self, widget: Widget) -> None:
        """Add a widget that was placed at `top`, and move below it."""
        self.into.append(widget)
        self.top = widget.rect.bottom
