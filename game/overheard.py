"""A conversation that was not played here, as a transcript that can be scored, and what cannot.

Words tell what was felt, asked and thanked for. What was really done they do not tell: on 200 real
runs of an airline agent, words that sound resolved predicted true success worse than chance.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Final

from game.case.model import Case
from game.case.nodes import Reply
from game.errors import DangolError
from game.listening import Ear, come_about
from scoring.acts import ACTS, Group, Mechanism, Target
from scoring.reading.context import Context
from scoring.reading.cues import is_korean
from scoring.reading.normal import plain
from scoring.reading.reading import UNSURE, Reading
from scoring.scorecard import SCORED
from scoring.transcript import (
    Act,
    Chance,
    Deed,
    Feeling,
    Guard,
    Harm,
    Line,
    Speaker,
    Transcript,
)

MOST_TURNS: Final = 400
_SHOWS: Final = 0.35
"""How near a customer's words must be to a feeling or a deed to show it: our threshold."""
_AGENTS: Final = frozenset({"agent", "assistant", "상담원", "상담사", "직원"})
_CUSTOMERS: Final = frozenset({"customer", "user", "client", "고객", "손님"})


@dataclass(frozen=True, slots=True)
class Said:
    """One line of the conversation."""

    agent: bool
    text: str


@dataclass(frozen=True, slots=True)
class Heard:
    """One line of the agent with its reading; `turn` counts from 1."""

    turn: int
    text: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Overheard:
    """A conversation as read: by turns, and against its case as a transcript (None without one)."""

    language: str
    turns: tuple[Heard, ...]
    transcript: Transcript | None

    @property
    def lines(self) -> tuple[Line, ...]:
        """The agent's lines with what was read in them."""
        return tuple(map(line_of, self.turns))


def said_in(text: str) -> tuple[Said, ...]:
    """The lines of a conversation written as JSON; raises DangolError.

    A list of objects, or an object with such a list under "lines": each with "speaker" (agent or
    customer) and "text".
    """
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise DangolError("cli.score.json") from None
    lines = found.get("lines") if isinstance(found, dict) else found
    if not isinstance(lines, list):
        raise DangolError("cli.score.lines")
    if len(lines) > MOST_TURNS:
        raise DangolError("workshop.from.long", turns=len(lines), most=MOST_TURNS)
    return tuple(_said(number, one) for number, one in enumerate(lines, 1))


def _said(number: int, one: Any) -> Said:
    who, text = (one.get("speaker"), one.get("text")) if isinstance(one, dict) else (None, None)
    side = who.strip().lower() if isinstance(who, str) else ""
    if side not in _AGENTS | _CUSTOMERS or not isinstance(text, str):
        raise DangolError("cli.score.line", line=number)
    return Said(side in _AGENTS, text)


def overhear(said: Sequence[Said], ear: Ear, case: Case | None) -> Overheard:
    """The conversation read turn by turn, in its own language, against a case if there is one."""
    language = _language(said, case)
    turns: list[Heard] = []
    customer, before = "", [one.text for one in said if one.agent]
    for one in said:
        if not one.agent:
            customer = one.text
            continue
        context = _context(case, language, customer, before[: len(turns)])
        turns.append(Heard(len(turns) + 1, one.text, ear.reader.read(one.text, language, context)))
    transcript = _transcript(said, turns, case, language, ear) if case else None
    return Overheard(language, tuple(turns), transcript)


def _language(said: Iterable[Said], case: Case | None) -> str:
    korean = is_korean(plain(" ".join(one.text for one in said)[:4000]))
    language = "ko" if korean else "en"
    return language if case is None or language in case.languages else case.language


def _context(case: Case | None, language: str, customer: str, before: Sequence[str]) -> Context:
    if case is None:
        return Context(customer=customer, said=tuple(before))
    return Context(
        customer=customer,
        feels={id: case.text(one.text, language) for id, one in case.feels.items()},
        thank_for={id: case.text(one.text, language) for id, one in case.deeds.items()},
        harms={id: case.text(one.text, language) for id, one in case.harms.items()},
        steps=tuple(case.text(one.text, language) for one in case.problem.values()),
        facts=tuple(case.text(one.text, language) for one in case.policy),
        said=tuple(before),
    )


# Against a case


def _transcript(
    said: Sequence[Said], turns: Sequence[Heard], case: Case, language: str, ear: Ear
) -> Transcript:
    """What can be scored of it; the problem is left out, so that resolution is not judged."""
    lines = tuple(_lines(said, turns, case))
    shown = _Shown(lines, ear)
    return Transcript(
        case=case.id,
        language=language,
        lines=lines,
        feelings=tuple(
            Feeling(
                one.id, case.text(one.text, language), one.needs, one.core,
                shown.at(case.text(one.text, language)), _chances(case, one.id, language),
            )
            for one in case.feels.values()
        ),
        deeds=tuple(
            Deed(id, text, _done(case, id, shown.at(text), lines), _thanking(case, id, language))
            for id, text in ((id, case.text(o.text, language)) for id, o in case.deeds.items())
        ),
        harms=tuple(
            Harm(id, case.text(one.text, language), one.by, 0) for id, one in case.harms.items()
        ),
        problem=(),
        can_receive=False,
        can_pass_on=False,
        receive_chance=None,
        pass_on_chance=None,
        bars=MappingProxyType({axis.value: getattr(case.bars, axis) for axis in SCORED}),
        mood=case.scenes[0].customer.mood,
        seconds=0,
        ended=True,
        fate=None,
    )  # fmt: skip


def _lines(said: Sequence[Said], turns: Sequence[Heard], case: Case) -> Iterator[Line]:
    """The lines; what meets no feeling by name counts, by half, for the first core one."""
    core = next((one.id for one in case.feels.values() if one.core), None)
    number = 0
    for one in said:
        if not one.agent:
            yield Line(number, Speaker.CUSTOMER, one.text)
            continue
        heard = turns[number]
        number += 1
        line = line_of(heard)
        yield replace(line, acts=tuple(_aimed(act, core) for act in line.acts))


def _aimed(act: Act, core: str | None) -> Act:
    is_aimless = act.target is None and ACTS[act.name].target is Target.FEELING
    return replace(act, target=core) if is_aimless else act


def line_of(heard: Heard) -> Line:
    """A line of the agent with the acts that were read in it; none where the reader was unsure.

    Critical errors are not taken from words alone: whether a promise is false needs the facts.
    """
    reading = heard.reading
    guards = tuple(Guard(one.name, one.quote, one.caps) for one in reading.flags)
    if reading.confidence < UNSURE:
        return Line(heard.turn, Speaker.AGENT, heard.text, guards=guards, is_unsure=True)
    acts = tuple(
        one for one in reading.acts if ACTS[one.name].group is not Group.CRITICAL and one.quote
    )
    return Line(heard.turn, Speaker.AGENT, heard.text, acts, heard=acts, guards=guards)


class _Shown:
    """At which turn the customer's words first came near to something, None where never."""

    def __init__(self, lines: Sequence[Line], ear: Ear) -> None:
        self._lines = [line for line in lines if line.speaker is Speaker.CUSTOMER]
        self._near = ear.reader.near

    def at(self, text: str) -> int | None:
        near = self._near(text, [plain(line.text) for line in self._lines])
        found = (line.turn for line, one in zip(self._lines, near, strict=True) if one >= _SHOWS)
        return next(found, None)


def _done(case: Case, deed: str, shown: int | None, lines: Iterable[Line]) -> int | None:
    """Since when a deed was done: since it showed; else from the start where the case says so, or
    where it was thanked for.
    """
    if deed not in come_about(case)[0]:
        return 0
    thanked = any(act.name == "thank" and act.target == deed for o in lines for act in o.acts)
    return 0 if shown is None and thanked else shown


def _chances(case: Case, feeling: str, language: str) -> Mapping[Mechanism, Chance]:
    """For each mechanism that a feeling needs, words of the case that would meet it."""
    found = {}
    for need in case.feels[feeling].needs:
        reply = next((one for one in _replies(case) if one.meets(feeling, need)), None)
        if reply is not None:
            found[need] = Chance(0, case.text(reply.say, language))
    return found


def _thanking(case: Case, deed: str, language: str) -> Chance | None:
    reply = next((one for one in _replies(case) if one.thanks_for(deed)), None)
    return Chance(0, case.text(reply.say, language)) if reply else None


def _replies(case: Case) -> Iterator[Reply]:
    return (reply for node in case.nodes.values() for reply in node.replies)


@dataclass(frozen=True, slots=True)
class Best:
    """The best that was said on one axis of the reading: its level, turn and words."""

    axis: str
    level: float
    turn: int
    quote: str


def best_of(turns: Sequence[Heard]) -> tuple[Best, ...]:
    """The best of each axis of the language alone: er, ip, ex, gratitude; level 0 where none.

    Turns that the reader was not sure of are left out. Resolution is not among them: see above.
    """
    found = []
    for axis in ("er", "ip", "ex", "gratitude"):
        best = Best(axis, 0.0, 0, "")
        for heard in turns:
            level = getattr(heard.reading, axis)
            if heard.reading.confidence >= UNSURE and level > best.level:
                quotes = [one.quote for one in heard.reading.evidence if one.axis == axis]
                best = Best(axis, level, heard.turn, quotes[0] if quotes else heard.text)
        found.append(best)
    return tuple(found)
