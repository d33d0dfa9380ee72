"""What the lexicon knows: one frozen value per entry of a data file. No I/O, no look-up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quliu.model import DateRange


class OrgKind(StrEnum):
    """What an organisation is."""

    COMPANY = "company"
    TEAM = "team"
    LAB = "lab"
    FUND = "fund"
    UNIVERSITY = "university"
    INSTITUTE = "institute"
    MEDIA = "media"
    GOVERNMENT = "government"
    PLATFORM = "platform"


class WorkKind(StrEnum):
    """What a work is."""

    MODEL = "model"
    PRODUCT = "product"
    PROJECT = "project"


class OutletKind(StrEnum):
    """What a publisher is."""

    NEWSPAPER = "newspaper"
    MAGAZINE = "magazine"
    BROADCASTER = "broadcaster"
    WIRE = "wire"
    BLOG = "blog"
    PLATFORM = "platform"


@dataclass(frozen=True, slots=True)
class Entry:
    """What every entry has.

    Attributes:
        id: ASCII kebab-case, stable; the ledger stores it.
        name: the canonical name, as answers print it.
        aliases: other spellings that mean nothing but this entry.
        source: where the knowledge comes from.
        ambiguous: spellings that also mean something else (小鹏, Flow, X); a reader may take one for this
            entry only with supporting context. May repeat `name`, when the name itself is such a spelling.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    source: str
    ambiguous: tuple[str, ...]

    @property
    def certain(self) -> tuple[str, ...]:
        """The spellings that mean this entry wherever they stand, `name` first."""
        names = (self.name, *self.aliases)
        return tuple(name for name in names if name not in self.ambiguous) if self.ambiguous else names

    @property
    def spellings(self) -> tuple[str, ...]:
        """All spellings, `name` first, each once."""
        return tuple(dict.fromkeys((self.name, *self.aliases, *self.ambiguous)))


@dataclass(frozen=True, slots=True, kw_only=True)
class OrgEntry(Entry):
    """An organisation.

    `parent` is the id of the organisation it is part of; `country` an ISO 3166-1 alpha-2 code, the
    parent's unless the entry gives its own.
    """

    kind: OrgKind
    parent: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkEntry(Entry):
    """A model, product or project; `org` is the id of the organisation that makes it."""

    kind: WorkKind
    org: str | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """An organisation in a group from `since` (inclusive) until `until` (exclusive); None leaves it open."""

    org: str
    since: date | None = None
    until: date | None = None

    @property
    def during(self) -> DateRange:
        """The days of the membership."""
        return DateRange(self.since, self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupEntry(Entry):
    """A by-name for several organisations, such as 六小虎."""

    members: tuple[Membership, ...]

    def members_on(self, day: date) -> tuple[str, ...]:
        """Return the ids of the organisations that belong to the group on a day, in file order."""
        return tuple(m.org for m in self.members if m.during.contains(day))


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletEntry(Entry):
    """A publisher of news."""

    kind: OutletKind
