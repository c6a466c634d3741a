"""Controls of the settings: a switch for on and off, and a line of stops for amounts."""

from collections.abc import Sequence

import pygame
from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.widgets.tabs import Choice
from game.screens.widgets.widget import Handled, Intent, Picked, Widget

_KNOB = 11.0


class Switch(Widget):
    """On or off: the knob's side, its colour and a check mark all say which."""

    role = "switch"
    takes_focus = True

    def __init__(self, canvas: Canvas, name: str, label: str, is_on: bool) -> None:
        tall = canvas.grown(26, 1.38)
        super().__init__(FRect(0, 0, tall * 1.78, tall), label, "on" if is_on else "off", name)
        self.is_on = is_on

    def press(self) -> Intent:
        """Turn it over."""
        return Picked(self.name, int(not self.is_on))

    def on_key(self, event: pygame.event.Event) -> Intent | None:
        """Enter and Space turn it over; left is off and right is on, as the knob lies."""
        if event.key in (pygame.K_LEFT, pygame.K_RIGHT):
            wanted = event.key == pygame.K_RIGHT
            return Handled() if wanted == self.is_on else self.press()
        return super().on_key(event)

    def draw(self, canvas: Canvas) -> None:
        """Draw the trough, the knob and the check mark."""
        box = self.rect.move(0, 1) if self.held else self.rect
        knob = FRect(0, 0, box.h - 8, box.h - 8)
        knob.centery = box.centery
        if self.is_on:
            canvas.panel(box, box.h / 2, theme.PRIMARY)
            knob.right = box.right - 4
            canvas.panel(knob, knob.h / 2, theme.WHITE)
            size = box.h * 0.42
            canvas.icon("check", box.x + box.h * 0.28, box.centery, size, theme.WHITE)
        else:
            edge = theme.MUTED if self.hovered else theme.EDGE
            canvas.panel(box, box.h / 2, theme.WHITE, edge, 1.5)
            knob.x = box.x + 4
            canvas.panel(knob, knob.h / 2, theme.EDGE)
        if self.focused:
            canvas.ring(self.rect, self.rect.h / 2)


class Stops(Choice):
    """A line with a knob on one of a few stops, each with its figure below."""

    role = "slider"

    def __init__(
        self,
        canvas: Canvas,
        name: str,
        rect: FRect,
        options: Sequence[str],
        chosen: int,
        label: str = "",
    ) -> None:
        self.knob = canvas.grown(_KNOB, 1.3)
        tall = 2 * self.knob + 6 + canvas.line(theme.CAPTION_STRONG)
        super().__init__(name, FRect(rect.x, rect.y, rect.w, tall), options, chosen, label)
        self.low = canvas.text_width(self.options[0], theme.CAPTION_STRONG) / 2 + 2
        self.high = canvas.text_width(self.options[-1], theme.CAPTION_STRONG) / 2 + 2
        step = (rect.w - self.low - self.high) / max(1, len(options) - 1)
        first = rect.x + self.low - step / 2
        self.boxes = [  # each is clicked as far as half way to the next
            FRect(first + number * step, rect.y, step, tall) for number in range(len(options))
        ]

    def draw(self, canvas: Canvas) -> None:
        """Draw the line, its stops and figures, then the knob."""
        middle = self.rect.y + self.knob
        left, right = self.boxes[0].centerx, self.boxes[-1].centerx
        at = self.boxes[self.chosen].centerx
        canvas.panel(FRect(left, middle - 3, right - left, 6), 3, theme.LINE_STRONG)
        if at > left:
            canvas.panel(FRect(left, middle - 3, at - left, 6), 3, theme.PRIMARY)
        for number, (option, box) in enumerate(zip(self.options, self.boxes, strict=True)):
            dot = FRect(box.centerx - 5, middle - 5, 10, 10)
            reached = number <= self.chosen
            canvas.panel(dot, 5, theme.WHITE, theme.PRIMARY if reached else theme.EDGE, 2)
            is_chosen = number == self.chosen
            style = theme.CAPTION_STRONG if is_chosen else theme.CAPTION
            colour = theme.PRIMARY_DEEP if is_chosen else theme.INK_SOFT
            words = FRect(0, middle + self.knob + 6, self.low + self.high + 60, canvas.line(style))
            words.centerx = box.centerx
            canvas.text(option, words, style, colour, "centre")
        knob = FRect(at - self.knob, middle - self.knob, 2 * self.knob, 2 * self.knob)
        canvas.panel(knob, self.knob, theme.WHITE, theme.PRIMARY, 4, theme.CARD_SHADOW)
        if self.focused:
            canvas.ring(knob, self.knob)
