"""A look into a database file that changes nothing: whose it is, how new, and whether whole."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from game.store.schema import APPLICATION, KNOWN


@dataclass(frozen=True, slots=True)
class Peek:
    """What a file is; `version` is "" where it has none, `is_empty` one without any table."""

    owner: int
    version: str
    is_empty: bool
    is_whole: bool

    @property
    def is_ours(self) -> bool:
        """Whether it is whole and holds records, or nothing yet."""
        return self.is_whole and (self.owner == APPLICATION or self.is_empty)

    @property
    def is_newer(self) -> bool:
        """Whether a newer program made it."""
        return self.owner == APPLICATION and self.version not in ("", *KNOWN)


def peek(path: Path, patience: float) -> Peek:
    """Looks into a file for at most so many seconds of waiting; raises sqlite3.Error."""
    with closing(opened(path, patience)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        version = None
        if "alembic_version" in tables:
            version = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        (owner,) = connection.execute("PRAGMA application_id").fetchone()
        (said,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    return Peek(owner, version[0] if version else "", not tables, said == "ok")


def opened(path: Path, patience: float) -> sqlite3.Connection:
    """A connection that writes nothing."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=patience)
