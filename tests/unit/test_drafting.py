"""`dangol new` and what it stands on: whole from the start, and no real person left in it."""

import re
from pathlib import Path

import pytest

from game.case.language import CHANNELS, TOUCHPOINTS
from game.case.library import check_file, read_file
from game.cli import main
from game.errors import DangolError
from game.view.result import result_of
from game.words import LANGUAGES, Lang
from game.workshop.drafting import Wish, draft
from game.workshop.drafting_transcript import read_conversation
from game.workshop.masking import mask
from game.workshop.sheet_paths import golden_path, typical_path
from game.workshop.trying import tried

KOREAN = """\
--------------- 2026년 11월 21일 토요일 ---------------
[김민수] [오후 2:10] 저 김민수인데요. 주문번호 A2026-88123이 안 와요. 010-1234-5678로 연락 주세요.
[상담원] [오후 2:11] 네, 김민수 고객님. 상담원 박지영입니다. 확인해 보겠습니다.
[김민수] [오후 2:12] 앞으로 3일 안에는 와야 해요. 12,000원이나 냈는데.
주소는 서울시 마포구 양화로 45 한빛아파트 101동 1203호예요.
[상담원] [오후 2:15] 민수 님, minsu.kim@example.com 맞으시죠? 2026-11-25까지 보내 드릴게요. <꼭>요.
"""
ENGLISH = """\
14:10 Agent: Thank you for calling, this is Tom. How can I help?
14:11 Customer: Hi Tom, my name is Margaret O'Neil. My order BX-44812 never came.
I live at 14 Willow Tree Road, Flat 3, Leeds LS6 2AB.
14:12 Agent: Sorry about that, Mrs O'Neil. Is your number still 07700 900123?
14:13 Customer: Yes, or +44 20 7946 0958. I paid on 21 November, 2:30 pm.
"""
REAL = {
    "ko": (
        "김민수",
        "민수",
        "박지영",
        "88123",
        "1234-5678",
        "마포",
        "양화로",
        "1203호",
        "example.com",
    ),
    "en": ("Tom", "Margaret", "O'Neil", "44812", "Willow", "LS6", "900123", "7946"),
}


# A new case


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_case_has_no_problem(language: Lang, channel: str, tmp_path: Path) -> None:
    for touchpoint in TOUCHPOINTS:
        wish = Wish(f"a-{touchpoint}", channel, touchpoint, "my-season", language)
        for path in draft(wish, tmp_path):
            assert check_file(path) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_case_teaches(language: Lang, tmp_path: Path) -> None:
    path, _ = draft(Wish("umbrella", language=language), tmp_path)
    case = read_file(path).case
    assert case is not None
    for lang in LANGUAGES:
        assert result_of(golden_path(case, lang), lang)["passed"]
        assert not result_of(typical_path(case, lang), lang)["passed"]
    assert [row.bot.id for row in tried(case) if row.passes] == ["solver"]
    endings = [node for node in case.nodes.values() if node.end]
    assert len(endings) >= 2
    assert len(case.nodes) <= 6
    assert path.read_text("utf-8").count("\n# ") > 8


def test_nothing_is_written_over(tmp_path: Path) -> None:
    case, table = draft(Wish("umbrella"), tmp_path)
    before = case.read_bytes(), table.read_bytes()
    case.unlink()
    with pytest.raises(DangolError, match=r"file\.taken"):
        draft(Wish("umbrella"), tmp_path)
    assert not case.exists()
    assert table.read_bytes() == before[1]


@pytest.mark.parametrize("name", ["", "../out", "a b", "<b>", "/etc/x", "a" * 99, "-x", "1st"])
def test_an_id_that_is_none_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(DangolError, match=r"new\.id"):
        draft(Wish(name), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_link_in_the_way_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    folder = tmp_path / "cases"
    folder.mkdir()
    (folder / "umbrella.yaml").symlink_to(outside)
    with pytest.raises(DangolError, match=r"file\.taken"):
        draft(Wish("umbrella"), folder)
    assert not outside.exists()


# From a conversation


@pytest.mark.parametrize(("language", "text"), [("ko", KOREAN), ("en", ENGLISH)])
def test_a_conversation_becomes_nodes_with_holes(
    language: Lang, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = tmp_path / "talk.txt"
    said.write_text(text, "utf-8")
    given = ["--from", str(said), "--dir", str(tmp_path), "--language", language]
    assert main(["new", "talk", *given, "--lang", language]) == 0
    printed = capsys.readouterr().out
    drafted = (tmp_path / "talk.yaml").read_text("utf-8")
    problems = check_file(tmp_path / "talk.yaml")
    assert {one.code for one in problems} == {"H001"}
    assert len(problems) == len(re.findall(r': "…"$', drafted, re.MULTILINE))
    for real in REAL[language]:
        assert real not in drafted
    assert "3일" in drafted or language == "en"
    assert "2:30" in drafted or language == "ko"
    shown = {"ko": ("김민수", "박지영", "놓칩니다"), "en": ("Margaret O'Neil", "are missed")}
    assert all(one in printed for one in shown[language])


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("고객: 안 와요\n상담원: 네", 2),
        ("Customer: hi\n\nAgent: yes\nof course", 2),
        ("[21/11/2026, 14:10:32] John: hi\n[21/11/2026, 14:11:02] Support: yes", 2),
        ("2026년 11월 21일 오후 2:10, 하늘 : 안 와요\n2026년 11월 21일 오후 2:11, 매니저 : 네", 2),
        ("고객 (14:10): 안 와요\n직원 (14:11): 네", 2),
        ("John  2:10 PM\nmy order\nAgent  2:11 PM\nyes\nJohn  2:12 PM\nthanks", 3),
    ],
)
def test_the_usual_exports_are_read(text: str, turns: int) -> None:
    assert len(read_conversation(text).turns) == turns


@pytest.mark.parametrize("text", ["", "안녕하세요", "고객: 안 와요\n고객: 네", "상담원: 네"])
def test_a_text_without_two_sides_is_refused_in_words(text: str) -> None:
    with pytest.raises(DangolError, match=r"workshop\.from"):
        read_conversation(text)


@pytest.mark.parametrize(
    "kept",
    [
        "고객님, 선생님께서 말씀하신 배송지입니다.", "앞으로 3일, 오후 2시 30분에 12,000원입니다.",
        "2026-11-25에 10-12개를 보냈어요.", "상담원 연결을 기다렸어요.",
        "It's Monday, at 2 30 or 10-12.",
        "I'm sorry, that is 1,200,000 won.", "This is Customer Service.", "그대로 5분만요.",
    ],
)  # fmt: skip
def test_what_belongs_to_nobody_stays(kept: str) -> None:
    assert mask(kept, "ko").text == kept


def test_the_same_name_is_masked_alike() -> None:
    masked = mask("저는 김민수입니다. 김민수 님이요? 민수 씨, 황보경 고객님도요.", "ko")
    assert masked.text == "저는 [이름 1]입니다. [이름 1] 님이요? [이름 1] 씨, [이름 2] 고객님도요."
