"""Labelled replies as matrices: one row for each unit, as the heads will see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from scoring.reading.guards import guards
from scoring.reading.normal import normalise
from scoring.reading.reading import AXES
from scoring.reading.sentences import sentences
from scoring.reading.stretch import BUCKETS
from scoring.reading.ties import against
from scoring.reading.train.tables import Labelled
from scoring.reading.units import units
from scoring.reading.vectors import Vectors
from scoring.reading.weighing import Seen, look


@dataclass(frozen=True, slots=True)
class Matrices:
    """The units of replies: `of` is the number of a row's reply, in rising order.

    `named` holds the dense numbers, with `meaning` also those of nearness and the sentence vector.
    `free` tells, for each axis, which rows no guard holds down.
    """

    of: Any
    named: Any
    meaning: Any
    grams: Any
    free: Any
    replies: int


def seen_in(one: Labelled, vectors: Vectors | None) -> list[Seen]:
    """The units of one reply as the heads see them."""
    said = sentences(normalise(one.reply))
    return look(units(said, guards(said, one.context)), against(one.context), vectors)


def matrices(rows: Sequence[Labelled], vectors: Vectors) -> Matrices:
    """The replies as matrices; a reply without a letter has no row."""
    seen = [(i, one) for i, row in enumerate(rows) for one in seen_in(row, vectors)]
    named = np.array([one.dense for _, one in seen], dtype=np.float32)
    meaning = np.array([[*one.near, *one.vector] for _, one in seen], dtype=np.float32)
    free = np.array([[axis not in one.unit.capped for axis in AXES] for _, one in seen])
    of = np.array([i for i, _ in seen])
    grams = bags([one.hashed for _, one in seen], BUCKETS)
    return Matrices(of, named, np.hstack([named, meaning]), grams, free, len(rows))


def bags(hashed: Sequence[Sequence[int]], buckets: int) -> Any:
    """Bags of n-grams, each of length 1, as a sparse matrix."""
    ends = np.cumsum([0, *map(len, hashed)])
    columns = np.fromiter((one for bag in hashed for one in bag), dtype=np.int64, count=ends[-1])
    sizes = np.array([max(len(bag), 1) for bag in hashed], dtype=float)
    values = np.repeat(1 / np.sqrt(sizes), [len(bag) for bag in hashed])
    return csr_matrix((values, columns, ends), shape=(len(hashed), buckets))
