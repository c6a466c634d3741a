"""How well typed replies find the authored one they mean: `python -m tests.bench.matching`.

Prints figures on the contexts held out (three in ten, by the hash of their name), with and without
sentence vectors, for Korean and English: how often the right reply comes first, how well what
means none of them is told from what does (AUC), and what would be taken, asked about and taken
wrongly, by kind. `--dev` prints those of the other rows, which the weights were fitted on
(tests/bench/matching_fit.py) and the word lists written with.
"""

import csv
import hashlib
import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scoring.reading.likeness import Similar
from scoring.reading.match import Match, match
from scoring.reading.reader import Reader

DATA = Path(__file__).resolve().parents[2] / "scoring" / "data" / "matching.csv"
MORE = DATA.with_name("matching_more.csv")
LANGUAGES = ("ko", "en")
OUTCOMES = ("taken", "asked", "missed", "wrongly taken")


@dataclass(frozen=True, slots=True)
class Row:
    """One typed reply: `answer` is the number of the option it means, None where it means none."""

    lang: str
    context: str
    typed: str
    options: tuple[str, ...]
    answer: int | None
    kind: str


@dataclass(frozen=True, slots=True)
class Result:
    """A row and what matching made of it."""

    row: Row
    found: Match
    seconds: float

    @property
    def is_first(self) -> bool:
        """Whether the option that is meant is the likeliest."""
        scores = self.found.scores
        return max(scores, key=lambda one: scores[one]) == str(self.row.answer)

    @property
    def outcome(self) -> str:
        """Taken rightly, asked about (with the right one, or at all where none is), or not."""
        right, found = str(self.row.answer), self.found
        if found.sure is not None:
            return "taken" if found.sure == right else "wrongly taken"
        if self.row.answer is None:
            return "asked" if found.possible else "missed"
        return "asked" if right in found.possible else "missed"


def rows(held_out: bool) -> Iterator[Row]:
    """The rows of the contexts that are held out, or of the others and those for fitting alone."""
    yield from (one for one in _rows(DATA) if is_held_out(one.context) == held_out)
    if not held_out:
        yield from _rows(MORE)


def _rows(table: Path) -> Iterator[Row]:
    with table.open(encoding="utf-8", newline="") as file:
        for one in csv.DictReader(file):
            answer = int(one["answer"]) if one["answer"] else None
            options = tuple(json.loads(one["options"]))
            yield Row(one["lang"], one["ctx"], one["typed"], options, answer, one["kind"])


def is_held_out(context: str) -> bool:
    """Three contexts in ten, by the hash of their name."""
    return hashlib.sha256(context.encode()).digest()[0] % 10 < 3


def measure(given: Sequence[Row], similar: Similar | None) -> list[Result]:
    """What matching makes of each row, in order."""
    results = []
    for row in given:
        examples = {str(number): [text] for number, text in enumerate(row.options)}
        match("", examples, similar)
        if similar:
            match(row.options[0] + row.options[-1], examples, similar)  # in play they are known
        begun = time.perf_counter()
        found = match(row.typed, examples, similar)
        results.append(Result(row, found, time.perf_counter() - begun))
    return results


def auc(meant: Sequence[float], others: Sequence[float]) -> float:
    """The chance that what is meant has the higher confidence (ties count half)."""
    won = sum((a > b) + (a == b) / 2 for a in meant for b in others)
    return won / (len(meant) * len(others)) if meant and others else float("nan")


def show(results: Sequence[Result]) -> None:
    """The figures of one tier: a line for each language, then one for each kind."""
    for lang in LANGUAGES:
        here = [one for one in results if one.row.lang == lang]
        meant = [one for one in here if one.row.answer is not None]
        others = [one for one in here if one.row.answer is None]
        first = sum(one.is_first for one in meant) / len(meant)
        told = auc([o.found.confidence for o in meant], [o.found.confidence for o in others])
        print(f"  {lang}: right one first {first:.3f} of {len(meant)}")
        print(f"      near misses AUC {told:.3f} of {len(others)}")
        for title, some in (("means one", meant), ("means none", others)):
            print(f"      {title:<12}{_counted(some)}")
    kinds = sorted({(one.row.kind, one.row.answer is None) for one in results})
    for kind, is_none in kinds:
        some = [o for o in results if o.row.kind == kind and (o.row.answer is None) == is_none]
        print(f"    {kind:<16}{'none' if is_none else 'one':<6}{_counted(some)}")
    slowest = sorted(one.seconds for one in results)[int(len(results) * 0.95)]
    print(f"  95 of 100 in {1000 * slowest:.1f} ms")


def _counted(results: Sequence[Result]) -> str:
    number: Mapping[str, int] = {
        outcome: sum(one.outcome == outcome for one in results) for outcome in OUTCOMES
    }
    return "  ".join(f"{outcome} {many:>3}" for outcome, many in number.items())


def main(arguments: Sequence[str]) -> int:
    """Prints the figures; 2 for arguments it does not know."""
    if set(arguments) - {"--dev"}:
        print("usage: python -m tests.bench.matching [--dev]", file=sys.stderr)
        return 2
    given = list(rows(held_out=not arguments))
    reader = Reader.open()
    print(f"{len(given)} rows, {'fitted on' if arguments else 'held out'}\nby letters and words")
    show(measure(given, None))
    if reader.warm():
        print("with sentence vectors")
        show(measure(given, reader.similarity))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
