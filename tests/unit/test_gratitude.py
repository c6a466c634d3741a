"""Gratitude: given, received, passed on, and begged for; on transcripts made by hand."""

from dataclasses import replace
from typing import Any

from scoring.judge import judge
from scoring.scorecard import Axis, Scorecard
from scoring.transcript import Chance
from tests.transcripts import agents, customer, deed, of_axis, points, transcript


def scored(*turns: str, **more: Any) -> Scorecard:
    return judge(transcript(*agents(*turns), **{"deeds": (deed("told-us"),), **more}))


def test_given_received_and_passed_on_are_sixty_twenty_twenty() -> None:
    lines = (*agents("thank told-us", "pass-on"), customer(1, thanks=True))
    card = judge(transcript(*lines, deeds=(deed("told-us"),), can_receive=True, can_pass_on=True))
    assert points(card, Axis.GRATITUDE) == [(60, 60), (20, 20), (20, 20)]
    assert [one.quote for one in of_axis(card, Axis.GRATITUDE)] == [
        "words of turn 1", "answer of turn 1", "words of turn 2",
    ]  # fmt: skip


def test_it_is_rescaled_to_what_the_case_offers() -> None:
    assert points(scored(""), Axis.GRATITUDE) == [(0, 100)]
    assert points(scored("", can_receive=True), Axis.GRATITUDE) == [(0, 75), (0, 25)]
    assert points(scored("pass-on", deeds=(), can_pass_on=True), Axis.GRATITUDE) == [(100, 100)]
    assert scored("thank told-us, pass-on", deeds=()).gratitude is None


def test_deeds_share_what_is_given() -> None:
    three = (deed("a"), deed("b"), deed("c"))
    assert points(scored("thank b", deeds=three), Axis.GRATITUDE) == [(0, 34), (33, 33), (0, 33)]


def test_a_deed_that_was_not_done_asks_for_no_thanks() -> None:
    assert scored("thank a", deeds=(deed("a"), deed("b", done=None))).gratitude == 100
    assert scored("thank a", deeds=(deed("a", done=None),)).gratitude is None


def test_perfunctory_thanks_are_worth_half() -> None:
    assert scored("thank told-us").gratitude == 100
    assert scored("thank told-us 1").gratitude == 50
    assert scored("thank told-us 1", "thank told-us").gratitude == 100


def test_thanks_for_nothing_named_go_to_the_deed_done_last_before_them() -> None:
    two = (deed("a", done=0), deed("b", done=2))
    assert points(scored("thank", deeds=two), Axis.GRATITUDE) == [(25, 50), (0, 50)]
    assert points(scored("", "thank", deeds=two), Axis.GRATITUDE) == [(25, 50), (0, 50)]
    assert points(scored("", "", "thank", deeds=two), Axis.GRATITUDE) == [(0, 50), (25, 50)]
    assert scored("thank, thank told-us").gratitude == 100


def test_a_repeated_thank_you_earns_nothing() -> None:
    assert scored(*["thank told-us 1"] * 5).gratitude == 50
    two = (deed("a"), deed("b"))
    assert scored("thank a", "thank a", "thank a", deeds=two).gratitude == 50


def test_the_first_of_the_best_thanks_is_quoted() -> None:
    (found,) = scored("thank told-us 1", "thank told-us", "thank told-us").findings
    assert (found.turn, found.quote) == (2, "words of turn 2")


def test_begging_costs_twenty_once_and_never_more_than_there_is() -> None:
    assert scored("thank told-us", "beg").gratitude == 80
    assert scored("thank told-us", "beg", "beg, beg").gratitude == 80
    card = scored("beg")
    assert card.gratitude == 0
    assert [(one.points, one.quote) for one in card.findings] == [
        (0, "words of turn 1"), (0, "words of turn 1"),
    ]  # fmt: skip
    assert scored("thank told-us 1", "beg", can_receive=True, can_pass_on=True).gratitude == 10


def test_missed_thanks_point_at_the_moment_and_its_words() -> None:
    chance = Chance(1, "Thank you for telling us.")
    told_us = replace(deed("told-us"), chance=chance)
    (found,) = scored("", "", deeds=(told_us,)).findings
    assert (found.points, found.turn, found.better) == (0, 1, "Thank you for telling us.")
    (found,) = scored("", "thank told-us 1", deeds=(told_us,)).findings
    assert (found.points, found.turn, found.better) == (50, 2, "Thank you for telling us.")
