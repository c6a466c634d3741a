"""What happened while a play advanced, in order; texts by id, so in no language.

Nobody writes to an event. They are not frozen all the same: a frozen value takes three times as
long to make, and making events is what a step of a play would then mostly do.
"""

from dataclasses import dataclass
from enum import StrEnum

from game.case.nodes import Fate
from game.case.spoken import TextId


class Noted(StrEnum):
    """What is shown but not said by the customer."""

    DESK = "desk"
    SCENE = "scene"
    LETTER = "letter"


@dataclass(slots=True, unsafe_hash=True)
class NodeEntered:
    """The play came to a node."""

    node: str


@dataclass(slots=True, unsafe_hash=True)
class SceneBegan:
    """A scene of a case that has several began."""

    scene: str


@dataclass(slots=True, unsafe_hash=True)
class CustomerSpoke:
    """The customer said a text; `thanks` when they thank unprompted.

    `who` is the customer where it is not the one the scene is with.
    """

    text: TextId
    thanks: bool = False
    who: str | None = None


@dataclass(slots=True, unsafe_hash=True)
class NoteShown:
    """The desk, a change of scene, or the letter at the end was shown."""

    kind: Noted
    text: TextId


@dataclass(slots=True, unsafe_hash=True)
class ReplyGiven:
    """The trainee gave a reply at a node; `typed` holds their own words, if typed."""

    node: str
    reply: str
    typed: str | None = None


@dataclass(slots=True, unsafe_hash=True)
class NotUnderstood:
    """The trainee typed something that fits none of the replies."""

    node: str
    typed: str


@dataclass(slots=True, unsafe_hash=True)
class SilenceFell:
    """The timer of a node ran out."""

    node: str


@dataclass(slots=True, unsafe_hash=True)
class FeelingShown:
    """A feeling showed for the first time."""

    feeling: str


@dataclass(slots=True, unsafe_hash=True)
class DeedDone:
    """Something to thank for has happened."""

    deed: str


@dataclass(slots=True, unsafe_hash=True)
class SecretTold:
    """The customer told a hidden fact."""

    secret: str


@dataclass(slots=True, unsafe_hash=True)
class SecretDenied:
    """The customer was asked badly and hid a fact."""

    secret: str


@dataclass(slots=True, unsafe_hash=True)
class HarmDone:
    """A harm happened; each counts once."""

    harm: str


@dataclass(slots=True, unsafe_hash=True)
class MoodChanged:
    """Mood or patience changed by what was left after the bounds.

    `who` is the customer where it is not the one the scene is with.
    """

    name: str
    by: int
    who: str | None = None


@dataclass(slots=True, unsafe_hash=True)
class CustomerLeft:
    """Patience is at an end."""


@dataclass(slots=True, unsafe_hash=True)
class CaseEnded:
    """The play is over."""

    node: str
    fate: Fate


Event = (
    NodeEntered
    | SceneBegan
    | CustomerSpoke
    | NoteShown
    | ReplyGiven
    | NotUnderstood
    | SilenceFell
    | FeelingShown
    | DeedDone
    | SecretTold
    | SecretDenied
    | HarmDone
    | MoodChanged
    | CustomerLeft
    | CaseEnded
)
