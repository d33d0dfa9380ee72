"""Facts as the words of a table cell. Tables, CSV and Markdown all take theirs from here."""

from __future__ import annotations

from quliu.query.answer import Citation, MoveFact, PostFact, TenureFact
from quliu.query.wording import UNKNOWN, say_range

SHORT_ID = 10
"""Characters of a claim id that a table shows; `quliu show` takes them."""

NOTHING = "-"


def say_post(post: PostFact | None) -> str:
    """Return `organisation role`; `?` for an organisation that is not named, `-` for a side not told of."""
    if post is None:
        return NOTHING
    org = post.org.name if post.org else UNKNOWN
    return f"{org} {post.role}" if post.role else org


def say_role(tenure: TenureFact) -> str:
    """Return the role."""
    return tenure.role or UNKNOWN


def say_org(tenure: TenureFact) -> str:
    """Return the organisation's name."""
    return tenure.org.name if tenure.org else UNKNOWN


def say_status(fact: MoveFact | TenureFact) -> str:
    """Return the status; a fact that some sources deny says so."""
    disputed = fact.against and fact.sources
    return f"{fact.status.value}, disputed" if disputed else fact.status.value


def say_when(move: MoveFact) -> str:
    """Return when it happened, with what disagreeing sources say."""
    return " / ".join(say_range(days) for days in (move.when, *move.other_whens))


def say_end(tenure: TenureFact) -> str:
    """Return when it ended: `-` where no source tells of it, `maybe` where it is only rumoured or planned."""
    if tenure.end is None:
        return NOTHING
    if tenure.end.is_unknown:
        return "maybe"
    sure = tenure.end.end is not None
    return say_range(tenure.end) if sure else f"maybe {say_range(tenure.end)}"


def say_source(citation: Citation, *, most_characters: int | None = None) -> str:
    """Return `claim-id outlet`, the outlet cut where that is asked."""
    outlet = say_outlet(citation)
    cut = most_characters is not None and len(outlet) > most_characters
    return f"{citation.claim[:SHORT_ID]} {outlet[:most_characters]}{'…' if cut else ''}"


def say_outlet(citation: Citation) -> str:
    """Return who published it; the document's title, then its id, where no publisher is known."""
    return citation.publisher or citation.title or f"document {citation.document[:SHORT_ID]}"


def citations(fact: MoveFact | TenureFact) -> tuple[tuple[str, Citation], ...]:
    """Return all sources of a fact, each with `against` or nothing before it."""
    pro = [("", citation) for citation in fact.sources]
    return tuple(pro + [("against: ", citation) for citation in fact.against])
