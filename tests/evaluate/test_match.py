from __future__ import annotations

from datetime import date

import pytest

from quliu.evaluate.gold import Characters, Days, GoldSlot
from quliu.evaluate.match import fills, is_org, is_person, is_role, is_time, overlaps


@pytest.mark.parametrize(
    ("offer", "accept", "right"),
    [
        pytest.param("贾明白", "贾明白", True, id="same"),
        pytest.param("明白", "贾明白", False, id="part"),
        pytest.param("Ann-Lee Wu", "ann lee wu", True, id="folded"),
        pytest.param("", "", False, id="empty"),
    ],
)
def test_person(offer: str, accept: str, right: bool) -> None:
    assert is_person(offer, [accept]) is right


@pytest.mark.parametrize(
    ("offer", "accept", "right"),
    [
        pytest.param("云鲤科技", "云鲤", True, id="short-form"),
        pytest.param("云鲤", "云鲤科技", True, id="long-form"),
        pytest.param("云", "云鲤", False, id="one-character"),
        pytest.param("Yun", "Yunli", False, id="three-letters"),
        pytest.param("Yunl", "Yunli AI", True, id="four-letters"),
        pytest.param("ＹＵＮＬＩ", "yunli", True, id="full-width"),
        pytest.param("星帆智能", "云鲤科技", False, id="other"),
    ],
)
def test_org(offer: str, accept: str, right: bool) -> None:
    assert is_org(offer, [accept]) is right


@pytest.mark.parametrize(
    ("offer", "accept", "right"),
    [
        pytest.param("首席技术官", "首席技术官", True, id="same"),
        pytest.param("技术官", "首席技术官", True, id="three-of-five"),
        pytest.param("产品经理", "首席技术官", False, id="other"),
        pytest.param("", "首席技术官", False, id="none"),
    ],
)
def test_role(offer: str, accept: str, right: bool) -> None:
    assert is_role(offer, [accept]) is right


def _days(start: str | None, end: str | None) -> Days:
    return Days(*(date.fromisoformat(day) if day else None for day in (start, end)))


@pytest.mark.parametrize(
    ("guess", "right"),
    [
        pytest.param(_days("2025-03-01", "2025-04-01"), True, id="same"),
        pytest.param(_days("2025-03-01", "2025-03-16"), False, id="less-than-half"),
        pytest.param(_days("2025-03-01", "2025-03-17"), True, id="more-than-half"),
        pytest.param(_days("2025-03-01", None), False, id="open"),
        pytest.param(_days("2025-04-01", "2025-03-01"), False, id="reversed"),
        pytest.param(None, False, id="none"),
    ],
)
def test_time(guess: Days | None, right: bool) -> None:
    assert is_time(guess, _days("2025-03-01", "2025-04-01")) is right


def test_open_times_can_match() -> None:
    assert is_time(_days("2025-03-01", None), _days("2025-03-05", None))


def test_empty_slot_is_right_only_where_gold_is_empty() -> None:
    slot = GoldSlot("云鲤科技", ("云鲤科技",))
    assert fills((), None, is_org)
    assert not fills(("云鲤科技",), None, is_org)
    assert not fills((), slot, is_org)


def test_evidence_must_share_a_character() -> None:
    places = (Characters(0, 3), Characters(10, 12))
    assert overlaps(Characters(11, 20), places)
    assert not overlaps(Characters(3, 10), places)
    assert not overlaps(None, places)
