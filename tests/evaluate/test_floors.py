from __future__ import annotations

from pathlib import Path

import pytest

from quliu.errors import InputError, UsageError
from quliu.evaluate import Floor, Report, check_floors, load_floors, raise_floors
from tests.evaluate.factory import gold, gold_move, move, score_one


@pytest.fixture
def report() -> Report:
    return score_one(gold(gold_move(), gold_move("贾明白"), gold_move("易知秋")), move(), move("贾明白"))


@pytest.mark.parametrize(
    ("floor", "held"),
    [
        pytest.param(Floor("move", "p", 1.0), True, id="equal"),
        pytest.param(Floor("move", "r", 0.6667), True, id="equal-as-shown"),
        pytest.param(Floor("move", "r", 0.67), False, id="below"),
        pytest.param(Floor("move", "status", 1.0), True, id="rate"),
        pytest.param(Floor("move", "when", 0.0), False, id="rate-not-measured"),
        pytest.param(Floor("figure", "f1", 0.0), False, id="kind-not-measured"),
    ],
)
def test_floor(report: Report, floor: Floor, held: bool) -> None:
    assert (check_floors(report, [floor]) == []) is held


def test_breach_says_what_and_how_far(report: Report) -> None:
    (breach,) = check_floors(report, [Floor("move", "r", 0.9)])
    assert str(breach) == "move r: 0.6667, the floor is 0.9000"


def _save(folder: Path, text: str) -> Path:
    path = folder / "floors.json"
    path.write_text(text, "utf-8")
    return path


def test_load(tmp_path: Path) -> None:
    path = _save(tmp_path, '{"dev.jsonl": {"move": {"f1": 0.5, "when": 1}}}')
    assert load_floors(path, "dev.jsonl") == (Floor("move", "f1", 0.5), Floor("move", "when", 1.0))


def test_no_floors_for_a_gold_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"dev\.jsonl"):
        load_floors(_save(tmp_path, '{"seeds.jsonl": {}}'), "dev.jsonl")


@pytest.mark.parametrize(
    "text",
    ["[]", "{", '{"dev.jsonl": {"move": {"beauty": 1}}}', '{"dev.jsonl": {"move": {"f1": "high"}}}'],
)
def test_wrong_floors(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError):
        load_floors(_save(tmp_path, text), "dev.jsonl")


def test_committed_floors_are_well_formed() -> None:
    committed = Path(__file__).parents[2] / "quality" / "floors.json"
    for name in ("seeds.jsonl", "dev.jsonl"):
        assert load_floors(committed, name)


def test_floors_rise(tmp_path: Path, report: Report) -> None:
    path = _save(
        tmp_path, '{"dev.jsonl": {"move": {"r": 0.5, "p": 1.0}}, "other.jsonl": {"move": {"p": 0.1}}}'
    )
    assert raise_floors(path, "dev.jsonl", report) == (Floor("move", "r", 0.66),)
    assert load_floors(path, "dev.jsonl") == (Floor("move", "r", 0.66), Floor("move", "p", 1.0))
    assert load_floors(path, "other.jsonl") == (Floor("move", "p", 0.1),)


def test_floors_do_not_sink(tmp_path: Path, report: Report) -> None:
    text = '{"dev.jsonl": {"move": {"r": 0.9, "p": 0.1}}}'
    path = _save(tmp_path, text)
    with pytest.raises(UsageError, match="only rise"):
        raise_floors(path, "dev.jsonl", report)
    assert path.read_text("utf-8") == text


def test_a_kind_without_a_floor_gets_one(tmp_path: Path, report: Report) -> None:
    path = _save(tmp_path, '{"dev.jsonl": {}}')
    assert raise_floors(path, "dev.jsonl", report) == (Floor("move", "f1", 0.8),)
