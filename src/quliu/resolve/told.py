"""Which organisations the claims of one document tie people to, before anything is fused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from quliu.lexicon import Lexicon
from quliu.model import ClaimId, EntityId, SourcedClaim
from quliu.resolve.identity import normalise_person, person_slots
from quliu.resolve.orgs import organisations
from quliu.resolve.profile import orgs_of


def orgs_told(claims: Collection[SourcedClaim], lexicon: Lexicon) -> frozenset[tuple[ClaimId, EntityId]]:
    """Return each claim of one document with every organisation it may name, and what that is part of.

    A name is resolved alone and with the help of what stands beside it: a superset of what fusion takes it
    for, to look people up by.
    """
    together: dict[str, list[SourcedClaim]] = defaultdict(list)
    for sourced in claims:
        for found in person_slots(sourced.claim.content):
            together[normalise_person(found.mention.name)].append(sourced)
    orgs = organisations(lexicon)
    told: set[tuple[ClaimId, EntityId]] = set()
    for group in (claims, *together.values(), *([sourced] for sourced in claims)):
        refs = orgs.refs(mention for sourced in group for mention in orgs_of(sourced.claim))
        for sourced in group:
            for mention in orgs_of(sourced.claim):
                ref = refs[mention]
                told |= {(sourced.id, org) for org in (ref.id, ref.parent) if org is not None}
    return frozenset(told)
