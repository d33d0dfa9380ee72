from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from quliu.extract.time import infer_published
from quliu.model import DateRange
from quliu.text import repair
from quliu.text.furniture import blank_furniture, find_furniture

NAMED_OFTEN = "2031年1月,某公司换帅。2031年年初,张甲升任总裁。2031年,团队扩大了一倍。"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"3月4日,张甲离职。{NAMED_OFTEN}", (date(2031, 3, 1), date(2031, 4, 1))),
        (f"三月四日,张甲离职。{NAMED_OFTEN}", (date(2031, 3, 1), date(2031, 4, 1))),
        (
            "与去年不同,今年人才流动频繁。2031年下半年张甲离职。\n11月13日,有消息称他被起诉。",
            (date(2031, 11, 1), date(2032, 1, 1)),
        ),
        (
            "2月26日,张甲离任。他去年入职,今年4月获批的李乙接任。2031年2月底,某行任命李乙。",
            (date(2031, 2, 1), date(2031, 5, 1)),
        ),
        (f"12月20日,张甲离职。{NAMED_OFTEN}", (date(2031, 12, 1), date(2032, 2, 1))),
    ],
)
def test_the_months_that_times_settle(text: str, found: tuple[date, date]) -> None:
    assert infer_published(text) == DateRange(*found)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "张甲离职了。",
        "3月4日,张甲离职。",
        "今年3月4日,张甲离职,他去年才加入。",
        "5年来,张甲一直在某公司。近三年来业绩下滑,两年后他离开。3月4日,他发了信。",
        # One year named in passing may be any past one.
        "3月4日,张甲离职。他于2023年1月加入某公司。",
        "1993年出生的张甲3月4日离职,他2019年加入某公司,今年38岁。",
        # What is still to come is not this year.
        f"3月4日,张甲离职。{NAMED_OFTEN}某公司计划到2033年底上市。预计2034年实现盈利。".replace(
            "2031", "2029", 2
        ),
        # The named month lies after the bare days: they are of the next year.
        "2月9日,张甲离职。2031年11月他升职,2031年12月获奖,2031年全年业绩下滑。",
        # Lines of a programme.
        f"{NAMED_OFTEN}\n7月17日 19:30\n7月18日\n",
        # Bare days that are far apart belong to a story.
        f"3月4日,张甲离职。9月6日,李乙离职。{NAMED_OFTEN}",
        f"2月30日,张甲离职。{NAMED_OFTEN}",
    ],
)
def test_none_where_they_do_not(text: str) -> None:
    assert infer_published(text) is None


def test_a_later_year_that_is_named_once_leaves_it_open() -> None:
    assert infer_published(f"3月4日,张甲离职。{NAMED_OFTEN}2032年,他去了别处。") is None


def test_seeds(shared: Path) -> None:
    found = {}
    for path in sorted((shared / "seeds").glob("*.txt")):
        text = repair(path.read_text(encoding="utf-8")).text
        found[path.name[:3]] = infer_published(blank_furniture(text, find_furniture(text)))
    assert found["001"] == DateRange(date(2026, 3, 1), date(2026, 4, 1))
    assert found["002"] == DateRange(date(2024, 11, 1), date(2025, 1, 1))
