"""Holes: texts that a draft leaves open, each nothing but `…`."""

from collections.abc import Iterator, Mapping, Sequence

from game.case.checks.structure import Found
from game.case.model import Case
from game.case.problems import Place, Problem
from game.case.translation import Table

HOLE = "…"


def hole_problems(case: Case, places: Mapping[str, Place]) -> Iterator[Found]:
    """The texts of a case that are still to be written; `places` tells where they stand."""
    own, hearings = case.texts[case.language], case.hearings[case.language]
    for text, place in places.items():
        if own.get(text) == HOLE or HOLE in hearings.get(text, ()):
            yield "H001", place, {"id": text}


def holes_in_tables(tables: Sequence[Table]) -> Iterator[Problem]:
    """The translations that are still to be written."""
    for table in tables:
        for key, entry in table.entries.items():
            if entry.text == HOLE or HOLE in entry.items:
                yield Problem("H001", entry.place, {"id": key}, table.file)
