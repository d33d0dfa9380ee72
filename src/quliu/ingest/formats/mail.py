"""Mail messages, boxes of them and saved pages in MIME: the text, then each attachment by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import parseaddr
from io import BytesIO
from typing import TypeAlias

from quliu.errors import InputError
from quliu.ingest.document import Metadata
from quliu.ingest.formats.facts import parse_day
from quliu.ingest.formats.page import declared_charset, page_text, under_title
from quliu.ingest.formats.part import Hints, Outcome, Part
from quliu.model.document import Origin
from quliu.text.decode import decode

__all__ = ["read_mail"]

Leaf: TypeAlias = "Message[str, str]"

_TIMES = 32
_SKIPPED = frozenset({"image", "audio", "video", "font"})
_MESSAGES = frozenset({"message/rfc822", "message/global"})
_LISTS = ("List-Id", "List-Unsubscribe")
# What the standard library raises for headers and bodies that break the rules.
_BROKEN = (ValueError, LookupError, AttributeError, TypeError, AssertionError, MessageError)
_MAX_HEADER_CHARS = 4000
_SPACES = re.compile(r"\s+")
# A box is messages one after the other, each under a line that no message has: "From ADDRESS DATE".
_NEXT = re.compile(rb"\n\r?\n(?=From [^\n]*\n(?:>From [^\n]*\n)?[!-9;-~]+:)")


def read_mail(part: Part) -> Iterator[Outcome]:
    """Yield the document of a message and its attachments, or the messages of a box."""
    data = part.whole(_TIMES)
    if not part.depth:
        part.budget.take(len(data))
    messages = _NEXT.split(data) if data.startswith(b"From ") else [data]
    if len(messages) == 1:
        yield from _read_message(part, data)
        return
    for number, message in enumerate(messages, start=1):
        yield part.inside(str(number), BytesIO(message))


def _read_message(part: Part, data: bytes) -> Iterator[Outcome]:
    try:
        message = BytesParser(policy=compat32).parsebytes(data)
        leaves = list(_leaves(message))
        text = "\n\n".join(_texts(message)).strip()
    except (RecursionError, *_BROKEN) as error:
        raise InputError("damaged", f"not built as messages are: {error}; save it as text") from error
    address = _header(message, "Snapshot-Content-Location") or _header(message, "Content-Location")
    if address:
        yield _saved_page(part, leaves, address, _day(message))
        return
    attached = [leaf for leaf in leaves if not _is_shown(leaf) and _may_have_text(leaf)]
    if text:
        metadata = _metadata(message)
        yield part.document(under_title(text, metadata.title), data, metadata)
    elif not attached:
        raise InputError("empty", "no text, and no attachment that could have any; get it again")
    for number, leaf in enumerate(attached, start=1):
        yield part.inside(
            _file_name(leaf) or str(number), BytesIO(_payload(leaf)), Hints(charset=_charset(leaf))
        )


def _saved_page(part: Part, leaves: Sequence[Leaf], address: str, saved_on: date | None) -> Part:
    """Return the page that a browser saved with all its pictures."""
    page = next((leaf for leaf in leaves if leaf.get_content_subtype() in ("html", "xhtml+xml")), None)
    if page is None:
        raise InputError("empty", "the saved page has no HTML in it; save it again")
    return part.inside(None, BytesIO(_payload(page)), Hints(address, _charset(page), saved_on))


def _leaves(message: Leaf) -> Iterator[Leaf]:
    """Yield what a message is made of; a message within it is one of them."""
    if message.get_content_maintype() != "multipart" or not message.is_multipart():
        yield message
        return
    for inner in _inner(message):
        yield from _leaves(inner)


def _inner(message: Leaf) -> list[Leaf]:
    return [inner for inner in message.get_payload() if isinstance(inner, Message)]


def _texts(message: Leaf) -> list[str]:
    """Return the texts that a reader sees; of alternatives one, in HTML where there is some."""
    if message.get_content_maintype() != "multipart" or not message.is_multipart():
        text = _text(message) if _is_shown(message) else None
        return [text] if text else []
    if message.get_content_subtype() != "alternative":
        return [text for inner in _inner(message) for text in _texts(inner)]
    ways = sorted(_inner(message), key=_has_html, reverse=True)
    return next((texts for way in ways if (texts := _texts(way))), [])


def _has_html(message: Leaf) -> bool:
    return any(leaf.get_content_type() == "text/html" for leaf in _leaves(message))


def _is_shown(leaf: Leaf) -> bool:
    return leaf.get_content_maintype() == "text" and _file_name(leaf) is None


def _may_have_text(leaf: Leaf) -> bool:
    kind = leaf.get_content_maintype()
    # Of the messages about messages, such as the notice that one did not arrive, none but whole ones.
    return kind not in _SKIPPED and (kind != "message" or leaf.get_content_type() in _MESSAGES)


def _text(leaf: Leaf) -> str | None:
    text = _decode(leaf)
    if text is None:
        return None
    return (page_text(text) if leaf.get_content_subtype() == "html" else text).strip()


def _decode(leaf: Leaf) -> str | None:
    data = _payload(leaf)
    charset = _charset(leaf)
    try:
        return decode(data, ((charset,) if charset else ()) + declared_charset(data))
    except InputError as error:
        if error.code == "empty":
            return None
        raise


def _metadata(message: Leaf) -> Metadata:
    sender = parseaddr(_header(message, "From") or "")[0]
    is_letter = any(_header(message, name) for name in _LISTS)
    return Metadata(
        title=_header(message, "Subject"),
        author=sender or None,
        # Who writes to a list publishes; who writes to a person may pass on what others published.
        publisher=sender if sender and is_letter else None,
        published_on=_day(message),
        dated_by=Origin.META,
        date_evidence=f"Date: {_header(message, 'Date')}",
        named_by=Origin.META,
        publisher_evidence=f"From: {sender}",
    )


def _day(message: Leaf) -> date | None:
    return parse_day(_header(message, "Date") or "")


def _header(message: Leaf, name: str) -> str | None:
    """Return a header as its reader sees it, whether it was encoded as it should be or not at all."""
    found = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    raw = found[:_MAX_HEADER_CHARS].encode("utf-8", "surrogateescape")
    try:
        pieces = decode_header(raw.decode("ascii")) if raw.isascii() else [(raw, None)]
        text = "".join(_decode_piece(*piece) for piece in pieces)
    except (InputError, *_BROKEN):
        return None
    return _SPACES.sub(" ", text).strip() or None


def _decode_piece(piece: str | bytes, charset: str | None) -> str:
    if isinstance(piece, str):
        return piece
    return decode(piece, (charset,) if charset else ()) if piece.strip() else " "


def _file_name(leaf: Leaf) -> str | None:
    try:
        return leaf.get_filename()
    except _BROKEN:
        return None


def _charset(leaf: Leaf) -> str | None:
    try:
        return leaf.get_content_charset()
    except _BROKEN:
        return None


def _payload(leaf: Leaf) -> bytes:
    try:
        if leaf.get_content_type() in _MESSAGES and (inner := _inner(leaf)):
            return inner[0].as_bytes()
        payload = leaf.get_payload(decode=True)
    except _BROKEN:
        return b""
    return payload if isinstance(payload, bytes) else b""
