"""Web archives: each page, text, PDF or feed that a server answered with is read by itself.

Where a record begins and ends is told here, so that a damaged one costs no more than itself and none is held
in memory that is too large; what is in it fastwarc tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from quliu.errors import InputError
from quliu.ingest.formats.extras import need
from quliu.ingest.formats.facts import parse_day
from quliu.ingest.formats.part import Hints, Outcome, Part

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

__all__ = ["read_warc"]

_TIMES = 32
_LINE = 65_536
_MAX_HEADER_LINES = 200
_SKIP = 1 << 20
_LENGTH = re.compile(rb"^content-length[ \t]*:[ \t]*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_TYPE = re.compile(rb"^warc-type[ \t]*:[ \t]*(\w+)", re.IGNORECASE | re.MULTILINE)
_TYPES = frozenset({b"response", b"resource", b"conversion"})
_NOT_TEXT = re.compile(
    r"(?:image|audio|video|font)/|text/(?:css|javascript)|application/(?:x-)?(?:javascript|ecmascript|font|wasm"
    r"|octet-stream|x-shockwave-flash|vnd\.ms-fontobject)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Record:
    """A record as it lies in the archive: its head with the blank line, and how long its block should be."""

    number: int
    head: bytes
    length: int | None

    @property
    def is_wanted(self) -> bool:
        found = _TYPE.search(self.head)
        return found is None or found[1].lower() in _TYPES


def read_warc(part: Part) -> Iterator[Outcome]:
    """Yield what the records of an archive hold."""
    need("fastwarc", "web")
    for record in _find_records(part):
        source = f"{part.source}!{record.number}"
        if record.length is None:
            yield part.reject("damaged", "the record does not say how long it is; get the page again", source)
        elif not record.is_wanted:
            _skip(part, record.length)
        elif record.length > _TIMES * part.options.max_bytes:
            _skip(part, record.length)
            yield part.reject("too-long", f"the record has {record.length:,} bytes; get it by itself", source)
        else:
            block = part.stream.read(record.length)
            if len(block) < record.length:
                yield part.reject("damaged", "the archive ends within the record; get it again", source)
                return
            yield from _open(part, record, block)


def _find_records(part: Part) -> Iterator[_Record]:
    """Yield the records, passing over what stands between them."""
    number = 0
    while line := part.stream.readline(_LINE):
        if not line.startswith(b"WARC/"):
            continue
        number += 1
        head = [line]
        while len(head) < _MAX_HEADER_LINES and (line := part.stream.readline(_LINE)).strip():
            head.append(line)
        joined = b"".join(head)
        length = _LENGTH.search(joined)
        yield _Record(number, joined + b"\r\n", int(length[1]) if length else None)


def _skip(part: Part, length: int) -> None:
    while length > 0 and (data := part.stream.read(min(length, _SKIP))):
        length -= len(data)


def _open(part: Part, record: _Record, block: bytes) -> Iterator[Outcome]:
    """Yield the part that a record holds, unless it is a picture, a redirect, a style sheet ..."""
    source = f"{part.source}!{record.number}"
    try:
        opened, payload = _payload(record.head + block, _TIMES * part.options.max_bytes)
    except InputError as error:
        yield part.reject(error.code, str(error), source)
        return
    except (OSError, ValueError) as error:
        yield part.reject("damaged", f"the record cannot be read: {error}; get the page again", source)
        return
    if not part.depth:
        part.budget.take(len(record.head) + len(block))
    part.budget.make(max(0, len(payload) - len(block)))
    status = opened.http_headers.status_code if opened.is_http else None
    answered = status is None or 200 <= status < 300
    kind = (opened.http_content_type if opened.is_http else opened.headers.get("Content-Type")) or ""
    if not answered or _NOT_TEXT.match(kind) or not payload:
        return
    url = (opened.headers.get("WARC-Target-URI") or "").strip("<> ") or None
    hints = Hints(url, opened.http_charset, parse_day(opened.headers.get("WARC-Date") or ""))
    yield part.inside(url or str(record.number), BytesIO(payload), hints)


def _payload(data: bytes, limit: int) -> tuple[WarcRecord, bytes]:
    """Return a record and what it holds, decoded as its HTTP header says."""
    warc_record = need("fastwarc.warc", "web").WarcRecord
    try:
        record: WarcRecord = warc_record.from_bytes(data)
        record.parse_http(auto_decode="all")
        payload = record.reader.read(limit + 1)
    except OSError:
        # Some crawlers store a page decoded under the header that says how it was encoded.
        record = warc_record.from_bytes(data)
        record.parse_http(auto_decode="none")
        payload = record.reader.read(limit + 1)
    if len(payload) > limit:
        raise InputError("too-long", f"the page has over {limit:,} bytes; raise the limit")
    return record, payload
