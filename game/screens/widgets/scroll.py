"""A scroll view: content taller than its box, moved by wheel, PgUp/PgDn or its thumb."""

from collections.abc import Sequence

import pygame
from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.theme import Colour
from game.screens.widgets.widget import Handled, Intent, Point, Widget

_WHEEL = 56.0
_EDGE = 10.0  # room around, so that focus rings and shadows are not cut
_BAR = 6.0
_FADE = 10.0
_LEAST = 20.0  # of a tall item: less of it than this is not shown at all


class ScrollView(Widget):
    """Widgets in a box of their own; their rects count from the top of the content.

    The content keeps the x of the window, so columns need no second arithmetic. `ground` is the
    colour that it fades into where there is more; without one it is cut.
    """

    role = "scroll"

    def __init__(self, name: str, rect: FRect, ground: Colour | None = None) -> None:
        super().__init__(rect, name=name)
        self.items: list[Widget] = []
        self.offset = 0.0
        self.ground = ground
        self._grip: float | None = None
        self._veil: tuple[tuple[object, ...], pygame.Surface] | None = None

    def children(self) -> Sequence[Widget]:
        """What scrolls."""
        return self.items

    @property
    def content(self) -> float:
        """The height of all that is in it."""
        return max((item.rect.bottom for item in self.items), default=0.0)

    @property
    def furthest(self) -> float:
        """The largest offset."""
        return max(0.0, self.content - self.rect.h)

    def scroll(self, units: float) -> bool:
        """Move by `units`, down when positive; returns whether anything moved."""
        before = self.offset
        self.offset = min(self.furthest, max(0.0, self.offset + units))
        return self.offset != before

    def wheel(self, steps: float) -> bool:
        """Move by steps of the wheel, up when positive."""
        return self.scroll(-steps * _WHEEL)

    def page(self, pages: int) -> bool:
        """Move by boxfuls, a little less than the whole box."""
        return self.scroll(pages * (self.rect.h - 40))

    def to_end(self) -> None:
        """Show the end of the content."""
        self.offset = self.furthest

    def show(self, item: Widget) -> None:
        """Move as little as needed to have `item` in view."""
        if item.rect.top - 8 < self.offset:
            self.offset = max(0.0, item.rect.top - 8)
        elif item.rect.bottom + 8 > self.offset + self.rect.h:
            self.offset = min(self.furthest, item.rect.bottom + 8 - self.rect.h)

    def inner(self, at: Point) -> Point:
        """A place of the window in coordinates of the content."""
        return at[0], at[1] - self.rect.y + self.offset

    def outer(self, box: FRect) -> FRect:
        """A box of the content where it stands in the window."""
        return box.move(0, self.rect.y - self.offset)

    def grip(self, at: Point) -> Intent | None:
        """Take the thumb, when there is one at `at`."""
        if self.furthest and at[0] >= self.rect.right + _BAR - 2:
            self._grip = at[1] - self.offset * self.rect.h / self.content
            return Handled()
        return None

    def drag(self, at: Point) -> bool:
        """The pointer moved while the thumb is held."""
        if self._grip is None:
            return False
        wanted = (at[1] - self._grip) * self.content / self.rect.h
        return self.scroll(wanted - self.offset)

    def let_go(self) -> None:
        """Release the thumb."""
        self._grip = None

    @property
    def reach(self) -> FRect:
        """Where wheel and pointer belong to it: the box and the bar beside it."""
        return FRect(self.rect.x - _EDGE, self.rect.y, self.rect.w + _EDGE + 14, self.rect.h)

    def draw(self, canvas: Canvas) -> None:
        """Draw what is in view, and the bar when there is more."""
        furthest = self.furthest
        self.offset = min(furthest, self.offset)
        window = self.rect.inflate(2 * _EDGE, _EDGE if furthest else 2 * _EDGE)
        top, bottom = self.offset - _EDGE / 2, self.offset + self.rect.h + _EDGE / 2
        with canvas.inside(window, self.rect.y - self.offset):
            for item in self.items:
                box = item.rect
                if min(bottom, box.bottom) - max(top, box.top) >= min(box.h, _LEAST):
                    item.draw(canvas)
        if furthest:
            self._fade(canvas, window)
            bar = FRect(self.rect.right + _BAR, self.rect.y, _BAR, self.rect.h)
            canvas.panel(bar, 3, theme.TRACK)
            length = max(28.0, bar.h * self.rect.h / self.content)
            place = bar.y + (bar.h - length) * self.offset / furthest
            canvas.panel(FRect(bar.x, place, bar.w, length), 3, theme.THUMB)

    def _fade(self, canvas: Canvas, window: FRect) -> None:
        """Let the content go out softly where there is more of it."""
        if self.ground is None:
            return
        colour = canvas.palette.ground(self.ground)
        size = canvas.pixels(FRect(window.x, window.y, window.w, _FADE)).size
        if self._veil is None or self._veil[0] != (size, colour):
            self._veil = ((size, colour), _veil(size, colour))
        veil = self._veil[1]
        if self.offset > 0:
            canvas.image(veil, window)
        if self.offset < self.furthest:
            foot = FRect(window.x, window.bottom - _FADE, window.w, _FADE)
            canvas.image(pygame.transform.flip(veil, False, True), foot)


def _veil(size: tuple[int, int], colour: Colour) -> pygame.Surface:
    """A strip of `colour` that is whole at the top and gone at the bottom."""
    strip = pygame.Surface((1, size[1]), pygame.SRCALPHA)
    for row in range(size[1]):
        strip.set_at((0, row), (*colour, round(255 * (1 - row / size[1]))))
    return pygame.transform.scale(strip, size)
