"""What every widget is: a box with a role, a label and a value, and perhaps the focus.

Widgets turn events into intents; the screen turns intents into moves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import pygame
from pygame import FRect

from game.screens.canvas import Canvas


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button or a row was activated."""

    name: str


@dataclass(frozen=True, slots=True)
class Picked:
    """One of several was chosen: tabs, modes, sizes."""

    name: str
    index: int


@dataclass(frozen=True, slots=True)
class Submitted:
    """A text was sent off."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Handled:
    """The event was used up and asks for nothing more."""


Intent: TypeAlias = Pressed | Picked | Submitted | Handled
Point: TypeAlias = tuple[float, float]


class Widget:
    """A piece of a page; `rect` is in design units, in a scroll view from the top of its content.

    `name` keeps its identity when the page is laid out anew; only what takes the focus needs one.
    `disabled` is the reason why it cannot be used now, `error` what is wrong with it, `tip` a word
    on what it does; each is "" where there is none, and told in a tooltip.
    """

    role = "group"
    takes_focus = False

    def __init__(self, rect: FRect, label: str = "", value: str = "", name: str = "") -> None:
        self.rect = rect
        self.label = label
        self.value = value
        self.name = name
        self.focused = False
        self.hovered = False
        self.held = False
        self.glow = 0.0  # how far the look of hovering has come, 0 to 1
        self.disabled = ""
        self.error = ""
        self.tip = ""

    @property
    def told(self) -> str:
        """What a tooltip says of it while it is hovered or has the focus."""
        return self.error or self.disabled or self.tip

    @property
    def warmth(self) -> float:
        """`glow` in thirds: few colours and shadows, so that their cache stays small."""
        return round(self.glow * 3) / 3

    def draw(self, canvas: Canvas) -> None:
        """Draw the widget where it is."""

    def press(self) -> Intent | None:
        """What Enter, Space or a click means."""
        return None

    def on_key(self, event: pygame.event.Event) -> Intent | None:
        """A key pressed while the widget has the focus."""
        if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE):
            return self.press()
        return None

    def on_click(self, at: Point) -> Intent | None:
        """A click on the widget; `at` in its own coordinates."""
        return self.press()

    def on_drag(self, at: Point) -> Intent | None:
        """The pointer moved to `at` while it was held down on the widget."""
        return None

    def on_text(self, event: pygame.event.Event) -> Intent | None:
        """A piece of text input or composition while the widget has the focus."""
        return None

    def children(self) -> Sequence["Widget"]:
        """The widgets within this one, in reading order."""
        return ()


class TableRow(Widget):
    """One row of the table that a chart also is: it is read and not drawn."""

    role = "row"
