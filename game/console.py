"""The console front end: the same play as in the window, for terminals and screen readers.

Time that passes at a prompt is not told from time spent typing, so a timer never runs out under
the trainee's hands here: an empty line says that they stay silent.
"""

import time
from collections.abc import Callable

from game.desk import Desk
from game.errors import DangolError
from game.plain import briefing_lines, debrief_lines, review_lines
from game.session import Session
from game.view.dialogue import DialogueView, ReplyView, clock_words
from game.view.lines import LineView, Voice
from game.view.typed import typed_lines
from game.words import Lang, words

Ask = Callable[[str], str | None]
Show = Callable[[str], None]
_MOMENT = 0.03  # seconds between two looks at a line that is on its way


class Console:
    """Plays at a desk by text: `ask` gives a line or None at the end, `show` prints one."""

    def __init__(self, desk: Desk, lang: Lang, ask: Ask, show: Show) -> None:
        self.desk, self.lang, self.ask, self.show = desk, lang, ask, show
        self.told: tuple[str, ...] = ()  # what was said of the records before the play

    def say(self, key: str, **values: object) -> None:
        """Shows a sentence of the words table."""
        self.show(words(self.lang, key, **values))

    def number(self, most: int, least: int = 1, empty: int | None = None) -> int | None:
        """A number that the trainee writes; None for q or the end of input."""
        while (line := self.ask(words(self.lang, "console.prompt"))) is not None:
            if not line.strip() and empty is not None:
                return empty
            if line.strip() == "q":
                return None
            number = _number(line)
            if number is not None and least <= number <= most:
                return number
            self.say("console.number", most=most)
        return None

    def run(self, case: str | None, mode: str | None, seed: int | None) -> int:
        """Plays one case to the debrief, or until the trainee leaves; 0 either way."""
        session = self._session(case, mode, seed)
        if session is None:
            return 0
        try:
            return _Play(self, session).run()
        finally:
            session.leave()

    def _session(self, case: str | None, mode: str | None, seed: int | None) -> Session | None:
        title = self.desk.title(self.lang)
        self.told = title.notices
        for notice in self.told:
            self.show(notice)
        if case is None:
            offered = [(card.title, card.place, card.case) for card in title.cards]
            if not offered:
                folders = self.desk.library.folders
                raise DangolError("case.none", folder=folders[-1] if folders else "")
            rows = [f"{name} ({place})" for name, place, _ in offered]
            left = title.unfinished
            if left:
                told = words(self.lang, "console.resume", title=left.title, where=left.where)
                rows.append(told)
            self.say("console.pick-case")
            picked = self._pick(rows)
            if picked is None:
                return None
            if left and picked == len(rows):
                return self.desk.resume(left.save, self.lang)
            case = offered[picked - 1][2]
        chosen = mode or self._briefed(case)
        return None if chosen is None else self.desk.begin(case, chosen, self.lang, seed)

    def _pick(self, rows: list[str]) -> int | None:
        for number, row in enumerate(rows, 1):
            self.show(f"{number}. {row}")
        return self.number(len(rows))

    def _briefed(self, case: str) -> str | None:
        view = self.desk.briefing(case, self.lang)
        for line in briefing_lines(view, self.lang):
            self.show(line)
        modes = {choice.mode for choice in view.modes}
        offered = [one for one in ("coach", "explore", "exam") if one in modes]
        self.say("console.mode" if len(offered) > 1 else "console.mode.exam")
        picked = self.number(len(offered), empty=1)
        return None if picked is None else offered[picked - 1]


class _Play:
    """One play at the console."""

    def __init__(self, console: Console, session: Session) -> None:
        self.console, self.session = console, session
        self.shown = 0
        self.noticed = ""

    @property
    def lang(self) -> Lang:
        return self.console.lang

    def run(self) -> int:
        self.console.say("console.help")
        while True:
            if self.session.ended:
                if not self._debriefed():
                    return 0
                continue
            view = self._show_new()
            began = time.monotonic()
            line = self.console.ask(words(self.lang, "console.prompt"))
            if line is None or line.strip() == "q":
                self.console.say("console.saved")
                return 0
            try:
                self._take(line.strip(), view, int(time.monotonic() - began))
            except DangolError as error:
                self.console.say(error.key, **error.values)

    def _show_new(self) -> DialogueView:
        """Shows the lines since the last time, the meters, the remark and the replies."""
        view = self._heard_out()
        if view.notice != self.noticed:
            self.noticed = view.notice
            if view.notice not in self.console.told:
                self._show(view.notice)
        self._show_lines(view)
        self._remark(view)
        self._desk_lines(view)
        for number, reply in enumerate(view.replies, 1):
            self._show(f"{number}. {reply.text}")
        if view.deadline is not None:
            self.console.say("console.deadline", seconds=view.deadline)
        return view

    def _heard_out(self) -> DialogueView:
        """The dialogue once the customer has said it all; each line is shown when it is whole."""
        while (view := self.session.view(self.lang)).is_talking:
            self._show_lines(view)
            time.sleep(_MOMENT)
            self.session.attend(self.lang)
        lost = self.session.voice_loss(self.lang)
        if lost:
            self._show(lost)
        return view

    def _show_lines(self, view: DialogueView) -> None:
        """The lines that were not shown yet, as far as they stand."""
        stand = [line for line in view.lines if not line.is_growing]
        for line in stand[self.shown :]:
            if line.channel and line.scene == view.lines[-1].scene:
                self._review(view)
            self._show(self._line(line, view))
        self.shown = max(self.shown, len(stand))

    def _review(self, view: DialogueView) -> None:
        """What coach mode says of the scene before, between its last line and the next scene."""
        for text in review_lines(view, self.lang):
            self._show(text)

    def _desk_lines(self, view: DialogueView) -> None:
        """The meters, the story clock, and who else is in the scene."""
        if view.meters:
            self._show(" | ".join(f"{m.name} {m.value}{_arrow(m.delta)}" for m in view.meters))
        if view.clock:
            clock = ", ".join(clock_words(view.clock, self.lang))
            self.console.say("console.clock", clock=clock)
        for person in view.people:
            self.console.say("scene.person", name=person.name, mood=person.mood_word)

    def _remark(self, view: DialogueView) -> None:
        if view.feedback is None or view.feedback.turn != view.turn:
            return
        if view.feedback.typed:
            for line in typed_lines(view.feedback.typed, self.lang):
                self._show(line)
        if view.feedback.why:
            self.console.say("console.why", why=view.feedback.why)
        if view.feedback.better:
            self.console.say("console.better", better=view.feedback.better)

    def _take(self, line: str, view: DialogueView, elapsed: int) -> None:
        left = view.deadline
        waited = elapsed if left is None else min(elapsed, max(0, left - 1))
        command, _, rest = line.partition(" ")
        if not line:
            if left is not None:
                self.session.wait(left)
        elif line.isdecimal():
            self._choose(_number(line) or 0, view.replies, waited)
        elif line == "p":
            self._policies(view)
        elif command == "b" and rest.strip().isdecimal():
            self.session.back(_number(rest) or 0)
            self.shown = len(self.session.view(self.lang).lines)
            self._again()
        elif line == "h":
            self._again()
        elif line == "l":
            self.console.lang = "en" if self.lang == "ko" else "ko"
            self._again()
        elif line == "?":
            self.console.say("console.help.full")
        else:
            self._say(line.removeprefix(">").strip() or line, waited)

    def _choose(self, number: int, replies: tuple[ReplyView, ...], waited: int) -> None:
        if not 1 <= number <= len(replies):
            self.console.say("console.number", most=len(replies))
            return
        self.session.choose(replies[number - 1].id, waited)

    def _say(self, text: str, waited: int) -> None:
        self.session.ear.wait()
        aside = self.session.aside(self.lang)
        if aside:
            self._show(aside)
        asked = self.session.say(text, waited)
        if not asked:
            return
        self.console.say("typed.buttons" if self.session.is_lost else "console.meant")
        for number, reply in enumerate(asked, 1):
            self._show(f"{number}. {reply.text}")
        proposal = self.session.wait_for_proposal()
        for number, reply in enumerate(asked, 1):
            if proposal and reply.id == proposal.reply:
                self.console.say("screen.proposed", number=number, quote=proposal.quote)
        picked = self.console.number(len(asked), least=0)
        if picked:
            self.session.say_meant(text, asked[picked - 1].id, waited)
        elif picked == 0:
            self.session.say_unclear(text, waited)

    def _policies(self, view: DialogueView) -> None:
        for number, page in enumerate(view.pages, 1):
            self.console.say("console.policy", number=number, title=page.title)
            self._show(page.text)

    def _again(self) -> None:
        view = self.session.view(self.lang)
        for line in view.lines:
            self._show(self._line(line, view))
        self.shown = len(view.lines)

    def _line(self, line: LineView, view: DialogueView) -> str:
        if line.channel:
            return words(self.lang, "console.scene-begins", scene=line.text)
        who = {
            Voice.CUSTOMER: line.who or view.customer,
            Voice.AGENT: words(self.lang, "console.you"),
        }.get(line.voice) or words(self.lang, f"console.{line.voice}")
        return f"{who}: {line.text}"

    def _show(self, text: str) -> None:
        self.console.show(text)

    def _debriefed(self) -> bool:
        """Shows the end and the debrief; whether the trainee goes back to try a moment again."""
        view = self._heard_out()
        for line in view.lines[self.shown :]:
            self._show(self._line(line, view))
        self.shown = len(view.lines)
        for text in debrief_lines(self.session.debrief(self.lang), self.lang):
            self._show(text)
        if not view.can_rewind:
            return False
        self.console.say("console.again")
        turn = self._moment(view.turn)
        if not turn:
            return False
        self.session.back(turn)
        self._again()
        return True

    def _moment(self, most: int) -> int:
        """The turn to try again, 0 for none; p writes the debrief as a page first."""
        while (line := self.console.ask(words(self.lang, "console.prompt"))) is not None:
            line = line.strip()
            if line in ("", "q"):
                return 0
            if line == "p":
                self._print()
            elif (turn := _number(line)) is not None and 1 <= turn <= most:
                return turn
            else:
                self.console.say("console.number", most=most)
        return 0

    def _print(self) -> None:
        try:
            view = self.session.debrief(self.lang)
            self.console.say(
                "screen.printed", path=self.console.desk.print_debrief(view, self.lang)
            )
        except DangolError as error:
            self.console.say(error.key, **error.values)


def _number(text: str) -> int | None:
    """The whole number that is written; None for anything else, and for more than nine digits."""
    written = text.strip()
    return int(written) if written.isdecimal() and len(written) <= 9 else None


def _arrow(delta: int) -> str:
    return f" ({delta:+d})" if delta else ""
