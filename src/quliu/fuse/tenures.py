"""Tenures from moves and holdings: a move into a post starts one, a move out of it ends one.

Starts come first, then ends, then holdings; within each, everything in order of time, so that the order of
the claims never matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from quliu.fuse.events import Event, Place
from quliu.fuse.moves import Fusion
from quliu.fuse.spell import Spell
from quliu.model import DateRange, EntityId, Side, Stance, Status, Tenure
from quliu.resolve.orgs import Organisations, OrgRef

_FIRM = frozenset({Status.CONFIRMED, Status.REPORTED})
# News of an arrival tells how things stand when it is written; a career line about years ago does not.
_NEWS_DAYS = timedelta(days=92)
# A holding dated to about a month places the person there on all its days; a longer one on some unknown day.
_EXACT_DAYS = 31
# Outlets go on using an old title; later than this after the end it must be another stretch.
_STALE_DAYS = timedelta(days=366)


def build_tenures(
    person: EntityId, fusions: Sequence[Fusion], events: Iterable[Event], orgs: Organisations
) -> tuple[Tenure, ...]:
    """Return a person's tenures, in order of time."""
    builder = _Builder(orgs)
    for fusion in fusions:
        builder.start(fusion)
    for fusion in fusions:
        if fusion.told:
            builder.end(fusion)
    held = [event for event in events if event.held is not None]
    for event in sorted(held, key=lambda e: (e.former, e.is_against, e.known_on, e.claim)):
        builder.hold(event)
    for fusion in fusions:
        builder.deny_end(fusion)
    tenures = (spell.finish(person) for spell in builder.spells if spell.supports)
    return tuple(sorted(tenures, key=_order))


class _Builder:
    """Gathers the spells of one person."""

    def __init__(self, orgs: Organisations) -> None:
        self._orgs = orgs
        self.spells: list[Spell] = []

    def start(self, fusion: Fusion) -> None:
        """Start a spell where the move has a known side `into`."""
        post = fusion.move.into
        if post is None or (post.org is None and post.role is None):
            return
        spell = Spell(fusion.into, start=fusion.move.when, move=fusion.move.id)
        spell.roles = _roles(fusion, Side.INTO)
        for event in fusion.events:
            if event.into is not None or event.is_against:
                spell.add(event, Stance.AGAINST if event.is_against else Stance.STARTS)
                spell.days |= _arrival_days(event)
        self.spells.append(spell)

    def end(self, fusion: Fusion) -> None:
        """End what the side `out` ends; a post of which no start is known becomes a spell without one."""
        if fusion.out is None:
            return
        found = self._ended_by(fusion, fusion.out)
        again = [] if found else self._ended_before(fusion, fusion.out)
        if not found and not again:
            found = [Spell(fusion.out)]
            self.spells += found
        for spell in found:
            spell.end, spell.firm_end = _end(fusion), fusion.is_firm
            spell.org = self._deeper(spell.org, fusion.out) if len(found) == 1 else spell.org
        for spell in found or again:
            spell.roles += _roles(fusion, Side.OUT)
            for event in fusion.told:
                if event.out is not None:
                    spell.add(event, Stance.ENDS)

    def hold(self, event: Event) -> None:
        """Let a holding bear on the spell it fits; start one of unknown bounds where it fits none."""
        place = event.held
        if place is None or place.is_blank:
            return
        spell = self._held_by(event, place)
        if spell is None:
            spell = Spell(place.org)
            self.spells.append(spell)
        spell.org = self._deeper(spell.org, place.org)
        spell.titles += [(event.witness, place.role)] if place.role else []
        spell.add(event, Stance.AGAINST if event.is_against else Stance.HOLDS)
        if event.is_against or event.status not in _FIRM:
            return
        if event.former:
            spell.end = spell.end or _over_by(event.known_on, spell.start)
        else:
            spell.days |= _held_days(event)

    def deny_end(self, fusion: Fusion) -> None:
        """Let a denied departure speak for the post that was not left."""
        if fusion.out is None or not fusion.denied:
            return
        for spell in self.spells:
            ended = any((event.claim, Stance.ENDS) in spell.supports for event in fusion.told)
            open_there = not fusion.told and spell.end is None and self._nested(spell.org, fusion.out)
            if spell.is_told and spell.move != fusion.move.id and (ended or open_there):
                for event in fusion.denied:
                    spell.lend(event)

    def _ended_by(self, fusion: Fusion, org: OrgRef) -> list[Spell]:
        """Return the spells that a departure ends: in each post inside what is left, the latest begun.

        Leaving a company ends the posts in its teams. Leaving a team ends the post in the company only where
        no post in the team itself is known.
        """
        open_now = [spell for spell in self.spells if not spell.firm_end and self._may_end(spell, fusion)]
        inside = [s for s in open_now if s.org is not None and self._orgs.is_within(s.org, org)]
        around = [s for s in open_now if s.org is not None and self._orgs.is_within(org, s.org)]
        found = inside or around
        role = _left_role(fusion)
        if fusion.into is not None and self._orgs.are_nested(org, fusion.into):
            found = [s for s in found if s.role is None or s.has_role(role) or role is None] or found
        found = [s for s in found if _begin(s)[0] < fusion.move.when.first] or found
        latest: dict[str, Spell] = {}
        for spell in sorted(found, key=_begin):
            latest[spell.org.id if spell.org else ""] = spell
        return list(latest.values())

    def _may_end(self, spell: Spell, fusion: Fusion) -> bool:
        """Tell whether a spell may be what a departure ends: begun by then, and not by the same move.

        An undated arrival in another role that was told only after the departure came after it.
        """
        when = fusion.move.when
        if spell.move == fusion.move.id or not spell.begins_by(when.last):
            return False
        role = _left_role(fusion)
        undated = spell.start is not None and spell.start.start is None and spell.start.last > when.last
        return not (undated and role is not None and spell.role is not None and not spell.has_role(role))

    def _ended_before(self, fusion: Fusion, org: OrgRef) -> list[Spell]:
        """Return the spells whose known end is this departure too, told with another destination."""
        return [
            spell
            for spell in self.spells
            if spell.end is not None
            and spell.move != fusion.move.id
            and self._nested(spell.org, org)
            and spell.end.intersect(fusion.move.when) is not None
        ]

    def _held_by(self, event: Event, place: Place) -> Spell | None:
        fits = [spell for spell in self.spells if self._may_hold(spell, event, place)]
        return max(fits, key=lambda spell: self._closeness(spell, event, place), default=None)

    def _may_hold(self, spell: Spell, event: Event, place: Place) -> bool:
        if place.org is None or spell.org is None:
            return place.org is None and spell.org is None and spell.has_role(place.role)
        if not self._orgs.are_nested(spell.org, place.org) or not spell.begins_by(_day(event)):
            return False
        deeper = spell.org.id != place.org.id and self._orgs.is_within(place.org, spell.org)
        if deeper and not spell.has_role(place.role) and spell.role is not None:
            return False
        if event.former:
            return not self._returns(spell, event) and (spell.end is not None or self._ends(spell, place))
        return spell.end is None or spell.end.end is None or _day(event) < spell.end.end + _STALE_DAYS

    def _returns(self, spell: Spell, event: Event) -> bool:
        """Tell whether one document says both "former" and "joined": then the joining is a return."""
        starts = (e for (_, stance), e in spell.supports.items() if stance is Stance.STARTS)
        return spell.end is None and any(start.document == event.document for start in starts)

    def _ends(self, spell: Spell, place: Place) -> bool:
        """Tell whether a post held formerly ends a spell: not one in another role, nor a wider one."""
        if spell.org is None or place.org is None or not self._orgs.is_within(spell.org, place.org):
            return False
        return spell.role is None or place.role is None or spell.has_role(place.role)

    def _closeness(self, spell: Spell, event: Event, place: Place) -> tuple[object, ...]:
        same = spell.org is not None and place.org is not None and spell.org.id == place.org.id
        over = spell.end is not None and spell.end.last <= _day(event)
        return over == event.former, spell.has_role(place.role), same, _begin(spell)

    def _deeper(self, org: OrgRef | None, other: OrgRef | None) -> OrgRef | None:
        if org is None or other is None:
            return org or other
        return other if self._orgs.is_within(other, org) else org

    def _nested(self, org: OrgRef | None, other: OrgRef) -> bool:
        return org is not None and self._orgs.are_nested(org, other)


def _roles(fusion: Fusion, side: Side) -> list[tuple[str, str]]:
    sides = ((event.witness, s, place) for event in fusion.told for s, place in event.sides())
    return [(witness, place.role) for witness, s, place in sides if s is side and place.role]


def _left_role(fusion: Fusion) -> str | None:
    return fusion.move.out.role if fusion.move.out else None


def _end(fusion: Fusion) -> DateRange:
    """Return when the departure was; one that is only rumoured, planned or denied may never come."""
    when = fusion.move.when
    return when if fusion.is_firm else DateRange(when.start, None)


def _over_by(day: date, start: DateRange | None) -> DateRange:
    """Return when a post ended that was over by a day, and did not end before it began."""
    over = DateRange(None, day + timedelta(days=1))
    return (over.intersect(DateRange(start.start, None)) or over) if start else over


def _arrival_days(event: Event) -> set[date]:
    """Return the days on which news of an arrival places the person in the new post."""
    if event.status not in _FIRM or not event.definite:
        return set()
    arrived = event.when.last
    fresh = arrived <= event.known_on <= arrived + _NEWS_DAYS
    return {arrived, event.known_on} if fresh else set()


def _held_days(event: Event) -> set[date]:
    if not event.definite:
        return {event.known_on} if event.when.end is None or event.when.contains(event.known_on) else set()
    exact = (event.when.last - event.when.first).days < _EXACT_DAYS
    return {event.when.first, event.when.last} if exact else set()


def _day(event: Event) -> date:
    return min(event.when.last, event.known_on)


def _begin(spell: Spell) -> tuple[date, date, str]:
    start = spell.start or DateRange()
    first = min((claim for claim, _ in spell.supports), default="")
    return start.first, start.last if spell.start else date.min, first


def _order(tenure: Tenure) -> tuple[object, ...]:
    """Sort by the first day known of a tenure; one that only ended comes before one that began that day."""
    start, end, seen = tenure.start, tenure.end, tenure.attested
    begun = (start.start or start.last) if start else None
    first = begun or (end or seen or DateRange()).first
    return first, start is not None, end.last if end else date.max, tenure.id
