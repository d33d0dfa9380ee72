"""JSON that is not in lines: a feed, an array of documents, or one document."""

from __future__ import annotations

import json
from collections.abc import Iterator

from quliu.errors import InputError
from quliu.ingest.formats.facts import parse_day
from quliu.ingest.formats.feed import Entry, read_entry
from quliu.ingest.formats.part import Outcome, Part
from quliu.ingest.jsonlines import read_json_row, without_halves
from quliu.text.decode import decode

__all__ = ["read_json"]

_TIMES = 16


def read_json(part: Part) -> Iterator[Outcome]:
    """Yield the documents of a JSON text."""
    data = part.whole(_TIMES)
    try:
        value = json.loads(decode(data, part.declared))
    except (ValueError, RecursionError) as error:
        raise InputError("not-json", f"begins as JSON but is none: {error}; get it again") from error
    if isinstance(value, dict) and "jsonfeed.org" in str(value.get("version")):
        yield from _read_feed(part, value)
    elif isinstance(value, list):
        for number, row in enumerate(value, start=1):
            raw = json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogatepass")
            yield read_json_row(f"{part.source}!{number}", row, raw, part.options)
    else:
        yield read_json_row(part.source, value, data, part.options)


def _read_feed(part: Part, feed: dict[str, object]) -> Iterator[Outcome]:
    items = feed.get("items")
    if not isinstance(items, list) or not items:
        raise InputError("empty", "the feed has no entries; get it again later")
    for number, item in enumerate(items, start=1):
        entry = item if isinstance(item, dict) else {}
        yield read_entry(
            part,
            number,
            Entry(
                title=_string(entry, "title"),
                link=_string(entry, "url") or _string(entry, "external_url"),
                publisher=_string(feed, "title"),
                author=_author(entry),
                published_on=parse_day(_string(entry, "date_published") or ""),
                text=_string(entry, "content_text"),
                html=_string(entry, "content_html") or _string(entry, "summary"),
            ),
        )


def _author(entry: dict[str, object]) -> str | None:
    authors = entry.get("authors")
    first = authors[0] if isinstance(authors, list) and authors else entry.get("author")
    return _string(first, "name") if isinstance(first, dict) else None


def _string(row: dict[str, object], key: str) -> str | None:
    value = row.get(key)
    return without_halves(value).strip() or None if isinstance(value, str) else None
