"""Forms of one character that mean the same: full-width letters, exotic spaces, name dots."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from quliu.text.script import HAN

__all__ = ["fold_dots", "fold_forms", "fold_stops"]

_LETTER = rf"A-Za-z\u00c0-\u024f{HAN}"
_NAME_DOT = re.compile(rf"[・‧•∙⋅･](?<=[{_LETTER}].)(?=[{_LETTER}])")
_STOP_AMID_HAN = re.compile(rf"(?<=[{HAN}])．(?=[{HAN}])")
_STOP_AFTER_HAN = re.compile(rf"(?<=[{HAN}”’)\]])．")
_SPACES = "\t\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u2800\u3000\u3164"
_LINE_ENDS = "\x0b\x0c\r\x85\u2028\u2029"
_QUOTES = dict(zip("「」『』｢｣﹁﹂﹃﹄", "“”‘’“”“”‘’", strict=True))


def fold_forms(text: str) -> str:
    """Fold each character that has one canonical form of one character; quotes become curly."""
    forms = _forms()
    for char in forms.keys() & set(text):  # few of them: one by one is faster than by a table
        text = text.replace(char, forms[char])
    return text


def fold_stops(text: str) -> str:
    """Fold the full-width `．`: a decimal point, a full stop, or a dot inside a name.

    Between two Chinese characters it is a full stop only in a text that has no 。.
    """
    if "．" not in text:
        return text
    amid_han = "·" if "。" in text else "。"
    return _STOP_AFTER_HAN.sub("。", _STOP_AMID_HAN.sub(amid_han, text)).replace("．", ".")


def fold_dots(text: str) -> str:
    """Fold the dots that stand between two letters or Chinese characters to `·`."""
    return _NAME_DOT.sub("·", text)


@cache
def _forms() -> dict[str, str]:
    wide = (*range(0xFE30, 0xFE6C), *range(0xFF01, 0xFF66), *range(0xFFE0, 0xFFE7))
    ideographs = (*range(0x2F00, 0x2FE0), *range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20))
    forms = {code: unicodedata.normalize("NFKC", chr(code)) for code in (*wide, *ideographs)}
    table = {
        chr(code): form for code, form in forms.items() if len(form) == 1 and form not in {" ", chr(code)}
    }
    table |= dict.fromkeys(_SPACES, " ") | dict.fromkeys(_LINE_ENDS, "\n") | _QUOTES
    return table | {"．": "．", "﹒": "．"}
