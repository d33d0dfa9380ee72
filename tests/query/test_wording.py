from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quliu.model import DateRange
from quliu.query.wording import say_published, say_range


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        pytest.param(None, None, "?", id="unknown"),
        pytest.param("2025-02-11", "2025-02-12", "2025-02-11", id="day"),
        pytest.param("2024-08-01", "2024-09-01", "2024-08", id="month"),
        pytest.param("2024-12-01", "2025-01-01", "2024-12", id="december"),
        pytest.param("2019-01-01", "2020-01-01", "2019", id="year"),
        pytest.param("2019-01-01", "2022-01-01", "2019..2021", id="years"),
        pytest.param("2025-02-01", "2025-05-01", "2025-02..04", id="months"),
        pytest.param("2024-11-01", "2025-02-01", "2024-11..2025-01", id="turn-of-year"),
        pytest.param("2025-02-11", "2025-02-21", "2025-02-11..20", id="days"),
        pytest.param("2025-02-11", "2025-03-05", "2025-02-11..03-04", id="days-of-two-months"),
        pytest.param("2024-12-20", "2025-01-11", "2024-12-20..2025-01-10", id="days-of-two-years"),
        pytest.param(None, "2025-04-14", "by 2025-04-13", id="open-start"),
        pytest.param("2025-01-01", None, "from 2025-01-01", id="open-end"),
    ],
)
def test_says_no_more_than_is_known(start: str | None, end: str | None, said: str) -> None:
    days = DateRange(
        date.fromisoformat(start) if start else None,
        date.fromisoformat(end) if end else None,
    )
    assert say_range(days) == said


def test_no_range_is_unknown() -> None:
    assert say_range(None) == "?"


@given(st.sets(st.dates(date(1990, 1, 1), date(2040, 1, 1)), min_size=4, max_size=4))
def test_different_ranges_are_said_differently(days: set[date]) -> None:
    first, second, third, fourth = sorted(days)
    said = {say_range(DateRange(*pair)) for pair in ((first, second), (first, third), (second, fourth))}
    assert len(said) == 3


def test_an_inferred_day_says_so() -> None:
    within = DateRange(date(2031, 3, 1), date(2031, 5, 1))
    assert say_published(date(2031, 3, 5), None) == "2031-03-05"
    assert say_published(None, within) == "about 2031-03..04 (inferred)"
    assert say_published(None, None) == "?"
