"""One person's claims made ready for fusion: organisations resolved, times bounded by what was known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from quliu.fuse.belief import AGAINST
from quliu.model import (
    ClaimId,
    DateRange,
    DocumentId,
    Entity,
    Holding,
    Mention,
    Move,
    Post,
    Side,
    SourcedClaim,
    Status,
    When,
)
from quliu.resolve.identity import normalise_person
from quliu.resolve.orgs import Organisations, OrgRef
from quliu.resolve.profile import orgs_of

_UNBOUND = frozenset({Status.PLANNED, *AGAINST})


@dataclass(frozen=True, slots=True)
class Place:
    """A post with its organisation resolved; either part may be unknown."""

    org: OrgRef | None
    role: str | None

    @property
    def is_blank(self) -> bool:
        """Whether nothing is known of the post."""
        return self.org is None and self.role is None


@dataclass(frozen=True, slots=True)
class Event:
    """A claim that a person moved, or held a post (then `held` is set and the sides are not).

    Attributes:
        witness: the story or document that counts as its source.
        when: the days it may mean; a told event does not lie after the day it was known.
        definite: whether the source names a period with both ends.
        recent: whether the source says no more than that it was of late.
    """

    claim: ClaimId
    document: DocumentId
    witness: str
    known_on: date
    status: Status
    confidence: float
    when: DateRange
    definite: bool
    recent: bool
    out: Place | None = None
    into: Place | None = None
    held: Place | None = None
    former: bool = False

    @property
    def is_against(self) -> bool:
        """Whether the claim says that it did not happen."""
        return self.status in AGAINST

    def sides(self) -> tuple[tuple[Side, Place], ...]:
        """Return the sides that are there, `out` first."""
        both = ((Side.OUT, self.out), (Side.INTO, self.into))
        return tuple((side, place) for side, place in both if place is not None)


def read_events(person: Entity, claims: Iterable[SourcedClaim], orgs: Organisations) -> tuple[Event, ...]:
    """Return the moves and holdings of a person among claims, sorted by claim id."""
    names = {normalise_person(name) for name in person.names}
    mine = {claim.id: claim for claim in claims if _main_name(claim) in names}
    # Copies of one story help each other: what one of them damaged another has whole.
    by_witness: dict[str, list[SourcedClaim]] = defaultdict(list)
    for claim_id in sorted(mine):
        by_witness[mine[claim_id].witness].append(mine[claim_id])
    events: list[Event] = []
    for told in by_witness.values():
        refs = orgs.refs(mention for claim in told for mention in orgs_of(claim.claim))
        events += [_event(claim, refs.get) for claim in told]
    return tuple(sorted(events, key=lambda event: event.claim))


def _main_name(claim: SourcedClaim) -> str | None:
    content = claim.claim.content
    return normalise_person(content.person.name) if isinstance(content, Move | Holding) else None


def _event(sourced: SourcedClaim, ref_of: Callable[[Mention], OrgRef | None]) -> Event:
    claim = sourced.claim
    content = claim.content

    def place(post: Post | None) -> Place | None:
        if post is None:
            return None
        return Place(ref_of(post.org) if post.org else None, post.role)

    posts: dict[str, Place | None] = {}
    if isinstance(content, Move):
        posts = {"out": place(content.out), "into": place(content.into)}
    elif isinstance(content, Holding):
        posts = {"held": place(Post(content.org, content.role))}
    when, text = _bound(claim.when, claim.status, sourced.known_on), claim.when
    return Event(
        claim=sourced.id,
        document=sourced.document,
        witness=sourced.witness,
        known_on=sourced.known_on,
        status=claim.status,
        confidence=claim.confidence,
        when=when,
        definite=text is not None and not text.range.is_open and not text.vague,
        recent=text is not None and text.range.start is None and not text.range.is_unknown,
        former=isinstance(content, Holding) and content.former,
        **posts,
    )


def _bound(when: When | None, status: Status, known_on: date) -> DateRange:
    """Return the days an event may lie on, given when it was known.

    What is told as done was done by then. A date after that day is an announcement or an error of the source
    and is kept as told.
    """
    said = when.range if when is not None else DateRange()
    if status is Status.PLANNED and said.is_unknown:
        return DateRange(known_on, None)
    if status in _UNBOUND and not said.is_unknown:
        return said
    known = DateRange(None, known_on + timedelta(days=1)) if known_on < date.max else DateRange()
    return said.intersect(known) or said
