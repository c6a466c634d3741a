"""The alley at the right of the title: its regulars behind the hedge, and what one of them says."""

from collections.abc import Sequence

import pygame
from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.widgets.text import Column, Text
from game.screens.widgets.widget import Widget
from game.view.title import Regular

_ASSET = (1600, 900)
_HEDGE = 40.0  # from the lower edge of the picture to where people stand, at 16:9
# Where they stand: the middle, from the right edge, and their size. The first one speaks.
_PLACES = ((236.0, 208.0), (94.0, 180.0), (678.0, 164.0), (556.0, 146.0), (420.0, 150.0))


class Alley(Widget):
    """The street over the whole window; people between it and the hedge, right of `clear`."""

    role = "img"

    def __init__(
        self, canvas: Canvas, regulars: Sequence[Regular], clear: float, label: str
    ) -> None:
        super().__init__(FRect(0, 0, canvas.width, 720), label)
        self.people = [
            (one, place)
            for one, place in zip(regulars, _standing(canvas), strict=False)
            if place.x >= clear
        ]
        self._picture: pygame.Surface | None = None

    @property
    def speaker(self) -> tuple[Regular, FRect] | None:
        """The newest regular, and where they stand."""
        return self.people[0] if self.people else None

    def draw(self, canvas: Canvas) -> None:
        """Draw the finished picture; soft sky while there is none. It is put together once."""
        if self._picture is None:
            self._picture = self._painted(canvas)
        if self._picture is None:
            canvas.fill(self.rect, (214, 226, 244))
        else:
            canvas.surface.blit(self._picture, (0, 0))

    def _painted(self, canvas: Canvas) -> pygame.Surface | None:
        """The street, the people on it, and the hedge before them."""
        size = canvas.surface.get_size()
        street = canvas.pictures.cover("title/alley.png", *size, 1.0)
        if street is None or not self.people:
            return street
        whole = street.copy()
        for number, (one, place) in reversed(list(enumerate(self.people))):
            face = "smiling" if number else "grateful"
            box = canvas.pixels(place)
            whole.blit(canvas.pictures.person(one.portrait, face, box.w), box)
        hedge = canvas.pictures.cover("title/hedge.png", *size, 1.0, through=True)
        if hedge:
            whole.blit(hedge, (0, 0))
        return whole


def _standing(canvas: Canvas) -> list[FRect]:
    """The places, on a hedge that is higher where a wide window enlarges the picture."""
    width, height = canvas.surface.get_size()
    factor = max(width / _ASSET[0], height / _ASSET[1]) / (height / _ASSET[1])
    foot = 720 - _HEDGE * factor
    return [
        FRect(canvas.width - middle - size / 2, foot - size, size, size) for middle, size in _PLACES
    ]


class Bubble(Widget):
    """What a regular says, above their head; the tail points down to them."""

    role = "note"

    def __init__(
        self, canvas: Canvas, who: str, words: str, head: FRect, left: float, top: float
    ) -> None:
        right = canvas.width - theme.MARGIN
        width = min(right - left, canvas.grown(264, 1.3))
        self.parts: list[Widget] = []
        column = Column(canvas, self.parts, 0, 14, width - 40)
        column.text(who, theme.MICRO, theme.GRATITUDE.word, balanced=True)
        column.gap(4)
        column.text(words, theme.SMALL_STRONG, theme.INK, balanced=True)
        texts = [part for part in self.parts if isinstance(part, Text)]
        width = 42 + max(canvas.text_width(line, one.style) for one in texts for line in one.lines)
        tall = column.top + 14
        bottom = head.y - 2
        x = min(right - width, max(left, head.centerx - width * 0.6))
        super().__init__(FRect(x, bottom - tall, width, tall), who, words)
        self.fits = self.rect.y >= top
        self.tail = min(max(head.centerx, x + 30), x + width - 30)
        for part in self.parts:
            part.rect.topleft = (part.rect.x + x + 20, part.rect.y + self.rect.y)

    def draw(self, canvas: Canvas) -> None:
        """Draw the bubble, its tail and the words."""
        canvas.panel(self.rect, 18, theme.WHITE, shadow=theme.LIFTED)
        place = FRect(self.tail - 10, self.rect.bottom - 1, 20, 14)
        canvas.image(_tail(canvas.pixels(place).size, canvas.palette.ground(theme.WHITE)), place)
        for part in self.parts:
            part.draw(canvas)


def _tail(size: tuple[int, int], colour: theme.Colour) -> pygame.Surface:
    """A triangle that points down, drawn four times too large and reduced once."""
    width, height = size[0] * 4, size[1] * 4
    large = pygame.Surface((width, height), pygame.SRCALPHA)
    large.fill((*colour, 0))
    pygame.draw.polygon(large, colour, ((0, 0), (width, 0), (width * 0.6, height)))
    return pygame.transform.smoothscale(large, size)


class AlleyChip(Widget):
    """Whose alley it is, how many regulars it has, and who may not come back."""

    role = "status"

    def __init__(
        self, canvas: Canvas, alley: str, regulars: str, waverers: str, left: float
    ) -> None:
        right = canvas.width - theme.MARGIN
        size = canvas.grown(16, theme.LARGEST_ICON_GROWTH)
        wanted = [("", alley, theme.INK), ("heart", regulars, theme.GRATITUDE.word)]
        if waverers:
            wanted.append(("door-open", waverers, theme.INK_SOFT))
        styles = (theme.CAPTION_STRONG, theme.CAPTION_STRONG, theme.CAPTION)
        line, room = canvas.line(theme.CAPTION), right - left - 32
        self.size, self.runs = size, []
        at, top, widest = 0.0, 8.0, 0.0
        for (icon, text, colour), style in zip(wanted, styles, strict=False):
            wide = canvas.text_width(text, style) + (size + 6 if icon else 0)
            if at and at + wide > room:
                at, top = 0.0, top + line + 4
            self.runs.append((icon, text, colour, style, FRect(at, top, wide, line)))
            at += wide + 18
            widest = max(widest, at - 18)
        place = FRect(right - widest - 32, theme.MARGIN, widest + 32, top + line + 8)
        super().__init__(place, alley, ", ".join(text for _, text, _ in wanted[1:]))

    def draw(self, canvas: Canvas) -> None:
        """Draw the pill; where it has two rows, a card."""
        canvas.panel(self.rect, 18, theme.WHITE, shadow=theme.LIFTED)
        for icon, text, colour, style, run in self.runs:
            box = run.move(self.rect.x + 16, self.rect.y)
            if icon:
                mark = theme.GRATITUDE.mark if icon == "heart" else theme.PATIENCE.mark
                canvas.icon(icon, box.x, box.centery, self.size, mark)
                box = FRect(box.x + self.size + 6, box.y, box.w - self.size - 6, box.h)
            canvas.text(text, box, style, colour)
