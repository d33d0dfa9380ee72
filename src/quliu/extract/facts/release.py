"""Models and products released, opened, put off and ended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quliu.extract.facts.fact import Fact
from quliu.extract.facts.naming import acting_org, is_work, part_alone, unit_at
from quliu.extract.frames.scene import Scene
from quliu.extract.units.unit import ORG, TIME, Unit
from quliu.model import Release, Status

_TAIL = r"(?:[-. ]?(?:[A-Z][a-z]+|[A-Z]+|[vV]?\d[\d.]*[A-Za-z]{0,3}|preview|mini|max|pro|plus|flash|lite)(?![A-Za-z])){0,4}"
_KIND = "(?:系列)?(?:小尺寸|小|开源|推理|视觉|语言|视频|多模态|理解|图像|语音|编程|思考|世界|基础|基座|旗舰|生成){0,3}(?:大模型|模型|系列|App|APP|应用|智能体|助手|芯片)?(?:系列)?"
# 通用大模型 says of what kind a model is; 星火大模型 names one.
_NO_NAME = (
    "通用|语言|视觉|基础|基座|开源|国产|自研|行业|垂直|端侧|医疗|金融|教育|视频|语音|推理|图像|文本|代码|模态|各家|多个|首个|一款|这款|两款|最新|全新|中国|国内|海外|"
    "主流|头部|旗舰"
)
_NEWNAME = (
    rf"(?:(?:(?<![一-鿿])|(?<=[了的新出布]))(?!{_NO_NAME})[一-鿿]{{2}}大模型|"
    r"《[^《》\n]{2,16}》(?=游戏|应用|大?模型|系列|App)|(?:(?<=产品)|(?<=应用)|(?<=模型)|(?<=助手)|(?<=机器人)|(?<=智能体)|(?<=工具)|(?<=App)|(?<=平台)|(?<=芯片))(?:[“\"「][^“”\"「」,。\n]{2,14}[”\"」]|(?!AI|API|App|Agent|Web)[A-Z][A-Za-z][A-Za-z0-9-]+(?![A-Za-z0-9]))|(?<![A-Za-z0-9])(?!Day|Week|Top|TOP|Part|Phase|Q[1-4]|H[12]|Python|Series|Step|Round|Web)[A-Z][A-Za-z]*(?:[- ][A-Z][A-Za-z]*){0,2}[- ]?[vV]?\d[\dA-Za-z.]*(?![A-Za-z])"
    r"|(?<![A-Za-z0-9])(?!(?:AI|APP|App|API|GPU|CPU|LLM|VR|AR|PC|IP|IT|TV|AGI|AIGC|NLP|MoE|VLA|Agent|OCR)(?![A-Za-z0-9.-]))[A-Z][A-Za-z0-9.-]+(?: [A-Z][A-Za-z0-9.-]+){0,2}(?= ?(?:大?模型|系列|App|APP|应用|智能体|助手)))"
)
_WORK = re.compile(rf"(?:{ORG}{_TAIL}|{_NEWNAME}{_TAIL}) ?{_KIND}")
_VERBS = {
    "released": "发布|推出|上线|开放|问世|亮相|上架|公测",
    "open_sourced": "开源",
    "delayed": "推迟|延后|延期|跳票",
    "discontinued": "停止了?(?:更新|运营|服务|维护|支持|开发)|停止(?:了|对)?(?=[^,。;]{1,14}的?(?:维护|更新|运营|支持|服务))|停服|停更|停运|下架|下线|关停",
}
_VERB = re.compile("|".join(f"(?P<{action}>{verbs})" for action, verbs in _VERBS.items()))
_PUT_OFF = re.compile("(?:推迟|延后|取消|暂缓)了?\\Z")
_AHEAD = re.compile(
    rf"(?:发布|推出|上线|了|其|旗下|自家|自研|全新|新一代|下一代|最新|首个|首款|一款|两款|三款|多款|新款|旗舰|名为|第[一二三四五六七八九十\d]代|的|“|\"|「|{ORG}(?:的|旗下的?)){{0,6}}+"
    r"(?:[^\ue000-\uf8ff,。;:“”!?基与和针向含接了]{0,16}(?:大?模型|产品|应用|系列|平台|助手|工具|芯片|智能体|游戏)[“\"「《]?)?"
)
_BEHIND = re.compile(
    rf"(?:{TIME}|于|在|今日|今天|现已|已经?|也|均|都|则|正式|即将|将|宣布|全面|被迫|被|或|再次|再度|同步|同时|发布并|推出并|最终|目前|面向[^,。;\ue000-\uf8ff]{{2,8}})*+[^\ue000-\uf8ff,。;的]{{0,2}}\Z"
)
_ENDS = re.compile(
    r"(?:并(?:同步|全面)?(?P<opened>开源))?(?:[,。;!:”\uf200-\uf7ff]|\Z|后|并|于|在|时|之后|以来|了(?:[,。;!]|\Z))"
)
_ATTRIBUTE = re.compile("[^了,]{0,4}模型")
_OPENS = re.compile(rf"(?:{ORG}|{TIME}|正式|宣布|已经?|将|并|,)\Z")
_AND = re.compile("、|和|与|以及|及")
_UNDONE = re.compile("[没未]")
_NOMINAL = re.compile(r"(?:产品|系列|模型)?的\Z")
_NOUN = re.compile("时间|日期|节奏|计划|会|者|平台|生态|社区|版本|内容|财报|公告|声明|报告|论文")
_LATER = re.compile(
    r"(?P<when>预计|计划|将|有望|拟|(?P<not>尚未|仍未|迟迟未|至今未|还未|迟迟没有|还没有|没有))[^,。;\ue600-\uebff]{0,16}?(?P<verb>推出|发布|上线|开源|(?:对外)?开放|问世)(?=[,。;!]|\Z)"
)
_NOT_IT = re.compile(
    r"的(?!更新|发布|上线|推出|时间|消息|研发|维护|运营|支持|服务|[^,。]{0,3}版)|功能|插件|API|接口|团队|用户|计划|报告|论文|评测|基准|客户端|套餐|订阅|会员|会议|技术|漏洞|账号|官网|公司|版权|负责人|[\uec00-\uf1ff]|[\ue000-\ue5ff]"
)


@dataclass(frozen=True, slots=True)
class _Work:
    """A work named in a sentence, at [start, end) of its mask."""

    start: int
    end: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class _Told:
    """One release at [start, end) of the mask, told by the verb at `trigger`."""

    work: Unit
    org: Unit | None
    action: str
    start: int
    end: int
    trigger: int


def find_releases(scene: Scene) -> Iterator[Fact]:
    """Yield what the sentence says came out, was put off or was ended."""
    if not _VERB.search(scene.mask):
        return
    works = _find_works(scene)
    if not works:
        return
    for hit in _VERB.finditer(scene.mask):
        put_off = _PUT_OFF.search(scene.mask, max(0, hit.start() - 3), hit.start())
        if not put_off and not _NOUN.match(scene.mask, hit.end()):
            yield from _read_verb(scene, hit, works)
    yield from _find_later(scene, works)


def _find_works(scene: Scene) -> list[_Work]:
    found: list[_Work] = []
    for hit in _WORK.finditer(scene.mask):
        first = scene.sentence.unit(hit.start())
        if first is None or is_work(first) or (first.work and hit.end() > hit.start() + 1):
            unit = unit_at(scene.sentence, hit.start(), hit.end())
            if unit is first:
                unit = part_alone(unit)
            found.append(_Work(hit.start(), hit.end(), unit))
    return found


def _read_verb(scene: Scene, hit: re.Match[str], works: list[_Work]) -> Iterator[Fact]:
    """Yield what one verb tells: of the works after it, else of those before."""
    after = [w for w in works if hit.end() <= w.start <= hit.end() + 30]
    if after and _AHEAD.fullmatch(scene.mask, hit.end(), after[0].start):
        told = _listed(scene.mask, after)
        if not _NOT_IT.match(scene.mask, told[-1].end) and not _is_attribute(scene.mask, hit):
            yield from _facts(scene, hit, told, str(hit.lastgroup), "active")
        return
    before = [w for w in works if w.end <= hit.start()]
    if before:
        yield from _read_passive(scene, hit, before)


def _is_attribute(mask: str, hit: re.Match[str]) -> bool:
    """Tell whether 开源 says of what kind a model is (国内开源模型W), not what a firm does (O开源模型W)."""
    kind = hit.lastgroup == "open_sourced" and _ATTRIBUTE.match(mask, hit.end())
    return bool(kind) and not _OPENS.search(mask[max(0, hit.start() - 4) : hit.start()])


def _read_passive(scene: Scene, hit: re.Match[str], before: list[_Work]) -> Iterator[Fact]:
    mask, action = scene.mask, str(hit.lastgroup)
    nominal = _NOMINAL.fullmatch(mask, before[-1].end, hit.start())
    if not nominal and not _BEHIND.match(mask, before[-1].end, hit.start()):
        return
    ending = _ENDS.match(mask, hit.end()) or nominal
    if ending is None or before[-1].end < hit.start() - 24:
        return
    told = _listed(mask, before[::-1])
    undone = _UNDONE.search(mask, before[-1].end, hit.start()) is not None
    yield from _facts(scene, hit, told, action, "undone" if undone else "passive")
    if ending.re is _ENDS and ending.group("opened"):
        yield from _facts(scene, hit, told, "open_sourced", "passive")


def _listed(mask: str, works: list[_Work]) -> list[_Work]:
    """Return the works of a list from its first on, each next to the last with a link between."""
    told = works[:1]
    for work in works[1:]:
        left, right = sorted((told[-1], work), key=lambda w: w.start)
        if not _AND.fullmatch(mask, left.end, right.start):
            break
        told.append(work)
    return told


def _facts(scene: Scene, hit: re.Match[str], works: list[_Work], action: str, rule: str) -> Iterator[Fact]:
    names = {work.unit.name for work in works}
    first = min(works, key=lambda w: w.start)
    maker = acting_org(scene, min(first.start, hit.start()))
    org = maker[1] if maker and maker[1].name not in names else None
    owners = [scene.sentence.unit(work.start) for work in works]
    org = next((unit.owner for unit in owners if unit and unit.owner), org)
    for work in works:
        span = (min(first.start, hit.start()), max(work.end, hit.end()))
        status = Status.NEGATED if rule == "undone" else None
        told = _Told(work.unit, org, action, *span, hit.start())
        yield _fact(scene, told, rule, status)


def _fact(scene: Scene, told: _Told, rule: str, status: Status | None) -> Fact:
    return Fact(
        Release,
        {"work": told.work, "org": told.org, "action": told.action},
        scene.sentence,
        told.start,
        told.end,
        told.trigger,
        f"release.{rule}",
        0.75,
        time=scene.time(told.trigger),
        status=status,
    )


def _find_later(scene: Scene, works: list[_Work]) -> Iterator[Fact]:
    """Read a release of the work named in a clause before: 正在训练W,预计下月推出."""
    for hit in _LATER.finditer(scene.mask):
        start, _ = scene.clause(hit.start())
        before = [w for w in works if w.end <= start]
        if not before:
            continue
        maker = acting_org(scene, before[-1].start)
        action = "open_sourced" if hit.group("verb") == "开源" else "released"
        status = Status.NEGATED if hit.group("not") else Status.PLANNED
        org = maker[1] if maker else None
        told = _Told(before[-1].unit, org, action, *hit.span(), hit.start("verb"))
        yield _fact(scene, told, "later", status)
