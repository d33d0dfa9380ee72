"""What a feed or a sitemap names."""

from __future__ import annotations

import re
import zlib
from typing import IO
from urllib.parse import urljoin

from quliu.ingest.fetch.body import unpack
from quliu.ingest.formats.sitemap import sitemap_urls
from quliu.ingest.formats.sniff import HEAD_BYTES, Kind, sniff, sniff_packed

__all__ = ["entry_link", "kind_of", "listed_urls"]

_ADDRESS = re.compile(r"https?://|/", re.IGNORECASE)
_ZLIB_OR_GZIP = 47
_CHUNK_BYTES = 65_536


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


def listed_urls(body: IO[bytes], max_bytes: int) -> tuple[str, ...]:
    """Return the addresses of a sitemap, packed or not.

    Raises:
        InputError: as `unpack` and `sitemap_urls`.
    """
    head = body.read(HEAD_BYTES)
    body.seek(0)
    parts = iter(lambda: body.read(_CHUNK_BYTES), b"")
    packed = sniff_packed(head) is Kind.GZIP
    return sitemap_urls(b"".join(unpack(parts, max_bytes) if packed else parts))


def entry_link(source: str, feed: str, base: str) -> str | None:
    """Return the address of an entry of a feed, by the name it was read under; None where it has none.

    Args:
        source: the name of the entry.
        feed: the name of the feed.
        base: the address of the feed.
    """
    link = source.removeprefix(f"{feed}!")
    return urljoin(base, link) if link != source and _ADDRESS.match(link) else None
