"""Moves as they happened: each put together from all claims that tell it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quliu.fuse.belief import WEIGHTS, strongest, weigh
from quliu.fuse.career import FusedMove, FusedPost, MoveId, StatusStep
from quliu.fuse.events import Event
from quliu.fuse.matching import Group, Matcher, deepest
from quliu.model import DateRange, EntityId, Side, Status
from quliu.resolve.orgs import Organisations, OrgRef

_ID_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Fusion:
    """A fused move with what it was made of, for the tenures."""

    move: FusedMove
    out: OrgRef | None
    into: OrgRef | None
    events: tuple[Event, ...]

    @property
    def told(self) -> tuple[Event, ...]:
        """The claims for it."""
        return tuple(event for event in self.events if not event.is_against)

    @property
    def denied(self) -> tuple[Event, ...]:
        """The claims against it."""
        return tuple(event for event in self.events if event.is_against)

    @property
    def is_firm(self) -> bool:
        """Whether it counts as having happened: confirmed, or reported and not denied."""
        status = self.move.status
        return status is Status.CONFIRMED or (status is Status.REPORTED and not self.denied)


def fuse_moves(person: EntityId, events: Iterable[Event], orgs: Organisations) -> tuple[Fusion, ...]:
    """Return the moves that one person's claims tell, in order of time."""
    matcher = Matcher((event for event in events if event.sides()), orgs)
    fusions = [_fuse(person, group, orgs) for group in matcher.group()]
    return tuple(sorted(fusions, key=lambda f: (f.move.when.last, f.move.when.first, f.move.id)))


def _fuse(person: EntityId, group: Group, orgs: Organisations) -> Fusion:
    events = tuple(sorted(group.events, key=lambda event: (event.known_on, event.claim)))
    told = tuple(event for event in events if not event.is_against)
    when, others = _times(told or events)
    out, into = (_org(group, side, orgs) for side in Side)
    move = FusedMove(
        id=MoveId("m-" + _digest(min(event.claim for event in events))),
        person=person,
        out=_post(group, Side.OUT, out),
        into=_post(group, Side.INTO, into),
        when=when,
        other_whens=others,
        status=strongest(event.status for event in told or events),
        history=tuple(StatusStep(event.known_on, event.status, event.claim) for event in events),
        belief=weigh(events),
        claims=tuple(sorted(event.claim for event in told)),
        against=tuple(sorted(event.claim for event in events if event.is_against)),
        known_on=events[0].known_on,
    )
    return Fusion(move, out, into, events)


def choose_role(roles: Iterable[tuple[str, str]]) -> str | None:
    """Return the role that most witnesses give, the fullest among equals."""
    witnesses: dict[str, set[str]] = defaultdict(set)
    for witness, role in roles:
        witnesses[role].add(witness)
    return min(witnesses, key=lambda role: (-len(witnesses[role]), -len(role), role), default=None)


def _org(group: Group, side: Side, orgs: Organisations) -> OrgRef | None:
    return deepest([place.org for place in group.places(side) if place.org is not None], orgs)


def _post(group: Group, side: Side, org: OrgRef | None) -> FusedPost | None:
    sided = [(event.witness, place) for event in group.events for s, place in event.sides() if s is side]
    if not sided:
        return None
    roles = [(witness, place.role) for witness, place in sided if place.role is not None]
    return FusedPost(
        org=org.id if org else None,
        org_name=org.name if org else None,
        parent=org.parent if org else None,
        role=choose_role(roles),
        roles=tuple(sorted({role for _, role in roles})),
    )


@dataclass(slots=True)
class _Option:
    """One answer to the question when, and the weight of the witnesses who give it."""

    when: DateRange
    weights: dict[str, float]

    @property
    def support(self) -> float:
        return round(sum(sorted(self.weights.values())), 6)


def _times(events: Sequence[Event]) -> tuple[DateRange, tuple[DateRange, ...]]:
    """Return the best supported days, and what disagreeing sources say instead.

    Sources whose days overlap agree, and narrow each other down. A source that names no definite time follows
    the others; it makes an answer of its own only where it overlaps none.
    """
    options: list[_Option] = []
    for event in sorted(events, key=_definite_first):
        weight = WEIGHTS[event.status] * event.confidence * (1.0 if event.definite else 0.0)
        for option in options:
            if (both := option.when.intersect(event.when)) is not None:
                option.when = both
                option.weights[event.witness] = max(weight, option.weights.get(event.witness, 0.0))
                break
        else:
            options.append(_Option(event.when, {event.witness: weight}))
    best = min(options, key=lambda o: (-o.support, o.when.first, o.when.last))
    others = (option.when for option in options if option is not best)
    return best.when, tuple(sorted(others, key=lambda when: (when.first, when.last)))


def _definite_first(event: Event) -> tuple[object, ...]:
    width = event.when.last.toordinal() - event.when.first.toordinal()
    return not event.definite, event.when.is_open, width, event.when.first, event.claim


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_ID_DIGITS]
