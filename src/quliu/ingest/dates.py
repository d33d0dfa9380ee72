"""Full calendar dates as headers write them. One without its year is no date here, it is never filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

__all__ = ["PUBLISHED", "FoundDate", "find_dates", "parse_date"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<{0}>(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*)\.?"
_ZONE = r"(?: ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?"
_TIME = (
    r"(?:,?[ T]*(?:at )?\d{1,2}[:时]\d{2}(?:[:分]\d{2}(?:\.\d+)?)?秒?(?: ?[AaPp]\.?[Mm]\b\.?)?"
    rf"{_ZONE})?"
)
_DATE = re.compile(
    r"(?<![\d./\-])(?:"
    r"(?P<y1>\d{4}) ?(?P<s>[-/.]) ?(?P<m1>\d{1,2}) ?(?P=s) ?(?P<d1>\d{1,2})(?!\d)"
    r"|(?P<y2>\d{4}) ?年 ?(?P<m2>\d{1,2}) ?月 ?(?P<d2>\d{1,2}) ?日"
    rf"|{_MONTH.format('m3')} (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y3>\d{{4}})(?!\d)"
    rf"|(?P<d4>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH.format('m4')},? (?P<y4>\d{{4}})(?!\d)"
    rf"){_TIME}",
    re.IGNORECASE,
)
PUBLISHED = re.compile(
    r"(?:(?:发布|发表|刊发)(?:于|时间|日期)?|(?<![\u4e00-\u9fff])(?:日期|时间)"
    r"|(?:published|posted)(?: on| at)?"
    r"|publish(?:ed|_)? ?(?:date|time)|pub_?date|date(?: published)?)[ :丨|]*\Z",
    re.IGNORECASE,
)
"""What a line says right before the day that an article was published."""
_YEAR = re.compile(r"\d{4}")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_YEARS = range(1990, 2101)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A full date with the time of day that follows it, `[start, end)` in the text that was searched."""

    day: date
    start: int
    end: int
    has_time: bool


def find_dates(text: str) -> Iterator[FoundDate]:
    """Yield the valid full dates of a text whose forms are folded, from left to right."""
    for match in _DATE.finditer(text) if _YEAR.search(text) else ():
        year, month, day = _parts(match)
        if (found := _make(year, month, day)) is not None:
            yield FoundDate(found, match.start(), match.end(), ":" in match[0] or "时" in match[0])


def parse_date(value: str) -> date | None:
    """Return the date that a metadata value is (ISO 8601, 20310305, Unix time, ...), None when it is none."""
    value = value.strip()
    if compact := _COMPACT.fullmatch(value):
        return _make(compact[1], compact[2], compact[3])
    if _EPOCH.fullmatch(value):
        return datetime.fromtimestamp(int(value[:10]), UTC).date()
    found = next(find_dates(value), None)
    return found.day if found is not None and (found.start, found.end) == (0, len(value)) else None


def _parts(match: re.Match[str]) -> tuple[str, str, str]:
    for n in "1234":
        if match[f"y{n}"]:
            return match[f"y{n}"], match[f"m{n}"], match[f"d{n}"]
    raise AssertionError("every branch has a year")


def _make(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    if int(year) not in _YEARS:
        return None
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None
