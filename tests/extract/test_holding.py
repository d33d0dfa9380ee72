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
    "former-post": ("宋雨眠曾担任橙狐科技的首席财务官。", [Held("宋雨眠", "橙狐科技", "首席财务官", True)]),
    "present-post": ("宋雨眠目前担任橙狐科技首席财务官。", [Held("宋雨眠", "橙狐科技", "首席财务官", False)]),
    "career-list": (
        "宋雨眠曾任橙狐科技财务总监、折耳智能副总裁，现任云鲤科技首席执行官。",
        [
            Held("宋雨眠", "橙狐科技", "财务总监", True),
            Held("宋雨眠", "折耳智能", "副总裁", True),
            Held("宋雨眠", "云鲤科技", "首席执行官", False),
        ],
    ),
    "one-firm-after-the-other": (
        "宋雨眠历任橙狐科技财务总监、副总裁。",
        [Held("宋雨眠", "橙狐科技", "财务总监", True), Held("宋雨眠", "橙狐科技", "副总裁", True)],
    ),
    "after-a-pause": (
        "宋雨眠，橙狐科技首席财务官，毕业于清华大学。公司成立五年了。",
        [Held("宋雨眠", "橙狐科技", "首席财务官", False)],
    ),
    "brackets": (
        "宋雨眠（前橙狐科技首席财务官）与何晓棠共同创立了折耳智能。",
        [Held("宋雨眠", "橙狐科技", "首席财务官", True)],
    ),
    "worked-at": (
        "宋雨眠曾在橙狐科技和折耳智能工作多年，后加入云鲤科技。",
        [Held("宋雨眠", "橙狐科技", None, True), Held("宋雨眠", "折耳智能", None, True)],
    ),
    "posts-in-two-firms": (
        "宋雨眠先后在橙狐科技和折耳智能担任技术经理。",
        [Held("宋雨眠", "橙狐科技", "技术经理", True), Held("宋雨眠", "折耳智能", "技术经理", True)],
    ),
    "pronoun": (
        "宋雨眠加入折耳智能。她此前是橙狐科技的首席财务官。",
        [Held("宋雨眠", "橙狐科技", "首席财务官", True)],
    ),
    "described": (
        "宋雨眠加入折耳智能。这位前橙狐科技首席财务官没有谈到上市。",
        [Held("宋雨眠", "橙狐科技", "首席财务官", True)],
    ),
    "as": (
        "作为橙狐科技首席财务官，宋雨眠没有谈到公司成立的事。",
        [Held("宋雨眠", "橙狐科技", "首席财务官", False)],
    ),
    "summed-up": (
        "宋雨眠、何晓棠等前橙狐科技高管加入折耳智能。",
        [Held("宋雨眠", "橙狐科技", "高管", True), Held("何晓棠", "橙狐科技", "高管", True)],
    ),
    "former-firm-alone": ("前橙狐科技大牛宋雨眠加入折耳智能。", [Held("宋雨眠", "橙狐科技", None, True)]),
    "colleagues": (
        "宋雨眠和何晓棠加入折耳智能，他们都是罗开怀在橙狐科技的旧部。",
        [
            Held("宋雨眠", "橙狐科技", None, True),
            Held("何晓棠", "橙狐科技", None, True),
            Held("罗开怀", "橙狐科技", None, True),
        ],
    ),
    "firm-told-after": (
        "由宋雨眠担任董事长的橙狐科技成立五年了。",
        [Held("宋雨眠", "橙狐科技", "董事长", False)],
    ),
    "earlier-post-of-one-who-leaves": (
        "橙狐科技首席财务官宋雨眠离职。她曾任橙狐科技人力资源总监。",
        [Held("宋雨眠", "橙狐科技", "人力资源总监", True)],
    ),
    "takes-another-post": (
        "橙狐科技董事会宣布，首席财务官宋雨眠将担任临时首席执行官。",
        [Held("宋雨眠", "橙狐科技", "首席财务官", False)],
    ),
    "its-founder": (
        "折耳智能收购橙狐科技，其创始人何晓棠随即加入折耳智能。",
        [Held("何晓棠", "橙狐科技", "创始人", False)],
    ),
    "founder-of-no-firm": ("橙狐科技成立五年了。创始人何晓棠没有谈到上市。", []),
    "departments-of-one-firm": (
        "宋雨眠曾任橙狐科技副总裁、市场营销部总经理，后加入折耳智能。",
        [
            Held("宋雨眠", "橙狐科技", "副总裁", True),
            Held("宋雨眠", "橙狐科技市场营销部", "总经理", True),
        ],
    ),
    "department-while-there": (
        "在橙狐科技期间，宋雨眠曾任市场营销部总经理，后加入折耳智能。",
        [Held("宋雨眠", "橙狐科技市场营销部", "总经理", True)],
    ),
    "one-after-the-other-where-joined": (
        "折耳智能总裁宋雨眠将离职。宋雨眠2014年加入橙狐科技，历任财务总监、副总裁。",
        [Held("宋雨眠", "橙狐科技", "财务总监", True), Held("宋雨眠", "橙狐科技", "副总裁", True)],
    ),
    "worked-for": (
        "2006年至2012年，宋雨眠为橙狐科技工作，后加入折耳智能。",
        [Held("宋雨眠", "橙狐科技", None, True)],
    ),
    "early-on": (
        "宋雨眠毕业于清华大学，且早年曾在橙狐科技工作，后加入折耳智能。",
        [Held("宋雨眠", "橙狐科技", None, True)],
    ),
    "for-some-years": (
        "宋雨眠在橙狐科技做过七年财务总监，后加入折耳智能。",
        [Held("宋雨眠", "橙狐科技", "财务总监", True)],
    ),
    "latin-firm": (
        "Hollow Pine首席执行官宋雨眠表示，公司成立五年了。",
        [Held("宋雨眠", "Hollow Pine", "首席执行官", False)],
    ),
    "body-no-list-knows": (
        "宋雨眠曾任云海防御局局长，后加入折耳智能。",
        [Held("宋雨眠", "云海防御局", "局长", True)],
    ),
    "outlet": (
        "极客公园创始人宋雨眠加入折耳智能。",
        [Held("宋雨眠", "极客公园", "创始人", False)],
    ),
    "of-whom-is-bought": ("折耳智能收购橙狐科技后，首席财务官宋雨眠没有谈到上市。", []),
    "scholar": (
        "清华大学的宋雨眠教授加入折耳智能。",
        [Held("宋雨眠", "清华大学", "教授", False)],
    ),
    "today": (
        "宋雨眠（今橙狐科技首席财务官）与何晓棠共同创立了折耳智能。",
        [Held("宋雨眠", "橙狐科技", "首席财务官", False)],
    ),
    "no-longer": ("宋雨眠不再担任橙狐科技首席财务官。", []),
    "wanted": ("橙狐科技计划聘请宋雨眠担任首席财务官。", []),
    "of-another": (
        "宋雨眠是橙狐科技首席财务官何晓棠的妻子，公司成立五年了。",
        [Held("何晓棠", "橙狐科技", "首席财务官", False)],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_posts_beside_names(name: str) -> None:
    text, expected = CASES[name]
    assert holdings(text) == expected
