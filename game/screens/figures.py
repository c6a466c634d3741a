"""Debrief, page 1: the simulated figures in one row, and the formulas behind every number."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pygame import FRect

from game.screens import theme
from game.screens.cards import close_card, open_card
from game.screens.modal import CLOSE, Modal
from game.screens.widgets.button import Button, button_width
from game.screens.widgets.surface import Chip, Rule
from game.screens.widgets.text import Column, Text
from game.view.debrief import FigureView

if TYPE_CHECKING:
    from game.screens.debrief import DebriefScreen

_LEAST_CELL = 72.0  # units at text size 1.0


def figures_card(screen: "DebriefScreen", column: Column) -> None:
    """Add the card, with the warning that nobody real was asked."""
    if not screen.view.figures:
        return
    word, canvas, top = screen.word, screen.canvas, column.top
    ground, inner = open_card(column)
    ground.fill, ground.shadow = theme.SUNKEN, None
    head = inner.text(word("figures"), theme.H3)
    left = inner.left + canvas.text_width(word("figures"), theme.H3) + 10
    tone = theme.HINT
    chip = Chip(canvas, word("simulated"), left, 0, tone.word, tone.soft, tone.icon, theme.MICRO)
    chip.rect.centery = head.rect.centery
    if chip.rect.right > inner.left + inner.width:
        chip.rect.topleft = (inner.left, inner.top + 4)
        inner.top = chip.rect.bottom
    column.into.append(chip)
    button = _formulas(screen, inner, chip)
    inner.gap(6)
    _cells(screen, inner)
    column.into.append(button)
    close_card(column, ground, max(inner.top, top) + 4)


def _formulas(screen: "DebriefScreen", inner: Column, chip: Chip) -> Button:
    """The button with the formulas: at the right of the head, or below where that is full."""
    canvas, label = screen.canvas, screen.word("formulas")
    tall = canvas.line(theme.CAPTION_STRONG) + 12
    width = button_width(canvas, label, theme.CAPTION_STRONG) - 8
    right = inner.left + inner.width
    place = FRect(right - width, chip.rect.centery - tall / 2, width, tall)
    if chip.rect.right + 8 > place.x:
        place.topleft = (inner.left, inner.top + 6)
        inner.top = place.bottom
    return Button("formulas", label, place, style=theme.CAPTION_STRONG)


def _cells(screen: "DebriefScreen", inner: Column) -> None:
    """The figures side by side with a thin rule between, as many as have room."""
    canvas, figures = screen.canvas, screen.view.figures
    most = int((inner.width + 16) / (canvas.grown(_LEAST_CELL) + 16))
    rows = -(-len(figures) // max(2, most))
    across = -(-len(figures) // rows)
    for at in range(0, len(figures), across):
        row = figures[at : at + across]
        bottoms, lefts, left = [], [], inner.left
        for figure, wide in zip(row, _widths(inner, row, across), strict=True):
            cell = Column(canvas, inner.into, left, inner.top, wide)
            _cell(cell, figure)
            bottoms.append(cell.top)
            lefts.append(left)
            left += wide + 16
        for left in lefts[1:]:
            rule = FRect(left - 9, inner.top + 2, 1, max(bottoms) - inner.top - 4)
            inner.into.append(Rule(rule))
        inner.top = max(bottoms) + 8


def _widths(inner: Column, row: Sequence[FigureView], across: int) -> list[float]:
    """As wide as each needs for one line below its value, where all have that; else alike."""
    canvas = inner.canvas
    wanted = [
        max(
            canvas.text_width(one.scale.rpartition(", ")[2], theme.MICRO),
            canvas.text_width(one.value, theme.FIGURE)
            + canvas.text_width(one.scale.rpartition(", ")[0], theme.MICRO)
            + 6,
        )
        + 2
        for one in row
    ]
    spare = inner.width - 16 * (across - 1) - sum(wanted)
    if spare < 0 or len(row) < across:
        return [(inner.width - 16 * (across - 1)) / across] * len(row)
    return [wide + spare / len(row) for wide in wanted]


def _cell(cell: Column, figure: FigureView) -> None:
    """Name, value with its range, and which way is better."""
    canvas = cell.canvas
    span, _, meaning = figure.scale.rpartition(", ")
    cell.text(figure.name, theme.MICRO, theme.MUTED)
    value = cell.text(figure.value, theme.FIGURE)
    if span:
        left = canvas.text_width(figure.value, theme.FIGURE) + 6
        room = cell.width - left
        if canvas.text_width(span, theme.MICRO) <= room:
            text = Text(canvas, span, cell.left + left, 0, room, theme.MICRO, theme.MUTED)
            text.rect.bottom = value.rect.bottom - canvas.grown(3)
            value.rect.w = left
            cell.into.append(text)
        else:
            meaning = figure.scale
    cell.text(meaning, theme.MICRO, theme.INK_SOFT, balanced=True)


def formulas_modal(screen: "DebriefScreen") -> Modal:
    """Every formula in words: the figures, then the skills."""
    view, word = screen.view, screen.word

    def fill(column: Column) -> None:
        column.text(word("figures-note"), theme.BODY, theme.INK_SOFT, balanced=True)
        for figure in view.figures:
            column.gap(14)
            column.text(f"{figure.name} · {figure.value}", theme.H3)
            column.text(figure.scale, theme.CAPTION, theme.MUTED)
            column.text(figure.formula, theme.SMALL, theme.INK_SOFT)
        column.gap(24)
        column.text(word("skills"), theme.H2)
        column.text(word("skills-note"), theme.BODY, theme.INK_SOFT, balanced=True)
        for skill in view.skills:
            column.gap(14)
            value = word("skill-none") if skill.value is None else str(skill.value)
            column.text(f"{skill.name} · {value}", theme.H3)
            column.text(skill.formula, theme.SMALL, theme.INK_SOFT)

    return Modal(word("formulas-title"), fill, ((CLOSE, word("close"), "primary"),))
