from __future__ import annotations

import pytest

from quliu.model import Mention, Reporting
from tests.extract.factory import claims

Line = tuple[str, str | None, str | None]

CASES: dict[str, tuple[str, list[Line]]] = {
    "to": ("何晓棠加入橙狐科技，直接向罗开怀汇报。", [("何晓棠", "罗开怀", None)]),
    "to-a-titled": (
        "何晓棠加入橙狐科技，向橙狐科技首席执行官罗开怀汇报。",
        [("何晓棠", "罗开怀", None)],
    ),
    "given-to": ("何晓棠入职后汇报给橙狐科技首席执行官罗开怀。", [("何晓棠", "罗开怀", None)]),
    "appointed": ("橙狐科技任命何晓棠担任财务总监，向罗开怀汇报。", [("何晓棠", "罗开怀", None)]),
    "pronoun": ("何晓棠加入橙狐科技。他直接向罗开怀汇报。", [("何晓棠", "罗开怀", None)]),
    "to-her": (
        "何晓棠统领整个团队，沈知远与宋雨眠加入后都向她汇报。",
        [("沈知远", "何晓棠", None), ("宋雨眠", "何晓棠", None)],
    ),
    "two": (
        "何晓棠和沈知远入职后均直接向罗开怀汇报。",
        [("何晓棠", "罗开怀", None), ("沈知远", "罗开怀", None)],
    ),
    "both": (
        "何晓棠和沈知远加入橙狐科技，两人都向罗开怀汇报工作。",
        [("何晓棠", "罗开怀", None), ("沈知远", "罗开怀", None)],
    ),
    "turned": (
        "何晓棠加入后，从直接向宋雨眠汇报，变为向罗开怀汇报。",
        [("何晓棠", "罗开怀", "宋雨眠")],
    ),
    "no-longer": (
        "何晓棠加入后，不再向宋雨眠汇报，转向罗开怀汇报。",
        [("何晓棠", "罗开怀", "宋雨眠")],
    ),
    "list-turned": (
        "原本需要向宋雨眠汇报的橙狐科技财务总监何晓棠、折耳智能副总裁沈知远等，都转变为向罗开怀进行汇报。",
        [("何晓棠", "罗开怀", "宋雨眠"), ("沈知远", "罗开怀", "宋雨眠")],
    ),
    "line": ("何晓棠加入后，他的汇报对象是橙狐科技首席执行官罗开怀。", [("何晓棠", "罗开怀", None)]),
    "line-changed": ("何晓棠的汇报对象由宋雨眠变为罗开怀。", [("何晓棠", "罗开怀", "宋雨眠")]),
    "line-became": ("何晓棠的汇报对象由宋雨眠变成了橙狐科技总裁罗开怀。", [("何晓棠", "罗开怀", "宋雨眠")]),
    "led": ("何晓棠加入橙狐科技，在总裁罗开怀的领导下工作。", [("何晓棠", "罗开怀", None)]),
    "boss": ("何晓棠的直属上级是罗开怀。", [("何晓棠", "罗开怀", None)]),
    "under": ("何晓棠加入橙狐科技后成为罗开怀的直接下属。", [("何晓棠", "罗开怀", None)]),
    "heads-without-names": ("各业务中心负责人加入后向罗开怀汇报。", []),
    "team": ("橙狐科技财务团队加入后直接向罗开怀汇报。", []),
    "not": ("何晓棠加入后并非向罗开怀汇报。", []),
    "to-the-board": ("何晓棠加入橙狐科技后向董事会汇报。", []),
}


@pytest.mark.parametrize("name", CASES)
def test_lines_of_reporting(name: str) -> None:
    text, expected = CASES[name]
    assert _lines(text) == expected


def _lines(text: str) -> list[Line]:
    contents = [c.content for c in claims(text)]
    return [
        (r.person.name, _name(r.manager), _name(r.former_manager))
        for r in contents
        if isinstance(r, Reporting)
    ]


def _name(mention: Mention | None) -> str | None:
    return mention.name if mention else None
