"""Date arithmetic for the time grammar: years, months and their parts as half-open ranges of days."""

from __future__ import annotations

from datetime import date, timedelta

from quliu.model import DateRange


def month_start(year: int, month: int) -> date:
    """Return the first day of a month; months outside 1..12 carry into the year."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def months(year: int, month: int, count: int = 1) -> DateRange:
    """Return `count` months from one on."""
    return DateRange(month_start(year, month), month_start(year, month + count))


def year_range(year: int) -> DateRange:
    """Return a whole year."""
    return months(year, 1, 12)


def day_range(year: int, month: int, day: int) -> DateRange | None:
    """Return one day, None when there is no such day."""
    try:
        return DateRange.day(date(year, month, day))
    except ValueError:
        return None


def part_of_month(year: int, month: int, part: str) -> DateRange:
    """Return a part of a month: 初/上旬 days 1-10, 中旬 11-20, 下旬/底/末 21-end."""
    first, following = month_start(year, month), month_start(year, month + 1)
    if part in ("初", "上旬", "早期", "early"):
        return DateRange(first, first + timedelta(days=10))
    if part in ("中", "中旬", "mid"):
        return DateRange(first + timedelta(days=10), first + timedelta(days=20))
    if part in ("下旬", "底", "末", "late", "end"):
        return DateRange(first + timedelta(days=20), following)
    return DateRange(first, following)


_PARTS_OF_YEAR = {
    # first month, number of months
    "初": (1, 2), "年初": (1, 2), "early": (1, 4), "中": (6, 2), "年中": (6, 2), "mid": (5, 4),
    "底": (12, 1), "末": (12, 1), "年底": (12, 1), "年末": (12, 1), "late": (9, 4), "end": (12, 1),
    "上半年": (1, 6), "下半年": (7, 6), "春": (3, 3), "春天": (3, 3), "春季": (3, 3), "spring": (3, 3),
    "夏": (6, 3), "夏天": (6, 3), "夏季": (6, 3), "summer": (6, 3), "秋": (9, 3), "秋天": (9, 3), "秋季": (9, 3),
    "fall": (9, 3), "autumn": (9, 3), "冬": (12, 3), "冬天": (12, 3), "冬季": (12, 3), "winter": (12, 3),
    "第一季度": (1, 3), "第二季度": (4, 3), "第三季度": (7, 3), "第四季度": (10, 3),
    "一季度": (1, 3), "二季度": (4, 3), "三季度": (7, 3), "四季度": (10, 3),
    "Q1": (1, 3), "Q2": (4, 3), "Q3": (7, 3), "Q4": (10, 3),
}  # fmt: skip


def part_of_year(year: int, part: str) -> DateRange:
    """Return a part of a year: 年初 is January and February, 年底 December; an unknown part is the year."""
    first, count = _PARTS_OF_YEAR.get(part, (1, 12))
    return months(year, first, count)


def week_of(day: date, weeks: int = 0) -> DateRange:
    """Return the week (Monday to Sunday) that holds a day, moved by some weeks."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=weeks)
    return DateRange(monday, monday + timedelta(days=7))


def shift_months(day: date, count: int) -> date:
    """Return the same day some months away, clipped to the month's end."""
    first = month_start(day.year, day.month + count)
    following = month_start(day.year, day.month + count + 1)
    return min(first.replace(day=1) + timedelta(days=day.day - 1), following - timedelta(days=1))
