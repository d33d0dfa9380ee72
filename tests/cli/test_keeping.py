from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from quliu.cli.main import main
from tests.cli.conftest import Quliu, answer_of


def test_doctor_finds_a_sound_ledger_sound(quliu: Quliu) -> None:
    (health,) = answer_of(quliu("doctor", "--json"))["results"]
    assert [check["name"] for check in health["checks"]] == ["file", "documents", "claims", "derived"]
    assert not any(check["faults"] for check in health["checks"])
    assert health["counts"]["documents"] == 5
    assert health["lexicon"]["orgs"] > 200
    assert re.search("^sound +file, documents, claims, derived$", quliu("doctor").stdout, re.MULTILINE)


def test_doctor_finds_damage(ledger_path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    shutil.copy(ledger_path, copy)
    content = bytearray(copy.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 8192] = b"\xff" * 8192
    copy.write_bytes(content)
    result = CliRunner().invoke(main, ["--ledger", str(copy), "doctor"])
    assert result.exit_code == 3
    assert result.stderr


def test_rebuild_changes_no_answer(
    quliu: Quliu, ledger_path: Path, lexicon_folder: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    shutil.copy(ledger_path, copy)
    start = ["--ledger", str(copy), "--lexicon", str(lexicon_folder)]
    rebuilt = CliRunner().invoke(main, [*start, "rebuild"])
    assert rebuilt.stdout == "rebuilt 4 people and 4 moves from 5 claims\n"
    assert CliRunner().invoke(main, [*start, "moves", "--json"]).stdout == quliu("moves", "--json").stdout


def test_doctor_knows_when_the_lexicon_was_another(ledger_path: Path) -> None:
    result = CliRunner().invoke(main, ["--ledger", str(ledger_path), "doctor"])
    assert result.exit_code == 3
    assert "--lexicon" in result.stderr
    assert "restore" not in result.stderr


@pytest.mark.parametrize("command", ["rebuild", "doctor", "rejects"])
def test_without_a_ledger_there_is_nothing_to_care_for(tmp_path: Path, command: str) -> None:
    result = CliRunner().invoke(main, ["--ledger", str(tmp_path / "none.db"), command])
    assert result.exit_code == 3
    assert "quliu read" in result.stderr
