"""Facts as the words of a table cell. Tables, CSV and Markdown all take theirs from here."""

from __future__ import annotations

from quliu.query.answer import Citation, MoveFact, Named, PostFact, TenureFact
from quliu.query.wording import UNKNOWN, say_range

SHORT_ID = 10
"""Characters of a claim id that a table shows; `quliu show` takes them."""

NOTHING = "-"

_FOUNDER = "founder"
"""The role that the extractor gives those who found something, in whatever language."""


def say_post(post: PostFact | None) -> str:
    """Return `organisation role`; `?` for an organisation that is not named, `-` for a side not told of."""
    return NOTHING if post is None else _say_post(post.org, post.role)


def say_tenure(tenure: TenureFact, *, within: Named | None = None) -> str:
    """Return the post as `say_post` does; only the role where its organisation is the one talked of."""
    if within is not None and tenure.org is not None and tenure.org.id == within.id:
        return tenure.role or UNKNOWN
    return _say_post(tenure.org, tenure.role)


def _say_post(org: Named | None, role: str | None) -> str:
    if org is None and role == _FOUNDER:
        return "own start-up"
    name = org.name if org else UNKNOWN
    return f"{name} {role}" if role else name


def say_status(fact: MoveFact | TenureFact) -> str:
    """Return the status; a fact that some sources deny says so."""
    disputed = fact.against and fact.sources
    return f"{fact.status.value}, disputed" if disputed else fact.status.value


def say_when(move: MoveFact) -> str:
    """Return when it happened, with what disagreeing sources say."""
    return " or ".join(say_range(days) for days in (move.when, *move.other_whens))


def say_end(tenure: TenureFact) -> str:
    """Return when it ended: `-` where no source tells of it, `maybe` where it is only rumoured or planned."""
    if tenure.end is None:
        return NOTHING
    if tenure.end.is_unknown:
        return "maybe"
    sure = tenure.end.end is not None
    return say_range(tenure.end) if sure else f"maybe {say_range(tenure.end)}"


def say_source(citation: Citation, *, most_characters: int | None = None) -> str:
    """Return `claim-id outlet (whom it quotes)`.

    Where asked, both names are cut and it does not say who reposts it.
    """
    outlet = _cut(say_outlet(citation), most_characters)
    if citation.reposted_by and most_characters is None:
        outlet = say_publisher(outlet, citation.reposted_by)
    told = f"{citation.claim[:SHORT_ID]} {outlet}"
    quoted = citation.attributed_to
    return f"{told} ({_cut(quoted, most_characters)})" if quoted else told


def _cut(name: str, most_characters: int | None) -> str:
    cut = most_characters is not None and len(name) > most_characters
    return f"{name[:most_characters]}…" if cut else name


def say_outlet(citation: Citation) -> str:
    """Return who published it; the document's title, then its id, where no publisher is known."""
    if citation.publisher:
        return citation.publisher
    return f"《{citation.title}》" if citation.title else f"document {citation.document[:SHORT_ID]}"


def say_publisher(publisher: str | None, reposted_by: str | None) -> str:
    """Return who published it first and who reposts it, `?` where nobody is known."""
    return f"{publisher or UNKNOWN}, reposted by {reposted_by}" if reposted_by else publisher or UNKNOWN


def citations(fact: MoveFact | TenureFact) -> tuple[tuple[str, Citation], ...]:
    """Return all sources of a fact, each with `against` or nothing before it."""
    pro = [("", citation) for citation in fact.sources]
    return tuple(pro + [("against: ", citation) for citation in fact.against])


def stories(fact: MoveFact | TenureFact) -> tuple[tuple[str, Citation, int], ...]:
    """Return one source a story, the cleanest copy that tells it, and how many other copies tell it too."""
    copies: dict[tuple[str, str], list[Citation]] = {}
    for stance, citation in citations(fact):
        copies.setdefault((stance, citation.witness), []).append(citation)
    return tuple(
        (stance, cited[0], len({one.document for one in cited}) - 1) for (stance, _), cited in copies.items()
    )


def say_copies(copies: int) -> str:
    """Return how many other copies tell it too; nothing where none does."""
    if not copies:
        return ""
    return f" +{count_copies(copies)}"


def count_copies(copies: int) -> str:
    """Return a number of copies in words."""
    return f"{copies} {'copy' if copies == 1 else 'copies'}"
