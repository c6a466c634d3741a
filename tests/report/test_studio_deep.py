"""What the studio looks for in a process of its own: deep problems, and ways to each extreme."""

import json
from pathlib import Path
from typing import Any

import pytest

from game import content
from game.case.library import Library
from game.case.telling import examples
from game.words import LANGUAGES, Lang, words
from game.workshop.studio.deep import DeepChecks, looked_through
from game.workshop.studio.workbench import Workbench
from scoring.scorecard import SCORED
from tests.plays import LAMP_ENGLISH, LAMP_TEXT
from tests.report.drawn import written

PATIENCE = 60.0  # seconds until a test gives up waiting


@pytest.fixture
def file(tmp_path: Path) -> Path:
    written(tmp_path, LAMP_ENGLISH, "lamp.en.yaml")
    return written(tmp_path, LAMP_TEXT, "lamp.yaml")


@pytest.fixture(scope="session")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    """What there is to say of the lamp, as one process tells it to another."""
    folder = tmp_path_factory.mktemp("lamp")
    written(folder, LAMP_ENGLISH, "lamp.en.yaml")
    said = looked_through(written(folder, LAMP_TEXT, "lamp.yaml"), "ko")
    told: dict[str, list[Any]] = json.loads(json.dumps(said))
    return told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_ways_to_the_best_and_the_worst_of_each_axis_lie_over_the_graph(
    lang: Lang, file: Path, found: dict[str, list[Any]]
) -> None:
    bench = Workbench(Library([content.scenarios()]), lang, str(file))
    bench.keep_deep(bench.saved, found)
    ways = bench.state()["ways"]
    wanted = [f"{axis.value}.{end}" for axis in SCORED for end in ("best", "worst")]
    assert [one["key"] for one in ways] == ["play", *wanted]
    boxes = bench.graph()["boxes"]
    for way in ways[1:]:
        ends = [number for number in way["boxes"] if boxes[number]["fate"]]
        assert ends == [way["boxes"][-1]]
        assert way["edges"]
    best, worst = ways[1], ways[2]
    assert best["name"] == words(
        lang, "workshop.studio.way.best", axis=words(lang, "axis.resolution"), points=100
    )
    assert best["boxes"] != worst["boxes"]


def test_end_that_is_not_proved_is_told_as_a_range(file: Path, found: dict[str, list[Any]]) -> None:
    bench = Workbench(Library([content.scenarios()]), "en", str(file))
    ways = [{**one, "points": 40, "limit": 60} for one in found["ways"][:1]]
    bench.keep_deep(bench.saved, {"problems": [], "ways": ways})
    assert bench.state()["ways"][1]["name"] == "Resolution, best 40 to 60"


def test_own_play_is_the_first_way_and_grows(file: Path) -> None:
    bench = Workbench(Library([content.scenarios()]), "en", str(file))
    (own,) = bench.state()["ways"]
    bench.choose("opens", "ask")
    (after,) = bench.state()["ways"]
    assert own["key"] == after["key"] == "play"
    assert len(after["rows"]) > len(own["rows"])


def test_new_text_has_no_ways_of_the_old(file: Path, found: dict[str, list[Any]]) -> None:
    bench = Workbench(Library([content.scenarios()]), "en", str(file))
    bench.keep_deep(bench.saved, found)
    assert len(bench.state()["ways"]) == 7
    bench.read()
    assert len(bench.state()["ways"]) == 1


def test_text_that_cannot_be_read_has_nothing_to_look_for(tmp_path: Path) -> None:
    assert looked_through(written(tmp_path, "case: ["), "en") == {"problems": [], "ways": []}


def test_every_save_is_looked_through_by_itself(file: Path) -> None:
    bench = Workbench(Library([content.scenarios()]), "en", str(file))
    checks = DeepChecks(bench)
    checks.begin()
    try:
        number = bench.number
        while bench.state()["deepDue"]:
            assert bench.wait_for_change(number, PATIENCE) != number
            number = bench.number
    finally:
        checks.end()
    assert len(bench.state()["ways"]) == 7


def test_hints_of_the_deep_check_are_shown_as_well(tmp_path: Path) -> None:
    spoiled = (examples()["N003"].spoiled() or b"").decode()
    found = looked_through(written(tmp_path, spoiled, "late-parcel.yaml"), "en")
    assert [one["code"] for one in found["problems"]] == ["N003"]
