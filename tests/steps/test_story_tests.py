"""The story tests of the shipped cases: pytest-bdd takes the very steps of `dangol check`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from game import content
from game.case.library import read_file
from game.workshop.story_steps import STEPS, Step, Story
from game.workshop.story_tests import case_beside
from tests.steps.conftest import FEATURE

scenarios(str(content.scenarios()))

KINDS: dict[str, Any] = {"given": given, "when": when, "then": then}


@pytest.fixture
def story(request: pytest.FixtureRequest) -> Story:
    """The story of one scenario: a play of the case that its feature stands beside."""
    feature = Path(request.node.stash[FEATURE])
    source = case_beside(feature)
    assert source is not None
    case = read_file(source).case
    assert case is not None
    return Story(case)


def taking(step: Step) -> Callable[..., None]:
    """A step function of pytest-bdd that does what a step of a story test does."""

    def take(story: Story, said: str) -> None:
        groups = step.match(said)
        assert groups is not None
        step.take(story, groups)

    return take


for _number, _step in enumerate(STEPS):
    for _form in (_step.ko, _step.en):
        # Names would be taken for fixtures: the whole sentence goes in, and the step reads it.
        _whole = parsers.re(f"(?P<said>{_form})")
        KINDS[_step.kind](_whole)(taking(_step))


def test_story_tests_of_two_cases_are_shipped() -> None:
    assert len(list(content.scenarios().rglob("*.feature"))) >= 2
