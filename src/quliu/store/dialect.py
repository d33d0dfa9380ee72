"""What differs between databases: connecting, locking, checking, and what their errors mean to a user.

SQLite is the one database today. All else in `store` is portable SQLAlchemy Core.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from quliu.errors import LedgerError

__all__ = ["SPELLING", "WRITES", "describe_trouble", "find_damage", "locate", "make_engine", "protect"]

# Execution option: take the write lock at once, so that two writers queue instead of failing half-way.
WRITES = "quliu_writes"

SPELLING = {"blob": "BLOB", "instant": "DATETIME", "serial": "INTEGER NOT NULL PRIMARY KEY"}
"""How migrations spell the types whose names differ."""

_TROUBLE = (
    ("file is not a database", "is not a ledger: it is no SQLite database; name another file with --ledger"),
    ("malformed", "is damaged; restore a copy, or run `quliu doctor` to see what is wrong"),
    ("disk i/o error", "cannot be read or written (disk error); check the disk, then run `quliu doctor`"),
    ("database is locked", "is in use by another writer; wait until it is done and try again"),
    ("readonly database", "cannot be written: the file or its folder is read-only"),
    (
        "unable to open",
        "cannot be opened; check that the file and its folder exist and may be read and written",
    ),
    ("full", "cannot be written: the disk is full"),
    ("append-only", "refuses to change what was recorded"),
)


def locate(location: str) -> Path:
    """Return the file that a path or an `sqlite:///` URL names.

    Raises:
        LedgerError: the URL is none, or names a database that quliu cannot use.
    """
    if "://" not in location:
        return Path(location).expanduser()
    try:
        url = make_url(location)
    except ArgumentError as error:
        raise LedgerError(f"{location} is no ledger: give a file path or sqlite:///PATH") from error
    if url.get_backend_name() != "sqlite" or not url.database:
        shown = url.render_as_string(hide_password=True)
        raise LedgerError(f"{shown} is not supported: give a file path or sqlite:///PATH")
    return Path(url.database).expanduser()


def make_engine(path: Path, wait_seconds: float) -> Engine:
    """Return an engine on an SQLite file; nothing is opened yet. A busy file is waited for."""
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, connect_args={"timeout": wait_seconds})
    event.listen(engine, "connect", lambda connection, _record: _set_up(connection, wait_seconds))
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: sqlite3.Connection, wait_seconds: float) -> None:
    # The driver's own transaction handling commits before DDL; we begin by ourselves.
    connection.isolation_level = None
    _use_wal(connection, time.monotonic() + wait_seconds)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _use_wal(connection: sqlite3.Connection, deadline: float) -> None:
    """Switch a new file to WAL; two processes that do so at once are refused, not queued, by SQLite."""
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def describe_trouble(error: SQLAlchemyError, location: str) -> LedgerError:
    """Return the error a user can act on."""
    told = str(getattr(error, "orig", None) or error)
    for sign, advice in _TROUBLE:
        if sign in told.lower():
            return LedgerError(f"the ledger {location} {advice}")
    return LedgerError(f"the ledger {location} failed: {told}")


def find_damage(connection: Connection) -> Sequence[str]:
    """Return what the database itself finds wrong with its file; empty when nothing is."""
    told = [str(row[0]) for row in connection.execute(text("PRAGMA integrity_check"))]
    damage = [] if told == ["ok"] else told
    for table, row_id, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
        damage.append(f"{table} row {row_id} points to a missing row of {parent}")
    return damage


def protect(table: str) -> tuple[str, ...]:
    """Return the statements that forbid to change or delete rows of a table."""
    return tuple(
        f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for verb in ("update", "delete")
    )
