"""Which format bytes are in, by what they begin with; names are not believed."""

from __future__ import annotations

import re
from enum import Enum, auto

__all__ = ["HEAD_BYTES", "Kind", "sniff", "sniff_packed"]

HEAD_BYTES = 16_384


class Kind(Enum):
    """The formats that are told apart."""

    TEXT = auto()
    PAGE = auto()
    FEED = auto()
    JSON = auto()
    SITEMAP = auto()
    XML = auto()
    MAIL = auto()
    PDF = auto()
    WARC = auto()
    GZIP = auto()
    BZIP2 = auto()
    ZIP = auto()
    TAR = auto()
    OTHER_ARCHIVE = auto()


_MAGIC = (
    (b"\x1f\x8b", Kind.GZIP),
    *((b"BZh%d" % level, Kind.BZIP2) for level in range(1, 10)),
    (b"PK\x03\x04", Kind.ZIP),
    (b"PK\x05\x06", Kind.ZIP),
    (b"PK\x07\x08", Kind.ZIP),
    (b"WARC/0.", Kind.WARC),
    (b"WARC/1.", Kind.WARC),
    (b"%PDF-", Kind.PDF),
    (b"\xfd7zXZ\x00", Kind.OTHER_ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Kind.OTHER_ARCHIVE),
    (b"Rar!\x1a\x07", Kind.OTHER_ARCHIVE),
    (b"\x28\xb5\x2f\xfd", Kind.OTHER_ARCHIVE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OTHER_ARCHIVE),
)
_TAR_AT = 257
_PDF_WITHIN = 1024
_PROLOG = re.compile(
    r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*+(?:\[.*?\]\s*+)?>)*+", re.DOTALL | re.IGNORECASE
)
_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_PAGE_ROOTS = frozenset({"html", "head", "body", "meta", "title", "base", "article", "main"})
_PAGE_TAGS = _PAGE_ROOTS | frozenset(
    {
        "div",
        "p",
        "h1",
        "h2",
        "h3",
        "span",
        "table",
        "section",
        "ul",
        "ol",
        "script",
        "style",
        "link",
        "br",
        "a",
    }
)
_CLOSING = re.compile(
    r"</(?:p|div|span|a|li|td|tr|h[1-6]|section|article|strong|b)\s*>|<br\s*/?>", re.IGNORECASE
)
_MIN_CLOSING = 3
_MANY_CLOSING = 8
_PAGE_WITHIN = re.compile(r"<(?:!doctype\s+html|html|body)[\s>]", re.IGNORECASE)
_FEED_ROOTS = frozenset({"rss", "feed", "rdf", "channel"})
_SITEMAP_ROOTS = frozenset({"urlset", "sitemapindex"})
_JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*(?:\{|\]\s*\Z))')
_ADDRESSES = re.compile(r"\s*(?:https?://\S++\s++)*+(?:https?://\S++)?+\Z")
_HEADER = re.compile(r"([!-9;-~]+):")
_MAIL_ONLY = frozenset(
    {"message-id", "mime-version", "received", "return-path", "delivered-to", "dkim-signature"}
)
_MIN_ZERO_SHARE = 0.1


def sniff_packed(head: bytes) -> Kind | None:
    """Return the format of a container or of other bytes that are no text, None when it is none of those."""
    found = next((kind for magic, kind in _MAGIC if head.startswith(magic)), None)
    if found is not None:
        return found
    if head[_TAR_AT : _TAR_AT + 5] == b"ustar":
        return Kind.TAR
    return Kind.PDF if b"%PDF-" in head[:_PDF_WITHIN] and b"\0" not in head[:4] else None


def sniff(head: bytes, *, is_all: bool = False) -> Kind:
    """Return the format of the beginning of a text; `TEXT` when it is in none.

    Args:
        head: the first bytes.
        is_all: they are all there is.
    """
    text = _as_text(head)
    if text.lstrip().startswith("<"):
        return _sniff_markup(text)
    if _JSON.match(text):
        return Kind.JSON
    if _is_mail(text):
        return Kind.MAIL
    if is_all and "://" in text and _ADDRESSES.match(text):
        return Kind.SITEMAP
    if _PAGE_WITHIN.search(text, 0, 1024) or len(_CLOSING.findall(text)) >= _MANY_CLOSING:
        return Kind.PAGE
    return Kind.TEXT


def _as_text(head: bytes) -> str:
    """Return the bytes so that ASCII can be told in them, whatever their encoding."""
    for mark, encoding, zeros in ((b"\xff\xfe", "utf-16-le", 1), (b"\xfe\xff", "utf-16-be", 0)):
        share = head[zeros::2].count(0)
        if head.startswith(mark) or share > max(1, _MIN_ZERO_SHARE * len(head) / 2):
            return head.decode(encoding, "replace").lstrip("\ufeff")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _sniff_markup(text: str) -> Kind:
    prolog = _PROLOG.match(text)
    root = _ROOT.match(text, prolog.end() if prolog else 0)
    name = root[1].lower() if root else ""
    if name in _FEED_ROOTS:
        return Kind.FEED
    if name in _SITEMAP_ROOTS:
        return Kind.SITEMAP
    if name in _PAGE_ROOTS or _PAGE_WITHIN.search(text, 0, 1024):
        return Kind.PAGE
    if text.lstrip().lower().startswith("<?xml"):
        return Kind.XML
    closing = len(_CLOSING.findall(text))
    return Kind.PAGE if closing >= (_MIN_CLOSING if name in _PAGE_TAGS else _MANY_CLOSING) else Kind.TEXT


def _is_mail(text: str) -> bool:
    """Tell whether a text begins with the headers of a message that a mail program made."""
    names = set()
    for line in text.splitlines():
        header = _HEADER.match(line)
        if header:
            names.add(header[1].lower())
        elif not line:
            break
        elif not (line[0] in " \t" or (line.startswith(("From ", ">From ")) and not names)):
            return False
    return "from" in names and not names.isdisjoint(_MAIL_ONLY)
