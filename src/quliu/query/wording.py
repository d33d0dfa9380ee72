"""Uncertain time in words that need no manual and never claim more than is known."""

from __future__ import annotations

from datetime import date, timedelta

from quliu.model import DateRange

UNKNOWN = "?"


def say_range(days: DateRange | None) -> str:
    """Return `2024-08`, `2025-02-11..20`, `by 2025-04-13`, `from 2025-01-01` or `?`."""
    if days is None or days.is_unknown:
        return UNKNOWN
    if days.start is None:
        return f"by {days.last}"
    if days.end is None:
        return f"from {days.start}"
    return _say_closed(days.start, days.end)


def say_published(day: date | None, within: DateRange | None) -> str:
    """Return the day of publication, `about 2024-11 (inferred)`, or `?`."""
    if day is not None:
        return day.isoformat()
    return UNKNOWN if within is None else f"about {say_range(within)} (inferred)"


def _say_closed(start: date, end: date) -> str:
    last = end - timedelta(days=1)
    if (start.month, start.day, end.month, end.day) == (1, 1, 1, 1):
        return _say_pair(f"{start.year:04}", f"{last.year:04}", shared=0)
    months = start.day == end.day == 1
    first, final = (day.isoformat()[: 7 if months else 10] for day in (start, last))
    return _say_pair(first, final, shared=_shared_prefix(start, last, months))


def _shared_prefix(start: date, last: date, months: bool) -> int:
    """Return how many characters of the later date only repeat the earlier one."""
    if start.year != last.year:
        return 0
    return len("2025-") if months or start.month != last.month else len("2025-02-")


def _say_pair(first: str, final: str, shared: int) -> str:
    return first if first == final else f"{first}..{final[shared:]}"
