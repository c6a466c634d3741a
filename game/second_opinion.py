"""A language model asked what it makes of a finished play: on request, in a thread, kept nowhere.

It never touches the scorecard, and there is none in an exam.
"""

from collections.abc import Callable
from contextlib import closing
from copy import copy
from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING, Protocol

from game.customers.servers import Server, key_for
from game.errors import CustomerUnavailable
from game.playthrough import Mode, Playthrough
from game.transcribe import transcribe
from game.words import Lang, words
from scoring.judge import judge

if TYPE_CHECKING:
    from game.judge.opinion import Opinion
    from game.view.opinion import OpinionView


class Played(Protocol):
    """Whatever holds a play."""

    @property
    def run(self) -> Playthrough: ...


Key = Callable[[Server], str | None]


class SecondOpinion:
    """The opinion of the model on one server on one play as it stands now.

    Raises CustomerUnavailable for an exam. `lang` is that of the conversation.
    """

    def __init__(self, run: Playthrough, server: Server, key: Key = key_for) -> None:
        if run.header.mode is Mode.EXAM:
            raise CustomerUnavailable("opinion.exam")
        self.server, self._key = server, key
        self._transcript = transcribe(_nameless(run))
        self._opinion: Opinion | None = None
        self._fault: CustomerUnavailable | None = None
        self._thread: Thread | None = None

    def begin(self) -> None:
        """Asks, and returns at once; asked again after a fault."""
        self._fault = None
        self._thread = Thread(target=self._ask, name="opinion", daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Waits until there is an answer, or none."""
        if self._thread is not None:
            self._thread.join()

    @property
    def is_asking(self) -> bool:
        """Whether the answer is still on its way."""
        return self._thread is not None and self._thread.is_alive()

    def fault(self, lang: Lang) -> str:
        """Why there is none, "" where nothing went wrong."""
        from game.customers.probing import told_apart

        fault = None if self.is_asking else self._fault
        return words(lang, told_apart(fault.key), **fault.values) if fault else ""

    def view(self, lang: Lang) -> "OpinionView | None":
        """The opinion beside the score, once it is there."""
        from game.view.opinion import opinion_view

        if self.is_asking or self._opinion is None:
            return None
        return opinion_view(judge(self._transcript), self._opinion, lang)

    def example(self) -> list[str]:
        """What is sent, word for word, line by line."""
        from game.judge.question import question
        from game.judge.slots import slots_of

        lang: Lang = "ko" if self._transcript.language == "ko" else "en"
        sent = question(self._transcript.lines, slots_of(self._transcript), lang)
        return [line for one in sent for line in one["content"].splitlines()]

    def _ask(self) -> None:
        from game.customers.asking import Asker
        from game.judge.opinion import second_opinion

        try:
            with closing(Asker(self.server, self._key(self.server))) as asker:
                self._opinion = second_opinion(self._transcript, asker)
        except CustomerUnavailable as error:
            self._fault = error


def _nameless(run: Playthrough) -> Playthrough:
    """The same play by nobody in particular: no name of a trainee is sent."""
    same = copy(run)
    same.header = replace(run.header, agent="")
    return same
