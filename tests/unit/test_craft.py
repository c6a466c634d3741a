"""Notes on Korean wording: what each finds and offers, and what good Korean it leaves alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.words import LANGUAGES, knows
from scoring.reading.craft import notes
from scoring.reading.train.heads import is_good
from scoring.reading.train.tables import OWN, replies


@pytest.mark.parametrize(
    ("reply", "kind", "quote", "better"),
    [
        ("그 사이즈는 없으세요.", "things", "사이즈는 없으세요", "사이즈는 없습니다"),
        ("주문하신 커피 나오셨습니다.", "things", "커피 나오셨습니다", "커피 나왔습니다"),
        ("모두 삼만 원이세요.", "things", "만 원이세요", "만 원입니다"),
        ("5,000원 되시겠습니다.", "things", "5,000원 되시겠습니다", "5,000원입니다"),
        ("교환은 불가능하십니다.", "things", "교환은 불가능하십니다", "교환은 불가능합니다"),
        ("이쪽으로 앉으실게요.", "orders", "앉으실게요", "앉으세요"),
        (
            "죄송하지만 번거로우시겠지만 양식을 적어 주세요.",
            "cushions",
            "번거로우시겠지만",
            "양식을 적어 주세요",
        ),
        ("금일 유선상으로 안내드리겠습니다.", "jargon", "금일", "오늘"),
        ("빠른 시일 내에 연락드리겠습니다.", "vague", "빠른 시일 내에", "오늘 ○시까지"),
        ("저희 쪽에서 확인하고 연락드리겠습니다.", "hidden", "저희 쪽에서", "제가"),
        ("그건 배송팀 잘못입니다.", "not-us", "그건 배송팀 잘못", "저희 잘못"),
        ("네, 접수했어. 내일 연락드리겠습니다.", "level", "했어", "했어요"),
        ("확인해 줄게. 잠시만 기다려 주세요.", "level", "줄게", "드릴게요"),
    ],
)
def test_a_note_quotes_and_offers_better_words(
    reply: str, kind: str, quote: str, better: str
) -> None:
    found = notes(reply, "ko")[0]
    assert (found.kind, found.quote, found.better) == (kind, quote, better)
    assert all(knows(lang, f"craft.{kind}") for lang in LANGUAGES)


@pytest.mark.parametrize(
    "reply",
    [
        "혹시 쓰시던 쿠폰 있으세요?",
        "고객님은 남은 포인트가 있으십니다.",
        "찾으시는 사이즈가 없으세요?",
        "네, 확인했습니다. 제가 오늘 전화드릴게요.",
        "죄송하지만 그 색은 없습니다. 번거로우시겠지만 매장으로 와 주시겠어요?",
        "빠른 시일 안에, 늦어도 금요일까지 연락드리겠습니다.",
        '"내가 했어"라고 하셨군요.',
        "저희 쪽에서 비용을 내겠습니다.",
        "당사자와 이야기하겠습니다.",
    ],
)
def test_good_korean_is_left_alone(reply: str) -> None:
    assert notes(reply, "ko") == ()


def test_english_has_no_notes() -> None:
    assert notes("금일 CS 담당이 빠른 시일 내에", "en") == ()


def test_hardly_a_good_reply_has_a_note() -> None:
    good = [
        one for held in (True, False) for one in replies(OWN, held)
        if one.lang == "ko" and is_good(one)
    ]  # fmt: skip
    assert sum(bool(notes(one.reply, "ko")) for one in good) <= 0.02 * len(good)


@given(st.text(max_size=200))
def test_every_note_quotes_the_reply(reply: str) -> None:
    for one in notes(reply, "ko"):
        assert reply[one.start : one.end] == one.quote
        assert one.better
