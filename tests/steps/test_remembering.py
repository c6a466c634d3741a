"""Steps of remembering.feature."""

from pathlib import Path

from pytest_bdd import given, parsers, scenarios, then, when

from game.case.model import Case
from game.playthrough import Playthrough
from game.session import Session
from game.view.lines import lines_of
from tests.homes import desk_at
from tests.plays import played
from tests.steps.bakery import put_cake
from tests.steps.conftest import script

scenarios("../features/remembering.feature")


def play_on(session: Session, said: str) -> None:
    for reply in script(said):
        session.choose(reply, 2)


def begun(home: Path, case: str) -> Session:
    put_cake(home)
    return desk_at(home).begin(case, "coach", "en", 3)


@given(parsers.parse("a trainee who has played the lamp: {said}"))
def has_played_the_lamp(home: Path, said: str) -> None:
    session = begun(home, "lamp")
    play_on(session, said)
    assert session.run.play.ended


@when(parsers.parse("they play the cake: {said}"), target_fixture="session")
def play_the_cake(home: Path, said: str) -> Session:
    session = begun(home, "journey")
    play_on(session, said)
    return session


@when(parsers.parse("they play the lamp again before they go on: {said}"))
def play_the_lamp_again(home: Path, said: str) -> None:
    has_played_the_lamp(home, said)


@when(parsers.parse("they go on with the cake: {said}"), target_fixture="session")
def go_on(home: Path, session: Session, said: str) -> Session:
    resumed = desk_at(home).resume(session.name)
    play_on(resumed, said)
    return resumed


@then(parsers.parse('the customer\'s last words are "{words}"'))
def last_words(session: Session, words: str) -> None:
    spoken = [line.text for line in lines_of(session.run, "en") if line.voice == "customer"]
    assert spoken[-1] == words


@then(parsers.parse('the briefing of the cake recalls "{text}"'))
def briefing_recalls(home: Path, text: str) -> None:
    assert desk_at(home).briefing("journey", "en").remembered == (text,)


@then("the briefing of the cake recalls nothing")
def briefing_recalls_nothing(home: Path) -> None:
    assert desk_at(home).briefing("journey", "en").remembered == ()


@when(parsers.parse("two trainees play it with number {seed:d}: {said}"), target_fixture="runs")
def two_play(case: Case, seed: int, said: str) -> list[Playthrough]:
    return [played(script(said), case, seed=seed) for _ in range(2)]


@when(parsers.parse("twenty trainees play it: {said}"), target_fixture="runs")
def twenty_play(case: Case, said: str) -> list[Playthrough]:
    return [played(script(said), case, seed=seed) for seed in range(20)]


@then("both have had the same weather and the same words")
def the_same(runs: list[Playthrough]) -> None:
    one, other = runs
    assert one.play == other.play
    assert list(lines_of(one, "ko")) == list(lines_of(other, "ko"))


@then(parsers.parse('some have had "{one}" and some "{other}"'))
def some_have_had(runs: list[Playthrough], one: str, other: str) -> None:
    assert {run.play.facts[0] for run in runs} == {one, other}
