"""Wording: manners that betray the best reply, honoured things, and words of the trade."""

from pathlib import Path

import pytest

from game.case.checks.wording import politeness
from game.case.library import check_file, read_file
from game.case.telling import examples, good_case, good_file, good_table
from game.workshop.betters import better_hints
from tests.unit.test_problems import case_file, table_file


@pytest.mark.parametrize(
    ("rude", "polite", "lang"),
    [
        ("지금 찾아요.", "죄송합니다. 지금 찾아 드릴게요.", "ko"),
        ("언제 와요?", "혹시 언제 오시는지 여쭤봐도 괜찮으실까요?", "ko"),
        ("I'm on it.", "I'm sorry. Could you hold on, please?", "en"),
    ],
)
def test_politeness_is_counted(rude: str, polite: str, lang: str) -> None:
    assert politeness(rude, lang) < politeness(polite, lang)
    assert politeness(polite, "fr") == 0


def codes(path: Path) -> list[str]:
    return [one.code for one in check_file(path)]


def test_one_weak_reply_as_polite_as_the_best_is_enough(tmp_path: Path) -> None:
    example = examples()["L008"]
    spoiled = (example.spoiled() or b"").decode()
    assert codes(case_file(tmp_path, spoiled)) == ["L008"]
    late = "원래 그럴 때도 있고 곧 도착할 거예요."
    assert spoiled.count(late) == 1
    assert codes(case_file(tmp_path, spoiled.replace(late, "죄송합니다만 곧 와요."))) == []


@pytest.mark.parametrize("code", ["L009", "L010"])
def test_what_is_weak_may_be_worded_badly(tmp_path: Path, code: str) -> None:
    """Honoured things and jargon are told in what is held up as good, and only there."""
    words = {"L009": "재고가 있으세요.", "L010": "VOC 건입니다."}[code]
    weak = good_case().replace("조금만 더 기다려 보세요.", f"{words} 조금만 더 기다려 보세요.")
    assert codes(case_file(tmp_path, weak)) == []
    better = "better: 오늘 다섯 시까지 가져다 드리겠습니다."
    model = good_case().replace(better, f"better: {words} 오늘 다섯 시까지 가져다 드리겠습니다.")
    assert codes(case_file(tmp_path, model)) == [code]


def test_a_team_is_called_as_it_is_called(tmp_path: Path) -> None:
    text = good_case().replace("기다리게 해 드렸네요.", "출고팀에 물었어요.")
    assert codes(case_file(tmp_path, text)) == []


def test_a_translation_is_looked_at_as_well(tmp_path: Path) -> None:
    path = case_file(tmp_path, good_case())
    spoken = "You have been kept waiting."
    assert good_table().count(spoken) == 1
    table_file(tmp_path, good_table().replace(spoken, "Your RMA is late."))
    assert codes(path) == ["L010"]


# A `better` that reads no better


def hints(folder: Path, better: str) -> list[str]:
    old = "why: 사과만 있고 택배가 없다.\n        better: 오늘 다섯 시까지 가져다 드리겠습니다."
    assert good_file("deep").count(old) == 1
    text = good_file("deep").replace(
        old, f"why: 사과만 있고 택배가 없다.\n        better: {better}"
    )
    case = read_file(case_file(folder, text)).case
    assert case is not None
    return [code for code, _, _ in better_hints(case)]


@pytest.mark.parametrize(
    ("better", "told"),
    [
        ("정말 죄송합니다!", True),
        ("정말 정말 죄송합니다.", True),
        ("기다리시느라 속상하셨죠. 지금 어디 있는지 찾아볼게요.", False),
        ("오늘 다섯 시까지 가져다 드릴게요.", False),
    ],
)
def test_the_same_words_are_no_better(tmp_path: Path, better: str, told: bool) -> None:
    assert hints(tmp_path, better) == (["N003"] if told else [])


def test_what_reads_much_worse_is_no_better(tmp_path: Path) -> None:
    text = good_file("deep").replace(
        "say: 배송비를 돌려 드릴게요.",
        "say: 기다리시느라 많이 속상하셨겠어요. 알려 주셔서 정말 고맙습니다. 언제부터 "
        "기다리셨어요? 제가 오늘 다섯 시까지 찾아서 전화드릴게요.",
    )
    text = text.replace(
        "why: 돈이 택배를 데려오지 않는다.\n        better: 오늘 다섯 시까지 가져다 드리겠습니다.",
        "why: 돈이 택배를 데려오지 않는다.\n        better: 네.",
    )
    case = read_file(case_file(tmp_path, text)).case
    assert case is not None
    assert [values["reply"] for _, _, values in better_hints(case)] == ["refund"]
