"""A Document: immutable text with what is known of its origin."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from quliu.model.when import DateRange

DocumentId = NewType("DocumentId", str)
StoryId = NewType("StoryId", str)


class Language(StrEnum):
    """The languages quliu tells apart, as BCP 47 tags."""

    HANS = "zh-Hans"
    HANT = "zh-Hant"
    ENGLISH = "en"
    OTHER = "und"


class Origin(StrEnum):
    """Where a document's date or publisher was learned, the surest first.

    `GIVEN` by whoever handed the text over, `META` in tags of the page or headers of the message, `TEXT` in
    lines that readers see, `URL` in the address, `INFERRED` from the times that the text tells of.
    """

    GIVEN = "given"
    META = "meta"
    TEXT = "text"
    URL = "url"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Document:
    """One text as a reader would see it, before any repair.

    Attributes:
        publisher: who published it first, where that is told; else who shows it.
        reposted_by: who shows it, where that is another than `publisher`.
        published_on: None when nobody says it; it is never guessed.
        dated_by: where `published_on` was learned; `INFERRED` where only `published_within` is known.
        date_evidence: the words that tell the day, or the name of the tag and its value.
        published_within: days on one of which it was published, as its own times let one infer; None where
            the day is known or nothing can be inferred.
        named_by: where `publisher` was learned, and `publisher_evidence` by which words.
    """

    id: DocumentId
    text: str
    language: Language
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published_on: date | None = None
    dated_by: Origin = Origin.UNKNOWN
    date_evidence: str | None = None
    published_within: DateRange | None = None
    named_by: Origin = Origin.UNKNOWN
    publisher_evidence: str | None = None
    reposted_by: str | None = None


def document_id(text: str) -> DocumentId:
    """Return the id of a text: 32 hex digits of the SHA-256 of its UTF-8 bytes."""
    return DocumentId(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32])
