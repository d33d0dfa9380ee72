from __future__ import annotations

import pytest

from quliu.extract.units.firms import find_firms
from quliu.extract.units.unit import UnitKind
from tests.extract.factory import found

FIRMS = {
    "joined": ("林小满加入橙狐科技。", {"橙狐科技"}),
    "announces": ("橙狐科技宣布，林小满离职。", {"橙狐科技"}),
    "before-a-title": ("橙狐科技首席科学家林小满离职。", {"橙狐科技"}),
    "two": ("林小满离开折耳智能，橙狐科技发布公告。", {"折耳智能", "橙狐科技"}),
    "listed": ("与会的有橙狐科技、折耳智能、石榴资本。", {"橙狐科技", "折耳智能", "石榴资本"}),
    "bank": ("石榴银行宣布，林小满辞任副行长。", {"石榴银行"}),
    "institute": ("林小满加入慢半拍研究院。", {"慢半拍研究院"}),
    "after-a-name": ("林小满任石榴银行副行长。", {"石榴银行"}),
    "after-former": ("前橙狐科技高管林小满离职。", {"橙狐科技"}),
    "weak-noun-joined": ("林小满加入慢半拍动力。", {"慢半拍动力"}),
    "founded-by": ("橙狐科技由林小满创立。", {"橙狐科技"}),
    "registry": ("橙狐科技发生工商变更，林小满卸任法定代表人。", {"橙狐科技"}),
    "of-a-founder": ("林小满创立的橙狐科技宣布倒闭。", {"橙狐科技"}),
    "appointed-to": ("林小满被任命为橙狐科技CEO。", {"橙狐科技"}),
    "named": ("林小满创办了一家名为橙狐科技的公司。", {"橙狐科技"}),
    "called": ("林小满开了公司，叫橙狐科技。", {"橙狐科技"}),
    "takes-charge": ("林小满出掌橙狐科技。", {"橙狐科技"}),
    "robots": ("拐弯机器人宣布，林小满离职。", {"拐弯机器人"}),
    "weak-noun-confirms": ("【快讯】拐弯机器人1月9日确认，林小满离职。", {"拐弯机器人"}),
    "worked-there": ("林小满此前在橙狐科技负责安全，4月离职。", {"橙狐科技"}),
    "stayed-there": ("在橙狐科技待了五年之后，林小满离职。", {"橙狐科技"}),
}

ORDINARY = {
    "artificial-intelligence": "林小满加入人工智能，从头学起。",
    "embodied": "具身智能宣布了新的方向。",
    "cloud": "林小满离开云计算，转做咖啡。",
    "some-university": "林小满加入知名大学，任教授。",
    "future": "橙狐的未来，将由林小满负责。",
    "era": "林小满时代，结束了。",
    "facing-the-future": "大家共同面对未来，林小满说。",
    "capital": "公司注册资本，由林小满缴纳。",
    "health": "林小满因健康，辞去职务。",
    "this-lab": "这家研究院宣布，林小满离职。",
    "robots": "服务机器人，扫地机器人，都将加入方言功能。",
}


@pytest.mark.parametrize("name", FIRMS)
def test_firms_by_how_the_text_uses_their_names(name: str) -> None:
    text, expected = FIRMS[name]
    assert set(found(text, UnitKind.ORG)) == expected


@pytest.mark.parametrize("name", ORDINARY)
def test_ordinary_words_are_no_firms(name: str) -> None:
    assert list(find_firms(ORDINARY[name], ())) == []


def test_one_telling_place_is_enough_for_all_places() -> None:
    text = "林小满加入橙狐科技。在橙狐科技那间没有窗的会议室里，她签了字。"
    assert [text[unit.span.start : unit.span.end] for unit in find_firms(text, ())] == [
        "橙狐科技",
        "橙狐科技",
    ]


def test_a_name_with_a_verb_before_it_is_the_shorter_one() -> None:
    text = "橙狐科技发布公告。现身橙狐科技的是林小满，橙狐科技确认了。"
    assert {unit.name for unit in find_firms(text, ())} == {"橙狐科技"}
