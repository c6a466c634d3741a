"""Debrief, page 2: the conversation with every finding at its line, and what came after."""

from collections import Counter
from typing import TYPE_CHECKING

from pygame import FRect

from game.screens import theme
from game.screens.feedback import better_note, mark_chip
from game.screens.widgets.button import Button, button_width
from game.screens.widgets.finding import FindingNote
from game.screens.widgets.scroll import ScrollView
from game.screens.widgets.surface import card
from game.screens.widgets.text import Column
from game.screens.widgets.turn import TurnRow
from game.view.debrief import TurnView
from game.view.dialogue import Voice

if TYPE_CHECKING:
    from game.screens.debrief import DebriefScreen

_BESIDE_FROM = 900.0


class TranscriptPage:
    """Lays the second page out; the chosen turn is open."""

    def __init__(self, screen: "DebriefScreen", box: FRect) -> None:
        self.screen, self.canvas, self.view = screen, screen.canvas, screen.view
        self.page, self.word, self.box = screen.page, screen.word, box
        self._button = max(56.0, self.canvas.line(theme.H3) + 28)
        self._view: ScrollView | None = None

    def lay_out(self) -> None:
        """Transcript at the left; epilogue, chosen moment and the ways on at the right."""
        box = self.box
        share = 616 / 1208 if self.canvas.width / self.canvas.text_scale >= _BESIDE_FROM else 0.56
        left = FRect(box.x, box.y, (box.w - theme.GUTTER) * share, box.h)
        self._transcript(left)
        x = left.right + theme.GUTTER
        right = FRect(x, box.y, box.right - x, box.h)
        buttons = self._buttons(right)
        area = FRect(x, box.y, right.w, buttons - box.y - 16)
        view = self.page.scroll("beside", area)
        column = Column(self.canvas, view.items, x, 0, area.w)
        self._epilogue(column)
        self._moment(column)
        if view.furthest:  # give way to the bar
            view.rect.w -= 14
            view.items.clear()
            column = Column(self.canvas, view.items, x, 0, view.rect.w)
            self._epilogue(column)
            self._moment(column)

    def show_chosen(self) -> None:
        """Scroll to the chosen turn."""
        if self._view is None:
            return
        for item in self._view.items:
            if item.name == f"turn:{self.screen.chosen}":
                self._view.offset = min(self._view.furthest, max(0.0, item.rect.top - 60))

    # ------------------------------------------------------------ transcript

    def _transcript(self, box: FRect) -> None:
        self.page.add(card(FRect(box)))
        head = Column(self.canvas, self.page.items, box.x + 24, box.y + 16, box.w - 48)
        head.text(self.word("transcript"), theme.H3)
        head.gap(6)
        self._counts(head)
        head.gap(10)
        area = FRect(head.left, head.top, head.width - 8, box.bottom - 16 - head.top)
        self._view = self.page.scroll("transcript", area)
        column = Column(self.canvas, self._view.items, area.x, 2, area.w)
        for turn in self.view.turns:
            self._turn(column, turn)

    def _counts(self, head: Column) -> None:
        """How many findings there are on each axis."""
        counts = Counter((f.axis, f.axis_name) for t in self.view.turns for f in t.findings)
        left, top = head.left, head.top
        for (axis, name), count in counts.items():
            chip = mark_chip(self.canvas, axis, f"{name} {count}", left, top)
            if left > head.left and chip.rect.right > head.left + head.width:
                top = head.top + 4
                chip = mark_chip(self.canvas, axis, f"{name} {count}", head.left, top)
            head.into.append(chip)
            left, head.top = chip.rect.right + 6, chip.rect.bottom

    def _turn(self, column: Column, turn: TurnView) -> None:
        """The line, then its findings indented below it."""
        chosen = turn.line.voice is Voice.AGENT and turn.line.turn == self.screen.chosen
        place = FRect(column.left, column.top, column.width, 0)
        row = TurnRow(self.canvas, turn, place, chosen, self.view.portrait, self.word("you"))
        column.add(row)
        column.gap(8)
        inner = Column(self.canvas, column.into, column.left + 84, column.top, column.width - 84)
        for finding in turn.findings:
            place = FRect(inner.left, inner.top, inner.width, 0)
            better = self.word("better") if chosen else ""
            inner.add(FindingNote(self.canvas, finding, place, better))
            inner.gap(8)
        column.top = inner.top

    # ------------------------------------------------------------ right

    def _epilogue(self, column: Column) -> None:
        if not self.view.epilogue:
            return
        ground = card(FRect(column.left, column.top, column.width, 0))
        column.into.append(ground)
        inner = Column(
            self.canvas, column.into, column.left + 24, column.top + 16, column.width - 48
        )
        inner.text(self.word("epilogue"), theme.H3)
        inner.text(self.word("epilogue-note"), theme.CAPTION, theme.MUTED, balanced=True)
        for when, text in self.view.epilogue:
            inner.gap(12)
            inner.text(when, theme.CAPTION_STRONG, theme.PRIMARY_DEEP)
            inner.gap(2)
            inner.text(text, theme.SMALL, theme.INK_SOFT, balanced=True)
        ground.rect.h = inner.top + 18 - column.top
        column.top = ground.rect.bottom + theme.GAP

    def _moment(self, column: Column) -> None:
        """The chosen reply: what the author says of it, and a stronger wording."""
        chosen = self.screen.chosen
        own = (turn for turn in self.view.turns if turn.line.voice is Voice.AGENT)
        turn = next((turn for turn in own if turn.line.turn == chosen), None)
        if turn is None or not (turn.note or turn.better):
            return
        ground = card(FRect(column.left, column.top, column.width, 0))
        column.into.append(ground)
        inner = Column(
            self.canvas, column.into, column.left + 24, column.top + 16, column.width - 48
        )
        inner.text(self.word("nth-reply", turn=chosen), theme.H3)
        inner.gap(4)
        if turn.note:
            inner.text(turn.note, theme.SMALL, theme.INK_SOFT)
        if turn.better:
            inner.gap(10)
            better_note(inner, self.word("better"), turn.better)
        ground.rect.h = inner.top + 18 - column.top
        column.top = ground.rect.bottom + theme.GAP

    def _buttons(self, box: FRect) -> float:
        """Retry and the way back, beside each other or stacked; returns their upper edge."""
        canvas, can_retry = self.canvas, self.screen.chosen in self.view.moments
        retry = self.word("retry", turn=self.screen.chosen)
        home = self.word("to-title")
        first = button_width(canvas, retry, theme.H3, 1) if can_retry else 0.0
        second = button_width(canvas, home, theme.H3, 1)
        stacked = first + second + theme.GAP > box.w
        top = box.bottom - self._button * (2 if stacked else 1) - (12 if stacked else 0)
        at, width = box.x, box.w if stacked else first + (box.w - first - second - 16) / 2
        if can_retry:
            self.page.add(
                Button(
                    "retry",
                    retry,
                    FRect(at, top, width, self._button),
                    "second",
                    "arrow-counter-clockwise",
                    style=theme.H3,
                    radius=theme.RADIUS_CARD,
                )
            )
        left = box.x if stacked or not can_retry else box.x + width + theme.GAP
        place = FRect(left, box.bottom - self._button, box.right - left, self._button)
        self.page.add(
            Button(
                "to-title",
                home,
                place,
                "primary",
                icon_after="caret-right",
                style=theme.H3,
                radius=theme.RADIUS_CARD,
            )
        )
        return top
