"""Fits the models of gratitude in anybody's texts, from two public tables that people labelled."""

from pathlib import Path
from typing import Any, Final

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from scoring.reading.normal import plain
from scoring.reading.thanks import BUCKETS, FORMAT, buckets
from scoring.reading.train.heads import int8
from scoring.reading.train.matrices import bags
from scoring.reading.train.tables import thanks
from scoring.reading.vectors import Vectors

ENGLISH: Final = ("goemotions_en_train",)
KOREAN: Final = ("kote_val_as_train",)
_VECTOR_SHARE: Final = 0.5  # chosen by cross-validation, as are the strengths below
_FOLDS: Final = 4


def fit_thanks(folder: Path, vectors: Vectors) -> dict[str, Any]:
    """The model file; prints the cross-validated F1 of each."""
    english, found = _texts(folder, ENGLISH)
    korean, felt = _texts(folder, KOREAN)
    grams = _bags(korean)
    meaning = csr_matrix(np.array(vectors.of_many(korean)) * _VECTOR_SHARE)
    return {
        "format": FORMAT,
        "buckets": BUCKETS,
        "en": _fit("en", _bags(english), found, 3.0),
        "ko": _fit("ko", grams, felt, 10.0),
        "ko-vectors": _fit("ko-vectors", hstack([grams, meaning]).tocsr(), felt, 5.0),
    }


def _texts(folder: Path, names: tuple[str, ...]) -> tuple[list[str], Any]:
    rows = thanks(folder, names)
    return [plain(text) for text, _ in rows], np.array([label for _, label in rows])


def _bags(texts: list[str]) -> Any:
    return bags([buckets(one) for one in texts], BUCKETS)


def _fit(name: str, rows: Any, labels: Any, strength: float) -> dict[str, Any]:
    model = LogisticRegression(C=strength, solver="liblinear", random_state=0)
    fold = StratifiedKFold(_FOLDS, shuffle=True, random_state=0)
    chances = cross_val_predict(model, rows, labels, cv=fold, method="predict_proba")[:, 1]
    steps = np.arange(0.1, 0.6, 0.01)
    score = [f1_score(labels, chances >= one) for one in steps]
    least = round(float(steps[int(np.argmax(score))]), 3)
    print(name, "F1", round(max(score), 3), "from", least, flush=True)
    model.fit(rows, labels)
    weights = model.coef_[0]
    packed = {
        "bias": round(float(model.intercept_[0]), 5),
        "least": least,
        "grams": int8(weights[:BUCKETS]),
    }
    if len(weights) > BUCKETS:
        packed["vector"] = int8(weights[BUCKETS:] * _VECTOR_SHARE)
    return packed
