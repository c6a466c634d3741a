"""Properties of scores: within their bounds, summed up, quoted, and not for sale."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.playthrough import Playthrough
from game.transcribe import transcribe
from game.view.debrief import debrief_view
from game.words import Lang
from scoring.judge import judge
from scoring.scorecard import SCORED, Axis
from scoring.transcript import Act, Line, Speaker, Transcript
from tests.property.moves import a_run

LANG: st.SearchStrategy[Lang] = st.sampled_from(["ko", "en"])


@given(a_run(), LANG)
def test_every_axis_is_within_its_bounds_and_the_sum_of_its_findings(
    run: Playthrough, lang: Lang
) -> None:
    card = judge(transcribe(run, lang))
    for axis in SCORED:
        score, found = card.score(axis), [one for one in card.findings if one.axis is axis]
        assert score is None or 0 <= score <= 100
        assert (score or 0) == sum(one.points for one in found)
        assert all(0 <= one.points <= one.of for one in found if one.of is not None)
        assert all(-30 <= one.points <= 0 for one in found if one.of is None)
        assert score is None or sum(one.of or 0 for one in found) == 100
    assert all(one.points == 0 for one in card.findings if one.axis is Axis.CONDUCT)
    assert 0 <= card.resolved <= card.handled <= 1
    assert 1 <= card.outcome.csat <= 5
    assert 1 <= card.outcome.ces <= 7
    assert 0 <= card.outcome.nps <= 10


@given(a_run(), LANG)
def test_every_quote_stands_in_a_line_of_its_turn(run: Playthrough, lang: Lang) -> None:
    transcript = transcribe(run, lang)
    for one in judge(transcript).findings:
        said = [line.text for line in transcript.lines if line.turn == one.turn]
        assert any(one.quote in text for text in said), one


@given(a_run(), LANG)
def test_every_act_is_quoted_from_its_own_line(run: Playthrough, lang: Lang) -> None:
    for line in transcribe(run, lang).lines:
        assert all(act.quote in line.text for act in line.acts)


@given(a_run())
def test_the_score_is_the_same_in_every_language(run: Playthrough) -> None:
    one, other = judge(transcribe(run, "ko")), judge(transcribe(run, "en"))
    assert [(f.axis, f.points, f.of, f.turn, f.kind) for f in one.findings] == [
        (f.axis, f.points, f.of, f.turn, f.kind) for f in other.findings
    ]
    assert (one.passed, one.outcome) == (other.passed, other.outcome)


@given(a_run(), LANG)
def test_every_finding_is_shown_once_in_the_debrief(run: Playthrough, lang: Lang) -> None:
    view, card = debrief_view(run, lang), judge(transcribe(run, lang))
    shown = [finding for turn in view.turns for finding in turn.findings]
    assert sorted((one.axis, one.points, one.turn, one.quote) for one in shown) == sorted(
        (one.axis.value, one.points, one.turn, one.quote) for one in card.findings
    )


@given(a_run())
def test_lost_points_come_with_stronger_words(run: Playthrough) -> None:
    """Whatever a reply on record cost, the author says what would have been stronger."""
    for one in judge(transcribe(run)).findings:
        if one.points < 0 or one.kind:
            assert one.better


@given(a_run(), st.integers(0, 9), st.sampled_from([1, 2]), st.sampled_from([1, 2]))
def test_a_repeated_thank_you_changes_nothing(
    run: Playthrough, pick: int, level: int, again: int
) -> None:
    """However the play went: after thanks for a deed, the same thanks again earn nothing."""
    transcript = transcribe(run)
    deed = transcript.deeds[pick % len(transcript.deeds)].id
    once = judge(_thanking(transcript, deed, level))
    twice = judge(_thanking(_thanking(transcript, deed, level), deed, min(level, again)))
    assert [once.score(axis) for axis in SCORED] == [twice.score(axis) for axis in SCORED]


def _thanking(transcript: Transcript, deed: str, level: int) -> Transcript:
    turn = len(transcript.agent_lines) + 1
    line = Line(turn, Speaker.AGENT, "고맙습니다", (Act("thank", deed, level, "고맙습니다"),))
    return replace(transcript, lines=(*transcript.lines, line))


@given(a_run())
def test_an_unfinished_play_is_never_passed(run: Playthrough) -> None:
    card = judge(transcribe(run))
    assert run.play.ended or not card.passed
    assert not (card.critical and card.passed)
