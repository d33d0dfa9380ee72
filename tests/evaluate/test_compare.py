from __future__ import annotations

from pathlib import Path

import pytest

from quliu.errors import InputError
from quliu.evaluate import (
    compare,
    differences_to_dict,
    load_predictions,
    pair,
    render_differences,
    save_predictions,
)
from tests.evaluate.factory import gold, gold_move, move

WANTED = gold(gold_move(), gold_move("贾明白", out=None, into="望潮实验室"))


def test_gains_and_losses() -> None:
    old = pair([WANTED], {"d": [move(), move("史有据")]})
    new = pair([WANTED], {"d": [move("贾明白", None, "望潮实验室"), move("郝运来")]})
    lines = render_differences(compare(old, new)).splitlines()
    assert lines == [
        "+ found   d into 贾明白 望潮实验室 reported",
        "- lost    d out 甄有才 云鲤科技 reported",
        "+ cleared d out 史有据 云鲤科技 reported",
        "- wrong   d out 郝运来 云鲤科技 reported",
        "move             found 1  lost 1  cleared 1  wrong 1",
    ]


def test_as_json() -> None:
    out = differences_to_dict(compare(pair([WANTED], {}), pair([WANTED], {"d": [move()]})))
    assert out["counts"] == {"move": {"found": 1, "lost": 0, "cleared": 0, "wrong": 0}}


def test_no_differences() -> None:
    same = pair([WANTED], {"d": [move()]})
    assert render_differences(compare(same, same)) == "no differences"


def test_predictions_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "old.jsonl"
    save_predictions(path, {"d": [move()]})
    assert load_predictions(path) == {"d": [move()]}


@pytest.mark.parametrize("odd", ["\u2028", "\x85", "\ud800"], ids=["line", "next", "half"])
def test_odd_characters_are_kept(tmp_path: Path, odd: str) -> None:
    path = tmp_path / "old.jsonl"
    save_predictions(path, {"d": [move(f"甄{odd}有才")]})
    assert load_predictions(path) == {"d": [move(f"甄{odd}有才")]}


@pytest.mark.parametrize("line", ["[]", "{", '{"claims": []}', '{"id": "d", "claims": [1]}'])
def test_no_predictions(tmp_path: Path, line: str) -> None:
    path = tmp_path / "old.jsonl"
    path.write_text(line, "utf-8")
    with pytest.raises(InputError, match=r"old\.jsonl:1"):
        load_predictions(path)
