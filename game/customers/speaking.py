"""How a line comes to be said: a voice, the guards, one retry, the clock, and then the script.

A line that was refused is thrown away and never reaches a later prompt. Whatever goes wrong ends
in the authored line, within the budget, with the play as it was.
"""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Final

from game.customers.guards import cleaned, refusal
from game.customers.voice import Hear, Voice
from game.customers.wanted import CustomerLineWanted
from game.errors import CustomerUnavailable

BUDGET: Final = 8.0
ATTEMPTS: Final = 2
OPENS_AFTER: Final = 3
_LEAST: Final = 0.5


class Hushed(BaseException):
    """Nobody waits for the line any more; no catch-all on the way may take it for a fault."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line as it is said; `by` names the voice, "" for the script that stands in.

    `refused` are the guards that threw earlier attempts away, `fault` what kept the voice from
    speaking, as a key of the words table.
    """

    line: str
    text: str
    by: str
    refused: tuple[str, ...] = ()
    fault: str = ""


class Speaker:
    """One play's voice: counts its failures in a row and gives it up after three.

    `clock` gives seconds; `seconds` is the budget of one line.
    """

    def __init__(
        self, voice: Voice, seconds: float = BUDGET, clock: Callable[[], float] = monotonic
    ) -> None:
        self.voice, self.seconds = voice, seconds
        self._clock = clock
        self._failures = 0

    @property
    def given_up(self) -> bool:
        """Whether the voice has failed so often that the case goes on by the script."""
        return self._failures >= OPENS_AFTER

    def say(
        self,
        wanted: CustomerLineWanted,
        hear: Hear,
        is_waited_for: Callable[[], bool] = lambda: True,
    ) -> Spoken:
        """The line, from the voice if it can and may; `hear` is given what may be shown so far.

        Raises Hushed as soon as it comes to a word that nobody waits for: a small server can then
        turn to the next line.
        """
        if self.given_up:
            return Spoken(wanted.line, wanted.script, "", fault="voice.given-up")
        until = self._clock() + self.seconds
        refused: list[str] = []
        fault = ""
        for attempt in range(ATTEMPTS):
            left = until - self._clock()
            if left < _LEAST:
                fault = fault or "voice.slow"
                break
            try:
                said = cleaned(
                    self.voice.say(wanted, left, _Gate(wanted, hear, is_waited_for), attempt)
                )
            except CustomerUnavailable as error:
                fault = error.key
                continue
            guard = refusal(said, wanted)
            if guard is None:
                self._failures = 0
                own = wanted.to_trainee(said)
                return Spoken(wanted.line, own, self.voice.name, tuple(refused))
            refused.append(guard)
        self._failures += 1
        hear("")
        return Spoken(wanted.line, wanted.script, "", tuple(refused), fault)


class _Gate:
    """Lets a growing line through by whole sentences, and only as long as no guard refuses it."""

    def __init__(
        self, wanted: CustomerLineWanted, hear: Hear, is_waited_for: Callable[[], bool]
    ) -> None:
        self._wanted, self._hear, self._is_waited_for = wanted, hear, is_waited_for
        self._judged = ""

    def __call__(self, so_far: str) -> None:
        if not self._is_waited_for():
            raise Hushed
        end = max(so_far.rfind(mark) for mark in ".!?…。\n")
        whole = cleaned(so_far[: end + 1])
        if whole == self._judged:
            return
        self._judged = whole
        if refusal(whole, self._wanted) is None:
            self._hear(self._wanted.to_trainee(whole))
