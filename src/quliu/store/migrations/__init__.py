"""The way of a ledger file to the present version: numbered steps, forward only.

Each step runs in one transaction together with its record, under the write lock: a killed process leaves the
file at the version before or after it, and two processes that open one file do not step on each other.
A step, once released, never changes; it spells its own SQL and does not look at `schema`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, func, insert, inspect, select

from quliu.errors import LedgerError
from quliu.store import schema
from quliu.store.dialect import WRITES
from quliu.store.migrations import m001_first, m002_stories, m003_fetches, m004_origins

__all__ = ["MIGRATIONS", "find_version", "migrate"]

Step = Callable[[Connection], None]

MIGRATIONS: tuple[tuple[str, Step], ...] = (
    ("first", m001_first.apply),
    ("stories", m002_stories.apply),
    ("fetches", m003_fetches.apply),
    ("origins", m004_origins.apply),
)
"""Name and step of every version, the first is version 1."""


def migrate(engine: Engine, location: str) -> None:
    """Bring a file to the present version; an empty file becomes an empty ledger.

    Raises:
        LedgerError: it is some other program's database, or a newer quliu wrote it.
    """
    with engine.connect() as connection, connection.begin():
        version = find_version(connection, location)
    while version < len(MIGRATIONS):
        version = _step(engine, location)


def find_version(connection: Connection, location: str) -> int:
    """Return the version of an open file, 0 for an empty one; LedgerError as in `migrate`."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return 0
    if not {"migrations", "documents"} <= tables:
        raise LedgerError(f"{location} is some other program's database; name another file with --ledger")
    version = connection.execute(select(func.max(schema.migrations.c.number))).scalar_one() or 0
    if version > len(MIGRATIONS):
        raise LedgerError(
            f"the ledger {location} has version {version}, this quliu knows {len(MIGRATIONS)}: upgrade quliu"
        )
    return int(version)


def _step(engine: Engine, location: str) -> int:
    """Apply the next step, if another process has not done so meanwhile; return the version reached."""
    with engine.connect() as opened:
        connection = opened.execution_options(**{WRITES: True})
        with connection.begin():
            version = find_version(connection, location)
            if version == len(MIGRATIONS):
                return version
            if version == 0:
                schema.migrations.create(connection)
            name, step = MIGRATIONS[version]
            step(connection)
            record = {"number": version + 1, "name": name, "applied_at": datetime.now(UTC)}
            connection.execute(insert(schema.migrations), record)
            return version + 1
