from __future__ import annotations

import pytest

from tests.extract.factory import Told, joined, left, moves, told

CASES: dict[str, tuple[str, list[Told]]] = {
    "new-firm-named-after": (
        "前华为总监何晓棠已离职创业，新公司名为橙狐科技。",
        [told("何晓棠", out=("华为", "总监"), into=("橙狐科技", "founder"))],
    ),
    "starting-a-firm": (
        "2023年，何晓棠和宋雨眠共同创业智能家居公司橙狐科技。",
        [joined("何晓棠", "橙狐科技", "founder"), joined("宋雨眠", "橙狐科技", "founder")],
    ),
    "plain": ("何晓棠创办橙狐科技。", [joined("何晓棠", "橙狐科技", "founder")]),
    "past": ("何晓棠创立了橙狐科技。", [joined("何晓棠", "橙狐科技", "founder")]),
    "together": (
        "何晓棠与宋雨眠共同创立橙狐科技。",
        [joined("何晓棠", "橙狐科技", "founder"), joined("宋雨眠", "橙狐科技", "founder")],
    ),
    "passive": ("橙狐科技由何晓棠创立。", [joined("何晓棠", "橙狐科技", "founder")]),
    "passive-dated": (
        "橙狐科技于2021年由何晓棠和宋雨眠联合创办。",
        [joined("何晓棠", "橙狐科技", "founder"), joined("宋雨眠", "橙狐科技", "founder")],
    ),
    "passive-next-clause": (
        "橙狐科技总部在杭州，由何晓棠创办。",
        [joined("何晓棠", "橙狐科技", "founder")],
    ),
    "passive-with-post": (
        "橙狐科技由折耳智能前副总裁何晓棠创办。",
        [joined("何晓棠", "橙狐科技", "founder")],
    ),
    "leaves-to-found": (
        "何晓棠离开折耳智能，创办橙狐科技。",
        [told("何晓棠", out=("折耳智能", None), into=("橙狐科技", "founder"))],
    ),
    "unnamed": (
        "何晓棠离开折耳智能，创办了一家做助听器的公司。",
        [told("何晓棠", out=("折耳智能", None), into=(None, "founder"))],
    ),
    "start-up": (
        "折耳智能副总裁何晓棠离职创业。",
        [told("何晓棠", out=("折耳智能", "副总裁"), into=(None, "founder"))],
    ),
    "on-his-own": (
        "何晓棠去年离开折耳智能，自立门户。",
        [told("何晓棠", out=("折耳智能", None), into=(None, "founder"))],
    ),
    "described": (
        "何晓棠在杭州创立了语音公司橙狐科技。",
        [joined("何晓棠", "橙狐科技", "founder")],
    ),
    "quoted": ("何晓棠创办公司“慢半拍”。", [joined("何晓棠", "慢半拍", "founder")]),
    "latin": ("何晓棠去年创办了Slowtide。", [joined("何晓棠", "Slowtide", "founder")]),
    "pronoun": (
        "何晓棠去年离开折耳智能。今年，他创办了橙狐科技。",
        [told("何晓棠", out=("折耳智能", None)), joined("何晓棠", "橙狐科技", "founder")],
    ),
    "since": ("橙狐科技成立于2021年，创始人为何晓棠。", [joined("何晓棠", "橙狐科技", "founder")]),
    "passive-in-a-city": (
        "橙狐科技由何晓棠和宋雨眠于2021年在杭州创立。",
        [joined("何晓棠", "橙狐科技", "founder"), joined("宋雨眠", "橙狐科技", "founder")],
    ),
    "he-and": (
        "何晓棠去年离开折耳智能。今年，他和宋雨眠一起创办了橙狐科技。",
        [
            told("何晓棠", out=("折耳智能", None)),
            joined("何晓棠", "橙狐科技", "founder"),
            joined("宋雨眠", "橙狐科技", "founder"),
        ],
    ),
    "with-an-old-friend": (
        "何晓棠曾任折耳智能副总裁，2021年与老同事宋雨眠联合创办橙狐科技。",
        [joined("何晓棠", "橙狐科技", "founder"), joined("宋雨眠", "橙狐科技", "founder")],
    ),
    "spins-out": (
        "何晓棠带着团队从折耳智能独立出来，成立了橙狐科技。",
        [joined("何晓棠", "橙狐科技", "founder")],
    ),
    "project": ("橙狐科技是何晓棠的全新创业项目。", [joined("何晓棠", "橙狐科技", "founder")]),
    "then-named": (
        "何晓棠开始创业，创立了橙狐科技。",
        [joined("何晓棠", "橙狐科技", "founder")],
    ),
    "own-firm": (
        "橙狐科技联合创始人何晓棠于2021年创办公司。",
        [joined("何晓棠", "橙狐科技", "founder")],
    ),
    "dotted-name": (
        "托比·麦克林创办了橙狐科技。",
        [joined("托比·麦克林", "橙狐科技", "founder")],
    ),
    "with-companions": (
        "何晓棠离开折耳智能后，联合两位老同事创办了橙狐科技。",
        [told("何晓棠", out=("折耳智能", None), into=("橙狐科技", "founder"))],
    ),
    "with-a-friend-of-no-name": (
        "何晓棠与大学室友一起在上海创办了橙狐科技。",
        [joined("何晓棠", "橙狐科技", "founder")],
    ),
    "like-and": (
        "何晓棠同宋雨眠一道创办了橙狐科技。",
        [joined("何晓棠", "橙狐科技", "founder"), joined("宋雨眠", "橙狐科技", "founder")],
    ),
    "also-with-her": (
        "何晓棠创立了橙狐科技，与其共同创办公司的还有折耳智能的宋雨眠。",
        [joined("何晓棠", "橙狐科技", "founder"), joined("宋雨眠", "橙狐科技", "founder")],
    ),
    "unknown-firm": ("望潮智能由折耳智能前工程师何晓棠创立。", [joined("何晓棠", "望潮智能", "founder")]),
    "unknown-latin-firm": (
        "Slow Tide由何晓棠和宋雨眠于2016年创立。",
        [joined("何晓棠", "Slow Tide", "founder"), joined("宋雨眠", "Slow Tide", "founder")],
    ),
    "job-for-firm": (
        "何晓棠放弃了折耳智能的高薪职位，创办了橙狐科技。",
        [told("何晓棠", out=("折耳智能", None), into=("橙狐科技", "founder"))],
    ),
    "next-year": (
        "何晓棠于2023年底离开任职六年的折耳智能，次年与宋雨眠一同创立橙狐科技。",
        [
            left("何晓棠", "折耳智能"),
            joined("何晓棠", "橙狐科技", "founder"),
            joined("宋雨眠", "橙狐科技", "founder"),
        ],
    ),
    "latter": (
        "何晓棠和宋雨眠先后从折耳智能离开，后者自己创业。",
        [left("何晓棠", "折耳智能"), told("宋雨眠", out=("折耳智能", None), into=(None, "founder"))],
    ),
    "sets-out": (
        "2017年，何晓棠离开折耳智能，开启了自己的创业之路。",
        [told("何晓棠", out=("折耳智能", None), into=(None, "founder"))],
    ),
    "named-later": (
        "折耳智能CEO助理林小满已离职创业。林小满的新公司名为“林间智能”。",
        [left("林小满", "折耳智能", "CEO助理"), joined("林小满", "林间智能", "founder")],
    ),
    "after-leaving-the-first": (
        "折耳智能联合创始人林小满已从公司离开，投身短剧创业。",
        [told("林小满", out=("折耳智能", "联合创始人"), into=(None, "founder"))],
    ),
    "post-beside-who-sets-out": (
        "折耳智能产品副总裁林小满投身AI创业。",
        [told("林小满", out=("折耳智能", "产品副总裁"), into=(None, "founder"))],
    ),
    "with-the-core": (
        "折耳智能CEO林小满辞任，带着几名核心骨干成立了新公司橙狐科技。",
        [told("林小满", out=("折耳智能", "CEO"), into=("橙狐科技", "founder"))],
    ),
    "after-years-of-work": (
        "在折耳智能工作了12年后，首席科学家林小满选择自立门户，他的新公司橙狐科技设在伦敦。",
        [told("林小满", out=("折耳智能", "首席科学家"), into=("橙狐科技", "founder"))],
    ),
    "post-in-a-firm-without-a-name": (
        "折耳智能裁员约600人。林小满创办了一家新公司，并任联合创始人。",
        [joined("林小满", None, "founder")],
    ),
}

NO_MOVE = {
    "no-founder": "橙狐科技成立于2021年，总部位于杭州。",
    "founder-beside-name": "橙狐科技创始人何晓棠表示，公司成立以来没有裁过员。",
    "task-force": "何晓棠在橙狐科技成立了一个专项小组。",
    "unit-of-a-firm": "橙狐科技成立具身智能事业部，何晓棠出席了仪式。",
    "framework": "何晓棠建立了一套评测体系。",
    "data-set": "何晓棠创建了一个方言数据集。",
    "wish": "何晓棠说自己一直想创业。",
    "if": "如果何晓棠创办橙狐科技，投资人会排队。",
    "encourages": "何晓棠鼓励年轻人创业。",
    "question": "何晓棠会自己创业吗？",
    "brand": "橙狐科技创立了自己的咖啡品牌。",
    "course": "何晓棠共同创立了折耳智能首门公开课。",
    "teams": "何晓棠先后参与组建了算法、芯片等团队。",
    "others": "何晓棠说，很多后来创办橙狐科技的人当时都在场。",
    "serial": "何晓棠是一名连续创业者。",
    "advises-against": "何晓棠建议年轻人不要轻易创业。",
    "founder-speaks-of-it": "橙狐科技创始人何晓棠毕业于清华大学，2023年回国创业。",
    "race-by": "这项比赛由何晓棠创立。",
    "tells-of-it": "何晓棠讲述了自己的创业历程。",
    "begins-to-tell": "何晓棠开始分享自己的创业历程。",
    "seen-too-many": "何晓棠说，他见过太多人离职创业后失败。",
}


@pytest.mark.parametrize("name", CASES)
def test_who_founds(name: str) -> None:
    text, expected = CASES[name]
    assert sorted(moves(text), key=repr) == sorted(expected, key=repr)


@pytest.mark.parametrize("name", NO_MOVE)
def test_nobody_founds(name: str) -> None:
    assert moves(NO_MOVE[name]) == []
