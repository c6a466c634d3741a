"""A reply made ready for the heads: its sentences and pairs of neighbours, as stretches.

A level is that of the best of them, so what stands beside good words adds nothing to them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.reading.guards import Guard, without_quotations
from scoring.reading.reading import AXES
from scoring.reading.sentences import Clause
from scoring.reading.stretch import Stretch, joined, stretch


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of sentences `first` to `last`, and the axes a guard holds down in it."""

    held: Stretch
    first: int
    last: int
    capped: frozenset[str]


def units(said: Sequence[Clause], guarded: Sequence[Guard]) -> list[Unit]:
    """Each sentence, then each pair of neighbours."""
    single = [stretch(without_quotations(one.text.replace("\n", " "))) for one in said]
    capped = [_capped(one, guarded) for one in said]
    alone = [Unit(held, i, i, capped[i]) for i, held in enumerate(single)]
    pairs = [
        Unit(joined(single[i], single[i + 1]), i, i + 1, capped[i] | capped[i + 1])
        for i in range(len(single) - 1)
    ]
    return alone + pairs


def _capped(clause: Clause, guarded: Sequence[Guard]) -> frozenset[str]:
    here = [one for one in guarded if one.whole or clause.start <= one.start < clause.end]
    return frozenset(axis for axis in AXES if any(one.holds(axis) for one in here))
