"""Scoring: resolution, conduct, passing and outcome, on transcripts made by hand."""

from dataclasses import replace
from fractions import Fraction

import pytest

from scoring.acts import ACTS, Group
from scoring.judge import judge
from scoring.outcome import outcome_of
from scoring.points import deal, part
from scoring.scorecard import SCORED, Axis
from scoring.transcript import Chance, Harm, Transcript
from tests.transcripts import (
    REACTION,
    agent,
    agents,
    customer,
    deed,
    fact,
    feeling,
    of_axis,
    points,
    transcript,
)

# Dealing whole points


@pytest.mark.parametrize(
    ("shares", "dealt"),
    [
        ([1], [100]),
        ([1, 1, 1], [34, 33, 33]),  # ties go to the earlier
        ([2, 1], [67, 33]),
        ([4, 3, 2, 1], [40, 30, 20, 10]),
        ([1, 1, 1, 1, 1, 1], [17, 17, 17, 17, 16, 16]),
        ([0, 0], [0, 0]),
        ([], []),
    ],
)
def test_a_hundred_points_are_dealt_whole(shares: list[int], dealt: list[int]) -> None:
    assert deal([Fraction(one) for one in shares]) == dealt


def test_part_of_a_point_rounds_a_half_up() -> None:
    assert [part(25, Fraction(1, 2)), part(5, Fraction(1, 4)), part(7, Fraction(0))] == [13, 1, 0]


# Resolution


def test_resolution_is_the_weighted_share_of_what_is_true() -> None:
    card = judge(
        transcript(*agents(""), problem=(fact(2, solved=True), fact(1), fact(1, seems=True)))
    )
    assert card.resolution == 50
    assert points(card, Axis.RESOLUTION) == [(50, 50), (0, 25), (0, 25)]
    assert (card.handled, card.resolved) == (0.75, 0.5)


def test_words_that_sound_resolved_earn_nothing() -> None:
    sounding = agents("do, own, inform, confirm, recap, offer, report")
    assert judge(transcript(*sounding, problem=(fact(1),))).resolution == 0


def test_what_is_solved_and_seems_so_is_handled_once() -> None:
    card = judge(transcript(*agents(""), problem=(fact(1, solved=True, seems=True), fact(3))))
    assert (card.handled, card.resolved) == (0.25, 0.25)


def test_an_open_fact_points_at_where_it_could_be_solved() -> None:
    chance = Chance(2, "It is filed now.")
    open_fact = replace(fact(1), chance=chance)
    (found,) = judge(transcript(*agents("", "", ""), problem=(open_fact,))).findings
    assert (found.turn, found.quote, found.better) == (2, "words of turn 2", "It is filed now.")


def test_a_fact_that_was_never_within_reach_points_at_the_last_turn() -> None:
    (found,) = judge(transcript(*agents("", ""), customer(2), problem=(fact(1),))).findings
    assert (found.turn, found.quote, found.better) == (2, "words of turn 2", None)


# Conduct


@pytest.mark.parametrize(
    "act", [name for name, kind in ACTS.items() if kind.group is Group.CRITICAL]
)
def test_critical_acts_fail_the_play_whatever_the_scores(act: str) -> None:
    perfect = full_marks()
    assert judge(perfect).passed
    card = judge(replace(perfect, lines=(*perfect.lines, agent(2, act))))
    assert not card.passed
    assert [one.kind for one in card.critical] == [act]
    assert {card.score(axis) for axis in SCORED} == {100}


@pytest.mark.parametrize(
    "breach", ["privacy", "safety", "compliance", "business", "wrong-fact", "self"]
)
def test_breaches_fail_the_play(breach: str) -> None:
    perfect = full_marks()
    line = agent(2, breaks=(breach,), why="the author's remark", better="better words")
    (found,) = judge(replace(perfect, lines=(*perfect.lines, line))).critical
    assert (found.kind, found.turn, found.quote) == (breach, 2, "words of turn 2")
    assert (found.points, found.better) == (0, "better words")
    assert not judge(replace(perfect, lines=(*perfect.lines, line))).passed


def full_marks() -> Transcript:
    """A play with 100 on every axis."""
    lines = agents("acknowledge unheard, thank told-us")
    return transcript(
        *lines,
        problem=(fact(1, solved=True, turn=1),),
        feelings=(feeling("unheard", REACTION),),
        deeds=(deed("told-us"),),
    )


# Passing, and what cannot be judged


def test_a_play_passes_at_its_bars_and_not_below() -> None:
    half = transcript(*agents(""), problem=(fact(1, solved=True), fact(1)))
    bars = dict.fromkeys(("resolution", "empathy", "gratitude"), 50)
    assert judge(replace(half, bars=bars)).passed
    assert not judge(replace(half, bars={**bars, "resolution": 51})).passed


def test_a_play_that_has_not_ended_is_not_passed() -> None:
    assert not judge(replace(full_marks(), ended=False)).passed


def test_what_a_case_gives_no_chance_for_is_not_judged_and_does_not_fail() -> None:
    card = judge(transcript(*agents(""), problem=(fact(1, solved=True),)))
    assert (card.resolution, card.empathy, card.gratitude) == (100, None, None)
    assert card.passed
    card = judge(transcript(*agents("thank, acknowledge, interpret, pass-on")))
    assert (card.resolution, card.empathy, card.gratitude) == (None, None, None)
    assert card.findings == ()


def test_every_axis_is_the_sum_of_its_findings() -> None:
    card = judge(full_marks())
    for axis in SCORED:
        assert card.score(axis) == sum(one.points for one in of_axis(card, axis)) == 100


def test_nobody_said_anything() -> None:
    card = judge(transcript(problem=(fact(1),), feelings=(feeling("unheard", REACTION),)))
    assert [(one.turn, one.quote) for one in card.findings] == [(0, ""), (0, "")]


# Outcome


@pytest.mark.parametrize(
    ("resolved", "mood", "csat", "nps"),
    [(1.0, 100, 5.0, 10), (0.0, 0, 1.0, 0), (0.5, 60, 3.2, 6), (1.0, 50, 4.0, 8)],
)
def test_satisfaction_is_half_solution_and_half_mood(
    resolved: float, mood: int, csat: float, nps: int
) -> None:
    outcome = outcome_of(transcript(mood=mood), resolved)
    assert (outcome.csat, outcome.nps) == (csat, nps)


def test_harms_make_it_harder_and_a_low_score_is_told_to_nine() -> None:
    harms = (Harm("a", "…", "agent", 1), Harm("b", "…", "agent", 2))
    assert outcome_of(transcript(), 1.0).ces == 7
    assert outcome_of(transcript(harms=harms), 0.5).ces == 3
    assert outcome_of(transcript(harms=harms * 3), 0.0).ces == 1
    assert outcome_of(transcript(mood=72), 0.0).told == 9
    assert outcome_of(transcript(mood=76), 0.0).told == 0


@pytest.mark.parametrize(
    ("resolved", "fate", "fcr", "recontact"),
    [
        (1.0, "solved", True, False),
        (1.0, "lost", False, False),
        (1.0, "returns", False, True),
        (0.9, "solved", False, False),
        (0.9, "handled", False, True),
    ],
)
def test_first_contact_resolution(resolved: float, fate: str, fcr: bool, recontact: bool) -> None:
    outcome = outcome_of(transcript(fate=fate), resolved)
    assert (outcome.fcr, outcome.recontact) == (fcr, recontact)


def test_effort_is_counted_and_earns_nothing() -> None:
    short, long = full_marks(), replace(full_marks(), seconds=900)
    assert outcome_of(long, 1.0).seconds == 900
    assert outcome_of(long, 1.0).turns == 1
    assert judge(short).findings == judge(long).findings
