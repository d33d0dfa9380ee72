"""What is known of a document's origin after all its sightings, whatever order they came in.

One text may come in several times: without a date, then with one; from two outlets. The text is one document
and never changes; every sighting is recorded; the standing is the best that they say together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

from quliu.model import DateRange, Document, Incoming, Origin
from quliu.model.codec import canonical_json

__all__ = ["Reading", "Sighting", "Standing", "sighting_of", "stand", "weigh"]

Value = TypeVar("Value")

_RANK = {origin: rank for rank, origin in enumerate(Origin)}


@dataclass(frozen=True, slots=True)
class Sighting:
    """One time that a text came in, and what was said of its origin."""

    source: str
    title: str | None
    publisher: str | None
    url: str | None
    published_on: date | None
    dated_by: Origin
    recorded_at: datetime
    date_evidence: str | None = None
    named_by: Origin = Origin.UNKNOWN
    publisher_evidence: str | None = None
    reposted_by: str | None = None

    def tells(self) -> tuple[object, ...]:
        """Return all but the time of recording; a sighting that tells nothing new is not recorded again."""
        naming = (self.publisher, self.named_by, self.publisher_evidence, self.reposted_by)
        dating = (self.published_on, self.dated_by, self.date_evidence)
        return (self.source, self.title, self.url, *naming, *dating)

    def worth(self) -> tuple[int, date, str, str, str]:
        """Return the key that ranks sightings, the best first; when and where it was read play no part."""
        day = self.published_on or date.max
        return _RANK[self.dated_by], day, self.publisher or "", self.url or "", self.title or ""

    def worth_of_naming(self) -> tuple[object, ...]:
        """Return the key that ranks sightings by how sure the publisher is, then as `worth` does.

        One that tells who reposts knows that its publisher is the first.
        """
        sure = 0 if self.named_by is Origin.GIVEN else 1 if self.reposted_by is not None else 2
        told = (self.reposted_by or "", self.publisher_evidence or "", self.named_by)
        return self.publisher is None, sure, *self.worth(), *told


@dataclass(frozen=True, slots=True)
class Standing:
    """What the sightings of a document say together.

    Attributes:
        known_on: the day the public could know: `published_on`, else the first day it was recorded.
        published_within: as in `Document`; inferred from the text, not from any sighting.
    """

    title: str | None
    publisher: str | None
    url: str | None
    published_on: date | None
    dated_by: Origin
    known_on: date
    date_evidence: str | None = None
    published_within: DateRange | None = None
    named_by: Origin = Origin.UNKNOWN
    publisher_evidence: str | None = None
    reposted_by: str | None = None

    def inferring(self, within: DateRange | None) -> Standing:
        """Return the standing of a document of which no sighting has a date, with the days its text allows.

        It was public by the day it was recorded.
        """
        until = DateRange(None, self.known_on + timedelta(days=1))
        possible = within.intersect(until) if within and self.published_on is None else None
        if possible is None:
            return self
        return replace(self, published_within=possible, dated_by=Origin.INFERRED)


@dataclass(frozen=True, slots=True)
class Reading:
    """Which engine read a document, and what it took the document's origin to be.

    A document is read again when any of this changes: dates in a text depend on the day it was published.
    """

    engine: str
    engine_version: str
    read_as: str

    @classmethod
    def of(cls, document: Document, engine: str, engine_version: str) -> Reading:
        """Return the reading that an engine would make of a document as it stands.

        What is inferred from what was read plays no part, nor do the words that told what is known.
        """
        dated_by = document.dated_by if document.published_on else Origin.UNKNOWN
        told = {
            "id": document.id,
            "title": document.title,
            "publisher": document.publisher,
            "url": document.url,
            "published_on": document.published_on.isoformat() if document.published_on else None,
            "dated_by": dated_by.value,
            "language": document.language.value,
            "text": None,
        }
        return cls(engine, engine_version, hashlib.sha256(canonical_json(told).encode()).hexdigest()[:16])


def sighting_of(incoming: Incoming, recorded_at: datetime) -> Sighting:
    """Return what an incoming document says of its origin."""
    document = incoming.document
    return Sighting(
        source=incoming.source,
        title=document.title,
        publisher=document.publisher,
        url=document.url,
        published_on=document.published_on,
        dated_by=document.dated_by if document.published_on else Origin.UNKNOWN,
        recorded_at=recorded_at,
        date_evidence=document.date_evidence if document.published_on else None,
        named_by=document.named_by if document.publisher else Origin.UNKNOWN,
        publisher_evidence=document.publisher_evidence if document.publisher else None,
        reposted_by=document.reposted_by,
    )


def weigh(sightings: Sequence[Sighting]) -> Standing:
    """Return what one or more sightings say together.

    A date given by the reader of the file beats one found in the text, an earlier date a later one. Title
    and url are those of the best sighting that has them; so is the publisher, but one that was given comes
    first, and one that is known to be reposted before one that may itself repost.
    """
    ranked = sorted(sightings, key=Sighting.worth)
    best = ranked[0]
    naming = min(sightings, key=Sighting.worth_of_naming)
    return Standing(
        title=_first(one.title for one in ranked),
        publisher=naming.publisher,
        url=_first(one.url for one in ranked),
        published_on=best.published_on,
        dated_by=best.dated_by,
        known_on=best.published_on or min(one.recorded_at for one in ranked).astimezone(UTC).date(),
        date_evidence=min((words for one in ranked if (words := _words_for(one, best))), default=None),
        named_by=naming.named_by,
        publisher_evidence=naming.publisher_evidence,
        reposted_by=naming.reposted_by,
    )


def condense(sightings: Sequence[Sighting]) -> tuple[Sighting, ...]:
    """Return six sightings at most that say together, and together with any others, what all of them say."""
    ranked = sorted(sightings, key=Sighting.worth)
    worded = [(words, at) for at, one in enumerate(ranked) if (words := _words_for(one, ranked[0]))]
    telling = (
        ranked[0],
        min(ranked, key=Sighting.worth_of_naming),
        ranked[min(worded)[1]] if worded else None,
        _first(one if one.title is not None else None for one in ranked),
        _first(one if one.url is not None else None for one in ranked),
        min(ranked, key=lambda one: one.recorded_at),
    )
    return tuple(dict.fromkeys(one for one in telling if one is not None))


def stand(document: Document, standing: Standing) -> Document:
    """Return the document with the origin that its standing gives it."""
    return replace(
        document,
        title=standing.title,
        publisher=standing.publisher,
        url=standing.url,
        published_on=standing.published_on,
        dated_by=standing.dated_by,
        date_evidence=standing.date_evidence,
        published_within=standing.published_within,
        named_by=standing.named_by,
        publisher_evidence=standing.publisher_evidence,
        reposted_by=standing.reposted_by,
    )


def _words_for(sighting: Sighting, best: Sighting) -> str | None:
    """Return the words that tell the same day in the same way as the best sighting."""
    same = (sighting.published_on, sighting.dated_by) == (best.published_on, best.dated_by)
    return sighting.date_evidence if same else None


def _first(values: Iterable[Value | None]) -> Value | None:
    return next((value for value in values if value is not None), None)
