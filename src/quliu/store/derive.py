"""What follows from the claims of some blocks: who is who, and each one's career. No I/O.

The ledger's derived tables hold exactly this, so that an update of a few blocks and a rebuild of all cannot
differ; a question about an earlier day calls it on the claims known by then.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quliu.fuse import Career, fuse_person
from quliu.lexicon import Lexicon
from quliu.model import ClaimId, EntityId, Judgement, SourcedClaim
from quliu.resolve import Link, block_of, close_blocks, person_slots, resolve_people

__all__ = ["Person", "derive", "group_blocks"]


@dataclass(frozen=True, slots=True)
class Person:
    """A person as derived: filed under a block, with the slots that mean them and their career."""

    block: str
    links: tuple[Link, ...]
    career: Career


def group_blocks(blocks: Iterable[str], judgements: Sequence[Judgement]) -> Iterator[frozenset[str]]:
    """Yield the blocks given, and all that judgements tie to them, in groups to be derived together."""
    left = set(close_blocks(blocks, judgements))
    while left:
        group = close_blocks({min(left)}, judgements)
        left -= group
        yield group


def derive(
    claims: Sequence[SourcedClaim], blocks: Collection[str], lexicon: Lexicon, judgements: Sequence[Judgement]
) -> tuple[Person, ...]:
    """Return the people of a group of blocks, in order of id.

    Args:
        claims: every claim that mentions someone of these blocks, in any order.
        blocks: one group, see `group_blocks`. People of other blocks whom the claims also mention are left
            out: only some of their claims are here.
        lexicon: the organisations.
        judgements: all decisions, in any order.
    """
    resolution = resolve_people(claims, lexicon, judgements)
    filed = {(sourced.id, slot): block for sourced in claims for slot, block in _slots(sourced)}
    links: dict[EntityId, list[Link]] = {}
    for link in resolution.links:
        if filed[link.claim, link.slot] in blocks:
            links.setdefault(link.entity, []).append(link)
    by_id = {sourced.id: sourced for sourced in claims}
    return tuple(
        Person(
            block=min(filed[link.claim, link.slot] for link in links[entity.id]),
            links=tuple(sorted(links[entity.id], key=lambda link: (link.claim, link.slot))),
            career=fuse_person(entity, _linked(links[entity.id], by_id), lexicon),
        )
        for entity in sorted(resolution.entities, key=lambda entity: entity.id)
        if entity.id in links
    )


def _slots(sourced: SourcedClaim) -> Iterator[tuple[str, str]]:
    for found in person_slots(sourced.claim.content):
        yield found.slot, block_of(found.mention.name)


def _linked(links: Sequence[Link], claims: Mapping[ClaimId, SourcedClaim]) -> tuple[SourcedClaim, ...]:
    return tuple(claims[claim_id] for claim_id in sorted({link.claim for link in links}))
