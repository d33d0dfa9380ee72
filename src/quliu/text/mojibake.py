"""Text that was once decoded wrongly: read right where that is certain, refused where it is not.

Certain means that the way back is exact for every character and ends in everyday Chinese. ftfy mends only one
of these cases and drops or rewrites characters on its way.
"""

from __future__ import annotations

import re

from quliu.errors import InputError
from quliu.text.everyday import everyday_share

__all__ = ["mend"]

_SAMPLE_CHARS = 4000
_HAN = re.compile("[\u4e00-\u9fff]")
_NO_ACCENTS = bytes(range(0xA1))
# Bytes of Chinese read as Western text: accents side by side, as in no Western language.
_SIDE_BY_SIDE = re.compile("[\u00a1-\u00ff][^\x00-\x7f]")
_MIN_ACCENTS = 8
_MIN_SIDE_BY_SIDE_SHARE = 0.3
# What UTF-8 read as GBK makes of the comma, the full stop, quotation marks, 的, 是, 在 and of lost bytes.
_AS_GBK = ("锛", "銆", "鈥", "鐨", "鏄", "鍦", "锟斤拷")
# Real text stays above, for all its rare names.
_MIN_EVERYDAY_SHARE = 0.7
_MIN_HAN = 4


def mend(text: str) -> str:
    """Return the text as it was meant.

    Raises:
        InputError: `mojibake`, when the text is garbled and cannot be read right with certainty.
    """
    sample = text[:_SAMPLE_CHARS]
    accents = len(sample.encode("latin-1", "ignore").translate(None, _NO_ACCENTS))
    western = accents >= _MIN_ACCENTS and accents > len(_HAN.findall(sample))
    if not western and not _is_rare(sample):
        return text
    for wrong in ("cp1252", "latin-1") if western else ("gb18030",):
        for right in ("utf-8", "gb18030", "big5hkscs"):
            mended = _redecode(text, wrong, right) if wrong != right else None
            if mended is not None:
                return mended
    if western and len(_SIDE_BY_SIDE.findall(sample)) < _MIN_SIDE_BY_SIDE_SHARE * accents:
        return text
    message = "the text was decoded wrongly before it was saved; get it again from where it came"
    raise InputError("mojibake", message)


def _is_rare(sample: str) -> bool:
    """Tell whether a text is in characters that hardly occur but where UTF-8 is read as GBK."""
    return any(sign in sample for sign in _AS_GBK) and everyday_share(sample) < _MIN_EVERYDAY_SHARE


def _redecode(text: str, wrong: str, right: str) -> str | None:
    """Return what the bytes mean that `text` was read from, None unless that is certain."""
    try:
        data = _encode_western(text) if wrong == "cp1252" else text.encode(wrong)
        mended = data.decode(right)
    except UnicodeError:
        return None
    enough = len(_HAN.findall(mended)) >= _MIN_HAN
    return mended if enough and everyday_share(mended) >= _MIN_EVERYDAY_SHARE else None


def _encode_western(text: str) -> bytes:
    """Return Windows-1252 with the five bytes that it leaves undefined, as browsers and databases read it."""
    return b"".join(character.encode("latin-1" if character < "\xa0" else "cp1252") for character in text)
