"""A real model behind a real server: the protocol holds, and its nonsense never reaches a trainee.

The model is far too small to play anybody, and that is what it is good for here: it says the
strangest things, and the play must come out as if nobody had spoken.
"""

import json
from collections.abc import Iterator
from contextlib import closing, suppress
from itertools import pairwise
from typing import Literal

import pytest
from pydantic import Field

from game import content
from game.case.library import Library
from game.case.model import Case
from game.cli import main
from game.customers import openai_voice, speaking
from game.customers.asking import Asker, Form, Rung
from game.customers.guards import refusal
from game.customers.openai_voice import OpenAIVoice
from game.customers.servers import Server
from game.customers.speaking import Spoken
from game.customers.voice import Voice
from game.customers.wanted import Said, wanted_lines
from game.engine.events import Event
from game.errors import CustomerUnavailable
from game.judge.opinion import second_opinion
from game.playthrough import Playthrough
from game.transcribe import transcribe
from game.view.result import ending_of
from scoring.judge import judge
from scoring.transcript import Line, Speaker
from tests.golden.test_golden import HERE, lines
from tests.model.serving import NAME, model_server
from tests.plays import played
from tests.transcripts import REACTION, feeling, transcript
from tests.wanted import a_line

pytestmark = [pytest.mark.model, pytest.mark.timeout(600)]
GOLDEN = HERE / "changed-address" / "end-left.txt"
PATIENT = 60.0  # seconds: a machine with much else to do is no failure


@pytest.fixture(autouse=True)
def shorter_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """It rambles on to the last token it may have; here nobody needs to wait for that."""
    monkeypatch.setattr(openai_voice, "MOST_TOKENS", 64)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with model_server() as url:
        yield Server(url, NAME)


# The protocol


def test_words_come_as_a_stream_of_growing_text(server: Server) -> None:
    line = a_line("The handle is too short and it hurts my back.", "en")
    heard: list[str] = []
    with closing(OpenAIVoice(server)) as voice, suppress(CustomerUnavailable):  # it may not end
        voice.say(line, PATIENT, heard.append, 0)
    grown = [one for one in heard if one]
    assert len(set(grown)) > 3
    assert all(later.startswith(earlier) for earlier, later in pairwise(grown))


class Weather(Form):
    sky: Literal["clear", "cloudy"]
    words: str = Field(max_length=40)
    degrees: list[int] = Field(max_length=2)


def test_a_schema_is_kept_by_a_model_that_could_not_keep_it_by_itself(server: Server) -> None:
    question = [{"role": "user", "content": "What is the weather? Answer in JSON."}]
    with closing(Asker(server, seconds=PATIENT)) as asker:
        assert asker.rung() is Rung.SCHEMA
        answers = [asker.ask(question, Weather, 120, seed) for seed in range(3)]
    assert all(len(one.words) <= 40 for one in answers)


# A whole case


def golden() -> tuple[Case, list[str]]:
    return Library([content.scenarios()]).load(GOLDEN.parent.name), lines(GOLDEN)


def happenings(run: Playthrough) -> Iterator[tuple[Playthrough, tuple[Event, ...]]]:
    """The play step by step, with what happened in each, as it stood then."""
    so_far = Playthrough(run.case, run.header)
    yield so_far, so_far.opening
    for step in run.steps:
        yield so_far, so_far.take(step.taken)


def voiced(run: Playthrough, voice: Voice) -> tuple[Playthrough, list[Spoken]]:
    """The same inputs again, every line of the customers asked of a model."""
    heard: list[Said] = []
    spoken: list[Spoken] = []
    again = run
    for again, events in happenings(run):
        own = transcribe(again).agent_lines
        reply = own[-1].text if own else ""
        for wanted in wanted_lines(again, events, heard, reply, "en"):
            one = speaking.Speaker(voice, PATIENT).say(wanted, lambda _: None)
            assert one.text == wanted.meaning or refusal(one.text, wanted) is None
            spoken.append(one)
            heard += [Said(True, reply), Said(False, one.text)] if reply else []
    return again, spoken


def test_a_whole_case_ends_the_same_whatever_the_model_says(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    case, script = golden()
    run = played(script, case, lang="en", seed=1)
    with closing(OpenAIVoice(server)) as voice:
        again, spoken = voiced(run, voice)
    fallbacks = [one for one in spoken if not one.by]
    refused = [guard for one in spoken for guard in one.refused]
    with capsys.disabled():
        told = {"lines": len(spoken), "as written": len(fallbacks), "refused": refused}
        print(f"\n{GOLDEN.parent.name} by {NAME}: {json.dumps(told)}")
    assert len(spoken) > 5
    assert fallbacks, "a model of this size cannot say every line"
    assert [one for one in spoken if one.fault not in ("", "voice.cut", "voice.slow")] == []
    assert (again.digest, ending_of(again)) == (
        run.digest,
        ending_of(run) == GOLDEN.stem and GOLDEN.stem,
    )
    assert judge(transcribe(again)) == judge(transcribe(run))


# The second opinion, and the doctor


def test_a_second_opinion_rests_on_what_was_said_or_on_nothing(server: Server) -> None:
    words = "What a cold week that must have been. I will send somebody today."
    talk = transcript(
        Line(0, Speaker.CUSTOMER, "The stove goes out every night and my mother is cold."),
        Line(1, Speaker.AGENT, words),
        feelings=(feeling("worry", REACTION),),
        bars=dict.fromkeys(("resolution", "empathy", "gratitude"), 70),
    )
    with closing(Asker(server, seconds=PATIENT)) as asker:
        opinion = second_opinion(talk, asker)
    assert len(opinion.judged) == 1
    for one in opinion.judged:
        assert one.level in (0, 1, 2)
        assert all(each.turn == 1 and each.quote in words for each in one.evidence)
        assert bool(one.evidence) == (one.level > 0)


def test_the_doctor_says_scripted_only(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    given = ("--base-url", server.base_url, "--model", server.model, "--lines", "1", "--only", "en")
    assert main(["doctor", "--llm", *given, "--yes", "--json", "--lang", "en"]) == 1
    found = json.loads(capsys.readouterr().out)
    states = {one["about"]: one["state"] for one in found["findings"]}
    assert found["fit"] is False
    assert found["failed"]
    assert states["form"] == "ok"
    assert "fail" in states.values()
