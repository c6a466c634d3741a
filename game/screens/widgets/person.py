"""Another customer in the scene: a small face with the name and the mood in a word."""

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.widgets.people import Face
from game.screens.widgets.surface import Chip
from game.screens.widgets.text import Text
from game.screens.widgets.widget import Widget
from game.view.dialogue import PersonView

_FACE = 36.0


class PersonRow(Widget):
    """Face, name and mood on navy; the mood goes below the name where a line is too short."""

    role = "note"

    def __init__(self, canvas: Canvas, person: PersonView, place: FRect) -> None:
        super().__init__(FRect(place), person.name, person.mood_word)
        mood = theme.MOODS.get(person.face, theme.MOODS["neutral"])
        side = canvas.grown(_FACE, theme.LARGEST_ICON_GROWTH)
        face = Face(FRect(place.x, place.y, side, side), person.portrait, person.face, radius=10)
        left, style = place.x + side + 10, theme.SMALL_STRONG
        chip = Chip(
            canvas, person.mood_word, 0, place.y, mood.word, mood.soft, mood.icon, theme.MICRO
        )
        wide = canvas.text_width(person.name, style) + 1
        fits = left + wide + 10 + chip.rect.w <= place.right
        name = Text(
            canvas, person.name, left, place.y, wide if fits else place.right - left, style,
            theme.WHITE,
        )  # fmt: skip
        if fits:
            self.rect.h = side
            chip.rect.x = name.rect.right + 10
            name.rect.centery = chip.rect.centery = self.rect.centery
        else:
            chip.rect.topleft = (left, name.rect.bottom + 4)
            self.rect.h = max(side, chip.rect.bottom - place.y)
        self.parts: tuple[Widget, ...] = (face, name, chip)

    def move_down(self, units: float) -> None:
        """Put it lower, with all its parts."""
        for piece in (self, *self.parts):
            piece.rect.y += units

    def draw(self, canvas: Canvas) -> None:
        """Draw the parts."""
        for part in self.parts:
            part.draw(canvas)
