"""Joining an organisation: 加入, 入职, 跳槽到, 转岗至."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from quliu.extract.frames.appointing import find_appointments
from quliu.extract.frames.draft import Draft
from quliu.extract.frames.goals import Goal, find_goal, is_stop, is_strict, just_joined
from quliu.extract.frames.memory import is_same_org
from quliu.extract.frames.predicate import Predicate
from quliu.extract.frames.scene import Scene
from quliu.extract.frames.sources import has_source, left_by_joining
from quliu.extract.frames.subject import Subject
from quliu.extract.frames.teams import seat_on_board
from quliu.extract.frames.telling import Telling
from quliu.extract.units.unit import ORG, PEOPLE, PERSON, ROLE, TIME, Unit

# 与他一同加入的还有甲
_ALSO_JOINED = re.compile(
    rf"(?:了?({ORG}))?的(?:人)?(?:还|也)?(?:有|包括)(?:{ORG}|{ROLE}|[^,。;:\ue000-\uf7ff]){{0,16}}?(?={PERSON})"
)
_TOGETHER = re.compile("(?:一同|一起|一并|同时|同期|同样|随后|陆续)(?:宣布|正式)?\\Z")
_LIST_END = re.compile("[。;,!]")
_TAKEN_BY = re.compile(rf"被(?:{PERSON}|{ROLE}|[^,。;:\ue000-\uf7ff]){{0,14}}\Z")
_TAKEN = ("挖至", "招至", "挖到", "调往", "调至")
# 公司加入联盟, O加入: what joins is an organisation, whoever was spoken of before.
_ORG_JOINS = re.compile(
    rf"(?:\A[^\ue000-\uf7ff从自由离在随跟他她其]{{0,6}}(?:{TIME})?{ORG}|公司|企业|集团|品牌|产品|平台|股票|城市|国家|各方|多家[^,。]{{0,6}})(?:也|已经?|将|正式|宣布|计划|拟|都|还|均|成功)*\Z"
)
# 甲将决定哪些项目进入O
_THING_GOES = re.compile(
    "(?:项目|产品|业务|作品|内容|服务|技术|模型|应用|资金|资本|股票)(?:也|已经?|将|会|正式|都|还|均|成功|开始)*\\Z"
)
_SCORES = {
    "named": 0.8,
    "relative": 0.6,
    "listed": 0.7,
    "pronoun": 0.7,
    "zero": 0.65,
    "loose": 0.55,
    "brought": 0.6,
    "ahead": 0.7,
}
_BROUGHT = re.compile(
    rf"(?:说服|邀请|力邀|吸引|招募|招揽|游说|带领|带着|带|拉|推荐|请|让|挖)(?:了|来)?[^,。;:\ue000-\ue5ff]{{0,14}}({PEOPLE})(?:一起|一同|等人?|正式|也|共同|[^,。;:\ue000-\uf7ff]{{0,6}}团队)*\Z"
)
_AHEAD = re.compile(
    rf"[^,。;:\ue000-\ue5ff]{{2,24}}(?:之?前|以前|之?后|以来|期间|时),(?:{ROLE}|{ORG}|{TIME}|的|前|这位){{0,4}}({PERSON})"
)
_REFUSED = re.compile("没有?|并未|拒绝|不会|放弃|从未")
_GONE = frozenset(["跳槽", "转投", "改投"])
_WITHOUT_OBJECT = frozenset(["加入", "加盟", "入职"])
_NO_OBJECT = re.compile("之?后|以来|至今")
_AT_END = re.compile("(?:之?后|以来|至今)?(?:[,。;]|\\Z)")
_WORKING = frozenset(["供职于", "就职于", "任职于", "任教于", "效力"])
# 要求加入 is a wish; in 离开效力多年的O the verb only says which O is left.
_WISHED = re.compile("(?:要求|试图|企图|渴望|梦想|想要?|比起|愿意?)\\Z")
_LEFT = re.compile("(?:离开|告别)[了自己他她其]{0,3}\\Z")
_WORKED = re.compile("曾|先后|此前|一直|目前|期间|历任|仍|长期|过去|当时|时任|均|都")
_ROLE_BESIDE = re.compile(rf"的?({ROLE})(?=[,。;]|一职|职位|之位|岗位|的?位置|宝座|\Z)")
_WHOSE = re.compile(rf"({PERSON})(?:等人)?的\Z")
_CONCERNS = re.compile(
    rf"(?:,|,?[^,。;:\ue000-\uf7ff]{{0,4}}(?:让|使|为|给|对|助力|帮助|标志着|意味着))({ORG})(?!宣布)"
)
_CAPACITY = re.compile(
    rf"(?:以|作为)[^,。;\ue000-\uf7ff]{{0,8}}({ROLE})(?:的?身份|一职|,)?[^,。;\ue000-\uf7ff]{{0,4}}\Z"
)
# 甲被O招至麾下: a verb of hiring, whose object stands before it.
_UNDER = re.compile("(?:自己|其)?(?:的)?(?:麾下|旗下|门下|帐下)")
# 从O空降的甲: which somebody came from, said in passing.
_CAME_FROM = re.compile(rf"(?:从|自)({ORG})(?:公司|那里)?[^,。;:\ue000-\uf7ff]{{0,4}}\Z")
_WHO_CAME = re.compile(
    rf"(?:过来|而来|来)?的(?:{ROLE}|新任?|前|[^,。;:的\ue000-\uf7ff]{{0,6}}){{0,2}}({PERSON})"
)
_QUIT = re.compile(rf"从({ORG})(?:公司|那里)?(?:正式|主动|突然)?\Z")
_CAME_OVER = re.compile("(?:过来|来)的")
_PLAIN_END = re.compile(r"(?:过来|来)?[了的]?(?=[,。;!]|\Z)|后|之后")
_ALONE = re.compile("了?(?=[,。;!])")
_TALKED = re.compile("(?:说服|力邀|邀请|游说|请来|挖来|吸引)了?")  # 说服O的甲加入
_COMING = frozenset(["空降", "跳槽", "转投", "加盟", "加入", "转会"])
# 重返CEO之位: the post is named, what it is a post of was said before.
_BACK = frozenset(["重返", "重回", "重归", "回归", "回到"])
_BACK_TO_POST = re.compile(
    rf"了?(?:其|原来?的?|阔别[^,。;\ue000-\uf7ff]{{0,6}}的)?({ROLE})(?:之位|一职|职位|职务|岗位|的?位置|宝座|(?=[,。;!]|\Z))"
)


def find_joins(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read a verb of joining at [start, end) of the mask: the organisation follows it."""
    special = _special(scene, start, end)
    if special is not None:
        yield from special
        return
    joining = Predicate(scene, start, end, *_joiner(scene, start))
    if not joining.people or not _is_told(joining):
        return
    strict = is_strict(joining.verb)
    goal = find_goal(scene, start, end) or _own_firm(joining)
    if goal is None and joining.verb in _GONE:
        gone = list(_quits(joining)) if joining.verb == "跳槽" and joining.how != "loose" else []
        yield from gone or (_gone(joining) if _AT_END.match(scene.mask, end) else ())
        return
    if goal is None and joining.how != "loose" and _ALONE.match(scene.mask, end):
        yield from _arrives(joining)
        return
    joining = _without_insider(joining, goal)
    if goal is None or not (strict or _is_firm(goal, joining.how)):
        return
    score = _SCORES[joining.how] * (1.0 if strict else 0.8)
    telling = joining.telling(goal.end, f"join.{joining.how}", score)
    told = _role(scene, start, goal)
    role = told.name if told else seat_on_board(scene, end)
    for person in joining.people:
        yield telling.into(person, goal.org, role)
        yield from left_by_joining(joining, telling, person, goal.org)
    if _REFUSED.search(joining.left):
        return
    for person in joining.people:
        scene.memory.joined[person.name] = (scene.sentence.paragraph, goal.org)


def _gone(joining: Predicate) -> Iterator[Draft]:
    """Read O的R甲已跳槽: where to is told elsewhere, or not at all."""
    for person in joining.people:
        beside = joining.beside(person)
        if beside is not None and beside.org is not None and not beside.former and joining.how == "named":
            role = beside.role.name if beside.role else None
            telling = joining.telling(joining.end, "join.gone", 0.65)
            yield telling.out(person, beside.org, role)


def _own_firm(joining: Predicate) -> Goal | None:
    """Return where a dated joining without an object led: where the text has the person (O的R甲2021年加入,…)."""
    scene, person = joining.scene, joining.people[-1]
    if joining.verb not in _WITHOUT_OBJECT:
        return None
    if has_source(joining) and _AT_END.match(scene.mask, joining.end):
        org = scene.memory.left.get(person.name) or scene.memory.orgs.get(person.name)
        return Goal(org, joining.end) if org is not None else None
    dated = scene.sentence.find(TIME, joining.clause[0], joining.start)
    if not dated or not _NO_OBJECT.match(scene.mask, joining.end):
        return None
    beside = joining.beside(person)
    org = beside.org if beside else scene.memory.orgs.get(person.name)
    return Goal(org, joining.end) if org is not None and not (beside and beside.former) else None


def _without_insider(joining: Predicate, goal: Goal | None) -> Predicate:
    """Return the joining of whom the text told before where its pronoun means one who is there: O的R甲说,她将加入O."""
    if goal is None or goal.org is None or joining.how != "pronoun" or len(joining.people) != 1:
        return joining
    beside = joining.scene.apposition(joining.at, joining.people[0])
    if beside is None or beside.org is None or beside.former or not is_same_org(goal.org, beside.org):
        return joining
    left, name = joining.scene.memory.left, joining.people[0].name
    if name in left and is_same_org(goal.org, left[name]):
        return joining  # O的R甲离职,他2018年加入O
    told = joining.scene.memory.subject
    other = len(told) == 1 and told[0].name not in name and name not in told[0].name
    return replace(joining, people=told if other else ())


def _quits(joining: Predicate) -> Iterator[Draft]:
    """Read 甲从O跳槽: where to is told elsewhere."""
    source = _QUIT.search(joining.scene.mask, joining.clause[0], joining.start)
    org = joining.scene.unit(source)
    if source and org and _PLAIN_END.match(joining.scene.mask, joining.end):
        telling = Telling(joining.scene, joining.start, source.start(), joining.end, "join.quits", 0.65)
        for person in joining.people:
            yield telling.out(person, org, None)
            beside = joining.beside(person) if _CAME_OVER.match(joining.scene.mask, joining.end) else None
            if beside and beside.org and not beside.former and not is_same_org(beside.org, org):
                yield telling.into(person, beside.org, beside.role.name if beside.role else None)


def _arrives(joining: Predicate) -> Iterator[Draft]:
    """Read 甲从O加入,任R and 前O的R甲加入: what is joined is what the text is about, where that is not O."""
    scene, here = joining.scene, joining.scene.memory.about
    source = _QUIT.search(scene.mask, joining.clause[0], joining.start)
    left = scene.unit(source)
    role = scene.role_after(joining.end, _end_of_talk(scene, joining.end))
    talked = _TALKED.search(scene.mask, joining.clause[0], joining.start) is not None
    telling = joining.telling(joining.end, "join.here", 0.6)
    for person in joining.people:
        beside = joining.beside(person)
        before = left or (beside.org if beside and (beside.former or talked) else None)
        if before is None or here is None or is_same_org(before, here):
            continue
        yield telling.into(person, here, role.name if role else None)
        scene.memory.joined[person.name] = (scene.sentence.paragraph, here)
        if left is not None or (beside and not beside.former):
            yield telling.out(person, before, beside.role.name if beside and beside.role else None)


def _is_told(joining: Predicate) -> bool:
    """Tell whether the verb tells that its people join, rather than things, wishes and states."""
    left = joining.left
    if (
        _WISHED.search(left)
        or _THING_GOES.search(left)
        or (joining.verb == "并入" and joining.how != "named")
        or (joining.how != "named" and _ORG_JOINS.search(left))
    ):
        return False
    state = joining.verb in _WORKING and (_LEFT.search(left) or _WORKED.search(left))
    return not state


def _is_firm(goal: Goal, how: str) -> bool:
    return how != "loose" and (goal.org is None or goal.org.weight >= 0.6)


def _joiner(scene: Scene, start: int) -> Subject:
    """Return who joins: who is talked into it (说服甲加入), else the subject, else who follows (加入前,甲)."""
    first, _ = scene.clause(start)
    taken = _TAKEN_BY.search(scene.mask, first, start) if scene.mask.startswith(_TAKEN, start) else None
    if taken:
        return scene.subject(taken.start())
    brought = _BROUGHT.search(scene.mask, first, start)
    if brought:
        people = tuple(unit for _, unit in scene.sentence.find(PERSON, *brought.span(1)))
        return people, "brought", brought.start(1)
    subject = scene.subject(start, relative=True)
    if subject[1] not in ("zero", "loose", "none") or scene.people_in(0, start):
        return subject
    ahead = _AHEAD.match(scene.mask, start)
    unit = scene.unit(ahead)
    return ((unit,), "ahead", ahead.start(1)) if ahead and unit else subject


def _special(scene: Scene, start: int, end: int) -> Iterable[Draft] | None:
    """Return what a construction of its own tells with a verb of joining; None where the verb has a subject."""
    also = _ALSO_JOINED.match(scene.mask, end)
    if also and _TOGETHER.search(scene.mask, max(0, start - 8), start):
        return _joined_too(scene, start, end, also)
    if _UNDER.match(scene.mask, end):
        return find_appointments(scene, start, end)
    found = list(_came_from(scene, start, end)) or list(_back_to_post(scene, start, end))
    if found:
        return found
    noun = scene.mask.endswith("的", 0, start) and not is_stop(scene.mask[start:end])
    return _spoken_of(scene, start, end) if noun else None


def _joined_too(scene: Scene, start: int, end: int, also: re.Match[str]) -> Iterator[Draft]:
    """Read 与他一同加入的还有甲: the people follow, what they join was said of the first."""
    joined = [org for _, org in scene.memory.joined.values() if org is not None]
    org = just_joined(scene, start, end + 2) or (joined[-1] if joined else None)
    if org is None:
        return
    stop = _LIST_END.search(scene.mask, also.end())
    until = stop.start() if stop else len(scene.mask)
    telling = Telling(scene, start, start, until, "join.too", 0.65)
    first = scene.sentence.find(PERSON, max(0, start - 8), start) if also.group(1) else []
    for _, person in (*first, *scene.sentence.find(PERSON, also.end(), until)):
        yield telling.into(person, org, None)


def _came_from(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read 从O空降的甲: where somebody came from, said in passing; what was joined is told elsewhere."""
    who = _WHO_CAME.match(scene.mask, end) if scene.mask[start:end] in _COMING else None
    source = _CAME_FROM.search(scene.mask, max(0, start - 12), start) if who else None
    person, org = scene.unit(who), scene.unit(source)
    if who and source and person and org:
        yield Telling(scene, start, source.start(), who.end(), "join.came", 0.65).out(person, org, None)


def _back_to_post(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read 重返CEO之位: a post taken up again, at what the sentence names before or the person was last at."""
    post = _BACK_TO_POST.match(scene.mask, end) if scene.mask[start:end] in _BACK else None
    role = scene.unit(post)
    if post is None or role is None:
        return
    joining = Predicate(scene, start, end, *scene.subject(start))
    if len(joining.people) != 1:
        return
    person = joining.people[0]
    beside, near = joining.beside(person), scene.last_org(0, start)
    org = (
        (beside.org if beside else None)
        or (near[1] if near else None)
        or scene.memory.left.get(person.name)
        or scene.memory.orgs.get(person.name)
    )
    if org is not None:
        yield joining.telling(post.end(), "join.back", 0.6).into(person, org, role.name)


def _spoken_of(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read 甲的加入让O: a joining that is spoken of, where the sentence says whom it concerns."""
    whose = _WHOSE.search(scene.mask, max(0, start - 4), start)
    concerned = _CONCERNS.match(scene.mask, end)
    person, org = scene.unit(whose), scene.unit(concerned)
    if whose and concerned and person and org and is_strict(scene.mask[start:end]):
        telling = Telling(scene, start, whose.start(), concerned.end(), "join.noun", 0.55)
        yield telling.into(person, org, None)


def _role(scene: Scene, start: int, goal: Goal) -> Unit | None:
    """Return the role that is told with a joining: 加入O任R, 履新O的R, 以R身份加入O."""
    beside = scene.unit(_ROLE_BESIDE.match(scene.mask, goal.end)) if goal.org is not None else None
    following = scene.role_after(goal.end, _end_of_talk(scene, goal.end))
    before = _CAPACITY.search(scene.mask, max(0, start - 30), start)
    return beside or following or scene.unit(before)


def _end_of_talk(scene: Scene, start: int) -> int:
    """Return where the talk of this person ends: at the next person, or the end of the sentence."""
    following = scene.sentence.find(PERSON, start)
    return following[0][0] if following else len(scene.mask)
