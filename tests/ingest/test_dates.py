from __future__ import annotations

from datetime import date

import pytest

from quliu.ingest.dates import find_dates, parse_date

DAY = date(2031, 3, 5)


@pytest.mark.parametrize(
    "value",
    [
        *("2031-03-05", "2031/3/5", "2031.03.05", "20310305", "2031年3月5日", "2031 年 3 月 5 日"),
        *("March 5, 2031", "5 Mar 2031", "2031-03-05T20:57:24+00:00", "2031-03-05 20:57:24"),
        *("2031-03-05T05:44:39.731046Z", "1930435200", "1930435200000"),
    ],
)
def test_parse_date(value: str) -> None:
    assert parse_date(value) == DAY


@pytest.mark.parametrize(
    "value", ["3月5日", "2031-02-30", "2031-13-01", "2031年", "1031-03-05", "soon", "", "on 2031-03-05"]
)
def test_what_is_no_full_date(value: str) -> None:
    assert parse_date(value) is None


@pytest.mark.parametrize("text", ["12031-03-05", "192.168.2031.3.5", "2031-03-055", "电话 12-2031-03-05"])
def test_numbers_are_no_dates(text: str) -> None:
    assert list(find_dates(text)) == []


def test_the_time_of_day_belongs_to_a_date() -> None:
    text = "某某网 2031-03-05 14:01:27 · 189"
    (found,) = find_dates(text)
    assert (text[found.start : found.end], found.day) == ("2031-03-05 14:01:27", DAY)
