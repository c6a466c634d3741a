"""Properties of plays: refused or advanced, kept and replayed, never stuck."""

import json
import subprocess
import sys
import uuid
from collections import deque
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.case.model import Case
from game.engine.advance import advance, begin
from game.engine.events import Event, NodeEntered
from game.engine.inputs import Choose, Input, Say
from game.engine.mentions import conditions_of
from game.engine.offers import on_offer
from game.engine.play import Play, from_json, to_json
from game.playthrough import Playthrough, replay
from game.view.result import result_of
from tests.homes import saves_at
from tests.plays import ROOT, environment
from tests.property.moves import Try, a_run, a_start, a_try, attempt, cases, tries


@given(a_start(), tries(), a_try())
def test_a_try_advances_the_play_or_changes_nothing(
    run: Playthrough, before: list[Try], last: Try
) -> None:
    for one in before:
        attempt(run, one)
    play, steps, log, digest = run.play, list(run.steps), list(run.log), run.digest
    known = to_json(play)
    if attempt(run, last):
        assert len(run.log) == len(log) + 1
        assert run.digest != digest
    else:
        assert (run.play, run.steps, run.log, run.digest) == (play, steps, log, digest)
    assert to_json(play) == known  # what was handed out is frozen


@given(a_run())
def test_a_play_stays_within_its_bounds(run: Playthrough) -> None:
    for step in run.steps:
        play = step.after
        assert 0 <= play.mood <= 100
        assert 0 <= play.patience <= play.contact.customer.patience + 1
        for one, (mood, patience) in zip(run.case.customers.values(), play.moods, strict=True):
            assert 0 <= mood <= 100
            assert 0 <= patience <= one.patience + 1
        assert play.clock >= 0
        assert play.time >= 0
        assert play.seconds >= step.before.seconds
        assert play.turn - step.before.turn == int(step.is_turn)
        assert play.ended == (run.case.nodes[play.node].end is not None)
        assert play.ended or on_offer(play)


@given(a_run())
def test_a_replayed_log_is_the_same_play(run: Playthrough) -> None:
    again, divergence = replay(run.case, run.header, list(run.log))
    assert divergence is None
    assert (again.play, again.opening, again.steps) == (run.play, run.opening, run.steps)
    assert (again.first_try, again.log, again.chain) == (run.first_try, run.log, run.chain)
    assert result_of(again, "ko") == result_of(run, "ko")


@given(a_run())
def test_a_play_goes_to_json_and_back(run: Playthrough) -> None:
    written = json.dumps(to_json(run.play))
    assert from_json(run.case, json.loads(written)) == run.play
    assert json.dumps(to_json(from_json(run.case, json.loads(written)))) == written


@settings(max_examples=40)
@given(a_run())
def test_a_save_is_the_run(run: Playthrough) -> None:
    with TemporaryDirectory() as folder:
        saves = saves_at(Path(folder))
        name = saves.new_name()
        saves.keep(name, run)
        saved = saves.load(name)
    assert (saved.header, saved.log, saved.damaged) == (run.header, run.log, False)


@given(a_run(), st.integers(0, 2**31 - 1))
def test_a_play_cannot_be_told_from_one_that_was_interrupted(run: Playthrough, at: int) -> None:
    """Resumed at any point and played on, it comes to the same."""
    cut = at % (len(run.log) + 1)
    again, _ = replay(run.case, run.header, run.log[:cut])
    resumed, divergence = replay(run.case, run.header, [*again.log, *run.log[cut:]])
    assert divergence is None
    assert resumed.digest == run.digest


# Never stuck


MOST_MOVES = 12  # from any point of any case to one of its endings


def moves_to_end(play: Play, most: int = 20_000) -> int | None:
    """How few replies lead to an ending; None where none does among so many plays."""
    queue, met = deque([(play, 0)]), {_state(play)}
    while queue and len(met) < most:
        now, moves = queue.popleft()
        if now.ended:
            return moves
        for reply in on_offer(now):
            after, _ = advance(now.case, now, Input(0, Choose(reply.id)))
            if after.ended:
                return moves + 1
            if _state(after) not in met:
                met.add(_state(after))
                queue.append((after, moves + 1))
    return None


def can_end(play: Play) -> bool:
    """Whether the play can end by some replies, and not too many."""
    moves = moves_to_end(play)
    return moves is not None and moves <= MOST_MOVES


def _state(play: Play) -> object:
    """What decides where a play can go: not its turns and seconds."""
    gone = (play.told, play.denied, play.solved, play.harmed, play.broken, play.shown)
    held = (play.mood, play.patience, play.moods, play.facts, play.visits, play.returns)
    return (play.node, play.scene, play.seen, play.chosen, held, gone)


@settings(max_examples=50)
@given(a_run(20))
def test_every_play_can_still_end(run: Playthrough) -> None:
    assert can_end(run.play)


@pytest.mark.parametrize("name", sorted(cases()))
def test_every_node_is_reached_and_every_play_from_it_can_end(name: str) -> None:
    case = cases()[name]
    first = first_plays(case)
    assert first.keys() == case.nodes.keys()
    assert [node for node, play in first.items() if not can_end(play)] == []


def first_plays(case: Case) -> dict[str, Play]:
    """The first play found that has been at each node; tries replies, silence and odd words."""
    play, events = begin(case, 0)
    found: dict[str, Play] = {}
    asked = _asked(case)
    queue, met = deque([play]), {_place(play, asked)}
    _note(found, events, play)
    while queue and found.keys() != case.nodes.keys():
        now = queue.popleft()
        unclear = [Input(0, Say("xyzzy", None))] if case.free_text else []
        odd = [] if now.ended else [*unclear, Input(3600, None)]
        for taken in (*(Input(0, Choose(reply.id)) for reply in on_offer(now)), *odd):
            after, events = advance(case, now, taken)
            _note(found, events, after)
            if _place(after, asked) not in met:
                met.add(_place(after, asked))
                queue.append(after)
    return found


def _note(found: dict[str, Play], events: Iterable[Event], play: Play) -> None:
    for event in events:
        if isinstance(event, NodeEntered):
            found.setdefault(event.node, play)


def _asked(case: Case) -> int:
    """The replies, as bits, that some condition asks for."""
    asked = 0
    for condition in conditions_of(case):
        for read in condition.reads:
            if read.kind == "chose":
                node, reply = read.name.split(".")
                found = case.nodes[node].reply(reply)
                asked |= 1 << found.number if found else 0
    return asked


def _place(play: Play, asked: int) -> object:
    """A play as far as it matters for getting around: of what was said, what is `asked` for."""
    left = play.patience == 0
    said = play.chosen & asked
    return (play.node, play.mood, left, play.facts, play.told, play.solved, said)


# In another process

REPLAYED = """
import json, sys
from pathlib import Path
from game.engine.play import to_json
from game.playthrough import replay
from game.view.debrief import debrief_view
from game.view.result import result_of
from tests.homes import saves_at
from tests.property.moves import cases

saves = saves_at(Path(sys.argv[1]))
names = [one.name for ended in (False, True) for one in saves.dated(ended)]
for name in sorted(names):
    saved = saves.load(name)
    run, divergence = replay(cases()[saved.header.case], saved.header, saved.log)
    assert divergence is None
    told = [repr(one) for one in (run.opening, *(step.events for step in run.steps))]
    view = repr(debrief_view(run, "ko"))
    print(json.dumps([to_json(run.play), told, result_of(run, "en"), view]))
"""


def _some_of_each() -> st.SearchStrategy[tuple[Playthrough, ...]]:
    return st.tuples(*(a_run(name=name) for name in sorted(cases()) for _ in range(2)))


@settings(max_examples=5, database=None)
@given(_some_of_each())
def _keep_runs(folder: Path, runs: tuple[Playthrough, ...]) -> None:
    saves = saves_at(folder)
    for number, run in enumerate(runs):
        name = str(uuid.UUID(int=number))
        saves.delete(name)  # that of the example before
        saves.keep(name, run)


def test_another_process_with_other_hashes_replays_to_the_same_letter(tmp_path: Path) -> None:
    _keep_runs(tmp_path)
    printed = [
        subprocess.run(
            (sys.executable, "-c", REPLAYED, tmp_path), cwd=ROOT, check=True, capture_output=True,
            env=environment(tmp_path, PYTHONHASHSEED=seed),
        ).stdout
        for seed in ("1", "2", "3")
    ]  # fmt: skip
    assert printed[0].count(b"\n") == 2 * len(cases())
    assert printed[0] == printed[1] == printed[2]
    assert {json.loads(line)[0]["case"] for line in printed[0].splitlines()} == cases().keys()
