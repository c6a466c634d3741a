"""Mistakes that trainers make in real cases: each is found where it was made."""

import shutil
from pathlib import Path

import pytest

from game.case.hints import hints_of
from game.case.library import check_file, tables_beside
from game.workshop.story_tests import check_stories
from tests.broken import Broken, corpus, shipped_cases


def test_there_are_many_mistakes_of_many_kinds() -> None:
    assert 200 <= len(corpus()) <= 280
    assert len({one.kind for one in corpus()}) >= 20
    assert len({one.path for one in corpus()}) == 10


@pytest.mark.parametrize("broken", corpus(), ids=lambda one: one.name)
def test_a_mistake_is_found_at_its_line(broken: Broken, tmp_path: Path) -> None:
    case = broken.path.with_name(broken.path.name.replace(".en.yaml", ".yaml"))
    folder = tmp_path / case.parent.name
    folder.mkdir()
    for path in (case, *tables_beside(case)):
        shutil.copy(path, folder / path.name)
    spoiled = folder / broken.path.name
    spoiled.write_text(broken.text, "utf-8")
    told = {(one.code, one.place.line) for one in check_file(spoiled)}
    assert (broken.code, broken.line) in told


@pytest.mark.parametrize("case", shipped_cases(), ids=lambda path: path.stem)
def test_no_false_alarm_in_a_shipped_case(case: Path) -> None:
    """Its tables are checked with it."""
    assert check_file(case) == hints_of(case) == []
    stories = case.with_suffix(".feature")
    assert not stories.exists() or check_stories(stories, "ko") == []
