"""People: a face on its soft tile, and the scene card with its backdrop and navy plate."""

import pygame
from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.motion import Track
from game.screens.widgets.widget import Widget

_BUST = 1.04  # of the tile's width


class Face(Widget):
    """A bust on a person's own tint, cut by its tile."""

    role = "img"

    def __init__(
        self, rect: FRect, portrait: str, face: str, label: str = "", radius: float = 14
    ) -> None:
        super().__init__(rect, label)
        self.portrait, self.face, self.radius = portrait, face, radius
        self._picture: pygame.Surface | None = None

    def draw(self, canvas: Canvas) -> None:
        """Draw the tile; it is put together once."""
        if self._picture is None:
            size = canvas.pixels(self.rect).size
            whole = pygame.Surface(size)
            whole.fill(canvas.pictures.tint(self.portrait))
            bust = round(size[0] * _BUST)
            person = canvas.pictures.person(self.portrait, self.face, bust)
            whole.blit(person, ((size[0] - bust) // 2, size[1] - bust + size[1] // 30))
            self._picture = canvas.cut(whole, self.radius)
        canvas.image(self._picture, self.rect)


class Scene(Widget):
    """The backdrop of a channel with the customer before it; `plate` units of navy below.

    `aside` is for letters: the customer stands at the left, and nothing throws a shadow.
    `fading` is the face from before, and how far the present one has taken its place.
    """

    role = "img"

    def __init__(
        self,
        rect: FRect,
        plate: float,
        channel: str,
        portrait: str,
        face: str,
        label: str,
        ground: theme.Colour = theme.NAVY,
        aside: bool = False,
        fading: tuple[str, Track] | None = None,
    ) -> None:
        super().__init__(rect, label, face)
        self.plate, self.ground, self.aside = plate, ground, aside
        self.channel, self.portrait, self.face = channel, portrait, face
        self.before = fading[0] if fading else face
        self.come = fading[1] if fading else None
        self._picture: pygame.Surface | None = None
        self._past: pygame.Surface | None = None

    def draw(self, canvas: Canvas) -> None:
        """Draw the shadow and the finished picture, over the one from before as it fades."""
        if not self.aside:
            place = canvas.pixels(self.rect)
            radius, spread = round(24 * canvas.scale), round(14 * canvas.scale)
            canvas.shapes.shadow(canvas.surface, place, radius, spread, theme.LIFTED.alpha)
        if self._picture is None:
            self._picture = self._painted(canvas, self.face)
        come = self.come.value if self.come and self.before != self.face else 1.0
        if come < 1:
            self._past = self._past or self._painted(canvas, self.before)
            canvas.image(self._past, self.rect)
        self._picture.set_alpha(round(255 * come))
        canvas.image(self._picture, self.rect)

    def _painted(self, canvas: Canvas, face: str) -> pygame.Surface:
        width, height = canvas.pixels(self.rect).size
        above = height - round(self.plate * canvas.scale)
        whole = pygame.Surface((width, height))
        whole.fill(canvas.pictures.tint(self.portrait))
        backdrop = canvas.pictures.cover(
            f"backdrops/{self.channel}.png", width, above + round(60 * canvas.scale), 0.15
        )
        if backdrop:
            whole.blit(backdrop, (0, 0))
        bust = round(min(width * 1.06, above * 0.98))
        person = canvas.pictures.person(self.portrait, face, bust)
        left = round(16 * canvas.scale) if self.aside else (width - bust) // 2
        whole.blit(person, (left, above - bust + 2))
        whole.fill(canvas.palette.ground(self.ground), (0, above, width, height - above))
        return canvas.cut(whole, theme.RADIUS_SCENE)
