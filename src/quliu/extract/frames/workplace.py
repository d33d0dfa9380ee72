"""Where somebody worked who leaves, where the verb of leaving has no object: who is best vouched for comes first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quliu.extract.frames.apposition import Apposition
from quliu.extract.frames.memory import is_same_org
from quliu.extract.frames.predicate import Predicate
from quliu.extract.frames.scene import Scene
from quliu.extract.units.unit import ORG, PERSON, ROLE, TIME, Unit

# What stands between the verb and what is left; 离开后加入O and 离开去O must not be bridged.
STEP = r"(?:(?!后|并|加[入盟]|创[办立业建]|成立|去|前往|转|投[身奔]|成为|就任|进入|回|担任|出任|任|时|前|以|消息|来|到|专注|重新|致力)[^\ue000-\uf7ff,。;:])"
_POST = re.compile(
    rf"(?:了|过)?(?:其|他的|她的|担任的?|在?公司的?|自己的?|现有|原有)?(?:所?担任的)?(?P<of>{STEP}{{0,10}}?)(?P<role>{ROLE})"
)
_ITS_BOARD = re.compile(r"了?(?:其|该?公司的?)?董事会(?!会议)")
_TELLS_IT = re.compile(rf"({ORG})[^,。;\ue000-\ue5ff]{{0,10}}(?:宣布|公告|表示|称|确认|公布|披露)")
# 甲离职后,O的R由乙接任: the clause that follows a subordinate one names the organisation.
_NEXT_CLAUSE = re.compile(
    rf"(?P<after>之?后|以来|之际)?,(?:而|但|目前|如今|{TIME})?(?P<org>{ORG})(?:公司)?(?:的|已|目前|将|正|在|{ROLE}|$)"
)
_WITH = re.compile("随着|伴随")
_WORKED = re.compile(
    rf"(?<![没未不])(?<!没有)(?:在|任职于?|供职于?|就职于?|效力于?|担任过?|曾任|曾是|出任|加[入盟]|入职|进入)(?:过|了|的)?({ORG})(?!上|中?发|宣布|公布|表示|披露)"
)
_GOAL = re.compile(
    rf"(?:加[入盟]|入职|创[办立建]|成立|组建|投奔|投身|跳槽[至到]?|转投|赴任?|前往)[^,。;\ue000-\uf7ff]{{0,14}}({ORG})"
)
# 甲离职,他于2018年加入O: how it began.
_SINCE = re.compile(
    rf"[,。](?:据悉,|此前,)?(?:(?:他|她|其)(?:是|在|于)*{TIME}|(?:他|她|其)?(?:早在|是在|曾于|于){TIME})\Z"
)
_FILLERS = re.compile("[两家个的其该]|公司|集团|上述")
_LISTED_AS = re.compile(rf"的?{ROLE}(?:包括|有|为|是|分别)")
_LISTED_CHARS = 9  # no match of _COMPANY_FIRST is wider
_COMPANY_FIRST = re.compile(rf"({ORG}){ROLE}[、及和与兼/][^,。;\ue000-\uf7ff]{{0,6}}\Z")
_PART = re.compile("(?:事业[群部]|部门?|团队|中心|平台|实验室|委员会|项目)\\Z")
_TRANSITIVE = frozenset(["离开", "退出", "告别", "脱离", "作别", "挥别", "转身离开"])
_NOTHING_NEW = re.compile(
    rf"了?(?:[,。;!?、:”\n]|\Z|{TIME}|{ROLE}|该?公司|团队|集团|这[家里]|那里|老?东家|前东家|其|自己|现有|原|岗位|[职该此]位?"
    "|工作|后|之[后前际]|前|时|的|并|以[来后]|而|和|与|转|去|加入|创|董事会|(?:核心)?(?:管理层|团队)|一线|全职|所|他|她)"
)


def guess_org(leaving: Predicate, person: Unit, beside: Apposition | None) -> tuple[Unit, str] | None:
    """Return the organisation that is left where the verb has none, best vouched for first, and the device."""
    scene = leaving.scene
    board = _ITS_BOARD.match(scene.mask, leaving.end)
    teller = _TELLS_IT.search(scene.mask, 0, leaving.start) if board else None
    told = scene.unit(teller)
    if told is not None:
        return told, "beside"
    said = leaving.verb in _TRANSITIVE and not _NOTHING_NEW.match(scene.mask, leaving.end)
    for org, device in _candidates(leaving, person, beside):
        if said and device in ("memory", "topic", "worked"):
            return None  # 退出核心圈子: something else is left
        if not _is_goal(leaving, org):
            return org, device
    return None


def _candidates(leaving: Predicate, person: Unit, beside: Apposition | None) -> Iterator[tuple[Unit, str]]:
    scene, (first, _) = leaving.scene, leaving.clause
    joined = _joined_since(leaving, person)
    if joined is not None:
        yield joined, "worked"  # O的R甲此前转投O2,近日离职
    if beside and beside.org is not None and not _LISTED_AS.match(scene.mask, leaving.end):
        yield company_beside(scene, beside.org), "beside"
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


def _joined_since(leaving: Predicate, person: Unit) -> Unit | None:
    """Return what the sentence says that the unsaid leaver joined after its name: O的甲2014年去O2任职,三年后离职."""
    if leaving.how not in ("zero", "loose", "pronoun"):
        return None
    scene = leaving.scene
    paragraph, joined = scene.memory.joined.get(person.name, (-9, None))
    if paragraph != scene.sentence.paragraph or joined is None:
        return None
    return joined if max(0, leaving.at) < scene.sentence.place(joined) < leaving.start else None


def _next_clause(leaving: Predicate) -> Unit | None:
    """Return the organisation that opens the clause after a subordinate one: 随着甲的离职,O…; 甲卸任后,O…."""
    scene = leaving.scene
    hit = _NEXT_CLAUSE.match(scene.mask, leaving.end)
    if hit is None or not (hit.group("after") or _WITH.search(scene.mask, leaving.clause[0], leaving.start)):
        return None
    return scene.unit(hit, "org")


def _head_of_list(leaving: Predicate, person: Unit) -> Unit | None:
    """Return the organisation beside the first of those who leave: 星帆智能副总裁贾明白、总监甄有才离职."""
    scene, first = leaving.scene, leaving.people[0]
    if first is person or leaving.how != "named":
        return None
    beside = scene.beside(first, leaving.at)
    return beside.org if beside and not beside.former else None


def company_beside(scene: Scene, org: Unit) -> Unit:
    """Return the company of 星帆智能副总裁、星舟模型负责人贾明白, who leaves more than the model."""
    at = scene.sentence.place(org)
    company = (
        scene.unit(_COMPANY_FIRST.search(scene.mask, max(0, at - _LISTED_CHARS), at)) if at > 0 else None
    )
    if company is None or not (org.work or _PART.search(org.name) or org.name.startswith(company.name)):
        return org
    return company


def _workplace(leaving: Predicate) -> Unit | None:
    """Return where the sentence says before that the leaver was: 贾明白在星帆智能工作三年,上月离职."""
    scene, (first, _) = leaving.scene, leaving.clause
    since = leaving.at if leaving.at < first else 0
    places = [hit for hit in _WORKED.finditer(scene.mask, since, first) if scene.orgs_in(*hit.span(1))]
    if not places or (leaving.how == "named" and _is_anothers(scene, places[-1].start(), leaving.at)):
        return None
    return scene.unit(places[-1])


def _is_anothers(scene: Scene, place: int, at: int) -> bool:
    """Tell whether a clause before the one that names the leaver is about somebody else."""
    return place < at and bool(scene.people_in(scene.clause(place)[0], place))


def _topics(leaving: Predicate) -> Iterator[Unit]:
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


def match_post(leaving: Predicate) -> re.Match[str] | None:
    """Return where the post that follows the verb is said, in the groups `of` and `role`: 辞去公司的R一职."""
    return _POST.match(leaving.scene.mask, leaving.end, leaving.clause[1])


def _names_another_post(leaving: Predicate) -> bool:
    """Tell whether the post is that of an organisation that no finder knows: 辞去国家情报总监."""
    post = match_post(leaving)
    if post is None:
        return False
    named, role = post.group("of"), leaving.scene.unit(post, "role")
    own = role is not None and named != "" and role.name.startswith(named)  # 产品部负责人 is one role
    return not own and len(_FILLERS.sub("", named)) > 1


def _remembered(leaving: Predicate, person: Unit) -> Iterator[Unit]:
    """Yield where the text has put a person: what it already said they left, unless this leaving has its own date."""
    memory = leaving.scene.memory
    told = leaving.scene.time(leaving.start)
    dated = told is not None and told.time is not None and not told.time.vague
    known = (memory.orgs.get(person.name), memory.left.get(person.name))
    if person.name in memory.founders and known[1] is None and person.name in memory.former:
        yield memory.former[person.name]  # O由前O2的R甲创立。甲于3月离职
    yield from (org for org in (known if dated else known[::-1]) if org is not None)


def _is_goal(leaving: Predicate, org: Unit) -> bool:
    """Tell whether the sentence goes on to say that the leaver founds or joins that organisation."""
    scene = leaving.scene
    other = scene.sentence.find(PERSON, leaving.end)
    last = other[0][0] if other else len(scene.mask)
    hits = _GOAL.finditer(scene.mask, leaving.end, last)
    goals = (scene.unit(hit) for hit in hits if not _SINCE.search(scene.mask, leaving.end, hit.start()))
    return any(goal is not None and is_same_org(org, goal) for goal in goals)
