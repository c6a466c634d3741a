"""The page in a real browser: nothing overflows or is broken, it prints whole, it asks for nothing.

Everything but the accessibility rules, which axe-core knows, is measured in the laid-out page.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

from game.report.html import write_debrief
from game.report.lines import Span, report_lines
from game.store.files import write_atomically
from game.view.debrief import DebriefView
from game.words import LANGUAGES, Lang
from tests.report.measures import BROKEN_WORDS, NO_SPACES, OVERFLOW, PAPER, close, is_a4, pages_of
from tests.report.views import PLAYS, saying, view_of

pytestmark = pytest.mark.browser

WIDTHS = (1280, 400)
Open = Callable[[DebriefView, Lang], Page]


@pytest.fixture
def asked() -> list[str]:
    """What pages asked for beside themselves, and what they complained of."""
    return []


@pytest.fixture
def page(browser: Browser, asked: list[str]) -> Iterator[Page]:
    opened = browser.new_page()
    opened.on("request", lambda one: asked.append(one.url))
    opened.on("console", lambda one: asked.append(one.text))
    opened.on("pageerror", lambda one: asked.append(str(one)))
    yield opened
    opened.close()


@pytest.fixture
def show(page: Page, tmp_path: Path) -> Open:
    """Writes a debrief as the game does and opens the file."""

    def opened(view: DebriefView, lang: Lang) -> Page:
        page.goto(write_debrief(view, lang, tmp_path, write_atomically).as_uri())
        return page

    return opened


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("play", PLAYS)
def test_no_text_overflows(show: Open, play: str, lang: Lang, width: int) -> None:
    page = show(view_of(play, lang), lang)
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate(OVERFLOW) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_word_without_spaces_breaks_before_it_overflows(show: Open, width: int) -> None:
    page = show(saying(view_of("worst", "ko"), NO_SPACES), "ko")
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate(OVERFLOW) == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("play", PLAYS)
def test_korean_words_stay_whole(show: Open, play: str, width: int) -> None:
    page = show(view_of(play, "ko"), "ko")
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate(BROKEN_WORDS) == []


def test_measures_see_what_is_wrong(page: Page) -> None:
    page.set_viewport_size({"width": 400, "height": 800})
    page.set_content(
        "<p style='width: 60px'>" + "x" * 60 + "</p>"
        "<p style='width: 60px; word-break: break-all'>가나다라마바사아자차</p>"
    )
    assert [what for what, _ in page.evaluate(OVERFLOW)] == ["x" * 40, "the page"]
    assert page.evaluate(BROKEN_WORDS) == ["가나다라마바사아자차"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_asks_for_nothing_and_complains_of_nothing(
    show: Open, asked: list[str], lang: Lang
) -> None:
    page = show(view_of("worst", lang), lang)
    portrait = page.locator("img").evaluate("image => image.complete && image.naturalWidth")
    assert portrait > 0
    assert [one for one in asked if not one.startswith("data:")] == [page.url]


def test_hostile_text_does_nothing(show: Open, asked: list[str]) -> None:
    text = (
        "<script>document.title = 'taken'</script><img src=x onerror=\"document.title = 'taken'\">"
    )
    page = show(saying(view_of("worst", "en"), text), "en")
    assert page.title() == f"Debrief: {text}"
    assert [one for one in asked if not one.startswith("data:")] == [page.url]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("play", PLAYS)
def test_axe_finds_nothing(show: Open, play: str, lang: Lang) -> None:
    page = show(view_of(play, lang), lang)
    seen = Axe().run(page)
    assert [(one["id"], one["nodes"][0]["html"]) for one in seen.response["violations"]] == []
    assert seen.response["passes"]


# On paper


def as_printed(span: Span) -> str:
    return span.text + "".join(map(str, span.ends))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("play", PLAYS)
def test_all_findings_are_printed_each_on_one_page(
    show: Open, tmp_path: Path, play: str, lang: Lang
) -> None:
    view = view_of(play, lang)
    printed = pages_of(show(view, lang), tmp_path)
    assert len(printed) > 1
    findings = [finding for turn in view.turns for finding in turn.findings]
    assert findings
    whole = "".join(printed)
    for finding in findings:
        assert whole.count(close(finding.why)) >= [one.why for one in findings].count(finding.why)
    lines = report_lines(view)
    told = [close("".join(map(as_printed, line.spans))) for line in lines]
    told += [close(line.note) for line in lines if line.note]
    assert [one for one in told if not any(one in page for page in printed)] == []


def test_finding_never_parts_at_the_end_of_a_page(show: Open, tmp_path: Path) -> None:
    view = view_of("worst", "ko")
    turn = next(turn for turn in view.turns if turn.findings)
    long = "이 말이 왜 통하지 않았는지 여러 줄에 걸쳐 적는다. " * 8
    found = [
        replace(one, why=f"처음{at}번. {long} 마지막{at}번.", better=None)
        for at, one in enumerate(turn.findings * 6)
    ]
    page = show(replace(view, turns=(replace(turn, findings=tuple(found)),)), "ko")
    printed = pages_of(page, tmp_path)
    assert len(printed) > 3
    for at, _ in enumerate(found):
        (where,) = (one for one in printed if f"처음{at}번." in one)
        assert f"마지막{at}번." in where


def test_paper_is_a4_and_its_pages_are_numbered(show: Open, tmp_path: Path) -> None:
    page = show(view_of("best", "ko"), "ko")
    printed = pages_of(page, tmp_path)
    assert is_a4(tmp_path)
    assert all(
        one.endswith(f"{number}/{len(printed)}") for number, one in enumerate(printed, start=1)
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_overflows_on_paper(show: Open, lang: Lang) -> None:
    page = show(view_of("worst", lang), lang)
    page.emulate_media(media="print")
    page.set_viewport_size(PAPER)
    assert page.evaluate(OVERFLOW) == []
