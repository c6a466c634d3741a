"""The transcript of a play: what is scored, in the words that were said."""

import pytest

from game.engine.inputs import Input, Say
from game.playthrough import Playthrough
from game.transcribe import transcribe
from scoring.acts import Mechanism
from scoring.transcript import Act, Line, Speaker, Transcript
from tests.plays import LAMP_ENGLISH, LAMP_TEXT, case_of, edited, played, started


def quotes(line: Line) -> dict[str, str]:
    return {f"{act.name} {act.target}" if act.target else act.name: act.quote for act in line.acts}


def last(run: Playthrough, lang: str = "en") -> Line:
    return transcribe(run, lang).agent_lines[-1]


def test_lines_belong_to_the_turn_they_answer() -> None:
    lines = transcribe(played(["ask", "file"]), "en").lines
    assert [(line.turn, line.speaker) for line in lines] == [
        (0, Speaker.CUSTOMER),
        (1, Speaker.AGENT),
        (1, Speaker.CUSTOMER),
        (2, Speaker.AGENT),
        (2, Speaker.CUSTOMER),
    ]


def test_silence_is_heard_before_the_turn_it_precedes() -> None:
    lines = transcribe(played(["wait 41", "ask"]), "en").lines
    assert [(line.turn, line.text) for line in lines[1:3]] == [
        (0, "Hello? Are you there?"),
        (1, "May I ask when it flickers?"),
    ]


def test_each_act_is_quoted_in_its_own_words_where_the_author_gives_them() -> None:
    assert quotes(last(played(["file"]))) == {
        "interpret unheard": "You wondered whether it was worth saying",
        "acknowledge unheard": "That must have bothered you",
        "thank told-us": "Thank you for telling us",
        "do": last(played(["file"])).text,
    }


def test_a_quote_that_is_not_translated_gives_way_to_the_whole_reply() -> None:
    start = LAMP_ENGLISH.index("  opens.file.quotes.interpret unheard:")
    end = LAMP_ENGLISH.index("  opens.file.quotes.acknowledge unheard:")
    line = last(played(["file"], case_of(LAMP_TEXT, LAMP_ENGLISH[:start] + LAMP_ENGLISH[end:])))
    assert quotes(line)["interpret unheard"] == line.text
    assert quotes(line)["acknowledge unheard"] == "That must have bothered you"


def test_typed_words_are_quoted_whole_with_the_acts_of_the_reply() -> None:
    run = started(lang="en")
    run.take(Input(0, Say("Sorry to hear that, thanks, filed.", "file")))
    line = last(run)
    assert line.text == "Sorry to hear that, thanks, filed."
    assert set(quotes(line).values()) == {line.text}
    assert line.why == "Met the feeling and did it there and then."


def test_words_that_were_not_understood_carry_no_act() -> None:
    line = last(played(["> xyzzy"]))
    assert (line.text, line.acts, line.why, line.better) == ("xyzzy", (), "", None)


def test_the_name_of_the_trainee_stands_in_its_place() -> None:
    best = played(["ask", "file", "tell-day", "bye", "share"])
    assert "I am Jiwoo." in last(best).text
    assert last(best).acts[1] == Act("pass-on", None, 2, "I will tell the colleagues who read it")


# Opportunities


def transcript(*script: str) -> Transcript:
    return transcribe(played(script), "en")


def test_feelings_show_at_their_turn() -> None:
    shown = {one.id: one.shown for one in transcript("ask", "file").feelings}
    assert shown == {"unheard": 0, "dark": 2}
    assert {one.id: one.shown for one in transcript("ask").feelings} == {"unheard": 0, "dark": None}


def test_deeds_are_open_from_the_start_unless_something_earns_them() -> None:
    assert {one.id: one.done for one in transcript().deeds} == {"told-us": 0, "notes": None}
    assert {one.id: one.done for one in transcript("brush", "ask").deeds}["notes"] == 2


def test_a_missed_chance_names_the_first_turn_where_it_was_on_offer() -> None:
    feelings = {one.id: one for one in transcript("ask", "brush", "note", "bye").feelings}
    chance = feelings["unheard"].chances[Mechanism.REACTION]
    assert chance.turn == 1
    assert chance.better.startswith("You wondered whether it was worth saying.")
    assert feelings["dark"].chances[Mechanism.REACTION].turn == 4


def test_a_chance_that_was_never_on_offer_names_no_turn() -> None:
    (_, notes) = transcript("brush", "brush", "brush").deeds
    assert notes.chance is not None
    assert notes.chance.turn == 0


def test_an_open_fact_names_the_last_turn_where_it_could_be_solved() -> None:
    facts = {one.id: one for one in transcript("brush", "note", "bye").problem}
    assert facts.keys() == {"on-record", "hears-back"}  # the rain counts only once it is told
    chances = {name: one.chance.turn if one.chance else None for name, one in facts.items()}
    assert chances == {"on-record": 2, "hears-back": 3}


def test_a_solved_fact_names_the_turn_that_solved_it_last() -> None:
    facts = {one.id: one for one in transcript("file", "tell-day", "not-sure", "tell-day").problem}
    assert (facts["on-record"].turn, facts["hears-back"].turn) == (1, 4)


@pytest.mark.parametrize("script", [("file", "tell-day"), ("file", "tell-day", "bye")])
def test_an_offered_ring_without_end_does_not_spoil_the_debrief(script: tuple[str, ...]) -> None:
    ring = "\n  ring: {go: [{if: mood > 0, go: rung}, {go: end-left}]}\n  rung: {go: ring}\n"
    hears = "hears: [평가 잘 부탁드립니다]\n        go: "
    case = edited((f"{hears}settle", f"{hears}ring"), ("\n  settle:\n", f"{ring}\n  settle:\n"))
    assert transcribe(played(script, case)).lines
