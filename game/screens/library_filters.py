"""The filters of the library: channel, touchpoint, level and state, each a row of chips."""

from typing import TYPE_CHECKING

from pygame import FRect

from game.screens import theme
from game.screens.widgets.filter_chips import FilterChips
from game.screens.widgets.surface import card
from game.screens.widgets.text import Column
from game.view.library import count

if TYPE_CHECKING:
    from game.screens.library import LibraryScreen


class Filters:
    """Lays the filters out; only what some case has can be chosen, but every state."""

    def __init__(self, screen: "LibraryScreen", width: float) -> None:
        self.screen, self.width = screen, width

    def lay_out(self, box: FRect) -> None:
        """A card that scrolls where it is too short."""
        screen = self.screen
        screen.page.add(card(box))
        area = FRect(box.x + 16, box.y + 14, box.w - 32, box.h - 28)
        view = screen.page.scroll("filters", area, theme.WHITE)
        column = Column(screen.canvas, view.items, area.x, 4, area.w)
        self._lay(column)
        if view.furthest:  # give way to the bar
            view.items.clear()
            view.rect.w -= 6
            self._lay(Column(screen.canvas, view.items, area.x, 4, area.w - 6))

    def _lay(self, column: Column) -> None:
        named = self._named()
        self.screen.options = {key: [value for value, _ in rows] for key, rows in named.items()}
        for key, rows in named.items():
            column.text(self.screen.word(f"library.{key}"), theme.CAPTION_STRONG, theme.MUTED)
            column.gap(8)
            self._chips(column, key, rows)
            column.gap(18)

    def _chips(self, column: Column, key: str, rows: list[tuple[object, str]]) -> None:
        cards, wanted = self.screen.view.cards, self.screen.wanted
        values = [value for value, _ in rows]
        chosen = getattr(wanted, key)
        options = [(word, count(cards, wanted, **{key: value})) for value, word in rows]
        column.add(
            FilterChips(
                self.screen.canvas,
                f"filter:{key}",
                FRect(column.left, column.top, column.width, 0),
                options,
                values.index(chosen) if chosen in values else 0,
                self.screen.word(f"library.{key}"),
            )
        )

    def _named(self) -> dict[str, list[tuple[object, str]]]:
        """The options of each filter, value and word, "all" first."""
        cards, word = self.screen.view.cards, self.screen.word
        every = word("library.all")
        channels = {card.channel: card.channel_name for card in cards}
        points = {card.touchpoint: card.touchpoint_name for card in cards}
        levels = {card.level: card.level_name for card in cards}
        return {
            "state": [("", every), *self.screen.view.states],
            "channel": [("", every), *((k, v) for k, v in sorted(channels.items()))],
            "touchpoint": [("", every), *((k, points[k]) for k in _ORDER if k in points)],
            "level": [(0, every), *sorted(levels.items())],
        }


_ORDER = ("before", "first", "core", "closing", "after")
