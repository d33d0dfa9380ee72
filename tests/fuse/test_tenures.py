from __future__ import annotations

from datetime import date

import pytest

from quliu.fuse import fuse_person
from quliu.lexicon import Lexicon
from quliu.model import Certainty, DateRange, SourcedClaim, Stance, Status, Tenure
from tests.fuse.factory import article, day, holding, lately, month, move, post, year
from tests.fuse.test_moves import DU, A, B, C


def tenures(lexicon: Lexicon, *claims: SourcedClaim) -> tuple[Tenure, ...]:
    return fuse_person(DU, claims, lexicon).tenures


def spans(found: tuple[Tenure, ...]) -> list[tuple[str | None, str, str]]:
    return [(t.org, str(t.start or "-"), str(t.end or "-")) for t in found]


def test_return_to_a_former_employer_is_a_new_tenure(lexicon: Lexicon) -> None:
    claims = [
        A.says(move("杜若川", into="山海"), when=year(2019)),
        A.says(move("杜若川", out="山海", into="云帆"), when=year(2021)),
        B.says(move("杜若川", out="云帆", into="山海"), when=year(2023)),
    ]
    assert spans(tenures(lexicon, *claims)) == [
        ("shanhai", "[2019-01-01, 2020-01-01)", "[2021-01-01, 2022-01-01)"),
        ("yunfan", "[2021-01-01, 2022-01-01)", "[2023-01-01, 2024-01-01)"),
        ("shanhai", "[2023-01-01, 2024-01-01)", "-"),
    ]


def test_return_told_by_former_and_joined(lexicon: Lexicon) -> None:
    claims = [
        A.says(holding("杜若川", "山海", former=True)),
        A.says(move("杜若川", out="云帆", into="山海"), when=month(2025, 2)),
    ]
    ended, joined = (t for t in tenures(lexicon, *claims) if t.org == "shanhai")
    assert (ended.start, joined.end) == (None, None)
    assert ended.end == DateRange(None, date(2025, 3, 11))


def test_known_end_on_the_first_report(lexicon: Lexicon) -> None:
    (left,) = tenures(lexicon, A.says(move("杜若川", out=post("山海", "CTO")), when=day("2025-03-31")))
    assert (left.org, left.role, left.start, left.end) == ("shanhai", "CTO", None, day("2025-03-31").range)
    assert left.holds_on(date(2025, 3, 30)) is Certainty.POSSIBLY
    assert left.holds_on(date(2025, 3, 31)) is Certainty.NO


def test_team_departure_ends_the_team_post_only(lexicon: Lexicon) -> None:
    claims = [
        A.says(move("杜若川", into="达摩院"), when=year(2019)),
        A.says(move("杜若川", into="千问"), when=month(2022, 12)),
        B.says(move("杜若川", out="Qwen团队"), when=day("2025-03-11")),
    ]
    assert spans(tenures(lexicon, *claims)) == [
        ("alibaba-damo", "[2019-01-01, 2020-01-01)", "-"),
        ("alibaba-qwen", "[2022-12-01, 2023-01-01)", "2025-03-11"),
    ]


def test_company_departure_ends_every_post_in_it(lexicon: Lexicon) -> None:
    claims = [
        A.says(move("杜若川", into="达摩院"), when=year(2019)),
        A.says(move("杜若川", into="千问"), when=month(2022, 12)),
        B.says(move("杜若川", out="阿里巴巴"), when=day("2025-03-11")),
    ]
    assert {str(t.end) for t in tenures(lexicon, *claims)} == {"2025-03-11"}


def test_change_of_post_inside_one_organisation(lexicon: Lexicon) -> None:
    claims = [
        A.says(move("杜若川", into=post("山海", "院长")), when=month(2023, 9)),
        A.says(move("杜若川", out=post("山海", "院长"), into=post("山海", "顾问")), when=month(2025, 2)),
    ]
    old, new = tenures(lexicon, *claims)
    assert (old.role, old.end) == ("院长", month(2025, 2).range)
    assert (new.role, new.start, new.end) == ("顾问", month(2025, 2).range, None)


def test_later_post_elsewhere_ends_nothing_silently(lexicon: Lexicon) -> None:
    claims = [
        A.says(move("杜若川", into="山海"), when=year(2020)),
        A.says(move("杜若川", into="云帆"), when=year(2022)),
    ]
    assert [t.end for t in tenures(lexicon, *claims)] == [None, None]


def test_holding_attests_and_joins_the_tenure(lexicon: Lexicon) -> None:
    claims = [
        A.says(move("杜若川", into="字节"), when=year(2023)),
        B.says(holding("杜若川", "Seed", "负责人")),
    ]
    (found,) = tenures(lexicon, *claims)
    assert (found.org, found.role) == ("bytedance-seed", "负责人")
    assert found.attested == DateRange.day(date(2025, 3, 12))
    assert found.holds_on(date(2024, 6, 1)) is Certainty.YES


def test_old_title_after_the_end_attests_nothing(lexicon: Lexicon) -> None:
    claims = [
        A.says(move("杜若川", out="山海"), when=day("2025-03-01")),
        B.says(holding("杜若川", "山海", "CTO")),
    ]
    (found,) = tenures(lexicon, *claims)
    assert found.attested is None
    assert found.holds_on(date(2025, 3, 12)) is Certainty.NO


def test_former_holding_alone(lexicon: Lexicon) -> None:
    (found,) = tenures(lexicon, A.says(holding("杜若川", "谷歌", former=True)))
    assert (found.start, found.end) == (None, DateRange(None, date(2025, 3, 11)))


def test_former_holding_closes_an_open_tenure(lexicon: Lexicon) -> None:
    claims = [
        A.says(move("杜若川", into="山海"), when=year(2020)),
        C.says(holding("杜若川", "山海", former=True)),
    ]
    (found,) = tenures(lexicon, *claims)
    assert found.end == DateRange(date(2020, 1, 1), date(2025, 9, 2))


@pytest.mark.parametrize("status", [Status.RUMOURED, Status.PLANNED])
def test_departure_that_may_not_come_leaves_the_end_open(status: Status, lexicon: Lexicon) -> None:
    claims = [
        A.says(move("杜若川", into="山海"), when=year(2020)),
        B.says(move("杜若川", out="山海"), status=status, when=month(2025, 3)),
    ]
    (found,) = tenures(lexicon, *claims)
    assert found.end == DateRange(date(2025, 3, 1), None)
    assert found.holds_on(date(2026, 1, 1)) is Certainty.POSSIBLY


def test_denied_departure_speaks_for_the_post(lexicon: Lexicon) -> None:
    claims = [
        A.says(move("杜若川", into="山海"), when=year(2020)),
        B.says(move("杜若川", out="山海"), status=Status.DENIED),
    ]
    (found,) = tenures(lexicon, *claims)
    assert [support.stance for support in found.supports] == [Stance.STARTS, Stance.HOLDS]
    assert (found.end, found.status) == (None, Status.REPORTED)


def test_denied_arrival_stays_denied(lexicon: Lexicon) -> None:
    (found,) = tenures(lexicon, A.says(move("杜若川", into="山海"), status=Status.DENIED))
    assert (found.status, [s.stance for s in found.supports]) == (Status.DENIED, [Stance.AGAINST])
    assert found.belief < 0.1


def test_denied_departure_alone_makes_no_tenure(lexicon: Lexicon) -> None:
    assert tenures(lexicon, A.says(move("杜若川", out="山海"), status=Status.NEGATED)) == ()


def test_vague_arrival_meets_the_dated_departure(lexicon: Lexicon) -> None:
    claims = [
        A.says(move("杜若川", into="山海")),
        A.says(move("杜若川", out="山海"), when=month(2024, 5)),
    ]
    assert spans(tenures(lexicon, *claims)) == [
        ("shanhai", "[, 2024-06-01)", "[2024-05-01, 2024-06-01)"),
    ]


def test_undated_arrival_in_another_role_follows_the_departure(lexicon: Lexicon) -> None:
    claims = [
        A.says(move("杜若川", out=post("山海", "研究总监")), when=month(2023, 11)),
        B.says(move("杜若川", into=post("山海", "首席科学家"))),
    ]
    assert [(t.role, t.end is None) for t in tenures(lexicon, *claims)] == [
        ("研究总监", False),
        ("首席科学家", True),
    ]


def test_one_change_told_with_the_board_unnamed(lexicon: Lexicon) -> None:
    claims = [
        A.says(move("杜若川", into=post("山海", "CEO")), when=year(2011)),
        A.says(
            move("杜若川", out=post("山海", "首席执行官"), into=post("山海", "执行主席")), when=month(2025, 2)
        ),
        B.says(
            move("杜若川", out=post("山海", "CEO"), into=post("山海董事会", "执行主席")), when=month(2025, 2)
        ),
    ]
    chief, chair = tenures(lexicon, *claims)
    assert (chief.start, chief.end) == (year(2011).range, month(2025, 2).range)
    assert (chair.role, chair.end) == ("执行主席", None)


def test_news_of_an_arrival_attests_until_it_is_told(lexicon: Lexicon) -> None:
    (fresh,) = tenures(lexicon, A.says(move("杜若川", into="山海"), when=month(2025, 2)))
    (line,) = tenures(lexicon, A.says(move("杜若川", into="山海"), when=month(2019, 2)))
    assert fresh.holds_on(date(2025, 3, 5)) is Certainty.YES
    assert (line.attested, line.holds_on(date(2025, 3, 5))) == (None, Certainty.POSSIBLY)


def test_conflicting_destinations_end_one_tenure(lexicon: Lexicon) -> None:
    claims = [
        A.says(move("杜若川", out="山海", into="云帆"), when=month(2025, 2)),
        B.says(move("杜若川", out="山海", into="腾讯"), when=lately("2025-03-12")),
    ]
    assert sorted(t.org or "" for t in tenures(lexicon, *claims)) == ["shanhai", "tencent", "yunfan"]


def test_two_articles_same_day_make_one_id_each(lexicon: Lexicon) -> None:
    claims = [
        article("x", "2025-03-10").says(move("杜若川", out="山海", into="云帆")),
        article("y", "2025-03-10").says(holding("杜若川", "云帆", "CEO")),
    ]
    found = tenures(lexicon, *claims)
    assert len({t.id for t in found}) == len(found) == 2
