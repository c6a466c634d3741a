"""What customers hide, tell and deny, and what nodes do to them by themselves."""

from collections.abc import Sequence
from typing import TypeVar

import pytest

from game.case.model import Case
from game.engine.events import Event, HarmDone, SecretDenied, SecretTold
from game.engine.play import Play
from game.playthrough import Playthrough
from game.transcribe import transcribe
from scoring.judge import judge
from scoring.transcript import Line
from tests.plays import edited, edited_journey, go, journey, played, said

E = TypeVar("E")
OVER_AND_OVER = ("once: true\n        say: 못 드시는", "say: 못 드시는")


def after(*taken: str, case: Case | None = None) -> Play:
    return go(case or journey(), *taken)[0]


def happened(*taken: str, case: Case | None = None) -> Sequence[Event]:
    return go(case or journey(), *taken)[1]


def of(kind: type[E], events: Sequence[Event]) -> list[E]:
    return [event for event in events if isinstance(event, kind)]


# Asked


def test_a_good_question_brings_a_fact_out_after_the_answer() -> None:
    events = happened("ask-safe")
    assert of(SecretTold, events) == [SecretTold("allergy")]
    assert said(events) == ["opens.ask-safe.answer", "hidden.allergy.says"]
    assert after("ask-safe").told == {"allergy"}


def test_a_fact_is_told_in_words_only_once() -> None:
    case = edited_journey(OVER_AND_OVER)
    events = happened("ask-safe", "ask-safe", case=case)
    assert said(events) == ["opens.ask-safe.answer"]
    assert of(SecretTold, events) == []


def test_a_fact_without_words_of_its_own_is_told_all_the_same() -> None:
    case = edited_journey(("    says: 할머니가 호두를 못 드세요.\n", ""))
    events = happened("ask-safe", case=case)
    assert of(SecretTold, events) == [SecretTold("allergy")]
    assert said(events) == ["opens.ask-safe.answer"]


def test_a_node_may_tell_a_fact() -> None:
    assert "party" in after("pack", "name-it").told
    assert SecretTold("party") in happened("pack", "name-it")
    assert "party" not in after("pack").told


# Asked badly


def test_a_fact_that_is_asked_for_badly_is_denied_and_stays_hidden() -> None:
    events = happened("hush")
    assert of(SecretDenied, events) == [SecretDenied("allergy")]
    assert said(events) == ["hidden.allergy.denies"]  # these words stand in for `again`
    assert after("hush").denied == {"allergy"}
    assert after("hush").told == frozenset()


def test_it_is_denied_in_words_every_time_and_counted_once() -> None:
    events = happened("hush", "hush")
    assert said(events) == ["hidden.allergy.denies"]
    assert of(SecretDenied, events) == []


def test_a_good_question_later_brings_it_out() -> None:
    events = happened("hush", "ask-safe")
    assert said(events) == ["opens.ask-safe.answer", "hidden.allergy.says"]
    assert after("hush", "ask-safe").told == {"allergy"}
    assert after("hush", "ask-safe").denied == {"allergy"}  # it was denied once, and that stays


def test_what_is_out_is_not_denied_again() -> None:
    assert said(happened("ask-safe", "hush")) == ["opens.again"]


@pytest.mark.parametrize(("first", "ending"), [("feel", "end-regular"), ("hush", "end-quiet")])
def test_a_denial_can_be_asked_for(first: str, ending: str) -> None:
    assert after(first, "pack", "name-it", "thank", "name-it").node == ending


# Near


def test_a_feeling_that_is_met_draws_a_fact_out() -> None:
    events = happened("feel")
    assert of(SecretTold, events) == [SecretTold("grandmother")]
    assert said(events)[0] == "opens.feel.answer"
    assert said(events)[1].startswith("hidden.grandmother.says.")


def test_a_feeling_draws_a_fact_out_only_once() -> None:
    assert said(happened("feel", "feel")) == ["opens.feel.answer"]


def test_a_feeling_that_is_waved_away_draws_nothing_out() -> None:
    assert after("hush").told == frozenset()


@pytest.mark.parametrize(
    ("act", "told"),
    [
        ("acknowledge rushed", True),
        ("acknowledge rushed 1", True),
        ("interpret rushed", True),
        ("ask rushed", True),
        ("reassure rushed", False),
        ("acknowledge", False),  # a formula, for nobody's feeling
    ],
)
def test_which_acts_draw_out(act: str, told: bool) -> None:
    case = edited_journey(("acts: [acknowledge rushed]", f"acts: [{act}]"))
    assert ("grandmother" in after("feel", case=case).told) is told


def test_what_is_drawn_out_follows_from_the_facts() -> None:
    told = {
        (go(journey(), seed=seed)[0].facts[0], said(go(journey(), "feel", seed=seed)[1])[1])
        for seed in range(20)
    }
    assert told == {
        ("rain", "hidden.grandmother.says.rainy"),
        ("sun", "hidden.grandmother.says.sunny"),
    }


# Never


def test_what_is_never_told_is_not_told() -> None:
    assert "quarrel" not in after("ask-safe", "feel", "hush", "pack", "name-it", "thank").told


# What nodes do by themselves


def test_a_node_hurts_breaks_and_seems() -> None:
    play = after("toss")
    assert play.harmed == {"candle"}
    assert play.broken == {"safety"}
    assert play.seems == {"right"}
    assert HarmDone("candle") in happened("toss")
    assert not play.is_solved("right")


def test_a_node_undoes_what_was_solved() -> None:
    assert after("pack").is_solved("right")
    assert after("pack", "hurry").node == "opens"
    assert not after("pack", "hurry").is_solved("right")
    assert after("toss", "hurry").seems == frozenset()  # not even that is left


def test_a_critical_act_is_a_breach_too() -> None:
    assert after("coupon").broken == {"bribe"}
    assert after("coupon", "toss").broken == {"bribe", "safety"}


def test_a_condition_may_ask_what_has_shown_and_what_has_hurt() -> None:
    assert after().is_solved("calm")
    assert not after("hush").is_solved("calm")
    unseen = edited_journey(
        ("    shows: rushed\n", ""), ("  shelf:\n", "  shelf:\n    shows: rushed\n")
    )
    assert not after(case=unseen).is_solved("calm")
    assert after("look", case=unseen).is_solved("calm")


def line(run: Playthrough, turn: int) -> Line:
    return next(one for one in transcribe(run, "en").agent_lines if one.turn == turn)


def test_what_a_node_does_is_laid_to_the_line_that_led_there() -> None:
    run = played(["hush", "toss"], journey(), lang="en")
    assert (line(run, 1).hurts, line(run, 1).breaks) == (("scolded",), ())
    assert (line(run, 2).hurts, line(run, 2).breaks) == (("candle",), ("safety",))
    assert [(one.id, one.turn) for one in transcribe(run).harms] == [("scolded", 1), ("candle", 2)]


def test_a_breach_of_a_node_fails_the_play_with_the_words_that_led_there() -> None:
    run = played(["toss", "name-it", "toss", "name-it", "own-up", "name-it"], journey(), lang="en")
    assert run.play.ended
    card = judge(transcribe(run, "en"))
    assert not card.passed
    (safety, again) = [one for one in card.findings if one.kind]
    assert (safety.kind, safety.turn) == ("safety", 1)
    assert safety.quote == "Here you are. You are in a hurry, so I just packed it."
    assert (again.kind, again.turn) == ("safety", 3)


def test_what_hurts_before_anybody_has_spoken_is_laid_to_nobody() -> None:
    case = edited_journey(("  opens:\n", "  opens:\n    hurts: candle\n    breaks: privacy\n"))
    run = played([], case)
    assert run.play.harmed == {"candle"}
    assert transcribe(run).agent_lines == ()
    assert [(one.id, one.turn) for one in transcribe(run).harms] == [("candle", 0)]


def test_what_silence_brings_about_is_laid_to_the_last_line() -> None:
    case = edited(("  silence:\n", "  silence:\n    hurts: brushed-off\n"))
    run = played(["ask", "wait 40"], case)
    assert line(run, 1).hurts == ("brushed-off",)
