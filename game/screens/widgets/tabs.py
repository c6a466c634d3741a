"""Choosing one of several: tabs with a line, a segmented switch, rungs of a ladder."""

from collections.abc import Sequence

import pygame
from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.widgets.surface import draw_error, mixed
from game.screens.widgets.widget import Handled, Intent, Picked, Point, Widget


class Choice(Widget):
    """One focus stop for several options; the arrows move the choice within it."""

    role = "radiogroup"
    takes_focus = True
    back, forth = (pygame.K_LEFT,), (pygame.K_RIGHT,)

    def __init__(
        self, name: str, rect: FRect, options: Sequence[str], chosen: int, label: str = ""
    ) -> None:
        super().__init__(rect, label, options[chosen] if options else "", name)
        self.options, self.chosen = tuple(options), chosen
        self.boxes: list[FRect] = []

    def on_key(self, event: pygame.event.Event) -> Intent | None:
        """Move the choice; at either end the key is simply used up."""
        by = (event.key in self.forth) - (event.key in self.back)
        return self.step(by) if by else None

    def step(self, by: int) -> Intent:
        """Choose the next option or the one before."""
        target = min(len(self.options) - 1, max(0, self.chosen + by))
        return Handled() if target == self.chosen else Picked(self.name, target)

    def on_click(self, at: Point) -> Intent | None:
        """Choose what was clicked."""
        hit = next((i for i, box in enumerate(self.boxes) if box.collidepoint(at)), None)
        return None if hit is None else Picked(self.name, hit)


class Tabs(Choice):
    """Tabs in a row, the chosen one bold over a line of three units; they wrap when too wide."""

    role = "tablist"

    def __init__(
        self, canvas: Canvas, name: str, rect: FRect, options: Sequence[str], chosen: int
    ) -> None:
        super().__init__(name, rect, options, chosen)
        self.plain, self.strong, around = theme.SMALL, theme.SMALL_STRONG, 24
        if sum(canvas.text_width(option, self.strong) + 28 for option in options) > rect.w:
            self.plain, self.strong, around = theme.CAPTION, theme.CAPTION_STRONG, 16
        self.height = canvas.line(self.plain) + 16
        self.inset = around / 2
        left, top = rect.x, rect.y
        for option in options:
            width = canvas.text_width(option, self.strong) + around
            if left > rect.x and left + width > rect.right:
                left, top = rect.x, top + self.height
            self.boxes.append(FRect(left, top, width, self.height))
            left += width + 4
        self.rect = FRect(rect.x, rect.y, rect.w, top + self.height - rect.y)

    def draw(self, canvas: Canvas) -> None:
        """Draw the line, the words and the mark below the chosen one."""
        line = mixed(theme.LINE, theme.EDGE, self.warmth / 2)
        canvas.fill(FRect(self.rect.x, self.rect.bottom - 1, self.rect.w, 1), line)
        for number, (option, box) in enumerate(zip(self.options, self.boxes, strict=True)):
            is_chosen = number == self.chosen
            style = self.strong if is_chosen else self.plain
            colour = theme.PRIMARY_DEEP if is_chosen else theme.INK_SOFT
            colour = theme.MUTED if self.disabled else colour
            if is_chosen and self.held and not self.disabled:
                canvas.panel(box.inflate(0, -6), theme.RADIUS_NUMBER, theme.PRIMARY_SOFT)
            # Set from the left and not in the middle: rows one above another begin at one line.
            words = FRect(box.x + self.inset, box.y, box.w - self.inset, box.h)
            canvas.text(option, words, style, colour)
            if is_chosen:
                mark = theme.DISABLED if self.disabled else theme.PRIMARY
                canvas.panel(FRect(box.x, box.bottom - 3, box.w, 3), 1.5, mark)
                if self.focused:
                    canvas.ring(box.inflate(-6, -10), theme.RADIUS_ROW)
        if self.error:
            draw_error(canvas, self.rect, theme.RADIUS_ROW)


class Segments(Choice):
    """A switch of a few words side by side; the chosen one stands on white with a check."""

    def __init__(
        self,
        canvas: Canvas,
        name: str,
        rect: FRect,
        options: Sequence[str],
        chosen: int,
        label: str = "",
    ) -> None:
        super().__init__(name, rect, options, chosen, label)
        widths = [canvas.text_width(option, theme.CAPTION_STRONG) for option in options]
        spare = (rect.w - 8 - sum(widths)) / max(1, len(widths))
        left = rect.x + 4
        for width in widths:
            self.boxes.append(FRect(left, rect.y + 4, width + spare, rect.h - 8))
            left += width + spare

    def draw(self, canvas: Canvas) -> None:
        """Draw the trough and the options."""
        edge = mixed(theme.LINE, theme.EDGE, self.warmth / 2)
        canvas.panel(self.rect, theme.RADIUS_BUTTON, theme.TILE, edge)
        word = theme.MUTED if self.disabled else theme.PRIMARY_DEEP
        for number, (option, box) in enumerate(zip(self.options, self.boxes, strict=True)):
            if number != self.chosen:
                plain = theme.MUTED if self.disabled else theme.INK_SOFT
                canvas.text(option, box, theme.CAPTION, plain, "centre")
                continue
            fill = theme.PRIMARY_SOFT if self.held and not self.disabled else theme.WHITE
            mark = theme.LINE_STRONG if self.disabled else theme.PRIMARY
            canvas.panel(box, 9, fill, mark, 1.5)
            size = canvas.grown(12)
            words = canvas.text_width(option, theme.CAPTION_STRONG)
            left = box.x + (box.w - words - size - 5) / 2
            canvas.icon("check", left, box.centery, size, word)
            place = FRect(left + size + 5, box.y, words, box.h)
            canvas.text(option, place, theme.CAPTION_STRONG, word)
            if self.focused:
                canvas.ring(box, 9)
        if self.error:
            draw_error(canvas, self.rect, theme.RADIUS_BUTTON)
