"""RSS and Atom: one document an entry, with its own title, address and date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from time import struct_time
from typing import Any

from quliu.errors import InputError
from quliu.ingest.document import Metadata
from quliu.ingest.formats.extras import need
from quliu.ingest.formats.facts import parse_day
from quliu.ingest.formats.page import declared_charset, page_text, under_title
from quliu.ingest.formats.part import Outcome, Part
from quliu.model.document import Origin
from quliu.model.incoming import Incoming, Reject
from quliu.text.decode import decode
from quliu.text.mojibake import mend

__all__ = ["Entry", "read_entry", "read_feed"]

_TIMES = 8
_XML = re.compile(r"\s*<\?xml.*?\?>", re.DOTALL)
_END = re.compile(r"</(?:[\w.-]+:)?(?:rss|feed|rdf|channel)\s*>", re.IGNORECASE)
_MARKUP = re.compile(r"<[a-zA-Z/!]|&#?\w+;")
_TYPE = {"content-type": "application/xml; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed, as it tells of itself; its text is plain or in HTML."""

    title: str | None
    link: str | None
    publisher: str | None
    author: str | None
    published_on: date | None
    text: str | None
    html: str | None


def read_entry(part: Part, number: int, entry: Entry) -> Incoming | Reject:
    """Return the document of an entry, or why it has none; its raw bytes are its text as the feed has it."""
    source = f"{part.source}!{entry.link or number}"
    raw = (entry.html or entry.text or entry.title or "").encode("utf-8", "replace")
    try:
        body = entry.text or _plain(entry.html or "")
        title = _plain(entry.title or "")
        text = under_title(body, title or None).strip()
        if not text:
            raise InputError("empty", "the entry has no text; read the page that it names")
        metadata = Metadata(
            title=title or None,
            author=entry.author,
            publisher=entry.publisher,
            url=entry.link,
            published_on=entry.published_on,
            dated_by=Origin.META,
            date_evidence="date of the entry" if entry.published_on else None,
            named_by=Origin.META,
            publisher_evidence="title of the feed" if entry.publisher else None,
        )
        made = part.document(text, raw, metadata)
        return Incoming(source, made.document, made.raw)
    except InputError as error:
        return Reject(source, "ingest", error.code, str(error))


def read_feed(part: Part) -> Iterator[Outcome]:
    """Yield a document or a reject for each entry."""
    data = part.whole(_TIMES)
    text = mend(decode(data, (*part.declared, *declared_charset(data))))
    feed = _parse(_XML.sub("", text, count=1).encode("utf-8", "replace"))
    if not feed.entries:
        reason = f": {feed.bozo_exception}" if feed.bozo else ""
        raise InputError("empty", f"the feed has no entries{reason}; get it again later")
    for number, entry in enumerate(feed.entries, start=1):
        yield read_entry(part, number, _entry(entry, feed.feed))
    if not _END.search(text):
        yield part.reject("damaged", "the feed is cut off in or behind its last entry; get it again")


def _parse(data: bytes) -> Any:
    parse = need("feedparser", "web").parse
    try:
        # As a stream: a string or bytes it would take for an address or a path, and go there.
        return parse(BytesIO(data), response_headers=_TYPE, sanitize_html=False, resolve_relative_uris=False)
    except (LookupError, AttributeError, TypeError, ValueError, RecursionError) as error:
        message = f"not a whole feed: {type(error).__name__}: {error}; get it again"
        raise InputError("damaged", message) from error


def _entry(entry: Mapping[str, object], feed: Mapping[str, object]) -> Entry:
    contents = entry.get("content")
    longest = max((_string(one, "value") for one in _dicts(contents)), key=len, default="")
    origin = entry.get("source")
    origin = origin if isinstance(origin, dict) else {}
    return Entry(
        title=_string(entry, "title") or None,
        link=_string(entry, "link") or None,
        publisher=_string(origin, "title") or _string(feed, "title") or None,
        author=_string(entry, "author") or None,
        published_on=_day(entry),
        text=None,
        html=max(longest, _string(entry, "summary"), key=len) or None,
    )


def _day(entry: Mapping[str, object]) -> date | None:
    """Return the day as the feed writes it: in its own zone, not in UTC."""
    for key in ("published", "updated"):
        if day := parse_day(_string(entry, key)):
            return day
        parsed = entry.get(f"{key}_parsed")
        if isinstance(parsed, struct_time):
            return date(parsed.tm_year, parsed.tm_mon, parsed.tm_mday)
    return None


def _plain(text: str) -> str:
    return page_text(text) if _MARKUP.search(text) else text.strip()


def _dicts(value: object) -> Iterator[Mapping[str, object]]:
    if isinstance(value, list):
        yield from (one for one in value if isinstance(one, dict))


def _string(row: Mapping[str, object], key: str) -> str:
    value = row.get(key)
    return value.strip() if isinstance(value, str) else ""
