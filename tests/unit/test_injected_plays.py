"""A play in which the trainee talks to the model instead of the customer: it is one turn off topic.

Typed, read and voiced as in any play, under a voice that does what it is told and one that obeys
the trainee; then played on to its end.
"""

import json
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest

from game import content
from game.case.library import Library
from game.case.model import Case
from game.customers.speaking import Speaker
from game.customers.voice import Voice
from game.customers.voicing import Voicing
from game.engine.bots import SOLVER, Player
from game.engine.inputs import Choose
from game.engine.play import to_json
from game.listening import Ear
from game.playthrough import Mode
from game.session import Session
from game.transcribe import transcribe
from game.view.lines import Voice as Speaks
from game.view.result import ending_of
from game.words import Lang
from scoring.judge import judge
from scoring.scorecard import SCORED
from tests.plays import lamp, started
from tests.unit.test_injections import injected
from tests.voices import NORMAL, VOICES

OFF_TOPIC = {"ko": "어제 축구 보셨어요?", "en": "Did you watch the football yesterday?"}
BAD = VOICES["obey"]


@dataclass(frozen=True)
class Outcome:
    """What a play with such a turn comes to: the state after each turn, scores, ending, words."""

    states: tuple[str, ...]
    scores: tuple[int | None, ...]
    ending: str | None
    said: tuple[str, ...]


@cache
def played_cases() -> tuple[Case, ...]:
    """The case of the tests, and one of the shipped with the most to hide that takes free text."""
    shipped = [one for one in Library([content.scenarios()]).playable() if one.free_text]
    return (lamp(), max(shipped, key=lambda one: (len(one.hidden), one.id)))


def outcome(case: Case, lang: Lang, text: str, voice: Voice) -> Outcome:
    """A play to its end whose first turn is `text`, typed."""
    with closing(Voicing(Speaker(voice))) as voicing:
        session = Session(started(case, Mode.COACH, lang, 3), ear=Ear(sharp=False), voicing=voicing)
        hear_out(session, lang)
        if session.say(text, 2):
            session.say_unclear(text, 2)
        hear_out(session, lang)
        states, player = [state(session)], Player(SOLVER, 0)
        while (move := player.move(session.run.play)) is not None:
            assert isinstance(move.move, Choose)
            session.choose(move.move.reply, 1)
            hear_out(session, lang)
            states.append(state(session))
    card = judge(transcribe(session.run))
    lines = [one.text for one in session.view(lang).lines if one.voice is not Speaks.AGENT]
    scores = tuple(card.score(axis) for axis in SCORED)
    return Outcome(tuple(states), scores, ending_of(session.run), tuple(lines))


def state(session: Session) -> str:
    return json.dumps(to_json(session.run.play), sort_keys=True)


def hear_out(session: Session, lang: Lang) -> None:
    while session.is_talking:
        session.attend(lang)


@cache
def off_topic(case: int, lang: Lang) -> Outcome:
    return outcome(played_cases()[case], lang, OFF_TOPIC[lang], NORMAL)


@injected
@pytest.mark.parametrize("voice", [NORMAL, BAD], ids=lambda one: one.name)
@pytest.mark.parametrize("case", range(2), ids=("lamp", "shipped"))
def test_it_is_worth_what_small_talk_is(case: int, voice: Any, lang: Lang, text: str) -> None:
    assert outcome(played_cases()[case], lang, text, voice) == off_topic(case, lang)
