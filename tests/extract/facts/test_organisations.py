"""Parts of firms, what happens to firms, disputes, money, releases and figures, read from whole texts."""

from __future__ import annotations

import pytest

from quliu.model import Claim, Dispute, Figure, Funding, Mention, OrgChange, Parthood, Release, Status
from tests.extract.factory import claims


def _name(mention: Mention | None) -> str | None:
    return mention.name if mention else None


def parts(text: str) -> set[tuple[str, str]]:
    return {
        (c.content.org.name, c.content.parent.name) for c in claims(text) if isinstance(c.content, Parthood)
    }


def changes(text: str) -> set[tuple[str, str]]:
    return {(c.content.org.name, c.content.action) for c in claims(text) if isinstance(c.content, OrgChange)}


def releases(text: str) -> set[tuple[str, str]]:
    return {(c.content.work.name, c.content.action) for c in claims(text) if isinstance(c.content, Release)}


def disputes(text: str) -> set[tuple[str | None, ...]]:
    found = [c.content for c in claims(text) if isinstance(c.content, Dispute)]
    return {(_name(d.plaintiff), _name(d.defendant), *(p.name for p in d.parties)) for d in found}


def fundings(text: str) -> set[tuple[str | None, str, str | None]]:
    found = [c.content for c in claims(text) if isinstance(c.content, Funding)]
    return {(_name(f.org or f.founder), f.action, f.amount) for f in found}


def figures(text: str) -> set[tuple[str, str, str | None]]:
    found = [c.content for c in claims(text) if isinstance(c.content, Figure)]
    return {(f.subject.name, f.value, f.unit) for f in found}


PARTS: dict[str, tuple[str, set[tuple[str, str]]]] = {
    "compound": ("林小满离开阿里达摩院。", {("阿里巴巴达摩院", "阿里巴巴")}),
    "of": ("华为的语音交互团队由林小满负责。", {("语音交互团队", "华为")}),
    "list": (
        "华为的语音交互团队和端侧推理团队被林小满接管。",
        {("语音交互团队", "华为"), ("端侧推理团队", "华为")},
    ),
    "belongs": ("橙狐科技隶属于美团，林小满已离职。", {("橙狐科技", "美团")}),
    "subsidiary": ("橙狐科技是美团的全资子公司，林小满已离职。", {("橙狐科技", "美团")}),
    "agency": ("橙狐科技是美团在机器人领域的研究机构，林小满已离职。", {("橙狐科技", "美团")}),
    "own": ("林小满加入美团，出任其具身智能实验室主任。", {("具身智能实验室", "美团")}),
    "set-up-below": ("美团下设专门的具身感知团队，由林小满负责。", {("具身感知团队", "美团")}),
    "no-generic-team": ("华为的技术团队和公司的管理团队都很稳定，林小满没有离职。", set()),
    "no-product": ("林小满在使用微软旗下的Copilot时离职。", set()),
}


@pytest.mark.parametrize("case", PARTS)
def test_parts(case: str) -> None:
    text, expected = PARTS[case]
    assert parts(text) == expected


CHANGES: dict[str, tuple[str, set[tuple[str, str]]]] = {
    "disbanded": ("据悉，美团的语音交互团队已被解散。", {("语音交互团队", "disbanded")}),
    "disbands": ("美团裁撤了语音交互团队。", {("语音交互团队", "disbanded")}),
    "disbands-two": (
        "去年底，美团的语音交互团队和端侧推理团队被裁撤。",
        {("语音交互团队", "disbanded"), ("端侧推理团队", "disbanded")},
    ),
    "disbands-one-described": (
        "美团将解散负责安全研究的语音交互团队，林小满已离职。",
        {("语音交互团队", "disbanded")},
    ),
    "disbands-a-described-one": (
        "美团裁撤金融行业To B团队，林小满离职。",
        {("To B团队", "disbanded")},
    ),
    "layoff": ("美团宣布裁员约800人。", {("美团", "layoff")}),
    "layoff-share": ("受业务调整影响，美团将裁员5%。", {("美团", "layoff")}),
    "acquired": ("美团宣布收购橙狐科技。", {("橙狐科技", "acquired")}),
    "acquired-passive": ("橙狐科技去年被美团收购。", {("橙狐科技", "acquired")}),
    "acquired-since": ("自被美团收购以来，橙狐科技一直保持独立。", {("橙狐科技", "acquired")}),
    "acquired-nominal": ("美团已完成对橙狐科技的收购。", {("橙狐科技", "acquired")}),
    "acquired-unlisted": ("美团宣布收购芯片公司望舒微，林小满离职。", {("望舒微", "acquired")}),
    "acquired-unlisted-nominal": (
        "美团完成对芯片公司望舒微的收购，林小满离职。",
        {("望舒微", "acquired")},
    ),
    "merged": ("橙狐科技与折耳智能宣布合并。", {("橙狐科技", "merged")}),
    "merged-into": ("橙狐科技将并入美团。", {("橙狐科技", "merged")}),
    "renamed": ("橙狐科技更名为折耳智能。", {("橙狐科技", "renamed")}),
    "renamed-by": ("美团将橙狐科技更名为折耳智能。", {("橙狐科技", "renamed")}),
    "formed": ("美团成立了具身智能实验室，由林小满负责。", {("具身智能实验室", "formed")}),
    "founded": ("2021年，林小满创办了橙狐科技。", {("橙狐科技", "formed")}),
    "since": ("橙狐科技成立于2019年。", {("橙狐科技", "formed")}),
    "shrunk": ("橙狐科技正在收缩海外业务，林小满已离职。", {("橙狐科技", "shrunk")}),
    "pivoted": ("橙狐科技宣布全面转型做企业服务。", {("橙狐科技", "pivoted")}),
    "pivoted-company": (
        "林小满提及，橙狐科技资金紧张，公司打算进行转型。",
        {("橙狐科技", "pivoted")},
    ),
    "focuses": ("橙狐科技宣布聚焦医疗，林小满离职。", {("橙狐科技", "pivoted")}),
    "no-change-of-others": ("美团认为数字化转型需要组建一个团队。", set()),
    "formed-by-whom-it-leaves": (
        "林小满从美团离职，随后创办了橙狐科技。",
        {("橙狐科技", "formed")},
    ),
    "no-layoff-told-of": ("林小满因裁员离开美团。", set()),
    "no-anniversary": ("美团庆祝成立十周年，林小满加入。", set()),
    "no-count-of-firms": ("橙狐科技、美团等六家公司中，有两家已放弃自研，林小满离职。", set()),
}


@pytest.mark.parametrize("case", CHANGES)
def test_changes(case: str) -> None:
    text, expected = CHANGES[case]
    assert changes(text) == expected


DISPUTES: dict[str, tuple[str, set[tuple[str | None, ...]]]] = {
    "sues": ("橙狐科技已正式起诉前员工林小满，林小满离职已一年。", {("橙狐科技", "林小满")}),
    "sued": ("林小满被橙狐科技起诉。", {("橙狐科技", "林小满")}),
    "takes": ("橙狐科技将林小满告上法庭。", {("橙狐科技", "林小满")}),
    "takes-a-former-engineer": ("橙狐科技将前美团工程师林小满告上法庭。", {("橙狐科技", "林小满")}),
    "files": ("橙狐科技对美团提起诉讼。", {("橙狐科技", "美团")}),
    "claims": ("橙狐科技向美团索赔500万元。", {("橙狐科技", "美团")}),
    "accuses": ("橙狐科技指控美团窃取商业秘密。", {("橙狐科技", "美团")}),
    "unsaid": ("林小满违反竞业协议，橙狐科技方面已申请仲裁。", {("橙狐科技", "林小满")}),
    "pronoun": ("林小满离职后，橙狐科技将其告上法庭。", {("橙狐科技", "林小满")}),
    "between": ("橙狐科技处于与林小满的仲裁风波中。", {(None, None, "橙狐科技", "林小满")}),
    "no-joint-parties": ("监管部门对橙狐科技和美团提起诉讼。", set()),
    "no-suit": ("橙狐科技与美团达成合作，林小满离职。", set()),
}


@pytest.mark.parametrize("case", DISPUTES)
def test_disputes(case: str) -> None:
    text, expected = DISPUTES[case]
    assert disputes(text) == expected


def test_matter_of_a_dispute() -> None:
    (found,) = (c.content for c in claims("橙狐科技起诉美团侵犯商业秘密。") if isinstance(c.content, Dispute))
    assert found.matter == "侵犯商业秘密"


FUNDINGS: dict[str, tuple[str, set[tuple[str | None, str, str | None]]]] = {
    "raised": ("橙狐科技完成5000万美元A轮融资。", {("橙狐科技", "raised", "5000万美元")}),
    "raised-unsized": ("橙狐科技宣布完成天使轮融资。", {("橙狐科技", "raised", None)}),
    "valued": ("橙狐科技的估值已达30亿美元。", {("橙狐科技", "valuation", "30亿美元")}),
    "valued-before": ("橙狐科技正以2亿美元的估值推进合作。", {("橙狐科技", "valuation", "2亿美元")}),
    "seeking": ("橙狐科技正在寻求新一轮融资。", {("橙狐科技", "seeking", None)}),
    "worth-sought": (
        "林小满离职创业，其新公司正在寻求天使轮融资，目标估值1亿美元。",
        {("林小满", "seeking", None), ("林小满", "valuation", "1亿美元")},
    ),
    "founder": ("林小满已离职创业。目前他已开始接触投资人。", {("林小满", "seeking", None)}),
    "worth-after-the-round": (
        "橙狐科技完成3亿元融资，由美团、腾讯领投，投后估值超过20亿元。",
        {("橙狐科技", "raised", "3亿元"), ("橙狐科技", "valuation", "超过20亿元")},
    ),
    "raised-so-far": (
        "橙狐科技创始人林小满表示，橙狐科技累计融资超过3亿美元。",
        {("橙狐科技", "raised", "超过3亿美元")},
    ),
    "no-owner-of-the-firm": ("美团旗下芯片公司望舒微完成3亿元融资，林小满离职。", set()),
    "no-other-firm": ("橙狐科技创始人的新公司宣布完成2亿元融资。", set()),
    "no-sum-of-a-market": ("2024年全球融资总额达到50亿美元，林小满加入美团。", set()),
    "no-difficulty": ("融资困难与价格战同时存在，林小满离开美团。", set()),
}


@pytest.mark.parametrize("case", FUNDINGS)
def test_fundings(case: str) -> None:
    text, expected = FUNDINGS[case]
    assert fundings(text) == expected


def test_investors_of_a_round() -> None:
    text = "橙狐科技完成3亿元B轮融资，由美团、腾讯联合领投。"
    (found,) = (c.content for c in claims(text) if isinstance(c.content, Funding))
    assert [i.name for i in found.investors] == ["美团", "腾讯"]


RELEASES: dict[str, tuple[str, set[tuple[str, str]]]] = {
    "active": ("腾讯推出了全新的混元大模型。", {("混元大模型", "released")}),
    "described": ("百度发布旗下迄今最强的推理模型文心大模型。", {("文心大模型", "released")}),
    "passive": ("Sora正式上线。", {("Sora", "released")}),
    "unknown-name": ("美团发布了多模态模型Orangefox-V3。", {("Orangefox-V3", "released")}),
    "quoted-name": ("腾讯的AI教育产品“河马课堂”已停止运营，林小满离职。", {("河马课堂", "discontinued")}),
    "after-its-kind": ("林小满创办的橙狐科技发布世界模型Orangefox。", {("Orangefox", "released")}),
    "no-more-care": ("橙狐科技停止了Sora系列模型的维护，林小满离职。", {("Sora系列模型", "discontinued")}),
    "put-off-the-release": ("OpenAI推迟发布Sora，林小满离职。", {("Sora", "delayed")}),
    "both": (
        "豆包模型发布并开源，林小满负责。",
        {("豆包", "released"), ("豆包", "open_sourced")},
    ),
    "ended": ("由于战略调整，OpenAI的Sora停止了更新。", {("Sora", "discontinued")}),
    "ended-two": ("Sora和文心一言已下架。", {("Sora", "discontinued"), ("文心一言", "discontinued")}),
    "kind-of-its-own": ("豆包视觉理解模型正式上线，林小满离职。", {("豆包视觉理解模型", "released")}),
    "put-off": ("OpenAI宣布推迟Sora的更新。", {("Sora", "delayed")}),
    "later": ("OpenAI正在训练Sora，预计下半年推出。", {("Sora", "released")}),
    "did-not-come": ("Sora还没上线，OpenAI没有回应。", {("Sora", "released")}),
    "no-feature": ("OpenAI推出Sora功能，林小满离职。", set()),
    "no-firm": ("美团发布公告，林小满离职。", set()),
    "no-kind": ("林小满选择了国内开源模型文心一言来完成分析，随后离职。", set()),
}


@pytest.mark.parametrize("case", RELEASES)
def test_releases(case: str) -> None:
    text, expected = RELEASES[case]
    assert releases(text) == expected


def test_a_release_that_did_not_come_is_negated() -> None:
    found = [c for c in claims("OpenAI展示了Sora，但至今尚未对外开放。") if isinstance(c.content, Release)]
    assert [c.status for c in found] == [Status.NEGATED]


FIGURES: dict[str, tuple[str, set[tuple[str, str, str | None]]]] = {
    "stated": ("字节跳动表示，豆包的日活已超过300万，林小满加入。", {("豆包", "超过300", "万")}),
    "of-a-noun": ("2024年早期项目占比42%，林小满离职。", {("早期项目", "42", "%")}),
    "of-a-source": (
        "据美团数据，2024年相关岗位的需求增长了40%，林小满离职。",
        {("相关岗位", "40", "%")},
    ),
    "continued": (
        "橙狐科技用户数达500万，营收约2亿元，林小满离职。",
        {("橙狐科技", "500", "万"), ("橙狐科技", "约2", "亿元")},
    ),
    "laid-off": ("美团将裁员约800人。", {("美团", "约800", "人")}),
    "laid-off-in-thousands": ("美团宣布裁员约1.4万人。", {("美团", "约1.4", "万人")}),
    "team": ("橙狐科技由林小满创立，团队目前约200人。", {("橙狐科技", "约200", "人")}),
    "growth": (
        "橙狐科技营收3亿元，同比增长130%，林小满离职。",
        {("橙狐科技", "3", "亿元"), ("橙狐科技", "130", "%")},
    ),
    "fell-to": ("橙狐科技月活下降至300万，林小满离职。", {("橙狐科技", "300", "万")}),
    "no-pronoun": ("林小满加入美团。它目前拥有300万活跃用户。", set()),
    "no-bare-number": ("林小满在2024年第3次离开美团。", set()),
}


@pytest.mark.parametrize("case", FIGURES)
def test_figures(case: str) -> None:
    text, expected = FIGURES[case]
    assert figures(text) == expected


def _of(text: str, kind: type) -> Claim:
    (claim,) = (c for c in claims(text) if isinstance(c.content, kind))
    return claim


def test_a_rumoured_purchase() -> None:
    assert _of("有消息称美团将收购橙狐科技。", OrgChange).status is Status.RUMOURED


def test_the_former_of_a_firm_is_not_whom_its_founder_left() -> None:
    found = _of("林小满从美团离职，随后创办了橙狐科技。", OrgChange).content
    assert isinstance(found, OrgChange)
    assert found.other is None


def test_a_fact_has_its_time() -> None:
    claim = _of("2023年5月，美团裁撤了语音交互团队。", OrgChange)
    assert claim.when is not None
    assert claim.when.text == "2023年5月"


def test_investors_named_after_the_sum() -> None:
    text = "橙狐科技完成3亿美元融资，投资方为美团和腾讯。"
    (found,) = (c.content for c in claims(text) if isinstance(c.content, Funding))
    assert [i.name for i in found.investors] == ["美团", "腾讯"]
