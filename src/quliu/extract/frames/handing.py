"""Appointing and handing over: 任命X为R, 聘请X担任R, 由X接任, X接替Y."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quliu.extract.frames.draft import Draft
from quliu.extract.frames.joining import _position
from quliu.extract.frames.scene import Scene
from quliu.extract.units import ORG, PEOPLE, PERSON, ROLE, Unit
from quliu.model import Side

_OBJECT = re.compile(rf"[^\ue000-\ue5ff,。;:]{{0,18}}({PEOPLE})")
_ROLE = re.compile(
    rf"[^\ue000-\ue5ff。;]{{0,12}}?(?:担任|出任|以|为|任|成为|作为|接任|兼任|负责)(?:了|其|该公司|公司|集团|新任?的?|首任)*(?:({ORG})的?)*[^\ue000-\uf7ff,。;:]{{0,10}}({ROLE})"
)
_PUT = re.compile(rf"(?:将|把)[^,。;]{{0,20}}?({PERSON})\Z")
_PASSIVE = re.compile(rf"被(?:({ORG})|{PERSON})?[^,。;]{{0,6}}\Z")


def find_appointments(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read a verb of appointing at [start, end) of the mask."""
    clause_start, clause_end = scene.clause(start)
    passive = _PASSIVE.search(scene.mask[:start], clause_start)
    put = _PUT.search(scene.mask[:start], clause_start)
    people: tuple[Unit, ...]
    if put and not passive:
        person = scene.sentence.unit(put.start(1))
        people, how, at, after = ((person,) if person else ()), "put", put.start(1), end
        subject = scene.last_org(clause_start, start)
        agent = subject[1] if subject else None
    elif passive:
        people, how, at = scene.subject(passive.start())
        after = end
        agent = scene.sentence.unit(passive.start(1)) if passive.group(1) else None
    else:
        hit = _OBJECT.match(scene.mask, end, clause_end)
        if not hit:
            return
        people = tuple(u for _, u in scene.sentence.find(PERSON, hit.start(1), hit.end()))
        how, at, after = "object", hit.start(1), hit.end()
        subject = scene.last_org(clause_start, start)
        agent = subject[1] if subject else None
    given = _ROLE.match(scene.mask, after, len(scene.mask))
    if given is None and not (passive is None and agent is not None and scene.mask[start:end] in _HIRING):
        return
    inside = scene.last_org(given.start(), given.end()) if given else None
    for person in people:
        org = inside[1] if inside else agent or _org_in_force(scene, start, person)
        if org is None:
            continue
        role = scene.sentence.unit(given.start(2)) if given else None
        if role is None and not passive:
            beside = scene.apposition(_position(scene, person, at), person)
            role = beside.role if beside and beside.org is None else None
        stop = given.end() if given else max(end, at + 1)
        yield Draft(
            person,
            Side.INTO,
            org,
            role.name if role else None,
            scene.sentence,
            min(at, start),
            stop,
            start,
            f"appoint.{how}",
            0.75,
            scene.time(start),
        )
        beside = scene.apposition(_position(scene, person, at), person)
        if scene.mask[start] == "挖" and beside and beside.org is not None and beside.org is not org:
            old = beside.role.name if beside.role else None
            yield Draft(
                person,
                Side.OUT,
                beside.org,
                old,
                scene.sentence,
                min(at, start),
                stop,
                start,
                "appoint.poached",
                0.7,
                scene.time(start),
            )


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
    ]
)


def _org_in_force(scene: Scene, before: int, person: Unit) -> Unit | None:
    earlier = scene.last_org(0, before)
    return earlier[1] if earlier else scene.memory.topic or scene.memory.default


_FORMER_HOLDER = re.compile(
    rf"(?:了|已|前任?|原|现任|已经?卸任的|即将离任的|离职的|离开的|辞职的|退休的|卸任的|已故|{ORG}|的|{ROLE})*({PERSON})"
)
_NEXT = re.compile(
    rf"由(?:{ORG}|{ROLE}|[^\ue000-\uf7ff,。;]){{0,24}}?({PERSON})(?:正式|暂时|临时|来|全面|将|,)*\Z"
)


def find_successions(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read a hand-over at [start, end) of the mask: who takes over, from whom, and which post."""
    clause_start, clause_end = scene.clause(start)
    named_after = _NAMED_AFTER.match(scene.mask, end)
    if named_after:
        yield from _successor_after(scene, start, named_after)
        return
    next_hit = _NEXT.search(scene.mask[:start], clause_start)
    people: tuple[Unit, ...]
    if next_hit:
        person = scene.sentence.unit(next_hit.start(1))
        people, at = ((person,) if person else ()), next_hit.start(1)
    else:
        people, _, at = scene.subject(start)
    if not people:
        return
    former = _FORMER_HOLDER.match(scene.mask, end, clause_end)
    previous = scene.sentence.unit(former.start(1)) if former else None
    if previous is None:
        previous = _predecessor(scene, at, people)
    role_unit = scene.role_after(former.end() if former else end, len(scene.mask)) or _direct_role(
        scene, end, clause_end
    )
    org = _post_org(scene, start, end, clause_end, people[-1], previous, at)
    role = role_unit.name if role_unit else (scene.memory.roles.get(previous.name) if previous else None)
    if previous is not None:
        beside = scene.apposition(_position(scene, previous, 0), previous)
        role = role or (beside.role.name if beside and beside.role else None)
    if org is None or (previous is None and role is None):
        return
    draft = Draft(
        people[-1],
        Side.INTO,
        org,
        role,
        scene.sentence,
        min(at, start),
        max(end, former.end() if former else end),
        start,
        "succeed",
        0.75,
        scene.time(start),
        previous,
    )
    yield draft
    if previous is not None and former is not None:
        yield replace(draft, person=previous, side=Side.OUT, other=people[-1], rule="succeed.out", score=0.7)


_REGISTER = re.compile(
    rf"({ROLE})(?:、{ROLE})*[^,。;\ue000-\uf7ff]{{0,4}}(?:由|从)(?:{ORG})?(?:{ROLE})?({PERSON})\Z"
)


_NAMED_AFTER = re.compile(
    rf"(?:他|她|其)的?(?:职务|工作|职位)?的?人?(?:是|将是)[^。;\ue000-\ue5ff]{{0,24}}?({PERSON})"
)


def _successor_after(scene: Scene, start: int, hit: re.Match[str]) -> Iterator[Draft]:
    """Read 接替他的是R乙: the successor follows, the predecessor is the subject in force."""
    person = scene.sentence.unit(hit.start(1))
    previous = scene.earlier(start)[0][-1:]
    org = scene.last_org(0, hit.start(1))
    known = scene.memory.orgs.get(previous[0].name) if previous else None
    chosen = known or (org[1] if org else scene.memory.topic or scene.memory.default)
    if person is None or chosen is None or not previous or previous[0].name == person.name:
        return
    role = scene.memory.roles.get(previous[0].name)
    yield Draft(
        person,
        Side.INTO,
        chosen,
        role,
        scene.sentence,
        start,
        hit.end(),
        start,
        "succeed.after",
        0.65,
        scene.time(start),
        previous[0],
    )


def find_register_changes(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read 法定代表人由甲变更为乙 at [start, end) of the mask."""
    hit = _REGISTER.search(scene.mask[:start])
    following = re.compile(rf"了?({PERSON})").match(scene.mask, end)
    org = scene.first_org(0, start)
    old = scene.sentence.unit(hit.start(2)) if hit else None
    new = scene.sentence.unit(following.start(1)) if following else None
    chosen = org[1] if org else scene.memory.topic
    role = scene.sentence.unit(hit.start(1)) if hit else None
    if hit is None or following is None or old is None or new is None or chosen is None or role is None:
        return
    into = Draft(
        new,
        Side.INTO,
        chosen,
        role.name,
        scene.sentence,
        hit.start(),
        following.end(),
        start,
        "registry",
        0.8,
        scene.time(start),
        old,
    )
    yield into
    yield replace(into, person=old, side=Side.OUT, other=new, rule="registry.out")


def _direct_role(scene: Scene, start: int, end: int) -> Unit | None:
    hit = re.compile(rf"(?:了|为)?(?:{ORG})?(?:的|新任)?({ROLE})").match(scene.mask, start, end)
    return scene.sentence.unit(hit.start(1)) if hit else None


def _predecessor(scene: Scene, at: int, people: tuple[Unit, ...]) -> Unit | None:
    """Return the person of the clause before, who hands over."""
    before = [u for _, u in scene.sentence.find(PERSON, 0, at) if u.name not in {p.name for p in people}]
    if before:
        return before[-1]
    last = scene.memory.subject
    return last[0] if len(last) == 1 and last[0].name not in {p.name for p in people} else None


def _post_org(
    scene: Scene, start: int, end: int, clause_end: int, person: Unit, previous: Unit | None, at: int
) -> Unit | None:
    after = scene.sentence.find(ORG, end, clause_end)
    if after:
        return after[-1][1]
    if previous is not None:
        beside = scene.apposition(_position(scene, previous, 0), previous)
        if beside and beside.org:
            return beside.org
    earlier = scene.sentence.find(ORG, 0, at)
    if earlier:
        return earlier[-1][1]
    if previous is not None and previous.name in scene.memory.orgs:
        return scene.memory.orgs[previous.name]
    return scene.memory.topic or scene.memory.default
