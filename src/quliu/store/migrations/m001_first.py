"""Version 1: documents, sightings, readings, claims, judgements, rejects; people, tenures, moves."""

from __future__ import annotations

from sqlalchemy import Connection

from quliu.store.dialect import SPELLING, protect

_TABLES = (
    """
    CREATE TABLE documents (
        id TEXT NOT NULL,
        text TEXT NOT NULL,
        language TEXT NOT NULL,
        recorded_at {instant} NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE document_bytes (
        document_id TEXT NOT NULL,
        zlib {blob} NOT NULL,
        PRIMARY KEY (document_id),
        FOREIGN KEY (document_id) REFERENCES documents (id)
    )
    """,
    """
    CREATE TABLE sightings (
        id {serial},
        document_id TEXT NOT NULL,
        source TEXT NOT NULL,
        title TEXT,
        publisher TEXT,
        url TEXT,
        published_on DATE,
        dated_by TEXT NOT NULL,
        recorded_at {instant} NOT NULL,
        FOREIGN KEY (document_id) REFERENCES documents (id)
    )
    """,
    "CREATE INDEX sightings_by_document ON sightings (document_id)",
    """
    CREATE TABLE claims (
        id TEXT NOT NULL,
        document_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        engine TEXT NOT NULL,
        engine_version TEXT NOT NULL,
        content TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY (document_id) REFERENCES documents (id)
    )
    """,
    "CREATE INDEX claims_by_document ON claims (document_id)",
    """
    CREATE TABLE readings (
        id {serial},
        document_id TEXT NOT NULL,
        engine TEXT NOT NULL,
        engine_version TEXT NOT NULL,
        read_as TEXT NOT NULL,
        recorded_at {instant} NOT NULL,
        FOREIGN KEY (document_id) REFERENCES documents (id)
    )
    """,
    "CREATE INDEX readings_by_document ON readings (document_id)",
    """
    CREATE TABLE reading_claims (
        reading_id INTEGER NOT NULL,
        ordinal INTEGER NOT NULL,
        claim_id TEXT NOT NULL,
        PRIMARY KEY (reading_id, ordinal),
        FOREIGN KEY (reading_id) REFERENCES readings (id),
        FOREIGN KEY (claim_id) REFERENCES claims (id)
    )
    """,
    "CREATE INDEX reading_claims_by_claim ON reading_claims (claim_id)",
    """
    CREATE TABLE judgements (
        id {serial},
        verdict TEXT NOT NULL,
        subject TEXT NOT NULL,
        object TEXT,
        author TEXT NOT NULL,
        reason TEXT NOT NULL,
        score FLOAT NOT NULL,
        made_at {instant} NOT NULL
    )
    """,
    """
    CREATE TABLE rejects (
        source TEXT NOT NULL,
        stage TEXT NOT NULL,
        code TEXT NOT NULL,
        message TEXT NOT NULL,
        "key" TEXT,
        recorded_at {instant} NOT NULL,
        PRIMARY KEY (source)
    )
    """,
    """
    CREATE TABLE standings (
        document_id TEXT NOT NULL,
        title TEXT,
        publisher TEXT,
        url TEXT,
        published_on DATE,
        dated_by TEXT NOT NULL,
        known_on DATE NOT NULL,
        reading_id INTEGER,
        PRIMARY KEY (document_id),
        FOREIGN KEY (document_id) REFERENCES documents (id),
        FOREIGN KEY (reading_id) REFERENCES readings (id)
    )
    """,
    """
    CREATE TABLE claim_blocks (
        block TEXT NOT NULL,
        claim_id TEXT NOT NULL,
        PRIMARY KEY (block, claim_id),
        FOREIGN KEY (claim_id) REFERENCES claims (id)
    )
    """,
    "CREATE INDEX claim_blocks_by_claim ON claim_blocks (claim_id)",
    """
    CREATE TABLE claim_orgs (
        org TEXT NOT NULL,
        claim_id TEXT NOT NULL,
        PRIMARY KEY (org, claim_id),
        FOREIGN KEY (claim_id) REFERENCES claims (id)
    )
    """,
    "CREATE INDEX claim_orgs_by_claim ON claim_orgs (claim_id)",
    """
    CREATE TABLE derived_with (
        lexicon TEXT NOT NULL,
        PRIMARY KEY (lexicon)
    )
    """,
    """
    CREATE TABLE entities (
        block TEXT NOT NULL,
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        parent TEXT,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX entities_by_block ON entities (block)",
    """
    CREATE TABLE entity_names (
        block TEXT NOT NULL,
        entity_id TEXT NOT NULL,
        name TEXT NOT NULL,
        search_name TEXT NOT NULL,
        PRIMARY KEY (entity_id, name)
    )
    """,
    "CREATE INDEX entity_names_by_block ON entity_names (block)",
    "CREATE INDEX entity_names_by_search_name ON entity_names (search_name)",
    """
    CREATE TABLE links (
        block TEXT NOT NULL,
        claim_id TEXT NOT NULL,
        slot TEXT NOT NULL,
        entity_id TEXT NOT NULL,
        PRIMARY KEY (claim_id, slot),
        FOREIGN KEY (claim_id) REFERENCES claims (id)
    )
    """,
    "CREATE INDEX links_by_block ON links (block)",
    "CREATE INDEX links_by_entity ON links (entity_id)",
    """
    CREATE TABLE tenures (
        block TEXT NOT NULL,
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        ordinal INTEGER NOT NULL,
        org TEXT,
        org_name TEXT,
        parent TEXT,
        role TEXT,
        start TEXT,
        "end" TEXT,
        attested TEXT,
        status TEXT NOT NULL,
        belief FLOAT NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX tenures_by_block ON tenures (block)",
    "CREATE INDEX tenures_by_org ON tenures (org)",
    "CREATE INDEX tenures_by_parent ON tenures (parent)",
    "CREATE INDEX tenures_by_person ON tenures (person)",
    """
    CREATE TABLE tenure_supports (
        block TEXT NOT NULL,
        tenure_id TEXT NOT NULL,
        ordinal INTEGER NOT NULL,
        claim_id TEXT NOT NULL,
        stance TEXT NOT NULL,
        PRIMARY KEY (tenure_id, ordinal),
        FOREIGN KEY (claim_id) REFERENCES claims (id)
    )
    """,
    "CREATE INDEX tenure_supports_by_block ON tenure_supports (block)",
    "CREATE INDEX tenure_supports_by_claim ON tenure_supports (claim_id)",
    """
    CREATE TABLE moves (
        block TEXT NOT NULL,
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        ordinal INTEGER NOT NULL,
        when_start DATE,
        when_end DATE,
        other_whens TEXT NOT NULL,
        status TEXT NOT NULL,
        belief FLOAT NOT NULL,
        known_on DATE NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX moves_by_block ON moves (block)",
    "CREATE INDEX moves_by_person ON moves (person)",
    """
    CREATE TABLE move_posts (
        block TEXT NOT NULL,
        move_id TEXT NOT NULL,
        side TEXT NOT NULL,
        org TEXT,
        org_name TEXT,
        parent TEXT,
        role TEXT,
        roles TEXT NOT NULL,
        PRIMARY KEY (move_id, side)
    )
    """,
    "CREATE INDEX move_posts_by_block ON move_posts (block)",
    "CREATE INDEX move_posts_by_org ON move_posts (org)",
    "CREATE INDEX move_posts_by_parent ON move_posts (parent)",
    """
    CREATE TABLE move_claims (
        block TEXT NOT NULL,
        move_id TEXT NOT NULL,
        ordinal INTEGER NOT NULL,
        claim_id TEXT NOT NULL,
        status TEXT NOT NULL,
        known_on DATE NOT NULL,
        against BOOLEAN NOT NULL,
        PRIMARY KEY (move_id, ordinal),
        FOREIGN KEY (claim_id) REFERENCES claims (id)
    )
    """,
    "CREATE INDEX move_claims_by_block ON move_claims (block)",
    "CREATE INDEX move_claims_by_claim ON move_claims (claim_id)",
)

_APPEND_ONLY = (
    "documents",
    "document_bytes",
    "sightings",
    "claims",
    "readings",
    "reading_claims",
    "judgements",
)


def apply(connection: Connection) -> None:
    """Make the tables, and forbid to change what is recorded."""
    for statement in _TABLES:
        connection.exec_driver_sql(statement.format(**SPELLING))
    for table in _APPEND_ONLY:
        for statement in protect(table):
            connection.exec_driver_sql(statement)
