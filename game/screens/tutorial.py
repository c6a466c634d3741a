"""The tour of the first dialogue: a small card beside one thing after another, over the real page.

Shown once to each learner, left by Esc at any step. It takes the boxes of the widgets as the page
has them, so it follows text size and window.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

import pygame
from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.chrome import BACK
from game.screens.modal import CLOSE, Modal
from game.screens.page import Page
from game.screens.widgets.button import Button, button_width
from game.screens.widgets.meter import MeterCard
from game.screens.widgets.surface import Panel
from game.screens.widgets.text import Column
from game.screens.widgets.widget import Handled, Intent, Pressed, Widget

if TYPE_CHECKING:
    from game.screens.dialogue import DialogueScreen

SEEN: Final = "tutorial"
# What each step points at: names of widgets, the first of them that is there.
STEPS: Final = (
    ("meters", ()),
    ("replies", ("replies",)),
    ("answer", ("answer",)),
    ("policy", ("policy",)),
    ("rewind", ("rewind", "history")),
    ("stop", (BACK,)),
)
_WIDE = 372.0
_AWAY = 14.0  # from what the card points at
_EDGE = 16.0  # from the window's edge
_FORTH = (pygame.K_RIGHT, pygame.K_DOWN, pygame.K_SPACE)
_BACKWARD = (pygame.K_LEFT, pygame.K_UP)


def offer(screen: "DialogueScreen") -> None:
    """Open the tour over a dialogue for who has not seen it; an exam is no place for it."""
    if screen.modal or screen.is_reviewing or screen.view.mode == "exam" or screen.view.ended:
        return
    people = screen.desk.people
    if not people.has_seen(SEEN):
        people.see(SEEN)
        screen.prepare()
        screen.open(TutorialMarks(screen.page, screen.word))


class TutorialMarks(Modal):
    """One card at a time; everything but what it points at is dark."""

    def __init__(self, target: Page, word: Callable[..., str]) -> None:
        super().__init__("", lambda column: None, ((CLOSE, "", "primary"),))
        self.target, self.word = target, word
        self.step = 0
        self._lit: list[Widget] = []
        self._box = FRect(0, 0, 0, 0)

    # ------------------------------------------------------------ layout

    @property
    def steps(self) -> list[tuple[str, list[Widget]]]:
        """The steps for which there is something to point at."""
        found = [(name, self._found(name, names)) for name, names in STEPS]
        return [(name, widgets) for name, widgets in found if widgets]

    def _found(self, step: str, names: Sequence[str]) -> list[Widget]:
        if step == "meters":
            return [one for one in self.target.items if isinstance(one, MeterCard)]
        named = {one.name: one for one in self.target.items}
        return next(([named[name]] for name in names if name in named), [])

    def lay_out(self, canvas: Canvas) -> None:
        """The card of the present step, beside what it points at."""
        self.page.clear()
        steps = self.steps
        if not steps:
            return
        self.step = min(self.step, len(steps) - 1)
        name, self._lit = steps[self.step]
        self.title = self.word(f"tutorial.{name}")
        self._box = self._lit[0].rect.unionall([one.rect for one in self._lit]).inflate(16, 16)
        width = min(canvas.grown(_WIDE, 1.35), canvas.width - 2 * _EDGE)
        pieces, tall = self._card(canvas, name, width, len(steps))
        left, top = _beside(canvas, self._box, width, tall)
        for piece in pieces:
            piece.rect.x, piece.rect.y = piece.rect.x + left, piece.rect.y + top
        self.page.add(*pieces)
        self.page.finish("next")

    def _card(
        self, canvas: Canvas, name: str, width: float, steps: int
    ) -> tuple[list[Widget], float]:
        """The pieces of the card from its upper left corner, and its height."""
        ground = Panel(FRect(0, 0, width, 0), edge=None, shadow=theme.LIFTED)
        pieces: list[Widget] = [ground]
        column = Column(canvas, pieces, 20, 16, width - 40)
        count = self.word("tutorial.step", step=self.step + 1, steps=steps)
        column.text(count, theme.MICRO, theme.PRIMARY_DEEP)
        column.gap(2)
        column.text(self.title, theme.H3)
        column.gap(4)
        column.text(self.word(f"tutorial.{name}-text"), theme.SMALL, theme.INK_SOFT)
        column.gap(14)
        is_last = self.step == steps - 1
        style, tall = theme.SMALL_STRONG, canvas.line(theme.SMALL_STRONG) + 18
        label = self.word("tutorial.begin" if is_last else "tutorial.next")
        wide = max(96.0, button_width(canvas, label, style))
        place = FRect(width - 20 - wide, column.top, wide, tall)
        if not is_last:
            skip = self.word("tutorial.skip")
            at = FRect(20, column.top, button_width(canvas, skip, style), tall)
            pieces.append(Button(CLOSE, skip, at, "quiet"))
        pieces.append(Button("next", label, place, "primary"))
        ground.rect.h = place.bottom + 18
        return pieces, ground.rect.h

    # ------------------------------------------------------------ events and drawing

    def on_event(self, event: pygame.event.Event, canvas: Canvas) -> Intent:
        """Enter and the arrows go through the steps, Esc leaves."""
        if event.type == pygame.KEYDOWN:
            if event.key == pygame.K_ESCAPE:
                return Pressed(CLOSE)
            if event.key in (*_FORTH, *_BACKWARD):
                return self._go(canvas, 1 if event.key in _FORTH else -1)
        intent = self.page.on_event(event, canvas)
        if isinstance(intent, Pressed) and intent.name == "next":
            return self._go(canvas, 1)
        return intent or Handled()

    def _go(self, canvas: Canvas, by: int) -> Intent:
        if self.step + by >= len(self.steps):
            return Pressed(CLOSE)
        self.step = max(0, self.step + by)
        self.lay_out(canvas)
        self.page.set_focus("next")
        return Handled()

    def draw(self, canvas: Canvas) -> None:
        """Darken the page, draw what is meant once more on top, then the card."""
        canvas.veil()
        canvas.panel(self._box, theme.RADIUS_CARD + 4, theme.GROUND)
        for widget in self._lit:
            _draw_unfocused(canvas, widget)
        canvas.panel(self._box, theme.RADIUS_CARD + 4, None, theme.WHITE, 2)
        self.page.draw(canvas)


def _draw_unfocused(canvas: Canvas, widget: Widget) -> None:
    """The focus is on the card while the tour is shown."""
    widgets = [widget, *widget.children()]
    focused = [one for one in widgets if one.focused]
    for one in focused:
        one.focused = False
    widget.draw(canvas)
    for one in focused:
        one.focused = True


def _beside(canvas: Canvas, box: FRect, width: float, tall: float) -> tuple[float, float]:
    """The upper left corner of a card below, above, left or right of `box`, within the window."""
    right, bottom = canvas.width - _EDGE, 720 - _EDGE
    across = max(_EDGE, min(right - width, box.x))
    down = max(_EDGE, min(bottom - tall, box.y))
    places = (
        (across, box.bottom + _AWAY),
        (across, box.y - _AWAY - tall),
        (box.x - _AWAY - width, down),
        (box.right + _AWAY, down),
    )
    window = FRect(_EDGE - 1, _EDGE - 1, right - _EDGE + 2, bottom - _EDGE + 2)
    fitting = (at for at in places if window.contains(FRect(*at, width, tall)))
    return next(fitting, (across, (720 - tall) / 2))
