"""Steps of records.feature."""

import gc
import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from game.store.database import FILE
from game.store.learners import Learners
from tests.homes import desk_at, play, sql
from tests.plays import BEST, Terminal
from tests.steps.conftest import Printed, put_cases

scenarios("../features/records.feature")

FACE = "man-20s_quiff-dark_none"
SECRET = "제 전화번호는 아무도 모릅니다"
Run = Callable[..., Printed]


@pytest.fixture(autouse=True)
def _cases(home: Path) -> None:
    put_cases(home)


# Many computers


def laptop(folder: Path, name: str) -> Path:
    """The data folder of a laptop on which somebody has played."""
    put_cases(folder)
    desk = desk_at(folder)
    desk.people.add(name, FACE)
    play(desk, "lamp", back=True)
    desk.keep_plan("lamp", "손님이 먼저 사과하실", "무엇이 필요한지 여쭤 보기")
    return folder


def exported(laptops: list[Path], dangol: Run, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What each laptop exports, where it was not exported before."""
    files = []
    for folder in laptops:
        file = folder.with_suffix(".jsonl")
        if not file.exists():
            with monkeypatch.context() as other:
                other.setenv("DANGOL_HOME", str(folder))
                assert dangol("export", str(file), "--lang", "en")[0] == 0
        files.append(str(file))
    return files


@given(
    parsers.parse("{number:d} laptops on each of which somebody has played a case"),
    target_fixture="laptops",
)
def some_laptops(tmp_path: Path, number: int) -> list[Path]:
    return [laptop(tmp_path / f"laptop-{at}", f"Trainee {at}") for at in range(number)]


@given(
    parsers.parse('{number:d} laptops on each of which a "{name}" has played a case'),
    target_fixture="laptops",
)
def laptops_of(tmp_path: Path, number: int, name: str) -> list[Path]:
    return [laptop(tmp_path / f"laptop-{at}", name) for at in range(number)]


@given("the trainer has taken in what each of them exported")
@when("the trainer takes in what each of them exported", target_fixture="printed")
def taken_in(laptops: list[Path], dangol: Run, monkeypatch: pytest.MonkeyPatch) -> Printed:
    files = exported(laptops, dangol, monkeypatch)
    return dangol("import", *files, "--lang", "en")


@when("a reply in the first export is changed by hand")
def changed_on_the_way(laptops: list[Path], dangol: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    file = Path(exported(laptops, dangol, monkeypatch)[0])
    text = file.read_text("utf-8")
    assert text.count('"choose": "tell-day"') == 1
    file.write_text(text.replace('"choose": "tell-day"', '"choose": "file"'), "utf-8")


@when("the trainer takes in a photo", target_fixture="printed")
def a_photo(tmp_path: Path, dangol: Run) -> Printed:
    (tmp_path / "photo.jpg").write_bytes(bytes(range(256)) * 9)
    return dangol("import", str(tmp_path / "photo.jpg"), "--lang", "en")


@then(parsers.parse("the trainer has {number:d} learners with a finished play each"))
def has_learners(home: Path, number: int) -> None:
    learners = Learners(home)
    assert len(learners.found) == number
    tallies = learners.tallies()
    assert [tallies[one.id].plays for one in learners.found] == [1] * number
    assert sql(home, "SELECT count(*) FROM plans") == [(number,)]


@then("every play opens with the debrief it had on its laptop")
def same_debriefs(home: Path, laptops: list[Path]) -> None:
    desk = desk_at(home)
    for folder in laptops:
        own = desk_at(folder)
        (row,) = own.history("en").rows
        desk.choose_learner(own.people.chosen)
        assert desk.history("en").rows == (row,)
        assert desk.debrief_of(row.play, "en") == own.debrief_of(row.play, "en")


@then(parsers.parse('the program says "{told}"'))
def says(printed: Printed, told: str) -> None:
    assert told in printed[1].splitlines()


@then("the program names the file and the line that it left out")
def names_the_line(printed: Printed, laptops: list[Path]) -> None:
    assert printed[0] == 1
    (line,) = printed[2].splitlines()
    file = re.escape(str(laptops[0].with_suffix(".jsonl")))
    assert re.fullmatch(rf"{file}:3 left out: From input \d+ on it was changed.*", line)


@then("the trainer has 1 finished play")
def has_one_play(home: Path) -> None:
    assert sql(home, "SELECT count(*) FROM plays WHERE ended") == [(1,)]


@then(parsers.parse('the title shows "{one}" and "{other}"'))
def title_shows(home: Path, one: str, other: str) -> None:
    tiles = desk_at(home).front("en").learners
    assert [tile.name for tile in tiles if tile.id] == [one, other]


@then(parsers.parse('the program ends with code {code:d} and one sentence with "{told}"'))
def one_sentence(printed: Printed, code: int, told: str) -> None:
    assert (printed[0], printed[1]) == (code, "")
    assert told in printed[2]
    assert printed[2].count("\n") == 1


# Two windows


@given("two windows of the program", target_fixture="windows")
def two_windows(home: Path) -> list[Terminal]:
    """Two processes, each of which has the records open."""
    play = ("play", "lamp", "--console", "--lang", "en")
    windows = [Terminal(*play, home=home) for _ in range(2)]
    for window in windows:
        assert "1 coach" in window.until_asked()
    return windows


@given("a play that was left, which both have resumed", target_fixture="windows")
def both_resumed(home: Path, windows: list[Terminal]) -> list[Terminal]:
    play(desk_at(home), "lamp", script=("ask",))
    for window in windows:
        window.close()
    again = [Terminal("play", "--console", "--lang", "en", home=home) for _ in range(2)]
    for window in again:
        offered = re.search(r"^(\d+)\. Resume: ", window.until_asked(), re.MULTILINE)
        assert offered
        assert "up to reply" not in window.say(offered[1])
    return again


@when("each begins a case and answers twice")
def each_plays(windows: list[Terminal]) -> None:
    for said in ("1", "1", "1"):  # the mode, then two replies, by turns
        for window in windows:
            window.say(said)


@when("one answers with its first reply and the other with its second")
def both_answer(windows: list[Terminal]) -> None:
    for number, window in enumerate(windows, 1):
        window.say(str(number))


@then(parsers.parse('the other says "{told}"'))
def the_other_says(windows: list[Terminal], told: str) -> None:
    one, other = windows
    assert told in other.shown
    assert told not in one.shown


@then("both plays are in the history")
def both_are_kept(home: Path, windows: list[Terminal]) -> None:
    assert [row.case for row in desk_at(home).history("en").rows] == ["lamp", "lamp"]
    assert sql(home, "SELECT turns, inputs FROM plays") == [(2, 2)] * 2
    for window in windows:
        window.close()


@then("both conversations are kept, each with its own reply")
def both_conversations(home: Path, windows: list[Terminal]) -> None:
    for window in windows:
        window.close()
    desk = desk_at(home)
    left = [desk.records.replay(one.name) for one in desk.saves.dated()]
    left += [desk.records.replay(one.name) for one in desk.saves.dated(ended=True)]
    assert all(one.is_same for one in left)
    said = {tuple(json.dumps(e.to_json()) for e in one.run.log) for one in left}
    assert len(said) == 2
    first, second = sorted(said)
    assert first[0] == second[0]
    assert first[1:] != second[1:]


# Erased


@given(parsers.parse('"{one}" and "{other}" who have both played'))
def both_have_played(home: Path, one: str, other: str) -> None:
    desk = desk_at(home)
    for name in (one, other):
        desk.people.add(name, FACE)
        session = desk.begin("lamp", "coach", "en", seed=1)
        if name == one:
            session.say_unclear(SECRET, 1)
        for reply in BEST:
            session.choose(reply, 2)
        desk.keep_plan("lamp", f"{name} is asked", "answer")


@when(parsers.parse('"{name}" is erased'), target_fixture="printed")
def is_erased(dangol: Run, name: str) -> Printed:
    return dangol("erase", name, "--yes", "--lang", "en")


@when(
    parsers.parse('"{name}" is to be erased, and the question is answered with "{answer}"'),
    target_fixture="printed",
)
def is_asked(home: Path, dangol: Run, name: str, answer: str, tmp_path: Path) -> None:
    window = Terminal("erase", name, "--lang", "en", home=home)
    assert window.process.stdin is not None
    window.process.stdin.write(f"{answer}\n".encode())
    assert window.close() == 130


@then(parsers.parse('no file in the data folder holds "{name}" or what only she has said'))
def bytes_are_gone(home: Path, name: str) -> None:
    files = [path for path in home.rglob("*") if path.is_file()]
    assert home / FILE in files
    for path in files:
        data = path.read_bytes()
        assert name.encode() not in data, path
        assert SECRET.encode() not in data, path


@then(parsers.parse('"{name}" still has a finished play'))
def still_has(home: Path, name: str) -> None:
    learners = Learners(home)
    (one,) = (one for one in learners.found if one.name == name)
    assert learners.tallies()[one.id].plays == 1


# Copied and put back


@given("a backup", target_fixture="copy")
def a_backup(dangol: Run, tmp_path: Path) -> Path:
    assert dangol("backup", str(tmp_path / "copy.db"), "--lang", "en")[:2] == (0, "")
    return tmp_path / "copy.db"


@when("a backup is made under the same name", target_fixture="printed")
def backup_again(dangol: Run, copy: Path) -> Printed:
    return dangol("backup", str(copy), "--lang", "en")


@when("everything is deleted")
def all_deleted(home: Path) -> None:
    desk = desk_at(home)
    desk.remove_everything()
    desk.people.learners.database.close()  # type: ignore[attr-defined]
    assert Learners(home).found == ()


@when("the backup is restored", target_fixture="printed")
def is_restored(dangol: Run, copy: Path) -> Printed:
    gc.collect()  # the desks of the steps before are windows that were closed
    return dangol("restore", str(copy), "--lang", "en")


@when("a photo is restored", target_fixture="printed")
def photo_restored(dangol: Run, tmp_path: Path) -> Printed:
    (tmp_path / "photo.jpg").write_bytes(bytes(range(256)) * 9)
    return dangol("restore", str(tmp_path / "photo.jpg"), "--lang", "en")


@then("the records until then lie beside them")
def beside_them(home: Path, printed: Printed) -> None:
    (aside,) = home.glob(f"{FILE}.2*")
    assert str(aside) in printed[2]
    assert aside.read_bytes().startswith(b"SQLite format 3")


@then("a backup holds both plays")
def backup_holds(dangol: Run, tmp_path: Path, windows: list[Terminal]) -> None:
    copy = tmp_path / "other" / FILE
    assert dangol("backup", str(copy), "--lang", "en")[0] == 0
    assert [path.name for path in copy.parent.iterdir()] == [FILE]
    assert sql(copy.parent, "SELECT turns FROM plays") == [(2,), (2,)]
    for window in windows:
        window.close()


# Damaged


@when(parsers.parse("the file of the records is {kind}"), target_fixture="damaged")
def damaged(home: Path, kind: str) -> bytes:
    sql(home, "PRAGMA wal_checkpoint(TRUNCATE)")
    whole = (home / FILE).read_bytes()
    holes = b"".join(
        part if at % 3 else os.urandom(len(part))
        for at, part in enumerate(whole[at : at + 4096] for at in range(0, len(whole), 4096))
    )
    broken = {
        "overwritten with text": b"to do: milk, bread\n" * 500,
        "cut in half": whole[: len(whole) // 2 + 100],
        "full of holes": whole[:4096] + holes[4096:],
    }[kind]
    (home / FILE).write_bytes(broken)
    return broken


@then("the title says once where the damaged records are")
def told_where(home: Path) -> None:
    (aside,) = (f"{home / FILE}.damaged-1",)
    desk = desk_at(home)
    assert [aside in notice for notice in desk.front("en").notices] == [True]
    assert desk_at(home).front("en").notices == ()


@then("a new play is kept")
def new_play_is_kept(home: Path) -> None:
    session = play(desk_at(home), "lamp")
    assert session.view("en").notice == ""
    assert [row.state for row in desk_at(home).history("en").rows] == ["passed"]


@then("nothing of the damaged records is lost")
def not_lost(home: Path, damaged: bytes) -> None:
    assert (home / f"{FILE}.damaged-1").read_bytes() == damaged
