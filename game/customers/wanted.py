"""What a voice is asked for: one line of the customer, with all that it may know for it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from game.case.declared import Customer, Disclosure
from game.case.spoken import TextId
from game.engine.events import CustomerSpoke, Event
from game.engine.play import Play
from game.playthrough import Playthrough
from game.transcribe import Reads, text_in
from game.words import Lang, words

REMEMBERED: Final = 6
_LEAST_NAME: Final = 2  # letters; of one letter every other word is made


@dataclass(frozen=True, slots=True)
class Said:
    """One earlier line of the conversation; `agent` tells who said it."""

    agent: bool
    text: str


@dataclass(frozen=True, slots=True)
class CustomerLineWanted:
    """One line to voice: `meaning` is the authored line, in `language`.

    `mood` is 0 furious to 100 delighted. `told` are the facts that the customer may speak of,
    `secrets` those that they may not: they serve the guards and never reach a prompt. `heard` are
    the last lines, oldest first, and `reply` what the trainee said to this, "" at the opening.
    In all of it the trainee has the name that anybody has; `called` are that and their own, where
    they gave one, and `written` is the line as it reads with it.
    """

    line: TextId
    meaning: str
    language: Lang
    name: str
    who: str
    tone: str
    never: tuple[str, ...]
    mood: int
    thanks: bool
    told: tuple[str, ...]
    secrets: tuple[str, ...]
    heard: tuple[Said, ...]
    reply: str
    called: tuple[str, str] | None = None
    written: str = ""

    @property
    def script(self) -> str:
        """The authored line as the trainee reads it."""
        return self.written or self.meaning

    def to_trainee(self, said: str) -> str:
        """A voiced line with the trainee's own name back in it."""
        return said.replace(*self.called) if self.called else said


def wanted_lines(
    run: Playthrough, events: Sequence[Event], heard: Sequence[Said], reply: str, lang: Lang
) -> Iterator[CustomerLineWanted]:
    """The lines that the customers say in `events`, which led to the play as it stands.

    `heard` is the conversation before them, as it was really said. Who is trained is nobody's
    business: everywhere in it the trainee bears the name of those who gave none.
    """
    read = text_in(run.case, replace(run.header, agent=""), lang)
    in_own_name = text_in(run.case, run.header, lang)
    own, anybody = run.header.agent, words(lang, "agent.name")
    called = (anybody, own) if len(own) >= _LEAST_NAME else None
    play = run.play
    so_far = [replace(one, text=nameless(one.text, own, lang)) for one in heard]
    for event in events:
        if isinstance(event, CustomerSpoke):
            one = _wanted(play, event, so_far, nameless(reply, own, lang), lang, read)
            so_far.append(Said(False, one.meaning))
            yield replace(one, called=called, written=in_own_name(event.text, play))


def nameless(text: str, agent: str, lang: Lang) -> str:
    """A text without the trainee's name, whole or in part: another stands in its place."""
    stands_in = words(lang, "agent.name")
    for name in dict.fromkeys((agent, *agent.split())):
        if len(name) >= _LEAST_NAME:
            text = re.sub(re.escape(name), lambda _: stands_in, text, flags=re.IGNORECASE)
    return text


def _wanted(
    play: Play, spoke: CustomerSpoke, heard: Sequence[Said], reply: str, lang: Lang, read: Reads
) -> CustomerLineWanted:
    customer = play.case.customers[spoke.who] if spoke.who else play.contact.customer
    told, secrets = _known(play, customer, read)
    persona = customer.persona
    return CustomerLineWanted(
        line=spoke.text,
        meaning=read(spoke.text, play),
        language=lang,
        name=read(customer.name),
        who=read(persona.who) if persona and persona.who else "",
        tone=read(persona.tone) if persona and persona.tone else "",
        never=tuple(read(one) for one in persona.never) if persona else (),
        mood=play.mood_of(customer.id),
        thanks=spoke.thanks,
        told=told,
        secrets=secrets,
        heard=tuple(heard[-REMEMBERED:]),
        reply=reply,
    )


def _known(play: Play, customer: Customer, read: Reads) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the customer has told and what they still hide."""
    told = [read(customer.about)] if customer.about else []
    secrets: list[str] = []
    for one in play.case.hidden.values():
        is_out = one.id in play.told and one.told is not Disclosure.NEVER
        (told if is_out else secrets).append(read(one.text))
    return tuple(told), tuple(secrets)
