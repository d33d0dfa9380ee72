from __future__ import annotations

import pytest

from quliu.store.settled import find_settled


@pytest.mark.parametrize(
    ("known", "ended", "rejected", "settled"),
    [
        pytest.param("a.txt", "a.txt", "", True, id="itself"),
        pytest.param("a.txt", "b.txt", "", False, id="other"),
        pytest.param("a.txt", "a.txt", "a.txt", False, id="still"),
        pytest.param("a.jsonl:12", "a.jsonl", "a.jsonl:1", True, id="line"),
        pytest.param("a:b.txt", "a", "", False, id="colon"),
        pytest.param("a.zip!b.zip!c.jsonl:3", "a.zip", "", True, id="deep"),
        pytest.param("a.zip!b.zip!c.jsonl:3", "a.zip", "a.zip!b.zip", False, id="not-come-to"),
        pytest.param("a.zip!b", "a.zip", "a.zip!c", True, id="sibling"),
        pytest.param("a.zipper!b", "a.zip", "", False, id="longer-name"),
    ],
)
def test_settled(known: str, ended: str, rejected: str, settled: bool) -> None:
    assert find_settled([known], ended=[ended], rejected=[rejected]) == ((known,) if settled else ())
