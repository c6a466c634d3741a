"""A learner as a row of a list: face, name, note, and a chip for who practises now."""

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.chrome import shortened
from game.screens.widgets.people import Face
from game.screens.widgets.rows import Row
from game.screens.widgets.surface import Chip
from game.screens.widgets.text import Text
from game.screens.widgets.widget import Widget
from game.view.title import LearnerTile

_FACE = 56.0


class LearnerRow(Row):
    """Pressing it means: this one practises now."""

    role = "radio"
    radius = theme.RADIUS_CARD

    def __init__(
        self, canvas: Canvas, learner: LearnerTile, note: str, chosen: str, place: FRect
    ) -> None:
        super().__init__(f"learner:{learner.id}", learner.name, FRect(place))
        self.value = "checked" if learner.is_chosen else ""
        self.is_chosen, self.portrait = learner.is_chosen, learner.portrait
        self.parts: list[Widget] = []
        left, right = place.x + 12 + _FACE + 14, place.right - 14
        if learner.is_chosen:
            chip = Chip(
                canvas, chosen, right, place.y + 12, theme.PRIMARY_DEEP, theme.WHITE, "check",
                from_right=True,
            )  # fmt: skip
            self.parts.append(chip)
            right = chip.rect.x - 8
        short = shortened(canvas, learner.name, theme.BODY_STRONG, right - left)
        self.tip = learner.name if short != learner.name else ""
        colour = theme.PRIMARY_DEEP if learner.is_chosen else theme.INK
        name = Text(canvas, short, left, place.y + 12, right - left, theme.BODY_STRONG, colour)
        room = place.right - 14 - left
        told = Text(
            canvas, note, left, name.rect.bottom + 2, room, theme.CAPTION, theme.MUTED,
            balanced=True,
        )  # fmt: skip
        self.face = FRect(place.x + 12, place.y + 12, _FACE, _FACE)
        self.rect.h = max(self.face.bottom, told.rect.bottom) + 12 - place.y
        self.parts += [name, told]
        if learner.portrait:
            self.parts.append(Face(self.face, learner.portrait, "smiling"))

    def draw(self, canvas: Canvas) -> None:
        """Draw the row."""
        self.draw_ground(canvas, self.is_chosen)
        if not self.portrait:
            canvas.panel(self.face, 14, theme.TILE)
            canvas.icon("user", self.face.x + 16, self.face.centery, 24, theme.INK_SOFT)
        for part in self.parts:
            part.draw(canvas)
        if self.focused:
            canvas.ring(self.rect, self.radius)
