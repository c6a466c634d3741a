"""The library: every case as a card with what came of it, filters, search, and the keys for it."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pygame
import pytest

from game import content
from game.desk import Desk
from game.playthrough import Header, Mode
from game.screens.briefing import BriefingScreen
from game.screens.history import HistoryScreen
from game.screens.inspect import problems
from game.screens.library import LibraryScreen
from game.screens.stack import Pop, Push
from game.view.history import Left, Scores, Summary, Told
from game.view.library import LibraryCard, Record, Wanted, count, matching
from game.words import LANGUAGES, Lang
from tests.homes import (
    LONG,
    POOR,
    SIZES,
    desk_at,
    drawing,
    fill,
    focus_of,
    play,
    press,
    put_many,
    read_all,
    still,
    texts,
    write,
)


def cards(desk: Desk, lang: Lang = "ko") -> tuple[LibraryCard, ...]:
    desk.cases(lang)
    read_all(desk)
    view = desk.cases(lang)
    assert not view.is_reading
    return view.cards


def card(desk: Desk, case: str) -> LibraryCard:
    return next(one for one in cards(desk) if one.case == case)


@pytest.fixture
def desk(home: Path) -> Desk:
    put_many(home, 12)
    return desk_at(home)


# Cards


def test_a_case_that_was_not_played_is_new_and_says_what_it_practises(desk: Desk) -> None:
    one = card(desk, "lamp-00")
    assert (one.state, one.tried, one.where) == ("new", (), "")
    assert len(one.skills) == 4
    assert one.own


def test_shipped_cases_stand_beside_the_users_own(home: Path) -> None:
    put_many(home, 2)
    found = cards(desk_at(home, content.scenarios()))
    assert {one.case: one.own for one in found}["lamp-00"]
    assert not {one.case: one.own for one in found}["just-okay"]


def test_a_play_that_was_left_shows_where(desk: Desk) -> None:
    play(desk, "lamp-00", script=("ask", "file"))
    one = card(desk, "lamp-00")
    assert (one.state, one.where) == ("going", "2번째 답에서 멈춤")
    assert one.when.endswith("코치")


def test_first_and_best_try_stand_apart(desk: Desk) -> None:
    play(desk, "lamp-00", script=POOR)
    play(desk, "lamp-00")
    one = card(desk, "lamp-00")
    assert one.state == "passed"
    assert [tried.best for tried in one.tried] == [100, 100, 100]
    assert all(tried.first is not None and tried.first < 100 for tried in one.tried)


def test_a_rewound_play_counts_what_came_before_as_the_first_try(desk: Desk) -> None:
    play(desk, "lamp-00", back=True)
    one = card(desk, "lamp-00")
    assert one.tried[0].best == 100
    assert one.tried[0].first != 100


def test_exploring_is_practice_and_no_pass(desk: Desk) -> None:
    play(desk, "lamp-00", "explore")
    one = card(desk, "lamp-00")
    assert (one.state, one.tried) == ("practised", ())
    assert "1" in one.where


def test_the_easiest_come_first_and_a_changed_case_is_read_anew(desk: Desk, home: Path) -> None:
    assert [one.level for one in cards(desk)] == sorted(one.level for one in cards(desk))
    path = home / "scenarios" / "lamp-00.yaml"
    path.write_text(path.read_text("utf-8").replace("level: 1", "level: 5"), "utf-8")
    assert card(desk, "lamp-00").level == 5
    path.write_text("case: lamp-00\nbroken", "utf-8")
    assert "lamp-00" not in [one.case for one in cards(desk)]
    path.unlink()
    assert len(cards(desk)) == 11


def summary(passed: bool, total: int, mode: Mode = Mode.COACH) -> Summary:
    scores = Scores((total, None, 0), passed)
    return Summary("a", mode, "p", 3, "solved", scores, None, {"ko": Told("가", "나", "")})


def test_the_best_try_is_a_passed_one_before_any_other() -> None:
    record = Record((summary(False, 90), summary(True, 70), summary(True, 100, Mode.EXPLORE)))
    assert record.best == Scores((70, None, 0), True)
    assert record.first == Scores((90, None, 0), False)
    assert (record.state, Record().state, Record().best) == ("passed", "new", None)
    left = Left("x", datetime(2026, 1, 1), Header("a", "v", 1, Mode.COACH, "ko", ""), 2)
    assert Record(record.plays, left).state == "going"
    assert Record(record.plays, left).has_passed


# Filters


@pytest.mark.parametrize(
    ("wanted", "number"),
    [
        ({}, 12), ({"channel": "phone"}, 2), ({"touchpoint": "core"}, 2), ({"level": 5}, 2),
        ({"channel": "phone", "level": 1}, 1), ({"state": "passed"}, 1), ({"state": "new"}, 11),
        ({"text": "스탠드 05"}, 1), ({"text": "05 스탠드"}, 1), ({"text": "LAMP-1"}, 2),
        ({"text": "따지려는"}, 12), ({"text": "\u1109\u1173\u1110\u1162\u11ab\u1103\u1173 05"}, 1),
        ({"text": "없는 말"}, 0), ({"text": "  "}, 12),
    ],
)  # fmt: skip
def test_filters_and_search_go_together(desk: Desk, wanted: dict[str, Any], number: int) -> None:
    play(desk, "lamp-00")
    found = cards(desk)
    assert len(matching(found, Wanted(**wanted))) == number
    assert count(found, Wanted(), **wanted) == number


# The screen


@pytest.mark.parametrize("text_scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("number", [0, 1, 60])
def test_nothing_is_cut_covered_or_faint(
    home: Path, lang: Lang, text_scale: float, number: int
) -> None:
    desk = fill(home, number) if number > 9 else desk_at(home)
    if number == 1:
        put_many(home, 1)
    for size in SIZES:
        with drawing(size, text_scale) as canvas:
            screen = LibraryScreen(still(desk, lang, text_scale), canvas)
            assert texts(screen)
            assert problems(canvas) == [], size
            read_all(desk)
            screen.changed()
            assert texts(screen)
            assert problems(canvas) == [], size
            press(screen, pygame.K_PAGEDOWN)
            assert problems(canvas) == [], size


def test_sixty_cases_do_not_hold_up_the_first_picture(home: Path) -> None:
    put_many(home, 60)
    desk = desk_at(home)
    with drawing() as canvas:
        screen = LibraryScreen(still(desk, "ko"), canvas)
        screen.draw(canvas.surface)
        seen = len(screen.view.cards)
        assert 0 < seen < 60
        while screen.view.is_reading:
            screen.update(1.0)
            screen.draw(canvas.surface)
        assert len(screen.view.cards) == 60


def shown(screen: LibraryScreen) -> list[str]:
    return [one.case for one in screen.shown]


def opened(desk: Desk, canvas: Any) -> LibraryScreen:
    desk.cases("ko")
    read_all(desk)
    screen = LibraryScreen(still(desk, "ko"), canvas)
    screen.draw(canvas.surface)
    return screen


def test_the_search_finds_while_hangul_is_being_composed(desk: Desk) -> None:
    with drawing() as canvas:
        screen = opened(desk, canvas)
        press(screen, pygame.K_F3)
        assert focus_of(screen) == "search"
        write(screen, "접수 번", composing="호")
        assert set(shown(screen)) == {"lamp-03", "lamp-10"}
        assert "호" in texts(screen)
        assert problems(canvas) == []
        write(screen, "호", " ", "없음")
        assert shown(screen) == []
        assert "맞는 사례가 없습니다" in texts(screen)
        assert problems(canvas) == []


def test_escape_empties_the_search_before_it_leaves(desk: Desk) -> None:
    with drawing() as canvas:
        screen = opened(desk, canvas)
        press(screen, pygame.K_F3)
        write(screen, "없는 말")
        assert press(screen, pygame.K_ESCAPE) is None
        assert len(shown(screen)) == 12
        assert press(screen, pygame.K_ESCAPE) == Pop()


def test_enter_in_the_search_goes_to_the_first_card(desk: Desk) -> None:
    with drawing() as canvas:
        screen = opened(desk, canvas)
        press(screen, pygame.K_F3)
        write(screen, "스탠드 05")
        press(screen, pygame.K_RETURN)
        assert focus_of(screen) == "case:lamp-05"
        assert screen.search.value == "스탠드 05"
        change = press(screen, pygame.K_RETURN)
        assert isinstance(change, Push)
        assert isinstance(change.screen, BriefingScreen)


def test_nothing_found_has_a_way_back(desk: Desk) -> None:
    with drawing() as canvas:
        screen = opened(desk, canvas)
        press(screen, pygame.K_F3)
        write(screen, "없는 말")
        press(screen, pygame.K_RETURN)
        assert focus_of(screen) == "reset"
        press(screen, pygame.K_RETURN)
        assert len(shown(screen)) == 12
        assert focus_of(screen).startswith("case:")


def test_filters_are_chosen_by_keys_alone(desk: Desk) -> None:
    with drawing() as canvas:
        screen = opened(desk, canvas)
        press(screen, pygame.K_F6)
        first = focus_of(screen)
        assert first.startswith("filter:")
        screen.page.set_focus("filter:level")
        press(screen, pygame.K_RIGHT, pygame.K_RIGHT)
        assert {one.level for one in screen.shown} == {2}
        press(screen, pygame.K_LEFT, pygame.K_LEFT)
        assert len(shown(screen)) == 12


def test_arrows_walk_over_the_cards_as_they_lie(desk: Desk) -> None:
    with drawing() as canvas:
        screen = opened(desk, canvas)
        names = [f"case:{case}" for case in shown(screen)]
        assert focus_of(screen) == names[0]
        press(screen, pygame.K_DOWN, pygame.K_RIGHT)
        assert focus_of(screen) == names[screen.columns + 1]
        press(screen, pygame.K_UP, pygame.K_UP)
        assert focus_of(screen) == "search"
        screen.page.set_focus(names[0])
        press(screen, pygame.K_LEFT)
        assert focus_of(screen).startswith("filter:")
        screen.page.set_focus(names[-1])
        press(screen, pygame.K_DOWN, pygame.K_RIGHT)
        assert focus_of(screen) == names[-1]
        assert problems(canvas) == []


def test_a_long_title_is_read_whole_on_focus(desk: Desk) -> None:
    with drawing() as canvas:
        screen = opened(desk, canvas)
        screen.page.set_focus("case:lamp-03")
        assert LONG in texts(screen).replace("\n", " ")
        assert problems(canvas) == []


def test_the_way_to_the_history(desk: Desk) -> None:
    with drawing() as canvas:
        screen = opened(desk, canvas)
        screen.page.set_focus("history")
        change = press(screen, pygame.K_RETURN)
        assert isinstance(change, Push)
        assert isinstance(change.screen, HistoryScreen)
