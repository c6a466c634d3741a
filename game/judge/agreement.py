"""How far a judge agrees with people's labels: quadratic weighted kappa on the development set.

The labels are by one hand each (`scoring/data/README.md`), and agreement with them is no more.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import scoring
from game.customers.asking import Asks
from game.judge.opinion import judgement
from game.judge.slots import Criterion, Slot
from game.words import Lang
from scoring.transcript import Line, Speaker

COLUMNS: Final = {
    "er": Criterion.REACTION,
    "ip": Criterion.INTERPRETATION,
    "ex": Criterion.EXPLORATION,
    "gratitude": Criterion.GRATITUDE,
    "resolution": Criterion.RESOLUTION,
}
_LEVELS: Final = 3
_DATA: Final = Path(scoring.__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Labelled:
    """One reply with its labels, as the judge is asked about it."""

    id: str
    lang: Lang
    lines: tuple[Line, ...]
    slots: tuple[Slot, ...]
    levels: tuple[int, ...]


def labelled(lang: Lang, most: int) -> list[Labelled]:
    """At most so many of the labelled replies of a language, spread evenly in the order of ids."""
    contexts = {row["ctx"]: row for row in _rows(f"contexts_{lang}.csv")}
    rows = sorted(_rows(f"replies_{lang}.csv"), key=lambda row: row["id"])
    step = max(1.0, len(rows) / most)
    picked = [rows[int(i * step)] for i in range(min(most, len(rows)))]
    return [_labelled(row, contexts[row["ctx"]], lang) for row in picked]


def labels(lang: Lang) -> int:
    """How many labelled replies there are in a language."""
    return len(_rows(f"replies_{lang}.csv"))


def asked_of(asks: Asks, one: Labelled) -> Iterator[tuple[Criterion, int, int]]:
    """For each criterion the label and the judge's level; raises CustomerUnavailable."""
    found = judgement(one.lines, one.slots, one.lang, asks)
    for label, answer in zip(one.levels, found, strict=True):
        yield answer.slot.criterion, label, answer.level


def quadratic_kappa(pairs: Sequence[tuple[int, int]]) -> float | None:
    """Cohen's kappa with quadratic weights, -1 to 1; None where chance alone explains all.

    Source: Cohen 1968, Psychological Bulletin 70(4). 1 less the disagreement that was seen over
    that which chance brings, each the square of the distance between two levels.
    """
    ones, others = ([pair[i] for pair in pairs] for i in (0, 1))
    seen = sum((one - other) ** 2 for one, other in pairs) * len(pairs)
    chance = sum(
        ones.count(a) * others.count(b) * (a - b) ** 2
        for a in range(_LEVELS)
        for b in range(_LEVELS)
    )
    return 1 - seen / chance if chance else None


def _labelled(row: dict[str, str], context: dict[str, str], lang: Lang) -> Labelled:
    about = {
        Criterion.GRATITUDE: ("deed", context["thank_for"]),
        Criterion.RESOLUTION: ("problem", f"{context['steps']} ({context['facts']})"),
    }
    slots = tuple(
        Slot(f"s{number}", criterion, *about.get(criterion, ("feeling", context["feels"])))
        for number, criterion in enumerate(COLUMNS.values(), 1)
    )
    lines = (
        Line(0, Speaker.CUSTOMER, context["customer"]),
        Line(1, Speaker.AGENT, row["reply"]),
    )
    return Labelled(row["id"], lang, lines, slots, tuple(int(row[name]) for name in COLUMNS))


def _rows(name: str) -> list[dict[str, str]]:
    with (_DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
