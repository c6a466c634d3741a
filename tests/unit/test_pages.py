"""Reading: seasons, principles and pages as chapters, and the seasons as headings of the cases."""

from pathlib import Path

import pygame
import pytest

from game import content
from game.case.library import Library
from game.desk import Desk
from game.screens.inspect import problems
from game.screens.library import LibraryScreen
from game.screens.pages import PagesScreen
from game.screens.stack import Pop, Push
from game.screens.voicing import everything, heard, news
from game.store.home import Store
from game.store.settings import Settings
from game.view.pages import pages_view
from game.words import LANGUAGES, Lang
from tests.homes import SIZES, desk_at, drawing, focus_of, press, put_many, read_all, still, texts
from tests.plays import LAMP_TEXT

SEASON = """season: {name}
format: 1
language: ko
order: {order}
title: {title}
text: {title}의 글이다.
"""
PAGE = """{kind}: {name}
format: 1
language: ko
title: {title}
source: {{document: S1, item: 56}}
text:
{text}
"""
LONG = "  - 고객 한 사람의 하루를 따라간다. 아침에 묻고 낮에 기다리고 저녁에 다시 묻는다.\n"


def put_page(home: Path, kind: str, name: str, title: str, paragraphs: int = 1) -> None:
    folder = home / "scenarios" / "pages"
    folder.mkdir(parents=True, exist_ok=True)
    text = PAGE.format(kind=kind, name=name, title=title, text=LONG * paragraphs)
    (folder / f"{kind}-{name}.yaml").write_text(text, "utf-8")


def put_season(home: Path, name: str, order: int, title: str) -> None:
    folder = home / "scenarios"
    folder.mkdir(parents=True, exist_ok=True)
    text = SEASON.format(name=name, order=order, title=title)
    (folder / f"season-{name}.yaml").write_text(text, "utf-8")


@pytest.fixture
def desk(home: Path) -> Desk:
    """Two seasons, a principle, and two pages, one of them long."""
    put_season(home, "thanks", 2, "고마움")
    put_season(home, "reach", 1, "손 닿는 곳")
    put_page(home, "principle", "body-first", "몸이 먼저다", 2)
    put_page(home, "page", "two", "나중에 오는 글", 40)
    put_page(home, "page", "one", "가장 먼저 오는 글")
    return desk_at(home)


def test_chapters_come_in_order_and_seasons_by_theirs(desk: Desk) -> None:
    view = desk.pages("ko")
    told = [(chapter.title, [page.title for page in chapter.pages]) for chapter in view.chapters]
    assert told == [
        ("시즌", ["손 닿는 곳", "고마움"]),
        ("원칙", ["몸이 먼저다"]),
        ("읽을 글", ["가장 먼저 오는 글", "나중에 오는 글"]),
    ]
    principle = view.pages[2]
    assert len(principle.paragraphs) == 2
    assert principle.source.startswith("출처: S1")
    assert view.pages[0].source == ""


def test_shipped_pages_read_in_both_languages() -> None:
    pages = Library([content.scenarios()]).pages()
    for lang in LANGUAGES:
        view = pages_view(pages, lang)
        assert all(page.title and page.paragraphs for page in view.pages)
    assert len(pages_view(pages, "ko").pages) == len(pages)


def test_kinds_of_pages_are_asked_for_apart(desk: Desk) -> None:
    kinds = {page.kind for page in desk.library.pages("season", "principle")}
    assert kinds == {"season", "principle"}


def test_a_changed_page_is_read_anew(desk: Desk, home: Path) -> None:
    before = desk.pages("ko").pages[2]
    put_page(home, "principle", "body-first", "몸을 먼저 본다", 3)
    after = desk.pages("ko").pages[2]
    assert (before.title, after.title) == ("몸이 먼저다", "몸을 먼저 본다")


# The screen


def test_arrows_choose_and_page_keys_read_on(desk: Desk) -> None:
    with drawing() as canvas:
        screen = PagesScreen(still(desk, "ko"), canvas)
        screen.draw(canvas.surface)
        assert "손 닿는 곳의 글이다." in texts(screen)
        press(screen, *(pygame.K_DOWN,) * 9)
        assert focus_of(screen) == "page:4"
        view = screen.page.scrolled("page-text")
        assert (view.offset, view.furthest > 0) == (0, True)
        press(screen, pygame.K_PAGEDOWN)
        assert view.offset > 0
        press(screen, pygame.K_UP, pygame.K_DOWN)
        assert screen.page.scrolled("page-text").offset == 0
        press(screen, *(pygame.K_UP,) * 9)
        assert focus_of(screen) == "page:0"
        assert press(screen, pygame.K_ESCAPE) == Pop()


def test_enter_opens_what_tab_has_reached(desk: Desk) -> None:
    with drawing() as canvas:
        screen = PagesScreen(still(desk, "ko"), canvas)
        screen.draw(canvas.surface)
        press(screen, pygame.K_TAB, pygame.K_TAB, pygame.K_RETURN)
        assert (screen.chosen, focus_of(screen)) == (2, "page:2")
        assert "몸이 먼저다" in everything(screen.page, "ko")


def test_the_chosen_page_is_read_aloud_from_its_title(desk: Desk) -> None:
    with drawing() as canvas:
        screen = PagesScreen(still(desk, "ko"), canvas)
        screen.draw(canvas.surface)
        before = heard(screen)
        press(screen, pygame.K_DOWN)
        assert news(before, heard(screen)).startswith("고마움. 고마움의 글이다.")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_to_read_says_where_pages_come_from(home: Path, lang: Lang) -> None:
    with drawing() as canvas:
        screen = PagesScreen(still(desk_at(home), lang), canvas)
        screen.draw(canvas.surface)
        assert problems(canvas) == []
        assert str(home / "scenarios") in texts(screen).replace("\n", "")
        assert press(screen, pygame.K_DOWN, pygame.K_PAGEDOWN) is None
        assert press(screen, pygame.K_RETURN) == Pop()


@pytest.mark.parametrize("text_scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_cut_covered_or_faint(home: Path, lang: Lang, text_scale: float) -> None:
    made = Desk(Library([content.scenarios()]), Settings(home), Store(home))
    for size in SIZES:
        with drawing(size, text_scale) as canvas:
            screen = PagesScreen(still(made, lang, text_scale), canvas)
            screen.draw(canvas.surface)
            for number in range(0, len(screen.view.pages), 12):
                screen.chosen = number
                screen.changed(reload=False)
                screen.draw(canvas.surface)
                assert problems(canvas) == [], (size, number)


# Seasons in the library


@pytest.fixture
def shelf(home: Path) -> Desk:
    """Cases of three seasons, two of which have a file."""
    put_many(home, 4)
    for name, season in (("far", "reach"), ("odd", "unknown")):
        text = LAMP_TEXT.replace("case: lamp", f"case: {name}")
        text = text.replace("season: thanks", f"season: {season}")
        (home / "scenarios" / f"{name}.yaml").write_text(text, "utf-8")
    put_season(home, "thanks", 2, "고마움")
    put_season(home, "reach", 1, "손 닿는 곳")
    desk = desk_at(home)
    desk.cases("ko")
    read_all(desk)
    return desk


def test_cases_stand_season_by_season(shelf: Desk) -> None:
    cards = shelf.cases("ko").cards
    assert [(card.season_name, card.case) for card in cards] == [
        ("손 닿는 곳", "far"),
        ("고마움", "lamp-00"),
        ("고마움", "lamp-01"),
        ("고마움", "lamp-02"),
        ("고마움", "lamp-03"),
        ("unknown", "odd"),
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text_scale", [1.0, 1.5])
def test_library_has_season_headings(shelf: Desk, lang: Lang, text_scale: float) -> None:
    for size in SIZES:
        with drawing(size, text_scale) as canvas:
            screen = LibraryScreen(still(shelf, lang, text_scale), canvas)
            screen.draw(canvas.surface)
            labels = [one.label for one in screen.page.widgets() if one.role == "text"]
            order = [labels.index(one) for one in ("손 닿는 곳", "고마움", "unknown")]
            assert order == sorted(order)
            assert problems(canvas) == [], size


def test_arrows_walk_across_the_seasons(shelf: Desk) -> None:
    with drawing() as canvas:
        screen = LibraryScreen(still(shelf, "ko"), canvas)
        screen.draw(canvas.surface)
        assert screen.columns == 3
        seen = [focus_of(screen)]
        for key in (pygame.K_DOWN, pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_DOWN, pygame.K_DOWN):
            press(screen, key)
            seen.append(focus_of(screen).removeprefix("case:"))
        assert seen[1:] == ["lamp-00", "lamp-01", "lamp-02", "lamp-03", "odd"]
        press(screen, pygame.K_UP, pygame.K_UP, pygame.K_UP)
        assert focus_of(screen) == "case:far"
        press(screen, pygame.K_UP)
        assert focus_of(screen) == "search"


def test_the_library_leads_to_the_reading(shelf: Desk) -> None:
    with drawing() as canvas:
        screen = LibraryScreen(still(shelf, "ko"), canvas)
        screen.draw(canvas.surface)
        screen.page.set_focus("pages")
        change = press(screen, pygame.K_RETURN)
        assert isinstance(change, Push)
        assert isinstance(change.screen, PagesScreen)
