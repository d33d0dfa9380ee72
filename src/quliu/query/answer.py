"""The one envelope of every answer, and the facts inside it: each with the claims that say so.

As JSON an answer is `{"query": {...}, "results": [...], "total": n}`: `query` repeats what was asked, `total`
counts all results, also those that a limit left out. Keys are the field names of the dataclasses; days are
ISO dates, a range of days is `{"start", "end"}`, half-open, null where open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from quliu.fuse import MoveId, StatusStep
from quliu.model import (
    Certainty,
    ClaimId,
    DateRange,
    DocumentId,
    EntityId,
    Kind,
    Origin,
    Stance,
    Status,
    StoryId,
    TenureId,
)
from quliu.stories import LikenessKind

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Answer(Generic[Result]):
    """What was asked, what was found, and how much there was to find."""

    query: Mapping[str, object]
    results: tuple[Result, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """The characters `[start, end)` of the document's text that say it."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A claim as the source of a fact.

    Attributes:
        claim: its id, for `quliu show`.
        stance: whether it starts, ends, holds or speaks against the fact; None for a move that it tells.
        document: the document that makes the claim, with its `title`, `publisher`, `url` and `published_on`.
        story: the story whose copy the document is, None when it is like no other.
        rank: its place among the copies, 0 for the cleanest.
        reposted_by: who shows it, where that is not the publisher.
        published_within: the days on one of which it was published, inferred from its text; None where the
            day is known or nothing can be inferred.
        dated_by: where the day or days were learned, and `date_evidence` by which words.
        named_by: where the publisher was learned, and `publisher_evidence` by which words.
        known_on: the day the public could know.
        when: the days that this claim gives, None when it gives none.
        attributed_to: who says so, in the words of the text; None for the outlet itself.
    """

    claim: ClaimId
    stance: Stance | None
    document: DocumentId
    story: StoryId | None
    rank: int
    title: str | None
    publisher: str | None
    url: str | None
    published_on: date | None
    known_on: date
    evidence: Evidence
    status: Status
    confidence: float
    when: DateRange | None
    attributed_to: str | None
    kind: Kind
    rule: str
    reposted_by: str | None = None
    published_within: DateRange | None = None
    dated_by: Origin = Origin.UNKNOWN
    date_evidence: str | None = None
    named_by: Origin = Origin.UNKNOWN
    publisher_evidence: str | None = None

    @property
    def witness(self) -> str:
        """Which source it counts as: all copies of a story are one."""
        return self.story or self.document


@dataclass(frozen=True, slots=True)
class Named:
    """A person or an organisation: id and best name."""

    id: EntityId
    name: str


@dataclass(frozen=True, slots=True)
class PostFact:
    """A post.

    Attributes:
        org: the most specific organisation that a source names; None when none does.
        role: the best supported role; None when no source gives one.
        roles: every role given.
    """

    org: Named | None
    role: str | None
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MoveFact:
    """One move of one person in the real world, however often it was told.

    Attributes:
        out, into: the post that ends, the post that starts; at least one is there.
        when: the days on which it may have happened, open where no source says.
        other_whens: what disagreeing sources say instead.
        status: the strongest status among the claims for it.
        history: every claim's status, in the order it became known.
        belief: 0..1.
        known_on: the day the public could first know.
        sources: the claims that tell it.
        against: the claims that deny it.
    """

    id: MoveId
    person: Named
    out: PostFact | None
    into: PostFact | None
    when: DateRange
    other_whens: tuple[DateRange, ...]
    status: Status
    history: tuple[StatusStep, ...]
    belief: float
    known_on: date
    sources: tuple[Citation, ...]
    against: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class TenureFact:
    """A person in a post.

    Attributes:
        start, end: the days on which it may have begun and ended; None when no source tells of it. An end
            that is open to the right is only rumoured or planned: it may never come.
        attested: the days on which sources place the person there.
        certainty: whether it held on the day that was asked about; None when no day was.
        belief: 0..1.
    """

    id: TenureId
    person: Named
    org: Named | None
    role: str | None
    start: DateRange | None
    end: DateRange | None
    attested: DateRange | None
    certainty: Certainty | None
    status: Status
    belief: float
    sources: tuple[Citation, ...]
    against: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class CareerFact:
    """One person: every name seen, tenures by time, moves by time."""

    person: Named
    names: tuple[str, ...]
    tenures: tuple[TenureFact, ...]
    moves: tuple[MoveFact, ...]


@dataclass(frozen=True, slots=True)
class StoryCopy:
    """A document as a copy of its story's cleanest one.

    Attributes:
        kind: copy or rewording; None for the cleanest itself, and where only a chain of others joins the two.
        repairs: what had to be repaired in it, such as `pinyin`, `script`.
        left_out: sentences of the cleanest copy that it does not have.
        added: sentences that the cleanest copy does not have.
        changed: sentences in other words, as pairs of the cleanest copy's and its own.
    """

    document: DocumentId
    title: str | None
    publisher: str | None
    url: str | None
    published_on: date | None
    kind: LikenessKind | None
    repairs: tuple[str, ...]
    left_out: tuple[str, ...]
    added: tuple[str, ...]
    changed: tuple[tuple[str, str], ...]
    reposted_by: str | None = None
    published_within: DateRange | None = None


@dataclass(frozen=True, slots=True)
class StoryPicture:
    """A story and its copies.

    Attributes:
        id: the least id of its documents.
        cleanest: the document that is quoted first.
        first: the document that was published first; None where no copy has a date.
        copies: every document of it, by date of publication, those without one last.
    """

    id: DocumentId
    cleanest: DocumentId
    first: DocumentId | None
    copies: tuple[StoryCopy, ...]


@dataclass(frozen=True, slots=True)
class Team:
    """A part of an organisation and how many people `people` has in it."""

    org: Named
    people: int


@dataclass(frozen=True, slots=True)
class OrgPicture:
    """An organisation, its teams included, on a day or as last known.

    Tenures come in the order in which they ended; those that go on, in the order in which they began.

    Attributes:
        people: who was there on the day, certain ones first; without a day, who has not surely left.
        left: who had surely left by the day.
        joined_later: who came after it; empty without a day.
        leadership: tenures in head-like roles.
        teams: the known parts that have people, by name.
    """

    org: Named
    parent: Named | None
    people: tuple[TenureFact, ...]
    left: tuple[TenureFact, ...]
    joined_later: tuple[TenureFact, ...]
    leadership: tuple[TenureFact, ...]
    teams: tuple[Team, ...]


@dataclass(frozen=True, slots=True)
class ClaimInContext:
    """A claim where its document makes it.

    Attributes:
        source: the claim as a citation.
        says: the claim as `quliu extract` prints it.
        paragraph: the passage around the evidence, with its own place in the document.
    """

    source: Citation
    says: Mapping[str, object]
    paragraph: Evidence
