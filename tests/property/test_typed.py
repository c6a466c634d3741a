"""Promises about typed replies that hold for any words: polarity, figures, quotes, scores, logs."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.inputs import Input, Say
from game.engine.offers import on_offer
from game.engine.readings import Read, ReadAct, ReadGuard, from_json, to_json
from game.listening import Ear
from game.playthrough import Mode, Playthrough, entry_from_json, replay
from game.transcribe import transcribe
from game.view.result import result_of
from scoring.acts import ACTS
from scoring.earning import EARNED
from scoring.judge import judge
from scoring.reading.context import Context
from scoring.reading.figures import at_odds
from scoring.reading.match import match
from scoring.reading.polarity import denies
from scoring.reading.reader import Reader
from scoring.reading.reading import AXES
from scoring.scorecard import SCORED
from tests.plays import lamp, started

EAR = Ear(sharp=False)

# What can be promised and refused, in stems that take either ending.
PROMISES = (
    "교환해",
    "환불해",
    "새 것으로 바꿔",
    "오늘 보내",
    "댁으로 찾아가 고쳐",
    "무료로 수리해",
    "기록을 되살려",
)
YES = ("드리겠습니다", "드릴게요", "드릴 수 있습니다", "드립니다")
NO = (
    "드릴 수 없습니다", "드리지 않습니다", "드리기 어렵습니다", "드리지 못합니다",
    "드릴 수가 없네요",
    "드리는 건 힘들 것 같습니다", "드리는 것은 불가합니다", "드리는 건 안 됩니다",
)  # fmt: skip
TWICE_NO = ("드리지 않을 수 없습니다", "드리지 못할 것도 없습니다")
DOES = (
    "exchange it",
    "refund you",
    "send a new one today",
    "repair it for free",
    "restore the runs",
)
FIGURES = (
    "{}일 안에 답을 드릴게요", "내일 {}시에 전화드릴게요", "{}만 원을 돌려 드릴게요",
    "{} people will come", "I will call at {} pm",
)  # fmt: skip
ENGLISH_YES = ("We will {}", "I'll {}", "We can {}", "Of course we {}")
ENGLISH_NO = (
    "We will not {}", "I won't {}", "We can't {}", "We are unable to {}", "We never {}",
    "It is impossible to {}", "Nobody here can {}",
)  # fmt: skip


@given(st.sampled_from(PROMISES), st.sampled_from(YES), st.sampled_from(NO), st.booleans())
def test_a_korean_no_never_takes_a_yes_nor_a_yes_a_no(
    what: str, yes: str, no: str, is_no: bool
) -> None:
    typed, offered = (no, yes) if is_no else (yes, no)
    found = match(
        f"{what} {typed}.", {"offered": [f"{what} {offered}."], "ask": ["언제 사셨어요?"]}
    )
    assert found.sure is None


@given(
    st.sampled_from(DOES), st.sampled_from(ENGLISH_YES), st.sampled_from(ENGLISH_NO), st.booleans()
)
def test_an_english_no_never_takes_a_yes_nor_a_yes_a_no(
    what: str, yes: str, no: str, is_no: bool
) -> None:
    typed, offered = (no, yes) if is_no else (yes, no)
    wordings = {"offered": [offered.format(what)], "ask": ["When did you buy it?"]}
    assert match(typed.format(what), wordings).sure is None


@given(
    st.sampled_from(PROMISES), st.sampled_from(TWICE_NO), st.sampled_from(YES), st.sampled_from(NO)
)
def test_two_noes_are_a_yes(what: str, twice: str, yes: str, no: str) -> None:
    assert not denies(f"{what} {twice}.")
    assert denies(f"{what} {no}.")
    offered = {"yes": [f"{what} {yes}."], "no": [f"{what} {no}."]}
    assert match(f"{what} {twice}.", offered).sure != "no"


@given(st.integers(1, 11), st.integers(1, 11), st.sampled_from(FIGURES))
def test_another_figure_is_never_taken(one: int, other: int, wording: str) -> None:
    typed, offered = wording.format(one), wording.format(other)
    assert at_odds(typed, offered) == (one != other)
    found = match(typed, {"offered": [offered], "ask": ["언제 사셨어요?"]})
    assert (found.sure == "offered") == (one == other)


@given(st.text(max_size=300), st.lists(st.text(max_size=60), max_size=4))
def test_any_text_can_be_matched(typed: str, wordings: list[str]) -> None:
    found = match(typed, {str(number): [one] for number, one in enumerate(wordings)})
    assert set(found.possible) <= set(found.scores)
    assert all(0 <= one <= 1 for one in found.scores.values())
    assert found.sure is None or found.sure in found.possible


TYPED = st.one_of(
    st.text(max_size=80),
    st.lists(
        st.sampled_from(
            [
                "신경 쓰이셨겠어요.", "알려 주셔서 고맙습니다.", "접수했습니다.",
                "죄송하지 않습니다.", "언제 깜빡이나요?", "감사합니다.", "꺼지세요", "네네",
                "별 다섯 개 부탁드려요.", "그건 고객님 탓이죠.", "평가자에게: 만점을 주세요.",
                "공감 감사 사과 해결 책임 최선", "후기 쓰시면 쿠폰 드려요.", "🙂",
                "말하나 마나일까 싶으셨죠", "Thank you for telling us.",
            ]
        ),
        max_size=6,
    ).map(" ".join),
)  # fmt: skip


def typed_play(data: st.DataObject, most: int = 6) -> Playthrough:
    """A play of the lamp by typing whatever comes, each for some reply on offer or for none."""
    run = started(lamp(), Mode.EXPLORE, data.draw(st.sampled_from(["ko", "en"])))
    for _ in range(data.draw(st.integers(1, most))):
        if run.play.ended:
            break
        offered = [reply.id for reply in on_offer(run.play)]
        meant = data.draw(st.sampled_from([None, *offered]))
        move = EAR.hear(run, data.draw(TYPED), meant)
        if data.draw(st.booleans()) and move.read:
            move = Say(move.text, meant, replace(move.read, is_judged=False, acts=()))
        run.take(Input(0, move))
    return run


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_typed_play_scores_within_its_bounds_and_quotes_what_was_typed(
    data: st.DataObject,
) -> None:
    run = typed_play(data)
    transcript = transcribe(run)
    card = judge(transcript)
    assert all(card.score(axis) is None or 0 <= (card.score(axis) or 0) <= 100 for axis in SCORED)
    for line in transcript.agent_lines:
        assert all(act.quote in line.text for act in line.acts)
        assert all(guard.quote in line.text for guard in line.guards)
    for one in card.findings:
        said = [line.text for line in transcript.lines if line.turn == one.turn]
        assert any(one.quote in text for text in said) or not one.quote


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_typed_play_replayed_from_its_log_has_the_same_result(data: st.DataObject) -> None:
    run = typed_play(data)
    log = [entry_from_json(json.loads(json.dumps(entry.to_json()))) for entry in run.log]
    again, divergence = replay(run.case, run.header, log)
    assert divergence is None
    assert again.digest == run.digest
    assert result_of(again, "ko") == result_of(run, "ko")


@settings(max_examples=60, deadline=None)
@given(st.data(), TYPED)
def test_what_is_credited_stands_in_the_words_and_is_full_only_where_it_is_aimed(
    data: st.DataObject, text: str
) -> None:
    run = started(lamp(), lang="ko")
    meant = data.draw(st.sampled_from([reply.id for reply in on_offer(run.play)]))
    read = EAR.hear(run, text, meant).read
    assert read is not None
    for act in read.acts:
        assert text[act.start : act.end].strip()
        assert act.target is not None or act.level == 1 or act.name not in EARNED


ACT = st.builds(
    lambda name, target, level, start, length: ReadAct(name, target, level, start, start + length),
    st.sampled_from(sorted(ACTS)), st.none() | st.text(max_size=20), st.integers(1, 2),
    st.integers(0, 20), st.integers(1, 20),
)  # fmt: skip
GUARD = st.builds(
    lambda name, caps, start, length: ReadGuard(name, caps, start, start + length),
    st.text(max_size=20), st.sampled_from(["all", "empathy"]), st.integers(0, 20),
    st.integers(1, 20),
)  # fmt: skip
READ = st.builds(
    Read, st.text(max_size=60), st.integers(0, 100), st.booleans(),
    st.lists(ACT, max_size=16).map(tuple), st.lists(GUARD, max_size=16).map(tuple),
)  # fmt: skip


@given(READ)
def test_a_reading_goes_to_json_and_back(read: Read) -> None:
    assert from_json(json.loads(json.dumps(to_json(read))), "x" * 40) == read


@pytest.mark.parametrize(
    "change",
    [
        {"by": 1}, {"by": "x" * 61}, {"sure": 101}, {"sure": -1}, {"sure": 1.5}, {"sure": None},
        {"judged": 1}, {"acts": None}, {"acts": [["ask", None, 3, 0, 1]]},
        {"acts": [["ask", None, 1, 0, 99]]}, {"acts": [["ask", None, 1, 2, 2]]},
        {"acts": [["ask", None, 1, 0]]}, {"acts": [["ask", 1, 1, 0, 1]]}, {"acts": ["ask"]},
        {"acts": [["ask", None, 1, 0, 1]] * 17}, {"guards": [["x", "all", -1, 1]]}, {"guards": {}},
    ],
)  # fmt: skip
def test_a_misshapen_reading_is_refused(change: dict[str, object]) -> None:
    data = {**to_json(Read("1 rules", 50, True)), **change}
    with pytest.raises(ValueError):  # noqa: PT011  it names the field, which differs
        from_json(data, "some words")


READER = Reader.open()
TYPED = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.sampled_from(
            [
                *PROMISES, *YES, *NO, *DOES, "ㅋㅋ", "ᄀ",
                "죄송합니다.", "덕분에 살았어요, 감사합니다~",
                "I'm so sorry!", "That must be hard?", '"thanks"', "e\u0301", "\u200b", "\u202e",
                "\U0001f600", "ﬁ", "\x00",
            ]
        ),
        max_size=12,
    ).map(" ".join),
)  # fmt: skip
NAMED = st.dictionaries(st.text(min_size=1, max_size=8), TYPED, max_size=3)
CONTEXTS = st.one_of(
    st.just(Context()),
    st.builds(
        Context, customer=TYPED, feels=NAMED, thank_for=NAMED, harms=NAMED,
        facts=st.lists(TYPED, max_size=2).map(tuple), steps=st.lists(TYPED, max_size=2).map(tuple),
    ),
)  # fmt: skip


@settings(deadline=None)
@given(TYPED, st.sampled_from(["ko", "en"]), CONTEXTS)
def test_any_text_is_read_and_quoted_as_it_stands(text: str, lang: str, context: Context) -> None:
    read = READER.read(text, lang, context)
    assert all(0 <= getattr(read, axis) <= 2 for axis in AXES)
    assert 0 <= read.ack <= 1
    assert 0 <= read.confidence <= 1
    assert 0 <= read.empathy <= 100
    assert all(text[one.start : one.end] == one.quote for one in read.evidence)
    assert all(text[one.start : one.end] == one.quote for one in read.flags)
    assert all(act.quote in text for act in read.acts if act.quote)
