"""The pages say what the tree does: the commands, the set-up, the layers, the links."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from tools.command_reference import PAGE, render_reference
from tools.examples import PAGES as WITH_EXAMPLES
from tools.examples import fill_page, render_examples

from quliu.cli.main import COMMANDS
from quliu.evaluate import DAMAGES, Phenomenon, phenomena
from quliu.store.schema import METADATA

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
EVALUATION = (ROOT / "docs/evaluation.md").read_text("utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def test_command_reference_is_fresh() -> None:
    is_fresh = PAGE.read_text("utf-8") == render_reference()
    assert is_fresh, "run: .venv/bin/python -m tools.command_reference"


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_a_heading_and_a_row(command: str) -> None:
    assert f"\n## quliu {command}\n" in PAGE.read_text("utf-8")
    assert re.search(rf"^\| `quliu {command}\b", README, re.MULTILINE)


@pytest.fixture(scope="module")
def examples() -> Mapping[str, str]:
    return render_examples()


@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=[page.name for page in WITH_EXAMPLES])
def test_examples_are_fresh(examples: Mapping[str, str], page: Path) -> None:
    assert page.read_text("utf-8") == fill_page(page.read_text("utf-8"), examples), (
        "run: python -m tools.examples"
    )


def test_every_reason_of_the_web_is_told() -> None:
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "src/quliu/ingest/fetch").glob("*.py"))
    codes = re.findall(r"""(?:InputError\(|_reject\([\w.]+, )"([a-z-]+)""", sources)
    told = re.findall(r"^\| `([a-z-]+)", (ROOT / "docs/web.md").read_text("utf-8"), re.MULTILINE)
    assert len(codes) > 15
    assert set(codes) <= set(told)
    assert told == sorted(told)


def test_every_reason_of_files_is_told() -> None:
    folders = [ROOT / "src/quliu/ingest", ROOT / "src/quliu/ingest/formats", ROOT / "src/quliu/text"]
    paths = [*(path for folder in folders for path in folder.glob("*.py")), ROOT / "src/quliu/pipeline.py"]
    sources = "".join(path.read_text("utf-8") for path in paths)
    codes = re.findall(
        r"""(?:InputError\(|reject\((?:[\w.]+, )?|Reject\(.*)\s*"([a-z]+-?[a-z]+)",""", sources
    )
    told = re.findall(r"^\| `([a-z-]+)", (ROOT / "docs/rejects.md").read_text("utf-8"), re.MULTILINE)
    assert len(set(codes)) > 15
    assert set(codes) - {"ingest", "extract"} <= set(told)
    assert told == sorted(told)


def test_readme_sets_up_with_two_commands() -> None:
    used = set(re.findall(r"^(?:\$ )?make (\S+)", README, re.MULTILINE))
    assert used == {"demo", "test"}


def test_architecture_names_every_stage() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    (layers,) = (contract["layers"] for contract in contracts if contract["type"] == "layers")
    order = " < ".join(layer.removeprefix("quliu.") for layer in reversed(layers))
    assert order in ARCHITECTURE


@pytest.mark.parametrize("one", phenomena(), ids=lambda one: one.name)
def test_every_phenomenon_has_a_row(one: Phenomenon) -> None:
    row = f"| {one.name} | {one.meaning} | {'moves' if one.of_moves else 'every kind'} |"
    assert row in EVALUATION.splitlines()


@pytest.mark.parametrize("damage", DAMAGES)
def test_every_damage_has_a_row(damage: str) -> None:
    assert f"\n| `{damage}` | " in EVALUATION


@pytest.mark.parametrize("table", sorted(METADATA.tables))
def test_architecture_names_every_table(table: str) -> None:
    assert f"`{table}`" in ARCHITECTURE


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_named_files_exist(page: Path) -> None:
    named = re.findall(r"`((?:src|tests|tools|docs|quality)/[\w./-]+)`", page.read_text("utf-8"))
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_changelog_has_an_unreleased_part() -> None:
    assert "\n## [Unreleased]\n" in (ROOT / "CHANGELOG.md").read_text("utf-8")
