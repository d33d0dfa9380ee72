"""Version 2: stories, which documents are copies of which."""

from __future__ import annotations

from sqlalchemy import Connection

from quliu.store.dialect import SPELLING

_TABLES = (
    """
    CREATE TABLE story_keys (
        key TEXT NOT NULL,
        document_id TEXT NOT NULL,
        PRIMARY KEY (key, document_id),
        FOREIGN KEY (document_id) REFERENCES documents (id)
    )
    """,
    "CREATE INDEX story_keys_by_document ON story_keys (document_id)",
    """
    CREATE TABLE story_pairs (
        one TEXT NOT NULL,
        other TEXT NOT NULL,
        kind TEXT NOT NULL,
        shingles FLOAT NOT NULL,
        content FLOAT NOT NULL,
        PRIMARY KEY (one, other),
        FOREIGN KEY (one) REFERENCES documents (id),
        FOREIGN KEY (other) REFERENCES documents (id)
    )
    """,
    "CREATE INDEX story_pairs_by_other ON story_pairs (other)",
    """
    CREATE TABLE stories (
        document_id TEXT NOT NULL,
        story_id TEXT NOT NULL,
        rank INTEGER NOT NULL,
        PRIMARY KEY (document_id),
        FOREIGN KEY (document_id) REFERENCES documents (id)
    )
    """,
    "CREATE INDEX stories_by_story ON stories (story_id)",
    # What was derived without stories is derived anew by the next `read`.
    "DELETE FROM derived_with",
)


def apply(connection: Connection) -> None:
    """Make the tables."""
    for statement in _TABLES:
        connection.exec_driver_sql(statement.format(**SPELLING))
