"""The engine: what one input does to a play, and what is refused."""

from collections.abc import Sequence
from typing import TypeVar

import pytest

from game.case.model import Case
from game.case.nodes import Fate
from game.engine.advance import advance, begin
from game.engine.events import (
    CaseEnded,
    CustomerLeft,
    CustomerSpoke,
    DeedDone,
    Event,
    FeelingShown,
    HarmDone,
    MoodChanged,
    NodeEntered,
    Noted,
    NoteShown,
    NotUnderstood,
    ReplyGiven,
    SecretTold,
    SilenceFell,
)
from game.engine.inputs import Choose, Input, Say
from game.engine.offers import deadline
from game.engine.play import Play
from game.errors import IllegalMove
from tests.plays import edited, entered, go, lamp, offered, said

E = TypeVar("E")


def after(*taken: str | int, case: Case | None = None) -> Play:
    return go(case or lamp(), *taken)[0]


def events_of(*taken: str | int, case: Case | None = None) -> Sequence[Event]:
    return go(case or lamp(), *taken)[1]


# The beginning


def test_a_play_begins_at_its_first_node() -> None:
    play, events = begin(lamp(), 0)
    assert events == (
        NodeEntered("opens"),
        FeelingShown("unheard"),
        NoteShown(Noted.DESK, lamp().nodes["opens"].desk.variants[0].text),  # type: ignore[union-attr]
        CustomerSpoke(lamp().nodes["opens"].say.variants[1].text),  # type: ignore[union-attr]
    )
    assert (play.node, play.mood, play.patience, play.turn) == ("opens", 60, 3, 0)
    assert play.facts == ("none", 0)


def test_the_seed_picks_the_wording() -> None:
    openings = {tuple(said(begin(lamp(), seed)[1])) for seed in range(20)}
    assert openings == {("opens.say.0",), ("opens.say.1",)}
    assert said(begin(lamp(), 4)[1]) == said(begin(lamp(), 4)[1])


# What the customer says


def test_again_is_said_only_if_the_trainee_spoke_last() -> None:
    assert said(events_of("brush")) == ["opens.again"]
    assert said(events_of("ask")) == ["opens.ask.answer"]  # the customer has spoken: no `again`
    assert entered(events_of("ask")) == ["opens"]


def test_without_an_again_the_line_itself_is_said_again() -> None:
    case = edited(("    again: 여보세요? 그래서 스탠드는요?\n", ""))
    assert said(events_of("brush", case=case)) == ["opens.say.0"]


def test_stay_does_not_enter_the_node_again() -> None:
    events = events_of("file", "tell-day")
    assert entered(events) == []
    assert said(events) == ["closing.tell-day.answer"]
    assert after("file", "tell-day").node == "closing"


def test_rules_choose_the_first_that_holds() -> None:
    assert entered(events_of("note", "bye")) == ["settle", "end-returns"]
    assert entered(events_of("file", "bye")) == ["settle", "end-quiet"]
    assert entered(events_of("ask", "file", "tell-day", "bye")) == ["settle", "thanks"]
    assert entered(events_of("promise", "bye")) == ["settle", "end-promised"]


# Time


def test_a_timer_runs_out_once_a_visit() -> None:
    play, events = go(lamp(), 40)
    assert events[0] == SilenceFell("opens")
    assert said(events) == ["silence.say"]
    assert (play.node, play.late, play.seconds, play.patience) == ("opens", True, 40, 2)
    assert deadline(play) is None
    assert after(40, 500).patience == 2
    assert after(500) == after(40, 460)


def test_a_timer_begins_anew_at_a_new_visit() -> None:
    play = after(40, "ask")
    assert deadline(play) == 40
    assert after(40, "ask", 40).patience == 1


def test_seconds_add_up_until_the_timer() -> None:
    assert deadline(after(15)) == 25
    assert deadline(after(15, 24)) == 1
    assert after(15, 25).patience == 2
    assert deadline(after("file")) is None


def test_a_wait_before_a_reply_counts_first() -> None:
    play, events = advance(lamp(), begin(lamp(), 0)[0], Input(41, Choose("ask")))
    assert [type(event) for event in events[:2]] == [SilenceFell, NodeEntered]
    assert (play.patience, play.seconds, play.turn) == (2, 41, 1)


@pytest.mark.parametrize("seconds", [-1, 24 * 60 * 60 + 1])
def test_impossible_waits_are_refused(seconds: int) -> None:
    with pytest.raises(IllegalMove):
        advance(lamp(), begin(lamp(), 0)[0], Input(seconds, None))


# Replies, effects, bounds


def test_a_reply_that_is_offered_once() -> None:
    assert "ask" in offered(after())
    assert "ask" not in offered(after("ask"))
    assert "brush" in offered(after("brush"))


def test_a_reply_under_a_condition() -> None:
    assert "sorry" not in offered(after("file"))
    assert "sorry" in offered(after("brush", "file"))


def test_gains_of_a_reply_count_once_a_play_and_losses_every_time() -> None:
    assert [after("file", *["tell-day"] * n).mood for n in (1, 2, 3)] == [73, 73, 73]
    assert [after("file", *["not-sure"] * n).mood for n in (1, 2, 3)] == [63, 58, 53]


def test_effects_under_a_condition() -> None:
    assert after("file").facts == ("filed", 0)
    assert after("ask", "file").facts == ("filed", 1)


def test_mood_and_patience_stay_within_their_bounds() -> None:
    text = (
        "do: [mood +4]\n        tells: since",
        "do: [mood +90, patience +5]\n        tells: since",
    )
    play, events = go(edited(text), "ask")
    assert (play.mood, play.patience) == (100, 4)  # never above the start plus one
    assert MoodChanged("mood", 40) in events
    assert MoodChanged("patience", 1) in events
    low = edited(("do: [mood -8]", "do: [mood -70, patience -9]"))
    assert go(low, "exchange-no")[0].mood == 0
    assert go(low, "exchange-no")[0].patience == 0


def test_what_a_reply_brings_about() -> None:
    events = events_of("ask")
    assert [event for event in events if isinstance(event, SecretTold | DeedDone)] == [
        SecretTold("since"),
        DeedDone("notes"),
    ]
    assert HarmDone("brushed-off") in events_of("brush")
    assert HarmDone("brushed-off") not in events_of("brush", "brush")  # each counts once
    assert FeelingShown("unheard") not in events_of("brush")


def test_what_is_solved_can_be_undone() -> None:
    assert after("file", "tell-day").is_solved("hears-back")
    assert not after("file", "tell-day", "not-sure").is_solved("hears-back")
    assert not after("promise", "not-sure").seems - {"on-record"}
    assert not after("note").is_solved("on-record")
    assert "on-record" in after("note").seems


def test_a_problem_fact_may_count_only_in_some_plays() -> None:
    assert not after("file", "tell-day").counts("rain")
    assert after("file", "tell-day").is_all_solved()
    assert after("ask").counts("rain")
    assert not after("file", "tell-day", case=edited(("counts: told since, ", ""))).is_all_solved()


# Leaving and ending


def test_a_customer_without_patience_leaves() -> None:
    play, events = go(lamp(), "brush", "brush", "brush")
    assert play.ended
    assert [type(event) for event in events[-4:]] == [
        CustomerLeft, NodeEntered, NoteShown, CaseEnded,
    ]  # fmt: skip
    assert events[-1] == CaseEnded("end-left", Fate.LOST)
    assert offered(play) == []


def test_a_customer_leaves_once_though_the_way_out_is_long() -> None:
    case = edited(
        ("leaves: end-left", "leaves: sigh"),
        ("\n  silence:\n", "\n  sigh: {go: click}\n  click: {go: end-left}\n  silence:\n"),
    )
    _, events = go(case, "brush", "brush", "brush")
    assert entered(events) == ["sigh", "click", "end-left"]
    assert len([event for event in events if isinstance(event, CustomerLeft)]) == 1


def test_silence_alone_can_end_a_case() -> None:
    play = after("brush", "brush", 40)
    assert play.ended
    assert play.seconds == 40


def test_words_that_fit_nothing_go_to_the_unclear_node_and_back() -> None:
    play, events = advance(lamp(), begin(lamp(), 0)[0], Input(0, Say("xyzzy", None)))
    assert events[0] == NotUnderstood("opens", "xyzzy")
    assert entered(events) == ["unclear"]
    assert (play.node, play.turn, play.patience) == ("opens", 1, 2)
    assert said(events) == ["unclear.say"]


def test_typed_words_that_are_understood_are_the_reply() -> None:
    play, events = advance(lamp(), begin(lamp(), 0)[0], Input(0, Say("언제요?", "ask")))
    assert events[0] == ReplyGiven("opens", "ask", "언제요?")
    assert play == after("ask")


# What is refused changes nothing


@pytest.mark.parametrize(
    "move",
    [Choose("tell-day"), Choose("nothing"), Choose(""), Say("hm", "tell-day"), Say("hm", "sorry")],
)
def test_a_move_that_is_not_possible_is_refused(move: Choose | Say) -> None:
    play = after("ask")
    kept = Play(**{name: getattr(play, name) for name in Play.__dataclass_fields__})
    with pytest.raises(IllegalMove):
        advance(lamp(), play, Input(5, move))
    assert play == kept


@pytest.mark.parametrize(
    "taken", [Input(0, Choose("bye")), Input(0, Say("hm", None)), Input(3, None)]
)
def test_nothing_happens_after_the_end(taken: Input) -> None:
    play = after("file", "bye")
    with pytest.raises(IllegalMove) as refused:
        advance(lamp(), play, taken)
    assert refused.value.key == "move.ended"


def test_a_case_without_free_text_takes_no_unclear_words() -> None:
    case = edited(("free-text: {else: unclear}\n", ""))
    with pytest.raises(IllegalMove) as refused:
        advance(case, begin(case, 0)[0], Input(0, Say("xyzzy", None)))
    assert refused.value.key == "move.unclear"


def test_a_ring_without_end_is_refused() -> None:
    ring = "\n  ring: {go: [{if: mood > 0, go: rung}, {go: end-left}]}\n  rung: {go: ring}\n"
    way = ("go: settle\n\n  settle:", f"go: ring\n{ring}\n  settle:")
    case = edited(way)
    play = after("file", case=case)
    with pytest.raises(IllegalMove) as refused:
        advance(case, play, Input(0, Choose("bye")))
    assert refused.value.key == "move.endless"
    assert entered(advance(case, play, Input(0, Choose("stars")))[1]) == ["settle", "end-quiet"]


def test_a_timer_that_never_lets_go_is_refused() -> None:
    case = edited(("timer: {after: 40s, go: silence}", "timer: {after: 1s, go: opens}"))
    assert after(900, case=case).seconds == 900
    with pytest.raises(IllegalMove) as refused:
        advance(case, begin(case, 0)[0], Input(5000, None))
    assert refused.value.key == "move.endless"


def test_a_long_way_without_words_is_no_ring() -> None:
    way = (
        "".join(f"  step-{n}: {{go: step-{n + 1}}}\n" for n in range(900))
        + "  step-900: {go: settle}\n"
    )
    case = edited(("go: settle\n\n  settle:", f"go: step-0\n\n{way}\n  settle:"))
    assert after("file", "bye", case=case).ended
