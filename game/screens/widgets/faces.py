"""Choosing a face: everybody of the cast in rows of tiles, the chosen one with a check."""

from collections.abc import Sequence

import pygame
from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.widgets.people import Face
from game.screens.widgets.tabs import Choice
from game.screens.widgets.widget import Handled, Intent

_SIDE = 58.0
_GAP = 8.0


class FaceChoice(Choice):
    """One stop for all faces; the arrows move the choice in all four directions."""

    def __init__(
        self, name: str, place: FRect, cast: Sequence[str], chosen: int, label: str
    ) -> None:
        super().__init__(name, FRect(place), list(cast), chosen, label)
        self.columns = max(1, int((place.w + _GAP) // (_SIDE + _GAP)))
        self.value = f"{chosen + 1} / {len(cast)}"
        for number in range(len(cast)):
            row, column = divmod(number, self.columns)
            left, top = place.x + column * (_SIDE + _GAP), place.y + row * (_SIDE + _GAP)
            self.boxes.append(FRect(left, top, _SIDE, _SIDE))
        self.rect.h = self.boxes[-1].bottom - place.y
        self.faces = [
            Face(box, portrait, "smiling", radius=theme.RADIUS_BUTTON)
            for box, portrait in zip(self.boxes, cast, strict=True)
        ]

    def on_key(self, event: pygame.event.Event) -> Intent | None:
        """Left and right go to the neighbour; up and down to the next row, or out at the ends."""
        if event.key in (pygame.K_UP, pygame.K_DOWN):
            by = self.columns if event.key == pygame.K_DOWN else -self.columns
            inside = 0 <= self.chosen + by < len(self.options)
            return self.step(by) if inside else None
        return (
            Handled()
            if (intent := super().on_key(event)) is None
            and event.key
            in (
                pygame.K_LEFT,
                pygame.K_RIGHT,
            )
            else intent
        )

    def draw(self, canvas: Canvas) -> None:
        """Draw the faces."""
        for number, (box, face) in enumerate(zip(self.boxes, self.faces, strict=True)):
            face.draw(canvas)
            if number != self.chosen:
                continue
            canvas.panel(box.inflate(4, 4), theme.RADIUS_BUTTON + 2, None, theme.PRIMARY, 2)
            badge = FRect(box.right - 14, box.y - 6, 20, 20)
            canvas.panel(badge, 10, theme.PRIMARY, theme.WHITE, 2)
            canvas.icon("check", badge.x + 4.5, badge.centery, 11, theme.WHITE)
            if self.focused:
                canvas.ring(box.inflate(2, 2), theme.RADIUS_BUTTON + 2)
