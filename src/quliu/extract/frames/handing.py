"""Handing over: 由X接任, X接替Y, X将R一职交给Y, 法定代表人由X变更为Y."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quliu.extract.frames.draft import Draft
from quliu.extract.frames.left import SERVED_AS
from quliu.extract.frames.predicate import Predicate
from quliu.extract.frames.scene import Scene
from quliu.extract.frames.sources import left_by_rise
from quliu.extract.frames.subject import Subject
from quliu.extract.frames.telling import Telling
from quliu.extract.units.unit import ORG, PERSON, ROLE, Unit

_FORMER_HOLDER = re.compile(
    rf"(?:了|已|前任?|原|现任|已经?卸任的|(?:即将|将要?|刚刚?|已|任期)?(?:离任|离职|离开|辞职|退休|卸任|退任|届满|转岗|调离|调走)的|(?:转任|调任|升任|转岗|调往|出任)[^,。;:\ue000-\ue5ff]{{1,12}}的|已故|{ORG}|的|{ROLE})*({PERSON})"
)
# 首席执行官一职由甲接任
_POST_BY = re.compile(
    rf"({ROLE})(?:一职|职务|职位|的?位置)?(?:将|拟|则|也|,|暂|已){{0,3}}由(?:{ORG}|{ROLE}|[^\ue000-\uf7ff,。;]){{0,14}}?{PERSON}(?:正式|暂时?|来|临时|同时)*\Z"
)
# 出任O的R,接替甲
_POST_TAKEN = re.compile(
    rf"(?:出任|担任|就任|履新|任)(?:{ORG}|的|[^,。;:\ue000-\uf7ff]){{0,8}}({ROLE})(?:一职|职务)?,(?:以|并|正式)?\Z"
)
# 接替甲,出任O的R
_TAKEN_UP = re.compile(
    rf"[^,。;:\ue600-\uebff]{{0,12}},(?:正式|并|将|而|同时)?(?:出任|担任|任|就任|成为|履新)(?:了|为|新任)?({ORG})(?:的|[^,。;:\ue000-\uf7ff]{{0,6}}){ROLE}"
)
_REPLACING = frozenset(["取代", "替代", "代替"])
_OBJECT_PRONOUN = re.compile("了?(?:他|她|其|前者|原|这位)")
_FROM_HANDS = re.compile(
    rf"从[^,。;:]{{0,10}}({PERSON})(?:的|先生|女士)?(?:手中|手里|手上)?[^,。;:]{{0,4}}\Z"
)
_HIS_WORK = re.compile(rf"了?(?:{PERSON}|他|她|其)的?(?:原有|全部|所有)?(?:工作|职务|职位|岗位|职责|角色)")
_GIVING_UP = frozenset(["交棒给", "让位于", "让位给", "交班给"])
_GIVING = _GIVING_UP | {"交给", "移交给", "传给"}
_GIVEN_ROLE = re.compile(
    rf"(?:将|把)(?:其|自己的?)?(?:{ORG}的?)?({ROLE})(?:一职|职务|职位|的?位置|之位|大权|的?权力|岗位)?(?:正式|直接)?\Z"
)
_ITS_WORK = re.compile(
    "(?:其|他的|她的)(?:原有|全部|相关|手头)?的?(?:工作|职责|业务|职务|团队)(?:将|已|均|则|也|被|正式|暂时?)*\\Z"
)
_ROLE_TOPIC = re.compile(rf"({ROLE})(?:一职|职务|职位|的?位置|之位|重任|大权)(?:则|也|已|最终|被|将)*\Z")
_TAKER = re.compile(rf"了?(?:{ORG}|{ROLE}|[^,。;:\ue000-\uf7ff]){{0,16}}?({PERSON})")
_ITS_OWNER = re.compile(rf"({PERSON})的\Z")
_NEXT = re.compile(
    rf"由(?:{ORG}|{ROLE}|[^\ue000-\uf7ff,。;]){{0,24}}?({PERSON})(?:正式|暂时|临时|来|全面|将|,)*\Z"
)
# 由某某接任: somebody whose name is not read
_BY_SOMEBODY = re.compile(rf"由(?:{ORG}|{ROLE}|[^,。;:\ue000-\uf7ff]){{1,14}}[^,。;:\ue000-\uf7ff]\Z")
_NAMED_AFTER = re.compile(
    rf"(?:(?:他|她|其)的?(?:职务|工作|职位|团队|岗位|业务)?(?:(?:来|而)?(?:担任|出任|成为|执掌|任)(?:{ORG})?的?(?:新任|新一任)?(?P<role>{ROLE})(?:一职)?)?的?人?|者|人)(?:,?(?:已|被)?(?:证实|确认|确定))?(?:则|将)?(?:是|为|将是)[^。;\ue000-\ue5ff]{{0,24}}?(?:{PERSON}的[^,。;:\ue000-\uf7ff]{{2,8}})?(?P<person>{PERSON})(?!的)"
)
_DIRECT_ROLE = re.compile(rf"(?:了|为)?(?:{ORG})?(?:的|新任)?({ROLE})")
# 重返O担任R,立即生效,接替甲
_JUST_GIVEN = re.compile(
    rf"(?:担任|出任|就任|任)(?:{ORG}|[^,。;:\ue000-\uf7ff]){{0,8}}({ROLE})(?:一职)?(?:,[^,。;:\ue000-\uf7ff]{{0,8}}){{1,2}}\Z"
)
_GIVEN_CHARS = 48  # no match of _JUST_GIVEN is wider
_REGISTER = re.compile(
    rf"({ROLE})(?:、{ROLE})*[^,。;\ue000-\uf7ff]{{0,4}}(?:由|从)(?:(?:{ORG})?(?:{ROLE})?({PERSON})|[一-鿿·]{{2,12}})\Z"
)
_NEW_HOLDER = re.compile(rf"了?({PERSON})")
_GIVEN_UP = re.compile(
    rf"(?:卸任|辞去|辞任|退任|卸下|不再担任|不再出任|不再兼任)[^,。;:\ue000-\ue5ff]{{0,12}}?({ROLE}(?:[、兼和]{ROLE})*)"
)


def find_successions(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read a hand-over at [start, end) of the mask: who takes over, from whom, and which post."""
    verb = scene.mask[start:end]
    named_after = _NAMED_AFTER.match(scene.mask, end)
    if verb == "接手" and named_after is None and not _HIS_WORK.match(scene.mask, end):
        return
    if verb in _GIVING:
        yield from _handed_over(scene, start, end)
        return
    if named_after:
        yield from _successor_after(scene, start, named_after)
        return
    if scene.mask.startswith("者", end) and scene.mask[start - 1 : start] == "的":
        return  # 甲的继任者
    taking = Predicate(scene, start, end, *_successor(scene, start))
    former = _FORMER_HOLDER.match(scene.mask, end, taking.clause[1])
    if former is None and verb in _REPLACING and not _OBJECT_PRONOUN.match(scene.mask, end):
        return  # 机器人有可能取代O搜索
    if taking.people:
        yield from _taken_over(taking, former)


def _taken_over(taking: Predicate, former: re.Match[str] | None) -> Iterator[Draft]:
    """Read 乙接替甲任R, 由乙接任, 乙从甲手中接过R一职."""
    scene, person = taking.scene, taking.people[-1]
    handed = former or _FROM_HANDS.search(scene.mask, taking.clause[0], taking.start)
    previous = scene.unit(handed) or _predecessor(taking)
    org = _post_org(taking, person, previous)
    role = _handed_role(taking, former, previous)
    if org is None or (previous is None and role is None):
        return
    telling = taking.telling(former.end() if former else taking.end, "succeed", 0.75)
    yield telling.into(person, org, role, previous)
    yield from left_by_rise(taking, telling, person, org)
    if previous is not None and former is not None:
        yield telling.told_by("succeed.out", 0.7).out(previous, org, role, person)


def _handed_over(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read 甲将首席执行官一职交给乙: both people of the hand-over."""
    first, last = scene.clause(start)
    given = _GIVEN_ROLE.search(scene.mask, first, start)
    taker = _TAKER.match(scene.mask, end, last)
    person = scene.unit(taker)
    work = _ITS_WORK.search(scene.mask, first, start)
    if work and taker is not None:
        yield from _work_given_to(scene, work, start, taker)
        return
    topic = _ROLE_TOPIC.search(scene.mask, first, start) if given is None else None
    if topic and person is not None and taker is not None:
        yield from _given_to(scene, topic, start, taker)
        return
    if person is None or taker is None or (given is None and scene.mask[start:end] not in _GIVING_UP):
        return
    giving = Predicate(scene, start, end, *scene.subject(given.start() if given else start))
    giver = giving.people[0] if len(giving.people) == 1 else None
    if giver is None or giver.name == person.name:
        return
    org = _post_org(giving, person, giver)
    if org is None:
        return
    telling = giving.telling(taker.end(), "succeed.given", 0.65)
    role = scene.unit(given)
    held = role.name if role else _held_role(scene, giver)
    yield telling.into(person, org, held, giver)
    yield telling.told_by("succeed.out", 0.6).out(giver, org, held, person)


def _given_to(scene: Scene, topic: re.Match[str], start: int, taker: re.Match[str]) -> Iterator[Draft]:
    """Read 首席技术官一职交给了甲: nobody is told to hand it over."""
    person, role, org = scene.unit(taker), scene.unit(topic), scene.org_before(start)
    if person is not None and role is not None and org is not None:
        telling = Telling(scene, start, topic.start(1), taker.end(), "succeed.given", 0.65)
        yield telling.into(person, org, role.name)


def _work_given_to(scene: Scene, work: re.Match[str], start: int, taker: re.Match[str]) -> Iterator[Draft]:
    """Read 其工作将移交给乙: whose work it is was told before."""
    person, earlier = scene.unit(taker), scene.earlier(work.start())[0]
    previous = earlier[-1] if len(earlier) == 1 else None
    org = _last_post(scene, previous) if previous else None
    if person is not None and previous is not None and org is not None and person.name != previous.name:
        telling = Telling(scene, start, work.start(), taker.end(), "succeed.given", 0.6)
        yield telling.into(person, org, None, previous)


def _held_role(scene: Scene, person: Unit) -> str | None:
    """Return the role that stands beside a person or was told before; founders stay what they are."""
    beside = scene.beside(person, 0)
    role = beside.role.name if beside and beside.role else scene.memory.roles.get(person.name)
    return None if role is not None and "创始" in role else role


def _successor(scene: Scene, start: int) -> Subject:
    """Return who takes over: whom 由 names, else the subject, not the one of 从甲手中."""
    first, _ = scene.clause(start)
    hit = _NEXT.search(scene.mask, first, start)
    if hit is None and _BY_SOMEBODY.search(scene.mask, first, start):
        return (), "none", start
    if hit is None:
        hands = _FROM_HANDS.search(scene.mask, first, start)
        return scene.subject(hands.start() if hands else start)
    person = scene.unit(hit)
    return ((person,) if person else ()), "by", hit.start(1)


def _handed_role(taking: Predicate, former: re.Match[str] | None, previous: Unit | None) -> str | None:
    """Return the role that is handed over: said with the verb, else that of the predecessor."""
    scene, start, end = taking.scene, taking.start, taking.end
    before = (_POST_BY if former is None else _POST_TAKEN).search(scene.mask, max(0, start - 60), start)
    direct = _DIRECT_ROLE.match(scene.mask, end, taking.clause[1])
    given = _JUST_GIVEN.search(scene.mask, max(0, start - _GIVEN_CHARS), start) if former else None
    role = (
        scene.unit(before)
        or scene.unit(direct)
        or scene.role_after(former.end() if former else end, len(scene.mask))
        or scene.unit(given)
    )
    if role is not None:
        return role.name
    return _former_role(taking, previous) if previous is not None else None


def _former_role(taking: Predicate, previous: Unit) -> str | None:
    """Return the role of who hands over: given up in the sentence, told before, beside the name, or near it."""
    scene, end = taking.scene, taking.end
    place = scene.sentence.place(previous)
    given_up = _GIVEN_UP.search(scene.mask, max(0, place), end)
    if given_up is not None:
        return scene.sentence.words(*given_up.span(1))  # 创始人甲卸任总裁,由乙接任
    beside = scene.beside(previous, 0)
    told = scene.memory.roles.get(previous.name) or (beside.role.name if beside and beside.role else None)
    if told is not None or place < 0:
        return told
    served = scene.unit(SERVED_AS.search(scene.mask, 0, place))
    roles = [
        unit for at, unit in scene.sentence.find(ROLE, place, end) if not scene.people_in(at + 1, at + 2)
    ]
    named = served or (roles[0] if roles else None)
    return named.name if named else None


def _predecessor(taking: Predicate) -> Unit | None:
    """Return the person of the clause before, who hands over."""
    names = {person.name for person in taking.people}
    earlier = taking.scene.sentence.find(PERSON, 0, taking.at)
    before = [unit for _, unit in earlier if unit.name not in names]
    if before:
        return before[-1]
    last = taking.scene.memory.subject
    return last[0] if len(last) == 1 and last[0].name not in names else None


def _post_org(taking: Predicate, person: Unit, previous: Unit | None) -> Unit | None:
    """Return where the post is: said after the verb, else known of the successor, else of the predecessor."""
    scene, end = taking.scene, taking.end
    after = scene.sentence.find(ORG, end, taking.clause[1])
    if after:
        return after[-1][1]
    own = scene.unit(_TAKEN_UP.match(scene.mask, end)) or _org_of_successor(taking, person)
    if own is not None:
        return own
    if previous is not None:
        beside = scene.beside(previous, 0)
        known = (beside.org if beside else None) or _last_post(scene, previous)
        told = scene.last_org(0, scene.clause(taking.at)[0])
        if known is not None and not (told and _is_nearer(scene, told, known, previous)):
            return known
        if told is not None:
            return told[1]
    by = scene.mask.rfind("由", 0, taking.at) if taking.how == "by" else -1
    return scene.org_before(by if by >= 0 else taking.at)  # 由前O的R甲接任: O is what 甲 has left


def _is_nearer(scene: Scene, told: tuple[int, Unit], known: Unit, previous: Unit) -> bool:
    """Tell whether an organisation named after that of the predecessor has the post: not where the predecessor goes."""
    _, joined = scene.memory.joined.get(previous.name, (-9, None))
    founded = previous.name in scene.memory.founders  # who founded it may have headed it
    gone = (joined, None if founded else scene.memory.orgs.get(previous.name))
    return told[1] not in gone and 0 <= scene.sentence.place(known) < told[0]


def _org_of_successor(taking: Predicate, person: Unit) -> Unit | None:
    """Return what the sentence has told before that the successor is at: O聘请甲出任R,接替乙."""
    scene, start = taking.scene, taking.start
    _, joined = scene.memory.joined.get(person.name, (-9, None))
    if joined is not None and joined in [org for _, org in scene.orgs_in(0, start)]:
        return joined
    known = scene.memory.orgs.get(person.name)
    beside = taking.beside(person)
    if known is None or (beside is not None and beside.org is known):
        return None
    return known if scene.sentence.place(known) in range(start) else None


def _last_post(scene: Scene, person: Unit) -> Unit | None:
    """Return the organisation a person hands over at: what was left, not what was joined since."""
    return scene.memory.left.get(person.name) or scene.memory.orgs.get(person.name)


def _successor_after(scene: Scene, start: int, hit: re.Match[str]) -> Iterator[Draft]:
    """Read 接替他的是R乙: the successor follows, the predecessor is the subject in force."""
    person = scene.unit(hit, "person")
    owner = scene.unit(_ITS_OWNER.search(scene.mask, max(0, start - 2), start))
    earlier = scene.earlier(start)[0]
    previous = owner or (earlier[-1] if earlier else None)
    if person is None or previous is None or previous.name == person.name:
        return
    org = _last_post(scene, previous) or scene.org_before(start)
    if org is not None:
        telling = Telling(scene, start, start, hit.end(), "succeed.after", 0.65)
        given = scene.unit(hit, "role")
        yield telling.into(person, org, given.name if given else _held_role(scene, previous), previous)


def find_register_changes(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read 法定代表人由甲变更为乙 at [start, end) of the mask."""
    hit = _REGISTER.search(scene.mask, max(0, start - 60), start)
    following = _NEW_HOLDER.match(scene.mask, end)
    if hit is None or following is None:
        return
    near = scene.first_org(0, start)
    org = near[1] if near else scene.memory.topic
    old = scene.unit(hit, 2)  # a name may not be read
    new, role = scene.unit(following), scene.unit(hit)
    if org is None or new is None or role is None:
        return
    telling = Telling(scene, start, hit.start(), following.end(), "registry", 0.8)
    yield telling.into(new, org, role.name, old)
    if old is not None:
        yield telling.told_by("registry.out", 0.8).out(old, org, role.name, new)
