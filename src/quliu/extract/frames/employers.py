"""The organisation of a post that a verb gives: said with the role, else guessed from what stands around."""

from __future__ import annotations

import re

from quliu.extract.frames.memory import is_same_org, kind_of
from quliu.extract.frames.predicate import Predicate
from quliu.extract.frames.scene import Scene
from quliu.extract.frames.teams import is_team_name, team_before_role, team_meant, within_company
from quliu.extract.units.unit import ORG, ROLE, Unit

_ROLE_KINDS = (("bank", re.compile("(?:^|副|代)行长\\Z")), ("school", re.compile("校长\\Z|教授\\Z|讲师\\Z")))
_LOOKS_BACK = re.compile(
    "仅|才|不到|不满|未满|短短|刚满|不久|之?后|以来|期间|前|的|[一二两三四五六七八九十半几\\d]+[年个]"
)
# 合并后公司 is none of those named before.
_OTHER_FIRM = re.compile("(?:了|为)?(?:合并后|新公司|新成立的|一家|某|子公司)")
# 没有为任何公司担任顾问
_ANY_FIRM = re.compile(
    "[为在给替](?:任何|哪一?家|其他|某家?|另一家|一家)[^,。;:\ue000-\uf7ff]{0,6}(?:公司|机构|企业|单位)[^,。;\ue000-\uf7ff]{0,4}\\Z"
)
_OF_COMPANY = ("集团", "公司")  # 集团副总裁 is no post in a department
_LEFT = re.compile("(?:离开|离|从|自|前|原)了?\\Z")
_SOME_JOINED = re.compile(
    "(?:加[入盟]|创[办立建]|成立)了?(?:一家|另一家|某|自己的)[^。;\ue000-\uf7ff]{0,30}\\Z"
)
# O在官网宣布,前…
_TELLER = re.compile(
    rf"({ORG})[^,。;:\ue000-\ue5ff]{{0,14}}(?:宣布|公告|公布|任命|迎来|官宣|透露)[^,。;:\ue000-\uf7ff]{{0,6}}[,:]?(?:任命|聘请)?前\Z"
)
_PAST = re.compile("(?:[,、由和与及以命请聘]|\\A)[原前]\\Z")  # 由原O的甲担任
_PAST_POST = re.compile(rf"的?[原前]任?{ROLE}")  # O原R甲
_NEVER = (-9, None)


def named_employer(taking: Predicate, hit: re.Match[str], person: Unit) -> Unit | None:
    """Return the organisation that stands between a verb and the role, an unknown team too: 任金教业务中心负责人."""
    scene, (start, end) = taking.scene, hit.span()
    inside = scene.last_org(start, end)
    team = inside[1] if inside else team_before_role(scene, start, end, None)
    joined = _joined_here(scene, person, start)
    if joined is not None and team is not None and not team.known and is_team_name(team.name):
        return joined  # 加盟某大学,任研究院院长: the team is part of what was joined
    meant = None if inside else team_meant(scene, start, end)
    if meant is not None or team is None:
        return meant
    beside = taking.beside(person)
    return within_company(team, beside.org if beside and not beside.former else None)


def guessed_employer(taking: Predicate, role: Unit | None, person: Unit) -> Unit | None:
    """Return the organisation of a post whose predicate names none: a bank for 行长, a school for 教授."""
    scene, end = taking.scene, taking.end
    if _OTHER_FIRM.match(scene.mask, end) or (role is None and _LOOKS_BACK.match(scene.mask, end)):
        return None
    if _joined_unnamed(taking, person) or _ANY_FIRM.search(taking.left):
        return None
    org = _just_left(taking, person) or _org_around(taking, person)
    if role is not None and role.name.startswith(_OF_COMPANY) and org is not None and is_team_name(org.name):
        return org.owner or scene.memory.about
    kind = next((k for k, pattern in _ROLE_KINDS if role and pattern.search(role.name)), None)
    if kind is None or (org is not None and kind_of(org.name) == kind):
        return org
    return scene.org_of_kind(kind, taking.start) or org


def has_arrived(scene: Scene, person: Unit) -> bool:
    """Tell whether the text has just said that a person joined something."""
    paragraph, _ = scene.memory.joined.get(person.name, _NEVER)
    return paragraph >= scene.sentence.paragraph - 1


def _just_left(taking: Predicate, person: Unit) -> Unit | None:
    """Return what the sentence has just said that a person leaves a post at, for another there: 不再担任O的R,转任R2."""
    scene = taking.scene
    left = scene.memory.left.get(person.name)
    if left is None or taking.how != "zero" or not taking.verb.startswith(("转任", "改任")):
        return None
    return left if 0 <= scene.sentence.place(left) < taking.start else None


def _joined_unnamed(taking: Predicate, person: Unit) -> bool:
    """Tell whether the sentence has just said that a person joined something without a name: 加入一家公司担任R."""
    scene = taking.scene
    paragraph, joined = scene.memory.joined.get(person.name, _NEVER)
    told = _SOME_JOINED.search(scene.mask, 0, taking.start)
    if told is None or scene.orgs_in(taking.clause[0], taking.start):
        return False
    founded = not told.group().startswith("加")
    return founded or (paragraph == scene.sentence.paragraph and joined is None)


def _joined_here(scene: Scene, person: Unit, before: int) -> Unit | None:
    """Return what the sentence has just said that a person joined."""
    paragraph, joined = scene.memory.joined.get(person.name, _NEVER)
    if paragraph != scene.sentence.paragraph or joined is None:
        return None
    return joined if 0 <= scene.sentence.place(joined) < before else None


def _present(scene: Scene, start: int, end: int) -> tuple[int, Unit] | None:
    """Return the last organisation in a part of the mask that is no past one of somebody: not O in 由原O的甲担任."""
    found = _all_present(scene, start, end)
    return found[-1] if found else None


def _all_present(scene: Scene, start: int, end: int) -> list[tuple[int, Unit]]:
    return [
        (at, u)
        for at, u in scene.orgs_in(start, end)
        if not (_PAST.search(scene.mask, max(0, at - 2), at) or _PAST_POST.match(scene.mask, at + 1))
    ]


def _org_around(taking: Predicate, person: Unit) -> Unit | None:
    """Return the organisation in force at a verb, best vouched for first."""
    scene, (first, _), at = taking.scene, taking.clause, taking.at
    left = _present(scene, first, taking.start)
    told = _teller_of_newcomer(taking, person, scene.last_org(first, taking.start))
    if told is not None:
        return told
    if left and (left[0] < at or (at < first and not _LEFT.search(scene.mask, 0, left[0]))):
        return left[1]
    if scene.memory.founded is not None and person.name in scene.memory.founders:
        return scene.memory.founded  # 创立O,任董事长
    _, joined = scene.memory.joined.get(person.name, _NEVER)
    if joined is not None and has_arrived(scene, person):
        return joined
    told = scene.memory.orgs.get(person.name)
    if taking.how == "zero" and told is not None and at < scene.sentence.place(told) < first:
        return told  # 甲出任O的R,同时任R2
    beside = taking.beside(person)
    if beside and beside.org is not None and not beside.former:
        return beside.org
    known = scene.memory.orgs.get(person.name)
    if known is not None and 0 <= scene.sentence.place(known) < first:
        return known  # 前O2高管甲出任O的R,即日上任
    goals = [org for name, (_, org) in scene.memory.joined.items() if name != person.name]
    earlier = [org for _, org in _all_present(scene, 0, taking.start) if org not in goals]
    return earlier[-1] if earlier else scene.memory.orgs.get(person.name) or scene.memory.about


def _teller_of_newcomer(taking: Predicate, person: Unit, near: tuple[int, Unit] | None) -> Unit | None:
    """Return who tells that somebody from elsewhere gets a post: O宣布,前O2高管甲出任R."""
    scene, beside = taking.scene, taking.beside(person)
    if (
        near is None
        or beside is None
        or beside.org is not near[1]
        or not scene.mask.endswith("前", 0, near[0])
    ):
        return None
    teller = scene.unit(_TELLER.search(scene.mask, 0, near[0]))
    return None if teller is None or is_same_org(teller, near[1]) else teller
