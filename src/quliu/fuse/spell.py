"""A tenure being gathered: one stretch in one post, with what the claims add to it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date

from quliu.fuse.belief import strongest, weigh
from quliu.fuse.events import Event
from quliu.fuse.moves import choose_role
from quliu.model import (
    ClaimId,
    DateRange,
    EntityId,
    Stance,
    Support,
    Tenure,
    TenureId,
)
from quliu.resolve.orgs import OrgRef
from quliu.resolve.roles import roles_agree

_ID_DIGITS = 12
# The kinds of claim that identify a tenure, the best first: its id stays while weaker ones come and go.
_ANCHORS = (Stance.STARTS, Stance.ENDS, Stance.HOLDS, Stance.AGAINST)


@dataclass(slots=True)
class Spell:
    """What is known so far of one stretch in one post.

    Attributes:
        move: id of the fused move that starts it; None when none does.
        lent: claims that bear on it only since they deny its end; they may bear on several, so none names it.
        firm_end: whether what ends it counts as having happened.
        days: days on which a source surely places the person in the post.
    """

    org: OrgRef | None
    start: DateRange | None = None
    end: DateRange | None = None
    move: str | None = None
    firm_end: bool = False
    roles: list[tuple[str, str]] = field(default_factory=list)
    titles: list[tuple[str, str]] = field(default_factory=list)
    lent: set[ClaimId] = field(default_factory=set)
    days: set[date] = field(default_factory=set)
    supports: dict[tuple[ClaimId, Stance], Event] = field(default_factory=dict)

    @property
    def role(self) -> str | None:
        """The role that moves give, else the one that holdings give."""
        return choose_role(self.roles) or choose_role(self.titles)

    def has_role(self, role: str | None) -> bool:
        """Tell whether a role agrees with one that a source gives the person in this post."""
        return any(roles_agree(role, known) for known in {known for _, known in (*self.roles, *self.titles)})

    def add(self, event: Event, stance: Stance) -> None:
        """Let a claim bear on the tenure."""
        self.supports[event.claim, stance] = event

    @property
    def is_told(self) -> bool:
        """Whether any claim speaks for it."""
        return any(stance is not Stance.AGAINST for _, stance in self.supports)

    def lend(self, event: Event) -> None:
        """Let the denial of its end speak for it."""
        self.add(event, Stance.HOLDS)
        self.lent.add(event.claim)

    def begins_by(self, day: date) -> bool:
        """Tell whether it may have begun by a day."""
        return self.start is None or self.start.first <= day

    def finish(self, person: EntityId) -> Tenure:
        """Return the tenure."""
        supports = [Support(claim, stance) for claim, stance in self.supports]
        events = list(self.supports.values())
        told = [event.status for event in events if not event.is_against]
        return Tenure(
            id=self._id(person),
            person=person,
            org=self.org.id if self.org else None,
            org_name=self.org.name if self.org else None,
            parent=self.org.parent if self.org else None,
            role=self.role,
            start=self._start(),
            end=self.end,
            attested=self._attested(),
            status=strongest(told or [event.status for event in events]),
            belief=weigh(self._witnesses()),
            supports=tuple(sorted(supports, key=lambda s: (_ANCHORS.index(s.stance), s.claim))),
        )

    def _witnesses(self) -> list[Event]:
        """Return the claims for the post and those against it; a denied departure is neither."""
        return [e for (_, stance), e in self.supports.items() if not e.is_against or stance is Stance.AGAINST]

    def _start(self) -> DateRange | None:
        """Return the start, not after the last day on which it may have ended."""
        if self.start is None or self.end is None:
            return self.start
        return self.start.intersect(DateRange(None, self.end.end)) or self.start

    def _attested(self) -> DateRange | None:
        """Return the hull of the attested days; an old title used after the end attests nothing."""
        days = [day for day in self.days if self.end is None or day < self.end.last]
        days = [day for day in days if self.begins_by(day)]
        return DateRange.day(min(days)).hull(DateRange.day(max(days))) if days else None

    def _id(self, person: EntityId) -> TenureId:
        own = ((claim, stance) for claim, stance in self.supports if claim not in self.lent)
        best = min((_ANCHORS.index(stance), claim) for claim, stance in own)
        text = "|".join((person, self.org.id if self.org else "", str(best[0]), best[1]))
        return TenureId("t-" + hashlib.sha256(text.encode()).hexdigest()[:_ID_DIGITS])
