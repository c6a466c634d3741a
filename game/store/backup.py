"""A copy of the records in a single file, and putting such a copy in their place."""

import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from game.errors import StoreError
from game.store.database import BESIDE, Database
from game.store.files import delete_file, free_name, store_error
from game.store.peeking import opened, peek

_SOON: Final = 1.0  # seconds to wait for another program to let go


def back_up(database: Database, to: Path) -> None:
    """Copies the records into one file, also while a window has them open. Raises StoreError."""
    with _new_file(to) as path, database.alone() as source:
        _copy(source, path)


def restore(source: Path, path: Path) -> Path | None:
    """Puts a copy in place of the records at `path`; where these are now, None if there were none.

    Raises StoreError where the copy is not ours, is damaged or from a newer program, and where
    another program has the records open.
    """
    check(source)
    aside = None
    with _new_file(path) as new:
        with closing(opened(source, _SOON)) as connection:
            _copy(connection, new)
        if path.exists():
            _let_go(path)
            aside = free_name(path.with_name(f"{path.name}.{time.strftime('%Y%m%d-%H%M%S')}"))
            try:
                shutil.copy2(path, aside)
                for end in BESIDE:
                    delete_file(path.with_name(path.name + end))
            except OSError as error:
                raise store_error(aside, error) from error
    return aside


def check(path: Path) -> None:
    """Raises StoreError where a file is no copy of records that this program can read."""
    if not path.is_file():
        raise StoreError("cli.restore.none", path=path)
    try:
        found = peek(path, _SOON)
    except sqlite3.Error as error:
        raise StoreError("cli.restore.not-ours", path=path) from error
    if found.is_newer:
        raise StoreError("store.future", path=path)
    if not found.is_ours or found.is_empty:
        raise StoreError("cli.restore.not-ours", path=path)


def _let_go(path: Path) -> None:
    """All that is in the log goes into the file; raises StoreError while anybody has it open."""
    try:
        with closing(sqlite3.connect(path, timeout=_SOON)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname.startswith("SQLITE_BUSY"):
            raise StoreError("store.in-use", path=path) from error
    except sqlite3.DatabaseError:  # damaged: it is set aside as it is
        pass


def _copy(source: sqlite3.Connection, path: Path) -> None:
    with closing(sqlite3.connect(path)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")


@contextmanager
def _new_file(path: Path) -> Iterator[Path]:
    """A file beside `path` that takes its place when all went well. Raises StoreError."""
    new = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.unlink(missing_ok=True)
        yield new
        with new.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(new, path)
    except OSError as error:
        raise store_error(path, error) from error
    except sqlite3.Error as error:
        raise StoreError("store.failed", folder=path.parent, said=error) from error
    finally:
        new.unlink(missing_ok=True)
