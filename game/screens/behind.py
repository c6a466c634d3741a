"""Debrief, page 2, right: what was hidden, what the customer loves and hates, the principles."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.screens import theme
from game.screens.cards import close_card, open_card
from game.screens.theme import Tone
from game.screens.widgets.surface import Icon
from game.screens.widgets.text import Column
from game.view.behind import TasteView
from game.words import words

if TYPE_CHECKING:
    from game.screens.debrief import DebriefScreen

_STATES: dict[str, tuple[Tone, str]] = {
    "told": (theme.BETTER, "check-circle"),
    "denied": (theme.AGAIN, "x-circle"),
    "kept": (theme.AGAIN, "circle-dashed"),
    "never": (theme.HANDLED, "lock-simple"),
}


def hidden_card(screen: "DebriefScreen", column: Column) -> None:
    """Add the card: every hidden fact, and in words how it came out or did not."""
    if not screen.view.hidden:
        return
    ground, inner = open_card(column)
    inner.text(words(screen.lang, "debrief.hidden"), theme.H3)
    if screen.view.hidden_words:
        inner.gap(4)
        inner.text(screen.view.hidden_words, theme.SMALL, theme.INK_SOFT)
    for fact in screen.view.hidden:
        inner.gap(10)
        tone, icon = _STATES[fact.state]
        body = _beside_icon(inner, icon, tone)
        body.text(fact.text, theme.SMALL, theme.INK)
        body.text(fact.state_words, theme.CAPTION_STRONG, tone.word)
        inner.top = body.top
    close_card(column, ground, inner.top + 14)


def tastes_card(screen: "DebriefScreen", column: Column) -> None:
    """Add the card: for each customer what they love and what they hate."""
    if not screen.view.tastes:
        return
    ground, inner = open_card(column)
    for number, taste in enumerate(screen.view.tastes):
        inner.gap(16 if number else 0)
        title = words(screen.lang, "debrief.hidden.tastes", name=taste.customer)
        inner.text(title, theme.H3, balanced=True)
        _taste(screen, inner, taste)
    close_card(column, ground, inner.top + 14)


def _taste(screen: "DebriefScreen", inner: Column, taste: TasteView) -> None:
    rows: Sequence[tuple[str, tuple[str, ...], Tone, str]] = (
        ("loves", taste.loves, theme.EMPATHY, "heart"),
        ("hates", taste.hates, theme.AGAIN, "x-circle"),
    )
    for key, texts, tone, icon in rows:
        if not texts:
            continue
        inner.gap(8)
        body = _beside_icon(inner, icon, tone)
        body.text(words(screen.lang, f"debrief.hidden.{key}"), theme.CAPTION_STRONG, tone.word)
        for text in texts:
            body.text(text, theme.SMALL, theme.INK)
        inner.top = body.top


def principles_card(screen: "DebriefScreen", column: Column) -> None:
    """Add the card: the principles that the case teaches, whole, with their sources."""
    if not screen.view.principles:
        return
    ground, inner = open_card(column)
    inner.text(words(screen.lang, "debrief.principles"), theme.H3)
    for page in screen.view.principles:
        inner.gap(10)
        inner.text(page.title, theme.BODY_STRONG, balanced=True)
        for text in page.paragraphs:
            inner.gap(6)
            inner.text(text, theme.SMALL, theme.INK_SOFT)
        if page.source:
            inner.gap(4)
            inner.text(page.source, theme.CAPTION, theme.MUTED, balanced=True)
    close_card(column, ground, inner.top + 14)


def _beside_icon(inner: Column, icon: str, tone: Tone) -> Column:
    """A column at the right of an icon."""
    canvas = inner.canvas
    size = canvas.grown(18, theme.LARGEST_ICON_GROWTH)
    middle = inner.top + canvas.line(theme.SMALL) / 2
    inner.into.append(Icon(icon, inner.left, middle, size, tone.mark))
    left = inner.left + size + 8
    return Column(canvas, inner.into, left, inner.top, inner.width - size - 8)
