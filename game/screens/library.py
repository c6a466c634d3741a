"""The library: filters at the left, a search line above, and a card for every case."""

from itertools import groupby

import pygame
from pygame import FRect

from game.screens import theme
from game.screens.briefing import BriefingScreen
from game.screens.canvas import Canvas
from game.screens.chrome import BACK, Action, actions_width, bar_height, key_hints, top_bar
from game.screens.desk import Desk
from game.screens.history import HistoryScreen
from game.screens.library_filters import Filters
from game.screens.pages import PagesScreen
from game.screens.reading import Reader
from game.screens.screen import PageScreen, content_box
from game.screens.stack import Change, Pop, Push
from game.screens.widgets.button import Button, button_width
from game.screens.widgets.library_card import CardWords, LibraryTile
from game.screens.widgets.search import SearchEntry
from game.screens.widgets.surface import Icon, Panel
from game.screens.widgets.text import Column, Text
from game.screens.widgets.widget import Handled, Intent, Picked, Pressed, Submitted
from game.view.library import LibraryCard, LibraryView, Wanted, matching
from game.words import words

_LEAST = 280.0  # units of width of a card at text size 1.0
_ARROWS = (pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN)
_PAGES = (pygame.K_PAGEUP, pygame.K_PAGEDOWN)


class LibraryScreen(PageScreen):
    """All cases of this computer."""

    help_keys = ("arrows.cards", "f3.search", "f6.filter")

    view: LibraryView

    def __init__(self, desk: Desk, canvas: Canvas) -> None:
        super().__init__(desk, canvas)
        self.search = SearchEntry("search", 60)
        self.wanted = Wanted()
        self.columns = 1
        self._rows = 1  # that are seen at once
        self.options: dict[str, list[object]] = {}
        self._reader = Reader(desk)
        self._grows = False
        self._grid: list[list[str]] = []  # the cards by name, row by row
        self.reload()

    def load(self) -> None:
        """Ask for the cases."""
        self.view = self.desk.cases(self.lang)
        self.shown = matching(self.view.cards, self.wanted)

    # ------------------------------------------------------------ layout

    def lay_out(self) -> None:
        """Filters at the left, cards at the right."""
        canvas = self.canvas
        top = self._top()
        box = content_box(canvas, top)
        filters = Filters(self, min(box.w * 0.3, canvas.grown(224, 1.36)))
        left = FRect(box.x, box.y, filters.width, box.h)
        filters.lay_out(left)
        x = left.right + theme.GUTTER
        self._cards(FRect(x, box.y, box.right - x, box.h))
        key_hints(self.page, canvas, self._hints())
        self.page.finish(self._tiles[0] if self._tiles else "reset")
        if self._grows and self.page.focus:  # cards that came in between moved it on
            self.page.reveal(self.page.focus.name)
        self._grows = False

    def _top(self) -> float:
        """The top bar with the search line before the way to the history."""
        canvas, view = self.canvas, self.view
        cases, tried, passed = len(view.cards), view.tried, view.passed
        caption = self.word("library.caption", cases=cases, tried=tried, passed=passed)
        if view.is_reading:
            caption = self.word("library.reading")
        actions = (
            Action("pages", "book-open", words(self.lang, "pages.title")),
            Action("history", "chart-line-up", self.word("library.my-history")),
        )
        right = canvas.width - theme.MARGIN - actions_width(canvas, actions) - theme.GAP
        width = min(canvas.grown(288, 1.25), canvas.width * 0.32)
        tall = canvas.grown(36, 1.36)
        self.search.rect = FRect(right - width, (bar_height(canvas) - tall) / 2, width, tall)
        self.search.hint = self.search.label = self.word("library.search")
        return top_bar(
            self.page,
            canvas,
            self.word("back"),
            self.word("library.title"),
            caption,
            actions,
            self.search,
        )

    def _cards(self, box: FRect) -> None:
        top = self._found(box)
        area = FRect(box.x, top, box.w, box.bottom - top)
        self._grid = []
        if not self.shown:
            self._empty(area)
            return
        view = self.page.scroll("cards", area, theme.GROUND)
        gap, canvas = theme.GUTTER, self.canvas
        least = canvas.grown(_LEAST)
        self.columns = max(1, int((box.w + gap) // (least + gap)))
        column = Column(canvas, view.items, box.x, 6, box.w)
        for season, cards in groupby(self.shown, key=lambda card: card.season):
            self._season(column, season, list(cards))
        tall = next(item.rect.h for item in view.items if isinstance(item, LibraryTile))
        self._rows = int(area.h // (tall + theme.GAP))
        view.items.append(
            Panel(FRect(box.x, column.top - theme.GAP, 1, 6), 0.1, theme.GROUND, None)
        )

    def _season(self, column: Column, season: str, cards: list[LibraryCard]) -> None:
        """The cards of a season in rows, below its heading where there is more than one season."""
        heading = cards[0].season_name
        if heading != season or len({card.season for card in self.view.cards}) > 1:
            column.gap(4 if self._grid else 0)
            column.text(heading, theme.BODY_STRONG, theme.INK_SOFT)
            column.gap(theme.NEAR)
        gap = theme.GUTTER
        width = (column.width - gap * (self.columns - 1)) / self.columns
        say = CardWords(*(self.word(f"library.{k}") for k in ("first", "best", "skills", "own")))
        for at in range(0, len(cards), self.columns):
            tiles = [
                LibraryTile(
                    self.canvas,
                    card,
                    FRect(column.left + side * (width + gap), column.top, width, 0),
                    say,
                )
                for side, card in enumerate(cards[at : at + self.columns])
            ]
            column.into.extend(tiles)
            self._grid.append([tile.name for tile in tiles])
            column.top = tiles[0].rect.bottom + theme.GAP

    def _found(self, box: FRect) -> float:
        """How many there are, in what order, and what the bars mean; where the cards begin."""
        canvas = self.canvas
        column = Column(canvas, self.page.items, box.x, box.y - 4, box.w)
        key = "library.every" if self.wanted == Wanted() else "library.found"
        column.text(self.word(key, number=len(self.shown)), theme.H3)
        size = canvas.grown(16, theme.LARGEST_ICON_GROWTH)
        middle = column.top + canvas.line(theme.CAPTION) / 2
        self.page.add(Icon("lightbulb", box.x, middle, size, theme.HINT.word))
        inner = Column(canvas, self.page.items, box.x + size + 8, column.top, box.w - size - 8)
        note = self.word("library.bars-note")
        wide = canvas.text_width(note, theme.CAPTION)
        advice = self.word("library.advice")
        if any(card.tried for card in self.shown):
            room = inner.width - canvas.text_width(advice, theme.CAPTION) - 24
            if wide <= room:
                right = FRect(box.right - wide, column.top, wide, canvas.line(theme.CAPTION))
                style = theme.CAPTION
                self.page.add(Text(canvas, note, right.x, right.y, wide + 1, style, theme.MUTED))
        inner.text(advice, theme.CAPTION, theme.MUTED)
        return inner.top + 8

    def _empty(self, box: FRect) -> None:
        """Nothing matches, or nothing is there: say so, and the way back."""
        canvas, has_cases = self.canvas, bool(self.view.cards)
        key = "none" if has_cases else "empty"
        width = min(box.w, canvas.grown(460))
        left = box.x + (box.w - width) / 2
        column = Column(canvas, self.page.items, left, box.y + box.h * 0.22, width)
        size = 48.0
        middle = column.top + size / 2
        place = box.x + (box.w - size) / 2
        self.page.add(Icon("magnifying-glass", place, middle, size, theme.LINE_STRONG))
        column.gap(size + 16)
        title = "reading" if self.view.is_reading and not has_cases else key
        column.text(self.word(f"library.{title}"), theme.H2, align="centre", balanced=True)
        if title != "reading":
            column.gap(6)
            text = self.word(f"library.{key}-text", folder=self.view.folder)
            column.text(text, theme.BODY, theme.MUTED, align="centre", balanced=True)
        column.gap(20)
        if has_cases:
            label = self.word("library.reset")
            wide = button_width(canvas, label, theme.SMALL_STRONG) + 16
            tall = canvas.line(theme.SMALL_STRONG) + 22
            place_ = FRect(box.x + (box.w - wide) / 2, column.top, wide, tall)
            self.page.add(Button("reset", label, place_, "primary"))

    def _hints(self) -> list[tuple[str, str]]:
        keys = ("arrows", "enter", "f3", "f6", "page", "f1", "esc")
        means = ("cards", "open", "search", "filter", "more", "f1", "home")
        pairs = []
        for key, mean in zip(keys, means, strict=True):
            told = f"hint.{mean}" if mean == "f1" else f"library.hint.{mean}"
            pairs.append((self.word(f"key.{key}"), self.word(told)))
        return pairs

    # ------------------------------------------------------------ time and events

    def update(self, seconds: float) -> Change | None:
        """Read on while there are cases or results to read."""
        if self._reader.read(seconds):
            self.changed()
            self._grows = True
        return super().update(seconds)

    def on_event(self, event: pygame.event.Event) -> Change | None:
        """What is being written is looked for at once, letters in composition included."""
        change = super().on_event(event)
        self.look_for(self.search.value)
        return change

    def look_for(self, text: str) -> None:
        """Show the cases in which `text` stands."""
        if text != self.wanted.text:
            self.filter(text=text)

    def filter(self, **filters: object) -> None:
        """Change one filter."""
        self.wanted = self.wanted.but(**filters)
        self.shown = matching(self.view.cards, self.wanted)
        self.changed(reload=False)

    def on_shortcut(self, key: int) -> Change | Handled | None:
        """F3 searches, F6 filters; the arrows walk over the cards as they lie."""
        if key == pygame.K_F3:
            self.page.set_focus("search")
        elif key == pygame.K_F6:
            self.page.set_focus("filter:state")
        elif key in (*_ARROWS, *_PAGES) and self._walk(key):
            pass
        else:
            return None
        return Handled()

    def _walk(self, key: int) -> bool:
        """From card to card; off the first row to the search, off the left edge to the filters."""
        focus, tiles = self.page.focus, self._tiles
        if focus is None or focus.name not in tiles:
            return False
        row = next(at for at, names in enumerate(self._grid) if focus.name in names)
        side = self._grid[row].index(focus.name)
        if key == pygame.K_LEFT and side == 0:
            self.page.set_focus("filter:state")
        elif key == pygame.K_UP and row == 0:
            self.page.set_focus("search")
        elif key in (pygame.K_LEFT, pygame.K_RIGHT):
            at = tiles.index(focus.name) + (1 if key == pygame.K_RIGHT else -1)
            self.page.set_focus(tiles[min(len(tiles) - 1, at)])
        else:
            page = max(1, self._rows)
            down = {pygame.K_UP: -1, pygame.K_DOWN: 1, pygame.K_PAGEUP: -page}.get(key, page)
            self.page.set_focus(self._tile_at(row + down, side))
        return True

    def _tile_at(self, row: int, side: int) -> str:
        """The card at a place of the grid: above it the first one, below it the last one."""
        if row < 0:
            return self._grid[0][0]
        if row >= len(self._grid):
            return self._grid[-1][-1]
        return self._grid[row][min(side, len(self._grid[row]) - 1)]

    @property
    def _tiles(self) -> list[str]:
        """All cards by name, in reading order."""
        return [name for row in self._grid for name in row]

    def on_escape(self) -> Change | None:
        """Esc empties the search line first, then goes back."""
        if self.page.entry and self.search.value:
            self.search.line.take()
            self.search.leave()
            self.look_for("")
            return None
        return Pop()

    def on_intent(self, intent: Intent) -> Change | None:
        """Filter, or open a case."""
        match intent:
            case Picked(name, index) if name.startswith("filter:"):
                key = name.removeprefix("filter:")
                self.filter(**{key: self.options[key][index]})
            case Submitted("search", _):
                self.page.set_focus(self._tiles[0] if self._tiles else "reset")
            case Pressed("reset"):
                self.search.line.take()
                self.search.leave()
                self.wanted = Wanted()
                self.filter()
                self.page.set_focus("")
            case Pressed("pages"):
                self.changed()
                return Push(PagesScreen(self.desk, self.canvas))
            case Pressed("history"):
                self.changed()
                return Push(HistoryScreen(self.desk, self.canvas))
            case Pressed(name) if name == BACK:
                return Pop()
            case Pressed(name) if name.startswith("case:"):
                return self._open(name.removeprefix("case:"))
        return None

    def _open(self, case: str) -> Change:
        self.changed()
        return Push(BriefingScreen(self.desk, self.canvas, case))
