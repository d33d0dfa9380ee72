"""What a verb of taking up leaves behind: 从O跳槽, 在O工作三年后加入, O的R甲加入, 由O的R转任."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quliu.extract.frames.apposition import Apposition
from quliu.extract.frames.draft import Draft
from quliu.extract.frames.goals import is_shift
from quliu.extract.frames.memory import is_same_org
from quliu.extract.frames.predicate import Predicate
from quliu.extract.frames.scene import Scene
from quliu.extract.frames.telling import Telling
from quliu.extract.frames.workplace import company_beside
from quliu.extract.units.unit import ORG, PERSON, ROLE, TIME, Unit

_SOURCE = re.compile(rf"(?:从|由|自)({ORG})(?:的|公司)?(?:{ROLE})?[^,。;\ue000-\uf7ff]{{0,6}}\Z")
_WORKED_AT = re.compile(
    rf"在({ORG})[^,。;:\ue000-\ue5ff]{{0,6}}?(?:做|工作|任职|担任|待|呆|就职|供职|效力)[^,。;:\ue000-\ue5ff]{{0,16}}(?:后|{TIME}),?(?:{ROLE}|前)?{PERSON}?[^,。;:\ue000-\ue6ff]{{0,6}}\Z"
)
# 离开O后,甲加入
_LEFT_BEFORE = re.compile(
    rf"(?:离开|告别)了?({ORG})[^,。;:\ue000-\uf7ff]{{0,6}}(?:后|{TIME}),(?:{TIME}|{ROLE}|[^,。;:\ue000-\uf7ff]){{0,12}}?{PERSON}[^,。;:\ue000-\uf7ff]{{0,6}}\Z"
)
# 加入O不到一个月,甲便回到O2
_SHORT_STAY = re.compile(
    rf"(?:加[入盟]|入职)了?({ORG})(?:还|仅仅?|才|刚)?(?:不到|未满|不足|没多久|仅|才|刚满?)[^,。;:\ue000-\uf1ff]{{0,8}},[^,。;:\ue000-\ue5ff]{{0,16}}(?:{PERSON}[^,。;:\ue000-\ue5ff]{{0,4}}){{1,3}}[^,。;:\ue000-\uf7ff]{{0,6}}\Z"
)
# 从O回国,加入O2
_CAME_BACK = re.compile(
    rf"(?:从|自)({ORG})(?:公司)?(?:回国|归国|归来|出来|离开)之?后?,(?:{TIME}|[^,。;:\ue000-\uf7ff]){{0,8}}\Z"
)
# O多名骨干被挖走:甲加入O2,乙入职O3
_EXODUS = re.compile(
    rf"({ORG})(?:的|[^,。;:\ue000-\uf7ff]{{0,4}}?)(?:[0-9一二三四五六七八九十两多几数]+[名位]|大批|一批|多名|核心)(?:{ROLE}|[^,。;:\ue000-\uf7ff]){{0,14}}(?:挖走|离职|出走|离开|流失|跳槽|离巢)[^,。;:\ue000-\uf7ff]{{0,6}}(?:[:,]|——)(?=[^。;]{{0,120}}\Z)"
)
_EXODUS_REACH = 200
_LEFT_REACH = 50  # no longer than _WORKED_AT and _LEFT_BEFORE can be
_MOVING_ON = ("跳槽", "转投", "改投", "转会", "转去", "转至")
_LEAVING = ("跳槽", "转投", "改投", "投奔", "回到", "转会")
_ASIDE = ("relative", "brought", "ahead")
_GONE = re.compile("离开|离职|辞去|辞职|卸任|退出|告别")
_MAYBE = re.compile("没有|并未|不会|拒绝|从未|可能|或将?\\Z|同意|兼职|名誉|客座")
_KEPT_ROLE = re.compile(
    "(?<!联合)(?<!共同)创始(?!团队|成员)|(?<!技术)(?<!联合)联创\\Z|教授|院士|讲师|创办人|董事\\Z|股东|投资人|元老|顾问"
)
_KEPT_BESIDE = re.compile("委员会|顾问|董事会|理事会|协会|评审")
_FROM_POST = re.compile(rf"[由从]({ORG})(?:的)?({ROLE})?\Z")
_SHIFTS = ("转任", "改任", "调任")
_RISES = (*_SHIFTS, "升任", "晋升", "升为", "擢升", "升至", "转为")
_ONCE = re.compile(rf"(?:前|时任|曾任)(?:{ORG})?(?:的|[^,。;:\ue000-\uf7ff]{{0,8}}){ROLE}\Z")
_PRESENT = re.compile(rf"(?:现任|原|此前担任)(?:{ORG})?的?[^,。;:\ue000-\uf7ff]{{0,8}}{ROLE}的?\Z")
_ONCE_REACH = 24


def has_source(joining: Predicate) -> bool:
    """Tell whether the clause says before the verb from which organisation somebody comes."""
    return _SOURCE.search(joining.scene.mask, joining.clause[0], joining.start) is not None


def worked_before(scene: Scene, start: int) -> tuple[Unit, int] | None:
    """Return where the sentence says that somebody worked until what is told at a position: 在O工作三年后,甲创办."""
    hit = _WORKED_AT.search(scene.mask, max(0, start - _LEFT_REACH), start)
    org = scene.unit(hit)
    return (org, hit.start(1)) if hit and org else None


def left_by_joining(
    joining: Predicate, telling: Telling, person: Unit, joined: Unit | None
) -> Iterator[Draft]:
    """Yield the post that a joining ends: 从O跳槽, 在O工作三年后加入, O的R甲加入, and what was joined before."""
    scene, start = joining.scene, joining.start
    source = _SOURCE.search(scene.mask, joining.clause[0], start)
    org = scene.unit(source)
    if source and org:
        yield telling.told_by("join.from", telling.score, source.start(1)).out(person, org, None)
        return
    near = max(0, start - _LEFT_REACH)
    worked = (
        _WORKED_AT.search(scene.mask, near, start)
        or _LEFT_BEFORE.search(scene.mask, near, start)
        or _CAME_BACK.search(scene.mask, near, start)
        or _SHORT_STAY.search(scene.mask, near, start)
    )
    before = scene.unit(worked)
    if worked and before and not is_same_org(before, joined):
        yield telling.told_by("join.after", 0.6, worked.start(1)).out(person, before, None)
        return
    for devices in (_beside, _in_list, _in_exodus, _in_career):
        found = list(devices(joining, telling, person, joined))
        if found:
            yield from found
            return


def _beside(joining: Predicate, telling: Telling, person: Unit, joined: Unit | None) -> Iterator[Draft]:
    """Yield the post that stands beside the name: 星帆智能首席科学家贾明白加入字节."""
    scene, beside = joining.scene, joining.beside(person)
    if beside is None or beside.org is None or beside.role is None:
        return
    # 转岗 leads from one part of a company to another
    shifts = is_shift(joining.verb) and joined is not None and joined.name != beside.org.name
    if is_same_org(beside.org, joined) and not shifts:
        return
    if scene.sentence.place(person) not in scene.appositions or joining.how in _ASIDE:
        return
    place = scene.sentence.position(beside.org.span.start)
    if place > joining.start or _is_kept(joining, beside, joined):
        return
    org = company_beside(scene, beside.org)
    score = telling.score * (0.9 if joining.verb.startswith(_LEAVING) else 0.7)
    yield telling.told_by("join.apposed", score, place).out(person, org, beside.role.name)


def _is_kept(joining: Predicate, beside: Apposition, joined: Unit | None) -> bool:
    """Tell whether who joins keeps the post beside the name, has given it up already, or only may join.

    Founders and professors often keep theirs; co-founders, who have others beside them, go.
    """
    if beside.former and not is_shift(joining.verb):
        return True
    goes = joining.verb.startswith(_LEAVING) or joining.left.endswith("全职")
    if (_is_kept_role(beside) and not goes) or _MAYBE.search(joining.left) or _GONE.search(joining.left):
        return True
    if _KEPT_BESIDE.search(joining.scene.mask, joining.start, joining.clause[1]):
        return True
    return joined is not None and _KEPT_BESIDE.search(joined.name) is not None


def _is_kept_role(beside: Apposition) -> bool:
    return beside.role is not None and _KEPT_ROLE.search(beside.role.name) is not None


def _in_list(joining: Predicate, telling: Telling, person: Unit, joined: Unit | None) -> Iterator[Draft]:
    """Yield the post of a later member of a list whose first is named with the organisation: O的R甲、R2乙."""
    scene, first = joining.scene, joining.people[0]
    at = scene.sentence.place(first)
    beside, leading = scene.appositions.get(scene.sentence.place(person)), scene.appositions.get(at)
    if person is first or beside is None or leading is None or beside.org is not None or leading.org is None:
        return
    if beside.role is None or beside.former or _is_kept_role(beside):
        return
    for draft in _beside(replace(joining, at=at), telling, first, joined):
        yield replace(draft, person=person, role=beside.role.name)


def _in_exodus(joining: Predicate, telling: Telling, person: Unit, joined: Unit | None) -> Iterator[Draft]:
    """Yield what a list of leavers says first: O多名骨干出走:甲加入O2,乙入职O3."""
    scene, at = joining.scene, joining.at
    hit = _EXODUS.search(scene.mask, max(0, at - _EXODUS_REACH), at)
    org = scene.unit(hit)
    if hit is None or org is None or is_same_org(org, joined):
        return
    beside = scene.appositions.get(scene.sentence.place(person))
    if beside is not None and beside.org is not None:
        return
    role = beside.role.name if beside and beside.role else None
    yield telling.told_by("join.exodus", 0.65, hit.start()).out(person, org, role)


def _in_career(joining: Predicate, telling: Telling, person: Unit, joined: Unit | None) -> Iterator[Draft]:
    """Yield what was joined just before in a career line: 2013年加入O,并于2018年转投O2."""
    scene = joining.scene
    paragraph, before = scene.memory.joined.get(person.name, (-1, None))
    moves_on = joining.verb.startswith(_MOVING_ON) and paragraph == scene.sentence.paragraph
    if moves_on and before is not None and not is_same_org(before, joined):
        yield telling.told_by("join.next", 0.6).out(person, before, None)


def left_by_shift(taking: Predicate, telling: Telling, person: Unit, taken: Unit) -> Iterator[Draft]:
    """Yield the post that a shift ends: 由星帆智能总监转任, 星帆智能总监贾明白调任."""
    scene = taking.scene
    source = _FROM_POST.search(scene.mask, taking.clause[0], taking.start)
    if source:
        old = scene.unit(source, 2)
        yield telling.told_by("post.from", telling.score).out(
            person, scene.unit(source), old.name if old else None
        )
        return
    told = scene.memory.left.get(person.name)
    if told is not None and 0 <= scene.sentence.place(told) < taking.start:
        return  # O的R甲不再担任O2的R2,转任R3
    beside = taking.beside(person)
    role = beside.role.name if beside and beside.role else None
    if beside and beside.org is not None and taking.verb.startswith(_SHIFTS):
        place = scene.sentence.position(beside.org.span.start)
        yield telling.told_by("post.shift", telling.score, place).out(person, beside.org, role)
    elif beside and role is not None and taking.verb.startswith(_RISES):
        place = scene.sentence.place(person)
        once = _ONCE.search(scene.mask, max(0, place - _ONCE_REACH), place) is not None
        if place in scene.appositions and taking.how != "loose" and not once and "创始" not in role:
            yield telling.told_by("post.rise", 0.6).out(person, beside.org or taken, role)


def left_by_rise(taking: Predicate, telling: Telling, person: Unit, taken: Unit) -> Iterator[Draft]:
    """Yield the post that another one in the same company ends, where it is called the present one: 现任R甲将接任R2."""
    scene, place = taking.scene, taking.scene.sentence.place(person)
    beside = scene.appositions.get(place)
    if (
        beside is None
        or beside.role is None
        or (beside.org is not None and not is_same_org(beside.org, taken))
    ):
        return
    if "创始" in beside.role.name or not _PRESENT.search(scene.mask, max(0, place - _ONCE_REACH), place):
        return
    yield telling.told_by("post.present", 0.6).out(person, taken, beside.role.name)
