"""The transcript: all that is scored, and nothing of the game that made it.

A transcript can come from a play, an old save or a real conversation. Turns are counted by what
the trainee says: a customer's line belongs to the turn it answers, 0 before the first.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from scoring.acts import Mechanism


class Speaker(StrEnum):
    """Who said a line."""

    AGENT = "agent"
    CUSTOMER = "customer"


@dataclass(frozen=True, slots=True)
class Act:
    """A dialogue act with its evidence: `quote` stands verbatim in the line; `level` is 1 or 2."""

    name: str
    target: str | None
    level: int
    quote: str


@dataclass(frozen=True, slots=True)
class Guard:
    """What was held against a typed reply: its name, the words, and the axes it holds down."""

    name: str
    quote: str
    caps: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line. Acts, harms, breaches and remarks belong to the agent's lines.

    `why` and `better` are the author's remark on it. `thanks`: the customer thanks unprompted.
    Of a typed one, `heard` are the acts read in its own words, None where nothing was read or the
    reader was not sure (`is_unsure`); `acts` are then those of the branch it took. `meant` is the
    author's line where a voice has worded a customer's, else "".
    """

    turn: int
    speaker: Speaker
    text: str
    acts: tuple[Act, ...] = ()
    hurts: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    why: str = ""
    better: str | None = None
    thanks: bool = False
    scene: int = 0
    who: str = ""
    heard: tuple[Act, ...] | None = None
    guards: tuple[Guard, ...] = ()
    is_unsure: bool = False
    meant: str = ""


@dataclass(frozen=True, slots=True)
class Chance:
    """Where an opportunity could be taken: at `turn` the words `better` were on offer.

    `turn` is 0 when they never were on offer in this play.
    """

    turn: int
    better: str


@dataclass(frozen=True, slots=True)
class Feeling:
    """An empathy opportunity; `shown` is the turn it showed at, None if it did not.

    `chances` holds, for each mechanism it needs, where that could have been met.
    """

    id: str
    text: str
    needs: tuple[Mechanism, ...]
    core: bool
    shown: int | None
    chances: Mapping[Mechanism, Chance]


@dataclass(frozen=True, slots=True)
class Deed:
    """Something to thank for; `done` is the turn it was done at, None if it was not."""

    id: str
    text: str
    done: int | None
    chance: Chance | None


@dataclass(frozen=True, slots=True)
class Harm:
    """A harm that happened at `turn`; `by` is agent, company or other."""

    id: str
    text: str
    by: str
    turn: int


@dataclass(frozen=True, slots=True)
class ProblemFact:
    """One thing that should be true at the end; `turn` is when it last became what it is."""

    id: str
    text: str
    weight: int
    solved: bool
    seems: bool
    turn: int
    chance: Chance | None


@dataclass(frozen=True, slots=True)
class Transcript:
    """One conversation with its opportunities.

    `can_receive` and `can_pass_on` tell whether the case offers the customer's thanks and a way
    for them to reach the person. `bars` are the pass marks by axis. `mood` is 0 to 100, `seconds`
    the trainee's time, `ended` and `fate` (solved, handled, returns, lost) how it ended.
    """

    case: str
    language: str
    lines: tuple[Line, ...]
    feelings: tuple[Feeling, ...]
    deeds: tuple[Deed, ...]
    harms: tuple[Harm, ...]
    problem: tuple[ProblemFact, ...]
    can_receive: bool
    can_pass_on: bool
    receive_chance: Chance | None
    pass_on_chance: Chance | None
    bars: Mapping[str, int]
    mood: int
    seconds: int
    ended: bool
    fate: str | None

    @property
    def agent_lines(self) -> tuple[Line, ...]:
        """The trainee's lines, in order; the n-th has turn n."""
        return tuple(line for line in self.lines if line.speaker is Speaker.AGENT)

    @property
    def is_unread(self) -> bool:
        """Whether the reader was not sure of more than a third of the turns.

        Empathy and gratitude are then not judged. Our rule: nobody fails for what was not read.
        """
        own = self.agent_lines
        return 3 * sum(line.is_unsure for line in own) > len(own)
