"""Reading: the seasons as chapters, the principles and the pages, and the text of one of them."""

from collections.abc import Sequence

import pygame
from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.chrome import BACK, key_hints, top_bar
from game.screens.desk import Desk
from game.screens.screen import PageScreen, content_box
from game.screens.stack import Change, Pop
from game.screens.widgets.page_row import PageRow
from game.screens.widgets.surface import Icon, card
from game.screens.widgets.text import Column
from game.screens.widgets.widget import Handled, Intent, Pressed
from game.view.pages import PagesView, PageView
from game.words import words

_LIST, _TEXT = "pages", "page-text"
_WIDEST = 760.0  # units that a line of reading may have at text size 1.0
_STEPS = {pygame.K_UP: -1, pygame.K_LEFT: -1, pygame.K_DOWN: 1, pygame.K_RIGHT: 1}


class PagesScreen(PageScreen):
    """A list at the left, the chosen page at the right."""

    help_keys = ("updown.pages", "page.pages")
    view: PagesView

    def __init__(self, desk: Desk, canvas: Canvas) -> None:
        super().__init__(desk, canvas)
        self.chosen = 0
        self.reload()

    def load(self) -> None:
        """Ask for what there is to read."""
        self.view = self.desk.pages(self.lang)
        self.chosen = min(self.chosen, max(0, len(self.view.pages) - 1))

    # ------------------------------------------------------------ layout

    def lay_out(self) -> None:
        """List and page; an empty list says where pages come from."""
        canvas, lang = self.canvas, self.lang
        pages = self.view.pages
        caption = words(lang, "pages.caption", number=len(pages)) if pages else ""
        title = words(lang, "pages.title")
        top = top_bar(self.page, canvas, self.word("back"), title, caption)
        box = content_box(canvas, top)
        if pages:
            wide = min(canvas.grown(312), box.w * 0.36)
            self._list(FRect(box.x, box.y, wide, box.h))
            x = box.x + wide + theme.GUTTER
            self._text(FRect(x, box.y, box.right - x, box.h), pages[self.chosen])
        else:
            self._empty(box)
        key_hints(self.page, canvas, self._hints(pages))
        self.page.finish(f"page:{self.chosen}" if pages else BACK)

    def _list(self, box: FRect) -> None:
        """Every page under its chapter."""
        self.page.add(card(FRect(box)))
        area = FRect(box.x + 16, box.y + 14, box.w - 42, box.h - 28)
        view = self.page.scroll(_LIST, area, theme.WHITE)
        column = Column(self.canvas, view.items, area.x, 4, area.w)
        number = 0
        for chapter in self.view.chapters:
            column.gap(14 if number else 0)
            column.text(chapter.title, theme.CAPTION_STRONG, theme.MUTED)
            column.gap(6)
            for page in chapter.pages:
                place = FRect(column.left, column.top, column.width, 0)
                chosen = number == self.chosen
                column.add(PageRow(self.canvas, f"page:{number}", page.title, place, chosen))
                column.gap(4)
                number += 1

    def _text(self, box: FRect, page: PageView) -> None:
        """The whole of one page, title and all, so that it is read aloud as one."""
        self.page.add(card(FRect(box)))
        canvas = self.canvas
        wide = min(box.w - 2 * theme.PADDING - 14, canvas.grown(_WIDEST))
        area = FRect(box.x + theme.PADDING, box.y + 20, wide, box.h - 40)
        view = self.page.scroll(_TEXT, area, theme.WHITE)
        column = Column(canvas, view.items, area.x, 2, wide)
        column.text(words(self.lang, f"pages.{page.kind}"), theme.CAPTION_STRONG, theme.MUTED)
        column.gap(2)
        column.text(page.title, theme.H1, balanced=True)
        column.gap(12)
        for text in page.paragraphs:
            column.text(text, theme.BODY, theme.INK_SOFT)
            column.gap(12)
        if page.source:
            column.gap(4)
            column.text(page.source, theme.CAPTION, theme.MUTED, balanced=True)

    def _empty(self, box: FRect) -> None:
        """Nothing is there: say so, and where it would come from."""
        width = min(box.w, self.canvas.grown(520))
        left = box.x + (box.w - width) / 2
        column = Column(self.canvas, self.page.items, left, box.y + box.h * 0.26, width)
        icon = Icon("book-open", box.centerx - 24, column.top + 24, 48, theme.LINE_STRONG)
        self.page.add(icon)
        column.gap(64)
        column.text(words(self.lang, "pages.empty"), theme.H2, align="centre", balanced=True)
        column.gap(6)
        text = words(self.lang, "pages.empty-text", folder=self.view.folder)
        column.text(text, theme.BODY, theme.MUTED, align="centre", balanced=True)

    def _hints(self, pages: Sequence[PageView]) -> list[tuple[str, str]]:
        lang = self.lang
        back = (self.word("key.esc"), self.word("hint.back"))
        if not pages:
            return [back]
        return [
            (self.word("key.updown"), words(lang, "pages.hint.choose")),
            (self.word("key.page"), words(lang, "pages.hint.scroll")),
            back,
        ]

    # ------------------------------------------------------------ moves

    def on_shortcut(self, key: int) -> Change | Handled | None:
        """The arrows choose the next page; PgUp and PgDn move the text and not the list."""
        if key in _STEPS and self.view.pages:
            self._choose(min(len(self.view.pages) - 1, max(0, self.chosen + _STEPS[key])))
        elif key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN) and self.view.pages:
            self.page.scrolled(_TEXT).page(-1 if key == pygame.K_PAGEUP else 1)
        else:
            return None
        return Handled()

    def on_intent(self, intent: Intent) -> Change | None:
        """Open a page, or go back."""
        match intent:
            case Pressed(name) if name == BACK:
                return Pop()
            case Pressed(name) if name.startswith("page:"):
                self._choose(int(name.removeprefix("page:")))
        return None

    def _choose(self, number: int) -> None:
        """Show another page from its beginning."""
        if number != self.chosen:
            self.chosen = number
            self.page.scrolled(_TEXT).offset = 0.0
            self.changed(reload=False)
            self.prepare()
        self.page.set_focus(f"page:{number}")
