"""Debrief, page 1, right: the radar of skills, and the moments worth a second try."""

from typing import TYPE_CHECKING

from pygame import FRect

from game.screens import theme
from game.screens.cards import close_card, open_card
from game.screens.widgets.button import Button
from game.screens.widgets.moment import MomentRow
from game.screens.widgets.radar import Axis, Radar
from game.screens.widgets.surface import Rule
from game.screens.widgets.text import Column, Text

if TYPE_CHECKING:
    from game.screens.debrief import DebriefScreen

_MOMENTS = 2  # more would be a list of failures
_LEAST, _MOST = 210.0, 330.0  # the height of the web with its labels, at text size 1.0


def skills_card(screen: "DebriefScreen", column: Column, height: float = 0.0) -> None:
    """Add the card with the radar; with `height` it takes so much of the column."""
    view, word, canvas = screen.view, screen.word, screen.canvas
    top = column.top
    ground, inner = open_card(column)
    head = inner.text(word("skills"), theme.H3)
    if any(skill.mean is not None for skill in view.skills):
        _legend(screen, inner, head)
    inner.gap(4)
    missing = [skill.name for skill in view.skills if skill.value is None]
    note = word("skills-none", names=", ".join(missing)) if missing else ""
    lines = canvas.lines(note, theme.CAPTION, inner.width, balanced=True) if note else ()
    below = len(lines) * canvas.line(theme.CAPTION) + (8 if note else 0) + 12
    least, most = canvas.grown(_LEAST), canvas.grown(_MOST)
    tall = min(most, max(least, top + height - inner.top - below)) if height else most * 0.9
    axes = [Axis(skill.name, skill.value, skill.mean) for skill in view.skills]
    place = FRect(inner.left, inner.top, inner.width, tall)
    inner.add(Radar(canvas, place, axes, word("skills"), word("skill-none")))
    if note:
        inner.gap(8)
        inner.text(note, theme.CAPTION, theme.MUTED, balanced=True)
    close_card(column, ground, max(inner.top + 12, top + height if height else 0.0))


def _legend(screen: "DebriefScreen", inner: Column, head: Text) -> None:
    """Solid is this time, dashed the earlier mean."""
    canvas, right = screen.canvas, inner.left + inner.width
    pairs = (("skills-mean", theme.MUTED), ("skills-now", theme.PRIMARY))
    for key, colour in pairs:
        wide = canvas.text_width(screen.word(key), theme.MICRO) + 2
        words = Text(canvas, screen.word(key), right - wide, 0, wide, theme.MICRO, theme.INK_SOFT)
        words.rect.centery = head.rect.centery
        left, middle = words.rect.x - 22, head.rect.centery
        marks = [FRect(left, middle - 2, 16, 4)]
        if key == "skills-mean":
            marks = [FRect(left + step, middle - 1, 4, 2) for step in (0, 6, 12)]
        inner.into += [*(Rule(mark, colour) for mark in marks), words]
        right = left - 14


def moments_card(screen: "DebriefScreen", column: Column) -> None:
    """The turns worth a second try; each opens the transcript at its line."""
    view, word = screen.view, screen.word
    if not view.moments:
        return
    ground, inner = open_card(column)
    inner.text(word("moments"), theme.H3)
    if not view.can_retry:
        inner.text(word("retry-exam"), theme.CAPTION, theme.MUTED, balanced=True)
    inner.gap(8)
    for turn in view.moments[:_MOMENTS]:
        place = FRect(inner.left, inner.top, inner.width, 0)
        label = word("nth-reply", turn=turn)
        inner.add(MomentRow(inner.canvas, f"moment:{turn}", label, _said(screen, turn), place))
        inner.gap(8)
    close_card(column, ground, inner.top + 8)


def opinion_card(screen: "DebriefScreen", column: Column) -> None:
    """Where a language model may be asked: one button, and that nothing was sent yet."""
    if screen.opinion is None:
        return
    ground, inner = open_card(column)
    canvas, word = screen.canvas, screen.word
    inner.text(word("opinion.title"), theme.H3)
    inner.text(word("opinion.offer"), theme.CAPTION, theme.INK_SOFT, balanced=True)
    inner.gap(10)
    tall = max(40.0, canvas.line(theme.SMALL_STRONG) + 16)
    place = FRect(inner.left, inner.top, inner.width, tall)
    inner.add(Button("opinion", word("opinion.open"), place, "soft", "quotes"))
    close_card(column, ground, inner.top + 16)


def _said(screen: "DebriefScreen", turn: int) -> str:
    own = (entry.line for entry in screen.view.turns if entry.line.voice == "agent")
    return next((line.text for line in own if line.turn == turn), "")
