"""Being made to leave: 解雇, 开除, 免去, 罢免; 被解雇, 遭到解雇."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quliu.extract.frames.draft import Draft
from quliu.extract.frames.scene import Apposition, Scene
from quliu.extract.frames.telling import Telling
from quliu.extract.units.unit import ORG, PERSON, ROLE, Unit

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
_SCORES = {"pronoun": 0.6, "zero": 0.5, "loose": 0.42}
_PUT_HIM = re.compile("[将把](?:其|他|她)[^,。;]{0,4}\\Z")
# Who dismisses in 被就地解雇, 被公司解雇: any other agent is an organisation that no finder knows.
_OWN_AGENT = re.compile(
    rf"(?:被|遭到?|受到|就地|该?公司|董事会|正式|立即|突然|当场|直接|集体|先后|无故|非法|变相|迅速|火速|再次|全部|同时|公开|股东|其|他|她|老板|团队|高层|管理层|所|的|了|而|已|{ORG}|{PERSON})*"
)
_NO_PERSON = re.compile("部门|团队|业务|公司|项目|岗位|机构")
_NEXT_IN_LIST = re.compile(rf"(?:、|和|与|以及|及|,)[^,。;\ue000-\ue5ff]{{0,18}}(?={PERSON})")


@dataclass(frozen=True, slots=True)
class _Dismissed:
    """Who is dismissed: the people, by which construction, where they stand, by whom, and from which role."""

    people: tuple[Unit, ...]
    how: str
    at: int
    by: tuple[int, Unit] | None
    role: Unit | None = None


def find_dismissals(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read a verb of dismissing: 被解雇 with its subject, or 解雇 with its object."""
    dismissed = (
        None if _WISHED.search(scene.mask, scene.clause(start)[0], start) else _dismissed(scene, start, end)
    )
    if dismissed is None:
        return
    rule = f"dismiss.{dismissed.how}"
    score = _SCORES.get(dismissed.how, 0.7)
    telling = Telling(scene, start, min(dismissed.at, start), max(dismissed.at + 1, end), rule, score)
    for person in dismissed.people:
        beside = scene.apposition(scene.place_of(person, dismissed.at), person)
        org = _employer(scene, person, dismissed, beside)
        if org is not None:
            yield telling.out(person, org, _role(scene, person, dismissed, beside))


def _dismissed(scene: Scene, start: int, end: int) -> _Dismissed | None:
    first, last = scene.clause(start)
    if _PUT_HIM.search(scene.mask[:start], first):
        return None  # whom 将其解职 means, the nearest name rarely tells
    passive = _PASSIVE.search(scene.mask[:start], first)
    if passive:
        people, how, at = scene.subject(passive.start())
        if how == "loose" and _NO_PERSON.search(scene.mask[first : passive.start()]):
            return None
        post = _FROM_POST.match(scene.mask, end, last)
        role = scene.sentence.unit(post.start(2)) if post else None
        of = scene.sentence.unit(post.start(1)) if post and post.group(1) else None
        by = (post.start(1), of) if post and of else scene.first_org(passive.start(), start)
        if by is None and not _OWN_AGENT.fullmatch(scene.mask, passive.start(), start):
            return None
        return _Dismissed(people, how, at, by, role)
    put = _PUT.search(scene.mask[:start], first)
    if put:
        person = scene.sentence.unit(put.start(1))
        role = scene.sentence.unit(put.start(2)) if put.group(2) else None
        by = scene.last_org(0, put.start(1))
        return _Dismissed((person,) if person else (), "to", put.start(1), by, role)
    hit = _FIRED.match(scene.mask, end, last)
    if hit is None:
        return None
    role = scene.sentence.unit(hit.start(3)) if hit.group(3) else None
    of = scene.sentence.unit(hit.start(2)) if hit.group(2) else None
    by = (hit.start(2), of) if of else scene.last_org(first, start) or scene.last_org(start, hit.start(1))
    return _Dismissed(_in_list(scene, hit.start(1)), "object", hit.start(1), by, role)


def _employer(scene: Scene, person: Unit, dismissed: _Dismissed, beside: Apposition | None) -> Unit | None:
    if dismissed.by:
        return dismissed.by[1]
    if beside and beside.org is not None:
        return beside.org
    teller = _TELLS_IT.search(scene.mask)
    told = scene.sentence.unit(teller.start(1)) if teller and teller.start() < dismissed.at else None
    return told or scene.memory.orgs.get(person.name) or scene.memory.topic or scene.memory.default


def _role(scene: Scene, person: Unit, dismissed: _Dismissed, beside: Apposition | None) -> str | None:
    role = dismissed.role or (beside.role if beside else None)
    return role.name if role is not None else scene.memory.roles.get(person.name)


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
