"""Steps of scenes.feature."""

from pytest_bdd import given, parsers, scenarios, then, when

from game.case.library import Library
from game.case.model import Case
from game.playthrough import Mode, Playthrough
from game.view.debrief import DebriefView, debrief_view
from game.view.dialogue import clock_words, dialogue_view
from tests.plays import CASES, played
from tests.steps.conftest import script

scenarios("../features/scenes.feature")


@given("a trainer's case of two scenes", target_fixture="case")
def two_scenes() -> Case:
    return Library([CASES]).load("lost-bag")


@when(parsers.parse("a trainee plays its scenes: {said}"), target_fixture="run")
def play_scenes(case: Case, said: str) -> Playthrough:
    return played(script(said), case)


@when(parsers.parse("a trainee plays its scenes as an exam: {said}"), target_fixture="run")
def play_scenes_as_exam(case: Case, said: str) -> Playthrough:
    return played(script(said), case, Mode.EXAM)


@then(parsers.parse('the trainee is in the scene "{scene}" with "{customer}"'))
def is_in_scene(run: Playthrough, scene: str, customer: str) -> None:
    view = dialogue_view(run, "ko")
    assert (view.scene, view.customer) == (scene, customer)


@then(parsers.parse('coach mode looks back on replies {first:d} and {last:d} of "{scene}"'))
def looks_back(run: Playthrough, first: int, last: int, scene: str) -> None:
    view = dialogue_view(run, "ko")
    assert [one.turn for one in view.review] == [first, last]
    assert view.scene_before == scene


@then(parsers.parse('reply {turn:d} could have been "{better}"'))
def could_have_been(run: Playthrough, turn: int, better: str) -> None:
    review = dialogue_view(run, "ko").review
    assert [one.better for one in review if one.turn == turn] == [better]


@then("coach mode looks back on nothing")
def looks_back_on_nothing(run: Playthrough) -> None:
    assert dialogue_view(run, "ko").review == ()


@then(parsers.parse('"{customer}" has said "{words}"'))
def other_has_said(run: Playthrough, customer: str, words: str) -> None:
    lines = dialogue_view(run, "ko").lines
    assert words in [line.text for line in lines if line.who == customer]


@then(parsers.parse('"{customer}" is in the scene too, in the mood "{mood}"'))
def is_there_too(run: Playthrough, customer: str, mood: str) -> None:
    people = dialogue_view(run, "ko").people
    assert [(one.name, one.mood_word) for one in people] == [(customer, mood)]


@then(parsers.parse('it is "{time}" and the contact has taken "{spent}"'))
def story_time_is(run: Playthrough, time: str, spent: str) -> None:
    clock = dialogue_view(run, "ko").clock
    assert clock is not None
    assert clock_words(clock, "ko") == (time, spent)


def debrief_of(run: Playthrough) -> DebriefView:
    return debrief_view(run, "ko", Library([CASES]).pages())


@then(parsers.parse('of "{fact}" the debrief says "{state}"'))
def debrief_says_of(run: Playthrough, fact: str, state: str) -> None:
    told = {one.text: one.state_words for one in debrief_of(run).hidden}
    assert told[fact] == state


@then("the debrief says nothing of what is hidden")
def debrief_says_nothing(run: Playthrough) -> None:
    view = debrief_of(run)
    assert run.case.hidden
    assert (view.hidden, view.tastes) == ((), ())


@then(parsers.parse('the debrief teaches "{title}"'))
def debrief_teaches(run: Playthrough, title: str) -> None:
    assert [page.title for page in debrief_of(run).principles] == [title]


@then(parsers.parse('the debrief tells that "{customer}" hates "{what}"'))
def debrief_tells_hates(run: Playthrough, customer: str, what: str) -> None:
    hates = {one.customer: one.hates for one in debrief_of(run).tastes}
    assert what in hates[customer]
