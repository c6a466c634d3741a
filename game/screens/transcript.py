"""Debrief, page 2: the conversation with every finding at its line, and what came after."""

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from pygame import FRect

from game.screens import theme
from game.screens.aftermath import epilogue_card, plan_card, road_card
from game.screens.behind import hidden_card, principles_card, tastes_card
from game.screens.conversation import add_divider
from game.screens.feedback import better_note, mark_chip
from game.screens.heard import heard_panel
from game.screens.widgets.button import Button, button_width
from game.screens.widgets.finding import FindingNote
from game.screens.widgets.scroll import ScrollView
from game.screens.widgets.surface import Chip, Icon, Panel, card
from game.screens.widgets.text import Column
from game.screens.widgets.turn import TurnRow
from game.view.debrief import TurnView
from game.view.lines import Voice

if TYPE_CHECKING:
    from game.screens.debrief import DebriefScreen

_BESIDE_FROM = 900.0
_INDENT = 84.0


class TranscriptPage:
    """Lays the second page out; the chosen turn is open."""

    def __init__(self, screen: "DebriefScreen", box: FRect) -> None:
        self.screen, self.canvas, self.view = screen, screen.canvas, screen.view
        self.page, self.word, self.box = screen.page, screen.word, box
        self._button = max(56.0, self.canvas.line(theme.H3) + 28)
        self._view: ScrollView | None = None

    def lay_out(self) -> None:
        """Transcript at the left; epilogue, road, plan and the ways on at the right."""
        box = self.box
        share = 616 / 1208 if self.canvas.width / self.canvas.text_scale >= _BESIDE_FROM else 0.54
        left = FRect(box.x, box.y, (box.w - theme.GUTTER) * share, box.h)
        self._transcript(left)
        x = left.right + theme.GUTTER
        right = FRect(x, box.y, box.right - x, box.h)
        buttons = self._buttons(right)
        area = FRect(x, box.y, right.w, buttons - box.y - 16)
        view = self.page.scroll("beside", area, theme.GROUND)
        self._beside(view, x, area.w)
        if view.furthest > theme.GAP:  # give way to the bar
            view.rect.w -= 14
            view.items.clear()
            self._beside(view, x, view.rect.w)

    def _beside(self, view: ScrollView, left: float, width: float) -> None:
        column = Column(self.canvas, view.items, left, 0, width)
        epilogue_card(self.screen, column)
        hidden_card(self.screen, column)
        tastes_card(self.screen, column)
        principles_card(self.screen, column)
        road_card(self.screen, column)
        plan_card(self.screen, column)

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
        title = head.text(self.word("transcript"), theme.H3)
        wide = self.canvas.text_width(self.word("transcript"), theme.H3) + 16
        self._counts(head, title.rect.centery, wide)
        if self.view.unread:
            head.gap(6)
            head.text(self.view.unread, theme.CAPTION, theme.INK_SOFT)
        if self.view.how_played:
            head.gap(6)
            head.text(self.view.how_played, theme.CAPTION, theme.MUTED, balanced=True)
        head.gap(12)
        area = FRect(head.left, head.top, head.width - 8, box.bottom - 16 - head.top)
        self._view = self.page.scroll("transcript", area, theme.WHITE)
        column = Column(self.canvas, self._view.items, area.x, 2, area.w)
        for turn in self.view.turns:
            self._turn(column, turn)

    def _counts(self, head: Column, middle: float, after: float) -> None:
        """How many findings each axis has: at the right of the title, or below it."""
        counts = Counter((f.axis, f.axis_name) for t in self.view.turns for f in t.findings)
        chips = [
            mark_chip(self.canvas, axis, f"{name} {count}", 0, 0)
            for (axis, name), count in counts.items()
        ]
        if not chips:
            return
        whole = sum(chip.rect.w for chip in chips) + 6 * (len(chips) - 1)
        if after + whole <= head.width:
            left = head.left + head.width - whole
            for chip in chips:
                chip.rect.x, chip.rect.centery = left, middle
                left = chip.rect.right + 6
        else:
            head.gap(6)
            self._in_rows(head, chips)
        head.into += chips

    def _in_rows(self, head: Column, chips: list[Chip]) -> None:
        left, top = head.left, head.top
        for chip in chips:
            if left > head.left and left + chip.rect.w > head.left + head.width:
                left, top = head.left, head.top + 4
            chip.rect.topleft = (left, top)
            left, head.top = chip.rect.right + 6, chip.rect.bottom

    def _turn(self, column: Column, turn: TurnView) -> None:
        """The line, then its findings indented below it; the chosen one is told whole."""
        if turn.line.channel:
            column.gap(6)
            add_divider(column, turn.line)
            column.gap(10)
            return
        chosen = turn.line.voice is Voice.AGENT and turn.line.turn == self.screen.chosen
        place = FRect(column.left, column.top, column.width, 0)
        row = TurnRow(self.canvas, turn, place, chosen, self.view.portrait, self.screen.agent)
        column.add(row)
        column.gap(8)
        left, width = column.left + _INDENT, column.width - _INDENT
        inner = Column(self.canvas, column.into, left, column.top, width)
        for finding in turn.findings:
            place = FRect(inner.left, inner.top, inner.width, 0)
            better = self.word("better") if chosen else ""
            inner.add(FindingNote(self.canvas, finding, place, better))
            inner.gap(8)
        if chosen and turn.typed:
            heard_panel(inner, turn.typed, self.screen.lang)
            inner.gap(8)
        if chosen and turn.note:
            self._note(inner, turn)
        column.top = inner.top

    def _note(self, inner: Column, turn: TurnView) -> None:
        """What the author says of the chosen reply; its stronger wording, if no finding has it."""
        ground = Panel(FRect(inner.left, inner.top, inner.width, 0), 12, theme.SUNKEN, theme.LINE)
        inner.into.append(ground)
        size = self.canvas.grown(18, theme.LARGEST_ICON_GROWTH)
        body = Column(
            self.canvas, inner.into, inner.left + 20 + size, inner.top + 10, inner.width - 36 - size
        )
        middle = body.top + self.canvas.line(theme.CAPTION) / 2
        inner.into.append(Icon("quotes", inner.left + 12, middle, size, theme.MUTED))
        body.text(turn.note or "", theme.CAPTION, theme.INK_SOFT)
        if turn.better and all(turn.better != finding.better for finding in turn.findings):
            body.gap(8)
            better_note(body, self.word("better"), turn.better)
        ground.rect.h = body.top + 10 - inner.top
        inner.top = ground.rect.bottom + 8

    # ------------------------------------------------------------ the ways on

    def _buttons(self, box: FRect) -> float:
        """Retry and the way back, beside each other or stacked; returns their upper edge."""
        canvas, can_retry = self.canvas, self.screen.can_retry
        retry, home = self.word("retry", turn=self.screen.chosen), self.word("to-title")
        first = button_width(canvas, retry, theme.H3, 1) if can_retry else 0.0
        second = button_width(canvas, home, theme.H3, 1)
        stacked = first + second + theme.GAP > box.w
        top = box.bottom - self._button * (2 if stacked else 1) - (12 if stacked else 0)
        at, width = box.x, box.w if stacked else first + (box.w - first - second - 16) / 2
        place = FRect(at, top, width, self._button)
        look = partial(Button, style=theme.H3, radius=theme.RADIUS_CARD)
        if can_retry:
            icon = "arrow-counter-clockwise"
            self.page.add(look("retry", retry, place, "second", icon))
        left = box.x if stacked or not can_retry else box.x + width + theme.GAP
        place = FRect(left, box.bottom - self._button, box.right - left, self._button)
        self.page.add(look("to-title", home, place, "primary", icon_after="caret-right"))
        return top
