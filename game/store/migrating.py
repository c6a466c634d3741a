"""Making a database one of this version: new from the tables, older ones step by step by Alembic.

Alembic takes a quarter of a second to load and is needed once a version: the version row is read
with plain SQL first.
"""

from pathlib import Path

from sqlalchemy import Connection, insert, inspect, select

from game.errors import StoreError
from game.store.schema import APPLICATION, KNOWN, NEWEST, metadata, version

STEPS = Path(__file__).parent / "migrations"


def bring_up_to_date(connection: Connection, path: Path) -> None:
    """Makes the tables, or changes them to those of this version; within the transaction.

    Raises StoreError where the database is from a newer program.
    """
    if not inspect(connection).has_table(version.name):
        _make(connection)
        return
    found = connection.execute(select(version.c.version_num)).scalar_one_or_none()
    if found == NEWEST:
        return
    if found is not None and found not in KNOWN:
        raise StoreError("store.future", path=path)
    upgrade(connection)


def _make(connection: Connection) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
    metadata.create_all(connection)
    version.create(connection)
    connection.execute(insert(version).values(version_num=NEWEST))


def upgrade(connection: Connection) -> None:
    """Takes the steps that are due."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
