"""该行, 该公司, 这家公司: the organisation that a demonstrative points at."""

from __future__ import annotations

import pytest

from tests.extract.factory import moves


@pytest.mark.parametrize(
    ("text", "person", "org"),
    [
        ("2023年,招商银行设立金融科技部。沈知远于2024年3月加入该行,任首席信息官。", "沈知远", "招商银行"),
        ("腾讯去年组建了新团队。2024年5月,郝运来加入该公司,担任副总裁。", "郝运来", "腾讯"),
        ("何晓棠毕业于清华大学。他看好百度的搜索业务,2022年3月,何晓棠加入这家公司。", "何晓棠", "百度"),
        ("百度向云海市数据局交付了系统。2024年5月,林小满加入该公司。", "林小满", "百度"),
        ("百度与清华大学合作多年。2024年5月,林小满加入该公司。", "林小满", "百度"),
    ],
)
def test_joining_what_a_demonstrative_names(text: str, person: str, org: str) -> None:
    assert [(m.person, m.into[0]) for m in moves(text) if m.into] == [(person, org)]


def test_a_demonstrative_with_nothing_before_it_names_nothing() -> None:
    assert moves("2024年5月,郝运来加入该公司。") == []
