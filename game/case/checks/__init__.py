"""What can be wrong with a case that reads well: its structure, its teaching, its translations."""

from collections.abc import Iterator

from game.case.checks.holes import hole_problems
from game.case.checks.others import OF_SHARED
from game.case.checks.references import reference_problems
from game.case.checks.structure import structure_problems
from game.case.checks.teaching import teaching_problems
from game.case.checks.translations import of_case, translation_problems
from game.case.checks.wording import wording_problems
from game.case.problems import Problem
from game.case.reading import Reading


def checked(file: str, reading: Reading) -> list[Problem]:
    """All problems of one reading: those of reading it and those that the checks find."""
    return sorted(_all(file, reading), key=lambda problem: problem.sort_key)


def _all(file: str, reading: Reading) -> Iterator[Problem]:
    yield from reading.problems
    if reading.case is None:
        return
    for code, place, values in (
        *structure_problems(reading.case),
        *reference_problems(reading.case, reading.text_places),
        *teaching_problems(reading.case, reading.text_places),
        *wording_problems(reading.case, reading.text_places),
        *hole_problems(reading.case, reading.text_places),
    ):
        if not (place.file and code in OF_SHARED):
            yield Problem(code, place, values, place.file or file)
    yield from translation_problems(of_case(reading.case), reading.tables)
