"""Saves: written whole or not at all, checked by their chain, and never thrown away."""

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
from game.playthrough import Entry, Header, Mode, Playthrough, replay
from game.session import Session
from game.store.files import store_error, write_atomically
from game.store.saves import Saves
from game.store.settings import Settings
from tests.plays import LAMP_TEXT, ROOT, Terminal, environment, lamp, played, started
from tests.steps.conftest import put_cases

SCRIPT = ("ask", "wait 5", "file", "> xyzzy", "tell-day")


@pytest.fixture
def saves(home: Path) -> Saves:
    return Saves(home)


def kept(saves: Saves, name: str = "one", script: tuple[str, ...] = SCRIPT) -> Playthrough:
    run = played(script, seed=4)
    saves.keep(name, run)
    return run


def file_of(saves: Saves, name: str = "one") -> Path:
    return saves.unfinished / f"{name}.jsonl"


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


# What is written


def test_a_save_is_a_header_and_the_inputs(saves: Saves) -> None:
    run = kept(saves)
    header, *entries = rows(file_of(saves))
    assert header == {
        "kind": "play", "case": "lamp", "version": lamp().version, "seed": 4, "mode": "coach",
        "language": "ko", "agent": "", "format": 1,
    }  # fmt: skip
    assert [entry["chain"] for entry in entries] == run.chain
    assert entries[1] == {"at": "opens", "wait": 5, "choose": "file", "chain": run.chain[1]}


def test_a_save_comes_back_as_it_was(saves: Saves) -> None:
    run = kept(saves)
    saved = saves.load("one")
    assert (saved.header, saved.log, saved.damaged) == (run.header, run.log, False)


@pytest.mark.parametrize(
    "typed", ["a\u2028b", "a\x85b", "a\x0bb\x0cc", "a\nb", 'a"b\\', "\x00", "😀"]
)
def test_any_words_survive(saves: Saves, typed: str) -> None:
    run = started()
    run.take(Input(0, Say(typed, None)))
    saves.keep("one", run)
    assert saves.load("one").log == [Entry("opens", Input(0, Say(typed, None)))]
    assert not saves.load("one").damaged


def test_an_ended_play_moves_to_the_finished(saves: Saves) -> None:
    run = played(["file"])
    saves.keep("one", run)
    run.take(Input(0, Say("그럼", "bye")))
    saves.keep("one", run)
    assert saves.names() == []
    assert len(rows(saves.finished / "one.jsonl")) == 3
    run.back(2)
    saves.keep("one", run)
    assert saves.names() == ["one"]
    assert list(saves.finished.iterdir()) == []


def test_names_are_the_newest_first(saves: Saves) -> None:
    for number, name in enumerate(("old", "older", "new")):
        kept(saves, name)
        os.utime(file_of(saves, name), ns=(0, {"older": 1, "old": 2, "new": 3}[name]))
        assert number < 3
    assert saves.names() == ["new", "old", "older"]
    assert saves.new_name("lamp") != saves.new_name("lamp")


def test_nothing_is_there_before_the_first_save(saves: Saves, home: Path) -> None:
    assert saves.names() == []
    assert not home.exists()


# Written whole or not at all


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "folder" / "file.txt"
    write_atomically(path, "one\n")
    first = path.stat().st_ino
    write_atomically(path, "two\n")
    assert path.read_bytes() == b"two\n"
    assert path.stat().st_ino != first  # another file in its place, never the old one reopened
    assert list(path.parent.iterdir()) == [path]


# A small program that writes a good file, then tries with no room left for what is written.
NO_ROOM = """
import resource, signal, sys
from pathlib import Path
from game.errors import StoreError
from game.session import Session
from game.store.saves import Saves
from tests.plays import played

saves = Saves(Path(sys.argv[1]))
session = Session(played(["ask"]), lambda run: saves.keep("one", run))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, resource.RLIM_INFINITY))
session.choose("file", 0)
print(session.view("en").notice)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
session.choose("tell-day", 0)
print(repr(session.view("en").notice))
"""


def test_a_write_that_fails_leaves_the_old_file_and_play_goes_on(home: Path) -> None:
    done = subprocess.run(
        (sys.executable, "-c", NO_ROOM, home), cwd=ROOT, env=environment(home),
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.stderr == ""
    failed, mended = done.stdout.splitlines()
    assert "could not be read or written (File too large). Play goes on." in failed
    assert mended == "''"
    assert [path.name for path in (home / "plays" / "unfinished").iterdir()] == ["one.jsonl"]
    assert len(Saves(home).load("one").log) == 3


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


@pytest.mark.parametrize("taken", ["plays", "plays/unfinished", "plays/finished"])
def test_a_file_where_a_folder_should_be(home: Path, saves: Saves, taken: str) -> None:
    (home / taken).parent.mkdir(parents=True)
    (home / taken).write_text("taken", "utf-8")
    session = Session(started(), lambda run: saves.keep("one", run))
    for reply in ("file", "bye"):
        session.choose(reply, 0)
    assert session.ended
    assert "could not be read or written" in session.view("en").notice
    assert (home / taken).read_text("utf-8") == "taken"


def test_a_folder_that_may_not_be_written(home: Path) -> None:
    saves = Saves(Path("/sys/dangol"))  # refuses even root
    with pytest.raises(StoreError) as refused:
        saves.keep("one", started())
    assert refused.value.key == "store.read-only"


# Read back with care


def test_a_changed_byte_anywhere_is_noticed(saves: Saves) -> None:
    run = kept(saves)
    whole = file_of(saves).read_bytes()
    start = whole.index(b"\n") + 1
    for at in range(start, len(whole) - 1, 7):
        file_of(saves).write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        saved = saves.load("one")
        intact = whole[start:at].count(b"\n")
        assert (saved.damaged, saved.log) == (True, run.log[:intact]), at


def test_a_changed_header_breaks_the_chain(saves: Saves) -> None:
    kept(saves)
    text = file_of(saves).read_text("utf-8")
    file_of(saves).write_text(text.replace('"seed": 4', '"seed": 5'), "utf-8")
    saved = saves.load("one")
    assert (saved.damaged, saved.log) == (True, [])


def test_turns_left_out_or_swapped_are_noticed(saves: Saves) -> None:
    run = kept(saves)
    head, first, second, *rest = file_of(saves).read_text("utf-8").splitlines(keepends=True)
    file_of(saves).write_text("".join([head, first, *rest]), "utf-8")
    assert saves.load("one").log == run.log[:1]
    file_of(saves).write_text("".join([head, second, first, *rest]), "utf-8")
    assert saves.load("one").log == []


def test_every_cut_keeps_the_whole_turns(saves: Saves) -> None:
    run = kept(saves)
    whole = file_of(saves).read_bytes()
    for end in range(whole.index(b"\n") + 1, len(whole), 11):
        file_of(saves).write_bytes(whole[:end])
        turns = whole[: end + 1].count(b"\n") - 1  # the line end itself may be missing
        assert saves.load("one").log == run.log[:turns], end


def test_a_damaged_save_is_kept_beside_the_mended_one(saves: Saves) -> None:
    kept(saves)
    damaged = file_of(saves).read_bytes()[:-30]
    file_of(saves).write_bytes(damaged)
    saved = saves.load("one")
    run, _ = replay(lamp(), saved.header, saved.log)
    saves.keep("one", run)
    assert not saves.load("one").damaged
    assert file_of(saves).with_suffix(".damaged").read_bytes() == damaged


@pytest.mark.parametrize(
    "data",
    [b"", b"\n", b"[]\n", b"nothing\n", b"\xff\xfe\x00", b"{" * 100_000, b'{"kind": "play"}\n'],
)
def test_a_save_without_a_header_is_set_aside(saves: Saves, data: bytes) -> None:
    saves.unfinished.mkdir(parents=True)
    file_of(saves).write_bytes(data)
    with pytest.raises(StoreError) as refused:
        saves.load("one")
    assert refused.value.key == "save.damaged"
    assert saves.names() == []
    assert file_of(saves).with_suffix(".damaged").read_bytes() == data


def test_a_save_from_the_future_stays_where_it_is(saves: Saves) -> None:
    run = kept(saves)
    future = Header(**{**run.header.to_json(), "mode": Mode.COACH, "format": 2})
    file_of(saves).write_text(json.dumps(future.to_json()) + "\nwhatever\n", "utf-8")
    with pytest.raises(StoreError) as refused:
        saves.load("one")
    assert (refused.value.key, refused.value.values["format"]) == ("save.future", 2)
    assert saves.names() == ["one"]


def test_a_save_that_is_gone(saves: Saves) -> None:
    with pytest.raises(StoreError) as refused:
        saves.load("nothing")
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
