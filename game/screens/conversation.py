"""The conversation as bubbles and quiet notes, and the typewriter for what is new."""

from collections.abc import Sequence

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.widgets.dots import Dots
from game.screens.widgets.people import Face
from game.screens.widgets.surface import Icon, Panel, Rule
from game.screens.widgets.text import Column, Text
from game.screens.widgets.widget import Widget
from game.view.lines import LineView, Voice

_SIDE = 20.0  # from the edge of a bubble to its words
_ABOVE = 11.0
_RADIUS = 18.0
_FACE = 32.0


class Bubble(Widget):
    """One spoken line: the customer's on white at the left, the trainee's on blue at the right.

    In a line that is growing, dots stand behind what has been said so far.
    """

    role = "article"

    def __init__(
        self, canvas: Canvas, speaker: str, line: LineView, area: FRect, newest: bool
    ) -> None:
        self.is_own = line.voice is Voice.AGENT
        style = theme.SPOKEN if newest and not self.is_own else theme.BODY
        widest = area.w * (0.66 if self.is_own else 0.8)
        lines = canvas.lines(line.text, style, widest - 2 * _SIDE)
        words = max(canvas.text_width(part, style) for part in lines) + 1
        width = words + 2 * _SIDE
        left = area.right - width if self.is_own else area.x
        colour = theme.WHITE if self.is_own else theme.INK
        self.words = Text(canvas, line.text, left + _SIDE, area.y + _ABOVE, words, style, colour)
        height = self.words.rect.h + 2 * _ABOVE
        self.dots = Dots(canvas, self.words, widest - 2 * _SIDE) if line.is_growing else None
        if self.dots:
            width = max(width, self.dots.rect.right - left + _SIDE)
            height = max(height, self.dots.rect.bottom - area.y + _ABOVE)
        super().__init__(FRect(left, area.y, width, height), speaker, line.text)

    def draw(self, canvas: Canvas) -> None:
        """Draw the bubble and as many of its words as have been said; no empty end of it."""
        if not self.words.is_in_view(canvas):
            return
        if self.is_own:
            canvas.panel(self.rect, _RADIUS, theme.PRIMARY)
        else:
            shadow = theme.CARD_SHADOW
            canvas.panel(self.rect, _RADIUS, theme.WHITE, theme.LINE, shadow=shadow)
        self.words.draw(canvas)
        if self.dots and self.words.shown is None:
            self.dots.draw(canvas)


class Conversation:
    """Lays the lines out in a column and reveals what the customer has just said.

    `reviewed` tells that the scene before was just looked back on.
    """

    def __init__(self, canvas: Canvas, customer: str, you: str, reviewed: bool = False) -> None:
        self._canvas, self._customer, self._you = canvas, customer, you
        self._reviewed = reviewed
        self._fresh: list[Text] = []
        self._dots: Dots | None = None  # of the line that is still being said

    def lay_out(self, lines: Sequence[LineView], into: list[Widget], area: FRect) -> None:
        """Add all lines from the top of `area` down."""
        column = Column(self._canvas, into, area.x, 4, area.w)
        newest = self.first_new(lines)
        before: LineView | None = None
        for number, line in enumerate(lines):
            if line.channel:
                add_divider(column, line)
            elif line.voice in (Voice.CUSTOMER, Voice.AGENT):
                self._spoken(column, line, before, number >= newest)
            elif line.voice is Voice.LETTER:
                _letter(column, line)
            else:
                _note(column, line)
            before = line
            column.gap(10)
        column.add(Panel(FRect(area.x, column.top, 1, 4), 0.1, theme.GROUND, None))

    def first_new(self, lines: Sequence[LineView]) -> int:
        """The number of the first line to be said letter by letter."""
        if self._reviewed:  # what came before the scene was read with the review
            return max((n for n, line in enumerate(lines) if line.channel), default=0)
        return first_fresh(lines)

    def _spoken(
        self, column: Column, line: LineView, before: LineView | None, newest: bool
    ) -> None:
        """A bubble below its speaker's name; the face of another customer stands beside it."""
        own, canvas = line.voice is Voice.AGENT, column.canvas
        speaker = speaker_of(line, self._customer, self._you)
        side = canvas.grown(_FACE, theme.LARGEST_ICON_GROWTH) + 8 if line.who else 0.0
        left, width = column.left + side, column.width - side
        is_new = not before or (before.voice, before.who) != (line.voice, line.who)
        if is_new:
            inner = Column(canvas, column.into, left + 4, column.top, width - 8)
            inner.text(speaker, theme.MICRO, theme.MUTED, "right" if own else "left")
            column.top = inner.top + 4
        bubble = Bubble(canvas, speaker, line, FRect(left, column.top, width, 0), newest)
        if line.who:
            place = FRect(column.left, column.top, side - 8, side - 8)
            column.into.append(Face(place, line.portrait, line.face, radius=10))
        column.add(bubble)
        self._dots = bubble.dots
        if newest and not own:
            self._fresh.append(bubble.words)

    def pass_time(self, seconds: float) -> bool:
        """Let the dots of a growing line move on; returns whether anything looks otherwise now."""
        return self._dots is not None and self._dots.pass_time(seconds)

    @property
    def length(self) -> int:
        """How many letters are new."""
        return sum(len(text.label) for text in self._fresh)

    def reveal(self, letters: float) -> None:
        """Show that many of the new letters, in order."""
        left = int(letters)
        for text in self._fresh:
            text.shown = None if left >= len(text.label) else max(0, left)
            left -= len(text.label)


def speaker_of(line: LineView, customer: str, you: str) -> str:
    """Who says a spoken line; `customer` is the one the play is with."""
    return you if line.voice is Voice.AGENT else line.who or customer


def first_fresh(lines: Sequence[LineView]) -> int:
    """The number of the first line after the trainee's last one."""
    own = [number for number, line in enumerate(lines) if line.voice is Voice.AGENT]
    return own[-1] + 1 if own else 0


def add_divider(column: Column, line: LineView) -> None:
    """The title of the scene that begins, between two thin lines, with its channel's icon."""
    canvas, style = column.canvas, theme.SMALL_STRONG
    size = canvas.grown(16, theme.LARGEST_ICON_GROWTH)
    lines = canvas.lines(line.text, style, column.width * 0.7, balanced=True)
    words = max(canvas.text_width(part, style) for part in lines) + 1
    column.gap(8)
    left = column.left + (column.width - words - size - 8) / 2
    text = Text(
        canvas, line.text, left + size + 8, column.top, words, style, theme.INK_SOFT,
        balanced=True,
    )  # fmt: skip
    middle, end = text.rect.centery, column.left + column.width
    icon = theme.CHANNEL_ICONS.get(line.channel, "question")
    column.into += [
        Rule(FRect(column.left, middle, left - 16 - column.left, 1), theme.LINE_STRONG),
        Icon(icon, left, middle, size, theme.MUTED),
        Rule(FRect(text.rect.right + 16, middle, end - text.rect.right - 16, 1), theme.LINE_STRONG),
    ]
    column.add(text)
    column.gap(4)


def _note(column: Column, line: LineView) -> None:
    """What only the trainee sees, or a change of time or place: small, in the middle."""
    canvas = column.canvas
    icon = "monitor" if line.voice is Voice.DESK else "clock-counter-clockwise"
    size = canvas.grown(14, theme.LARGEST_ICON_GROWTH)
    room = column.width * 0.84
    lines = canvas.lines(line.text, theme.CAPTION, room - 40 - size, balanced=True)
    words = max(canvas.text_width(part, theme.CAPTION) for part in lines) + 1
    width = words + size + 36
    left = column.left + (column.width - width) / 2
    text = Text(
        canvas,
        line.text,
        left + 14 + size + 8,
        column.top + 5,
        words,
        theme.CAPTION,
        theme.INK_SOFT,
        balanced=True,
    )
    box = FRect(left, column.top, width, text.rect.h + 10)
    column.into.append(Panel(box, theme.RADIUS_ROW, theme.TRACK, None))
    column.into.append(Icon(icon, left + 14, box.centery, size, theme.MUTED))
    column.into.append(text)
    column.top = box.bottom


def _letter(column: Column, line: LineView) -> None:
    """The customer's letter, on its own paper."""
    box = FRect(column.left, column.top, column.width * 0.86, 0)
    ground = Panel(box, theme.RADIUS_CARD, theme.PAPER, theme.PAPER_EDGE, theme.CARD_SHADOW)
    column.into.append(ground)
    inner = Column(column.canvas, column.into, box.x + 24, box.y + 16, box.w - 48)
    inner.text(line.text, theme.BODY, theme.PAPER_INK)
    ground.rect.h = inner.top + 16 - box.y
    column.top = ground.rect.bottom


def write_history(column: Column, lines: Sequence[LineView], customer: str, you: str) -> None:
    """All lines as plain paragraphs, for reading back."""
    for line in lines:
        if line.is_growing and not line.text:
            continue
        if line.channel:
            add_divider(column, line)
            column.gap(12)
            continue
        is_spoken = line.voice in (Voice.CUSTOMER, Voice.AGENT)
        name = speaker_of(line, customer, you) if is_spoken else ""
        if name:
            colour = theme.PRIMARY_DEEP if line.voice is Voice.AGENT else theme.MUTED
            column.text(name, theme.MICRO, colour)
        colour = theme.INK if name else theme.MUTED
        column.text(line.text, theme.SMALL, colour)
        column.gap(12)
