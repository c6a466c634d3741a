"""What is said in a case, by id: a text, and a line of it in its wordings.

`TextId` is the path of a text, such as `opens.brush-off.why`: the same in every language, in saves
and in statistics.
"""

from dataclasses import dataclass, field
from typing import NewType

from game.case.conditions import Condition
from game.case.tree import Fields

TextId = NewType("TextId", str)

_NOWHERE = Fields.__new__(Fields)


def read_at() -> Fields:
    """The field for the place in the file that a value was read from."""
    return field(default=_NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording of a line and the condition it needs."""

    text: TextId
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line: the first variant that holds, or, where `any_of`, one that the seed picks.

    `only` is its text where it has no other and asks for nothing.
    """

    variants: tuple[Variant, ...]
    any_of: bool = False
    only: TextId | None = field(init=False, compare=False, repr=False, default=None)

    def __post_init__(self) -> None:
        if len(self.variants) == 1 and self.variants[0].when is None:
            object.__setattr__(self, "only", self.variants[0].text)
