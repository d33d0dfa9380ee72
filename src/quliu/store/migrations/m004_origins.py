"""Version 4: by which words date and publisher were learned, who reposts, and days inferred."""

from __future__ import annotations

from sqlalchemy import Connection

_STATEMENTS = (
    "ALTER TABLE sightings ADD COLUMN date_evidence TEXT",
    "ALTER TABLE sightings ADD COLUMN named_by TEXT DEFAULT 'unknown' NOT NULL",
    "ALTER TABLE sightings ADD COLUMN publisher_evidence TEXT",
    "ALTER TABLE sightings ADD COLUMN reposted_by TEXT",
    "ALTER TABLE standings ADD COLUMN date_evidence TEXT",
    "ALTER TABLE standings ADD COLUMN published_within TEXT",
    "ALTER TABLE standings ADD COLUMN named_by TEXT DEFAULT 'unknown' NOT NULL",
    "ALTER TABLE standings ADD COLUMN publisher_evidence TEXT",
    "ALTER TABLE standings ADD COLUMN reposted_by TEXT",
    # What was derived without these is derived anew by the next `read`.
    "DELETE FROM derived_with",
)


def apply(connection: Connection) -> None:
    """Add the columns; of what was recorded before, nobody knows how the publisher was learned."""
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement)
