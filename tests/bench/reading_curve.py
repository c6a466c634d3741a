"""How the reader learns: kappa on the held-out contexts by the share of the others it was given.

python -m tests.bench.reading_curve
"""

import json
from collections.abc import Iterator
from typing import Any

import numpy as np

from scoring.reading.reading import AXES
from scoring.reading.train.heads import best_cuts, kappa
from scoring.reading.train.matrices import Matrices, matrices
from scoring.reading.train.pooled import Penalty, fit
from scoring.reading.train.tables import OWN, Labelled, replies
from scoring.reading.vectors import Vectors, load

SHARES = (0.25, 0.5, 1.0)


def learning_curve(meaning: Vectors) -> Iterator[dict[str, Any]]:
    """One row for each share of the contexts, without the contrasts; cuts from the share itself."""
    rows, unseen = replies(OWN, held_out=False), replies(OWN, held_out=True)
    own, other = matrices(rows, meaning), matrices(unseen, meaning)
    names = sorted({one.ctx for one in rows})
    order = np.random.default_rng(0).permutation(names)
    for share in SHARES:
        kept = set(order[: round(share * len(names))])
        given = np.array([one.ctx in kept for one in rows])
        found = {axis: _kappa(axis, rows, own, given, unseen, other) for axis in AXES}
        yield {"figure": "learning curve", "contexts": len(kept), **found}


def _kappa(
    axis: str, rows: list[Labelled], own: Matrices, given: Any,
    unseen: list[Labelled], other: Matrices,
) -> float:  # fmt: skip
    raw, far = (_raw(axis, rows, own, given, part) for part in (own, other))
    low, high = best_cuts(raw[given], np.array([one.levels[axis] for one in rows])[given])
    levels = (far > low).astype(int) + (far > high)
    return round(kappa([one.levels[axis] for one in unseen], levels), 3)


def _raw(axis: str, rows: list[Labelled], own: Matrices, given: Any, part: Matrices) -> Any:
    """The best unit's expected level for each reply of `part`, fitted on what is given of `own`."""
    number = AXES.index(axis)
    keep = given[own.of] & own.free[:, number]
    width = own.meaning.shape[1]
    penalty = Penalty(np.r_[np.full(width - 512, 0.3), np.full(512, 0.25)], 0.06)
    chances = []
    for level in (1, 2):
        labels = np.array([int(one.levels[axis] >= level) for one in rows])
        fitted = fit(
            own.of[keep], own.meaning[keep], own.grams[keep], labels, np.ones(len(rows)), penalty
        )
        chances.append(1 / (1 + np.exp(-fitted.log_odds(part.meaning, part.grams))))
    best = np.zeros(part.replies)
    unit = (chances[0] + np.minimum(*chances)) * part.free[:, number]
    np.maximum.at(best, part.of, unit)
    return best


if __name__ == "__main__":
    found = load()
    for row in learning_curve(found) if found else ():
        print(json.dumps(row), flush=True)
