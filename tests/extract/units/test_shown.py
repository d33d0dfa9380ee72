from __future__ import annotations

import pytest

from quliu.extract.units.unit import UnitKind
from tests.extract.factory import surfaces

SHOWN = {
    "joined": ("林小满去年加入慢半拍担任算法专家。", ["慢半拍"]),
    "joined-before-latin": ("林小满加入慢半拍AI团队。", ["慢半拍AI团队"]),
    "left": ("林小满从慢半拍离职。", ["慢半拍"]),
    "with-a-chief": ("慢半拍CFO林小满宣布退休。", ["慢半拍"]),
    "with-a-former-post": ("慢半拍前研发副总裁林小满创业。", ["慢半拍"]),
    "former-staff-of": ("前慢半拍副总裁林小满创业。", ["慢半拍"]),
    "one-of-its-former-staff": ("一名前慢半拍工程师林小满被起诉。", ["慢半拍"]),
    "takes-a-post": ("林小满出任慢半拍首席执行官。", ["慢半拍"]),
    "start-up": ("林小满创办了AI初创公司慢半拍。", ["慢半拍"]),
    "joins-a-start-up": ("林小满加入初创公司慢半拍，出任顾问。", ["慢半拍"]),
    "announces-and-has-shares": ("慢半拍宣布，林小满离职。慢半拍股价下跌。", ["慢半拍", "慢半拍"]),
    "in-all-places": ("林小满加入慢半拍。在没有窗的慢半拍会议室里，她签了字。", ["慢半拍", "慢半拍"]),
    "ends-like-a-verb": ("林小满从夏为离职。", ["夏为"]),
    "latin-in-all-places": ("林小满加入Sluggo。她说Sluggo很慢。", ["Sluggo", "Sluggo"]),
    "latin-appoints": ("Sluggo聘请林小满担任顾问。", ["Sluggo"]),
    "latin-worked-at": ("林小满在Sluggo做了3年产品经理。", ["Sluggo"]),
    "square-brackets": ("林小满创立AI公司【慢半拍】。", ["慢半拍"]),
}

NOT_SHOWN = {
    "only-announces": "慢半拍宣布，事情到此为止，林小满离职。",
    "phrase": "大批高管跟着林小满离职。",
    "front-line": "前线部署工程师林小满离职。",
    "was": "林小满原为首席运营官，去年离职。",
    "this": "林小满任该行CIO，去年离职。",
    "field": "前产品总监林小满离职。",
    "place": "林小满在上海任职，去年离职。",
    "thing": "林小满把商品加入购物车并付款，随后离职。",
    "family-name": "Ann Doe离职。Doe于2019年来到这里。",
    "called": "她叫Ronda Malone，去年离职。",
}


@pytest.mark.parametrize("name", SHOWN)
def test_what_its_places_show_to_be_an_organisation(name: str) -> None:
    text, expected = SHOWN[name]
    assert surfaces(text, UnitKind.ORG) == expected


@pytest.mark.parametrize("name", NOT_SHOWN)
def test_what_stands_in_such_places_and_is_none(name: str) -> None:
    assert surfaces(NOT_SHOWN[name], UnitKind.ORG) == []
