"""Leaving: 离职, 离开, 辞去, 卸任, 退休; death in office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quliu.extract.frames.draft import Draft
from quliu.extract.frames.left import OBJECTLESS, Left, find_left
from quliu.extract.frames.predicate import Predicate
from quliu.extract.frames.scene import Scene
from quliu.extract.units.unit import ORG, PEOPLE, PERSON, ROLE, TIME, Unit

# 继R甲之后,又一位O高管离开:R乙…
_AFTER_WHOM = re.compile(
    rf"继[^,。;:]{{0,24}}?({PERSON})[^,。;:\ue000-\uf7ff]{{0,4}}之?后,[^,。;:]{{0,6}}(?:又|再|另)[^,。;:\ue000-\ue5ff]{{0,6}}?({ORG})?[^,。;:\ue000-\ue5ff]{{0,8}}\Z"
)
_AFTER_CHARS = 56  # no match of _AFTER_WHOM is wider
_NAMED_AFTER = re.compile(rf"[^,。;:\ue000-\uf7ff]{{0,4}}:(?:{ORG})?(?:{ROLE})?({PERSON})")
_LOSING = ("失去", "痛失", "再失")
_LOSER = re.compile(rf"{ORG}(?:公司|团队)?(?:{TIME}|[^,。;:\ue000-\uf7ff]){{0,8}}\Z")
_LOST = re.compile(
    rf"了?(?:(?:[0-9一二两三四五六七八九十多几]+[名位]|一员|又一[名位])?(?:{ROLE}|[^,。;:\ue000-\uf7ff]){{0,8}}(?:[:,]|——)|其|它的|{ROLE}|的|[、和及与])*(?:分别是)?(?=(?:{ORG}|{ROLE}|[^,。;:\ue000-\uf7ff]){{0,8}}{PERSON})"
)
_LOST_END = re.compile("[。;!,]")
# Words that tell of leaving only with what stands before them.
_NEEDS = (
    (
        ("出来",),
        re.compile(rf"从{ORG}(?:{ROLE})?(?:(?!独立|分拆|拆分|剥离|孵化)[^,。;:\ue000-\uf7ff]){{0,2}}\Z"),
    ),
    (("最后一天", "最后一个工作日"), re.compile(rf"在{ORG}[^,。;:\ue000-\uf7ff]{{0,4}}\Z")),
    (("辞呈", "辞职信"), re.compile("(?:递交|提交|递上|提出|递出|呈交|交)了?\\Z")),
    (("流失",), re.compile(rf"{ORG}[^。;:\ue000-\ue5ff]{{0,12}}\Z")),
    (("分道扬镳",), re.compile(rf"[与和](?:老东家)?{ORG}(?:公司)?[^,。;:\ue000-\uf7ff]{{0,4}}\Z")),
)
_GIVEN_UP = re.compile(
    rf"了?(?:在|自己在)?{ORG}(?:公司)?的?[^,。;:\ue000-\ue5ff]{{0,10}}(?:职位|工作|岗位|职务|教职|高薪|年薪|职业)"
)
_TERM_ENDED = re.compile(
    rf"了?(?:其|自己的?)?{ROLE}的?(?:任期|生涯|任职)|了?(?:自己|其|他|她)?在{ORG}(?:公司)?的?(?:{TIME}|[^,。;:\ue000-\uf7ff]){{0,10}}(?:任期|职业生涯|工作|生涯|旅程|任职)"
)
# 从O离职后,甲加入…: the clause after names who left.
_AHEAD = re.compile(
    rf"[^。;:,\ue000-\ue5ff]{{0,20}}(?:之?后|之?前|之际|时|以来|{TIME}),(?:{TIME}|{ORG}|{ROLE}|这位|的|前){{0,4}}({PERSON})(?!的)"
)
_NO_POST = re.compile(
    "会议|会场|现场|人世|市场|房间|(?:美国|中国|北京)(?![\ue600-\uebff])|战场|舞台|学校|本意|祖国|家乡|这个世界|赛场|视线|聊天|群聊|政府(?!事务|关系)|内阁|国会|议会"
)
_MODAL = re.compile(
    "(?:可以|能够|差点|险些|应该|应当|必须|理应|要求|呼吁|敦促|督促|建议|劝|鼓励|是否)[^,。;\ue000-\ue5ff]{0,6}\\Z|(?:建议|奉劝|不要|(?<![分特区个级])别)[^,。;\ue000-\ue5ff]{0,10}\\Z"
)
_SHAREHOLDER = re.compile("股东|投资人|投资方|出资")
_PEOPLE = re.compile(PEOPLE)
_SOMETHING_OF = re.compile("的.{2,}的|公司|团队")
_OTHERS = re.compile("员工|团队成员|的人|高管们|研究员们")
_AFTER_NOUN = re.compile("潮|率|员工|人员|手续|创业的|补偿|证明|协议|流程|管理")
_HANDED_IN = re.compile("(?:办理|办完|办妥|完成|走完)(?:了|完)?(?:了|全部|相关|正式)?\\Z")  # 办理了离职手续
_SPEAKS_OF = re.compile(
    rf"[^\ue000-\uf7ff,。;:]{{0,2}}的(?:[^\ue000-\uf7ff,。;:的]{{0,12}}{ORG})?(?:前任?|原)?(?:{ROLE})?({PERSON})"
)
_TITLE_LEAVES = re.compile(
    rf"(?:(?<!任)|该名?){ROLE}(?:已经?|目前|现|均|将|即将|宣布|正式|先后|也|因[^,。;]{{1,8}})*\Z"
)
_DEVICES = {
    "object": 1.0,
    "from": 1.0,
    "beside": 0.95,
    "list": 0.9,
    "next": 0.75,
    "worked": 0.85,
    "memory": 0.75,
    "topic": 0.7,
}
_SUBJECTS = {
    "named": 0.8,
    "relative": 0.65,
    "listed": 0.7,
    "pronoun": 0.65,
    "zero": 0.55,
    "loose": 0.45,
    "ahead": 0.75,
}


def find_leaves(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read a verb of leaving at [start, end) of the mask."""
    if not _is_told(scene, start, end):
        return
    people, how, at = _leaver(scene, start, end)
    leaving = Predicate(scene, start, end, people, how, at)
    for person in people:
        left = find_left(leaving, person)
        if left is not None and left.org is not None:
            yield _draft(leaving, person, left)


def _is_told(scene: Scene, start: int, end: int) -> bool:
    """Tell whether the verb tells of somebody's leaving rather than of leavers, papers, places and wishes."""
    mask = scene.mask
    for words, needed in _NEEDS:
        if mask.startswith(words, start) and not needed.search(mask, max(0, start - 16), start):
            return False
    if mask.startswith("结束", start) and not _TERM_ENDED.match(mask, end):
        return False
    if mask.startswith("放弃", start) and not _GIVEN_UP.match(mask, end):
        return False
    if _SHAREHOLDER.search(mask, scene.clause(start)[0], start) and mask.startswith("退出", start):
        return False
    papers = _AFTER_NOUN.match(mask, end) and not _HANDED_IN.search(mask, max(0, start - 8), start)
    if papers or _MODAL.search(mask, scene.clause(start)[0], start):
        return False
    return _NO_POST.match(mask, end + (mask[end : end + 1] == "了")) is None


def _draft(leaving: Predicate, person: Unit, left: Left) -> Draft:
    rule = f"leave.{leaving.how}.{left.device}"
    telling = leaving.telling(left.stop, rule, _SUBJECTS[leaving.how] * _DEVICES[left.device])
    if left.org is not None and left.device in ("beside", "from", "list"):
        place = leaving.scene.sentence.position(left.org.span.start)
        telling = telling.told_by(rule, telling.score, place)
    return telling.out(person, left.org, left.role)


def _leaver(scene: Scene, start: int, end: int) -> tuple[tuple[Unit, ...], str, int]:
    """Return who leaves, by which device, and where: nobody where the verb tells of others beside a name."""
    spoken = _SPEAKS_OF.match(scene.mask, end) if scene.mask[start:end] in OBJECTLESS else None
    if spoken:
        unit = scene.unit(spoken)
        return ((unit,) if unit else ()), "relative", spoken.start(1)
    if scene.mask.startswith(_LOSING, start):
        return _lost(scene, start, end) or ((), "none", start)
    after = _AFTER_WHOM.search(scene.mask, max(0, start - _AFTER_CHARS), start)
    if after:
        return _one_more(scene, after, end)
    people, how, at = scene.subject(start, relative=True)
    if how in ("zero", "loose", "none") and not scene.people_in(0, start):
        ahead = _AHEAD.match(scene.mask, end)
        unit = scene.unit(ahead)
        if ahead and unit is not None:
            return (unit,), "ahead", ahead.start(1)
    if how in ("zero", "loose") and _TITLE_LEAVES.search(scene.mask, scene.clause(start)[0], start):
        return (), "none", at
    if people and how == "named" and _is_another(scene, scene.place_of(people[-1], at), start):
        return (), "none", at
    return people, how, at


def _lost(scene: Scene, start: int, end: int) -> tuple[tuple[Unit, ...], str, int] | None:
    """Return whom an organisation loses: O失去了两名高管:R甲与R2乙."""
    loses = scene.mask.startswith(_LOSING, start) and _LOSER.search(scene.mask, max(0, start - 20), start)
    whom = _LOST.match(scene.mask, end) if loses else None
    if whom is None:
        return None
    stop = _LOST_END.search(scene.mask, whom.end())
    found = scene.sentence.find(PERSON, whom.end(), stop.start() if stop else len(scene.mask))
    people = tuple(unit for at, unit in found if not scene.mask.startswith("的", at + 1))
    return (people, "listed", whom.end()) if people else None


def _one_more(scene: Scene, after: re.Match[str], end: int) -> tuple[tuple[Unit, ...], str, int]:
    """Return those of whom a sentence counts the last: 继甲之后,又一位高管离开:R乙."""
    named = _NAMED_AFTER.match(scene.mask, end)
    places = [after.start(1), *([named.start(1)] if named else [])]
    people = tuple(unit for at in places if (unit := scene.sentence.unit(at)) is not None)
    return people, "listed", after.start(1)


def _is_another(scene: Scene, at: int, start: int) -> bool:
    """Tell whether what stands between a name and the verb makes somebody else the one who leaves."""
    group = _PEOPLE.match(scene.mask, at)
    first = group.end() if group else at + 1
    between = scene.mask[first:start]
    if "在内的" in between:
        return False  # 包括甲在内的多名高管
    if len(between) > 28 or _OTHERS.search(between) or scene.names_others(first, start):
        return True
    return between.startswith("的") and _SOMETHING_OF.search(between) is not None
