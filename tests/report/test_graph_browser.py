"""The graph in a real browser: it is laid out, nothing spills, it is searched, moved and walked."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

from game import content
from game.case.library import Library
from game.case.model import Case
from game.words import LANGUAGES, Lang
from game.workshop.graph import graph_of
from game.workshop.graph_files import dot_of
from game.workshop.graph_page import graph_page, layout_script
from game.workshop.graph_paths import heat_of, tracks_of
from tests.plays import BEST, CASES, played
from tests.report.drawn import HOSTILE, drawn

pytestmark = pytest.mark.browser

# Texts that leave the box they stand in, near and far: [box, text, by how much].
SPILLED = """() => {
  const found = [], svg = document.querySelector("#drawing");
  for (const far of [false, true]) {
    svg.classList.toggle("from-far", far);
    for (const box of svg.querySelectorAll(".box")) {
      const all = [...box.querySelectorAll(".ground")].map(one => one.getBBox());
      const left = Math.min(...all.map(one => one.x)), top = Math.min(...all.map(one => one.y));
      const right = Math.max(...all.map(one => one.x + one.width));
      const bottom = Math.max(...all.map(one => one.y + one.height));
      for (const text of box.querySelectorAll(far ? ".far text" : ".near text")) {
        const at = text.getBBox();
        const over = Math.max(left - at.x, top - at.y - 3, at.x + at.width - right,
                              at.y + at.height - bottom - 3);
        if (over > 0.5) found.push([box.dataset.number, text.textContent, over]);
      }
    }
  }
  return found;
}"""

# Boxes that lie over one another.
OVERLAPPING = """() => {
  const boxes = [...document.querySelectorAll(".box")].map(one => one.getBoundingClientRect());
  let found = 0;
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach(b => {
    const across = a.left < b.right - 1 && b.left < a.right - 1;
    if (across && a.top < b.bottom - 1 && b.top < a.bottom - 1) found++;
  }));
  return found;
}"""
VIEW = "() => document.querySelector('#drawing > g').getAttribute('transform')"

Open = Callable[..., Page]


def case(name: str) -> Case:
    return Library([content.scenarios(), CASES]).load(name)


@pytest.fixture
def asked() -> list[str]:
    """What the page asked for beside itself, and what it complained of."""
    return []


@pytest.fixture
def page(browser: Browser, asked: list[str]) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    opened.on("request", lambda one: asked.append(one.url))
    opened.on("console", lambda one: asked.append(one.text))
    opened.on("pageerror", lambda one: asked.append(str(one)))
    yield opened
    opened.close()


@pytest.fixture
def show(page: Page, tmp_path: Path) -> Open:
    """Opens the page of a case's graph and waits until it is drawn."""

    def opened(of: Case, lang: Lang = "ko", **more: Any) -> Page:
        graph = graph_of(of, lang)
        paths, heat = more.get("paths", {}), more.get("heat")
        path = tmp_path / "graph.html"
        path.write_text(graph_page(graph, tracks_of(of, graph, paths), heat), "utf-8")
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-ready]")
        return page

    return opened


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_needs_no_network_and_complains_of_nothing(
    show: Open, asked: list[str], lang: Lang
) -> None:
    page = show(case("spilt-coffee"), lang)
    assert [one for one in asked if not one.startswith("blob:")] == [page.url]
    assert page.locator(".box").count() == len(case("spilt-coffee").nodes)
    assert page.locator(".cluster").count() == 2


@pytest.mark.parametrize("nodes", [30, 60, 170])
def test_large_graph_is_laid_out_without_overlap_or_spilling(show: Open, nodes: int) -> None:
    page = show(drawn(nodes))
    assert page.locator(".box").count() == nodes
    assert page.evaluate(SPILLED) == []
    assert page.evaluate(OVERLAPPING) == 0


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["creased-shirt", "spilt-coffee", "journey"])
def test_real_case_is_laid_out_without_overlap_or_spilling(
    show: Open, name: str, lang: Lang
) -> None:
    page = show(case(name), lang)
    assert page.evaluate(SPILLED) == []
    assert page.evaluate(OVERLAPPING) == 0


def test_measure_sees_what_spills(show: Open) -> None:
    page = show(case("lamp"))
    page.evaluate("() => { document.querySelector('.near .name').textContent = '가'.repeat(80); }")
    assert len(page.evaluate(SPILLED)) == 1


def test_search_finds_a_node_by_its_korean_words(show: Open) -> None:
    page = show(case("creased-shirt"))
    page.fill("#search", "이십 년")
    ids = page.locator("#list button").all_inner_texts()
    assert ids
    assert page.locator(".box.found").count() == len(ids) < page.locator(".box").count()
    page.press("#search", "Enter")
    assert page.inner_text("#told h3") == ids[0].split("\n")[0]
    page.fill("#search", "어디에도 없는 말")
    assert page.inner_text("#found") == "찾은 것이 없습니다."


def test_zooming_moving_and_showing_all(show: Open) -> None:
    page = show(drawn(60))
    views = [page.evaluate(VIEW)]

    def changed() -> None:
        views.append(page.evaluate(VIEW))
        assert views[-1] != views[-2]

    page.click("#zoom-in")
    changed()
    page.hover("#drawing", position={"x": 300, "y": 300})
    page.mouse.wheel(0, -240)
    page.locator(f'#drawing > g:not([transform="{views[-1]}"])').wait_for()
    changed()
    page.mouse.move(400, 400)
    page.mouse.down()
    page.mouse.move(460, 430)
    page.mouse.up()
    changed()
    page.click("#fit")
    changed()
    drawing = page.locator("#drawing").bounding_box()
    assert drawing
    for number in range(60):
        box = page.locator(f'[data-number="{number}"]').bounding_box()
        assert box
        assert drawing["x"] - 1 <= box["x"] <= drawing["x"] + drawing["width"] - box["width"] + 1
        assert drawing["y"] - 1 <= box["y"] <= drawing["y"] + drawing["height"] - box["height"] + 1


def test_keys_walk_through_the_graph(show: Open) -> None:
    page = show(case("lamp"))
    focused = "() => document.activeElement.dataset.number ?? ''"
    page.focus("#drawing")
    assert page.evaluate(focused) == "0"
    page.keyboard.press("ArrowDown")
    below = page.evaluate(focused)
    assert below not in ("", "0")
    page.keyboard.press("Enter")
    assert page.get_attribute(f'[data-number="{below}"]', "aria-pressed") == "true"
    chosen = list(case("lamp").nodes)[int(below)]
    assert page.inner_text("#told h3") == chosen
    page.keyboard.press("/")
    assert page.evaluate("() => document.activeElement.id") == "search"
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.locator(".box.chosen").count() == 0
    view = page.evaluate(VIEW)
    page.keyboard.press("+")
    assert page.evaluate(VIEW) != view


def test_pointing_at_a_reply_tells_its_words_acts_and_reason(show: Open) -> None:
    of = case("lamp")
    page = show(of)
    page.fill("#search", "opens")
    page.press("#search", "Enter")
    reply = of.nodes["opens"].replies[0]
    page.locator('[data-number="0"] .row').first.hover()
    told = page.locator("#told .way.pointed").inner_text()
    for text in (reply.id, of.text(reply.say, "ko"), of.text(reply.why, "ko"), reply.acts[0].name):
        assert text in told


def test_path_and_heat_are_shown_on_demand(show: Open) -> None:
    heat = heat_of([played(BEST), played(("brush", "ask"))])
    page = show(case("lamp"), paths={"가장 좋은 길": BEST, "다른 길": ["brush"]}, heat=heat)
    page.click("text=가장 좋은 길")
    assert page.locator(".tracing").count() == 1
    best = page.locator(".box.traced").count()
    assert best > 2
    page.click("text=다른 길")
    assert 0 < page.locator(".box.traced").count() < best
    page.click("text=다른 길")
    assert page.locator(".tracing").count() == 0
    assert not page.locator(".share").first.is_visible()
    page.click("#heat")
    assert page.locator(".share").first.is_visible()
    assert "100%" in page.locator(".share").all_text_contents()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing(show: Open, page: Page, lang: Lang, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    show(case("creased-shirt"), lang)
    page.fill("#search", "opens")
    page.press("#search", "Enter")
    page.click("summary")
    seen = Axe().run(page)
    assert [(one["id"], one["nodes"][0]["html"]) for one in seen.response["violations"]] == []
    assert seen.response["passes"]


def test_hostile_text_does_nothing(show: Open, asked: list[str], page: Page) -> None:
    page.on("dialog", lambda one: asked.append(one.message))
    show(drawn(12, HOSTILE, HOSTILE[:60]))
    page.fill("#search", "onerror")
    page.press("#search", "Enter")
    assert HOSTILE in page.inner_text("#told")
    assert page.title().startswith(HOSTILE[:60])
    assert [one for one in asked if not one.startswith("blob:")] == [page.url]
    assert page.locator("#told script, #told img, #told svg, #list img").count() == 0
    assert page.evaluate(SPILLED) == []


@pytest.mark.parametrize("letters", ["가", "W", "ｗ", "e\u0301", "👩‍👩‍👧", "\u202e가"])
def test_longest_text_without_a_space_stays_in_its_box(show: Open, letters: str) -> None:
    page = show(drawn(12, letters * (200 // len(letters)), letters * (56 // len(letters))))
    assert page.evaluate(SPILLED) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 1280


def test_browser_that_cannot_run_graphviz_draws_all_the_same(show: Open, page: Page) -> None:
    page.add_init_script("delete window.Worker")
    show(drawn(60))
    assert page.locator(".box").count() == 60
    assert page.locator(".edge").count() == len(list(graph_of(drawn(60), "ko").edges()))
    assert page.evaluate(OVERLAPPING) == 0


def test_saved_drawing_is_a_whole_file(show: Open, tmp_path: Path) -> None:
    page = show(drawn(12, HOSTILE))
    with page.expect_download() as found:
        page.click("#save")
    path = tmp_path / "saved.svg"
    found.value.save_as(path)
    texts = "".join(ET.parse(path).getroot().itertext())
    assert found.value.suggested_filename == "drawn.svg"
    assert all(box in texts for box in drawn(12).nodes)


@pytest.mark.parametrize("name", ["lamp", "spilt-coffee", "hostile"])
def test_dot_file_is_understood_by_graphviz(page: Page, name: str) -> None:
    of = drawn(12, HOSTILE, HOSTILE[:60]) if name == "hostile" else case(name)
    script = layout_script().partition("onmessage")[0]
    page.set_content("<p></p>")
    page.add_script_tag(content=f"{script}\nwindow.graphviz = Graphviz;")
    dot = json.dumps(dot_of(graph_of(of, "ko")))
    svg = page.evaluate(f"graphviz.load().then(one => one.layout({dot}, 'svg', 'dot'))")
    texts = "".join(ET.fromstring(svg).itertext())
    assert all(box in texts for box in of.nodes)
    assert "<script" not in svg
