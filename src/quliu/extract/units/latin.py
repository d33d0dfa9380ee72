"""Names in Latin letters: is a run of capitalised words a person or an organisation?"""

from __future__ import annotations

import re
from functools import cache

from quliu.extract.tables import read_table

_PARTICLE = "(?:de|da|di|van|von|bin|ben|der|del|la|le|al|el|St\\.)"
_WORD = "(?:[A-Z][A-Za-zÀ-ž’'-]*[A-Za-zÀ-ž]|[A-Z]\\.?)"
_ODD = "(?:[a-z]{1,3}[A-Z][A-Za-z]+|[A-Z][A-Za-z]*[.-][A-Za-z]{1,4})"
LATIN_NAME = re.compile(
    rf"(?<![A-Za-z0-9_@#/.])(?:{_ODD}|{_WORD})(?:(?: |·|-)(?:{_PARTICLE}[ -])?(?:\"[A-Z]\w*\" )?(?:{_WORD}))*(?![A-Za-z0-9_])"
)
_SYLLABLE = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uan|uai|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|a|o|e|i|u|v)"
_PINYIN = re.compile(rf"{_SYLLABLE}(?:[-']?{_SYLLABLE}){{0,2}}\Z", re.I)
_PREFIX = re.compile(r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz)(?=[A-Z])")  # of one word with the name: McLin
_NOT_NAMES = frozenset(
    [
        "AI",
        "API",
        "APP",
        "App",
        "GPU",
        "CPU",
        "LLM",
        "LLMs",
        "AGI",
        "IPO",
        "US",
        "USA",
        "UK",
        "EU",
        "CEO",
        "CTO",
        "CFO",
        "The",
        "This",
        "That",
        "These",
        "It",
        "We",
        "They",
        "He",
        "She",
        "In",
        "On",
        "At",
        "From",
        "But",
        "And",
        "As",
        "If",
        "When",
        "For",
        "With",
        "After",
        "Before",
        "While",
        "Since",
        "Its",
        "His",
        "Her",
        "Their",
        "Our",
        "My",
        "What",
        "Who",
        "How",
        "Why",
        "Where",
        "There",
        "Here",
        "Also",
        "However",
        "Meanwhile",
        "Today",
        "Yesterday",
        "Mr",
        "Ms",
        "Mrs",
        "Dr",
        "Prof",
        "Chinese",
        "American",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "Google",
        "Leader",
        "Founder",
        "Manager",
        "Engineer",
        "Scientist",
        "Series",
        "Inc",
        "Corp",
        "Ltd",
        "PhD",
        "MBA",
        "NLP",
        "CV",
        "ML",
        "IT",
        "HR",
        "PR",
        "PC",
        "TV",
        "OK",
        "ID",
        "UI",
        "UX",
        "VR",
        "AR",
        "XR",
    ]
)


@cache
def _given_names() -> frozenset[str]:
    return frozenset(read_table("given_names.txt").split())


def is_pinyin(word: str) -> bool:
    """Tell whether a word can be read as one to three syllables of Mandarin."""
    return _PINYIN.match(word) is not None


def is_given_name(name: str) -> bool:
    """Tell whether a single word is a common given name."""
    return name in _given_names()


def looks_personal(name: str) -> float:
    """Return how much the words alone look like a person's name, 0..1."""
    words = [w for w in re.split(r"[ ·]", name) if w]
    if not 2 <= len(words) <= 4 or any(w in _NOT_NAMES for w in words):
        return 0.0
    if words[0] in _given_names():
        return 0.95
    if all(is_pinyin(w) for w in words) and len(words) <= 3:
        return 0.85
    if re.fullmatch(r"[A-Z]\.?", words[0]) or any(re.fullmatch(r"[A-Z]\.?", w) for w in words[1:-1]):
        return 0.7
    if any(w.isupper() and len(w) > 2 for w in words) or any(
        re.search(r"[a-z][A-Z]|\d|\.", _PREFIX.sub("", w)) for w in words
    ):
        return 0.15
    return 0.5


def is_word(name: str) -> bool:
    """Tell whether a single capitalised word is an ordinary one rather than a name."""
    return name in _NOT_NAMES or len(name) < 2
