"""Run an extractor over gold, by the way that `quliu extract` takes, and score what it says."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable
from io import BytesIO

from quliu.evaluate.gold import GoldDocument
from quliu.evaluate.pairing import Predicted
from quliu.evaluate.report import Report
from quliu.evaluate.score import score
from quliu.ingest.read import ReadOptions, read_sources
from quliu.model import Claim, Document, Incoming, Kind
from quliu.model.codec import claim_to_dict

Extract = Callable[[Document], Iterable[Claim]]


def evaluate_gold(
    gold: Iterable[GoldDocument], extract: Extract, *, kinds: Collection[Kind] | None = None
) -> Report:
    """Return the report on what `extract` finds in the texts of gold; `kinds` as in `score`."""
    documents = tuple(gold)
    return score(documents, predict(documents, extract), kinds=kinds)


def predict(documents: Iterable[GoldDocument], extract: Extract) -> Predicted:
    """Return what `extract` finds in the texts of gold."""
    return {document.id: _predict(document, extract) for document in documents}


def _predict(document: GoldDocument, extract: Extract) -> list[dict[str, object]]:
    """Return the claims found; none for a text that ingest rejects."""
    read = read_sources(["-"], ReadOptions(), BytesIO(_to_line(document)))
    incoming = [entry for entry in read if isinstance(entry, Incoming)]
    return [claim_to_dict(claim) for entry in incoming for claim in extract(entry.document)]


def _to_line(document: GoldDocument) -> bytes:
    doc_date = document.doc_date.isoformat() if document.doc_date else None
    line = {"id": document.id, "text": document.text, "doc_date": doc_date}
    return (json.dumps(line, ensure_ascii=False) + "\n").encode("utf-8", "surrogatepass")
