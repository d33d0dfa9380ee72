"""Leaving: 离职, 离开, 辞去, 卸任, 退休; death in office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quliu.extract.frames.draft import Draft
from quliu.extract.frames.memory import is_same_org
from quliu.extract.frames.scene import Apposition, Scene
from quliu.extract.frames.telling import Telling
from quliu.extract.units.unit import ORG, PEOPLE, PERSON, ROLE, TIME, Unit

# What stands between the verb and what is left; 离开后加入O and 离开去O must not be bridged.
_STEP = r"(?:(?!后|并|加[入盟]|创[办立业建]|成立|去|前往|转|投[身奔]|成为|就任|进入|回|担任|出任|任|时|前|以|消息|来|到|专注|重新|致力)[^\ue000-\uf7ff,。;:])"
_SERVED = rf"(?:自己|其|他|她)?(?:任职|工作|服务|效力|供职|就职|奋斗|待|呆|干)了?(?:{TIME}|[^\ue000-\uf7ff,。;:的]){{1,8}}的"  # 离开任职六年的O
_WHAT = re.compile(
    rf"(?:了|过)?(?:{_SERVED})?(?:{_STEP}|{TIME}){{0,16}}?(?:{PERSON}(?:一手|共同|联合)?(?:创[办立建]|成立|领导|旗下|执掌)?的)?"
    rf"(?:{ORG}(?:的|旗下的?|及其?))?(?P<org>{ORG})(?:的|旗下的?|、|公司的?)?(?:{_STEP}{{0,10}}?(?P<role>{ROLE}))?"
)
_POST = re.compile(
    rf"(?:了|过)?(?:其|他的|她的|担任的?|在?公司的?|自己的?|现有|原有)?(?:所?担任的)?(?P<of>{_STEP}{{0,10}}?)(?P<role>{ROLE})"
)
_ITS_BOARD = re.compile(r"了?(?:其|该?公司的?)?董事会(?!会议)")
_TELLS_IT = re.compile(rf"({ORG})[^,。;\ue000-\ue5ff]{{0,10}}(?:宣布|公告|表示|称|确认|公布|披露)")
_FROM = re.compile(
    rf"(?P<by>从|自|在|由)[^\ue000-\uf7ff,。;]{{0,6}}(?P<org>{ORG})(?:的|公司)?(?P<role>{ROLE})?[^,。;\ue000-\uf7ff]{{0,8}}\Z"
)
_POST_FROM = re.compile(
    rf"(?:从|(?<!再)担任|出任)[^\ue000-\uf7ff,。;]{{0,4}}(?P<role>{ROLE})(?:{TIME}|[^,。;\ue000-\uf7ff]){{0,8}}\Z"
)
# 离职前是O的R
_BEFORE_IT = re.compile(
    rf"之?前,?(?:一直|曾)?(?:担任过?|是|为|曾?任|系|供职于|就职于|任职于|在)[^\ue000-\uf7ff,。;:]{{0,6}}(?P<org>{ORG})(?:公司)?的?(?:[^\ue000-\uf7ff,。;:]{{0,10}}(?P<role>{ROLE}))?"
)
# 甲离职后,O的R由乙接任: the clause that follows a subordinate one names the organisation.
_NEXT_CLAUSE = re.compile(
    rf"(?P<after>之?后|以来|之际)?,(?:而|但|目前|如今|{TIME})?(?P<org>{ORG})(?:公司)?(?:的|已|目前|将|正|在|{ROLE}|$)"
)
_ITS_ROLE = re.compile(
    rf",(?:而|但|目前|如今|{TIME})?(?:{ORG})?的?(?P<role>{ROLE})(?:一职|职务|职位)?(?:将|便|就|已)?由"
)
_WITH = re.compile("随着|伴随")
# 继R甲之后,又一位O高管离开:R乙…
_AFTER_WHOM = re.compile(
    rf"继[^,。;:]{{0,24}}?({PERSON})[^,。;:\ue000-\uf7ff]{{0,4}}之?后,[^,。;:]{{0,6}}(?:又|再|另)[^,。;:\ue000-\ue5ff]{{0,6}}?({ORG})?[^,。;:\ue000-\ue5ff]{{0,8}}\Z"
)
_NAMED_AFTER = re.compile(rf"[^,。;:\ue000-\uf7ff]{{0,4}}:(?:{ORG})?(?:{ROLE})?({PERSON})")
# Words that tell of leaving only with what stands before them.
_NEEDS = (
    (
        ("出来",),
        re.compile(rf"从{ORG}(?:{ROLE})?(?:(?!独立|分拆|拆分|剥离|孵化)[^,。;:\ue000-\uf7ff]){{0,2}}\Z"),
    ),
    (("最后一天", "最后一个工作日"), re.compile(rf"在{ORG}[^,。;:\ue000-\uf7ff]{{0,4}}\Z")),
    (("辞呈", "辞职信"), re.compile("(?:递交|提交|递上|提出|递出|呈交|交)了?\\Z")),
    (("流失",), re.compile(rf"{ORG}[^。;:\ue000-\ue5ff]{{0,12}}\Z")),
    (("分道扬镳",), re.compile(rf"[与和](?:老东家)?{ORG}(?:公司)?[^,。;:\ue000-\uf7ff]{{0,4}}\Z")),
)
_WORKED = re.compile(
    rf"(?<![没未不])(?<!没有)(?:在|任职于?|供职于?|就职于?|效力于?|担任过?|曾任|曾是|出任|加[入盟]|入职|进入)(?:过|了|的)?({ORG})(?!上|中?发|宣布|公布|表示|披露)"
)
# 甲曾是O的R,2020年出走: what somebody was, told between the name and the verb.
_PAST_POST = re.compile(
    rf"(?:曾经?|此前|之前|过去|原)(?:一直|长期)?(?:在|是|任|担任过?|为|任职于|供职于|就职于)[^\ue000-\uf7ff,。;:]{{0,4}}({ORG})(?:公司)?的?(?:[^\ue000-\uf7ff,。;:]{{0,8}}({ROLE}))?"
)
_GIVEN_UP = re.compile(
    rf"了?(?:在|自己在)?{ORG}(?:公司)?的?[^,。;:\ue000-\ue5ff]{{0,10}}(?:职位|工作|岗位|职务|教职|高薪|年薪|职业)"
)
_TERM_ENDED = re.compile(
    rf"了?(?:自己|其|他|她)?在{ORG}(?:公司)?的?(?:{TIME}|[^,。;:\ue000-\uf7ff]){{0,10}}(?:任期|职业生涯|工作|生涯|旅程|任职)"
)
# 从O离职后,甲加入…: the clause after names who left.
_AHEAD = re.compile(
    rf"[^。;:,\ue000-\ue5ff]{{0,20}}(?:之?后|之?前|之际|时|以来|{TIME}),(?:{TIME}|{ORG}|{ROLE}|这位|的|前){{0,4}}({PERSON})(?!的)"
)
_NO_POST = re.compile(
    "会议|会场|现场|人世|市场|房间|美国|中国|北京|战场|舞台|学校|本意|祖国|家乡|这个世界|赛场|视线|聊天|群聊|政府(?!事务|关系)|内阁|国会|议会"
)
_MODAL = re.compile(
    "(?:可以|能够|差点|险些|应该|应当|要求|呼吁|敦促|督促|建议|劝|鼓励|是否)[^,。;\ue000-\ue5ff]{0,6}\\Z|(?:建议|奉劝|不要|别)[^,。;\ue000-\ue5ff]{0,10}\\Z"
)
_GOAL = re.compile(
    rf"(?:加[入盟]|入职|创[办立建]|成立|组建|投奔|投身|跳槽[至到]?|转投|赴任?|前往)[^,。;\ue000-\uf7ff]{{0,14}}({ORG})"
)
_SHAREHOLDER = re.compile("股东|投资人|投资方|出资")
_FILLERS = re.compile("[两家个的其该]|公司|集团|上述")
_LISTED_AS = re.compile(rf"的?{ROLE}(?:包括|有|为|是|分别)")
_COMPANY_FIRST = re.compile(rf"({ORG}){ROLE}[、及和与兼/][^,。;\ue000-\uf7ff]{{0,6}}\Z")
_PART = re.compile("(?:事业[群部]|部门?|团队|中心|平台|实验室|委员会|项目)\\Z")
_OTHERS = re.compile("员工|团队成员|的人|高管们|研究员们")
_AFTER_NOUN = re.compile("潮|率|员工|人员|手续|创业的|补偿|证明|协议|流程|管理")
_SPEAKS_OF = re.compile(
    rf"[^\ue000-\uf7ff,。;:]{{0,2}}的(?:[^\ue000-\uf7ff,。;:的]{{0,12}}{ORG})?(?:前任?|原)?(?:{ROLE})?({PERSON})"
)
_TITLE_LEAVES = re.compile(
    rf"(?:(?<!任)|该名?){ROLE}(?:已经?|目前|现|均|将|即将|宣布|正式|先后|也|因[^,。;]{{1,8}})*\Z"
)
_OBJECTLESS = frozenset(
    [
        "离职",
        "辞职",
        "请辞",
        "离任",
        "出走",
        "退休",
        "下课",
        "下台",
        "离队",
        "离场",
        "挂冠",
        "引咎辞职",
        "裸辞",
        "跑路",
        "去职",
        "走人",
        "被免职",
        "退任",
        "辞任",
        "卸任",
        "离世",
        "去世",
        "逝世",
        "病逝",
        "交棒",
        "抽身",
        "荣退",
        "隐退",
        "退下来",
        "离岗",
        "申请辞职",
        "申请辞任",
        "出来",
        "最后一天",
        "最后一个工作日",
        "辞呈",
        "辞职信",
        "分道扬镳",
    ]
)
_TRANSITIVE = frozenset(["离开", "退出", "告别", "脱离", "作别", "挥别", "转身离开"])
_NOTHING_NEW = re.compile(
    rf"了?(?:[,。;!?、:”\n]|\Z|{TIME}|{ROLE}|该?公司|团队|集团|这[家里]|那里|老?东家|前东家|其|自己|现有|原|岗位|[职该此]位?"
    "|工作|后|之[后前际]|前|时|的|并|以[来后]|而|和|与|转|去|加入|创|董事会|(?:核心)?(?:管理层|团队)|一线|全职|所|他|她)"
)
_DEATH = frozenset(["离世", "去世", "逝世", "病逝"])
_DEVICES = {
    "object": 1.0,
    "from": 1.0,
    "beside": 0.95,
    "list": 0.9,
    "next": 0.75,
    "worked": 0.85,
    "memory": 0.75,
    "topic": 0.7,
}
_SUBJECTS = {
    "named": 0.8,
    "relative": 0.65,
    "listed": 0.7,
    "pronoun": 0.65,
    "zero": 0.55,
    "loose": 0.45,
    "ahead": 0.75,
}


@dataclass(frozen=True, slots=True)
class _Leaving:
    """A verb of leaving where it stands, and who leaves."""

    scene: Scene
    start: int
    end: int
    people: tuple[Unit, ...]
    how: str
    at: int

    @property
    def verb(self) -> str:
        return self.scene.mask[self.start : self.end]

    @property
    def clause(self) -> tuple[int, int]:
        return self.scene.clause(self.start)


@dataclass(frozen=True, slots=True)
class _Left:
    """What is left: the organisation, the role, by which device both were found, and where the telling ends."""

    org: Unit | None
    role: str | None
    device: str
    stop: int


def find_leaves(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read a verb of leaving at [start, end) of the mask."""
    if not _is_told(scene, start, end):
        return
    people, how, at = _leaver(scene, start, end)
    leaving = _Leaving(scene, start, end, people, how, at)
    for person in people:
        left = _left_post(leaving, person)
        if left is not None and left.org is not None:
            yield _draft(leaving, person, left)


def _is_told(scene: Scene, start: int, end: int) -> bool:
    """Tell whether the verb tells of somebody's leaving rather than of leavers, papers, places and wishes."""
    mask = scene.mask
    for words, needed in _NEEDS:
        if mask.startswith(words, start) and not needed.search(mask[:start], max(0, start - 16)):
            return False
    if mask.startswith("结束", start) and not _TERM_ENDED.match(mask, end):
        return False
    if mask.startswith("放弃", start) and not _GIVEN_UP.match(mask, end):
        return False
    if _SHAREHOLDER.search(mask, scene.clause(start)[0], start) and mask.startswith("退出", start):
        return False
    if _AFTER_NOUN.match(mask, end) or _MODAL.search(mask, scene.clause(start)[0], start):
        return False
    return _NO_POST.match(mask, end + (mask[end : end + 1] == "了")) is None


def _draft(leaving: _Leaving, person: Unit, left: _Left) -> Draft:
    scene, start = leaving.scene, leaving.start
    rule = f"leave.{leaving.how}.{left.device}"
    score = _SUBJECTS[leaving.how] * _DEVICES[left.device]
    begin = min(leaving.at, start)
    if left.org is not None and left.device in ("beside", "from", "list"):
        begin = min(begin, scene.sentence.position(left.org.span.start))
    return Telling(scene, start, begin, left.stop, rule, score).out(person, left.org, left.role)


def _leaver(scene: Scene, start: int, end: int) -> tuple[tuple[Unit, ...], str, int]:
    """Return who leaves, by which device, and where: nobody where the verb tells of others beside a name."""
    spoken = _SPEAKS_OF.match(scene.mask, end) if scene.mask[start:end] in _OBJECTLESS else None
    if spoken:
        unit = scene.sentence.unit(spoken.start(1))
        return ((unit,) if unit else ()), "relative", spoken.start(1)
    after = _AFTER_WHOM.search(scene.mask[:start])
    if after:
        return _one_more(scene, after, end)
    people, how, at = scene.subject(start, relative=True)
    if how in ("zero", "loose", "none") and not scene.people_in(0, start):
        ahead = _AHEAD.match(scene.mask, end)
        unit = scene.sentence.unit(ahead.start(1)) if ahead else None
        if ahead and unit is not None:
            return (unit,), "ahead", ahead.start(1)
    if how in ("zero", "loose") and _TITLE_LEAVES.search(scene.mask[:start], scene.clause(start)[0]):
        return (), "none", at
    if people and how == "named" and _is_another(scene, scene.place_of(people[-1], at), start):
        return (), "none", at
    return people, how, at


def _one_more(scene: Scene, after: re.Match[str], end: int) -> tuple[tuple[Unit, ...], str, int]:
    """Return those of whom a sentence counts the last: 继甲之后,又一位高管离开:R乙."""
    named = _NAMED_AFTER.match(scene.mask, end)
    places = [after.start(1), *([named.start(1)] if named else [])]
    people = tuple(unit for at in places if (unit := scene.sentence.unit(at)) is not None)
    return people, "listed", after.start(1)


def _is_another(scene: Scene, at: int, start: int) -> bool:
    """Tell whether what stands between a name and the verb makes somebody else the one who leaves."""
    group = re.compile(PEOPLE).match(scene.mask, at)
    first = group.end() if group else at + 1
    between = scene.mask[first:start]
    if "在内的" in between:
        return False  # 包括甲在内的多名高管
    if len(between) > 28 or _OTHERS.search(between) or scene.names_others(first, start):
        return True
    return between.startswith("的") and re.search("的.{2,}的|公司|团队", between) is not None


def _left_post(leaving: _Leaving, person: Unit) -> _Left | None:
    """Return what a person leaves; None where the text does not tell."""
    scene = leaving.scene
    beside = scene.apposition(scene.place_of(person, leaving.at), person)
    if leaving.verb in _DEATH:
        return _post_of_the_dead(leaving, beside)
    left = (
        _said_before_it(leaving)
        or _past_post(leaving)
        or _said_object(leaving, person, beside)
        or _said_source(leaving, person, beside)
    )
    if left is not None:
        return left
    role, stop = _said_role(leaving, person, beside)
    guessed = _guessed_org(leaving, person, beside)
    return None if guessed is None else _Left(guessed[0], role, guessed[1], stop)


def _post_of_the_dead(leaving: _Leaving, beside: Apposition | None) -> _Left | None:
    """Return the post that a death ends: the one that stands beside the name and is not a past one."""
    if leaving.how != "named" or beside is None or beside.org is None or beside.former or beside.role is None:
        return None
    return _Left(beside.org, beside.role.name, "beside", leaving.end)


def _said_object(leaving: _Leaving, person: Unit, beside: Apposition | None) -> _Left | None:
    """Return what follows the verb: 离开O, 辞去O的R一职."""
    scene, end = leaving.scene, leaving.end
    what = _WHAT.match(scene.mask, end, leaving.clause[1])
    if what is None or (leaving.verb in _OBJECTLESS and not what.group("role")):
        return None
    org = scene.sentence.unit(what.start("org"))
    role = scene.sentence.unit(what.start("role")) if what.group("role") else None
    known = _own_role(leaving, beside, org)
    name = role.name if role else known or scene.role_at(person, org)
    return _Left(org, name, "object", what.end())


def _said_before_it(leaving: _Leaving) -> _Left | None:
    """Return what somebody was before leaving: 离职前是O的R."""
    scene = leaving.scene
    hit = _BEFORE_IT.match(scene.mask, leaving.end)
    if hit is None or leaving.verb not in _OBJECTLESS:
        return None
    role = scene.sentence.unit(hit.start("role")) if hit.group("role") else None
    return _Left(scene.sentence.unit(hit.start("org")), role.name if role else None, "object", hit.end())


def _past_post(leaving: _Leaving) -> _Left | None:
    """Return the post that the sentence has told of the unsaid subject since its name: 甲曾是O的R,2020年出走."""
    scene = leaving.scene
    if (
        leaving.how not in ("zero", "loose")
        or leaving.verb not in _OBJECTLESS
        or leaving.at >= leaving.clause[0]
    ):
        return None
    hits = list(_PAST_POST.finditer(scene.mask, leaving.at, leaving.clause[0]))
    source = _FROM.search(scene.mask[: leaving.start], leaving.clause[0])
    if not hits or source or scene.orgs_in(leaving.clause[0], leaving.start):
        return None
    role = scene.sentence.unit(hits[-1].start(2)) if hits[-1].group(2) else None
    return _Left(scene.sentence.unit(hits[-1].start(1)), role.name if role else None, "worked", leaving.end)


def _own_role(leaving: _Leaving, beside: Apposition | None, org: Unit | None) -> str | None:
    """Return the role beside the name where it may be one at the organisation that is left, or at a product of it."""
    if beside is None or beside.role is None or org is None:
        return None
    if beside.org is not None and is_same_org(org, beside.org):
        return beside.role.name
    elsewhere = beside.org is not None and not beside.org.work
    founder = "创始" in beside.role.name or "联创" in beside.role.name
    mask = leaving.scene.mask
    at = leaving.scene.sentence.place(beside.role)
    if beside.org is None and mask.endswith("公司", 0, max(0, at)):
        return beside.role.name  # 公司联合创始人甲离开O
    return None if leaving.how not in ("named", "listed") or elsewhere or founder else beside.role.name


def _said_source(leaving: _Leaving, person: Unit, beside: Apposition | None) -> _Left | None:
    """Return what stands before the verb: 从O离职, 从O的R一职退休."""
    scene, (first, _) = leaving.scene, leaving.clause
    source = _FROM.search(scene.mask[: leaving.start], first)
    if source is None or (
        source.group("by") == "在" and not scene.orgs_in(source.start("org"), source.start("org") + 1)
    ):
        return None
    org = scene.sentence.unit(source.start("org"))
    role = scene.sentence.unit(source.start("role")) if source.group("role") else None
    if role is not None:
        return _Left(org, role.name, "from", leaving.end)
    name, stop = _said_role(leaving, person, beside)
    return _Left(org, name, "from", stop)


def _said_role(leaving: _Leaving, person: Unit, beside: Apposition | None) -> tuple[str | None, int]:
    """Return the role that is left and where the telling ends: after the verb, before it, or beside the name."""
    scene = leaving.scene
    post = _POST.match(scene.mask, leaving.end, leaving.clause[1])
    before = _POST_FROM.search(scene.mask[: leaving.start], leaving.clause[0])
    hit = post or before
    role = scene.sentence.unit(hit.start("role")) if hit else None
    if role is not None:
        return role.name, post.end() if post else leaving.end
    if beside and beside.role:
        return beside.role.name, leaving.end
    hers = _ITS_ROLE.match(scene.mask, leaving.clause[1])
    next_role = scene.sentence.unit(hers.start("role")) if hers else None
    if next_role is not None:
        return next_role.name, leaving.end
    return scene.memory.roles.get(person.name), leaving.end


def _guessed_org(leaving: _Leaving, person: Unit, beside: Apposition | None) -> tuple[Unit, str] | None:
    """Return the organisation that is left where the verb has none, best vouched for first, and the device."""
    scene = leaving.scene
    board = _ITS_BOARD.match(scene.mask, leaving.end)
    teller = _TELLS_IT.search(scene.mask[: leaving.start]) if board else None
    if teller:
        unit = scene.sentence.unit(teller.start(1))
        return (unit, "beside") if unit else None
    said = leaving.verb in _TRANSITIVE and not _NOTHING_NEW.match(scene.mask, leaving.end)
    for org, device in _candidates(leaving, person, beside):
        if said and device in ("memory", "topic", "worked"):
            return None  # 退出核心圈子: something else is left
        if not _is_goal(leaving, org):
            return org, device
    return None


def _candidates(leaving: _Leaving, person: Unit, beside: Apposition | None) -> Iterator[tuple[Unit, str]]:
    scene, (first, _) = leaving.scene, leaving.clause
    if beside and beside.org is not None and not _LISTED_AS.match(scene.mask, leaving.end):
        yield _company(scene, beside.org), "beside"
    head = _head_of_list(leaving, person)
    if head is not None and (beside is None or beside.org is None):
        yield head, "list"
    near = [(org, "beside") for _, org in reversed(scene.orgs_in(first, leaving.start))]
    near.sort(key=lambda found: found[0].work)
    worked = _workplace(leaving)
    places = [] if worked is None else [(worked, "worked")]
    # 甲曾在O1任职,与O2竞争后退出: where the subject is unsaid, what stands near may be something else
    yield from (places + near if leaving.how in ("zero", "loose") else near + places)
    following = _next_clause(leaving)
    if following is not None and not near:
        yield following, "next"
    yield from ((org, "memory") for org in _remembered(leaving, person))
    yield from ((org, "topic") for org in _topics(leaving))


def _next_clause(leaving: _Leaving) -> Unit | None:
    """Return the organisation that opens the clause after a subordinate one: 随着甲的离职,O…; 甲卸任后,O…."""
    scene = leaving.scene
    hit = _NEXT_CLAUSE.match(scene.mask, leaving.end)
    if hit is None or not (hit.group("after") or _WITH.search(scene.mask, leaving.clause[0], leaving.start)):
        return None
    return scene.sentence.unit(hit.start("org"))


def _head_of_list(leaving: _Leaving, person: Unit) -> Unit | None:
    """Return the organisation beside the first of those who leave: 星帆智能副总裁贾明白、总监甄有才离职."""
    scene, first = leaving.scene, leaving.people[0]
    if first is person or leaving.how != "named":
        return None
    beside = scene.apposition(scene.place_of(first, leaving.at), first)
    return beside.org if beside and not beside.former else None


def _company(scene: Scene, org: Unit) -> Unit:
    """Return the company of 星帆智能副总裁、星舟模型负责人贾明白, who leaves more than the model."""
    at = scene.sentence.place(org)
    hit = _COMPANY_FIRST.search(scene.mask[:at]) if at >= 0 and (org.work or _PART.search(org.name)) else None
    return (scene.sentence.unit(hit.start(1)) if hit else None) or org


def _workplace(leaving: _Leaving) -> Unit | None:
    """Return where the sentence says before that the leaver was: 贾明白在星帆智能工作三年,上月离职."""
    scene, (first, _) = leaving.scene, leaving.clause
    since = leaving.at if leaving.at < first else 0
    places = [hit for hit in _WORKED.finditer(scene.mask, since, first) if scene.orgs_in(*hit.span(1))]
    if not places or (leaving.how == "named" and _is_anothers(scene, places[-1].start(), leaving.at)):
        return None
    return scene.sentence.unit(places[-1].start(1))


def _is_anothers(scene: Scene, place: int, at: int) -> bool:
    """Tell whether a clause before the one that names the leaver is about somebody else."""
    return place < at and bool(scene.people_in(scene.clause(place)[0], place))


def _topics(leaving: _Leaving) -> Iterator[Unit]:
    """Yield the organisations that the sentence and the text are about, those that only tell it left out."""
    scene, (first, _) = leaving.scene, leaving.clause
    earlier = [org for _, org in scene.orgs_in(0, first) if org.weight >= 0.6 and not org.work]
    if leaving.how == "listed":
        yield from earlier[::-1]
    if leaving.how == "zero" and leaving.at < first:
        yield from (org for _, org in reversed(scene.orgs_in(0, leaving.at)) if not org.work)
    if leaving.how in ("pronoun", "zero", "loose", "listed") or _names_another_post(leaving):
        return
    yield from earlier[::-1]
    heard = {org.name for _, org in scene.orgs_in(0, len(scene.mask))}
    tellers = {org.name for _, org in scene.sentence.find(ORG)} - heard
    for org in (scene.memory.default, scene.memory.topic):
        if org is not None and org.name not in tellers:
            yield org


def _names_another_post(leaving: _Leaving) -> bool:
    """Tell whether the post is that of an organisation that no finder knows: 辞去国家情报总监."""
    post = _POST.match(leaving.scene.mask, leaving.end, leaving.clause[1])
    return post is not None and len(_FILLERS.sub("", post.group("of"))) > 1


def _remembered(leaving: _Leaving, person: Unit) -> Iterator[Unit]:
    """Yield where the text has put a person: what it already said they left, unless this leaving has its own date."""
    memory = leaving.scene.memory
    told = leaving.scene.time(leaving.start)
    dated = told is not None and told.time is not None and not told.time.vague
    known = (memory.orgs.get(person.name), memory.left.get(person.name))
    yield from (org for org in (known if dated else known[::-1]) if org is not None)


def _is_goal(leaving: _Leaving, org: Unit) -> bool:
    """Tell whether the sentence goes on to say that the leaver founds or joins that organisation."""
    scene = leaving.scene
    other = scene.sentence.find(PERSON, leaving.end)
    last = other[0][0] if other else len(scene.mask)
    goals = (scene.sentence.unit(hit.start(1)) for hit in _GOAL.finditer(scene.mask, leaving.end, last))
    return any(goal is not None and is_same_org(org, goal) for goal in goals)
