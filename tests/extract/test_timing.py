"""Which of the times of a text dates a move."""

from __future__ import annotations

from datetime import date

import pytest

from quliu.model import Move
from tests.extract.factory import claims
from tests.extract.time.reading import parse_days

# What dates the move of 罗开怀, told on 2025-06-18.
CASES = {
    "own-clause": ("罗开怀2024年3月离开橙狐科技。", "2024-03"),
    "nearest": ("2023年5月，折耳智能裁员，罗开怀2024年3月离开橙狐科技。", "2024-03"),
    "definite": ("罗开怀近日于6月3日离开橙狐科技。", "2025-06-03"),
    "clause-before": ("2024年3月，因为家庭原因，罗开怀离开橙狐科技。", "2024-03"),
    "takes-effect": (
        "6月10日，橙狐科技发布公告，首席运营官罗开怀辞任，自7月1日起正式生效。",
        "2025-07-01",
    ),
    "will-on": (
        "橙狐科技今日宣布，首席运营官罗开怀将退休，将于2025年9月1日正式卸任。",
        "2025-09-01",
    ),
    "setting": ("2022年3月，橙狐科技调整组织。首席运营官罗开怀离开橙狐科技。", "2022-03"),
    "dateline": ("6月17日消息，橙狐科技发布公告，宣布任命罗开怀为首席运营官。", "2025-06-17"),
    "not-of-the-dateline": ("6月17日消息，罗开怀2024年3月离开橙狐科技。", "2024-03"),
    "day-of-the-report": ("6月17日，据报道，罗开怀已于上周离开橙狐科技。", "2025-06-09/2025-06-16"),
    "award": ("2018年图灵奖得主、首席科学家罗开怀2024年3月离开橙狐科技。", "2024-03"),
    "years-of-a-post": ("2019年至2022年，罗开怀出任橙狐科技首席运营官。", "2019"),
    "years-of-serving": ("2019年至2022年，罗开怀任职于橙狐科技。", "2019"),
    "after-school": ("2015年博士毕业后，罗开怀加入橙狐科技。", "2015"),
    "told-twice": (
        "罗开怀2024年离开橙狐科技。\n\n2024年3月，罗开怀离开橙狐科技。",
        "2024-03",
    ),
    "heading-before-its-day": (
        "橙狐科技任命罗开怀为首席运营官\n\n6月17日消息，橙狐科技今日宣布人事调整，公司高管有变。",
        "2025-06-17",
    ),
    "heading-dated-by-the-body": (
        "罗开怀离开橙狐科技\n\n6月17日，橙狐科技发布公告，首席运营官罗开怀已于6月3日离开橙狐科技。",
        "2025-06-03",
    ),
    "appointments-in-force": (
        "橙狐科技调整组织，相关任命已于6月9日正式生效。根据通知，公司新设两个部门。罗开怀出任橙狐科技首席运营官。",
        "2025-06-09",
    ),
    "at-once-but-long-ago": (
        "2021年10月29日，橙狐科技发布公告称，即日起，罗开怀任橙狐科技首席运营官。",
        "2021-10-29",
    ),
    "link-before-the-setting": (
        "例如，2022年3月，橙狐科技开了一场会。当时，罗开怀加入橙狐科技。",
        "2022-03",
    ),
    "object-then-effect": (
        "橙狐科技今日召开董事会，任命罗开怀为首席运营官，自7月1日起生效。",
        "2025-07-01",
    ),
    "same-day-of-no-day": (
        "2022年12月，唐小糖离开折耳智能。同一天，罗开怀离开橙狐科技。",
        "2022-12",
    ),
    "news-after-a-career": (
        "唐小糖2022年5月加入折耳智能。6月17日，罗开怀离开橙狐科技。",
        "2025-06-17",
    ),
    "announced-then-left": (
        "6月10日，罗开怀宣布离开橙狐科技。\n\n6月17日，罗开怀从橙狐科技离职。",
        "2025-06-17",
    ),
}
UNDATED = {
    "award-only": "2018年图灵奖得主、首席科学家罗开怀离开橙狐科技。",
    "founded-in": "2019年成立的橙狐科技，首席运营官罗开怀离职。",
    "career": "2022年3月，橙狐科技调整组织。罗开怀此前曾加入橙狐科技。",
    "other-paragraph": "2022年3月，橙狐科技调整组织，随后又换了办公室，一切照常。\n\n罗开怀离开橙狐科技。",
    "another-person's": "宋雨眠于2022年3月离开折耳智能；罗开怀离开橙狐科技。",
    "until-today": "直到今天还在橙狐科技任职的罗开怀离职。",
    "what-came-before": "罗开怀2019年加入折耳智能后出任橙狐科技首席运营官。",
}
TAKES_OVER = "橙狐科技首席运营官罗开怀将于7月1日卸任。宋雨眠接任首席运营官。"


def dates(text: str, person: str = "罗开怀") -> set[str]:
    """Return the definite ranges of the moves of a person."""
    read = [c for c in claims(text) if isinstance(c.content, Move) and c.content.person.name == person]
    assert read
    return {"?" if c.when is None or c.when.vague else str(c.when.range) for c in read}


@pytest.mark.parametrize("name", CASES)
def test_the_time_of_a_move(name: str) -> None:
    text, days = CASES[name]
    assert dates(text) == {str(parse_days(days))}


@pytest.mark.parametrize("name", UNDATED)
def test_no_time_is_taken_from_elsewhere(name: str) -> None:
    assert "?" in dates(UNDATED[name])


def test_what_is_still_to_come_is_set_in_the_announcement_and_stays_a_plan() -> None:
    text = "6月17日，橙狐科技公布了人事安排。罗开怀将出任橙狐科技首席运营官。"
    (claim,) = (c for c in claims(text) if isinstance(c.content, Move))
    assert (str(claim.when and claim.when.range), claim.status) == ("2025-06-17", "confirmed")


def test_this_august_told_in_january_as_past_is_the_last() -> None:
    (claim,) = claims("罗开怀自今年8月起担任橙狐科技首席运营官。", date(2025, 1, 17))
    assert str(claim.when and claim.when.range) == str(parse_days("2024-08"))


def test_a_successor_starts_when_the_predecessor_ends() -> None:
    assert dates(TAKES_OVER, "宋雨眠") == {"2025-07-01"}


def test_two_dated_events_of_one_person_stay_two() -> None:
    text = "罗开怀2015年加入橙狐科技，2018年离开。2021年，罗开怀重返橙狐科技。"
    read = [c for c in claims(text) if isinstance(c.content, Move) and c.content.into]
    assert sorted(str(c.when.range) for c in read if c.when) == [
        str(parse_days("2015")),
        str(parse_days("2021")),
    ]
