"""Which acts words alone earn, and how those of a typed reply join those of its branch."""

from collections.abc import Sequence
from typing import Final

from scoring.acts import ACTS
from scoring.transcript import Act

EARNED: Final = frozenset(
    {"apologise", "thank", "pass-on", *(one.name for one in ACTS.values() if one.mechanism)}
)
"""What is earned by saying it; every other act belongs to the branch that a reply takes."""


def acts_with(authored: Sequence[Act], heard: Sequence[Act]) -> tuple[Act, ...]:
    """The acts of a typed reply: what was heard in its words, and what its branch does and costs.

    `authored` are the acts of the reply whose branch it takes, () where it takes none.
    """
    branch = [act for act in authored if act.name not in EARNED]
    kept = {act.name for act in branch}
    return (*branch, *(act for act in heard if act.name not in kept))
