from __future__ import annotations

from functools import cache
from itertools import accumulate, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quliu.stories import Fingerprint, Likeness, LikenessKind, compare, fingerprint
from quliu.stories.likeness import _most_in_order
from tests.stories.copies import ORIGINAL, load_half

TEXTS = {(paper.story, paper.kind): paper.text for paper in load_half("even")}


def likeness(one: str, other: str) -> Likeness | None:
    return compare(_print(one), _print(other))


@cache
def _print(text: str) -> Fingerprint:
    return fingerprint(text)


def test_the_same_text() -> None:
    text = TEXTS["02a", ORIGINAL]
    assert likeness(text, text) == Likeness(LikenessKind.COPY, 1.0, 1.0)


@pytest.mark.parametrize(
    ("kind", "alike"),
    [
        ("repost", LikenessKind.COPY),
        ("trim", LikenessKind.COPY),
        ("spin", LikenessKind.COPY),
        ("traditional", LikenessKind.COPY),
        ("pinyin", LikenessKind.COPY),
        ("rewording", LikenessKind.REWORDING),
    ],
)
def test_kind(kind: str, alike: LikenessKind) -> None:
    found = likeness(TEXTS["02a", ORIGINAL], TEXTS["02a", kind])
    assert found is not None
    assert found.kind is alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("02a", "02b", id="event"),
        pytest.param("40a", "40b", id="facts"),
        pytest.param("02a", "04a", id="sequel"),
        pytest.param("14a", "16a", id="pattern"),
        pytest.param("14a", "34a", id="series"),
        pytest.param("28a", "28b", id="quotation"),
    ],
)
def test_other_stories(one: str, other: str) -> None:
    assert likeness(TEXTS[one, ORIGINAL], TEXTS[other, ORIGINAL]) is None


def test_a_headline_is_like_nothing() -> None:
    assert likeness("星帆智能首席科学家贾明白离任", "星帆智能首席科学家贾明白离任") is None


def test_the_same_sentences_in_another_order() -> None:
    """Whoever tells it anew starts elsewhere; who only changes the words keeps to the order."""
    title, *rest = TEXTS["02b", "rewording"].splitlines()
    assert likeness(TEXTS["02b", ORIGINAL], "\n".join([title, *rest])) is not None
    assert likeness(TEXTS["02b", ORIGINAL], "\n".join([title, *reversed(rest)])) is None


@given(st.sampled_from(list(TEXTS.values())), st.sampled_from(list(TEXTS.values())))
def test_both_ways(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)


@given(st.text(max_size=120), st.text(max_size=120))
def test_any_texts(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(1, 9)), max_size=9))
def test_most_in_order(places: list[tuple[int, int]]) -> None:
    rising = (
        chosen
        for length in range(len(places) + 1)
        for chosen in combinations(places, length)
        if list(accumulate((at for at, _ in chosen), max)) == [at for at, _ in chosen]
    )
    assert _most_in_order(places) == max(sum(size for _, size in chosen) for chosen in rising)
