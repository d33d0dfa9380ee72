"""Leaving and being made to leave: 离职, 离开, 辞去, 卸任; 解雇, 罢免."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quliu.extract.frames.draft import Draft
from quliu.extract.frames.joining import _position
from quliu.extract.frames.scene import Scene
from quliu.extract.units import ORG, PEOPLE, PERSON, ROLE, Unit
from quliu.model import Side

_WHAT = re.compile(
    rf"(?:了|其|他的|她的|自己的?|公司的?|所|担任的?|原有|现有|在|旗下|老东家|前东家|工作[^,。;]{{0,8}}的|这家|,?(?:{ORG})(?=[的旗]))*(?P<org>{ORG})?(?:的|旗下|、)?[^\ue000-\uf7ff,。;:]{{0,10}}?(?P<role>{ROLE})?"
)
_FROM = re.compile(rf"(?:从|自|在|由)[^\ue000-\uf7ff,。;]{{0,6}}({ORG})[^,。;\ue000-\uf7ff]{{0,8}}\Z")
_NO_POST = re.compile("会议|会场|现场|人世|市场|房间|美国|中国|北京|战场|董事会会议|舞台|学校|本意")
_PLURAL = re.compile("频繁|纷纷|潮|[0-9一二三四五六七八九十多几数]+[名位人]|员工|团队成员")
_OTHERS = re.compile("的(?:离开|离职|出走|辞职|退出|卸任|辞任)\\Z")
_AFTER_NOUN = re.compile("潮|率|员工|人员|手续|创业的")
_OBJECTLESS = frozenset(
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
    ]
)
_DEATH = frozenset(["离世", "去世", "逝世", "病逝"])
_POSTS_ONLY = frozenset(
    ["卸下", "不再担任", "不再负责", "不再兼任", "不再出任", "辞去", "辞掉", "卸任", "辞任", "退居"]
)


def find_leaves(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read a verb of leaving at [start, end) of the mask."""
    verb = scene.mask[start:end]
    _, clause_end = scene.clause(start)
    if verb in _DEATH or _AFTER_NOUN.match(scene.mask, end):
        return
    people, how, at = _leaver(scene, start)
    if not people:
        return
    what = _WHAT.match(scene.mask, end, clause_end)
    if what and not what.group("org") and _NO_POST.match(scene.mask, end):
        return
    time = scene.time(start)
    for person in people:
        org, role, device, stop = _left_post(scene, person, at, start, end, what, verb)
        if org is None and device != "unnamed":
            continue
        if device == "topic" and how in ("pronoun", "zero", "loose", "listed"):
            continue
        score = {"named": 0.8, "relative": 0.65, "listed": 0.7, "pronoun": 0.65, "zero": 0.55, "loose": 0.45}[
            how
        ] * {"object": 1.0, "from": 1.0, "beside": 0.95, "memory": 0.75, "topic": 0.7}.get(device, 0.5)
        begin = min(
            [
                at,
                start,
                *([scene.sentence.position(org.span.start)] if org and device in ("beside", "from") else []),
            ]
        )
        yield Draft(
            person,
            Side.OUT,
            org,
            role,
            scene.sentence,
            begin,
            stop,
            start,
            f"leave.{how}.{device}",
            score,
            time,
        )


def _leaver(scene: Scene, start: int) -> tuple[tuple[Unit, ...], str, int]:
    people, how, at = scene.subject(start, relative=True)
    if not people or how != "named":
        return people, how, at
    group = re.compile(PEOPLE).match(scene.mask, at)
    between = scene.mask[group.end() if group else at + 1 : start]
    if (
        len(between) > 28
        or re.search("员工|团队成员|的人|高管们|研究员们", between)
        or (between.startswith("的") and re.search("的.{2,}的|公司|团队|员工", between))
    ):
        return (), "none", at
    return people, how, at


def _left_post(
    scene: Scene, person: Unit, at: int, start: int, end: int, what: re.Match[str] | None, verb: str
) -> tuple[Unit | None, str | None, str, int]:
    """Return organisation, role, device and end of what is left."""
    clause_start, _ = scene.clause(start)
    beside = scene.apposition(_position(scene, person, at), person)
    role = scene.sentence.unit(what.start("role")) if what and what.group("role") else None
    role_name = (
        role.name
        if role
        else (beside.role.name if beside and beside.role else scene.memory.roles.get(person.name))
    )
    stop = max(end, what.end() if what and (what.group("org") or role) else end)
    orgs = scene.sentence.find(ORG, end, what.end()) if what else []
    if orgs and (verb not in _OBJECTLESS or role):
        return orgs[-1][1], role_name, "object", max(stop, orgs[-1][0] + 1)
    source = _FROM.search(scene.mask[:start], clause_start)
    if source:
        return scene.sentence.unit(source.start(1)), role_name, "from", stop
    if beside and beside.org is not None:
        return beside.org, role_name, "beside", stop
    left = scene.last_org(clause_start, start)
    if left:
        return left[1], role_name, "beside", stop
    earlier = [(p, u) for p, u in scene.sentence.find(ORG, 0, clause_start) if u.weight >= 0.6]
    if person.name in scene.memory.orgs:
        return scene.memory.orgs[person.name], role_name, "memory", stop
    if earlier:
        return earlier[0][1], role_name, "topic", stop
    return scene.memory.default or scene.memory.topic, role_name, "topic", stop


_FIRED = re.compile(rf"[^\ue000-\ue5ff。;:]{{0,24}}({PEOPLE})(?:的?({ROLE}))?")


def find_dismissals(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read a verb of dismissing: 被解雇 with its subject, or 解雇 with its object."""
    clause_start, clause_end = scene.clause(start)
    to = re.search(
        rf"(?:对|将|把)[^,。;\ue000-\ue5ff]{{0,12}}({PERSON})(?:予以|给予|进行|的职务)?\Z",
        scene.mask[clause_start:start],
    )
    passive = re.search(rf"被(?:{ORG})?(?:{PERSON})?[^,。]{{0,6}}\Z", scene.mask[clause_start:start])
    if passive:
        people, how, at = scene.subject(clause_start + passive.start())
        by = scene.first_org(clause_start + passive.start(), start)
    elif to:
        at, how, by = clause_start + to.start(1), "to", scene.last_org(0, clause_start + to.start(1))
        people = tuple(u for u in [scene.sentence.unit(at)] if u)
    else:
        hit = _FIRED.match(scene.mask, end, clause_end)
        if not hit:
            return
        by = scene.last_org(clause_start, hit.start(1))
        at, how = hit.start(1), "object"
        people = _in_list(scene, hit.start(1))
    for person in people:
        beside = scene.apposition(_position(scene, person, at), person)
        org = (
            by[1]
            if by
            else (
                beside.org
                if beside and beside.org
                else scene.memory.orgs.get(person.name) or scene.memory.topic or scene.memory.default
            )
        )
        if org is None:
            continue
        role = beside.role.name if beside and beside.role else scene.memory.roles.get(person.name)
        yield Draft(
            person,
            Side.OUT,
            org,
            role,
            scene.sentence,
            min(at, start),
            max(at + 1, end),
            start,
            f"dismiss.{how}",
            0.7,
            scene.time(start),
        )


_NEXT_IN_LIST = re.compile(rf"(?:、|和|与|以及|及|,)[^,。;\ue000-\ue5ff]{{0,18}}(?={PERSON})")


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
