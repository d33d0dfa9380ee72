"""Sitemaps, and plain lists of addresses: they hold no text themselves, only say where some is."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from html import unescape

from quliu.errors import InputError
from quliu.ingest.formats.part import Outcome, Part
from quliu.text.decode import decode

__all__ = ["read_sitemap", "sitemap_urls"]

_TIMES = 32
_GZIP = b"\x1f\x8b"
_MAX_UNPACKED = 50_000_000
_LOC = re.compile(r"<loc>\s*(?:<!\[CDATA\[)?\s*([^<\]]*?)\s*(?:\]\]>)?\s*</loc>", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_SHOWN = 3


def sitemap_urls(data: bytes) -> tuple[str, ...]:
    """Return the addresses that a sitemap or a list of addresses names, each once, in order.

    Those of an index of sitemaps are addresses of further sitemaps. The data may be packed with gzip.

    Raises:
        InputError: `damaged`, `too-long`, or as `decode`.
    """
    text = decode(_unpack(data) if data.startswith(_GZIP) else data)
    found = [unescape(loc) for loc in _LOC.findall(text)] if "<" in text else text.split()
    return tuple(dict.fromkeys(url for url in found if _ADDRESS.fullmatch(url)))


def _unpack(data: bytes) -> bytes:
    stream = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        unpacked = stream.decompress(data, _MAX_UNPACKED)
    except zlib.error as error:
        raise InputError("damaged", f"it cannot be unpacked: {error}; get it again") from error
    if stream.unconsumed_tail:
        raise InputError("too-long", f"more than {_MAX_UNPACKED:,} bytes; read the pages themselves")
    return unpacked


def read_sitemap(part: Part) -> Iterator[Outcome]:
    """Yield a reject that says where the texts are: reading a file never goes to the network."""
    urls = sitemap_urls(part.whole(_TIMES))
    shown = " ".join(urls[:_SHOWN]) + (" ..." if len(urls) > _SHOWN else "")
    message = (
        f"it only lists {len(urls):,} addresses; read those: {shown}"
        if urls
        else "it lists no address; read the pages"
    )
    yield part.reject("sitemap", message)
