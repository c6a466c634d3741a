"""A modal: a card before the darkened screen, with a page and a focus of its own."""

from collections.abc import Callable
from typing import TypeAlias

import pygame
from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.page import Page
from game.screens.widgets.button import Button, button_width
from game.screens.widgets.scroll import ScrollView
from game.screens.widgets.surface import Panel
from game.screens.widgets.text import Column, Text
from game.screens.widgets.widget import Handled, Intent, Pressed

Fill: TypeAlias = Callable[[Column], None]
CLOSE = "modal.close"


class Modal:
    """A titled card; `fill` writes its content, `buttons` (name, label, kind) stand below it.

    The last button is the one that Enter takes at first; Esc asks for `CLOSE`.
    """

    def __init__(
        self, title: str, fill: Fill, buttons: tuple[tuple[str, str, str], ...], width: float = 640
    ) -> None:
        self.title, self.fill, self.buttons, self.width = title, fill, buttons, width
        self.page = Page()
        self.starts_at_end = False

    def lay_out(self, canvas: Canvas) -> None:
        """Build the card for the canvas as it is."""
        self.page.clear()
        width = min(canvas.width - 2 * theme.MARGIN, self.width * min(1.25, canvas.text_scale))
        foot = max(48.0, canvas.line(theme.SMALL_STRONG) + 20)
        heading = Text(canvas, self.title, 0, 0, width - 2 * theme.PADDING, theme.H2)
        view = ScrollView("modal", FRect(0, 0, 0, 0))
        content = Column(canvas, view.items, 0, 0, width - 2 * theme.PADDING - 14)
        self.fill(content)
        around = 3 * theme.PADDING + heading.rect.h + foot
        height = min(720 - 2 * 32, around + view.content + theme.GAP)
        card = FRect((canvas.width - width) / 2, (720 - height) / 2, width, height)
        left, top = card.x + theme.PADDING, card.y + theme.PADDING
        self.page.add(Panel(card, theme.RADIUS_HERO, shadow=theme.TITLE_SHADOW, edge=None))
        self.page.add(Text(canvas, self.title, left, top, width - 2 * theme.PADDING, theme.H2))
        top += heading.rect.h + theme.GAP
        bottom = card.bottom - theme.PADDING - foot - theme.GAP
        body = FRect(left, top, width - 2 * theme.PADDING - 14, bottom - top)
        self._add_body(canvas, body)
        self._add_buttons(canvas, card, foot)
        self.page.finish(self.buttons[-1][0])

    def _add_body(self, canvas: Canvas, body: FRect) -> None:
        view = self.page.scroll("modal", body, theme.WHITE)
        self.fill(Column(canvas, view.items, body.x, 0, body.w))
        if self.starts_at_end:
            view.to_end()
            self.starts_at_end = False

    def _add_buttons(self, canvas: Canvas, card: FRect, height: float) -> None:
        widths = [
            max(112.0, button_width(canvas, label, theme.SMALL_STRONG))
            for _, label, _ in self.buttons
        ]
        left = card.right - theme.PADDING - sum(widths) - 12 * (len(widths) - 1)
        top = card.bottom - theme.PADDING - height
        for (name, label, kind), width in zip(self.buttons, widths, strict=True):
            self.page.add(Button(name, label, FRect(left, top, width, height), kind))
            left += width + 12

    def on_event(self, event: pygame.event.Event, canvas: Canvas) -> Intent:
        """Everything belongs to the modal while it is open."""
        if event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE:
            return Pressed(CLOSE)
        return self.page.on_event(event, canvas) or Handled()

    def draw(self, canvas: Canvas) -> None:
        """Draw the veil, then the card."""
        canvas.veil()
        self.page.draw(canvas)
