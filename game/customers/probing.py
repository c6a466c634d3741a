"""One line asked of a server, in a thread, to see whether it answers; and what that sends."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from threading import Thread
from time import monotonic
from typing import Final

from game.case.spoken import TextId
from game.customers.guards import cleaned, refusal
from game.customers.openai_voice import OpenAIVoice
from game.customers.prompt import Message, messages
from game.customers.servers import Server
from game.customers.speaking import BUDGET
from game.customers.wanted import CustomerLineWanted, Said
from game.errors import CustomerUnavailable
from game.words import Lang, words

# In a play these say that the script stood in.
_TOLD_APART: Final = {"voice.slow": "voice.tried.slow", "voice.cut": "voice.tried.cut"}


def told_apart(fault: str) -> str:
    """The key of a fault's sentence where nothing stood in for what was asked."""
    return _TOLD_APART.get(fault, fault)


@dataclass(frozen=True, slots=True)
class Probed:
    """What came of it: the line and its seconds, the guard that refused it, or what kept it away.

    `fault` is a key of the words table.
    """

    said: str = ""
    seconds: float = 0.0
    refused: str = ""
    fault: str = ""


def example(lang: Lang) -> CustomerLineWanted:
    """A line of nobody's case, asked for just as a customer's would be."""
    return CustomerLineWanted(
        line=TextId("example"),
        meaning=words(lang, "voice.example.meaning"),
        language=lang,
        name=words(lang, "voice.example.name"),
        who=words(lang, "voice.example.who"),
        tone=words(lang, "voice.example.tone"),
        never=(),
        mood=50,
        thanks=False,
        told=(),
        secrets=(),
        heard=(Said(False, words(lang, "voice.example.heard")),),
        reply=words(lang, "voice.example.reply"),
    )


def example_messages(lang: Lang) -> list[Message]:
    """What is sent for that line, word for word."""
    return messages(example(lang))


def probed(server: Server, key: str | None, lang: Lang) -> Probed:
    """Asks for the example line, within the time that a customer has."""
    began, wanted = monotonic(), example(lang)
    try:
        with closing(OpenAIVoice(server, key)) as voice:
            said = cleaned(voice.say(wanted, BUDGET, lambda _: None, 0))
    except CustomerUnavailable as error:
        return Probed(fault=error.key)
    return Probed(said, monotonic() - began, refusal(said, wanted) or "")


class Probe:
    """A probe on its way; `result` is None until it is over. Nobody waits for it."""

    def __init__(self, server: Server, key: Callable[[], str | None], lang: Lang) -> None:
        self.result: Probed | None = None
        self._asked = (server, key, lang)
        Thread(target=self._run, name="probe", daemon=True).start()

    def _run(self) -> None:
        server, key, lang = self._asked
        self.result = probed(server, key(), lang)
