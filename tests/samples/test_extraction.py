from __future__ import annotations

from pathlib import Path

import pytest

from quliu.evaluate import Report, check_floors, load_floors, load_gold, render_text
from quliu.evaluate.run import evaluate_gold
from quliu.extract import Extractor
from quliu.lexicon import load_lexicon
from tests.samples.newsroom import GOLD

FLOORS = Path(__file__).parents[2] / "quality" / "floors.json"


@pytest.fixture(scope="module")
def report() -> Report:
    return evaluate_gold(load_gold(GOLD), Extractor(load_lexicon()).extract)


def test_the_newsroom_is_read_well_enough(report: Report) -> None:
    assert check_floors(report, load_floors(FLOORS, GOLD.name)) == [], render_text(report, show=True)


def test_nobody_moves_where_nobody_moves(report: Report) -> None:
    still = {document.id for document in load_gold(GOLD) if not document.claims}
    assert still
    assert [finding for finding in report.findings if finding.document in still] == []
