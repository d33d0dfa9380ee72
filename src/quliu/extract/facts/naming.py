"""Names and subjects for facts: parts of firms in running text, and the organisation that acts in a clause."""

from __future__ import annotations

import re
from dataclasses import replace

from quliu.extract.frames.scene import Scene
from quliu.extract.units.unit import PERSON, Sentence, Unit, UnitKind
from quliu.model import ReadOffset, ReadSpan

TEAM_NOUN = "团队|部门|实验室|研究院|研究所|研究中心|研究部|事业部|事业群|业务部|业务线|工作室|项目组|小组|子公司|分公司|项目部|战投部|战略部|投资部|研发部|产品部|商业化部|模型部|平台部|算法部|技术部|工程部"
# A part of a firm that no list names, told by its noun: 预训练算法团队. Particles and verbs end it.
TEAM = (
    r"(?:[^\ue000-\uf8ff\W的了和与及将被把整个其这该新在从由向有是为各并位名家支又也都后前]|(?<=[^\W])·){1,10}?"
    rf"(?:{TEAM_NOUN})"
)

_HEDGES = "(?:已经?|累计|总计|本轮|也|都|均|正式|近日|此前|最终|随后|将|或将|即将|统一|整体|再|并|曾|被传|被曝|宣布|计划|拟|考虑)"
_GENERIC = re.compile(
    r"(?:技术|研发|研究|产品|创始|核心|管理|高管|高层|领导|法务|律师|专家|原有?|整|全|人|自己|工程|运营|业务|相关|内部|公司|多|个|大|小|主要|部分|数个|数支|多支|某些|顶级|顶尖|明星|创业|初创|本地|海外|国内|科研|优秀|完整|强大|独立|专门|专业|职能|目前|现有|新|老|旧|年轻|精英|所属|上级|下属|监管|政府|执法|司法|各|招聘|人力资源|一级|二级|全资|控股|公关|市场|销售|客服|财务|支持|服务|合作|项目|学术|联合|家族|律所|谈判|投资|顾问|审计|最强|豪华){0,5}(?:团队|部门|小组|业务线|实验室|研究院|工作室|子公司|分公司|项目组|研究所|研究部|事业部|研究中心|项目部|研发部|产品部|投资部|战略部)"
)
_TEAM_NAME = re.compile(rf"(?:{TEAM_NOUN}|Labs?)(?:[ A-Za-z]*)\Z")
_BESIDE_SUBJECT = re.compile(r"(?:[从据与和对向由被给比跟为]|来自|加入|离开)\Z")
_POSSESSIVE = re.compile(
    r"(?:\A|[,于在而但且把将使让对]|[\uf200-\uf7ff])(?:公司|集团)|[该这家本]公司|其(?!中|他|实|次|余)|后者|前者"
)
# What ran into the name of a firm that no list knows.
_RUN_IN = re.compile(r"据|官方|该|这|作为|通过|.*(?:、|的|批准|信息)|.{13}")
_COUNTED = re.compile(
    "(?:有|多|几|不少|部分|大多|其中|[两二三四五六七八数])数?[家位]|各家|大家|行业|业内|整个|人们|我们"
)
_QUOTES = re.compile('[“”"「」]')
_UNSAID = re.compile(rf"(?:{_HEDGES}|并且?|还|又|则|同时|而|如今|目前|开始|转而|[\uf200-\uf7ff]|[,于在])*+\Z")
_LINK = re.compile(r" ?(?:旗下的?|的) ?")
# 星帆智能旗下芯片公司甲完成: a firm that no list knows acts.
_OWNS = re.compile(
    r"(?:旗下|孵化|投资|控股)的?[^\ue000-\uf8ff,。;]{0,10}(?:公司|企业|品牌|子公司|平台|工作室)(?!已|近日|正|宣|在|将)[^\ue000-\uf8ff,。;]{2,6}"
)
_NEAR = 60  # characters of a clause in which the words that colour a verb are looked for
_EARLIER = re.compile("(?:且|早年间?|早期|更早|职业生涯|初期|早些时候|曾)+\\Z")
_REACH = 120  # how far before a predicate its subject is sought


def before(scene: Scene, at: int, reach: int = 40) -> str:
    """Return what stands right before a position of the mask."""
    return scene.mask[max(0, at - reach) : at]


def start_near(scene: Scene, at: int) -> int:
    """Return where the words begin that may colour a verb: with its clause, not too far before it."""
    return max(scene.clause(at)[0], at - _NEAR)


def adverbs_start(scene: Scene, at: int) -> int:
    """Return where the words of earlier times before a verb begin, which no subject needs: 且早年[曾在…工作]."""
    hit = _EARLIER.search(scene.mask, max(0, at - 8), at)
    return hit.start() if hit else at


def people_at(scene: Scene, start: int, end: int) -> tuple[Unit, ...]:
    """Return the people that a part of the mask names, in order."""
    return tuple(unit for _, unit in scene.sentence.find(PERSON, start, end))


def unit_at(sentence: Sentence, start: int, end: int) -> Unit:
    """Return the characters at [start, end) of the mask as a name that no list knows, quotation marks left out."""
    while start < end - 1 and sentence.mask[start] in "“\"《‘ ”’'":
        start += 1
    while end > start + 1 and sentence.mask[end - 1] in "”\"》’ “‘'":
        end -= 1
    only = sentence.unit(start)
    if only is not None and end == start + 1:
        return only
    span = sentence.to_text(start, end)
    return Unit(UnitKind.ORG, span, _QUOTES.sub("", span.slice(sentence.text)), False, 0.7)


def part_alone(unit: Unit) -> Unit:
    """Return a part of a firm under its own name where the text links them by a word: 星帆智能旗下的感知实验室."""
    if unit.owner is None:
        return unit
    length = unit.owner.span.end - unit.owner.span.start
    link = _LINK.match(unit.name, length)
    if link is None or len(unit.name) != unit.span.end - unit.span.start:
        return unit
    span = ReadSpan(ReadOffset(unit.span.start + link.end()), unit.span.end)
    return replace(unit, span=span, name=unit.name[link.end() :], mention=None, owner=None)


def is_team(unit: Unit) -> bool:
    """Tell whether a unit is a part of a firm by its noun."""
    return unit.owner is not None or _TEAM_NAME.search(unit.name) is not None


def is_generic(text: str) -> bool:
    """Tell whether a noun phrase for a team names none in particular: 技术团队, 相关部门."""
    return _GENERIC.fullmatch(text) is not None


def is_work(unit: Unit) -> bool:
    """Tell whether a unit names a model or product and no organisation that a list vouches for."""
    return unit.work and (not unit.known or unit.owner is not None)


def acting_org(scene: Scene, at: int) -> tuple[int, Unit] | None:
    """Return the organisation that does what the predicate at a position tells, with its place; None when unclear."""
    start, _ = scene.clause(at)
    start = max(start, at - _REACH)
    here = _last_subject(scene, start, at)
    if here is not None:
        return here
    left = scene.mask[start:at]
    if _COUNTED.search(before(scene, at, _REACH)) and not _POSSESSIVE.search(left):
        return None
    if _POSSESSIVE.search(left):
        return _last_subject(scene, 0, start) or _topic(scene, start)
    if start and _UNSAID.match(left):
        return _last_subject(scene, 0, start)
    return None


def _last_subject(scene: Scene, start: int, end: int) -> tuple[int, Unit] | None:
    for at, unit in reversed(scene.orgs_in(max(start, end - _REACH), end)):
        if is_work(unit) or (not unit.known and _RUN_IN.match(unit.name)):
            continue
        if _OWNS.match(scene.mask, at + 1):
            return None
        if not _BESIDE_SUBJECT.search(scene.mask, max(start, at - 2), at):
            return at, unit
    return None


def _topic(scene: Scene, at: int) -> tuple[int, Unit] | None:
    topic = scene.memory.topic
    return (at, topic) if topic is not None else None
