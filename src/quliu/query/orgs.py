"""An organisation as the sources show it: who is there, who left, who came later, who leads, its teams."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from quliu.fuse import Career
from quliu.lexicon import Lexicon
from quliu.model import Certainty, EntityId, Status, Tenure
from quliu.query.answer import Answer, Named, OrgPicture, Team, TenureFact
from quliu.query.cite import cite_tenures
from quliu.query.known import careers_known_on
from quliu.query.subjects import find_orgs, with_teams
from quliu.resolve import OrgRef
from quliu.store import Reader

_UNTRUE = (Status.DENIED, Status.NEGATED)


def describe_org(
    reader: Reader, name: str, lexicon: Lexicon, *, as_of: date | None = None, known_on: date | None = None
) -> Answer[OrgPicture]:
    """Return the picture of every organisation that a name may mean, teams included; none without people.

    Args:
        reader: a snapshot of the ledger.
        name: any name of the organisation.
        lexicon: the organisations.
        as_of: the day to look at; without it the latest that is known.
        known_on: use only what was public by the end of this day.
    """
    pictures = [
        _describe(reader, ref, lexicon, as_of=as_of, known_on=known_on) for ref in find_orgs(name, lexicon)
    ]
    found = tuple(picture for picture in pictures if picture is not None)
    return Answer({"name": name, "as_of": as_of, "known_on": known_on}, found, len(found))


def _describe(
    reader: Reader, ref: OrgRef, lexicon: Lexicon, *, as_of: date | None, known_on: date | None
) -> OrgPicture | None:
    orgs = with_teams(ref.id, lexicon)
    careers = _careers_at(reader, orgs, lexicon, known_on)
    people = {career.person.id: career.person for career in careers}
    tenures = [tenure for career in careers for tenure in career.tenures if _is_at(tenure, orgs)]
    facts = cite_tenures(reader, tenures, people=people, as_of=as_of)
    return _arrange(ref, _by_time(facts), lexicon, as_of) if facts else None


def _is_at(tenure: Tenure, orgs: Collection[EntityId]) -> bool:
    """Tell whether a tenure is at one of these or in a part of one that no lexicon lists."""
    return tenure.org in orgs or tenure.parent in orgs


def _careers_at(
    reader: Reader, orgs: Collection[EntityId], lexicon: Lexicon, known_on: date | None
) -> tuple[Career, ...]:
    if known_on is not None:
        return careers_known_on(reader, lexicon, reader.blocks_at(orgs, known_on), known_on)
    return reader.careers(reader.people_at(orgs))


def _by_time(facts: Sequence[TenureFact]) -> list[TenureFact]:
    """Return tenures in the order in which they ended; those that go on, in the order in which they began."""
    return sorted(facts, key=lambda fact: (_last_day(fact), _first_day(fact), fact.person.name, fact.id))


def _last_day(fact: TenureFact) -> date:
    return fact.end.last if fact.end is not None else date.max


def _first_day(fact: TenureFact) -> date:
    """Return the first day tied to a tenure, the last possible one where its first is open."""
    days = [known.start or known.last for known in (fact.start, fact.attested) if known is not None]
    return days[0] if days else date.max


def _arrange(ref: OrgRef, facts: Sequence[TenureFact], lexicon: Lexicon, as_of: date | None) -> OrgPicture:
    held = [fact for fact in facts if fact.status not in _UNTRUE]
    people = [fact for fact in held if _is_there(fact)]
    people.sort(key=lambda fact: fact.certainty is not Certainty.YES)
    named = (fact.org for fact in facts if fact.org is not None and fact.org.id == ref.id)
    return OrgPicture(
        org=next(named, Named(ref.id, ref.name)),
        parent=_name_parent(ref, lexicon),
        people=tuple(people),
        left=tuple(fact for fact in held if _has_left(fact, as_of)),
        joined_later=tuple(fact for fact in held if as_of and fact.start and fact.start.first > as_of),
        leadership=tuple(fact for fact in held if is_head(fact.role, lexicon)),
        teams=_count_teams(ref, people),
    )


def _name_parent(ref: OrgRef, lexicon: Lexicon) -> Named | None:
    if ref.parent is None:
        return None
    entry = lexicon.orgs.get(ref.parent)
    return Named(ref.parent, entry.name if entry else ref.parent)


def _is_there(fact: TenureFact) -> bool:
    """Tell whether the person may have been there on the day; without a day, whether no sure end is known."""
    return fact.certainty is not Certainty.NO if fact.certainty else not _is_over(fact)


def _is_over(fact: TenureFact) -> bool:
    """Tell whether it ended for sure; an end that is only rumoured or planned is open, it may never come."""
    return fact.end is not None and fact.end.end is not None


def _has_left(fact: TenureFact, as_of: date | None) -> bool:
    return fact.end is not None and _is_over(fact) and (as_of is None or fact.end.last <= as_of)


def is_head(role: str | None, lexicon: Lexicon) -> bool:
    """Tell whether a role is that of a head: 负责人, CEO, founder, but no 副院长, no adviser to a CEO."""
    if not role:
        return False
    words = lexicon.words["roles"]
    folded = role.casefold()
    heads = ("founder", *words.get("founder", ()), *words.get("leader", ()))
    leads = any(word.casefold() in folded for word in heads)
    return leads and not any(word.casefold() in folded for word in words.get("below", ()))


def _count_teams(ref: OrgRef, people: Sequence[TenureFact]) -> tuple[Team, ...]:
    """Return the parts in which people are, by name."""
    members: dict[Named, set[EntityId]] = defaultdict(set)
    for fact in people:
        if fact.org is not None and fact.org.id != ref.id:
            members[fact.org].add(fact.person.id)
    return tuple(Team(org, len(members[org])) for org in sorted(members, key=lambda org: (org.name, org.id)))
