from __future__ import annotations

import pytest

from quliu.extract.units.unit import UnitKind
from tests.extract.factory import found, surfaces, units

KNOWN = {
    "name": ("林小满加入科大讯飞。", ["iflytek"]),
    "alias": ("林小满加入讯飞。", ["iflytek"]),
    "latin": ("林小满加入iFlytek。", ["iflytek"]),
    "latin-other-case": ("林小满加入IFLYTEK。", ["iflytek"]),
    "longest": ("林小满加入讯飞研究院。", ["iflytek-research"]),
    "company-and-team": ("林小满加入腾讯混元。", ["tencent-hunyuan"]),
    "ambiguous-joined": ("林小满加入理想。", ["li-auto"]),
    "ambiguous-left": ("林小满从苹果离职。", ["apple"]),
    "ambiguous-role": ("浪潮CEO林小满离职。", ["inspur"]),
    "ambiguous-vouched": ("理想汽车发布新车。林小满说理想的车好开。", ["li-auto", "li-auto"]),
    "short-one-in-a-longer-word": ("谷歌研究员林小满离职。", ["google"]),
    "abbreviated-bank": ("林小满从建行离职。", ["ccb"]),
    "damaged-team": ("讯混元负责人林小满离职。", ["tencent-hunyuan"]),
    "damaged-alone": ("讯混元负责人林小满离职。林小满从讯离职。", ["tencent-hunyuan", "tencent"]),
}

NOT_KNOWN = {
    "ideal": ("li-auto", "林小满说，加入创业公司是她的理想生活。"),
    "wave": ("inspur", "大模型浪潮席卷各地，林小满离职创业。"),
    "fruit": ("apple", "林小满离职后种苹果树。"),
    "part-of-a-word": ("iflytek", "林小满加入MyiFlytekFans。"),
    "mountain": ("kingsoft", "林小满加入旧金山的一家公司。"),
    "hunyuan-alone": ("tencent-hunyuan", "林小满离职后练起了混元太极。"),
}

UNKNOWN = {
    "suffix": ("林小满毕业于半山大学。", "半山大学"),
    "limited": ("林小满加入杭州慢半拍网络有限公司。", "杭州慢半拍网络有限公司"),
    "quoted": ("林小满创办公司“慢半拍”。", "慢半拍"),
    "quoted-before": ("“慢半拍”公司创始人林小满离职。", "慢半拍"),
    "book-quotes": ("林小满加入「慢半拍」团队。", "慢半拍"),
    "placed": ("林小满去年创办慢半拍，今年离开。", "慢半拍"),
    "latin-placed": ("林小满加入Slowtide。", "Slowtide"),
    "latin-described": ("林小满去年创办了语音公司Slowtide。", "Slowtide"),
    "latin-worded": ("林小满喜欢Slow Tide Labs，于是加入。", "Slow Tide Labs"),
    "described": ("林小满离职，创立AI公司慢半拍。", "慢半拍"),
    "before-a-chair": ("慢半拍董事长林小满离职。", "慢半拍"),
    "latin-application": ("林小满创办了购物应用Slowtide。", "Slowtide"),
    "latin-with-digits": ("林小满加入Slowtide24任顾问。", "Slowtide24"),
    "latin-digit-first": ("林小满创办了9Tide，做语音。", "9Tide"),
    "latin-before-a-title": ("QZF主席林小满辞职。", "QZF"),
    "latin-at-work": ("林小满在Slowtide担任首席架构师。", "Slowtide"),
    "office": ("半山省药监局局长林小满离职。", "半山省药监局"),
    "office-former": ("半山数据中心前主任林小满离职。", "半山数据中心"),
    "latin-founder": ("Slowtide创始人林小满离职。", "Slowtide"),
}

NO_NAME = {
    "this-firm": "林小满离职后，这家公司股价大跌。",
    "new-firm": "林小满想加入一家新公司。",
    "verb-and-firm": "此举进一步提升公司形象，林小满离职。",
    "board": "同时董事会批准林小满离职。",
    "robots": "林小满离职后研究人形仿生机器人。",
    "old-employer": "林小满告别老东家，加入新东家。",
    "industry": "林小满离开学术界，加入业界。",
    "workplace": "林小满离开体制内，进入职场，后来回到母校任教。",
    "firms-been-in": "林小满此前待过两家公司。",
    "all-the-way": "林小满一路做到研究院副院长。",
    "back-to-the-group": "林小满回归集团。",
    "less-than-a-year": "林小满入职未满一年。",
    "unit-of-a-firm": "林小满负责企业BG。",
    "leads-research": "林小满加盟领衔模型研究。",
    "leader": "团队的Leader是林小满。",
}


@pytest.mark.parametrize("name", KNOWN)
def test_organisations_of_the_lexicon(name: str) -> None:
    text, expected = KNOWN[name]
    assert [unit.lexicon_id for unit in units(text, UnitKind.ORG)] == expected


@pytest.mark.parametrize("name", NOT_KNOWN)
def test_a_word_is_taken_for_an_organisation_only_in_its_place(name: str) -> None:
    org, text = NOT_KNOWN[name]
    assert org not in [unit.lexicon_id for unit in units(text, UnitKind.ORG)]


@pytest.mark.parametrize("name", UNKNOWN)
def test_organisations_that_no_list_knows(name: str) -> None:
    text, expected = UNKNOWN[name]
    assert found(text, UnitKind.ORG) == [expected]


@pytest.mark.parametrize("name", NO_NAME)
def test_what_is_no_name_of_an_organisation(name: str) -> None:
    assert surfaces(NO_NAME[name], UnitKind.ORG) == []


def test_a_damaged_name_is_put_right() -> None:
    (org,) = units("讯混元负责人林小满离职。", UnitKind.ORG)
    assert (org.name, org.span.end - org.span.start) == ("腾讯混元", 3)


def test_a_whole_name_is_not_damaged() -> None:
    assert surfaces("腾讯混元负责人林小满离职。", UnitKind.ORG) == ["腾讯混元"]


def test_a_board_that_acts_is_its_company() -> None:
    (org,) = units("科大讯飞董事会任命林小满为CEO。", UnitKind.ORG)
    assert (org.name, org.named.end - org.named.start) == ("科大讯飞", 4)


def test_a_board_that_is_joined_is_the_board() -> None:
    assert surfaces("林小满加入科大讯飞董事会。", UnitKind.ORG) == ["科大讯飞董事会"]


def test_a_team_belongs_to_the_name_of_its_company() -> None:
    assert surfaces("林小满加入科大讯飞方言识别团队。", UnitKind.ORG) == ["科大讯飞方言识别团队"]


def test_a_second_name_in_brackets_is_joined() -> None:
    (org,) = units("林小满加入科大讯飞（iFlytek）。", UnitKind.ORG)
    assert (org.lexicon_id, org.alias) == ("iflytek", "科大讯飞")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("讯AI Lab负责人林小满离职。", "腾讯AI Lab"),
        ("腾讯近日调整。AI Lab负责人林小满离职。", "腾讯AI Lab"),
        ("字节跳动近日调整。AI Lab负责人林小满离职。", "字节跳动AI Lab"),
        ("AI Lab负责人林小满离职。", "AI Lab"),
    ],
)
def test_a_name_that_teams_of_several_firms_bear(text: str, name: str) -> None:
    assert found(text, UnitKind.ORG)[-1] == name
