from __future__ import annotations

from quliu.evaluate import render_json, render_text
from tests.evaluate.factory import gold, gold_move, move, score_one


def test_one_line_a_measure() -> None:
    report = score_one(gold(gold_move()), move())
    assert render_text(report) == "move             P 1.000 R 1.000 F1 1.000  (tp 1 fp 0 fn 0) status 1.00"


def test_show_lists_findings_first() -> None:
    lines = render_text(score_one(gold(gold_move())), show=True).splitlines()
    assert lines[0] == "  missing d out 甄有才 云鲤科技 reported"
    assert len(lines) == 2


def test_json() -> None:
    out = render_json(score_one(gold(gold_move())), show=True)
    assert out["move"] == {"p": 0.0, "r": 0.0, "f1": 0.0, "tp": 0, "fp": 0, "fn": 1}
    assert out["findings"] == [
        {"outcome": "missing", "document": "d", "what": "out 甄有才 云鲤科技 reported"}
    ]
