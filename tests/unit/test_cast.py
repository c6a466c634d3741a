"""The cast of portraits in the guides is the one that is drawn."""

import re

import pytest

from game.case.checks.references import people
from game.words import LANGUAGES, Lang
from tests.cast_table import table
from tests.guides import GUIDES


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_cast_of_the_guides_is_that_of_the_portraits(lang: Lang) -> None:
    guide = GUIDES[lang].read_text(encoding="utf-8")
    assert re.findall(r"<!-- cast -->\n(.*?)<!-- /cast -->", guide, re.DOTALL) == [table(lang)]
    portraits = [row.split("`")[1] for row in table(lang).splitlines()[2:]]
    named = ["_".join(re.findall(r": ([\w-]+)", one)) for one in portraits]
    assert named == list(people())
