"""Properties of the dial: hard contains easy, every level can be won, and nothing cold wins."""

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from game.desk import new_run
from game.engine.advance import advance
from game.engine.difficulty import AS_WRITTEN, DIALS, bar_at, patience_with
from game.engine.events import CustomerLeft
from game.engine.inputs import Choose, Input, Say
from game.engine.offers import on_offer
from game.engine.play import Play, to_json
from game.listening import Ear
from game.playthrough import Entry, Header, Mode, Playthrough, header_from_json, replay
from game.transcribe import transcribe
from game.workshop.sheet_paths import golden_path
from scoring.judge import judge
from tests.plays import edited, lamp, started
from tests.property.moves import Try, a_run, a_try, attempt_all, cases

LEVELS = tuple(DIALS)
EAR = Ear(sharp=False)
INJECTIONS = [
    one["text"] * one.get("times", 1)
    for one in yaml.safe_load(
        (Path(__file__).resolve().parents[1] / "injections.yaml").read_text("utf-8")
    )
]


def on_level(run: Playthrough, level: int) -> Playthrough:
    """The inputs of today's path on another level, as far as they are possible there."""
    header = replace(run.header, mode=Mode.COACH, difficulty=level)
    return replay(run.case, header, [Entry(one.before.node, one.taken) for one in run.steps])[0]


def passes(run: Playthrough) -> bool:
    return judge(transcribe(run)).passed


def has_left(run: Playthrough) -> bool:
    return any(isinstance(event, CustomerLeft) for step in run.steps for event in step.events)


def apart_from_patience(play: Play) -> object:
    people = [mood for mood, _ in play.moods]
    return replace(play, patience=0, slack=0, moods=()), people


@cache
def best_way(name: str) -> Playthrough:
    return golden_path(cases()[name], "ko")


names = pytest.mark.parametrize("name", sorted(cases()))


# Hard contains easy


@st.composite
def a_good_run(draw: st.DrawFn) -> Playthrough:
    """The best way through a case for a while, then any tries, then as good as it gets."""
    best = best_way(draw(st.sampled_from(sorted(cases()))))
    header = replace(best.header, mode=Mode.COACH, difficulty=draw(st.sampled_from(LEVELS)))
    run, _ = replay(best.case, header, best.log[: draw(st.integers(0, len(best.log)))])
    tries: list[Try] = draw(st.lists(a_try(), max_size=4))
    attempt_all(run, tries)
    while not run.play.ended and run.play.turn < 40:
        offered = on_offer(run.play)
        fresh = [one for one in offered if not run.play.chosen >> one.number & 1] or list(offered)
        good = [one for one in fresh if one.better is None] or fresh
        run.take(Input(0, Choose(good[0].id)))
    return run


@settings(max_examples=150)
@given(a_good_run())
def test_what_passes_on_a_level_passes_on_every_easier_one(run: Playthrough) -> None:
    if passes(run):
        for level in range(1, run.header.difficulty):
            assert passes(on_level(run, level))


@settings(max_examples=150)
@given(a_run() | a_good_run())
def test_until_somebody_leaves_every_level_is_the_same_play(run: Playthrough) -> None:
    for harder, easier in pairwise([on_level(run, level) for level in reversed(LEVELS)]):
        for hard, easy in zip(harder.steps, easier.steps, strict=False):
            if any(isinstance(event, CustomerLeft) for event in hard.events):
                break
            assert apart_from_patience(hard.after) == apart_from_patience(easy.after)
            assert hard.after.patience <= easy.after.patience


@settings(max_examples=60)
@given(a_run())
def test_an_easier_level_never_has_a_higher_bar_nor_another_score(run: Playthrough) -> None:
    cards = [transcribe(on_level(run, level)).bars for level in LEVELS]
    for easier, harder in pairwise(cards):
        assert all(0 <= easier[axis] <= harder[axis] <= 100 for axis in easier)


@names
def test_driving_somebody_away_never_passes(name: str) -> None:
    """Else a harder level could be won by an ending that an easier one does not come to."""
    for run in driven_away(name):
        assert not passes(run)


def driven_away(name: str) -> Iterator[Playthrough]:
    """The best way for so many turns, on the hardest level and as written, then only what costs."""
    best = best_way(name)
    for level in (AS_WRITTEN, max(LEVELS)):
        for turns in range(len(best.log)):
            header = replace(best.header, difficulty=level)
            run, _ = replay(best.case, header, best.log[:turns])
            while not run.play.ended and run.play.turn < turns + 25:
                run.take(
                    min(moves(run), key=lambda one: advance(run.case, run.play, one)[0].patience)
                )
            if has_left(run):
                yield run


def moves(run: Playthrough) -> list[Input]:
    return [Input(0, Choose(one.id)) for one in on_offer(run.play)]


# Every level can be won


@names
@pytest.mark.parametrize("level", LEVELS)
def test_every_level_has_a_way_that_passes(name: str, level: int) -> None:
    best = on_level(best_way(name), level)
    assert best.play.ended
    assert passes(best)


# Nothing cold wins


@settings(max_examples=100)
@given(st.sampled_from(sorted(cases())), st.sampled_from(LEVELS), st.data())
def test_no_cold_or_injected_turn_meets_a_condition(
    name: str, level: int, data: st.DataObject
) -> None:
    """What is not understood changes what any words that mean nothing change, and gains nothing."""
    best = best_way(name)
    turns = data.draw(st.integers(0, max(0, len(best.log) - 1)))
    text = data.draw(st.sampled_from(INJECTIONS))
    run, _ = replay(best.case, replace(best.header, difficulty=level), best.log[:turns])
    if run.play.ended or run.case.free_text is None:
        return
    before = run.play
    plain, _ = advance(run.case, before, Input(0, Say("?", None)))
    run.take(Input(0, EAR.hear(run, text, None)))
    after = run.play
    assert after == plain
    assert {one for one in run.case.problem if after.is_solved(one)} <= {
        one for one in run.case.problem if before.is_solved(one)
    }
    assert (after.facts, after.told, after.deeds) == (before.facts, before.told, before.deeds)
    assert (after.mood, after.patience) <= (before.mood, before.patience)


# As written


@settings(max_examples=60)
@given(a_run())
def test_the_third_level_is_the_play_as_it_was(run: Playthrough) -> None:
    assert run.header.difficulty == AS_WRITTEN
    assert "difficulty" not in run.header.to_json()
    assert "slack" not in to_json(run.play)
    assert run.start.slack == 0


def test_a_case_that_asks_for_patience_keeps_it_as_written() -> None:
    asking = edited(("when: ticket = filed, text", "when: ticket = filed and patience > 0, text"))
    for case, patience in ((lamp(), [5, 4, 3, 2, 1]), (asking, [3] * 5)):
        plays = [new_run(case, Mode.COACH, "ko", 0, difficulty=level) for level in LEVELS]
        assert [one.play.patience for one in plays] == patience


def stored(header: Header) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(json.dumps(header.to_json()))
    return read


def test_an_exam_is_as_written_whatever_is_asked_for() -> None:
    run = new_run(lamp(), Mode.EXAM, "ko", 0, difficulty=5)
    assert run.header.difficulty == AS_WRITTEN
    forged = {**stored(run.header), "difficulty": 5}
    with pytest.raises(ValueError, match="difficulty"):
        header_from_json(forged)


@pytest.mark.parametrize("level", LEVELS)
def test_a_header_goes_to_json_and_back(level: int) -> None:
    header = new_run(lamp(), Mode.COACH, "ko", 0, difficulty=level).header
    assert header_from_json(stored(header)) == header


@pytest.mark.parametrize("wrong", [0, 6, "3", True, None, 2.0])
def test_a_level_that_there_is_not_is_refused(wrong: object) -> None:
    data = {**stored(started().header), "difficulty": wrong}
    with pytest.raises(ValueError, match="difficulty"):
        header_from_json(data)


def test_nobody_comes_with_no_patience() -> None:
    assert [patience_with(1, DIALS[level].patience) for level in LEVELS] == [3, 2, 1, 1, 1]


def test_an_authors_own_bar_is_never_lowered_by_a_harder_level() -> None:
    assert [bar_at(98, level) for level in LEVELS] == [78, 88, 98, 98, 98]
    assert [bar_at(80, level) for level in LEVELS] == [60, 70, 80, 90, 95]
    assert [bar_at(10, level) for level in LEVELS] == [0, 0, 10, 20, 30]
