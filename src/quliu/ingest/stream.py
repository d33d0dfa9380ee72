"""One stream of bytes to Documents: the one door, whatever format is in it."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import BinaryIO

from quliu.errors import InputError
from quliu.ingest.formats.budget import BOMB
from quliu.ingest.formats.feed import read_feed
from quliu.ingest.formats.folders import read_tar, read_zip
from quliu.ingest.formats.lines import has_lines, line_limit, read_lines
from quliu.ingest.formats.mail import read_mail
from quliu.ingest.formats.packed import read_bzip2, read_gzip
from quliu.ingest.formats.page import read_page
from quliu.ingest.formats.part import NO_HINTS, Hints, Part, Reader
from quliu.ingest.formats.pdf import read_pdf
from quliu.ingest.formats.peeked import Peeked
from quliu.ingest.formats.plain import read_text, refuse
from quliu.ingest.formats.sitemap import read_sitemap
from quliu.ingest.formats.sniff import HEAD_BYTES, Kind, sniff, sniff_packed
from quliu.ingest.formats.structured import read_json
from quliu.ingest.formats.warc import read_warc
from quliu.ingest.options import ReadOptions
from quliu.model.incoming import Incoming, Reject

__all__ = ["Stream"]

_log = logging.getLogger(__name__)

_READERS: Mapping[Kind, Reader] = MappingProxyType(
    {
        Kind.TEXT: read_text,
        Kind.PAGE: read_page,
        Kind.FEED: read_feed,
        Kind.JSON: read_json,
        Kind.SITEMAP: read_sitemap,
        Kind.MAIL: read_mail,
        Kind.PDF: read_pdf,
        Kind.WARC: read_warc,
        Kind.GZIP: read_gzip,
        Kind.BZIP2: read_bzip2,
        Kind.ZIP: read_zip,
        Kind.TAR: read_tar,
        Kind.XML: refuse,
        Kind.OTHER_ARCHIVE: refuse,
    }
)


@dataclass(frozen=True, slots=True)
class Stream:
    """An open source.

    Attributes:
        source: its name, for what is read from it.
        size: how many bytes it has at least; 0 when that is not known.
        hints: what came along with it.
    """

    source: str
    stream: BinaryIO
    options: ReadOptions
    size: int = 0
    hints: Hints = NO_HINTS

    def read(self) -> Iterator[Incoming | Reject]:
        """Yield a document or a reject for each text, in order."""
        return _read(Part(self.source, Peeked(self.stream), self.options, self.size, self.hints))


def _read(part: Part) -> Iterator[Incoming | Reject]:
    """Read a part and the parts within it; whatever is wrong with one is its reject."""
    is_empty = True
    try:
        for outcome in _reader(part)(part):
            is_empty = False
            if isinstance(outcome, Part):
                yield from _read(outcome)
            else:
                yield outcome
        if is_empty:
            yield part.reject("empty", "no text, page, feed or message is in it; get it again")
    except InputError as error:
        if error.code == BOMB and part.depth:
            raise
        yield part.reject(error.code, str(error))
    except OSError as error:
        yield part.reject(
            "unreadable", f"cannot be read: {error.strerror or error}; try again, or get it again"
        )
    except Exception:
        # A library met bytes that nobody thought of; the run must go on and the source must not disappear.
        _log.exception("stage=ingest source=%s", part.source)
        yield part.reject(
            "failed", "the reader failed on it (see the log); save it as plain text and read that"
        )


def _reader(part: Part) -> Reader:
    packed = sniff_packed(part.stream.peek_line(line_limit(part) + 1))
    if packed is not None:
        return _READERS[packed]
    if has_lines(part):
        return read_lines
    head = part.stream.peek(HEAD_BYTES + 1)
    return _READERS[sniff(head[:HEAD_BYTES], is_all=len(head) <= HEAD_BYTES)]
