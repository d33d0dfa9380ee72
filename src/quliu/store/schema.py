"""The tables of the ledger as they are now. `migrations` brings a file there; a test compares the two.

Recorded tables only grow, except two that tell what was so last: rejects and fetches. Derived tables are a
pure function of the recorded ones; what is derived of people names its block, so that a block can be replaced
alone.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

from quliu.store.types import Days, DaysList, Instant, Texts

__all__ = ["APPEND_ONLY", "BLOCK_TABLES", "DERIVED", "METADATA"]

METADATA = MetaData()


def _key(target: str) -> ForeignKey:
    return ForeignKey(target)


migrations = Table(
    "migrations",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("applied_at", Instant, nullable=False),
)

# --- recorded

documents = Table(
    "documents",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("recorded_at", Instant, nullable=False),
)

document_bytes = Table(
    "document_bytes",
    METADATA,
    Column("document_id", Text, _key("documents.id"), primary_key=True),
    Column("zlib", LargeBinary, nullable=False),
)

sightings = Table(
    "sightings",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("document_id", Text, _key("documents.id"), nullable=False),
    Column("source", Text, nullable=False),
    Column("title", Text),
    Column("publisher", Text),
    Column("url", Text),
    Column("published_on", Date),
    Column("dated_by", Text, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("date_evidence", Text),
    Column("named_by", Text, nullable=False),
    Column("publisher_evidence", Text),
    Column("reposted_by", Text),
    Index("sightings_by_document", "document_id"),
)

claims = Table(
    "claims",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("document_id", Text, _key("documents.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("engine", Text, nullable=False),
    Column("engine_version", Text, nullable=False),
    Column("content", Text, nullable=False),
    Index("claims_by_document", "document_id"),
)

readings = Table(
    "readings",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("document_id", Text, _key("documents.id"), nullable=False),
    Column("engine", Text, nullable=False),
    Column("engine_version", Text, nullable=False),
    Column("read_as", Text, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Index("readings_by_document", "document_id"),
)

reading_claims = Table(
    "reading_claims",
    METADATA,
    Column("reading_id", Integer, _key("readings.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("claim_id", Text, _key("claims.id"), nullable=False),
    Index("reading_claims_by_claim", "claim_id"),
)

judgements = Table(
    "judgements",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("verdict", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("object", Text),
    Column("author", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("made_at", Instant, nullable=False),
)

rejects = Table(
    "rejects",
    METADATA,
    Column("source", Text, primary_key=True),
    Column("stage", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("key", Text),
    Column("recorded_at", Instant, nullable=False),
)

fetches = Table(
    "fetches",
    METADATA,
    Column("url", Text, primary_key=True),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("fetched_at", Instant, nullable=False),
    Column("status", Integer, nullable=False),
    Column("read_as", Text, nullable=False),
)

# --- derived

standings = Table(
    "standings",
    METADATA,
    Column("document_id", Text, _key("documents.id"), primary_key=True),
    Column("title", Text),
    Column("publisher", Text),
    Column("url", Text),
    Column("published_on", Date),
    Column("dated_by", Text, nullable=False),
    Column("known_on", Date, nullable=False),
    Column("reading_id", Integer, _key("readings.id")),
    Column("date_evidence", Text),
    Column("published_within", Days),
    Column("named_by", Text, nullable=False),
    Column("publisher_evidence", Text),
    Column("reposted_by", Text),
)

claim_blocks = Table(
    "claim_blocks",
    METADATA,
    Column("block", Text, primary_key=True),
    Column("claim_id", Text, _key("claims.id"), primary_key=True),
    Index("claim_blocks_by_claim", "claim_id"),
)

claim_orgs = Table(
    "claim_orgs",
    METADATA,
    Column("org", Text, primary_key=True),
    Column("claim_id", Text, _key("claims.id"), primary_key=True),
    Index("claim_orgs_by_claim", "claim_id"),
)

story_keys = Table(
    "story_keys",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("document_id", Text, _key("documents.id"), primary_key=True),
    Index("story_keys_by_document", "document_id"),
)

story_pairs = Table(
    "story_pairs",
    METADATA,
    Column("one", Text, _key("documents.id"), primary_key=True),
    Column("other", Text, _key("documents.id"), primary_key=True),
    Column("kind", Text, nullable=False),
    Column("shingles", Float, nullable=False),
    Column("content", Float, nullable=False),
    Index("story_pairs_by_other", "other"),
)

stories = Table(
    "stories",
    METADATA,
    Column("document_id", Text, _key("documents.id"), primary_key=True),
    Column("story_id", Text, nullable=False),
    Column("rank", Integer, nullable=False),
    Index("stories_by_story", "story_id"),
)

derived_with = Table("derived_with", METADATA, Column("lexicon", Text, primary_key=True))

entities = Table(
    "entities",
    METADATA,
    Column("block", Text, nullable=False),
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("parent", Text),
    Index("entities_by_block", "block"),
)

entity_names = Table(
    "entity_names",
    METADATA,
    Column("block", Text, nullable=False),
    Column("entity_id", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("search_name", Text, nullable=False),
    Index("entity_names_by_search_name", "search_name"),
    Index("entity_names_by_block", "block"),
)

links = Table(
    "links",
    METADATA,
    Column("block", Text, nullable=False),
    Column("claim_id", Text, _key("claims.id"), primary_key=True),
    Column("slot", Text, primary_key=True),
    Column("entity_id", Text, nullable=False),
    Index("links_by_entity", "entity_id"),
    Index("links_by_block", "block"),
)

tenures = Table(
    "tenures",
    METADATA,
    Column("block", Text, nullable=False),
    Column("id", Text, primary_key=True),
    Column("person", Text, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("org", Text),
    Column("org_name", Text),
    Column("parent", Text),
    Column("role", Text),
    Column("start", Days),
    Column("end", Days),
    Column("attested", Days),
    Column("status", Text, nullable=False),
    Column("belief", Float, nullable=False),
    Index("tenures_by_person", "person"),
    Index("tenures_by_org", "org"),
    Index("tenures_by_parent", "parent"),
    Index("tenures_by_block", "block"),
)

tenure_supports = Table(
    "tenure_supports",
    METADATA,
    Column("block", Text, nullable=False),
    Column("tenure_id", Text, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("claim_id", Text, _key("claims.id"), nullable=False),
    Column("stance", Text, nullable=False),
    Index("tenure_supports_by_claim", "claim_id"),
    Index("tenure_supports_by_block", "block"),
)

moves = Table(
    "moves",
    METADATA,
    Column("block", Text, nullable=False),
    Column("id", Text, primary_key=True),
    Column("person", Text, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("when_start", Date),
    Column("when_end", Date),
    Column("other_whens", DaysList, nullable=False),
    Column("status", Text, nullable=False),
    Column("belief", Float, nullable=False),
    Column("known_on", Date, nullable=False),
    Index("moves_by_person", "person"),
    Index("moves_by_block", "block"),
)

move_posts = Table(
    "move_posts",
    METADATA,
    Column("block", Text, nullable=False),
    Column("move_id", Text, primary_key=True),
    Column("side", Text, primary_key=True),
    Column("org", Text),
    Column("org_name", Text),
    Column("parent", Text),
    Column("role", Text),
    Column("roles", Texts, nullable=False),
    Index("move_posts_by_org", "org"),
    Index("move_posts_by_parent", "parent"),
    Index("move_posts_by_block", "block"),
)

move_claims = Table(
    "move_claims",
    METADATA,
    Column("block", Text, nullable=False),
    Column("move_id", Text, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("claim_id", Text, _key("claims.id"), nullable=False),
    Column("status", Text, nullable=False),
    Column("known_on", Date, nullable=False),
    Column("against", Boolean, nullable=False),
    Index("move_claims_by_claim", "claim_id"),
    Index("move_claims_by_block", "block"),
)


APPEND_ONLY = (documents, document_bytes, sightings, claims, readings, reading_claims, judgements)
"""Recorded tables whose rows never change and never go."""

BLOCK_TABLES = (
    move_claims,
    move_posts,
    moves,
    tenure_supports,
    tenures,
    links,
    entity_names,
    entities,
)
"""Derived tables whose rows belong to a block of people."""

DERIVED = (standings, claim_blocks, claim_orgs, story_keys, story_pairs, stories, *BLOCK_TABLES)
"""Every derived table; `derived_with` tells with which lexicon they were derived."""
