"""Which language a text is in, by counting."""

from __future__ import annotations

import re
from collections import Counter
from operator import ne

from quliu.model.document import Language
from quliu.text.script import HAN, to_simplified

__all__ = ["detect_language"]

_SAMPLE_CHARS = 20_000
_ASCII = bytes(range(128))
_HAN = re.compile(f"[{HAN}]+")
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}")
_OTHER = re.compile("[\u0370-\u1fff\u3040-\u30fa\u30fc-\u30ff\uac00-\ud7af]")
_MAX_OTHER_SHARE = 0.15
# Ordinary traditional text differs in more than a third of its characters, simplified in almost none.
_MIN_TRADITIONAL_SHARE = 0.08
_ENGLISH = frozenset(
    {"the", "of", "and", "to", "in", "is", "was", "for", "that", "has", "with", "his", "by", "at"}
)
_FOREIGN = frozenset(
    {
        "la",
        "le",
        "les",
        "des",
        "du",
        "et",
        "une",
        "est",
        "der",
        "die",
        "das",
        "und",
        "von",
        "mit",
        "ist",
        "ein",
    }
    | {"el", "los", "las", "del", "que", "para", "por", "una", "il", "di", "che", "della", "da", "uma", "het"}
)


def detect_language(text: str) -> Language:
    """Return the language most of a text is in, judged by its first 20,000 characters."""
    sample = text[:_SAMPLE_CHARS]
    wide = _without_ascii(sample)
    han = "".join(_HAN.findall(wide))
    other = len(_OTHER.findall(wide))
    if not other and len(han) > len(sample) / 2:
        return _chinese(han)  # what is left has no room for as many words
    words = _WORD.findall(sample)
    if other > _MAX_OTHER_SHARE * (len(han) + len(words) + other):
        return Language.OTHER
    if han and len(han) >= len(words):
        return _chinese(han)
    return Language.ENGLISH if words and _is_english(words) else Language.OTHER


def _without_ascii(text: str) -> str:
    """Return the characters that are not ASCII: on the few that a page has patterns are fast."""
    data = text.encode("utf-8", "surrogatepass")
    return data.translate(None, _ASCII).decode("utf-8", "surrogatepass")


def _chinese(han: str) -> Language:
    simplified = to_simplified(han)
    changed = 0 if simplified == han else sum(map(ne, han, simplified))
    return Language.HANT if changed >= _MIN_TRADITIONAL_SHARE * len(han) else Language.HANS


def _is_english(words: list[str]) -> bool:
    counts = Counter(map(str.lower, words))
    return sum(counts[word] for word in _FOREIGN) <= sum(counts[word] for word in _ENGLISH)
