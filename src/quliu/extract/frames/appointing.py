"""Appointing: 任命X为R, 聘请X担任R, X被O挖走; and the post that somebody hired away leaves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quliu.extract.frames.draft import Draft
from quliu.extract.frames.memory import is_same_org
from quliu.extract.frames.predicate import Predicate
from quliu.extract.frames.scene import Scene
from quliu.extract.frames.teams import team_before_role, team_meant, within_company
from quliu.extract.frames.telling import Telling
from quliu.extract.units.unit import ORG, PEOPLE, PERSON, ROLE, TIME, Unit
from quliu.model import ReadOffset, ReadSpan

_PEOPLE = re.compile(PEOPLE)
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
        "又添",
        "再添",
        "新添",
        "招至",
    ]
)
# 甲被O挖走: who is taken away by an organisation joins it, though no role follows.
_TAKING_AWAY = frozenset(["挖走", "挖来", "挖角", "招揽", "招入", "招募", "招至"])
_TAKEN_PLAINLY = re.compile(
    rf"(?:等人?|,|{TIME}|(?!差点|险些|几乎|差一点|担心|害怕|生怕|试图|防止|避免|团队|员工|下属|同事|学生|门生|骨干|人才|技术|公司|项目|手下|部下)[^\ue000-\uf7ff;:。])*+"
)
_AS_OFFICER = re.compile(rf"(?:先生|女士)?(?:为|担任|出任)[^,。;:\ue000-\uf7ff]{{0,6}}{ROLE}")
_ADDING = frozenset(["新增", "增补", "又添", "再添", "新添"])
_RAISING = frozenset(["提拔", "晋升", "提升", "擢升", "调任"])
_TAKEN_FROM = re.compile(rf"从({ORG})(?:公司|那里|处|手中)?[^,。;:\ue000-\uf7ff]{{0,4}}\Z")
_ALSO = re.compile("并|还|又|也|同时")


@dataclass(frozen=True, slots=True)
class _Appointing(Predicate):
    """A verb of appointing, and whom it appoints.

    Attributes:
        after: where the role is looked for.
        before: where the construction begins, `start` unless the object stands before the verb.
        agent: who appoints.
    """

    after: int
    before: int
    agent: Unit | None

    @property
    def passive(self) -> bool:
        """Whether those appointed are the subject."""
        return self.how not in ("put", "object", "counted")


def find_appointments(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read a verb of appointing at [start, end) of the mask."""
    appointing = _appointing(scene, start, end)
    if appointing is None:
        return
    given = _ROLE.match(scene.mask, appointing.after)
    if given is None and (appointing.agent is None or not _tells_of_hiring(appointing)):
        return
    stop = given.end() if given else max(end, appointing.at + 1)
    telling = appointing.telling(stop, f"appoint.{appointing.how}", 0.75)
    for person in appointing.people:
        org = _appointing_org(appointing, given)
        if org is not None:
            role = _given_role(appointing, person, given)
            yield telling.into(person, org, role.name if role else None)
        yield from _poached(appointing, telling, person, org)
        yield from _promoted(appointing, telling, person, org)


def _tells_of_hiring(appointing: _Appointing) -> bool:
    """Tell whether a verb says that somebody is hired where no role follows: O挖来甲, 甲被O挖走 (not 甲的团队被O挖走)."""
    if not appointing.passive:
        return appointing.verb in _HIRING
    mask, (first, _) = appointing.scene.mask, appointing.clause
    taken = _PASSIVE.search(mask, first, appointing.start)
    if taken is None or appointing.verb not in _TAKING_AWAY:
        return False
    if appointing.how == "named":
        group = _PEOPLE.match(mask, appointing.at)
        first = max(first, group.end() if group else appointing.at + 1)
    return _TAKEN_PLAINLY.fullmatch(mask, first, taken.start()) is not None


def _appointing(scene: Scene, start: int, end: int) -> _Appointing | None:
    first, last = scene.clause(start)
    passive = _PASSIVE.search(scene.mask, first, start)
    if passive:
        return _Appointing(
            scene, start, end, *scene.subject(passive.start()), end, start, scene.unit(passive)
        )
    adds = scene.mask[start:end] in _ADDING
    if adds and scene.mask.startswith("为", end):
        return _Appointing(scene, start, end, *scene.subject(start), end, start, None)  # 甲新增为董事
    put = _PUT.search(scene.mask, first, start)
    before = put.start() if put else start
    agent = _agent(scene, first, before)
    if put:
        person = scene.unit(put)
        return _Appointing(
            scene, start, end, (person,) if person else (), "put", put.start(1), end, before, agent
        )
    hit = _OBJECT.match(scene.mask, end, last)
    if hit is None:
        return _counted(scene, start, end, agent)
    if adds and not _AS_OFFICER.match(scene.mask, hit.end()):
        return None
    people = tuple(u for _, u in scene.sentence.find(PERSON, hit.start(1), hit.end()))
    return _Appointing(scene, start, end, people, "object", hit.start(1), hit.end(), start, agent)


def _counted(scene: Scene, start: int, end: int, agent: Unit | None) -> _Appointing | None:
    """Read 三名研究员:甲、乙和丙: the people are counted first and named after."""
    hit = _COUNTED.match(scene.mask, end)
    if hit is None:
        return None
    stop = _COUNTED_END.search(scene.mask, hit.end())
    until = stop.start() if stop else len(scene.mask)
    found = scene.sentence.find(PERSON, hit.end(), until)
    people = tuple(unit for at, unit in found if not _WHOSE.match(scene.mask, at + 1))
    if not people:
        return None
    return _Appointing(scene, start, end, people, "counted", hit.end(), until, start, agent)


def _agent(scene: Scene, clause_start: int, start: int) -> Unit | None:
    """Return who appoints: the organisation nearest before the verb, not the one somebody is taken from."""
    orgs = scene.orgs_in(clause_start, start)
    hirers = [unit for at, unit in orgs if scene.mask[at - 1 : at] != "从"]
    if not hirers and _ALSO.match(scene.mask, clause_start):
        first = scene.first_org(0, clause_start)
        return first[1] if first else None
    return hirers[-1] if hirers else None


def _appointing_org(appointing: _Appointing, given: re.Match[str] | None) -> Unit | None:
    """Return the organisation said with the role, an unknown team too (任命甲为本地生活业务负责人), else who appoints."""
    scene, company = appointing.scene, _company(appointing)
    if given is None:
        return company
    named = scene.last_org(given.start(), given.end())
    if named:
        return within_company(named[1], appointing.agent)
    return (
        team_meant(scene, given.end(1), given.end())
        or team_before_role(scene, given.end(1), given.end(), company)
        or company
    )


def _company(appointing: _Appointing) -> Unit | None:
    """Return the company that appoints, of whose board the text speaks too: 星帆智能董事会 elects for 星帆智能."""
    org = appointing.agent or appointing.scene.org_before(appointing.before)
    if org is None or not org.name.endswith("董事会") or len(org.name) < 5 or org.alias:
        return org
    end = ReadOffset(org.span.end - 3)
    return replace(org, name=org.name[:-3], span=ReadSpan(org.span.start, end))


def _given_role(appointing: _Appointing, person: Unit, given: re.Match[str] | None) -> Unit | None:
    scene = appointing.scene
    if appointing.how == "counted":
        named = scene.sentence.find(ROLE, max(0, appointing.at - 16), appointing.at)
        return named[-1][1] if named and named[-1][1].name.endswith("董事") else None
    role = scene.unit(given, 2)
    if role is not None or appointing.passive:
        return role
    beside = appointing.beside(person)
    return beside.role if beside and beside.org is None else None


def _poached(appointing: _Appointing, telling: Telling, person: Unit, org: Unit | None) -> Iterator[Draft]:
    """Yield the post that who is hired away leaves: 挖来云鲤科技首席科学家贾明白."""
    scene = appointing.scene
    source = scene.unit(_TAKEN_FROM.search(scene.mask, appointing.clause[0], appointing.start))
    beside = appointing.beside(person)
    role = beside.role.name if beside and beside.role else None
    if source is not None:
        yield telling.told_by("appoint.from", 0.75).out(person, source, role)
        return
    org_before = beside.org if beside and _takes_away(appointing) else None
    if org_before is not None and not is_same_org(org_before, org):
        yield telling.told_by("appoint.poached", 0.7).out(person, org_before, role)


def _promoted(appointing: _Appointing, telling: Telling, person: Unit, org: Unit | None) -> Iterator[Draft]:
    """Yield the post that a promotion ends: 提拔原行长甲为董事长."""
    beside = appointing.beside(person)
    if appointing.how != "object" or appointing.verb not in _RAISING or beside is None or beside.role is None:
        return
    if org is not None and (beside.org is None or is_same_org(beside.org, org)):
        yield telling.told_by("appoint.rise", 0.6).out(person, org, beside.role.name)


def _takes_away(appointing: _Appointing) -> bool:
    """Tell whether a verb of hiring takes people from where they are: 挖来甲, 把甲招至麾下, 甲被O招揽."""
    verb = appointing.verb
    return verb.startswith(("挖", "招至")) or (appointing.passive and verb[:2] in _TAKING_AWAY)
