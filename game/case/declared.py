"""What a case declares: who is in it, what they feel, what is to be solved."""

from dataclasses import dataclass
from enum import StrEnum

from game.case.conditions import Condition
from game.case.spoken import Line, TextId, read_at
from game.case.tree import Fields
from scoring.acts import Mechanism


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


class Disclosure(StrEnum):
    """When a hidden fact is told."""

    ASKED = "asked"
    NEAR = "near"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Source:
    """Which article, and which item of the curriculum, a case comes from; `also` names others."""

    document: str
    item: int | None = None
    also: tuple[int, ...] = ()
    at: Fields = read_at()


@dataclass(frozen=True, slots=True)
class Bars:
    """The pass mark of each axis, 0 to 100."""

    resolution: int = 60
    empathy: int = 60
    gratitude: int = 60
    at: Fields = read_at()


@dataclass(frozen=True, slots=True)
class Policy:
    """A page of the open book."""

    id: str
    title: TextId
    text: TextId
    at: Fields = read_at()


@dataclass(frozen=True, slots=True)
class Portrait:
    """Which of the drawn people the customer is."""

    base: str
    hair: str
    glasses: str
    at: Fields = read_at()

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
    at: Fields = read_at()


@dataclass(frozen=True, slots=True)
class Customer:
    """The customer at the start: `mood` 0 furious to 100 delighted, `patience` 0 leaves.

    `cue` tells a person who plays them in a team session how, and what to hold back.
    """

    id: str
    name: TextId
    portrait: Portrait
    mood: int
    patience: int
    about: TextId | None = None
    wants: TextId | None = None
    loves: tuple[TextId, ...] = ()
    hates: tuple[TextId, ...] = ()
    persona: Persona | None = None
    cue: TextId | None = None
    at: Fields = read_at()


@dataclass(frozen=True, slots=True)
class Hidden:
    """Something the customer tells only by the rules.

    `near` are the feelings whose mention draws it out, `says` what the customer says in telling
    it, `denies` what they say when they are asked badly.
    """

    id: str
    text: TextId
    told: Disclosure
    near: tuple[str, ...] = ()
    says: Line | None = None
    denies: Line | None = None
    who: str | None = None
    at: Fields = read_at()


@dataclass(frozen=True, slots=True)
class Feeling:
    """An empathy opportunity; a core one counts whether or not it is reached."""

    id: str
    text: TextId
    needs: tuple[Mechanism, ...]
    core: bool = False
    at: Fields = read_at()


@dataclass(frozen=True, slots=True)
class Deed:
    """Something the customer does that deserves thanks."""

    id: str
    text: TextId
    at: Fields = read_at()


@dataclass(frozen=True, slots=True)
class Harm:
    """What an apology can be for; `by` is agent, company or other."""

    id: str
    text: TextId
    by: str
    at: Fields = read_at()


@dataclass(frozen=True, slots=True)
class ProblemFact:
    """One thing that must be true at the end; `when` derives it, else `solves` makes it true."""

    id: str
    text: TextId
    weight: int
    when: Condition | None = None
    counts: Condition | None = None
    at: Fields = read_at()


@dataclass(frozen=True, slots=True)
class Fact:
    """A variable of the case: a number, or one of `words`; where `any_of`, the seed picks one."""

    id: str
    start: int | str
    words: tuple[str, ...] = ()
    any_of: bool = False


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of another case: true where its latest play ended in `endings`."""

    id: str
    case: str
    endings: tuple[str, ...]
    text: TextId
    at: Fields = read_at()
