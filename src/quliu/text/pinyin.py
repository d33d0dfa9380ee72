"""Pinyin that scrapers put in parentheses after characters: 經(jīng)濟(jì).

What stands in real parentheses, 千问(Qwen) or 林(Lin), is left alone: a syllable counts when it bears a tone
mark; one without (neutral tone) only in a text that shows several with.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import takewhile

from quliu.text.script import HAN

__all__ = ["find_pinyin"]

_LETTERS = "A-Za-z\u00c0-\u00fc\u0100-\u01dc\u01f8\u01f9\u0300-\u030c\u1e3f"
_GLOSSES = re.compile(rf"\((?<=[{HAN}]\()[{_LETTERS}]{{1,9}}\)(?:\([{_LETTERS}]{{1,9}}\))*")
_TONES = frozenset("\u0300\u0301\u0304\u030c")
# All syllables of the standard table, by shape; a few impossible pairs that it also takes do no harm.
_SYLLABLE = re.compile(
    "(?:[bpm](?:a|o|ai|ei|ao|ou|an|en|ang|eng|i|ie|iao|iu|ian|in|ing|u)"
    "|f(?:a|o|ei|ou|an|en|ang|eng|u)"
    "|[dtnl](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|ia|ie|iao|iu|ian|in|iang|ing|u|uo|ui|uan|un|ü|üe|v|ve|ue)"
    "|[gkh](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)"
    "|[jqx](?:i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ue|uan|un)"
    "|(?:[zcs]h?|r)(?:a|e|i|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)"
    "|y(?:a|o|e|i|ao|ou|an|in|ang|ing|ong|u|ue|uan|un)"
    "|w(?:a|o|u|ai|ei|an|en|ang|eng)"
    "|a|o|e|ai|ei|ao|ou|an|en|ang|eng|er|m|n|ng|hm|hng)"
)
_LIKE_ABBREVIATIONS = frozenset({"ai", "bi", "an", "a", "e", "o", "m", "n", "ng"})
_ENOUGH_TONED = 3


def find_pinyin(text: str) -> list[tuple[int, int]]:
    """Return the ranges of pinyin glosses, parentheses included, from left to right."""
    runs = [(run.start(), run[0][1:-1].split(")(")) for run in _GLOSSES.finditer(text)]
    toned = sum(_is_toned(letters) for _, glosses in runs for letters in glosses)
    accept = _is_syllable if toned >= _ENOUGH_TONED else _is_toned
    ranges = []
    for start, glosses in runs:
        if width := sum(len(letters) + len("()") for letters in takewhile(accept, glosses)):
            ranges.append((start, start + width))
    return ranges


@lru_cache(maxsize=4096)
def _is_syllable(letters: str) -> bool:
    plain = letters.islower() and letters not in _LIKE_ABBREVIATIONS and _SYLLABLE.fullmatch(letters)
    return bool(plain) or _is_toned(letters)


@lru_cache(maxsize=4096)
def _is_toned(letters: str) -> bool:
    parts = unicodedata.normalize("NFD", letters.lower())
    if sum(part in _TONES for part in parts) != 1:
        return False
    bare = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    return _SYLLABLE.fullmatch(bare) is not None
