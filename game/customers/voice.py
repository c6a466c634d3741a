"""The one protocol of all voices, and the voices that need nothing from outside."""

from collections.abc import Callable, Mapping
from typing import Protocol

from game.customers.wanted import CustomerLineWanted
from game.errors import CustomerUnavailable

Hear = Callable[[str], None]


class Voice(Protocol):
    """Words a line. `name` and `prompt` (its version) stand on the record of a play."""

    @property
    def name(self) -> str: ...

    @property
    def prompt(self) -> str: ...

    def say(self, wanted: CustomerLineWanted, seconds: float, hear: Hear, attempt: int) -> str:
        """The whole line, within `seconds`; `hear` is given all of it so far, as it grows.

        `attempt` counts from 0. Raises CustomerUnavailable, and nothing else, for whatever goes
        wrong.
        """
        ...

    def close(self) -> None:
        """Lets go of what it holds open."""
        ...


class Scripted:
    """Says what the author wrote."""

    name = "script"
    prompt = ""

    def say(self, wanted: CustomerLineWanted, seconds: float, hear: Hear, attempt: int) -> str:
        """The authored line."""
        hear(wanted.meaning)
        return wanted.meaning

    def close(self) -> None:
        """Holds nothing open."""


class Recorded:
    """Says again what was once said, by the id of the line it stood for."""

    prompt = ""

    def __init__(self, lines: Mapping[str, str], name: str = "recording") -> None:
        self.name = name
        self._lines = lines

    def say(self, wanted: CustomerLineWanted, seconds: float, hear: Hear, attempt: int) -> str:
        """The recorded line; raises CustomerUnavailable where there is none."""
        said = self._lines.get(wanted.line)
        if said is None:
            raise CustomerUnavailable("voice.not-recorded", line=wanted.line)
        hear(said)
        return said

    def close(self) -> None:
        """Holds nothing open."""
