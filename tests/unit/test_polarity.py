"""What denies and what only looks like it, what contradicts, and which figures differ."""

import pytest

from scoring.reading.figures import at_odds, figures, other_time
from scoring.reading.polarity import denies, leaning, opposition


@pytest.mark.parametrize(
    "text",
    [
        "교환은 안 됩니다", "교환은 안됩니다", "못 바꿔 드려요", "못바꿔드려요",
        "바꿔 드릴 수 없습니다",
        "바꿔 드릴 수가 없네요", "보내 드리지 않습니다", "교환이 불가합니다",
        "오늘은 방문이 어렵습니다",
        "이번 주는 힘들 것 같습니다", "이용하지 마세요", "재고가 없어요", "그건 사실이 아닙니다",
        "저도 몰라요", "위약금은 업습니다", "I can't exchange it", "We won’t send it",
        "It is impossible",
        "We are unable to help", "nobody can come", "Never use the dryer", "I dont know",
    ],
)  # fmt: skip
def test_a_no(text: str) -> None:
    assert denies(text)


@pytest.mark.parametrize(
    "text",
    [
        "교환해 드리겠습니다", "안내해 드릴게요", "안녕하세요", "안심하세요", "안쪽에 있어요",
        "문제없이 처리됩니다", "틀림없이 보내 드릴게요", "걱정하지 마세요, 바꿔 드릴게요",
        "많이 힘드셨죠", "어려우셨겠어요", "얼마 나올지 말씀드릴게요", "끊지 않고 기다릴게요",
        "포장비는 안 받아요", "바꿔 드리지 않을 수 없습니다", "못 해 드릴 이유가 없습니다",
        "안 물어보시면 안 돼요", "안 되면 전화 주세요", "혹시 안 다치셨어요?", "아니요, 교환됩니다",
        "못 쓰신 이틀은 빼 드릴게요", "안 보이게 써 두었네요", "알아볼 수밖에 없죠",
        "no problem, I'll send it", "Don't worry, it's done", "It isn't impossible to exchange",
        "Not only that, we'll refund you", "Why don't we look together?",
        "I can't thank you enough",
        "No, we exchange it", "If not, call me",
    ],
)  # fmt: skip
def test_no_no(text: str) -> None:
    assert not denies(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("교환은 안 됩니다", "새 것으로 바꿔 보내 드릴게요"),
        ("수수료는 무료입니다", "수수료가 추가됩니다"),
        ("전액 환불해 드렸습니다", "절반은 환불해 드렸습니다"),
        ("바닥은 손님이 닦으셔야 해요", "바닥은 저희가 닦을게요"),
        ("정기 배송은 계속 나갑니다", "정기 배송은 멈춰 두었습니다"),
        ("이미 출고되었습니다", "아직 출고 전입니다"),
        ("자리 아직 있어요", "예약이 다 찼습니다"),
        ("따님께 부탁해 보세요", "아드님께 부탁해 보세요"),
        ("전화 안 끊을게요", "전화 끊겠습니다"),
        ("한 글자라도 공짜로는 어렵습니다", "무료로 고쳐 드립니다"),
        ("We're not closed.", "We're closed until Monday."),
        ("The app was wrong", "The app is right"),
        ("Of course we exchange dresses.", "We can't exchange dresses."),
    ],
)  # fmt: skip
def test_what_contradicts(one: str, other: str) -> None:
    assert opposition(one, other) >= 0.5
    assert opposition(other, one) >= 0.5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("교환은 안 됩니다", "바꿔 드릴 수 없습니다"),
        ("아직 안 나간 물건이라 바꿔 두었어요", "출고 전이라 바꿔 두었습니다"),
        ("부품은 이제 안 나와요", "부품은 단종되었습니다"),
        ("we don't open before monday", "We're closed until Monday."),
        ("공짜예요", "무료입니다"), ("언제 사셨어요?", "구매하신 날을 알려 주세요"),
    ],
)  # fmt: skip
def test_what_does_not_contradict(one: str, other: str) -> None:
    assert opposition(one, other) == 0


def test_a_no_that_nothing_answers_only_leans() -> None:
    assert leaning("그렇게는 못 해 드려요", "바꿔 드릴게요") == 1
    assert leaning("어쩔 수가 없네요", "단종된 모델이에요") == 0.5
    assert leaning("바꿔 드릴게요", "새로 보내 드릴게요") == 0


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("사흘 안에 드릴게요", "days", "3"), ("24시간 안에", "days", "1"),
        ("일주일이면", "days", "7"),
        ("두 시 반에 갈게요", "clock", "2:30"), ("오후 3시까지", "clock", "3"),
        ("정오까지", "clock", "12"),
        ("6만 4천 원", "money", "64000"), ("64,000원", "money", "64000"), ("$20", "money", "20"),
        ("30분이면 돼요", "minutes", "30"), ("반 시간", "minutes", "30"),
        ("세 명이 갑니다", "people", "3"),
        ("금요일에", "weekday", "fri"), ("모레까지", "day", "after"), ("50% 깎아", "share", "50"),
        ("3월 5일에", "date", "3/5"), ("박은하 매니저가", "name", "박은하"),
        ("담당은 민지영입니다", "name", "민지영"),
        ("by 7:30", "clock", "7:30"), ("half past eight", "clock", "8:30"),
        ("within two weeks", "days", "14"),
        ("Priya is restoring it", "name", "Priya"), ("twice a day", "times", "2"),
    ],
)  # fmt: skip
def test_a_figure_is_read(text: str, kind: str, value: str) -> None:
    assert value in figures(text)[kind]


@pytest.mark.parametrize(
    "text",
    [
        "네, 알겠습니다", "이 영수증이요", "이 일은 제가 맡을게요", "시작할게요",
        "오시는 분이 계세요", "고객님 원하시면", "Thank you", "That is fine",
    ],
)  # fmt: skip
def test_no_figure(text: str) -> None:
    assert figures(text) == {}


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("3일 안에", "사흘 안에", False), ("3일 안에", "7일 안에", True),
        ("8시에 두 명", "8시에 세 명", True),
        ("2시부터 6시까지", "2시부터 4시까지", True), ("내일까지 3시에", "3시까지", False),
        ("Two heaters at 8:30 and Dale by 7:30", "Two heaters at 7:30, and Dale by 8:30", True),
        ("programme at 40", "programme at 30 degrees", True),
        ("하루면 돼요", "24시간 걸려요", False),
    ],
)  # fmt: skip
def test_figures_differ(one: str, other: str, differ: bool) -> None:
    assert at_odds(one, other) is differ


def test_days_that_cannot_be_compared() -> None:
    assert other_time("금요일에 드릴게요", "내일 드릴게요")
    assert not other_time("금요일에 드릴게요", "금요일 오전에 드릴게요")
