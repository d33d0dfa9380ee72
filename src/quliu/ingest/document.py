"""From a text to a Document: options before metadata, metadata before what the text shows of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from quliu.errors import InputError
from quliu.ingest.address import find_url_date
from quliu.ingest.header import Header, read_header
from quliu.ingest.options import ReadOptions
from quliu.ingest.publisher import Outlet, Publishing
from quliu.model.document import Document, Origin, document_id
from quliu.text.language import detect_language
from quliu.text.mojibake import mend

__all__ = ["Metadata", "build_document"]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What came along with a text, as in a JSON line or in the tags of a page.

    Attributes:
        dated_by: where `published_on` was learned, and `date_evidence` by which words.
        fetched_on: a day on which the text was public already.
        named_by: where `publisher` was learned, and `publisher_evidence` by which words. One that was given
            stands; another is who shows the text, and what the text says of its source goes before it.
        byline: what lines of the page tell that are not in the text.
    """

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published_on: date | None = None
    dated_by: Origin = Origin.GIVEN
    author: str | None = None
    fetched_on: date | None = None
    date_evidence: str | None = None
    named_by: Origin = Origin.GIVEN
    publisher_evidence: str | None = None
    byline: Header | None = None


def build_document(text: str, options: ReadOptions, metadata: Metadata | None = None) -> Document:
    """Return the Document of a text, read right where it was once decoded wrongly.

    Raises:
        InputError: `too-long`, `mojibake`.
    """
    refuse_long(text, options.max_bytes)
    text = mend(text)
    metadata = metadata or Metadata()
    known = (metadata.title, metadata.publisher, metadata.published_on, metadata.url)
    header = read_header(text) if None in known else Header()
    headers = [header, *([metadata.byline] if metadata.byline else [])]
    url = options.url or metadata.url or next((one.url for one in headers if one.url), None)
    return Document(
        id=document_id(text),
        text=text,
        language=detect_language(text),
        title=metadata.title or headers[0].title,
        url=url,
        **_dating(options, metadata, headers, url),
        **_publishing(options, metadata, headers),
    )


def refuse_long(text: str, max_bytes: int) -> None:
    """Raise InputError `too-long` when the UTF-8 form of a text is larger than `max_bytes`."""
    if 4 * len(text) > max_bytes and len(text.encode("utf-8", "surrogatepass")) > max_bytes:
        raise InputError("too-long", f"more than {max_bytes:,} bytes of text; split it or raise the limit")


class _Dating(TypedDict):
    published_on: date | None
    dated_by: Origin
    date_evidence: str | None


class _Publishing(TypedDict):
    publisher: str | None
    named_by: Origin
    publisher_evidence: str | None
    reposted_by: str | None


def _dating(options: ReadOptions, metadata: Metadata, headers: Sequence[Header], url: str | None) -> _Dating:
    if options.published_on is not None:
        return _dated(options.published_on, Origin.GIVEN, None)
    if metadata.published_on is not None:
        return _dated(metadata.published_on, metadata.dated_by, metadata.date_evidence)
    for header in headers:
        if header.published_on is not None:
            return _dated(header.published_on, header.dated_by, header.date_evidence)
    found = find_url_date(url)
    return _dated(found[0], Origin.URL, found[1]) if found else _dated(None, Origin.UNKNOWN, None)


def _dated(day: date | None, origin: Origin, evidence: str | None) -> _Dating:
    return _Dating(published_on=day, dated_by=origin, date_evidence=evidence)


def _publishing(options: ReadOptions, metadata: Metadata, headers: Sequence[Header]) -> _Publishing:
    """Return the publisher, who reposts it, and how that was learned."""
    if options.publisher:
        return _published(options.publisher, Origin.GIVEN)
    if metadata.publisher and metadata.named_by is Origin.GIVEN:
        return _published(metadata.publisher, Origin.GIVEN)
    site = Outlet(metadata.publisher, metadata.publisher_evidence or "") if metadata.publisher else None
    named_by = {header.publishing.shown_by: header.named_by for header in reversed(headers)}
    told = Publishing(
        next((one.publishing.original for one in headers if one.publishing.original), None),
        site or next((one.publishing.shown_by for one in headers if one.publishing.shown_by), None),
    )
    outlet, reposter = told.publisher, told.reposter
    if outlet is None:
        return _published(None, Origin.UNKNOWN)
    origin = metadata.named_by if outlet is site else named_by.get(outlet, Origin.TEXT)
    return _published(outlet.name, origin, outlet.evidence or None, reposter.name if reposter else None)


def _published(
    name: str | None, origin: Origin, evidence: str | None = None, reposted_by: str | None = None
) -> _Publishing:
    return _Publishing(publisher=name, named_by=origin, publisher_evidence=evidence, reposted_by=reposted_by)
