"""Bytes to text, by what the bytes themselves show; what was declared decides only where they leave it open.

Byte order marks, UTF-8, UTF-16 without its mark, then whichever of GB18030 and Big5 yields everyday
characters, then the declaration. Korean and Japanese share the bytes of everyday Chinese, so they are
believed where they are declared and it shows.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable

from quliu.errors import InputError
from quliu.text.everyday import everyday_share

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
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\r\f\v\x1a\x1b")
_MAX_CONTROL_SHARE = 0.01
# A text with a few broken bytes is still a text: it may have been cut, or glued from two encodings.
_MAX_BROKEN_SHARE = 0.02
_MIN_EVERYDAY_SHARE = 0.7
_SURELY_EVERYDAY_SHARE = 0.9
_MIN_ASCII_SHARE = 0.8
_CHINESE = ("gb18030", "big5hkscs")
# Every second byte of Western UTF-16 is zero, and so is that of the markup and line ends in Chinese.
_MIN_ZERO_SHARE = 0.1
_SAMPLE_BYTES = 4096
# What pages call an encoding and what browsers take it for.
_LABELS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_KANA = re.compile("[\u3041-\u30fa]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
# Which letters a neighbour's text has, and in what share at least: Chinese read as Korean is half hanja,
# Chinese read as Japanese has no kana.
_NEIGHBOURS = {"cp949": (_HANGUL, 0.9), "euc_jp": (_KANA, 0.2), "cp932": (_KANA, 0.2)}
_ESCAPING = ("iso2022", "hz")


def decode(data: bytes, declared: Iterable[str] = ()) -> str:
    """Return the text that bytes stand for, without its byte order mark.

    Args:
        data: the bytes.
        declared: the encodings that came along with them, the most trusted first; any may be wrong.

    Raises:
        InputError: `empty` when nothing can be seen in it, `binary` when it is no text, `undecodable` when no
            encoding fits.
    """
    text = _decode_marked(data)
    if text is None:
        text = _decode_unmarked(data, [known for label in declared if (known := _codec(label))])
    if text is None:
        raise InputError("undecodable", "neither UTF-8, UTF-16, GB18030 nor Big5; save it as UTF-8")
    refuse_unreadable(text)
    return text


def refuse_binary(data: bytes) -> None:
    """Raise InputError `binary` for bytes full of controls that no encoding explains."""
    marked = data.startswith(tuple(mark for mark, _ in _MARKS))
    if not marked and _is_controls(data) and _decode_utf16(data) is None:
        raise InputError("binary", "this is not text; convert it to text first")


def refuse_unreadable(text: str) -> None:
    """Raise InputError: `binary` for a text full of controls, `empty` when there is nothing to see."""
    if _is_controls(text.encode("utf-8", "surrogatepass")):
        raise InputError("binary", "this is not text; convert it to text first")
    if not any(character.isprintable() and character not in f" {_REPLACEMENT}" for character in text):
        raise InputError("empty", "there is no text in it; get it again if there should be")


def _decode_marked(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_nearly(data[len(mark) :], encoding)
    return None


def _decode_unmarked(data: bytes, declared: list[str]) -> str | None:
    escaping = next((known for known in declared if known.startswith(_ESCAPING)), None)
    if escaping and data.isascii():
        return _decode_nearly(data, escaping)
    if _is_controls(data):
        text = _decode_utf16(data)
        if text is None:
            raise InputError("binary", "this is not text; convert it to text first")
        return text
    text = _decode_nearly(data, "utf-8")
    if text is not None:
        return _decode_short(data, declared) or text
    text = _decode_neighbour(data, declared) or _decode_chinese(data, declared)
    return text or _decode_declared(data, declared) or _decode_western(data)


def _decode_short(data: bytes, declared: list[str]) -> str | None:
    """Return declared Chinese that happens to be UTF-8 as well: every character of 模 is a letter in both."""
    chinese = next((known for known in declared if known in _CHINESE), None)
    if chinese is None or len(data) > _SAMPLE_BYTES or data.isascii():
        return None
    text = _decode_nearly(data, chinese)
    sure = text is not None and everyday_share(text) >= _SURELY_EVERYDAY_SHARE
    return text if sure and everyday_share(data.decode("utf-8", "replace")) == 0 else None


def _decode_nearly(data: bytes, encoding: str) -> str | None:
    """Return the text, with replacement characters where a small share of it is broken."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    wide = sum(not character.isascii() for character in text)
    return text if text.count(_REPLACEMENT) <= _MAX_BROKEN_SHARE * wide else None


def _decode_utf16(data: bytes) -> str | None:
    """Return the text of UTF-16 without its mark: the zeros tell, else that it is everyday Chinese."""
    sample = data[: _SAMPLE_BYTES // 2 * 2]
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        text = _decode_nearly(data, encoding) if zeros else None
        if text is None or _is_controls(text.encode("utf-8", "surrogatepass")):
            continue
        few = zeros.count(0) < _MIN_ZERO_SHARE * len(zeros)
        if not few or everyday_share(text) >= _SURELY_EVERYDAY_SHARE:
            return text
    return None


def _decode_neighbour(data: bytes, declared: list[str]) -> str | None:
    """Return declared Korean or Japanese that is written in its own letters."""
    for encoding in declared:
        if encoding in _NEIGHBOURS and (text := _decode_nearly(data, encoding)):
            letters, least = _NEIGHBOURS[encoding]
            wide = sum(character.isalpha() and not character.isascii() for character in text)
            if len(letters.findall(text)) >= least * max(1, wide):
                return text
    return None


def _decode_chinese(data: bytes, declared: list[str]) -> str | None:
    """Return whichever reads as everyday Chinese; of two that do alike, the declared one."""
    order = sorted(_CHINESE, key=lambda name: name not in declared)
    texts = [text for encoding in order if (text := _decode_nearly(data, encoding))]
    best = max(texts, key=everyday_share, default=None)
    return best if best is not None and everyday_share(best) >= _MIN_EVERYDAY_SHARE else None


def _decode_declared(data: bytes, declared: list[str]) -> str | None:
    for encoding in declared:
        try:
            return data.decode(encoding)
        except UnicodeError:
            continue
    return None


def _decode_western(data: bytes) -> str | None:
    ascii_share = sum(byte < 0x80 for byte in data) / max(1, len(data))
    if ascii_share < _MIN_ASCII_SHARE:
        return None
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return None


def _codec(label: str) -> str | None:
    """Return the codec that a label means, None when it is none for text."""
    try:
        found = codecs.lookup(label.strip().strip("'\""))
        b"".decode(found.name)
    except (LookupError, ValueError):
        return None
    return _LABELS.get(found.name, found.name)


def _is_controls(data: bytes) -> bool:
    return len(data) - len(data.translate(None, _CONTROLS)) > _MAX_CONTROL_SHARE * len(data)
