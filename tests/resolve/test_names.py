from __future__ import annotations

import pytest

from quliu.resolve.names import choose_name, is_common, may_be_short


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("张伟", True),
        ("杜川", True),
        ("杜若川", False),
        ("王秀英", True),
        ("Li Wei", True),
        ("Wei Zhang", True),
        ("Greenfield", True),
        ("Robin Greenfield", False),
    ],
)
def test_is_common(name: str, expected: bool) -> None:
    assert is_common(name) is expected


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        pytest.param("若川", "杜若川", True, id="surname"),
        pytest.param("若川", "欧阳若川", True, id="compound-surname"),
        pytest.param("川", "杜川", False, id="one-character"),
        pytest.param("若川", "若川", False, id="same"),
        pytest.param("若水", "杜若川", False, id="other"),
        pytest.param("格林菲尔德", "罗宾·格林菲尔德", True, id="middle-dot"),
        pytest.param("格林菲尔德", "罗宾・格林菲尔德", True, id="other-dot"),
        pytest.param("Greenfield", "Robin Greenfield", True, id="latin"),
        pytest.param("field", "Robin Greenfield", False, id="latin-inside"),
        pytest.param("Robin Greenfield", "Greenfield", False, id="wrong-way"),
    ],
)
def test_may_be_short(short: str, full: str, expected: bool) -> None:
    assert may_be_short(short, full) is expected


@pytest.mark.parametrize(
    ("counts", "best"),
    [
        ({"若川": 9, "杜若川": 1}, "杜若川"),
        ({"Robin Green": 1, "R. Green": 3}, "R. Green"),
        ({"Robin Green": 1, "Green": 3}, "Robin Green"),
        ({"Duruo Chuan": 5, "杜若川": 1}, "杜若川"),
    ],
)
def test_choose_name(counts: dict[str, int], best: str) -> None:
    assert choose_name(counts) == best
