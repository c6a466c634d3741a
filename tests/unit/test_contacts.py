"""Cases of several contacts: when a scene begins, who is in it, what carries across, and asides."""

import pytest

from game.case.checks import checked
from game.case.model import Case
from game.case.reading import read_case
from game.engine.events import CustomerSpoke, MoodChanged, Noted, NoteShown, SceneBegan
from game.engine.play import Play
from game.transcribe import transcribe
from game.view.lines import Voice, lines_of
from tests.plays import (
    JOURNEY_TEXT,
    edited_journey,
    edited_text,
    entered,
    go,
    journey,
    lamp,
    last_word,
    played,
    said,
)

TO_MESSAGE = ("pack", "name-it")  # the quickest good way into the second scene
BACK_TO_COUNTER = ("go: recheck\n      - id: own-up", "go: opens\n      - id: own-up")


def after(*taken: str, case: Case | None = None) -> Play:
    return go(case or journey(), *taken)[0]


def scenes(*taken: str, case: Case | None = None) -> list[str]:
    """The scenes that began at the last of these moves."""
    _, events = go(case or journey(), *taken)
    return [event.scene for event in events if isinstance(event, SceneBegan)]


# When a scene begins


def test_the_first_scene_begins_with_the_play() -> None:
    assert scenes() == ["counter"]
    assert after().contact.id == "counter"


def test_a_case_with_one_contact_begins_no_scene() -> None:
    play, events = go(lamp())
    assert not [event for event in events if isinstance(event, SceneBegan)]
    assert (play.contact.id, play.contact.title) == ("", None)


def test_a_scene_begins_where_its_first_node_is_entered_from_outside() -> None:
    assert scenes(*TO_MESSAGE) == ["message"]
    play = after(*TO_MESSAGE)
    assert (play.contact.id, play.contact.channel) == ("message", "dm")


def test_within_a_scene_its_first_node_is_one_like_any_other() -> None:
    _, events = go(journey(), "hush")
    assert entered(events) == ["opens"]
    assert scenes("hush") == []


def test_a_scene_can_be_gone_back_to() -> None:
    case = edited_journey(BACK_TO_COUNTER)
    assert scenes(*TO_MESSAGE, "thank", case=case) == ["counter"]
    assert after(*TO_MESSAGE, "thank", case=case).contact.channel == "counter"


# What carries across


def test_what_happened_carries_on() -> None:
    play = after("hush", "coupon", "toss", "name-it", "toss", "name-it")
    assert play.contact.id == "message"
    assert play.harmed == {"scolded", "candle"}
    assert play.broken == {"bribe", "safety"}
    assert play.shown == {"rushed"}
    assert play.denied == {"allergy"}
    assert play.seems == {"right"}
    assert play.has_chosen("opens", "toss")


def test_facts_and_what_is_solved_carry_on() -> None:
    play = after("feel", *TO_MESSAGE)
    assert dict(zip(("weather", "box"), play.facts, strict=True))["box"] == "open"
    assert play.told == {"grandmother", "party"}
    assert play.is_solved("right")
    assert play.deeds == {"waited"}


def test_mood_and_patience_stay_with_each_customer() -> None:
    play = after("hush", "feel")
    assert (play.mood, play.patience) == (48, 2)
    assert (play.mood_of("jun"), play.patience_of("jun")) == (42, 2)
    play = after("hush", "feel", *TO_MESSAGE)
    assert (play.mood_of("mina"), play.patience_of("mina")) == (50, 2)  # the cake, asked by name
    assert (play.mood, play.patience) == (60, 2)  # jun, whose night has passed


def test_without_a_new_mood_the_old_one_goes_on() -> None:
    case = edited_journey(("    do: [mood = 60]\n", ""))
    assert after("feel", "feel", "hush", *TO_MESSAGE, case=case).mood == 42


def test_who_was_left_is_met_again_as_they_were() -> None:
    case = edited_journey(BACK_TO_COUNTER)
    play = after("hush", *TO_MESSAGE, "formula", "thank", case=case)
    assert (play.mood, play.patience) == (51, 2)  # 50 - 6 + 2, and 5 while she was away
    assert (play.mood_of("jun"), play.patience_of("jun")) == (56, 1)


def test_others_move_within_their_own_bounds() -> None:
    case = edited_journey(
        ("mood of jun -4, patience -1]", "mood of jun -400, patience of jun -9]"),
        ("mood of jun +6]", "mood of jun +600, patience of jun = 9]"),
    )
    low, events = go(case, "hush")
    assert (low.mood_of("jun"), low.patience_of("jun")) == (0, 0)
    assert [event for event in events if isinstance(event, MoodChanged)] == [
        MoodChanged("mood", -6),
        MoodChanged("mood", -40, "jun"),
        MoodChanged("patience", -2, "jun"),
    ]
    assert low.node == "opens"  # who leaves is the one that the scene is with
    high = after("feel", case=case)
    assert (high.mood_of("jun"), high.patience_of("jun")) == (100, 3)


def test_the_customer_of_the_scene_may_be_named_too() -> None:
    case = edited_journey(("mood of mina +5]", "mood of jun +5]"))
    assert after(*TO_MESSAGE, "thank", case=case).mood == 70
    assert after(*TO_MESSAGE, "thank").mood == 65


# Who leaves, and how


@pytest.mark.parametrize(
    ("script", "ending"),
    [
        (("hush", "hush", "hush"), "end-walked-off"),
        ((*TO_MESSAGE, "formula", "formula"), "end-silent"),
    ],
)
def test_each_scene_has_its_own_way_of_leaving(script: tuple[str, ...], ending: str) -> None:
    assert after(*script).node == ending
    assert not after(*script[:-1]).ended


def test_a_scene_without_a_way_of_leaving_takes_that_of_the_case() -> None:
    case = edited_journey(("    leaves: end-silent\n", ""))
    assert after(*TO_MESSAGE, "formula", "formula", case=case).node == "end-walked-off"


# Who speaks


def spoken(*taken: str) -> list[tuple[str, str | None]]:
    """What was said at the last of these moves, and by whom."""
    _, events = go(journey(), *taken)
    return [(event.text, event.who) for event in events if isinstance(event, CustomerSpoke)]


def test_the_answer_is_by_whom_the_reply_names() -> None:
    answer, told = spoken("feel")
    assert answer == ("opens.feel.answer", "jun")
    assert told[1] is None  # what is told then is told by the one the scene is with


def test_a_node_may_be_spoken_by_another() -> None:
    assert ("dropped.say", "jun") in spoken("toss")


def test_lines_name_who_is_not_the_one_the_scene_is_with() -> None:
    run = played(["feel"], journey(), lang="en")
    named = [line.who for line in lines_of(run, "en") if line.voice is Voice.CUSTOMER]
    assert named == ["", "Jun Kang", ""]
    run = played(["feel", "pack", "name-it"], journey(), lang="en")
    said_in = {(line.scene, line.who) for line in transcribe(run, "en").lines}
    assert said_in == {(0, ""), (0, "Jun Kang"), (1, "")}


def test_a_scene_is_announced_by_its_title() -> None:
    run = played(TO_MESSAGE, journey(), lang="en")
    announced = [line.text for line in lines_of(run, "en") if line.voice is Voice.SCENE]
    assert announced == [
        "Saturday, the counter",
        "The door closes and the bell rings.",
        "A week later, a message",
    ]


# To the side and back


def test_an_aside_comes_back_without_entering_again() -> None:
    play, events = go(journey(), "look")
    assert entered(events) == ["shelf"]
    assert said(events) == []  # no `again` of the node it came back to
    assert (play.node, play.returns) == ("opens", ())


def test_an_aside_may_lead_on_from_node_to_node() -> None:
    shelf = "    go: drawer\n  drawer:\n    say: 하나 더 있다.\n    go: back"
    case = edited_journey(("    takes: 1m\n    go: back", shelf))
    play, events = go(case, "look")
    assert entered(events) == ["shelf", "drawer"]
    assert play.node == "opens"


def test_asides_within_asides_come_back_one_by_one() -> None:
    shelf = (
        "    replies:\n"
        '      - {id: deeper, say: "더 볼게요.", acts: [do], why: "봤다.", go: aside drawer}\n'
        '      - {id: done, say: "됐어요.", acts: [do], why: "됐다.", go: back}\n'
        "  drawer: {go: back}"
    )
    case = edited_journey(("    takes: 1m\n    go: back", shelf))
    assert after("look", case=case).returns == (("opens", False),)
    assert after("look", "deeper", case=case).node == "shelf"
    assert after("look", "deeper", "done", case=case).node == "opens"


def test_a_new_scene_knows_no_way_back_into_the_old_one() -> None:
    case = edited_journey(
        ("    takes: 1m\n    go: back", "    go: writes"),
        ("go: recheck\n      - id: own-up", "go: back\n      - id: own-up"),
    )
    assert after("look", case=case).returns == ()
    assert after("look", "thank", case=case).node == "writes"


def test_back_from_nowhere_leads_to_the_first_node_of_the_scene() -> None:
    case = edited_journey(("    earns: waited\n    go: check", "    earns: waited\n    go: back"))
    play, events = go(case, "pack")
    assert entered(events) == ["packed", "opens"]
    assert play.node == "opens"


def test_a_node_may_ask_how_often_it_was_entered() -> None:
    def shown(*taken: str) -> list[str]:
        _, events = go(journey(), *taken)
        return [one.text for one in events if isinstance(one, NoteShown) and one.kind is Noted.DESK]

    assert shown("look") == ["shelf.desk.first"]
    assert shown("look", "look") == ["shelf.desk.twice"]
    assert after("look", "look", "hush").visits_of("shelf") == 2


def test_coming_back_is_no_visit() -> None:
    case = edited_journey(("if: hurt scolded\n", "if: visits opens > 1\n"))
    assert after("look", "ask-safe", "coupon", case=case).visits_of("opens") == 1
    assert after("hush", case=case).visits_of("opens") == 2


# What an author may get wrong


def told(*changes: tuple[str, str]) -> list[tuple[str, int]]:
    """The problems of the journey after edits: their codes and lines."""
    text, scene = edited_text(*changes, text=JOURNEY_TEXT), last_word()
    reading = read_case("case.yaml", text.encode(), find=lambda name: scene)
    return [(one.code, one.place.line) for one in checked("case.yaml", reading)]


def line(of: str) -> int:
    """The line of the journey that begins so."""
    return JOURNEY_TEXT[: JOURNEY_TEXT.index(of)].count("\n") + 1


def test_the_journey_is_good() -> None:
    assert told() == []


def test_scenes_without_any_are_told() -> None:
    start, end = JOURNEY_TEXT.index("scenes:\n"), JOURNEY_TEXT.index("leaves: end-walked-off")
    found = told((JOURNEY_TEXT[start:end], "scenes: {}\n"))
    assert {code for code, _ in found} == {"D003"}
    assert len(found) == 3  # channel, touchpoint and start


def test_two_scenes_with_one_start_are_told() -> None:
    assert ("S025", line("    start: writes")) in told(("start: writes", "start: opens"))


@pytest.mark.parametrize("way", ["stay", "aside shelf"])
def test_a_node_without_replies_at_which_the_talk_would_end_is_told(way: str) -> None:
    found = told(("    earns: waited\n    go: check", f"    earns: waited\n    go: {way}"))
    assert ("S024", line("    earns: waited") + 1) in found


def test_an_exit_of_a_shared_scene_that_stays_is_told_in_the_case() -> None:
    assert ("S024", line("      held: hand-over")) in told(("held: hand-over", "held: stay"))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("box: [closed, open]}", "box: [closed, open], clock: 3}", ("D027", "facts: {")),
        ("box: [closed, open]}", "box: [closed, open], a b: 3}", ("D008", "facts: {")),
        ("  calm: {weight", "  not: {weight", ("D027", "  calm: {weight")),
        ("  shelf:\n", "  stay: {go: opens}\n  shelf:\n", ("D027", "  shelf:\n")),
        ("  shelf:\n", "  back: {go: opens}\n  shelf:\n", ("D027", "  shelf:\n")),
    ],
)
def test_a_name_that_the_language_has_taken_is_told(
    old: str, new: str, problem: tuple[str, str]
) -> None:
    code, at = problem
    assert (code, line(at)) in told((old, new))
