from __future__ import annotations

import pytest

from quliu.model import Move
from tests.extract.factory import Told, claims, joined, left, moves, told

CASES: dict[str, tuple[str, list[Told]]] = {
    "appoints": (
        "橙狐科技任命宋雨眠为首席财务官。",
        [joined("宋雨眠", "橙狐科技", "首席财务官")],
    ),
    "appointed": (
        "宋雨眠被任命为橙狐科技首席财务官。",
        [joined("宋雨眠", "橙狐科技", "首席财务官")],
    ),
    "hires-as": (
        "橙狐科技聘请宋雨眠担任首席财务官。",
        [joined("宋雨眠", "橙狐科技", "首席财务官")],
    ),
    "promotes": (
        "橙狐科技将宋雨眠提拔为副总裁。",
        [joined("宋雨眠", "橙狐科技", "副总裁")],
    ),
    "two-of-them": (
        "橙狐科技任命宋雨眠为首席财务官，任命唐小糖为首席产品官。",
        [joined("宋雨眠", "橙狐科技", "首席财务官"), joined("唐小糖", "橙狐科技", "首席产品官")],
    ),
    "hands-over": (
        "橙狐科技首席财务官罗开怀卸任，由宋雨眠接任。",
        [left("罗开怀", "橙狐科技", "首席财务官"), joined("宋雨眠", "橙狐科技", "首席财务官")],
    ),
    "replaces-as": (
        "宋雨眠接替罗开怀出任橙狐科技首席财务官。",
        [joined("宋雨眠", "橙狐科技", "首席财务官"), left("罗开怀", "橙狐科技", "首席财务官")],
    ),
    "successor-named-after": (
        "橙狐科技首席财务官罗开怀离职。接替他的是副总裁宋雨眠。",
        [left("罗开怀", "橙狐科技", "首席财务官"), joined("宋雨眠", "橙狐科技", "首席财务官")],
    ),
    "register": (
        "橙狐科技法定代表人由罗开怀变更为宋雨眠。",
        [joined("宋雨眠", "橙狐科技", "法定代表人"), left("罗开怀", "橙狐科技", "法定代表人")],
    ),
    "register-two-posts": (
        "工商信息显示，橙狐科技董事长、法定代表人由罗开怀变更为宋雨眠。",
        [
            joined("宋雨眠", "橙狐科技", "董事长、法定代表人"),
            left("罗开怀", "橙狐科技", "董事长、法定代表人"),
        ],
    ),
    "board-elects": (
        "橙狐科技董事会选举宋雨眠为董事长。",
        [joined("宋雨眠", "橙狐科技", "董事长")],
    ),
    "to-an-unknown-team": (
        "橙狐科技任命宋雨眠为企业服务事业部总经理。",
        [joined("宋雨眠", "橙狐科技企业服务事业部", "总经理")],
    ),
    "in-the-next-clause": (
        "橙狐科技调整了管理层，并聘请宋雨眠担任首席财务官。",
        [joined("宋雨眠", "橙狐科技", "首席财务官")],
    ),
    "taken-from": (
        "橙狐科技从折耳智能挖来沈知远担任首席科学家。",
        [told("沈知远", out=("折耳智能", None), into=("橙狐科技", "首席科学家"))],
    ),
    "from-the-hands": (
        "宋雨眠从罗开怀手中接过橙狐科技首席财务官一职。",
        [joined("宋雨眠", "橙狐科技", "首席财务官")],
    ),
    "takes-over-the-work": (
        "橙狐科技首席财务官罗开怀离职，宋雨眠将接手他的工作。",
        [
            left("罗开怀", "橙狐科技", "首席财务官"),
            joined("宋雨眠", "橙狐科技", "首席财务官", status="planned"),
        ],
    ),
    "hands-it-to": (
        "橙狐科技总裁罗开怀将首席执行官一职交给宋雨眠。",
        [joined("宋雨眠", "橙狐科技", "首席执行官"), left("罗开怀", "橙狐科技", "首席执行官")],
    ),
    "makes-room": (
        "橙狐科技总裁罗开怀让位于宋雨眠。",
        [joined("宋雨眠", "橙狐科技", "总裁"), left("罗开怀", "橙狐科技", "总裁")],
    ),
    "role-of-the-one-before": (
        "罗开怀辞去橙狐科技首席财务官职务，宋雨眠接任。",
        [left("罗开怀", "橙狐科技", "首席财务官"), joined("宋雨眠", "橙狐科技", "首席财务官")],
    ),
    "poached": (
        "橙狐科技挖来折耳智能首席科学家沈知远。",
        [told("沈知远", out=("折耳智能", "首席科学家"), into=("橙狐科技", None))],
    ),
    "welcomes": (
        "橙狐科技迎来新任首席技术官沈知远。",
        [joined("沈知远", "橙狐科技", "首席技术官")],
    ),
    "dotted-name": (
        "橙狐科技任命托比·麦克林为首席科学家。",
        [joined("托比·麦克林", "橙狐科技", "首席科学家")],
    ),
    "counted": (
        "橙狐科技已从折耳智能挖走三名研究员：宋雨眠、何晓棠和林小满。",
        [
            told("宋雨眠", out=("折耳智能", None), into=("橙狐科技", None)),
            told("何晓棠", out=("折耳智能", None), into=("橙狐科技", None)),
            told("林小满", out=("折耳智能", None), into=("橙狐科技", None)),
        ],
    ),
    "board-seats": (
        "橙狐科技新增两名独立董事，分别为宋雨眠和何晓棠。",
        [joined("宋雨眠", "橙狐科技", "独立董事"), joined("何晓棠", "橙狐科技", "独立董事")],
    ),
    "post-named-with-replacing": (
        "宋雨眠将接替何晓棠，出任橙狐科技首席执行官。",
        [
            joined("宋雨眠", "橙狐科技", "首席执行官", status="planned"),
            left("何晓棠", "橙狐科技", "首席执行官", status="planned"),
        ],
    ),
    "post-by": (
        "橙狐科技联合创始人林小满卸任，首席执行官一职由宋雨眠接任。",
        [left("林小满", "橙狐科技", "联合创始人"), joined("宋雨眠", "橙狐科技", "首席执行官")],
    ),
    "register-old-unread": (
        "10月19日，橙狐科技发生工商变更，法定代表人由王百因变为宋雨眠。",
        [joined("宋雨眠", "橙狐科技", "法定代表人")],
    ),
    "put-beside-work": (
        "橙狐科技把折耳智能的创造者宋雨眠提拔为首席技术官。",
        [joined("宋雨眠", "橙狐科技", "首席技术官")],
    ),
    "also-promoted": (
        "橙狐科技聘任宋雨眠女士为公司首席财务官，任期自审议通过之日起至本届董事会届满。",
        [joined("宋雨眠", "橙狐科技", "首席财务官")],
    ),
    "hired-two": (
        "橙狐科技聘任宋雨眠、何晓棠为公司副总裁。",
        [joined("宋雨眠", "橙狐科技", "副总裁"), joined("何晓棠", "橙狐科技", "副总裁")],
    ),
    "three-appointments": (
        "橙狐科技新任命：宋雨眠任首席技术官，何晓棠任首席产品官，林小满任首席商务官。",
        [
            joined("宋雨眠", "橙狐科技", "首席技术官"),
            joined("何晓棠", "橙狐科技", "首席产品官"),
            joined("林小满", "橙狐科技", "首席商务官"),
        ],
    ),
    "hired-to-replace": (
        "橙狐科技已聘请宋雨眠出任首席营销官，接替即将退休的何晓棠。",
        [joined("宋雨眠", "橙狐科技", "首席营销官"), left("何晓棠", "橙狐科技", status="planned")],
    ),
    "taken-away-by": (
        "折耳智能首席科学家沈知远被橙狐科技挖走。",
        [told("沈知远", out=("折耳智能", "首席科学家"), into=("橙狐科技", None))],
    ),
    "taken-under-its-flag": (
        "折耳智能首席科学家沈知远被橙狐科技招至麾下，担任首席技术官。",
        [told("沈知远", out=("折耳智能", "首席科学家"), into=("橙狐科技", "首席技术官"))],
    ),
    "takes-under-its-flag": (
        "橙狐科技将折耳智能首席科学家沈知远招至麾下。",
        [told("沈知远", out=("折耳智能", "首席科学家"), into=("橙狐科技", None))],
    ),
    "nearly-not-taken": (
        "折耳智能首席科学家沈知远没有被橙狐科技挖走。",
        [told("沈知远", out=("折耳智能", "首席科学家"), into=("橙狐科技", None), status="negated")],
    ),
    "counted-among-others": (
        "橙狐科技从折耳智能挖走20多人，其中包括首席科学家沈知远。",
        [told("沈知远", out=("折耳智能", "首席科学家"), into=("橙狐科技", None))],
    ),
    "successor-after-post": (
        "橙狐科技首席执行官罗开怀离职。接替他担任首席执行官的是宋雨眠。",
        [left("罗开怀", "橙狐科技", "首席执行官"), joined("宋雨眠", "橙狐科技", "首席执行官")],
    ),
    "successor-named-beside": (
        "橙狐科技首席财务官罗开怀离职，接替他的是来自折耳智能的宋雨眠。",
        [left("罗开怀", "橙狐科技", "首席财务官"), joined("宋雨眠", "橙狐科技", "首席财务官")],
    ),
    "newly-registered": (
        "工商信息显示，橙狐科技发生变更，宋雨眠新增为董事。",
        [joined("宋雨眠", "橙狐科技", "董事")],
    ),
    "newly-registers": (
        "橙狐科技新增宋雨眠为董事。",
        [joined("宋雨眠", "橙狐科技", "董事")],
    ),
    "one-announcement-for-all": (
        "橙狐科技宣布三项任命：宋雨眠任首席技术官，何晓棠任首席产品官，林小满任首席商务官。",
        [
            joined("宋雨眠", "橙狐科技", "首席技术官", status="confirmed"),
            joined("何晓棠", "橙狐科技", "首席产品官", status="confirmed"),
            joined("林小满", "橙狐科技", "首席商务官", status="confirmed"),
        ],
    ),
    "work-of-one-to-two": (
        "折耳智能首席技术官林小满将于6月底卸任。其职责由研发副总裁沈知远与产品副总裁何晓棠分别接手。",
        [
            left("林小满", "折耳智能", "首席技术官", status="planned"),
            joined("沈知远", "折耳智能"),
            joined("何晓棠", "折耳智能"),
        ],
    ),
    "who-goes-elsewhere": (
        "沈知远出任折耳智能首席财务官，接替调任总部的林小满。",
        [
            joined("沈知远", "折耳智能", "首席财务官"),
            left("林小满", "折耳智能", "首席财务官"),
        ],
    ),
    "in-charge-for-now": (
        "折耳智能首席运营官林小满3月已离职，其岗位由副总裁沈知远代管。",
        [left("林小满", "折耳智能", "首席运营官"), joined("沈知远", "折耳智能")],
    ),
    "takes-the-place": (
        "折耳智能一位高管易主：市场负责人林小满离任，由沈知远补位。",
        [left("林小满", "折耳智能", "市场负责人"), joined("沈知远", "折耳智能", "市场负责人")],
    ),
    "after-whom": (
        "折耳智能换帅：沈知远接棒林小满任CEO。",
        [joined("沈知远", "折耳智能", "CEO"), left("林小满", "折耳智能", "CEO")],
    ),
    "moved-elsewhere": (
        "林小满在折耳智能工作多年，2021年接替转岗的沈知远，成为硬件高级副总裁。",
        [
            joined("林小满", "折耳智能", "硬件高级副总裁"),
            left("沈知远", "折耳智能", "硬件高级副总裁"),
        ],
    ),
    "from-a-present-post": (
        "折耳智能现任首席运营官林小满将接任首席执行官。",
        [
            told(
                "林小满",
                out=("折耳智能", "首席运营官"),
                into=("折耳智能", "首席执行官"),
                status="planned",
            )
        ],
    ),
    "given-to-one": (
        "折耳智能公布调整，首席技术官一职交给了27岁的林小满。",
        [joined("林小满", "折耳智能", "首席技术官", status="confirmed")],
    ),
    "who-takes-the-team": (
        "折耳智能副总裁林小满离职。接手其团队的是副总裁沈知远。",
        [left("林小满", "折耳智能", "副总裁"), joined("沈知远", "折耳智能", "副总裁")],
    ),
    "known-by-another": (
        "折耳智能产品负责人林小满月底离任，他的继任者是何晓棠的老部下沈知远。",
        [left("林小满", "折耳智能", "产品负责人"), joined("沈知远", "折耳智能", "产品负责人")],
    ),
    "post-given-before": (
        "罗开怀将重返橙狐科技担任首席运营官，立即生效，接替已卸任的唐小糖。",
        [
            joined("罗开怀", "橙狐科技", "首席运营官", "planned"),
            left("唐小糖", "橙狐科技", "首席运营官"),
        ],
    ),
    "served-before": (
        "在担任橙狐科技CTO三年后，唐小糖于2024年12月卸任，由副总裁罗开怀接任。",
        [left("唐小糖", "橙狐科技", "CTO"), joined("罗开怀", "橙狐科技", "CTO")],
    ),
    "whose-term-has-ended": (
        "橙狐科技常务董事罗开怀接替任期届满的唐小糖，出任轮值董事长。",
        [joined("罗开怀", "橙狐科技", "轮值董事长"), left("唐小糖", "橙狐科技", "轮值董事长")],
    ),
    "post-before-its-duty": (
        "橙狐科技宣布，总裁罗开怀将接任CEO一职，全面负责公司的日常管理。",
        [joined("罗开怀", "橙狐科技", "CEO", "confirmed")],
    ),
    "work-given-on": (
        "折耳智能副总裁林小满将离任，其工作将移交给沈知远。",
        [
            left("林小满", "折耳智能", "副总裁", status="planned"),
            joined("沈知远", "折耳智能", status="planned"),
        ],
    ),
}

NO_MOVE = {
    "likely-heir": "宋雨眠最有可能接班罗开怀。",
    "candidate": "宋雨眠是接替罗开怀的热门人选。",
    "candidate-for-firm": "谁来接替橙狐科技首席财务官罗开怀，宋雨眠是候选之一。",
    "models": "橙狐科技称，新模型将取代旧模型。",
    "machines": "机器人会取代宋雨眠吗？",
    "lawyer": "橙狐科技聘请律师应诉，宋雨眠没有出庭。",
    "vacancy": "橙狐科技正在招聘首席财务官。",
    "if": "若橙狐科技任命宋雨眠为首席财务官，市场会欢迎。",
    "address": "橙狐科技的注册地址由杭州变更为宁波。",
    "name": "橙狐科技的名称变更为橙狐智能。",
    "index": "橙狐科技接替折耳智能成为指数成分股。",
    "speakers": "橙狐科技三名工程师：宋雨眠、何晓棠和林小满在会上做了报告。",
    "hiring": "橙狐科技正在招聘首席财务官。",
    "product-replaces": "宋雨眠预测，这款机器人有可能取代橙狐科技。",
    "team-taken-away": "宋雨眠担心团队被折耳智能挖走。",
    "pupils-taken-away": "宋雨眠的得意门生被折耳智能招至麾下。",
    "nearly-taken-away": "橙狐科技首席科学家宋雨眠差点被折耳智能挖走。",
    "speaks-of-the-taken": "橙狐科技从折耳智能挖走20多人，宋雨眠对此表示遗憾。",
    "welcomes-an-officer": "橙狐科技新增一名高管，宋雨眠表示欢迎。",
    "shareholder": "橙狐科技新增宋雨眠为股东。",
    "cases": "橙狐科技新增宋雨眠和何晓棠两个案例。",
    "heir-of-somebody": "折耳智能的林小满的继任者还没有公布。",
}


@pytest.mark.parametrize("name", CASES)
def test_who_is_handed_a_post(name: str) -> None:
    text, expected = CASES[name]
    assert sorted(moves(text), key=repr) == sorted(expected, key=repr)


@pytest.mark.parametrize("name", NO_MOVE)
def test_nobody_is_handed_a_post(name: str) -> None:
    assert moves(NO_MOVE[name]) == []


@pytest.mark.parametrize("name", ["replaces-as", "register"])
def test_both_people_of_a_hand_over_are_named(name: str) -> None:
    read = [claim.content for claim in claims(CASES[name][0]) if isinstance(claim.content, Move)]
    new = next(move for move in read if move.into)
    old = next(move for move in read if move.out)
    assert (new.predecessor and new.predecessor.name, old.successor and old.successor.name) == (
        "罗开怀",
        "宋雨眠",
    )


# What is told of 唐小糖, who goes, and of 罗开怀, who comes.
FOLLOWED = {
    "said-of-the-successor": "橙狐科技首席运营官唐小糖离职，其职责由罗开怀接管。",
    "replaces-the-next-sentence": "橙狐科技首席运营官唐小糖离职。接替她的是罗开怀。",
    "one-post": "橙狐科技首席运营官唐小糖离职。罗开怀出任橙狐科技首席运营官。",
    "retires": "橙狐科技宣布，罗开怀将接替即将退休的唐小糖，担任首席运营官。",
}
UNRELATED = {
    "title-of-many": "橙狐科技副总裁唐小糖离职。罗开怀出任橙狐科技副总裁。",
    "other-firm": "橙狐科技首席运营官唐小糖离职。罗开怀出任折耳智能首席运营官。",
    "other-post": "橙狐科技首席运营官唐小糖离职。罗开怀出任橙狐科技首席财务官。",
}


def _followers(text: str) -> set[tuple[str, str]]:
    read = [claim.content for claim in claims(text) if isinstance(claim.content, Move)]
    return {(m.person.name, m.successor.name) for m in read if m.successor} | {
        (m.predecessor.name, m.person.name) for m in read if m.predecessor
    }


@pytest.mark.parametrize("name", FOLLOWED)
def test_both_half_moves_of_a_hand_over_name_the_other_person(name: str) -> None:
    read = [claim.content for claim in claims(FOLLOWED[name]) if isinstance(claim.content, Move)]
    assert [m.successor and m.successor.name for m in read if m.out] == ["罗开怀"]
    assert [m.predecessor and m.predecessor.name for m in read if m.into] == ["唐小糖"]


@pytest.mark.parametrize("name", UNRELATED)
def test_who_only_gets_a_like_post_follows_nobody(name: str) -> None:
    assert _followers(UNRELATED[name]) == set()
