"""Rows of the ledger to values of the model. A row that makes no value is damage."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any, TypeVar

from sqlalchemy import Row

from quliu.errors import LedgerError
from quliu.fuse import FusedMove, FusedPost, MoveId, StatusStep
from quliu.model import (
    Claim,
    ClaimId,
    DateRange,
    Document,
    DocumentId,
    Entity,
    EntityId,
    EntityKind,
    Judgement,
    JudgementId,
    Language,
    Origin,
    Reject,
    SourcedClaim,
    Stance,
    Status,
    StoryId,
    Support,
    Tenure,
    TenureId,
    Verdict,
)
from quliu.model.codec import claim_from_dict
from quliu.resolve import Link
from quliu.store.standing import Sighting

__all__ = [
    "AnyRow",
    "chunked",
    "to_document",
    "to_entity",
    "to_judgement",
    "to_link",
    "to_move",
    "to_reject",
    "to_sighting",
    "to_sourced",
    "to_tenure",
]

Item = TypeVar("Item")

AnyRow = Row[Any]
"""A row of whatever columns; its values are typed by the model types built from it."""

# Well under the number of bound values that any database takes in one statement.
_CHUNK = 500


def chunked(items: Collection[Item]) -> Iterator[list[Item]]:
    """Yield the items in lists short enough for one IN clause, without repeats."""
    distinct = list(dict.fromkeys(items))
    for start in range(0, len(distinct), _CHUNK):
        yield distinct[start : start + _CHUNK]


def to_document(row: AnyRow) -> Document:
    """Return the document of a row of documents joined with standings."""
    return Document(
        id=DocumentId(row.id),
        text=row.text,
        language=Language(row.language),
        title=row.title,
        publisher=row.publisher,
        url=row.url,
        published_on=row.published_on,
        dated_by=Origin(row.dated_by),
        date_evidence=row.date_evidence,
        published_within=row.published_within,
        named_by=Origin(row.named_by),
        publisher_evidence=row.publisher_evidence,
        reposted_by=row.reposted_by,
    )


def to_sourced(row: AnyRow) -> SourcedClaim:
    """Return the claim of a row of claims joined with standings."""
    return SourcedClaim(
        id=ClaimId(row.id),
        document=DocumentId(row.document_id),
        known_on=row.known_on,
        publisher=row.publisher,
        claim=_to_claim(row.id, row.content),
        story=None if row.story_id is None else StoryId(row.story_id),
        rank=row.rank or 0,
    )


def _to_claim(claim_id: str, content: str) -> Claim:
    try:
        return claim_from_dict(json.loads(content))
    except ValueError as error:
        raise LedgerError(f"claim {claim_id} is damaged ({error}); run `quliu doctor`") from error


def to_sighting(row: AnyRow) -> Sighting:
    """Return a sighting."""
    return Sighting(
        source=row.source,
        title=row.title,
        publisher=row.publisher,
        url=row.url,
        published_on=row.published_on,
        dated_by=Origin(row.dated_by),
        recorded_at=row.recorded_at,
        date_evidence=row.date_evidence,
        named_by=Origin(row.named_by),
        publisher_evidence=row.publisher_evidence,
        reposted_by=row.reposted_by,
    )


def to_judgement(row: AnyRow) -> Judgement:
    """Return a judgement."""
    return Judgement(
        id=JudgementId(row.id),
        verdict=Verdict(row.verdict),
        subject=row.subject,
        object=row.object,
        author=row.author,
        reason=row.reason,
        score=row.score,
        made_at=row.made_at,
    )


def to_reject(row: AnyRow) -> Reject:
    """Return a reject."""
    return Reject(source=row.source, stage=row.stage, code=row.code, message=row.message, key=row.key)


def to_entity(row: AnyRow, names: Iterable[str]) -> Entity:
    """Return an entity with its names."""
    kind = EntityKind(row.kind)
    return Entity(EntityId(row.id), kind, row.name, tuple(sorted(names)), _entity_id(row.parent))


def to_link(row: AnyRow) -> Link:
    """Return a link."""
    return Link(ClaimId(row.claim_id), row.slot, EntityId(row.entity_id))


def to_tenure(row: AnyRow, supports: Iterable[AnyRow]) -> Tenure:
    """Return a tenure with its supports, which come in order."""
    return Tenure(
        id=TenureId(row.id),
        person=EntityId(row.person),
        org=_entity_id(row.org),
        org_name=row.org_name,
        parent=_entity_id(row.parent),
        role=row.role,
        start=row.start,
        end=row.end,
        attested=row.attested,
        status=Status(row.status),
        belief=row.belief,
        supports=tuple(Support(ClaimId(one.claim_id), Stance(one.stance)) for one in supports),
    )


def to_move(row: AnyRow, posts: Iterable[AnyRow], claims: Collection[AnyRow]) -> FusedMove:
    """Return a fused move with its sides and its claims, which come in order."""
    sides = {post.side: _to_post(post) for post in posts}
    return FusedMove(
        id=MoveId(row.id),
        person=EntityId(row.person),
        out=sides.get("out"),
        into=sides.get("into"),
        when=DateRange(row.when_start, row.when_end),
        other_whens=row.other_whens,
        status=Status(row.status),
        history=tuple(StatusStep(one.known_on, Status(one.status), ClaimId(one.claim_id)) for one in claims),
        belief=row.belief,
        claims=tuple(sorted(ClaimId(one.claim_id) for one in claims if not one.against)),
        against=tuple(sorted(ClaimId(one.claim_id) for one in claims if one.against)),
        known_on=row.known_on,
    )


def _to_post(row: AnyRow) -> FusedPost:
    return FusedPost(
        org=_entity_id(row.org),
        org_name=row.org_name,
        parent=_entity_id(row.parent),
        role=row.role,
        roles=row.roles,
    )


def _entity_id(value: str | None) -> EntityId | None:
    return None if value is None else EntityId(value)
