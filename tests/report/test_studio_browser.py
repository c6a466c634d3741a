"""The studio in a real browser: what is saved is shown, the play stays, no text is markup."""

import json
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

from game import content
from game.case.library import Library
from game.words import LANGUAGES, Lang, words
from game.workshop.studio.deep import looked_through
from game.workshop.studio.server import open_server
from game.workshop.studio.watching import Watch
from game.workshop.studio.workbench import Workbench
from tests.plays import LAMP_ENGLISH, LAMP_TEXT, case_of
from tests.report.drawn import HOSTILE, quoted, story, written

pytestmark = pytest.mark.browser

TRACED = "() => [...document.querySelectorAll('.box.traced')].map(one => one.dataset.number)"
Open = Callable[..., Page]


@pytest.fixture
def asked() -> list[str]:
    """What the page asked other addresses for, and what it complained of."""
    return []


@pytest.fixture
def page(browser: Browser, asked: list[str]) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1440, "height": 900})
    opened.on("console", lambda one: asked.append(one.text))
    opened.on("pageerror", lambda one: asked.append(str(one)))
    yield opened
    opened.close()


@pytest.fixture
def benches() -> list[Workbench]:
    """The benches of the studios that were opened, in their order."""
    return []


@pytest.fixture
def studio(page: Page, tmp_path: Path, benches: list[Workbench]) -> Iterator[Open]:
    """Opens the studio on a case in a folder of its own and waits until it is shown."""
    ends: list[Callable[[], None]] = []

    def opened(wanted: str = "lamp.yaml", lang: Lang = "ko", is_drawn: bool = True) -> Page:
        path = wanted if wanted == "" else str(tmp_path / wanted)
        bench = Workbench(Library([content.scenarios()]), lang, path or None)
        benches.append(bench)
        server, watch = open_server(bench), Watch(bench)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        watch.begin()
        ends.extend((server.over.set, server.shutdown, server.server_close, watch.end, thread.join))
        page.goto(server.address)
        page.wait_for_selector("html[data-drawn]" if is_drawn else "html[data-number]")
        return page

    written(tmp_path, LAMP_TEXT, "lamp.yaml")
    written(tmp_path, LAMP_ENGLISH, "lamp.en.yaml")
    yield opened
    page.goto("about:blank")
    for end in ends:
        end()


def test_save_refreshes_problems_graph_and_play(
    studio: Open, tmp_path: Path, asked: list[str]
) -> None:
    page = studio()
    page.click("#replies button >> nth=0")
    page.locator("#stands", has_text="답 1번").wait_for()
    stood = page.inner_text("#stands")
    written(tmp_path, LAMP_TEXT.replace("스탠드가", "새 전등이"), "lamp.yaml")
    page.locator("#list small", has_text="새 전등이").first.wait_for()
    page.locator("#lines li", has_text="새 전등이").first.wait_for()
    assert page.inner_text("#stands") == stood
    written(tmp_path, LAMP_TEXT.replace("start: opens", "start: opened"), "lamp.yaml")
    page.locator("#problems li", has_text="lamp.yaml:").first.wait_for()
    assert page.locator(".box").count() > 5
    assert page.inner_text("#stands") == stood
    written(tmp_path, LAMP_TEXT, "lamp.yaml")
    page.locator("#verdict.good").wait_for()
    assert page.inner_text("#stands") == stood
    assert asked == []


def test_view_and_chosen_node_outlive_a_save(studio: Open, tmp_path: Path) -> None:
    page = studio()
    page.fill("#search", "silence")
    page.press("#search", "Enter")
    page.click("#zoom-in")
    view = page.get_attribute("#drawing > g", "transform")
    written(tmp_path, LAMP_TEXT.replace("스탠드가", "새 전등이"), "lamp.yaml")
    page.fill("#search", "")
    page.locator("#list small", has_text="새 전등이").first.wait_for()
    assert page.inner_text("#told h3") == "silence"
    assert page.locator(".box.chosen").count() == 1
    assert page.get_attribute("#drawing > g", "transform") == view


def test_chosen_node_stays_where_it_is_when_all_is_placed_anew(
    studio: Open, tmp_path: Path
) -> None:
    text = story(60)
    written(tmp_path, text, "drawn.yaml")
    page = studio("drawn.yaml")
    page.fill("#search", "n20")
    page.press("#search", "Enter")
    before = page.locator(".box.chosen").bounding_box()
    new = "  new: {end: lost}\n  n0:\n    say: 네.\n    replies:\n"
    more = "      - {id: to-new, say: 네, acts: [inform], why: 네, go: new}\n"
    block = more.replace("{", "").replace("}", "").replace(", ", "\n        ")
    written(
        tmp_path, re.sub(r"  n0:\n    say: .*\n    replies:\n", new + block, text), "drawn.yaml"
    )
    page.locator("#drawn", has_text="61").wait_for(state="attached")
    after = page.locator(".box.chosen").bounding_box()
    assert before is not None
    assert after is not None
    assert (round(after["x"]), round(after["y"])) == (round(before["x"]), round(before["y"]))


def test_ways_to_the_extremes_are_shown_on_demand_and_outlive_a_save(
    studio: Open, tmp_path: Path, benches: list[Workbench]
) -> None:
    page = studio()
    found = json.loads(json.dumps(looked_through(tmp_path / "lamp.yaml", "ko")))
    (bench,) = benches
    bench.keep_deep(bench.saved, found)
    page.click("#tracks button >> text=공감 최고")
    best = page.evaluate(TRACED)
    assert len(best) > 2
    page.click("#tracks button >> text=공감 최저")
    worst = page.evaluate(TRACED)
    assert worst[0] == best[0]
    assert worst != best
    written(tmp_path, LAMP_TEXT.replace("스탠드가", "새 전등이"), "lamp.yaml")
    page.locator("#list small", has_text="새 전등이").first.wait_for()
    page.locator("#tracks button", has_text="공감").first.wait_for(state="detached")
    assert page.locator(".tracing").count() == 0
    bench.keep_deep(bench.saved, found)
    page.locator("#tracks button[aria-pressed=true]", has_text="공감 최저").wait_for()
    assert page.locator(".tracing").count() == 1
    page.click("#tracks button >> text=지금 대화")
    played = page.locator(".row.traced").count()
    page.click("#replies button >> nth=0")
    page.locator("#stands", has_text="답 1번").wait_for()
    page.locator(f".row.traced >> nth={played}").wait_for(state="attached")


def test_play_that_parted_says_where(studio: Open, tmp_path: Path) -> None:
    page = studio()
    reply = case_of(LAMP_TEXT).nodes["opens"].reply("ask")
    assert reply is not None
    page.click(f"#replies >> text={case_of(LAMP_TEXT).text(reply.say, 'ko')}")
    page.locator("#stands", has_text="답 1번").wait_for()
    written(tmp_path, LAMP_TEXT.replace("id: ask\n", "id: asked\n"), "lamp.yaml")
    page.locator("#parted:not([hidden])").wait_for()
    assert "opens" in page.inner_text("#parted")
    written(tmp_path, LAMP_TEXT, "lamp.yaml")
    page.locator("#stands", has_text="답 1번").wait_for()
    assert not page.locator("#parted").is_visible()


def test_play_goes_to_the_chosen_node_and_back(studio: Open) -> None:
    page = studio(lang="en")
    page.fill("#search", "closing")
    page.press("#search", "Enter")
    page.click("#play-here")
    page.locator("#stands", has_text="At closing").wait_for()
    assert page.locator(".box.here").count() == 1
    page.click("#play-restart")
    page.locator("#stands", has_text="At opens").wait_for()


def test_problem_leads_to_its_node(studio: Open, tmp_path: Path) -> None:
    page = studio()
    lines = LAMP_TEXT.split("\n")
    at = next(i for i, line in enumerate(lines) if line.strip() == "- id: brush")
    wrong = next(i for i in range(at, len(lines)) if "go: " in lines[i])
    lines[wrong] = lines[wrong].partition("go: ")[0] + "go: nowhere"
    written(tmp_path, "\n".join(lines), "lamp.yaml")
    page.click("#problems li button")
    assert page.inner_text("#told h3") == "opens"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_case_that_is_not_there_shows_why_and_comes(
    studio: Open, tmp_path: Path, lang: Lang
) -> None:
    page = studio("later.yaml", lang, is_drawn=False)
    assert page.inner_text("#stands") == words(lang, "workshop.studio.no-play")
    assert page.locator("#problems li").count() == 1
    written(tmp_path, story(12), "later.yaml")
    page.locator(".box").first.wait_for()
    assert page.locator(".box").count() == 12


def test_case_is_chosen_from_the_list(studio: Open) -> None:
    page = studio("", is_drawn=False)
    page.select_option("#case", "just-okay")
    page.locator(".box").first.wait_for()
    assert "just-okay" in page.inner_text("#file")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(studio: Open, tmp_path: Path, page: Page, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    studio()
    page.click("#replies button >> nth=0")
    page.locator("#stands", has_text="답 1번").wait_for()
    written(tmp_path, LAMP_TEXT.replace("start: opens", "start: opened"), "lamp.yaml")
    page.locator("#problems li").first.wait_for()
    seen = Axe().run(page)
    assert [(one["id"], one["nodes"][0]["html"]) for one in seen.response["violations"]] == []
    assert seen.response["passes"]


def test_hostile_text_does_nothing(
    studio: Open, tmp_path: Path, page: Page, asked: list[str]
) -> None:
    page.on("dialog", lambda one: asked.append(one.message))
    written(tmp_path, story(12, HOSTILE, HOSTILE[:60]), "hostile.yaml")
    studio("hostile.yaml")
    page.click("#replies button >> nth=0")
    page.locator("#stands", has_text="답 1번").wait_for()
    assert page.title() == HOSTILE[:60]
    bad = story(12).replace("  n3:\n", f"  {quoted('<img src=x onerror=alert(1)>')}:\n")
    written(tmp_path, bad, "hostile.yaml")
    page.locator("#problems li", has_text="onerror").first.wait_for()
    written(tmp_path, story(12, "가" * 20_000), "hostile.yaml")
    page.locator("#problems li", has_text="D009").first.wait_for()
    assert asked == []
    assert page.locator("main img, main script, #told svg").count() == 0


def test_nothing_overflows_the_window(studio: Open) -> None:
    page = studio()
    for width in (1440, 1100, 700):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width
