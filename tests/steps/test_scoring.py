"""Steps of scoring.feature."""

from pytest_bdd import parsers, scenarios, then

from game.playthrough import Playthrough
from game.view.debrief import DebriefView
from tests.steps.conftest import debrief, findings

scenarios("../features/scoring.feature")


@then(
    parsers.parse('the words "{quote}" of reply {turn:d} earn {points:d} of {of:d} for {axis}'),
    target_fixture="better",
)
def words_earn(
    run: Playthrough, quote: str, turn: int, points: int, of: int, axis: str
) -> str | None:
    (found, *_) = (
        one
        for one in findings(run)
        if (one.axis, one.turn, one.quote, one.points, one.of) == (axis, turn, quote, points, of)
    )
    return found.better


@then(parsers.parse('the stronger words there are "{words}"'))
def stronger_words(better: str | None, words: str) -> None:
    assert better == words


@then(parsers.parse('the words "{quote}" of reply {turn:d} cost {points:d} for {axis}'))
def words_cost(run: Playthrough, quote: str, turn: int, points: int, axis: str) -> None:
    costs = [one for one in findings(run) if one.of is None and one.axis == axis]
    assert [(one.turn, one.quote, one.points) for one in costs] == [(turn, quote, -points)]


@then("the points of each score add up to it")
def points_add_up(run: Playthrough) -> None:
    for axis in debrief(run).axes:
        assert axis.score == sum(one.points for one in findings(run) if one.axis == axis.key)


@then("it looks two thirds handled and is not solved at all")
def looks_handled(run: Playthrough) -> None:
    view = debrief(run)
    assert (view.handled, view.resolved) == (67, 0)
    assert view.gap == "It was handled, but it is not solved"


@then(parsers.parse("the score for {axis} is {score:d}"))
def score_is(run: Playthrough, axis: str, score: int) -> None:
    assert {one.key: one.score for one in debrief(run).axes}[axis] == score


@then("the scores stay as they were")
def scores_stay(run: Playthrough, before: DebriefView) -> None:
    assert run.play.turn == len([turn for turn in before.turns if turn.note]) + 2
    assert debrief(run).axes == before.axes


@then(parsers.parse('the critical error "{kind}" quotes "{words}"'))
def critical_error(run: Playthrough, kind: str, words: str) -> None:
    (found,) = debrief(run).critical
    assert words in found.quote
    assert found.why.startswith({"false-promise": "You promised what cannot be kept."}[kind])
