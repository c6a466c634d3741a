"""Rounded rectangles and shadows with smooth edges: small cached pieces, put together on drawing.

pygame's own rounded corners are not anti-aliased, so each corner is drawn four times too large
and reduced once. Everything is in pixels.
"""

import pygame

from game.screens.theme import SHADE, Colour

_FINER = 4
_MOST_SHADOWS = 96


class Shapes:
    """The corners and shadows drawn so far."""

    def __init__(self) -> None:
        self._discs: dict[tuple[int, Colour | None, Colour | None, int], pygame.Surface] = {}
        self._shadows: dict[tuple[int, int, int, int, int], pygame.Surface] = {}

    def clear(self) -> None:
        """Forget the shadows: after a change of size none of them fits again."""
        self._shadows.clear()

    def rounded(
        self,
        onto: pygame.Surface,
        box: pygame.Rect,
        radius: int,
        fill: Colour | None,
        edge: Colour | None = None,
        thick: int = 1,
    ) -> None:
        """Draw a rounded rectangle; without `fill` only its edge."""
        radius = max(1, min(radius, box.w // 2, box.h // 2))
        disc = self._disc(radius, fill, edge, thick)
        across = pygame.Rect(box.x + radius, box.y, box.w - 2 * radius, box.h)
        down = pygame.Rect(box.x, box.y + radius, box.w, box.h - 2 * radius)
        if fill:
            onto.fill(fill, across)
            onto.fill(fill, down)
        if edge:
            onto.fill(edge, (across.x, box.y, across.w, thick))
            onto.fill(edge, (across.x, box.bottom - thick, across.w, thick))
            onto.fill(edge, (box.x, down.y, thick, down.h))
            onto.fill(edge, (box.right - thick, down.y, thick, down.h))
        for right, bottom in ((0, 0), (1, 0), (0, 1), (1, 1)):
            place = (box.x + right * (box.w - radius), box.y + bottom * (box.h - radius))
            onto.blit(disc, place, (right * radius, bottom * radius, radius, radius))

    def _disc(
        self, radius: int, fill: Colour | None, edge: Colour | None, thick: int
    ) -> pygame.Surface:
        key = (radius, fill, edge, thick)
        if key not in self._discs:
            around = edge or fill or SHADE
            size = 2 * radius * _FINER
            large = pygame.Surface((size, size), pygame.SRCALPHA)
            large.fill((*around, 0))  # the same colour under no alpha: else a dark fringe
            centre = (radius * _FINER, radius * _FINER)
            pygame.draw.circle(large, around, centre, radius * _FINER)
            if edge:
                inner = (*fill, 255) if fill else (*edge, 0)
                pygame.draw.circle(large, inner, centre, (radius - thick) * _FINER)
            self._discs[key] = pygame.transform.smoothscale(large, (2 * radius, 2 * radius))
        return self._discs[key]

    def shadow(
        self, onto: pygame.Surface, box: pygame.Rect, radius: int, spread: int, alpha: int
    ) -> None:
        """Draw the shadow that a rounded rectangle at `box` throws, a little below it."""
        key = (box.w, box.h, radius, spread, alpha)
        if key not in self._shadows:
            if len(self._shadows) >= _MOST_SHADOWS:
                self._shadows.clear()
            self._shadows[key] = _blurred(box.w, box.h, radius, spread, alpha)
        onto.blit(self._shadows[key], (box.x - 2 * spread, box.y - 2 * spread + spread * 9 // 20))


def _blurred(width: int, height: int, radius: int, spread: int, alpha: int) -> pygame.Surface:
    """A shadow at a quarter of its size, blurred, then enlarged: the blur hides the difference."""
    coarse = max(1, min(4, spread // 2))
    room = 2 * spread
    small = pygame.Surface(
        ((width + 2 * room) // coarse, (height + 2 * room) // coarse), pygame.SRCALPHA
    )
    small.fill((*SHADE, 0))
    core = pygame.Rect(room // coarse, room // coarse, width // coarse, height // coarse)
    pygame.draw.rect(small, (*SHADE, alpha), core, border_radius=max(1, radius // coarse))
    soft = pygame.transform.gaussian_blur(small, max(1, spread // coarse))
    return pygame.transform.smoothscale(soft, (width + 2 * room, height + 2 * room))
