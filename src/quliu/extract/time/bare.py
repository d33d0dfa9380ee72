"""What bare months, days, parts and weekdays mean: those told without the year, the month or the week."""

from __future__ import annotations

import re
from datetime import date, timedelta

from quliu.extract.time.calendar import months, week_of
from quliu.extract.time.clock import SAME_STORY, Clock
from quliu.model import DateRange

_NEAR = 400  # characters between two entries of a timeline
_FRESH = timedelta(days=30)
_LAST_DAYS = 10
_JUST_FUTURE = re.compile(
    r"(?:将|拟|计划|预计|有望|定于|\b(?:will|plans to|due)\b[^.]{0,20})(?:于|在|自|从)?\Z"
)


def year_of(clock: Clock, start: int, end: int, month: int, day: int | None = None) -> int | None:
    """Return the year of a bare month or day, None when nothing fixes it.

    A year told just before in one story wins; else it is the latest one not after now, unless the sentence
    speaks of the future or a bare day lies just ahead.
    """
    begun = _year_of_story(clock, start, month, day)
    if begun is not None or clock.now is None:
        return begun
    this = date(clock.now.year, month, 1) if day is None else _clipped(clock.now.year, month, day)
    ahead = (this - clock.now).days
    if ahead <= 0:
        direct = _JUST_FUTURE.search(clock.text, max(0, start - 30), start) is not None
        following = 365 + ahead
        if (direct and following <= 200) or (day and following <= 75 and clock.is_future(start, end)):
            return clock.now.year + 1
        return clock.now.year
    if clock.is_future(start, end) or (day and ahead <= 110 and not clock.is_past(start, end)):
        return clock.now.year
    return clock.now.year - 1


def _year_of_story(clock: Clock, at: int, month: int, day: int | None) -> int | None:
    told = clock.told.start if clock.told else None
    if told is None or (clock.now is not None and told.year >= clock.now.year):
        return None
    if (month, 31 if day is None else day) < (told.month, told.day):
        return None
    if clock.in_paragraph(at) and not (_is_year(clock.told) and _is_close(clock, at, month, day)):
        return None if day and _is_just_now(clock, at, month, day) else told.year
    if clock.now is None:
        return None
    current = _clipped(clock.now.year, month, day or 1)
    if timedelta(0) <= clock.now - current <= _FRESH or _is_year(clock.told):
        return None
    timeline = at - clock.told_to <= _NEAR and _opens_line(clock, at) and _opens_line(clock, clock.told_from)
    return told.year if timeline or (at - clock.told_to <= SAME_STORY and month == told.month) else None


def _is_close(clock: Clock, at: int, month: int, day: int | None) -> bool:
    """Tell whether a bare month or day of another sentence than the year told lies around now."""
    if clock.now is None or re.search("[。.!?;] ?", clock.text[clock.told_to : at]) is None:
        return False
    away = (clock.now - _clipped(clock.now.year, month, day or 1)).days
    return (abs(away) <= 110 or 255 <= away + 365 <= 365) if day else 0 <= away % 365 <= 150


def _is_just_now(clock: Clock, at: int, month: int, day: int) -> bool:
    """Tell whether a bare day that opens another sentence than the year told is one of the last days."""
    if clock.now is None or clock.text[at - 1 : at] not in "。;\n":
        return False
    return 0 <= (clock.now - _clipped(clock.now.year, month, day)).days <= _LAST_DAYS


def _is_year(told: DateRange | None) -> bool:
    return told is None or told.end is None or (told.end - told.first).days > 300


def _opens_line(clock: Clock, at: int) -> bool:
    return "\n" in clock.text[max(0, at - 8) : at] or at <= 8


def month_of_day(clock: Clock, start: int, end: int, day: int) -> date | None:
    """Return the day that a day without a month means, None when nothing fixes it."""
    told = clock.told.start if clock.told else None
    fresh = told is not None and clock.now is not None and abs((clock.now - told).days) <= 45
    narrow = clock.told is not None and not _is_year(clock.told)
    if told is not None and narrow and (clock.in_paragraph(start) or fresh):
        found = date(told.year, told.month, day)
        if clock.now is None or told > clock.now or found <= clock.now or clock.is_future(start, end):
            return found
    if clock.now is None:
        return None
    base = clock.now.replace(day=1)
    if day > clock.now.day and not clock.is_future(start, end):
        base = (base - timedelta(days=1)).replace(day=1)
    return base.replace(day=day)


def month_of_part(clock: Clock, start: int, part: str) -> date | None:
    """Return the first of the month that a bare 月初 or 月底 means, None when nothing fixes it."""
    told = clock.told
    if told is not None and told.start is not None and not _is_year(told) and clock.in_paragraph(start):
        return told.start.replace(day=1)
    if clock.now is None:
        return None
    begins = {"初": 1, "上旬": 1, "中": 11, "中旬": 11}.get(part, 21)
    base = clock.now.replace(day=1)
    if clock.now.day < begins and not clock.is_future(start, start + 2):
        base = (base - timedelta(days=1)).replace(day=1)
    return base


def year_of_part(clock: Clock, start: int, end: int, first_month: int) -> int | None:
    """Return the year that a bare 年底 or 下半年 means, None when nothing fixes it."""
    told = clock.told_year()
    if told is not None and clock.in_paragraph(start) and (clock.now is None or told < clock.now.year):
        return told
    if clock.now is None:
        return None
    past = first_month <= clock.now.month or clock.is_future(start, end)
    return clock.now.year if past else clock.now.year - 1


def weekday(clock: Clock, start: int, end: int, number: int) -> date | None:
    """Return the day that a bare weekday means: the latest one, unless told of the future or in a story."""
    if clock.now is None:
        return None
    found = week_of(clock.now).first + timedelta(days=number)
    if clock.day is not None and start - clock.told_to <= 8 and clock.day.weekday() == number:
        return clock.day  # 6月1日是星期一
    if clock.day is not None and clock.in_paragraph(start) and 6 < (clock.now - clock.day).days <= 60:
        return clock.day + timedelta(days=(number - clock.day.weekday()) % 7)
    if found > clock.now and not clock.is_future(start, end, clause=True):
        found -= timedelta(days=7)
    return found


def _clipped(year: int, month: int, day: int) -> date:
    whole = months(year, month)
    return min(whole.first + timedelta(days=day - 1), whole.last)
