"""Holes: texts that a draft leaves open, each nothing but `…`."""

from collections.abc import Iterator, Mapping

from game.case.checks.structure import Found
from game.case.model import Case
from game.case.problems import Place

HOLE = "…"


def hole_problems(case: Case, places: Mapping[str, Place]) -> Iterator[Found]:
    """The texts of a case that are still to be written; `places` tells where they stand."""
    own, hearings = case.texts[case.language], case.hearings[case.language]
    for text, place in places.items():
        if own.get(text) == HOLE or HOLE in hearings.get(text, ()):
            yield "H001", place, {"id": text}
