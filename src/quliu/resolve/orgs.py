"""Which organisation a name means: by the lexicon, through damage and compounds, else by the name itself.

What stays ambiguous is declined: the name then stands for itself, and the candidates are kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from quliu.lexicon import Lexicon, OrgEntry, OrgKind, normalise_name
from quliu.model import EntityId, Mention
from quliu.resolve.identity import is_han
from quliu.resolve.org_names import (
    COMPANY_TAILS,
    TEAM_TAILS,
    may_have_lost,
    name_forms,
    names_a_part,
    names_a_unit,
    splits,
    stands_in,
    stems,
)

_TEAM_KINDS = frozenset({OrgKind.TEAM, OrgKind.LAB, OrgKind.INSTITUTE})
_ID_DIGITS = 12
# Three characters are the least that name one organisation among the lexicon's; a name must keep three of
# four, or six of eight: 上海大学 is no damaged 上海交通大学.
_SHORTEST_DAMAGED = 3
_LONG_ENOUGH_FOR_TWO = 6
_MOST_LOST_IN_CONTEXT = 2


class OrgMatch(StrEnum):
    """How a name was taken for an organisation."""

    EXACT = "exact"
    CONTEXT = "context"
    COMPOUND = "compound"
    WORK = "work"
    RESTORED = "restored"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class OrgRef:
    """What an organisation's name means.

    Attributes:
        id: the lexicon id, else a stable id made from the name.
        name: the lexicon name, else the name as read.
        parent: the organisation it is part of, when known.
        how: how it was found.
        candidates: lexicon ids between which the name leaves no choice, sorted; empty when it was found.
    """

    id: EntityId
    name: str
    parent: EntityId | None = None
    how: OrgMatch = OrgMatch.EXACT
    candidates: tuple[str, ...] = ()


def resolve_org(
    name: str, surface: str, lexicon: Lexicon, *, beside: Collection[str] = frozenset()
) -> OrgRef:
    """Resolve an organisation's name, as read (`name`) and as written (`surface`).

    `beside` are the ids of organisations that the same document shows next to it; they settle names too
    short or too common to stand alone (讯 beside 腾讯混元 is 腾讯).
    """
    return organisations(lexicon).resolve(name, surface, frozenset(beside))


@lru_cache(maxsize=4)
def organisations(lexicon: Lexicon) -> Organisations:
    """Return the resolver of a lexicon, built once."""
    return Organisations(lexicon)


class Organisations:
    """Resolves names against one lexicon and compares what they mean. Remembers its answers."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._memo: dict[tuple[str, str, frozenset[str]], OrgRef] = {}
        self._whole = tuple(_whole_names(lexicon.orgs.values()))

    def resolve(self, name: str, surface: str, beside: frozenset[str]) -> OrgRef:
        """Resolve one name; see `resolve_org`."""
        key = (name, surface, beside)
        if key not in self._memo:
            self._memo[key] = self._resolve(key)
        return self._memo[key]

    def refs(self, mentions: Iterable[Mention]) -> dict[Mention, OrgRef]:
        """Resolve mentions of one document or story that stand together, each with the help of the others."""
        every = tuple(mentions)
        alone = [self.resolve(mention.name, mention.surface, frozenset()) for mention in every]
        beside = frozenset(ref.id for ref in alone if ref.how is not OrgMatch.UNKNOWN)
        refs = {mention: self.resolve(mention.name, mention.surface, beside) for mention in every}
        return {mention: _whole_of(ref, refs.values()) for mention, ref in refs.items()}

    def company(self, ref: OrgRef) -> EntityId:
        """Return the organisation at the top of the one meant."""
        return EntityId(self._lexicon.company_of(ref.parent or ref.id))

    def is_within(self, ref: OrgRef, other: OrgRef) -> bool:
        """Tell whether an organisation is another or a part of it."""
        if ref.id == other.id:
            return True
        if ref.parent is not None and self._lexicon.is_within(ref.parent, other.id):
            return True
        # Two names that the lexicon does not know have only their spelling to go by.
        unlisted = ref.id not in self._lexicon.orgs and other.id not in self._lexicon.orgs
        return unlisted and names_a_part(normalise_name(ref.name), normalise_name(other.name))

    def are_nested(self, ref: OrgRef, other: OrgRef) -> bool:
        """Tell whether one of the two is the other or a part of it."""
        return self.is_within(ref, other) or self.is_within(other, ref)

    def _resolve(self, key: tuple[str, str, frozenset[str]]) -> OrgRef:
        name, surface, beside = key
        forms = tuple(dict.fromkeys((*name_forms(name), *name_forms(surface))))
        # Each step speaks for all forms before a bolder one is tried.
        for step in (self._exact, self._in_context, self._compound, self._by_work, self._restored):
            for form in forms:
                if (found := step(form, beside)) is not None:
                    return found
        return self._unknown(forms, name)

    def _exact(self, form: str, _beside: frozenset[str]) -> OrgRef | None:
        if (entry := self._lexicon.find_org(form)) is not None:
            return _ref(entry, OrgMatch.EXACT)
        return self._stem(form, OrgMatch.EXACT)

    def _stem(self, form: str, how: OrgMatch) -> OrgRef | None:
        for stem in stems(form, COMPANY_TAILS):
            if (entry := self._lexicon.find_org(stem)) is not None:
                return _ref(entry, how)
        for stem in stems(form, TEAM_TAILS):
            entry = self._lexicon.find_org(stem)
            if entry is not None and entry.kind in _TEAM_KINDS:
                return _ref(entry, how)
        return None

    def _in_context(self, form: str, beside: frozenset[str]) -> OrgRef | None:
        if not beside:
            return None
        companies = {self._lexicon.company_of(org) for org in beside}
        near = [e for e in self._lexicon.find_orgs(form) if self._lexicon.company_of(e.id) in companies]
        if not near:
            damaged = normalise_name(form)
            lost = self._candidates(damaged, most=_MOST_LOST_IN_CONTEXT)
            near = [e for e in lost if e.id in beside or e.id in companies]
        return _ref(near[0], OrgMatch.CONTEXT) if len(near) == 1 else None

    def _compound(self, form: str, _beside: frozenset[str]) -> OrgRef | None:
        for lead, rest in splits(form):
            entry = self._lexicon.find_org(lead)
            if entry is not None and rest:
                return self._part(entry, rest, form)
        return None

    def _part(self, whole: OrgEntry, rest: str, form: str) -> OrgRef | None:
        rests = (rest, *stems(rest, COMPANY_TAILS))
        inside = {part.id for r in rests for part in self._named_parts(whole.id, normalise_name(r))}
        if len(inside) == 1:
            return _ref(self._lexicon.orgs[inside.pop()], OrgMatch.COMPOUND)
        works = (self._lexicon.find_work(r) for r in (rest, *stems(rest, TEAM_TAILS)))
        makers = {work.org for work in works if work is not None and work.org is not None}
        maker = next((m for m in sorted(makers) if self._lexicon.is_within(m, whole.id)), None)
        if maker is not None:
            return _ref(self._lexicon.orgs[maker], OrgMatch.COMPOUND)
        if not names_a_unit(rest):
            return None
        return OrgRef(_stable_id(form), form, EntityId(whole.id), OrgMatch.COMPOUND)

    def _named_parts(self, whole: str, rest: str) -> list[OrgEntry]:
        """Return the known parts of an organisation whose name stands in `rest`; only the longest names."""
        hits = [
            (len(spelling), part)
            for part in self._lexicon.orgs.values()
            if part.id != whole and self._lexicon.is_within(part.id, whole)
            for spelling in map(normalise_name, part.spellings)
            if len(spelling) > 1 and stands_in(spelling, rest)
        ]
        longest = max((length for length, _ in hits), default=0)
        return [part for length, part in hits if length == longest]

    def _by_work(self, form: str, _beside: frozenset[str]) -> OrgRef | None:
        for stem in (form, *stems(form, TEAM_TAILS)):
            work = self._lexicon.find_work(stem)
            if work is not None and work.org is not None:
                return _ref(self._lexicon.orgs[work.org], OrgMatch.WORK)
        return None

    def _restored(self, form: str, _beside: frozenset[str]) -> OrgRef | None:
        for stem in (form, *stems(form, TEAM_TAILS)):
            near = self._damaged(normalise_name(stem))
            if len(near) == 1:
                return _ref(near[0], OrgMatch.RESTORED)
        return None

    def _damaged(self, damaged: str) -> list[OrgEntry]:
        if len(damaged) < _SHORTEST_DAMAGED:
            return []
        return self._candidates(damaged, most=1 if len(damaged) < _LONG_ENOUGH_FOR_TWO else 2)

    def _candidates(self, damaged: str, *, most: int) -> list[OrgEntry]:
        if not is_han(damaged):
            return []
        ids = {org for spelling, org in self._whole if may_have_lost(damaged, spelling, most=most)}
        return [self._lexicon.orgs[org] for org in sorted(ids)]

    def _unknown(self, forms: tuple[str, ...], name: str) -> OrgRef:
        found = {e.id for form in forms for e in self._lexicon.find_orgs(form)}
        found |= {e.id for form in forms for e in self._candidates(normalise_name(form), most=1)}
        # 甲旗下乙实验室 says itself whose part it is.
        lead, link, rest = name.partition("旗下")
        whole = self._resolve((lead, lead, frozenset())).id if lead and link and names_a_unit(rest) else None
        return OrgRef(_stable_id(name), name, whole, OrgMatch.UNKNOWN, tuple(sorted(found)))


def _whole_names(entries: Iterable[OrgEntry]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        for spelling in dict.fromkeys(map(normalise_name, entry.spellings)):
            if is_han(spelling):
                yield spelling, entry.id


def _whole_of(ref: OrgRef, others: Iterable[OrgRef]) -> OrgRef:
    """Return what an unknown name means that another one beside it has whole: 星帆智 beside 星帆智能."""
    name = normalise_name(ref.name)
    if ref.how is not OrgMatch.UNKNOWN or len(name) < _SHORTEST_DAMAGED:
        return ref
    whole = {other.id: other for other in others if may_have_lost(name, normalise_name(other.name), most=1)}
    return next(iter(whole.values())) if len(whole) == 1 else ref


def _ref(entry: OrgEntry, how: OrgMatch) -> OrgRef:
    return OrgRef(EntityId(entry.id), entry.name, EntityId(entry.parent) if entry.parent else None, how)


def _stable_id(name: str) -> EntityId:
    key = normalise_name(name) or name
    return EntityId("o-" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:_ID_DIGITS])
