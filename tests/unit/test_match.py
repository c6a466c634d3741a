"""Matching a typed reply: sure, a question, or nothing; never the opposite in silence."""

from unicodedata import normalize

import pytest

from scoring.reading.match import MOST_ASKED, match

EXCHANGE = {
    "exchange": ["새 것으로 바꿔 드리겠습니다", "교환해 드릴게요"],
    "refuse": ["교환은 안 됩니다", "바꿔 드릴 수 없습니다"],
    "ask": ["언제 사셨어요?"],
}
ENGLISH = {
    "exchange": ["I will exchange it for you", "you get a new one"],
    "ask": ["when did you buy it?"],
}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("새 것으로 바꿔 드리겠습니다", "exchange"),
        ("새 것으로 바꿔드리겠습니다!!", "exchange"),
        ("언제 사셨나요", "ask"),
        ("교환은 안 됩니다.", "refuse"),
        ("교환은  안  됩니다", "refuse"),
    ],
)
def test_the_authors_words_and_those_near_them_are_sure(typed: str, meant: str) -> None:
    assert match(typed, EXCHANGE).sure == meant


def test_case_width_and_marks_do_not_count() -> None:
    assert match("WHEN DID YOU BUY IT", ENGLISH).sure == "ask"
    assert match("ｗｈｅｎ did you buy it", ENGLISH).sure == "ask"
    assert match(normalize("NFD", "언제 사셨어요"), EXCHANGE).sure == "ask"


@pytest.mark.parametrize("typed", ["", " ", "?!", "ㅋ", "zzz", "😀", "날씨가 좋네요"])
def test_other_words_mean_nothing(typed: str) -> None:
    found = match(typed, EXCHANGE)
    assert (found.sure, found.possible, found.confidence < 0.5) == (None, (), True)


def test_nothing_on_offer_means_nothing() -> None:
    nothing: list[dict[str, list[str]]] = [{}, {"exchange": []}]
    for offered in nothing:
        found = match("교환해 드릴게요", offered)
        assert (found.sure, found.possible, found.confidence) == (None, (), 0.0)


def test_what_is_as_near_to_two_is_asked_about() -> None:
    two = {"one": ["바로 접수하겠습니다"], "other": ["바로 접수하겠습니다"]}
    found = match("바로 접수하겠습니다", two)
    assert (found.sure, found.possible) == (None, ("one", "other"))


def test_at_most_three_are_asked_about_and_the_likeliest_is_first() -> None:
    many = {f"reply-{n}": [f"내일 {n}시에 다시 전화드릴게요"] for n in range(6)}
    many["best"] = ["내일 다시 전화드릴게요"]
    found = match("내일 다시 전화를 드리겠습니다", many)
    assert len(found.possible) == MOST_ASKED
    assert found.possible[0] == "best"


@pytest.mark.parametrize(
    ("typed", "opposite"),
    [
        ("교환은 됩니다", "refuse"),
        ("교환해 드릴 수 없어요", "exchange"),
        ("교환 못 해 드려요", "exchange"),
        ("새 것으로 바꿔 드리지 않겠습니다", "exchange"),
        ("새 것으로 안 바꿔 드리겠습니다", "exchange"),
        ("바꿔 드릴 수 있습니다", "refuse"),
    ],
)
def test_a_no_never_takes_the_branch_of_a_yes(typed: str, opposite: str) -> None:
    assert match(typed, EXCHANGE).sure != opposite


@pytest.mark.parametrize(
    "typed",
    [
        "I will not exchange it for you",
        "I won't exchange it for you",
        "I won’t exchange it for you",
        "I cannot exchange it for you",
        "I will never exchange it for you",
    ],
)
def test_an_english_no_is_asked_about(typed: str) -> None:
    found = match(typed, ENGLISH)
    assert found.sure is None
    assert "exchange" in found.possible


@pytest.mark.parametrize("typed", ["3일 안에 답을 드릴게요", "내일 3시까지 전화드릴게요"])
def test_a_reply_with_other_figures_is_asked_about(typed: str) -> None:
    examples = {"days": ("7일 안에 답을 드릴게요",), "hours": ("내일 6시까지 전화드릴게요",)}
    found = match(typed, examples)
    assert found.sure is None
    assert found.possible
