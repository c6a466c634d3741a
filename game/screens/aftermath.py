"""Debrief, page 2, right: what came of it, the road not taken, and the plan for tomorrow."""

from typing import TYPE_CHECKING

from pygame import FRect

from game.screens import theme
from game.screens.cards import close_card, heading, open_card, quiet_card
from game.screens.widgets.button import Button, button_width
from game.screens.widgets.people import Face
from game.screens.widgets.surface import Chip, Icon
from game.screens.widgets.text import Column, Text

if TYPE_CHECKING:
    from game.screens.debrief import DebriefScreen

_FACE = 40.0
_MOST_LINES = 4  # in a column of the epilogue; longer ones stand in rows


def epilogue_card(screen: "DebriefScreen", column: Column) -> None:
    """Add the card: a day, a week and a month later, each with the customer's face."""
    view, canvas = screen.view, screen.canvas
    if not view.epilogue:
        return
    ground, inner = open_card(column)
    heading(inner, screen.word("epilogue"), screen.word("epilogue-note"))
    inner.gap(10)
    wide = (inner.width - 2 * 28) / 3
    longest = max(len(canvas.lines(text, theme.CAPTION, wide)) for _, text in view.epilogue)
    if longest <= _MOST_LINES and wide > 150 * canvas.text_scale:
        _in_columns(screen, inner, wide)
    else:
        _in_rows(screen, inner)
    close_card(column, ground, inner.top + 12)


def _face(screen: "DebriefScreen", left: float, top: float) -> Face:
    view = screen.view
    return Face(FRect(left, top, _FACE, _FACE), view.portrait, view.face, radius=10)


def _in_columns(screen: "DebriefScreen", inner: Column, wide: float) -> None:
    canvas, bottoms = screen.canvas, [inner.top]
    for number, (when, text) in enumerate(screen.view.epilogue):
        left = inner.left + number * (wide + 28)
        cell = Column(canvas, inner.into, left, inner.top + _FACE + 6, wide)
        name = Text(canvas, when, left + _FACE + 10, 0, wide - _FACE - 10, theme.CAPTION_STRONG)
        name.rect.centery = inner.top + _FACE / 2
        inner.into += [_face(screen, left, inner.top), name]
        if number:
            middle = inner.top + _FACE / 2
            inner.into.append(Icon("caret-right", left - 21, middle, 14, theme.MUTED))
        cell.text(text, theme.CAPTION, theme.INK_SOFT, balanced=True)
        bottoms.append(cell.top)
    inner.top = max(bottoms)


def _in_rows(screen: "DebriefScreen", inner: Column) -> None:
    canvas = screen.canvas
    names = max(canvas.text_width(when, theme.MICRO) for when, _ in screen.view.epilogue)
    side = max(_FACE, names + 2)
    for number, (when, text) in enumerate(screen.view.epilogue):
        inner.gap(8 if number else 0)
        left = inner.left + side + 14
        body = Column(canvas, inner.into, left, inner.top, inner.width - side - 14)
        label = Text(
            canvas, when, inner.left, inner.top + _FACE + 2, side, theme.MICRO, theme.INK_SOFT,
            "centre",
        )  # fmt: skip
        face = _face(screen, inner.left + (side - _FACE) / 2, inner.top)
        inner.into += [face, label]
        tall = len(canvas.lines(text, theme.CAPTION, body.width)) * canvas.line(theme.CAPTION)
        body.top += max(0.0, (label.rect.bottom - inner.top - tall) / 2)
        body.text(text, theme.CAPTION, theme.INK_SOFT, balanced=True)
        inner.top = max(body.top, label.rect.bottom)


def road_card(screen: "DebriefScreen", column: Column) -> None:
    """Add the place where the graph of roads will be."""
    quiet_card(column, screen.word("road"), screen.word("road-later"), "compass")


def plan_card(screen: "DebriefScreen", column: Column) -> None:
    """Add the if-then plan: "tomorrow, when [ ], I [ ]", saved with Enter."""
    canvas, word = screen.canvas, screen.word
    ground, inner = open_card(column)
    if not screen.plan_kept:
        heading(inner, word("plan"), word("plan-note"))
    else:
        head = inner.text(word("plan"), theme.H3)
        left = inner.left + inner.width
        tone = theme.BETTER
        chip = Chip(
            canvas, word("plan-kept"), left, 0, tone.word, tone.soft, "check", from_right=True
        )
        chip.rect.centery = head.rect.centery
        inner.into.append(chip)
    inner.gap(8)
    label = "plan-save"
    save = button_width(canvas, word(label), theme.SMALL_STRONG)
    before = [canvas.text_width(word(key), theme.BODY_STRONG) for key in ("plan-before", "plan-me")]
    start = max(before) + 14
    after = max(save, canvas.text_width(word("plan-between"), theme.BODY_STRONG)) + 10
    tall = canvas.line(theme.BODY) + 16
    field = inner.width - start - after
    for key, entry in (("plan-before", screen.plan_when), ("plan-me", screen.plan_then)):
        text = Text(canvas, word(key), inner.left, 0, start, theme.BODY_STRONG)
        text.rect.centery = inner.top + tall / 2
        entry.rect = FRect(inner.left + start, inner.top, field, tall)
        inner.into += [text, entry]
        right = entry.rect.right + 10
        if key == "plan-before":
            comma = Text(canvas, word("plan-between"), right, 0, after - 10, theme.BODY_STRONG)
            comma.rect.centery = text.rect.centery
            inner.into.append(comma)
        else:
            place = FRect(right, inner.top, after - 10, tall)
            inner.into.append(Button(label, word(label), place, "soft"))
        inner.top += tall + 8
    close_card(column, ground, inner.top + 8)
