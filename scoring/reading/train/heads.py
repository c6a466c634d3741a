"""Fits the heads of both tiers, chooses their cuts by grouped cross-validation, packs them.

Cuts, thresholds and confidence come from replies in contexts that the fitted fold never saw. The
held-out contexts take no part in any of this.
"""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import cohen_kappa_score

from scoring.reading.features import DENSE, NEAR
from scoring.reading.heads import ACK, CONTEMPT, FORMAT, NAMES, PLAIN, VECTORS
from scoring.reading.reading import AXES
from scoring.reading.stretch import BUCKETS
from scoring.reading.train.matrices import Matrices
from scoring.reading.train.pooled import Fitted, Penalty, fit
from scoring.reading.train.tables import Labelled

FOLDS: Final = 5
SEEDS: Final = (0, 1)
CONTEMPTUOUS: Final = frozenset({"sarcasm", "insult_polite", "abuse", "blame"})
_CONTRAST_WEIGHT: Final = 0.5
_FALSE_ALARMS: Final = 0.005
_NAMED, _VECTOR, _GRAMS = 0.3, 0.25, 0.06  # chosen by grouped cross-validation
_ZERO: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Data:
    """What is fitted: hand-labelled replies, then the contrasts, as one set of matrices."""

    rows: Sequence[Labelled]
    contrasts: Sequence[Labelled]
    both: Matrices

    @property
    def all(self) -> list[Labelled]:
        """The replies in the order of the matrices."""
        return [*self.rows, *self.contrasts]


@dataclass(frozen=True, slots=True)
class Raw:
    """Out-of-fold chances for each reply: of the best unit on each axis, of ack and contempt."""

    raw: dict[str, Any]
    ack: Any
    contempt: Any


def train_tier(data: Data, tier: str) -> tuple[dict[str, Any], Raw, dict[str, Any]]:
    """The packed tier, its out-of-fold chances, and its out-of-fold levels."""
    runs = [cross_validated(data, tier, seed) for seed in SEEDS]
    raw = Raw(
        {axis: np.mean([one.raw[axis] for one in runs], axis=0) for axis in AXES},
        np.mean([one.ack for one in runs], axis=0),
        np.mean([one.contempt for one in runs], axis=0),
    )
    cuts = {axis: best_cuts(raw.raw[axis], _labels(data.rows, axis)) for axis in AXES}
    levels = {axis: stretched(raw.raw[axis], cuts[axis]) for axis in AXES}
    fitted = {name: _fit(data, tier, name, np.ones(len(data.all), bool)) for name in NAMES}
    packed = {
        "heads": {name: _packed(one, tier) for name, one in fitted.items()},
        "cuts": {axis: list(cuts[axis]) for axis in AXES},
        "contempt": _threshold(data.rows, raw.contempt),
    }
    return packed, raw, levels


def cross_validated(data: Data, tier: str, seed: int) -> Raw:
    """Chances for each hand-labelled reply from heads that saw no reply of its context."""
    fold = folds(data.rows, seed)
    own = len(data.rows)
    of = data.both.of
    out = {name: np.full(own, -35.0) for name in (ACK, CONTEMPT)}
    raw = {axis: np.zeros(own) for axis in AXES}
    for number in range(FOLDS):
        seen = np.r_[fold != number, np.ones(len(data.contrasts), bool)]
        fitted = {name: _fit(data, tier, name, seen) for name in NAMES}
        rows = np.flatnonzero(~seen[of])
        odds = {
            name: one.log_odds(_named(data, tier)[rows], data.both.grams[rows])
            for name, one in fitted.items()
        }
        for name, best in out.items():
            np.maximum.at(best, of[rows], odds[name])
        for i, axis in enumerate(AXES):
            some, full = _chance(odds[f"{axis}1"]), _chance(odds[f"{axis}2"])
            unit = (some + np.minimum(some, full)) * data.both.free[rows, i]
            np.maximum.at(raw[axis], of[rows], unit)
    return Raw(_discounted(raw, _chance(out[CONTEMPT])), _chance(out[ACK]), _chance(out[CONTEMPT]))


def _discounted(raw: dict[str, Any], contempt: Any) -> dict[str, Any]:
    return {
        axis: one * (1 - contempt) if axis in ("er", "ip") else one for axis, one in raw.items()
    }


def folds(rows: Sequence[Labelled], seed: int) -> Any:
    """A fold for each reply, the same for all replies of a context."""
    names = sorted({one.ctx for one in rows})
    order = np.random.default_rng(seed).permutation(len(names))
    fold_of = {name: int(order[i]) % FOLDS for i, name in enumerate(names)}
    return np.array([fold_of[one.ctx] for one in rows])


def _fit(data: Data, tier: str, name: str, seen: Any) -> Fitted:
    of, rows = data.both.of, data.all
    keep = seen[of]
    if name[:-1] in AXES:
        keep = keep & data.both.free[:, AXES.index(name[:-1])]
    labels = np.array([_label(one, name) for one in rows])
    weights = np.r_[np.ones(len(data.rows)), np.full(len(data.contrasts), _CONTRAST_WEIGHT)]
    named = _named(data, tier)[keep]
    return fit(of[keep], named, data.both.grams[keep], labels, weights, _penalty(tier))


def _named(data: Data, tier: str) -> Any:
    return data.both.named if tier == PLAIN else data.both.meaning


def _penalty(tier: str) -> Penalty:
    named = np.full(len(DENSE), _NAMED)
    if tier == VECTORS:
        named = np.r_[named, np.full(len(NEAR), _NAMED), np.full(512, _VECTOR)]
    return Penalty(named, _GRAMS)


def _label(one: Labelled, name: str) -> int:
    if name == ACK:
        return one.ack
    if name == CONTEMPT:
        return int(one.tag in CONTEMPTUOUS)
    return int(one.levels[name[:-1]] >= int(name[-1]))


def _labels(rows: Sequence[Labelled], axis: str) -> Any:
    return np.array([one.levels[axis] for one in rows])


def best_cuts(raw: Any, labels: Any) -> tuple[float, float]:
    """The two cuts with the highest quadratic kappa."""
    grid = [
        (a, b)
        for a in np.arange(0.2, 1.15, 0.05)
        for b in np.arange(0.7, 1.85, 0.05)
        if b > a + 0.09
    ]
    score = [kappa(labels, (raw > a).astype(int) + (raw > b)) for a, b in grid]
    low, high = grid[int(np.argmax(score))]
    return round(float(low), 3), round(float(high), 3)


def kappa(labels: Any, found: Any) -> float:
    """Cohen's kappa with quadratic weights over the levels 0, 1, 2."""
    return float(cohen_kappa_score(labels, found, weights="quadratic", labels=[0, 1, 2]))


def stretched(raw: Any, cuts: tuple[float, float]) -> Any:
    """Raw sums as levels, as `weighing.level_of` does it."""
    return np.interp(raw, [0, *cuts, 2], [0, 0.5, 1.5, 2])


def _threshold(rows: Sequence[Labelled], contempt: Any) -> float:
    """The chance of contempt above which hardly any good reply lies."""
    good = np.array([is_good(one) for one in rows])
    return round(float(np.quantile(contempt[good], 1 - _FALSE_ALARMS)), 4)


def is_good(one: Labelled) -> bool:
    """A reply without a trick that takes something away, with levels of at least 2 in all."""
    harmless = {"plain", "short", "typos", "emoji", "allcaps", "mixed_language", "double_negation"}
    harmless |= {"thanks_without_word", "cold_but_solved", "negation"}
    return one.tag in harmless and sum(one.levels.values()) >= 2


def doubt(
    levels: dict[str, Any], other: dict[str, Any] | None, rows: Sequence[Labelled]
) -> list[float]:
    """Bias and weights for the chance that an axis is right: by its margin and the other tier."""
    margin = np.concatenate([margins(levels[axis]) for axis in AXES])
    gap = (
        np.concatenate([np.abs(levels[axis] - other[axis]) for axis in AXES])
        if other
        else 0 * margin
    )
    right = np.concatenate([(rounded(levels[axis]) == _labels(rows, axis)) for axis in AXES])
    model = LogisticRegression(C=10.0).fit(np.c_[margin, gap], right)
    return [round(float(one), 4) for one in (*model.intercept_, *model.coef_[0])]


def margins(levels: Any) -> Any:
    """How far levels are from where they would be another one, 0 to .5."""
    return np.minimum(np.minimum(np.abs(levels - 0.5), np.abs(levels - 1.5)), 0.5)


def rounded(levels: Any) -> Any:
    """Levels as whole numbers."""
    return (levels > 0.5).astype(int) + (levels > 1.5)


def _packed(one: Fitted, tier: str) -> dict[str, Any]:
    size = len(DENSE)
    packed: dict[str, Any] = {
        "bias": round(one.bias, 5),
        "dense": [round(float(w), 4) for w in one.named[:size]],
        "hashed": int8(one.grams),
    }
    if tier == VECTORS:
        packed["near"] = [round(float(w), 4) for w in one.named[size : size + len(NEAR)]]
        packed["vector"] = int8(one.named[size + len(NEAR) :])
    return packed


def int8(weights: Any) -> list[Any]:
    """Weights as a scale and the base64 of signed bytes."""
    scale = max(float(np.abs(weights).max()), _ZERO) / 127
    whole = np.round(weights / scale).astype(np.int8)
    return [round(scale, 9), base64.b64encode(whole.tobytes()).decode("ascii")]


def model(plain: dict[str, Any], vectors: dict[str, Any]) -> dict[str, Any]:
    """The model file."""
    return {
        "format": FORMAT, "buckets": BUCKETS, "dense": list(DENSE), "near": list(NEAR),
        "tiers": {PLAIN: plain, VECTORS: vectors},
    }  # fmt: skip


def _chance(log_odds: Any) -> Any:
    return 1 / (1 + np.exp(-np.clip(log_odds, -35, 35)))
