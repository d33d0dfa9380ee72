from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quliu.stories import group

PAIRS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=20)


def test_a_chain_is_one_group() -> None:
    assert set(group("abcd", [("a", "b"), ("c", "b")])) == {frozenset("abc"), frozenset("d")}


def test_nothing() -> None:
    assert group([], []) == []


@given(PAIRS)
def test_order_plays_no_part(pairs: list[tuple[int, int]]) -> None:
    turned = [(other, one) for one, other in reversed(pairs)]
    assert set(group(range(13), pairs)) == set(group(reversed(range(13)), turned))


@given(PAIRS)
def test_each_item_is_in_one_group(pairs: list[tuple[int, int]]) -> None:
    groups = group(range(13), pairs)
    assert sorted(item for members in groups for item in members) == list(range(13))
    assert all(any({one, other} <= members for members in groups) for one, other in pairs)
