"""Reading what was recorded: documents, claims, judgements, rejects."""

from __future__ import annotations

import zlib
from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import Connection, select

from quliu.model import ClaimId, Document, DocumentId, EntityId, Judgement, Reject, SourcedClaim, Validator
from quliu.store import schema
from quliu.store.rows import chunked, to_document, to_judgement, to_reject, to_sighting, to_sourced
from quliu.store.standing import Reading, Sighting

__all__ = ["RecordedReader"]


class RecordedReader:
    """The recorded part of a snapshot."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def document(self, document_id: DocumentId) -> Document | None:
        """Return a document with the best that is known of its origin."""
        return next(iter(self.documents([document_id])), None)

    def documents(self, document_ids: Collection[DocumentId]) -> tuple[Document, ...]:
        """Return documents in order of id. Unknown ids are left out."""
        found = [
            to_document(row)
            for ids in chunked(document_ids)
            for row in self._connection.execute(_DOCUMENTS.where(schema.documents.c.id.in_(ids)))
        ]
        return tuple(sorted(found, key=lambda document: document.id))

    def document_ids(self) -> tuple[DocumentId, ...]:
        """Return the ids of all documents, in order."""
        table = schema.documents
        query = select(table.c.id).order_by(table.c.id)
        return tuple(DocumentId(key) for key in self._connection.execute(query).scalars())

    def find_known(self, document_ids: Collection[DocumentId]) -> frozenset[DocumentId]:
        """Return those of the documents that are in the ledger."""
        column = schema.documents.c.id
        return frozenset(
            DocumentId(key)
            for ids in chunked(document_ids)
            for key in self._connection.execute(select(column).where(column.in_(ids))).scalars()
        )

    def raw(self, document_id: DocumentId) -> bytes | None:
        """Return the bytes that a document was decoded from when it first came in."""
        table = schema.document_bytes
        query = select(table.c.zlib).where(table.c.document_id == document_id)
        packed = self._connection.execute(query).scalar_one_or_none()
        return None if packed is None else zlib.decompress(packed)

    def claim(self, claim_id: ClaimId) -> SourcedClaim | None:
        """Return a claim, also one that a newer reading has superseded."""
        return next(iter(self.claims([claim_id])), None)

    def claims(self, claim_ids: Collection[ClaimId]) -> tuple[SourcedClaim, ...]:
        """Return claims in order of id, also superseded ones. Unknown ids are left out."""
        found = [
            to_sourced(row)
            for ids in chunked(claim_ids)
            for row in self._connection.execute(_CLAIMS.where(schema.claims.c.id.in_(ids)))
        ]
        return tuple(sorted(found, key=lambda sourced: sourced.id))

    def find_claim_ids(self, start: str) -> tuple[ClaimId, ...]:
        """Return the ids of all claims that start with these characters, in order."""
        column = schema.claims.c.id
        query = select(column).where(column.startswith(start, autoescape=True)).order_by(column)
        return tuple(ClaimId(found) for found in self._connection.execute(query).scalars())

    def find_document_ids(self, start: str) -> tuple[DocumentId, ...]:
        """Return the ids of all documents that start with these characters, in order."""
        column = schema.documents.c.id
        query = select(column).where(column.startswith(start, autoescape=True)).order_by(column)
        return tuple(DocumentId(found) for found in self._connection.execute(query).scalars())

    def claims_of_document(
        self, document_id: DocumentId, *, superseded: bool = False
    ) -> tuple[SourcedClaim, ...]:
        """Return the claims of the present reading of a document, in the order they were read.

        With `superseded`, those of all its readings, in order of id.
        """
        if superseded:
            every = _CLAIMS.where(schema.claims.c.document_id == document_id).order_by(schema.claims.c.id)
            return tuple(to_sourced(row) for row in self._connection.execute(every))
        order = schema.reading_claims.c.ordinal
        query = _PRESENT_CLAIMS.where(schema.standings.c.document_id == document_id).order_by(order)
        return tuple(to_sourced(row) for row in self._connection.execute(query))

    def claims_of_documents(self, document_ids: Collection[DocumentId]) -> list[tuple[SourcedClaim, ...]]:
        """Return the claims of the present reading of each document that has any, in order of document."""
        column = schema.standings.c.document_id
        query = _PRESENT_CLAIMS.order_by(column, schema.reading_claims.c.ordinal)
        found: dict[DocumentId, list[SourcedClaim]] = {}
        for ids in chunked(sorted(document_ids)):
            for row in self._connection.execute(query.where(column.in_(ids))):
                found.setdefault(DocumentId(row.document_id), []).append(to_sourced(row))
        return [tuple(claims) for claims in found.values()]

    def claims_in_blocks(
        self, blocks: Collection[str], known_on: date | None = None
    ) -> tuple[SourcedClaim, ...]:
        """Return the present claims about people of these blocks, in order of id.

        Args:
            blocks: keys of `resolve.blocks`.
            known_on: leave out what was known only after this day.
        """
        table = schema.claim_blocks
        query = _CLAIMS.join(table, table.c.claim_id == schema.claims.c.id)
        if known_on is not None:
            query = query.where(schema.standings.c.known_on <= known_on)
        found: dict[str, SourcedClaim] = {}
        for keys in chunked(blocks):
            for row in self._connection.execute(query.where(table.c.block.in_(keys))):
                found.setdefault(row.id, to_sourced(row))
        return tuple(found[claim_id] for claim_id in sorted(found))

    def blocks_at(
        self, orgs: Collection[EntityId] | None = None, known_on: date | None = None
    ) -> frozenset[str]:
        """Return the blocks of everyone whom a present claim ties to some organisations; without any, of all.

        Args:
            orgs: ids of organisations, the parts that the lexicon knows named too.
            known_on: leave out what was known only after this day.
        """
        table = schema.claim_blocks
        query = select(table.c.block).distinct()
        if known_on is not None:
            claims, standings = schema.claims, schema.standings
            query = query.join(claims, claims.c.id == table.c.claim_id)
            query = query.join(standings, standings.c.document_id == claims.c.document_id)
            query = query.where(standings.c.known_on <= known_on)
        if orgs is None:
            return frozenset(self._connection.execute(query).scalars())
        told = schema.claim_orgs
        query = query.join(told, told.c.claim_id == table.c.claim_id)
        return frozenset(
            block
            for ids in chunked(orgs)
            for block in self._connection.execute(query.where(told.c.org.in_(ids))).scalars()
        )

    def derived_with(self) -> str | None:
        """Return by which lexicon and rules derived tables were derived; None before any were."""
        return self._connection.execute(select(schema.derived_with.c.lexicon)).scalar_one_or_none()

    def sightings(self, document_ids: Collection[DocumentId]) -> dict[DocumentId, tuple[Sighting, ...]]:
        """Return where these documents were seen, as recorded; those never seen are left out."""
        table = schema.sightings
        found: dict[DocumentId, list[Sighting]] = {}
        for ids in chunked(document_ids):
            query = select(table).where(table.c.document_id.in_(ids)).order_by(table.c.id)
            for row in self._connection.execute(query):
                found.setdefault(DocumentId(row.document_id), []).append(to_sighting(row))
        return {key: tuple(sightings) for key, sightings in found.items()}

    def readings(self, document_ids: Collection[DocumentId]) -> dict[DocumentId, Reading]:
        """Return the present readings of documents; those never read are left out."""
        table = schema.readings
        query = select(table).join(schema.standings, schema.standings.c.reading_id == table.c.id)
        return {
            DocumentId(row.document_id): Reading(row.engine, row.engine_version, row.read_as)
            for ids in chunked(document_ids)
            for row in self._connection.execute(query.where(table.c.document_id.in_(ids)))
        }

    def judgements(self, known_on: date | None = None) -> tuple[Judgement, ...]:
        """Return the judgements made up to the end of a day (UTC), oldest first; all when no day is given."""
        table = schema.judgements
        query = select(table).order_by(table.c.id)
        if known_on is not None:
            midnight = datetime.combine(known_on + timedelta(days=1), time.min, tzinfo=UTC)
            query = query.where(table.c.made_at < midnight)
        return tuple(to_judgement(row) for row in self._connection.execute(query))

    def rejects(self) -> tuple[Reject, ...]:
        """Return what could not be read when it was last tried, in order of source."""
        table = schema.rejects
        return tuple(
            to_reject(row) for row in self._connection.execute(select(table).order_by(table.c.source))
        )

    def validator(self, url: str, read_as: str) -> Validator | None:
        """Return what a server said of its answer; None when none was recorded that was read in this way."""
        table = schema.fetches
        query = select(table.c.etag, table.c.last_modified)
        row = self._connection.execute(query.where(table.c.url == url, table.c.read_as == read_as)).first()
        return None if row is None else Validator(row.etag, row.last_modified)


_STANDING = (
    schema.standings.c.title,
    schema.standings.c.publisher,
    schema.standings.c.url,
    schema.standings.c.published_on,
    schema.standings.c.dated_by,
    schema.standings.c.date_evidence,
    schema.standings.c.published_within,
    schema.standings.c.named_by,
    schema.standings.c.publisher_evidence,
    schema.standings.c.reposted_by,
)
_DOCUMENTS = (
    select(schema.documents, *_STANDING)
    .join(schema.standings, schema.standings.c.document_id == schema.documents.c.id)
    .order_by(schema.documents.c.id)
)
_CLAIMS = (
    select(
        schema.claims,
        schema.standings.c.known_on,
        schema.standings.c.publisher,
        schema.stories.c.story_id,
        schema.stories.c.rank,
    )
    .join(schema.standings, schema.standings.c.document_id == schema.claims.c.document_id)
    .outerjoin(schema.stories, schema.stories.c.document_id == schema.claims.c.document_id)
)
_PRESENT_CLAIMS = _CLAIMS.join(
    schema.reading_claims,
    (schema.reading_claims.c.claim_id == schema.claims.c.id)
    & (schema.reading_claims.c.reading_id == schema.standings.c.reading_id),
)
