"""Where a graph is drawn: what leads back, what Graphviz is asked, where lines begin and end."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from game import content
from game.case.library import Library
from game.case.model import Case
from game.workshop.graph import graph_of
from game.workshop.graph_layout import leading_back
from game.workshop.graph_page import graph_data, graph_page
from tests.plays import lamp
from tests.report.drawn import drawn

Lines = list[tuple[int, int]]

# How far each line begins from the box it comes from, and ends from the one it leads to.
APART = """() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const box = number => document.querySelector(`[data-number="${number}"]`);
  const grounds = number => [...box(number).querySelectorAll(".ground")].map(one => one.getBBox());
  const away = (number, point) => Math.min(...grounds(number).map(ground => {
    const place = box(number).getAttribute("transform").match(/([-\\d.]+) ([-\\d.]+)/);
    const [, left, top] = place.map(Number);
    const x = point.x - left, y = point.y - top;
    const dx = Math.max(ground.x - x, 0, x - ground.x - ground.width);
    const dy = Math.max(ground.y - y, 0, y - ground.y - ground.height);
    return Math.hypot(dx, dy);
  }));
  return [...document.querySelectorAll(".edge .line")].map((path, i) => {
    const end = path.getPointAtLength(path.getTotalLength()), from = path.getPointAtLength(0);
    return Math.max(away(data.edges[i].from, from), away(data.edges[i].to, end));
  });
}"""
Open = Callable[[Case], Page]


@st.composite
def graphs(draw: st.DrawFn) -> tuple[int, Lines]:
    boxes = draw(st.integers(1, 8))
    number = st.integers(0, boxes - 1)
    return boxes, draw(st.lists(st.tuples(number, number), max_size=20))


def reached(boxes: int, lines: Lines, start: int) -> set[int]:
    """The boxes that lines lead to from one, by following each."""
    found: set[int] = set()
    left = [start]
    while left:
        box = left.pop()
        new = {to for tail, to in lines if tail == box} - found
        found |= new
        left += new
    return found


@given(graphs())
def test_lines_that_lead_back_close_a_circle_and_without_them_there_is_none(
    graph: tuple[int, Lines],
) -> None:
    boxes, lines = graph
    back = leading_back(boxes, lines)
    assert len(back) == len(lines)
    for (box, to), is_back in zip(lines, back, strict=True):
        assert is_back == (to <= box and (to == box or box in reached(boxes, lines, to)))
    rest = [line for line, is_back in zip(lines, back, strict=True) if not is_back]
    assert [box for box in range(boxes) if box in reached(boxes, rest, box)] == []


def test_story_that_only_goes_on_has_none() -> None:
    assert not any(leading_back(4, [(0, 2), (2, 1), (1, 3)]))


def test_long_chain_is_no_burden() -> None:
    boxes = 20_000
    chain = [(one, one + 1) for one in range(boxes - 1)]
    assert sum(leading_back(boxes, [*chain, (boxes - 1, 0)])) == 1


def test_graphviz_is_asked_about_the_lines_that_lead_on_alone() -> None:
    data = graph_data(graph_of(drawn(60), "ko"))
    asked = [line for line in data["dot"].split("\n") if "->" in line]
    on = [number for number, edge in enumerate(data["edges"]) if not edge["back"]]
    assert 0 < len(on) < len(data["edges"])
    assert [int(line.partition("[id=")[2].rstrip("]")) for line in asked] == on


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens the page of a case's graph and waits until it is drawn."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})

    def opened(case: Case) -> Page:
        path = tmp_path / "graph.html"
        path.write_text(graph_page(graph_of(case, "ko")), "utf-8")
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-ready]")
        return page

    yield opened
    page.close()


def shipped(name: str) -> Case:
    return Library([content.scenarios()]).load(name)


CASES: dict[str, Callable[[], Case]] = {
    "lamp": lamp,
    "sixty": lambda: drawn(60),
    "two-scenes": lambda: shipped("spilt-coffee"),
    "shared": lambda: shipped("creased-shirt"),
}


@pytest.mark.browser
@pytest.mark.parametrize("name", CASES)
def test_every_line_begins_and_ends_at_its_boxes(show: Open, name: str) -> None:
    found: list[float] = show(CASES[name]()).evaluate(APART)
    assert len(found) == len(list(graph_of(CASES[name](), "ko").edges()))
    assert max(found) <= 12


@pytest.mark.browser
@pytest.mark.parametrize("name", CASES)
def test_first_view_hides_nothing_beside_the_drawing(show: Open, name: str) -> None:
    page = show(CASES[name]())
    drawing: Any = page.locator("#drawing").bounding_box()
    for box in page.locator(".box").all():
        at: Any = box.bounding_box()
        assert drawing["x"] <= at["x"]
        assert at["x"] + at["width"] <= drawing["x"] + drawing["width"]
