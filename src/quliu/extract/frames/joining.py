"""Joining an organisation: 加入, 入职, 跳槽到, 转岗至."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quliu.extract.frames.draft import Draft
from quliu.extract.frames.handing import find_appointments
from quliu.extract.frames.memory import is_same_org
from quliu.extract.frames.scene import Apposition, Scene
from quliu.extract.frames.teams import team_alone
from quliu.extract.frames.telling import Telling
from quliu.extract.units.unit import ORG, PEOPLE, PERSON, ROLE, TIME, Unit

_UNNAMED = re.compile(
    "了?(?:一家|某|另一家|一所|一[个支][^,。;]{0,8}?(?=团队|组织|机构|实验室))[^,。;的]{0,12}"
)
_HERE = re.compile(
    rf"了?(?:到|进)?(?:公司|[该本][公行校院]司?|团队|其中|这家公司|我们|集团|创始团队|董事会|创业团队|项目组|(?:其|他们|她们|他|她)(?:的|{ROLE})?[^,。;\ue000-\uf7ff]{{0,4}}(?:团队|公司|董事会|管理层|创始团队|创业公司))"
)
_KIND_WORDS = (("bank", ("该行", "本行", "了该行")), ("school", ("该校", "该院", "本校", "本院")))
_AGENT = re.compile(
    rf"(?:\A|[,;:。#])[^,;:。\ue000-\uf7ff]{{0,12}}({ORG})(?:公司|方面|官方|[^,;:。\ue000-\uf7ff]{{0,6}}?)(?:宣布|称|表示|透露|发布|公告|公布|通知|任命|聘|招|邀|成立|完成|获|收购)"
)
_OBJECT = re.compile(
    rf"(?:了|过|至|到|于|为|成为|进|进了|老东家|前东家|竞争对手|知名|[^\ue000-\uf7ff,。;:]{{0,14}}?)(?:{ORG}的)?({ORG})(?:[^\ue000-\uf7ff,。;]{{0,6}}的({ORG}))?"
)
# 加入甲创立的O, 加入甲的O: what is joined follows its founder.
_FOUNDED_BY = re.compile(
    rf"[^,。;:]{{0,16}}?{PERSON}[^,。;:\ue000-\uf7ff]{{0,12}}(?:创立|创办|成立|创建|创始|领导|执掌|所在|旗下|主导|麾下)?的[^,。;:\ue000-\uf7ff]{{0,12}}({ORG})"
)
# O宣布甲加入,担任R: the employer announces it, and the verb has no object.
_ALONE = re.compile(r"了?(?=[,。;!]|\Z|担任|出任|任|并)")
_WELCOMED = re.compile(
    rf"({ORG})(?:{TIME}|[^,;。\ue000-\uf7ff]){{0,10}}?(?:再次?|又|再度|喜)?(?:宣布|官宣|公布|公告|迎来?|添|欢迎)"
)
_OFFERED = re.compile(rf"({ORG})(?:公司)?的?(?:offer|Offer|OFFER|录用通知|邀约|橄榄枝)")
_NEAR = 200
"""How far before a verb its circumstances are looked for, in characters of the mask."""
_ANNOUNCED = frozenset(["加入", "加盟", "入职"])
# 与他一同加入的还有甲
_ALSO_JOINED = re.compile(
    rf"(?:了?({ORG}))?的(?:人)?(?:还|也)?(?:有|包括)(?:{ORG}|{ROLE}|[^,。;:\ue000-\uf7ff]){{0,16}}?(?={PERSON})"
)
_TOGETHER = re.compile("(?:一同|一起|一并|同时|同期|同样|随后|陆续)(?:宣布|正式)?\\Z")
_JOINED_THING = re.compile(rf"(?:加入|加盟|入职|跳槽至|跳槽到|转投|投奔)了?({ORG})")
_LIST_END = re.compile("[。;,!]")
# O多名骨干被挖走:甲加入O2,乙入职O3
_EXODUS = re.compile(
    rf"({ORG})(?:的|[^,。;:\ue000-\uf7ff]{{0,4}}?)(?:[0-9一二三四五六七八九十两多几数]+[名位]|大批|一批|多名|核心)(?:{ROLE}|[^,。;:\ue000-\uf7ff]){{0,14}}(?:挖走|离职|出走|离开|流失|跳槽|离巢)[^,。;:\ue000-\uf7ff]{{0,6}}(?:[:,]|——)(?=[^。;]{{0,120}}\Z)"
)
_TAKEN_BY = re.compile(rf"被(?:{PERSON}|{ROLE}|[^,。;:\ue000-\uf7ff]){{0,14}}\Z")
_TAKEN = ("挖至", "招至", "挖到", "派往", "调往", "调至")
_OF_ANOTHER = re.compile(rf"{ROLE}(?:之一|、)?{PERSON}")
# 公司加入联盟, O加入: what joins is an organisation, whoever was spoken of before.
_ORG_JOINS = re.compile(
    rf"(?:\A[^\ue000-\uf7ff从自由离在随跟他她其]{{0,6}}(?:{TIME})?{ORG}|公司|企业|集团|品牌|产品|平台|股票|城市|国家|各方|多家[^,。]{{0,6}})(?:也|已经?|将|正式|宣布|计划|拟|都|还|均|成功)*\Z"
)
# 甲将决定哪些项目进入O
_THING_GOES = re.compile(
    "(?:项目|产品|业务|作品|内容|服务|技术|模型|应用|资金|资本|股票)(?:也|已经?|将|会|正式|都|还|均|成功|开始)*\\Z"
)
_NO_TEAM = re.compile(
    "(?:联盟|课程|比赛|大赛|锦标赛|购物车|阵容|时代|阶段|名单|战局|行列|阵营|群聊|市场|协定|公约|办公室|会议室|现场|起点|原点|湾区|硅谷|家乡|舞台|讲台|赛场)\\Z"
)
_SOURCE = re.compile(rf"(?:从|由|自)({ORG})(?:的|公司)?(?:{ROLE})?[^,。;\ue000-\uf7ff]{{0,6}}\Z")
_NOT_PEOPLE = re.compile("讨论|战局|竞争|战场|阵营|行列|赛道|大军|群聊|购物车|联盟|协议|生态|计划")
_STUDIES = re.compile("攻读|就读|读博|读研|深造|求学|学习|留学|学位|本科|硕士|博士(?!后)")
_SINCE_JOINING = re.compile(
    rf"(?:未满|不到|不足|仅仅?|才|刚满?|已满?|满)(?:{TIME}|[一二两三四五六七八九十半几0-9])"
)
_BEFORE = re.compile("之?前|以前")

# Verbs that say joining and nothing else; the others, such as 进入 and 来到, need a firmer subject and object.
_STRICT = frozenset(
    [
        "加入",
        "入职",
        "加盟",
        "重返",
        "重新加入",
        "回归",
        "跳槽至",
        "跳槽到",
        "转投",
        "供职于",
        "就职于",
        "任职于",
        "下一站",
        "职业旅程",
        "新东家",
        "下家",
        "新身份",
        "入列",
        "受聘于",
        "去向",
        "挖至",
        "招至",
        "挖到",
        "赴任",
        "重回",
        "重归",
        "改投",
        "入主",
        "回到",
        "投奔",
        "跳槽",
        "转会",
        "归队",
    ]
)
_MOVING_ON = ("跳槽", "转投", "改投", "转会", "转去", "转至")
_WORKED_AT = re.compile(
    rf"在({ORG})[^,。;:\ue000-\ue5ff]{{0,6}}?(?:做|工作|任职|担任|待|呆|就职|供职|效力)[^,。;:\ue000-\ue5ff]{{0,16}}(?:后|{TIME}),?{PERSON}?[^,。;:\ue000-\ue6ff]{{0,6}}\Z"
)
# 离开O后,甲加入
_LEFT_BEFORE = re.compile(
    rf"(?:离开|告别)了?({ORG})[^,。;:\ue000-\uf7ff]{{0,6}}(?:后|{TIME}),(?:{TIME}|{ROLE}|[^,。;:\ue000-\uf7ff]){{0,12}}?{PERSON}[^,。;:\ue000-\uf7ff]{{0,6}}\Z"
)
_LEAVING = ("跳槽", "转投", "改投", "投奔", "回到", "转会")
_SHIFTING = ("转岗", "轮岗", "调任", "调往", "转至", "转到", "调至")
_TO_WORK = re.compile("(?:公司)?(?:担任|出任|任|工作|任职|当|做)")
# 下一站是O, 将下一个职业旅程设定在了O
_STOPS = frozenset(["下一站", "职业旅程", "新东家", "下家", "新身份", "去向"])
_NEXT_STOP = re.compile(
    rf"[^,。;:\ue000-\uf7ff]{{0,6}}(?:是|为|在|在了|向|到|[:,]|——)(?:[^,。;:\ue000-\uf7ff]{{0,8}})({ORG})"
)
_NEXT_UNNAMED = re.compile("[^,。;:\ue000-\uf7ff]{0,4}(?:是|为)(?:一家|某|另一家)[^,。;:\ue000-\uf7ff]{2,20}")
_GOING = ("去", "赴")
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
_ASIDE_RULES = ("join.relative", "join.brought", "join.ahead")
_KEPT_ROLE = re.compile(
    "(?<!联合)(?<!共同)创始|(?<!技术)(?<!联合)联创\\Z|教授|院士|讲师|创办人|董事\\Z|股东|投资人|元老|顾问"
)
_KEPT_BESIDE = re.compile("委员会|顾问|董事会|理事会|协会|评审")
_GONE = re.compile("离开|离职|辞去|辞职|卸任|退出|告别")
_WORKING = frozenset(["供职于", "就职于", "任职于", "任教于", "效力"])
# 要求加入 is a wish; in 离开效力多年的O the verb only says which O is left.
_WISHED = re.compile("(?:要求|试图|企图|渴望|梦想|想要?|比起|愿意?)\\Z")
_LEFT = re.compile("(?:离开|告别)[了自己他她其]{0,3}\\Z")
_WORKED = re.compile("曾|先后|此前|一直|目前|期间|历任|仍|长期|过去|当时|时任|均|都")
_MAYBE = re.compile("可能|或将?\\Z|同意|兼职|名誉|客座")
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
_COMING = frozenset(["空降", "跳槽", "转投", "加盟", "加入", "转会"])
# 重返CEO之位: the post is named, what it is a post of was said before.
_BACK = frozenset(["重返", "重回", "重归", "回归", "回到"])
_BACK_TO_POST = re.compile(
    rf"了?(?:其|原来?的?|阔别[^,。;\ue000-\uf7ff]{{0,6}}的)?({ROLE})(?:之位|一职|职位|职务|岗位|的?位置|宝座|(?=[,。;!]|\Z))"
)


@dataclass(frozen=True, slots=True)
class _Goal:
    """What is joined: its organisation, None when the text does not name it, and where its mention ends."""

    org: Unit | None
    end: int


def find_joins(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read a verb of joining at [start, end) of the mask: the organisation follows it."""
    special = _special(scene, start, end)
    if special is not None:
        yield from special
        return
    people, how, at = _joiner(scene, start)
    if not people:
        return
    left = scene.mask[scene.clause(start)[0] : start]
    if _WISHED.search(left) or (scene.mask[start:end] in _WORKING and _LEFT.search(left)):
        return
    if _THING_GOES.search(left) or (how != "named" and _ORG_JOINS.search(left)):
        return
    if scene.mask[start:end] in _WORKING and _WORKED.search(left):
        return  # a state, not its beginning
    goal = _goal(scene, start, end)
    verb = scene.mask[start:end]
    if goal is None or (verb not in _STRICT and not _is_firm(goal, how)):
        return
    score = _SCORES[how] * (1.0 if verb in _STRICT else 0.8)
    telling = Telling(scene, start, min(at, start), goal.end, f"join.{how}", score)
    role = _role(scene, start, goal)
    for person in people:
        yield telling.into(person, goal.org, role.name if role else None)
        yield from _left_behind(telling, person, at, goal, people[0])
    for person in people:
        scene.memory.joined[person.name] = (scene.sentence.paragraph, goal.org)


def _special(scene: Scene, start: int, end: int) -> Iterable[Draft] | None:
    """Return what a construction of its own tells with a verb of joining; None where the verb has a subject."""
    if _ALSO_JOINED.match(scene.mask, end) and _TOGETHER.search(scene.mask[:start], max(0, start - 8)):
        return _joined_too(scene, start, end)
    if _UNDER.match(scene.mask, end):
        return find_appointments(scene, start, end)
    found = list(_came_from(scene, start, end)) or list(_back_to_post(scene, start, end))
    if found:
        return found
    noun = scene.mask[start - 1 : start] == "的" and scene.mask[start:end] not in _STOPS
    return _spoken_of(scene, start, end) if noun else None


def _joined_too(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read 与他一同加入的还有甲: the people follow, what they join was said of the first."""
    hit = _ALSO_JOINED.match(scene.mask, end)
    told = list(_JOINED_THING.finditer(scene.mask, max(0, start - _NEAR), end + 2))
    joined = [org for _, org in scene.memory.joined.values() if org is not None]
    org = scene.sentence.unit(told[-1].start(1)) if told else joined[-1] if joined else None
    if hit is None or org is None:
        return
    stop = _LIST_END.search(scene.mask, hit.end())
    until = stop.start() if stop else len(scene.mask)
    telling = Telling(scene, start, start, until, "join.too", 0.65)
    first = scene.sentence.find(PERSON, max(0, start - 8), start) if hit.start(1) >= 0 else []
    for _, person in (*first, *scene.sentence.find(PERSON, hit.end(), until)):
        yield telling.into(person, org, None)


def _came_from(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read 从O空降的甲: where somebody came from, said in passing; what was joined is told elsewhere."""
    who = _WHO_CAME.match(scene.mask, end) if scene.mask[start:end] in _COMING else None
    source = _CAME_FROM.search(scene.mask[:start], max(0, start - 12)) if who else None
    person = scene.sentence.unit(who.start(1)) if who else None
    org = scene.sentence.unit(source.start(1)) if source else None
    if who is None or source is None or person is None or org is None:
        return
    yield Telling(scene, start, source.start(), who.end(), "join.came", 0.65).out(person, org, None)


def _back_to_post(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read 重返CEO之位: a post taken up again, at what the sentence names before or the person was last at."""
    post = _BACK_TO_POST.match(scene.mask, end) if scene.mask[start:end] in _BACK else None
    role = scene.sentence.unit(post.start(1)) if post else None
    if post is None or role is None:
        return
    people, how, at = scene.subject(start)
    if len(people) != 1 or how not in _SCORES:
        return
    person = people[0]
    beside = scene.apposition(scene.place_of(person, at), person)
    near = scene.last_org(0, start)
    org = (
        (beside.org if beside else None)
        or (near[1] if near else None)
        or scene.memory.left.get(person.name)
        or scene.memory.orgs.get(person.name)
    )
    if org is not None:
        yield Telling(scene, start, min(at, start), post.end(), "join.back", 0.6).into(person, org, role.name)


def _spoken_of(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read 甲的加入让O: a joining that is spoken of, where the sentence says whom it concerns."""
    whose = _WHOSE.search(scene.mask[:start])
    person = scene.sentence.unit(whose.start(1)) if whose else None
    concerned = _CONCERNS.match(scene.mask, end)
    org = scene.sentence.unit(concerned.start(1)) if concerned else None
    if whose is None or person is None or org is None or scene.mask[start:end] not in _STRICT:
        return
    yield Telling(
        scene, start, whose.start(1), concerned.end() if concerned else end, "join.noun", 0.55
    ).into(person, org, None)


def _left_behind(telling: Telling, person: Unit, at: int, goal: _Goal, first: Unit) -> Iterator[Draft]:
    """Yield the post that a joining ends: 从O跳槽, 在O工作三年后加入, O的R甲加入, and what was joined before."""
    scene, start, score = telling.scene, telling.trigger, telling.score
    source = _source(scene, start)
    if source:
        place, unit = source
        yield telling.told_by("join.from", score, place).out(person, unit, None)
        return
    worked = _WORKED_AT.search(scene.mask[:start], max(0, start - 50))
    worked = worked or _LEFT_BEFORE.search(scene.mask[:start])
    unit_before = scene.sentence.unit(worked.start(1)) if worked else None
    if worked and unit_before and not is_same_org(unit_before, goal.org):
        yield telling.told_by("join.after", 0.6, worked.start(1)).out(person, unit_before, None)
        return
    apposed = list(_apposed_source(telling, person, at, goal))
    apposed = apposed or list(_listed_source(telling, person, first, goal))
    apposed = apposed or list(_exodus(telling, person, at, goal))
    yield from apposed
    if not apposed:
        yield from _left_next(telling, person, goal)


def _listed_source(telling: Telling, person: Unit, first: Unit, goal: _Goal) -> Iterator[Draft]:
    """Yield the post left by a later member of a list whose first member is named with the organisation: O的R甲、R2乙."""
    scene = telling.scene
    places = scene.place_of(first, -1), scene.place_of(person, -1)
    beside, leading = scene.appositions.get(places[1]), scene.appositions.get(places[0])
    if person is first or beside is None or leading is None or beside.org is not None or leading.org is None:
        return
    apposed = _apposed_source(telling, first, places[0], goal)
    own = beside.role.name if beside.role else None
    if own is not None and not beside.former and not _KEPT_ROLE.search(own):
        for draft in apposed:
            yield telling.told_by("join.apposed", draft.score, draft.start).out(person, leading.org, own)


def _exodus(telling: Telling, person: Unit, at: int, goal: _Goal) -> Iterator[Draft]:
    """Yield what a list of leavers says first: O多名骨干出走:甲加入O2,乙入职O3."""
    scene = telling.scene
    hit = _EXODUS.search(scene.mask, max(0, at - _NEAR), at)
    org = scene.sentence.unit(hit.start(1)) if hit else None
    if hit is None or org is None or is_same_org(org, goal.org):
        return
    beside = scene.appositions.get(scene.place_of(person, -1))
    if beside is not None and beside.org is not None:
        return
    role = beside.role.name if beside and beside.role else None
    yield telling.told_by("join.exodus", 0.65, hit.start()).out(person, org, role)


def _left_next(telling: Telling, person: Unit, goal: _Goal) -> Iterator[Draft]:
    """Yield what was joined just before in a career line: 2013年加入O,并于2018年转投O2."""
    scene = telling.scene
    paragraph, before = scene.memory.joined.get(person.name, (-9, None))
    moves_on = scene.mask.startswith(_MOVING_ON, telling.trigger) and paragraph == scene.sentence.paragraph
    if moves_on and before is not None and not is_same_org(before, goal.org):
        yield telling.told_by("join.next", 0.6).out(person, before, None)


def _joiner(scene: Scene, start: int) -> tuple[tuple[Unit, ...], str, int]:
    """Return who joins: who is talked into it (说服甲加入), else the subject, else who follows (加入前,甲)."""
    clause_start, _ = scene.clause(start)
    taken = (
        _TAKEN_BY.search(scene.mask[:start], clause_start) if scene.mask.startswith(_TAKEN, start) else None
    )
    if taken:
        return scene.subject(taken.start())
    brought = _BROUGHT.search(scene.mask[:start], clause_start)
    if brought:
        people = tuple(u for _, u in scene.sentence.find(PERSON, brought.start(1), brought.end(1)))
        return people, "brought", brought.start(1)
    subject = scene.subject(start, relative=True)
    if subject[1] not in ("zero", "loose", "none") or scene.people_in(0, start):
        return subject
    ahead = _AHEAD.match(scene.mask, start)
    unit = scene.sentence.unit(ahead.start(1)) if ahead else None
    return ((unit,), "ahead", ahead.start(1)) if ahead and unit else subject


def _is_firm(goal: _Goal, how: str) -> bool:
    return how != "loose" and (goal.org is None or goal.org.weight >= 0.6)


def _goal(scene: Scene, start: int, end: int) -> _Goal | None:
    """Return what a verb of joining at [start, end) leads to; None when it is no move of a person."""
    mask, verb = scene.mask, scene.mask[start:end]
    _, clause_end = scene.clause(start)
    if verb in _STOPS:
        stop = _NEXT_STOP.match(mask, end)
        unit = scene.sentence.unit(stop.start(1)) if stop else None
        unnamed = None if unit or verb == "新身份" else _NEXT_UNNAMED.match(mask, end)
        if unnamed:
            return _Goal(None, unnamed.end())
        return _Goal(unit, stop.end()) if stop and unit else None
    if _is_no_beginning(mask, end, clause_end):
        return None
    goal = _named_goal(scene, end, clause_end)
    if goal is None and verb == "空降" and scene.memory.topic is not None:
        goal = _Goal(scene.memory.topic, end)
    if goal is None and (verb in _STRICT or verb.startswith(_SHIFTING)):
        team = team_alone(scene, end, clause_end)
        known = _just_joined(scene, start) if team and scene.mask.startswith("其", end) else None
        goal = _Goal(known or team, scene.mask.index(team.name[-1], end) + 1) if team else None
    if verb in _GOING and (goal is None or not _is_gone_to(scene, end, goal)):
        return None
    if goal is None and verb in _STRICT and not _NOT_PEOPLE.search(mask, end, clause_end):
        goal = _unnamed_goal(scene, start, end, clause_end)
    if goal is None and verb in _ANNOUNCED and _ALONE.match(mask, end):
        goal = _announced_goal(scene, start, end)
    if goal is None or (goal.org is not None and _NO_TEAM.search(goal.org.name)):
        return None
    dated = scene.sentence.find(TIME, scene.clause(start)[0], start)
    return None if _BEFORE.match(mask, goal.end) and not dated else goal


def _is_no_beginning(mask: str, end: int, clause_end: int) -> bool:
    """Tell whether what follows a verb of joining tells of studies (进入O攻读) or a stretch (入职未满一年便离开)."""
    studies = _STUDIES.search(mask, end, min(len(mask), clause_end + 12))
    return studies is not None or _SINCE_JOINING.match(mask, end) is not None


def _just_joined(scene: Scene, start: int) -> Unit | None:
    """Return what the clauses before say is joined: 加入其研究团队 names a part of it."""
    told = list(_JOINED_THING.finditer(scene.mask, max(0, start - _NEAR), start))
    return scene.sentence.unit(told[-1].start(1)) if told else None


def _announced_goal(scene: Scene, start: int, end: int) -> _Goal | None:
    """Return what is joined where the verb has no object: who announces it (O宣布甲加入), whose offer it was."""
    near = max(0, start - _NEAR)
    offered = list(_OFFERED.finditer(scene.mask, near, start))
    people = scene.sentence.find(PERSON, near, start)
    welcomed = list(_WELCOMED.finditer(scene.mask, near, people[-1][0])) if people else []
    hits = offered or welcomed
    unit = scene.sentence.unit(hits[-1].start(1)) if hits else None
    return _Goal(unit, end) if unit else None


def _is_gone_to(scene: Scene, end: int, goal: _Goal) -> bool:
    """Tell whether 去, 赴 lead straight to an organisation, or to one where somebody works: 去创业公司O担任."""
    near = goal.end - end < 12 and _TO_WORK.match(scene.mask, goal.end)
    return goal.end == end + 1 or bool(near)


def _named_goal(scene: Scene, start: int, end: int) -> _Goal | None:
    hit = _OBJECT.match(scene.mask, start, end)
    at = (hit.start(2) if hit.group(2) else hit.start(1)) if hit else -1
    if hit is None or scene.mask[at - 1] == "前" or _OF_ANOTHER.match(scene.mask, at + 1):
        of_founder = _FOUNDED_BY.match(scene.mask, start, end)
        at = of_founder.start(1) if of_founder else -1
    unit = scene.sentence.unit(at)
    return _Goal(unit, at + 1) if unit else None


def _unnamed_goal(scene: Scene, start: int, end: int, clause_end: int) -> _Goal | None:
    unnamed = _UNNAMED.match(scene.mask, end, clause_end)
    if unnamed:
        return _Goal(None, unnamed.end())
    if not _HERE.match(scene.mask, end, clause_end):
        return None
    kind = next((k for k, words in _KIND_WORDS if scene.mask.startswith(words, end)), None)
    org = scene.org_of_kind(kind, start) if kind else _meant_here(scene, start)
    return _Goal(org, end + 2) if org else None


def _meant_here(scene: Scene, start: int) -> Unit | None:
    """Return what 公司 and 其团队 stand for: who announces it, else an organisation of an earlier clause."""
    agents = list(_AGENT.finditer(scene.mask[:start]))
    if agents:
        return scene.sentence.unit(agents[-1].start(1))
    near = scene.last_org(0, scene.clause(start)[0])
    return near[1] if near else scene.memory.topic or scene.memory.default


def _role(scene: Scene, start: int, goal: _Goal) -> Unit | None:
    """Return the role that is told with a joining: 加入O任R, 履新O的R, 以R身份加入O."""
    direct = _ROLE_BESIDE.match(scene.mask, goal.end)
    beside = scene.sentence.unit(direct.start(1)) if direct and goal.org is not None else None
    following = scene.role_after(goal.end, _sentence_part(scene, goal.end))
    return beside or following or _role_before(scene, start)


def _role_before(scene: Scene, start: int) -> Unit | None:
    """Return the role of 以顾问身份加入."""
    hit = _CAPACITY.search(scene.mask[:start], max(0, start - 30))
    return scene.sentence.unit(hit.start(1)) if hit else None


def _source(scene: Scene, start: int) -> tuple[int, Unit] | None:
    """Return the organisation of 从星帆智能跳槽到, with its position."""
    clause_start, _ = scene.clause(start)
    hit = _SOURCE.search(scene.mask[clause_start:start])
    position = clause_start + hit.start(1) if hit else -1
    unit = scene.sentence.unit(position)
    return (position, unit) if unit else None


def _apposed_source(telling: Telling, person: Unit, at: int, goal: _Goal) -> Iterator[Draft]:
    """Yield the post left behind that stands beside the name: 星帆智能首席科学家贾明白加入字节."""
    scene, start = telling.scene, telling.trigger
    beside = scene.apposition(scene.place_of(person, at), person)
    if beside is None or beside.org is None or beside.role is None:
        return
    shifts = scene.mask.startswith(_SHIFTING, start) and goal.org is not None
    if is_same_org(beside.org, goal.org) and not (shifts and goal.org and goal.org.name != beside.org.name):
        return  # 转岗 leads from one part of a company to another
    place = scene.sentence.position(beside.org.span.start)
    if scene.place_of(person, -1) not in scene.appositions or telling.rule in _ASIDE_RULES:
        return
    left = scene.mask[scene.clause(start)[0] : start]
    beside_work = (
        _MAYBE.search(left)
        or _GONE.search(left)
        or _KEPT_BESIDE.search(scene.mask, start, scene.clause(start)[1])
    )
    if beside_work or (goal.org is not None and _KEPT_BESIDE.search(goal.org.name)):
        return
    if place > start or not _ends_by_joining(beside, scene.mask[start : start + 2]):
        return
    score = telling.score * (0.9 if scene.mask[start : start + 2] in _LEAVING else 0.7)
    yield telling.told_by("join.apposed", score, place).out(person, beside.org, beside.role.name)


def _ends_by_joining(beside: Apposition, verb: str) -> bool:
    """Tell whether who joins elsewhere leaves the post that stands beside the name.

    Founders and professors often keep theirs; co-founders, who have others beside them, go.
    """
    role = beside.role.name if beside.role else ""
    if beside.former and not verb.startswith(_SHIFTING):
        return False
    return not _KEPT_ROLE.search(role)


def _sentence_part(scene: Scene, start: int) -> int:
    """Return where the talk of this person ends: at the next person, or the end of the sentence."""
    following = scene.sentence.find(PERSON, start)
    return following[0][0] if following else len(scene.mask)
