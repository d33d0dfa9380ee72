"""From fused values to facts: every id gets its name, every claim its document and the words that say it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from quliu.fuse import FusedMove, FusedPost
from quliu.lexicon import Lexicon
from quliu.model import ClaimId, Document, Entity, EntityId, SourcedClaim, Stance, Tenure
from quliu.model.codec import find_mentions
from quliu.query.answer import Citation, Evidence, MoveFact, Named, PostFact, TenureFact
from quliu.resolve import resolve_org
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
    org = Named(post.org, post.org_name or post.org) if post.org else None
    return PostFact(org=org, role=post.role, roles=post.roles)


def _in_order(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Return sources in the order in which they became known."""
    return tuple(sorted(citations, key=lambda found: (found.known_on, found.document, found.evidence.start)))


def cite_tenures(
    reader: Reader,
    lexicon: Lexicon,
    tenures: Sequence[Tenure],
    *,
    people: Mapping[EntityId, Entity],
    as_of: date | None = None,
) -> tuple[TenureFact, ...]:
    """Return tenures as facts, in the same order, with their certainty on a day."""
    ids = {support.claim for tenure in tenures for support in tenure.supports}
    claims = {claim.id: claim for claim in reader.claims(ids)}
    citations = load_citations(reader, ids)
    return tuple(
        _cite_tenure(
            tenure,
            citations,
            person=name_of(people[tenure.person]),
            org=_name_org(tenure, claims, lexicon),
            as_of=as_of,
        )
        for tenure in tenures
    )


def _cite_tenure(
    tenure: Tenure,
    citations: Mapping[ClaimId, Citation],
    *,
    person: Named,
    org: Named | None,
    as_of: date | None,
) -> TenureFact:
    cited = _in_order(replace(citations[support.claim], stance=support.stance) for support in tenure.supports)
    return TenureFact(
        id=tenure.id,
        person=person,
        org=org,
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


def _name_org(tenure: Tenure, claims: Mapping[ClaimId, SourcedClaim], lexicon: Lexicon) -> Named | None:
    """Return the organisation by the lexicon's name, else as its sources spell it."""
    if tenure.org is None:
        return None
    if tenure.org in lexicon.orgs:
        return Named(tenure.org, lexicon.orgs[tenure.org].name)
    contents = [claims[support.claim].claim.content for support in tenure.supports]
    mentions = [mention for content in contents for _, mention in find_mentions(content)]
    refs = (resolve_org(mention.name, mention.surface, lexicon) for mention in mentions)
    name = next((ref.name for ref in refs if ref.id == tenure.org), str(tenure.org))
    return Named(tenure.org, name)
