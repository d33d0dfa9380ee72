"""The words without which a reader finds nothing."""

from __future__ import annotations

import pytest

from quliu.extract.cues import CueFinder

FINDER = CueFinder({"moves": ["加入", "离开", "离开了"], "money": ["融资", "开了"]})


@pytest.mark.parametrize(
    ("mask", "readers"),
    [
        pytest.param("他加入云鲤", {"moves"}, id="one"),
        pytest.param("他离开了", {"moves", "money"}, id="overlapping"),
        pytest.param("加入后融资", {"moves", "money"}, id="two"),
        pytest.param("没有", set(), id="none"),
        pytest.param("", set(), id="empty"),
    ],
)
def test_each_sentence_has_the_readers_of_its_words(mask: str, readers: set[str]) -> None:
    assert FINDER.find(["离", mask, "开"]) == [set(), readers, set()]


def test_a_page_without_sentences_has_no_readers() -> None:
    assert FINDER.find([]) == []
