"""Time as the sources give it: half-open intervals of days, never a filled-in day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from quliu.model.span import Span


class Certainty(StrEnum):
    """The three answers to a question about an imprecise time."""

    YES = "yes"
    POSSIBLY = "possibly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class DateRange:
    """The days `[start, end)`; `None` leaves a side open.

    As the date of one event it reads "on one of these days".
    """

    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.start >= self.end:
            raise ValueError(f"empty date range: [{self.start}, {self.end})")

    @classmethod
    def day(cls, day: date) -> DateRange:
        """Return the range that holds exactly one day."""
        return cls(day, day + timedelta(days=1))

    @property
    def first(self) -> date:
        """The earliest day, `date.min` when open."""
        return self.start or date.min

    @property
    def last(self) -> date:
        """The latest day (inclusive), `date.max` when open."""
        return self.end - timedelta(days=1) if self.end else date.max

    @property
    def is_open(self) -> bool:
        """Whether a side is unknown."""
        return self.start is None or self.end is None

    @property
    def is_unknown(self) -> bool:
        """Whether nothing at all is known."""
        return self.start is None and self.end is None

    def contains(self, day: date) -> bool:
        """Tell whether the day lies in the range."""
        return self.first <= day <= self.last

    def intersect(self, other: DateRange) -> DateRange | None:
        """Return the days in both, or None when there are none."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return _from_days(first, last) if first <= last else None

    def hull(self, other: DateRange) -> DateRange:
        """Return the smallest range that covers both."""
        return _from_days(min(self.first, other.first), max(self.last, other.last))

    def __str__(self) -> str:
        if self.is_unknown:
            return "?"
        if self.start is not None and self.last == self.start:
            return self.start.isoformat()
        return f"[{self.start or ''}, {self.end or ''})"


def _from_days(first: date, last: date) -> DateRange:
    start = None if first == date.min else first
    end = None if last == date.max else last + timedelta(days=1)
    return DateRange(start, end)


@dataclass(frozen=True, slots=True)
class When:
    """When something happened, as a text says it.

    Attributes:
        range: the days it may mean.
        text: the words of the source, as in `Document.text`; empty when taken from the document alone.
        span: where those words stand; None when taken from the document alone.
        anchor: the day that relative words were resolved against; None when the words needed none.
        rule: id of the time rule that read it.
        vague: whether the words name no definite period ("recently").
    """

    range: DateRange
    text: str = ""
    span: Span | None = None
    anchor: date | None = None
    rule: str = ""
    vague: bool = False
