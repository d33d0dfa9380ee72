"""What the claims of one document say of one name: the evidence by which names are compared.

A profile is the unit of resolution; organisations in it are companies (the top of whatever was named), since
one document names the team and another the company.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from quliu.lexicon import Lexicon
from quliu.model import (
    Claim,
    ClaimId,
    Contribution,
    DateRange,
    Dispute,
    DocumentId,
    EntityId,
    Holding,
    Mention,
    Move,
    Reporting,
    Side,
    SourcedClaim,
    Status,
)
from quliu.resolve.identity import PersonSlot, normalise_person, person_key, person_slots
from quliu.resolve.orgs import Organisations, OrgRef, organisations

_TOLD = frozenset({Status.CONFIRMED, Status.REPORTED, Status.RUMOURED})


@dataclass(frozen=True, slots=True)
class Turn:
    """A person leaves (`out`) or joins (`into`) a company on one of the days of `when`."""

    side: Side
    company: EntityId
    when: DateRange


@dataclass(frozen=True, slots=True)
class Stay:
    """A document places a person at a company on a day."""

    company: EntityId
    day: date


@dataclass(frozen=True, slots=True)
class Profile:
    """What one document says of one name, or several documents that say the like of it (see `folding`).

    Attributes:
        keys: the identity keys, sorted.
        documents: where it is said.
        name: the fullest way of writing the name.
        names: how often each way of writing the name occurs.
        mentions: the slots it fills, as (claim, slot).
        companies: every company it is tied to.
        turns: dated arrivals and departures.
        stays: days on which it is said to be at a company.
        transfers: (from, to) companies of moves with both sides.
        roles: roles, as given.
        partners: predecessors, successors, managers, reports: normalised names.
        works: normalised names of works it contributed to.
    """

    keys: tuple[str, ...]
    documents: frozenset[DocumentId]
    name: str
    names: tuple[tuple[str, int], ...]
    mentions: tuple[tuple[ClaimId, str], ...]
    companies: frozenset[EntityId]
    turns: frozenset[Turn]
    stays: frozenset[Stay]
    transfers: frozenset[tuple[EntityId, EntityId]]
    roles: frozenset[str]
    partners: frozenset[str]
    works: frozenset[str]

    @property
    def key(self) -> str:
        """The first of the keys; it stands for all."""
        return self.keys[0]

    def joined(self, side: Side) -> frozenset[EntityId]:
        """Return the companies that a dated or undated turn of one side names."""
        return frozenset(turn.company for turn in self.turns if turn.side is side)


@dataclass(slots=True)
class _Draft:
    """A profile being gathered."""

    mentions: set[tuple[ClaimId, str]] = field(default_factory=set)
    names: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    claims: list[tuple[SourcedClaim, PersonSlot]] = field(default_factory=list)


def build_profiles(claims: Iterable[SourcedClaim], lexicon: Lexicon) -> tuple[Profile, ...]:
    """Return a profile for each document and name among the claims, sorted by key.

    A slot that may hold an organisation makes no profile of its own: it only adds to a name that a certain
    slot, in any document, shows to be a person's.
    """
    drafts: dict[str, _Draft] = defaultdict(_Draft)
    ordered = sorted({claim.id: claim for claim in claims}.values(), key=lambda claim: claim.id)
    slots = [(claim, found) for claim in ordered for found in person_slots(claim.claim.content)]
    people = {normalise_person(found.mention.name) for _, found in slots if found.certain}
    for claim, found in slots:
        name = found.mention.name
        if found.certain or (normalise_person(name) in people and lexicon.find_org(name) is None):
            draft = drafts[person_key(claim.document, name)]
            draft.mentions.add((claim.id, found.slot))
            draft.names[name] += 1
            draft.claims.append((claim, found))
    return tuple(_finish(key, drafts[key], organisations(lexicon)) for key in sorted(drafts))


def orgs_of(claim: Claim) -> tuple[Mention, ...]:
    """Return the organisations that a claim ties its people to."""
    match claim.content:
        case Move() as move:
            found = [post.org for _, post in move.sides()]
        case Holding(org=org) | Reporting(org=org):
            found = [org]
        case Dispute() as dispute:
            found = [dispute.plaintiff, dispute.defendant, *dispute.parties]
        case _:
            found = []
    return tuple(mention for mention in found if mention is not None)


def _finish(key: str, draft: _Draft, orgs: Organisations) -> Profile:
    people = set(draft.names)
    mentions = [m for claim, _ in draft.claims for m in orgs_of(claim.claim) if m.name not in people]
    reader = _Reader(orgs, orgs.refs(mentions))
    for claim, found in draft.claims:
        reader.read(claim, found)
    return Profile(
        keys=(key,),
        documents=frozenset({draft.claims[0][0].document}),
        name=max(draft.names, key=lambda name: (len(name), name)),
        names=tuple(sorted(draft.names.items())),
        mentions=tuple(sorted(draft.mentions)),
        companies=frozenset(orgs.company(ref) for ref in reader.refs.values()),
        turns=frozenset(reader.turns),
        stays=frozenset(reader.stays),
        transfers=frozenset(reader.transfers),
        roles=frozenset(reader.roles),
        partners=frozenset(reader.partners),
        works=frozenset(reader.works),
    )


@dataclass(slots=True)
class _Reader:
    """Gathers from the claims of one profile what each says of the person."""

    orgs: Organisations
    refs: dict[Mention, OrgRef]
    turns: set[Turn] = field(default_factory=set)
    stays: set[Stay] = field(default_factory=set)
    transfers: set[tuple[EntityId, EntityId]] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    partners: set[str] = field(default_factory=set)
    works: set[str] = field(default_factory=set)

    def read(self, sourced: SourcedClaim, found: PersonSlot) -> None:
        """Take in one claim in which the person fills one slot."""
        content = sourced.claim.content
        others = (other for other in person_slots(content) if other.slot != found.slot and other.certain)
        self.partners |= {normalise_person(other.mention.name) for other in others}
        if found.slot != "person":
            return
        if isinstance(content, Move):
            self._move(sourced, content)
        elif isinstance(content, Holding):
            self._holding(sourced, content)
        elif isinstance(content, Contribution):
            self.works.add(normalise_person(content.work.name))

    def _move(self, sourced: SourcedClaim, move: Move) -> None:
        claim = sourced.claim
        when = claim.when.range if claim.when else DateRange()
        for side, post in move.sides():
            self.roles |= {post.role} if post.role else set()
            company = self._company(post.org)
            if company is not None and claim.status in _TOLD:
                self.turns.add(Turn(side, company, when))
        if move.out and move.into:
            ends = (self._company(move.out.org), self._company(move.into.org))
            if ends[0] is not None and ends[1] is not None and ends[0] != ends[1]:
                self.transfers.add((ends[0], ends[1]))

    def _holding(self, sourced: SourcedClaim, holding: Holding) -> None:
        self.roles |= {holding.role} if holding.role else set()
        company = self._company(holding.org)
        undated = sourced.claim.when is None
        if company is not None and undated and not holding.former and sourced.claim.status in _TOLD:
            self.stays.add(Stay(company, sourced.known_on))

    def _company(self, mention: Mention | None) -> EntityId | None:
        ref = self.refs.get(mention) if mention is not None else None
        return self.orgs.company(ref) if ref is not None else None
