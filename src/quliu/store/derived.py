"""Keeping the derived tables true: some people after a change, everything on a rebuild."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import islice

from quliu.lexicon import Lexicon
from quliu.model import DocumentId, SourcedClaim
from quliu.resolve import blocks_of, group_blocks
from quliu.store.derive import Person, derivation_of, derive
from quliu.store.writer import Writer

__all__ = ["derive_documents", "derive_people", "rebuild_derived"]

# Groups of blocks whose claims are in memory at once; bounds a rebuild.
_GROUPS_AT_ONCE = 256


def derive_documents(writer: Writer, document_ids: Collection[DocumentId], lexicon: Lexicon) -> None:
    """Derive anew what follows from documents that are new, better known, or were read again."""
    before = writer.blocks_of_documents(document_ids)
    writer.file_claims(document_ids, lexicon)
    regrouped = writer.refresh_stories(document_ids)
    derive_people(writer, before | writer.blocks_of_documents(regrouped.union(document_ids)), lexicon)


def derive_people(writer: Writer, blocks: Collection[str], lexicon: Lexicon) -> None:
    """Derive the people of these blocks anew, and of all blocks that judgements tie to them.

    With another lexicon than before everything is derived anew: the tables never mix what two lexicons say.
    """
    if writer.derived_with() == derivation_of(lexicon):
        _derive_blocks(writer, blocks, lexicon)
    else:
        rebuild_derived(writer, lexicon)


def _derive_blocks(writer: Writer, blocks: Collection[str], lexicon: Lexicon) -> None:
    judgements = writer.judgements()
    groups = group_blocks(blocks, judgements)
    while some := list(islice(groups, _GROUPS_AT_ONCE)):
        together = frozenset[str]().union(*some)
        filed = _file(writer.claims_in_blocks(together))
        people: list[Person] = []
        for group in some:
            claims = {sourced.id: sourced for block in sorted(group) for sourced in filed.get(block, ())}
            people.extend(derive(list(claims.values()), group, lexicon, judgements))
        writer.replace_people(together, people)


def rebuild_derived(writer: Writer, lexicon: Lexicon) -> None:
    """Derive everything anew from what is recorded."""
    document_ids = writer.document_ids()
    writer.clear_derived()
    writer.refresh_standings(document_ids)
    writer.file_claims(document_ids, lexicon)
    writer.refresh_stories(document_ids)
    writer.mark_derived_with(lexicon)
    _derive_blocks(writer, writer.blocks_of_documents(document_ids), lexicon)


def _file(claims: Iterable[SourcedClaim]) -> dict[str, list[SourcedClaim]]:
    filed: dict[str, list[SourcedClaim]] = {}
    for sourced in claims:
        for block in blocks_of(sourced.claim):
            filed.setdefault(block, []).append(sourced)
    return filed
