"""Saves: kept turn by turn or not at all, checked by their chain, and never thrown away."""

import errno
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from game.engine.inputs import Input, Say
from game.errors import StoreError
from game.playthrough import Entry, Header, Mode, Playthrough, chained, replay
from game.records import Keeper, Parted
from game.session import Session
from game.store.files import store_error, write_atomically
from game.store.saves import Saves
from game.store.settings import Settings
from game.view.history import finished_of
from tests.homes import saves_at, sql
from tests.plays import BEST, LAMP_TEXT, ROOT, Terminal, environment, lamp, played, started
from tests.steps.conftest import put_cases

SCRIPT = ("ask", "wait 5", "file", "> xyzzy", "tell-day")
ONE = "00000000-0000-4000-8000-000000000001"
TWO = "00000000-0000-4000-8000-000000000002"


@pytest.fixture
def saves(home: Path) -> Saves:
    return saves_at(home)


def kept(saves: Saves, name: str = ONE, script: tuple[str, ...] = SCRIPT) -> Playthrough:
    run = played(script, seed=4)
    saves.keep(name, run)
    return run


def entries(home: Path) -> list[tuple[int, str, str]]:
    return [
        (number, entry, chain)
        for number, entry, chain in sql(
            home, "SELECT number, entry, chain FROM inputs ORDER BY play, number"
        )
    ]


# What is written


def test_a_save_is_a_header_and_the_inputs(saves: Saves, home: Path) -> None:
    run = kept(saves)
    ((header, head, mode),) = sql(home, "SELECT header, head, mode FROM plays")
    assert json.loads(header) == {
        "case": "lamp", "version": lamp().version, "seed": 4, "mode": "coach",
        "language": "ko", "agent": "", "format": 1,
    }  # fmt: skip
    assert (head, mode) == (run.digest, "coach")
    assert [chain for _, _, chain in entries(home)] == run.chain
    number, entry, _ = entries(home)[1]
    assert (number, json.loads(entry)) == (2, {"at": "opens", "wait": 5, "choose": "file"})


def test_a_save_comes_back_as_it_was(saves: Saves) -> None:
    run = kept(saves)
    saved = saves.load(ONE)
    assert (saved.header, saved.log, saved.damaged) == (run.header, run.log, False)
    assert saved.head == run.digest


def test_each_turn_only_adds(saves: Saves, home: Path) -> None:
    run = started()
    before: list[tuple[int, str, str]] = []
    for number, reply in enumerate(("ask", "file", "back 1", "file")):
        if reply == "back 1":
            run.back(1)
        else:
            Session(run).choose(reply, 1)
        saves.keep(ONE, run)
        now = entries(home)
        assert now[: len(before)] == before
        assert len(now) == number + 1
        before = now
    assert json.loads(before[2][1]) == {"at": run.log[2].at, "back": 1}


@pytest.mark.parametrize(
    "typed", ["a\u2028b", "a\x85b", "a\x0bb\x0cc", "a\nb", 'a"b\\', "\x00", "😀"]
)
def test_any_words_survive(saves: Saves, typed: str) -> None:
    run = started()
    run.take(Input(0, Say(typed, None)))
    saves.keep(ONE, run)
    assert saves.load(ONE).log == [Entry("opens", Input(0, Say(typed, None)))]
    assert not saves.load(ONE).damaged


def test_an_ended_play_is_no_longer_left(saves: Saves, home: Path) -> None:
    run = played(["file"])
    saves.keep(ONE, run)
    run.take(Input(0, Say("그럼", "bye")))
    saves.keep(ONE, run, finished_of(run))
    assert saves.left() == []
    assert [one.name for one in saves.dated(ended=True)] == [ONE]
    run.back(2)
    saves.keep(ONE, run)
    assert [one.name for one in saves.left()] == [ONE]
    assert saves.dated(ended=True) == []
    assert sql(home, "SELECT count(*) FROM scorecards") == [(0,)]


def test_scorecards_and_findings_are_rows(saves: Saves, home: Path) -> None:
    run = played(["file", "back 1", *BEST])
    finished = finished_of(run)
    saves.keep(ONE, run, finished)
    asked = "SELECT path, resolution, empathy, gratitude, handled, passed FROM scorecards"
    cards = {path: rest for path, *rest in sql(home, asked)}
    assert cards["today"] == [100, 100, 100, 1.0, 1]
    assert finished.first is not None
    assert cards["first"][:3] == [
        finished.first.resolution, finished.first.empathy, finished.first.gratitude,
    ]  # fmt: skip
    findings = sql(
        home,
        "SELECT axis, points, turn, quote, reason FROM findings JOIN scorecards"
        " ON scorecards.id = scorecard WHERE path = 'today' ORDER BY number",
    )
    assert findings == [
        (one.axis, one.points, one.turn, one.quote, one.reason.key)
        for one in finished.today.findings
    ]
    assert sum(points for axis, points, *_ in findings if axis == "empathy") == 100


def test_the_latest_ending_of_each_case_is_known_whatever_the_mode(saves: Saves) -> None:
    assert saves.endings() == {}
    for name, script, mode in (
        (ONE, BEST, Mode.COACH),
        (TWO, ("file", "bye"), Mode.EXPLORE),
    ):
        run = played(script, mode=mode)
        finished = finished_of(run)
        saves.keep(name, run, finished)
        assert saves.endings() == {"lamp": finished.summary.ending}
    saves.delete(TWO)
    assert saves.endings() == {"lamp": "end-regular"}


def test_lists_are_the_newest_first(saves: Saves, home: Path) -> None:
    names = [saves.new_name() for _ in range(3)]
    for name, at in zip(names, (2, 1, 3), strict=True):
        kept(saves, name)
        sql(home, "UPDATE plays SET touched = ? WHERE id = ?", at, name)
    newest = [names[2], names[0], names[1]]
    assert [one.name for one in saves.dated()] == newest
    assert [one.name for one in saves.left()] == newest
    assert {one.turn for one in saves.left()} == {4}
    assert len({*names}) == 3


# Two that go on with one play


def test_what_another_has_written_is_never_written_over(saves: Saves, home: Path) -> None:
    kept(saves, script=("ask",))
    one, other = played(("ask", "file"), seed=4), played(("ask", "note"), seed=4)
    saves.keep(ONE, one)
    before = entries(home)
    with pytest.raises(Parted):
        saves.keep(ONE, other)
    assert entries(home) == before
    behind = played(("ask",), seed=4)
    with pytest.raises(Parted):
        saves.keep(ONE, behind)


def test_a_play_that_parted_goes_on_as_one_of_its_own(saves: Saves) -> None:
    kept(saves, script=("ask",))
    one, other = (Session(played(("ask",), seed=4), Keeper(saves, ONE)) for _ in range(2))
    one.choose("file", 1)
    other.choose("note", 1)
    assert (one.view("en").notice, "another window" in other.view("en").notice) == ("", True)
    other.choose("bye", 1)
    one.choose("tell-day", 1)
    assert (one.view("en").notice, other.view("en").notice) == ("", "")
    assert saves.load(ONE).log == one.run.log
    (finished,) = saves.dated(ended=True)
    assert saves.load(finished.name).log == other.run.log


def test_a_play_that_follows_another_takes_its_place(saves: Saves, home: Path) -> None:
    kept(saves)
    saves.keep(TWO, played(("ask",), seed=4), follows=ONE)
    assert [one.name for one in saves.left()] == [TWO]
    assert sql(home, "SELECT id, aside FROM plays ORDER BY id") == [(ONE, "older"), (TWO, "")]
    assert len(saves.load(ONE).log) == 4
    saves.delete(TWO)
    assert sql(home, "SELECT count(*) FROM plays") == [(0,)]
    assert sql(home, "SELECT count(*) FROM inputs") == [(0,)]


# Written whole or not at all


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "folder" / "file.txt"
    write_atomically(path, "one\n")
    first = path.stat().st_ino
    write_atomically(path, "two\n")
    assert path.read_bytes() == b"two\n"
    assert path.stat().st_ino != first  # another file in its place, never the old one reopened
    assert list(path.parent.iterdir()) == [path]


# A small program that keeps a turn, then tries with no room left for what is written.
NO_ROOM = """
import resource, signal, sys
from pathlib import Path
from game.session import Session
from tests.homes import saves_at
from tests.plays import played

saves = saves_at(Path(sys.argv[1]))
session = Session(played(["ask"]), lambda run: saves.keep(sys.argv[2], run))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, resource.RLIM_INFINITY))
session.choose("file", 0)
print(session.view("en").notice)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
session.choose("tell-day", 0)
print(repr(session.view("en").notice))
"""


def test_a_turn_that_cannot_be_written_is_written_with_the_next(home: Path) -> None:
    done = subprocess.run(
        (sys.executable, "-c", NO_ROOM, home, ONE), cwd=ROOT, env=environment(home),
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.stderr == ""
    failed, mended = done.stdout.splitlines()
    assert "could not be read or written (disk I/O error). Play goes on." in failed
    assert mended == "''"
    assert len(saves_at(home).load(ONE).log) == 3


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (errno.ENOSPC, "store.full"),
        (errno.EDQUOT, "store.full"),
        (errno.EROFS, "store.read-only"),
        (errno.EACCES, "store.read-only"),
        (errno.EPERM, "store.read-only"),
        (errno.EIO, "store.failed"),
    ],
)
def test_each_way_of_failing_has_its_sentence(tmp_path: Path, number: int, key: str) -> None:
    error = store_error(tmp_path / "one.jsonl", OSError(number, os.strerror(number)))
    assert error.key == key
    assert error.values["folder"] == tmp_path


def test_a_folder_where_the_file_should_be(home: Path) -> None:
    (home / "dangol.db").mkdir(parents=True)
    (home / "dangol.db" / "kept").write_text("kept", "utf-8")
    session = Session(started(), lambda run: saves_at(home).keep(ONE, run))
    for reply in ("file", "bye"):
        session.choose(reply, 0)
    assert session.ended
    assert "could not be read or written" in session.view("en").notice
    assert (home / "dangol.db" / "kept").read_text("utf-8") == "kept"


def test_a_folder_that_may_not_be_written() -> None:
    saves = saves_at(Path("/sys/dangol"))  # refuses even root
    with pytest.raises(StoreError) as refused:
        saves.keep(ONE, started())
    assert refused.value.key == "store.read-only"


# Read back with care


def test_a_changed_letter_anywhere_is_noticed(saves: Saves, home: Path) -> None:
    run = kept(saves)
    for number, entry, chain in entries(home):
        for column, whole in (("entry", entry), ("chain", chain)):
            for at in range(0, len(whole), 5):
                text = f"{whole[:at]}{chr(ord(whole[at]) ^ 1)}{whole[at + 1 :]}"
                change = f"UPDATE inputs SET {column} = ? WHERE number = ?"
                sql(home, change, text, number)
                saved = saves.load(ONE)
                assert (saved.damaged, saved.log) == (True, run.log[: number - 1]), (number, at)
                sql(home, change, whole, number)
    assert not saves.load(ONE).damaged


def test_a_changed_header_breaks_the_chain(saves: Saves, home: Path) -> None:
    kept(saves)
    sql(home, """UPDATE plays SET header = replace(header, '"seed": 4', '"seed": 5')""")
    saved = saves.load(ONE)
    assert (saved.damaged, saved.log) == (True, [])


def test_turns_left_out_or_swapped_are_noticed(saves: Saves, home: Path) -> None:
    run = kept(saves)
    sql(home, "DELETE FROM inputs WHERE number = 2")
    assert saves.load(ONE).log == run.log[:1]
    sql(home, "UPDATE inputs SET number = -number")
    assert saves.load(ONE).log == []


def test_a_damaged_save_is_kept_beside_the_mended_one(saves: Saves, home: Path) -> None:
    kept(saves)
    sql(home, "UPDATE inputs SET entry = substr(entry, 1, 9) WHERE number = 4")
    before = entries(home)
    saved = saves.load(ONE)
    run, _ = replay(lamp(), saved.header, saved.log)
    saves.keep(TWO, run, follows=ONE, why="damaged")
    assert not saves.load(TWO).damaged
    assert entries(home)[: len(before)] == before
    assert [one.name for one in saves.dated()] == [TWO]


@pytest.mark.parametrize(
    "header", ["", "[]", "nothing", "{" * 100_000, "{}", '{"case": "lamp", "seed": "x"}']
)
def test_a_save_without_a_header_is_set_aside(saves: Saves, home: Path, header: str) -> None:
    kept(saves)
    sql(home, "UPDATE plays SET header = ?", header)
    assert saves.left() == []
    assert [one.name for one in saves.dated()] == [ONE]
    with pytest.raises(StoreError) as refused:
        saves.load(ONE)
    assert refused.value.key == "save.damaged"
    assert saves.dated() == []
    assert sql(home, "SELECT header, aside FROM plays") == [(header, "damaged")]
    assert len(entries(home)) == 4


def test_a_save_from_the_future_stays_where_it_is(saves: Saves, home: Path) -> None:
    run = kept(saves)
    future = Header(**{**run.header.to_json(), "mode": Mode.COACH, "format": 2})
    sql(home, "UPDATE plays SET header = ?", json.dumps(future.to_json()))
    with pytest.raises(StoreError) as refused:
        saves.load(ONE)
    assert (refused.value.key, refused.value.values["format"]) == ("save.future", 2)
    assert [one.name for one in saves.dated()] == [ONE]


def test_a_field_that_came_later_breaks_no_chain(saves: Saves, home: Path) -> None:
    """A header of another version of the program may know more than this one."""
    run = kept(saves)
    other = {**run.header.to_json(), "later": ["x"]}
    head = chained("", other)
    for entry in run.log:
        head = chained(head, entry.to_json())
        changed = "UPDATE inputs SET chain = ? WHERE number = ?"
        sql(home, changed, head, run.log.index(entry) + 1)
    sql(home, "UPDATE plays SET header = ?, head = ?", json.dumps(other), head)
    saved = saves.load(ONE)
    assert (saved.log, saved.head, saved.damaged) == (run.log, head, False)


def test_a_save_that_is_gone(saves: Saves) -> None:
    with pytest.raises(StoreError) as refused:
        saves.load(TWO)
    assert refused.value.key == "save.gone"


@pytest.mark.parametrize(
    "data", ["", "[]", "{", '{"lang": "fr"}', '{"text_scale": 9}', '{"lang": 1}']
)
def test_settings_that_make_no_sense_count_as_none(home: Path, data: str) -> None:
    home.mkdir()
    (home / "settings.json").write_text(data, "utf-8")
    assert Settings(home).chosen == Settings(home.parent / "nowhere").chosen
    Settings(home).set(lang="en")
    assert Settings(home).chosen.lang == "en"


# Killed


def test_kill_nine_loses_nothing_that_was_answered(home: Path) -> None:
    put_cases(home, LAMP_TEXT)
    console = ("play", "lamp", "--console", "--mode", "explore", "--seed", "4", "--lang", "en")
    terminal = Terminal(*console, home=home)
    terminal.until_asked()
    terminal.say("when does it flicker?")
    terminal.say("xyzzy")
    os.kill(terminal.process.pid, signal.SIGKILL)
    terminal.close()
    assert terminal.process.returncode == -signal.SIGKILL
    again = Terminal("play", "--console", "--lang", "en", home=home)
    left = r"^(\d+)\. Resume: The flickering lamp, up to reply 2 · Explore$"
    offered = re.search(left, again.until_asked(), re.MULTILINE)
    assert offered
    shown = again.say(offered[1])
    assert "You: when does it flicker?" in shown
    assert "You: xyzzy" in shown
    assert "Pardon? What did you say?" in shown
    assert again.say("q").count("Saved.") == 1
    assert again.close() == 0
