"""What comes into a play from outside: a wait in whole seconds, then at most one move.

Like events (see `events.py`) they are not frozen, for speed, and nobody writes to them.
"""

from dataclasses import dataclass
from typing import Final

from game.engine.readings import Read

MOST_WAIT: Final = 24 * 60 * 60


@dataclass(slots=True, unsafe_hash=True)
class Choose:
    """The trainee picked an authored reply."""

    reply: str


@dataclass(slots=True, unsafe_hash=True)
class Say:
    """The trainee typed `text`, which was taken for the reply `meant`, or for none of them.

    `read` is what its own words do; None in plays from before there was a reader.
    """

    text: str
    meant: str | None
    read: Read | None = None


Move = Choose | Say


@dataclass(slots=True, unsafe_hash=True)
class Input:
    """`wait` seconds of the trainee's time, at most a day, then `move`; None for silence alone."""

    wait: int
    move: Move | None
