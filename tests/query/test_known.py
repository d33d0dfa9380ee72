from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from quliu.lexicon import Lexicon
from quliu.model import Judgement, JudgementId, Verdict
from quliu.pipeline import judge
from quliu.query import MoveQuery, describe_org, find_moves
from quliu.store import open_ledger
from tests.query.builders import Article, fill, months, tell_move

SPRING, SUMMER = date(2025, 3, 20), datetime(2025, 6, 1, tzinfo=UTC)
TOLD = Article(
    "任命\n甄有学3月加入山海智能。",
    SPRING,
    tell_move("甄有学", into=("山海智能", None), when=months("2025-03", "2025-04")),
)


@pytest.mark.parametrize(
    ("known_on", "people"),
    [(date(2025, 3, 19), []), (SPRING, ["甄有学"]), (SUMMER.date(), []), (None, [])],
    ids=["before", "told", "rejected", "today"],
)
def test_people_are_looked_up_by_what_was_told_then(
    tmp_path: Path, lexicon: Lexicon, known_on: date | None, people: list[str]
) -> None:
    with open_ledger(str(tmp_path / "ledger.db"), create=True) as ledger:
        fill(ledger, lexicon, [TOLD])
        with ledger.read() as reader:
            (claim,) = reader.claims_of_document(TOLD.incoming().document.id)
        rejected = Judgement(
            JudgementId(0), Verdict.REJECT, claim.id, None, "a tester", "no such news", 1.0, SUMMER
        )
        judge(ledger, rejected, lexicon)
        with ledger.read() as reader:
            moves = find_moves(reader, MoveQuery(org="山海智能", known_on=known_on), lexicon).results
            pictures = describe_org(reader, "山海智能", lexicon, known_on=known_on).results
    assert [move.person.name for move in moves] == people
    assert [fact.person.name for picture in pictures for fact in picture.people] == people
