"""Whom and what a question names: people by any name they were seen under, organisations, groups."""

from __future__ import annotations

from datetime import date

from quliu.errors import UsageError
from quliu.fuse import Career
from quliu.lexicon import GroupEntry, Lexicon
from quliu.model import Entity, EntityId
from quliu.query.known import careers_known_on
from quliu.resolve import OrgRef, normalise_person, resolve_org
from quliu.resolve.identity import is_han
from quliu.store import Reader
from quliu.text.repair import repair


def read_name(name: str) -> str:
    """Return a name as the ledger spells it: simplified script, no pinyin, no stray spaces."""
    return repair(name.strip()).text.strip()


def find_people(reader: Reader, name: str, *, known_on: date | None, lexicon: Lexicon) -> tuple[Career, ...]:
    """Return everyone whom a name may mean, as known by a day or today.

    People seen under exactly this name win; else those whose name it becomes by adding or dropping a surname,
    as damaged articles do. Several people of one name are several careers.
    """
    wanted = read_name(name)
    if not wanted:
        return ()
    if known_on is None:
        return reader.careers(reader.entities_named(wanted) or _find_similar(reader, wanted))
    careers = careers_known_on(reader, lexicon, reader.blocks_named(wanted), known_on)
    exact = tuple(career for career in careers if _is_seen_as(career.person, wanted))
    return exact or tuple(career for career in careers if _is_like(career.person, wanted))


def _find_similar(reader: Reader, wanted: str) -> tuple[Entity, ...]:
    claims = reader.claims_in_blocks(reader.blocks_named(wanted))
    links = reader.links([claim.id for claim in claims])
    people = reader.entities({link.entity for link in links})
    return tuple(person for person in people if _is_like(person, wanted))


def _is_seen_as(person: Entity, wanted: str) -> bool:
    return normalise_person(wanted) in map(normalise_person, person.names)


def _is_like(person: Entity, wanted: str) -> bool:
    return any(_is_tail(normalise_person(wanted), normalise_person(name)) for name in person.names)


def _is_tail(one: str, other: str) -> bool:
    """Tell whether one name is the end of the other: 知秋 of 易知秋, altman of sam altman."""
    shorter, longer = sorted((one, other), key=len)
    if is_han(longer):
        return len(shorter) >= 2 and longer.endswith(shorter)
    return f" {longer}".endswith(f" {shorter}")


def find_orgs(name: str, lexicon: Lexicon) -> tuple[OrgRef, ...]:
    """Return every organisation that a name may mean; one unknown to the lexicon stands for itself."""
    wanted = read_name(name)
    entries = lexicon.find_orgs(name) or lexicon.find_orgs(wanted)
    if not entries:
        return (resolve_org(wanted, name, lexicon),)
    return tuple(
        OrgRef(EntityId(entry.id), entry.name, EntityId(entry.parent) if entry.parent else None)
        for entry in entries
    )


def with_teams(org: EntityId, lexicon: Lexicon) -> frozenset[EntityId]:
    """Return an organisation and all that the lexicon knows to be part of it."""
    parts = (EntityId(part) for part in lexicon.orgs if lexicon.is_within(part, org))
    return frozenset((org, *parts))


def find_group(name: str, lexicon: Lexicon) -> GroupEntry:
    """Return the group of this name.

    Raises:
        UsageError: the lexicon has none; the message names those it has.
    """
    found = lexicon.find_group(name) or lexicon.find_group(read_name(name))
    if found is None:
        known = ", ".join(group.name for group in lexicon.groups.values()) or "none"
        raise UsageError(f"no group is called {name}; there are: {known}; add your own with --lexicon DIR")
    return found
