"""`dangol explain`: for every code a reason in both languages, the slip marked, and the mend."""

import pytest

from game.case.telling import examples
from game.words import LANGUAGES
from game.workshop.explaining import codes, explain


@pytest.mark.parametrize("code", codes())
def test_a_code_has_its_reason_its_slip_and_its_mend(code: str) -> None:
    example = examples()[code]
    for lang in LANGUAGES:
        told = explain(code, lang)
        assert told.sentence
        assert told.why.endswith(".")
        assert bool(told.bad) != (example.spoiled() is None)
        marked = [line.number for line in told.bad if line.marked]
        assert marked == ([example.at.line] if told.bad else [])
        assert told.good != told.bad or not told.bad
        assert all(line.text.isprintable() for line in (*told.bad, *told.good))
