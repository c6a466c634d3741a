"""The nodes of a case, the replies at them, what these do and where they lead."""

from dataclasses import dataclass, field
from enum import StrEnum

from game.case.conditions import Condition
from game.case.spoken import Line, TextId, read_at
from game.case.tree import Fields
from scoring.acts import ACTS, Mechanism


class Fate(StrEnum):
    """How an ending leaves the customer."""

    SOLVED = "solved"
    HANDLED = "handled"
    RETURNS = "returns"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Route:
    """Where to go, if the condition holds; an `aside` comes back to where it was left.

    `turns` is whether it does anything else than lead to another node.
    """

    to: str
    when: Condition | None = None
    aside: bool = False
    turns: bool = field(init=False, compare=False, repr=False, default=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "turns", self.aside or self.to in ("stay", "back"))


@dataclass(frozen=True, slots=True)
class Change:
    """An effect: adds `by` to mood, patience or a number, or sets a fact to `value`.

    `of` is the customer whose mood or patience it is where it is not the one the scene is with;
    `slot` counts through the facts. With `when`, it holds its own list of changes in `then`.
    """

    name: str = ""
    of: str | None = None
    slot: int = -1
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
    at: Fields = read_at()


@dataclass(frozen=True, slots=True)
class Reply:
    """One thing the trainee may say; `go` is where it leads, `number` counts through the case.

    `takes` is story time in seconds, `who` the customer who answers where that is not the node's.
    `gathers` is whether it shows, tells, earns, solves or harms anything.
    """

    id: str
    number: int
    say: TextId
    acts: tuple[AuthoredAct, ...]
    go: tuple[Route, ...]
    why: TextId
    who: str | None = None
    takes: int = 0
    denies: tuple[str, ...] = ()
    gathers: bool = True
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
    at: Fields = read_at()

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
    """A place in the conversation: it has replies, or goes on by itself, or ends the case.

    `who` says its lines where that is not the one the scene is with. `takes` is story time in
    seconds; `gathers` as in a reply, `stirs` whether it has any effect at all, `opens` whether
    one of several scenes begins here. `jump` is the time of day, in seconds, to which it jumps,
    `exit` how a shared scene ends here, and `cue` what a person who plays the customer does.
    """

    id: str
    number: int
    who: str | None = None
    takes: int = 0
    gathers: bool = True
    stirs: bool = True
    opens: bool = False
    jump: int | None = None
    exit: str | None = None
    cue: TextId | None = None
    tells: tuple[str, ...] = ()
    seems: tuple[str, ...] = ()
    hurts: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
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
    letter: Line | None = None
    was: str | None = None
    at: Fields = read_at()

    def reply(self, reply: str) -> Reply | None:
        """The reply with this id, also by an id that it had before (`was:`)."""
        for one in self.replies:
            if one.id == reply:
                return one
        return next((one for one in self.replies if one.was == reply), None)


@dataclass(frozen=True, slots=True)
class FreeText:
    """Where a typed reply leads that fits none of the authored ones."""

    unclear: str
    at: Fields = read_at()
