"""Blocks: the groups of names within which people are compared; derived data are recomputed block by block.

Two names that may be one person must share a block. A Chinese name is filed under its last two characters, so
that a name which lost its surname meets the full one; any other name under its last word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from quliu.model import Claim, Judgement, Verdict
from quliu.resolve.identity import is_han, name_of_key, normalise_person, person_slots

_HAN_TAIL = 2


def block_of(name: str) -> str:
    """Return the block of a person's name in reading form; empty only for an empty name."""
    folded = normalise_person(name)
    if is_han(folded):
        han = "".join(character for character in folded if is_han(character))
        return han[-_HAN_TAIL:]
    words = _without_accents(folded).replace(".", " ").split()
    return words[-1] if words else folded


def blocks_of(claim: Claim) -> frozenset[str]:
    """Return the blocks of every person a claim may be about."""
    return frozenset(block_of(found.mention.name) for found in person_slots(claim.content))


def group_blocks(blocks: Iterable[str], judgements: Iterable[Judgement]) -> Iterator[frozenset[str]]:
    """Yield the blocks, each together with all that `same` judgements tie to it, directly or not.

    Resolve each group as one: a person joined by hand across two blocks is seen whole only there. No block is
    in two groups; they come in order of the least block asked for.
    """
    ties: dict[str, set[str]] = {}
    for judgement in judgements:
        tie = _tie(judgement)
        for block in tie:
            ties.setdefault(block, set()).update(tie)
    done: set[str] = set()
    for block in sorted(set(blocks)):
        if block not in done:
            group = _reach(block, ties)
            done |= group
            yield group


def _reach(start: str, ties: Mapping[str, set[str]]) -> frozenset[str]:
    reached, waiting = {start}, [start]
    while waiting:
        fresh = ties.get(waiting.pop(), set()) - reached
        reached |= fresh
        waiting += fresh
    return frozenset(reached)


def _tie(judgement: Judgement) -> frozenset[str]:
    if judgement.verdict is not Verdict.SAME or judgement.object is None:
        return frozenset()
    names = (name_of_key(judgement.subject), name_of_key(judgement.object))
    return frozenset(block_of(name) for name in names if name is not None)


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
