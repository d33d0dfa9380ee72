"""What the time grammar finds."""

from __future__ import annotations

from dataclasses import dataclass

from quliu.model import DateRange, ReadSpan


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression of the reading text.

    Attributes:
        range: the days it may mean; all days of a stretch such as 2019年至2021年.
        vague: it names no definite period (近日, 此前), or nothing in the text fixes it.
        after: it counts from the event told before it (3个月过后, 同年), already resolved against that event.
        begun: of a stretch with two ends, or of one that lasts (2019年至今): when it began.
        ended: of a stretch with two ends: when it ended.
    """

    span: ReadSpan
    range: DateRange
    rule: str
    vague: bool = False
    after: bool = False
    begun: DateRange | None = None
    ended: DateRange | None = None
