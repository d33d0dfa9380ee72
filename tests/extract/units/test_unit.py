from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quliu.extract.units.unit import (
    ORG,
    OUTLET,
    PERSON,
    ROLE,
    TIME,
    Sentence,
    Unit,
    UnitKind,
    find_gaps,
    find_gaps_with,
    mask_sentence,
    without_overlaps,
)
from quliu.model import ReadOffset, ReadSpan

CLASSES = {
    UnitKind.PERSON: PERSON,
    UnitKind.ORG: ORG,
    UnitKind.ROLE: ROLE,
    UnitKind.TIME: TIME,
    UnitKind.OUTLET: OUTLET,
}
KINDS = st.sampled_from(list(UnitKind))
TEXTS = st.text(st.sampled_from("甲乙丙加入离开，。“”《》 ()的@aZ9\n"), min_size=1, max_size=40)


def span(start: int, end: int) -> ReadSpan:
    return ReadSpan(ReadOffset(start), ReadOffset(end))


def unit(kind: UnitKind, start: int, end: int) -> Unit:
    return Unit(kind, span(start, end), f"{start}-{end}")


def mask(text: str, units: list[Unit]) -> Sentence:
    return mask_sentence(text, span(0, len(text)), units, paragraph=0, heading=False)


@st.composite
def masked(draw: st.DrawFn) -> tuple[str, list[Unit]]:
    """Draw a sentence without brackets and units that lie apart in it."""
    text = draw(TEXTS).replace("(", "甲").replace(")", "乙")
    bounds = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    pairs = zip(bounds[::2], bounds[1::2], strict=False)
    return text, [unit(draw(KINDS), start, end) for start, end in pairs]


@given(masked())
def test_every_unit_stands_at_its_place_in_the_mask(drawn: tuple[str, list[Unit]]) -> None:
    text, units = drawn
    sentence = mask(text, units)
    for one in units:
        at = sentence.position(one.span.start)
        assert sentence.unit(at) is one
        assert re.fullmatch(CLASSES[one.kind], sentence.mask[at])
        assert sentence.to_text(at, at + 1) == one.span


@given(masked(), st.sampled_from(["[A-Z]", "加入|加", "[a-z]A", "开，"]))
def test_the_stretches_with_a_match_are_those_where_a_search_finds_one(
    drawn: tuple[str, list[Unit]], pattern: str
) -> None:
    text, units = drawn
    compiled = re.compile(pattern)
    hits = [(gap, compiled.search(text, gap.start, gap.end)) for gap in find_gaps(text, units)]
    assert list(find_gaps_with(compiled, text, units)) == [(gap, hit.start()) for gap, hit in hits if hit]


@given(masked())
def test_there_are_no_other_units_in_the_mask(drawn: tuple[str, list[Unit]]) -> None:
    text, units = drawn
    sentence = mask(text, units)
    for kind, pattern in CLASSES.items():
        assert [one for _, one in sentence.find(pattern)] == [one for one in units if one.kind is kind]


@given(masked(), st.data())
def test_a_range_of_the_mask_is_the_text_from_its_first_to_its_last_character(
    drawn: tuple[str, list[Unit]], data: st.DataObject
) -> None:
    text, units = drawn
    sentence = mask(text, units)
    if not sentence.mask:
        return
    start = data.draw(st.integers(0, len(sentence.mask) - 1))
    end = data.draw(st.integers(start + 1, len(sentence.mask)))
    read = sentence.to_text(start, end)
    covered = [one for at in range(start, end) if (one := sentence.unit(at))]
    assert all(read.contains(one.span) for one in covered)
    assert not any(read.overlaps(one.span) for one in units if one not in covered)
    plain = [sentence.mask[at] for at in range(start, end) if sentence.unit(at) is None]
    outside = [
        text[i]
        for i in range(read.start, read.end)
        if not any(i in range(u.span.start, u.span.end) for u in units)
    ]
    assert not plain or "".join(plain) in "".join(outside) or set(plain) <= set(outside)


@given(TEXTS)
def test_a_sentence_without_units_is_its_own_mask(text: str) -> None:
    bare = text.replace("(", "甲").replace(")", "乙")
    sentence = mask(bare, [])
    assert sentence.mask == bare
    assert sentence.starts == tuple(range(len(bare) + 1))


def test_marks_beside_a_unit_are_left_out() -> None:
    text = "她加入“橙狐科技” ，"
    sentence = mask(text, [unit(UnitKind.ORG, 4, 8)])
    assert re.fullmatch(f"她加入{ORG}，", sentence.mask)


def test_an_aside_is_left_out_with_its_units() -> None:
    text = "何晓棠(橙狐科技)离职"
    person, org = unit(UnitKind.PERSON, 0, 3), unit(UnitKind.ORG, 4, 8)
    sentence = mask(text, [person, org])
    assert re.fullmatch(f"{PERSON}离职", sentence.mask)
    assert sentence.units == (person, org)


def test_more_units_than_characters_for_them() -> None:
    text = "甲" * 2000
    units = [unit(UnitKind.OUTLET, i, i + 1) for i in range(2000)]
    sentence = mask(text, units)
    assert [one for _, one in sentence.find(OUTLET)] == units


@given(st.lists(st.tuples(KINDS, st.integers(0, 30), st.integers(1, 6)), max_size=12))
def test_units_kept_lie_apart_in_text_order(drawn: list[tuple[UnitKind, int, int]]) -> None:
    units = [unit(kind, start, start + size) for kind, start, size in drawn]
    kept = without_overlaps(units)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(kept))
    assert all(one in kept or any(one.span.overlaps(other.span) for other in kept) for one in units)
    assert not units or units[0] in kept


@given(masked())
def test_gaps_and_units_are_the_whole_text(drawn: tuple[str, list[Unit]]) -> None:
    text, units = drawn
    pieces = [(gap.start, gap.end) for gap in find_gaps(text, units)]
    pieces += [(one.span.start, one.span.end) for one in units]
    assert "".join(text[start:end] for start, end in sorted(pieces)) == text


@pytest.mark.parametrize("kind", UnitKind)
def test_the_classes_do_not_meet(kind: UnitKind) -> None:
    sentence = mask("甲", [unit(kind, 0, 1)])
    assert [k for k, pattern in CLASSES.items() if re.fullmatch(pattern, sentence.mask)] == [kind]
