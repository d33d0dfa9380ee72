from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quliu.model import RawOffset, ReadOffset, ReadSpan, Span
from quliu.text import OffsetMap, Reading

RANGES = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 5)).map(lambda pair: (pair[0], sum(pair))), max_size=8
)


def read_span(start: int, end: int) -> ReadSpan:
    return ReadSpan(ReadOffset(start), ReadOffset(end))


def span(start: int, end: int) -> Span:
    return Span(RawOffset(start), RawOffset(end))


def without(text: str, ranges: list[tuple[int, int]]) -> tuple[str, list[int]]:
    kept = [i for i in range(len(text)) if not any(start <= i < end for start, end in ranges)]
    return "".join(text[i] for i in kept), kept


@given(RANGES)
def test_origin_is_where_a_kept_character_stood(ranges: list[tuple[int, int]]) -> None:
    _, kept = without("x" * 60, ranges)
    offsets = OffsetMap.of(ranges)
    assert [offsets.origin(i) for i in range(len(kept))] == kept


@given(RANGES, st.integers(0, 60))
def test_arrival_counts_the_characters_kept_before(ranges: list[tuple[int, int]], offset: int) -> None:
    _, kept = without("x" * 60, ranges)
    assert OffsetMap.of(ranges).arrival(offset) == sum(position < offset for position in kept)


@given(RANGES, RANGES)
def test_dropping_twice_is_dropping_from_what_is_left(
    first: list[tuple[int, int]], second: list[tuple[int, int]]
) -> None:
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 60)))
    once, _ = without(text, first)
    second = [(start, min(end, len(once))) for start, end in second if start < len(once)]
    twice, _ = without(once, second)
    offsets = OffsetMap.of(first).dropping(second)
    assert "".join(text[offsets.origin(i)] for i in range(len(twice))) == twice


def test_dropped_characters_inside_a_span_are_included_at_its_edges_not() -> None:
    reading = Reading("a--b--c", "abc", OffsetMap.of([(1, 3), (4, 6)]))
    assert reading.to_original(read_span(0, 2)) == span(0, 4)
    assert reading.to_original(read_span(1, 2)) == span(3, 4)


@pytest.mark.parametrize(("start", "end"), [(1, 1), (2, 4)], ids=["empty", "behind-the-end"])
def test_no_characters_have_no_original(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no characters"):
        Reading("abc", "abc", OffsetMap.of(())).to_original(read_span(start, end))


def test_to_reading_of_dropped_characters_is_empty() -> None:
    reading = Reading("a--b", "ab", OffsetMap.of([(1, 3)]))
    assert reading.to_reading(span(1, 3)) == read_span(1, 1)
    assert reading.to_reading(span(0, 2)) == read_span(0, 1)
    assert reading.to_reading(span(2, 4)) == read_span(1, 2)
