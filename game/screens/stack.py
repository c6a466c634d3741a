"""The stack of screens: what a screen is, and how it asks for another one."""

from dataclasses import dataclass
from typing import Protocol, TypeAlias

import pygame


class Screen(Protocol):
    """One full window; it is drawn only while `dirty`."""

    dirty: bool

    @property
    def wants_text(self) -> bool:
        """Whether text input goes to it; off, digits and function keys arrive as plain keys."""

    def on_event(self, event: pygame.event.Event) -> "Change | None":
        """Take an event; returns the change of screens it asks for."""

    def update(self, seconds: float) -> "Change | None":
        """Pass time, once after each batch of events."""

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the whole screen."""


@dataclass(frozen=True, slots=True)
class Push:
    """Open a screen over this one."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Pop:
    """Go back to the screen below."""


@dataclass(frozen=True, slots=True)
class Replace:
    """Open a screen in place of this one."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Quit:
    """Close the window."""


Change: TypeAlias = Push | Pop | Replace | Quit


class Stack:
    """The screens that are open, the one that is seen last; empty means: close the window."""

    def __init__(self, first: Screen) -> None:
        self._screens = [first]

    @property
    def top(self) -> Screen | None:
        """The screen that is seen."""
        return self._screens[-1] if self._screens else None

    def apply(self, change: Change | None) -> None:
        """Make a change; whatever is on top then is drawn anew."""
        match change:
            case None:
                return
            case Push(screen):
                self._screens.append(screen)
            case Replace(screen):
                self._screens[-1] = screen
            case Pop():
                self._screens.pop()
            case Quit():
                self._screens.clear()
        if self.top:
            self.top.dirty = True
