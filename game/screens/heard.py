"""What was read in the trainee's own words: a quiet panel in the feedback and in the debrief."""

from typing import Any

from pygame import FRect

from game.screens import theme
from game.screens.widgets.surface import Icon, Panel
from game.screens.widgets.text import Column, Mark, Text
from game.view.typed import CraftView, ReadView, TypedView
from game.words import Lang, words

_SIDE = 14.0


def heard_panel(column: Column, typed: TypedView, lang: Lang) -> None:
    """Write what was read from the column's top down, each with its words.

    First what the words do, then what was held against them, then what could be put better.
    """
    ground = Panel(
        FRect(column.left, column.top, column.width, 0), theme.RADIUS_ROW, theme.SUNKEN, theme.LINE
    )
    column.into.append(ground)
    inner = Column(
        column.canvas, column.into, column.left + _SIDE, column.top + 10, column.width - 2 * _SIDE
    )
    inner.text(words(lang, "typed.read"), theme.MICRO, theme.MUTED)
    for read in typed.read:
        _read(_row(inner, "check-circle", theme.BETTER.word), read, lang)
    if not typed.read and not typed.unsure:
        _said(_row(inner, "question", theme.MUTED), words(lang, "typed.read.none"))
    if typed.unsure:
        _said(_row(inner, "question", theme.MUTED), typed.unsure)
    for guard in typed.guards:
        _said(_row(inner, "warning-circle", theme.AGAIN.word), guard)
    if typed.craft:
        inner.gap(8)
        inner.text(words(lang, "typed.craft.title"), theme.MICRO, theme.MUTED)
    for note in typed.craft:
        _craft(_row(inner, "lightbulb", theme.MUTED), note)
    ground.rect.h = inner.top + 10 - column.top
    column.top = ground.rect.bottom


class _Beside(Column):
    """Text beside an icon; the column that it stands in grows with it."""

    def __init__(self, around: Column, side: float) -> None:
        self._around = around
        left, width = around.left + side, around.width - side
        super().__init__(around.canvas, around.into, left, around.top, width)

    def text(self, *given: Any, **more: Any) -> Text:
        """Add a text below the icon's line."""
        piece = super().text(*given, **more)
        self._around.top = self.top
        return piece


def _row(inner: Column, icon: str, colour: theme.Colour) -> Column:
    """An icon; the column beside it."""
    canvas = inner.canvas
    inner.gap(6)
    size = canvas.grown(16, theme.LARGEST_ICON_GROWTH)
    middle = inner.top + canvas.line(theme.CAPTION) / 2
    inner.into.append(Icon(icon, inner.left, middle, size, colour))
    return _Beside(inner, size + 8)


def _read(text: Column, read: ReadView, lang: Lang) -> None:
    share = "" if read.is_full else f" · {words(lang, 'typed.part')}"
    mark = Mark(read.quote, theme.BETTER.soft, theme.BETTER.mark)
    told = f"“{read.quote}” {read.what}{share}"
    text.text(told, theme.CAPTION, theme.INK_SOFT, marks=(mark,))


def _said(text: Column, sentence: str) -> None:
    text.text(sentence, theme.CAPTION, theme.INK_SOFT)


def _craft(text: Column, note: CraftView) -> None:
    text.text(f"“{note.quote}”: {note.why}", theme.CAPTION, theme.INK_SOFT)
    if note.better:
        text.text(note.better, theme.CAPTION_STRONG)
