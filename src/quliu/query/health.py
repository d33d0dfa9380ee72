"""Whether the ledger holds what it promises: unchanged texts, and facts that lead to their characters."""

from __future__ import annotations

from collections.abc import Iterator

from quliu.model import Document, SourcedClaim, document_id
from quliu.model.codec import find_mentions
from quliu.store import Reader


def find_faults(reader: Reader) -> Iterator[str]:
    """Yield a line for each document that changed and each claim that does not lead to its characters."""
    for key in reader.document_ids():
        for document in reader.documents([key]):
            yield from _find_faults_of(document, reader.claims_of_document(key))


def _find_faults_of(document: Document, claims: tuple[SourcedClaim, ...]) -> Iterator[str]:
    if document_id(document.text) != document.id:
        yield f"document {document.id}: its text is not the one that was read"
    for sourced in claims:
        if sourced.claim.evidence.end > len(document.text):
            yield f"claim {sourced.id}: its evidence lies outside the document"
        for slot, mention in find_mentions(sourced.claim.content):
            if mention.span.slice(document.text) != mention.surface:
                yield f"claim {sourced.id}: {slot} does not stand where it should"
