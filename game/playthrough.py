"""One run of a case: the inputs with their hash chain, the steps they led to, and rewinding.

A save is a header and these inputs, nothing else: replayed, they give the same play again, byte
for byte. What was rewound stays in the log, so that the first try is never lost.
"""

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any, Final, TypeVar

from game.case.model import Case
from game.engine import readings
from game.engine.advance import advance, begin
from game.engine.difficulty import AS_WRITTEN, DIALS
from game.engine.events import CustomerSpoke, Event, NotUnderstood, ReplyGiven
from game.engine.inputs import Choose, Input, Say
from game.engine.play import Play
from game.errors import IllegalMove

FORMAT: Final = 1

T = TypeVar("T")


class Mode(StrEnum):
    """How a case is practised; the mode stands on the record."""

    EXPLORE = "explore"
    COACH = "coach"
    EXAM = "exam"


@dataclass(frozen=True, slots=True)
class Header:
    """What a play was begun with; `version` is the hash of the case's text, `agent` a name.

    `memory` are the case's memories of earlier plays that held when it began; `difficulty` is 1 to
    5, an exam always as its author wrote it.
    """

    case: str
    version: str
    seed: int
    mode: Mode
    language: str
    agent: str
    format: int = FORMAT
    memory: tuple[str, ...] = ()
    difficulty: int = AS_WRITTEN

    def to_json(self) -> dict[str, Any]:
        """The header as JSON values; what is as usual stands as if there were no such field."""
        data = {**asdict(self), "memory": list(self.memory)}
        usual = {"memory": [], "difficulty": AS_WRITTEN}
        return {k: v for k, v in data.items() if k not in usual or v != usual[k]}


@dataclass(frozen=True, slots=True)
class Back:
    """The trainee went back to just before their turn of this number."""

    turn: int


@dataclass(frozen=True, slots=True)
class Heard:
    """How the customer said a line that a voice was asked to word: the accepted words are `text`.

    `number` counts the customer's lines of the step from 0. `by` names the voice, "" where the
    script stood in; `refused` are the guards that threw wordings away, `fault` what kept the voice
    from speaking. `asked` and `prompt` are the voice and the version of its prompt, `language` is
    "" for the play's own. Changes nothing of a play.
    """

    number: int
    line: str
    text: str
    by: str
    refused: tuple[str, ...] = ()
    fault: str = ""
    asked: str = ""
    prompt: str = ""
    language: str = ""

    def to_json(self) -> dict[str, Any]:
        """What was heard as JSON values; what is empty is left out."""
        data = {"heard": self.number, "line": self.line, "text": self.text, "by": self.by}
        more = {name: getattr(self, name) for name in _MORE if getattr(self, name)}
        return {**data, **more, **({"refused": list(self.refused)} if self.refused else {})}


_MORE: Final = ("fault", "asked", "prompt", "language")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log: the node it was made at, and what was done there."""

    at: str
    done: Input | Back | Heard

    def to_json(self) -> dict[str, Any]:
        """The entry as JSON values."""
        match self.done:
            case Back(turn):
                return {"at": self.at, "back": turn}
            case Heard() as heard:
                return {"at": self.at, **heard.to_json()}
            case Input(wait, Choose(reply)):
                return {"at": self.at, "wait": wait, "choose": reply}
            case Input(wait, Say(text, meant, read)):
                said = {"at": self.at, "wait": wait, "say": text, "meant": meant}
                return said if read is None else {**said, "read": readings.to_json(read)}
            case Input(wait, _):
                return {"at": self.at, "wait": wait}


def entry_from_json(data: Mapping[str, Any]) -> Entry:
    """The entry that `to_json` wrote; raises ValueError where it is misshapen."""
    at = _typed(data, "at", str)
    if "back" in data:
        return Entry(at, Back(_typed(data, "back", int)))
    if "heard" in data:
        return Entry(at, _heard(data))
    wait = _typed(data, "wait", int)
    if "choose" in data:
        return Entry(at, Input(wait, Choose(_typed(data, "choose", str))))
    if "say" in data:
        meant = None if data.get("meant") is None else _typed(data, "meant", str)
        text = _typed(data, "say", str)
        read = readings.from_json(data["read"], text) if "read" in data else None
        return Entry(at, Input(wait, Say(text, meant, read)))
    return Entry(at, Input(wait, None))


def _heard(data: Mapping[str, Any]) -> Heard:
    number = _typed(data, "heard", int)
    line, text, by = (_typed(data, key, str) for key in ("line", "text", "by"))
    more = {name: _typed(data, name, str) for name in _MORE if name in data}
    return Heard(number, line, text, by, _texts(data.get("refused", [])), **more)


def header_from_json(data: Mapping[str, Any]) -> Header:
    """The header that `to_json` wrote; raises ValueError where it is misshapen."""
    return Header(
        case=_typed(data, "case", str),
        version=_typed(data, "version", str),
        seed=_typed(data, "seed", int),
        mode=Mode(_typed(data, "mode", str)),
        language=_typed(data, "language", str),
        agent=_typed(data, "agent", str),
        format=_typed(data, "format", int),
        memory=_texts(data.get("memory", [])),
        difficulty=_difficulty(data),
    )


def _difficulty(data: Mapping[str, Any]) -> int:
    """The level of a play; an older one, and an exam, is as the author wrote it."""
    level = data.get("difficulty", AS_WRITTEN)
    levels = (AS_WRITTEN,) if data.get("mode") == Mode.EXAM else tuple(DIALS)
    if type(level) is not int or level not in levels:
        raise ValueError("difficulty")
    return level


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ValueError("memory")
    return tuple(value)


def _typed(data: Mapping[str, Any], key: str, kind: type[T]) -> T:
    value = data.get(key)
    if type(value) is not kind:
        raise ValueError(key)
    return value


@dataclass(frozen=True, slots=True)
class Step:
    """One input on today's path: the play it met, what happened, and the play after.

    `heard` is how the customer's lines in it were worded, where a voice did.
    """

    before: Play
    taken: Input
    events: tuple[Event, ...]
    after: Play
    heard: tuple[Heard, ...] = ()

    @property
    def is_turn(self) -> bool:
        """Whether the trainee said something in it."""
        return any(isinstance(event, ReplyGiven | NotUnderstood) for event in self.events)


@dataclass(frozen=True, slots=True)
class Divergence:
    """Where a log could not be replayed: the entry's number from 1, its node, and what it did."""

    entry: int
    at: str
    done: str


class Playthrough:
    """A play of one case, from its header and log to the play now.

    `opening` is what happened before the first input, `opened` how its lines were worded. `steps`
    are today's path; `first_try` is the path up to the first rewind, None while there was none.
    """

    def __init__(self, case: Case, header: Header) -> None:
        self.case = case
        self.header = header
        self.log: list[Entry] = []
        self.chain: list[str] = []
        self.steps: list[Step] = []
        self.first_try: tuple[Step, ...] | None = None
        self.start, self.opening = begin(case, header.seed, header.memory, header.difficulty)
        self.opened: tuple[Heard, ...] = ()

    @property
    def play(self) -> Play:
        """The play as it stands."""
        return self.steps[-1].after if self.steps else self.start

    @property
    def happened(self) -> tuple[Event, ...]:
        """What happened in the last step, or before the first input."""
        return self.steps[-1].events if self.steps else self.opening

    @property
    def digest(self) -> str:
        """The head of the hash chain over header and log: 64 hex digits."""
        return self.chain[-1] if self.chain else chained("", self.header.to_json())

    @property
    def rewinds(self) -> int:
        """How often the trainee went back."""
        return sum(isinstance(entry.done, Back) for entry in self.log)

    def take(self, taken: Input) -> tuple[Event, ...]:
        """Advances the play by one input; raises IllegalMove and changes nothing."""
        before = self.play
        after, events = advance(self.case, before, taken)
        self._write(Entry(before.node, taken))
        self.steps.append(Step(before, taken, events, after))
        return events

    def back(self, turn: int) -> None:
        """Goes back to just before the trainee's `turn`; not in an exam."""
        if self.header.mode is Mode.EXAM:
            raise IllegalMove("move.exam")
        if not 1 <= turn <= self.play.turn:
            raise IllegalMove("move.back", turn=turn, most=self.play.turn)
        self._write(Entry(self.play.node, Back(turn)))
        if self.first_try is None:
            self.first_try = tuple(self.steps)
        kept = next(i for i, step in enumerate(self.steps) if step.after.turn >= turn)
        del self.steps[kept:]

    def hear(self, heard: Heard) -> None:
        """Writes down how a line of the last step was worded; raises IllegalMove.

        A line that the last step does not have cannot be worded.
        """
        spoken = [one.text for one in self.happened if isinstance(one, CustomerSpoke)]
        if not 0 <= heard.number < len(spoken) or spoken[heard.number] != heard.line:
            raise IllegalMove("move.heard", line=heard.line)
        self._write(Entry(self.play.node, heard))
        if self.steps:
            last = self.steps[-1]
            self.steps[-1] = replace(last, heard=(*last.heard, heard))
        else:
            self.opened = (*self.opened, heard)

    def _write(self, entry: Entry) -> None:
        previous = self.digest
        self.log.append(entry)
        self.chain.append(chained(previous, entry.to_json()))


def chained(previous: str, data: Mapping[str, Any]) -> str:
    """The next head of a hash chain: SHA-256 over the head before and the canonical JSON."""
    return linked(previous, canonical(data))


def canonical(data: Mapping[str, Any]) -> bytes:
    """JSON values as the chain takes them, written in one way only; ValueError for no text."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def linked(previous: str, written: bytes) -> str:
    """The next head over canonical JSON that is written already."""
    return hashlib.sha256(b"%s\n%s" % (previous.encode(), written)).hexdigest()


def replay(case: Case, header: Header, log: list[Entry]) -> tuple[Playthrough, Divergence | None]:
    """The playthrough that a log leads to, on the text of the case as it is now.

    Ids that the case has renamed (`was:`) are followed. At the first entry that is no longer
    possible it stops and says so; all before it stands.
    """
    run = Playthrough(case, header)
    for number, entry in enumerate(log, 1):
        node = case.node_named(entry.at)
        if node is None or node.id != run.play.node:
            return run, _divergence(number, entry)
        try:
            match entry.done:
                case Back(turn):
                    run.back(turn)
                case Heard() as heard:
                    with suppress(IllegalMove):  # a line that is gone takes its words with it
                        run.hear(heard)
                case Input() as taken:
                    run.take(_renamed(taken, run))
        except IllegalMove:
            return run, _divergence(number, entry)
    return run, None


def _renamed(taken: Input, run: Playthrough) -> Input:
    """The input with today's id of the reply, where its node still has it."""
    node = run.case.nodes[run.play.node]
    match taken.move:
        case Choose(reply) if found := node.reply(reply):
            return replace(taken, move=Choose(found.id))
        case Say(text, str(meant), read) if found := node.reply(meant):
            return replace(taken, move=Say(text, found.id, read))
        case _:
            return taken


def _divergence(number: int, entry: Entry) -> Divergence:
    data = entry.to_json()
    done = next(data[key] for key in ("choose", "say", "back", "line", "wait") if key in data)
    return Divergence(number, entry.at, str(done))
