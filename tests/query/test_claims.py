from __future__ import annotations

import pytest

from quliu.lexicon import Lexicon
from quliu.query import MoveQuery, find_moves, show_claim
from quliu.query.claims import FEWEST_CHARACTERS
from quliu.store import Reader


@pytest.fixture(scope="module")
def claim_id(reader: Reader, lexicon: Lexicon) -> str:
    (move,) = find_moves(reader, MoveQuery(person="甄有才"), lexicon).results
    return move.sources[0].claim


@pytest.mark.parametrize("length", [FEWEST_CHARACTERS, 10, 32])
def test_a_beginning_of_the_id_is_enough(reader: Reader, claim_id: str, length: int) -> None:
    (found,) = show_claim(reader, claim_id[:length].upper()).results
    assert found.source.claim == claim_id
    assert found.paragraph.text == "甄有才已不再担任青鸟团队负责人。"
    assert found.says["kind"] == "move"


@pytest.mark.parametrize("unknown", ["0" * 32, "", "%", "abc"])
def test_no_claim_is_an_answer(reader: Reader, unknown: str) -> None:
    assert show_claim(reader, unknown).total == 0
