"""From a text to a Document: options before metadata, metadata before what the text shows of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from quliu.errors import InputError
from quliu.ingest.header import Header, read_header
from quliu.ingest.options import ReadOptions
from quliu.model.document import Document, Origin, document_id
from quliu.text.language import detect_language
from quliu.text.mojibake import mend

__all__ = ["Metadata", "build_document"]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What came along with a text, as in a JSON line or in the tags of a page.

    Attributes:
        dated_by: where `published_on` was learned.
        fetched_on: a day on which the text was public already.
    """

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published_on: date | None = None
    dated_by: Origin = Origin.GIVEN
    author: str | None = None
    fetched_on: date | None = None


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
    told = header.published_on if metadata.published_on is None else metadata.published_on
    return Document(
        id=document_id(text),
        text=text,
        language=detect_language(text),
        title=metadata.title or header.title,
        publisher=options.publisher or metadata.publisher or header.publisher,
        url=options.url or metadata.url or header.url,
        published_on=options.published_on or told,
        dated_by=_origin(options, metadata, told),
    )


def refuse_long(text: str, max_bytes: int) -> None:
    """Raise InputError `too-long` when the UTF-8 form of a text is larger than `max_bytes`."""
    if 4 * len(text) > max_bytes and len(text.encode("utf-8", "surrogatepass")) > max_bytes:
        raise InputError("too-long", f"more than {max_bytes:,} bytes of text; split it or raise the limit")


def _origin(options: ReadOptions, metadata: Metadata, told: date | None) -> Origin:
    if options.published_on is not None:
        return Origin.GIVEN
    if metadata.published_on is not None:
        return metadata.dated_by
    return Origin.TEXT if told is not None else Origin.UNKNOWN
