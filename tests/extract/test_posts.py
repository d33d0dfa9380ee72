from __future__ import annotations

import pytest

from tests.extract.factory import Told, joined, left, moves, told

CASES: dict[str, tuple[str, list[Told]]] = {
    "given": ("橙狐科技首席财务官由宋雨眠担任。", [joined("宋雨眠", "橙狐科技", "首席财务官")]),
    "given-after-a-pause": (
        "橙狐科技首席运营官，拟由折耳智能设计部主任宋雨眠出任。",
        [joined("宋雨眠", "橙狐科技", "首席运营官", status="planned")],
    ),
    "named-last": ("出任橙狐科技总经理的是宋雨眠。", [joined("宋雨眠", "橙狐科技", "总经理")]),
    "reports-to": (
        "橙狐科技副总裁宋雨眠为折耳智能语音团队总经理，向何晓棠汇报。",
        [joined("宋雨眠", "折耳智能语音团队", "总经理")],
    ),
    "without-a-verb": (
        "人事调整后，罗开怀出任橙狐科技总裁，宋雨眠为首席财务官。",
        [joined("罗开怀", "橙狐科技", "总裁"), joined("宋雨眠", "橙狐科技", "首席财务官")],
    ),
    "merged-team": (
        "橙狐科技的两个业务合并为软硬件服务部门，由宋雨眠负责。",
        [joined("宋雨眠", "软硬件服务部门")],
    ),
    "that-team": (
        "橙狐科技组建折耳智能语音团队，并任命何晓棠为该团队负责人。",
        [joined("何晓棠", "折耳智能语音团队", "团队负责人")],
    ),
    "unknown-team": (
        "橙狐科技渠道总经理宋雨眠任金融教育业务中心负责人。",
        [joined("宋雨眠", "橙狐科技金融教育业务中心", "负责人")],
    ),
    "after-leaving": (
        "宋雨眠辞去折耳智能总监一职，担任橙狐科技首席财务官。",
        [told("宋雨眠", out=("折耳智能", "总监"), into=("橙狐科技", "首席财务官"))],
    ),
    "since": (
        "2015年以来，宋雨眠一直担任橙狐科技首席科学家。",
        [joined("宋雨眠", "橙狐科技", "首席科学家")],
    ),
    "two-firms": (
        "宋雨眠出任橙狐科技副总裁、折耳智能董事长。",
        [joined("宋雨眠", "橙狐科技", "副总裁"), joined("宋雨眠", "折耳智能", "董事长")],
    ),
    "passive": ("宋雨眠被石榴大学聘为教授。", [joined("宋雨眠", "石榴大学", "教授")]),
    "board": ("2005年，何晓棠出任橙狐科技董事会。", [joined("何晓棠", "橙狐科技董事会")]),
    "goes-to-work": ("宋雨眠已到橙狐科技任职。", [joined("宋雨眠", "橙狐科技")]),
    "concurrent": (
        "何晓棠将兼任橙狐科技董事长。",
        [joined("何晓棠", "橙狐科技", "董事长", status="planned")],
    ),
    "licensed": (
        "石榴银行首席信息官宋雨眠获批。",
        [joined("宋雨眠", "石榴银行", "首席信息官")],
    ),
}

NO_MOVE = {
    "stays": "宋雨眠将继续担任橙狐科技首席技术官。",
    "trust": "宋雨眠深得橙狐科技首席执行官信任和支持。",
    "holder-of": "一直担任橙狐科技首席科学家的宋雨眠到场。",
    "somebody": "橙狐科技宋雨眠说，这是首次由外籍人士担任首席财务官。",
    "chairs-another": "由宋雨眠担任董事长的橙狐科技发布新品。",
    "demand": "宋雨眠还要求出任橙狐科技首席执行官。",
    "merged-firm": "橙狐科技总裁宋雨眠将担任合并后公司的首席执行官。",
    "honour": "2023年，宋雨眠当选为中国工程院院士。",
    "back": "宋雨眠就任不久就调整了橙狐科技的产品线。",
    "link-word": "宋雨眠为橙狐科技首席执行官何晓棠写了传记。",
}


@pytest.mark.parametrize("name", CASES)
def test_who_takes_up_what(name: str) -> None:
    text, expected = CASES[name]
    assert sorted(moves(text), key=repr) == sorted(expected, key=repr)


@pytest.mark.parametrize("name", NO_MOVE)
def test_nobody_takes_up_a_post(name: str) -> None:
    assert moves(NO_MOVE[name]) == []


def test_bank_of_a_president() -> None:
    text = "石榴银行公布年报。橙狐科技也是其客户。2020年3月，宋雨眠升任行长。"
    assert moves(text) == [joined("宋雨眠", "石榴银行", "行长")]


def test_the_successor_who_is_named_first() -> None:
    text = "橙狐科技首席财务官罗开怀卸任，折耳智能总监宋雨眠接任首席财务官。"
    assert left("罗开怀", "橙狐科技", "首席财务官") in moves(text)
    assert joined("宋雨眠", "橙狐科技", "首席财务官") in moves(text)
