"""Bytes to text: byte order marks, UTF-8, then whichever of GB18030 and Big5 yields everyday characters."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from functools import cache

from quliu.errors import InputError
from quliu.text.script import to_simplified

__all__ = ["decode", "refuse_binary", "refuse_unreadable"]

# The longer marks first: that of UTF-32-LE begins with that of UTF-16-LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_REPLACEMENT = "\ufffd"
_TEXT_CONTROLS = frozenset("\t\n\r\f\v\x1a\x1b\x85")
_MAX_CONTROL_SHARE = 0.01
# A text with a few broken bytes is still a text: it may have been cut, or glued from two encodings.
_MAX_BROKEN_SHARE = 0.02
_MIN_EVERYDAY_SHARE = 0.7
_MIN_ASCII_SHARE = 0.8


def decode(data: bytes) -> str:
    """Return the text that bytes stand for, without its byte order mark.

    Raises:
        InputError: `empty` when nothing can be seen in it, `binary` when it is no text, `undecodable` when no
            encoding fits.
    """
    text = _decode_marked(data)
    if text is None:
        refuse_binary(data)
        text = _decode_utf8(data)
    if text is None:
        text = _decode_chinese(data) or _decode_western(data)
    if text is None:
        raise InputError("undecodable", "neither UTF-8, UTF-16, GB18030 nor Big5; save it as UTF-8")
    refuse_unreadable(text)
    return text


def refuse_binary(data: bytes) -> None:
    """Raise InputError `binary` for bytes full of controls that no mark explains."""
    if not data.startswith(tuple(mark for mark, _ in _MARKS)):
        _refuse_controls(data.decode("latin-1"))


def refuse_unreadable(text: str) -> None:
    """Raise InputError: `binary` for a text full of controls, `empty` when there is nothing to see."""
    _refuse_controls(text)
    if not any(character.isprintable() and character not in f" {_REPLACEMENT}" for character in text):
        raise InputError("empty", "there is no text in it")


def _decode_marked(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_nearly(data[len(mark) :], encoding)
    return None


def _decode_utf8(data: bytes) -> str | None:
    return _decode_nearly(data, "utf-8")


def _decode_nearly(data: bytes, encoding: str) -> str | None:
    """Return the text, with replacement characters where a small share of it is broken."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    wide = sum(not character.isascii() for character in text)
    return text if text.count(_REPLACEMENT) <= _MAX_BROKEN_SHARE * wide else None


def _decode_chinese(data: bytes) -> str | None:
    texts = [text for encoding in ("gb18030", "big5hkscs") if (text := _decode_nearly(data, encoding))]
    best = max(texts, key=_everyday_share, default=None)
    return best if best is not None and _everyday_share(best) >= _MIN_EVERYDAY_SHARE else None


def _decode_western(data: bytes) -> str | None:
    ascii_share = sum(byte < 0x80 for byte in data) / max(1, len(data))
    if ascii_share < _MIN_ASCII_SHARE:
        return None
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return None


def _everyday_share(text: str) -> float:
    """Return the share of the non-ASCII characters that everyday Chinese is written with."""
    wide = [character for character in to_simplified(text) if not character.isascii()]
    return sum(character in _everyday() for character in wide) / len(wide) if wide else 0.0


@cache
def _everyday() -> frozenset[str]:
    """The first level of GB 2312, its 3,755 most used characters, with the usual punctuation."""
    rows = (bytes((lead, trail)) for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF))
    return frozenset(_decodable(rows)) | frozenset("，。、；：？！“”‘’（）《》〈〉【】—…·～％「」『』\u3000")


def _decodable(rows: Iterator[bytes]) -> Iterator[str]:
    return (row.decode("gb2312", "ignore") for row in rows)


def _refuse_controls(text: str) -> None:
    controls = sum(count for control, count in _control_counts(text) if control not in _TEXT_CONTROLS)
    if controls > _MAX_CONTROL_SHARE * len(text):
        raise InputError("binary", "this is not text; convert it to text first")


def _control_counts(text: str) -> Iterator[tuple[str, int]]:
    return ((chr(code), text.count(chr(code))) for code in range(0x20))
