"""Steps of contacts.feature, disclosure.feature and story_time.feature."""

from pytest_bdd import parsers, scenarios, then

from game.engine.events import SecretTold
from game.playthrough import Playthrough
from game.view.dialogue import dialogue_view
from game.view.lines import Voice
from tests.steps.conftest import findings, said_by

scenarios(
    "../features/contacts.feature",
    "../features/disclosure.feature",
    "../features/story_time.feature",
)


@then(parsers.parse('the contact is with "{name}" by "{channel}"'))
def contact_is_with(run: Playthrough, name: str, channel: str) -> None:
    view = dialogue_view(run, "en")
    assert (view.customer, view.channel_name) == (name, channel)


@then(parsers.parse('"{name}" is there too'))
def is_there_too(run: Playthrough, name: str) -> None:
    assert [one.name for one in dialogue_view(run, "en").people] == [name]


@then("nobody else is there")
def nobody_else(run: Playthrough) -> None:
    assert dialogue_view(run, "en").people == ()


@then(parsers.parse('the change is announced as "{title}"'))
def change_is_announced(run: Playthrough, title: str) -> None:
    assert said_by(run, Voice.SCENE)[-1] == title


@then(parsers.parse('the mood of "{one}" is {mood:d} and that of "{other}" is {its:d}'))
def moods_are(run: Playthrough, one: str, mood: int, other: str, its: int) -> None:
    assert (run.play.mood_of(one), run.play.mood_of(other)) == (mood, its)


def secrets(run: Playthrough) -> set[str]:
    """The hidden facts that were told."""
    events = (event for step in run.steps for event in step.events)
    return {event.secret for event in events if isinstance(event, SecretTold)}


@then(parsers.parse('the customer has told of "{secret}"'))
def has_told(run: Playthrough, secret: str) -> None:
    assert secret in secrets(run)


@then(parsers.parse('the customer has not told of "{secret}"'))
def has_not_told(run: Playthrough, secret: str) -> None:
    assert secret in run.case.hidden
    assert secret not in secrets(run)


@then(parsers.parse('the debrief lays the fault to "{words}"'))
def fault_is_laid_to(run: Playthrough, words: str) -> None:
    assert any(one.tone == "critical" and words in one.quote for one in findings(run))


@then(parsers.parse('it is "{time}", and the contact has taken "{spent}" of "{target}"'))
def time_is(run: Playthrough, time: str, spent: str, target: str) -> None:
    clock = dialogue_view(run, "en").clock
    assert clock is not None
    assert (clock.time, clock.spent, clock.target) == (time, spent, target)


@then(parsers.parse('the customer\'s story has reached "{node}"'))
def story_has_reached(run: Playthrough, node: str) -> None:
    assert run.play.node == node
