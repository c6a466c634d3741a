"""The debrief: what it came to, and where it parted; two pages of one screen."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

import pygame
from pygame import FRect

from game.playthrough import Mode
from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.chrome import BACK, Action, bar_height, top_bar
from game.screens.desk import Asked, Desk, Session
from game.screens.figures import formulas_modal
from game.screens.opinion import OpinionScreen
from game.screens.outcome import OutcomePage
from game.screens.screen import PageScreen, content_box
from game.screens.stack import Change, Pop, Push, Replace, Screen
from game.screens.transcript import TranscriptPage
from game.screens.widgets.tabs import Segments
from game.screens.widgets.text_entry import TextEntry
from game.screens.widgets.widget import Handled, Intent, Picked, Pressed, Submitted
from game.view.debrief import DebriefView

Play: TypeAlias = Callable[[Session], Screen]
_PAGES = ("page-outcome", "page-transcript")
_PLAN = 60  # letters that each half of a plan may have


class DebriefScreen(PageScreen):
    """Shows a debrief; `play` opens the dialogue again, for a moment or a whole new try.

    `own` is the trainee's own rating by axis, 0 to 100, where they gave one.
    """

    help_keys = ("digits2", "f2.print", "f3.opinion", "f5", "f6")
    view: DebriefView

    def __init__(
        self,
        desk: Desk,
        canvas: Canvas,
        session: Session,
        play: Play,
        own: Mapping[str, int] | None = None,
    ) -> None:
        super().__init__(desk, canvas)
        self.session, self.play = session, play
        self.own = dict(own or {})
        self.opinion: Asked | None = None
        self.number = 0
        self.chosen = 0
        self._jump = True
        self.agent = ""
        self.plan_when = TextEntry("plan-when", _PLAN, plain=True, keeps=True)
        self.plan_then = TextEntry("plan-then", _PLAN, plain=True, keeps=True)
        self.plan_kept = False
        self.enters = "0"
        self.reload()

    def load(self) -> None:
        """Ask for the debrief; the worst moment is chosen at first."""
        self.view = self.session.debrief(self.lang)
        if self.opinion is None:
            self.opinion = self.desk.second_opinion(self.session)
        tiles = self.desk.learners(self.lang)
        self.agent = next((one.portrait for one in tiles if one.is_chosen), "") or self.view.agent
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
            (
                Action("print", "export", self.word("print")),
                Action("again", "repeat", self.word("again")),
            ),
            self._switch(),
        )
        box = content_box(canvas, top)
        if self.number == 0:
            OutcomePage(self, box).lay_out()
            first = "next-page"
        else:
            for entry, key in ((self.plan_when, "plan-when"), (self.plan_then, "plan-then")):
                entry.label, entry.hint = self.word(key), self.word(f"{key}-hint")
            page = TranscriptPage(self, box)
            page.lay_out()
            if self._jump:
                page.show_chosen()
                self._jump = False
            first = "to-title"
        self.lowest_line(self._hints(), "check-circle")
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
            ("f2", "print"),
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
                *((("f6", "retry"),) if self.can_retry else ()),
                ("f1", "f1"),
                ("esc", "to-title"),
            ]
        return [(self.word(f"key.{key}"), self.word(f"hint.{mean}")) for key, mean in pairs]

    # ------------------------------------------------------------ moves

    def on_shortcut(self, key: int) -> Change | Handled | None:
        """1 and 2 turn the pages, F2 prints, F5 shows formulas, F6 tries a moment again."""
        writes = self.page.entry is not None
        if key in (pygame.K_1, pygame.K_KP1, pygame.K_2, pygame.K_KP2) and not writes:
            self._turn(int(key in (pygame.K_2, pygame.K_KP2)))
        elif key == pygame.K_F2:
            self._print()
        elif key == pygame.K_F3 and self.opinion:
            return Push(OpinionScreen(self.desk, self.canvas, self.opinion))
        elif key == pygame.K_F5:
            self.open(formulas_modal(self))
        elif key == pygame.K_F6 and self.can_retry:
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
            case Pressed("print"):
                self._print()
            case Pressed("opinion") if self.opinion:
                return Push(OpinionScreen(self.desk, self.canvas, self.opinion))
            case Pressed("formulas"):
                self.open(formulas_modal(self))
            case Submitted("plan-when"):
                self.page.set_focus("plan-then")
            case Submitted("plan-then") | Pressed("plan-save"):
                self._keep_plan()
            case Pressed("retry"):
                return self._retry()
            case Pressed("again"):
                if self.session.mode != Mode.EXAM:  # which says nothing of what practice is at
                    self.desk.difficulty = self.session.run.header.difficulty
                session = self.desk.begin(self.session.case, self.session.mode, self.lang)
                return Replace(self.play(session))
            case Pressed(name) if name in (BACK, "to-title"):
                return Pop()
            case Pressed(name) if name.startswith(("turn:", "moment:")):
                self._choose(int(name.partition(":")[2]), name.startswith("moment:"))
        return None

    def _print(self) -> None:
        """Write the debrief as a page and open it where it can be printed."""
        self.say_aside(self.word("printed", path=self.desk.print_debrief(self.view, self.lang)))

    def _turn(self, number: int) -> None:
        if number != self.number:
            self.number, self._jump, self.enters = number, True, str(number)
            self.page.motion.forget(f"enter:{number}")
            self.page.set_focus("")
            self.changed(reload=False)

    def _choose(self, turn: int, open_page: bool) -> None:
        self.chosen = turn
        if open_page:
            self._turn(1)
        self.changed(reload=False)

    @property
    def can_retry(self) -> bool:
        """Whether the chosen moment may be tried again: not after an exam."""
        return self.view.can_retry and self.chosen in self.view.moments

    def _keep_plan(self) -> None:
        """Store the plan; an empty half says so and gets the focus."""
        halves = (self.plan_when, self.plan_then)
        for entry in halves:
            entry.error = "" if entry.line.text.strip() else self.word("plan-needs")
        empty = next((entry for entry in halves if entry.error), None)
        if empty:
            self.page.set_focus(empty.name)
            return
        when, then = (entry.line.text.strip() for entry in halves)
        self.desk.keep_plan(self.session.case, when, then)
        self.plan_kept = True
        self.page.set_focus("to-title")
        self.changed(reload=False)

    def _retry(self) -> Change:
        self.session.back(self.chosen)
        return Replace(self.play(self.session))
