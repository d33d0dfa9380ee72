from __future__ import annotations

import pytest

from tests.extract.factory import Told, joined, left, moves, told

CASES: dict[str, tuple[str, list[Told]]] = {
    "given": ("橙狐科技首席财务官由宋雨眠担任。", [joined("宋雨眠", "橙狐科技", "首席财务官")]),
    "given-after-a-pause": (
        "橙狐科技首席运营官，拟由折耳智能设计部主任宋雨眠出任。",
        [joined("宋雨眠", "橙狐科技", "首席运营官", status="planned")],
    ),
    "acting-for": ("宋雨眠代理橙狐科技首席财务官。", [joined("宋雨眠", "橙狐科技", "首席财务官")]),
    "acting-is-no-verb": ("橙狐科技的代理商宋雨眠介绍了AI代理产品。", []),
    "in-the-leavers-place": (
        "橙狐科技首席财务官罗开怀离任，由宋雨眠出任。",
        [
            left("罗开怀", "橙狐科技", "首席财务官"),
            joined("宋雨眠", "橙狐科技", "首席财务官"),
        ],
    ),
    "named-last": ("出任橙狐科技总经理的是宋雨眠。", [joined("宋雨眠", "橙狐科技", "总经理")]),
    "reports-to": (
        "橙狐科技副总裁宋雨眠为折耳智能语音团队总经理，向何晓棠汇报。",
        [joined("宋雨眠", "折耳智能语音团队", "总经理")],
    ),
    "without-a-verb": (
        "人事调整后，罗开怀出任橙狐科技总裁，宋雨眠为首席财务官。",
        [joined("罗开怀", "橙狐科技", "总裁"), joined("宋雨眠", "橙狐科技", "首席财务官")],
    ),
    "merged-team": (
        "橙狐科技的两个业务合并为软硬件服务部门，由宋雨眠负责。",
        [joined("宋雨眠", "软硬件服务部门", "负责人")],
    ),
    "that-team": (
        "橙狐科技组建折耳智能语音团队，并任命何晓棠为该团队负责人。",
        [joined("何晓棠", "折耳智能语音团队", "团队负责人")],
    ),
    "unknown-team": (
        "橙狐科技渠道总经理宋雨眠任金融教育业务中心负责人。",
        [joined("宋雨眠", "橙狐科技金融教育业务中心", "负责人")],
    ),
    "after-leaving": (
        "宋雨眠辞去折耳智能总监一职，担任橙狐科技首席财务官。",
        [told("宋雨眠", out=("折耳智能", "总监"), into=("橙狐科技", "首席财务官"))],
    ),
    "since": (
        "2015年以来，宋雨眠一直担任橙狐科技首席科学家。",
        [joined("宋雨眠", "橙狐科技", "首席科学家")],
    ),
    "two-firms": (
        "宋雨眠出任橙狐科技副总裁、折耳智能董事长。",
        [joined("宋雨眠", "橙狐科技", "副总裁"), joined("宋雨眠", "折耳智能", "董事长")],
    ),
    "passive": ("宋雨眠被石榴大学聘为教授。", [joined("宋雨眠", "石榴大学", "教授")]),
    "board": ("2005年，何晓棠出任橙狐科技董事会。", [joined("何晓棠", "橙狐科技董事会")]),
    "goes-to-work": ("宋雨眠已到橙狐科技任职。", [joined("宋雨眠", "橙狐科技")]),
    "concurrent": (
        "何晓棠将兼任橙狐科技董事长。",
        [joined("何晓棠", "橙狐科技", "董事长", status="planned")],
    ),
    "licensed": (
        "石榴银行首席信息官宋雨眠获批。",
        [joined("宋雨眠", "石榴银行", "首席信息官")],
    ),
    "shared-out": (
        "橙狐科技内部信显示，首席运营官、首席财务官分别由宋雨眠和何晓棠担任。",
        [
            joined("宋雨眠", "橙狐科技", "首席运营官", status="confirmed"),
            joined("何晓棠", "橙狐科技", "首席财务官", status="confirmed"),
        ],
    ),
    "shared-is": (
        "橙狐科技宣布最新任命，首席运营官和首席财务官分别为宋雨眠和何晓棠。",
        [
            joined("宋雨眠", "橙狐科技", "首席运营官", status="confirmed"),
            joined("何晓棠", "橙狐科技", "首席财务官", status="confirmed"),
        ],
    ),
    "also-said-before": (
        "橙狐科技完成新一轮融资，同时宣布宋雨眠出任董事长。",
        [joined("宋雨眠", "橙狐科技", "董事长", status="confirmed")],
    ),
    "described-before": (
        "此前负责质量工作的宋雨眠出任橙狐科技供应链副总裁。",
        [joined("宋雨眠", "橙狐科技", "供应链副总裁")],
    ),
    "third-co-founder": (
        "宋雨眠成为橙狐科技的第三位联合创始人。",
        [joined("宋雨眠", "橙狐科技", "联合创始人")],
    ),
    "two-posts-joined-by-also": (
        "宋雨眠出任橙狐科技首席执行官，并兼任折耳智能董事长。",
        [joined("宋雨眠", "橙狐科技", "首席执行官"), joined("宋雨眠", "折耳智能", "董事长")],
    ),
    "new-is": ("橙狐科技新任首席执行官为宋雨眠。", [joined("宋雨眠", "橙狐科技", "首席执行官")]),
    "team-taken": ("宋雨眠三年后接手折耳智能语音团队。", [joined("宋雨眠", "折耳智能语音团队")]),
    "new-duty": (
        "橙狐科技回应称，后续宋雨眠将全面负责海外市场与品牌。",
        [joined("宋雨眠", "橙狐科技", "负责海外市场与品牌", status="confirmed")],
    ),
    "risen-with-old-post": (
        "橙狐科技总裁宋雨眠将升任董事长。",
        [told("宋雨眠", out=("橙狐科技", "总裁"), into=("橙狐科技", "董事长"), status="planned")],
    ),
    "acting": (
        "橙狐科技首席执行官林小满辞职后，由首席技术官宋雨眠代行首席执行官职责。",
        [left("林小满", "橙狐科技", "首席执行官"), joined("宋雨眠", "橙狐科技", "首席执行官")],
    ),
    "shifted": (
        "橙狐科技副总裁宋雨眠调任折耳智能首席运营官。",
        [told("宋雨眠", out=("橙狐科技", "副总裁"), into=("折耳智能", "首席运营官"))],
    ),
    "elected-gapped": (
        "橙狐科技选举宋雨眠为公司董事长，何晓棠为公司总裁。",
        [joined("宋雨眠", "橙狐科技", "董事长"), joined("何晓棠", "橙狐科技", "总裁")],
    ),
    "also-chairs": (
        "8月1日起，宋雨眠将兼任橙狐科技董事长。",
        [joined("宋雨眠", "橙狐科技", "董事长", status="planned")],
    ),
    "heads": ("宋雨眠挂帅折耳智能语音团队，直接向总裁汇报。", [joined("宋雨眠", "折耳智能语音团队")]),
    "sets-out": ("宋雨眠走马上任橙狐科技总裁。", [joined("宋雨眠", "橙狐科技", "总裁")]),
    "became": ("宋雨眠如今成了橙狐科技的首席运营官。", [joined("宋雨眠", "橙狐科技", "首席运营官")]),
    "while-another-goes": (
        "橙狐科技的宋雨眠和何晓棠在前首席执行官林小满被罢免后担任临时联席首席执行官。",
        [
            left("林小满", "橙狐科技", "首席执行官"),
            joined("宋雨眠", "橙狐科技", "临时联席首席执行官"),
            joined("何晓棠", "橙狐科技", "临时联席首席执行官"),
        ],
    ),
    "post-of-the-one-before": (
        "橙狐科技人事调整：宋雨眠出任折耳智能总裁，何晓棠任董事长。",
        [joined("宋雨眠", "折耳智能", "总裁"), joined("何晓棠", "折耳智能", "董事长")],
    ),
    "steps-down-but-stays": (
        "橙狐科技人事变动：首席执行官宋雨眠卸任首席执行官，转任执行董事。",
        [told("宋雨眠", out=("橙狐科技", "首席执行官"), into=("橙狐科技", "执行董事"))],
    ),
    "takes-over-the-duties": (
        "橙狐科技首席财务官罗开怀离职，其职责由宋雨眠接管。",
        [left("罗开怀", "橙狐科技", "首席财务官"), joined("宋雨眠", "橙狐科技")],
    ),
    "adviser-of-the-group": (
        "橙狐科技首席财务官罗开怀转任集团顾问。",
        [told("罗开怀", out=("橙狐科技", "首席财务官"), into=("橙狐科技", "顾问"))],
    ),
    "turns-to-another-duty": (
        "橙狐科技原首席技术官宋雨眠转而负责具身智能业务。",
        [told("宋雨眠", out=("橙狐科技", "首席技术官"), into=("橙狐科技", "负责具身智能业务"))],
    ),
    "shifts-the-focus": (
        "橙狐科技原首席技术官宋雨眠将重心调整到具身智能研究。",
        [told("宋雨眠", out=("橙狐科技", "首席技术官"), into=("橙狐科技", "具身智能研究"))],
    ),
    "unnamed-firm": (
        "折耳智能前副总裁林小满出任某量化私募首席技术官。",
        [joined("林小满", None, "首席技术官")],
    ),
    "will-lead": (
        "折耳智能宣布调整，林小满将领导一个新成立的部门。",
        [joined("林小满", "折耳智能", "领导一个新成立的部门", status="confirmed")],
    ),
    "will-be-led": (
        "折耳智能新成立的硬件团队将由前橙狐科技高管林小满领导。",
        [joined("林小满", "折耳智能", status="planned")],
    ),
    "shift-after-leaving": (
        "青梧委员会成员林小满不再担任折耳智能平台负责人，将转任海外业务顾问。",
        [
            told(
                "林小满",
                out=("折耳智能", "平台负责人"),
                into=("折耳智能", "海外业务顾问"),
            )
        ],
    ),
    "unlisted-firm-announces": (
        "3月18日，云阙科技发布公告：林小满辞任执行董事；沈知远获委任为首席运营官。",
        [
            left("林小满", "云阙科技", "执行董事", status="confirmed"),
            joined("沈知远", "云阙科技", "首席运营官", status="confirmed"),
        ],
    ),
    "after-others-have-gone": (
        "折耳智能的CEO林小满带着研发人员去了橙狐科技，业务负责人沈知远被任命为临时CEO。",
        [
            told("林小满", out=("折耳智能", "CEO"), into=("橙狐科技", None)),
            joined("沈知远", "折耳智能", "临时CEO"),
        ],
    ),
    "each-a-post": (
        "林小满接任折耳智能董事长，沈知远兼任橙狐科技首席执行官。",
        [
            joined("林小满", "折耳智能", "董事长"),
            joined("沈知远", "橙狐科技", "首席执行官"),
        ],
    ),
    "once-elsewhere": (
        "折耳智能迎来变动，前橙狐科技研究员林小满将接管基础研究。",
        [joined("林小满", "折耳智能", "接管基础研究", status="planned")],
    ),
    "now-holds": (
        "青梧大学官网显示，原折耳智能研究员林小满现已担任该校助理教授。",
        [joined("林小满", "青梧大学", "助理教授")],
    ),
    "who-heads-it-is-named-last": (
        "临时接掌折耳智能的是首席战略官林小满。",
        [joined("林小满", "折耳智能")],
    ),
    "from-one-to-the-other": (
        "林小满从折耳智能首席财务官转任零售CEO。",
        [told("林小满", out=("折耳智能", "首席财务官"), into=("折耳智能", "零售CEO"))],
    ),
    "former-employer-beside-the-name": (
        "折耳智能在官网宣布，前橙狐科技高管宋雨眠出任首席商务官，即日上任。",
        [joined("宋雨眠", "折耳智能", "首席商务官", "confirmed")],
    ),
    "of-the-group-not-the-department": (
        "橙狐科技6月11日发布公告，开放平台部总监宋雨眠升任集团副总裁。",
        [told("宋雨眠", out=("开放平台部", "总监"), into=("橙狐科技", "集团副总裁"), status="confirmed")],
    ),
    "of-no-firm": (
        "折耳智能教授宋雨眠婉拒了邀请。他不打算离开折耳智能，也没有为任何公司担任顾问。",
        [left("宋雨眠", "折耳智能", "教授", status="negated")],
    ),
    "not-at-the-former-firm": (
        "橙狐科技确认，折耳智能原副总裁宋雨眠已加入公司，出任首席科学家。",
        [joined("宋雨眠", "橙狐科技", "首席科学家", status="confirmed")],
    ),
}

NO_MOVE = {
    "minded-for-now": "橙狐科技没有公布继任者，其团队暂由CEO宋雨眠代管。",
    "item-about-somebody-unread": "- 橙狐科技的总监宋雨眠很忙。\n- 产品经理某某，6月离职，创办折耳智能；",
    "career-line": "何晓棠历任橙狐科技总监、副总裁。",
    "stays": "宋雨眠将继续担任橙狐科技首席技术官。",
    "trust": "宋雨眠深得橙狐科技首席执行官信任和支持。",
    "holder-of": "一直担任橙狐科技首席科学家的宋雨眠到场。",
    "somebody": "橙狐科技宋雨眠说，这是首次由外籍人士担任首席财务官。",
    "chairs-another": "由宋雨眠担任董事长的橙狐科技发布新品。",
    "demand": "宋雨眠还要求出任橙狐科技首席执行官。",
    "merged-firm": "橙狐科技总裁宋雨眠将担任合并后公司的首席执行官。",
    "honour": "2023年，宋雨眠当选为中国工程院院士。",
    "back": "宋雨眠就任不久就调整了橙狐科技的产品线。",
    "link-word": "宋雨眠为橙狐科技首席执行官何晓棠写了传记。",
    "judge": "宋雨眠担任本次大赛的评委，并为获奖选手颁奖。",
    "guest": "何晓棠在节目中出任特邀嘉宾，与三位创业者对谈。",
    "duty-of-the-firm": "宋雨眠表示，公司今后将全面负责客户的数据安全。",
    "candidate": "宋雨眠被视为橙狐科技下一任首席执行官的热门人选。",
    "unfilled": "橙狐科技将于下周任命新的设计主管，但人选仍未确定。",
    "supposed": "如果宋雨眠出任橙狐科技首席执行官，公司战略会怎样？",
    "laughing-stock": "宋雨眠成了笑柄。",
    "said-of-somebody-unread": "折耳智能首席执行官宋雨眠表示，曾国阳一正式升任首席技术官。",
    "focus-of-a-holder": "橙狐科技首席技术官宋雨眠将重心放在产品上。",
    "focus-elsewhere": "橙狐科技原首席技术官宋雨眠将重心转向创业。",
    "focus-of-a-firm": "橙狐科技将业务重心调整到海外市场，宋雨眠表示支持。",
    "work-by": "其工作由橙狐科技资助，宋雨眠没有参加。",
    "is-kept-on": "折耳智能的林小满将留任执行董事。",
    "given-to-somebody-unread": "折耳智能的林小满回归研究，产品线由某部门的老韩接管。",
}


@pytest.mark.parametrize("name", CASES)
def test_who_takes_up_what(name: str) -> None:
    text, expected = CASES[name]
    assert sorted(moves(text), key=repr) == sorted(expected, key=repr)


@pytest.mark.parametrize("name", NO_MOVE)
def test_nobody_takes_up_a_post(name: str) -> None:
    assert moves(NO_MOVE[name]) == []


def test_bank_of_a_president() -> None:
    text = "石榴银行公布年报。橙狐科技也是其客户。2020年3月，宋雨眠升任行长。"
    assert moves(text) == [joined("宋雨眠", "石榴银行", "行长")]


def test_the_successor_who_is_named_first() -> None:
    text = "橙狐科技首席财务官罗开怀卸任，折耳智能总监宋雨眠接任首席财务官。"
    assert left("罗开怀", "橙狐科技", "首席财务官") in moves(text)
    assert joined("宋雨眠", "橙狐科技", "首席财务官") in moves(text)
