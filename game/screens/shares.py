"""Debrief, page 1: handled right above resolved, then the facts of the problem word for word."""

from functools import partial
from typing import TYPE_CHECKING

from pygame import FRect

from game.screens import motion, theme
from game.screens.cards import beside, close_card, height_of, open_card
from game.screens.widgets.meter import Bar
from game.screens.widgets.surface import Icon, Rule
from game.screens.widgets.text import Column, Text
from game.view.debrief import FactView

if TYPE_CHECKING:
    from game.screens.debrief import DebriefScreen

_ALL = 100  # percent
_TWO_COLUMNS_FROM = 400.0  # units of width at text size 1.0


def shares_card(screen: "DebriefScreen", column: Column) -> None:
    """Add the card."""
    ground, inner = open_card(column)
    _conclusion(screen, inner)
    inner.gap(6)
    _two_bars(screen, inner)
    inner.gap(4)
    inner.add(Rule(FRect(inner.left, inner.top, inner.width, 1)))
    inner.gap(8)
    _facts(screen, inner)
    close_card(column, ground, inner.top + 8)


def _conclusion(screen: "DebriefScreen", inner: Column) -> None:
    """The title; the conclusion at its right, or below it where there is no room."""
    view, canvas, title = screen.view, screen.canvas, screen.word("handled-resolved")
    tone = theme.GRATITUDE if view.resolved == _ALL else theme.AGAIN
    left = canvas.text_width(title, theme.H3) + 16
    head = inner.text(title, theme.H3)
    if left + canvas.text_width(view.gap, theme.CAPTION_STRONG) > inner.width:
        inner.text(view.gap, theme.CAPTION_STRONG, tone.word, balanced=True)
        return
    style = theme.CAPTION_STRONG
    text = Text(canvas, view.gap, 0, 0, inner.width - left, style, tone.word, "right")
    beside(inner, head, inner.left + left, text)


def _two_bars(screen: "DebriefScreen", inner: Column) -> None:
    """Both on one scale; what they count at the right, or below where there is no room."""
    view, word, canvas = screen.view, screen.word, screen.canvas
    rows = (
        (word("handled"), view.handled, theme.HANDLED.mark, view.handled_words),
        (word("resolved"), view.resolved, theme.RESOLUTION.mark, view.resolved_words),
    )
    names = max(canvas.text_width(row[0], theme.BODY_STRONG) for row in rows) + 12
    figure = canvas.text_width("100%", theme.H3) + 12
    notes = max(canvas.text_width(row[3], theme.MICRO) for row in rows) + 4
    has_room = notes < inner.width * 0.36
    length = inner.width - names - figure - (notes + 12 if has_room else 0)
    line, tall = canvas.line(theme.BODY_STRONG), canvas.grown(16)
    for name, amount, colour, note in rows:
        top, left = inner.top, inner.left
        place = FRect(left + names, top + (line - tall) / 2, length, tall)
        track = screen.page.motion.towards(f"share:{name}", amount, motion.FILL, 0.0)
        at = place.right + 12
        inner.into += [
            Text(canvas, name, left, top, names, theme.BODY_STRONG),
            Bar(place, amount, colour, label=name, track=track),
            Text(canvas, f"{amount}%", at, top, figure, theme.H3),
        ]
        inner.top = top + line
        if has_room:
            at = left + inner.width - notes
            text = Text(canvas, note, at, 0, notes, theme.MICRO, theme.MUTED, "right")
            text.rect.centery = top + line / 2
            inner.into.append(text)
        else:
            below = Column(canvas, inner.into, left + names, inner.top, inner.width - names)
            below.text(note, theme.MICRO, theme.MUTED)
            inner.top = below.top
        inner.gap(6)


def _facts(screen: "DebriefScreen", inner: Column) -> None:
    """The facts in two columns, read line by line, where that is the lower of the two ways."""
    tall = [height_of(inner, partial(_in_columns, screen, across=n)) for n in (1, 2)]
    has_room = inner.width / screen.canvas.text_scale >= _TWO_COLUMNS_FROM
    _in_columns(screen, inner, 2 if has_room and tall[1] < tall[0] else 1)


def _in_columns(screen: "DebriefScreen", inner: Column, across: int) -> None:
    facts = screen.view.facts
    room = (inner.width - 16 * (across - 1)) / across
    for at in range(0, len(facts), across):
        bottoms = []
        for side, fact in enumerate(facts[at : at + across]):
            left = inner.left + side * (room + 16)
            cell = Column(inner.canvas, inner.into, left, inner.top, room)
            _fact(screen, cell, fact)
            bottoms.append(cell.top)
        inner.top = max(bottoms)


def _fact(screen: "DebriefScreen", cell: Column, fact: FactView) -> None:
    """A fact of the problem: checked when true, "not yet" when only handled or open."""
    done = fact.state == "solved"
    tone = theme.RESOLUTION if done else theme.AGAIN
    key = {"solved": "fact-solved", "seems": "fact-seems"}.get(fact.state, "fact-open")
    text = screen.word(key, fact=fact.text)
    if fact.weight > 1:
        text += " " + screen.word("fact-weight", weight=fact.weight)
    canvas = cell.canvas
    size = canvas.grown(18, theme.LARGEST_ICON_GROWTH)
    middle = cell.top + canvas.line(theme.CAPTION) / 2
    cell.into.append(Icon(tone.icon, cell.left, middle, size, tone.mark))
    left, room = cell.left + size + 6, cell.width - size - 6
    body = Column(canvas, cell.into, left, cell.top, room)
    body.text(text, theme.CAPTION, theme.INK if done else tone.word, balanced=True)
    cell.top = body.top + 5
