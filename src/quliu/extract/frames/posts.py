"""Taking up a post: 担任, 出任, 升任."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quliu.extract.frames.draft import Draft
from quliu.extract.frames.memory import is_same_org, kind_of
from quliu.extract.frames.scene import Scene
from quliu.extract.frames.teams import team_before_role, team_meant, unit_of, within_company
from quliu.extract.frames.telling import Telling
from quliu.extract.units.unit import ORG, PERSON, ROLE, TIME, Unit, UnitKind

_POST = re.compile(rf"(?:(?!职务|职位|一职)[^\ue000-\uf7ff,。;:]|{ORG}){{0,40}}?(?P<role>{ROLE})")
_NEW = re.compile(
    r"将|拟|正式|宣布|开始|新任|起|任命|晋升|升|转|改|接|继|选|获|受|出任|就任|成为|上任|后\Z|,\Z|并\Z|由"
)
_HELD = re.compile(
    r"曾|继续|留任|此前|先后|历任|目前|现(?!已)|时\Z|期间|仍|长期|正|同时|也是|还是|都|同样|原本|一直"
)
_HELD_BEFORE = re.compile(rf"(?:此前|目前|先后|期间|当时|长期|现|时),?(?:{ORG}|{ROLE}|的|由)*\Z")
_CHANGES = frozenset(
    [
        "出任",
        "就任",
        "升任",
        "晋升为",
        "晋升",
        "升为",
        "升职为",
        "转任",
        "改任",
        "调任",
        "接任",
        "继任",
        "当选为",
        "当选",
        "获委任为",
        "获任",
        "受聘为",
        "受聘",
        "出掌",
        "被任命为",
        "被聘为",
        "被提拔为",
        "获聘为",
        "接管",
        "接手",
        "执掌",
        "掌管",
        "聘为",
        "升至",
        "擢升",
        "擢升为",
        "晋升至",
        "升职",
        "转为",
        "被选为",
        "获选为",
        "被推举为",
        "被推选为",
        "履任",
        "荣任",
        "赴任",
        "履新",
        "暂代",
        "走马上任",
        "接掌",
        "重掌",
        "掌舵",
        "挂帅",
    ]
)
_BUYING = frozenset(
    ["接管", "接手", "执掌", "掌管", "接掌", "重掌", "掌舵", "坐镇", "挂帅"]
)  # 马斯克接管Twitter: a firm may also be bought
_GIVEN = frozenset(["担任", "出任", "任", "兼任", "接任", "继任", "接手", "升任", "接管"])
_WORK = frozenset(["任职", "就职"])
_GONE_TO = re.compile(rf"(?:到|去|赴|来到|前往)({ORG})(?:公司|总部)?\Z")
_HEADING = frozenset(["负责", "接手", "接管", "执掌", "掌管", "接掌", "挂帅", "坐镇"])
_LEADS = ("挂帅", "掌舵", "执掌", "重掌", "接掌", "坐镇")  # what is headed so is not bought
_SHIFTS = ("转任", "改任", "调任")
_RISES = (*_SHIFTS, "升任", "晋升", "升为", "擢升", "升至", "转为")
_ONCE = re.compile(rf"(?:前|时任|曾任)(?:{ORG})?(?:的|[^,。;:\ue000-\uf7ff]{{0,8}}){ROLE}\Z")
_TAKING = frozenset(["接管", "接手", "执掌", "掌管", "上任", "就任", "接任", "继任"])
_BY = re.compile(rf"(?:由|让)(?:{ORG})?(?:的|前|原)?(?:{ROLE})?({PERSON})(?:正式|暂时?|来|临时|同时|全面)*\Z")
# 聘请甲担任R: told by the verb of appointing.
_APPOINTED = re.compile(
    rf"(?:任命|委任|聘请|聘任|聘用|提拔|选举|推选|邀请|请来|请|派|挖来|引入|引进|招募|雇用|雇佣|迎来|选择)了?(?:{ORG}|{ROLE}|[^\ue000-\uf7ff,。;:]){{0,14}}?{PERSON}(?:{TIME}|正式|暂时?|来|临时|同时|全面|起|自)*\Z"
)
_HIS_DUTY = re.compile(
    "(?:而|目前|现|此后|随后)?(?:其|他的|她的)(?:原有|此前|先前|全部|所有|原来|日常|大部分|相关)?的?(?:职责|职务|职位|工作|岗位|角色|业务|团队)[^,。;:\ue000-\uf7ff]{0,6}由"
)
_FROM_POST = re.compile(rf"由({ORG})(?:的)?({ROLE})?\Z")
_GONE_BEFORE = re.compile("离职|辞职|离开|辞去|辞任|免职|卸任|退休|离任|告别|转[向移入投]")
# 出任R的是甲
_THEN_NAMED = re.compile(rf"的(?:则|正|将)?是(?:{ORG}|{ROLE}|的|[^\ue000-\uf7ff,。;:]){{0,12}}?({PERSON})")
# R由甲担任; R一职,拟由原O的R乙出任
_ROLE_BY = re.compile(
    rf"({ROLE})(?:一职|职务|职位)?(?:将|拟|改|则|也|,|仍|暂|已|现){{0,3}}由(?:{ORG}|{ROLE}|[^\ue000-\uf7ff,。;:]){{0,14}}?({PERSON})(?:正式|暂时?|来|临时|同时|接替)*\Z"
)
# 合并为O,由甲负责
_TEAM_BY = re.compile(
    rf"(?:合并为|合并成|成立|组建|设立|新设|整合为|整合成|调整为|拆分为|升级为|更名为)了?(?:新的?|全新的?)?(?:({ORG})|([一-鿿A-Za-z0-9]{{2,14}}))(?:部门|团队|业务)?(?:,并?下设[^。;,\ue000-\ue5ff]{{1,24}})?,(?:将|并|则|统一)?由(?:{ORG}|{ROLE}|[^\ue000-\uf7ff,。;:]){{0,14}}?({PERSON})(?:全面|直接|带队|牵头|来|整体)*\Z"
)
_UNREAD = ("BG", "BU")
_RESPECTIVELY = re.compile("分别(?:正式|将|拟)?\\Z")
_ROLE_LINK = re.compile("[、和与及]|以及")
# The posts of several people, one for each: O1的R1和O2的R2.
_POSTS = re.compile(rf"(?:(?:{ORG}|、|和|与|及|的|了){{0,4}}{ROLE})+")
_SHARED = re.compile(
    rf"(?P<posts>(?:{ORG}|{ROLE}|、|和|与|及|的|职务|职位|等){{1,12}})(?:将|拟|则|也|已){{0,2}}分别(?:由(?:{ORG}|{ROLE}|{PERSON}|、|和|与|及|前|原|的){{2,16}}\Z|为\Z)"
)
_ALSO_AT = re.compile(
    rf"(?:、|和|以及|及)({ORG})(?!项目|产品|业务)的?[^\ue000-\uf7ff,。;:]{{0,8}}({ROLE})(?=[,、。;和及]|\Z)"
)
# 甲出任R,乙为R2
_GAPPED = re.compile(
    rf"(?:、|,|以及|和|而)+(?:{ORG})?(?:{ROLE})?({PERSON})(?:则|改)?为(?:{ORG}的?)?[^\ue000-\uf7ff,。;:]{{0,10}}({ROLE})"
)
_OF_HOLDER = re.compile(rf"的(?:(?:{ORG}|{ROLE})?{PERSON}|[^,。;:\ue000-\uf7ff]{{0,8}}{ORG})")
_BARE_PERSON = re.compile(rf"\A(?:而|并)?(?:{ORG})?(?:{ROLE})?{PERSON}(?:则|将)?\Z")
_CHANGE_BEFORE = re.compile(
    rf"(?:转任|调任|升任|出任|接任|改任|任命|聘任|聘请|晋升|获任|当选)[^。;]{{0,30}}{ROLE}[^。;]{{0,30}}\Z"
)
_PERSON_LAST = re.compile(rf"{PERSON}\Z")
_TITLED_LAST = re.compile(rf"{ROLE}{PERSON}\Z")
# 成为O的第三位联合创始人
_BECOMES = re.compile(
    rf"成[为了]了?(?:{ORG})的?(?:第[^,。;\ue000-\uf7ff]{{1,4}}[位名个]|首[位名个任]|新任?|新一任|最新|最年轻)"
)
_OF_FIRM = re.compile(rf"[^,。;:\ue000-\uf7ff]{{0,4}}{ORG}")
# O原R甲将重心调整到大模型业务
_FORMERLY = re.compile(rf"原(?:{ORG}的?)?[^,。;:的\ue000-\uf7ff]{{0,8}}{ROLE}\Z")
_OWN_FOCUS = re.compile(
    rf"({PERSON})(?:{TIME}|也|则|已经?|,)?(?P<put>将|把)(?:其|自己|个人)?的?(?:工作|主要)?的?\Z"
)
_REFOCUSED = re.compile(
    rf"(?:逐渐|逐步|全部|更多地?)?(?:调整|转移|转|移|放)(?:到|至|向|在)了?((?:{ORG}|[^,。;:\ue000-\uf7ff]){{2,24}}?)(?:上|中|方面)?(?=[,。;]|\Z)"
)
_OUTSIDE = re.compile("创业|投资|家庭|生活|慈善|公益|教学|学术|外部|新公司|其他")
_TEAM_TAKEN = re.compile(
    rf"(?:了|其|新成立的|公司的?)?({ORG})(?=[,。;!]|\Z|并|的?[一-鿿]{{0,4}}(?:工作|业务|管理|中国区|市场|部门|团队))"
)
_NOW_HEADS = re.compile(
    rf"{PERSON}(?:则|也)?(?:将(?!继续)(?:全面|统一|直接|开始|转而|同时)?|开始|转而|改为|接手|全面|全权)\Z"
)
_DUTY = re.compile(rf"(?!{ROLE})(?:{ORG}|[^,。;:\ue000-\uf7ff]){{2,24}}(?=[,。;]|\Z)")
_ALSO = re.compile("(?:并|还|同时|亦|也|且)")
_RESHUFFLE = re.compile("调整|任命|选举|聘任|当选|轮岗|换帅|变动|变更|人事|接班|汇报|下设")
_SINCE = re.compile("起|以来|至今|开始")
_AT_ONCE = re.compile(rf"{PERSON}(?:将|正式)?\Z")
_FORMER_AT_ONCE = re.compile(rf"(?:原|前)(?:{ORG})[^,]{{0,12}}{PERSON}\Z")
_BEFORE_REN = tuple("信责胜放听重专")
_AFTER_REN = tuple("务何意期性由天凭命选教")
_WISHED = re.compile("(?:要求|试图|企图|渴望|执意|梦想|想要?|比起|愿意?|有望)\\Z")
_UNSAID_BY = re.compile("由[^,。;:\ue000-\uf7ff]{1,16}\\Z")
_HONOUR = re.compile("院士\\Z|会士\\Z|Fellow\\Z")
_LOOKS_BACK = re.compile("不久|之?后|以来|期间|前|的|[一二两三四五六七八九十半几\\d]+[年个]")
# 合并后公司 is none of those named before.
_OTHER_FIRM = re.compile("(?:了|为)?(?:合并后|新公司|新成立的|一家|某|子公司)")
_PERSON = re.compile(PERSON)
_LEFT = re.compile("(?:离开|离|从|自|前|原)了?\\Z")


def find_posts(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read a verb of taking up a post at [start, end) of the mask: the role follows it, or stands before."""
    if scene.mask[start:end] == "重心":
        yield from _refocused(scene, start, end)
        return
    if not _is_verb(scene.mask, start, end):
        return
    shared = list(_shared_out(scene, start, end)) if "分别" in scene.mask else []
    if shared:
        yield from shared
        return
    hit = _POST.match(scene.mask, end, scene.clause(start)[1])
    without_role = [] if hit else list(_without_role(scene, start, end))
    yield from without_role
    if without_role or (hit and _is_of_another(scene, hit, start)):
        return
    if hit or _says_enough(scene, start, end):
        yield from _taken_up(scene, start, end, hit)


def _is_verb(mask: str, start: int, end: int) -> bool:
    """Tell whether a trigger is a word of its own that tells of a post: not 任 in 责任, nor what somebody wishes."""
    if mask[start:end] == "成了" and _OF_FIRM.match(mask, end) is None:
        return False  # 成了笑柄, 自己成了主人
    if mask[start:end] == "为":
        if mask.endswith("分别", 0, start):
            return _RESHUFFLE.search(mask) is not None or "任" in mask
        return _is_named_in_reshuffle(mask, start)
    return not (_in_other_word(mask, start, end) or _WISHED.search(mask, max(0, start - 4), start))


def _without_role(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read what tells of a post although no role follows: 出任O董事会, 到O任职, R由甲担任."""
    verb = scene.mask[start:end]
    if verb in _GIVEN:
        yield from _seat(scene, start, end)
    if verb in _HEADING:
        yield from _put_in_charge(scene, start, end)
    if verb in _WORK:
        yield from _gone_to_work(scene, start, end)
    yield from _given(scene, start, end)


def _is_of_another(scene: Scene, hit: re.Match[str], start: int) -> bool:
    """Tell whether the post only says who is meant (一直担任CEO的甲), is another's (成为CEO甲的一员) or an honour."""
    role = scene.sentence.unit(hit.start("role"))
    if _PERSON.match(scene.mask, hit.end()) or (role is not None and _HONOUR.search(role.name)):
        return True
    changes = scene.mask.startswith(tuple(_CHANGES), start)
    return not changes and _OF_HOLDER.match(scene.mask, hit.end()) is not None


def _taken_up(scene: Scene, start: int, end: int, hit: re.Match[str] | None) -> Iterator[Draft]:
    verb, stop = scene.mask[start:end], hit.end() if hit else end
    people, how, at = _holder(scene, start, stop)
    if how != "by" and _UNSAID_BY.search(scene.mask[:start], scene.clause(start)[0]):
        return  # 由外籍人士担任: somebody without a name
    if not people or not _tells_change(scene, people, how, at, start, verb):
        return
    role = scene.sentence.unit(hit.start("role")) if hit else None
    org = (
        (_team_taken(scene, end) if hit is None else None)
        or _named_org(scene, hit, people[-1], at)
        or _guessed_org(scene, role, start, end, people[-1], at)
    )
    if org is None:
        return
    score = 0.7 if verb in _CHANGES else 0.55
    telling = Telling(scene, start, min(at, start), stop, f"post.{how}", score)
    each = _each_post(scene, people, hit, start) if hit else ()
    if each:
        for person, (own, post) in zip(people, each, strict=True):
            yield telling.into(person, own or org, post)
        return
    previous = _whose_duty(scene, start)
    org = (scene.memory.left.get(previous.name) if previous else None) or org
    for person in people:
        yield telling.into(person, org, role.name if role else None, previous)
        yield from _post_left(telling, person, at, org)
        yield from _more_posts(telling, person)
    yield from _gapped(telling, org)


def _whose_duty(scene: Scene, start: int) -> Unit | None:
    """Return who had the work that 其职责由甲接管 hands over: the subject of what was told before."""
    clause_start, _ = scene.clause(start)
    by = _HIS_DUTY.match(scene.mask, clause_start)
    if by is None or by.end() > start:
        return None
    people, _ = scene.earlier(clause_start)
    return people[0] if len(people) == 1 else None


def _each_post(
    scene: Scene, people: tuple[Unit, ...], hit: re.Match[str], start: int
) -> tuple[tuple[Unit | None, str], ...]:
    """Return the post of each of several people: 甲和乙分别担任R1、R2; nothing unless there is one for each."""
    if len(people) < 2 or not _RESPECTIVELY.search(scene.mask[:start], scene.clause(start)[0]):
        return ()
    posts = _posts_of(scene, hit.start(), _POSTS.match(scene.mask, hit.start()))
    return posts if len(posts) == len(people) else ()


def _posts_of(scene: Scene, at: int, hit: re.Match[str] | None) -> tuple[tuple[Unit | None, str], ...]:
    """Return the posts that a list names, each with its organisation where it has one of its own."""
    org: Unit | None = None
    found: list[tuple[Unit | None, str]] = []
    for place in range(at, hit.end() if hit else at):
        unit = scene.sentence.unit(place)
        if unit is not None and unit.kind is UnitKind.ORG:
            org = unit if unit.name not in _UNREAD else None
        elif unit is not None and unit.kind is UnitKind.ROLE:
            found.extend((org, name) for name in _ROLE_LINK.split(unit.name) if name)
            org = None
    return tuple(found)


def _shared_out(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read R1、R2分别由甲和乙担任, R1、R2分别为甲和乙 at [start, end) of the mask: the posts stand before."""
    by = _SHARED.search(scene.mask[: start + (0 if scene.mask[start:end] != "为" else 1)], max(0, start - 60))
    if by is None:
        return
    until = start if by.end() >= start and scene.mask[start:end] != "为" else scene.clause(start)[1]
    people = [unit for _, unit in scene.sentence.find(PERSON, by.end("posts"), until)]
    posts = _posts_of(scene, by.start(), by)
    near = scene.last_org(0, by.start())
    company = near[1] if near else scene.memory.topic or scene.memory.default
    if len(people) < 2 or len(people) != len(posts):
        return
    telling = Telling(scene, by.end("posts"), by.start(), end, "post.shared", 0.65)
    for person, (own, post) in zip(people, posts, strict=True):
        if own or company:
            yield telling.into(person, own or company, post)


def _is_named_in_reshuffle(mask: str, start: int) -> bool:
    """Tell whether 为 gives a person a post, as in the list of an announcement: 甲为总裁."""
    return bool(_PERSON.match(mask, start - 1)) and _RESHUFFLE.search(mask) is not None


def _in_other_word(mask: str, start: int, end: int) -> bool:
    """Tell whether 任 is only part of a word: 信任, 责任, 任务."""
    return end - start == 1 and (mask[start - 1 : start] in _BEFORE_REN or mask[end : end + 1] in _AFTER_REN)


def _more_posts(telling: Telling, person: Unit) -> Iterator[Draft]:
    """Yield the posts that are only named after the first: 担任O的R、O2的R2."""
    scene = telling.scene
    hit = _ALSO_AT.match(scene.mask, telling.end)
    while hit:
        org, role = scene.sentence.unit(hit.start(1)), scene.sentence.unit(hit.start(2))
        if org is not None and role is not None:
            yield replace(telling, end=hit.end(), rule="post.also", score=0.55).into(person, org, role.name)
        hit = _ALSO_AT.match(scene.mask, hit.end())


def _gapped(telling: Telling, org: Unit) -> Iterator[Draft]:
    """Yield the posts of the people whose predicate is only 为: 甲出任总裁,乙为首席财务官."""
    scene = telling.scene
    hit = _GAPPED.match(scene.mask, telling.end)
    while hit:
        person, role = scene.sentence.unit(hit.start(1)), scene.sentence.unit(hit.start(2))
        if person is not None and role is not None:
            yield Telling(scene, telling.trigger, hit.start(1), hit.end(), "post.gapped", 0.6).into(
                person, org, role.name
            )
        hit = _GAPPED.match(scene.mask, hit.end())


def _given(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read 首席财务官由甲担任 and 合并为O,由甲负责: what is given stands before the person."""
    verb, before = scene.mask[start:end], max(0, start - 60)
    by = _ROLE_BY.search(scene.mask[:start], before) if verb in _GIVEN else None
    if by:
        near = scene.last_org(0, by.start(1))
        org = near[1] if near else scene.memory.topic or scene.memory.default
        role = scene.sentence.unit(by.start(1))
        yield from _to_holder(scene, by, (start, end), org, role.name if role else None)
    team = _TEAM_BY.search(scene.mask[:start], before) if verb in _HEADING else None
    if team:
        named = scene.sentence.unit(team.start(1)) if team.group(1) else None
        yield from _to_holder(scene, team, (start, end), named or unit_of(scene, *team.span(2)), None)


def _to_holder(
    scene: Scene, by: re.Match[str], trigger: tuple[int, int], org: Unit | None, role: str | None
) -> Iterator[Draft]:
    person = scene.sentence.unit(by.start(by.lastindex or 0))
    told = scene.mask.rfind("由", by.start(), trigger[0])  # what is planned is said before it: 拟由甲出任
    if person is not None and org is not None:
        yield Telling(scene, told, by.start(), trigger[1], "post.given", 0.65).into(person, org, role)


def _put_in_charge(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read 甲将全面负责大模型业务: a new duty, in the company that is spoken of."""
    clause_start, clause_end = scene.clause(start)
    left = scene.mask[clause_start:start]
    duty = _DUTY.match(scene.mask, end, clause_end)
    if duty is None or not _NOW_HEADS.search(left) or _HELD.search(left):
        return
    people, how, at = scene.subject(start)
    if how != "named" or len(people) != 1:
        return
    org = _employer(scene, start, people[-1], at)
    if org is None:
        return
    span = scene.sentence.words(start, duty.end())
    telling = Telling(scene, start, min(at, start), duty.end(), "post.duty", 0.55)
    yield telling.into(people[-1], org, span)
    beside = scene.appositions.get(at)
    if beside and beside.former and beside.role and is_same_org(org, beside.org) and "转而" in left:
        yield telling.told_by("post.refocus", 0.55).out(people[-1], org, beside.role.name)  # 原R甲转而负责


def _refocused(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read O原R甲将重心调整到大模型业务: who had a post turns to another duty in the same company."""
    whose = _OWN_FOCUS.search(scene.mask[:start], max(0, start - 16))
    duty = _REFOCUSED.match(scene.mask, end)
    if (
        whose is None
        or duty is None
        or not _FORMERLY.search(scene.mask, max(0, whose.start() - 16), whose.start())
    ):
        return
    person, beside = scene.sentence.unit(whose.start(1)), scene.appositions.get(whose.start(1))
    words = scene.sentence.words(*duty.span(1))
    near = scene.last_org(0, whose.start())
    org = (beside.org if beside else None) or (near[1] if near else scene.memory.topic)
    if person is None or beside is None or beside.role is None or org is None or _OUTSIDE.search(words):
        return
    # 将 brings the object forward here: no plan is told by it.
    telling = Telling(scene, whose.start("put"), whose.start(), duty.end(), "post.refocus", 0.55)
    team = scene.first_org(*duty.span(1))
    yield telling.into(person, team[1] if team else org, None if team else words)
    yield telling.out(person, org, beside.role.name)


def _employer(scene: Scene, start: int, person: Unit, at: int) -> Unit | None:
    """Return the company in which somebody is put in charge: the nearest before, no product, else the topic."""
    beside = scene.apposition(scene.place_of(person, at), person)
    if beside and beside.org is not None and not beside.former:
        return beside.org
    near = [unit for _, unit in scene.orgs_in(0, start) if not unit.work]
    return near[-1] if near else scene.memory.orgs.get(person.name) or scene.memory.topic


def _gone_to_work(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read 已到星帆智能任职: who goes somewhere to work joins it."""
    clause_start, _ = scene.clause(start)
    gone = _GONE_TO.search(scene.mask[:start], clause_start)
    org = scene.sentence.unit(gone.start(1)) if gone else None
    if gone is None or org is None:
        return
    people, how, at = scene.subject(gone.start())
    telling = Telling(scene, start, min(at, gone.start()), end, f"join.{how}", 0.6)
    role = scene.role_after(end, scene.clause(end)[1] + 12)
    for person in people:
        yield telling.into(person, org, role.name if role else None)


def _seat(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read 出任星帆智能董事会: a seat on a board, without a role."""
    board = scene.sentence.unit(end) or scene.sentence.unit(end + 1)
    if board is None or not board.name.endswith(("董事会", "委员会")):
        return
    people, how, at = scene.subject(start)
    telling = Telling(scene, start, min(at, start), end + 1, f"post.{how}", 0.6)
    for person in people:
        yield telling.into(person, board, None)


def _says_enough(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a verb without a role tells of a post."""
    verb, (clause_start, _) = scene.mask[start:end], scene.clause(start)
    if verb not in _BUYING:
        return verb in _TAKING
    return bool(_BY.search(scene.mask[:start], clause_start)) or _team_taken(scene, end) is not None


def _team_taken(scene: Scene, end: int) -> Unit | None:
    """Return the team, which is not bought, that 接管 at a position is followed by: 接管推荐团队."""
    if _CHANGE_BEFORE.search(scene.mask, max(0, end - 80), end) and not scene.sentence.find(
        TIME, scene.clause(end)[0], end
    ):
        return None  # 任命甲为R,执掌O: one post
    hit = _TEAM_TAKEN.match(scene.mask, end)
    unit = scene.sentence.unit(hit.start(1)) if hit else None
    heads = scene.mask.endswith(_LEADS, 0, end)
    return unit if unit is not None and (heads or _TEAM_END.search(unit.name)) else None


def _holder(scene: Scene, start: int, end: int) -> tuple[tuple[Unit, ...], str, int]:
    clause_start, _ = scene.clause(start)
    if _APPOINTED.search(scene.mask[:start], clause_start):
        return (), "appointed", start
    by = _BY.search(scene.mask[:start], clause_start)
    if by:
        person = scene.sentence.unit(by.start(1))
        return ((person,) if person else ()), "by", by.start(1)
    after = _THEN_NAMED.match(scene.mask, end)
    if after:
        person = scene.sentence.unit(after.start(1))
        return ((person,) if person else ()), "after", after.start(1)
    return scene.subject(start)


def _tells_change(scene: Scene, people: tuple[Unit, ...], how: str, at: int, start: int, verb: str) -> bool:
    """Tell whether a verb of posts tells of a beginning rather than a state."""
    clause_start = scene.clause(start)[0]
    left = scene.mask[clause_start:start]
    if (
        verb not in _CHANGES
        and not any(_has_arrived(scene, p) for p in people)
        and not _begins(scene, left, how, start)
    ):
        return False
    # 此前负责质量的甲调任, 同时宣布甲出任: what stands before the name need not be said of the verb.
    own = scene.mask[at:start] if how == "named" and at >= clause_start else left
    lasting = (_HELD.search(own) or _HELD_BEFORE.search(left[: len(left) - len(own)])) is not None
    return not lasting or bool(
        re.search("将(?!继续)|被任命|正式", left)
        or _SINCE.search(scene.mask[:start])
        or _is_since(scene, start)
    )


def _is_since(scene: Scene, start: int) -> bool:
    """Tell whether the time of a predicate is one from which on it holds: 2005年以来,甲一直担任."""
    clause_start, _ = scene.clause(start)
    times = scene.sentence.find(TIME, max(0, clause_start - 2), start)
    return bool(times) and _SINCE.search(times[-1][1].name) is not None


def _has_arrived(scene: Scene, person: Unit) -> bool:
    """Tell whether the text has just said that a person joined something."""
    paragraph, _ = scene.memory.joined.get(person.name, (-9, None))
    return paragraph >= scene.sentence.paragraph - 1


def _begins(scene: Scene, left: str, how: str, start: int) -> bool:
    """Tell whether 担任, 任, 成为, 负责 tell of a beginning rather than a state."""
    mask = scene.mask
    clause_start = start - len(left)
    if mask.startswith("兼任", start):
        return how == "by" or _begins_beside(mask, left, how, start)
    if mask.startswith("负责", start):
        return how == "by"
    if how in ("by", "after") or _NEW.search(left):
        return True
    if how == "named" and _named_begins(scene, left, start):
        return True
    if (how != "named" or mask.startswith("成为", start)) and _GONE_BEFORE.search(mask[:start]):
        return True
    return bool(scene.sentence.find(TIME, clause_start, start)) or _is_since(scene, start)


def _begins_beside(mask: str, left: str, how: str, start: int) -> bool:
    """Tell whether 兼任 tells of a beginning: 将兼任, and where another post is given: 出任R,并兼任R2."""
    if left.endswith("将") or (how == "named" and _RESHUFFLE.search(mask)):
        return True
    return bool(
        _ALSO.match(left) and _CHANGE_BEFORE.search(mask, max(0, start - len(left) - 80), start - len(left))
    )


def _named_begins(scene: Scene, left: str, start: int) -> bool:
    """Tell whether a post of somebody named in the clause begins, though no word says so: O前R甲任R2."""
    mask = scene.mask
    if mask.startswith("为", start) or _BECOMES.match(mask, start):
        return True
    at_once = scene.sentence.heading and _AT_ONCE.search(left)
    bare = mask[start] == "任" and _PERSON_LAST.search(left)
    beside_change = _BARE_PERSON.search(left) and _CHANGE_BEFORE.search(mask[:start])
    if at_once or bare or beside_change or _FORMER_AT_ONCE.search(left):
        return True
    return bool(_RESHUFFLE.search(mask) and _TITLED_LAST.search(left))


def _post_left(telling: Telling, person: Unit, at: int, taken: Unit) -> Iterator[Draft]:
    """Yield the post that a shift ends: 由星帆智能总监转任, 星帆智能总监贾明白调任."""
    scene, start = telling.scene, telling.trigger
    clause_start, _ = scene.clause(start)
    source = _FROM_POST.search(scene.mask[clause_start:start])
    if source:
        old = scene.sentence.unit(clause_start + source.start(2)) if source.group(2) else None
        org = scene.sentence.unit(clause_start + source.start(1))
        yield telling.told_by("post.from", telling.score).out(person, org, old.name if old else None)
        return
    beside = scene.apposition(scene.place_of(person, at), person)
    role = beside.role.name if beside and beside.role else None
    if beside and beside.org is not None and scene.mask.startswith(_SHIFTS, start):
        place = scene.sentence.position(beside.org.span.start)
        yield telling.told_by("post.shift", telling.score, place).out(person, beside.org, role)
    elif beside and role is not None and scene.mask.startswith(_RISES, start):
        place = scene.place_of(person, -1)
        once = _ONCE.search(scene.mask, max(0, place - 24), place) is not None
        if place in scene.appositions and telling.rule != "post.loose" and not once and "创始" not in role:
            yield telling.told_by("post.rise", 0.6).out(person, beside.org or taken, role)


def _named_org(scene: Scene, hit: re.Match[str] | None, person: Unit, at: int) -> Unit | None:
    """Return the organisation that stands between a verb and the role, an unknown team too: 任金教业务中心负责人."""
    if hit is None:
        return None
    beside = scene.apposition(scene.place_of(person, at), person)
    company = beside.org if beside and not beside.former else None
    inside = scene.last_org(hit.start(), hit.end())
    joined = _joined_here(scene, person, hit.start())
    team = inside[1] if inside else team_before_role(scene, hit.start(), hit.end(), None)
    if joined is not None and team is not None and not team.known and _TEAM_END.search(team.name):
        return joined  # 加盟某大学,任研究院院长: the team is part of what was joined
    if inside:
        return within_company(inside[1], company)
    meant = team_meant(scene, hit.start(), hit.end())
    if meant:
        return meant
    return team_before_role(scene, hit.start(), hit.end(), company)


def _joined_here(scene: Scene, person: Unit, before: int) -> Unit | None:
    """Return what the sentence has just said that a person joined."""
    paragraph, joined = scene.memory.joined.get(person.name, (-9, None))
    if paragraph != scene.sentence.paragraph or joined is None:
        return None
    place = scene.sentence.place(joined)
    return joined if 0 <= place < before else None


_TEAM_END = re.compile("(?:部门|部|中心|业务|团队|事业群|委员会|板块|平台|研究院|实验室|学院|BG|BU|系)\\Z")
_ROLE_KINDS = (("bank", re.compile("(?:^|副|代)行长\\Z")), ("school", re.compile("校长\\Z|教授\\Z|讲师\\Z")))


def _guessed_org(scene: Scene, role: Unit | None, start: int, end: int, person: Unit, at: int) -> Unit | None:
    """Return the organisation of a post whose predicate names none: a bank for 行长, a school for 教授."""
    org = _org_around(scene, start, person, at)
    if _OTHER_FIRM.match(scene.mask, end) or (role is None and _LOOKS_BACK.match(scene.mask, end)):
        return None
    kind = next((k for k, pattern in _ROLE_KINDS if role and pattern.search(role.name)), None)
    if kind is None or (org is not None and kind_of(org.name) == kind):
        return org
    return scene.org_of_kind(kind, start) or org


def _org_around(scene: Scene, start: int, person: Unit, at: int) -> Unit | None:
    clause_start, _ = scene.clause(start)
    left = scene.last_org(clause_start, start)
    if left and (left[0] < at or (at < clause_start and not _LEFT.search(scene.mask[: left[0]]))):
        return left[1]
    _, joined = scene.memory.joined.get(person.name, (-9, None))
    if joined is not None and _has_arrived(scene, person):
        return joined
    beside = scene.apposition(scene.place_of(person, at), person)
    if beside and beside.org is not None and not beside.former:
        return beside.org
    earlier = scene.last_org(0, start)
    if earlier:
        return earlier[1]
    return scene.memory.orgs.get(person.name) or scene.memory.topic or scene.memory.default
