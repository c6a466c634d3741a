"""The letters that a page brings along: all that it shows, by a name of their own."""

import base64
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from playwright.sync_api import Browser

from game import content
from game.case.library import Library
from game.workshop.graph import graph_of
from game.workshop.graph_page import graph_page
from game.workshop.page_font import FAMILY, font_faces
from game.workshop.sheet import sheet_of
from game.workshop.sheet_page import sheet_page
from tests.plays import lamp

HANGUL = re.compile("[가-힣ㄱ-ㅎㅏ-ㅣ]")
CASE = Library([content.scenarios()]).load("creased-shirt")
PAGES: dict[str, Callable[[], str]] = {
    "graph": lambda: graph_page(graph_of(CASE, "ko")),
    "sheet": lambda: sheet_page(sheet_of(CASE, "ko"), "ko"),
}


def fonts_in(page: str) -> list[TTFont]:
    return [
        TTFont(BytesIO(base64.b64decode(one)))
        for one in re.findall(r"data:font/woff;base64,([A-Za-z0-9+/=]+)", page)
    ]


@pytest.mark.parametrize("name", PAGES)
def test_page_brings_every_letter_that_it_shows(name: str) -> None:
    page = PAGES[name]()
    fonts = fonts_in(page)
    assert len(fonts) == 2
    for font in fonts:
        missing = {one for one in HANGUL.findall(page) if ord(one) not in font.getBestCmap()}
        assert missing == set()
        assert len(font.getBestCmap()) < 2_000


def test_changed_font_bears_no_reserved_name_and_keeps_its_licence() -> None:
    for font in fonts_in(font_faces("단골")):
        names = {record.nameID: str(record) for record in font["name"].names}
        told = [names[number] for number in (1, 2, 4, 6)]
        told += [*font["CFF "].cff.fontNames, font["CFF "].cff.topDictIndex[0].FamilyName]
        assert not any("pretendard" in one.lower() for one in told)
        assert names[1] == FAMILY
        assert "Kil Hyung-jin" in names[0]
        assert "SIL Open Font License" in names[13]


def test_letters_that_the_font_does_not_have_are_no_trouble() -> None:
    assert len(fonts_in(font_faces("단골 \u202e 👩 ༗"))) == 2


@pytest.mark.browser
def test_browser_takes_the_letters_under_the_policy_of_the_page(
    browser: Browser, tmp_path: Path
) -> None:
    page = browser.new_page()
    path = tmp_path / "graph.html"
    path.write_text(graph_page(graph_of(lamp(), "ko")), "utf-8")
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]")
    page.evaluate("() => document.documentElement.style.setProperty('--family', '\"Dangol Page\"')")
    taken = page.evaluate(
        "() => document.fonts.ready.then(all => [...all].map(one => [one.weight, one.status]))"
    )
    page.close()
    assert sorted(taken) == [["400", "loaded"], ["700", "loaded"]]
