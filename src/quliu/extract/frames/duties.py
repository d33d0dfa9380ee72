"""A new duty in the company where one is: 将全面负责大模型业务, 将重心调整到大模型业务."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quliu.extract.frames.beginnings import is_held
from quliu.extract.frames.draft import Draft
from quliu.extract.frames.memory import is_same_org
from quliu.extract.frames.predicate import Predicate
from quliu.extract.frames.scene import Scene
from quliu.extract.frames.telling import Telling
from quliu.extract.units.unit import ORG, PERSON, ROLE, TIME, Unit

_NOW_HEADS = re.compile(
    rf"{PERSON}(?:则|也)?(?:将(?!继续)(?:全面|统一|直接|开始|转而|同时)?|开始|转而|改为|接手|全面|全权)\Z"
)
# 该团队将由O的R甲领导
_WILL_BE_HEADED = re.compile(
    rf"(?:将|改|转)(?:统一|直接)?由(?:{ORG}|{ROLE}|的|前|原){{0,5}}{PERSON}(?:来|全面|直接|统一)?\Z"
)
# 他将在O领导一个团队
_WILL_HEAD_AT = re.compile(rf"(?:{PERSON}|他|她|后者)(?:则|也)?将(?:会)?在({ORG})(?:公司)?\Z")
_STOP = re.compile("[,。;!]|\\Z")
_DUTY = re.compile(rf"(?!{ROLE})(?:{ORG}|[^,。;:\ue000-\uf7ff]){{2,24}}(?=[,。;]|\Z)")
# O原R甲将重心调整到大模型业务
_FORMERLY = re.compile(rf"原(?:{ORG}的?)?[^,。;:的\ue000-\uf7ff]{{0,8}}{ROLE}\Z")
_OWN_FOCUS = re.compile(
    rf"({PERSON})(?:{TIME}|也|则|已经?|,)?(?P<put>将|把)(?:其|自己|个人)?的?(?:工作|主要)?的?\Z"
)
_REFOCUSED = re.compile(
    rf"(?:逐渐|逐步|全部|更多地?)?(?:调整|转移|转|移|放)(?:到|至|向|在)了?((?:{ORG}|[^,。;:\ue000-\uf7ff]){{2,24}}?)(?:上|中|方面)?(?=[,。;]|\Z)"
)
_OUTSIDE = re.compile("创业|投资|家庭|生活|慈善|公益|教学|学术|外部|新公司|其他")
_NEAR = 16  # as far before a verb or a name as its circumstances are looked for


def find_new_duties(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read 甲将全面负责大模型业务, 将由甲领导: a new duty, in the company that is spoken of."""
    heading = Predicate(scene, start, end, *scene.subject(start))
    there = _WILL_HEAD_AT.search(heading.left)
    if there and heading.how in ("named", "pronoun") and len(heading.people) == 1:
        place = heading.clause[0] + there.start(1)
        team = scene.sentence.unit(place)
        telling = heading.telling(end, "post.headed", 0.55)
        yield telling.into(heading.people[0], team, None)
        return
    if _WILL_BE_HEADED.search(heading.left) and _STOP.match(scene.mask, end):
        yield from _headed_by(heading)
        return
    duty = _DUTY.match(scene.mask, end, heading.clause[1])
    left = heading.left
    if duty is None or not _NOW_HEADS.search(left) or is_held(left):
        return
    if heading.how != "named" or len(heading.people) != 1:
        return
    person = heading.people[0]
    org = _employer(heading, person)
    if org is None:
        return
    telling = heading.telling(duty.end(), "post.duty", 0.55)
    yield telling.into(person, org, scene.sentence.words(start, duty.end()))
    beside = scene.appositions.get(heading.at)
    if beside and beside.former and beside.role and is_same_org(org, beside.org) and "转而" in left:
        yield telling.told_by("post.refocus", 0.55).out(person, org, beside.role.name)  # 原R甲转而负责


def _headed_by(heading: Predicate) -> Iterator[Draft]:
    """Yield who will head what stands before: 该团队将由甲领导."""
    scene = heading.scene
    by = scene.mask.rfind("由", 0, heading.start)
    near = scene.last_org(0, by)
    org = near[1] if near else scene.memory.topic
    if org is not None and len(heading.people) == 1:
        telling = Telling(
            scene, by, by, heading.end, "post.headed", 0.55
        )  # what is planned is said before it
        yield telling.into(heading.people[0], org, None)


def _employer(heading: Predicate, person: Unit) -> Unit | None:
    """Return the company in which somebody is put in charge: the nearest before, no product, else the topic."""
    scene, beside = heading.scene, heading.beside(person)
    if beside and beside.org is not None and not beside.former:
        return beside.org
    own = beside.org if beside else None
    near = [unit for _, unit in scene.orgs_in(0, heading.start) if not unit.work and unit is not own]
    return near[-1] if near else own or scene.memory.orgs.get(person.name) or scene.memory.topic


def find_refocusing(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read O原R甲将重心调整到大模型业务: who had a post turns to another duty in the same company."""
    whose = _OWN_FOCUS.search(scene.mask, max(0, start - _NEAR), start)
    duty = _REFOCUSED.match(scene.mask, end)
    if whose is None or duty is None:
        return
    at = whose.start()
    person, beside = scene.unit(whose), scene.appositions.get(at)
    if person is None or beside is None or beside.role is None:
        return
    words = scene.sentence.words(*duty.span(1))
    if not _FORMERLY.search(scene.mask, max(0, at - _NEAR), at) or _OUTSIDE.search(words):
        return
    near = scene.last_org(0, at)
    org = beside.org or (near[1] if near else scene.memory.topic)
    if org is None:
        return
    # 将 brings the object forward here: no plan is told by it.
    telling = Telling(scene, whose.start("put"), at, duty.end(), "post.refocus", 0.55)
    team = scene.first_org(*duty.span(1))
    yield telling.into(person, team[1] if team else org, None if team else words)
    yield telling.out(person, org, beside.role.name)
