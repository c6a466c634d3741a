"""Records of every released version: taken over or migrated, once, and still to be replayed."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from game.desk import Desk
from game.errors import StoreError
from game.playthrough import replay
from game.store.archive import export
from game.store.database import FILE, Database, engine_at
from game.store.learners import GUEST, Learners
from game.store.migrating import STEPS, upgrade
from game.store.schema import KNOWN, NEWEST, metadata
from game.store.takeover import BEFORE
from tests.homes import desk_at, read_all, sql
from tests.plays import ROOT, environment

KEPT = ROOT / "tests" / "databases"


def home_of_010(home: Path) -> None:
    """The data folder of a computer that had version 0.1.0."""
    shutil.copytree(KEPT / "0.1.0", home)


def home_of_020(home: Path) -> None:
    """The data folder of a computer that had version 0.2.0."""
    shutil.copytree(KEPT / "0.1.0" / "scenarios", home / "scenarios")
    with closing(sqlite3.connect(home / FILE)) as connection:
        connection.executescript((KEPT / "0.2.0.sql").read_text("utf-8"))


VERSIONS: dict[str, Callable[[Path], None]] = {"0.1.0": home_of_010, "0.2.0": home_of_020}


@pytest.fixture(params=VERSIONS)
def old(home: Path, request: pytest.FixtureRequest) -> Path:
    """A data folder of an older version."""
    VERSIONS[request.param](home)
    return home


def lines_of(home: Path) -> list[str]:
    return list(export(Learners(home).database))[1:]


# Every version


def test_everything_is_there(old: Path) -> None:
    desk = desk_at(old)
    assert desk.people.learners.notices == []
    assert [one.name for one in desk.people.found] == ["한지우", "Bartholomew"]
    assert desk.people.agent == "한지우"
    read_all(desk)
    states = {}
    for learner in ("", *(one.id for one in desk.people.found)):
        desk.choose_learner(learner)
        read_all(desk)
        rows = desk.history("ko").rows
        states[desk.people.agent] = sorted((row.state, bool(row.first)) for row in rows)
    assert states == {
        "": [("below", False), ("going", False)],
        "한지우": [("going", False), ("passed", False), ("passed", True)],
        "Bartholomew": [("going", False), ("practised", False)],
    }


def test_plans_and_what_was_seen_are_there(old: Path) -> None:
    desk = desk_at(old)
    assert desk.people.plan(date(2026, 11, 20)) == ("고맙다는 말을 들으면", "그 사람에게 전하기")
    desk.choose_learner(GUEST)
    assert desk.people.has_seen("tutorial")
    assert desk.people.plan(date(2026, 11, 20)) is not None
    assert len(sql(old, "SELECT id FROM plans")) == 3


def test_every_play_can_be_replayed(old: Path) -> None:
    desk = desk_at(old)
    seen = []
    for learner in ("", *(one.id for one in desk.people.found)):
        saves = desk.people.learners.drawer(learner).saves
        for ended in (False, True):
            for one in saves.dated(ended):
                saved = saves.load(one.name)
                case = desk.library.load(saved.header.case)
                run, divergence = replay(case, saved.header, saved.log)
                assert (divergence, saved.damaged) == (None, False)
                assert (run.digest, run.play.ended) == (saved.head, ended)
                seen.append(run)
    assert len(seen) == 7
    assert sum(run.first_try is not None for run in seen) == 2
    assert sum(run.header.agent == "한지우" for run in seen) == 3


def test_a_play_that_was_left_goes_on(old: Path) -> None:
    desk = desk_at(old)
    left = desk.front("ko").unfinished
    assert left is not None
    session = desk.resume(left.save)
    assert session.view("ko").notice == ""
    before = session.run.play.turn
    session.choose("file", 1)
    assert desk_at(old).records.saves.left()[0].turn == before + 1


# From files


def test_old_files_are_moved_and_never_deleted(home: Path) -> None:
    home_of_010(home)
    before = {
        path.relative_to(home): path.read_bytes()
        for path in home.rglob("*")
        if path.is_file() and "scenarios" not in path.parts
    }
    desk_at(home)
    after = home / BEFORE
    assert {p.relative_to(after): p.read_bytes() for p in after.rglob("*") if p.is_file()} == before
    assert {path.name for path in home.iterdir()} - {f"{FILE}-wal", f"{FILE}-shm"} == {
        FILE, BEFORE, "scenarios",
    }  # fmt: skip


def test_taking_over_again_adds_nothing(home: Path) -> None:
    home_of_010(home)
    whole = lines_of(home)
    shutil.copytree(KEPT / "0.1.0", home, dirs_exist_ok=True)
    assert lines_of(home) == whole
    shutil.copytree(KEPT / "0.1.0" / "plays", home / "plays")  # the list of learners moved, no more
    assert lines_of(home) == whole
    assert sum(1 for _ in home.rglob("*.jsonl")) == 7 + 7 + 2


OPENING = """
import sys
from pathlib import Path
from game.store import files, takeover
from game.store.learners import Learners

print("begun", flush=True)
Learners(Path(sys.argv[1]))
"""


def test_killed_half_way_each_play_is_there_once(home: Path) -> None:
    """Killed at many moments of the first start, whatever it is doing then."""
    home_of_010(home)
    for number in range(12):
        process = subprocess.Popen(
            (sys.executable, "-c", OPENING, home), cwd=ROOT, env=environment(home),
            stdout=subprocess.PIPE,
        )  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        moment = home / (FILE, f"{FILE}-wal", BEFORE)[number % 3]
        while not moment.exists() and process.poll() is None:
            pass
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
    desk = desk_at(home)
    assert sql(home, "SELECT count(*), count(DISTINCT id) FROM plays") == [(7, 7)]
    assert [one.name for one in desk.people.found] == ["한지우", "Bartholomew"]
    assert list(desk.people.learners.notices) == []
    assert sum(1 for _ in (home / BEFORE).rglob("*.jsonl")) == 7


def test_damaged_old_files_cost_only_what_is_damaged(home: Path) -> None:
    home_of_010(home)
    left = next((home / "plays" / "unfinished").glob("*.jsonl"))
    left.write_bytes(left.read_bytes()[:-30])
    ended = next((home / "plays" / "finished").glob("*.jsonl"))
    ended.write_bytes(b"\xff\xfe")
    (home / "plans.json").write_text("[1]", "utf-8")
    desk = desk_at(home)
    (notice,) = desk.people.learners.notices
    assert (notice.key, notice.values["number"]) == ("store.old", 3)
    assert str(home / BEFORE) in desk.front("ko").notices[0]
    desk.choose_learner(GUEST)
    assert [row.state for row in desk.history("ko").rows] == ["going"]
    assert (home / BEFORE / "plans.json").read_text("utf-8") == "[1]"
    assert desk_at(home).people.learners.notices == []


@pytest.mark.parametrize(
    "data",
    ["", "{", "[]", "null", '{"format": 1}', "{" * 100_000,
     '{"format":1,"learners":[{"id":"../..","name":"a","portrait":"b","seen":[]}],'
     '"chosen":"","guest_seen":[],"leaving":[]}'],
)  # fmt: skip
def test_without_the_old_list_learners_are_known_by_their_folders(home: Path, data: str) -> None:
    home_of_010(home)
    (home / "learners.json").write_text(data, "utf-8")
    learners = Learners(home)
    (notice,) = learners.notices
    assert notice.key == "screen.learner.damaged"
    assert Path(str(notice.values["aside"])).read_text("utf-8") == data
    assert [one.name for one in learners.found] == ["1", "2"]
    tallies = learners.tallies()
    assert sorted(tallies[one.id].plays for one in learners.found) == [1, 2]


def test_an_old_removal_that_was_cut_off_is_finished(home: Path) -> None:
    home_of_010(home)
    data = json.loads((home / "learners.json").read_text("utf-8"))
    gone = data["learners"].pop(0)
    data.update(chosen="", leaving=[gone["id"]])
    (home / "learners.json").write_text(json.dumps(data), "utf-8")
    assert [one.name for one in Learners(home).found] == ["Bartholomew"]
    assert not list(home.rglob(gone["id"]))


def test_what_is_erased_leaves_the_old_files_too(home: Path) -> None:
    home_of_010(home)
    learners = Learners(home)
    learners.remove(learners.found[0].id)
    learners.remove(GUEST)
    learners.database.close()
    kept = [path for path in home.rglob("*") if path.is_file() and "scenarios" not in path.parts]
    assert not any("한지우".encode() in path.read_bytes() for path in kept)
    assert not any("손님이 먼저".encode() in path.read_bytes() for path in kept)
    assert any(b"Bartholomew" in path.read_bytes() for path in kept)
    assert sum(1 for _ in (home / BEFORE).rglob("*.jsonl")) == 2


# From databases


def test_the_program_knows_the_steps_that_are_shipped() -> None:
    steps = ScriptDirectory(str(STEPS))
    assert steps.get_current_head() == NEWEST
    assert {one.revision for one in steps.walk_revisions()} == {*KNOWN}


def test_a_new_database_is_what_the_steps_lead_to(tmp_path: Path) -> None:
    asked = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name"
    with Database(tmp_path / "new.db").reading() as connection:
        new = connection.exec_driver_sql(asked).all()
        (ours,) = connection.exec_driver_sql("PRAGMA application_id").one()
    engine = engine_at(tmp_path / "stepped.db")
    with engine.execution_options(writes=True).begin() as connection:
        upgrade(connection)
    with Database(tmp_path / "stepped.db").reading() as connection:
        assert connection.exec_driver_sql(asked).all() == new
        assert connection.exec_driver_sql("PRAGMA application_id").one() == (ours,)
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_an_older_database_is_migrated_when_it_is_opened(home: Path) -> None:
    home.mkdir()
    sql(home, "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
    sql(home, f"PRAGMA application_id = {0x446E676C}")
    assert Learners(home).add("한지우", "").name == "한지우"
    assert sql(home, "SELECT version_num FROM alembic_version") == [(NEWEST,)]


def test_a_database_of_a_newer_program_is_not_touched(home: Path) -> None:
    home_of_020(home)
    sql(home, "UPDATE alembic_version SET version_num = '9999'")
    before = (home / FILE).read_bytes()
    learners = Learners(home)
    with pytest.raises(StoreError) as refused:
        learners.add("한지우", "")
    assert refused.value.key == "store.future"
    assert learners.found == ()
    desk: Desk = desk_at(home)
    assert "더 새로운 단골" in desk.front("ko").notices[0]
    session = desk.begin("lamp", "coach", "ko", seed=1)
    session.choose("file", 1)
    assert "더 새로운 단골" in session.view("ko").notice
    learners.database.close()
    assert (home / FILE).read_bytes() == before
