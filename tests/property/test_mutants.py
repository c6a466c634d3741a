"""Spoiled cases: read, checked, told and played, and nothing comes of them but problems."""

import pytest

from game.case.telling import examples
from tests.bench.fuzz import Outcome, made, read, try_out
from tests.bench.mutants import good_folders

SEED = 4
PARTS = 20
EACH = 100


def outcomes(part: int) -> list[Outcome]:
    """What came of one part of the spoiled cases."""
    tried = (made(SEED, number) for number in range(part * EACH, (part + 1) * EACH))
    return [try_out(folder, chance) for folder, chance in tried]


@pytest.mark.parametrize("part", range(PARTS))
def test_a_spoiled_case_is_read_and_played_or_told(part: int) -> None:
    found = outcomes(part)
    assert len(found) == EACH
    assert any(one.played for one in found)
    assert any(one.codes and not one.read_well for one in found)


def test_what_is_spoiled_is_good() -> None:
    for folder in good_folders():
        assert try_out(folder, made(SEED, 0)[1]).played


def test_spoiling_brings_about_problems_of_every_kind() -> None:
    found = (read(made(SEED, number)[0])[0] for number in range(200))
    codes = {problem.code for problems in found for problem in problems}
    assert {code[0] for code in codes} >= set("YDCRSTX")
    assert codes <= examples().keys()


def test_the_same_number_is_spoiled_the_same() -> None:
    assert [made(SEED, number)[0] for number in range(20)] == [
        made(SEED, number)[0] for number in range(20)
    ]
    assert made(SEED, 1)[0] != made(SEED + 1, 1)[0]
