from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from quliu.cli.publish import moves_csv, moves_markdown
from quliu.lexicon import Lexicon, load_lexicon
from quliu.query import MoveFact, MoveQuery, Named, find_moves
from quliu.store import open_ledger


@pytest.fixture(scope="module")
def move(ledger_path: Path, lexicon_folder: Path) -> MoveFact:
    lexicon: Lexicon = load_lexicon([lexicon_folder])
    with open_ledger(str(ledger_path)) as ledger, ledger.read() as reader:
        (found,) = find_moves(reader, MoveQuery(person="贾文灏"), lexicon).results
    return found


def test_a_name_is_no_formula(move: MoveFact) -> None:
    hostile = replace(move, person=Named(move.person.id, "=1+1"))
    (row,) = csv.DictReader(io.StringIO(moves_csv([hostile])))
    assert row["person"] == "'=1+1"


def test_a_name_is_no_markup(move: MoveFact) -> None:
    hostile = replace(move, person=Named(move.person.id, "a|b [x](y) <i>"))
    assert r"| a\|b \[x\](y) \<i\> |" in moves_markdown([hostile])


def test_one_claim_is_one_footnote(move: MoveFact) -> None:
    printed = moves_markdown([move, move])
    assert printed.count("[^1]:") == 1
    assert "[^2]" not in printed


def test_several_sources_share_a_cell(move: MoveFact) -> None:
    (source,) = move.sources
    other = replace(source, publisher="另报", published_on=date(2025, 1, 1))
    (row,) = csv.DictReader(io.StringIO(moves_csv([replace(move, sources=(source, other))])))
    assert row["publishers"] == "海带新闻; 另报"
