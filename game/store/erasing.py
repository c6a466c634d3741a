"""Erasing a learner, or everything: rows, bytes, and the copies that lie in the data folder.

Who is leaving is written down in the very transaction that deletes their rows; a program that is
killed before the last copy is gone finishes the work when it is started again.
"""

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, delete, insert, select

from game.errors import StoreError
from game.store.chains import text_of
from game.store.database import BESIDE, Database
from game.store.files import delete_file, delete_folder, write_atomically
from game.store.schema import learners, metadata, plans, plays, remembered
from game.store.takeover import BEFORE

_LEAVING: Final = "leaving"
_EVERYBODY: Final = "*"
_GUEST: Final = ""


def erase(database: Database, home: Path, leaving: Sequence[str] | None) -> None:
    """Deletes learners with all that is theirs, or with None everything. Raises StoreError."""
    with database.writing() as connection:
        _delete(connection, leaving)
        left = [*(leaving if leaving is not None else [_EVERYBODY]), *_listed(connection)]
        connection.execute(delete(remembered).where(remembered.c.key == _LEAVING))
        connection.execute(insert(remembered).values(key=_LEAVING, value=text_of(left)))
    finish_erasing(database, home)


def finish_erasing(database: Database, home: Path) -> None:
    """Deletes the copies of those who are leaving, and makes the file forget their bytes."""
    with database.reading() as connection:
        leaving = _listed(connection)
    if not leaving:
        return
    if _EVERYBODY in leaving:
        _delete_copies(home, database.path)
    else:
        for learner in leaving:
            for folder in (home, home / BEFORE):  # where taking them over failed, still here
                _strike(folder, learner)
            _delete_in_copies(database.path, learner)
    for name in ("error.log", "crash.txt"):
        delete_file(home / name)
    database.forget_bytes(thoroughly=True)
    with database.writing() as connection:
        connection.execute(delete(remembered).where(remembered.c.key == _LEAVING))


def _listed(connection: Connection) -> list[str]:
    wanted = select(remembered.c.value).where(remembered.c.key == _LEAVING)
    found = connection.execute(wanted).scalar_one_or_none()
    return [str(one) for one in json.loads(found)] if found else []


def _delete(connection: Connection, leaving: Sequence[str] | None) -> None:
    if leaving is None:
        for table in reversed(metadata.sorted_tables):
            connection.execute(delete(table))
        return
    for learner in leaving:
        if learner == _GUEST:
            for table in (plays, plans):
                connection.execute(delete(table).where(table.c.learner.is_(None)))
        connection.execute(delete(learners).where(learners.c.id == learner))


# Copies


def copies_of(path: Path) -> list[Path]:
    """The databases that were set aside beside this one: damaged, or replaced by a restore."""
    found = path.parent.glob(f"{path.name}.*")
    return sorted(one for one in found if not one.name.endswith((*BESIDE, ".new")))


def _delete_copies(home: Path, path: Path) -> None:
    for folder in (BEFORE, "debriefs", "plays", "learners"):
        delete_folder(home / folder)
    for pattern in ("learners.json*", "plans.json*"):
        for one in home.glob(pattern):
            delete_file(one)
    for copy in copies_of(path):
        for end in ("", *BESIDE):
            delete_file(copy.with_name(copy.name + end))


def _delete_in_copies(path: Path, learner: str) -> None:
    """A copy that cannot be read keeps what it has; `dangol erase` says so."""
    for copy in copies_of(path):
        other = Database(copy, sets_aside=False)
        with suppress(StoreError), other.writing() as connection:
            _delete(connection, [learner])
        with suppress(StoreError):
            other.forget_bytes(thoroughly=True)
        other.close()


def _strike(folder: Path, learner: str) -> None:
    """Deletes what version 0.1.0 kept of a learner, and the name in its list."""
    own, texts = ("plays*", "plans*.json*") if learner == _GUEST else (f"learners*/{learner}", "")
    for one in folder.glob(own):
        delete_folder(one)
    for path in folder.glob(texts) if texts else ():
        delete_file(path)
    for path in folder.glob("learners*.json*") if not texts else ():
        _strike_name(path, learner)


def _strike_name(path: Path, learner: str) -> None:
    try:
        data = json.loads(path.read_text("utf-8"))
        data["learners"] = [one for one in data["learners"] if one["id"] != learner]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        delete_file(path)  # whose names it holds cannot be told
        return
    write_atomically(path, json.dumps(data, ensure_ascii=False, indent=1) + "\n")
