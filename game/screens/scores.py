"""Debrief, page 1: the three axes with their bars, the verdict, and the trainee's own rating."""

from typing import TYPE_CHECKING

from pygame import FRect

from game.screens import motion, theme
from game.screens.cards import close_card, open_card
from game.screens.widgets.axis import AxisRow
from game.screens.widgets.surface import Chip, Rule
from game.screens.widgets.text import Column, Text
from game.screens.widgets.widget import Widget
from game.view.skills import gap_words

if TYPE_CHECKING:
    from game.screens.debrief import DebriefScreen

_TALLEST = 72.0


def axes_card(screen: "DebriefScreen", column: Column, height: float = 0.0) -> None:
    """Add the card; with `height` the rows share what is left of it."""
    ground, inner = open_card(column)
    canvas, axes, own = screen.canvas, screen.view.axes, screen.own
    _verdict(screen, inner, gap_words(axes, own, screen.lang))
    inner.gap(6)
    names = AxisRow.names_width(canvas, axes, inner.width)
    tall = AxisRow.height(canvas, names, bool(own))
    end = column.top + height
    if height:
        tall = min(_TALLEST, max(tall, (end - inner.top - 8) / max(1, len(axes))))
    for axis in axes:
        place = FRect(inner.left, inner.top, inner.width, tall)
        name, score = f"axis:{axis.key}", axis.score or 0
        track = screen.page.motion.towards(name, score, motion.FILL, 0.0)
        rated = None
        if axis.key in own:
            rated = own[axis.key], screen.word("own-value", value=own[axis.key])
        inner.add(AxisRow(place, axis, names, track, rated))
    close_card(column, ground, max(inner.top + 8, end if height else 0.0))


def _verdict(screen: "DebriefScreen", inner: Column, gap: str) -> None:
    """Title, whether it was enough, the widest gap, and what the marks at the bars mean."""
    view, canvas = screen.view, screen.canvas
    tone = theme.GRATITUDE if view.passed else theme.AGAIN
    head = inner.text(screen.word("axes"), theme.H3)
    left = inner.left + canvas.text_width(screen.word("axes"), theme.H3) + 12
    icon = "check" if view.passed else tone.icon
    chip = Chip(canvas, view.headline, left, 0, tone.word, tone.soft, icon, theme.MICRO)
    chip.rect.centery = head.rect.centery
    legend, start = _legend(screen, inner, head)
    if chip.rect.right > start - 16:  # no room: the verdict goes below
        chip.rect.topleft = (inner.left, head.rect.bottom + 4)
        inner.top = chip.rect.bottom
    inner.into.extend((chip, *legend))
    wide = canvas.text_width(gap, theme.CAPTION)
    if not gap or chip.rect.right + 12 + wide > start - 16 or inner.top > head.rect.bottom:
        if gap:
            inner.text(gap, theme.CAPTION, theme.INK_SOFT, balanced=True)
        return
    text = Text(canvas, gap, chip.rect.right + 12, 0, wide + 1, theme.CAPTION, theme.INK_SOFT)
    text.rect.centery = head.rect.centery
    inner.into.append(text)


def _legend(screen: "DebriefScreen", inner: Column, head: Text) -> tuple[list[Widget], float]:
    """The black mark with its words, at the right, and where it begins.

    The triangles need none: each has its words beside it.
    """
    canvas, text = screen.canvas, screen.word("pass-mark")
    width = canvas.text_width(text, theme.MICRO) + 2
    left = inner.left + inner.width - width
    words = Text(canvas, text, left, 0, width, theme.MICRO, theme.INK_SOFT)
    words.rect.centery = head.rect.centery
    mark = Rule(FRect(left - 11, head.rect.centery - 8, 3, 16), theme.INK)
    return [mark, words], mark.rect.x
