"""From the steps of a play to the transcript that is scored: lines, facts and opportunities."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from operator import methodcaller
from types import MappingProxyType
from typing import Final, Protocol

from game import words
from game.case.model import Case
from game.case.nodes import AuthoredAct, Node, Reply
from game.case.spoken import TextId
from game.engine.advance import Advance, advance
from game.engine.difficulty import bar_at
from game.engine.events import (
    CaseEnded,
    CustomerSpoke,
    DeedDone,
    Event,
    FeelingShown,
    HarmDone,
    NodeEntered,
    NotUnderstood,
    ReplyGiven,
    SceneBegan,
)
from game.engine.inputs import Choose, Input, Say
from game.engine.offers import on_offer
from game.engine.play import Play
from game.errors import IllegalMove
from game.filling import fill
from game.playthrough import Header, Heard, Playthrough, Step
from scoring.acts import ACTS
from scoring.earning import acts_with
from scoring.transcript import (
    Act,
    Chance,
    Deed,
    Feeling,
    Guard,
    Harm,
    Line,
    ProblemFact,
    Speaker,
    Transcript,
)

Takes = Callable[[Reply], bool]
NAMED: Final = "<agent>"
"""Where the trainee's name stands in a line that a voice has worded."""


def transcribe(
    run: Playthrough, language: str | None = None, steps: Sequence[Step] | None = None
) -> Transcript:
    """The transcript of a run in its own or another language; `steps` for another path of it."""
    return _Writer(
        run, language or run.header.language, run.steps if steps is None else steps
    ).write()


class Reads(Protocol):
    """How a text of a case reads; with `play`, its `<clock>` and `<time>` are those of then."""

    def __call__(self, text: TextId, play: Play | None = None) -> str: ...


def text_in(case: Case, header: Header, language: str) -> Reads:
    """How a text of the case reads in `language`, with the trainee's name in its place."""
    agent = header.agent or words.words(_lang(language), "agent.name")

    def read(text: TextId, play: Play | None = None) -> str:
        values = {"agent": agent}
        if play is not None:
            values |= {"clock": minutes(play.clock), "time": hour(play.time)}
        return fill(case.text(text, language), values)

    return read


def worded(
    run: Playthrough, events: Iterable[Event], heard: Iterable[Heard], language: str
) -> Iterator[tuple[int | None, Event, str | None]]:
    """The events of a step, each with the number and the words of a customer's line.

    The number is None for what is no customer's line, the words where the script stands: also in
    another language than the one that the customer was heard in.
    """
    name = run.header.agent or words.words(_lang(language), "agent.name")
    shown = language if language in run.case.languages else run.case.language
    said = {
        one.number: one.text.replace(NAMED, name)
        for one in heard
        if one.by and (one.language or run.header.language) == shown
    }
    numbers = count()
    for event in events:
        if isinstance(event, CustomerSpoke):
            number = next(numbers)
            yield number, event, said.get(number)
        else:
            yield None, event, None


def minutes(seconds: int) -> str:
    """A span of story time, such as 4:35."""
    return f"{seconds // 60}:{seconds % 60:02}"


def hour(seconds: int) -> str:
    """A time of day, such as 17:24."""
    return f"{seconds // 3600 % 24:02}:{seconds // 60 % 60:02}"


def _lang(language: str) -> words.Lang:
    return "ko" if language == "ko" else "en"


class _Writer:
    """Writes one transcript; the parts share the run, the language and the events by turn."""

    def __init__(self, run: Playthrough, language: str, steps: Sequence[Step]) -> None:
        self.run, self.case, self.steps, self.language = run, run.case, steps, language
        self.text = text_in(run.case, run.header, language)
        self.turns = [step for step in steps if step.is_turn]
        self.play = steps[-1].after if steps else run.start

    def write(self) -> Transcript:
        case, bars, level = self.case, self.case.bars, self.run.header.difficulty
        ended = [event for _, event in self.events() if isinstance(event, CaseEnded)]
        lines = tuple(self.lines())
        return Transcript(
            case=case.id,
            language=self.language,
            lines=lines,
            feelings=tuple(self.feelings()),
            deeds=tuple(self.deeds()),
            harms=tuple(self.harms()),
            problem=tuple(self.problem()),
            can_receive=any(node.gives_thanks for node in case.nodes.values()),
            can_pass_on=any(True for reply in self.replies() if reply.does("pass-on")),
            receive_chance=self.thanks_chance() or _first_weak(lines),
            pass_on_chance=self.chance(lambda reply: reply.does("pass-on")),
            bars=MappingProxyType(
                {
                    "resolution": bar_at(bars.resolution, level),
                    "empathy": bar_at(bars.empathy, level),
                    "gratitude": bar_at(bars.gratitude, level),
                }
            ),
            mood=self.play.mood,
            seconds=self.play.seconds,
            ended=bool(ended),
            fate=ended[-1].fate.value if ended else None,
        )

    def events(self) -> Iterator[tuple[int, Event]]:
        """Every event with the trainee's turn it belongs to."""
        return ((turn, event) for turn, event, _, _ in self.happenings())

    def happenings(self) -> Iterator[tuple[int, Event, Step | None, str | None]]:
        """Every event with its turn, its step and how a voice worded it.

        The step is None for what happened before the first, the words where the script stands.
        """
        run, language = self.run, self.language
        for _, event, heard in worded(run, run.opening, run.opened, language):
            yield 0, event, None, heard
        for step in self.steps:
            turn = step.before.turn
            for _, event, heard in worded(run, step.events, step.heard, language):
                if isinstance(event, ReplyGiven | NotUnderstood):
                    turn = step.after.turn
                yield turn, event, step, heard

    def lines(self) -> list[Line]:
        lines: list[Line] = []
        scene = 0
        for turn, event, step, heard in self.happenings():
            play = step.after if step else self.run.start
            match event:
                case SceneBegan(began):
                    scene = self.case.scene_number(began)
                case CustomerSpoke(text, thanks, who):
                    meant = self.text(text, play)
                    said = meant if heard is None else heard
                    name = self.text(self.case.customers[who].name) if who else ""
                    line = Line(turn, Speaker.CUSTOMER, said, thanks=thanks, scene=scene, who=name)
                    lines.append(line if heard is None else replace(line, meant=meant))
                case NotUnderstood(_, typed):
                    line = Line(turn, Speaker.AGENT, typed, scene=scene)
                    lines.append(heard_in(line, step))
                case ReplyGiven(node, reply, typed):
                    found = self.case.nodes[node].reply(reply)
                    assert found is not None
                    line = replace(self.line(turn, found, typed), scene=scene)
                    lines.append(heard_in(line, step))
                case NodeEntered(entered):
                    _blame(lines, self.case.nodes[entered])
                case _:
                    pass
        return lines

    def line(self, turn: int, reply: Reply, typed: str | None) -> Line:
        said = typed if typed is not None else self.text(reply.say)
        return Line(
            turn,
            Speaker.AGENT,
            said,
            acts=tuple(
                Act(act.name, act.target, act.level, self.quote(act, said, typed))
                for act in reply.acts
            ),
            hurts=reply.hurts,
            breaks=reply.breaks,
            why=self.text(reply.why),
            better=self.text(reply.better) if reply.better else None,
        )

    def quote(self, act: AuthoredAct, said: str, typed: str | None) -> str:
        """The words that carry an act; of a typed reply all of them."""
        if act.quote is None or typed is not None:
            return said
        own = self.text(act.quote)
        return own if own in said else said

    def first(self, kind: type[Event], name: str) -> dict[str, int]:
        """The turn of the first event of a kind, by the id it names."""
        found: dict[str, int] = {}
        for turn, event in self.events():
            if isinstance(event, kind):
                found.setdefault(getattr(event, name), turn)
        return found

    def feelings(self) -> Iterator[Feeling]:
        shown = self.first(FeelingShown, "feeling")
        for one in self.case.feels.values():
            since = shown.get(one.id)
            chances = {
                need: chance
                for need in one.needs
                if (chance := self.chance(methodcaller("meets", one.id, need), since or 0))
            }
            yield Feeling(
                one.id, self.text(one.text), one.needs, one.core, since, MappingProxyType(chances)
            )

    def deeds(self) -> Iterator[Deed]:
        done = self.first(DeedDone, "deed")
        earned = {deed for node in self.case.nodes.values() for deed in node.earns}
        earned |= {deed for reply in self.replies() for deed in reply.earns}
        for one in self.case.deeds.values():
            since = done.get(one.id, None if one.id in earned else 0)
            chance = self.chance(methodcaller("thanks_for", one.id), since or 0)
            yield Deed(one.id, self.text(one.text), since, chance)

    def harms(self) -> Iterator[Harm]:
        for harm, turn in self.first(HarmDone, "harm").items():
            one = self.case.harms[harm]
            yield Harm(harm, self.text(one.text), one.by, turn)

    def problem(self) -> Iterator[ProblemFact]:
        for one in self.case.problem.values():
            if not self.play.counts(one.id):
                continue
            solved, turn = self.play.is_solved(one.id), 0
            for step in self.steps:
                if step.before.is_solved(one.id) != step.after.is_solved(one.id):
                    turn = step.after.turn
            yield ProblemFact(
                one.id,
                self.text(one.text),
                one.weight,
                solved,
                one.id in self.play.seems,
                turn,
                None if solved else self.solving_chance(one.id),
            )

    def replies(self) -> Iterable[Reply]:
        return (reply for node in self.case.nodes.values() for reply in node.replies)

    def chance(self, takes: Takes, since: int = 0) -> Chance | None:
        """The first turn after `since` where a good reply that `takes` was on offer."""
        for step in self.turns:
            if step.after.turn > since and (found := _good(on_offer(step.before), takes)):
                return self.pointing(step.after.turn, found)
        found = _good(self.replies(), takes)
        return self.pointing(0, found) if found else None

    def pointing(self, turn: int, reply: Reply) -> Chance:
        return Chance(turn, self.text(reply.say))

    def solving_chance(self, fact: str) -> Chance | None:
        """The last turn where a reply on offer would have made a problem fact true."""
        for step in reversed(self.turns):
            for reply in on_offer(step.before):
                if reply.better is None and _after(step.before, reply)[0].is_solved(fact):
                    return self.pointing(step.after.turn, reply)
        return self.chance(_works_towards(self.case, fact))

    def thanks_chance(self) -> Chance | None:
        """The last turn where a reply on offer would have been thanked for."""
        for step in reversed(self.turns):
            for reply in on_offer(step.before):
                _, events = _after(step.before, reply)
                if any(isinstance(event, CustomerSpoke) and event.thanks for event in events):
                    return self.pointing(step.after.turn, reply)
        return None


def said_by_trainee(run: Playthrough) -> Iterator[str]:
    """What the trainee has said on today's path, in order."""
    words = text_in(run.case, run.header, run.header.language)
    for step in run.steps:
        for event in step.events:
            if isinstance(event, NotUnderstood):
                yield event.typed
            elif isinstance(event, ReplyGiven):
                reply = run.case.nodes[event.node].reply(event.reply)
                assert reply is not None
                yield event.typed if event.typed is not None else words(reply.say)


def heard_in(line: Line, step: Step | None) -> Line:
    """The trainee's line with what was read in it, where it was typed and there was a reader.

    Acts of a later reader that nobody here knows are passed over.
    """
    move = step.taken.move if step else None
    read = move.read if isinstance(move, Say) else None
    if read is None:
        return line
    text = line.text
    guards = tuple(Guard(one.name, text[one.start : one.end], one.caps) for one in read.guards)
    if not read.is_judged:
        return replace(line, guards=guards, is_unsure=True)
    known = (one for one in read.acts if one.name in ACTS)
    heard = tuple(Act(one.name, one.target, one.level, text[one.start : one.end]) for one in known)
    return replace(line, acts=acts_with(line.acts, heard), heard=heard, guards=guards)


def _blame(lines: list[Line], node: Node) -> None:
    """What a node hurts or breaks is laid to the trainee's line that led there."""
    last = next((i for i in reversed(range(len(lines))) if lines[i].speaker is Speaker.AGENT), None)
    if last is not None and (node.hurts or node.breaks):
        line = lines[last]
        hurts = tuple(dict.fromkeys((*line.hurts, *node.hurts)))
        breaks = tuple(dict.fromkeys((*line.breaks, *node.breaks)))
        lines[last] = replace(line, hurts=hurts, breaks=breaks)


def _after(play: Play, reply: Reply) -> Advance:
    """Where a reply on offer would have led; nowhere, where the case then goes round forever."""
    try:
        return advance(play.case, play, Input(0, Choose(reply.id)))
    except IllegalMove:
        return play, ()


def _good(replies: Iterable[Reply], takes: Takes) -> Reply | None:
    """The first reply that takes an opportunity; one without a `better` before any other."""
    taking = [reply for reply in replies if takes(reply)]
    return next((one for one in taking if one.better is None), taking[0] if taking else None)


def _works_towards(case: Case, fact: str) -> Takes:
    """Whether a reply solves a fact, or changes something that its `when` reads."""
    when = case.problem[fact].when

    def takes(reply: Reply) -> bool:
        changes = (one.name for change in reply.do for one in (change, *change.then))
        reads = when is not None and any(name in when.uses for name in changes)
        return reply.better is None and (fact in reply.solves or reads)

    return takes


def _first_weak(lines: Sequence[Line]) -> Chance | None:
    weak = next((line for line in lines if line.better), None)
    return Chance(weak.turn, weak.better or "") if weak else None
