"""What a verb of joining leads to: 加入O, 加入一家公司, 下一站是O, O宣布甲加入."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quliu.extract.frames.scene import Scene
from quliu.extract.frames.teams import team_alone
from quliu.extract.units.unit import ORG, PERSON, ROLE, TIME, Unit

# Verbs that say joining and nothing else; the others, such as 进入 and 来到, need a firmer subject and object.
_STRICT = frozenset(
    "加入 入职 加盟 重返 重新加入 回归 跳槽至 跳槽到 转投 供职于 就职于 任职于 下一站 职业旅程 新东家 下家 新身份 入列 受聘于 去向 挖至 招至 挖到 赴任 重回 重归 改投 入主 回到 投奔 跳槽 转会 归队".split()  # noqa: SIM905
)
# 下一站是O, 将下一个职业旅程设定在了O
_STOPS = frozenset(["下一站", "职业旅程", "新东家", "下家", "新身份", "去向"])
_NEXT_STOP = re.compile(
    rf"[^,。;:\ue000-\uf7ff]{{0,6}}(?:是|为|在|在了|向|到|[:,]|——)(?:[^,。;:\ue000-\uf7ff]{{0,8}})({ORG})"
)
_NEXT_UNNAMED = re.compile(
    "[^,。;:\ue000-\uf7ff]{0,4}(?:是|为)[^,。;:一某另\ue000-\uf7ff]{0,4}(?:一家|某|另一家)[^,。;:\ue000-\uf7ff]{2,20}"
)
_GOING = ("去", "赴", "去往")
_TO_WORK = re.compile("(?:公司)?(?:担任|出任|任|工作|任职|当|做)")
_SHIFTING = ("转岗", "轮岗", "调任", "调往", "转至", "转到", "调至")
_OBJECT = re.compile(
    rf"(?:了|过|至|到|于|为|成为|进|进了|老东家|前东家|竞争对手|知名|[^\ue000-\uf7ff,。;:]{{0,14}}?)(?:{ORG}的)?({ORG})(?:[^\ue000-\uf7ff,。;]{{0,6}}的({ORG}))?"
)
_OF_ANOTHER = re.compile(rf"{ROLE}(?:之一|、)?{PERSON}")
# 加入甲创立的O, 加入甲的O: what is joined follows its founder.
_FOUNDED_BY = re.compile(
    rf"[^,。;:]{{0,16}}?{PERSON}[^,。;:\ue000-\uf7ff]{{0,12}}(?:创立|创办|成立|创建|创始|领导|执掌|所在|旗下|主导|麾下)?的[^,。;:\ue000-\uf7ff]{{0,12}}({ORG})"
)
_UNNAMED = re.compile(
    "了?(?:一家|某|另一家|一所|一[个支][^,。;]{0,8}?(?=团队|组织|机构|实验室))(?:(?!担任|出任|任)[^,。;的\ue000-\uf7ff]){0,12}"
)
_HIS_NEW_FIRM = re.compile(f"了?(?:他们?|她们?|其|{PERSON})的?(?:新|创业)公司")
_HERE = re.compile(
    rf"了?(?:到|进)?(?:公司|[该本][公行校院]司?|团队|其中|这家公司|我们|集团|创始团队|董事会|创业团队|项目组|(?:其|他们|她们|他|她)(?:的|{ROLE})?[^,。;\ue000-\uf7ff]{{0,4}}(?:团队|公司|董事会|管理层|创始团队|创业公司))"
)
_KIND_WORDS = (("bank", ("该行", "本行", "了该行")), ("school", ("该校", "该院", "本校", "本院")))
_AGENT = re.compile(
    rf"(?:\A|[,;:。#])[^,;:。\ue000-\uf7ff]{{0,12}}({ORG})(?:公司|方面|官方|{ROLE}{PERSON}{TIME}?|[^,;:。\ue000-\uf7ff]{{0,6}}?)(?:宣布|称|表示|确认|证实|透露|发布|公告|公布|通知|任命|聘|招|邀|成立|完成|获|收购)"
)
# O宣布甲加入,担任R: the employer announces it, and the verb has no object.
_ANNOUNCED = frozenset(["加入", "加盟", "入职", "跳槽"])
_ALONE = re.compile(r"了?(?=[,。;!]|\Z|担任|出任|任|并)")
_WELCOMED = re.compile(
    rf"({ORG})(?:{ROLE}{PERSON})?(?:{TIME}|[^,;。\ue000-\uf7ff]){{0,10}}?(?:再次?|又|再度|喜)?(?:宣布|官宣|公布|公告|迎来?|添|欢迎)"
)
_OFFERED = re.compile(
    rf"({ORG})(?:公司)?(?:[^,。;\ue000-\uf7ff]{{0,12}}的)?(?:offer|Offer|OFFER|录用通知|邀约|橄榄枝|报价|合同)"
)
_NEAR = 200
"""How far before a verb its circumstances are looked for, in characters of the mask."""
_JOINED_THING = re.compile(rf"(?:加入|加盟|入职|跳槽至|跳槽到|转投|投奔)了?({ORG})")
_NO_TEAM = re.compile(
    "(?:联盟|课程|比赛|大赛|锦标赛|购物车|阵容|时代|阶段|名单|战局|行列|阵营|群聊|市场|协定|公约|办公室|会议室|现场|起点|原点|湾区|硅谷|家乡|舞台|讲台|赛场)\\Z"
)
_NOT_PEOPLE = re.compile("讨论|战局|竞争|战场|阵营|行列|赛道|大军|群聊|购物车|联盟|协议|生态|计划")
_STUDIES = re.compile("攻读|就读|读博|读研|深造|求学|学习|留学|学位|本科|硕士|博士(?!后)")
_SINCE_JOINING = re.compile(
    rf"(?:未满|不到|不足|仅仅?|才|刚满?|已满?|满)(?:{TIME}|[一二两三四五六七八九十半几0-9])"
)
_BEFORE = re.compile("之?前|以前")


@dataclass(frozen=True, slots=True)
class Goal:
    """What is joined: its organisation, None when the text does not name it, and where its mention ends."""

    org: Unit | None
    end: int


def is_strict(verb: str) -> bool:
    """Tell whether a verb of joining says joining and nothing else."""
    return verb in _STRICT


def is_stop(verb: str) -> bool:
    """Tell whether what tells of a joining is a noun: 下一站, 新东家."""
    return verb in _STOPS


def is_shift(verb: str) -> bool:
    """Tell whether a verb of joining leads from one part of a company to another: 转岗, 轮岗."""
    return verb.startswith(_SHIFTING)


def find_goal(scene: Scene, start: int, end: int) -> Goal | None:
    """Return what a verb of joining at [start, end) leads to; None when it is no move of a person."""
    if is_stop(scene.mask[start:end]):
        return _next_stop(scene, start, end)
    if _is_no_beginning(scene, start, end):
        return None
    goal = _joined(scene, start, end)
    if goal is None or (goal.org is not None and _NO_TEAM.search(goal.org.name)):
        return None
    dated = scene.sentence.find(TIME, scene.clause(start)[0], start)
    return None if _BEFORE.match(scene.mask, goal.end) and not dated else goal


def just_joined(scene: Scene, start: int, end: int) -> Unit | None:
    """Return what the sentence says last before `end` is joined, not far before `start`."""
    told = list(_JOINED_THING.finditer(scene.mask, max(0, start - _NEAR), end))
    return scene.unit(told[-1]) if told else None


def _next_stop(scene: Scene, start: int, end: int) -> Goal | None:
    """Return what 下一站 is told to be."""
    stop = _NEXT_STOP.match(scene.mask, end)
    unit = scene.unit(stop)
    if stop and unit:
        return Goal(unit, stop.end())
    unnamed = None if scene.mask[start:end] == "新身份" else _NEXT_UNNAMED.match(scene.mask, end)
    return Goal(None, unnamed.end()) if unnamed else None


def _is_no_beginning(scene: Scene, start: int, end: int) -> bool:
    """Tell whether what follows a verb of joining tells of studies (进入O攻读) or a stretch (入职未满一年便离开)."""
    mask, (_, last) = scene.mask, scene.clause(start)
    return _STUDIES.search(mask, end, last + 12) is not None or _SINCE_JOINING.match(mask, end) is not None


def _joined(scene: Scene, start: int, end: int) -> Goal | None:
    """Return what follows a verb of joining, else what its construction leaves unsaid."""
    mask, verb, (_, last) = scene.mask, scene.mask[start:end], scene.clause(start)
    goal = _named_goal(scene, end, last)
    if verb in _GOING:
        return goal if goal and _is_gone_to(scene, end, goal) else None
    if goal is None and verb == "空降" and scene.memory.topic is not None:
        goal = Goal(scene.memory.topic, end)
    if goal is None and (is_strict(verb) or is_shift(verb)):
        goal = _team_goal(scene, start, end)
    if goal is None and is_strict(verb) and not _NOT_PEOPLE.search(mask, end, last):
        goal = _unnamed_goal(scene, start, end)
    if goal is None and verb in _ANNOUNCED and _ALONE.match(mask, end):
        goal = _announced_goal(scene, start, end)
    return goal


def _named_goal(scene: Scene, start: int, end: int) -> Goal | None:
    hit = _OBJECT.match(scene.mask, start, end)
    at = (hit.start(2) if hit.group(2) else hit.start(1)) if hit else -1
    if hit is None or scene.mask[at - 1] == "前" or _OF_ANOTHER.match(scene.mask, at + 1):
        of_founder = _FOUNDED_BY.match(scene.mask, start, end)
        at = of_founder.start(1) if of_founder else -1
    unit = scene.sentence.unit(at)
    return Goal(unit, at + 1) if unit else None


def _is_gone_to(scene: Scene, end: int, goal: Goal) -> bool:
    """Tell whether 去, 赴 lead straight to an organisation, or to one where somebody works: 去创业公司O担任."""
    if goal.end == end + 1:
        return True
    return goal.end - end < 12 and _TO_WORK.match(scene.mask, goal.end) is not None


def _team_goal(scene: Scene, start: int, end: int) -> Goal | None:
    """Return the team that no list knows (转岗至本地生活业务); 加入其研究团队 names a part of what was joined."""
    team = team_alone(scene, end, scene.clause(start)[1])
    if team is None:
        return None
    its = scene.mask.startswith("其", end)
    known = just_joined(scene, start, start) if its else None
    if its and known is None and not is_shift(scene.mask[start:end]):
        return None  # O宣布甲入职,加入其研究团队
    return Goal(known or team, scene.mask.index(team.name[-1], end) + 1)


def _unnamed_goal(scene: Scene, start: int, end: int) -> Goal | None:
    """Return what a text does not name (加入一家公司), or only by a word for it: 加入公司, 加入该行."""
    last = scene.clause(start)[1]
    unnamed = _UNNAMED.match(scene.mask, end, last) or _HIS_NEW_FIRM.match(scene.mask, end, last)
    if unnamed:
        return Goal(None, unnamed.end())
    if not _HERE.match(scene.mask, end, last):
        return None
    kind = next((k for k, words in _KIND_WORDS if scene.mask.startswith(words, end)), None)
    org = scene.org_of_kind(kind, start) if kind else _meant_here(scene, start)
    return Goal(org, end + 2) if org else None


def _meant_here(scene: Scene, start: int) -> Unit | None:
    """Return what 公司 and 其团队 stand for: who announces it, else an organisation of an earlier clause."""
    agents = list(_AGENT.finditer(scene.mask, 0, start))
    return scene.unit(agents[-1]) if agents else scene.org_before(scene.clause(start)[0])


def _announced_goal(scene: Scene, start: int, end: int) -> Goal | None:
    """Return what is joined where the verb has no object: who announces it (O宣布甲加入), whose offer it was."""
    near = max(0, start - _NEAR)
    offered = list(_OFFERED.finditer(scene.mask, near, start))
    people = scene.sentence.find(PERSON, near, start)
    welcomed = list(_WELCOMED.finditer(scene.mask, near, people[-1][0])) if people else []
    hits = offered or welcomed
    unit = scene.unit(hits[-1]) if hits else None
    return Goal(unit, end) if unit else None
