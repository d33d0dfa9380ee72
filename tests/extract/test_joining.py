from __future__ import annotations

import pytest

from tests.extract.factory import Told, joined, left, moves, told

CASES: dict[str, tuple[str, list[Told]]] = {
    "plain": ("林小满加入橙狐科技。", [joined("林小满", "橙狐科技")]),
    "role-after": (
        "林小满加入橙狐科技，担任首席技术官。",
        [joined("林小满", "橙狐科技", "首席技术官")],
    ),
    "role-in-next-clause": (
        "林小满已于本月入职橙狐科技，并出任产品副总裁。",
        [joined("林小满", "橙狐科技", "产品副总裁")],
    ),
    "capacity": ("林小满以顾问身份加入橙狐科技。", [joined("林小满", "橙狐科技", "顾问")]),
    "from-to": (
        "林小满从折耳智能跳槽到橙狐科技。",
        [told("林小满", out=("折耳智能", None), into=("橙狐科技", None))],
    ),
    "from-with-role": (
        "沈知远从折耳智能离职，加盟橙狐科技任首席科学家。",
        [told("沈知远", out=("折耳智能", None), into=("橙狐科技", "首席科学家"))],
    ),
    "post-beside-name": (
        "折耳智能算法总监林小满跳槽至橙狐科技。",
        [told("林小满", out=("折耳智能", "算法总监"), into=("橙狐科技", None))],
    ),
    "former-post-beside-name": (
        "折耳智能前算法总监林小满加入橙狐科技。",
        [joined("林小满", "橙狐科技")],
    ),
    "list": (
        "林小满、沈知远和何晓棠加入橙狐科技。",
        [joined("林小满", "橙狐科技"), joined("沈知远", "橙狐科技"), joined("何晓棠", "橙狐科技")],
    ),
    "pronoun": (
        "沈知远去年离开折耳智能。今年3月，他加入橙狐科技，出任首席科学家。",
        [left("沈知远", "折耳智能"), joined("沈知远", "橙狐科技", "首席科学家")],
    ),
    "zero-subject": (
        "沈知远离开折耳智能，随后加入橙狐科技。",
        [told("沈知远", out=("折耳智能", None), into=("橙狐科技", None))],
    ),
    "return": (
        "时隔两年，沈知远重返折耳智能，出任副总裁。",
        [joined("沈知远", "折耳智能", "副总裁")],
    ),
    "brackets": ("林小满（Lin Xiaoman）加入橙狐科技。", [joined("林小满", "橙狐科技")]),
    "dotted-name": (
        "托比·麦克林加入橙狐科技，担任首席科学家。",
        [joined("托比·麦克林", "橙狐科技", "首席科学家")],
    ),
    "promoted": (
        "橙狐科技产品总监宋雨眠升任副总裁。",
        [told("宋雨眠", out=("橙狐科技", "产品总监"), into=("橙狐科技", "副总裁"))],
    ),
    "takes-post": (
        "宋雨眠出任橙狐科技首席财务官。",
        [joined("宋雨眠", "橙狐科技", "首席财务官")],
    ),
    "two-roles": (
        "宋雨眠出任橙狐科技总裁兼首席执行官。",
        [joined("宋雨眠", "橙狐科技", "总裁兼首席执行官")],
    ),
    "newly": (
        "橙狐科技新任首席财务官宋雨眠今日到岗。",
        [joined("宋雨眠", "橙狐科技", "首席财务官")],
    ),
    "moves-post": (
        "原折耳智能算法总监沈知远转任橙狐科技首席科学家。",
        [told("沈知远", out=("折耳智能", "算法总监"), into=("橙狐科技", "首席科学家"))],
    ),
    "career-line": (
        "林小满2019年加入橙狐科技，从工程师做起。",
        [joined("林小满", "橙狐科技")],
    ),
    "here": (
        "橙狐科技发布新模型。林小满去年加入公司，任首席科学家。",
        [joined("林小满", "橙狐科技", "首席科学家")],
    ),
    "relative-clause": ("刚刚加入橙狐科技的林小满也到场。", [joined("林小满", "橙狐科技")]),
    "its-team": (
        "橙狐科技宣布，前折耳智能副总裁林小满加入其管理团队，担任首席运营官。",
        [joined("林小满", "橙狐科技", "首席运营官", status="confirmed")],
    ),
    "founded-by-another": (
        "林小满加入了前折耳智能首席技术官沈知远创立的橙狐科技。",
        [joined("林小满", "橙狐科技"), joined("沈知远", "橙狐科技", "founder")],
    ),
    "talked-into-it": (
        "何晓棠说服林小满加入橙狐科技。",
        [joined("林小满", "橙狐科技")],
    ),
    "named-after-the-joining": (
        "2019年加入橙狐科技前，林小满在高校教书。",
        [joined("林小满", "橙狐科技")],
    ),
    "worked-somewhere-before": (
        "林小满在折耳智能工作五年后，加入橙狐科技。",
        [told("林小满", out=("折耳智能", None), into=("橙狐科技", None))],
    ),
    "left-before-the-name": (
        "离开折耳智能后，林小满加入了橙狐科技。",
        [told("林小满", out=("折耳智能", None), into=("橙狐科技", None))],
    ),
    "moves-on": (
        "林小满2013年加入折耳智能，并于2018年转投橙狐科技。",
        [
            joined("林小满", "折耳智能"),
            told("林小满", out=("折耳智能", None), into=("橙狐科技", None)),
        ],
    ),
    "co-founder-goes": (
        "折耳智能联合创始人林小满加入橙狐科技。",
        [told("林小满", out=("折耳智能", "联合创始人"), into=("橙狐科技", None))],
    ),
    "founder-may-stay": (
        "折耳智能创始人林小满加入橙狐科技。",
        [joined("林小满", "橙狐科技")],
    ),
    "unknown-team": (
        "折耳智能产品总监林小满转岗至海外增长团队。",
        [told("林小满", out=("折耳智能", "产品总监"), into=("海外增长团队", None))],
    ),
    "next-stop": ("林小满的下一站是橙狐科技。", [joined("林小满", "橙狐科技")]),
    "role-beside-the-firm": (
        "林小满赴任橙狐科技副总裁。",
        [joined("林小满", "橙狐科技", "副总裁")],
    ),
    "spoken-of": ("前研究员林小满的加入，让橙狐科技补齐了团队。", [joined("林小满", "橙狐科技")]),
    "in-two-clauses": (
        "折耳智能被橙狐科技收购，林小满随着团队被收购而加入橙狐科技。",
        [joined("林小满", "橙狐科技")],
    ),
    "announced-without-object": (
        "橙狐科技宣布何晓棠加盟，出任首席安全官。",
        [joined("何晓棠", "橙狐科技", "首席安全官", status="confirmed")],
    ),
    "announced-former-employer": (
        "橙狐科技宣布前折耳智能高管何晓棠加入，担任首席营收官。",
        [joined("何晓棠", "橙狐科技", "首席营收官", status="confirmed")],
    ),
    "welcomed": ("橙狐科技再迎大将，折耳智能前算法总监何晓棠已加入。", [joined("何晓棠", "橙狐科技")]),
    "offer": (
        "拿到橙狐科技的offer后，林小满很快入职，成为一名架构师。",
        [joined("林小满", "橙狐科技", "架构师")],
    ),
    "next-stop-told": ("宋雨眠的下一站终于揭晓：橙狐科技。", [joined("宋雨眠", "橙狐科技")]),
    "new-employer": ("宋雨眠的新东家是橙狐科技。", [joined("宋雨眠", "橙狐科技")]),
    "new-identity": (
        "宋雨眠在朋友圈官宣新身份：橙狐科技副总裁。",
        [joined("宋雨眠", "橙狐科技", "副总裁", status="confirmed")],
    ),
    "whereabouts-unnamed": (
        "折耳智能联合创始人宋雨眠已离职，去向为一家机器人公司。",
        [told("宋雨眠", out=("折耳智能", "联合创始人"), into=(None, None))],
    ),
    "unnamed-start-up": (
        "林小满离开折耳智能，加入一家AI初创公司。",
        [told("林小满", out=("折耳智能", None), into=(None, None))],
    ),
    "brought-by": ("林小满随后被何晓棠招至橙狐科技。", [joined("林小满", "橙狐科技")]),
    "joined-too": (
        "与宋雨眠一同加入橙狐科技的还有何晓棠。",
        [joined("宋雨眠", "橙狐科技"), joined("何晓棠", "橙狐科技")],
    ),
    "exodus": (
        "折耳智能多名骨干出走：林小满加入橙狐科技，何晓棠入职石榴银行。",
        [
            told("林小满", out=("折耳智能", None), into=("橙狐科技", None)),
            told("何晓棠", out=("折耳智能", None), into=("石榴银行", None)),
        ],
    ),
    "list-with-titles": (
        "折耳智能首席执行官宋雨眠、联合创始人何晓棠加入橙狐科技。",
        [
            told("宋雨眠", out=("折耳智能", "首席执行官"), into=("橙狐科技", None)),
            told("何晓棠", out=("折耳智能", "联合创始人"), into=("橙狐科技", None)),
        ],
    ),
    "worked-then-named": (
        "在折耳智能工作八年后，林小满跳槽到橙狐科技。",
        [told("林小满", out=("折耳智能", None), into=("橙狐科技", None))],
    ),
    "its-team-told": (
        "林小满将跳槽到橙狐科技，加入其超级智能团队。",
        [joined("林小满", "橙狐科技", status="planned")],
    ),
    "rotated": ("林小满轮岗至橙狐科技。", [joined("林小满", "橙狐科技")]),
    "team-after-joining": (
        "林小满全职加盟橙狐科技，任可信智能研究院院长。",
        [joined("林小满", "橙狐科技", "院长")],
    ),
    "former-list": ("前折耳智能副总裁、石榴银行行长林小满加入橙狐科技。", [joined("林小满", "橙狐科技")]),
    "kept-chair": ("林小满加入橙狐科技，同时保留教职。", [joined("林小满", "橙狐科技")]),
    "career": (
        "林小满，2016年加入橙狐科技，先后担任主任架构师、技术委员会主席。",
        [joined("林小满", "橙狐科技", "主任架构师、技术委员会主席")],
    ),
    "employed-by": ("宋雨眠已受聘于橙狐科技，负责电池业务。", [joined("宋雨眠", "橙狐科技", "负责电池业务")]),
    "among-them": ("折耳智能前算法总监何晓棠已入列橙狐科技。", [joined("何晓棠", "橙狐科技")]),
    "went-to-do": ("他的搭档宋雨眠，则去了橙狐科技做产品总监。", [joined("宋雨眠", "橙狐科技", "产品总监")]),
    "back-to-the-post": ("宋雨眠重返橙狐科技CEO之位。", [joined("宋雨眠", "橙狐科技", "CEO")]),
    "back-to-a-post": ("橙狐科技创始人宋雨眠重返CEO之位。", [joined("宋雨眠", "橙狐科技", "CEO")]),
    "came-from": (
        "从橙狐科技空降的宋雨眠出任折耳智能首席技术官。",
        [told("宋雨眠", out=("橙狐科技", None), into=("折耳智能", "首席技术官"))],
    ),
    "spoken-of-first": (
        "折耳智能副总裁林小满的离职让同事意外。他表示，自己将加入橙狐科技。",
        [left("林小满", "折耳智能", "副总裁"), joined("林小满", "橙狐科技", status="planned")],
    ),
    "titled-list-goes-on": (
        "折耳智能算法总监林小满、产品总监沈知远离职，加入橙狐科技。",
        [
            told("林小满", out=("折耳智能", "算法总监"), into=("橙狐科技", None)),
            told("沈知远", out=("折耳智能", "产品总监"), into=("橙狐科技", None)),
        ],
    ),
    "announced-by-its-head": (
        "橙狐科技首席执行官何晓棠宣布，林小满以及来自折耳智能的研究员沈知远入职。",
        [
            joined("林小满", "橙狐科技", status="confirmed"),
            told("沈知远", out=("折耳智能", "研究员"), into=("橙狐科技", None), status="confirmed"),
        ],
    ),
    "professor-full-time": (
        "青梧大学教授林小满全职加入橙狐科技。",
        [told("林小满", out=("青梧大学", "教授"), into=("橙狐科技", None))],
    ),
    "founder-moves-on": (
        "折耳智能创始团队成员、副总裁林小满转投橙狐科技。",
        [told("林小满", out=("折耳智能", "创始团队成员、副总裁"), into=("橙狐科技", None))],
    ),
    "came-back": (
        "林小满从折耳智能回国，加入刚成立的橙狐科技。",
        [told("林小满", out=("折耳智能", None), into=("橙狐科技", None))],
    ),
    "once-and-again": (
        "曾经的折耳智能副总裁林小满重返折耳智能。",
        [joined("林小满", "折耳智能")],
    ),
    "unnamed-firm-with-post": (
        "折耳智能近日换帅。林小满加入一家机器人公司担任CEO。",
        [joined("林小满", None, "CEO")],
    ),
    "two-of-a-sentence-about-another": (
        "折耳智能CEO何晓棠宣布，林小满和沈知远将加入折耳智能。几天之后，两人却双双回到了橙狐科技。",
        [
            joined("林小满", "折耳智能", status="confirmed"),
            joined("沈知远", "折耳智能", status="confirmed"),
            joined("林小满", "橙狐科技"),
            joined("沈知远", "橙狐科技"),
        ],
    ),
    "short-stay": (
        "加入折耳智能不到一个月，研究员林小满就重新回到了橙狐科技。",
        [told("林小满", out=("折耳智能", "研究员"), into=("橙狐科技", None))],
    ),
    "the-latter": (
        "橙狐科技与折耳智能达成授权协议，后者的联合创始人林小满重返橙狐科技。",
        [told("林小满", out=("折耳智能", "联合创始人"), into=("橙狐科技", None))],
    ),
    "goes-to": ("林小满将去往橙狐科技。", [joined("林小满", "橙狐科技", status="planned")]),
    "where-they-are": (
        "折耳智能首席科学家林小满2021年加入后，一直负责模型研发。",
        [joined("林小满", "折耳智能", "负责模型研发")],
    ),
    "next-stop-somewhere": (
        "林小满离开折耳智能。她的下一站是深圳一家玩具公司。",
        [told("林小满", out=("折耳智能", None), into=(None, None))],
    ),
    "former-and-latter": (
        "折耳智能近期失去了两名高管：商业化副总裁林小满与产品合伙人沈知远。前者去年5月才从橙狐科技加入。",
        [
            left("林小满", "折耳智能", "商业化副总裁"),
            left("沈知远", "折耳智能", "产品合伙人"),
            told("林小满", out=("橙狐科技", None), into=("折耳智能", None)),
        ],
    ),
    "people-of-a-long-list": (
        "何晓棠列出了新人的名字，其中包括曾任职于折耳智能的工程师林小满，以及折耳智能前负责人沈知远。两人都将加入橙狐科技。",
        [
            joined("林小满", "橙狐科技", status="planned"),
            joined("沈知远", "橙狐科技", status="planned"),
        ],
    ),
    "refused": (
        "折耳智能首席科学家林小满并没有加入橙狐科技。",
        [joined("林小满", "橙狐科技", status="negated")],
    ),
    "one-of-the-young": (
        "折耳智能前总裁林小满创立了青梧研究院。这位90后2021年底加入折耳智能。",
        [joined("林小满", "青梧研究院", "founder"), joined("林小满", "折耳智能")],
    ),
    "board": ("罗开怀加入橙狐科技董事会。", [joined("罗开怀", "橙狐科技董事会", "董事")]),
    "post-is": (
        "沈知远加入橙狐科技，职位是技术总监。",
        [joined("沈知远", "橙狐科技", "技术总监")],
    ),
    "post-in-the-next-sentence": (
        "沈知远加入橙狐科技。他的新职务是副总裁。",
        [joined("沈知远", "橙狐科技", "副总裁")],
    ),
    "leads-a-team": (
        "沈知远加入橙狐科技，职级为四级，主导语音模型研发。",
        [joined("沈知远", "橙狐科技", "主导语音模型研发")],
    ),
    "post-of-before": (
        "沈知远2021年加入橙狐科技，此前在青梧大学任教授。",
        [joined("沈知远", "橙狐科技")],
    ),
    "firm-that-a-title-begins-in": (
        "橙狐云计算首席科学家沈知远加入折耳智能。橙狐云计算确认了这一消息。",
        [told("沈知远", out=("橙狐云计算", "首席科学家"), into=("折耳智能", None))],
    ),
    "promoted-later": (
        "沈知远2021年加入橙狐科技，2022年升任副总裁。",
        [joined("沈知远", "橙狐科技"), joined("沈知远", "橙狐科技", "副总裁")],
    ),
    "next-post-elsewhere": (
        "沈知远2015年任职于折耳智能，2019年任橙狐科技副总裁。",
        [joined("沈知远", "折耳智能"), joined("沈知远", "橙狐科技", "副总裁")],
    ),
    "pronoun-of-an-insider": (
        "宋雨眠宣布离开折耳智能。橙狐科技总裁沈知远表示，她将加入橙狐科技。",
        [left("宋雨眠", "折耳智能", status="confirmed"), joined("宋雨眠", "橙狐科技", status="planned")],
    ),
    "leaves-nothing-when-denied": (
        "橙狐科技否认折耳智能首席科学家罗开怀加入公司。",
        [joined("罗开怀", "橙狐科技", None, "denied")],
    ),
    "gone-somewhere": (
        "折耳智能研究副总裁林小满已跳槽，他将在橙狐科技领导模型团队。",
        [told("林小满", out=("折耳智能", "研究副总裁"), into=("橙狐科技", None))],
    ),
    "reports-for-work": (
        "林小满已于上周到橙狐科技报到。",
        [joined("林小满", "橙狐科技")],
    ),
}

NO_MOVE = {
    "firm-joins-alliance": "橙狐科技加入开源芯片联盟。",
    "discussion": "林小满也加入了这场讨论。",
    "race": "林小满称，橙狐科技加入大模型战局。",
    "question": "林小满会加入橙狐科技吗？",
    "whether": "林小满是否加入橙狐科技，目前没有答案。",
    "if": "如果林小满加入橙狐科技，团队会扩大一倍。",
    "anonymous": "三名工程师上周加入橙狐科技。",
    "job-advert": "橙狐科技招聘算法工程师，欢迎加入我们。",
    "candidate": "最有可能出任橙狐科技首席财务官的是宋雨眠。",
    "office": "林小满开完会回到办公室。",
    "state": "林小满目前担任橙狐科技首席技术官。",
    "duty": "林小满负责橙狐科技的推理引擎。",
    "cart": "林小满把三本旧书加入购物车。",
    "alliance-announced": "橙狐科技创始人何晓棠宣布，公司加入智能终端联盟。",
    "daughter": "林小满的女儿加入橙狐科技。",
    "inviter": "应林小满邀请，记者进入橙狐科技参观。",
    "wish": "林小满一直想加入橙狐科技。",
    "worked-there": "林小满曾就职于橙狐科技。",
    "era": "橙狐科技创始人何晓棠说，公司进入大模型时代。",
    "told-to": "唐小糖会向橙狐科技首席执行官何晓棠汇报。",
    "feature": "橙狐科技的新模型加入了方言功能，林小满演示了一遍。",
    "product-joins": "橙狐科技宣布，新产品将于下月加入，用户可免费体验。",
    "projects-enter": "宋雨眠将决定哪些项目进入橙狐科技。",
    "alliance": "橙狐科技正式加入开放协议联盟，成为首批理事单位。",
    "wish-told": "宋雨眠表示，欢迎更多年轻人加入橙狐科技。",
    "job-advert-told": "岗位职责：加入我们，你将担任算法工程师，负责后训练。",
    "debate": "宋雨眠加入了这场关于安全的公开论战。",
    "question-of-joining": "宋雨眠是否会加入橙狐科技？目前双方均未回应。",
    "would-like": "宋雨眠说，如果有机会，他很想去橙狐科技看看。",
    "rejected-bonus": "宋雨眠拒绝了橙狐科技开出的签约奖金。",
    "entry-of-a-firm": "橙狐科技的加入，让这条赛道的竞争更加激烈。",
    "back-on-stage": "橙狐科技创始人宋雨眠重返舞台。",
    "back-in-the-office": "橙狐科技创始人宋雨眠回到董事长办公室。",
    "not-back": "宋雨眠希望重返CEO之位。",
}


@pytest.mark.parametrize("name", CASES)
def test_who_joins(name: str) -> None:
    text, expected = CASES[name]
    assert sorted(moves(text), key=repr) == sorted(expected, key=repr)


@pytest.mark.parametrize("name", NO_MOVE)
def test_nobody_joins(name: str) -> None:
    assert moves(NO_MOVE[name]) == []
