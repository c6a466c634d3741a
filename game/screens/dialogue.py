"""The dialogue: the customer at the left; meters, conversation and answers at the right."""

import pygame
from pygame import FRect

from game.errors import DangolError
from game.screens import theme
from game.screens.answers import Answers
from game.screens.canvas import Canvas
from game.screens.chrome import BACK, Action, key_hints, top_bar
from game.screens.conversation import Conversation, write_history
from game.screens.customer import customer_card
from game.screens.debrief import DebriefScreen
from game.screens.desk import Desk, Session
from game.screens.modal import CLOSE, Modal
from game.screens.screen import PageScreen, content_box
from game.screens.stack import Change, Pop, Replace, Screen
from game.screens.widgets.meter import MeterCard
from game.screens.widgets.text import Column
from game.screens.widgets.text_entry import TextEntry
from game.screens.widgets.toast import SECONDS, Toast
from game.screens.widgets.widget import Handled, Intent, Picked, Pressed, Submitted
from game.view.dialogue import DialogueView, ReplyView, Voice

_DIGITS = {
    **{getattr(pygame, f"K_{n}"): n - 1 for n in range(1, 10)},
    **{getattr(pygame, f"K_KP{n}"): n - 1 for n in range(1, 10)},
}
_GO_ON = frozenset((pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE, *_DIGITS))


class DialogueScreen(PageScreen):
    """A running play."""

    view: DialogueView

    def __init__(self, desk: Desk, canvas: Canvas, session: Session) -> None:
        super().__init__(desk, canvas)
        self.session = session
        self.entry = TextEntry("answer")
        self.maybe: tuple[ReplyView, ...] = ()
        self.unclear = ""
        self.is_reading = False
        self._waited = 0.0
        self._letters = 0.0
        self._prefers_typing = False
        self._pointed: int | None = None
        self._show_end = True
        self._toast_left = 0.0
        self.toast = ""
        self.reload()
        self.say_aside(self.view.notice)

    def load(self) -> None:
        """Ask for the play as it stands."""
        self.view = self.session.view(self.lang)

    def say_aside(self, sentence: str) -> None:
        """Show a sentence about the program on the lowest line for some seconds."""
        if sentence:
            self.toast, self._toast_left = sentence, SECONDS
            self.changed(reload=False)

    # ------------------------------------------------------------ layout

    def lay_out(self) -> None:
        """Scene at the left, the rest of the width for the talk."""
        canvas, view = self.canvas, self.view
        caption = f"{view.place} · {view.mode_name}"
        if not view.ended:
            caption += " · " + self.word("turn", turn=view.turn + 1)
        back = self.word("menu")
        top = top_bar(self.page, canvas, back, view.title, caption, self._actions())
        box = content_box(canvas, top)
        left = min(400.0, box.w * (0.3247 if canvas.text_scale < 1.4 else 0.275))
        customer_card(
            self.page, canvas, FRect(box.x, box.y, left, box.h), view, self.word("wants-short")
        )
        x = box.x + left + theme.GUTTER
        self._talk(FRect(x, box.y, box.right - x, box.h))
        if self.toast:
            self.page.add(Toast(canvas, self.toast, "warning-circle"))
        else:
            key_hints(self.page, canvas, self._hints())
        self.page.finish(self._first())

    def _first(self) -> str:
        """Where the focus goes when it has no place of its own."""
        if self.is_reading:
            return "continue"
        if self.view.ended:
            return "debrief"
        return "answer" if self._prefers_typing and not self.maybe else "reply:0"

    def _actions(self) -> list[Action]:
        actions = [
            Action("policy", "book-open", self.word("policy-short")),
            Action("history", "clock-counter-clockwise", self.word("history")),
        ]
        if self.view.can_rewind and self._last_turn():
            actions.insert(0, Action("rewind", "arrow-counter-clockwise", self.word("rewind")))
        return actions

    def _talk(self, box: FRect) -> None:
        top = self._meters(box)
        self.answers = Answers(self, box)
        below = self.answers.height(box.bottom - top)
        area = FRect(box.x, top, box.w - 14, box.bottom - below - top - 12)
        view = self.page.scroll("talk", area)
        name = self.word("customer-name", name=self.view.customer)
        self.conversation = Conversation(self.canvas, name, self.word("you"))
        self.conversation.lay_out(self.view.lines, view.items, area)
        self.conversation.reveal(self._letters)
        if self._show_end:
            view.to_end()
            self._show_end = False
        self.answers.lay_out(FRect(box.x, box.bottom - below, box.w, below))

    def _meters(self, box: FRect) -> float:
        """The meters in a row; returns where the talk may begin."""
        meters, canvas = self.view.meters, self.canvas
        if not meters:
            return box.y
        height = MeterCard.height(canvas)
        width = (box.w - theme.NEAR * (len(meters) - 1)) / len(meters)
        apart = not all(MeterCard.fits(canvas, meter, width) for meter in meters)
        for number, meter in enumerate(meters):
            left = box.x + number * (width + theme.NEAR)
            self.page.add(MeterCard(FRect(left, box.y, width, height), meter, apart))
        return box.y + height + 14

    def _hints(self) -> list[tuple[str, str]]:
        pairs = [
            ("digits", "pick"),
            ("tab", "next"),
            ("enter", "send"),
            ("page", "scroll"),
            ("f2", "policy"),
            ("f3", "history"),
            ("esc", "menu"),
        ]
        if self.is_reading or self.view.ended:
            pairs = [("enter", "go-on"), *pairs[3:]]
        return [(self.word(f"key.{key}"), self.word(f"hint.{mean}")) for key, mean in pairs]

    # ------------------------------------------------------------ time

    @property
    def is_revealing(self) -> bool:
        """Whether the customer is still talking."""
        return self._letters < self.conversation.length

    @property
    def is_thinking(self) -> bool:
        """Whether the trainee's time runs: not in menus, not while text comes or is written."""
        writes = bool(self.page.entry and self.entry.value)
        waits = self.modal or self.is_reading or self.maybe or self.view.ended
        return not (waits or writes or self.is_revealing)

    def update(self, seconds: float) -> Change | None:
        """Type on, count the trainee's seconds, and let a deadline pass."""
        change = super().update(seconds)
        self._toast_left -= seconds
        if self.toast and self._toast_left <= 0:
            self.toast = ""
            self.changed(reload=False)
            self.prepare()
        if self.is_revealing:
            self._letters += seconds * theme.SYLLABLES_A_SECOND
            if self.desk.reduced_motion:
                self._letters = float(self.conversation.length)
            self.conversation.reveal(self._letters)
            self.dirty = True
        elif self.is_thinking:
            self._waited += seconds
            self._tick()
        return change

    def _tick(self) -> None:
        deadline = self.view.deadline
        if deadline is None:
            return
        if self._waited >= deadline:
            self.session.wait(deadline)
            self._moved()
        elif self.answers.show_time(deadline - self._waited, deadline):
            self.dirty = True

    def finish_talking(self) -> None:
        """Show the whole of the newest line at once."""
        self.prepare()
        self._letters = float(self.conversation.length)
        self.conversation.reveal(self._letters)
        self.dirty = True

    # ------------------------------------------------------------ events

    def on_event(self, event: pygame.event.Event) -> Change | None:
        """A key or click while the customer talks first brings the rest of the line."""
        self.prepare()
        is_input = event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN)
        if is_input and self.is_revealing and not self.modal:
            self.finish_talking()
            is_click = event.type == pygame.MOUSEBUTTONDOWN
            if not self.page.entry and (is_click or event.key in _GO_ON):
                return None
        return super().on_event(event)

    def on_shortcut(self, key: int) -> Change | Handled | None:
        """F2 policy, F3 history, digits for replies while the text line has no focus."""
        if key == pygame.K_F2:
            self.open(self._policy())
        elif key == pygame.K_F3:
            self.open(self._history())
        elif key in _DIGITS and not self.page.entry:
            self._point_at(_DIGITS[key])
        else:
            return None
        return Handled()

    def _point_at(self, number: int) -> None:
        """A digit picks; in exam mode it only goes there, and Enter picks."""
        if self.is_reading or self.view.ended or number >= len(self.answers.options):
            return
        if self.view.mode == "exam":
            self.page.set_focus(f"reply:{number}")
        else:
            self._pick(number)

    def _click(self, number: int) -> None:
        """A click picks; in exam mode the first one only points, the second one sends."""
        if self.view.mode == "exam" and self._pointed != number:
            self._pointed = number
        else:
            self._pick(number)

    def on_intent(self, intent: Intent) -> Change | None:
        """Turn what was pressed into a move of the play."""
        match intent:
            case Submitted(_, text):
                self._say(text)
            case Picked("reply", number):
                self._click(number)
            case Pressed(name) if name.startswith("reply:"):
                self._pick(int(name.removeprefix("reply:")))
            case Pressed("send"):
                text = self.entry.line.take()
                if text:
                    self._say(text)
            case Pressed("continue"):
                self.is_reading = False
                self.changed(reload=False)
            case Pressed("debrief"):
                return Replace(DebriefScreen(self.desk, self.canvas, self.session, self._again))
            case Pressed(name):
                self._press(name)
        return None

    def _press(self, name: str) -> None:
        if name == "policy":
            self.open(self._policy())
        elif name == "history":
            self.open(self._history())
        elif name == "rewind":
            self._rewind()
        elif name == BACK:
            self.on_escape()

    # ------------------------------------------------------------ moves

    def _pick(self, number: int) -> None:
        reply, waited = self.answers.options[number].id, int(self._waited)
        if not self.maybe:
            self.session.choose(reply, waited)
        elif reply:
            self.session.say_meant(self.unclear, reply, waited)
        else:
            self.session.say_unclear(self.unclear, waited)
        self._prefers_typing = bool(self.maybe)
        self._moved()

    def _say(self, text: str) -> None:
        """Send the trainee's own words; they come back to the line when the play refuses them."""
        try:
            self.maybe = self.session.say(text, int(self._waited))
        except DangolError:
            self.entry.line.paste(text)
            raise
        self._prefers_typing = True
        if self.maybe:
            self.unclear = text
            self.page.set_focus("")
            self.changed(reload=False)
        else:
            self._moved()

    def _moved(self) -> None:
        """The play has gone on: new lines, new replies, perhaps feedback to read first."""
        self.maybe, self.unclear, self._pointed = (), "", None
        self._waited = self._letters = 0.0
        self._show_end = True
        self.reload()
        self.is_reading = self.view.feedback is not None
        self.say_aside(self.view.notice)
        self.page.set_focus("answer" if self._prefers_typing else "")
        self.changed(reload=False)

    def _last_turn(self) -> int:
        own = [line.turn for line in self.view.lines if line.voice is Voice.AGENT]
        return max(own, default=0)

    def _rewind(self) -> None:
        self.session.back(self._last_turn())
        self._moved()
        self.is_reading = False
        self.say_aside(self.word("rewound"))
        self.finish_talking()

    def _again(self, session: Session) -> Screen:
        """The dialogue of another try; the debrief cannot import this module."""
        return DialogueScreen(self.desk, self.canvas, session)

    # ------------------------------------------------------------ modals

    def _policy(self) -> Modal:
        def fill(column: Column) -> None:
            for page in self.view.pages:
                column.text(page.title, theme.H3)
                column.gap(4)
                column.text(page.text, theme.BODY, theme.INK_SOFT)
                column.gap(20)
            if not self.view.pages:
                column.text(self.word("policy-none"), theme.BODY, theme.INK_SOFT)

        return Modal(self.word("policy"), fill, ((CLOSE, self.word("close"), "primary"),))

    def _history(self) -> Modal:
        def fill(column: Column) -> None:
            name = self.word("customer-name", name=self.view.customer)
            write_history(column, self.view.lines, name, self.word("you"))

        buttons = ((CLOSE, self.word("close"), "primary"),)
        modal = Modal(self.word("history-title"), fill, buttons)
        modal.starts_at_end = True
        return modal

    def on_escape(self) -> Change | None:
        """Esc pauses: going on is the first choice, leaving keeps the play."""

        def fill(column: Column) -> None:
            column.text(self.word("pause-text"), theme.BODY, theme.INK_SOFT, balanced=True)

        leave = ("leave", self.word("leave"), "second")
        buttons = (leave, (CLOSE, self.word("stay"), "primary"))
        self.open(Modal(self.word("pause"), fill, buttons, 520))
        return None

    def on_modal(self, name: str) -> Change | None:
        """Leave the play as it is."""
        return Pop() if name == "leave" else None
