"""Hours in texts: what a text says it is now, and what the story clock says to that."""

from pathlib import Path

import pytest

from game.case.library import read_file
from game.case.telling import good_file
from game.workshop.deep import deep_check
from game.workshop.hours import hours_in
from tests.unit.test_problems import case_file

MINUTE, DAY = 60, 24 * 3600


def at(hour: int, minute: int = 0) -> int:
    return hour * 3600 + minute * MINUTE


@pytest.mark.parametrize(
    ("text", "lang", "directs", "hours"),
    [
        ("지금 다섯 시 반이에요.", "ko", False, {at(5, 30), at(17, 30)}),
        ("지금은 오후 5시 40분인데요", "ko", False, {at(17, 40)}),
        ("지금 밤 열두 시예요", "ko", False, {at(0)}),
        ("지금 열두 시 이십오 분이라", "ko", False, {at(0, 25), at(12, 25)}),
        ("지금 19시 5분입니다.", "ko", False, {at(19, 5)}),
        ("오후 7시 31분. 같은 번호가 떴다.", "ko", True, {at(19, 31)}),
        ("It's half past five, so hurry.", "en", False, {at(5, 30), at(17, 30)}),
        ("It’s twenty to nine in the evening.", "en", False, {at(20, 40)}),
        ("It is now 17:24.", "en", False, {at(17, 24)}),
        ("It's five o'clock.", "en", False, {at(5), at(17)}),
        ("7:31 p.m. The same number.", "en", True, {at(19, 31)}),
    ],
)
def test_an_hour_that_it_is_now(text: str, lang: str, directs: bool, hours: set[int]) -> None:
    (hour,) = hours_in(text, lang, directs)
    days = {(start + end - 59) // 2 for start, end in hour.spans}
    assert days == hours | {one + DAY for one in hours}


@pytest.mark.parametrize(
    ("text", "lang", "directs"),
    [
        ("지금 5시 차를 타면 늦지 않아요.", "ko", False),
        ("지금은 8시 15분으로 옮겨 드릴게요.", "ko", False),
        ("오후 7시 31분. 같은 번호가 떴다.", "ko", False),
        ("다섯 시까지 가져다 드릴게요.", "ko", True),
        ("지금 세 시간째예요.", "ko", False),
        ("지금은 잘 열려요. 그래서 25시 99분.", "ko", False),
        ("It's five minutes away.", "en", False),
        ("It's ten past, isn't it?", "en", False),
        ("It's the half past five bus.", "en", False),
        ("It closes at 5:40 p.m.", "en", True),
        ("It is <time>.", "en", True),
    ],
)
def test_an_hour_of_something_else_is_none(text: str, lang: str, directs: bool) -> None:
    assert list(hours_in(text, lang, directs)) == []


@pytest.mark.parametrize(
    ("text", "lang", "span"),
    [
        ("통화가 10분째네요", "ko", (540, 719)),
        ("상담한 지 벌써 4분이 넘었어요", "ko", (180, DAY)),
        ("We've been on the phone for 10 minutes.", "en", (540, 719)),
        ("We've been talking for over 4 minutes", "en", (180, DAY)),
    ],
)
def test_how_long_a_contact_has_taken(text: str, lang: str, span: tuple[int, int]) -> None:
    (since,) = hours_in(text, lang, False)
    assert (since.of, since.spans) == ("clock", (span,))


# Against the clock of a case


OPENS = "  opens:\n    say: 어제 온다던 택배가 아직도 안 왔어요.\n"


def codes(folder: Path, *changes: tuple[str, str], clock: str = '{from: "17:20"}') -> list[str]:
    """The deep problems of the good case with a story clock and some changes."""
    text = good_file("deep").replace("start: opens", f"clock: {clock}\nstart: opens")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    case = read_file(case_file(folder, text)).case
    assert case is not None
    return [one.code for one in deep_check(case, "late-parcel.yaml").problems]


def said(now: str) -> tuple[str, str]:
    return OPENS, f"  opens:\n    say: {now} 택배가 아직도 안 왔어요.\n"


@pytest.mark.parametrize(
    ("now", "denied"),
    [
        ("지금 오후 5시 20분이에요.", False),
        ("지금 5시 21분이에요.", False),
        ("지금 다섯 시 반이에요.", False),
        ("지금 6시예요.", True),
        ("지금 오전 5시 20분이에요.", True),
        ("통화한 지 10분째예요.", True),
    ],
)
def test_the_clock_denies_what_it_is_not(tmp_path: Path, now: str, denied: bool) -> None:
    assert codes(tmp_path, said(now)) == (["P016"] if denied else [])


def test_time_that_was_taken_and_time_that_jumps_count(tmp_path: Path) -> None:
    text = good_file("deep")
    old = "        go: end-upset\n      - id: rule\n"
    assert text.count(old) == 1
    answer = "        takes: {took}\n        answer: 지금 5시 40분이에요.\n" + old
    assert codes(tmp_path, (old, answer.format(took="20m"))) == []
    assert codes(tmp_path, (old, answer.format(took="2m"))) == ["P016"]
    jump = '  opens:\n    at: "19:31"\n    say: 지금 7시 31분이에요. 택배가 안 왔어요.\n'
    assert codes(tmp_path, (OPENS, jump)) == []


def test_without_a_clock_any_hour_may_be(tmp_path: Path) -> None:
    text = good_file("deep").replace(*said("지금 오전 1시예요."))
    case = read_file(case_file(tmp_path, text)).case
    assert case is not None
    assert deep_check(case, "late-parcel.yaml").problems == ()
