"""Steps of voiced.feature: a play under a model behind the server of the tests."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from game.case.model import Case
from game.customers.servers import Server
from game.listening import Ear
from game.playthrough import Mode, Playthrough, entry_from_json, replay
from game.session import Session
from game.transcribe import transcribe
from game.view.debrief import debrief_view
from game.view.lines import Voice, lines_of
from game.view.result import ending_of
from game.voiced import voicing_for
from game.words import Lang, words
from scoring.judge import judge
from scoring.scorecard import SCORED
from tests.llm_server import Answer, last_line, stub_server
from tests.plays import started
from tests.steps.conftest import LANGUAGES
from tests.voices import OBEDIENT
from tests.wanted import a_line

scenarios("../features/voiced.feature")

PATIENT = 30.0
SIGH = "Well, there it is."


@dataclass
class Model:
    """A model on a server, and what the program said of it aside while it was played with."""

    server: Server
    told: list[str]


Connect = Callable[..., Model]


@pytest.fixture
def connect() -> Iterator[Connect]:
    """Starts a server whose model answers so."""
    with ExitStack() as stack:

        def start(name: str, answer: Answer | None = None) -> Model:
            return Model(Server(stack.enter_context(stub_server(answer)).base_url, name), [])

        yield start


@given("a model that puts everything its own way", target_fixture="model")
def an_own_way(connect: Connect) -> Model:
    return connect("steady", lambda messages: f"{SIGH} {last_line(messages)}")


@given("a model that takes its time", target_fixture="model")
def a_slow_one(connect: Connect) -> Model:
    return connect("slow")


@given(parsers.parse('a server with the fault "{fault}"'), target_fixture="model")
def a_faulty_one(connect: Connect, fault: str) -> Model:
    return connect(fault)


@given("a model that says it is all resolved and thanks a lot", target_fixture="model")
def an_obedient_one(connect: Connect) -> Model:
    return connect("good", lambda _: OBEDIENT(a_line("", "en")))


# ------------------------------------------------------------ playing


def sat_down(case: Case, lang: Lang, model: Model, mode: Mode = Mode.COACH) -> Session:
    run = started(case, mode, lang)
    return Session(run, ear=Ear(sharp=False), voicing=voicing_for(model.server, lambda _: None))


def hear_out(session: Session, lang: Lang, model: Model) -> None:
    end = time.monotonic() + PATIENT
    while session.is_talking:
        assert time.monotonic() < end
        session.attend(lang)
        time.sleep(0.002)
    model.told += filter(None, (session.voice_loss(lang),))


def play(session: Session, lang: Lang, replies: str, model: Model) -> Session:
    hear_out(session, lang, model)
    for reply in replies.split(", "):
        session.choose(reply, 0)
        hear_out(session, lang, model)
    return session


@when(parsers.parse('the trainee sits down in "{language}"'), target_fixture="session")
def sits_down(case: Case, language: str, model: Model) -> Session:
    return sat_down(case, LANGUAGES[language], model)


@when(parsers.parse('the trainee plays it in "{language}": {replies}'), target_fixture="session")
def plays(case: Case, language: str, replies: str, model: Model) -> Session:
    lang = LANGUAGES[language]
    return play(sat_down(case, lang, model), lang, replies, model)


@when(
    parsers.parse('the trainee plays it as an exam in "{language}": {replies}'),
    target_fixture="session",
)
def plays_an_exam(case: Case, language: str, replies: str, model: Model) -> Session:
    lang = LANGUAGES[language]
    return play(sat_down(case, lang, model, Mode.EXAM), lang, replies, model)


@when("does not wait for the line")
def does_not_wait(session: Session) -> None:
    session.attend("en")
    assert session.is_talking
    session.skip()


@when("the play is taken up again without a server", target_fixture="session")
def taken_up(session: Session) -> Session:
    log = [entry_from_json(entry.to_json()) for entry in session.run.log]
    return Session(replay(session.run.case, session.run.header, log)[0])


# ------------------------------------------------------------ what came of it


def said(run: Playthrough) -> list[str]:
    return [one.text for one in lines_of(run, "en") if one.voice is Voice.CUSTOMER]


def as_written(run: Playthrough) -> Playthrough:
    """The same inputs without a model."""
    written = Playthrough(run.case, run.header)
    for step in run.steps:
        written.take(step.taken)
    return written


@then("the customer begins to talk before the line is whole")
def begins(session: Session) -> None:
    end = time.monotonic() + PATIENT
    while session.view("en").lines[-1].text != SIGH:
        assert time.monotonic() < end
        session.attend("en")
        time.sleep(0.002)
    assert session.view("en").is_talking


@then("no time runs until it is")
def no_time_runs(session: Session) -> None:
    assert session.view("en").deadline is None


@then("the customer's first words are the model's")
def first_words(session: Session, model: Model) -> None:
    hear_out(session, "en", model)
    assert said(session.run)[0] == f"{SIGH} {said(as_written(session.run))[0]}"


@then("the customer's first words are the author's")
def first_words_as_written(session: Session) -> None:
    assert said(session.run)[0] == said(as_written(session.run))[0]


@then("the play goes on")
def goes_on(session: Session) -> None:
    session.choose("ask", 0)
    session.skip()
    assert not session.is_talking
    session.leave()


@then("every line is the author's")
def all_as_written(session: Session) -> None:
    assert said(session.run) == said(as_written(session.run))


@then("the trainee is told once that the case goes on as written")
def told_once(model: Model) -> None:
    assert model.told == [words("en", "voice.given-up")]


@then("scores and ending are those of the same play without a model")
def same_result(session: Session) -> None:
    run, written = session.run, as_written(session.run)
    assert [replace(step, heard=()) for step in run.steps] == written.steps
    cards = [judge(transcribe(one)) for one in (run, written)]
    assert [cards[0].score(axis) for axis in SCORED] == [cards[1].score(axis) for axis in SCORED]
    assert (ending_of(run), cards[0].passed) == (ending_of(written), cards[1].passed)


@then("the debrief tells how many wordings were refused, and why")
def tells_refused(session: Session) -> None:
    told = debrief_view(session.run, "en").how_played
    assert "wordings refused: 4 (" in told
    assert (
        words("en", "doctor.guard.coaching") in told or words("en", "doctor.guard.too-glad") in told
    )


@then("the debrief shows the conversation in the model's words")
def debrief_as_heard(session: Session) -> None:
    shown = [
        turn.line.text
        for turn in debrief_view(session.run, "en").turns
        if turn.line.voice is Voice.CUSTOMER
    ]
    assert shown == said(session.run)
    assert all(one.startswith(SIGH) for one in shown)


@then("the debrief names the model")
def names_the_model(session: Session) -> None:
    assert "model steady, prompt " in debrief_view(session.run, "en").how_played


@then("the conversation so far stands in the model's words")
def still_as_heard(session: Session) -> None:
    assert len(said(session.run)) == 3
    assert all(one.startswith(SIGH) for one in said(session.run))
