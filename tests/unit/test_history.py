"""The history: every play with what it came to, opened again, deleted, and rebuilt when damaged."""

import json
import shutil
from datetime import datetime
from pathlib import Path

import pygame
import pytest

from game.desk import Desk
from game.engine.offers import on_offer
from game.screens.debrief import DebriefScreen
from game.screens.dialogue import DialogueScreen
from game.screens.history import HistoryScreen
from game.screens.inspect import problems
from game.screens.stack import Push
from game.view.history import (
    HistoryView,
    moment,
    summary_from_json,
    summary_of,
    turns_in,
)
from game.words import LANGUAGES, Lang
from tests.homes import (
    POOR,
    SIZES,
    age,
    copy_play,
    desk_at,
    drawing,
    fill,
    focus_of,
    play,
    press,
    put_many,
    read_all,
    sql,
    still,
    texts,
)
from tests.plays import BEST, ROOT, lamp, played


@pytest.fixture
def desk(home: Path) -> Desk:
    put_many(home, 6)
    return desk_at(home)


def history(desk: Desk, lang: Lang = "ko") -> HistoryView:
    read_all(desk)
    return desk.history(lang)


def rows_of(home: Path, ended: bool) -> list[tuple[object, ...]]:
    """The plays as they are stored, but for what changes when they go on."""
    return sql(home, "SELECT id, head, touched, summary FROM plays WHERE ended = ?", ended)


# Summaries


def test_a_summary_survives_as_json_and_refuses_nonsense() -> None:
    one = summary_of(played(BEST))
    assert summary_from_json(json.loads(json.dumps(one.to_json()))) == one
    assert one.told.keys() == {"ko", "en"}
    assert (one.turns, one.fate, one.scores.passed) == (6, "solved", True)
    good = one.to_json()
    worse: tuple[dict[str, object], ...] = (
        {"format": 2},
        {"told": {}},
        {"told": 3},
        {"mode": "x"},
        {"scores": {"empathy": 900}},
    )
    for wrong in ({}, *({**good, **change} for change in worse)):
        with pytest.raises(ValueError, match="no summary"):
            summary_from_json(wrong)


def test_turns_are_counted_from_the_log_as_a_replay_counts_them() -> None:
    run = played(["ask", "file", "back 1", "wait 5", "> xyzzy", "file"])
    assert turns_in(run.log) == run.play.turn


@pytest.mark.parametrize("lang", LANGUAGES)
def test_moments_are_told_as_people_tell_them(lang: Lang) -> None:
    now = datetime(2026, 11, 21, 9, 0)
    told = [
        moment(datetime(*at), now, lang)
        for at in (
            (2026, 11, 21, 8, 5),
            (2026, 11, 20, 23, 59),
            (2026, 3, 2, 10, 0),
            (2025, 12, 31),
        )
    ]
    assert (
        told
        == {
            "ko": ["오늘 08:05", "어제 23:59", "3월 2일 10:00", "2025년 12월 31일"],
            "en": ["Today, 08:05", "Yesterday, 23:59", "2 Mar, 10:00", "31 Dec 2025"],
        }[lang]
    )


# The list


def test_plays_stand_newest_first_with_their_scores(desk: Desk, home: Path) -> None:
    age(home, play(desk, "lamp-00", script=POOR).name, 3)
    age(home, play(desk, "lamp-01", "exam").name, 2)
    age(home, play(desk, "lamp-02", script=("ask",)).name, 1)
    play(desk, "lamp-01", "explore")
    view = history(desk)
    assert [row.state for row in view.rows] == ["practised", "going", "passed", "below"]
    assert [score for _, _, score in view.rows[2].scores] == [100, 100, 100]
    assert view.rows[1].where == "1번째 답까지"
    assert (view.finished, view.passed) == (3, 1)
    assert view.cases[0][0] == "lamp-01"
    assert view.cases[0][2] == 2


def test_the_first_try_of_a_rewound_play_stands_apart(desk: Desk) -> None:
    play(desk, "lamp-00", back=True)
    play(desk, "lamp-01")
    first = {row.case: row.first for row in history(desk).rows}
    assert first["lamp-00"].startswith("첫 시도 ")
    assert first["lamp-01"] == ""


def test_a_missing_summary_is_built_again_by_replay(desk: Desk, home: Path) -> None:
    play(desk, "lamp-00")
    whole = history(desk)
    ((before,),) = sql(home, "SELECT summary FROM plays")
    for damage in (None, "", "{}", '{"format": 1}', "\x00"):
        sql(home, "UPDATE plays SET summary = ?", damage)
        again = desk_at(home)
        assert again.history("ko").rows[0].state == "reading"
        assert history(again) == whole
        assert sql(home, "SELECT summary FROM plays") == [(before,)]


def test_a_play_whose_case_is_gone_keeps_its_summary(desk: Desk, home: Path) -> None:
    play(desk, "lamp-00")
    (home / "scenarios" / "lamp-00.yaml").unlink()
    again = desk_at(home)
    assert history(again).rows[0].state == "passed"
    sql(home, "UPDATE plays SET summary = NULL")
    (lost,) = history(desk_at(home)).rows
    assert (lost.state, lost.title) == ("lost", "lamp-00")


def test_a_play_of_an_older_version_gets_its_scorecard(desk: Desk, home: Path) -> None:
    play(desk, "lamp-00", back=True)
    cards = "SELECT path, resolution, empathy, gratitude, passed FROM scorecards ORDER BY path"
    found = "SELECT axis, points, turn, quote, reason FROM findings ORDER BY scorecard, number"
    before = sql(home, cards), sql(home, found)
    assert [path for path, *_ in before[0]] == ["first", "today"]
    sql(home, "DELETE FROM scorecards")
    sql(home, "DELETE FROM findings")
    sql(home, "UPDATE plays SET ending = ''")
    again = desk_at(home)
    history(again)
    again.read_more()
    assert (sql(home, cards), sql(home, found)) == before
    assert again.records.saves.endings() == {"lamp-00": "end-regular"}


def test_plays_of_one_learner_are_not_those_of_another(desk: Desk) -> None:
    play(desk, "lamp-00")
    desk.people.add("한지우", "woman-20s_bangs-black_round")
    assert history(desk).rows == ()
    play(desk, "lamp-01")
    assert [row.case for row in history(desk).rows] == ["lamp-01"]
    desk.choose_learner("")
    assert [row.case for row in history(desk).rows] == ["lamp-00"]


# Opened again


def test_a_finished_play_opens_its_debrief(desk: Desk) -> None:
    session = play(desk, "lamp-00")
    (row,) = history(desk).rows
    assert desk.debrief_of(row.play, "ko") == session.debrief("ko")
    assert desk.reopen(row.play, "ko").debrief("ko") == session.debrief("ko")
    assert desk.reopen(row.play, "ko").view("ko").notice == ""


def test_looking_keeps_nothing_and_a_second_try_is_a_play_of_its_own(
    desk: Desk, home: Path
) -> None:
    play(desk, "lamp-00")
    (row,) = history(desk).rows
    before = rows_of(home, ended=True)
    session = desk.reopen(row.play, "ko")
    assert rows_of(home, ended=False) == []
    session.back(2)
    assert len(rows_of(home, ended=False)) == 1
    assert rows_of(home, ended=True) == before
    assert sorted(one.state for one in history(desk).rows) == ["going", "passed"]


def test_a_moment_tried_again_after_the_end_does_not_lose_what_was_reached(desk: Desk) -> None:
    session = play(desk, "lamp-00")
    first = session.name
    session.back(2)
    assert session.name != first
    assert {row.play: row.state for row in history(desk).rows} == {
        first: "passed", session.name: "going",
    }  # fmt: skip
    desk.delete(session.name)
    assert [row.play for row in history(desk).rows] == [first]


def test_a_play_that_no_longer_fits_its_case_says_so(desk: Desk, home: Path) -> None:
    play(desk, "lamp-00")
    path = home / "scenarios" / "lamp-00.yaml"
    text = path.read_text("utf-8")
    assert text.count("- id: thank-notes") == 1
    path.write_text(text.replace("- id: thank-notes", "- id: thank-them"), "utf-8")
    (row,) = history(desk_at(home)).rows
    with drawing() as canvas:
        screen = HistoryScreen(still(desk_at(home), "ko"), canvas)
        screen.draw(canvas.surface)
        press(screen, pygame.K_RETURN)
        assert "그때와 사례가 달라졌습니다" in texts(screen)
        assert problems(canvas) == []
        change = press(screen, pygame.K_TAB, pygame.K_RETURN)
        assert isinstance(change, Push)
        assert isinstance(change.screen, DebriefScreen)
    assert row.state == "passed"


def test_a_deleted_play_leaves_nothing(desk: Desk, home: Path) -> None:
    play(desk, "lamp-00")
    play(desk, "lamp-01")
    row = next(row for row in history(desk).rows if row.case == "lamp-00")
    desk.delete(row.play)
    desk.delete("")
    assert [row.case for row in history(desk).rows] == ["lamp-01"]
    assert not any(b"lamp-00" in path.read_bytes() for path in home.glob("dangol.db*"))


# The screen


@pytest.mark.parametrize("text_scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("is_full", [True, False])
def test_nothing_is_cut_covered_or_faint(
    home: Path, lang: Lang, text_scale: float, is_full: bool
) -> None:
    desk = fill(home, 12) if is_full else desk_at(home)
    for size in SIZES:
        with drawing(size, text_scale) as canvas:
            screen = HistoryScreen(still(desk, lang, text_scale), canvas)
            assert texts(screen)
            assert problems(canvas) == [], size
            press(screen, pygame.K_PAGEDOWN, pygame.K_TAB)
            assert problems(canvas) == [], size


def test_five_hundred_plays_do_not_hold_up_the_first_picture(desk: Desk, home: Path) -> None:
    play(desk, "lamp-00")
    copy_play(home, 499)
    sql(home, "UPDATE plays SET summary = NULL WHERE touched % 2 < 1")
    with drawing() as canvas:
        screen = HistoryScreen(still(desk_at(home), "ko"), canvas)
        screen.draw(canvas.surface)
        assert len(screen.view.rows) == 500
        assert any(row.state == "reading" for row in screen.view.rows)
        assert problems(canvas) == []
        while any(row.state == "reading" for row in screen.view.rows):
            screen.update(1.0)
            screen.draw(canvas.surface)
        assert {row.state for row in screen.view.rows} == {"passed"}


def test_rows_are_walked_filtered_and_opened_by_keys(desk: Desk) -> None:
    play(desk, "lamp-00")
    play(desk, "lamp-01", script=("ask",))
    with drawing() as canvas:
        screen = HistoryScreen(still(desk, "ko"), canvas)
        screen.draw(canvas.surface)
        names = [f"play:{row.play}" for row in screen.rows]
        assert focus_of(screen) == names[0]
        press(screen, pygame.K_DOWN)
        assert focus_of(screen) == names[1]
        press(screen, pygame.K_LEFT)
        assert focus_of(screen) == "case:"
        press(screen, pygame.K_DOWN, pygame.K_RETURN)
        assert len(screen.rows) == 1
        screen.page.set_focus("case:")
        press(screen, pygame.K_RETURN)
        for row in screen.rows:
            screen.page.set_focus(f"play:{row.play}")
            change = press(screen, pygame.K_RETURN)
            assert isinstance(change, Push)
            wanted = DialogueScreen if row.state == "going" else DebriefScreen
            assert isinstance(change.screen, wanted)
            change.screen.draw(canvas.surface)


def test_deleting_asks_first(desk: Desk) -> None:
    play(desk, "lamp-00")
    with drawing() as canvas:
        screen = HistoryScreen(still(desk, "ko"), canvas)
        screen.draw(canvas.surface)
        press(screen, pygame.K_DELETE)
        assert "이 기록을 지울까요?" in texts(screen)
        assert problems(canvas) == []
        press(screen, pygame.K_RETURN)
        assert len(history(desk).rows) == 1
        press(screen, pygame.K_DELETE, pygame.K_TAB, pygame.K_RETURN)
        assert history(desk).rows == ()
        assert "아직 기록이 없습니다" in texts(screen)
        assert problems(canvas) == []


def test_an_unfinished_play_may_be_of_a_case_that_is_gone(desk: Desk, home: Path) -> None:
    play(desk, "lamp-00", script=("ask",))
    (home / "scenarios" / "lamp-00.yaml").unlink()
    (row,) = history(desk_at(home)).rows
    assert (row.state, row.title) == ("going", "lamp-00")


def test_replies_are_offered_after_taking_up_an_unfinished_play(desk: Desk) -> None:
    left = play(desk, "lamp-00", script=("ask",))
    again = desk.resume(left.name)
    assert again.name == left.name
    assert [one.id for one in on_offer(again.run.play)] == [
        one.id for one in on_offer(left.run.play)
    ]
    assert lamp().id == "lamp"


def test_a_case_remembers_how_an_earlier_one_ended(home: Path) -> None:
    folder = ROOT / "tests" / "cases"
    shutil.copytree(folder, home / "scenarios")
    desk = desk_at(home)
    assert desk.begin("journey", "coach", "ko", seed=1).run.header.memory == ()
    play(desk, "lamp", "explore")
    begun = desk.begin("journey", "coach", "ko", seed=1)
    assert begun.run.header.memory == ("regular",)
    assert desk_at(home).resume(begun.name).run.header.memory == ("regular",)
    desk.people.add("한지우", "woman-20s_bangs-black_round")
    assert desk.begin("journey", "coach", "ko", seed=1).run.header.memory == ()
