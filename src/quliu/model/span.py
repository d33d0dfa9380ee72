"""Character ranges. Offsets into the original and into the reading text are different types on purpose.

A `Span` points into `Document.text`, the text as a reader sees it before repair; it is what claims carry.
A `ReadSpan` points into the repaired reading text and never leaves the extraction stage.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

RawOffset = NewType("RawOffset", int)
ReadOffset = NewType("ReadOffset", int)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A non-empty half-open range `[start, end)` of `Document.text`."""

    start: RawOffset
    end: RawOffset

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def slice(self, text: str) -> str:
        """Return the characters this span names."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def hull(self, other: Span) -> Span:
        """Return the smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True, order=True)
class ReadSpan:
    """A half-open range `[start, end)` of a reading text; may be empty."""

    start: ReadOffset
    end: ReadOffset

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def slice(self, text: str) -> str:
        """Return the characters this span names."""
        return text[self.start : self.end]

    def overlaps(self, other: ReadSpan) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: ReadSpan) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end
