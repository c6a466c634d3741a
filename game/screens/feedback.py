"""What coach and explore mode say of the last reply: the words, why, and a stronger wording."""

from collections.abc import Callable, Mapping, Sequence

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.heard import heard_panel
from game.screens.widgets.surface import Chip, Icon, Panel
from game.screens.widgets.text import Column, Mark
from game.screens.widgets.widget import Widget
from game.view.dialogue import Feedback
from game.words import Lang

Word = Callable[[str], str]


def write_feedback(
    column: Column, feedback: Feedback, word: Word, axes: Mapping[str, str], lang: Lang
) -> None:
    """Write the feedback from the column's top down; `axes` are the keys by their names."""
    good = feedback.better is None and feedback.is_understood
    tone = theme.BETTER if good else theme.AGAIN
    line = tone.mark
    mark = Mark(feedback.quote, tone.soft, line)
    if feedback.quote:
        column.text(f"“{feedback.quote}”", theme.BODY_STRONG, marks=(mark,))
        column.gap(6)
    if feedback.why:
        column.text(feedback.why, theme.BODY, theme.INK_SOFT)
        column.gap(12)
    if feedback.typed:
        heard_panel(column, feedback.typed, lang)
        column.gap(12)
    if feedback.better is not None:
        better_note(column, word("better"), feedback.better)
        column.gap(12)
    if feedback.marks:
        _chips(column, feedback.marks, axes)


def better_note(column: Column, label: str, better: str) -> None:
    """A stronger wording on its green ground."""
    canvas = column.canvas
    ground = Panel(
        FRect(column.left, column.top, column.width, 0), theme.RADIUS_ROW, theme.BETTER.soft, None
    )
    column.into.append(ground)
    size = canvas.grown(16, theme.LARGEST_ICON_GROWTH)
    head = Column(
        canvas, column.into, column.left + 14 + size + 8, column.top + 10, column.width - 52
    )
    head.text(label, theme.MICRO, theme.BETTER.word)
    middle = head.top - canvas.line(theme.MICRO) / 2
    column.into.append(Icon("lightbulb", column.left + 14, middle, size, theme.BETTER.word))
    body = Column(canvas, column.into, column.left + 14, head.top + 4, column.width - 28)
    body.text(better, theme.BODY_STRONG)
    ground.rect.h = body.top + 10 - column.top
    column.top = ground.rect.bottom


def _chips(column: Column, marks: Sequence[tuple[str, int]], axes: Mapping[str, str]) -> None:
    """What the reply earned or cost, an axis a chip."""
    left = column.left
    bottom = column.top
    for name, points in marks:
        axis, text = axes.get(name, name), f"{name} {points:+d}"
        chip = mark_chip(column.canvas, axis, text, left, column.top)
        if left > column.left and chip.rect.right > column.left + column.width:
            column.top = bottom + 6
            chip = mark_chip(column.canvas, axis, text, column.left, column.top)
        column.into.append(chip)
        left, bottom = chip.rect.right + 6, chip.rect.bottom
    column.top = bottom


def mark_chip(canvas: Canvas, axis: str, text: str, left: float, top: float) -> Chip:
    """A chip in the tone of an axis."""
    tone = theme.tone_of(axis)
    return Chip(canvas, text, left, top, tone.word, tone.soft, tone.icon)


def titled(column: Column, icon: str, text: str, colour: theme.Colour) -> None:
    """A card's title with its icon before it."""
    canvas = column.canvas
    size = canvas.grown(20, theme.LARGEST_ICON_GROWTH)
    inner = Column(canvas, column.into, column.left + size + 8, column.top, column.width - size - 8)
    inner.text(text, theme.H3)
    middle = column.top + canvas.line(theme.H3) / 2
    pieces: Widget = Icon(icon, column.left, middle, size, colour)
    column.into.append(pieces)
    column.top = inner.top
