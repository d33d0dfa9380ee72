"""Changes of what an organisation is and does: formed, laid off, shrunk, pivoted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quliu.extract.facts.change import Change, acted, find_targets
from quliu.extract.facts.naming import TEAM, acting_org, before, is_team, unit_at
from quliu.extract.frames.scene import Scene
from quliu.extract.units.unit import ORG, PERSON, ROLE, TIME, Unit

_PERSON = re.compile(PERSON)
_NEWLY = r"(?:了|一个|一家|一支|名为|名叫|新的?|全新的?|专门的?|独立的?|起|“|大?模型|人工智能|AI|创业|初创|科技|公司|企业|团队|机构|实验室|的){0,6}"


_FORMS = re.compile(
    rf"(?P<verb>组建|设立|新设|创立|创办|创建|成立|搭建|建立|筹备|筹建|组成)(?:起)?{_NEWLY}(?P<what>{ORG}|{TEAM})"
)
_FORMED = re.compile(
    rf"(?P<what>{ORG})(?:公司|集团)?(?:于|在|是)?(?:{TIME})?(?:正式|宣告|宣布|刚刚?|才|就){{0,3}}(?P<verb>成立)(?=之初|于|在|[,。;]|了(?:[,。;]|\Z)|\Z|并)"
)
_NOT_FORMING = re.compile(
    r"(?:参与|协助|如果|若|不是|想要|希望|擅长|负责|曾|联合)\Z|[一二三两几\d]+(?:周年|年|个月)\Z"
)


# A founded name ends here; what goes on is another thing: 创立了某大学首门课程, 成立某公司的子公司.
_MORE = re.compile(r"(?!并|后|于|以|和|与|时|之|这|担任|任|[,。;:、!?”)\s]|\Z|[\uf200-\uf7ff])")
_MORE_TEAM = re.compile(
    r"(?![并后于以和与时之这来由专负统推开进从加围主做用致聚的担任,。;:、!?”)\s]|\Z|[\ue000-\uf8ff])"
)
_RELATIVE = re.compile(rf"的({ORG})")
_OF_IT = re.compile(rf"的?(?:{ROLE}|{PERSON}|高管|员工|合作)")
_KIND_ONLY = re.compile(
    r"\A[一二两三四五六七八九十几\d]+个?[年月天周]|\A.{0,5}(?:机构|企业|部门|组织)\Z|^.{0,3}公司\Z"
)


def find_formed(scene: Scene) -> Iterator[Change]:
    """Yield the organisations and named teams that come into being."""
    for hit in _FORMED.finditer(scene.mask):
        unit = scene.sentence.unit(hit.start("what"))
        if unit is not None:
            yield Change(unit, "formed", *hit.span(), hit.start("verb"), "formed.since", 0.75)
    for hit in _FORMS.finditer(scene.mask):
        targets = find_targets(scene, *hit.span("what"))
        if not targets or _NOT_FORMING.search(before(scene, hit.start())):
            continue
        unit, other = targets[0], _former(scene, hit)
        if not _names_whole(scene, unit, hit.end()):
            continue
        if other is not None and other.name == unit.name:
            other = None
        told_of = other is not None or scene.mask.startswith("的", hit.end())
        if not told_of and not _PERSON.search(before(scene, hit.start())):
            continue
        if is_team(unit) or hit.group("verb") in ("创立", "创办", "创建", "成立"):
            yield Change(unit, "formed", *hit.span(), hit.start(), "formed", 0.7, other)


def _former(scene: Scene, hit: re.Match[str]) -> Unit | None:
    """Return the organisation that forms another: the one after 的 (筹备研究院的星帆智能), else the subject."""
    relative = _RELATIVE.match(scene.mask, hit.end())
    if relative:
        return scene.sentence.unit(relative.start(1))
    actor = acting_org(scene, hit.start())
    if actor is None or _PERSON.search(scene.mask[actor[0] : hit.start()]):
        return None
    return actor[1]


def _names_whole(scene: Scene, unit: Unit, end: int) -> bool:
    """Tell whether what is formed is named, and the name is whole where the match ends."""
    if _KIND_ONLY.search(unit.name) or _OF_IT.match(scene.mask, end):
        return False
    return (_MORE_TEAM if is_team(unit) else _MORE).match(scene.mask, end) is None


_LAYS_OFF = re.compile(
    r"(?P<verb>裁员|裁减|大裁员|裁掉[^,。;]{0,10}?(?:人|员工|岗位)|人员优化|优化[^,。;]{0,6}?(?:名员工|%的?员工|人员))(?!补偿|赔偿|潮|风波|传闻的?影响)"
)
_NO_LAYOFF = re.compile(
    r"(?:因|因为|由于|替代而|导致|引发|造成|避免|面对|遭遇|反对|关于|比|除了|与|回应|谈|针对|就)[^,。;]{0,6}\Z"
)


def find_layoffs(scene: Scene) -> Iterator[Change]:
    """Yield the organisations that let people go."""
    for hit in _LAYS_OFF.finditer(scene.mask):
        actor = acting_org(scene, hit.start())
        if actor is None or _NO_LAYOFF.search(before(scene, hit.start())):
            continue
        between = scene.mask[actor[0] + 1 : hit.start()]
        if len(between) <= 24 and not _PERSON.search(between):
            yield acted(actor, hit, "layoff", rule="layoff", score=0.75)


_SHRINKS = re.compile(
    r"(?P<verb>(?:缩减|收缩|精简|压缩|削减|缩小)了?[^,。;\ue000-\uf8ff]{0,10}?(?:业务|团队|规模|人员|编制|战线|人数|部门|岗位|策略|组织)|业务减法|战略收缩|业务收缩|团队收缩|收缩战线)"
)
_TURNS = re.compile(
    r"(?P<verb>(?:(?:打算|计划|开始|宣布|选择|进行|全面|正在|正式|已经?|将|被迫|决定){1,4}转型|(?<![化略业])转型(?:为|成|做|到|至|成为)|业务重心转向|重心转(?:向|移到)|(?:全面|正式|战略|决定)转向|放弃了?(?:自研)?(?:大模型)?(?:预训练|基础模型|基座模型|通用大?模型|大模型研发|自研)|(?:宣布|转而|全面|战略)聚焦|全身心投入|全面押注|[Aa][Ll][Ll] ?[Ii][Nn]))(?:了)?(?P<into>[^\ue000-\uf8ff,。;“”:的]{2,10})?"
)
_STAKES = re.compile(
    r"(?P<verb>(?:将|把)(?:几乎|全部|所有|主要|更多|公司|业务|的){0,4}(?:筹码|重心|精力|资源|重点|赌注)[^,。;]{0,6}?(?:堆在|放在|放到|转向|转移到|转到|投入到?|押在|押注|聚焦))(?:了)?(?P<into>[^\ue000-\uf8ff,。;“”:的]{2,10})?"
)


def find_shrunk(scene: Scene) -> Iterator[Change]:
    """Yield the organisations that cut down what they do."""
    for hit in _SHRINKS.finditer(scene.mask):
        actor = acting_org(scene, hit.start())
        if actor is not None:
            yield acted(actor, hit, "shrunk", rule="shrunk", score=0.7)


# Said of the head of a firm it means the firm; 重心转向 may be a matter of one's own.
_DEVOTES = re.compile("全身心|筹码|赌注|放弃|押注|[Aa][Ll][Ll]")


_TAKES_OBJECT = re.compile("[为成做到至向入在押注Nn]\\Z")


def _headed(scene: Scene, at: int) -> tuple[int, Unit] | None:
    """Return the firm of the person who is the subject: the one named beside the name, else the topic."""
    people = scene.subject(at)[0] if _PERSON.search(before(scene, at, 80)) else ()
    org = scene.memory.orgs.get(people[-1].name, scene.memory.topic) if people else None
    return (at, org) if org is not None else None


def _aim(scene: Scene, hit: re.Match[str]) -> Unit | None:
    """Return what the firm turns to, where the verb takes an object: 转型为企业服务."""
    if not hit.group("into") or not _TAKES_OBJECT.search(hit.group("verb")):
        return None
    return None if hit.group("into")[0] in "一并这那个" else unit_at(scene.sentence, *hit.span("into"))


def find_pivots(scene: Scene) -> Iterator[Change]:
    """Yield the organisations that turn to something else."""
    for pattern in (_TURNS, _STAKES):
        for hit in pattern.finditer(scene.mask):
            actor = acting_org(scene, hit.start())
            rule = "pivoted"
            if actor is None and _DEVOTES.search(hit.group("verb")):
                actor, rule = _headed(scene, hit.start()), "pivoted.head"
            if actor is not None:
                change = acted(actor, hit, "pivoted", rule=rule, score=0.65)
                yield replace(change, other=_aim(scene, hit))
