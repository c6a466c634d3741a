"""A model tried out as a customer: what it is asked, what it said, and how fast."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from time import monotonic
from typing import Any, Final

import yaml

from game import content
from game.case.library import Library
from game.customers.guards import GUARDS, cleaned
from game.customers.speaking import Speaker, Spoken
from game.customers.voice import Hear, Voice
from game.customers.wanted import CustomerLineWanted
from game.doctor.lines import SPEED_RUNNER, is_cold, lines_along, sample
from game.engine.bots import SOLVER
from game.errors import CustomerUnavailable
from game.words import LANGUAGES, Lang

LINES: Final = 10  # in each language, as is the number of texts of each other kind
TEXTS: Final = 8
SECONDS: Final = 30.0  # more than in a play: a slow model's words are looked at all the same
_GIVES_UP: Final = 4
_NO_ANSWER: Final = frozenset({"voice.cut"})  # the server is there, only the line was no line


class Kind(StrEnum):
    """What a trial is of."""

    LINE = "line"
    BEGGING = "begging"
    INJECTION = "injection"


@dataclass(frozen=True, slots=True)
class Trial:
    """One line that the model is asked for."""

    kind: Kind
    wanted: CustomerLineWanted


@dataclass(slots=True)
class Attempt:
    """What the model said to one call, in seconds since the call where it is about time.

    `first` is None where nothing came; `pieces` is how often something came.
    """

    said: str = ""
    fault: str = ""
    first: float | None = None
    whole: float = 0
    pieces: int = 0


@dataclass(frozen=True, slots=True)
class Heard:
    """A trial with all that the model said, and what would have been shown."""

    trial: Trial
    attempts: tuple[Attempt, ...]
    spoken: Spoken

    @property
    def is_accepted(self) -> bool:
        """Whether a line of the model's would have been shown."""
        return bool(self.spoken.by)

    @property
    def raw(self) -> list[str]:
        """What the model said before any guard."""
        return [one.said for one in self.attempts if one.said]

    def refused_by(self, guard: str) -> bool:
        """Whether a guard refuses anything that the model said."""
        wanted = self.trial.wanted
        return any(GUARDS[guard](cleaned(said), wanted) for said in self.raw)


@dataclass(slots=True)
class Overheard:
    """A voice with a clerk beside it, who notes what it says and when."""

    voice: Voice
    clock: Callable[[], float] = monotonic
    attempts: list[Attempt] = field(default_factory=list)

    @property
    def name(self) -> str:
        """That of the voice."""
        return self.voice.name

    @property
    def prompt(self) -> str:
        """That of the voice."""
        return self.voice.prompt

    def say(self, wanted: CustomerLineWanted, seconds: float, hear: Hear, attempt: int) -> str:
        """What the voice says; raises what it raises."""
        note, began = Attempt(), self.clock()
        self.attempts.append(note)

        def listen(so_far: str) -> None:
            if so_far and note.first is None:
                note.first = self.clock() - began
            note.pieces += bool(so_far)
            hear(so_far)

        try:
            note.said = self.voice.say(wanted, seconds, listen, attempt)
        except CustomerUnavailable as error:
            note.fault = error.key
            raise
        finally:
            note.whole = self.clock() - began
        return note.said

    def close(self) -> None:
        """Closes the voice."""
        self.voice.close()


def trials(
    library: Library, lines: int = LINES, texts: int = TEXTS, langs: Sequence[Lang] = LANGUAGES
) -> list[Trial]:
    """What a model is asked: the same for the same cases.

    In each language so many lines, and at most so many texts that beg and that inject.
    """
    return [one for lang in langs for one in _trials_in(lang, library, lines, texts)]


def _trials_in(lang: Lang, library: Library, lines: int, most: int) -> Iterator[Trial]:
    cases = [case for case in library.playable() if lang in case.languages]
    said = [
        one
        for case in cases
        for bot in (SOLVER, SPEED_RUNNER)
        for one in lines_along(case, lang, bot)
    ]
    yield from (Trial(Kind.LINE, one) for one in sample(said, lines))
    cold = [one for one in said if is_cold(one) and one.reply]
    texts = [
        (kind, text)
        for kind in (Kind.BEGGING, Kind.INJECTION)
        for text in _texts()[kind.value][lang][:most]
    ]
    for (kind, text), wanted in zip(texts, sample(cold, len(texts)), strict=False):
        yield Trial(kind, replace(wanted, reply=text))


@cache
def _texts() -> dict[str, dict[str, list[str]]]:
    path = content.assets() / "doctor" / "trial.yaml"
    found: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    return found


def tried(voice: Voice, asked: Sequence[Trial], seconds: float = SECONDS) -> Iterator[Heard]:
    """What comes of the trials, one by one; a server that fails four times in a row is left alone.

    Each line has a speaker of its own: that one gives up after three says nothing of the others.
    """
    faults = 0
    for trial in asked:
        overheard = Overheard(voice)
        spoken = Speaker(overheard, seconds).say(trial.wanted, lambda _: None)
        yield Heard(trial, tuple(overheard.attempts), spoken)
        is_gone = all(one.fault and one.fault not in _NO_ANSWER for one in overheard.attempts)
        faults = faults + 1 if is_gone else 0
        if faults >= _GIVES_UP:
            return
