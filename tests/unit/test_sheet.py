"""The sheet for reviewers: three ways that are what they say, and all of the case, as one page."""

import re
from pathlib import Path

import pytest
from markupsafe import escape

from game import content
from game.case.library import Library
from game.case.model import Case
from game.cli import main
from game.words import LANGUAGES, Lang, words
from game.workshop.sheet import sheet_of
from game.workshop.sheet_page import BEGINNING, sheet_page
from game.workshop.sheet_pdf import sheet_pdf
from tests.plays import LAMP_TEXT, case_of, journey, lamp

CASES = [lamp(), journey(), *Library([content.scenarios()]).playable()]
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)


@each_case
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_golden_way_passes_and_the_others_do_not(case: Case, lang: Lang) -> None:
    golden, typical, worst = sheet_of(case, lang).ways
    passed = words(lang, "workshop.sheet.passed")
    assert golden.verdict == passed
    assert not any(line.better for line in golden.lines)
    assert typical.verdict != passed
    assert worst.verdict != passed
    scores = [
        sum(int(score) for _, score in way.scores if score.isdigit()) for way in (golden, worst)
    ]
    assert scores[0] > scores[1]


@each_case
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_holds_all_that_a_reviewer_needs(case: Case, lang: Lang) -> None:
    page = sheet_page(sheet_of(case, lang), lang)
    assert page.encode().startswith(BEGINNING)
    assert f'lang="{lang}"' in page
    assert "<script" not in page
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    assert "word-break: keep-all" in page
    ids = [*case.feels, *case.deeds, *case.harms, *case.problem, *case.hidden]
    ids += [node.id for node in case.nodes.values() if node.end or node.cue]
    for name in ids:
        assert f'<dt class="id">{name}</dt>' in page
    for way in ("golden", "typical", "worst"):
        assert words(lang, f"workshop.sheet.{way}") in page
    titles = [case.text(one.title, lang) for one in case.policy]
    assert all(str(escape(title)) in page for title in titles)
    if lang == "en" and "en" in case.languages:
        assert not re.search("[가-힣]{3}", re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL))


def test_markup_in_texts_is_only_text() -> None:
    evil = '<script>alert(1)</script> & "q" {{ 7*7 }}'
    title = f"title: '{evil}'"
    case = case_of(re.sub(r"^title: .*$", title, LAMP_TEXT, count=1, flags=re.MULTILINE))
    page = sheet_page(sheet_of(case, "ko"), "ko")
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{ 7*7 }}" in page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pdf_is_one(lang: Lang) -> None:
    assert sheet_pdf(sheet_of(lamp(), lang), lang).startswith(b"%PDF-")


def test_a_sheet_is_made_anew_and_nothing_else_is_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path
    for name in ("a.html", "a.pdf"):
        for _ in range(2):
            assert main(["sheet", "just-okay", "-o", str(folder / name), "--lang", "en"]) == 0
    other = folder / "other.html"
    other.write_text("mine", "utf-8")
    assert main(["sheet", "just-okay", "-o", str(other), "--lang", "en"]) == 1
    assert other.read_text("utf-8") == "mine"
    assert main(["sheet", "just-okay", "-o", str(folder / "a.docx"), "--lang", "en"]) == 1
    assert "must end in" in capsys.readouterr().err
