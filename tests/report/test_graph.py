"""The graph of a case: what is in it, its sizes, its files, and that no text of it is markup."""

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import content
from game.case.library import Library
from game.case.model import Case
from game.case.nodes import Fate
from game.cli import main
from game.words import LANGUAGES, Lang, knows
from game.workshop.graph import Graph, Leads, Shape, graph_of
from game.workshop.graph_files import columns, dot_of, mermaid_of, shortened
from game.workshop.graph_page import graph_data, graph_page, layout_script
from game.workshop.graph_paths import heat_of, tracks_of
from tests.plays import BEST, CASES, LAMP, ROOT, played
from tests.report.drawn import HOSTILE, drawn, story, written

GOLDEN = ROOT / "tests" / "golden"
SHIPPED = [one.id for one in Library([content.scenarios()]).found()]


def case(name: str) -> Case:
    return Library([content.scenarios(), CASES]).load(name)


def graph(name: str, lang: Lang = "ko") -> Graph:
    return graph_of(case(name), lang)


# What is in it


@pytest.mark.parametrize("name", SHIPPED)
def test_every_node_and_every_way_is_in_it(name: str) -> None:
    of, found = case(name), graph(name)
    assert list(found.boxes) == list(of.nodes)
    wanted = []
    for node in of.nodes.values():
        routes = [(reply.id, route.to) for reply in node.replies for route in reply.go]
        routes += [(str(number), route.to) for number, route in enumerate(node.go)]
        routes += [("timer", node.timer.go)] if node.timer else []
        wanted += [(node.id, row, to) for row, to in routes if to not in ("stay", "back")]
    assert [(edge.box, edge.row, edge.to) for edge in found.edges()] == wanted


@pytest.mark.parametrize("name", SHIPPED)
def test_shapes_tell_endings_rules_and_talk_apart(name: str) -> None:
    of = case(name)
    for box in graph(name).boxes.values():
        node = of.nodes[box.id]
        assert (box.shape is Shape.END) == (node.end is not None) == (box.fate is not None)
        assert (box.shape is Shape.TALK) == bool(node.replies)
        if box.shape is Shape.ROUTE:
            assert box.text == ""
            assert node.go


def test_way_with_a_condition_is_dashed() -> None:
    wanted = [
        bool(reply.when or route.when)
        for node in case("creased-shirt").nodes.values()
        for reply in node.replies
        for route in reply.go
        if route.to not in ("stay", "back")
    ]
    edges = [edge for edge in graph("creased-shirt").edges() if edge.leads is Leads.REPLY]
    assert [edge.dashed for edge in edges] == wanted
    assert set(wanted) == {True, False}


def test_start_and_what_is_entered_from_everywhere_are_noted() -> None:
    notes = {box.id: box.notes for box in graph("lamp", "en").boxes.values() if box.notes}
    assert notes["opens"] == ("▶ Starts here",)
    assert {"Here when patience ends", "Here when not understood"} <= {
        note for noted in notes.values() for note in noted
    }


def test_scenes_are_clusters_without_a_node_in_common() -> None:
    scenes = [one for one in graph("spilt-coffee").clusters if one.id.startswith("scene:")]
    assert [one.id for one in scenes] == ["scene:counter", "scene:message"]
    assert set(scenes[0].boxes).isdisjoint(scenes[1].boxes)
    assert {"spill", "end-slipped"} <= set(scenes[0].boxes)
    assert {"writes", "end-regular"} <= set(scenes[1].boxes)


def test_shared_scene_is_a_cluster_with_the_node_that_calls_it() -> None:
    (shared,) = graph("creased-shirt").clusters
    assert shared.boxes[0] == "check"
    assert all(box.startswith("check/") for box in shared.boxes[1:])
    assert "confirm-solved" in shared.label


@pytest.mark.parametrize("lang", LANGUAGES)
def test_texts_acts_effects_and_reasons_stand_in_the_details(lang: Lang) -> None:
    of = case("lamp")
    opens = graph("lamp", lang).boxes["opens"]
    for reply, row in zip(of.nodes["opens"].replies, opens.rows, strict=False):
        told = "\n".join(detail.text for detail in row.details)
        assert of.text(reply.why, lang) in told
        assert all(act.name in told for act in reply.acts)
        assert row.text == of.text(reply.say, lang)
        if reply.better:
            assert of.text(reply.better, lang) in told
            assert row.is_weak


def test_every_fate_has_a_word_and_a_mark_of_its_own() -> None:
    assert [
        fate for fate in Fate for lang in LANGUAGES if not knows(lang, f"workshop.fate.{fate}")
    ] == []
    found = graph_data(graph_of(drawn(30), "ko"))["boxes"]
    ends = {box["lines"][0] for box in found if box["fate"]}
    assert len(ends) == len({end[0] for end in ends}) == len(Fate)


# Paths and heat


@pytest.mark.parametrize("name", SHIPPED)
def test_golden_plays_run_along_the_lines_to_their_ending(name: str) -> None:
    of, found = case(name), graph(name)
    scripts = {
        path.stem: path.read_text("utf-8").split("\n") for path in (GOLDEN / name).glob("end-*.txt")
    }
    assert scripts
    edges = list(found.edges())
    for track in tracks_of(of, found, scripts):
        assert track.boxes[0] == of.scenes[0].start
        assert track.boxes[-1] == track.name
        assert {edges[number].box for number in track.edges} <= set(track.boxes)
        assert {edges[number].to for number in track.edges} <= set(track.boxes)
        assert set(track.rows) >= {(edges[n].box, edges[n].row) for n in track.edges}


def test_path_that_the_case_no_longer_allows_is_followed_as_far_as_it_goes() -> None:
    (track,) = tracks_of(case("lamp"), graph("lamp"), {"old": [BEST[0], "gone-now", *BEST[1:]]})
    assert track.boxes[0] == "opens"
    assert ("opens", BEST[0]) in track.rows
    assert len(track.rows) < len(BEST)


def test_heat_is_the_share_of_plays() -> None:
    heat = heat_of([played(BEST), played(BEST[:1]), played(("brush",)), played(("brush",))])
    assert heat["opens"] == 1
    assert heat["opens.brush"] == heat[f"opens.{BEST[0]}"] == 0.5
    assert heat_of([]) == {}
    boxes = {box["id"]: box["heat"] for box in graph_data(graph("lamp"), (), heat)["boxes"]}
    assert boxes["opens"] == 1
    assert boxes["silence"] is None


# Sizes


def test_hangul_takes_two_columns_and_marks_above_letters_none() -> None:
    assert [columns(text) for text in ("abc", "단골", "단ab", "e\u0301", "…")] == [3, 4, 4, 1, 1]


@given(st.text(max_size=60), st.integers(2, 40))
def test_shortened_text_stands_on_one_line_and_fits(text: str, most: int) -> None:
    short = shortened(text, most)
    assert columns(short) <= most
    assert "\n" not in short
    if columns(" ".join(text.split())) <= most:
        assert short == " ".join(text.split())


def test_box_is_as_wide_as_its_hangul_asks() -> None:
    narrow, wide = (
        graph_data(graph_of(drawn(12, said), "ko"))["boxes"][0]["width"]
        for said in ("abcdefghijklmn", "가나다라마바사아자차카타파하")
    )
    assert wide > narrow


def test_small_change_of_a_text_moves_nothing() -> None:
    one, other = (
        graph_data(graph_of(drawn(30, said), "ko"))
        for said in ("그럼 오늘 되나요?", "그럼 내일 되나요?")
    )
    assert one["boxes"] != other["boxes"]
    assert one["dot"] == other["dot"]


def test_layout_is_asked_with_numbers_alone() -> None:
    dot = graph_data(graph_of(drawn(30, HOSTILE, HOSTILE[:60]), "ko"))["dot"]
    letters = set(re.findall(r"[A-Za-z가-힣]{4,}", dot)) - {"CELLBORDER", "CELLPADDING"}
    assert not letters & {"script", "taken", "alert", "주름진", "해결됨"}
    assert dot.isascii()


# Files


def test_mermaid_has_nothing_that_it_could_take_for_markup() -> None:
    text = mermaid_of(graph_of(drawn(12, HOSTILE, HOSTILE[:60]), "ko"))
    for line in text.split("\n")[1:]:
        inside = re.sub(r"<br>|-\.?->|\(\[|\]\)|[{}\[\]|\"]", "", line)
        assert not re.search(r"[<>\"`&]", inside), line


def test_dot_file_names_every_node_and_way() -> None:
    found = graph("spilt-coffee")
    dot = dot_of(found)
    assert len(re.findall(r" -> ", dot)) == len(list(found.edges()))
    assert all(f'"{box}' in dot or f" {box}\\n" in dot for box in found.boxes)
    assert dot.count("subgraph cluster_") == len(found.clusters)


@pytest.mark.parametrize(
    ("ending", "begins"), [(".html", "<!DOCTYPE html>"), (".dot", "digraph"), (".mmd", "flowchart")]
)
def test_format_goes_by_the_ending(tmp_path: Path, ending: str, begins: str) -> None:
    path = tmp_path / f"lamp{ending}"
    assert main(["graph", str(LAMP), "-o", str(path), "--lang", "en"]) == 0
    assert path.read_text("utf-8").startswith(begins)


def test_page_is_named_after_its_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["graph", str(LAMP)]) == 0
    assert [path.name for path in tmp_path.glob("*.html")] == ["lamp.html"]


def test_other_endings_bots_and_places_are_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def told(*given: str) -> tuple[int, str]:
        code = main(["graph", str(LAMP), "--lang", "en", *given])
        return code, capsys.readouterr().err

    assert told("-o", str(tmp_path / "lamp.png"))[1].startswith(
        "Error: The file of a graph must end in"
    )
    assert "There is no bot nobody" in told("--heat", "nobody", "-o", str(tmp_path / "a.html"))[1]
    code, said = told("-o", str(tmp_path / "no" / "lamp.html"))
    assert code == 1
    assert said.count("\n") == 1


def test_svg_without_graphviz_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["graph", str(LAMP), "-o", str(tmp_path / "a.svg"), "--lang", "en"]) == 1
    assert "Install Graphviz, or write .html" in capsys.readouterr().err
    assert list(tmp_path.glob("a.svg")) == []


def test_heat_of_a_bot_is_on_the_page(tmp_path: Path) -> None:
    path = tmp_path / "lamp.html"
    assert main(["graph", str(LAMP), "--heat", "random", "-o", str(path)]) == 0
    data = data_of(path.read_text("utf-8"))
    assert data["heated"]
    assert data["boxes"][0]["heat"] == 1


# The page


def data_of(page: str) -> dict[str, Any]:
    text = page.split('<script type="application/json" id="data">')[1].partition("</script>")[0]
    data: dict[str, Any] = json.loads(text)
    return data


def test_page_allows_its_own_script_and_nothing_else() -> None:
    page = graph_page(graph("lamp"))
    policy = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)[0]
    assert policy.startswith("default-src 'none'")
    for tag, rule in (("style", "style-src"), ('script type="module"', "script-src")):
        text = page.split(f"<{tag}>")[1].split(f"</{tag.split()[0]}>")[0]
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{rule} 'sha256-{digest}'" in policy
    own = page.replace(layout_script(), "")
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", own)
    assert not re.search(r"<(link|iframe|img|object|base|form)\b", own)


def test_hostile_text_is_data_and_nothing_else() -> None:
    plain, hostile = (graph_page(graph_of(drawn(12, t, t[:60]), "ko")) for t in ("x", HOSTILE))
    tags = [
        re.findall(r"<(?!!)/?[a-z]+", page.replace(layout_script(), ""))
        for page in (plain, hostile)
    ]
    assert tags[0] == tags[1]
    assert data_of(hostile)["title"] == HOSTILE[:60]
    assert HOSTILE in [row["text"] for row in data_of(hostile)["boxes"][0]["rows"]]


def test_enormous_text_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, story(12, "가" * 30_000))
    assert main(["graph", str(path), "-o", str(tmp_path / "a.html"), "--lang", "en"]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert len(said) < 500


# What others wrote


def test_vendored_script_is_what_its_readme_says() -> None:
    folder = content.assets() / "vendor"
    data = (folder / "wasm-graphviz.js").read_bytes()
    assert hashlib.sha256(data).hexdigest() in (folder / "README.md").read_text("utf-8")
    assert "Eclipse Public License - v 2.0" in (folder / "graphviz.LICENSE.md").read_text("utf-8")
    assert "Apache License" in (folder / "wasm-graphviz.LICENSE.txt").read_text("utf-8")


def test_vendored_script_can_stand_within_a_page() -> None:
    text = layout_script().lower()
    assert "</script" not in text
    assert "<!--" not in text
    assert "export{" not in text
    assert all(one in text for one in ("apache-2.0", "epl-2.0", "gitlab.com/graphviz"))


def test_rows_are_replies_rules_and_timers() -> None:
    rows = [row for box in graph("lamp").boxes.values() for row in box.rows]
    assert {row.leads for row in rows} == set(Leads)
    assert all((row.mood is not None) == (row.leads is Leads.REPLY) for row in rows)


def test_heat_of_plays_without_any_is_told_in_a_sentence_and_drawn_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DANGOL_HOME", str(tmp_path / "home"))
    path = tmp_path / "lamp.html"
    assert main(["graph", str(LAMP), "--heat", "plays", "-o", str(path), "--lang", "en"]) == 0
    assert "no finished play of lamp" in capsys.readouterr().err
    assert not data_of(path.read_text("utf-8"))["heated"]
