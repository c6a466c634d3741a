"""Taking the files of version 0.1.0 over into the database, once; then they are moved aside.

All rows come in one transaction, and only then are the files moved. Killed anywhere in between, the
next start takes the same files over again and finds every row there already.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Table
from sqlalchemy.dialects.sqlite import insert as put

from game.errors import StoreError
from game.store.chains import text_of
from game.store.database import Database
from game.store.files import delete_file, delete_folder, free_name, store_error
from game.store.old_files import (
    GUEST,
    NAMES,
    OldList,
    OldPlan,
    OldPlay,
    read_list,
    read_plans,
    read_plays,
)
from game.store.schema import inputs, learners, plans, plays, remembered
from game.view.history import turns_in

BEFORE: Final = "before-database"  # the folder where the old files are kept


def take_over(database: Database, home: Path) -> None:
    """Takes over what version 0.1.0 left in a data folder; says in `notices` what was damaged.

    Raises StoreError.
    """
    if not any((home / name).exists() for name in NAMES):
        return
    found = read_list(home)
    _finish_leaving(home, found.leaving)
    folders = {one.id: home / "learners" / one.id for one in found.learners} | {GUEST: home}
    with database.writing() as connection:
        _put_list(connection, found)
        lost = sum(_put_drawer(connection, *one) for one in folders.items())
    moved = _move(home)
    if found.is_damaged:
        aside = next((one for one in moved if one.name.startswith("learners")), home / BEFORE)
        database.notices.append(StoreError("screen.learner.damaged", aside=aside))
    if lost:
        database.notices.append(StoreError("store.old", number=lost, folder=home / BEFORE))


def _finish_leaving(home: Path, leaving: Sequence[str]) -> None:
    for learner in leaving:
        delete_folder(home / "learners" / learner if learner else home / "plays")
        if learner == GUEST:
            delete_file(home / "plans.json")


def _put_list(connection: Connection, found: OldList) -> None:
    rows = [
        {
            "id": one.id,
            "name": one.name,
            "portrait": one.portrait,
            "seen": text_of(one.seen),
            "came": float(number),  # before all who come from now on
            "changed": 0.0,
        }
        for number, one in enumerate(found.learners)
    ]
    _put(connection, learners, rows)
    kept = {"chosen": found.chosen, "guest-seen": text_of(found.guest_seen)}
    if found.chosen or found.guest_seen:
        _put(connection, remembered, [{"key": k, "value": v} for k, v in kept.items()])


def _put_drawer(connection: Connection, learner: str, folder: Path) -> int:
    """Takes over plays and plans of a learner; how many files were damaged."""
    owner, lost = learner or None, 0
    for play in read_plays(folder, learner):
        lost += play is None or play.saved.damaged
        if play:
            _put(connection, plays, [_play_row(play, owner)])
            _put(connection, inputs, _input_rows(play))
    try:
        _put(connection, plans, [_plan_row(one, owner) for one in read_plans(folder, learner)])
    except ValueError:
        lost += 1
    return lost


def _play_row(play: OldPlay, owner: str | None) -> dict[str, Any]:
    header, summary = play.saved.header, play.summary
    return {
        "id": play.saved.name,
        "learner": owner,
        "case": header.case,
        "version": header.version,
        "mode": header.mode.value,
        "language": header.language,
        "header": text_of(play.header),
        "head": play.saved.head,
        "inputs": len(play.rows),
        "turns": turns_in(play.saved.log),
        "began": play.began,
        "touched": play.touched,
        "ended": play.ended,
        "ending": summary.ending if summary else "",
        "passed": summary.scores.passed if summary else None,
        "summary": text_of(summary.to_json()) if summary else None,
    }


def _input_rows(play: OldPlay) -> Iterable[Mapping[str, Any]]:
    for number, (entry, chain) in enumerate(play.rows, 1):
        yield {"play": play.saved.name, "number": number, "entry": entry, "chain": chain}


def _plan_row(plan: OldPlan, owner: str | None) -> dict[str, Any]:
    return {
        "id": plan.id,
        "learner": owner,
        "case": plan.case,
        "when": plan.when,
        "then": plan.then,
        "day": plan.day,
        "asked": plan.asked,
        "answer": plan.answer,
        "made": plan.made,
    }


def _put(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Adds rows; those that are there already stay as they are."""
    wanted = list(rows)
    if wanted:
        connection.execute(put(table).on_conflict_do_nothing(), wanted)


def _move(home: Path) -> list[Path]:
    """Moves the old files into their folder, never over one that is there; where they are now."""
    moved = []
    try:
        (home / BEFORE).mkdir(exist_ok=True)
        for name in NAMES:
            for path in sorted(home.glob(f"{name}*" if "." in name else name)):
                moved.append(free_name(home / BEFORE / path.name))
                os.replace(path, moved[-1])
    except FileNotFoundError:  # another window is moving them
        pass
    except OSError as error:
        raise store_error(home / BEFORE, error) from error
    return moved
