"""Debrief, page 1: the letter; handled and resolved; the three axes; figures; what to look at."""

from typing import TYPE_CHECKING

from pygame import FRect

from game.screens import theme
from game.screens.feedback import better_note, titled
from game.screens.letter import letter_card
from game.screens.widgets.axis import AxisRow
from game.screens.widgets.button import Button, button_width
from game.screens.widgets.meter import Bar
from game.screens.widgets.moment import MomentRow
from game.screens.widgets.surface import Chip, Icon, Panel, Rule, card
from game.screens.widgets.text import Column, Text
from game.screens.widgets.widget import Widget
from game.view.debrief import FactView

if TYPE_CHECKING:
    from game.screens.debrief import DebriefScreen

_THREE_COLUMNS_FROM = 1000.0
_ALL = 100  # percent
_MOMENTS = 2  # more would be a list of failures


class OutcomePage:
    """Lays the first page out; it keeps nothing."""

    def __init__(self, screen: "DebriefScreen", box: FRect) -> None:
        self.screen, self.canvas, self.view = screen, screen.canvas, screen.view
        self.page, self.word, self.box = screen.page, screen.word, box
        self._button = max(64.0, self.canvas.line(theme.H3) + 28)

    def lay_out(self) -> None:
        """Letter at the left; the cards in two columns, or in one that scrolls."""
        box = self.box
        is_wide = self.canvas.width / self.canvas.text_scale >= _THREE_COLUMNS_FROM
        left = box.w * 320 / 1232 if is_wide else min(box.w * 0.36, 380)
        letter_card(self.screen, FRect(box.x, box.y, left, box.h))
        x = box.x + left + theme.GUTTER
        rest = FRect(x, box.y, box.right - x, box.h)
        area = FRect(rest.x, rest.y, rest.w - 14, rest.h - self._button - 16)
        if is_wide:
            self._two_columns(rest)
        else:
            view = self.page.scroll("cards", area)
            column = Column(self.canvas, view.items, area.x, 2, area.w)
            self._resolved(column)
            self._axes(column, 0)
            self._critical(column)
            self._figures(column)
            self._moments(column)
        width = button_width(self.canvas, self.word("next-page"), theme.H3, 1) + 24
        place = FRect(rest.right - width, rest.bottom - self._button, width, self._button)
        if is_wide:
            place = FRect(self._right.x, place.y, self._right.w, place.h)
        self.page.add(
            Button(
                "next-page",
                self.word("next-page"),
                place,
                "primary",
                icon_after="caret-right",
                style=theme.H3,
                radius=theme.RADIUS_HERO,
            )
        )

    def _two_columns(self, box: FRect) -> None:
        wide = (box.w - theme.GUTTER) * 500 / 864
        middle = self.page.scroll("middle", FRect(box.x, box.y, wide, box.h))
        column = Column(self.canvas, middle.items, box.x, 0, wide)
        self._resolved(column)
        self._axes(column, box.h)
        x = box.x + wide + theme.GUTTER
        self._right = FRect(x, box.y, box.right - x, box.h - self._button - 16)
        view = self.page.scroll("right", self._right)
        column = Column(self.canvas, view.items, x, 0, self._right.w)
        self._critical(column)
        self._figures(column)
        self._moments(column)

    def _card(self, column: Column) -> tuple[Panel, Column]:
        """A card at the column's top, and the column within it."""
        ground = card(FRect(column.left, column.top, column.width, 0))
        column.into.append(ground)
        inner = Column(
            self.canvas, column.into, column.left + 24, column.top + 16, column.width - 48
        )
        return ground, inner

    def _close(self, column: Column, ground: Panel, bottom: float) -> None:
        ground.rect.h = bottom - ground.rect.y
        column.top = bottom + theme.GAP

    # ------------------------------------------------------------ handled and resolved

    def _resolved(self, column: Column) -> None:
        ground, inner = self._card(column)
        self._conclusion(inner)
        inner.gap(10)
        self._two_bars(inner)
        inner.gap(6)
        inner.add(Rule(FRect(inner.left, inner.top, inner.width, 1)))
        inner.gap(12)
        for fact in self.view.facts:
            self._fact(inner, fact)
        self._close(column, ground, inner.top + 10)

    def _conclusion(self, inner: Column) -> None:
        """The title; the conclusion at its right, or below it where there is no room."""
        view, canvas, title = self.view, self.canvas, self.word("handled-resolved")
        tone = theme.GRATITUDE if view.resolved == _ALL else theme.AGAIN
        left = canvas.text_width(title, theme.H3) + 16
        beside = left + canvas.text_width(view.gap, theme.CAPTION_STRONG) <= inner.width
        head = inner.text(title, theme.H3)
        if not beside:
            inner.text(view.gap, theme.CAPTION_STRONG, tone.word, balanced=True)
            return
        place = FRect(inner.left + left, head.rect.y, inner.width - left, head.rect.h)
        text = Text(
            canvas,
            view.gap,
            place.x,
            place.y,
            place.w,
            theme.CAPTION_STRONG,
            tone.word,
            "right",
        )
        text.rect.centery = place.centery
        inner.into.append(text)

    def _two_bars(self, inner: Column) -> None:
        """Handled right above resolved, on one scale."""
        view, word, canvas = self.view, self.word, self.canvas
        rows = (
            (word("handled"), view.handled, theme.HANDLED.mark, view.handled_words),
            (word("resolved"), view.resolved, theme.RESOLUTION.mark, view.resolved_words),
        )
        names = max(canvas.text_width(row[0], theme.BODY_STRONG) for row in rows) + 12
        figure = canvas.text_width("100%", theme.H3) + 12
        notes = max(canvas.text_width(row[3], theme.MICRO) for row in rows) + 4
        beside = notes < inner.width * 0.36
        length = inner.width - names - figure - (notes + 12 if beside else 0)
        for name, amount, colour, note in rows:
            line = canvas.line(theme.BODY_STRONG)
            top, left = inner.top, inner.left
            inner.into.append(Text(canvas, name, left, top, names, theme.BODY_STRONG))
            tall = canvas.grown(14)
            place = FRect(left + names, top + (line - tall) / 2, length, tall)
            inner.into.append(Bar(place, amount, colour, label=name))
            at = left + names + length + 12
            inner.into.append(Text(canvas, f"{amount}%", at, top, figure, theme.H3))
            inner.top = top + line
            if beside:
                at = left + inner.width - notes
                text = Text(canvas, note, at, 0, notes, theme.MICRO, theme.MUTED, "right")
                text.rect.centery = top + line / 2
                inner.into.append(text)
            else:
                below = Column(canvas, inner.into, left + names, inner.top, inner.width - names)
                below.text(note, theme.MICRO, theme.MUTED)
                inner.top = below.top
            inner.gap(6)

    def _fact(self, inner: Column, fact: FactView) -> None:
        """A fact of the problem: checked when true, "not yet" when only handled or open."""
        done = fact.state == "solved"
        tone = theme.RESOLUTION if done else theme.AGAIN
        key = {"solved": "fact-solved", "seems": "fact-seems"}.get(fact.state, "fact-open")
        text = self.word(key, fact=fact.text)
        if fact.weight > 1:
            text += " " + self.word("fact-weight", weight=fact.weight)
        size = self.canvas.grown(18, theme.LARGEST_ICON_GROWTH)
        middle = inner.top + self.canvas.line(theme.CAPTION) / 2
        inner.into.append(Icon(tone.icon, inner.left, middle, size, tone.mark))
        body = Column(
            self.canvas, inner.into, inner.left + size + 8, inner.top, inner.width - size - 8
        )
        body.text(text, theme.CAPTION, theme.INK if done else tone.word)
        inner.top = body.top + 8

    # ------------------------------------------------------------ axes

    def _axes(self, column: Column, height: float) -> None:
        """The axes; with `height` the rows share what is left of it."""
        ground, inner = self._card(column)
        canvas = self.canvas
        self._verdict(inner)
        inner.gap(8)
        axes = self.view.axes
        least = AxisRow.height(canvas)
        room = (height - inner.top - 16) / max(1, len(axes))
        tall = min(96.0, max(least, room)) if height else least
        for axis in axes:
            place = FRect(inner.left, inner.top, inner.width, tall)
            inner.add(AxisRow(place, axis))
        bottom = max(inner.top + 12, height if height and room < 96 else 0)
        self._close(column, ground, bottom)

    def _verdict(self, inner: Column) -> None:
        """Title, whether it was enough, and what the black mark on the bars means."""
        view, canvas, legend = self.view, self.canvas, self.word("pass-mark")
        tone = theme.GRATITUDE if view.passed else theme.AGAIN
        head = inner.text(self.word("axes"), theme.H3)
        left = inner.left + canvas.text_width(self.word("axes"), theme.H3) + 12
        icon = "check" if view.passed else tone.icon
        chip = Chip(canvas, view.headline, left, 0, tone.word, tone.soft, icon, theme.MICRO)
        width = canvas.text_width(legend, theme.MICRO) + 2
        right = inner.left + inner.width - width
        if chip.rect.right > right - 24:  # no room: the verdict goes below
            chip.rect.topleft = (inner.left, head.rect.bottom + 4)
            inner.top = chip.rect.bottom
        else:
            chip.rect.centery = head.rect.centery
        text = Text(canvas, legend, right, 0, width, theme.MICRO, theme.INK_SOFT)
        text.rect.centery = head.rect.centery
        mark = Rule(FRect(right - 11, text.rect.centery - 8, 3, 16), theme.INK)
        inner.into.extend((chip, mark, text))

    # ------------------------------------------------------------ right column

    def _critical(self, column: Column) -> None:
        """Critical errors with their words, or the good news that there are none."""
        view, word = self.view, self.word
        ground, inner = self._card(column)
        if not view.critical:
            inner.gap(-4)
            titled(inner, "seal-check", word("critical-none"), theme.GRATITUDE.mark)
            self._close(column, ground, inner.top + 12)
            return
        ground.fill, ground.edge = theme.CRITICAL.soft, None
        titled(inner, theme.CRITICAL.icon, word("critical"), theme.CRITICAL.mark)
        for finding in view.critical:
            inner.gap(8)
            if finding.quote:
                inner.text(f"“{finding.quote}”", theme.SMALL_STRONG)
            inner.text(finding.why, theme.CAPTION, theme.CRITICAL.word)
            if finding.better:
                inner.gap(6)
                better_note(inner, word("better"), finding.better)
        self._close(column, ground, inner.top + 16)

    def _figures(self, column: Column) -> None:
        """Simulated figures, two or three in a row, with the warning that nobody real was asked."""
        view, word, canvas = self.view, self.word, self.canvas
        if not view.figures:
            return
        ground, inner = self._card(column)
        ground.fill, ground.shadow = theme.SUNKEN, None
        head = inner.top
        inner.text(word("figures"), theme.H3)
        wide = canvas.text_width(word("figures"), theme.H3)
        chip = Chip(
            canvas,
            word("simulated"),
            inner.left + wide + 10,
            head,
            theme.HINT.word,
            theme.HINT.soft,
            theme.HINT.icon,
            style=theme.MICRO,
        )
        if chip.rect.right > inner.left + inner.width:
            chip.rect.topleft = (inner.left, inner.top + 4)
            inner.top = chip.rect.bottom
        column.into.append(chip)
        inner.gap(8)
        across = 2 if len(view.figures) <= 4 else 3
        wide = (inner.width - 16 * (across - 1)) / across
        for at in range(0, len(view.figures), across):
            bottoms = []
            for side, figure in enumerate(view.figures[at : at + across]):
                cell = Column(canvas, inner.into, inner.left + side * (wide + 16), inner.top, wide)
                cell.text(figure.name, theme.MICRO, theme.MUTED)
                cell.text(figure.value, theme.FIGURE)
                cell.text(figure.scale, theme.MICRO, theme.INK_SOFT, balanced=True)
                bottoms.append(cell.top)
            inner.top = max(bottoms) + 10
        self._formulas(inner, FRect(inner.left, head, inner.width, 0), chip)
        self._close(column, ground, inner.top + 8)

    def _formulas(self, inner: Column, head: FRect, chip: Chip) -> None:
        """The button with the formulas: at the right of the head, or below where that is full."""
        canvas, label = self.canvas, self.word("formulas")
        tall = canvas.line(theme.CAPTION_STRONG) + 12
        width = button_width(canvas, label, theme.CAPTION_STRONG) - 8
        place = FRect(head.right - width, chip.rect.centery - tall / 2, width, tall)
        if chip.rect.right + 8 > place.x:
            place.topleft = (inner.left, inner.top)
            inner.top += tall + 8
        inner.into.append(Button("formulas", label, place, style=theme.CAPTION_STRONG))

    def _moments(self, column: Column) -> None:
        """The turns worth a second try; each opens the transcript at its line."""
        if not self.view.moments:
            return
        ground, inner = self._card(column)
        inner.text(self.word("moments"), theme.H3)
        inner.gap(8)
        for turn in self.view.moments[:_MOMENTS]:
            place = FRect(inner.left, inner.top, inner.width, 0)
            label = self.word("nth-reply", turn=turn)
            row: Widget = MomentRow(self.canvas, f"moment:{turn}", label, self._said(turn), place)
            inner.add(row)
            inner.gap(8)
        self._close(column, ground, inner.top + 8)

    def _said(self, turn: int) -> str:
        own = (entry.line for entry in self.view.turns if entry.line.voice == "agent")
        return next((line.text for line in own if line.turn == turn), "")
