"""From fused values to facts: every id gets its name, every claim its document and the words that say it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from quliu.fuse import FusedMove, FusedPost
from quliu.model import ClaimId, Document, Entity, EntityId, SourcedClaim, Stance, Tenure
from quliu.query.answer import Citation, Evidence, MoveFact, Named, PostFact, TenureFact
from quliu.store import Reader


def load_citations(reader: Reader, claims: Collection[ClaimId]) -> Mapping[ClaimId, Citation]:
    """Return claims as sources, without a stance."""
    sourced = reader.claims(claims)
    documents = {found.id: found for found in reader.documents([claim.document for claim in sourced])}
    return {claim.id: cite(claim, documents[claim.document]) for claim in sourced}


def cite(sourced: SourcedClaim, document: Document) -> Citation:
    """Return one claim as a source."""
    claim = sourced.claim
    span = claim.evidence
    return Citation(
        claim=sourced.id,
        stance=None,
        document=document.id,
        story=sourced.story,
        rank=sourced.rank,
        title=document.title,
        publisher=document.publisher,
        url=document.url,
        published_on=document.published_on,
        known_on=sourced.known_on,
        evidence=Evidence(span.start, span.end, span.slice(document.text)),
        status=claim.status,
        confidence=claim.confidence,
        when=claim.when.range if claim.when else None,
        attributed_to=claim.attributed_to,
        kind=claim.kind,
        rule=claim.rule,
        reposted_by=document.reposted_by,
        published_within=document.published_within,
        dated_by=document.dated_by,
        date_evidence=document.date_evidence,
        named_by=document.named_by,
        publisher_evidence=document.publisher_evidence,
    )


def cite_moves(
    reader: Reader, moves: Sequence[FusedMove], people: Mapping[EntityId, Entity]
) -> tuple[MoveFact, ...]:
    """Return moves as facts, in the same order; `people` must hold the persons of all of them."""
    ids = {claim for move in moves for claim in (*move.claims, *move.against)}
    citations = load_citations(reader, ids)
    return tuple(_cite_move(move, people[move.person], citations) for move in moves)


def _cite_move(move: FusedMove, person: Entity, citations: Mapping[ClaimId, Citation]) -> MoveFact:
    return MoveFact(
        id=move.id,
        person=name_of(person),
        out=_name_post(move.out),
        into=_name_post(move.into),
        when=move.when,
        other_whens=move.other_whens,
        status=move.status,
        history=move.history,
        belief=move.belief,
        known_on=move.known_on,
        sources=_in_order(citations[claim] for claim in move.claims),
        against=_in_order(replace(citations[claim], stance=Stance.AGAINST) for claim in move.against),
    )


def name_of(entity: Entity) -> Named:
    """Return an entity by id and best name."""
    return Named(entity.id, entity.name)


def _name_post(post: FusedPost | None) -> PostFact | None:
    if post is None:
        return None
    return PostFact(org=_name_org(post.org, post.org_name), role=post.role, roles=post.roles)


def _name_org(org: EntityId | None, name: str | None) -> Named | None:
    return None if org is None else Named(org, name or org)


def _in_order(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Return sources in the order in which their stories became known, the cleanest copy of each first."""
    cited = tuple(citations)
    known: dict[str, date] = {}
    for one in cited:
        known[one.witness] = min(one.known_on, known.get(one.witness, one.known_on))
    return tuple(
        sorted(
            cited,
            key=lambda one: (
                known[one.witness],
                one.witness,
                one.rank,
                one.known_on,
                one.document,
                one.evidence.start,
            ),
        )
    )


def cite_tenures(
    reader: Reader,
    tenures: Sequence[Tenure],
    *,
    people: Mapping[EntityId, Entity],
    as_of: date | None = None,
) -> tuple[TenureFact, ...]:
    """Return tenures as facts, in the same order, with their certainty on a day."""
    ids = {support.claim for tenure in tenures for support in tenure.supports}
    citations = load_citations(reader, ids)
    return tuple(_cite_tenure(tenure, people[tenure.person], citations, as_of) for tenure in tenures)


def _cite_tenure(
    tenure: Tenure, person: Entity, citations: Mapping[ClaimId, Citation], as_of: date | None
) -> TenureFact:
    cited = _in_order(replace(citations[support.claim], stance=support.stance) for support in tenure.supports)
    return TenureFact(
        id=tenure.id,
        person=name_of(person),
        org=_name_org(tenure.org, tenure.org_name),
        role=tenure.role,
        start=tenure.start,
        end=tenure.end,
        attested=tenure.attested,
        certainty=tenure.holds_on(as_of) if as_of else None,
        status=tenure.status,
        belief=tenure.belief,
        sources=tuple(one for one in cited if one.stance is not Stance.AGAINST),
        against=tuple(one for one in cited if one.stance is Stance.AGAINST),
    )
