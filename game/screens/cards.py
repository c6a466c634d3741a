"""Cards in a column: opened at its top, filled, and closed where their content ends."""

from collections.abc import Callable

from pygame import FRect

from game.screens import theme
from game.screens.widgets.surface import Icon, Panel, card
from game.screens.widgets.text import Column, Text
from game.screens.widgets.widget import Widget

Fill = Callable[[Column], None]


def open_card(column: Column, above: float = theme.GAP) -> tuple[Panel, Column]:
    """A card at the column's top, and the column within it."""
    ground = card(FRect(column.left, column.top, column.width, 0))
    column.into.append(ground)
    left, top = column.left + theme.PADDING, column.top + above
    return ground, Column(column.canvas, column.into, left, top, column.width - 2 * theme.PADDING)


def close_card(column: Column, ground: Panel, bottom: float) -> None:
    """End the card at `bottom`; the column goes on a gap below it."""
    ground.rect.h = bottom - ground.rect.y
    column.top = bottom + theme.GAP


def height_of(column: Column, fill: Fill) -> float:
    """How much of the column's height a card would take, with the gap below it."""
    trial = Column(column.canvas, [], column.left, column.top, column.width)
    fill(trial)
    return trial.top - column.top


def beside(inner: Column, head: Text, left: float, text: Text) -> None:
    """Put a text of one line at the right of a title, its left edge at `left`."""
    text.rect.x, text.rect.w = left, inner.left + inner.width - left
    text.rect.centery = head.rect.centery
    inner.into.append(text)


def heading(inner: Column, title: str, note: str) -> Text:
    """A title with a note at its right, or below it where there is no room."""
    canvas = inner.canvas
    head = inner.text(title, theme.H3)
    left = canvas.text_width(title, theme.H3) + 16
    if left + canvas.text_width(note, theme.CAPTION) > inner.width:
        inner.text(note, theme.CAPTION, theme.MUTED, balanced=True)
    else:
        room = inner.width - left
        text = Text(canvas, note, 0, 0, room, theme.CAPTION, theme.MUTED, "right")
        beside(inner, head, inner.left + left, text)
    return head


def quiet_card(column: Column, title: str, sentence: str, icon: str) -> None:
    """A place for what is still to come: its title and one honest sentence on a flat ground."""
    ground, inner = open_card(column)
    ground.fill, ground.shadow = theme.SUNKEN, None
    size = column.canvas.grown(18, theme.LARGEST_ICON_GROWTH)
    words = Column(
        column.canvas, column.into, inner.left + size + 10, inner.top, inner.width - size - 10
    )
    words.text(title, theme.H3, theme.INK_SOFT)
    middle = inner.top + column.canvas.line(theme.H3) / 2
    mark: Widget = Icon(icon, inner.left, middle, size, theme.MUTED)
    column.into.append(mark)
    words.gap(2)
    words.text(sentence, theme.CAPTION, theme.MUTED, balanced=True)
    close_card(column, ground, words.top + 16)
