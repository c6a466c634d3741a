"""Empathy: credit for what a feeling needs, less the harm; on transcripts made by hand."""

import pytest

from scoring.acts import ACTS, Mechanism
from scoring.judge import judge
from scoring.scorecard import Axis, Scorecard
from scoring.transcript import Feeling, Line
from tests.transcripts import (
    EXPLORATION,
    INTERPRETATION,
    REACTION,
    agent,
    agents,
    feeling,
    of_axis,
    points,
    transcript,
)

ALL = (REACTION, INTERPRETATION, EXPLORATION)


def scored(*lines: Line, feels: tuple[Feeling, ...] = (feeling("unheard", *ALL),)) -> Scorecard:
    return judge(transcript(*lines, feelings=feels))


def won(*turns: str, feels: tuple[Feeling, ...] = (feeling("unheard", *ALL),)) -> list[int]:
    return [one.points for one in of_axis(scored(*agents(*turns), feels=feels), Axis.EMPATHY)]


def test_reaction_and_interpretation_weigh_four_and_exploration_two() -> None:
    assert won("acknowledge unheard, interpret unheard, ask unheard") == [40, 40, 20]
    assert won("acknowledge unheard") == [40, 0, 0]
    assert won("interpret unheard") == [0, 40, 0]
    assert won("ask unheard") == [0, 0, 20]
    assert won("thank, do, inform, reassure unheard") == [0, 0, 0]


@pytest.mark.parametrize(
    ("needs", "most"),
    [
        ((REACTION, INTERPRETATION), [50, 50]),
        ((REACTION, EXPLORATION), [67, 33]),
        ((REACTION,), [100]),
    ],
)
def test_weights_are_rescaled_to_what_is_needed(
    needs: tuple[Mechanism, ...], most: list[int]
) -> None:
    card = scored(*agents(""), feels=(feeling("unheard", *needs),))
    assert [of for _, of in points(card, Axis.EMPATHY)] == most


def test_every_counted_feeling_is_worth_the_same() -> None:
    two = (feeling("unheard", REACTION, INTERPRETATION), feeling("dark", REACTION))
    assert won("acknowledge dark", feels=two) == [0, 0, 50]
    assert won("acknowledge unheard, interpret unheard", feels=two) == [25, 25, 0]


def test_a_core_feeling_counts_though_it_never_showed() -> None:
    hidden = feeling("dark", REACTION, core=True, shown=None)
    assert won("acknowledge unheard", feels=(feeling("unheard", REACTION), hidden)) == [50, 0]
    aside = feeling("dark", REACTION, core=False, shown=None)
    assert won("acknowledge unheard", feels=(feeling("unheard", REACTION), aside)) == [100]


def test_no_feeling_is_not_judged() -> None:
    assert scored(*agents("acknowledge"), feels=()).empathy is None
    assert (
        scored(*agents(""), feels=(feeling("dark", REACTION, core=False, shown=None),)).empathy
        is None
    )


# Levels


def test_a_generic_act_is_worth_half() -> None:
    assert won("acknowledge, interpret, ask") == [20, 20, 10]
    assert won("acknowledge unheard 1") == [20, 0, 0]


def test_a_paraphrase_is_interpretation_at_the_first_level_whatever_is_written() -> None:
    assert won("paraphrase") == [0, 20, 0]
    assert won("paraphrase 2") == [0, 20, 0]
    assert won("paraphrase, interpret unheard") == [0, 40, 0]


def test_a_generic_act_goes_to_the_feeling_that_showed_last() -> None:
    two = (feeling("unheard", REACTION, shown=0), feeling("dark", REACTION, shown=1))
    assert won("acknowledge", feels=two) == [25, 0]  # `dark` shows in the answer to it
    assert won("", "acknowledge", feels=two) == [0, 25]


def test_a_generic_act_before_any_feeling_showed_is_about_none() -> None:
    assert won("acknowledge", feels=(feeling("dark", REACTION, shown=None),)) == [0]
    assert won("acknowledge dark", feels=(feeling("dark", REACTION, shown=None),)) == [100]


def test_more_than_a_case_asks_for_earns_nothing() -> None:
    once = won("acknowledge unheard, interpret unheard")
    assert won(*["acknowledge unheard, interpret unheard, acknowledge, paraphrase"] * 5) == once


def test_the_best_evidence_counts_and_the_earliest_of_the_best() -> None:
    card = scored(*agents("acknowledge", "acknowledge unheard", "acknowledge unheard"))
    best = of_axis(card, Axis.EMPATHY)[0]
    assert (best.points, best.turn, best.quote) == (40, 2, "words of turn 2")


# Lateness


@pytest.mark.parametrize(("turn", "expected"), [(1, 40), (2, 40), (3, 20), (9, 20)])
def test_more_than_two_turns_after_the_feeling_counts_half(turn: int, expected: int) -> None:
    assert won(*[""] * (turn - 1), "acknowledge unheard") == [expected, 0, 0]


def test_late_and_generic_counts_a_quarter() -> None:
    assert won("", "", "acknowledge") == [10, 0, 0]


def test_turns_are_counted_from_when_it_showed() -> None:
    shown = (feeling("unheard", REACTION, shown=4),)
    assert won(*[""] * 5, "acknowledge unheard", feels=shown) == [100]
    assert won(*[""] * 6, "acknowledge unheard", feels=shown) == [50]


# Harm


def hurting(turn: int, *acts: str, harm: str = "brushed-off") -> Line:
    return agent(turn, *acts, hurts=(harm,), why="the author's remark", better="better words")


def hurting_often(times: int, since: int) -> list[Line]:
    """So many turns, each with a harm of its own."""
    return [hurting(since + n, harm=f"harm-{n}") for n in range(times)]


FELT = "acknowledge unheard, interpret unheard, ask unheard"


@pytest.mark.parametrize(
    ("harms", "score"), [(0, 100), (1, 90), (2, 80), (3, 70), (4, 70), (9, 70)]
)
def test_ten_for_each_harm_and_thirty_at_most(harms: int, score: int) -> None:
    lines = [*agents(FELT), *(hurting(turn, harm=f"harm {turn}") for turn in range(2, 2 + harms))]
    assert scored(*lines).empathy == score


def test_a_harm_names_its_turn_and_words_and_the_stronger_ones() -> None:
    card = scored(*agents(FELT), hurting(2))
    lost = of_axis(card, Axis.EMPATHY)[-1]
    assert (lost.points, lost.of, lost.turn, lost.quote) == (-10, None, 2, "words of turn 2")
    assert (lost.better, lost.reason.remark) == ("better words", "the author's remark")


@pytest.mark.parametrize("act", [name for name, kind in ACTS.items() if kind.is_poor])
def test_a_poor_act_costs_only_against_a_feeling(act: str) -> None:
    assert scored(*agents(FELT, f"{act} unheard")).empathy == 90
    assert scored(*agents(FELT, act)).empathy == 100


def test_a_harm_and_a_poor_act_in_one_turn_cost_once() -> None:
    assert scored(*agents(FELT), hurting(2, "dismiss unheard")).empathy == 90


def test_a_later_apology_that_names_the_harm_gives_half_back() -> None:
    assert scored(*agents(FELT), hurting(2), agent(3, "apologise brushed-off")).empathy == 95
    assert scored(*agents(FELT), hurting(2), agent(3, "apologise brushed-off 1")).empathy == 90
    assert scored(*agents(FELT), hurting(2), agent(3, "apologise")).empathy == 90
    assert scored(*agents(FELT), hurting(2), agent(3, "apologise other-harm")).empathy == 90
    assert scored(*agents(FELT), hurting(2, "apologise brushed-off")).empathy == 90
    before = agent(1, "apologise brushed-off", "acknowledge unheard")
    assert scored(before, hurting(2)).empathy == 30


def test_apologising_again_gives_no_more() -> None:
    sorry = [agent(turn, "apologise brushed-off") for turn in (3, 4, 5)]
    assert scored(*agents(FELT), hurting(2), *sorry).empathy == 95


def test_an_axis_does_not_fall_below_nothing() -> None:
    card = scored(*(hurting(turn, harm=f"harm {turn}") for turn in (1, 2, 3)))
    assert card.empathy == 0
    assert len(of_axis(card, Axis.EMPATHY)) == 6  # what it cost is shown, and cannot be paid
    three = [hurting(turn, harm=f"harm {turn}") for turn in (2, 3, 4)]
    assert scored(*agents("ask unheard"), *three).empathy == 0


def test_a_harm_counts_once_however_often_it_is_done() -> None:
    assert scored(*agents(FELT), hurting(2), hurting(3), hurting(4)).empathy == 90


def test_two_harms_in_one_reply_count_both() -> None:
    line = agent(2, hurts=("doubted", "brushed-off"), why="both", better="neither")
    assert scored(*agents(FELT), line).empathy == 80
