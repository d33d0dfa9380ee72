"""A Document: immutable text with what is known of its origin."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

DocumentId = NewType("DocumentId", str)
StoryId = NewType("StoryId", str)


class Language(StrEnum):
    """The languages quliu tells apart, as BCP 47 tags."""

    HANS = "zh-Hans"
    HANT = "zh-Hant"
    ENGLISH = "en"
    OTHER = "und"


class Origin(StrEnum):
    """Where a document's date or publisher was learned."""

    GIVEN = "given"
    TEXT = "text"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Document:
    """One text as a reader would see it, before any repair.

    `published_on` is None when neither the reader of the file nor the text says it; it is never guessed.
    """

    id: DocumentId
    text: str
    language: Language
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published_on: date | None = None
    dated_by: Origin = Origin.UNKNOWN


def document_id(text: str) -> DocumentId:
    """Return the id of a text: 32 hex digits of the SHA-256 of its UTF-8 bytes."""
    return DocumentId(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32])
