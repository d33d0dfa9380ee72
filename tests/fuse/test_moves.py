from __future__ import annotations

from datetime import date

import pytest

from quliu.fuse import Career, fuse_person
from quliu.lexicon import Lexicon
from quliu.model import DateRange, Entity, EntityId, EntityKind, SourcedClaim, Status
from tests.fuse.factory import article, day, lately, month, move, post, year

DU = Entity(EntityId("p-1"), EntityKind.PERSON, "杜若川", ("杜若川", "若川"))
A, B, C = article("a", "2025-03-10"), article("b", "2025-03-12"), article("c", "2025-09-01")
DENIED, RUMOURED, CONFIRMED = Status.DENIED, Status.RUMOURED, Status.CONFIRMED


def fuse(lexicon: Lexicon, *claims: SourcedClaim) -> Career:
    return fuse_person(DU, claims, lexicon)


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        pytest.param(
            [A.says(move("杜若川", into="字节")), B.says(move("杜若川", into="Seed"))],
            1,
            id="company-and-team",
        ),
        pytest.param(
            [A.says(move("杜若川", out="山海"), when=day("2025-03-08")), B.says(move("若川", out="山海"))],
            1,
            id="dated-and-undated",
        ),
        pytest.param(
            [A.says(move("杜若川", out="山海", into="云帆")), B.says(move("杜若川", into="云帆"))],
            1,
            id="transfer-and-half",
        ),
        pytest.param(
            [
                A.says(move("杜若川", into="阿里")),
                B.says(move("杜若川", into="达摩院"), when=year(2019)),
                B.says(move("杜若川", into="千问"), when=month(2022, 12)),
            ],
            2,
            id="sibling-teams",
        ),
        pytest.param(
            [
                A.says(move("杜若川", out="山海", into="云帆")),
                A.says(move("杜若川", out="山海", into="腾讯")),
            ],
            2,
            id="two-destinations",
        ),
        pytest.param(
            [
                C.says(move("杜若川", into="山海"), when=year(2019)),
                C.says(move("杜若川", into="山海"), when=year(2023)),
            ],
            2,
            id="return",
        ),
        pytest.param(
            [
                C.says(move("杜若川", into="山海"), when=year(2018)),
                C.says(move("杜若川", into=post("山海", "临时CEO"))),
            ],
            2,
            id="later-post-without-a-date",
        ),
        pytest.param(
            [
                A.says(move("杜若川", out="山海", into=post(None, "founder"))),
                B.says(move("杜若川", into=post(None, "联合创始人"))),
            ],
            1,
            id="unnamed-start-up",
        ),
        pytest.param(
            [
                A.says(
                    move("杜若川", out=post("山海", "院长"), into=post("山海", "顾问")),
                    when=lately("2025-03-10"),
                ),
                A.says(move("杜若川", into="山海"), when=month(2023, 9)),
            ],
            2,
            id="inner-change-is-no-arrival",
        ),
        pytest.param(
            [
                A.says(
                    move("杜若川", out=post("山海", "院长"), into=post("山海", "顾问")), when=month(2025, 2)
                ),
                B.says(move("杜若川", out=post("山海", "院长")), when=month(2025, 2)),
            ],
            1,
            id="inner-change-told-by-half",
        ),
    ],
)
def test_number_of_moves(claims: list[SourcedClaim], expected: int, lexicon: Lexicon) -> None:
    assert len(fuse(lexicon, *claims).moves) == expected


def test_the_more_specific_post_is_kept(lexicon: Lexicon) -> None:
    claims = [
        A.says(move("杜若川", out=post("山海", "技术联创"), into="字节"), when=month(2024, 8)),
        B.says(move("若川", out=post("山海", "技术联创兼副总裁"), into="Seed"), when=year(2024)),
    ]
    (fused,) = fuse(lexicon, *claims).moves
    assert fused.into is not None
    assert (fused.into.org, fused.into.parent) == ("bytedance-seed", "bytedance")
    assert fused.out is not None
    assert (fused.out.role, fused.out.roles) == ("技术联创兼副总裁", ("技术联创", "技术联创兼副总裁"))
    assert fused.when == DateRange(date(2024, 8, 1), date(2024, 9, 1))


def test_undated_report_happened_by_the_day_it_was_known(lexicon: Lexicon) -> None:
    (fused,) = fuse(lexicon, A.says(move("杜若川", out="山海"))).moves
    assert fused.when == DateRange(None, date(2025, 3, 11))


def test_undated_plan_lies_ahead(lexicon: Lexicon) -> None:
    (fused,) = fuse(lexicon, A.says(move("杜若川", into="山海"), status=Status.PLANNED)).moves
    assert (fused.when, fused.status) == (DateRange(date(2025, 3, 10), None), Status.PLANNED)


def test_close_dates_that_disagree_are_one_move_with_both(lexicon: Lexicon) -> None:
    claims = [
        A.says(move("杜若川", out="山海"), when=month(2025, 1)),
        B.says(move("杜若川", out="山海"), when=month(2025, 2)),
        C.says(move("杜若川", out="山海"), when=month(2025, 2)),
    ]
    (fused,) = fuse(lexicon, *claims).moves
    assert fused.when == month(2025, 2).range
    assert fused.other_whens == (month(2025, 1).range,)


def test_recent_departure_after_a_return_is_a_second_one(lexicon: Lexicon) -> None:
    claims = [
        A.says(move("杜若川", out="山海"), when=year(2019)),
        A.says(move("杜若川", into="山海"), when=year(2021)),
        B.says(move("杜若川", out="山海"), when=lately("2025-03-12")),
    ]
    assert len(fuse(lexicon, *claims).moves) == 3


def test_rumour_then_confirmation(lexicon: Lexicon) -> None:
    claims = [
        C.says(move("杜若川", out="山海"), status=CONFIRMED, when=day("2025-06-01")),
        A.says(move("杜若川", out="山海"), status=RUMOURED),
    ]
    (fused,) = fuse(lexicon, *claims).moves
    assert fused.status is CONFIRMED
    assert [step.status for step in fused.history] == [RUMOURED, CONFIRMED]
    assert fused.known_on == date(2025, 3, 10)


def test_denial_after_report(lexicon: Lexicon) -> None:
    report, denial = A.says(move("杜若川", out="山海")), B.says(move("杜若川", out="山海"), status=DENIED)
    (alone,), (disputed,) = fuse(lexicon, report).moves, fuse(lexicon, report, denial).moves
    assert (disputed.status, disputed.is_disputed) == (Status.REPORTED, True)
    assert (disputed.claims, disputed.against) == ((report.id,), (denial.id,))
    assert disputed.belief < alone.belief


def test_confirmation_after_denial_restores_belief(lexicon: Lexicon) -> None:
    move_out = move("杜若川", out="山海")
    denied = [A.says(move_out), B.says(move_out, status=DENIED)]
    confirmed = C.says(move_out, status=CONFIRMED)
    assert fuse(lexicon, *denied, confirmed).moves[0].belief > fuse(lexicon, denied[0]).moves[0].belief


@pytest.mark.parametrize("status", [Status.DENIED, Status.NEGATED])
def test_only_denied(status: Status, lexicon: Lexicon) -> None:
    (fused,) = fuse(lexicon, A.says(move("杜若川", into="山海"), status=status)).moves
    assert (fused.status, fused.claims) == (status, ())
    assert fused.belief < 0.1


def test_claims_about_others_are_left_out(lexicon: Lexicon) -> None:
    claim = A.says(move("白一舟", into="山海", predecessor="杜若川"))
    assert fuse(lexicon, claim).moves == ()


def test_two_documents_are_believed_more_than_one_twice(lexicon: Lexicon) -> None:
    told = move("杜若川", out="山海")
    again = A.says(told, when=lately("2025-03-10"))
    (once,), (twice,) = (
        fuse(lexicon, A.says(told), again).moves,
        fuse(lexicon, A.says(told), B.says(told)).moves,
    )
    assert once.belief < twice.belief
