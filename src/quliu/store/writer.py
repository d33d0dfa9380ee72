"""Writing the ledger: adds to the recorded tables, replaces parts of the derived ones."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime

from sqlalchemy import Table, delete, func, insert, or_, select, update

from quliu.lexicon import Lexicon
from quliu.model import (
    Claim,
    ClaimId,
    DateRange,
    DocumentId,
    Fetch,
    Incoming,
    Judgement,
    JudgementId,
    Reject,
    Validator,
)
from quliu.model.codec import canonical_json, claim_to_dict
from quliu.resolve import blocks_of, orgs_told
from quliu.store import schema
from quliu.store.derive import Person, derivation_of
from quliu.store.people_rows import rows_of
from quliu.store.rows import chunked
from quliu.store.settled import find_settled
from quliu.store.standing import Reading, Sighting, Standing, sighting_of, weigh
from quliu.store.stories import StoryWriter

__all__ = ["ReadDocument", "Writer", "claim_id"]

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document as an engine read it."""

    document: DocumentId
    reading: Reading
    claims: Sequence[Claim]

    def by_id(self) -> dict[ClaimId, Claim]:
        """Return the claims by id, in the order they were read; what is said twice is there once."""
        return {claim_id(self.document, self.reading.engine, claim): claim for claim in self.claims}


def claim_id(document_id: DocumentId, engine: str, claim: Claim) -> ClaimId:
    """Return the id of a claim: 32 hex digits over its document, the engine, and all it says.

    The engine's version plays no part: decisions about a claim outlast a newer reading that says it too.
    """
    told = canonical_json([document_id, engine, claim_to_dict(claim)])
    return ClaimId(hashlib.sha256(told.encode()).hexdigest()[:32])


class Writer(StoryWriter):
    """The one writer of a ledger, inside its transaction."""

    def add_documents(self, incomings: Sequence[Incoming], recorded_at: datetime) -> frozenset[DocumentId]:
        """Record documents and where they were seen; return those that are new or better known now.

        A text that is there already is not stored again; a sighting that tells nothing new is not recorded.
        """
        first = {incoming.document.id: incoming for incoming in reversed(incomings)}
        seen = self.sightings(first)
        fresh = [first[new] for new in sorted(first.keys() - seen.keys())]
        self._insert(schema.documents, [_document_row(one, recorded_at) for one in fresh])
        self._insert(schema.document_bytes, [_bytes_row(one) for one in fresh])
        told = {(key, one.tells()) for key, ones in seen.items() for one in ones}
        rows: list[Values] = []
        for incoming in incomings:
            sighting = sighting_of(incoming, recorded_at)
            new = (incoming.document.id, sighting.tells())
            if new not in told:
                told.add(new)
                rows.append({**_row_of(sighting), "document_id": new[0]})
        self._insert(schema.sightings, rows)
        return self.refresh_standings(first)

    def add_readings(self, readings: Sequence[ReadDocument], recorded_at: datetime) -> None:
        """Record what an engine reads in documents; the reading made last supersedes the others."""
        if not readings:
            return
        rows = [
            {"document_id": one.document, **_columns(one.reading), "recorded_at": recorded_at}
            for one in readings
        ]
        query = insert(schema.readings).returning(schema.readings.c.id, sort_by_parameter_order=True)
        numbers = self._connection.execute(query, rows).scalars().all()
        told = [one.by_id() for one in readings]
        known = {sourced.id for sourced in self.claims([key for claims in told for key in claims])}
        claim_rows = {
            key: _claim_row(key, one, claim)
            for one, claims in zip(readings, told, strict=True)
            for key, claim in claims.items()
            if key not in known
        }
        self._insert(schema.claims, list(claim_rows.values()))
        listed: list[Values] = [
            {"reading_id": number, "ordinal": ordinal, "claim_id": key}
            for number, claims in zip(numbers, told, strict=True)
            for ordinal, key in enumerate(claims)
        ]
        self._insert(schema.reading_claims, listed)
        self.refresh_standings([one.document for one in readings])

    def add_reject(self, reject: Reject, recorded_at: datetime) -> None:
        """Record that a source cannot be read; it replaces what was said of the source before."""
        self.clear_rejects([reject.source])
        self._insert(schema.rejects, [{**asdict(reject), "recorded_at": recorded_at}])

    def clear_rejects(self, sources: Collection[str]) -> None:
        """Forget that these sources could not be read."""
        for part in chunked(sources):
            self._connection.execute(delete(schema.rejects).where(schema.rejects.c.source.in_(part)))

    def settle_rejects(self, ended: Collection[str], rejected: Collection[str]) -> None:
        """Forget what was wrong with sources or parts of them, and is not now.

        Args:
            ended: sources that were read to their end.
            rejected: what was rejected while they were read.
        """
        if ended:
            known = self._connection.execute(select(schema.rejects.c.source)).scalars()
            self.clear_rejects(find_settled(known, ended=frozenset(ended), rejected=rejected))

    def add_fetches(self, fetches: Sequence[Fetch], read_as: str, fetched_at: datetime) -> None:
        """Record what servers gave, in place of what they gave before; forget that they gave nothing.

        What the engine failed on is left out, to be asked for in full again.
        """
        told, table = schema.rejects, schema.fetches
        for fetch in fetches:
            here = or_(
                told.c.source == fetch.source, told.c.source.startswith(f"{fetch.source}!", autoescape=True)
            )
            failed = select(told.c.source).where(told.c.stage == "extract", here)
            if self._connection.execute(failed).first() is not None:
                continue
            self.clear_rejects([fetch.source])
            row: dict[str, object] = {"fetched_at": fetched_at, "status": fetch.status}
            theirs = table.c.url == fetch.url
            if fetch.is_new:
                validator = fetch.validator or Validator()
                row |= {"url": fetch.url, "read_as": read_as, **asdict(validator)}
                self._connection.execute(delete(table).where(theirs))
                self._insert(table, [row])
            else:
                self._connection.execute(update(table).where(theirs).values(row))

    def add_judgement(self, judgement: Judgement) -> Judgement:
        """Record a decision; return it with the id that the ledger gives it."""
        values = {**asdict(judgement), "verdict": judgement.verdict.value}
        del values["id"]
        query = insert(schema.judgements).returning(schema.judgements.c.id)
        number = self._connection.execute(query, values).scalar_one()
        return replace(judgement, id=JudgementId(number))

    def refresh_standings(self, document_ids: Collection[DocumentId]) -> frozenset[DocumentId]:
        """Derive the standings of documents anew; return those of which anything changed."""
        numbers = self._newest_readings(document_ids)
        seen = self.sightings(document_ids)
        undated = [key for key, ones in seen.items() if all(one.published_on is None for one in ones)]
        within = self._infer_published([key for key in undated if key in numbers], numbers)
        rows: dict[DocumentId, dict[str, object]] = {}
        for key, sightings in seen.items():
            standing = weigh(sightings).inferring(within.get(key))
            rows[key] = {**_row_of(standing), "document_id": key, "reading_id": numbers.get(key)}
        column = schema.standings.c.document_id
        before = {row.document_id: dict(row._mapping) for row in self._rows(schema.standings, column, rows)}
        changed = [key for key in sorted(rows) if rows[key] != before.get(key)]
        for part in chunked(changed):
            self._connection.execute(delete(schema.standings).where(column.in_(part)))
        self._insert(schema.standings, [rows[key] for key in changed])
        return frozenset(changed)

    def file_claims(self, document_ids: Collection[DocumentId], lexicon: Lexicon) -> None:
        """File the present claims of documents under their people's blocks and under their organisations."""
        for part in chunked(document_ids):
            theirs = select(schema.claims.c.id).where(schema.claims.c.document_id.in_(part))
            for table in (schema.claim_blocks, schema.claim_orgs):
                self._connection.execute(delete(table).where(table.c.claim_id.in_(theirs)))
            blocks: list[Values] = []
            orgs: list[Values] = []
            for claims in self.claims_of_documents(part):
                filed = ((block, sourced.id) for sourced in claims for block in blocks_of(sourced.claim))
                blocks += [{"block": block, "claim_id": key} for block, key in filed]
                orgs += [{"org": org, "claim_id": key} for key, org in orgs_told(claims, lexicon)]
            self._insert(schema.claim_blocks, blocks)
            self._insert(schema.claim_orgs, orgs)

    def blocks_of_documents(self, document_ids: Collection[DocumentId]) -> frozenset[str]:
        """Return the blocks of the present claims of documents."""
        table = schema.claim_blocks
        query = select(table.c.block).join(schema.claims, schema.claims.c.id == table.c.claim_id).distinct()
        return frozenset(
            block
            for part in chunked(document_ids)
            for block in self._connection.execute(
                query.where(schema.claims.c.document_id.in_(part))
            ).scalars()
        )

    def replace_people(self, blocks: Collection[str], people: Sequence[Person]) -> None:
        """Put the people derived from blocks in place of all that these blocks held."""
        for table in schema.BLOCK_TABLES:
            for part in chunked(blocks):
                self._connection.execute(delete(table).where(table.c.block.in_(part)))
        for table, rows in rows_of(people).items():
            self._insert(table, rows)

    def clear_derived(self) -> None:
        """Empty every derived table; readers see the old ones until the writer commits."""
        for table in schema.DERIVED:
            self._connection.execute(delete(table))

    def mark_derived_with(self, lexicon: Lexicon) -> None:
        """Write down by which lexicon and rules all derived tables are derived."""
        self._connection.execute(delete(schema.derived_with))
        self._insert(schema.derived_with, [{"lexicon": derivation_of(lexicon)}])

    def _infer_published(
        self, document_ids: Collection[DocumentId], readings: Mapping[DocumentId, int]
    ) -> dict[DocumentId, DateRange]:
        """Return when documents were published by their own times, of those in which anything is told."""
        # Here, not above: whoever only asks a ledger need not wait until all of extract is loaded.
        from quliu.extract.dating import when_published  # noqa: PLC0415

        listed, documents = schema.reading_claims, schema.documents
        found: dict[DocumentId, DateRange] = {}
        for part in chunked([readings[key] for key in document_ids]):
            telling = select(schema.readings.c.document_id).join(
                listed, listed.c.reading_id == schema.readings.c.id
            )
            query = select(documents.c.id, documents.c.text).where(
                documents.c.id.in_(telling.where(listed.c.reading_id.in_(part)))
            )
            for key, text in self._connection.execute(query):
                if (within := when_published(text)) is not None:
                    found[DocumentId(key)] = within
        return found

    def _newest_readings(self, document_ids: Collection[DocumentId]) -> dict[DocumentId, int]:
        table = schema.readings
        query = select(table.c.document_id, func.max(table.c.id)).group_by(table.c.document_id)
        return {
            DocumentId(key): number
            for part in chunked(document_ids)
            for key, number in self._connection.execute(query.where(table.c.document_id.in_(part)))
        }

    def _insert(self, table: Table, rows: Sequence[Values]) -> None:
        if rows:
            self._connection.execute(insert(table), rows)


def _row_of(told: Sighting | Standing) -> dict[str, object]:
    return {**_columns(told), "dated_by": told.dated_by.value, "named_by": told.named_by.value}


def _columns(value: Sighting | Standing | Reading) -> dict[str, object]:
    """Return the fields of a value in which nothing is nested; `asdict` would copy every one."""
    return {field.name: getattr(value, field.name) for field in fields(value)}


def _document_row(incoming: Incoming, recorded_at: datetime) -> Values:
    document = incoming.document
    row = {"id": document.id, "text": document.text, "language": document.language.value}
    return {**row, "recorded_at": recorded_at}


def _bytes_row(incoming: Incoming) -> Values:
    return {"document_id": incoming.document.id, "zlib": zlib.compress(incoming.raw)}


def _claim_row(key: ClaimId, read: ReadDocument, claim: Claim) -> Values:
    return {
        "id": key,
        "document_id": read.document,
        "kind": claim.kind.value,
        "engine": read.reading.engine,
        "engine_version": read.reading.engine_version,
        "content": canonical_json(claim_to_dict(claim)),
    }
