from __future__ import annotations

import pytest

from tests.extract.factory import Held, holdings

# Every text tells of something that opens the reading; the post beside the name is no part of it.
CASES: dict[str, tuple[str, list[Held]]] = {
    "beside": (
        "橙狐科技首席财务官宋雨眠表示，公司成立五年了。",
        [Held("宋雨眠", "橙狐科技", "首席财务官", False)],
    ),
    "former": (
        "橙狐科技前首席财务官宋雨眠表示，公司成立五年了。",
        [Held("宋雨眠", "橙狐科技", "首席财务官", True)],
    ),
    "former-before-firm": (
        "前橙狐科技首席财务官宋雨眠表示，公司成立五年了。",
        [Held("宋雨眠", "橙狐科技", "首席财务官", True)],
    ),
    "formerly": (
        "原橙狐科技首席财务官宋雨眠表示，公司成立五年了。",
        [Held("宋雨眠", "橙狐科技", "首席财务官", True)],
    ),
    "is": (
        "宋雨眠是橙狐科技首席财务官，公司成立五年了。",
        [Held("宋雨眠", "橙狐科技", "首席财务官", False)],
    ),
    "two-roles": (
        "橙狐科技创始人兼首席执行官何晓棠表示，公司成立五年了。",
        [Held("何晓棠", "橙狐科技", "创始人兼首席执行官", False)],
    ),
    "two-firms": (
        "橙狐科技创始人何晓棠和折耳智能副总裁沈知远出席了成立大会。",
        [Held("何晓棠", "橙狐科技", "创始人", False), Held("沈知远", "折耳智能", "副总裁", False)],
    ),
    "of": (
        "橙狐科技的首席财务官宋雨眠表示，公司成立五年了。",
        [Held("宋雨眠", "橙狐科技", "首席财务官", False)],
    ),
    "told-twice": (
        "橙狐科技首席财务官宋雨眠表示，公司成立五年了。橙狐科技首席财务官宋雨眠没有谈到上市。",
        [Held("宋雨眠", "橙狐科技", "首席财务官", False)],
    ),
    "beside-a-move": (
        "橙狐科技创始人何晓棠宣布，罗开怀离开折耳智能。",
        [Held("何晓棠", "橙狐科技", "创始人", False)],
    ),
    "ended-by-a-move": ("橙狐科技首席财务官宋雨眠离职。", []),
    "journalist": ("橙狐科技记者宋雨眠报道，公司成立五年了。", []),
    "no-role": ("橙狐科技的宋雨眠表示，公司成立五年了。", []),
    "no-firm": ("首席财务官宋雨眠表示，公司成立五年了。", []),
    "former-who-joins": (
        "折耳智能前首席财务官宋雨眠加入橙狐科技。",
        [Held("宋雨眠", "折耳智能", "首席财务官", True)],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_posts_beside_names(name: str) -> None:
    text, expected = CASES[name]
    assert holdings(text) == expected
