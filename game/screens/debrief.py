"""The debrief: what it came to, and where it parted; two pages of one screen."""

from collections.abc import Callable
from typing import TypeAlias

import pygame
from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.chrome import BACK, Action, bar_height, key_hints, top_bar
from game.screens.desk import Desk, Session
from game.screens.modal import CLOSE, Modal
from game.screens.outcome import OutcomePage
from game.screens.screen import PageScreen, content_box
from game.screens.stack import Change, Pop, Replace, Screen
from game.screens.transcript import TranscriptPage
from game.screens.widgets.tabs import Segments
from game.screens.widgets.text import Column
from game.screens.widgets.widget import Handled, Intent, Picked, Pressed
from game.view.debrief import DebriefView

Play: TypeAlias = Callable[[Session], Screen]
_PAGES = ("page-outcome", "page-transcript")


class DebriefScreen(PageScreen):
    """Shows a debrief; `play` opens the dialogue again, for a moment or a whole new try."""

    view: DebriefView

    def __init__(self, desk: Desk, canvas: Canvas, session: Session, play: Play) -> None:
        super().__init__(desk, canvas)
        self.session, self.play = session, play
        self.number = 0
        self.chosen = 0
        self._jump = True
        self.reload()

    def load(self) -> None:
        """Ask for the debrief; the worst moment is chosen at first."""
        self.view = self.session.debrief(self.lang)
        if not self.chosen and self.view.moments:
            self.chosen = self.view.moments[0]

    # ------------------------------------------------------------ layout

    def lay_out(self) -> None:
        """The top bar with the page switch, and the page."""
        canvas, view = self.canvas, self.view
        top = top_bar(
            self.page,
            canvas,
            self.word("to-title"),
            view.title,
            view.caption,
            (Action("again", "repeat", self.word("again")),),
            self._switch(),
        )
        box = content_box(canvas, top)
        if self.number == 0:
            OutcomePage(self, box).lay_out()
            first = "next-page"
        else:
            page = TranscriptPage(self, box)
            page.lay_out()
            if self._jump:
                page.show_chosen()
                self._jump = False
            first = "to-title"
        key_hints(self.page, canvas, self._hints())
        self.page.finish(first)

    def _switch(self) -> Segments:
        canvas = self.canvas
        names = [f"{n}  {self.word(key)}" for n, key in enumerate(_PAGES, 1)]
        widest = max(canvas.text_width(name, theme.CAPTION_STRONG) for name in names)
        width = 2 * (widest + 44 + canvas.grown(12))
        tall = canvas.grown(40, 1.36)
        place = FRect((canvas.width - width) / 2, (bar_height(canvas) - tall) / 2, width, tall)
        return Segments(canvas, "page", place, names, self.number, self.word("pages"))

    def _hints(self) -> list[tuple[str, str]]:
        pairs = [
            ("enter", "next-page"),
            ("digits2", "pages"),
            ("tab", "next"),
            ("f5", "formulas"),
            ("f1", "f1"),
            ("esc", "to-title"),
        ]
        if self.number == 1:
            pairs = [
                ("updown", "next"),
                ("enter", "choose"),
                ("page", "scroll"),
                ("digits2", "pages"),
                ("f6", "retry"),
                ("f1", "f1"),
                ("esc", "to-title"),
            ]
        return [(self.word(f"key.{key}"), self.word(f"hint.{mean}")) for key, mean in pairs]

    # ------------------------------------------------------------ moves

    def on_shortcut(self, key: int) -> Change | Handled | None:
        """1 and 2 turn the pages, F5 shows the formulas, F6 tries the chosen moment again."""
        if key in (pygame.K_1, pygame.K_KP1, pygame.K_2, pygame.K_KP2):
            self._turn(int(key in (pygame.K_2, pygame.K_KP2)))
        elif key == pygame.K_F5:
            self.open(self._formulas())
        elif key == pygame.K_F6 and self.chosen in self.view.moments:
            return self._retry()
        else:
            return None
        return Handled()

    def on_intent(self, intent: Intent) -> Change | None:
        """Turn pages, choose a turn, try again, or leave."""
        match intent:
            case Picked("page", index):
                self._turn(index)
            case Pressed("next-page"):
                self._turn(1)
            case Pressed("formulas"):
                self.open(self._formulas())
            case Pressed("retry"):
                return self._retry()
            case Pressed("again"):
                session = self.desk.begin(self.session.case, self.session.mode, self.lang)
                return Replace(self.play(session))
            case Pressed(name) if name in (BACK, "to-title"):
                return Pop()
            case Pressed(name) if name.startswith(("turn:", "moment:")):
                self._choose(int(name.partition(":")[2]), name.startswith("moment:"))
        return None

    def _turn(self, number: int) -> None:
        if number != self.number:
            self.number, self._jump = number, True
            self.page.set_focus("")
            self.changed(reload=False)

    def _choose(self, turn: int, open_page: bool) -> None:
        self.chosen = turn
        if open_page:
            self._turn(1)
        self.changed(reload=False)

    def _retry(self) -> Change:
        self.session.back(self.chosen)
        return Replace(self.play(self.session))

    def _formulas(self) -> Modal:
        def fill(column: Column) -> None:
            column.text(self.word("figures-note"), theme.BODY, theme.INK_SOFT, balanced=True)
            for figure in self.view.figures:
                column.gap(14)
                column.text(f"{figure.name} · {figure.value}", theme.H3)
                column.text(figure.scale, theme.CAPTION, theme.MUTED)
                column.text(figure.formula, theme.SMALL, theme.INK_SOFT)

        buttons = ((CLOSE, self.word("close"), "primary"),)
        return Modal(self.word("figures"), fill, buttons)
