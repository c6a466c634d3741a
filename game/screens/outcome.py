"""Debrief, page 1: the letter; handled and resolved; the three axes; figures; skills."""

from functools import partial
from typing import TYPE_CHECKING

from pygame import FRect

from game.screens import theme
from game.screens.cards import close_card, height_of, open_card
from game.screens.feedback import better_note, titled
from game.screens.figures import figures_card
from game.screens.letter import letter_card
from game.screens.practice import moments_card, opinion_card, skills_card
from game.screens.scores import axes_card
from game.screens.shares import shares_card
from game.screens.widgets.button import Button, button_width
from game.screens.widgets.surface import Icon
from game.screens.widgets.text import Column

if TYPE_CHECKING:
    from game.screens.debrief import DebriefScreen

_THREE_COLUMNS_FROM = 1000.0


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
        if is_wide:
            self._two_columns(rest)
        else:
            self._one_column(rest)

    def _one_column(self, box: FRect) -> None:
        screen = self.screen
        area = FRect(box.x, box.y, box.w - 14, box.h - self._button - 16)
        view = self.page.scroll("cards", area, theme.GROUND)
        column = Column(self.canvas, view.items, area.x, 2, area.w)
        if self.view.critical:
            self._critical(column)
        shares_card(screen, column)
        axes_card(screen, column)
        skills_card(screen, column)
        moments_card(screen, column)
        opinion_card(screen, column)
        figures_card(screen, column)
        self._foot(box)

    def _two_columns(self, box: FRect) -> None:
        """The middle column holds the figures, the right one what to practise."""
        screen, wide = self.screen, (box.w - theme.GUTTER) * 500 / 864
        middle = self.page.scroll("middle", FRect(box.x, box.y, wide, box.h), theme.GROUND)
        column = Column(self.canvas, middle.items, box.x, 0, wide)
        shares_card(screen, column)
        figures = height_of(column, partial(figures_card, screen))
        left = box.h - column.top - (figures if self.view.figures else theme.GAP)
        axes_card(screen, column, max(1.0, left))
        figures_card(screen, column)
        x = box.x + wide + theme.GUTTER
        right = FRect(x, box.y, box.right - x, box.h)
        self._foot(right)
        view = self.page.scroll(
            "right", FRect(x, box.y, right.w, box.h - self._button - 16), theme.GROUND
        )
        column = Column(self.canvas, view.items, x, 0, right.w)
        if self.view.critical:
            self._critical(column)
        below = height_of(column, partial(moments_card, screen))
        below += height_of(column, partial(opinion_card, screen))
        skills_card(screen, column, max(1.0, view.rect.h - column.top - below))
        moments_card(screen, column)
        opinion_card(screen, column)

    # ------------------------------------------------------------ conduct and the way on

    def _critical(self, column: Column) -> None:
        """Critical errors with their words."""
        ground, inner = open_card(column)
        ground.fill, ground.edge = theme.CRITICAL.soft, None
        titled(inner, theme.CRITICAL.icon, self.word("critical"), theme.CRITICAL.mark)
        for finding in self.view.critical:
            inner.gap(8)
            if finding.quote:
                inner.text(f"“{finding.quote}”", theme.SMALL_STRONG)
            inner.text(finding.why, theme.CAPTION, theme.CRITICAL.word)
            if finding.better:
                inner.gap(6)
                better_note(inner, self.word("better"), finding.better)
        close_card(column, ground, inner.top + 16)

    def _foot(self, box: FRect) -> None:
        """The button to the next page; beside it the good news that nothing critical happened."""
        label, top = self.word("next-page"), box.bottom - self._button
        width = button_width(self.canvas, label, theme.H3, 1) + 16
        left = box.x
        if not self.view.critical:
            left = min(self._good_news(box, top) + 16, box.right - width)
        place = FRect(left, top, box.right - left, self._button)
        self.page.add(
            Button(
                "next-page",
                label,
                place,
                "primary",
                icon_after="caret-right",
                style=theme.H3,
                radius=theme.RADIUS_HERO,
            )
        )

    def _good_news(self, box: FRect, top: float) -> float:
        """The sentence on two lines if need be, at the left of the button; returns its end."""
        canvas, text = self.canvas, self.word("critical-none")
        size = canvas.grown(20, theme.LARGEST_ICON_GROWTH)
        button = button_width(canvas, self.word("next-page"), theme.H3, 1) + 16
        room = box.w - button - size - 8 - 16
        style = theme.SMALL_STRONG
        lines = canvas.lines(text, style, room, balanced=True)
        tall = len(lines) * canvas.line(style)
        words = Column(canvas, self.page.items, box.x + 4 + size + 8, 0, room)
        words.top = top + (self._button - tall) / 2
        titled_at = words.top + tall / 2
        words.text(text, style, theme.GRATITUDE.word, balanced=True)
        self.page.add(Icon("seal-check", box.x + 4, titled_at, size, theme.GRATITUDE.mark))
        wide = max(canvas.text_width(line, style) for line in lines)
        return words.left + wide
