"""Logistic regression on bags: a reply has a label, and its best unit is to answer for it.

The units of a reply are pooled by a soft maximum; this is multiple-instance learning. L2 on every
weight, full batches, L-BFGS: the same data give the same weights.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from scipy.optimize import minimize

_STEPS: Final = 150


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights of the named columns and of the n-grams, and a bias."""

    named: Any
    grams: Any
    bias: float

    def log_odds(self, named: Any, grams: Any) -> Any:
        """One number for each row."""
        return named @ self.named + grams @ self.grams + self.bias


@dataclass(frozen=True, slots=True)
class Penalty:
    """How strongly weights are held at 0: one for each named column, one for all n-grams."""

    named: Any
    grams: float


def fit(of: Any, named: Any, grams: Any, labels: Any, weights: Any, penalty: Penalty) -> Fitted:
    """Fits rows grouped by `of` (rising) to labels 0 or 1 and weights by group number."""
    starts = np.flatnonzero(np.r_[True, np.diff(of) > 0])
    groups = of[starts]
    rows = np.repeat(np.arange(len(starts)), np.diff(np.r_[starts, len(of)]))
    wanted, worth = labels[groups].astype(float), weights[groups].astype(float)
    named, turned, crossed = named.astype(np.float32), named.T.astype(np.float32), grams.T.tocsr()
    width = named.shape[1]
    held = np.r_[penalty.named, np.full(grams.shape[1], penalty.grams), 0.0]

    def loss(w: Any) -> tuple[float, Any]:
        z = (named @ w[:width].astype(np.float32)).astype(float) + grams @ w[width:-1] + w[-1]
        top = np.maximum.reduceat(z, starts)
        share = np.exp(z - top[rows])
        whole = np.add.reduceat(share, starts)
        pooled = top + np.log(whole)
        missed = worth * (_chance(pooled) - wanted)
        cost = (worth * (np.logaddexp(0, pooled) - wanted * pooled)).sum()
        slope = missed[rows] * share / whole[rows]
        by_named = (turned @ slope.astype(np.float32)).astype(float)
        return cost + 0.5 * (held * w * w).sum(), np.r_[
            by_named, crossed @ slope, slope.sum()
        ] + held * w

    start = np.zeros(width + grams.shape[1] + 1)
    options = {"maxiter": _STEPS, "ftol": 1e-7, "gtol": 1e-3}
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options=options).x
    return Fitted(found[:width], found[width:-1], float(found[-1]))


def _chance(log_odds: Any) -> Any:
    return 1 / (1 + np.exp(-np.clip(log_odds, -35, 35)))
