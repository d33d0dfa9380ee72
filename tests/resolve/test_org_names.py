from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quliu.resolve.org_names import lost_characters, may_have_lost, name_forms, splits, stands_in, stems


@pytest.mark.parametrize(
    ("damaged", "whole", "most", "expected"),
    [
        pytest.param("山智能", "山海智能", 1, True, id="inside"),
        pytest.param("海智能", "山海智能", 1, True, id="start"),
        pytest.param("智能", "山海智能", 1, False, id="too-many"),
        pytest.param("山海智能", "山海智能", 1, False, id="whole"),
        pytest.param("智海山", "山海智能", 2, False, id="order"),
        pytest.param("山海A", "山海AI", 1, False, id="latin-letter"),
    ],
)
def test_may_have_lost(damaged: str, whole: str, most: int, expected: bool) -> None:
    assert may_have_lost(damaged, whole, most=most) is expected


@given(st.text("山海云帆智能", min_size=1), st.data())
def test_what_was_lost_is_found(whole: str, data: st.DataObject) -> None:
    kept = data.draw(st.lists(st.booleans(), min_size=len(whole), max_size=len(whole)))
    damaged = "".join(c for c, keep in zip(whole, kept, strict=True) if keep)
    lost = lost_characters(damaged, whole)
    if all(kept):
        assert lost is None
    else:
        assert lost is not None
        assert sorted(damaged + lost) == sorted(whole)


def test_name_forms() -> None:
    assert name_forms("山海千帆（Qianfan）") == ("山海千帆(Qianfan)", "山海千帆", "Qianfan")
    assert name_forms("具身团队 Orca") == ("具身团队 Orca", "Orca")


def test_stems() -> None:
    assert list(stems("千帆大模型团队", ("大模型", "团队"))) == ["千帆大模型", "千帆"]
    assert list(stems("团队", ("团队",))) == []


def test_splits_keep_latin_words_whole() -> None:
    assert ("Orca", "Lab") in set(splits("Orca Lab"))
    assert not any(lead == "Or" for lead, _ in splits("Orca Lab"))


@pytest.mark.parametrize(("text", "expected"), [("orca团队", True), ("orcas", False), ("", False)])
def test_stands_in(text: str, expected: bool) -> None:
    assert stands_in("orca", text) is expected
