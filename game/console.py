"""The console front end: the same play as in the window, for terminals and screen readers.

Time that passes at a prompt is not told from time spent typing, so a timer never runs out under
the trainee's hands here: an empty line says that they stay silent.
"""

import time
from collections.abc import Callable, Iterator

from game.desk import Desk
from game.errors import DangolError
from game.session import Session
from game.view.debrief import DebriefView, FindingView
from game.view.dialogue import DialogueView, LineView, ReplyView, Voice
from game.words import Lang, words

Ask = Callable[[str], str | None]
Show = Callable[[str], None]


class Console:
    """Plays at a desk by text: `ask` gives a line or None at the end, `show` prints one."""

    def __init__(self, desk: Desk, lang: Lang, ask: Ask, show: Show) -> None:
        self.desk, self.lang, self.ask, self.show = desk, lang, ask, show

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
        return _Play(self, session).run()

    def _session(self, case: str | None, mode: str | None, seed: int | None) -> Session | None:
        title = self.desk.title(self.lang)
        for notice in title.notices:
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
        bars = ", ".join(f"{name} {bar}" for _, name, bar in view.bars)
        for line in (view.title, view.place, view.source, "", view.brief, *view.care, ""):
            self.show(line)
        self.show(" · ".join(part for part in (view.customer, view.about, view.wants) if part))
        self.say("console.bars", bars=bars)
        self.say("console.mode")
        picked = self.number(3, empty=1)
        return None if picked is None else ("coach", "explore", "exam")[picked - 1]


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
        view = self.session.view(self.lang)
        if view.notice != self.noticed:
            self.noticed = view.notice
            self._show(view.notice)
        for line in view.lines[self.shown :]:
            self._show(self._line(line, view))
        self.shown = len(view.lines)
        self._remark(view)
        if view.meters:
            self._show(" | ".join(f"{m.name} {m.value}{_arrow(m.delta)}" for m in view.meters))
        for number, reply in enumerate(view.replies, 1):
            self._show(f"{number}. {reply.text}")
        if view.deadline is not None:
            self.console.say("console.deadline", seconds=view.deadline)
        return view

    def _remark(self, view: DialogueView) -> None:
        if view.feedback is None or view.feedback.turn != view.turn:
            return
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
        asked = self.session.say(text, waited)
        if not asked:
            return
        self.console.say("console.meant")
        for number, reply in enumerate(asked, 1):
            self._show(f"{number}. {reply.text}")
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
        who = {
            Voice.CUSTOMER: view.customer,
            Voice.AGENT: words(self.lang, "console.you"),
        }.get(line.voice) or words(self.lang, f"console.{line.voice}")
        return f"{who}: {line.text}"

    def _show(self, text: str) -> None:
        self.console.show(text)

    def _debriefed(self) -> bool:
        """Shows the end and the debrief; whether the trainee goes back to try a moment again."""
        view = self.session.view(self.lang)
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


def debrief_lines(view: DebriefView, lang: Lang) -> Iterator[str]:
    """The debrief as lines of text, in the order of its two pages."""
    yield ""
    yield f"== {view.title} · {view.caption}: {view.headline}"
    yield words(lang, "console.handled", handled=view.handled, handled_words=view.handled_words)
    yield words(
        lang, "console.resolved", resolved=view.resolved, resolved_words=view.resolved_words
    )
    yield view.gap
    for fact in view.facts:
        yield "  " + words(lang, f"console.fact.{fact.state}", fact=fact.text)
    for axis in view.axes:
        score = "-" if axis.score is None else axis.score
        yield words(
            lang, "console.axis", name=axis.name, score=score, bar=axis.bar, verdict=axis.verdict
        )
    yield ""
    yield f"== {words(lang, 'console.findings')}"
    for turn in view.turns:
        for finding in turn.findings:
            yield from _finding_lines(finding, lang)
    yield ""
    yield f"== {words(lang, 'console.figures')}"
    for figure in view.figures:
        yield f"{figure.name} {figure.value} ({figure.scale})"
    yield ""
    yield f"== {words(lang, 'console.afterwards')}"
    for when, text in view.epilogue:
        yield f"{when}: {text}"
    yield view.source


def _finding_lines(one: FindingView, lang: Lang) -> Iterator[str]:
    key = "console.points" if one.of is None else "console.points.of"
    points = f"{one.points:+d}" if one.points else "0"
    head = words(lang, key, axis=one.axis_name, points=points, of=one.of)
    if one.tone == "critical":
        head = one.axis_name
    quote = words(lang, "console.quote", quote=one.quote)
    yield f"{words(lang, 'console.turn', turn=one.turn)} {head} {quote}"
    yield f"    {one.why}"
    if one.better:
        yield "    " + words(lang, "console.better", better=one.better)
