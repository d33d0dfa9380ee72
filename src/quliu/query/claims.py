"""A claim where its document makes it."""

from __future__ import annotations

from quliu.model import SourcedClaim, Span
from quliu.model.codec import claim_to_dict
from quliu.query.answer import Answer, ClaimInContext, Evidence
from quliu.query.cite import cite
from quliu.store import Reader

FEWEST_CHARACTERS = 6
"""A shorter beginning of an id would name half the ledger."""

_MOST_CHARACTERS = 600
"""How much of a passage is shown on each side of the evidence where no line end closes it."""


def show_claim(reader: Reader, claim: str) -> Answer[ClaimInContext]:
    """Return the claims whose id starts with the characters given; none when there is no such claim."""
    ids = reader.find_claim_ids(claim.lower()) if len(claim) >= FEWEST_CHARACTERS else ()
    found = tuple(_in_context(reader, sourced) for sourced in reader.claims(ids))
    return Answer({"claim": claim}, found, len(found))


def _in_context(reader: Reader, sourced: SourcedClaim) -> ClaimInContext:
    (document,) = reader.documents([sourced.document])
    return ClaimInContext(
        source=cite(sourced, document),
        says=claim_to_dict(sourced.claim),
        paragraph=_find_paragraph(document.text, sourced.claim.evidence),
    )


def _find_paragraph(text: str, evidence: Span) -> Evidence:
    """Return the lines that the evidence touches, cut where they are long."""
    line_start = text.rfind("\n", 0, evidence.start) + 1
    line_end = text.find("\n", evidence.end - 1)
    start = max(line_start, evidence.start - _MOST_CHARACTERS)
    end = min(len(text) if line_end < 0 else line_end, evidence.end + _MOST_CHARACTERS)
    end = max(end, evidence.end)  # evidence may end with its line end
    return Evidence(start, end, text[start:end])
