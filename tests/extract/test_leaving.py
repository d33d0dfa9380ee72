from __future__ import annotations

import pytest

from tests.extract.factory import Told, left, moves

CASES: dict[str, tuple[str, list[Told]]] = {
    "post-beside-name": ("橙狐科技副总裁罗开怀离职。", [left("罗开怀", "橙狐科技", "副总裁")]),
    "object": ("罗开怀离开橙狐科技。", [left("罗开怀", "橙狐科技")]),
    "resigns-post": (
        "罗开怀辞去橙狐科技首席运营官一职。",
        [left("罗开怀", "橙狐科技", "首席运营官")],
    ),
    "steps-down": ("罗开怀卸任橙狐科技董事长。", [left("罗开怀", "橙狐科技", "董事长")]),
    "no-longer": (
        "罗开怀不再担任橙狐科技首席运营官。",
        [left("罗开怀", "橙狐科技", "首席运营官")],
    ),
    "from": ("罗开怀从橙狐科技离职。", [left("罗开怀", "橙狐科技")]),
    "from-with-date": ("罗开怀已于6月3日从橙狐科技离职。", [left("罗开怀", "橙狐科技")]),
    "fired-passive": ("罗开怀被橙狐科技解雇。", [left("罗开怀", "橙狐科技")]),
    "fired-active": (
        "橙狐科技解雇了首席运营官罗开怀。",
        [left("罗开怀", "橙狐科技", "首席运营官")],
    ),
    "list-with-titles": (
        "橙狐科技副总裁罗开怀、算法总监唐小糖先后离职。",
        [left("罗开怀", "橙狐科技", "副总裁"), left("唐小糖", "橙狐科技", "算法总监")],
    ),
    "list-one-title": (
        "橙狐科技副总裁罗开怀、唐小糖离职。",
        [left("罗开怀", "橙狐科技", "副总裁"), left("唐小糖", "橙狐科技", "副总裁")],
    ),
    "list-after": (
        "橙狐科技今年有三名高管离职，包括副总裁罗开怀、算法总监唐小糖。",
        [left("罗开怀", "橙狐科技", "副总裁"), left("唐小糖", "橙狐科技", "算法总监")],
    ),
    "pronoun": (
        "罗开怀曾是橙狐科技的首席运营官。今年3月，他离职了。",
        [left("罗开怀", "橙狐科技", "首席运营官")],
    ),
    "zero-subject": (
        "橙狐科技首席运营官罗开怀在公司工作了五年，上周离职。",
        [left("罗开怀", "橙狐科技", "首席运营官")],
    ),
    "retires": (
        "橙狐科技首席财务官唐小糖退休。",
        [left("唐小糖", "橙狐科技", "首席财务官")],
    ),
    "quoted-firm": (
        "“橙狐科技”首席财务官唐小糖离职。",
        [left("唐小糖", "橙狐科技", "首席财务官")],
    ),
    "dotted-name": (
        "橙狐科技首席科学家托比·麦克林离职。",
        [left("托比·麦克林", "橙狐科技", "首席科学家")],
    ),
    "brackets": (
        "橙狐科技首席科学家麦克林（Toby McLin）离职。",
        [left("麦克林", "橙狐科技", "首席科学家")],
    ),
    "heading-and-text": (
        "橙狐科技罗开怀离职\n\n橙狐科技首席运营官罗开怀于6月10日离职。",
        [left("罗开怀", "橙狐科技", "首席运营官")],
    ),
}

NO_MOVE = {
    "meeting": "罗开怀提前离开会议。",
    "venue": "罗开怀离开会场时下着雨。",
    "question": "罗开怀会离开橙狐科技吗？",
    "if": "如果罗开怀离职，橙狐科技会很难办。",
    "hope": "股东希望罗开怀离开橙狐科技。",
    "anonymous": "橙狐科技多名高管离职。",
    "rate": "橙狐科技首席运营官罗开怀表示，公司离职率很低。",
    "market": "橙狐科技退出智能音箱市场。",
    "firm-leaves-city": "橙狐科技离开北京，罗开怀负责搬家。",
    "death": "橙狐科技首席运营官罗开怀因病去世。",
    "fires-nobody": "橙狐科技解除了与供应商的合同，罗开怀签了字。",
    "shelf": "罗开怀宣布，旧款音箱退出生产线。",
    "former-alone": "橙狐科技前首席运营官罗开怀出席了成立大会。",
}


@pytest.mark.parametrize("name", CASES)
def test_who_leaves(name: str) -> None:
    text, expected = CASES[name]
    assert sorted(moves(text), key=repr) == sorted(expected, key=repr)


@pytest.mark.parametrize("name", NO_MOVE)
def test_nobody_leaves(name: str) -> None:
    assert moves(NO_MOVE[name]) == []
