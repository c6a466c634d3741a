"""Golden plays: one for every ending of the shipped case, and one that goes back.

Each `<name>.txt` is an inputs file, `<name>.json` beside it the conversation and the result that
are expected. `pytest --update-golden` writes them anew: review the difference like code. The hash
of the case and the digest are left out, since any letter of the case changes them.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from game import content
from game.case.library import Library
from game.case.model import Case
from game.playthrough import Mode
from game.view.lines import lines_of
from game.view.result import ending_of, result_of
from tests.plays import played

HERE = Path(__file__).resolve().parent
SCRIPTS = sorted(HERE.rglob("*.txt"))
LEFT_OUT = ("version", "digest")


def case_of(script: Path) -> Case:
    """The shipped case that a script plays: its folder's name."""
    return Library([content.scenarios()]).load(script.parent.name)


def lines(script: Path) -> list[str]:
    return script.read_text("utf-8").splitlines()


def outcome(script: Path) -> dict[str, Any]:
    """What a script comes to."""
    run = played(lines(script), case_of(script), Mode.COACH, "ko", seed=1)
    said = [f"{line.turn} {line.voice}: {line.text}" for line in lines_of(run, "ko")]
    result = {key: one for key, one in result_of(run, "ko").items() if key not in LEFT_OUT}
    return {"conversation": said, "result": result}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_play_comes_to_what_it_came_to(script: Path, request: pytest.FixtureRequest) -> None:
    expected, found = script.with_suffix(".json"), outcome(script)
    if request.config.getoption("--update-golden"):
        expected.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
    assert found == json.loads(expected.read_text("utf-8"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_script_named_after_an_ending_leads_there(script: Path) -> None:
    case = case_of(script)
    run = played(lines(script), case, Mode.COACH, "ko", seed=1)
    assert run.play.ended
    assert script.stem in (ending_of(run), "rewound")


def test_every_ending_has_its_script() -> None:
    for case in Library([content.scenarios()]).playable():
        endings = {node.id for node in case.nodes.values() if node.end}
        assert endings <= {path.stem for path in (HERE / case.id).glob("*.txt")}


def test_nothing_is_expected_of_a_script_that_is_gone() -> None:
    assert {path.with_suffix(".txt") for path in HERE.rglob("*.json")} == set(SCRIPTS)
