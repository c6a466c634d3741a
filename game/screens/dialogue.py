"""The dialogue: the customer at the left; meters, conversation and answers at the right."""

from typing import TYPE_CHECKING

import pygame

from game.errors import DangolError
from game.screens import tutorial
from game.screens.canvas import Canvas
from game.screens.chrome import BACK
from game.screens.customer import bare_scene
from game.screens.debrief import DebriefScreen
from game.screens.desk import Desk, Session
from game.screens.pace import Pace
from game.screens.pause import chosen_in_pause, history_modal, pause_modal, policy_modal
from game.screens.rating import RatingScreen
from game.screens.review import VIEW as REVIEW
from game.screens.screen import PageScreen
from game.screens.soundboard import play
from game.screens.stack import Change, Replace, Screen
from game.screens.talk import SPARE, TalkPage
from game.screens.widgets.text_entry import TextEntry
from game.screens.widgets.widget import Handled, Intent, Picked, Pressed, Submitted
from game.sounds import Sound, sound_of_points
from game.view.dialogue import DialogueView, ReplyView
from game.view.lines import Voice

if TYPE_CHECKING:
    from game.customers.proposing import Proposal

_DIGITS = {
    **{getattr(pygame, f"K_{n}"): n - 1 for n in range(1, 10)},
    **{getattr(pygame, f"K_KP{n}"): n - 1 for n in range(1, 10)},
}
_LINES = {pygame.K_UP: 1.0, pygame.K_DOWN: -1.0}
_AT_END = SPARE + 4.0  # units from the end of the talk that still count as there
_GO_ON = frozenset((pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE, *_DIGITS))


class DialogueScreen(PageScreen):
    """A running play."""

    help_keys = ("digits", "f2", "f3", "f5.reload", "f9")
    view: DialogueView

    def __init__(self, desk: Desk, canvas: Canvas, session: Session) -> None:
        super().__init__(desk, canvas)
        self.session = session
        self.entry = TextEntry("answer")
        self.maybe: tuple[ReplyView, ...] = ()
        self.unclear = ""
        self.proposal: Proposal | None = None
        self.is_reading = False
        self.is_bare = False  # only the customer is to be seen
        self.is_seen = False  # since its first picture
        self.pace = Pace(desk)
        self._prefers_typing = False
        self._pointed: int | None = None
        self._show_end = True
        self.enters = "talk"
        self.reload()
        self.is_reviewing = bool(self.view.review)  # of the scene before, ahead of this one
        self._has_reviewed = self.is_reviewing
        self.say_aside(self.view.notice)

    def load(self) -> None:
        """Ask for the play as it stands."""
        self.view = self.session.view(self.lang)

    # ------------------------------------------------------------ layout

    def lay_out(self) -> None:
        """Scene at the left, the rest of the width for the talk."""
        if self.is_bare:
            self.page.add(*bare_scene(self.canvas, self.view, self.word("show-all")))
            self.page.finish("show-all")
            return
        if self.is_reviewing:
            TalkPage(self).lay_out_review()
            self.page.finish("review-close")
            return
        self.conversation, self.answers = TalkPage(self).lay_out(self._show_end)
        self._show_end = False
        self.pace.show(self.conversation)
        self.page.finish(self._first())

    def _first(self) -> str:
        """Where the focus goes when it has no place of its own."""
        if self.is_reading:
            return "continue"
        if self.view.is_talking:
            return "skip"
        if self.view.ended:
            return "debrief"
        return "answer" if self._prefers_typing and not self.maybe else "reply:0"

    # ------------------------------------------------------------ time

    @property
    def is_revealing(self) -> bool:
        """Whether not all that the customer has said is to be read yet."""
        return not self.is_reviewing and self.pace.is_saying(self.conversation)

    @property
    def is_thinking(self) -> bool:
        """Whether the trainee's time runs: not in menus, not while text comes or is written."""
        writes = bool(self.page.entry and self.entry.value)
        reads = self.is_reading or self.is_reviewing
        waits = self.modal or self.is_bare or reads or self.maybe or self.view.ended
        return not (waits or writes or self.is_revealing or self.view.is_talking)

    def update(self, seconds: float) -> Change | None:
        """Type on, count the trainee's seconds, and let a deadline pass."""
        tutorial.offer(self)
        if self.is_seen and self.session.attend(self.lang):
            self._said_more()
        self._listen()
        if self.maybe and self.proposal != self.session.proposal:
            self.proposal = self.session.proposal
            self.changed(reload=False)
        change = super().update(seconds)
        if self.view.is_talking and not (self.is_reviewing or self.desk.reduced_motion):
            self.dirty |= self.conversation.pass_time(seconds)
        if self.is_revealing:
            self.pace.say(self.conversation, seconds)
            self.dirty = True
        elif self.is_thinking:
            self.pace.think(seconds)
            self._tick()
        return change

    def _listen(self) -> None:
        """Get ready for typed replies, but not before the first picture; to look is to wait."""
        if self.is_seen and not self.view.ended:
            self.session.listen()
        self.is_seen = True

    @property
    def is_lost(self) -> bool:
        """Whether replies are to be picked, since typed ones were not understood."""
        return self.session.is_lost

    def _tick(self) -> None:
        deadline = self.view.deadline
        if deadline is None:
            return
        if self.pace.waited >= deadline:
            self.session.wait(deadline)
            self._moved()
        elif self.answers.show_time(deadline - self.pace.waited, deadline):
            self.dirty = True

    def finish_talking(self) -> None:
        """Show the whole of the newest line at once."""
        self.prepare()
        if not self.is_reviewing:
            self.pace.finish(self.conversation)
        self.dirty = True

    # ------------------------------------------------------------ events

    def on_event(self, event: pygame.event.Event) -> Change | None:
        """A key or click while the customer talks first brings the rest of the line."""
        self.prepare()
        is_input = event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN)
        if self.view.is_talking and not (self.modal or self.is_reading or self.is_reviewing):
            change = super().on_event(event)
            if event.type == pygame.MOUSEBUTTONDOWN and self._is_on_talk(event):
                self._skip()
            return change
        if is_input and self.is_revealing and not (self.modal or self.view.is_talking):
            self.finish_talking()
            is_click = event.type == pygame.MOUSEBUTTONDOWN
            if not self.page.entry and (is_click or event.key in _GO_ON):
                return None
        return super().on_event(event)

    def _is_on_talk(self, event: pygame.event.Event) -> bool:
        """Whether the left button went down on the conversation."""
        if event.button != pygame.BUTTON_LEFT or self.is_bare or self.modal:
            return False
        return bool(self.page.scrolled("talk").rect.collidepoint(self.canvas.units(event.pos)))

    def on_shortcut(self, key: int) -> Change | Handled | None:
        """F2 policy, F3 history, F5 the case read anew, F9 the customer alone, digits a reply."""
        if key == pygame.K_F5 and self.session.name:
            return Replace(self._again(self.desk.resume(self.session.name)))
        if key == pygame.K_F9 or self.is_bare:
            self._bare(not self.is_bare)
        elif key == pygame.K_F2:
            self.open(policy_modal(self))
        elif key == pygame.K_F3:
            self.open(history_modal(self))
        elif self.is_reviewing and key in _LINES:
            self.page.scrolled(REVIEW).wheel(_LINES[key])
        elif key in _DIGITS and not self.page.entry:
            self._point_at(_DIGITS[key])
        else:
            return None
        return Handled()

    def _close_review(self) -> None:
        """The review is read: the new scene begins."""
        self.is_reviewing = False
        self._show_end = True
        self.page.set_focus("answer" if self._prefers_typing else "")
        self.changed(reload=False)

    def _bare(self, is_bare: bool) -> None:
        """Hide all but the customer, or show it again."""
        self.finish_talking()
        self.is_bare = is_bare
        self.page.set_focus("")
        self.changed(reload=False)

    def _point_at(self, number: int) -> None:
        """A digit picks; in exam mode it only goes there, and Enter picks."""
        waits = self.is_reading or self.is_reviewing or self.view.ended or self.view.is_talking
        if waits or number >= len(self.answers.options):
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
            case Pressed("show-all"):
                self._bare(False)
            case Pressed("skip"):
                self._skip()
            case Pressed("continue"):
                self.is_reading = False
                self.changed(reload=False)
            case Pressed("review-close"):
                self._close_review()
            case Pressed("debrief"):
                return Replace(self._debrief())
            case Pressed(name):
                self._press(name)
        return None

    def _press(self, name: str) -> None:
        if name == "policy":
            self.open(policy_modal(self))
        elif name == "history":
            self.open(history_modal(self))
        elif name == "rewind":
            self._rewind()
        elif name == BACK:
            self.open(pause_modal(self))

    # ------------------------------------------------------------ moves

    def _pick(self, number: int) -> None:
        reply, waited = self.answers.options[number].id, int(self.pace.waited)
        play(Sound.CHOOSE)
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
            self.maybe = self.session.say(text, int(self.pace.waited))
        except DangolError:
            self.entry.line.paste(text)
            raise
        self._prefers_typing = True
        self.say_aside(self.session.aside(self.lang))
        play(Sound.SENT)
        if self.maybe:
            self.unclear = text
            self.page.set_focus("")
            self.changed(reload=False)
        else:
            self._moved()

    def _moved(self) -> None:
        """The play has gone on: new lines, new replies, perhaps feedback to read first."""
        self.maybe, self.unclear, self._pointed = (), "", None
        self.proposal = None
        self._prefers_typing = self._prefers_typing and not self.is_lost
        self.pace.restart()
        self._show_end = True
        self.reload()
        self.is_reading = self.view.feedback is not None
        self.is_reviewing = self._has_reviewed = False
        self._review_when_due()
        self.say_aside(self.view.notice)
        play(self._sound())
        self.page.set_focus("answer" if self._prefers_typing else "")
        self.changed(reload=False)

    def _said_more(self) -> None:
        """The customer has gone on: a line is longer, said otherwise, or whole."""
        self.prepare()
        before = self.view.lines
        self.reload()
        if before and before[-1].is_growing:
            now = self.view.lines[len(before) - 1].text
            if not now.startswith(before[-1].text):  # a later sentence was refused
                self.pace.take_back(len(before[-1].text))
        talk = None if self.is_reviewing or self.is_bare else self.page.scrolled("talk")
        self._show_end = talk is None or talk.furthest - talk.offset < _AT_END
        self._review_when_due()
        if not self.view.is_talking:
            self._heard_out()
        self.changed(reload=False)

    def _review_when_due(self) -> None:
        """In coach mode the scene before is looked back on once it has been heard out."""
        if self.view.review and not self._has_reviewed:
            self.is_reviewing = self._has_reviewed = True

    def _heard_out(self) -> None:
        """The customer has said it all: it is the trainee's turn, or the end."""
        if self.view.ended:
            play(Sound.ENDING)
        if not (self.is_reading or self.is_reviewing):
            self.page.set_focus("answer" if self._prefers_typing else "")
        self.say_aside(self.session.voice_loss(self.lang))

    def _skip(self) -> None:
        """Whoever does not wait reads what is written."""
        self.session.skip()
        self._said_more()
        self.finish_talking()

    def _sound(self) -> Sound:
        """What is heard now: the end, what the reply came to, or just the customer's voice."""
        if self.view.ended and not self.view.is_talking:
            return Sound.ENDING
        points = sum(one.delta for one in self.view.meters if one.key != "patience")
        return sound_of_points(points) or Sound.CUSTOMER

    def last_turn(self) -> int:
        """The number of the trainee's last reply, 0 before the first."""
        own = [line.turn for line in self.view.lines if line.voice is Voice.AGENT]
        return max(own, default=0)

    def _rewind(self) -> None:
        self.session.back(self.last_turn())
        self._moved()
        self.is_reading = self.is_reviewing = False
        self.say_aside(self.word("rewound"))
        self.finish_talking()

    def _debrief(self) -> Screen:
        """The trainee's own rating first, but in exploring, where nothing is at stake."""
        if self.view.mode == "explore":
            return DebriefScreen(self.desk, self.canvas, self.session, self._again)
        return RatingScreen(self.desk, self.canvas, self.session, self._again)

    def _again(self, session: Session) -> Screen:
        """The dialogue of another try; the debrief cannot import this module."""
        return DialogueScreen(self.desk, self.canvas, session)

    # ------------------------------------------------------------ what opens in front

    def on_escape(self) -> Change | None:
        """Esc pauses: going on is the first choice, leaving keeps the play."""
        if self.is_bare:
            self._bare(False)
        elif self.is_reviewing:
            self._close_review()
        else:
            self.open(pause_modal(self))
        return None

    def on_modal(self, name: str) -> Change | None:
        """What was chosen in the pause."""
        return chosen_in_pause(self, name)
