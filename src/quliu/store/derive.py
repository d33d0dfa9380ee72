"""What follows from the claims of some blocks: who is who, and each one's career. No I/O.

The ledger's derived tables hold exactly this, so that an update of a few blocks and a rebuild of all cannot
differ; a question about an earlier day calls it on the claims and judgements known by then.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from quliu.fuse import Career, fuse_person
from quliu.lexicon import Lexicon
from quliu.model import EntityId, Judgement, SourcedClaim
from quliu.resolve import Link, block_of, person_slots, rejected_claims, resolve_people
from quliu.stories import VERSION as STORIES_VERSION

__all__ = ["Person", "derivation_of", "derive"]


def derivation_of(lexicon: Lexicon) -> str:
    """Return what names the lexicon and the rules by which everything derived is derived."""
    return f"{lexicon.digest}+{STORIES_VERSION}"


@dataclass(frozen=True, slots=True)
class Person:
    """A person as derived: filed under a block, with the slots that mean them and their career."""

    block: str
    links: tuple[Link, ...]
    career: Career


def derive(
    claims: Sequence[SourcedClaim], blocks: Collection[str], lexicon: Lexicon, judgements: Sequence[Judgement]
) -> tuple[Person, ...]:
    """Return the people of a group of blocks, in order of id.

    Args:
        claims: every claim that mentions someone of these blocks, in any order. Those that stand rejected
            are left out: they mean nobody and bear on nothing.
        blocks: one group, see `resolve.group_blocks`. People of other blocks whom the claims also mention are
            left out: only some of their claims are here.
        lexicon: the organisations.
        judgements: all decisions, in any order.
    """
    rejected = rejected_claims(judgements)
    by_id = {sourced.id: sourced for sourced in claims if sourced.id not in rejected}
    resolution = resolve_people(tuple(by_id.values()), lexicon, judgements, blocks=blocks)
    links: dict[EntityId, list[Link]] = {entity.id: [] for entity in resolution.entities}
    for link in resolution.links:
        links[link.entity].append(link)
    filed = {
        (claim_id, found.slot): block_of(found.mention.name)
        for claim_id, sourced in by_id.items()
        for found in person_slots(sourced.claim.content)
    }
    return tuple(
        Person(
            block=min(filed[link.claim, link.slot] for link in links[entity.id]),
            links=tuple(links[entity.id]),
            career=fuse_person(
                entity, [by_id[link.claim] for link in links[entity.id] if link.slot == "person"], lexicon
            ),
        )
        for entity in resolution.entities
    )
