"""Steps of typed_replies.feature."""

import json
from dataclasses import replace

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from game.case.model import Case
from game.engine.inputs import Input, Say
from game.listening import Ear
from game.playthrough import Mode, Playthrough, entry_from_json, replay
from game.session import Session
from game.transcribe import transcribe
from game.view.debrief import debrief_view
from game.view.dialogue import ReplyView, dialogue_view
from game.view.result import result_of
from game.view.typed import typed_lines
from scoring.earning import EARNED
from tests.plays import started
from tests.steps.conftest import LANGUAGES, findings

scenarios("../features/typed_replies.feature")

Asked = tuple[ReplyView, ...]


@given(parsers.parse('a trainee in "{language}"'), target_fixture="session")
def a_trainee(case: Case, language: str) -> Session:
    run = started(case, Mode.EXPLORE, LANGUAGES[language])
    return Session(run, ear=Ear(sharp=False))


@pytest.fixture
def run(session: Session) -> Playthrough:
    """The play that the shared steps look at."""
    return session.run


@when(parsers.parse('the trainee types "{text}" and means "{reply}"'))
def types_and_means(session: Session, text: str, reply: str) -> None:
    session.say_meant(text, reply, 0)


@when(parsers.parse('the trainee types "{text}" and means none of them'))
def types_and_means_none(session: Session, text: str) -> None:
    session.say_unclear(text, 0)


@when(parsers.parse('the trainee types "{text}"'), target_fixture="asked")
def types(session: Session, text: str) -> Asked:
    return session.say(text, 0)


@when(parsers.parse('the trainee types "{text}" and it fits nothing'))
def types_in_vain(session: Session, text: str) -> None:
    assert session.say(text, 0) == ()


@when(parsers.parse('the trainee types the words of "{reply}"'))
def types_the_authors_words(session: Session, reply: str) -> None:
    found = session.run.case.nodes["opens"].reply(reply)
    assert found is not None
    assert session.say(session.run.case.text(found.say, "en"), 0) == ()


@when(parsers.parse('the trainee types "{text}" and means "{reply}", read without certainty'))
def types_unsurely(session: Session, text: str, reply: str) -> None:
    heard = session.ear.hear(session.run, text, reply)
    assert heard.read is not None
    unsure = replace(heard.read, sure=20, is_judged=False, acts=())
    session.run.take(Input(0, Say(text, reply, unsure)))


@then(parsers.parse('the customer\'s problem "on record" is solved'))
def is_on_record(run: Playthrough) -> None:
    assert run.play.is_solved("on-record")


@then(parsers.parse("the reply was read as: {acts}"))
def was_read_as(run: Playthrough, acts: str) -> None:
    line = transcribe(run).agent_lines[-1]
    assert line.heard is not None
    read = {
        f"{act.name} {act.target}" if act.target else act.name
        for act in line.heard
        if act.name in EARNED
    }
    assert read == (set() if acts == "nothing" else set(acts.split(", ")))
    assert all(act.quote in line.text for act in line.acts)


def won_for(run: Playthrough, feeling: str) -> int:
    text = run.case.text(run.case.feels[feeling].text, "en")
    return sum(one.points for one in findings(run) if text in one.why and one.points > 0)


@then(parsers.parse('no point is won for "{feeling}"'))
def nothing_won(run: Playthrough, feeling: str) -> None:
    assert won_for(run, feeling) == 0


@when(parsers.parse('the trainee picks "{reply}"'))
def picks(session: Session, reply: str) -> None:
    session.choose(reply, 0)


@then(parsers.parse('a point is won for "{feeling}" by "{words}"'))
def something_won(run: Playthrough, feeling: str, words: str) -> None:
    assert won_for(run, feeling) > 0
    assert words in [one.quote for one in findings(run) if one.points > 0]


@then(parsers.parse('a point quotes "{text}"'))
def point_quotes(run: Playthrough, text: str) -> None:
    assert any(one.points > 0 and one.quote.rstrip(".") == text for one in findings(run))


@then(parsers.parse('the harm "{harm}" was done'))
def harm_was_done(run: Playthrough, harm: str) -> None:
    assert harm in run.play.harmed
    assert transcribe(run).agent_lines[-1].hurts == (harm,)


@then("gratitude has risen")
def gratitude_has_risen(run: Playthrough) -> None:
    (meter,) = (one for one in dialogue_view(run, "en").meters if one.key == "gratitude")
    assert meter.delta > 0


@then(parsers.parse('the remark says "{said}"'))
def remark_says(run: Playthrough, said: str) -> None:
    shown = dialogue_view(run, "en").feedback
    assert shown is not None
    assert shown.typed is not None
    assert said in "\n".join(typed_lines(shown.typed, "en"))


@then("empathy and gratitude are not judged")
def not_judged(run: Playthrough) -> None:
    axes = {axis.key: (axis.score, axis.passed) for axis in debrief_view(run, "en").axes}
    assert axes["empathy"] == axes["gratitude"] == (None, True)
    assert axes["resolution"][0] is not None


@then(parsers.parse('the debrief says "{said}"'))
def debrief_says(run: Playthrough, said: str) -> None:
    assert said in debrief_view(run, "en").unread


@then("replies are offered to be picked")
def are_offered(session: Session) -> None:
    assert session.is_lost


@then("replies are not offered to be picked")
def are_not_offered(session: Session) -> None:
    assert not session.is_lost


@then("the trainee is asked about every reply")
def asked_about_all(session: Session, asked: Asked) -> None:
    assert asked == dialogue_view(session.run, "en").replies


@then("the play replayed from its log has the same points and the same digest")
def replays_alike(run: Playthrough) -> None:
    log = [entry_from_json(json.loads(json.dumps(entry.to_json()))) for entry in run.log]
    again, divergence = replay(run.case, run.header, log)
    assert divergence is None
    assert result_of(again, "en") == result_of(run, "en")
    assert again.digest == run.digest
