"""The four real articles, the whole way: what a user is told after reading them into a fresh ledger."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from quliu.cli.engines import make_engine
from quliu.ingest import ReadOptions
from quliu.lexicon import Lexicon, load_lexicon
from quliu.model import DateRange, Side, Status
from quliu.pipeline import Tools, read_into
from quliu.query import MoveQuery, describe_org, find_careers, find_moves
from quliu.store import Reader, open_ledger

DATES = {"001": date(2026, 3, 4), "002": date(2024, 11, 20)}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="module")
def reader(shared: Path, lexicon: Lexicon, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    path = tmp_path_factory.mktemp("seeds") / "ledger.db"
    tools = Tools(lexicon, make_engine(lexicon))
    with open_ledger(str(path), create=True) as ledger:
        for seed in sorted((shared / "seeds").glob("*.txt")):
            read_into(ledger, [str(seed)], ReadOptions(published_on=DATES.get(seed.name[:3])), tools)
        with ledger.read() as snapshot:
            yield snapshot


def test_one_person_told_by_two_articles(reader: Reader, lexicon: Lexicon) -> None:
    (career,) = find_careers(reader, "黄文灏", lexicon).results
    (move,) = career.moves
    assert len({source.document for source in move.sources}) == 2
    assert move.out is not None
    assert move.out.org is not None
    assert move.into is not None
    assert move.into.org is not None
    assert (move.out.org.name, move.into.org.name) == ("零一万物", "字节跳动Seed")
    assert move.when == DateRange(date(2024, 8, 1), date(2024, 9, 1))


def test_a_career_from_one_article(reader: Reader, lexicon: Lexicon) -> None:
    (career,) = find_careers(reader, "林俊旸", lexicon).results
    lab, team = career.tenures
    assert lab.org is not None
    assert (lab.org.name, lab.start) == ("阿里巴巴达摩院", DateRange(date(2019, 1, 1), date(2020, 1, 1)))
    assert team.org is not None
    assert ("千问" in team.org.name, team.role) == (True, "技术负责人")
    assert team.start is not None
    assert team.start.end == date(2023, 1, 1)
    assert (team.end, team.status) == (DateRange.day(date(2026, 3, 4)), Status.CONFIRMED)


@pytest.mark.parametrize(("day", "head"), [("2024-10-01", "朱文佳"), ("2025-03-15", "吴永辉")])
def test_the_heads_of_a_team(reader: Reader, lexicon: Lexicon, day: str, head: str) -> None:
    (picture,) = describe_org(reader, "Seed", lexicon, as_of=date.fromisoformat(day)).results
    assert head in {fact.person.name for fact in picture.people}
    assert [fact.person.name for fact in picture.leadership] == ["朱文佳", "吴永辉"]


def test_who_left_a_firm(reader: Reader, lexicon: Lexicon) -> None:
    left = find_moves(reader, MoveQuery(org="百川智能", side=Side.OUT), lexicon).results
    assert {move.person.name for move in left} >= {"洪涛", "焦可", "陈炜鹏", "邓江"}


def test_a_company_shows_its_teams(reader: Reader, lexicon: Lexicon) -> None:
    (picture,) = describe_org(reader, "字节跳动", lexicon).results
    assert "黄文灏" in {fact.person.name for fact in picture.people}
    assert "字节跳动Seed" in {team.org.name for team in picture.teams}
