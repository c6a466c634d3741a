"""The database of the records: one SQLite file, opened when first needed, never lost silently.

Whatever SQLite says becomes one sentence. A file that is damaged is set aside under another name,
and the next call begins a new one. Two windows may have it open at a time.
"""

import os
import sqlite3
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, IntegrityError, InterfaceError
from sqlalchemy.pool import ConnectionPoolEntry

from game.errors import StoreError
from game.store.files import set_aside, store_error
from game.store.migrating import bring_up_to_date
from game.store.peeking import peek

FILE: Final = "dangol.db"
PATIENCE: Final = 4.0  # seconds to wait for another program that is writing
# What SQLite keeps beside the file while it is open; without the file they mean nothing.
BESIDE: Final = ("-wal", "-shm", "-journal")

_SHUT: Final = 1.0  # seconds after which one that could not be opened is tried again
_WRITES = {"writes": True}
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
_LOCKED = ("SQLITE_BUSY", "SQLITE_LOCKED")
_UNWILLING = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")


class Database:
    """The database at `path`; `notices` are what the user should know of its state."""

    def __init__(self, path: Path, patience: float = PATIENCE, sets_aside: bool = True) -> None:
        self.path, self.patience, self._sets_aside = path, patience, sets_aside
        self.notices: list[StoreError] = []
        # What is to be done whenever it was opened, or made anew in place of a damaged one.
        self.on_open: list[Callable[[], None]] = []
        self._engine: Engine | None = None
        self._refused: tuple[float, StoreError] | None = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the database; raises StoreError."""
        with self._guarded(), self._opened().connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes all come true at the end, or none; raises StoreError."""
        with self._guarded(), self._opened().execution_options(**_WRITES).begin() as connection:
            yield connection

    @contextmanager
    def alone(self) -> Iterator[sqlite3.Connection]:
        """The bare connection, outside any transaction: for what SQLite does to whole files."""
        with self._guarded():
            pooled = self._opened().raw_connection()
            try:
                driver = pooled.driver_connection
                assert isinstance(driver, sqlite3.Connection)
                with _as_sqlalchemy_says():
                    yield driver
            finally:
                pooled.close()

    def forget_bytes(self, thoroughly: bool = False) -> None:
        """What was deleted leaves the files too; `thoroughly` the free pages as well.

        Raises StoreError where another program is in the way.
        """
        with self.alone() as connection:
            if thoroughly:
                connection.execute("VACUUM")
            busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise StoreError("store.traces", path=self.path)

    def close(self) -> None:
        """Closes the file; the next call opens it again."""
        if self._engine:
            self._engine.dispose()
        self._engine = None

    # ------------------------------------------------------------ opening

    def _opened(self) -> Engine:
        if self._engine is None:
            if self._refused and time.monotonic() < self._refused[0]:
                raise self._refused[1]
            try:
                self._engine = self._open()
            except DatabaseError as error:
                self._engine = self._opened_anew(error)
            self._greet()
        return self._engine

    def _opened_anew(self, error: DatabaseError) -> Engine:
        """What could not be opened: in its place a new one, if it was damaged."""
        if not is_damaged(error):
            told = self._told(error)
            # A screen asks for many things: they do not each wait for a door that stays shut.
            self._refused = (time.monotonic() + _SHUT, told)
            raise told from error
        told = self._put_aside()
        if told.key != "store.damaged":
            raise told from error
        return self._open()

    def _greet(self) -> None:
        """Does what waits for the opening; where that fails the next call tries all of it again."""
        try:
            for wanted in self.on_open:
                wanted()
        except BaseException:
            self.close()
            raise

    def _open(self) -> Engine:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise store_error(self.path, error) from error
        if self.path.exists():
            self._check()
        engine = engine_at(self.path, self.patience)
        try:
            with engine.execution_options(**_WRITES).begin() as connection:
                bring_up_to_date(connection, self.path)
        except BaseException:
            engine.dispose()
            raise
        weakref.finalize(self, engine.dispose)
        return engine

    def _check(self) -> None:
        """Raises DatabaseError for a damaged or foreign file, StoreError for a newer one."""
        with _as_sqlalchemy_says():
            found = peek(self.path, self.patience)
            if found.is_newer:
                raise StoreError("store.future", path=self.path)
            if not found.is_ours:
                raise _NotOurs(self.path)

    # ------------------------------------------------------------ what goes wrong

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except DatabaseError as error:
            if is_damaged(error):
                raise self._put_aside() from error
            raise self._told(error) from error
        except InterfaceError as error:
            raise StoreError("store.failed", folder=self.path.parent, said=error.orig) from error

    def _put_aside(self) -> StoreError:
        """Moves a damaged file out of the way; gives the sentence that tells where it is."""
        self.close()
        aside = set_aside(self.path) if self._sets_aside else None
        if aside is None:
            return StoreError("store.read-only", folder=self.path.parent)
        move_beside(self.path, aside)
        told = StoreError("store.damaged", aside=aside)
        self.notices.append(told)
        return told

    def _told(self, error: DatabaseError) -> StoreError:
        name, folder = said_by(error), self.path.parent
        if isinstance(error, IntegrityError) and name == "SQLITE_CONSTRAINT_FOREIGNKEY":
            return StoreError("store.owner-gone")
        if name.startswith(_LOCKED):
            return StoreError("store.locked", path=self.path)
        if name.startswith("SQLITE_FULL"):
            return StoreError("store.full", folder=folder)
        if name.startswith(_UNWILLING):
            return StoreError("store.read-only", folder=folder)
        return StoreError("store.failed", folder=folder, said=error.orig)


def move_beside(path: Path, to: Path) -> None:
    """After a database file was moved: what SQLite kept beside it goes with it."""
    for end in BESIDE:
        with suppress(FileNotFoundError):
            os.replace(path.with_name(path.name + end), to.with_name(to.name + end))


def engine_at(path: Path, patience: float = PATIENCE) -> Engine:
    """The engine of a database file, each connection set up as the records need it."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": patience, "isolation_level": None, "check_same_thread": False},
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Python's own way begins too late, and not for reading; a writer waits at the door."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


class _NotOurs(sqlite3.DatabaseError):
    """What SQLite can read, but is not whole or not ours."""

    sqlite_errorname = "SQLITE_NOTADB"


@contextmanager
def _as_sqlalchemy_says() -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise DatabaseError(None, None, error) from error


def said_by(error: DatabaseError) -> str:
    """SQLite's name for an error, such as SQLITE_BUSY; "" where it gave none."""
    return getattr(error.orig, "sqlite_errorname", None) or ""


def is_damaged(error: DatabaseError) -> bool:
    """Whether it is the file itself that is wrong."""
    return said_by(error).startswith(_DAMAGED)
