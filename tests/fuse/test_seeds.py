"""The four articles of ../shared, read without a fault: what resolve and fuse make of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from quliu.fuse import Career, FusedMove, fuse_person
from quliu.lexicon import Lexicon, load_lexicon
from quliu.model import Certainty, DateRange, Status
from quliu.resolve import resolve_people
from tests.fuse.gold import load_gold


@pytest.fixture(scope="module")
def real() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="module")
def careers(shared: Path, real: Lexicon) -> dict[str, Career]:
    claims = {claim.id: claim for claim in load_gold(shared / "gold" / "seeds.jsonl")}
    resolution = resolve_people(tuple(claims.values()), real, [])
    return {
        entity.name: fuse_person(
            entity, [claims[link.claim] for link in resolution.links if link.entity == entity.id], real
        )
        for entity in resolution.entities
    }


def _ends(move: FusedMove) -> tuple[str | None, str | None]:
    return (move.out.org_name if move.out else None, move.into.org_name if move.into else None)


def test_one_person_one_move_two_articles(careers: dict[str, Career]) -> None:
    (move,) = careers["黄文灏"].moves
    assert _ends(move) == ("零一万物", "字节跳动Seed")
    assert move.when == DateRange(date(2024, 8, 1), date(2024, 9, 1))
    assert len(move.claims) == 2


def test_rumoured_transfer(careers: dict[str, Career]) -> None:
    (move,) = careers["周畅"].moves
    assert move.status is Status.RUMOURED
    assert move.into is not None
    assert (move.into.org, move.when) == ("bytedance", DateRange(date(2024, 10, 1), date(2024, 11, 1)))


def test_a_whole_career(careers: dict[str, Career]) -> None:
    lab, team = careers["林俊旸"].tenures
    assert lab.start == DateRange(date(2019, 1, 1), date(2020, 1, 1))
    assert team.start == DateRange(date(2022, 12, 1), date(2023, 1, 1))
    assert (team.role, team.end) == ("技术负责人", DateRange.day(date(2026, 3, 4)))
    assert team.status is Status.CONFIRMED


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2024, 10, 1), {("朱文佳", Certainty.POSSIBLY)}),
        (
            date(2025, 3, 15),
            {("吴永辉", Certainty.YES), ("朱文佳", Certainty.POSSIBLY)},
        ),
    ],
)
def test_heads_of_a_team(day: date, expected: set[tuple[str, Certainty]], careers: dict[str, Career]) -> None:
    held = {
        (name, tenure.holds_on(day))
        for name, career in careers.items()
        for tenure in career.tenures
        if tenure.org == "bytedance-seed" and tenure.role and "负责人" in tenure.role
    }
    assert {found for found in held if found[1] is not Certainty.NO} == expected


def test_departures_of_one_company(careers: dict[str, Career]) -> None:
    left = {
        name
        for name, career in careers.items()
        for move in career.moves
        if move.out is not None and move.out.org_name == "百川智能"
    }
    assert left == {"洪涛", "焦可", "陈炜鹏", "邓江"}
