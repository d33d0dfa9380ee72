"""Careers as recorded now, or as known by an earlier day: then recomputed from that day's claims.

Only the blocks that a question concerns are recomputed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from quliu.fuse import Career, FusedMove
from quliu.lexicon import Lexicon
from quliu.model import ClaimId, Entity, EntityId, Tenure
from quliu.resolve import blocks_of, group_blocks
from quliu.store import MoveFilter, Reader, derive


def careers_of(reader: Reader, people: Sequence[Entity]) -> tuple[Career, ...]:
    """Return the careers of people, all that is known today."""
    return tuple(
        Career(person, reader.tenures(person=person.id), reader.career_moves(person.id)) for person in people
    )


def careers_known_on(
    reader: Reader, lexicon: Lexicon, blocks: Collection[str], known_on: date
) -> tuple[Career, ...]:
    """Return the careers of everyone in some blocks, as known by a day."""
    judgements = reader.judgements(known_on)
    return tuple(
        person.career
        for group in group_blocks(blocks, judgements)
        for person in derive(reader.claims_in_blocks(group, known_on), group, lexicon, judgements)
    )


def blocks_at(reader: Reader, orgs: Collection[EntityId] | None) -> frozenset[str]:
    """Return the blocks of all who were ever in, came to or left these organisations; without any, of all."""
    moves = reader.moves(MoveFilter(orgs=orgs))
    tenures = reader.tenures(orgs=orgs)
    ids = {*_claims_of_moves(moves), *(support.claim for tenure in tenures for support in tenure.supports)}
    return frozenset(block for sourced in reader.claims(ids) for block in blocks_of(sourced.claim))


def _claims_of_moves(moves: Sequence[FusedMove]) -> set[ClaimId]:
    return {claim for move in moves for claim in (*move.claims, *move.against)}


def tenures_of(careers: Sequence[Career], orgs: Collection[EntityId]) -> tuple[Tenure, ...]:
    """Return the tenures at some organisations."""
    return tuple(tenure for career in careers for tenure in career.tenures if tenure.org in orgs)
