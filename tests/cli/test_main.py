from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from quliu.cli.exits import DONE, EXIT_CODES, INTERRUPTED, LEDGER, REJECTED, USAGE, exit_code
from quliu.cli.main import COMMANDS, QuliuGroup, main
from quliu.errors import InputError, LedgerError, LexiconError, QuliuError, UsageError


def _subclasses(kind: type[QuliuError]) -> set[type[QuliuError]]:
    return {kind}.union(*(_subclasses(below) for below in kind.__subclasses__()))


def test_every_error_has_its_exit_code() -> None:
    assert _subclasses(QuliuError) == set(EXIT_CODES)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (InputError("empty", "nothing in it"), REJECTED),
        (UsageError("no sense"), USAGE),
        (LexiconError("orgs.toml:3: no name"), USAGE),
        (LedgerError("gone"), LEDGER),
        (QuliuError("whatever"), REJECTED),
    ],
)
def test_an_error_is_one_line_and_a_status(error: QuliuError, code: int) -> None:
    result = CliRunner().invoke(_group_that_raises(error), ["fail"])
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr == f"quliu: {error}\n"
    assert exit_code(error) == code


def test_ctrl_c_is_quiet() -> None:
    result = CliRunner().invoke(_group_that_raises(KeyboardInterrupt()), ["fail"])
    assert result.exit_code == INTERRUPTED
    assert "kept" in result.stderr


def _group_that_raises(error: BaseException) -> click.Group:
    class Group(QuliuGroup):
        def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
            def fail() -> None:
                raise error

            return click.Command(cmd_name, callback=fail)

    return Group("quliu")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_page_says_what_the_command_says(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.name == name
    assert command.get_short_help_str(limit=200) == COMMANDS[name].help


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_helps(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == DONE
    assert f"Usage: quliu {name}" in result.stdout


def test_version() -> None:
    assert CliRunner().invoke(main, ["--version"]).stdout.startswith("quliu ")


@pytest.mark.parametrize(
    "words", [["nonsense"], ["who"], ["who", "甄有才", "--as-of", "yesterday"], ["--huh"]]
)
def test_what_makes_no_sense_is_usage(words: list[str]) -> None:
    assert CliRunner().invoke(main, words).exit_code == USAGE


HEAVY = ("sqlalchemy", "opencc", "rich", "ahocorasick_rs", "quliu.model")


def test_help_imports_nothing_heavy() -> None:
    watch = (
        "import sys\n"
        "from quliu.cli.main import main\n"
        "try: main(['--help'])\n"
        "finally: print(set(sys.argv) & set(sys.modules), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", watch, *HEAVY], capture_output=True, check=True)
    assert done.stderr.decode() == "set()\n"


def test_no_ledger_says_what_to_do(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["--ledger", str(tmp_path / "none.db"), "moves"])
    assert result.exit_code == LEDGER
    assert "quliu read" in result.stderr
    assert result.stderr.count("\n") == 1


def test_what_is_no_ledger_is_ledger_trouble(tmp_path: Path) -> None:
    junk = tmp_path / "junk.db"
    junk.write_bytes(b"this is no database at all" * 100)
    result = CliRunner().invoke(main, ["moves", "--ledger", str(junk)])
    assert result.exit_code == LEDGER
    assert result.stderr.count("\n") == 1


def test_a_wrong_lexicon_names_file_and_line(tmp_path: Path, ledger_path: Path) -> None:
    (tmp_path / "orgs.toml").write_text("\nx = { name = 3 }\n", encoding="utf-8")
    words = ["--ledger", str(ledger_path), "--lexicon", str(tmp_path), "moves"]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == USAGE
    assert "orgs.toml:2:" in result.stderr


def test_the_command_line_beats_the_environment(ledger_path: Path, tmp_path: Path) -> None:
    environment = {"QULIU_LEDGER": str(tmp_path / "none.db")}
    for words in (["--ledger", str(ledger_path), "moves"], ["moves", "--ledger", str(ledger_path)]):
        assert CliRunner().invoke(main, words, env=environment).exit_code == DONE
    assert CliRunner().invoke(main, ["moves"], env=environment).exit_code == LEDGER


def test_a_closed_pipe_is_quiet(ledger_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    words = [sys.executable, "-m", "quliu", "--ledger", str(ledger_path), "moves", "--json"]
    done = subprocess.run(words, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 141
