"""When an article that shows no date was published, as far as its own times tell.

Writers give days of this year without their year, and name the year where it might be mistaken. So the latest
year named with its month is the present one if nothing named is later and the bare days lie after it; the
latest bare day is then a few days old. Where the text does not bear this out twice over, nothing is inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from quliu.extract.time.calendar import months
from quliu.extract.time.clock import Clock
from quliu.extract.time.find import find_times
from quliu.extract.time.mention import TimeMention
from quliu.extract.time.numbers import parse_number
from quliu.model import DateRange

__all__ = ["infer_published"]

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY = re.compile(
    r"(?P<m>[\d一二三四五六七八九十]{1,2}) ?月(?:份)? ?(?P<d>[\d一二三四五六七八九十]{1,3}) ?[日号]?"
)
_THIS_YEAR = re.compile(r"今年(?P<m>1[0-2]|0?[1-9])月")
_IN_SENTENCE = re.compile(r"[^\s\d]")  # unlike a line of a programme: 7月17日 19:30
_WITH_MONTH = frozenset({"zh-date", "zh-year-month", "zh-year-part", "zh-year-quarter", "iso-date"})
# What stands right before a time that is still to come, or right after it. 截至 is of the past.
_AHEAD_BEFORE = re.compile(
    r"(?:(?<!截)[到至]|直到|持续至|预测|预计|计划|目标|有望|一旦|表示|推迟|[将会拟][于在]|会在|自|截止)[^,。;:]{0,4}\Z"
)
_AHEAD_AFTER = re.compile(
    r"\s?(?:[之以]?前|将|会|起|开始|截止|终止|实现|完成|上映|上市|推出|发售|举[办行]|[-–—~至到、]\s?\d)"
)
_AROUND = 16

_FEW_WEEKS = timedelta(days=21)
"""How old the latest day that an article tells of is at most, but for few."""

_MOST_MONTHS_APART = 2
"""Bare days further apart than that belong to a story of its own, not to the news."""

_ENOUGH = 3
"""So often must the year be named to be sure without any 今年 or 去年."""


def infer_published(text: str) -> DateRange | None:
    """Return the months in which a reading text was published, None where its times do not settle it."""
    clock = Clock(text, None)
    told = [found for found in find_times(text, None) if not _is_ahead(found, clock)]
    year = _find_year(text, told)
    if year is None:
        return None
    days = _bare_days(text, told, year)
    named = _dated(text, told, year)[-1].range.first
    if not days or named > max(days) or _months_between(min(days), max(days)) > _MOST_MONTHS_APART:
        return None
    first = days[0]
    latest = max([*days, *_months_of_this_year(text, told, year)]) + _FEW_WEEKS
    return months(first.year, first.month).hull(months(latest.year, latest.month))


def _is_ahead(found: TimeMention, clock: Clock) -> bool:
    """Tell whether a time is, or may be, still to come."""
    start, end = found.span.start, found.span.end
    before = clock.text[max(0, start - _AROUND) : start]
    return (
        _AHEAD_BEFORE.search(before) is not None
        or _AHEAD_AFTER.match(clock.text, end) is not None
        or clock.is_future(start, end, clause=True)
    )


def _find_year(text: str, told: Sequence[TimeMention]) -> int | None:
    """Return the present year, as told by the latest one named, None where that may be a past one."""
    named = [year for found in told if (year := _named_year(text, found)) is not None]
    latest = max(named, default=None)
    if latest is None or not _dated(text, told, latest):
        return None
    relative = ("今年" in text) + ("去年" in text)
    return latest if named.count(latest) + relative >= _ENOUGH else None


def _named_year(text: str, found: TimeMention) -> int | None:
    digits = _YEAR.findall(found.span.slice(text))
    return int(digits[-1]) if digits else None


def _dated(text: str, told: Iterable[TimeMention], year: int) -> list[TimeMention]:
    """Return the times that name a year with a part of it, the earliest first."""
    of_year = (found for found in told if found.rule in _WITH_MONTH and _named_year(text, found) == year)
    return sorted((found for found in of_year if not found.vague), key=lambda found: found.range.first)


def _bare_days(text: str, told: Iterable[TimeMention], year: int) -> list[date]:
    """Return the days told without a year, as days of a year, in text order."""
    bare = (one for one in told if one.rule == "zh-month-day" and one.vague)
    found = (_day_in(one.span.slice(text), year) for one in bare if _IN_SENTENCE.match(text, one.span.end))
    return [day for day in found if day is not None]


def _months_of_this_year(text: str, told: Iterable[TimeMention], year: int) -> list[date]:
    """Return the beginnings of months told as 今年8月."""
    found = (_THIS_YEAR.match(one.span.slice(text)) for one in told if one.rule == "zh-year-month")
    return [date(year, int(hit["m"]), 1) for hit in found if hit is not None]


def _day_in(words: str, year: int) -> date | None:
    hit = _DAY.search(words)
    if hit is None:
        return None
    try:
        return date(year, int(parse_number(hit["m"])), int(parse_number(hit["d"])))
    except ValueError:
        return None


def _months_between(first: date, last: date) -> int:
    return 12 * (last.year - first.year) + last.month - first.month
