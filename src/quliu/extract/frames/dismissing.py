"""Being made to leave: 解雇, 开除, 免去, 罢免; 被解雇, 遭到解雇."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quliu.extract.frames.apposition import Apposition
from quliu.extract.frames.draft import Draft
from quliu.extract.frames.predicate import Predicate
from quliu.extract.frames.scene import Scene
from quliu.extract.units.unit import ORG, PERSON, ROLE, TIME, Unit

_FIRED = re.compile(
    rf"[^\ue000-\ue5ff。;:]{{0,24}}(?:{PERSON}的[^\ue000-\uf7ff,。;]{{1,6}})?({PERSON})(?:(?:同志|先生|女士)?(?:的|所?担任的?|在)?(?:({ORG})(?:公司)?的?)?({ROLE})(?!{PERSON}))?"
)
_PUT = re.compile(
    rf"(?:对|将|把)[^,。;\ue000-\ue5ff]{{0,12}}({PERSON})(?:予以|给予|进行|的职务|的({ROLE})(?:职务|一职|职位)?)?\Z"
)
_PASSIVE = re.compile(rf"(?:被|遭到?|受到)(?:{ORG})?(?:{PERSON})?[^,。]{{0,6}}\Z")
_WISHED = re.compile(
    r"(?:(?:可以|能够|应该|应当|建议|是否)[^,。;\ue000-\ue5ff]{0,6}|(?:要求|呼吁|敦促|督促)[^,。;\ue000-\ue5ff]{0,30}|(?:差点|险些|几乎)[^,。;]{0,20})\Z"
)
_TELLS_IT = re.compile(rf"({ORG})[^,。;\ue000-\ue5ff]{{0,14}}(?:宣布|公告|表示|称|确认|公布|披露|决定)")
_FROM_POST = re.compile(
    rf"了?(?:其|在?({ORG})(?:公司)?的?)?[^\ue000-\uf7ff,。;:]{{0,8}}({ROLE})(?=等?职务|等?一职|等?职位|[,。;])"
)
_SCORES = {"ahead": 0.65, "pronoun": 0.6, "zero": 0.5, "loose": 0.42}
_PUT_HIM = re.compile("[将把](?:其|他|她)[^,。;]{0,4}\\Z")
# Who dismisses in 被就地解雇, 被公司解雇: any other agent is an organisation that no finder knows.
# 被罢免三天后,甲…
_AHEAD = re.compile(
    rf"(?:{TIME}|[^,。;:\ue000-\uf7ff]){{0,8}}(?:之?后|之际|当天|当晚|{TIME}),(?:{TIME}|{ROLE}|前|的){{0,3}}({PERSON})(?!的)"
)
_OWN_AGENT = re.compile(
    rf"(?:被|遭到?|受到|就地|该?公司|董事会|正式|立即|突然|当场|直接|集体|先后|无故|非法|变相|迅速|火速|再次|全部|同时|公开|股东|其|他|她|老板|团队|高层|管理层|所|的|了|而|已|{ORG}|{PERSON})*"
)
_NO_PERSON = re.compile("部门|团队|业务|公司|项目|岗位|机构")
_NEXT_IN_LIST = re.compile(rf"(?:、|和|与|以及|及|,)[^,。;\ue000-\ue5ff]{{0,18}}(?={PERSON})")


@dataclass(frozen=True, slots=True)
class _Dismissing(Predicate):
    """A verb of dismissing, who is dismissed, by whom, and from which role."""

    by: Unit | None
    role: Unit | None = None


def find_dismissals(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read a verb of dismissing: 被解雇 with its subject, or 解雇 with its object."""
    wished = _WISHED.search(scene.mask, scene.clause(start)[0], start)
    dismissing = None if wished else _dismissing(scene, start, end)
    if dismissing is None:
        return
    score = _SCORES.get(dismissing.how, 0.7)
    telling = dismissing.telling(max(dismissing.at + 1, end), f"dismiss.{dismissing.how}", score)
    for person in dismissing.people:
        beside = dismissing.beside(person)
        org = dismissing.by or _employer(dismissing, person, beside)
        if org is not None:
            role = dismissing.role or (beside.role if beside else None)
            yield telling.out(person, org, role.name if role else scene.memory.roles.get(person.name))


def _dismissing(scene: Scene, start: int, end: int) -> _Dismissing | None:
    first, last = scene.clause(start)
    if _PUT_HIM.search(scene.mask, first, start):
        return None  # whom 将其解职 means, the nearest name rarely tells
    passive = _PASSIVE.search(scene.mask, first, start)
    if passive or scene.mask.startswith("被", start):
        return _being_dismissed(scene, start, end, passive.start() if passive else start)
    put = _PUT.search(scene.mask, first, start)
    if put:
        person, by = scene.unit(put), scene.last_org(0, put.start(1))
        agent, role = by[1] if by else None, scene.unit(put, 2)
        return _Dismissing(scene, start, end, (person,) if person else (), "to", put.start(1), agent, role)
    hit = _FIRED.match(scene.mask, end, last)
    if hit is None:
        return None
    by = scene.last_org(first, start) or scene.last_org(start, hit.start(1))
    agent = scene.unit(hit, 2) or (by[1] if by else None)
    people = _in_list(scene, hit.start(1))
    return _Dismissing(scene, start, end, people, "object", hit.start(1), agent, scene.unit(hit, 3))


def _being_dismissed(scene: Scene, start: int, end: int, passive: int) -> _Dismissing | None:
    """Read 甲被O解雇, 甲被免去O的R职务: the sign of the passive stands at a position of its own."""
    first, last = scene.clause(start)
    people, how, at = scene.subject(passive)
    ahead = _AHEAD.match(scene.mask, end) if not scene.people_in(0, end) else None
    if ahead:
        people, how, at = (ahead_person,) if (ahead_person := scene.unit(ahead)) else (), "ahead", passive
    if how in ("zero", "loose") and passive == start:
        return None  # 被裁后: whoever was spoken of before
    if how == "loose" and _NO_PERSON.search(scene.mask, first, passive):
        return None
    post = _FROM_POST.match(scene.mask, end, last)
    by = scene.first_org(passive, start)
    agent = scene.unit(post) or (by[1] if by else None)
    if agent is None and not _OWN_AGENT.fullmatch(scene.mask, passive, start):
        return None
    return _Dismissing(scene, start, end, people, how, at, agent, scene.unit(post, 2))


def _employer(dismissing: _Dismissing, person: Unit, beside: Apposition | None) -> Unit | None:
    """Return whom a person works for who is dismissed by somebody unsaid: beside the name, told, or remembered."""
    if beside and beside.org is not None:
        return beside.org
    scene = dismissing.scene
    teller = _TELLS_IT.search(scene.mask)
    told = scene.unit(teller) if teller and teller.start() < dismissing.at else None
    return told or scene.memory.orgs.get(person.name) or scene.memory.about


def _in_list(scene: Scene, first: int) -> tuple[Unit, ...]:
    """Return the people of the list that begins at a position; its members may have titles."""
    found: list[Unit] = []
    at = first
    while (unit := scene.sentence.unit(at)) is not None:
        found.append(unit)
        following = _NEXT_IN_LIST.match(scene.mask, at + 1)
        if following is None:
            break
        at = following.end()
    return tuple(found)
