from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from quliu.cli.main import main
from tests.cli.conftest import answer_of

TEXT = "贾明白于2025年3月加入云鲤科技,担任首席科学家。"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    person = {"name": "贾明白", "accept": ["贾明白"]}
    org = {"name": "云鲤科技", "accept": ["云鲤科技"]}
    claim = {
        "kind": "move",
        "person": person,
        "out": None,
        "into": {"org": org, "role": ["首席科学家"]},
        "status": ["reported"],
        "when": {"text": "2025年3月", "start": "2025-03-01", "end": "2025-04-01"},
        "evidence": {"start": 0, "end": len(TEXT)},
    }
    document = {"id": "1", "doc_date": "2025-04-02", "lang": "zh", "text": TEXT, "claims": [claim]}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(document, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def test_eval_scores(gold: Path) -> None:
    (report,) = answer_of(CliRunner().invoke(main, ["eval", str(gold), "--json"]))["results"]
    assert report["move"]["f1"] == 1.0
    assert "move" in CliRunner().invoke(main, ["eval", str(gold), "--show"]).stdout


@pytest.mark.parametrize(("least", "code"), [(0.5, 0), (1.1, 1)])
def test_eval_holds_floors(gold: Path, tmp_path: Path, least: float, code: int) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps({"gold.jsonl": {"move": {"f1": least}}}), encoding="utf-8")
    result = CliRunner().invoke(main, ["eval", str(gold), "--floors", str(floors)])
    assert result.exit_code == code
    assert ("below the floor" in result.stderr) == bool(code)


def test_eval_names_unknown_kinds(gold: Path) -> None:
    result = CliRunner().invoke(main, ["eval", str(gold), "--kinds", "moves"])
    assert result.exit_code == 2
    assert "holding" in result.stderr


def test_gold_that_is_none_is_an_input_error(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("{}\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["eval", str(path)])
    assert result.exit_code == 1
    assert result.stderr.startswith("quliu: ")


def test_eval_breaks_down_damages_and_hides(gold: Path) -> None:
    asked = ["eval", str(gold), "--by", "phenomenon", "--damage", "traditional", "--hide", "0.3:2"]
    told = CliRunner().invoke(main, asked)
    assert told.exit_code == 0, told.output
    for shown in ("into: the side that starts a post", "traditional:1", "hide 0.3:2", "calibration"):
        assert shown in told.stdout
    (report,) = answer_of(CliRunner().invoke(main, [*asked, "--json"]))["results"]
    assert report["phenomena"]["into"]["move"]["tp"] == 1
    assert report["traditional:1"]["move"]["f1"] == 1.0


def test_eval_compares_with_what_it_saved(gold: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.jsonl"
    assert CliRunner().invoke(main, ["eval", str(gold), "--save", str(old)]).exit_code == 0
    assert "no differences" in CliRunner().invoke(main, ["eval", str(gold), "--against", str(old)]).stdout
    old.write_text('{"id": "1", "claims": []}\n', encoding="utf-8")
    told = CliRunner().invoke(main, ["eval", str(gold), "--against", str(old)]).stdout
    assert "+ found   1 into 贾明白 云鲤科技 reported" in told


def test_eval_raises_floors(gold: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text('{"gold.jsonl": {"move": {"f1": 0.5}}}', encoding="utf-8")
    result = CliRunner().invoke(main, ["eval", str(gold), "--floors", str(floors), "--raise"])
    assert result.exit_code == 0
    assert json.loads(floors.read_text("utf-8"))["gold.jsonl"]["move"]["f1"] == 1.0


def test_raising_needs_floors(gold: Path) -> None:
    assert CliRunner().invoke(main, ["eval", str(gold), "--raise"]).exit_code == 2


def test_a_damage_without_its_extra_says_what_to_install(gold: Path) -> None:
    without = "import sys; sys.modules['pypinyin'] = None; from quliu.cli.main import main; main()"
    command = [sys.executable, "-c", without, "eval", str(gold), "--damage", "pinyin"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 1
    assert done.stderr == "quliu: the damage `pinyin` needs the extra `damage`: pip install 'quliu[damage]'\n"
