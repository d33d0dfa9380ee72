"""The invented ledger on disk, and a runner that types `quliu` commands at it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from quliu.cli.main import main
from quliu.lexicon import load_lexicon
from quliu.store import open_ledger
from tests.query.builders import fill, write_lexicon

Quliu = Callable[..., Result]


@pytest.fixture(scope="session")
def lexicon_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_lexicon(tmp_path_factory.mktemp("lexicon"))


@pytest.fixture(scope="session")
def ledger_path(tmp_path_factory: pytest.TempPathFactory, lexicon_folder: Path) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "台账.db"
    with open_ledger(str(path), create=True) as ledger:
        fill(ledger, load_lexicon([lexicon_folder]))
    return path


@pytest.fixture
def quliu(ledger_path: Path, lexicon_folder: Path) -> Quliu:
    """Return a function that runs a command on the invented ledger."""

    def run(*words: str, stdin: bytes | None = None) -> Result:
        start = ["--ledger", str(ledger_path), "--lexicon", str(lexicon_folder)]
        return CliRunner().invoke(main, [*start, *words], input=stdin)

    return run


def answer_of(result: Result) -> dict[str, Any]:
    """Return the JSON object that a command printed."""
    assert result.exit_code == 0, result.output
    answer = json.loads(result.stdout)
    assert isinstance(answer, dict)
    return answer
