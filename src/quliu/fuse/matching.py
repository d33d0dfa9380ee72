"""Which claims tell the same move: the same or nested organisations on the sides both name, at one time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from quliu.fuse.events import Event, Place
from quliu.model import DateRange, Side
from quliu.resolve.orgs import Organisations, OrgRef
from quliu.resolve.roles import is_founding, roles_agree

# Two dates for leaving one employer this close are one departure told twice, not two; nobody in the gold
# leaves, returns and leaves again within half a year.
CONFLICT_DAYS = 183
_NEWS_DAYS = 366  # an undated arrival told longer than this after a dated one is another, if in another role
_FAR = date.max.toordinal()


@dataclass(slots=True)
class Group:
    """Claims taken for one move so far; `when` is what all that overlap leave.

    `seen` holds what they say of each side, each wording once: a thousand copies of a story say it once.
    """

    when: DateRange
    events: list[Event] = field(default_factory=list)
    seen: dict[Side, dict[Place, None]] = field(default_factory=lambda: {side: {} for side in Side})

    def add(self, event: Event) -> None:
        """Take in one more claim."""
        self.when = self.when.intersect(event.when) or self.when
        self.events.append(event)
        for side, place in event.sides():
            if not place.is_blank:
                self.seen[side][place] = None

    def places(self, side: Side) -> list[Place]:
        """Return what every claim says of one side."""
        found = (event.out if side is Side.OUT else event.into for event in self.events)
        return [place for place in found if place is not None and not place.is_blank]


@dataclass(frozen=True, slots=True)
class _Turn:
    """A dated arrival or departure that changes the employer."""

    side: Side
    org: OrgRef
    when: DateRange


@dataclass(frozen=True, slots=True, order=True)
class Fit:
    """How well a claim fits a group; the greatest wins."""

    overlaps: bool
    shared_sides: int
    same_orgs: int
    same_roles: int
    closeness: int


class Matcher:
    """Groups the moves of one person."""

    def __init__(self, events: Iterable[Event], orgs: Organisations) -> None:
        self._orgs = orgs
        self._events = sorted(events, key=_order)
        self._turns = tuple(dict.fromkeys(self._find_turns()))

    def group(self) -> list[Group]:
        """Return the groups; whatever order the events came in."""
        groups: list[Group] = []
        for event in self._events:
            fits = [
                (fit, -n) for n, group in enumerate(groups) if (fit := self._fit(group, event)) is not None
            ]
            if fits:
                groups[-max(fits)[1]].add(event)
            else:
                groups.append(Group(event.when))
                groups[-1].add(event)
        return groups

    def is_internal(self, event: Event) -> bool:
        """Tell whether a move stays within one organisation."""
        out = event.out.org if event.out else None
        into = event.into.org if event.into else None
        return out is not None and into is not None and self._orgs.are_nested(out, into)

    def _fit(self, group: Group, event: Event) -> Fit | None:
        sides = self._shared_sides(group, event)
        if not sides:
            return None
        overlaps = group.when.intersect(event.when) is not None
        if not (overlaps or self._may_differ(group, event)):
            return None
        if self._is_later_turn(group, event) or _is_later_post(group, event):
            return None
        pairs = [(place, other) for side, place in sides for other in group.seen[side]]
        return Fit(
            overlaps,
            len(sides),
            sum(_same_org(place, other) for place, other in pairs),
            sum(roles_agree(place.role, other.role) for place, other in pairs),
            -_distance(group.when, event),
        )

    def _shared_sides(self, group: Group, event: Event) -> list[tuple[Side, Place]] | None:
        """Return the sides that both name; None when they contradict each other."""
        shared = []
        for side, place in event.sides():
            others = group.seen[side]
            if place.is_blank or not others:
                continue
            if not all(self._compatible(place, other) for other in others):
                return None
            shared.append((side, place))
        return shared if self._same_nature(group, event, shared) else None

    def _same_nature(self, group: Group, event: Event, shared: Sequence[tuple[Side, Place]]) -> bool:
        """Tell a change of post inside an employer from joining or leaving it.

        A claim that names one side only may tell of the inner change when it names the same role.
        """
        inner = self.is_internal(event)
        if any(self.is_internal(told) for told in group.events) == inner:
            return True
        halves = group.events if inner else [event]
        agreeing = (
            roles_agree(place.role, other.role) for side, place in shared for other in group.seen[side]
        )
        return all(len(half.sides()) == 1 for half in halves) and any(agreeing)

    def _compatible(self, place: Place, other: Place) -> bool:
        if place.org is not None and other.org is not None:
            return self._orgs.are_nested(place.org, other.org)
        if place.org is None and other.org is None:
            return roles_agree(place.role, other.role)
        return is_founding(place.role) == is_founding(other.role)

    def _may_differ(self, group: Group, event: Event) -> bool:
        """Tell whether two times that do not overlap may still be one move, dated differently."""
        if event.is_against or all(told.is_against for told in group.events):
            return False
        if _gap(group.when, event.when) > CONFLICT_DAYS:
            return False
        low, high = sorted((group.when, event.when), key=lambda when: when.last)
        return not self._opposite_between(event, low, high)

    def _is_later_turn(self, group: Group, event: Event) -> bool:
        """Tell whether a claim of a recent departure follows a return that the group's departure precedes."""
        if not event.recent or event.out is None:
            return False
        return self._opposite_between(event, group.when, DateRange.day(event.known_on))

    def _opposite_between(self, event: Event, low: DateRange, high: DateRange) -> bool:
        places = {side: place.org for side, place in event.sides() if place.org is not None}
        return any(
            side is not turn.side and self._orgs.are_nested(turn.org, org)
            for turn in self._turns
            if low.last < turn.when.first and turn.when.last < high.first
            for side, org in places.items()
        )

    def _find_turns(self) -> Iterator[_Turn]:
        for event in self._events:
            if event.definite and not event.is_against and not self.is_internal(event):
                for side, place in event.sides():
                    if place.org is not None:
                        yield _Turn(side, place.org, event.when)


def deepest(refs: Sequence[OrgRef], orgs: Organisations) -> OrgRef | None:
    """Return the most specific of nested organisations, the most frequent among equals."""
    if not refs:
        return None
    count = Counter(refs)
    depth = {ref: sum(orgs.is_within(ref, other) for other in count) for ref in count}
    return min(count, key=lambda ref: (-depth[ref], -count[ref], ref.id, ref.name))


def _order(event: Event) -> tuple[object, ...]:
    """Put firm ground first: definite before vague, narrow before wide, full before half, denials last."""
    rank = 0 if event.definite else 1 if not event.when.is_open else 2
    width = event.when.last.toordinal() - event.when.first.toordinal()
    filled = sum(place.org is not None for _, place in event.sides())
    return event.is_against, rank, width, -filled, event.when.first, event.known_on, event.claim


def _gap(one: DateRange, other: DateRange) -> int:
    first, second = sorted((one, other), key=lambda when: when.first)
    return max(0, (second.first - first.last).days)


def _distance(when: DateRange, event: Event) -> int:
    """Return how long after the group's days a claim without a date was known; news is mostly recent."""
    if event.definite or when.is_open:
        return 0 if event.definite else _FAR
    return abs((event.known_on - when.last).days)


def _is_later_post(group: Group, event: Event) -> bool:
    """Tell whether an undated arrival in a role that the group does not know is news of long after it."""
    role = event.into.role if event.into else None
    known = [place.role for place in group.seen[Side.INTO]]
    if event.definite or role is None or not known or group.when.is_open:
        return False
    late = event.known_on.toordinal() - group.when.last.toordinal() > _NEWS_DAYS
    return late and not any(roles_agree(role, other) for other in known)


def _same_org(place: Place, other: Place) -> bool:
    return place.org is not None and other.org is not None and place.org.id == other.org.id
