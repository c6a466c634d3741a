"""The sheet of a case in a real browser: nothing is clipped, and all of it is printed."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

from game import content
from game.case.library import Library
from game.case.model import Case
from game.words import LANGUAGES, Lang
from game.workshop.sheet import Sheet, sheet_of
from game.workshop.sheet_page import sheet_page
from tests.plays import LAMP_TEXT, case_of, journey
from tests.report.measures import BROKEN_WORDS, NO_SPACES, OVERFLOW, PAPER, close, is_a4, pages_of

pytestmark = pytest.mark.browser

WIDTHS = (1280, 400)
# Boxes that hide a part of what is in them.
CLIPPED = """() => [...document.querySelectorAll("body *")].filter(one => {
  const style = getComputedStyle(one);
  const hides = /hidden|clip|scroll|auto/.test(style.overflowX + style.overflowY);
  const over = [one.scrollWidth - one.clientWidth, one.scrollHeight - one.clientHeight];
  return hides && Math.max(...over) > 1;
}).map(one => one.outerHTML.slice(0, 80))"""

Open = Callable[[Case, Lang], Page]


def shipped(name: str) -> Case:
    return Library([content.scenarios()]).load(name)


@pytest.fixture
def asked() -> list[str]:
    """What the page asked for beside itself, and what it complained of."""
    return []


@pytest.fixture
def page(browser: Browser, asked: list[str]) -> Iterator[Page]:
    opened = browser.new_page()
    opened.on("request", lambda one: asked.append(one.url))
    opened.on("console", lambda one: asked.append(one.text))
    yield opened
    opened.close()


@pytest.fixture
def show(page: Page, tmp_path: Path) -> Open:
    """Opens the sheet of a case."""

    def opened(case: Case, lang: Lang) -> Page:
        path = tmp_path / "sheet.html"
        path.write_text(sheet_page(sheet_of(case, lang), lang), "utf-8")
        page.goto(path.as_uri())
        page.evaluate("() => document.fonts.ready.then(() => 0)")
        return page

    return opened


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["creased-shirt", "spilt-coffee"])
def test_nothing_is_clipped_on_a_screen(show: Open, name: str, lang: Lang, width: int) -> None:
    page = show(shipped(name), lang)
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate(OVERFLOW) == []
    assert page.evaluate(CLIPPED) == []
    if lang == "ko":
        assert page.evaluate(BROKEN_WORDS) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_clipped_on_paper(show: Open, lang: Lang) -> None:
    page = show(shipped("creased-shirt"), lang)
    page.emulate_media(media="print")
    page.set_viewport_size(PAPER)
    assert page.evaluate(OVERFLOW) == []
    assert page.evaluate(CLIPPED) == []
    assert not page.locator("nav").is_visible()


def test_word_without_spaces_breaks_before_it_is_clipped(show: Open) -> None:
    page = show(
        case_of(LAMP_TEXT.replace("스탠드가", f"{NO_SPACES[:100]}{NO_SPACES[-100:]}")), "ko"
    )
    for width in (*WIDTHS, PAPER["width"]):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(OVERFLOW) == []


def test_measure_sees_what_is_clipped(page: Page) -> None:
    page.set_content(
        "<p style='width: 60px; overflow: hidden; white-space: nowrap'>가나다 라마바사"
    )
    assert len(page.evaluate(CLIPPED)) == 1


def told_in(sheet: Sheet) -> Iterator[str]:
    """Every text that a reviewer is to read."""
    yield from (sheet.title, sheet.brief)
    for way in sheet.ways:
        for line in way.lines:
            yield from (one for one in (line.text, line.why, line.better) if one)
        yield from (text for _, text in way.epilogue)
    for section in sheet.sections:
        for item in section.items:
            yield from (item.text, *item.notes)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("case", [shipped("creased-shirt"), journey()], ids=lambda one: one.id)
def test_all_of_it_is_printed_each_way_on_a_page_of_its_own(
    show: Open, tmp_path: Path, case: Case, lang: Lang
) -> None:
    printed = pages_of(show(case, lang), tmp_path, "-raw")
    assert is_a4(tmp_path)
    numbers = [f"{at}/{len(printed)}" for at in range(1, len(printed) + 1)]
    assert all(map(str.startswith, printed, numbers))
    texts = list(map(str.removeprefix, printed, numbers))
    whole, sheet = "".join(texts), sheet_of(case, lang)
    assert [one for one in told_in(sheet) if not is_within(one, whole)] == []
    for way in sheet.ways[1:]:
        head = close(way.name + way.about)
        assert sum(head in one for one in texts) == 1
        assert sum(one.startswith(head) for one in texts) == 1


def is_within(text: str, printed: str) -> bool:
    """Whether every line of a text was printed; the number of a page may stand between two."""
    lines = (close(one) for one in text.split("\n"))
    return all(one[:24] in printed and one[-24:] in printed for one in lines)


def test_short_text_never_parts_at_the_end_of_a_page(show: Open, tmp_path: Path) -> None:
    long = "이 말이 왜 통하지 않았는지 여러 줄에 걸쳐 적는다. " * 6
    case = case_of(re.sub(r"(\n +why: )", rf"\1처음이다. {long}마지막이다. ", LAMP_TEXT))
    printed = pages_of(show(case, "ko"), tmp_path)
    begun = [one.count("처음이다.") for one in printed]
    assert sum(begun) > 5
    assert begun == [one.count("마지막이다.") for one in printed]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_asks_for_nothing_and_brings_its_letters(
    show: Open, asked: list[str], lang: Lang
) -> None:
    page = show(shipped("creased-shirt"), lang)
    assert [one for one in asked if not one.startswith("data:")] == [page.url]
    loaded: Any = page.evaluate(
        """() => Promise.all([400, 700].map(weight =>
          document.fonts.load(`${weight} 16px "Dangol Page"`, "가")))
          .then(all => all.map(one => one.length))"""
    )
    assert loaded == [1, 1]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing(show: Open, lang: Lang) -> None:
    seen = Axe().run(show(shipped("creased-shirt"), lang))
    assert [(one["id"], one["nodes"][0]["html"]) for one in seen.response["violations"]] == []
    assert seen.response["passes"]
