"""The dial from 1 to 5: how much a customer bears and what is needed to pass, in whole numbers.

3 is the case as its author wrote it. The dial moves what is only ever compared from one side, so
that a play which passes on a harder level passes on every easier one, move for move. So it leaves
alone the mood, by which cases open ways and close others, and the deadlines, which are a setting
for people who read or type slowly.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from game.case.model import Case
from game.engine.mentions import conditions_of

AS_WRITTEN: Final = 3
_HIGHEST_BAR: Final = 95  # an author's own may be higher; the dial never asks for everything


@dataclass(frozen=True, slots=True)
class Dial:
    """What a level adds: to the patience of every customer at the start, and to each pass mark."""

    patience: int
    bars: int


DIALS: Final[Mapping[int, Dial]] = MappingProxyType(
    {1: Dial(2, -20), 2: Dial(1, -10), 3: Dial(0, 0), 4: Dial(-1, 10), 5: Dial(-2, 20)}
)


def slack_of(case: Case, level: int) -> int:
    """What a level adds to patience in a case.

    Nothing where the case itself asks how much is left: another start would open other ways.
    """
    by = DIALS[level].patience
    return 0 if by and asks_for_patience(case) else by


def patience_with(patience: int, slack: int) -> int:
    """An author's patience with what a level adds; nobody comes with none."""
    return max(1, patience + slack) if slack else patience


def bar_at(bar: int, level: int) -> int:
    """A pass mark of 0 to 100 on a level."""
    return max(0, min(max(bar, _HIGHEST_BAR), bar + DIALS[level].bars))


def asks_for_patience(case: Case) -> bool:
    """Whether a condition of the case asks for somebody's patience."""
    return any(read.kind == "patience" for one in conditions_of(case) for read in one.reads)
