"""The studio behind its page: what it shows of a file as it is written, and whom it answers."""

import http.client
import json
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from game import content
from game.case.library import Library
from game.errors import DangolError
from game.words import LANGUAGES, knows, words
from game.workshop.studio.server import Server, open_server
from game.workshop.studio.watching import Watch
from game.workshop.studio.workbench import Workbench
from tests.plays import BEST, LAMP_ENGLISH, LAMP_TEXT, ROOT, environment
from tests.report.drawn import drawn, story, written

PATIENCE = 60.0  # seconds until a test gives up waiting


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The lamp in a folder where it may be written to."""
    written(tmp_path, LAMP_ENGLISH, "lamp.en.yaml")
    return written(tmp_path, LAMP_TEXT, "lamp.yaml")


@pytest.fixture
def bench(file: Path) -> Workbench:
    return Workbench(Library([content.scenarios()]), "en", str(file))


def play(bench: Workbench, *replies: str) -> None:
    for reply in replies:
        bench.choose(bench.state()["play"]["node"], reply)


def codes(bench: Workbench) -> list[str]:
    return [one["code"] for one in bench.state()["problems"]]


# What is on the bench


def test_case_is_there_with_its_graph_and_a_play_at_its_start(bench: Workbench) -> None:
    state = bench.state()
    assert (state["problems"], state["said"]) == ([], "")
    assert state["play"]["node"] == "opens"
    assert bench.graph()["boxes"][0]["id"] == "opens"
    assert {one["id"] for one in state["play"]["replies"]} >= {"ask", "brush"}


def test_play_goes_on_and_tells_what_each_reply_was_worth(bench: Workbench) -> None:
    play(bench, "brush")
    told = bench.state()["play"]
    assert told["turn"] == 1
    assert told["feedback"]["why"]
    assert told["lines"][-1]["text"]
    bench.back()
    assert bench.state()["play"]["turn"] == 0
    play(bench, *BEST)
    assert bench.state()["play"]["ended"]
    bench.restart()
    assert bench.state()["play"]["node"] == "opens"


def test_reply_for_a_node_that_the_play_has_left_does_nothing(bench: Workbench) -> None:
    play(bench, "ask", "file")
    at = bench.state()["play"]["node"]
    assert at != "opens"
    bench.choose("opens", "brush")
    assert (bench.state()["play"]["node"], bench.state()["play"]["turn"]) == (at, 2)


def test_play_can_begin_at_any_node_that_can_be_reached(bench: Workbench) -> None:
    nodes = [box["id"] for box in bench.graph()["boxes"]]
    reached = [node for node in nodes if bench.go(node)]
    assert reached == nodes
    assert not bench.go("nowhere")


def test_silence_lets_the_customer_speak_up(bench: Workbench) -> None:
    lines = len(bench.state()["play"]["lines"])
    bench.wait()
    assert len(bench.state()["play"]["lines"]) > lines


# Saving


def test_saved_text_is_shown_and_the_play_stays_where_it_was(bench: Workbench, file: Path) -> None:
    play(bench, "ask")
    before, graph = bench.state(), bench.graph()
    reply = before["play"]["replies"][0]["id"]
    file.write_text(LAMP_TEXT.replace("깜빡여요", "자꾸 꺼져요"), "utf-8")
    bench.read()
    after = bench.state()
    assert after["number"] > before["number"]
    assert bench.graph()["number"] > graph["number"]
    for key in ("node", "turn", "moodNumber", "parted"):
        assert after["play"][key] == before["play"][key]
    play(bench, reply)
    assert bench.state()["play"]["turn"] == 2


def test_play_that_the_new_text_no_longer_allows_says_where_it_parted(
    bench: Workbench, file: Path
) -> None:
    play(bench, "ask", "file")
    file.write_text(LAMP_TEXT.replace("id: ask\n", "id: asked\n"), "utf-8")
    bench.read()
    told = bench.state()["play"]
    assert told["parted"] == {"entry": 1, "at": "opens", "done": "ask"}
    assert (told["node"], told["turn"]) == ("opens", 0)
    file.write_text(LAMP_TEXT, "utf-8")
    bench.read()
    told = bench.state()["play"]
    assert (told["parted"], told["turn"]) == (None, 2)


def test_broken_text_shows_its_problems_beside_the_last_good_one(
    bench: Workbench, file: Path
) -> None:
    play(bench, "ask")
    graph = bench.graph()
    file.write_text(LAMP_TEXT.replace("start: opens", "start: opened"), "utf-8")
    bench.read()
    assert codes(bench) != []
    assert bench.graph() == graph
    assert bench.state()["play"]["turn"] == 1
    file.write_text("case: [", "utf-8")
    bench.read()
    assert [one["line"] for one in bench.state()["problems"]] == [1]
    file.write_text(LAMP_TEXT, "utf-8")
    bench.read()
    assert codes(bench) == []


def test_problem_names_the_node_that_it_stands_in(bench: Workbench, file: Path) -> None:
    lines = LAMP_TEXT.split("\n")
    at = next(i for i, line in enumerate(lines) if line.strip() == "- id: brush")
    wrong = next(i for i in range(at, len(lines)) if "go: " in lines[i])
    lines[wrong] = lines[wrong].partition("go: ")[0] + "go: nowhere"
    file.write_text("\n".join(lines), "utf-8")
    bench.read()
    (problem,) = bench.state()["problems"]
    assert (problem["code"], problem["line"], problem["node"]) == ("D014", wrong + 1, "opens")
    assert problem["name"] == "lamp.yaml"


def test_watch_sees_a_file_a_table_and_a_shared_scene_being_saved(
    bench: Workbench, file: Path
) -> None:
    (file.parent / "shared").mkdir()
    watch = Watch(bench)
    watch.begin()
    try:
        number = bench.number
        for name, text in (
            ("lamp.yaml", LAMP_TEXT + "# one\n"),
            ("lamp.en.yaml", LAMP_ENGLISH + "# two\n"),
            ("shared/other.yaml", "shared: other\n"),
        ):
            written(file.parent, text, name)
            assert bench.wait_for_change(number, PATIENCE) > number
            # Two tellings come of one save: what was read, then what the checks add.
            number = settled(bench)
    finally:
        watch.end()


def settled(bench: Workbench) -> int:
    """The number once nothing has changed for a moment."""
    number = bench.number
    while bench.wait_for_change(number, 1.0) != number:
        number = bench.number
    return number


def test_case_that_is_not_there_is_a_problem_until_it_is(tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    bench = Workbench(Library([tmp_path]), "ko", str(path))
    assert codes(bench) == ["F001"]
    assert (bench.graph(), bench.state()["play"]) == ({}, None)
    written(tmp_path, story(12), "new.yaml")
    bench.read()
    assert "F001" not in codes(bench)
    assert len(bench.graph()["boxes"]) == 12


def test_unknown_case_is_told_and_another_can_be_opened(file: Path) -> None:
    bench = Workbench(Library([file.parent]), "en", "lampp")
    assert "lampp" in bench.state()["said"]
    bench.open("lamp")
    assert (bench.state()["said"], bench.state()["play"]["node"]) == ("", "opens")


def test_enormous_text_is_a_problem_and_no_burden(tmp_path: Path) -> None:
    path = written(tmp_path, story(12, "가" * 400_000))
    bench = Workbench(Library([tmp_path]), "ko", str(path))
    assert codes(bench)
    assert len(json.dumps(bench.state())) < 100_000


def test_deep_results_belong_to_one_text(bench: Workbench, file: Path) -> None:
    told = {"file": str(file), "line": 60, "column": 1, "code": "R001", "message": "m"}
    found: Mapping[str, Any] = {"problems": [told], "ways": []}
    number = bench.saved
    bench.keep_deep(number, found)
    assert [one["code"] for one in bench.state()["deep"]] == ["R001"]
    assert not bench.state()["deepDue"]
    bench.read()
    assert (bench.state()["deep"], bench.state()["deepDue"]) == ([], True)
    bench.keep_deep(number, found)
    assert bench.state()["deep"] == []


# The server


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def data(self) -> Any:
        return json.loads(self.body)


Ask = Callable[..., Answer]


@pytest.fixture
def server(bench: Workbench) -> Iterator[Server]:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    opened = open_server(bench, port)
    thread = threading.Thread(target=opened.serve_forever, daemon=True)
    thread.start()
    yield opened
    opened.over.set()
    opened.shutdown()
    opened.server_close()
    thread.join()


@pytest.fixture
def ask(server: Server) -> Ask:
    """Asks the server for something below its secret word."""

    def asked(name: str, sent: Any = None, word: str | None = None, **headers: str) -> Answer:
        own = {"Origin": f"http://{server.names[0]}"} if sent is not None else {}
        given = {**own, **{key.replace("_", "-"): value for key, value in headers.items()}}
        body = sent if isinstance(sent, bytes) or sent is None else json.dumps(sent).encode()
        line = http.client.HTTPConnection(server.names[0], timeout=PATIENCE)
        with closing(line):
            method = "GET" if sent is None else "POST"
            line.request(method, f"/{word or server.word}/{name}", body, given)
            answer = line.getresponse()
            return Answer(answer.status, dict(answer.headers), answer.read())

    return asked


def test_page_and_its_files_are_served_under_a_policy(ask: Ask) -> None:
    for name, kind in (
        ("", "text/html"),
        ("studio.js", "text/javascript"),
        ("studio.css", "text/css"),
    ):
        answer = ask(name)
        assert answer.status == 200
        assert answer.headers["Content-Type"].startswith(kind)
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert "unsafe-inline" not in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_moves_are_taken_and_the_file_is_not_touched(ask: Ask, file: Path) -> None:
    before = file.read_bytes()
    assert ask("choose", {"node": "opens", "reply": "ask"}).data == {"done": True}
    assert ask("state").data["play"]["turn"] == 1
    assert ask("choose", {"node": ask("state").data["play"]["node"], "reply": "?"}).data == {
        "done": False
    }
    for name in ("back", "wait", "restart"):
        assert ask(name, {}).data == {"done": True}
    assert ask("go", {"node": "nowhere"}).data == {"done": False}
    assert file.read_bytes() == before
    assert sorted(path.name for path in file.parent.iterdir()) == ["lamp.en.yaml", "lamp.yaml"]


def test_only_who_knows_the_word_is_answered(ask: Ask, server: Server) -> None:
    assert ask("state", word="guess").status == 404
    assert ask("state", word=server.word[:-1]).status == 404
    assert ask("state", word="%00").status == 404
    assert len(server.word) >= 32


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "localhost:1", ""])
def test_other_names_for_this_computer_are_refused(ask: Ask, host: str) -> None:
    assert ask("state", Host=host).status == 421
    assert ask("choose", {"node": "opens", "reply": "ask"}, Host=host).status == 421


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1", ""])
def test_what_another_page_sends_is_refused(ask: Ask, origin: str) -> None:
    assert ask("choose", {"node": "opens", "reply": "ask"}, Origin=origin).status == 403
    assert ask("state", Sec_Fetch_Site="cross-site").status == 403
    assert ask("state").data["play"]["turn"] == 0


@pytest.mark.parametrize("sent", [b"", b"[]", b'{"node": 1}', b"{" * 9000, b"\xff", b"x" * 20_000])
def test_what_is_no_move_is_refused(ask: Ask, sent: bytes) -> None:
    assert ask("choose", sent).status == 400
    assert ask("state").status == 200


@pytest.mark.parametrize("name", ["nothing", "../state", "studio.js/", "%2e%2e/state", "state/x"])
def test_what_is_not_there_is_not_found(ask: Ask, name: str) -> None:
    assert ask(name).status == 404
    assert ask(name, {}).status == 404


def test_every_change_is_told_at_once(server: Server, bench: Workbench) -> None:
    line = http.client.HTTPConnection(server.names[0], timeout=PATIENCE)
    with closing(line):
        line.request("GET", f"/{server.word}/events")
        answer = line.getresponse()
        assert answer.headers["Content-Type"].startswith("text/event-stream")
        assert answer.readline() == f"data: {bench.number}\n".encode()
        answer.readline()
        bench.choose("opens", "ask")
        assert answer.readline() == f"data: {bench.number}\n".encode()


def test_port_that_is_taken_gives_way_to_the_next(bench: Workbench) -> None:
    one, other = open_server(bench), open_server(bench)
    try:
        assert one.server_address != other.server_address
        with pytest.raises(DangolError):
            open_server(bench, other.server_address[1])
    finally:
        one.server_close()
        other.server_close()


# The command


def test_command_opens_says_where_and_ends_cleanly(file: Path, tmp_path: Path) -> None:
    process = subprocess.Popen(
        (sys.executable, "-m", "game.cli", "studio", str(file), "--no-browser", "--lang", "en"),
        cwd=ROOT,
        env=environment(tmp_path / "home"),
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stderr is not None
    try:
        line = process.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/([\w-]{32,})/", line)
        assert found is not None, line
        asking = http.client.HTTPConnection("127.0.0.1", int(found[1]), timeout=PATIENCE)
        with closing(asking):
            asking.request("GET", f"/{found[2]}/state")
            assert json.loads(asking.getresponse().read())["play"]["node"] == "opens"
    finally:
        process.send_signal(signal.SIGINT)
        rest = process.communicate(timeout=PATIENCE)[1]
    assert process.returncode == 0
    assert rest.strip() == words("en", "workshop.studio.closed")


def test_words_that_the_page_asks_for_are_known() -> None:
    folder = content.assets() / "workshop"
    asked = {
        key
        for path in folder.glob("*.j2")
        for key in re.findall(r'word\("(workshop\.[a-z.-]*[a-z])"', path.read_text("utf-8"))
    }
    assert len(asked) > 20
    assert [
        (key, lang) for key in sorted(asked) for lang in LANGUAGES if not knows(lang, key)
    ] == []


def test_play_is_kept_over_a_large_case(tmp_path: Path) -> None:
    path = written(tmp_path, story(60))
    bench = Workbench(Library([tmp_path]), "ko", str(path))
    assert list(drawn(60).nodes) == [box["id"] for box in bench.graph()["boxes"]]
    for _ in range(4):
        told = bench.state()["play"]
        bench.choose(told["node"], told["replies"][0]["id"])
    before = bench.state()["play"]
    shutil.copy(written(tmp_path, story(60, title="다른 제목"), "other.txt"), path)
    bench.read()
    assert bench.state()["play"] == before
    assert bench.graph()["title"] == "다른 제목"
