"""Claims: what one document says, each with the characters that say it.

A claim is about surface names; which person or organisation they mean is decided in `resolve`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from quliu.model.document import DocumentId, StoryId
from quliu.model.span import Span
from quliu.model.when import When

ClaimId = NewType("ClaimId", str)


class Kind(StrEnum):
    """The ten kinds of claim."""

    MOVE = "move"
    HOLDING = "holding"
    REPORTING = "reporting"
    CONTRIBUTION = "contribution"
    PARTHOOD = "parthood"
    ORG_CHANGE = "org_change"
    DISPUTE = "dispute"
    FUNDING = "funding"
    RELEASE = "release"
    FIGURE = "figure"


class Side(StrEnum):
    """The two sides of a move: the post that ends, the post that starts."""

    OUT = "out"
    INTO = "into"


class Status(StrEnum):
    """How far the text itself vouches for what it says."""

    CONFIRMED = "confirmed"
    REPORTED = "reported"
    RUMOURED = "rumoured"
    DENIED = "denied"
    PLANNED = "planned"
    NEGATED = "negated"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where the text says it.

    `surface` is the slice of `Document.text` at `span`; `name` is the canonical name where the lexicon or the
    document gives one, otherwise the surface in reading form.
    """

    name: str
    surface: str
    span: Span


@dataclass(frozen=True, slots=True)
class Post:
    """An organisation and a role; either may be unknown."""

    org: Mention | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """A person's post changes: `out` ends, `into` starts; at least one side is there."""

    person: Mention
    out: Post | None = None
    into: Post | None = None
    predecessor: Mention | None = None
    successor: Mention | None = None

    def __post_init__(self) -> None:
        if self.out is None and self.into is None:
            raise ValueError("a move needs a side")

    def sides(self) -> tuple[tuple[Side, Post], ...]:
        """Return the sides that are there, `out` first."""
        both = ((Side.OUT, self.out), (Side.INTO, self.into))
        return tuple((side, post) for side, post in both if post is not None)


@dataclass(frozen=True, slots=True)
class Holding:
    """A person holds, or held, a post."""

    person: Mention
    org: Mention | None
    role: str | None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Reporting:
    """A person reports to a manager, or no longer to a former one."""

    person: Mention
    manager: Mention | None
    former_manager: Mention | None = None
    org: Mention | None = None


@dataclass(frozen=True, slots=True)
class Contribution:
    """A person led or built a work: a model, product or project."""

    person: Mention
    work: Mention
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Parthood:
    """A team, lab or subsidiary is part of an organisation."""

    org: Mention
    parent: Mention


@dataclass(frozen=True, slots=True)
class OrgChange:
    """An organisation is formed, disbanded, merged, renamed, laid off, acquired, shrunk or pivoted."""

    org: Mention
    action: str
    other: Mention | None = None


@dataclass(frozen=True, slots=True)
class Dispute:
    """Who is against whom, over what; `parties` when the text does not say who brought it."""

    plaintiff: Mention | None
    defendant: Mention | None
    parties: tuple[Mention, ...] = ()
    matter: str | None = None


@dataclass(frozen=True, slots=True)
class Funding:
    """An organisation, or the unnamed start-up of a founder, raised or seeks money."""

    org: Mention | None
    founder: Mention | None
    action: str
    amount: str | None = None
    investors: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Release:
    """A work is released, discontinued, delayed or open-sourced."""

    work: Mention
    org: Mention | None
    action: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a text gives of a subject."""

    subject: Mention
    metric: str
    value: str
    unit: str | None = None


Content = (
    Move | Holding | Reporting | Contribution | Parthood | OrgChange | Dispute | Funding | Release | Figure
)

_KINDS: dict[type, Kind] = {
    Move: Kind.MOVE,
    Holding: Kind.HOLDING,
    Reporting: Kind.REPORTING,
    Contribution: Kind.CONTRIBUTION,
    Parthood: Kind.PARTHOOD,
    OrgChange: Kind.ORG_CHANGE,
    Dispute: Kind.DISPUTE,
    Funding: Kind.FUNDING,
    Release: Kind.RELEASE,
    Figure: Kind.FIGURE,
}


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing a document says.

    Attributes:
        content: what is said; its type is the claim's kind.
        status: how far the text vouches for it.
        evidence: the characters of `Document.text` that say it.
        confidence: 0..1, how likely a careful reader would agree.
        when: when it happened, None when the text does not say.
        attributed_to: who says so, in the words of the text; None for the outlet itself.
        rule: id of the rule that read it.
    """

    content: Content
    status: Status
    evidence: Span
    confidence: float
    when: When | None = None
    attributed_to: str | None = None
    rule: str = ""

    @property
    def kind(self) -> Kind:
        """The claim's kind."""
        return _KINDS[type(self.content)]


@dataclass(frozen=True, slots=True)
class SourcedClaim:
    """A claim with the document that makes it and the day the public could know it.

    Attributes:
        id: hash of the document, the engine and what the claim says; a newer version of the engine that reads
            the same gives the same id.
        known_on: the document's `published_on`, else the day it was recorded.
        publisher: the outlet, None when the document does not say.
        story: the story of which the document is a copy, None when it is like no other document.
        rank: the place of the document among the copies of its story, 0 for the cleanest.
    """

    id: ClaimId
    document: DocumentId
    known_on: date
    publisher: str | None
    claim: Claim
    story: StoryId | None = None
    rank: int = 0

    @property
    def witness(self) -> str:
        """Who says it, where sources are counted: all copies of one story are one witness."""
        return self.story or self.document
