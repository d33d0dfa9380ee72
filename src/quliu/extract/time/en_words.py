"""Building blocks of the English time rules: months, weekdays, parts, numbers."""

from __future__ import annotations

import re

_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = {m: i for i, m in enumerate(_MONTH_NAMES, 1)}
WEEKDAYS = {d: i for i, d in enumerate(_WEEKDAY_NAMES)}
SHIFTS = {
    "last": -1,
    "past": -1,
    "this": 0,
    "that": 0,
    "the": 0,
    "current": 0,
    "next": 1,
    "following": 1,
    "same": 0,
}
"""How many periods away from the present one a word points."""
DIGITS = "0123456789"
CAPITALS = "JFMASONDTW"

MONTH = (
    r"(?P<m>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
FULL_MONTH = (
    "(?P<m>January|February|March|April|May|June|July|August|September|October|November|December)(?![a-z])"
)
WEEKDAY = "(?P<wd>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
DAY_PART = "(?: (?:late )?(?:night|morning|afternoon|evening))?"
BEFORE_DATE = rf"(?:(?:Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Sat(?:ur)?|Sun)(?:day)?{DAY_PART}(?:, | \(| ))?"
DAY = r"(?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:])"
YEAR = r"(?P<y>(?:19|20)\d\d)(?!\d|年)"
PART = "(?P<pm>(?i:early|mid|late))"
SEASON = "(?i:spring|summer|autumn|fall|winter)"
ORDINAL = "(?P<q>(?i:first|second|third|fourth)|1st|2nd|3rd|4th)"
NUMBER = (
    r"(?P<n>\d{1,3}|(?i:a couple of|half a|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|eighteen))"
)
NUMBER_STARTS = "0123456789aAoOtTfFsSeEnNhH"
UNIT = "(?P<u>day|week|month|year)s?"
# The first three letters of every word that a rule can begin with.
FIRST_LETTERS = frozenset(
    (
        *(*_MONTH_NAMES, *_WEEKDAY_NAMES, "q", "h"),
        *("ear", "mid", "lat", "las", "thi", "nex", "yes", "tod", "ton", "tom", "rec", "soo", "now"),
        *(
            "a",
            "an",
            "one",
            "two",
            "thr",
            "fou",
            "fiv",
            "six",
            "sev",
            "eig",
            "nin",
            "ten",
            "ele",
            "twe",
            "hal",
        ),
        *("ove", "the", "tha", "by", "in", "end", "beg", "sta"),
        *("spr", "sum", "fal", "aut", "win", "fir", "sec"),
    )
)


def month_number(word: str) -> int:
    """Return the number of a month's name or abbreviation."""
    return MONTHS[word[:3].lower()]


def weekday_number(word: str) -> int:
    """Return 0 for Monday ... 6 for Sunday."""
    return WEEKDAYS[word[:3].lower()]


def text_of(hit: re.Match[str], group: str) -> str:
    """Return a group of a match in lower case, empty when it has none."""
    return (hit.groupdict().get(group) or "").lower()
