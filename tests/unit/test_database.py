"""The database itself: how it is set up, what it says when it cannot, and damage while in use."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from game.desk import Desk
from game.errors import StoreError
from game.session import Session
from game.store.backup import back_up, restore
from game.store.database import FILE, Database
from game.store.home import Store
from game.store.learners import Learners
from tests.homes import desk_at, play, saves_at, sql
from tests.plays import played, started
from tests.steps.conftest import put_cases

ONE = "00000000-0000-4000-8000-000000000001"


def test_nothing_that_was_answered_is_lost_and_nothing_deleted_stays(home: Path) -> None:
    """What SQLite must be told for it: a log that is on the disk, owners, and zeroes."""
    with Database(home / FILE).reading() as connection:
        said = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    assert said == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


def test_a_change_comes_true_whole_or_not_at_all(home: Path) -> None:
    database = Learners(home).database

    def write_twice() -> None:
        with database.writing() as connection:
            for _ in range(2):
                connection.exec_driver_sql("INSERT INTO remembered VALUES ('one', '1')")

    with pytest.raises(StoreError):
        write_twice()
    assert sql(home, "SELECT * FROM remembered") == []


# Another program


@pytest.fixture
def holder(home: Path) -> sqlite3.Connection:
    """Another program that is writing, and does not come to an end."""
    saves_at(home).keep(ONE, started())
    connection = sqlite3.connect(home / FILE, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    return connection


def test_while_another_program_writes_play_goes_on(home: Path, holder: sqlite3.Connection) -> None:
    database = Database(home / FILE, patience=0.05)
    learners = Learners(home, database)
    assert learners.found == ()
    saves = learners.drawer("").saves
    session = Session(started(), lambda run: saves.keep(ONE, run))
    session.choose("file", 1)
    assert "Another program is using" in session.view("en").notice
    with closing(holder):
        holder.execute("ROLLBACK")
    database.close()
    again = Learners(home, Database(home / FILE)).drawer("").saves
    again.keep(ONE, session.run)
    assert again.load(ONE).log == session.run.log


def test_two_that_open_a_new_folder_at_once_make_one_database(home: Path) -> None:
    together = threading.Barrier(6)
    found: list[str] = []

    def begin(number: int) -> None:
        together.wait()
        found.append(Learners(home).add(f"{number}", "").name)

    threads = [threading.Thread(target=begin, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [str(number) for number in range(6)]
    assert sorted(one.name for one in Learners(home).found) == sorted(found)


# Damage


def spoil(home: Path) -> bytes:
    """Another program writes over the file while it is open here."""
    sql(home, "PRAGMA wal_checkpoint(TRUNCATE)")
    path = home / FILE
    data = b"no database at all\n" * 400
    with path.open("r+b") as file:
        file.write(data)
    return data


def test_damage_while_playing_is_told_and_the_whole_play_is_kept_anew(home: Path) -> None:
    put_cases(home)
    desk = desk_at(home)
    desk.people.add("한지우", "man-20s_quiff-dark_none")
    session = play(desk, "lamp", script=("ask",))
    broken = spoil(home)
    desk.people.learners.database.close()  # type: ignore[attr-defined]
    session.choose("file", 1)
    aside = home / f"{FILE}.damaged-1"
    assert aside.read_bytes()[: len(broken)] == broken
    assert [str(aside) in notice for notice in desk.front("ko").notices] == [True]
    session.choose("tell-day", 1)
    assert session.view("ko").notice == ""
    again = desk_at(home)
    assert again.people.agent in ("", "한지우")
    assert [one.name for one in again.people.found] == ["한지우"]
    again.choose_learner(again.people.found[0].id)
    assert again.saves.load(session.name).log == session.run.log


@pytest.mark.parametrize("statement", ["CREATE TABLE theirs (a)", "PRAGMA user_version = 3"])
def test_another_programs_database_is_set_aside_whole(home: Path, statement: str) -> None:
    home.mkdir()
    sql(home, "PRAGMA application_id = 77")
    sql(home, "CREATE TABLE old (a)")
    sql(home, statement)
    before = (home / FILE).read_bytes()
    learners = Learners(home)
    (notice,) = learners.notices
    assert notice.key == "store.damaged"
    assert Path(str(notice.values["aside"])).read_bytes() == before
    assert learners.add("한지우", "").name == "한지우"


def test_an_empty_file_is_no_damage(home: Path) -> None:
    home.mkdir()
    (home / FILE).touch()
    learners = Learners(home)
    assert list(learners.notices) == []
    assert learners.add("한지우", "").name == "한지우"


def test_damaged_copies_do_not_take_each_others_place(home: Path) -> None:
    home.mkdir()
    for number in range(1, 4):
        (home / FILE).write_bytes(b"%d" % number * 2000)
        database = Learners(home).database
        database.close()
        assert (home / f"{FILE}.damaged-{number}").read_bytes() == b"%d" % number * 2000


# Erased from copies


def test_a_learner_is_erased_from_what_a_restore_set_aside(home: Path, tmp_path: Path) -> None:
    learners = Learners(home)
    who = learners.add("Sujeong", "").id
    learners.add("Taemin", "")
    back_up(learners.database, tmp_path / "copy.db")
    learners.database.close()
    aside = restore(tmp_path / "copy.db", home / FILE)
    assert aside is not None
    assert b"Sujeong" in aside.read_bytes()
    Learners(home).remove(who)
    assert b"Sujeong" not in aside.read_bytes()
    assert b"Taemin" in aside.read_bytes()


# Opened behind the first picture


def test_the_records_open_in_the_background_and_whoever_asks_waits(home: Path) -> None:
    Learners(home).add("한지우", "")
    store = Store(home)
    before = store.is_open
    store.begin()
    store.begin()
    assert store.learners.chosen is not None
    assert (before, store.is_open) == (False, True)
    assert store.learners is store.learners


def test_whoever_asks_first_need_not_wait_for_a_background(home: Path) -> None:
    store = Store(home)
    assert store.learners.found == ()
    store.begin()
    assert store.is_open


@pytest.mark.parametrize("key", ["store.read-only"])
def test_a_folder_that_takes_nothing_opens_all_the_same(key: str) -> None:
    store = Store(Path("/sys/dangol"))  # refuses even root
    store.begin()
    failed = store.learners.look()
    assert isinstance(failed, StoreError)
    assert failed.key == key
    assert store.learners.chosen is None


def test_playing_where_nothing_is_kept_says_so_at_every_turn(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    saves = Learners(tmp_path / "taken").drawer("").saves
    session = Session(played(("ask",)), lambda run: saves.keep(ONE, run))
    for reply in ("file", "tell-day"):
        session.choose(reply, 1)
        assert "could not be read or written" in session.view("en").notice
    assert isinstance(desk_at(tmp_path / "other"), Desk)
