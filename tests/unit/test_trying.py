"""`dangol try` and `dangol simulate`: who passes, what was seen, and the exit codes."""

import json
from pathlib import Path

import pytest

from game.cli import main
from game.engine.bots import BOTS, SOLVER
from game.engine.survey import survey
from game.transcribe import transcribe
from game.workshop.extremes import extremes, run_of
from game.workshop.trying import Row, covered, played_by, stands, tried
from scoring.judge import judge
from scoring.scorecard import SCORED, Axis
from tests.plays import LAMP, edited, lamp


def test_solver_alone_passes_a_shipped_case(capsys: pytest.CaptureFixture[str]) -> None:
    """One for all: in the deep checks the bots play them too."""
    assert main(["try", "changed-address", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    passing = {row["bot"]: (row["passes"], row["right"]) for row in found["bots"]}
    assert passing.pop("solver") == (100, True)
    assert set(passing.values()) == {(0, True)}
    assert found["stands"]


def test_lamp_does_not_stand(capsys: pytest.CaptureFixture[str]) -> None:
    """The case of the tests has one reply that is good at everything."""
    assert main(["try", str(LAMP), "--lang", "en"]) == 1
    told = capsys.readouterr()
    assert "script-reader" in told.out
    assert "wrong" in told.out
    assert told.err.startswith("Not right")


def test_one_bot_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["try", str(LAMP), "--bot", "solver", "--lang", "ko"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert main(["try", str(LAMP), "--bot", "slover", "--lang", "en"]) == 2
    assert "script-reader" in capsys.readouterr().err


def test_solver_must_pass_always_and_others_never_nor_often_by_luck() -> None:
    solver, reader = tried(lamp(), (SOLVER, BOTS[1]), seeds=2, noisy_seeds=4)
    assert solver.is_right
    assert not reader.is_right
    good, bad = solver.plain[0], tried(lamp(), (BOTS[2],), 1, 1)[0].plain[0]
    assert not Row(SOLVER, (good, bad), ()).is_right
    assert Row(BOTS[2], (bad,), (good, *[bad] * 19)).is_right
    assert not Row(BOTS[2], (bad,), (good, *[bad] * 18)).is_right
    assert stands([solver])
    assert not stands([solver, reader])


def test_play_that_goes_round_forever_is_given_up() -> None:
    case = edited(
        ("  settle:\n    go:\n", "  round: {go: settle}\n  settle:\n    go:\n"
         "      - {if: mood <= 100, go: round}\n"),
    )  # fmt: skip
    assert not played_by(case, SOLVER, 0).play.ended
    assert covered(case, 3).endings.total() < 3


# Coverage


@pytest.fixture(scope="module")
def plays() -> int:
    return 200


def test_coverage_counts_what_was_seen(plays: int) -> None:
    ticks: list[None] = []
    seen = covered(lamp(), plays, lambda: ticks.append(None))
    assert len(ticks) == seen.plays == plays
    assert seen.nodes["opens"] >= plays
    assert sum(seen.endings.values()) <= plays
    assert all(seen.replies[name] <= seen.offered[name] for name in seen.replies)
    assert seen.nodes["unclear"] == 0  # bots do not type
    assert covered(lamp(), plays) == seen


def test_simulate_says_seen_and_never_range(
    plays: int, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for lang in ("ko", "en"):
        assert main(["simulate", str(LAMP), "-n", str(plays), "--lang", lang]) == 0
        told = capsys.readouterr()
        assert "opens.file" in told.out
        assert "range" not in told.out + told.err
    assert "seen" in told.out
    assert main(["simulate", str(LAMP), "-n", "20", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["plays"] == 20
    assert found["nodes"]["opens"] >= 20
    assert "unclear" in found["unseen"]["nodes"]
    assert main(["simulate", str(LAMP), "-n", "0"]) == 2


def test_simulate_names_what_was_not_seen(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", str(LAMP), "-n", "1", "--lang", "en"]) == 0
    told = capsys.readouterr().err.splitlines()
    seen = covered(lamp(), 1).unseen()
    assert len(seen["replies"]) > 1
    assert f"Nodes never seen: {', '.join(seen['nodes'])}" in told
    assert f"Replies never given: {', '.join(seen['replies'])}" in told


# The best and the worst of each axis


def test_extremes_are_earned_by_their_paths(capsys: pytest.CaptureFixture[str]) -> None:
    found = extremes(lamp(), survey(lamp()))
    assert list(found) == list(SCORED)
    for axis, both in found.items():
        for one in (both.worst, both.best):
            run = run_of(lamp(), one.path)
            assert run.play.ended
            assert judge(transcribe(run)).score(axis) == one.points
    assert {(one.best.points, one.best.exact) for one in found.values()} == {(100, True)}
    assert {(one.worst.points, one.worst.exact) for one in found.values()} == {(0, True)}


def test_extreme_between_the_bounds_is_exact_for_resolution_alone() -> None:
    """Nobody can lose the whole of what is solved from the start, nor thank for both deeds."""
    case = edited(
        ("on-record: {weight: 2, when: ticket = filed,", "on-record: {weight: 2, when: mood >= 0,"),
        ("        acts: [accept-thanks, pass-on]\n", "        acts: [accept-thanks]\n"),
        ("        quotes:\n          pass-on: 같이 읽는 동료에게도 전할게요\n", ""),
        ("        acts: [thank notes]\n", "        acts: [thank notes 1]\n"),
    )
    whole = extremes(case, survey(case))
    assert 0 < whole[Axis.RESOLUTION].worst.points < 100
    assert whole[Axis.RESOLUTION].worst.exact
    assert not whole[Axis.GRATITUDE].best.exact or whole[Axis.GRATITUDE].best.points == 100
    part = extremes(case, survey(case, 100))
    assert not part[Axis.RESOLUTION].worst.exact


def test_try_tells_extremes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["try", str(LAMP), "--bot", "solver", "--extremes", "--lang", "en"]) == 0
    assert "Resolution, best 100 (no play goes further): " in capsys.readouterr().out
    assert main(["try", str(LAMP), "--bot", "solver", "--extremes", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["extremes"]
    assert {(one["axis"], one["end"]) for one in found} == {
        (axis.value, end) for axis in SCORED for end in ("worst", "best")
    }
