"""Story time: what replies and nodes take of it, where it jumps, and what asks for it."""

import pytest

from game.engine.play import Play
from game.transcribe import transcribe
from game.view.dialogue import dialogue_view
from game.view.lines import Voice, lines_of
from tests.plays import edited_journey, go, journey, lamp, played

HALF_PAST_FIVE = (17 * 60 + 30) * 60
TWENTY_PAST_FIVE = (17 * 60 + 20) * 60
FIVE_PAST_NINE = (21 * 60 + 5) * 60


def after(*taken: str | int) -> Play:
    return go(journey(), *taken)[0]


def desk(*script: str, lang: str = "en") -> list[str]:
    """What the desk has shown."""
    run = played(script, journey(), lang=lang)
    return [line.text for line in lines_of(run, "en") if line.voice is Voice.DESK]


def test_a_contact_begins_at_its_time_of_day() -> None:
    assert (after().time, after().clock) == (TWENTY_PAST_FIVE, 0)


def test_a_case_without_a_clock_has_no_story_time() -> None:
    play, _ = go(lamp(), "ask", "file")
    assert (play.time, play.clock) == (0, 0)


def test_replies_and_nodes_take_their_time() -> None:
    assert after("ask-safe").clock == 35
    assert after("look").clock == 60
    assert after("ask-safe", "look").time == TWENTY_PAST_FIVE + 95
    assert after("feel").clock == 0


def test_time_is_taken_again_at_every_use() -> None:
    assert after("hush", "hush").clock == 40
    assert after("look", "look", "look").clock == 180


def test_waiting_takes_no_story_time() -> None:
    assert after(300).clock == 0
    assert after(300).seconds == 300


def test_the_time_of_day_jumps_and_a_new_contact_begins() -> None:
    play = after("look", "pack", "name-it")
    assert (play.time, play.clock) == (FIVE_PAST_NINE, 0)
    assert after("look", "pack", "name-it", "thank").clock == 70  # its minute, and the call's 10 s


def test_a_jump_within_a_scene_begins_the_clock_anew() -> None:
    case = edited_journey(("  packed:\n", '  packed:\n    at: "17:30"\n'))
    play, _ = go(case, "look", "pack")
    assert (play.time, play.clock) == (HALF_PAST_FIVE + 10, 10)


def test_every_scene_is_a_new_contact() -> None:
    case = edited_journey(('    at: "21:05"\n', ""))
    play, _ = go(case, "pack", "name-it")
    assert play.clock == 0
    assert play.time == TWENTY_PAST_FIVE + 130  # no clock of its own: the day goes on


def test_a_scene_may_have_a_clock_of_its_own() -> None:
    case = edited_journey(
        ('    at: "21:05"\n', ""),
        ("    leaves: end-silent\n", '    leaves: end-silent\n    clock: {from: "17:30"}\n'),
    )
    play, _ = go(case, "pack", "name-it")
    assert (play.time, play.clock) == (HALF_PAST_FIVE, 0)


@pytest.mark.parametrize(
    ("looks", "node"),
    [
        (1, "writes"),  # 60 + 120 + 10 seconds
        (2, "end-bought"),  # 250 seconds, which is more than 4m
    ],
)
def test_a_condition_asks_for_the_time_of_the_contact(looks: int, node: str) -> None:
    assert after("coupon", *["look"] * looks, "pack", "name-it").node == node


@pytest.mark.parametrize(
    ("at", "ending"), [("19:28", "end-quiet"), ("19:29", "end-regular"), ("21:05", "end-regular")]
)
def test_a_condition_asks_for_the_time_of_day(at: str, ending: str) -> None:
    case = edited_journey(('    at: "21:05"\n', f'    at: "{at}"\n'))
    play, _ = go(case, "pack", "name-it", "thank", "name-it")
    assert play.node == ending


def test_texts_tell_the_time_at_which_they_were_shown() -> None:
    assert desk() == ["It is 17:20. So far 0:00."]
    assert desk("hush", "look") == [
        "It is 17:20. So far 0:00.",
        "It is 17:20. So far 0:20.",
        "There are six candles.",
    ]
    assert desk("pack", "name-it")[-1] == "It is 21:05. So far 0:00."


def test_the_transcript_tells_the_time_too() -> None:
    case = edited_journey(("say: 예쁘네요.", "say: <clock>밖에 안 걸렸네요."))
    run = played(["look", "pack"], case)
    assert "3:10밖에 안 걸렸네요." in [line.text for line in transcribe(run).lines]


def test_the_desk_shows_target_and_limit() -> None:
    clock = dialogue_view(played(["look", "ask-safe"], journey()), "ko").clock
    assert clock is not None
    assert (clock.time, clock.spent, clock.target, clock.limit) == (
        "17:21",
        "1:35",
        "4:00",
        "20:00",
    )
    assert not clock.over
    late = dialogue_view(played(["look"] * 5, journey()), "ko").clock
    assert late is not None
    assert late.over


def test_a_scene_without_a_clock_shows_none() -> None:
    assert dialogue_view(played(["pack", "name-it"], journey()), "ko").clock is None
