"""Steps of playing.feature and rewinding.feature."""

from pytest_bdd import parsers, scenarios, then, when

from game.case.model import Case
from game.playthrough import Playthrough
from game.view.debrief import debrief_view
from game.view.dialogue import dialogue_view
from game.view.lines import lines_of
from game.view.result import result_of
from tests.plays import played
from tests.steps.conftest import debrief, script

scenarios("../features/playing.feature", "../features/rewinding.feature")


@when(
    parsers.parse("two trainees play it with seed {seed:d}: {said}"),
    target_fixture="both",
)
def two_play(case: Case, seed: int, said: str) -> tuple[Playthrough, Playthrough]:
    return played(script(said), case, seed=seed), played(script(said), case, seed=seed)


@then("both have the same conversation, the same points and the same digest")
def both_are_the_same(both: tuple[Playthrough, Playthrough]) -> None:
    one, other = both
    assert list(lines_of(one, "ko")) == list(lines_of(other, "ko"))
    assert result_of(one, "ko") == result_of(other, "ko")
    assert debrief_view(one, "en") == debrief_view(other, "en")


@then(parsers.parse('after a day "{story}"'))
def after_a_day(run: Playthrough, story: str) -> None:
    assert ("A day later", story) in debrief(run).epilogue


@then(parsers.parse('after a month "{story}"'))
def after_a_month(run: Playthrough, story: str) -> None:
    assert ("A month later", story) in debrief(run).epilogue


@then(
    parsers.parse("the first try is on record with {turns:d} replies and {score:d} for resolution")
)
def first_try_is_on_record(run: Playthrough, turns: int, score: int) -> None:
    first = result_of(run, "en")["first_try"]
    assert (first["turns"], first["resolution"]) == (turns, score)
    assert run.first_try is not None
    assert run.first_try[-1].after.ended


@then("the debrief says that the play was rewound once")
def debrief_says_rewound(run: Playthrough) -> None:
    assert debrief(run).caption.startswith("Coach · rewound 1x · first try 0")


@then("no meter and no remark is shown")
def nothing_is_shown(run: Playthrough) -> None:
    view = dialogue_view(run, "en")
    assert (view.meters, view.feedback) == ((), None)


@then(parsers.parse('the remark is "{why}" and the stronger words "{better}"'))
def remark_is(run: Playthrough, why: str, better: str) -> None:
    shown = dialogue_view(run, "en").feedback
    assert shown is not None
    assert (shown.why, shown.better) == (why, better)
