"""How fast the records are: `python -m tests.bench.store`, with `--quick` on a tenth of them.

Each figure stands beside a bare sqlite3 that does the least for it in the same run, on the same
disk: what is more is ours. Times are in milliseconds, the median or the least disturbed of several.
One JSON line comes last, for the closing note.
"""

import json
import sqlite3
import statistics
import sys
import time
import uuid
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from game.engine.inputs import Choose, Input
from game.playthrough import Playthrough
from game.records import Keeper, Records
from game.store.archive import export
from game.store.database import FILE
from game.store.learners import Learners
from game.store.merging import Merged, merge
from game.store.saves import Saves
from game.view.history import finished_of
from tests.plays import BEST, lamp, played, started

PLAYS, LISTED, FILES, EACH = 10_000, 500, 30, 50


def main(arguments: list[str]) -> int:
    """Measure everything."""
    many = PLAYS // 10 if arguments == ["--quick"] else PLAYS
    with TemporaryDirectory() as folder:
        figures = {**turns(Path(folder, "turns")), **lists(Path(folder, "lists"))}
        figures |= opened(Path(folder, "many"), many)
        figures |= taken_in(Path(folder, "laptops"))
    for name, value in figures.items():
        print(f"{name:28}{value:10.2f}")
    print(json.dumps({name: round(value, 3) for name, value in figures.items()}))
    return 0


def timed(work: Callable[[], object]) -> float:
    """Milliseconds by the clock: what counts here is mostly the disk."""
    before = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - before)


# One turn


def turns(home: Path) -> dict[str, float]:
    """One turn kept: ours, and one row of the same size committed by bare sqlite3."""
    saves = Learners(home).drawer("").saves
    run, keeper = started(), Keeper(saves, saves.new_name())
    keeper(run)
    ours = []
    for number in range(200):
        if number % 2:
            run.back(1)
        else:
            run.take(Input(0, Choose("ask")))
        ours.append(timed(lambda: keeper(run)))
    bare = bare_turns(home / "bare.db", [json.dumps(one.to_json()) for one in run.log])
    late = statistics.median(ours[-20:]) / statistics.median(ours[:20])
    whole = played(BEST)
    ended = min(timed(lambda: Keeper(saves, saves.new_name())(whole)) for _ in range(5))
    mine, least = statistics.median(ours), statistics.median(bare)
    return {
        "turn": mine, "turn, bare": least, "turn, times bare": mine / least,
        "turn, 200th to 1st": late, "a whole play with its end": ended,
    }  # fmt: skip


def bare_turns(path: Path, entries: list[str]) -> list[float]:
    """The same rows by sqlite3 alone, as safely."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE inputs (number INTEGER PRIMARY KEY, entry TEXT)")
        add = "INSERT INTO inputs (entry) VALUES (?)"
        return [timed(partial(connection.execute, add, (one,))) for one in entries]


# Lists


def lists(home: Path) -> dict[str, float]:
    """Five hundred finished plays: listed, and all of their summaries read."""
    learners = Learners(home)
    saves = learners.drawer("").saves
    put(saves, LISTED)
    listed = min(timed(lambda: saves.dated(ended=True)) for _ in range(5))
    fresh = [Records(saves, lambda name: lamp()) for _ in range(5)]
    first = min(timed(partial(one.finished, 0.03)) for one in fresh)
    whole = min(timed(partial(one.finished, 60.0)) for one in fresh)
    rows = min(timed(lambda: bare_list(home / FILE)) for _ in range(5))
    return {
        f"{LISTED} listed": listed, f"{LISTED} for the first picture": first,
        f"{LISTED} with summaries": whole, f"{LISTED} with summaries, bare": rows,
    }  # fmt: skip


def bare_list(path: Path) -> int:
    """The same rows by sqlite3 alone, read as JSON."""
    with closing(sqlite3.connect(path)) as connection:
        asked = "SELECT id, touched, summary FROM plays WHERE ended ORDER BY touched DESC"
        return len([(name, at, json.loads(text)) for name, at, text in connection.execute(asked)])


# Ten thousand


def opened(home: Path, many: int) -> dict[str, float]:
    """A database of many plays: opened, shown on a title, and looked up."""
    learners = Learners(home)
    who = learners.add("한지우", "").id
    put(learners.drawer(who).saves, EACH)
    grow(home / FILE, many)
    learners.database.close()
    opening = min(timed(lambda: reopened(home)) for _ in range(5))
    bare = min(timed(lambda: bare_check(home / FILE)) for _ in range(5))
    learners = Learners(home)
    records = Records(learners.drawer(who).saves, lambda name: lamp())
    saves = learners.drawer(who).saves
    name = saves.dated(ended=True)[many // 2].name
    return {
        f"{many} plays, MB": (home / FILE).stat().st_size / 1e6,
        f"{many} plays opened": opening,
        f"{many} plays checked, bare": bare,
        f"{many} plays, tallies": min(timed(learners.tallies) for _ in range(5)),
        f"{many} plays, first picture": timed(lambda: records.finished(0.03)),
        f"{many} plays, endings": min(timed(saves.endings) for _ in range(5)),
        f"{many} plays, one loaded": min(timed(lambda: saves.load(name)) for _ in range(5)),
    }


def reopened(home: Path) -> None:
    """What a start of the program does."""
    learners = Learners(home)
    learners.database.close()


def bare_check(path: Path) -> None:
    """SQLite's own look at the whole file, which is most of an opening."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)


def put(saves: Saves, number: int) -> list[Playthrough]:
    """So many finished plays."""
    runs = [played(BEST, seed=seed) for seed in range(number)]
    for run in runs:
        saves.keep(saves.new_name(), run, finished_of(run))
    return runs


def grow(path: Path, many: int) -> None:
    """Copies of the plays that are there, until there are so many."""
    with closing(sqlite3.connect(path)) as connection:
        names = [name for (name,) in connection.execute("SELECT id FROM plays")]
        columns = {
            table: [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
            for table in ("plays", "inputs", "scorecards", "findings")
        }

        def copy(table: str, where: str, changes: dict[str, str]) -> None:
            taken = ", ".join(changes.get(one, f'"{one}"') for one in columns[table])
            connection.execute(f"INSERT INTO {table} SELECT {taken} FROM {table} WHERE {where}")

        for number in range(many - len(names)):
            old, new, card = names[number % len(names)], uuid.uuid4(), uuid.uuid4()
            copy("plays", f"id = '{old}'", {"id": f"'{new}'", "touched": f"touched - {number}"})
            copy("inputs", f"play = '{old}'", {"play": f"'{new}'"})
            copy("scorecards", f"play = '{old}'", {"id": f"'{card}'", "play": f"'{new}'"})
            of = f"scorecard = (SELECT id FROM scorecards WHERE play = '{old}')"
            own = {"id": f"'{card}' || number", "scorecard": f"'{card}'"}
            copy("findings", of, own)
        connection.commit()


# Thirty laptops


def taken_in(folder: Path) -> dict[str, float]:
    """Thirty files of fifty plays each, taken in, and once more."""
    files = []
    for number in range(FILES):
        learners = Learners(folder / f"laptop-{number}")
        put(learners.drawer(learners.add(f"Trainee {number}", "").id).saves, EACH)
        files.append(folder / f"{number}.jsonl")
        files[-1].write_text("\n".join(export(learners.database)), "utf-8")
        learners.database.close()
    trainer = Learners(folder / "trainer")

    def take() -> None:
        merged = Merged()
        for file in files:
            merge(trainer.database, file, merged)
        assert merged.refused == []
        assert sum(merged.counts.values()) == FILES * (EACH + 1)

    name = f"{FILES} files of {EACH}"
    return {
        f"{name} taken in": timed(take), f"{name} once more": timed(take),
        f"{name} exported": timed(lambda: list(export(trainer.database))),
    }  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
