"""Date arithmetic for the time grammar: years, months and their parts as half-open ranges of days.

Every function raises ValueError or OverflowError where the calendar of `datetime` ends.
"""

from __future__ import annotations

from datetime import date, timedelta

from quliu.model import DateRange


def month_start(year: int, month: int) -> date:
    """Return the first day of a month; months outside 1..12 carry into the year."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def months(year: int, month: int, count: int = 1) -> DateRange:
    """Return `count` months from one on."""
    return DateRange(month_start(year, month), month_start(year, month + count))


def years(year: int, count: int = 1) -> DateRange:
    """Return `count` whole years from one on."""
    return months(year, 1, 12 * count)


def days(first: date, count: int) -> DateRange:
    """Return `count` days from one on."""
    return DateRange(first, first + timedelta(days=count))


def part_of_month(year: int, month: int, part: str) -> DateRange:
    """Return a part of a month: 初/上旬 days 1-10, 中旬 11-20, 下旬/底/末 21-end; else all of it."""
    whole = months(year, month)
    tenth, twentieth = whole.first + timedelta(days=10), whole.first + timedelta(days=20)
    if part in ("初", "上旬", "early"):
        return DateRange(whole.first, tenth)
    if part in ("中", "中旬", "mid"):
        return DateRange(tenth, twentieth)
    if part in ("下旬", "底", "末", "late"):
        return DateRange(twentieth, whole.end)
    return whole


_PARTS_OF_YEAR = {
    # First month and number of months. The widths of 初, 中 and 底 are those of careful readers: 年底 is told
    # of November too, 年中 of May to August.
    "初": (1, 3), "early": (1, 4), "中": (5, 4), "mid": (5, 4), "底": (11, 2), "末": (11, 2), "late": (9, 4),
    "上半": (1, 6), "下半": (7, 6), "H1": (1, 6), "H2": (7, 6),
    "春": (3, 3), "夏": (6, 3), "秋": (9, 3), "冬": (12, 3),
    "spring": (3, 3), "summer": (6, 3), "autumn": (9, 3), "fall": (9, 3), "winter": (12, 3),
}  # fmt: skip


def part_of_year(year: int, part: str) -> DateRange:
    """Return a part of a year: 年初 is its first quarter, 上半 six months; an unknown part is the year."""
    first, count = _PARTS_OF_YEAR.get(part, (1, 12))
    return months(year, first, count)


def quarter(year: int, number: int, part: str = "") -> DateRange:
    """Return a quarter, or its first (初) or last month (末, 底); numbers outside 1..4 carry into the year."""
    if part in ("初", "末", "底"):
        return months(year, 3 * number - (2 if part == "初" else 0))
    return months(year, 3 * number - 2, 3)


def part_of_decade(first_year: int, part: str) -> DateRange:
    """Return a part of ten years: 初 the first three, 中 the fifth to the seventh, 末 the last three."""
    if part in ("初", "早期", "early"):
        return years(first_year, 3)
    if part in ("中", "中期", "mid"):
        return years(first_year + 4, 3)
    if part in ("末", "底", "后期", "末期", "late"):
        return years(first_year + 7, 3)
    return years(first_year, 10)


def week_of(day: date, weeks: int = 0) -> DateRange:
    """Return the week (Monday to Sunday) that holds a day, moved by some weeks."""
    return days(day - timedelta(days=day.weekday()) + timedelta(weeks=weeks), 7)


def shift_months(day: date, count: int) -> date:
    """Return the same day some months away, clipped to the month's end."""
    target = months(day.year, day.month + count)
    return min(target.first + timedelta(days=day.day - 1), target.last)


def shift(base: DateRange, number: float, unit: str) -> DateRange:
    """Return a range as far from another as so many units; it is as wide as the unit at least.

    Args:
        unit: `day`, `week`, `month` or `year`.
    """
    if unit == "year" and number == int(number):
        return years(base.first.year + int(number))
    if unit == "month" and number != int(number):
        number, unit = number * 30 / 7, "week"
    if unit in ("month", "year"):
        count = round(number * 12) if unit == "year" else round(number)
        first, last = shift_months(base.first, count), shift_months(base.last, count)
        if (first.year, first.month) == (last.year, last.month):
            return months(first.year, first.month)
        return DateRange(first, last + timedelta(days=1))
    moved = timedelta(days=round(number * (7 if unit == "week" else 1)))
    slack = (timedelta(days=3), timedelta(days=4)) if unit == "week" else (timedelta(0), timedelta(days=1))
    return DateRange(base.first + moved - slack[0], base.last + moved + slack[1])
