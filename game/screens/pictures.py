"""Pictures from the assets folder: tinted icons, backdrops that cover a box, portraits.

A picture that is missing leaves its ground empty (or a quiet stand-in for a person): art may
arrive later than the screens. Everything is in pixels.
"""

from functools import cached_property
from pathlib import Path
from zlib import crc32

import pygame
import yaml

from game.screens.theme import Colour

_MOST_KEPT = 160
_TINTS: tuple[Colour, ...] = (
    (228, 233, 246),
    (240, 226, 230),
    (226, 238, 232),
    (250, 238, 220),
    (234, 229, 244),
    (224, 234, 248),
)


class Pictures:
    """What was loaded from `folder`, at the sizes it was needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[tuple[object, ...], pygame.Surface | None] = {}

    def clear(self) -> None:
        """Forget everything: after a change of size none of it fits again."""
        self._kept.clear()

    def icon(self, name: str, size: int, colour: Colour) -> pygame.Surface | None:
        """The icon `name` in one colour, or None when there is no such file."""
        key = ("icon", name, size, colour)
        if key not in self._kept:
            path = self._folder / "icons" / f"{name}.svg"
            self._keep(key, _tinted(path, size, colour) if path.is_file() else None)
        return self._kept[key]

    def cover(
        self, relative: str, width: int, height: int, align: float, through: bool = False
    ) -> pygame.Surface | None:
        """A picture enlarged to cover a box; `align` (0 to 1) says which part of its height.

        With `through` what is empty in it stays so, for a picture that lies over another.
        """
        key = ("cover", relative, width, height, align, through)
        if key not in self._kept:
            path = self._folder / relative
            found = path.is_file()
            self._keep(key, _covering(path, width, height, align, through) if found else None)
        return self._kept[key]

    @cached_property
    def cast(self) -> tuple[str, ...]:
        """Everybody who was drawn, in the order of the cast."""
        return tuple(self._tints)

    def person(self, portrait: str, face: str, size: int) -> pygame.Surface:
        """The bust of a person with one of the six faces, `size` pixels square."""
        key = ("person", portrait, face, size)
        if key not in self._kept:
            path = self._folder / "portraits" / portrait / f"{face}.png"
            self._keep(key, _reduced(path, size) if path.is_file() else _stand_in(size))
        found = self._kept[key]
        assert found is not None
        return found

    def tint(self, portrait: str) -> Colour:
        """The soft ground of a person, the same on every screen."""
        known = self._tints.get(portrait)
        return known or _TINTS[crc32(portrait.encode()) % len(_TINTS)]

    def _keep(self, key: tuple[object, ...], picture: pygame.Surface | None) -> None:
        if len(self._kept) >= _MOST_KEPT:
            self._kept.clear()
        self._kept[key] = picture

    @cached_property
    def _tints(self) -> dict[str, Colour]:
        path = self._folder / "portraits" / "cast.yaml"
        if not path.is_file():
            return {}
        cast = yaml.safe_load(path.read_text("utf-8"))
        return {name: _colour(person["tint"]) for name, person in cast.items()}


def _colour(parts: list[int]) -> Colour:
    red, green, blue = parts
    return red, green, blue


def _tinted(path: Path, size: int, colour: Colour) -> pygame.Surface:
    """An icon in `colour`: SDL paints `currentColor` grey, so only its alpha is kept."""
    image = pygame.image.load_sized_svg(str(path), (size, size)).convert_alpha()
    image.fill((0, 0, 0, 255), special_flags=pygame.BLEND_RGBA_MIN)
    image.fill((*colour, 0), special_flags=pygame.BLEND_RGBA_MAX)
    return image


def _covering(path: Path, width: int, height: int, align: float, through: bool) -> pygame.Surface:
    loaded = pygame.image.load(str(path))
    image = loaded.convert_alpha() if through else loaded.convert()
    factor = max(width / image.get_width(), height / image.get_height())
    size = (max(width, round(image.get_width() * factor)), round(image.get_height() * factor) + 1)
    large = pygame.transform.smoothscale(image, size)
    place = ((width - size[0]) // 2, round((height - size[1]) * align))
    cut = pygame.Surface((width, height), pygame.SRCALPHA if through else 0)
    cut.blit(large, place)
    return cut


def _reduced(path: Path, size: int) -> pygame.Surface:
    """A portrait made smaller by halves, which keeps its lines smooth."""
    image = pygame.image.load(str(path)).convert_alpha()
    while image.get_width() > 2 * size:
        half = (image.get_width() // 2, image.get_height() // 2)
        image = pygame.transform.smoothscale(image, half)
    return pygame.transform.smoothscale(image, (size, size))


def _stand_in(size: int) -> pygame.Surface:
    """Head and shoulders in grey, for a person whose picture is not there."""
    grey = (150, 160, 182)
    large = pygame.Surface((400, 400), pygame.SRCALPHA)
    large.fill((*grey, 0))
    pygame.draw.circle(large, grey, (200, 170), 82)
    pygame.draw.ellipse(large, grey, (60, 272, 280, 300))
    return pygame.transform.smoothscale(large, (size, size))
