"""A reading text and its exact way back to the original characters.

Every repair step either replaces characters one for one or drops some, so the whole map is a list of dropped
ranges: each character of the reading text stands for exactly one character of the original.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from quliu.model.span import RawOffset, ReadOffset, ReadSpan, Span

__all__ = ["Fix", "OffsetMap", "Reading", "Repair"]

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fix:
    """Something that was repaired.

    Attributes:
        kind: the repair step, for example `pinyin`.
        span: the original characters that were dropped or replaced.
        dropped: whether they are gone from the reading text, rather than replaced one for one.
    """

    kind: str
    span: Span
    dropped: bool


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Which characters of an original are gone from its reading.

    `drops` are disjoint, sorted, and never touch each other. `cuts[i]` is the reading offset at which
    `drops[i]` was taken out, `shifts[i]` how many characters are gone up to and including it.
    """

    drops: Sequence[Range]
    cuts: Sequence[int]
    shifts: Sequence[int]

    @classmethod
    def of(cls, ranges: Iterable[Range]) -> OffsetMap:
        """Build the map from dropped ranges of the original; they may overlap and come in any order."""
        drops = list(_merged(sorted(ranges)))
        cuts, shifts = array("q"), array("q")
        gone = 0
        for start, end in drops:
            cuts.append(start - gone)
            gone += end - start
            shifts.append(gone)
        return cls(drops, cuts, shifts)

    def origin(self, offset: int) -> int:
        """Return the original offset of the reading character at `offset`."""
        index = bisect_right(self.cuts, offset)
        return offset + self.shifts[index - 1] if index else offset

    def arrival(self, offset: int) -> int:
        """Return how many characters before the original `offset` are left in the reading."""
        index = bisect_right(self.drops, (offset, -1))
        if not index:
            return offset
        _, end = self.drops[index - 1]
        return max(offset, end) - self.shifts[index - 1]

    def range(self, start: int, end: int) -> Range:
        """Return the original range of the non-empty reading range `[start, end)`."""
        return self.origin(start), self.origin(end - 1) + 1

    def dropping(self, ranges: Sequence[Range]) -> OffsetMap:
        """Return the map once ranges of the reading are dropped as well."""
        return OffsetMap.of([*self.drops, *(self.range(start, end) for start, end in ranges)])


@dataclass(frozen=True, slots=True)
class Repair:
    """What one step did: to which text, under which map; kept so that fixes need no work until asked for.

    A step that drops gives `ranges` of `before`; one that folds gives `after`, as long as `before`.
    """

    kind: str
    offsets: OffsetMap
    before: str
    after: str = ""
    ranges: Sequence[Range] = ()

    def find_fixes(self) -> Iterator[Fix]:
        """Yield the fixes of this step, from left to right."""
        dropped = not self.after
        for start, end in self.ranges if dropped else _differences(self.before, self.after):
            first, last = self.offsets.range(start, end)
            yield Fix(self.kind, Span(RawOffset(first), RawOffset(last)), dropped)


@dataclass(frozen=True, slots=True)
class Reading:
    """A repaired text with the way back to the original."""

    original: str
    text: str
    offsets: OffsetMap = field(repr=False)
    repairs: tuple[Repair, ...] = field(default=(), repr=False)

    def to_original(self, span: ReadSpan) -> Span:
        """Return the original characters that a non-empty reading span was read from.

        Dropped characters inside it are included, those outside at its edges are not.

        Raises:
            ValueError: the span is empty or ends behind the reading text.
        """
        if span.start == span.end or span.end > len(self.text):
            raise ValueError(f"no characters of the reading text: [{span.start}, {span.end})")
        start, end = self.offsets.range(span.start, span.end)
        return Span(RawOffset(start), RawOffset(end))

    def to_reading(self, span: Span) -> ReadSpan:
        """Return what is left of original characters in the reading text; empty when all were dropped."""
        start, end = self.offsets.arrival(span.start), self.offsets.arrival(span.end)
        return ReadSpan(ReadOffset(start), ReadOffset(end))

    @property
    def fixes(self) -> tuple[Fix, ...]:
        """What was repaired, step by step, worked out on each call."""
        return tuple(fix for repair in self.repairs for fix in repair.find_fixes())


def _merged(ranges: Iterable[Range]) -> Iterator[Range]:
    current: Range | None = None
    for start, end in ranges:
        if current is None:
            current = start, end
        elif start <= current[1]:
            current = current[0], max(current[1], end)
        else:
            yield current
            current = start, end
    if current is not None:
        yield current


def _differences(before: str, after: str) -> Iterator[Range]:
    changed = (i for i, (old, new) in enumerate(zip(before, after, strict=True)) if old != new)
    yield from _merged((i, i + 1) for i in changed)
