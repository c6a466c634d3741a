"""The best and the worst of each axis: held to the judge, to brute force, and to their limits."""

from collections.abc import Iterable, Sequence
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from game import content
from game.case.library import Library
from game.case.model import Case
from game.engine.events import Event
from game.engine.inputs import Choose, Input
from game.engine.offers import deadline, on_offer
from game.engine.search import UNCLEAR, starts
from game.engine.survey import survey
from game.playthrough import Header, Mode, Playthrough
from game.transcribe import transcribe
from game.workshop.extremes import extremes, run_of
from game.workshop.extremes_empathy import Empathy
from game.workshop.extremes_gratitude import Gratitude
from game.workshop.extremes_reach import Ahead, Reach
from game.workshop.extremes_search import Judged, Limit, furthest
from scoring.judge import judge
from scoring.scorecard import Axis
from tests.plays import edited, journey, lamp
from tests.unit.test_explore import tiny

SHIPPED = ("just-okay", "changed-address", "spilt-coffee", "creased-shirt", "speed-trap")
CASES = [lamp(), journey(), *map(Library([content.scenarios()]).load, SHIPPED)]
STEPS: dict[Axis, type[Empathy] | type[Gratitude]] = {
    Axis.EMPATHY: Empathy,
    Axis.GRATITUDE: Gratitude,
}
axes = pytest.mark.parametrize("axis", STEPS, ids=lambda one: one.value)


def played(case: Case, seed: int, choices: Sequence[int]) -> Playthrough:
    """A play by these numbers: of a reply on offer, of waiting, of words nobody understands."""
    run = Playthrough(case, Header(case.id, case.version, seed, Mode.EXAM, case.language, ""))
    for choice in choices:
        left = deadline(run.play)
        moves = [Input(0, Choose(reply.id)) for reply in on_offer(run.play)]
        moves += [Input(left, None)] if left is not None else []
        moves += [UNCLEAR] if case.free_text else []
        if run.play.ended or not moves:
            break
        run.take(moves[choice % len(moves)])
    return run


plays = st.builds(
    played, st.sampled_from(CASES), st.integers(0, 50), st.lists(st.integers(0, 11), max_size=40)
)


@axes
@settings(max_examples=150)
@given(run=plays)
def test_what_is_followed_step_by_step_is_what_the_judge_says(axis: Axis, run: Playthrough) -> None:
    followed = STEPS[axis](run.case)
    standing: Any = followed.start(run.opening)
    for step in run.steps:
        standing = followed.after(standing, step.events)
    assert followed.score(standing) == judge(transcribe(run)).score(axis)


@axes
@settings(max_examples=60)
@given(run=plays)
def test_what_was_once_out_of_reach_stays_so(axis: Axis, run: Playthrough) -> None:
    followed: Any = STEPS[axis](run.case)
    reach, standing = Reach(run.case), followed.start(run.opening)
    bounds = [followed.bounds(standing, reach.ahead(run.start))]
    for step in run.steps:
        standing = followed.after(standing, step.events)
        if not step.after.ended:
            bounds.append(followed.bounds(standing, reach.ahead(step.after)))
    points = followed.score(standing)
    assume(run.play.ended and points is not None)
    assert all(low <= points <= high for low, high in bounds)


class Blind:
    """An axis that rules nothing out, so that every play is followed."""

    def __init__(self, axis: Judged) -> None:
        self.axis = axis

    def start(self, opening: Iterable[Event]) -> Any:
        return self.axis.start(opening)

    def after(self, standing: Any, events: Iterable[Event]) -> Any:
        return self.axis.after(standing, events)

    def score(self, standing: Any) -> int | None:
        return self.axis.score(standing)

    def bounds(self, standing: Any, ahead: Ahead) -> tuple[int, int]:
        return -1, 101


def by_brute_force(case: Case, axis: Judged, up: bool, most: int) -> Limit:
    found = furthest(case, Blind(axis), -1 if up else 101, up, most)
    return Limit(found.points, found.path)


@settings(max_examples=40)
@given(tiny())
def test_search_finds_what_brute_force_finds(case: Case) -> None:
    for up in (False, True):
        wanted = by_brute_force(case, Empathy(case), up, 2_000)
        assume(wanted.points not in (-1, 101))  # all were followed, and some were judged
        found = furthest(case, Empathy(case), -1 if up else 101, up)
        assert found.points == wanted.points
        assert found.path is not None
        assert judge(transcribe(run_of(case, found.path))).score(Axis.EMPATHY) == found.points


@pytest.fixture(scope="module")
def middling() -> Case:
    """The lamp, where nobody earns all: thanks are said in passing, and nothing is passed on."""
    return edited(
        ("        acts: [accept-thanks, pass-on]\n", "        acts: [accept-thanks]\n"),
        ("        quotes:\n          pass-on: 같이 읽는 동료에게도 전할게요\n", ""),
        ("        acts: [thank notes]\n", "        acts: [thank notes 1]\n"),
        (
            "[interpret unheard, acknowledge unheard, thank told-us, do]",
            "[interpret unheard 1, acknowledge unheard, do]",
        ),
        ("          thank told-us: 알려 주셔서 고맙습니다\n", ""),
    )


@pytest.mark.parametrize("up", [False, True])
def test_search_finds_what_brute_force_finds_in_a_whole_case(up: bool, middling: Case) -> None:
    """Of gratitude, for which the tiny cases have no chance."""
    wanted = by_brute_force(middling, Gratitude(middling), up, 200_000)
    found = furthest(middling, Gratitude(middling), -1 if up else 101, up)
    assert 0 <= wanted.points <= 100
    assert found.points == wanted.points


def test_end_between_nothing_and_all_is_exact(middling: Case) -> None:
    found = extremes(middling, survey(middling))
    between = [
        one
        for both in found.values()
        for one in (both.worst, both.best)
        if one.points not in (0, 100)
    ]
    assert between
    assert all(one.exact for one in between)


def test_end_that_is_not_settled_in_time_is_a_range() -> None:
    case = edited(("        acts: [thank notes]\n", "        acts: [thank notes 1]\n"))
    whole, short = (extremes(case, survey(case), most) for most in (30_000, 1))
    for axis, both in short.items():
        assert both.worst.limit <= whole[axis].worst.points <= both.worst.points
        assert both.best.points <= whole[axis].best.points <= both.best.limit


def test_case_that_begins_in_too_many_ways_is_a_range() -> None:
    words = ", ".join(f"w{number}" for number in range(300))
    case = edited(("notes-kept: 0}", f"notes-kept: 0, drawn: {{any: [{words}]}}}}"))
    assert not starts(case)[3]
    assert furthest(case, Empathy(case), 40, True) == Limit(100, None)
    assert furthest(case, Empathy(case), 40, False) == Limit(0, None)


def test_ends_of_a_shipped_case_are_exact() -> None:
    case = Library([content.scenarios()]).load("just-okay")
    for both in extremes(case, survey(case)).values():
        assert both.worst.exact
        assert both.best.exact
