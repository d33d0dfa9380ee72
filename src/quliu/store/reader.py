"""Reading the ledger: one snapshot, results as values of the model, every list in a total order."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy import ColumnElement, Select, Table, exists, func, or_, select

from quliu.fuse import Career, FusedMove
from quliu.model import ClaimId, DocumentId, Entity, EntityId, Side, Status, Tenure
from quliu.resolve import Link, block_of, normalise_person
from quliu.store import schema
from quliu.store.recorded import RecordedReader
from quliu.store.rows import AnyRow, chunked, to_entity, to_link, to_move, to_tenure

__all__ = ["Counts", "MoveFilter", "Reader"]

Owned = TypeVar("Owned", Tenure, FusedMove)


@dataclass(frozen=True, slots=True)
class MoveFilter:
    """Which fused moves to show; a field that is None does not restrict.

    Attributes:
        people: entity ids.
        orgs: ids of organisations; a post matches by its own organisation or by the one it is part of. Name
            the parts that the lexicon knows too.
        side: the side that must match `orgs`; alone, the side that must be there.
        since: leave out what surely happened before this day.
        until: leave out what surely happened on or after this day.
        statuses: the statuses a move may have.

    A move without any date counts as happening on the day it was first known.
    """

    people: Collection[EntityId] | None = None
    orgs: Collection[EntityId] | None = None
    side: Side | None = None
    since: date | None = None
    until: date | None = None
    statuses: Collection[Status] | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a ledger holds; claims are those of the present readings."""

    documents: int
    claims: int
    people: int
    moves: int
    judgements: int
    rejects: int


class Reader(RecordedReader):
    """A snapshot of the ledger. Derived parts show all that is known today."""

    def blocks_named(self, name: str) -> frozenset[str]:
        """Return the blocks in which a person of this name, in reading form, may be found."""
        names = schema.entity_names
        query = select(names.c.block).where(names.c.search_name == normalise_person(name)).distinct()
        return frozenset({block_of(name), *self._connection.execute(query).scalars()}) - {""}

    def entities_named(self, name: str) -> tuple[Entity, ...]:
        """Return the people seen under a name in reading form, in order of id."""
        names = schema.entity_names
        query = select(names.c.entity_id).where(names.c.search_name == normalise_person(name))
        return self.entities([EntityId(found) for found in self._connection.execute(query).scalars()])

    def entity(self, entity_id: EntityId) -> Entity | None:
        """Return a person by id."""
        return next(iter(self.entities([entity_id])), None)

    def entities(self, entity_ids: Collection[EntityId]) -> tuple[Entity, ...]:
        """Return people in order of id. Unknown ids are left out."""
        rows = self._rows(schema.entities, schema.entities.c.id, entity_ids)
        names: dict[str, list[str]] = {}
        for row in self._rows(schema.entity_names, schema.entity_names.c.entity_id, [row.id for row in rows]):
            names.setdefault(row.entity_id, []).append(row.name)
        return tuple(to_entity(row, names.get(row.id, [])) for row in sorted(rows, key=lambda row: row.id))

    def links(self, claim_ids: Collection[ClaimId]) -> tuple[Link, ...]:
        """Return which person each slot of these claims means, in order of claim and slot."""
        rows = self._rows(schema.links, schema.links.c.claim_id, claim_ids)
        return tuple(sorted((to_link(row) for row in rows), key=lambda link: (link.claim, link.slot)))

    def people_at(self, orgs: Collection[EntityId]) -> tuple[Entity, ...]:
        """Return everyone who ever was in, came to or left an organisation, or tried to, in order of id.

        Name the teams of an organisation too, as for `MoveFilter`.
        """
        tenures, posts, moves = schema.tenures, schema.move_posts, schema.moves
        at_posts = select(moves.c.person).join(posts, posts.c.move_id == moves.c.id)
        found: set[str] = set()
        for ids in chunked(orgs):
            for query, table in ((select(tenures.c.person), tenures), (at_posts, posts)):
                found.update(self._connection.execute(query.where(_is_at(table, ids))).scalars())
        return self.entities([EntityId(person) for person in found])

    def moves(
        self, wanted: MoveFilter | None = None, *, limit: int | None = None, offset: int = 0
    ) -> tuple[FusedMove, ...]:
        """Return fused moves, the latest first; of one day those known last first, then by id."""
        wanted = wanted or MoveFilter()
        table = schema.moves
        order = (_DAY.desc(), table.c.known_on.desc(), table.c.id)
        query = select(table).where(*_conditions(wanted)).order_by(*order).limit(limit).offset(offset)
        return self._load_moves(self._connection.execute(query).all())

    def count_moves(self, wanted: MoveFilter | None = None) -> int:
        """Return how many moves a filter lets through."""
        table = schema.moves
        query = select(func.count()).select_from(table).where(*_conditions(wanted or MoveFilter()))
        return self._connection.execute(query).scalar_one()

    def careers(self, people: Sequence[Entity]) -> tuple[Career, ...]:
        """Return the careers of people, in the same order."""
        ids = [person.id for person in people]
        moves = _by_person(self._load_moves(self._career_rows(schema.moves, ids)))
        tenures = _by_person(self._load_tenures(self._career_rows(schema.tenures, ids)))
        return tuple(
            Career(person, tuple(tenures.get(person.id, ())), tuple(moves.get(person.id, ())))
            for person in people
        )

    def moves_of_claims(self, claim_ids: Collection[ClaimId]) -> tuple[FusedMove, ...]:
        """Return the moves that these claims tell of or deny, in order of id."""
        told = self._rows(schema.move_claims, schema.move_claims.c.claim_id, claim_ids)
        rows = self._rows(schema.moves, schema.moves.c.id, [row.move_id for row in told])
        return self._load_moves(sorted(rows, key=lambda row: row.id))

    def copies(self, document_id: DocumentId) -> tuple[DocumentId, ...]:
        """Return the documents of the story that a document is in, the cleanest first; at least itself."""
        table = schema.stories
        own = select(table.c.story_id).where(table.c.document_id == document_id).scalar_subquery()
        query = select(table.c.document_id).where(table.c.story_id == own).order_by(table.c.rank)
        found = tuple(DocumentId(key) for key in self._connection.execute(query).scalars())
        return found or (document_id,)

    def known_on(self, document_ids: Collection[DocumentId]) -> dict[DocumentId, date]:
        """Return the day on which the public could know each document."""
        table = schema.standings
        rows = self._rows(table, table.c.document_id, document_ids)
        return {DocumentId(row.document_id): row.known_on for row in rows}

    def counts(self) -> Counts:
        """Return how much there is."""
        listed = schema.reading_claims.c.reading_id == schema.standings.c.reading_id
        present = select(func.count()).select_from(schema.reading_claims).join(schema.standings, listed)
        people = select(func.count(schema.entities.c.id.distinct())).where(schema.entities.c.kind == "person")
        return Counts(
            documents=self._count(select(func.count()).select_from(schema.documents)),
            claims=self._count(present),
            people=self._count(people),
            moves=self._count(select(func.count()).select_from(schema.moves)),
            judgements=self._count(select(func.count()).select_from(schema.judgements)),
            rejects=self._count(select(func.count()).select_from(schema.rejects)),
        )

    def _count(self, query: Select[int]) -> int:
        return self._connection.execute(query).scalar_one()

    def digest_derived(self) -> dict[str, str]:
        """Return a hash of the contents of each derived table, by table; equal contents have equal hashes."""
        return {table.name: self._digest(table) for table in schema.DERIVED}

    def _digest(self, table: Table) -> str:
        digest = hashlib.sha256()
        for row in self._connection.execute(select(table).order_by(*table.primary_key.columns)):
            digest.update(repr(tuple(row)).encode())
        return digest.hexdigest()

    def _career_rows(self, table: Table, people: Collection[EntityId]) -> list[AnyRow]:
        return sorted(self._rows(table, table.c.person, people), key=lambda row: (row.person, row.ordinal))

    def _load_tenures(self, rows: Sequence[AnyRow]) -> tuple[Tenure, ...]:
        supports = self._parts(schema.tenure_supports, schema.tenure_supports.c.tenure_id, rows)
        return tuple(to_tenure(row, supports.get(row.id, ())) for row in rows)

    def _load_moves(self, rows: Sequence[AnyRow]) -> tuple[FusedMove, ...]:
        posts = self._parts(schema.move_posts, schema.move_posts.c.move_id, rows)
        claims = self._parts(schema.move_claims, schema.move_claims.c.move_id, rows)
        return tuple(to_move(row, posts.get(row.id, ()), claims.get(row.id, ())) for row in rows)

    def _parts(
        self, table: Table, owner: ColumnElement[str], rows: Iterable[AnyRow]
    ) -> dict[str, list[AnyRow]]:
        """Return the rows that belong to each of some rows, in order of their primary key."""
        parts: dict[str, list[AnyRow]] = {}
        for row in self._rows(table, owner, [row.id for row in rows]):
            parts.setdefault(row._mapping[owner], []).append(row)
        return parts

    def _rows(self, table: Table, column: ColumnElement[str], values: Collection[str]) -> list[AnyRow]:
        query = select(table).order_by(*table.primary_key.columns)
        return [
            row for part in chunked(values) for row in self._connection.execute(query.where(column.in_(part)))
        ]


_DAY = func.coalesce(schema.moves.c.when_start, schema.moves.c.when_end, schema.moves.c.known_on)


def _conditions(wanted: MoveFilter) -> list[ColumnElement[bool]]:
    table = schema.moves
    found: list[ColumnElement[bool]] = []
    if wanted.people is not None:
        found.append(table.c.person.in_(sorted(wanted.people)))
    if wanted.statuses is not None:
        found.append(table.c.status.in_(sorted(wanted.statuses)))
    if wanted.orgs is not None or wanted.side is not None:
        found.append(exists(_posts_like(wanted)))
    return found + _time_conditions(wanted)


def _posts_like(wanted: MoveFilter) -> Select[tuple[str]]:
    posts, moves = schema.move_posts, schema.moves
    query = select(posts.c.side).where(posts.c.move_id == moves.c.id)
    if wanted.side is not None:
        query = query.where(posts.c.side == wanted.side.value)
    if wanted.orgs is not None:
        query = query.where(_is_at(posts, sorted(wanted.orgs)))
    return query


def _is_at(table: Table, orgs: Sequence[str]) -> ColumnElement[bool]:
    return or_(table.c.org.in_(orgs), table.c.parent.in_(orgs))


def _by_person(owned: Iterable[Owned]) -> dict[EntityId, list[Owned]]:
    found: dict[EntityId, list[Owned]] = {}
    for one in owned:
        found.setdefault(one.person, []).append(one)
    return found


def _time_conditions(wanted: MoveFilter) -> list[ColumnElement[bool]]:
    start, end, known = schema.moves.c.when_start, schema.moves.c.when_end, schema.moves.c.known_on
    undated = start.is_(None) & end.is_(None)
    found: list[ColumnElement[bool]] = []
    if wanted.since is not None:
        possible = or_(end > wanted.since, end.is_(None) & start.is_not(None))
        found.append(or_(possible, undated & (known >= wanted.since)))
    if wanted.until is not None:
        possible = or_(start < wanted.until, start.is_(None) & end.is_not(None))
        found.append(or_(possible, undated & (known < wanted.until)))
    return found
