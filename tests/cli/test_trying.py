from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quliu.cli.main import main
from tests.cli.conftest import answer_of


@pytest.fixture(scope="module")
def demo() -> Result:
    return CliRunner().invoke(main, ["demo"])


def test_the_demo_needs_no_option(demo: Result) -> None:
    assert demo.exit_code == 0, demo.output
    for shown in ("Person", "$ quliu who", "$ quliu org", "Ask for yourself"):
        assert shown in demo.stdout


def test_the_demo_names_commands_that_work(demo: Result, tmp_path: Path) -> None:
    typed = [
        line.split(" --ledger newsroom.db ")[1] for line in demo.stdout.splitlines() if "newsroom.db" in line
    ]
    assert {words.split()[0] for words in typed} == {"read", "moves", "who", "show", "org"}
    for words in typed:
        ledger = ["--ledger", str(tmp_path / "newsroom.db")]
        done = CliRunner().invoke(main, [*ledger, *(word.strip("'") for word in words.split())])
        assert done.exit_code == 0, (words, done.output)
        assert done.stdout


def test_the_demo_as_json() -> None:
    answer = answer_of(CliRunner().invoke(main, ["demo", "--json"]))
    assert answer["total"] == len(answer["results"]) > 10
