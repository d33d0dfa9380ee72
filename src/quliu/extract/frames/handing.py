"""Appointing and handing over: 任命X为R, 聘请X担任R, 由X接任, X接替Y, 法定代表人由X变更为Y."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quliu.extract.frames.draft import Draft
from quliu.extract.frames.memory import is_same_org
from quliu.extract.frames.scene import Scene
from quliu.extract.frames.teams import team_before_role, team_meant, within_company
from quliu.extract.frames.telling import Telling
from quliu.extract.units.unit import ORG, PEOPLE, PERSON, ROLE, TIME, Unit
from quliu.model import ReadOffset, ReadSpan

_OBJECT = re.compile(rf"[^\ue000-\ue5ff,。;:]{{0,18}}({PEOPLE})")
# 挖走三名研究员:甲、乙和丙; 新增两名成员,分别是O的R甲和乙
_COUNTED = re.compile(
    rf"了?(?:[0-9一二三四五六七八九十两多几数]+[名位]|以下)[^,。;:\ue000-\ue5ff]{{0,16}}(?:[:,]|——)(?:他们)?(?:分别)?(?:(?<!,)|是|为|包括|即|其中就?包括|有)(?=[^。;,]{{0,60}}{PERSON})"
    rf"|了?(?:[0-9一二三四五六七八九十两多几数百]+余?多?|一批|大批|不少)(?:个?人|名?员工)[^,。;:\ue000-\uf7ff]{{0,6}}(?:,|——)?(?:其中)?就?包括(?=[^。;,]{{0,60}}{PERSON})"
)
_COUNTED_END = re.compile("[。;,!]")
_WHOSE = re.compile("的(?!前|原)")
_ROLE = re.compile(
    rf"[^\ue000-\ue5ff。;]{{0,12}}?(?<!继续)(担任|出任|以|为|任|成为|作为|接任|兼任|负责)(?:了|其|该公司|公司|集团|新任?的?|首任)*[^\ue000-\uf7ff,。;:]{{0,8}}(?:{ORG}的?)*[^\ue000-\uf7ff,。;:]{{0,14}}({ROLE})"
)
_PUT = re.compile(rf"(?:将|把)[^,。;]{{0,20}}?({PERSON})\Z")
_PASSIVE = re.compile(rf"被(?:({ORG})|{PERSON})?[^,。;]{{0,6}}\Z")
# Verbs of appointing that tell of a new post even where no role follows.
_HIRING = frozenset(
    [
        "聘请",
        "聘用",
        "招募",
        "招来",
        "挖来",
        "引入",
        "引进",
        "请来",
        "迎来",
        "招揽",
        "招入",
        "雇佣",
        "雇用",
        "挖走",
        "挖角",
        "聘任",
        "任命",
        "委任",
        "新增",
        "增补",
        "招至",
    ]
)
# 甲被O挖走: who is taken away by an organisation joins it, though no role follows.
_TAKING_AWAY = frozenset(["挖走", "挖来", "挖角", "招揽", "招入", "招募", "招至"])
_TAKEN_PLAINLY = re.compile(
    rf"(?:等人?|,|{TIME}|(?!差点|险些|几乎|差一点|担心|害怕|生怕|试图|防止|避免|团队|员工|下属|同事|学生|门生|骨干|人才|技术|公司|项目|手下|部下)[^\ue000-\uf7ff;:。])*+"
)
_FORMER_HOLDER = re.compile(
    rf"(?:了|已|前任?|原|现任|已经?卸任的|(?:即将|将要?|刚刚?|已)?(?:离任|离职|离开|辞职|退休|卸任|退任)的|已故|{ORG}|的|{ROLE})*({PERSON})"
)
# 首席执行官一职由甲接任
_POST_BY = re.compile(
    rf"({ROLE})(?:一职|职务|职位|的?位置)?(?:将|拟|则|也|,|暂|已){{0,3}}由(?:{ORG}|{ROLE}|[^\ue000-\uf7ff,。;]){{0,14}}?{PERSON}(?:正式|暂时?|来|临时|同时)*\Z"
)
# 接替甲,出任O的R
_TAKEN_UP = re.compile(
    rf"[^,。;:\ue600-\uebff]{{0,12}},(?:正式|并|将|而|同时)?(?:出任|担任|任|就任|成为|履新)(?:了|为|新任)?({ORG})(?:的|[^,。;:\ue000-\uf7ff]{{0,6}}){ROLE}"
)
_REPLACING = frozenset(["取代", "替代", "代替"])
_OBJECT_PRONOUN = re.compile("了?(?:他|她|其|前者|原|这位)")
_AS_OFFICER = re.compile(rf"(?:先生|女士)?(?:为|担任|出任)[^,。;:\ue000-\uf7ff]{{0,6}}{ROLE}")
_ADDING = frozenset(["新增", "增补"])
_FROM_HANDS = re.compile(
    rf"从[^,。;:]{{0,10}}({PERSON})(?:的|先生|女士)?(?:手中|手里|手上)?[^,。;:]{{0,4}}\Z"
)
_TAKEN_FROM = re.compile(rf"从({ORG})(?:公司|那里|处|手中)?[^,。;:\ue000-\uf7ff]{{0,4}}\Z")
_ALSO = re.compile("并|还|又|也|同时")
_HIS_WORK = re.compile(rf"了?(?:{PERSON}|他|她|其)的?(?:原有|全部|所有)?(?:工作|职务|职位|岗位|职责|角色)")
_GIVING_UP = frozenset(["交棒给", "让位于", "让位给", "交班给"])
_GIVING = _GIVING_UP | {"交给", "移交给", "传给"}
_GIVEN_ROLE = re.compile(
    rf"(?:将|把)(?:其|自己的?)?(?:{ORG}的?)?({ROLE})(?:一职|职务|职位|的?位置|之位|大权|的?权力|岗位)?(?:正式|直接)?\Z"
)
_TAKER = re.compile(rf"了?(?:{ORG}|{ROLE}|[^,。;:\ue000-\uf7ff]){{0,16}}?({PERSON})")
_ITS_OWNER = re.compile(rf"({PERSON})的\Z")
_NEXT = re.compile(
    rf"由(?:{ORG}|{ROLE}|[^\ue000-\uf7ff,。;]){{0,24}}?({PERSON})(?:正式|暂时|临时|来|全面|将|,)*\Z"
)
_NAMED_AFTER = re.compile(
    rf"(?:(?:他|她|其)的?(?:职务|工作|职位)?(?:(?:来|而)?(?:担任|出任|成为|执掌|任)(?:{ORG})?的?(?:新任|新一任)?(?P<role>{ROLE})(?:一职)?)?的?人?|者|人)(?:则|将)?(?:是|为|将是)[^。;\ue000-\ue5ff]{{0,24}}?(?P<person>{PERSON})"
)
_DIRECT_ROLE = re.compile(rf"(?:了|为)?(?:{ORG})?(?:的|新任)?({ROLE})")
_REGISTER = re.compile(
    rf"({ROLE})(?:、{ROLE})*[^,。;\ue000-\uf7ff]{{0,4}}(?:由|从)(?:(?:{ORG})?(?:{ROLE})?({PERSON})|[一-鿿·]{{2,12}})\Z"
)
_NEW_HOLDER = re.compile(rf"了?({PERSON})")


@dataclass(frozen=True, slots=True)
class _Chosen:
    """Who is appointed: the people, by which construction, where they stand, and where the role is looked for."""

    people: tuple[Unit, ...]
    how: str
    at: int
    after: int
    agent: Unit | None

    @property
    def passive(self) -> bool:
        return self.how not in ("put", "object", "counted")


def find_appointments(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read a verb of appointing at [start, end) of the mask."""
    chosen = _chosen(scene, start, end)
    if chosen is None:
        return
    given = _ROLE.match(scene.mask, chosen.after, len(scene.mask))
    hires = chosen.agent is not None and _tells_of_hiring(scene, start, end, chosen)
    if given is None and not hires:
        return
    stop = given.end() if given else max(end, chosen.at + 1)
    telling = Telling(scene, start, min(chosen.at, start), stop, f"appoint.{chosen.how}", 0.75)
    for person in chosen.people:
        org = _appointing_org(scene, start, chosen, given)
        if org is None:
            yield from _poached(telling, person, chosen, None)
            continue
        role = _given_role(scene, person, chosen, given)
        yield telling.into(person, org, role.name if role else None)
        yield from _poached(telling, person, chosen, org)


def _tells_of_hiring(scene: Scene, start: int, end: int, chosen: _Chosen) -> bool:
    """Tell whether a verb says that somebody is hired where no role follows: O挖来甲, 甲被O挖走 (not 甲的团队被O挖走)."""
    verb = scene.mask[start:end]
    if not chosen.passive:
        return verb in _HIRING
    taken = _PASSIVE.search(scene.mask[:start], scene.clause(start)[0])
    if taken is None or verb not in _TAKING_AWAY:
        return False
    between = max(chosen.at + 1, scene.clause(start)[0]) if chosen.how == "named" else scene.clause(start)[0]
    people = re.compile(PEOPLE).match(scene.mask, chosen.at) if chosen.how == "named" else None
    between = max(between, people.end() if people else 0)
    return _TAKEN_PLAINLY.fullmatch(scene.mask, between, taken.start()) is not None


def _chosen(scene: Scene, start: int, end: int) -> _Chosen | None:
    clause_start, clause_end = scene.clause(start)
    passive = _PASSIVE.search(scene.mask[:start], clause_start)
    if passive:
        people, how, at = scene.subject(passive.start())
        agent = scene.sentence.unit(passive.start(1)) if passive.group(1) else None
        return _Chosen(people, how, at, end, agent)
    if scene.mask[start:end] in _ADDING and scene.mask.startswith("为", end):
        return _Chosen(*scene.subject(start), end, None)  # 甲新增为董事
    put = _PUT.search(scene.mask[:start], clause_start)
    agent = _agent(scene, clause_start, put.start() if put else start)
    if put:
        person = scene.sentence.unit(put.start(1))
        return _Chosen((person,) if person else (), "put", put.start(1), end, agent)
    hit = _OBJECT.match(scene.mask, end, clause_end)
    if hit is None:
        return _counted(scene, end, agent)
    if scene.mask[start:end] in _ADDING and not _AS_OFFICER.match(scene.mask, hit.end()):
        return None
    people = tuple(u for _, u in scene.sentence.find(PERSON, hit.start(1), hit.end()))
    return _Chosen(people, "object", hit.start(1), hit.end(), agent)


def _counted(scene: Scene, end: int, agent: Unit | None) -> _Chosen | None:
    """Read 三名研究员:甲、乙和丙: the people are counted first and named after."""
    hit = _COUNTED.match(scene.mask, end)
    if hit is None:
        return None
    stop = _COUNTED_END.search(scene.mask, hit.end())
    until = stop.start() if stop else len(scene.mask)
    found = scene.sentence.find(PERSON, hit.end(), until)
    people = tuple(unit for at, unit in found if not _WHOSE.match(scene.mask, at + 1))
    return _Chosen(people, "counted", hit.end(), until, agent) if people else None


def _agent(scene: Scene, clause_start: int, start: int) -> Unit | None:
    """Return who appoints: the organisation nearest before the verb, not the one somebody is taken from."""
    orgs = scene.orgs_in(clause_start, start)
    hirers = [unit for at, unit in orgs if scene.mask[at - 1 : at] != "从"]
    if not hirers and _ALSO.match(scene.mask, clause_start):
        first = scene.first_org(0, clause_start)
        return first[1] if first else None
    return hirers[-1] if hirers else None


def _appointing_org(scene: Scene, start: int, chosen: _Chosen, given: re.Match[str] | None) -> Unit | None:
    """Return the organisation said with the role, an unknown team too (任命甲为本地生活业务负责人), else who appoints."""
    named = scene.last_org(given.start(), given.end()) if given else None
    if named:
        return within_company(named[1], chosen.agent)
    meant = team_meant(scene, given.end(1), given.end()) if given else None
    if meant:
        return meant
    put = _PUT.search(scene.mask[:start]) if chosen.how == "put" else None
    earlier = scene.last_org(0, put.start() if put else start)
    company = chosen.agent or (earlier[1] if earlier else scene.memory.topic or scene.memory.default)
    company = _company_of(company) if company else None
    team = team_before_role(scene, given.end(1), given.end(), company) if given else None
    return team or company


def _company_of(org: Unit) -> Unit:
    """Return the company of a board: what 星帆智能董事会 elects is an officer of 星帆智能."""
    if not org.name.endswith("董事会") or len(org.name) < 5 or org.alias:
        return org
    end = ReadOffset(org.span.end - 3)
    return replace(org, name=org.name[:-3], span=ReadSpan(org.span.start, end))


def _given_role(scene: Scene, person: Unit, chosen: _Chosen, given: re.Match[str] | None) -> Unit | None:
    if chosen.how == "counted":
        named = scene.sentence.find(ROLE, max(0, chosen.at - 16), chosen.at)
        return named[-1][1] if named and named[-1][1].name.endswith("董事") else None
    role = scene.sentence.unit(given.start(2)) if given else None
    if role is not None or chosen.passive:
        return role
    beside = scene.apposition(scene.place_of(person, chosen.at), person)
    return beside.role if beside and beside.org is None else None


def _poached(telling: Telling, person: Unit, chosen: _Chosen, org: Unit | None) -> Iterator[Draft]:
    """Yield the post that who is hired away leaves: 挖来云鲤科技首席科学家贾明白."""
    scene, start = telling.scene, telling.trigger
    source = _TAKEN_FROM.search(scene.mask[:start], scene.clause(start)[0])
    unit = scene.sentence.unit(source.start(1)) if source else None
    beside = scene.apposition(scene.place_of(person, chosen.at), person)
    role = beside.role.name if beside and beside.role else None
    if unit is not None:
        yield telling.told_by("appoint.from", 0.75).out(person, unit, role)
    elif (
        _takes_away(scene, start, chosen)
        and beside
        and beside.org is not None
        and not is_same_org(beside.org, org)
    ):
        yield telling.told_by("appoint.poached", 0.7).out(person, beside.org, role)


def _takes_away(scene: Scene, start: int, chosen: _Chosen) -> bool:
    """Tell whether a verb of hiring takes people from where they are: 挖来甲, 把甲招至麾下, 甲被O招揽."""
    by_force = scene.mask[start] == "挖" or scene.mask[start : start + 2] == "招至"
    return by_force or (chosen.passive and scene.mask[start : start + 2] in _TAKING_AWAY)


def find_successions(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read a hand-over at [start, end) of the mask: who takes over, from whom, and which post."""
    if scene.mask[start:end] == "接手" and not _HIS_WORK.match(scene.mask, end):
        return
    if scene.mask[start:end] in _GIVING:
        yield from _handed_over(scene, start, end)
        return
    named_after = _NAMED_AFTER.match(scene.mask, end)
    if named_after:
        yield from _successor_after(scene, start, named_after)
        return
    people, at = _successor(scene, start)
    if not people:
        return
    _, clause_end = scene.clause(start)
    former = _FORMER_HOLDER.match(scene.mask, end, clause_end)
    handed = _handed_by(scene, start)
    previous = (scene.sentence.unit(former.start(1)) if former else handed) or _predecessor(scene, at, people)
    if former is None and scene.mask[start:end] in _REPLACING and not _OBJECT_PRONOUN.match(scene.mask, end):
        return  # 机器人有可能取代O搜索
    org = _post_org(scene, start, end, people[-1], previous, at)
    role = _handed_role(scene, (start, end, clause_end), former, previous)
    if org is None or (previous is None and role is None):
        return
    stop = max(end, former.end() if former else end)
    telling = Telling(scene, start, min(at, start), stop, "succeed", 0.75)
    person = people[-1]
    yield telling.into(person, org, role, previous)
    if previous is not None and former is not None:
        yield telling.told_by("succeed.out", 0.7).out(previous, org, role, person)


def _handed_over(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read 甲将首席执行官一职交给乙: both people of the hand-over."""
    clause_start, clause_end = scene.clause(start)
    given = _GIVEN_ROLE.search(scene.mask[:start], clause_start)
    taker = _TAKER.match(scene.mask, end, clause_end)
    person = scene.sentence.unit(taker.start(1)) if taker else None
    if person is None or taker is None or (given is None and scene.mask[start:end] not in _GIVING_UP):
        return
    people, _, at = scene.subject(given.start() if given else start)
    giver = people[0] if len(people) == 1 and people[0].name != person.name else None
    org = _post_org(scene, start, end, person, giver, at)
    role = scene.sentence.unit(given.start(1)) if given else None
    if giver is None or org is None:
        return
    telling = Telling(scene, start, min(at, start), taker.end(), "succeed.given", 0.65)
    held = role.name if role else _held_role(scene, giver)
    yield telling.into(person, org, held, giver)
    yield telling.told_by("succeed.out", 0.6).out(giver, org, held, person)


def _held_role(scene: Scene, person: Unit) -> str | None:
    """Return the role that stands beside a person or was told before; founders stay what they are."""
    beside = scene.apposition(scene.place_of(person, 0), person)
    role = beside.role.name if beside and beside.role else scene.memory.roles.get(person.name)
    return None if role is not None and "创始" in role else role


def _successor(scene: Scene, start: int) -> tuple[tuple[Unit, ...], int]:
    clause_start, _ = scene.clause(start)
    hit = _NEXT.search(scene.mask[:start], clause_start)
    if hit is None:
        hands = _FROM_HANDS.search(scene.mask[:start], clause_start)
        people, _, at = scene.subject(hands.start() if hands else start)
        return people, at
    person = scene.sentence.unit(hit.start(1))
    return ((person,) if person else ()), hit.start(1)


def _handed_by(scene: Scene, start: int) -> Unit | None:
    """Return the person of 从甲手中接过."""
    clause_start, _ = scene.clause(start)
    hit = _FROM_HANDS.search(scene.mask[:start], clause_start)
    return scene.sentence.unit(hit.start(1)) if hit else None


_GIVEN_UP = re.compile(
    rf"(?:卸任|辞去|辞任|退任|卸下|不再担任|不再出任|不再兼任)[^,。;:\ue000-\ue5ff]{{0,12}}?({ROLE}(?:[、兼和]{ROLE})*)"
)


def _handed_role(
    scene: Scene, at: tuple[int, int, int], former: re.Match[str] | None, previous: Unit | None
) -> str | None:
    start, end, clause_end = at
    named_before = _POST_BY.search(scene.mask[:start], max(0, start - 60))
    if named_before and former is None:
        unit = scene.sentence.unit(named_before.start(1))
        return unit.name if unit else None
    after = scene.role_after(former.end() if former else end, len(scene.mask))
    direct = _DIRECT_ROLE.match(scene.mask, end, clause_end)
    role = after or (scene.sentence.unit(direct.start(1)) if direct else None)
    if role is not None or previous is None:
        return role.name if role else None
    given_up = _GIVEN_UP.search(scene.mask, max(0, scene.sentence.place(previous)), end)
    if given_up is not None:
        return scene.sentence.words(*given_up.span(1))  # 创始人甲卸任总裁,由乙接任
    beside = scene.apposition(scene.place_of(previous, 0), previous)
    known = scene.memory.roles.get(previous.name)
    told = known or (beside.role.name if beside and beside.role else None)
    place = scene.sentence.place(previous)
    named = scene.sentence.find(ROLE, place, end) if told is None and place >= 0 else []
    return told or (named[0][1].name if named else None)


def _predecessor(scene: Scene, at: int, people: tuple[Unit, ...]) -> Unit | None:
    """Return the person of the clause before, who hands over."""
    names = {p.name for p in people}
    before = [u for _, u in scene.sentence.find(PERSON, 0, at) if u.name not in names]
    if before:
        return before[-1]
    last = scene.memory.subject
    return last[0] if len(last) == 1 and last[0].name not in names else None


def _post_org(
    scene: Scene, start: int, end: int, person: Unit, previous: Unit | None, at: int
) -> Unit | None:
    after = scene.sentence.find(ORG, end, scene.clause(start)[1])
    if after:
        return after[-1][1]
    taken = _TAKEN_UP.match(scene.mask, end)
    if taken:
        return scene.sentence.unit(taken.start(1))
    _, joined = scene.memory.joined.get(person.name, (-9, None))
    if joined is not None and joined in [u for _, u in scene.orgs_in(0, start)]:
        return joined
    known_now = scene.memory.orgs.get(person.name)
    own = scene.apposition(scene.place_of(person, at), person)
    if (
        known_now is not None
        and (own is None or own.org is not known_now)
        and scene.sentence.place(known_now) in range(start)
    ):
        return known_now  # O聘请甲出任R,接替乙
    if previous is not None:
        beside = scene.apposition(scene.place_of(previous, 0), previous)
        if beside and beside.org:
            return beside.org
    known = _last_post(scene, previous) if previous is not None else None
    told_before = scene.last_org(0, scene.clause(at)[0])
    if previous is not None and known is None and told_before:
        return told_before[1]
    earlier = scene.last_org(0, at)
    return known or (earlier[1] if earlier else scene.memory.topic or scene.memory.default)


def _last_post(scene: Scene, person: Unit) -> Unit | None:
    """Return the organisation a person hands over at: what was left, not what was joined since."""
    return scene.memory.left.get(person.name) or scene.memory.orgs.get(person.name)


def _successor_after(scene: Scene, start: int, hit: re.Match[str]) -> Iterator[Draft]:
    """Read 接替他的是R乙: the successor follows, the predecessor is the subject in force."""
    person = scene.sentence.unit(hit.start("person"))
    owner = _ITS_OWNER.search(scene.mask[:start])
    earlier = scene.earlier(start)[0]
    previous = scene.sentence.unit(owner.start(1)) if owner else earlier[-1] if earlier else None
    if person is None or previous is None or previous.name == person.name:
        return
    near = scene.last_org(0, start)
    org = _last_post(scene, previous) or (near[1] if near else scene.memory.topic or scene.memory.default)
    if org is not None:
        telling = Telling(scene, start, start, hit.end(), "succeed.after", 0.65)
        given = scene.sentence.unit(hit.start("role")) if hit.group("role") else None
        yield telling.into(person, org, given.name if given else _held_role(scene, previous), previous)


def find_register_changes(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read 法定代表人由甲变更为乙 at [start, end) of the mask."""
    hit = _REGISTER.search(scene.mask[:start])
    following = _NEW_HOLDER.match(scene.mask, end)
    if hit is None or following is None:
        return
    near = scene.first_org(0, start)
    org = near[1] if near else scene.memory.topic
    old = scene.sentence.unit(hit.start(2)) if hit.group(2) else None  # a name may not be read
    new = scene.sentence.unit(following.start(1))
    role = scene.sentence.unit(hit.start(1))
    if org is None or new is None or role is None:
        return
    telling = Telling(scene, start, hit.start(), following.end(), "registry", 0.8)
    yield telling.into(new, org, role.name, old)
    if old is not None:
        yield telling.told_by("registry.out", 0.8).out(old, org, role.name, new)
