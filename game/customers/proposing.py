"""Which reply a typed text may have meant, where the offline reading was not sure.

A model may only propose one of the replies that the trainee is asked about anyway, with a quote of
the trainee's own words; it then stands first in that question. It never takes a branch.
"""

import json
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from threading import Thread
from typing import Final, Literal

from pydantic import Field, create_model

from game.customers.asking import Asker, Asks, Form
from game.customers.prompt import CLOSE, OPEN, Message, harmless
from game.customers.servers import Server
from game.errors import CustomerUnavailable
from game.words import Lang, words
from scoring.reading.past import speaks_past

SECONDS: Final = 4.0  # of a trainee who waits for a question
TOKENS: Final = 160
SHORTEST: Final = {"ko": 4, "en": 8}  # letters of a quote
_NONE: Final = "none"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A reply on offer, and the words of the trainee that speak for it, as they were typed."""

    reply: str
    quote: str


def proposed(
    typed: str, offered: Mapping[str, str], customer: str, lang: Lang, asks: Asks
) -> Proposal | None:
    """The reply that a model takes a text for; None where it knows none, or may not be believed.

    `offered` are the texts of the replies asked about by their ids, `customer` the customer's last
    line. Raises CustomerUnavailable.
    """
    if len(offered) < 2 or speaks_past(typed):
        return None
    names = {f"r{number}": reply for number, reply in enumerate(offered, 1)}
    given = asks.ask(question(typed, offered, customer, lang), form_of(names), TOKENS).model_dump()
    return _believed(names.get(given["reply"]), given["quote"], typed, lang)


def question(typed: str, offered: Mapping[str, str], customer: str, lang: Lang) -> list[Message]:
    """The messages: the replies as they are written, the trainee's words as data between marks."""
    texts = {f"r{number}": text for number, text in enumerate(offered.values(), 1)}
    data = [
        f"{words(lang, 'propose.customer')} {OPEN}{harmless(customer)}{CLOSE}",
        words(lang, "propose.replies"),
        json.dumps(texts, ensure_ascii=False),
        f"{words(lang, 'propose.typed')} {OPEN}{harmless(typed)}{CLOSE}",
    ]
    return [
        {"role": "system", "content": words(lang, "propose.part")},
        {"role": "user", "content": "\n".join(data)},
    ]


def form_of(names: Mapping[str, str]) -> type[Form]:
    """The form of an answer: the quote first, then one of the replies or none."""
    known = Literal[(*names, _NONE)]  # type: ignore[valid-type]
    fields = {"quote": (str, Field(max_length=160)), "reply": (known, ...)}
    return create_model("Proposed", __base__=Form, **fields)  # type: ignore[call-overload, no-any-return]


def proposed_first(asked: Sequence[str], proposal: Proposal | None) -> tuple[str, ...]:
    """The replies to ask about, the proposed one first; the same replies, no other."""
    if proposal is None or proposal.reply not in asked:
        return tuple(asked)
    return (proposal.reply, *(one for one in asked if one != proposal.reply))


def _believed(reply: str | None, quote: str, typed: str, lang: Lang) -> Proposal | None:
    """A proposal whose quote stands in what was typed, word for word."""
    said, wanted = (unicodedata.normalize("NFC", one) for one in (typed, quote.strip()))
    letters = sum(one.isalnum() for one in wanted)
    if reply is None or letters < SHORTEST[lang] or wanted not in said:
        return None
    return Proposal(reply, wanted)


class Proposing:
    """A proposal on its way, in a thread; `result` is None until there is one.

    Whatever goes wrong, there is none: the question is asked as it would have been.
    """

    def __init__(
        self, server: Server, key: Callable[[Server], str | None], typed: str,
        offered: Mapping[str, str], customer: str, lang: Lang,
    ) -> None:  # fmt: skip
        self.result: Proposal | None = None
        self._asked = (typed, dict(offered), customer, lang)
        self._server, self._key = server, key
        self._thread = Thread(target=self._run, name="proposal", daemon=True)
        self._thread.start()

    @property
    def is_asking(self) -> bool:
        """Whether the answer is still on its way."""
        return self._thread.is_alive()

    def wait(self) -> None:
        """Until the answer is there, or its time is over."""
        self._thread.join(SECONDS)

    def _run(self) -> None:
        try:
            with closing(Asker(self._server, self._key(self._server), SECONDS)) as asker:
                self.result = proposed(*self._asked, asker)
        except CustomerUnavailable:
            return
