"""What a feed or a sitemap names."""

from __future__ import annotations

import re
import zlib
from typing import IO
from urllib.parse import urljoin

from quliu.ingest.formats.sniff import HEAD_BYTES, Kind, sniff, sniff_packed

__all__ = ["entry_link", "kind_of"]

_ADDRESS = re.compile(r"https?://|/", re.IGNORECASE)
_ZLIB_OR_GZIP = 47


def kind_of(body: IO[bytes]) -> Kind:
    """Return the format of a body, of a packed one that of its content; leave it at its start."""
    head = body.read(HEAD_BYTES + 1)
    body.seek(0)
    kind = sniff_packed(head)
    if kind is Kind.GZIP:
        try:
            head = zlib.decompressobj(_ZLIB_OR_GZIP).decompress(head, HEAD_BYTES + 1)
        except zlib.error:
            return kind
        kind = sniff_packed(head)
    return kind or sniff(head[:HEAD_BYTES], is_all=len(head) <= HEAD_BYTES)


def entry_link(source: str, feed: str, base: str) -> str | None:
    """Return the address of an entry of a feed, by the name it was read under; None where it has none.

    Args:
        source: the name of the entry.
        feed: the name of the feed.
        base: the address of the feed.
    """
    link = source.removeprefix(f"{feed}!")
    return urljoin(base, link) if link != source and _ADDRESS.match(link) else None
