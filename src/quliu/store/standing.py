"""What is known of a document's origin after all its sightings, whatever order they came in.

One text may come in several times: without a date, then with one; from two outlets. The text is one document
and never changes; every sighting is recorded; the standing is the best that they say together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TypeVar

from quliu.model import Document, Incoming, Origin
from quliu.model.codec import canonical_json, document_to_dict

__all__ = ["Reading", "Sighting", "Standing", "sighting_of", "stand", "weigh"]

Value = TypeVar("Value")

_RANK = {Origin.GIVEN: 0, Origin.TEXT: 1, Origin.UNKNOWN: 2}


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

    def tells(self) -> tuple[object, ...]:
        """Return all but the time of recording; a sighting that tells nothing new is not recorded again."""
        return self.source, self.title, self.publisher, self.url, self.published_on, self.dated_by

    def worth(self) -> tuple[int, date, str, str, str]:
        """Return the key that ranks sightings, the best first; when and where it was read play no part."""
        day = self.published_on or date.max
        return _RANK[self.dated_by], day, self.publisher or "", self.url or "", self.title or ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the sightings of a document say together.

    Attributes:
        known_on: the day the public could know: `published_on`, else the first day it was recorded.
    """

    title: str | None
    publisher: str | None
    url: str | None
    published_on: date | None
    dated_by: Origin
    known_on: date


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
        """Return the reading that an engine would make of a document as it stands."""
        told = {**document_to_dict(document), "text": None}
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
    )


def weigh(sightings: Sequence[Sighting]) -> Standing:
    """Return what one or more sightings say together.

    A date given by the reader of the file beats one found in the text, an earlier date a later one. Title,
    publisher and url are those of the best sighting that has them.
    """
    ranked = sorted(sightings, key=Sighting.worth)
    best = ranked[0]
    return Standing(
        title=_first(one.title for one in ranked),
        publisher=_first(one.publisher for one in ranked),
        url=_first(one.url for one in ranked),
        published_on=best.published_on,
        dated_by=best.dated_by,
        known_on=best.published_on or min(one.recorded_at for one in ranked).astimezone(UTC).date(),
    )


def stand(document: Document, standing: Standing) -> Document:
    """Return the document with the origin that its standing gives it."""
    return replace(
        document,
        title=standing.title,
        publisher=standing.publisher,
        url=standing.url,
        published_on=standing.published_on,
        dated_by=standing.dated_by,
    )


def _first(values: Iterable[Value | None]) -> Value | None:
    return next((value for value in values if value is not None), None)
