from __future__ import annotations

import pytest

from quliu.resolve.roles import is_founding, roles_agree


@pytest.mark.parametrize(
    ("role", "other", "expected"),
    [
        pytest.param("技术总监", "技术总监兼副总裁", True, id="fuller"),
        pytest.param("首席执行官", "CEO", True, id="short-title"),
        pytest.param("Chief Executive Officer", "首席执行官", True, id="languages"),
        pytest.param("founder", "联合创始人", True, id="founders"),
        pytest.param("联席 CEO", "CEO", True, id="spaces"),
        pytest.param("院长", "顾问", False, id="different"),
        pytest.param(None, "顾问", False, id="unknown"),
        pytest.param("", "顾问", False, id="empty"),
    ],
)
def test_roles_agree(role: str | None, other: str | None, expected: bool) -> None:
    assert roles_agree(role, other) is expected
    assert roles_agree(other, role) is expected


def test_is_founding() -> None:
    assert [is_founding(role) for role in ("联创", "Co-Founder", "CEO", None)] == [True, True, False, False]
