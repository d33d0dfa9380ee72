"""The lexicon in memory: entries by id, and look-ups by any spelling. No I/O; `load` builds it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from quliu.lexicon.entries import Entry, GroupEntry, OrgEntry, OutletEntry, WorkEntry

E = TypeVar("E", bound=Entry)

Words = Mapping[str, Mapping[str, tuple[str, ...]]]
"""File name without suffix -> class of words -> the words, in file order."""

_DROPPED = re.compile(r"[\s.‐‑‒–—_·・•'’\"“”《》「」『』\u200b\ufeff-]+")


@lru_cache(maxsize=1 << 15)
def normalise_name(name: str) -> str:
    """Return the form under which two spellings of a name are one.

    NFKC (full-width forms become half-width), case folded, without spaces, dots, hyphens and quotation marks.
    May be empty.
    """
    if name.isascii():
        return _DROPPED.sub("", name.casefold())
    folded = _DROPPED.sub("", unicodedata.normalize("NFKC", name).casefold())
    # Folding and dropping can bring an accent next to its letter.
    return unicodedata.normalize("NFKC", folded)


@dataclass(frozen=True, slots=True)
class _Index:
    """Normalised spelling -> ids: those that claim it outright, those that it may mean."""

    certain: Mapping[str, str]
    ambiguous: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> _Index:
        certain: dict[str, str] = {}
        ambiguous: dict[str, tuple[str, ...]] = {}
        for entry in entries:
            for spelling in entry.certain:
                certain.setdefault(normalise_name(spelling), entry.id)
            for key in dict.fromkeys(map(normalise_name, entry.ambiguous)):
                ambiguous[key] = (*ambiguous.get(key, ()), entry.id)
        return cls(certain, ambiguous)

    def find(self, name: str) -> str | None:
        """Return the one id that the name means, None when there is none or there are several."""
        key = normalise_name(name)
        if key in self.certain:
            return self.certain[key]
        candidates = self.ambiguous.get(key, ())
        return candidates[0] if len(candidates) == 1 else None

    def find_all(self, name: str) -> tuple[str, ...]:
        """Return every id that the name may mean, the certain one first."""
        key = normalise_name(name)
        certain = (self.certain[key],) if key in self.certain else ()
        return tuple(dict.fromkeys((*certain, *self.ambiguous.get(key, ()))))


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Organisations, works, groups and outlets by id, and classes of words.

    Built by `load_lexicon`, which guarantees that ids resolve, parents form no cycle and no two entries of
    one kind claim one spelling. Compared and hashed by identity.

    `find_*` expects a string that is known to be such a name; it therefore also takes an ambiguous spelling
    that only one entry lists. To find names in running text use `Entry.certain` and `Entry.ambiguous`.
    """

    orgs: Mapping[str, OrgEntry]
    works: Mapping[str, WorkEntry]
    groups: Mapping[str, GroupEntry]
    outlets: Mapping[str, OutletEntry]
    words: Words
    _orgs: _Index = field(init=False, repr=False)
    _works: _Index = field(init=False, repr=False)
    _groups: _Index = field(init=False, repr=False)
    _outlets: _Index = field(init=False, repr=False)

    def __post_init__(self) -> None:
        for kind in ("orgs", "works", "groups", "outlets"):
            object.__setattr__(self, f"_{kind}", _Index.of(getattr(self, kind).values()))

    @property
    def digest(self) -> str:
        """A hash of all that the lexicon says: 16 hex digits, equal for equal contents."""
        return _digest(self)

    def find_org(self, name: str) -> OrgEntry | None:
        """Return the organisation with this name or alias."""
        return _entry(self.orgs, self._orgs.find(name))

    def find_orgs(self, name: str) -> tuple[OrgEntry, ...]:
        """Return every organisation that the name may mean, the certain one first (AI Lab: several)."""
        return tuple(self.orgs[org_id] for org_id in self._orgs.find_all(name))

    def find_work(self, name: str) -> WorkEntry | None:
        """Return the work with this name or alias."""
        return _entry(self.works, self._works.find(name))

    def find_group(self, name: str) -> GroupEntry | None:
        """Return the group with this name or alias."""
        return _entry(self.groups, self._groups.find(name))

    def find_outlet(self, name: str) -> OutletEntry | None:
        """Return the outlet with this name or alias."""
        return _entry(self.outlets, self._outlets.find(name))

    def lineage(self, org_id: str) -> Iterator[str]:
        """Yield the organisation, the one it is part of, and so on; nothing for an unknown id."""
        current: str | None = org_id if org_id in self.orgs else None
        while current is not None:
            yield current
            current = self.orgs[current].parent

    def company_of(self, org_id: str) -> str:
        """Return the organisation at the top of the one given; an unknown id is its own."""
        *_, top = (org_id, *self.lineage(org_id))
        return top

    def is_within(self, org_id: str, ancestor_id: str) -> bool:
        """Tell whether an organisation is another or a part of it."""
        return org_id == ancestor_id or ancestor_id in self.lineage(org_id)

    def teams_of(self, org_id: str) -> tuple[OrgEntry, ...]:
        """Return the organisations directly under one, in file order."""
        return tuple(org for org in self.orgs.values() if org.parent == org_id)


@lru_cache(maxsize=4)
def _digest(lexicon: Lexicon) -> str:
    entries = (lexicon.orgs, lexicon.works, lexicon.groups, lexicon.outlets)
    words = [(name, dict(classes)) for name, classes in lexicon.words.items()]
    told = repr([[list(kind.values()) for kind in entries], words])
    return hashlib.sha256(told.encode("utf-8", "backslashreplace")).hexdigest()[:16]


def _entry(entries: Mapping[str, E], entry_id: str | None) -> E | None:
    return None if entry_id is None else entries[entry_id]
