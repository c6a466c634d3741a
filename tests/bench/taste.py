"""Whether our scores put plays into the order that a reader gives them without seeing the scores.

    python -m tests.bench.taste write FOLDER [LANG]
    python -m tests.bench.taste compare [RANKS]

`write` puts a text for each case into FOLDER: five of its golden plays, from the poorest to the
best by the mean of the three scores, shuffled and named A to E. `compare` reads ranks, by default
those of `scoring/data/taste.csv` (`case,order`, such as `CABED` from the coldest to the best), and
prints a JSON line for each case: Kendall's tau-b (scipy) between the reader's order and each score.
"""

import csv
import json
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from scipy.stats import kendalltau

from game import content
from game.case.library import Library
from game.case.model import Case
from game.playthrough import Mode
from game.view.lines import lines_of
from game.view.result import result_of
from game.words import Lang
from tests.plays import played

ROOT: Final = Path(__file__).resolve().parents[2]
GOLDEN: Final = ROOT / "tests" / "golden"
RANKS: Final = ROOT / "scoring" / "data" / "taste.csv"
NAMES: Final = "ABCDE"
AXES: Final = ("resolution", "empathy", "gratitude")


@dataclass(frozen=True)
class Play:
    """One golden play: what was said, and its three scores."""

    said: tuple[str, ...]
    scores: Mapping[str, int]

    @property
    def mean(self) -> float:
        """The mean of the three scores."""
        return sum(self.scores.values()) / len(AXES)


def plays_of(case: Case, lang: Lang) -> list[Play]:
    """Five golden plays of a case, spread from the poorest to the best; fewer where fewer are."""
    found: dict[tuple[int, ...], Play] = {}
    for script in sorted((GOLDEN / case.id).glob("end-*.txt")):
        lines = script.read_text("utf-8").splitlines()
        run = played(lines, case, Mode.COACH, lang, seed=1)
        result = result_of(run, lang)
        said = tuple(f"{one.voice}: {one.text}" for one in lines_of(run, lang))
        play = Play(said, {axis: int(result[axis]) for axis in AXES})
        found.setdefault(tuple(play.scores.values()), play)
    ranked = sorted(found.values(), key=lambda one: one.mean)
    if len(ranked) <= len(NAMES):
        return ranked
    steps = (len(ranked) - 1) / (len(NAMES) - 1)
    return [ranked[round(at * steps)] for at in range(len(NAMES))]


def shuffled(case: Case, lang: Lang) -> dict[str, Play]:
    """The plays under names that tell nothing; the same at every call."""
    plays = plays_of(case, lang)
    random.Random(case.id).shuffle(plays)
    return dict(zip(NAMES, plays, strict=False))


def write(folder: Path, lang: Lang) -> None:
    """A text for each case, without a score or an ending in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for case in Library([content.scenarios()]).playable():
        parts = [f"# {case.text(case.title, lang)}", case.text(case.brief, lang)]
        for name, play in shuffled(case, lang).items():
            parts += [f"\n## {name}", *play.said]
        (folder / f"{case.id}.txt").write_text("\n".join(parts) + "\n", "utf-8")


def compared(ranks: Sequence[Mapping[str, str]], lang: Lang) -> Iterator[dict[str, Any]]:
    """A row for each case, then the means."""
    library, rows = Library([content.scenarios()]), []
    for rank in ranks:
        plays = shuffled(library.load(rank["case"]), lang)
        place = [rank["order"].index(name) for name in plays]
        row: dict[str, Any] = {"case": rank["case"], "plays": len(plays)}
        row["mean"] = _tau(place, [play.mean for play in plays.values()])
        for axis in AXES:
            row[axis] = _tau(place, [play.scores[axis] for play in plays.values()])
        rows.append(row)
        yield row
    for key in ("mean", *AXES):
        known = [row[key] for row in rows if row[key] is not None]
        yield {"figure": f"mean tau-b, {key}", "cases": len(known), "is": _mean(known)}


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 3)


def _tau(first: Sequence[float], second: Sequence[float]) -> float | None:
    """None where one side holds but one value."""
    tau = float(kendalltau(first, second).statistic)
    return None if tau != tau else round(tau, 3)  # NaN


def main(what: str, *given: str) -> None:
    """Writes the plays, or compares the ranks."""
    if what == "write":
        write(Path(given[0]), "en" if given[1:] == ("en",) else "ko")
        return
    with open(given[0] if given else RANKS, encoding="utf-8", newline="") as file:
        for row in compared(list(csv.DictReader(file)), "ko"):
            print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
