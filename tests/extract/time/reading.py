"""How the time tests write down ranges: `2024`, `2024-05`, `2024-05-01`, `2024-05-01/2024-06-01`, `?`."""

from __future__ import annotations

from datetime import date

from quliu.extract.time import TimeMention, find_times
from quliu.extract.time.calendar import months, years
from quliu.model import DateRange
from quliu.text import repair

NOW = date(2025, 4, 16)
"""The Wednesday on which the texts of the tests are told."""


def parse_days(written: str) -> DateRange:
    """Return the range that a short form stands for."""
    if "/" in written:
        first, _, last = written.partition("/")
        return DateRange(_day(first), _day(last))
    if len(written) == 10:
        return DateRange.day(date.fromisoformat(written))
    year, _, month = written.partition("-")
    return months(int(year), int(month)) if month else years(int(year))


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


def read(text: str, anchor: date | None = NOW) -> list[tuple[str, TimeMention]]:
    """Return the time expressions of a text as it is read, each with its words."""
    reading = repair(text).text
    return [(mention.span.slice(reading), mention) for mention in find_times(reading, anchor)]


def ranges(text: str, anchor: date | None = NOW) -> list[str]:
    """Return the definite ranges of a text, `?` for the vague."""
    return ["?" if mention.vague else str(mention.range) for _, mention in read(text, anchor)]
