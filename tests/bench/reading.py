"""How well typed replies are read: every figure of scoring/README.md, on contexts held out.

    python -m tests.bench.reading [DATA]

DATA is a folder with the public tables (GoEmotions, KOTE). Prints a JSON line for each figure; what
there is no data for is "not measured here". Labels of replies are those of one annotator.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from scipy.stats import spearmanr
from sklearn.metrics import f1_score

from scoring.reading import vectors
from scoring.reading.heads import MODELS
from scoring.reading.normal import plain
from scoring.reading.reader import Reader
from scoring.reading.reading import AXES, UNSURE, Reading
from scoring.reading.thanks import Linear, Thanks, buckets
from scoring.reading.train.heads import is_good, kappa, rounded
from scoring.reading.train.tables import OWN, Labelled, replies, thanks
from tests.bench.reading_authored import against_authors
from tests.bench.reading_cost import costs
from tests.bench.reading_curve import learning_curve

UNMEASURED = "not measured here"
EMPTY_TRICKS = frozenset(
    {"stuffing", "injection", "grader", "sarcasm", "insult_polite", "abuse", "blame", "repetition",
     "negation", "quoted", "echo", "opposite", "wrong_fact"}
)  # fmt: skip
_DRAWS = 1000


def read_all(reader: Reader, rows: Sequence[Labelled]) -> list[Reading]:
    """The readings of labelled replies."""
    return [reader.read(one.reply, one.lang, one.context) for one in rows]


def kappas(rows: Sequence[Labelled], found: Sequence[Reading]) -> Iterator[dict[str, Any]]:
    """Quadratic kappa by axis: all, Korean and English, with an interval over contexts."""
    for axis in AXES:
        labels = np.array([one.levels[axis] for one in rows])
        levels = rounded(np.array([getattr(one, axis) for one in found]))
        row: dict[str, Any] = {"figure": "kappa", "axis": axis, "all": _kappa(labels, levels)}
        for lang in ("ko", "en"):
            own = np.array([one.lang == lang for one in rows])
            row[lang] = _kappa(labels[own], levels[own])
        row["90%"] = _interval(rows, labels, levels)
        row["same"] = round(float((labels == levels).mean()), 3)
        yield row


def _kappa(labels: Any, levels: Any) -> float:
    return round(kappa(labels, levels), 3)


def _interval(rows: Sequence[Labelled], labels: Any, levels: Any) -> list[float]:
    """Drawing contexts with replacement: replies to one customer are not independent."""
    names = sorted({one.ctx for one in rows})
    places = {name: [i for i, one in enumerate(rows) if one.ctx == name] for name in names}
    draw = np.random.default_rng(0)
    found = []
    for _ in range(_DRAWS):
        at = [i for name in draw.choice(names, len(names)) for i in places[str(name)]]
        found.append(kappa(labels[at], levels[at]))
    return [round(float(one), 3) for one in np.quantile(found, [0.05, 0.95])]


def ranks(rows: Sequence[Labelled], found: Sequence[Reading]) -> dict[str, Any]:
    """Spearman's rho between the sums of the five levels."""
    row: dict[str, Any] = {"figure": "spearman of the sums"}
    for lang in ("ko", "en"):
        own = [i for i, one in enumerate(rows) if one.lang == lang]
        labels = [sum(rows[i].levels.values()) for i in own]
        row[lang] = round(float(spearmanr(labels, [_sum(found[i]) for i in own]).statistic), 3)
    return row


def _sum(one: Reading) -> float:
    return float(sum(getattr(one, axis) for axis in AXES))


def tricks(rows: Sequence[Labelled], found: Sequence[Reading]) -> Iterator[dict[str, Any]]:
    """Worthless replies that beat the bottom quarter of good ones; sarcasm taken for thanks."""
    pairs = list(zip(rows, found, strict=True))
    bar = float(np.quantile([_sum(read) for one, read in pairs if is_good(one)], 0.25))
    empty = [
        (one, read) for one, read in pairs
        if one.tag in EMPTY_TRICKS and not sum(one.levels.values())
    ]  # fmt: skip
    winners = [one.tag for one, read in empty if _sum(read) > bar]
    yield {"figure": "tricks above the bottom quarter", "won": len(winners), "of": len(empty),
           "tags": sorted(winners)}  # fmt: skip
    mocking = [read for one, read in pairs if one.tag == "sarcasm"]
    credited = sum(read.gratitude >= 0.5 for read in mocking)
    yield {"figure": "sarcasm credited as thanks", "credited": credited, "of": len(mocking)}


def flags(rows: Sequence[Labelled], found: Sequence[Reading]) -> Iterator[dict[str, Any]]:
    """Flags on good replies, flags by trick, and quotes that stand literally in the reply."""
    good = [read for one, read in zip(rows, found, strict=True) if is_good(one)]
    flagged = sum(bool(read.flags) for read in good)
    yield {"figure": "good replies flagged", "flagged": flagged, "of": len(good),
           "share": round(flagged / len(good), 4)}  # fmt: skip
    by_tag: dict[str, list[int]] = {}
    for one, read in zip(rows, found, strict=True):
        by_tag.setdefault(one.tag, []).append(int(bool(read.flags)))
    yield {"figure": "flagged by trick"} | {
        tag: f"{sum(hits)} of {len(hits)}" for tag, hits in sorted(by_tag.items())
    }
    spans = [
        (one.reply, span.quote, span.start, span.end)
        for one, read in zip(rows, found, strict=True)
        for part in (read.evidence, read.flags)
        for span in part
    ]
    held = sum(reply[start:end] == quote for reply, quote, start, end in spans)
    yield {"figure": "quotes verbatim", "held": held, "of": len(spans)}


def doubts(rows: Sequence[Labelled], found: Sequence[Reading]) -> Iterator[dict[str, Any]]:
    """How often all five levels, and each, are right, by confidence."""
    sure = np.array([one.confidence for one in found])
    right = np.array([
        [one.levels[axis] == int(rounded(np.array(getattr(read, axis)))) for axis in AXES]
        for one, read in zip(rows, found, strict=True)
    ])  # fmt: skip
    edges = [0.0, *np.quantile(sure, [1 / 3, 2 / 3]), 1.01]
    for low, high in pairwise(edges):
        here = (sure >= low) & (sure < high)
        yield {"figure": "right by confidence", "from": round(float(low), 2),
               "turns": int(here.sum()),
               "each": round(float(right[here].mean()), 3),
               "all five": round(float(right[here].all(axis=1).mean()), 3)}  # fmt: skip
    yield {"figure": "left out as unsure", "share": round(float((sure < UNSURE).mean()), 3)}


def public(folder: Path | None) -> Iterator[dict[str, Any]]:
    """F1 of gratitude in texts that people labelled."""
    name = "goemotions_en_dev"
    if folder is None or not (folder / f"{name}.csv").exists():
        yield {"figure": "GoEmotions F1", "dev": UNMEASURED, "test": UNMEASURED}
    else:
        rows = thanks(folder, (name,))
        english = Thanks.open(MODELS / "thanks.json").english
        found = [_says(english, text) for text, _ in rows]
        f1 = f1_score([label for _, label in rows], found)
        yield {"figure": "GoEmotions F1", "dev": round(float(f1), 3), "test": UNMEASURED}
    yield {"figure": "KOTE F1", "test": UNMEASURED, "cross-validated": "printed by the training"}
    yield {"figure": "EPITOME AUC", "test": UNMEASURED}
    yield {"figure": "evidence inside human rationales", "test": UNMEASURED}


def _says(model: Linear, text: str) -> bool:
    return model.chance(buckets(plain(text))) >= model.least


def on_replies(reader: Reader, rows: Sequence[Labelled]) -> Iterator[Mapping[str, Any]]:
    """All figures on labelled replies of one tier."""
    found = read_all(reader, rows)
    yield {"tier": reader.tier, "replies": len(rows), "contexts": len({one.ctx for one in rows})}
    yield from kappas(rows, found)
    yield ranks(rows, found)
    yield from tricks(rows, found)
    yield from flags(rows, found)
    yield from doubts(rows, found)


def main(data: str = "") -> None:
    """Prints the figures."""
    rows = replies(OWN, held_out=True)
    reader = Reader.open()
    tell(on_replies(reader, rows))
    reader.warm()
    tell(on_replies(reader, rows))
    tell(against_authors(reader))
    tell(public(Path(data) if data else None))
    tell(costs([one.reply for one in rows]))
    meaning = vectors.load()
    if meaning is not None:
        tell(learning_curve(meaning))


def tell(figures: Iterator[Mapping[str, Any]]) -> None:
    """Prints each figure as a line of JSON."""
    for one in figures:
        print(json.dumps(one, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
