"""What happened while a play advanced, in order; texts by id, so in no language."""

from dataclasses import dataclass
from enum import StrEnum

from game.case.model import Fate, TextId


class Noted(StrEnum):
    """What is shown but not said by the customer."""

    DESK = "desk"
    SCENE = "scene"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class NodeEntered:
    """The play came to a node."""

    node: str


@dataclass(frozen=True, slots=True)
class CustomerSpoke:
    """The customer said a text; `thanks` when they thank unprompted."""

    text: TextId
    thanks: bool = False


@dataclass(frozen=True, slots=True)
class NoteShown:
    """The desk, a change of scene, or the letter at the end was shown."""

    kind: Noted
    text: TextId


@dataclass(frozen=True, slots=True)
class ReplyGiven:
    """The trainee gave a reply at a node; `typed` holds their own words, if typed."""

    node: str
    reply: str
    typed: str | None


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """The trainee typed something that fits none of the replies."""

    node: str
    typed: str


@dataclass(frozen=True, slots=True)
class SilenceFell:
    """The timer of a node ran out."""

    node: str


@dataclass(frozen=True, slots=True)
class FeelingShown:
    """A feeling showed for the first time."""

    feeling: str


@dataclass(frozen=True, slots=True)
class DeedDone:
    """Something to thank for has happened."""

    deed: str


@dataclass(frozen=True, slots=True)
class SecretTold:
    """The customer told a hidden fact."""

    secret: str


@dataclass(frozen=True, slots=True)
class HarmDone:
    """A harm happened; each counts once."""

    harm: str


@dataclass(frozen=True, slots=True)
class MoodChanged:
    """Mood or patience changed by what was left after the bounds."""

    name: str
    by: int


@dataclass(frozen=True, slots=True)
class CustomerLeft:
    """Patience is at an end."""


@dataclass(frozen=True, slots=True)
class CaseEnded:
    """The play is over."""

    node: str
    fate: Fate


Event = (
    NodeEntered
    | CustomerSpoke
    | NoteShown
    | ReplyGiven
    | NotUnderstood
    | SilenceFell
    | FeelingShown
    | DeedDone
    | SecretTold
    | HarmDone
    | MoodChanged
    | CustomerLeft
    | CaseEnded
)
