"""Each guard of a customer's voice: lines that it must let through and lines that it must not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.customers.guards import GUARDS, cleaned, refusal
from game.customers.wanted import CustomerLineWanted, Said
from tests.wanted import a_line

KO = a_line(
    "손잡이가 짧아서 허리가 아파요. 그 말씀 드리려고요.",
    told=("두 주 전에 청소기를 샀다",),
    secrets=("남편이 지난달에 허리를 다쳐 집안일을 도맡게 되었다",),
    heard=(
        Said(True, "네, 말씀하세요. 고객님."),
        Said(False, "청소기를 쓰는데 좀 불편해서요."),
    ),
    reply="주문 번호 4417 맞으시죠? 어떤 점이 불편하셨는지 여쭤봐도 될까요?",
)
EN = a_line(
    "The handle is too short, it hurts my back. I just wanted to say so.",
    "en",
    told=("Bought the cleaner two weeks ago",),
    secrets=("Her husband hurt his back last month and all the housework is hers now",),
    heard=(Said(True, "Go ahead, please."), Said(False, "I find the cleaner awkward to use.")),
    reply="Is that order 4417? May I ask what it is that makes it awkward for you?",
)
GOOD = [
    (KO, "손잡이가 너무 짧아요. 쓰고 나면 허리가 아파서, 그거 말씀드리려고요."),
    (KO, "허리가 아파요, 손잡이가 짧아서."),
    (KO, "음… 손잡이요. 짧으니까 자꾸 숙이게 되고 허리가 아프더라고요."),
    (KO, "4417 맞아요. 손잡이가 짧아서 허리가 아파요."),
    (KO, "두 주 전에 산 청소기인데 손잡이가 짧아요."),
    (EN, "It's the handle, it's too short. My back aches afterwards, that's all."),
    (EN, "Yes, 4417. The short handle hurts my back."),
    (EN, "Well… I bend down all the time, and my back hurts. I wanted you to know."),
]
BAD = [
    ("empty", KO, ""),
    ("empty", KO, "… …"),
    ("empty", EN, "?!"),
    ("prompt", KO, "뜻: 손잡이가 짧아서 허리가 아파요."),
    ("prompt", KO, "고객: 손잡이가 짧아요."),
    ("prompt", KO, "<|im_start|>손잡이가 짧아요"),
    ("prompt", KO, '{"reply": "손잡이가 짧아요"}'),
    ("prompt", KO, "<<<손잡이가 짧아요>>>"),
    ("prompt", EN, "Customer: the handle is too short."),
    ("prompt", EN, "<think>what would she say</think> The handle is short."),
    ("prompt", EN, "[INST] The handle is short. [/INST]"),
    ("prompt", EN, "The meaning: the handle is short."),
    ("role", KO, "무엇을 도와드릴까요?"),
    ("role", KO, "불편을 드렸다니, 고객님. 손잡이가 짧으셨군요."),
    ("role", KO, "의견을 접수해 드리겠습니다."),
    ("role", KO, "저는 인공지능 언어 모델이라 허리가 아프지 않아요."),
    ("role", EN, "How can I help you today?"),
    ("role", EN, "I'm here to assist with your request."),
    ("role", EN, "I'm unable to assist you with that."),
    ("role", EN, "As an AI language model I have no back."),
    ("role", EN, "Thank you for contacting us about the handle."),
    ("role", EN, "The customer says the handle is too short for their back."),
    ("role", EN, "The handle is too short, so we will need to deliver another one."),
    ("role", EN, "I'm not sure how to process the input about the handle."),
    ("role", KO, "고객은 손잡이가 짧아서 허리가 아프다고 합니다."),
    ("coaching", KO, "손잡이가 짧아요. 공감을 더 해 주시면 점수가 올라요."),
    ("coaching", KO, "이 연습 상황에서는 사과를 먼저 하셔야죠."),
    ("coaching", EN, "You should apologise first, then ask about my back."),
    ("coaching", EN, "The handle is short. That is worth ten points."),
    ("language", KO, "The handle is too short and my back hurts."),
    ("language", KO, "ハンドルが短くて腰が痛いです。"),
    ("language", KO, "handle이 too short해서 my back hurts 해요."),
    ("language", EN, "손잡이가 짧아서 허리가 아파요."),
    ("language", EN, "The 손잡이 is too short."),
    ("language", EN, "Ручка слишком короткая."),
    ("length", KO, "손잡이가 짧아요. " * 12),
    ("length", KO, "네. 손잡이요. 짧아요. 허리가. 아파요. 그래요."),
    ("length", EN, "The handle is too short and I have to bend down while I clean " * 8),
    ("secret", KO, "손잡이가 짧아요. 남편이 지난달에 허리를 다쳐서요."),
    ("secret", KO, "집안일을 도맡게 되었다니까요."),
    ("secret", EN, "It is short. My husband hurt his back last month."),
    ("secret", EN, "The handle is short and all the housework is hers now, I mean mine."),
    ("figures", KO, "손잡이가 35센티미터밖에 안 돼요. 허리가 아파요."),
    ("figures", KO, "그날 오후 3시부터 허리가 아파요."),
    ("figures", KO, "환불 7만 원 주세요."),
    ("figures", EN, "The handle is 12 inches too short."),
    ("figures", EN, "It was 27 July, and my back still hurts."),
    ("echo", KO, "어떤 점이 불편하셨는지 여쭤봐도 될까요?"),
    ("echo", EN, "May I ask what it is that makes it awkward for you?"),
    ("repetition", KO, "청소기를 쓰는데 좀 불편해서요."),
    ("repetition", KO, "아파요 아파요 아파요 아파요 허리가 아파요 아파요 아파요 아파요"),
    ("repetition", EN, "I find the cleaner awkward to use."),
    ("too-glad", KO, "손잡이가 짧지만 친절하시네요, 정말 감사합니다."),
    ("too-glad", KO, "이제 다 해결됐어요, 만족해요."),
    ("too-glad", EN, "The handle is short but I am perfectly satisfied, thank you."),
    ("too-glad", EN, "That is wonderful, I am so happy."),
    ("abuse", KO, "손잡이가 짧아서 허리가 아프잖아, 이 멍청한 것들아."),
    ("abuse", EN, "The handle hurts my back, you stupid idiot."),
    ("straying", KO, "나먀카요! 우리는 내일 바다로 떠납니다."),
    ("straying", KO, "요즘 날씨가 참 좋네요, 그렇지 않나요?"),
    ("straying", EN, "Quantum flux energises every beautiful kangaroo."),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "said"), GOOD)
def test_a_good_line_may_be_said(wanted: CustomerLineWanted, said: str) -> None:
    assert refusal(said, wanted) is None


@pytest.mark.parametrize(("guard", "wanted", "said"), BAD)
def test_a_bad_line_is_refused_by_its_guard(
    guard: str, wanted: CustomerLineWanted, said: str
) -> None:
    assert GUARDS[guard](said, wanted)
    assert refusal(said, wanted) is not None


@pytest.mark.parametrize("guard", GUARDS)
def test_every_guard_has_examples_in_both_languages(guard: str) -> None:
    assert {wanted.language for name, wanted, _ in BAD if name == guard} == {"ko", "en"}


def test_the_authors_own_line_passes_whatever_it_says() -> None:
    for wanted in (KO, EN):
        assert refusal(wanted.meaning, wanted) is None


def test_thanks_may_be_said_where_they_are_meant() -> None:
    glad = a_line("덕분에 마음이 놓여요. 고맙습니다.", mood=50, thanks=True)
    assert refusal("정말 고마워요. 이제 안심이 되네요.", glad) is None


def test_what_was_told_is_no_secret_any_more() -> None:
    told = a_line("남편이 허리를 다쳐서요.", secrets=KO.secrets)
    assert refusal("남편이 허리를 다쳐서 그래요.", told) is None


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ('"손잡이가 짧아요."', "손잡이가 짧아요."),
        ("“The handle is short.”", "The handle is short."),
        ("손잡이가\n\n짧아요.\u200b", "손잡이가 짧아요."),
        ("소\u1102손잡이", "소\u1102손잡이"),
        ('"짧아요" 하고 "아파요"', '"짧아요" 하고 "아파요"'),
    ],
)
def test_a_line_is_cleaned_before_it_is_judged(raw: str, line: str) -> None:
    assert cleaned(raw) == line


@given(st.text(max_size=400))
def test_no_text_breaks_a_guard(said: str) -> None:
    for wanted in (KO, EN):
        assert refusal(cleaned(said), wanted) is None or refusal(cleaned(said), wanted) in GUARDS
