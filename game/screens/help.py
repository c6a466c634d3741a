"""The help: which keys the present screen knows, and those that every screen knows, in words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.modal import CLOSE, Modal
from game.screens.widgets.text import Column, Text
from game.screens.widgets.widget import Widget

if TYPE_CHECKING:
    from game.screens.screen import PageScreen

EVERYWHERE = ("tab", "arrows", "enter", "page", "f1", "f4", "f7f8", "f10", "f11", "esc")


class KeyRow(Widget):
    """A key cap at the left, what the key does at the right."""

    role = "text"

    def __init__(self, canvas: Canvas, key: str, meaning: str, place: FRect, caps: float) -> None:
        super().__init__(FRect(place), f"{key}: {meaning}")
        self.key, self.tall = key, canvas.grown(24, 1.36)
        self.wide = canvas.text_width(key, theme.CAPTION_STRONG) + 18
        left, width = place.x + caps + 16, place.w - caps - 16
        self.words = Text(canvas, meaning, left, place.y, width, theme.SMALL, theme.INK_SOFT)
        self.rect.h = max(self.words.rect.h, self.tall)
        self.words.rect.y += (self.rect.h - self.words.rect.h) / 2

    def draw(self, canvas: Canvas) -> None:
        """Draw the cap beside the first line."""
        middle = self.words.rect.y + self.words.step / 2
        cap = FRect(self.rect.x, middle - self.tall / 2, self.wide, self.tall)
        canvas.panel(cap, theme.RADIUS_KEY, theme.SUNKEN, theme.LINE_STRONG)
        canvas.text(self.key, cap, theme.CAPTION_STRONG, theme.INK_SOFT, "centre")
        self.words.draw(canvas)


def help_modal(screen: "PageScreen") -> Modal:
    """The keys of `screen` (its `help_keys`), then those that are the same everywhere.

    A name such as `f2` or `f2.print` stands for the cap `screen.key.f2` and the meaning
    `screen.help.f2` or `screen.help.f2.print`.
    """
    word = screen.word

    def rows(column: Column, heading: str, names: Sequence[str], caps: float) -> None:
        column.text(word(heading), theme.H3)
        column.gap(theme.NEAR)
        for name in names:
            place = FRect(column.left, column.top, column.width, 0)
            meaning = word(f"help.{name}")
            column.add(KeyRow(column.canvas, word(_cap(name)), meaning, place, caps))
            column.gap(6)
        column.gap(theme.GAP)

    def fill(column: Column) -> None:
        own: tuple[str, ...] = screen.help_keys
        keys = [word(_cap(name)) for name in (*own, *EVERYWHERE)]
        caps = max(column.canvas.text_width(key, theme.CAPTION_STRONG) for key in keys) + 18
        column.text(word("help-intro"), theme.SMALL, theme.INK_SOFT, balanced=True)
        column.gap(theme.GAP)
        if own:
            rows(column, "help.here", own, caps)
        rows(column, "help.everywhere", EVERYWHERE, caps)

    return Modal(word("help"), fill, ((CLOSE, word("close"), "primary"),), 680)


def _cap(name: str) -> str:
    return f"key.{name.partition('.')[0]}"
