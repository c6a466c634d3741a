"""Where the articles are taught: every item somewhere, and the page that tells it is true."""

from game import content
from tests.coverage_table import coverage, curriculum, places


def test_every_item_is_taught_somewhere() -> None:
    items = {one for named in curriculum().values() for one in named}
    assert sorted(items) == list(range(1, 180))
    assert set(places()) == items


def test_the_page_is_that_of_the_files() -> None:
    assert (content.scenarios() / "COVERAGE.md").read_text("utf-8") == coverage()
