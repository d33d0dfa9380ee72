from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from quliu.errors import InputError
from quliu.evaluate import load_gold
from quliu.evaluate.gold import Days
from quliu.model import Side
from tests.evaluate.factory import gold, gold_move


def test_text_or_file(tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_bytes("甲\r\n乙".encode())
    rows = [{"id": "a", "file": "texts/a.txt", "claims": []}, {"id": "b", "text": "丙", "claims": []}]
    path = tmp_path / "gold" / "small.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n\n", "utf-8")
    assert [document.text for document in load_gold(path)] == ["甲\r\n乙", "丙"]


def test_claim() -> None:
    when = {"text": "3月", "start": "2025-03-01", "end": None}
    document = gold(gold_move(into="星帆智能", when=when), doc_date="2025-03-18")
    (claim,) = document.claims
    assert document.doc_date == date(2025, 3, 18)
    assert set(claim.posts) == {Side.OUT, Side.INTO}
    assert claim.when == Days(date(2025, 3, 1), None)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("{", id="not-json"),
        pytest.param("[]", id="not-an-object"),
        pytest.param('{"id": "a", "text": "x", "claims": [{"kind": "dance"}]}', id="unknown-kind"),
        pytest.param('{"id": "a", "text": "x", "claims": {}}', id="claims-not-a-list"),
        pytest.param('{"id": "a", "text": "x", "doc_date": "soon", "claims": []}', id="not-a-date"),
        pytest.param('{"text": "x", "claims": []}', id="no-id"),
        pytest.param('{"id": "a", "file": "nowhere.txt", "claims": []}', id="no-such-file"),
    ],
)
def test_wrong_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n" + line + "\n", "utf-8")
    with pytest.raises(InputError, match=r"gold\.jsonl:2: "):
        load_gold(path)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing"):
        load_gold(tmp_path / "nothing.jsonl")
