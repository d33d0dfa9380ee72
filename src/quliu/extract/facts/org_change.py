"""What happens to organisations: formed, disbanded, merged, renamed, acquired, cut down, turned to something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quliu.extract.facts.fact import Fact
from quliu.extract.facts.naming import LONGEST, TEAM, acting_org, before, is_generic, is_team, is_work, part_alone, unit_at
from quliu.extract.frames.scene import Scene
from quliu.extract.units import ORG, PERSON, ROLE, TIME, Unit
from quliu.model import OrgChange

_WHAT = rf"(?:{ORG}(?:的?(?:{TEAM}))?|{TEAM})"
_MODAL = rf"(?:{TIME}|已经?|也|都|均|全部|正式|宣布|将要?|或将?|即将|曾|遭到?|被|面临|在|悉数|集体|整体|突然|直接|又|几乎|传出)*+"
_NEWLY = r"(?:了|一个|一家|一支|名为|名叫|新的?|全新的?|专门的?|独立的?|起|“|大?模型|人工智能|AI|创业|初创|科技|公司|企业|团队|机构|实验室|的){0,6}"


@dataclass(frozen=True, slots=True)
class _Change:
    """What one pattern found: the organisation changed, the other one, and the part of the mask that tells it."""

    org: Unit
    action: str
    start: int
    end: int
    trigger: int
    rule: str
    score: float
    other: Unit | None = None


def find_changes(scene: Scene) -> Iterator[Fact]:
    """Yield the changes of organisations that the sentence tells."""
    if len(scene.mask) > LONGEST:
        return
    for anchor, reader in _READERS:
        if anchor.search(scene.mask):
            for change in reader(scene):
                if not is_work(change.org):
                    yield _fact(scene, change)


def _fact(scene: Scene, change: _Change) -> Fact:
    return Fact(
        OrgChange,
        {"org": part_alone(change.org), "action": change.action, "other": change.other},
        scene.sentence,
        change.start,
        change.end,
        change.trigger,
        f"change.{change.rule}",
        change.score,
        time=scene.time(change.trigger),
    )


def _targets(scene: Scene, start: int, end: int) -> list[Unit]:
    """Return the organisations and named teams in a part of the mask, generic teams left out."""
    found: list[Unit] = []
    for hit in re.compile(_WHAT).finditer(scene.mask, start, end):
        owned = re.compile(rf"{ORG}的").match(hit.group())
        unit = unit_at(scene.sentence, hit.start() + (owned.end() if owned else 0), hit.end())
        if not is_generic(unit.name):
            found.append(unit)
    return found


_LIST = rf"(?P<what>{_WHAT}(?:(?:、|和|与|及|以及){_WHAT})*)"
_DISBANDED = re.compile(
    rf"{_LIST}(?:等)?{_MODAL}(?P<verb>解散|裁撤|撤销|(?<=被)(?:裁|砍|关闭)|关停)(?!的?(?:决定|指控|诉讼|申请))"
)
_DISBANDS = re.compile(
    rf"(?P<verb>解散|裁撤|撤销|关停|关闭|砍掉|裁掉)(?:了|掉|其|旗下|整个|自家|原有?的?|内部|的|{ORG}的){{0,4}}{_LIST}"
)


def _find_disbanded(scene: Scene) -> Iterator[_Change]:
    for hit in _DISBANDED.finditer(scene.mask):
        after = _DISBANDS.match(scene.mask, hit.start("verb"))
        if after and is_team_list(scene, after):
            continue
        for unit in _targets(scene, *hit.span("what")):
            if is_team(unit) or hit.group("verb") == "解散":
                yield _Change(unit, "disbanded", *hit.span(), hit.start("verb"), "disbanded.passive", 0.75)
    for hit in _DISBANDS.finditer(scene.mask):
        if hit.start() and scene.mask[hit.start() - 1] == "被":
            continue
        for unit in _targets(scene, *hit.span("what")):
            if is_team(unit):
                yield _Change(unit, "disbanded", *hit.span(), hit.start("verb"), "disbanded.active", 0.75)


def is_team_list(scene: Scene, hit: re.Match[str]) -> bool:
    """Tell whether a list names parts of firms."""
    return all(is_team(unit) for unit in _targets(scene, *hit.span("what")))


_BOUGHT = re.compile(
    rf"(?P<what>{_WHAT})(?:{TIME}|[^,。;\ue000-\uf8ff]){{0,8}}?被(?P<who>{ORG})[^,。;\ue000-\uf8ff]{{0,12}}?(?P<verb>收购|并购|买下|收编)"
)
_BUYS = re.compile(
    rf"(?P<verb>(?<!被)(?:收购|并购|买下|收归))(?:了|对象|以色列|美国|英国|德国|法国|日本|中国|其|旗下|一家|这家|整个){{0,4}}(?:[^,。;、\ue000-\uf8ff的]{{0,14}}?(?:公司|平台|企业|机构|厂商|商|品牌|团队|网络|工具|应用|初创|创企|独角兽))?(?P<what>{ORG})"
)
_PURCHASE = re.compile(
    rf"(?P<who>{ORG})[^。;\ue000-\uf8ff]{{0,16}}?对(?:[^,。;\ue000-\uf8ff]{{0,14}}?)(?P<what>{ORG})的(?P<verb>收购|并购)"
)


_BOUGHT_UNSAID = re.compile(
    rf"被(?P<who>{ORG})[^,。;\ue000-\uf8ff]{{0,12}}?(?P<verb>收购|并购|买下)(?:以来|之?后)?(?:,(?P<what>{ORG}))?"
)


def _find_acquired(scene: Scene) -> Iterator[_Change]:
    yield from _find_bought(scene)
    for pattern, rule in ((_BOUGHT, "bought"), (_PURCHASE, "purchase")):
        for hit in pattern.finditer(scene.mask):
            other = scene.sentence.unit(hit.start("who"))
            for unit in _targets(scene, *hit.span("what"))[:1]:
                yield _Change(
                    unit, "acquired", *hit.span(), hit.start("verb"), f"acquired.{rule}", 0.8, other
                )
    for hit in _BUYS.finditer(scene.mask):
        unit = scene.sentence.unit(hit.start("what"))
        buyer = acting_org(scene, hit.start())
        if unit is None or buyer is None or buyer[1].name == unit.name or is_work(unit):
            continue
        if re.match("(?:股份|股权|[^,。;]{0,3}要约|的[^,。;]{0,6}股)", scene.mask[hit.end() :]):
            continue
        yield _Change(
            unit,
            "acquired",
            min(buyer[0], hit.start()),
            hit.end(),
            hit.start(),
            "acquired.buys",
            0.75,
            buyer[1],
        )


def _find_bought(scene: Scene) -> Iterator[_Change]:
    """Read 被O收购 where what was bought stands in the clause after or, unsaid, in one before."""
    for hit in _BOUGHT_UNSAID.finditer(scene.mask):
        start, _ = scene.clause(hit.start())
        buyer = scene.sentence.unit(hit.start("who"))
        if scene.orgs_in(start, hit.start()) or re.search(PERSON, scene.mask[start : hit.start()]):
            continue
        earlier = scene.orgs_in(max(0, start - 80), start)
        unit = scene.sentence.unit(hit.start("what")) if hit.group("what") else None
        unit = unit or (earlier[-1][1] if earlier else None)
        if unit is not None and buyer is not None and unit.name != buyer.name and not is_work(unit):
            first = min(hit.start(), earlier[-1][0]) if earlier and not hit.group("what") else hit.start()
            yield _Change(
                unit, "acquired", first, hit.end(), hit.start("verb"), "acquired.unsaid", 0.7, buyer
            )


_MERGED = re.compile(
    rf"(?P<what>{_WHAT})(?:和|与|跟|同)(?P<who>{_WHAT})(?:的|{_MODAL})(?:完成|进行|实现)?(?P<verb>合并|合而为一)(?!创新)"
)
_MERGES = re.compile(rf"(?:将|把)(?P<what>{_WHAT})(?:(?:、|和|与|及|以及){_WHAT}){{0,4}}[^,。;\ue000-\uf8ff的]{{0,6}}?(?P<verb>合并|整合为|整合成|整合进|并入|并到|划入|划归)(?:了|到|至|为|成)?(?P<who>{ORG})?")
_JOINS = re.compile(
    rf"(?P<what>{_WHAT}){_MODAL}[^,。;\ue000-\uf8ff的]{{0,4}}?(?P<verb>并入|合并到|合并至|合并进|整合进|整合到|划归|归入|划入)(?:了|到|至)?(?P<who>{ORG})?"
)


_JOINS_UNSAID = re.compile(rf",(?:将|已|随后|最终|正式|整体)?(?P<verb>并入)(?:了|到|至)?(?P<who>{ORG})")


def _find_merged(scene: Scene) -> Iterator[_Change]:
    for hit in _JOINS_UNSAID.finditer(scene.mask):
        subject, into = acting_org(scene, hit.start("verb")), scene.sentence.unit(hit.start("who"))
        if subject is not None and into is not None and subject[1].name != into.name:
            yield _Change(
                subject[1], "merged", subject[0], hit.end(), hit.start("verb"), "merged.unsaid", 0.7, into
            )
    for pattern in (_MERGES, _MERGED, _JOINS):
        for hit in pattern.finditer(scene.mask):
            groups = hit.groupdict()
            others = _targets(scene, *hit.span("who")) if groups.get("who") else []
            for unit in _targets(scene, *hit.span("what"))[:1]:
                other = others[0] if others else None
                yield _Change(unit, "merged", *hit.span(), hit.start("verb"), "merged", 0.7, other)


_RENAMES = re.compile(
    rf"(?P<verb>更名为|改名为|改名叫|更名|改名|重命名为|更名成|改称)(?:了|为|“|\"){{0,3}}(?P<new>{ORG}|[^\ue000-\uf8ff\s,。;:!?”\"的了|]{{2,16}})"
)
_UNIFIES = re.compile(
    rf"(?P<verb>(?:将|把)[^,。;\ue600-\uebff]{{0,14}}?(?:品牌|名称|总称|商标)[^,。;\ue000-\uf8ff]{{0,8}}?统一(?:更名|改名)?为)[“\"]?(?P<new>{ORG})"
)


def _find_renamed(scene: Scene) -> Iterator[_Change]:
    for hit in _UNIFIES.finditer(scene.mask):
        whose = acting_org(scene, hit.start())
        if whose:
            new = scene.sentence.unit(hit.start("new"))
            yield _Change(whose[1], "renamed", whose[0], hit.end(), hit.start(), "renamed.brand", 0.75, new)
    for hit in _RENAMES.finditer(scene.mask):
        old = acting_org(scene, hit.start())
        changed = re.compile(rf"(?:将|把)[^,。;\ue000-\uf8ff]{{0,6}}?({ORG})[^,。;]{{0,8}}\Z").search(
            scene.mask, max(0, hit.start() - 40), hit.start()
        )
        unit = scene.sentence.unit(changed.start(1)) if changed else (old[1] if old else None)
        new = unit_at(scene.sentence, *hit.span("new"))
        if unit is not None and unit.name != new.name and _acts_near(scene, unit, hit.start()):
            start = min(hit.start(), changed.start() if changed else (old[0] if old else hit.start()))
            yield _Change(unit, "renamed", start, hit.end(), hit.start(), "renamed", 0.75, new)


def _acts_near(scene: Scene, unit: Unit, at: int) -> bool:
    """Tell whether nothing but a short predicate stands between an organisation and a word."""
    place = scene.sentence.place(unit)
    return place >= 0 and not re.search(
        "的[^,。;将把]{0,12}\\Z|模型|产品|应用|App|系列", scene.mask[place + 1 : at]
    )


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
_MORE_TEAM = re.compile(r"(?![并后于以和与时之这来由专负统推开进从加围主做用致聚的担任,。;:、!?”)\s]|\Z|[\ue000-\uf8ff])")
_KIND_ONLY = re.compile(r"\A[一二两三四五六七八九十几\d]+个?[年月天周]|\A.{0,5}(?:机构|企业|部门|组织)\Z|^.{0,3}公司\Z")


def _find_formed(scene: Scene) -> Iterator[_Change]:
    for hit in _FORMED.finditer(scene.mask):
        unit = scene.sentence.unit(hit.start("what"))
        if unit is not None:
            yield _Change(unit, "formed", *hit.span(), hit.start("verb"), "formed.since", 0.75)
    for hit in _FORMS.finditer(scene.mask):
        targets = _targets(scene, *hit.span("what"))
        if not targets or _NOT_FORMING.search(before(scene, hit.start())):
            continue
        unit = targets[0]
        if re.match(rf"的?(?:{ROLE}|{PERSON}|高管|员工|合作)", scene.mask[hit.end() :]):
            continue
        if _KIND_ONLY.search(unit.name) or (_MORE_TEAM if is_team(unit) else _MORE).match(scene.mask, hit.end()):
            continue
        founder = acting_org(scene, hit.start())
        relative = re.compile(rf"的({ORG})").match(scene.mask, hit.end())
        if relative and (whose := scene.sentence.unit(relative.start(1))) is not None:
            founder = (relative.start(1), whose)
        other = founder[1] if founder and founder[1].name != unit.name else None
        if (
            other is None
            and not re.search(PERSON, before(scene, hit.start()))
            and not scene.mask[hit.end() :].startswith("的")
        ):
            continue
        if is_team(unit) or hit.group("verb") in ("创立", "创办", "创建", "成立"):
            yield _Change(unit, "formed", *hit.span(), hit.start(), "formed", 0.7, other)


_LAYS_OFF = re.compile(
    r"(?P<verb>裁员|裁减|大裁员|裁掉[^,。;]{0,10}?(?:人|员工|岗位)|人员优化|优化[^,。;]{0,6}?(?:名员工|%的?员工|人员))(?!补偿|赔偿|潮|风波|传闻的?影响)"
)
_NO_LAYOFF = re.compile(
    r"(?:因|因为|由于|替代而|导致|引发|造成|避免|面对|遭遇|反对|关于|比|除了|与|回应|谈|针对|就)[^,。;]{0,6}\Z"
)


def _find_layoffs(scene: Scene) -> Iterator[_Change]:
    for hit in _LAYS_OFF.finditer(scene.mask):
        actor = acting_org(scene, hit.start())
        if actor is None or _NO_LAYOFF.search(before(scene, hit.start())):
            continue
        between = scene.mask[actor[0] + 1 : hit.start()]
        if len(between) <= 24 and not re.search(PERSON, between):
            yield _Change(actor[1], "layoff", actor[0], hit.end(), hit.start(), "layoff", 0.75)


_SHRINKS = re.compile(
    r"(?P<verb>(?:缩减|收缩|精简|压缩|削减|缩小)了?[^,。;\ue000-\uf8ff]{0,10}?(?:业务|团队|规模|人员|编制|战线|人数|部门|岗位|策略|组织)|业务减法|战略收缩|业务收缩|团队收缩|收缩战线)"
)
_TURNS = re.compile(
    r"(?P<verb>(?:(?:打算|计划|开始|宣布|选择|进行|全面|正在|正式|已经?|将|被迫|决定){1,4}转型|(?<![化略业])转型(?:为|成|做|到|至|成为)|业务重心转向|重心转(?:向|移到)|(?:全面|正式|战略|决定)转向|放弃了?(?:自研)?(?:大模型)?(?:预训练|基础模型|基座模型|通用大?模型|大模型研发|自研)|全身心投入|全面押注|[Aa][Ll][Ll] ?[Ii][Nn]))(?:了)?(?P<into>[^\ue000-\uf8ff,。;“”:的]{2,10})?"
)
_STAKES = re.compile(
    r"(?P<verb>(?:将|把)(?:几乎|全部|所有|主要|更多|公司|业务|的){0,4}(?:筹码|重心|精力|资源|重点|赌注)[^,。;]{0,6}?(?:堆在|放在|放到|转向|转移到|转到|投入到?|押在|押注|聚焦))(?:了)?(?P<into>[^\ue000-\uf8ff,。;“”:的]{2,10})?"
)


def _find_shrunk(scene: Scene) -> Iterator[_Change]:
    for hit in _SHRINKS.finditer(scene.mask):
        actor = acting_org(scene, hit.start())
        if actor is not None:
            yield _Change(
                actor[1], "shrunk", min(actor[0], hit.start()), hit.end(), hit.start(), "shrunk", 0.7
            )


# Said of the head of a firm it means the firm; 重心转向 may be a matter of one's own.
_DEVOTES = re.compile("全身心|筹码|赌注|放弃|押注|[Aa][Ll][Ll]")


def _headed(scene: Scene, at: int) -> tuple[int, Unit] | None:
    """Return the firm of the person who is the subject: the one named beside the name, else the topic."""
    people = scene.subject(at)[0] if re.search(PERSON, before(scene, at, 80)) else ()
    org = scene.memory.orgs.get(people[-1].name, scene.memory.topic) if people else None
    return (at, org) if org is not None else None


def _find_pivots(scene: Scene) -> Iterator[_Change]:
    for pattern in (_TURNS, _STAKES):
        for hit in pattern.finditer(scene.mask):
            actor = acting_org(scene, hit.start())
            rule = "pivoted"
            if actor is None and _DEVOTES.search(hit.group("verb")):
                actor, rule = _headed(scene, hit.start()), "pivoted.head"
            if actor is not None:
                into = unit_at(scene.sentence, *hit.span("into")) if hit.group("into") else None
                if into is not None and (
                    not re.search("[为成做到至向入在押注Nn]\\Z", hit.group("verb")) or into.name[0] in "一并这那个"
                ):
                    into = None
                yield _Change(
                    actor[1],
                    "pivoted",
                    min(actor[0], hit.start()),
                    hit.end(),
                    hit.start(),
                    rule,
                    0.65,
                    into,
                )


_READERS: tuple[tuple[re.Pattern[str], Callable[[Scene], Iterator[_Change]]], ...] = (
    (re.compile("解散|裁撤|撤销|被裁|被砍|关闭|关停|砍掉|裁掉"), _find_disbanded),
    (re.compile("收购|并购|买下|收编|收归"), _find_acquired),
    (re.compile("合并|整合|并入|划归|归入|划入|并到|合而为一"), _find_merged),
    (re.compile("更名|改名|命名|改称|统一"), _find_renamed),
    (re.compile("组建|设立|新设|创立|创办|创建|成立|搭建|建立|筹备|筹建|组成"), _find_formed),
    (re.compile("裁员|裁减|裁掉|优化"), _find_layoffs),
    (re.compile("缩减|收缩|精简|压缩|削减|缩小|减法"), _find_shrunk),
    (re.compile("转型|转向|重心|放弃|投入|押|筹码|资源|精力|[Aa][Ll][Ll] ?[Ii][Nn]"), _find_pivots),
)
