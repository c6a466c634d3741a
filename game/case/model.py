"""A case as the engine and the screens see it: frozen, linked, every text behind an id.

`TextId` is the path of a text, such as `opens.brush-off.why`: the same in every language, in
saves and in statistics. `at` is the place in the file each value was read from.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from game.case.conditions import Condition
from game.case.tree import Fields
from scoring.acts import ACTS, Mechanism

TextId = NewType("TextId", str)

_NOWHERE = Fields.__new__(Fields)


def _at() -> Fields:
    return field(default=_NOWHERE, compare=False, repr=False)


class Fault(StrEnum):
    """Whose fault brought the customer here: it changes what gratitude means."""

    COMPANY = "company"
    CUSTOMER = "customer"
    OTHER = "other"
    NONE = "none"


class Care(StrEnum):
    """What a trainee is told of before a case begins, since it may touch their own life."""

    ABUSE = "abuse"
    GRIEF = "grief"


class Fate(StrEnum):
    """How an ending leaves the customer."""

    SOLVED = "solved"
    HANDLED = "handled"
    RETURNS = "returns"
    LOST = "lost"


class Disclosure(StrEnum):
    """When a hidden fact is told."""

    ASKED = "asked"
    NEAR = "near"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Source:
    """Which article, and which item of the curriculum, a case comes from."""

    document: str
    item: int | None = None
    at: Fields = _at()


@dataclass(frozen=True, slots=True)
class Bars:
    """The pass mark of each axis, 0 to 100."""

    resolution: int = 60
    empathy: int = 60
    gratitude: int = 60
    at: Fields = _at()


@dataclass(frozen=True, slots=True)
class Policy:
    """A page of the open book."""

    id: str
    title: TextId
    text: TextId
    at: Fields = _at()


@dataclass(frozen=True, slots=True)
class Portrait:
    """Which of the drawn people the customer is."""

    base: str
    hair: str
    glasses: str
    at: Fields = _at()

    @property
    def folder(self) -> str:
        """The folder of this person's six faces."""
        return f"{self.base}_{self.hair}_{self.glasses}"


@dataclass(frozen=True, slots=True)
class Persona:
    """How the customer is and speaks; read only where a language model voices them."""

    who: TextId | None = None
    tone: TextId | None = None
    never: tuple[TextId, ...] = ()
    at: Fields = _at()


@dataclass(frozen=True, slots=True)
class Customer:
    """The customer at the start: `mood` 0 furious to 100 delighted, `patience` 0 leaves."""

    name: TextId
    portrait: Portrait
    mood: int
    patience: int
    about: TextId | None = None
    wants: TextId | None = None
    loves: tuple[TextId, ...] = ()
    hates: tuple[TextId, ...] = ()
    persona: Persona | None = None
    at: Fields = _at()


@dataclass(frozen=True, slots=True)
class Hidden:
    """Something the customer tells only by the rules."""

    id: str
    text: TextId
    told: Disclosure
    at: Fields = _at()


@dataclass(frozen=True, slots=True)
class Feeling:
    """An empathy opportunity; a core one counts whether or not it is reached."""

    id: str
    text: TextId
    needs: tuple[Mechanism, ...]
    core: bool = False
    at: Fields = _at()


@dataclass(frozen=True, slots=True)
class Deed:
    """Something the customer does that deserves thanks."""

    id: str
    text: TextId
    at: Fields = _at()


@dataclass(frozen=True, slots=True)
class Harm:
    """What an apology can be for; `by` is agent, company or other."""

    id: str
    text: TextId
    by: str
    at: Fields = _at()


@dataclass(frozen=True, slots=True)
class ProblemFact:
    """One thing that must be true at the end; `when` derives it, else `solves` makes it true."""

    id: str
    text: TextId
    weight: int
    when: Condition | None = None
    counts: Condition | None = None
    at: Fields = _at()


@dataclass(frozen=True, slots=True)
class Fact:
    """A variable of the case: a number, or one of `words`."""

    id: str
    start: int | str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording of a line and the condition it needs."""

    text: TextId
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line: the first variant that holds, or, where `any_of`, one that the seed picks."""

    variants: tuple[Variant, ...]
    any_of: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    """Where to go, if the condition holds."""

    to: str
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """An effect: adds `by` to mood, patience or a number, or sets a fact to `value`.

    With `when`, it holds its own list of changes in `then` instead.
    """

    name: str = ""
    by: int = 0
    value: int | str | None = None
    when: Condition | None = None
    then: tuple["Change", ...] = ()


@dataclass(frozen=True, slots=True)
class AuthoredAct:
    """An act as an author wrote it; `quote` is the text id of its own words, if given."""

    name: str
    target: str | None
    level: int
    quote: TextId | None = None


@dataclass(frozen=True, slots=True)
class Timer:
    """After so many of the trainee's seconds the play goes on by itself, once a visit."""

    after: int
    go: str
    at: Fields = _at()


@dataclass(frozen=True, slots=True)
class Reply:
    """One thing the trainee may say; `go` is where it leads, `number` counts through the case."""

    id: str
    number: int
    say: TextId
    acts: tuple[AuthoredAct, ...]
    go: tuple[Route, ...]
    why: TextId
    when: Condition | None = None
    once: bool = False
    do: tuple[Change, ...] = ()
    answer: Line | None = None
    better: TextId | None = None
    hears: TextId | None = None
    tells: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    earns: tuple[str, ...] = ()
    solves: tuple[str, ...] = ()
    undoes: tuple[str, ...] = ()
    seems: tuple[str, ...] = ()
    hurts: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    was: str | None = None
    at: Fields = _at()

    def does(self, act: str) -> bool:
        """Whether one of its acts has this name."""
        return any(one.name == act for one in self.acts)

    def meets(self, feeling: str, need: Mechanism) -> bool:
        """Whether it meets a feeling by name, at level 2, with the mechanism needed."""
        return any(
            act.target == feeling and act.level == 2 and ACTS[act.name].mechanism is need
            for act in self.acts
        )

    def thanks_for(self, deed: str) -> bool:
        """Whether it thanks for a deed by name, at level 2."""
        return any(
            act.name == "thank" and act.target == deed and act.level == 2 for act in self.acts
        )


@dataclass(frozen=True, slots=True)
class Node:
    """A place in the conversation: it has replies, or goes on by itself, or ends the case."""

    id: str
    number: int
    say: Line | None = None
    again: Line | None = None
    desk: Line | None = None
    scene: Line | None = None
    shows: tuple[str, ...] = ()
    earns: tuple[str, ...] = ()
    gives_thanks: bool = False
    do: tuple[Change, ...] = ()
    solves: tuple[str, ...] = ()
    undoes: tuple[str, ...] = ()
    timer: Timer | None = None
    replies: tuple[Reply, ...] = ()
    go: tuple[Route, ...] = ()
    end: Fate | None = None
    letter: TextId | None = None
    was: str | None = None
    at: Fields = _at()

    def reply(self, reply: str) -> Reply | None:
        """The reply with this id, also by an id that it had before (`was:`)."""
        named = {one.was: one for one in self.replies if one.was}
        named |= {one.id: one for one in self.replies}
        return named.get(reply)


@dataclass(frozen=True, slots=True)
class FreeText:
    """Where a typed reply leads that fits none of the authored ones."""

    unclear: str
    at: Fields = _at()


@dataclass(frozen=True, slots=True)
class After:
    """What happens a day, a week and a month later: the first variant that holds."""

    day: Line | None = None
    week: Line | None = None
    month: Line | None = None
    at: Fields = _at()


@dataclass(frozen=True, slots=True)
class Scene:
    """One contact: its channel, its touchpoint, its customer and where it starts."""

    channel: str
    touchpoint: str
    customer: Customer
    start: str


@dataclass(frozen=True, slots=True)
class Case:
    """A whole case, ready to be played in each of `languages`.

    `version` is the first 16 hex digits of the SHA-256 of its text. `texts` and `hearings` hold,
    for each language, the text of every id and the example wordings of every reply.
    """

    id: str
    version: str
    language: str
    title: TextId
    brief: TextId
    source: Source
    season: str
    level: int
    fault: Fault
    bars: Bars
    care: tuple[Care, ...]
    scenes: tuple[Scene, ...]
    policy: tuple[Policy, ...]
    hidden: Mapping[str, Hidden]
    feels: Mapping[str, Feeling]
    deeds: Mapping[str, Deed]
    harms: Mapping[str, Harm]
    problem: Mapping[str, ProblemFact]
    facts: tuple[Fact, ...]
    nodes: Mapping[str, Node]
    free_text: FreeText | None
    leaves: str | None
    after: After
    texts: Mapping[str, Mapping[str, str]]
    hearings: Mapping[str, Mapping[str, tuple[str, ...]]]
    at: Fields = _at()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages the case can be played in, its own first."""
        return tuple(self.texts)

    def text(self, text: TextId, language: str) -> str:
        """The text in `language`, or in the case's own where the translation lacks it."""
        own = self.texts[self.language]
        return self.texts.get(language, own).get(text, own[text])

    def node_named(self, node: str) -> Node | None:
        """The node with this id, also by an id that it had before (`was:`)."""
        found = self.nodes.get(node)
        if found is None:
            return next((one for one in self.nodes.values() if one.was == node), None)
        return found
