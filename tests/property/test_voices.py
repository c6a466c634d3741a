"""Whoever voices the customers, and however badly: a play comes out as if nobody had.

The same random inputs are played by the script and under each voice, on every shipped case.
"""

import time
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.customers.speaking import Speaker
from game.customers.voice import Voice
from game.customers.voicing import Voicing
from game.engine.events import CustomerSpoke
from game.playthrough import Back, Heard, Playthrough, replay
from game.transcribe import transcribe
from game.view.result import ending_of
from game.voiced import Voiced
from game.words import Lang
from scoring.judge import judge
from scoring.scorecard import Scorecard
from tests.property.moves import a_run, cases
from tests.voices import NORMAL, VOICES

PLAYS = 2  # of each case, by each voice
SHIPPED = sorted(set(cases()) - {"lamp", "journey"})


def hear_out(voiced: Voiced, voice: Voice, lang: Lang) -> None:
    """Waits until all is said, by a speaker who has not yet given the voice up."""
    voiced.voicing = Voicing(Speaker(voice))
    voiced.go_on()
    with closing(voiced.voicing):
        while voiced.growing:
            voiced.attend(lang)
            time.sleep(0)


def voiced_again(run: Playthrough, voice: Voice, lang: Lang) -> Playthrough:
    """The same inputs once more, every line of the customers asked of a voice."""
    again = Playthrough(run.case, run.header)
    voiced = Voiced(again, Voicing(Speaker(voice)))
    hear_out(voiced, voice, lang)
    for entry in run.log:
        if isinstance(entry.done, Back):
            again.back(entry.done.turn)
            voiced.drop()
        elif not isinstance(entry.done, Heard):
            again.take(entry.done)
            hear_out(voiced, voice, lang)
    return again


def silent(card: Scorecard) -> Scorecard:
    """A scorecard without its quotes, some of which are of what the customer said."""
    return replace(card, findings=tuple(replace(one, quote="") for one in card.findings))


def spoken(run: Playthrough) -> int:
    events = [*run.opening, *(event for step in run.steps for event in step.events)]
    return sum(isinstance(event, CustomerSpoke) for event in events)


@pytest.mark.parametrize("name", SHIPPED)
@settings(max_examples=PLAYS)
@given(st.data())
def test_state_score_and_ending_are_those_of_the_script(name: str, data: st.DataObject) -> None:
    run = data.draw(a_run(12, name))
    lang: Lang = data.draw(st.sampled_from(("ko", "en")))
    card = judge(transcribe(run))
    for voice in (NORMAL, *VOICES.values()):
        again = voiced_again(run, voice, lang)
        assert (again.start, again.opening) == (run.start, run.opening)
        assert [replace(step, heard=()) for step in again.steps] == run.steps, voice.name
        assert silent(judge(transcribe(again))) == silent(card), voice.name
        assert ending_of(again) == ending_of(run)
        heard = [one for step in again.steps for one in step.heard]
        assert len(heard) + len(again.opened) == spoken(run), voice.name
        assert replay(run.case, run.header, again.log)[0].digest == again.digest


@given(st.data())
def test_a_voice_that_says_what_is_written_changes_no_letter(data: st.DataObject) -> None:
    run = data.draw(a_run(8))
    again = voiced_again(run, NORMAL, run.header.language)  # type: ignore[arg-type]
    assert [line.text for line in transcribe(again).lines] == [
        line.text for line in transcribe(run).lines
    ]
    assert judge(transcribe(again)) == judge(transcribe(run))
