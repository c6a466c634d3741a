"""Steps of second_opinion.feature."""

from pytest_bdd import parsers, scenarios, then, when

from game.judge.beside import Beside, beside
from game.judge.opinion import Opinion, opinion_on
from game.judge.slots import slots_of
from game.playthrough import Playthrough
from game.transcribe import transcribe
from scoring.judge import judge
from tests.judges import Recorded, says

scenarios("../features/second_opinion.feature")


@when("a judge who sees nothing is asked for a second opinion", target_fixture="opinion")
def blind_judge(run: Playthrough) -> Opinion | None:
    return opinion_on(run, Recorded({}))


@when(parsers.parse('a judge who finds all of it in "{quote}" is asked'), target_fixture="opinion")
def lenient_judge(run: Playthrough, quote: str) -> Opinion | None:
    everything = {slot.id: says(2, (1, quote)) for slot in slots_of(transcribe(run))}
    return opinion_on(run, Recorded(everything))


def row(run: Playthrough, opinion: Opinion | None, axis: str) -> Beside:
    assert opinion is not None
    (found,) = (one for one in beside(judge(transcribe(run)), opinion) if one.axis == axis)
    return found


@then(
    parsers.parse("the score for {axis} is {own:d} and the judge's stands beside it with {other:d}")
)
def stands_beside(
    run: Playthrough, opinion: Opinion | None, axis: str, own: int, other: int
) -> None:
    found = row(run, opinion, axis)
    assert (found.offline, found.judged) == (own, other)


@then(parsers.parse("the score for {axis} is {own:d} and no judge's stands beside it"))
def stands_alone(run: Playthrough, opinion: Opinion | None, axis: str, own: int) -> None:
    found = row(run, opinion, axis)
    assert (found.offline, found.judged) == (own, None)


@then("the two are marked as far apart")
def far_apart(run: Playthrough, opinion: Opinion | None) -> None:
    assert row(run, opinion, "empathy").is_far_apart


@then("there is no second opinion")
def no_opinion(opinion: Opinion | None) -> None:
    assert opinion is None
