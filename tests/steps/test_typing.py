"""Steps of typing.feature."""

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from game.case.model import Case
from game.engine.events import ReplyGiven
from game.errors import IllegalMove
from game.playthrough import Playthrough
from game.session import Session
from game.view.dialogue import ReplyView
from tests.plays import started
from tests.steps.conftest import LANGUAGES, findings

scenarios("../features/typing.feature")

Asked = tuple[ReplyView, ...]


@given(parsers.parse('a trainee in "{language}"'), target_fixture="session")
def a_trainee(case: Case, language: str) -> Session:
    return Session(started(case, lang=LANGUAGES[language]))


@pytest.fixture
def run(session: Session) -> Playthrough:
    """The play that the shared steps look at."""
    return session.run


@pytest.fixture
def typed() -> dict[str, str]:
    """What the trainee typed last."""
    return {}


@when(parsers.parse('the trainee types "{text}"'), target_fixture="asked")
def types(session: Session, typed: dict[str, str], text: str) -> Asked:
    typed["text"] = text
    return session.say(text, 0)


@when(parsers.parse('the trainee types "{text}" and is refused'))
def types_in_vain(session: Session, text: str) -> None:
    with pytest.raises(IllegalMove):
        session.say(text, 0)


@when(parsers.parse('answers that "{reply}" was meant'))
def meant(session: Session, asked: Asked, typed: dict[str, str], reply: str) -> None:
    assert reply in [one.id for one in asked]
    session.say_meant(typed["text"], reply, 0)


@when("answers that none of them was meant")
def meant_none(session: Session, asked: Asked, typed: dict[str, str]) -> None:
    assert asked
    session.say_unclear(typed["text"], 0)


def given_replies(run: Playthrough) -> list[ReplyGiven]:
    events = (event for step in run.steps for event in step.events)
    return [event for event in events if isinstance(event, ReplyGiven)]


@then(parsers.parse('the reply "{reply}" was given in those words'))
def reply_was_given(run: Playthrough, typed: dict[str, str], reply: str) -> None:
    assert given_replies(run) == [ReplyGiven("opens", reply, typed["text"])]


@then(parsers.parse('the reply "{reply}" was not given'))
def reply_was_not_given(run: Playthrough, reply: str) -> None:
    assert reply in [one.id for one in run.case.nodes["opens"].replies]
    assert reply not in [event.reply for event in given_replies(run)]


@then(parsers.parse('a point quotes "{text}"'))
def point_quotes(run: Playthrough, text: str) -> None:
    assert any(one.points > 0 and one.quote == text for one in findings(run))


@then(parsers.parse('the trainee is asked whether "{reply}" was meant'))
def is_asked(asked: Asked, reply: str) -> None:
    assert reply in [one.id for one in asked]


@then("nothing has happened yet")
def nothing_happened(run: Playthrough) -> None:
    assert run.steps == []
    assert run.play == run.start
