"""`dangol explain`: for every code a reason in both languages, the slip marked, and the mend."""

from pathlib import Path

import pytest

from game.case.telling import examples
from game.cli import main
from game.errors import DangolError
from game.words import LANGUAGES
from game.workshop.explaining import codes, explain, mended_example
from game.workshop.explaining_examples import problems_of

# Whole files of which a picture shows the first lines alone: there is more to write than that.
BEGUN = {"Y001", "Y003", "Y004", "Y010", "Y014"}


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
        assert bool(told.good) != bool(told.note) or example.times > 1
        assert all(line.text.isprintable() for line in (*told.bad, *told.good))


@pytest.mark.parametrize("code", [code for code in codes() if code not in BEGUN])
def test_the_mended_example_has_no_problem_left(code: str, tmp_path: Path) -> None:
    mended = mended_example(code)
    if mended is None:
        assert explain(code, "en").note
    else:
        assert problems_of(tmp_path, examples()[code].kind, mended, "en") == []


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("L004", "{id: look, say", "{id: late, say"),
        ("L005", '"원래 늦어요."', "택배가 많은 날에는"),
        ("P009", "acts: [greet, own, do]", "acts: [own, do]"),
        ("P015", "- id: find-b", "- id: wait"),
        ("D010", "facts: {days: soon}", "facts: {days: 0}"),
        ("C003", "if: moods >= 60", "if: mood >= 60"),
        ("S009", "acts: [own, do]", "solves: arrives"),
        ("Y011", "#택배", '#택배"'),
    ],
)
def test_the_pictures_show_the_slip_and_what_it_becomes(code: str, before: str, after: str) -> None:
    told = explain(code, "ko")
    assert any(before in line.text for line in told.bad)
    assert any(after in line.text for line in told.good)
    assert len(told.bad) <= 25
    assert len(told.good) <= 15


@pytest.mark.parametrize(("given", "code"), [("y5", "Y005"), ("S09", "S009"), (" p015 ", "P015")])
def test_a_code_may_be_written_short(given: str, code: str) -> None:
    assert explain(given, "en").code == code


@pytest.mark.parametrize("given", ["", "Y", "Y0", "Y1234", "99", "zzz"])
def test_what_is_no_code_is_told(given: str) -> None:
    with pytest.raises(DangolError, match=r"workshop\.explain"):
        explain(given, "en")


def test_a_letter_lists_its_family(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "p", "--lang", "en"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[:4] for line in lines] == list(codes("P"))
    assert all(line[:1] == "P" for line in lines)
    assert main(["explain", "--lang", "en"]) == 0
    assert [line[:4] for line in capsys.readouterr().out.splitlines()] == list(codes())
