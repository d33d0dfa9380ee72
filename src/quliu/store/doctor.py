"""Examining a ledger: is the file sound, is what was recorded whole, does what is derived follow from it?"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quliu.errors import LedgerError
from quliu.lexicon import Lexicon
from quliu.model import Document, DocumentId, SourcedClaim, document_id
from quliu.model.codec import find_mentions
from quliu.store.derive import derivation_of
from quliu.store.derived import rebuild_derived
from quliu.store.ledger import Ledger
from quliu.store.reader import Reader

__all__ = ["Check", "examine"]

# What one check says at most; the first faults are enough to act on.
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Check:
    """One question put to a ledger.

    Attributes:
        name: `file`, `documents`, `claims` or `derived`.
        faults: what is wrong, each in words; empty when all is well. At most 20.
    """

    name: str
    faults: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether all is well."""
        return not self.faults


def examine(ledger: Ledger, lexicon: Lexicon) -> tuple[Check, ...]:
    """Put every question; changes nothing, but holds off other writers while it derives."""
    questions: dict[str, Callable[[], Iterator[str]]] = {
        "file": lambda: iter(ledger.find_damage()),
        "documents": lambda: _find_document_faults(ledger),
        "claims": lambda: _find_claim_faults(ledger),
        "derived": lambda: _find_derived_faults(ledger, lexicon),
    }
    return tuple(Check(name, _ask(question)) for name, question in questions.items())


def _ask(question: Callable[[], Iterator[str]]) -> tuple[str, ...]:
    faults: list[str] = []
    try:
        for fault in question():
            faults.append(fault)
            if len(faults) == _SHOWN:
                break
    except LedgerError as error:
        faults.append(str(error))
    return tuple(faults)


def _find_document_faults(ledger: Ledger) -> Iterator[str]:
    with ledger.read() as reader:
        for key in reader.document_ids():
            document = reader.document(key)
            if document is None:
                yield f"document {key} has no standing: run `quliu rebuild`"
            elif document_id(document.text) != key:
                yield f"document {key} does not have the text it was recorded with"
            if not _has_bytes(reader, key):
                yield f"document {key} has lost its original bytes"


def _has_bytes(reader: Reader, key: DocumentId) -> bool:
    try:
        return reader.raw(key) is not None
    except zlib.error:
        return False


def _find_claim_faults(ledger: Ledger) -> Iterator[str]:
    with ledger.read() as reader:
        for key in reader.document_ids():
            document = reader.document(key)
            if document is not None:
                for sourced in reader.claims_of_document(key, superseded=True):
                    yield from _find_span_faults(sourced, document)


def _find_span_faults(sourced: SourcedClaim, document: Document) -> Iterator[str]:
    claim, text = sourced.claim, document.text
    if claim.evidence.end > len(text):
        yield f"claim {sourced.id}: its evidence lies outside document {document.id}"
    for slot, mention in find_mentions(claim.content):
        if mention.span.slice(text) != mention.surface:
            yield f"claim {sourced.id}: document {document.id} does not say {mention.surface!r} for {slot}"
    if claim.when is not None and claim.when.span is not None and claim.when.span.end > len(text):
        yield f"claim {sourced.id}: its time lies outside document {document.id}"


def _find_derived_faults(ledger: Ledger, lexicon: Lexicon) -> Iterator[str]:
    with ledger.rehearse() as writer:
        if writer.derived_with() not in (derivation_of(lexicon), None):
            yield "another lexicon was used to derive: name it with --lexicon, or run `quliu rebuild`"
            return
        before = writer.digest_derived()
        rebuild_derived(writer, lexicon)
        after = writer.digest_derived()
    for table in sorted(before):
        if before[table] != after[table]:
            yield f"{table} does not follow from what is recorded: run `quliu rebuild`"
