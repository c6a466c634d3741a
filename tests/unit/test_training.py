"""Training repeats: the same rows give the same weights, to the last byte of the model file."""

import numpy as np
from scipy.sparse import csr_matrix

from scoring.reading.train.heads import int8
from scoring.reading.train.pooled import Penalty, fit


def packed(turned: bool = False) -> list[object]:
    """The weights of one head, fitted on eighty made-up sentences of thirty replies."""
    draw = np.random.default_rng(3)
    of = np.sort(np.r_[np.arange(30), draw.integers(0, 30, 50)])
    named, grams = draw.random((80, 6)), csr_matrix(draw.random((80, 40)) > 0.8, dtype=float)
    labels = (draw.random(30) > 0.5) != turned
    penalty = Penalty(np.full(6, 0.3), 0.06)
    found = fit(of, named, grams, labels.astype(int), np.ones(30), penalty)
    return [int8(found.named), int8(found.grams), found.bias]


def test_the_same_replies_give_the_same_weights() -> None:
    assert packed() == packed()
    assert packed() != packed(turned=True)
