"""Version 3: what servers said of the addresses that were read, to ask them only for what is new."""

from __future__ import annotations

from sqlalchemy import Connection

from quliu.store.dialect import SPELLING

_TABLE = """
    CREATE TABLE fetches (
        url TEXT NOT NULL,
        etag TEXT,
        last_modified TEXT,
        fetched_at {instant} NOT NULL,
        status INTEGER NOT NULL,
        read_as TEXT NOT NULL,
        PRIMARY KEY (url)
    )
"""


def apply(connection: Connection) -> None:
    """Make the table."""
    connection.exec_driver_sql(_TABLE.format(**SPELLING))
