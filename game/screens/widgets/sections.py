"""The chapters of a screen, one below the other; up and down choose, the content follows."""

from collections.abc import Sequence

import pygame
from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.widgets.tabs import Choice


class Sections(Choice):
    """Rows with an icon and a word; the chosen one on soft ground, bold, with a bar at its left."""

    role = "tablist"
    back, forth = (pygame.K_UP,), (pygame.K_DOWN,)

    def __init__(
        self,
        canvas: Canvas,
        name: str,
        rect: FRect,
        options: Sequence[tuple[str, str]],
        chosen: int,
        label: str = "",
    ) -> None:
        super().__init__(name, rect, [word for _, word in options], chosen, label)
        self.icons = [icon for icon, _ in options]
        tall = max(48.0, canvas.line(theme.BODY) + 20)
        step = min(tall + 4, rect.h / max(1, len(options)))
        self.boxes = [
            FRect(rect.x, rect.y + number * step, rect.w, step - 4)
            for number in range(len(options))
        ]
        self.rect = FRect(rect.x, rect.y, rect.w, len(options) * step - 4)

    def draw(self, canvas: Canvas) -> None:
        """Draw the rows."""
        size = canvas.grown(20, theme.LARGEST_ICON_GROWTH)
        for number, (option, box) in enumerate(zip(self.options, self.boxes, strict=True)):
            is_chosen = number == self.chosen
            colour = theme.PRIMARY_DEEP if is_chosen else theme.INK_SOFT
            if is_chosen:
                canvas.panel(box, theme.RADIUS_ROW, theme.PRIMARY_SOFT)
                canvas.panel(FRect(box.x, box.y + 8, 4, box.h - 16), 2, theme.PRIMARY)
            canvas.icon(self.icons[number], box.x + 20, box.centery, size, colour)
            left = box.x + 20 + size + 14
            words = FRect(left, box.y, box.right - 6 - left, box.h)
            style = theme.BODY_STRONG if is_chosen else theme.BODY
            canvas.text(option, words, style, colour)
            if is_chosen and self.focused:
                canvas.ring(box.inflate(-4, -4), theme.RADIUS_ROW)
