"""What somebody leaves: the organisation and the role that a verb of leaving, or what stands beside it, names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quliu.extract.frames.apposition import Apposition
from quliu.extract.frames.memory import is_same_org
from quliu.extract.frames.predicate import Predicate
from quliu.extract.frames.teams import seat_on_board
from quliu.extract.frames.workplace import STEP, guess_org, match_post
from quliu.extract.units.unit import ORG, PERSON, ROLE, TIME, Unit

_SERVED = rf"(?:自己|其|他|她)?(?:任职|工作|服务|效力|供职|就职|奋斗|待|呆|干)了?(?:{TIME}|[^\ue000-\uf7ff,。;:的]){{1,8}}的"  # 离开任职六年的O
_WHAT = re.compile(
    rf"(?:了|过)?(?:{_SERVED})?(?:{STEP}|{TIME}){{0,16}}?(?:{PERSON}(?:一手|共同|联合)?(?:创[办立建]|成立|领导|旗下|执掌)?的)?"
    rf"(?:{ORG}(?:的|旗下的?|及其?))?(?P<org>{ORG})(?:的|旗下的?|、|公司的?)?(?:{STEP}{{0,10}}?(?P<role>{ROLE}))?"
)
_FROM = re.compile(
    rf"(?P<by>从|自|在|由)[^\ue000-\uf7ff,。;]{{0,6}}(?P<org>{ORG})(?:的|公司)?(?P<role>{ROLE})?[^,。;\ue000-\uf7ff]{{0,8}}\Z"
)
_POST_FROM = re.compile(
    rf"(?:从|(?<!再)担任|出任)[^\ue000-\uf7ff,。;]{{0,4}}(?P<role>{ROLE})(?:{TIME}|[^,。;\ue000-\uf7ff]){{0,8}}\Z"
)
# 离职前是O的R
_BEFORE_IT = re.compile(
    rf"之?前,?(?:一直|曾)?(?:担任过?|是|为|曾?任|系|供职于|就职于|任职于|在)[^\ue000-\uf7ff,。;:]{{0,6}}(?P<org>{ORG})(?:公司)?的?(?:[^\ue000-\uf7ff,。;:]{{0,10}}(?P<role>{ROLE}))?"
)
# 逝世,生前任O的R
_WAS = re.compile(
    rf"(?:生前|(?:去世|逝世|离世)前)(?:一直|长期|仍)?(?:担任|任|是|为|供职于|任职于)(?P<org>{ORG})的?(?:[^\ue000-\uf7ff,。;:]{{0,8}}(?P<role>{ROLE}))?"
)
_ITS_ROLE = re.compile(
    rf",(?:而|但|目前|如今|{TIME})?(?:{ORG})?的?(?P<role>{ROLE})(?:一职|职务|职位)?(?:将|便|就|已)?由"
)
# 甲曾是O的R,2020年出走: what somebody was, told between the name and the verb.
_PAST_POST = re.compile(
    rf"(?:曾经?|此前|之前|过去|原)(?:一直|长期)?(?:在|是|任|担任过?|为|任职于|供职于|就职于)[^\ue000-\uf7ff,。;:]{{0,4}}({ORG})(?:公司)?的?(?:[^\ue000-\uf7ff,。;:]{{0,8}}({ROLE}))?"
)
# Verbs that take no object: what is left stands elsewhere.
OBJECTLESS = frozenset(
    [
        "离职",
        "辞职",
        "请辞",
        "离任",
        "出走",
        "退休",
        "下课",
        "下台",
        "离队",
        "离场",
        "挂冠",
        "引咎辞职",
        "裸辞",
        "跑路",
        "去职",
        "走人",
        "被免职",
        "退任",
        "辞任",
        "卸任",
        "离世",
        "去世",
        "逝世",
        "病逝",
        "交棒",
        "抽身",
        "荣退",
        "隐退",
        "退下来",
        "离岗",
        "申请辞职",
        "申请辞任",
        "出来",
        "最后一天",
        "最后一个工作日",
        "辞呈",
        "辞职信",
        "分道扬镳",
    ]
)
_IN_CHARGE = re.compile("((?:负责|分管|主管|主导)[^,。;:的\ue000-\ue5ff\uec00-\uf8ff]{2,16})的\\Z")
_CHARGE_CHARS = 24  # no match of _IN_CHARGE is wider
# 在担任CTO三年后,甲卸任
SERVED_AS = re.compile(
    rf"(?:担任|出任|任)(?:了|过)?(?:{ORG})?的?[^,。;:\ue000-\uf7ff]{{0,6}}({ROLE})(?:一职)?(?:{TIME}|[^,。;:\ue000-\uf7ff]){{0,8}}(?:后|{TIME}),\Z"
)
_DEATH = frozenset(["离世", "去世", "逝世", "病逝"])


@dataclass(frozen=True, slots=True)
class Left:
    """What is left: the organisation, the role, by which device both were found, and where the telling ends."""

    org: Unit | None
    role: str | None
    device: str
    stop: int


def find_left(leaving: Predicate, person: Unit) -> Left | None:
    """Return what a person leaves; None where the text does not tell."""
    beside = leaving.beside(person)
    if leaving.verb in _DEATH:
        return _post_of_the_dead(leaving, beside)
    left = (
        _said_before_it(leaving)
        or _past_post(leaving)
        or _said_object(leaving, person, beside)
        or _said_source(leaving, person, beside)
    )
    if left is not None:
        return left
    role, stop = _said_role(leaving, person, beside)
    guessed = guess_org(leaving, person, beside)
    if guessed is None:
        return None
    elsewhere = beside is not None and beside.org is not None and not is_same_org(beside.org, guessed[0])
    if guessed[1] == "worked" and elsewhere and beside is not None and beside.role is not None:
        role = None if role == beside.role.name else role  # the role beside the name is one at another firm
    return Left(guessed[0], role, guessed[1], stop)


def _post_of_the_dead(leaving: Predicate, beside: Apposition | None) -> Left | None:
    """Return the post that a death ends: the one that stands beside the name and is not a past one."""
    was = _WAS.search(leaving.scene.mask, leaving.end)
    if was:
        role = leaving.scene.unit(was, "role")
        return Left(leaving.scene.unit(was, "org"), role.name if role else None, "object", was.end())
    if leaving.how != "named" or beside is None or beside.org is None or beside.former or beside.role is None:
        return None
    return Left(beside.org, beside.role.name, "beside", leaving.end)


def _said_object(leaving: Predicate, person: Unit, beside: Apposition | None) -> Left | None:
    """Return what follows the verb: 离开O, 辞去O的R一职."""
    scene, end = leaving.scene, leaving.end
    what = _WHAT.match(scene.mask, end, leaving.clause[1])
    if what is None or (leaving.verb in OBJECTLESS and not what.group("role")):
        return None
    org = scene.unit(what, "org")
    role = scene.unit(what, "role")
    known = _own_role(leaving, beside, org)
    name = role.name if role else seat_on_board(scene, end) or known or scene.role_at(person, org)
    return Left(org, name, "object", what.end())


def _said_before_it(leaving: Predicate) -> Left | None:
    """Return what somebody was before leaving: 离职前是O的R."""
    scene = leaving.scene
    hit = _BEFORE_IT.match(scene.mask, leaving.end)
    if hit is None or leaving.verb not in OBJECTLESS:
        return None
    role = scene.unit(hit, "role")
    return Left(scene.unit(hit, "org"), role.name if role else None, "object", hit.end())


def _past_post(leaving: Predicate) -> Left | None:
    """Return the post that the sentence has told of the unsaid subject since its name: 甲曾是O的R,2020年出走."""
    scene, (first, _) = leaving.scene, leaving.clause
    if leaving.how not in ("zero", "loose") or leaving.verb not in OBJECTLESS or leaving.at >= first:
        return None
    hits = list(_PAST_POST.finditer(scene.mask, leaving.at, first))
    source = _FROM.search(scene.mask, first, leaving.start)
    if not hits or source or scene.orgs_in(first, leaving.start):
        return None
    role = scene.unit(hits[-1], 2)
    return Left(scene.unit(hits[-1]), role.name if role else None, "worked", leaving.end)


def _own_role(leaving: Predicate, beside: Apposition | None, org: Unit | None) -> str | None:
    """Return the role beside the name where it may be one at the organisation that is left, or at a product of it."""
    if beside is None or beside.role is None or org is None:
        return None
    if beside.org is not None and is_same_org(org, beside.org):
        return beside.role.name
    elsewhere = beside.org is not None and not beside.org.work
    founder = "创始" in beside.role.name or "联创" in beside.role.name
    mask = leaving.scene.mask
    at = leaving.scene.sentence.place(beside.role)
    if beside.org is None and mask.endswith("公司", 0, max(0, at)):
        return beside.role.name  # 公司联合创始人甲离开O
    return None if leaving.how not in ("named", "listed") or elsewhere or founder else beside.role.name


def _said_source(leaving: Predicate, person: Unit, beside: Apposition | None) -> Left | None:
    """Return what stands before the verb: 从O离职, 从O的R一职退休."""
    scene, (first, _) = leaving.scene, leaving.clause
    source = _FROM.search(scene.mask, first, leaving.start)
    if source is None or (
        source.group("by") == "在" and not scene.orgs_in(source.start("org"), source.start("org") + 1)
    ):
        return None
    org = scene.unit(source, "org")
    role = scene.unit(source, "role")
    if role is not None:
        return Left(org, role.name, "from", leaving.end)
    name, stop = _said_role(leaving, person, _at(beside, org), org)
    return Left(org, name, "from", stop)


def _duty(leaving: Predicate, person: Unit) -> str | None:
    """Return what a person is said to be in charge of, before the name: 负责算力方向的甲."""
    scene = leaving.scene
    place = scene.sentence.place(person)
    hit = _IN_CHARGE.search(scene.mask, max(0, place - _CHARGE_CHARS), place) if place > 0 else None
    return None if hit is None else scene.sentence.words(hit.start(1), hit.end(1))


def _at(beside: Apposition | None, org: Unit | None) -> Apposition | None:
    """Return what stands beside a name unless it is a founder's or a post at another organisation."""
    if beside is None or org is None or beside.org is None or beside.org.work:
        return beside
    return beside if is_same_org(org, beside.org) or org.name in beside.org.name else None


def _said_role(
    leaving: Predicate, person: Unit, beside: Apposition | None, org: Unit | None = None
) -> tuple[str | None, int]:
    """Return the role that is left and where the telling ends: after the verb, before it, or beside the name."""
    scene = leaving.scene
    post = None if leaving.how == "listed" and beside and beside.role else match_post(leaving)
    before = _POST_FROM.search(scene.mask, leaving.clause[0], leaving.start)
    role = scene.unit(post or before, "role")
    if role is not None:
        return role.name, post.end() if post else leaving.end
    seat = seat_on_board(scene, leaving.end)
    if seat is not None:
        return seat, leaving.end
    if beside and beside.role:
        return beside.role.name, leaving.end
    duty = _duty(leaving, person)
    if duty is not None:
        return duty, leaving.end
    next_role = scene.unit(_ITS_ROLE.match(scene.mask, leaving.clause[1]), "role")
    if next_role is not None:
        return next_role.name, leaving.end
    served = SERVED_AS.search(scene.mask, 0, max(0, scene.sentence.place(person)))
    if served is not None and scene.sentence.place(person) < leaving.start:
        unit = scene.unit(served)
        return (unit.name if unit else None), leaving.end
    known = scene.memory.roles.get(person.name)
    return (known if org is None else scene.role_at(person, org)), leaving.end
