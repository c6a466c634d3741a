"""The skills: what counts for each, what counts against it, and when a play is silent on it."""

import pytest

from scoring.judge import judge
from scoring.skills import Skill, skills_of
from scoring.transcript import Line, Transcript
from tests.transcripts import (
    EXPLORATION,
    INTERPRETATION,
    REACTION,
    agents,
    deed,
    fact,
    feeling,
    transcript,
)


def skill(one: Skill, made: Transcript) -> int | None:
    return skills_of(made, judge(made))[one]


def test_nothing_said_and_nothing_asked_for_is_silence_on_every_skill() -> None:
    assert set(skills_of(transcript(), judge(transcript())).values()) == {None}


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        (("ask sore",), 100),
        (("ask sore 1",), 50),
        (("greet",), 0),
        (("greet", "", "", "ask sore"), 50),
    ],
)
def test_asking_is_the_share_won_of_exploration(turns: tuple[str, ...], value: int) -> None:
    made = transcript(*agents(*turns), feelings=(feeling("sore", EXPLORATION),))
    assert skill(Skill.ASK, made) == value
    assert skill(Skill.ACKNOWLEDGE, made) is None


def test_acknowledging_is_reaction_and_interpretation_together() -> None:
    feelings = (feeling("unheard", REACTION, INTERPRETATION),)
    made = transcript(*agents("acknowledge unheard"), feelings=feelings)
    assert skill(Skill.ACKNOWLEDGE, made) == 50
    assert skill(Skill.ASK, made) is None


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        (("own", "do"), 100),
        (("own", "deflect"), 50),
        (("own, blame",), 0),
        (("greet",), 0),
    ],
)
def test_owning_is_a_share_of_the_turns_that_take_a_stand(
    turns: tuple[str, ...], value: int
) -> None:
    assert skill(Skill.OWN, transcript(*agents(*turns), problem=(fact(1),))) == value


def test_without_a_problem_there_is_nothing_to_own() -> None:
    assert skill(Skill.OWN, transcript(*agents("greet"))) is None


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        (("inform", "offer"), 100),
        (("inform", "jargon"), 50),
        (("misinform",), 0),
        (("greet",), None),
    ],
)
def test_explaining_is_spoilt_by_what_is_obscure_or_wrong(
    turns: tuple[str, ...], value: int | None
) -> None:
    assert skill(Skill.EXPLAIN, transcript(*agents(*turns))) == value


def test_thanking_counts_what_was_given_and_passed_on_but_not_what_was_received() -> None:
    made = transcript(
        *agents("thank ruler", "pass-on"), deeds=(deed("ruler"),), can_pass_on=True,
        can_receive=True,
    )  # fmt: skip
    assert skill(Skill.THANK, made) == 100
    assert judge(made).gratitude == 80


def test_begging_spoils_thanking_and_it_never_falls_below_nought() -> None:
    made = transcript(*agents("thank ruler", "beg"), deeds=(deed("ruler"),))
    assert skill(Skill.THANK, made) == 80
    made = transcript(*agents("beg"), deeds=(deed("ruler"),))
    assert skill(Skill.THANK, made) == 0


@pytest.mark.parametrize(
    ("turn", "seems", "value"),
    [
        ("confirm", False, 100),
        ("recap", False, 50),
        ("greet", False, None),
        ("confirm", True, 50),
        ("recap", True, 25),
        ("greet", True, 0),
    ],
)
def test_checking_is_shown_up_by_what_only_seems_solved(
    turn: str, seems: bool, value: int | None
) -> None:
    made = transcript(*agents(turn), problem=(fact(1, solved=not seems, seems=seems),))
    assert skill(Skill.CONFIRM, made) == value


@pytest.mark.parametrize(
    ("turns", "value"),
    [(("warn", "end-call"), 100), (("end-call",), 50), (("greet",), None)],
)
def test_protecting_oneself_warns_before_it_ends(turns: tuple[str, ...], value: int | None) -> None:
    assert skill(Skill.PROTECT, transcript(*agents(*turns))) == value


def test_enduring_to_the_end_is_no_protection() -> None:
    (line,) = agents("warn")
    broken = Line(line.turn, line.speaker, line.text, line.acts, breaks=("self",))
    assert skill(Skill.PROTECT, transcript(broken)) == 0
