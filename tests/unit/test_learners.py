"""Learners: kept whole, set aside when damaged, deleted when asked, and called by their names."""

import json
import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pygame
import pytest

from game.desk import Desk
from game.errors import StoreError
from game.screens.inspect import problems
from game.screens.learners import LearnersScreen
from game.screens.privacy import PrivacyScreen
from game.screens.screen import PageScreen
from game.screens.stack import Push
from game.screens.title import TitleScreen
from game.screens.window import Window
from game.store.database import BESIDE, FILE
from game.store.learners import GUEST, Learners
from game.store.takeover import BEFORE
from game.view.title import line_of, name_of, name_problem
from game.words import LANGUAGES, Lang
from tests.homes import (
    SIZES,
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
    write,
)
from tests.plays import LAMP_TEXT, ROOT, environment
from tests.steps.conftest import put_cases

FACE = "man-20s_quiff-dark_none"


@pytest.fixture
def desk(home: Path) -> Desk:
    put_cases(home)
    return desk_at(home)


# The file


def test_nobody_is_there_at_first(home: Path) -> None:
    learners = Learners(home)
    assert (learners.found, learners.chosen, list(learners.notices)) == ((), None, [])
    assert learners.drawer(GUEST).saves.dated() == []


def test_the_choice_is_remembered(home: Path) -> None:
    first = Learners(home).add("한지우", FACE)
    second = Learners(home).add("오태민", FACE)
    assert Learners(home).chosen == second
    Learners(home).choose(first.id)
    again = Learners(home)
    assert (again.chosen, again.found) == (first, (first, second))
    again.change(first.id, "한지수", "woman-40s_bob-dark_none")
    changed = Learners(home).chosen
    assert changed is not None
    assert (changed.id, changed.name) == (first.id, "한지수")


def test_what_was_shown_once_is_remembered_for_each(home: Path) -> None:
    learners = Learners(home)
    learners.see("tutorial")
    assert Learners(home).has_seen("tutorial")
    learners.add("한지우", FACE)
    assert not learners.has_seen("tutorial")
    learners.see("tutorial")
    assert Learners(home).has_seen("tutorial")


def test_two_windows_know_each_others_learners_and_keep_their_own_choice(home: Path) -> None:
    one, other = Learners(home), Learners(home)
    first = one.add("한지우", FACE)
    second = other.add("오태민", FACE)
    assert (one.look(), other.look()) == (None, None)
    assert [*one.found] == [*other.found] == [first, second]
    assert (one.chosen, other.chosen) == (first, second)
    other.remove(first.id)
    one.look()
    assert ([*one.found], one.chosen) == ([second], None)


def test_a_play_of_somebody_who_was_deleted_elsewhere_is_not_kept(desk: Desk, home: Path) -> None:
    desk.people.add("한지우", FACE)
    session = play(desk, "lamp", script=("ask",))
    Learners(home).remove(desk.people.chosen)
    session.choose("file", 1)
    assert "다른 창에서 지워져" in session.view("ko").notice
    assert sql(home, "SELECT count(*) FROM plays") == [(0,)]


def test_a_folder_that_may_not_be_written_refuses_and_says_so() -> None:
    learners = Learners(Path("/sys/dangol"))  # refuses even root
    with pytest.raises(StoreError) as refused:
        learners.add("한지우", FACE)
    assert refused.value.key == "store.read-only"


ADDING = """
import sys
from pathlib import Path
from game.store.learners import Learners

learners = Learners(Path(sys.argv[1]))
for number in range(100_000):
    learners.add(f"{number}", "")
    print(number, flush=True)
"""


def test_kill_nine_while_learners_are_written_loses_none(home: Path) -> None:
    adding = (sys.executable, "-c", ADDING, home)
    process = subprocess.Popen(
        adding, cwd=ROOT, env=environment(home), stdout=subprocess.PIPE
    )  # fmt: skip
    assert process.stdout is not None
    for _ in range(20):
        told = int(process.stdout.readline())
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    learners = Learners(home)
    assert list(learners.notices) == []
    assert [one.name for one in learners.found[: told + 1]] == [str(n) for n in range(told + 1)]


# Removed


def test_removing_deletes_the_plays_and_the_others_stay(desk: Desk, home: Path) -> None:
    play(desk, "lamp")
    desk.people.add("한지우", FACE)
    play(desk, "lamp")
    gone = desk.people.chosen
    assert len(desk.saves.dated(ended=True)) == 1
    desk.remove_learner(gone)
    assert desk.people.chosen == GUEST
    assert len(desk.saves.dated(ended=True)) == 1
    assert sql(home, "SELECT learner FROM plays") == [(None,)]
    assert [sql(home, f"SELECT count(*) FROM {one}") for one in ("scorecards", "learners")] == [
        [(1,)],
        [(0,)],
    ]


def test_a_removal_that_was_cut_off_is_finished_at_the_next_start(desk: Desk, home: Path) -> None:
    desk.people.add("한지우", FACE)
    gone = desk.people.chosen
    folder = home / BEFORE / "learners" / gone
    folder.mkdir(parents=True)
    sql(home, "DELETE FROM learners")
    sql(home, "INSERT INTO remembered VALUES ('leaving', ?)", json.dumps([gone]))
    assert Learners(home).found == ()
    assert not folder.exists()
    assert sql(home, "SELECT value FROM remembered WHERE key = 'leaving'") == []


def test_everything_can_be_deleted_but_settings_and_own_cases(desk: Desk, home: Path) -> None:
    play(desk, "lamp")
    desk.set(lang="en")
    desk.people.add("한지우", FACE)
    play(desk, "lamp", script=("ask",))
    desk.keep_plan("lamp", "가", "나")
    assert desk.kept() == (str(home), 1, 2)
    desk.remove_everything()
    assert desk.kept() == (str(home), 0, 0)
    left = {path.name for path in home.iterdir()}
    assert left <= {"settings.json", "scenarios", *(f"{FILE}{end}" for end in ("", *BESIDE))}
    assert not any("한지우".encode() in path.read_bytes() for path in home.glob(f"{FILE}*"))
    assert desk_at(home).history("ko").rows == ()


# Names


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("한지우", "한지우"), (" 한  지우\n", "한 지우"), ("a\u200bb\x07", "a b"), ("", "")],
)
def test_a_name_is_kept_composed_and_clean(typed: str, kept: str) -> None:
    assert name_of(typed) == kept


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_name_that_cannot_be_is_refused_in_words(lang: Lang) -> None:
    assert name_problem("한지우", [], lang) == ""
    assert name_problem("가" * 20, [], lang) == ""
    refused = [name_problem(name, ["Jiwoo"], lang) for name in (" ", "가" * 21, "jiwoo")]
    assert all(refused)
    assert len(set(refused)) == 3


def test_customers_say_the_learners_name_and_particles_agree(home: Path) -> None:
    text = LAMP_TEXT.replace("안녕하세요. 스탠드가", "<agent:이> 계시네요. 스탠드가").replace(
        "수고하세요. 스탠드가", "<agent:이> 계시네요. 스탠드가"
    )
    put_cases(home, text)
    desk = desk_at(home)
    heard = []
    for name in ("한지우", "박단"):
        desk.people.add(name, FACE)
        session = desk.begin("lamp", "coach", "ko", seed=1)
        assert session.run.header.agent == name
        heard += [line.text for line in session.view("ko").lines if "계시네요" in line.text]
    assert [said.split(" ")[0] for said in heard] == ["한지우가", "박단이"]


def test_a_letter_gives_one_sentence_for_the_bubble() -> None:
    letter = "네. 금요일에 문자가 왔어요! " + "아주 " * 40 + "긴 말이에요. 고마워요."
    assert line_of(letter) == "금요일에 문자가 왔어요!"
    assert line_of("") == ""


# Plans


def test_a_plan_is_asked_about_on_another_day_until_it_is_answered(desk: Desk, home: Path) -> None:
    monday, tuesday, friday = (date(2026, 11, day) for day in (16, 17, 20))
    desk.people.keep_plan("lamp", "손님이 먼저 사과하실", "무엇이 필요한지 여쭤 보기", monday)
    assert desk.people.plan(monday) is None
    again = desk_at(home)
    assert again.people.plan(tuesday) == ("손님이 먼저 사과하실", "무엇이 필요한지 여쭤 보기")
    assert again.people.plan_words("ko", tuesday).startswith("어제 정한 것: 내일 손님이")
    assert "4" in again.people.plan_words("ko", friday)
    again.people.answer_plan("", tuesday)
    assert again.people.plan(tuesday) is None
    assert desk_at(home).people.plan(friday) is not None
    desk_at(home).people.answer_plan("kept", friday)
    assert desk_at(home).people.plan(date(2027, 1, 1)) is None
    newest = Learners(home).drawer(GUEST).plans.newest()
    assert newest is not None
    assert newest.answer == "kept"


# Screens


@pytest.mark.parametrize("text_scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("is_full", [True, False])
def test_title_learners_and_privacy_are_clean(
    home: Path, lang: Lang, text_scale: float, is_full: bool
) -> None:
    desk = fill(home, 12) if is_full else desk_at(home)
    desk.people.keep_plan("lamp", "손님이 먼저 사과하실", "여쭤 보기", date(2026, 1, 1))
    read_all(desk)
    for size in SIZES:
        with drawing(size, text_scale) as canvas:
            for make in (TitleScreen, LearnersScreen, PrivacyScreen):
                screen = make(still(desk, lang, text_scale), canvas)
                screen.draw(canvas.surface)
                assert problems(canvas) == [], (make.__name__, size)
                assert canvas.drawn


def keys(*codes: int) -> list[pygame.event.Event]:
    return [
        pygame.event.Event(kind, key=code, mod=0, unicode="")
        for code in codes
        for kind in (pygame.KEYDOWN, pygame.KEYUP)
    ]


def test_a_learner_is_made_by_keys_with_hangul_in_composition(desk: Desk) -> None:
    desk.set(lang="ko")
    with drawing() as canvas:
        window = Window(desk, canvas, None)
        window.turn([], 0)
        while focus_of(title := top(window)) != "learners":
            window.turn(keys(pygame.K_TAB), 0)
        window.turn(keys(pygame.K_RETURN), 0)
        screen = top(window)
        assert isinstance(screen, LearnersScreen)
        assert focus_of(screen) == "name"
        window.turn(keys(pygame.K_RETURN), 0)
        assert "이름을 써 주세요" in texts(screen)
        assert problems(canvas) == []
        write(screen, "지", composing="우")
        assert problems(canvas) == []
        window.turn([*keys(pygame.K_RETURN), pygame.event.Event(pygame.TEXTINPUT, text="우")], 0)
        window.turn([], 0)
        assert top(window) is title
        assert desk.people.agent == "지우"
        assert "지우의 골목" in texts(title)


def top(window: Window) -> PageScreen:
    assert isinstance(window.stack.top, PageScreen)
    return window.stack.top


def test_removing_asks_and_says_what_goes(desk: Desk) -> None:
    desk.people.add("한지우", FACE)
    with drawing() as canvas:
        screen = LearnersScreen(still(desk, "ko"), canvas)
        screen.draw(canvas.surface)
        screen.page.set_focus(f"remove:{desk.people.chosen}")
        press(screen, pygame.K_RETURN)
        assert "연습 기록과 다짐이" in texts(screen).replace("\n", " ")
        assert problems(canvas) == []
        press(screen, pygame.K_RETURN)
        assert len(desk.people.found) == 1  # the first button is the one that keeps
        screen.page.set_focus(f"remove:{desk.people.chosen}")
        press(screen, pygame.K_RETURN, pygame.K_TAB, pygame.K_RETURN)
        assert desk.people.found == ()


def test_a_learner_is_renamed(desk: Desk) -> None:
    desk.people.add("한지우", FACE)
    with drawing() as canvas:
        screen = LearnersScreen(still(desk, "ko"), canvas)
        screen.draw(canvas.surface)
        screen.page.set_focus(f"edit:{desk.people.chosen}")
        press(screen, pygame.K_RETURN)
        assert screen.entry.value == "한지우"
        press(screen, pygame.K_BACKSPACE)
        write(screen, "수")
        press(screen, pygame.K_RETURN)
        assert desk.people.agent == "한지수"
        assert screen.entry.value == ""


def test_deleting_everything_asks_twice(desk: Desk) -> None:
    play(desk, "lamp")
    with drawing() as canvas:
        screen = PrivacyScreen(still(desk, "ko"), canvas)
        screen.draw(canvas.surface)
        screen.page.set_focus("delete")
        press(screen, pygame.K_RETURN, pygame.K_TAB, pygame.K_RETURN)
        assert problems(canvas) == []
        assert len(desk.saves.dated(ended=True)) == 1
        press(screen, pygame.K_TAB, pygame.K_RETURN)
        assert desk.saves.dated(ended=True) == []
        assert "모두 지웠습니다" in texts(screen)


def test_the_alley_fills_with_those_who_were_helped(home: Path) -> None:
    put_many(home, 4)
    desk = desk_at(home)
    for at, script in enumerate(
        (("ask", "file", "thank-notes", "tell-day", "bye", "share"), ("file", "bye"))
    ):
        play(desk, f"lamp-{at:02}", script=script)
    with drawing() as canvas:
        title = TitleScreen(still(desk, "ko"), canvas)
        shown = texts(title)
        assert "단골 1명" in shown
        assert "망설이는 손님 1명" in shown
        assert [one.case for one in title.view.regulars] == ["lamp-00"]
        assert title.view.regulars[0].letter


def test_ways_that_are_not_built_say_so(desk: Desk) -> None:
    with drawing() as canvas:
        title = TitleScreen(still(desk, "ko"), canvas)
        for key, word in (
            (pygame.K_2, "하루 근무는"),
            (pygame.K_3, "팀 세션은"),
            (pygame.K_4, "공방은"),
        ):
            assert not isinstance(press(title, key), Push)
            assert word in texts(title)
            assert problems(canvas) == []
        assert isinstance(press(title, pygame.K_1), Push)


def test_the_plan_is_answered_on_the_title(desk: Desk) -> None:
    desk.people.keep_plan("lamp", "가", "나", date(2026, 1, 1))
    with drawing() as canvas:
        title = TitleScreen(still(desk, "ko"), canvas)
        assert "지켰나요?" in texts(title)
        title.page.set_focus("plan:yes")
        press(title, pygame.K_RETURN)
        assert "지켰나요?" not in texts(title)
