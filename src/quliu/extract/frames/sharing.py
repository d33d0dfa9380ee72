"""Posts named before those who get them (R由甲担任, R1、R2分别由甲和乙担任), and several posts for several people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quliu.extract.frames.draft import Draft
from quliu.extract.frames.predicate import Predicate
from quliu.extract.frames.scene import Scene
from quliu.extract.frames.teams import unknown_org
from quliu.extract.frames.telling import Telling
from quliu.extract.units.unit import ORG, PERSON, ROLE, Unit, UnitKind

# R由甲担任; R一职,拟由原O的R乙出任
_ROLE_BY = re.compile(
    rf"({ROLE})(?:一职|职务|职位)?(?:将|拟|改|则|也|,|仍|暂|已|现){{0,3}}由(?:{ORG}|{ROLE}|[^\ue000-\uf7ff,。;:]){{0,14}}?(?P<person>{PERSON})(?:正式|暂时?|来|临时|同时|接替)*\Z"
)
# 合并为O,由甲负责
_TEAM_BY = re.compile(
    rf"(?:合并为|合并成|成立|组建|设立|新设|整合为|整合成|调整为|拆分为|升级为|更名为)了?(?:新的?|全新的?)?(?:({ORG})|([一-鿿A-Za-z0-9]{{2,14}}))(?:部门|团队|业务)?(?:,并?下设[^。;,\ue000-\ue5ff]{{1,24}})?,(?:将|并|则|统一)?由(?:{ORG}|{ROLE}|[^\ue000-\uf7ff,。;:]){{0,14}}?(?P<person>{PERSON})(?:全面|直接|带队|牵头|来|整体)*\Z"
)
_GIVEN = frozenset(["担任", "出任", "任", "兼任", "接任", "继任", "接手", "升任", "接管"])
_HEADED = frozenset(
    [
        "负责",
        "领导",
        "带领",
        "统管",
        "统领",
        "牵头",
        "分管",
        "主管",
        "接手",
        "接管",
        "执掌",
        "掌管",
        "接掌",
        "挂帅",
        "坐镇",
    ]
)
_NEAR = 60
"""How far before a verb what is given is looked for, in characters of the mask."""
_SHARED = re.compile(
    rf"(?P<posts>(?:{ORG}|{ROLE}|、|和|与|及|的|职务|职位|等){{1,12}})(?:将|拟|则|也|已){{0,2}}分别(?:由(?:{ORG}|{ROLE}|{PERSON}|、|和|与|及|前|原|的){{2,16}}\Z|为\Z)"
)
_RESPECTIVELY = re.compile("分别(?:正式|将|拟)?\\Z")
# The posts of several people, one for each: O1的R1和O2的R2.
_POSTS = re.compile(rf"(?:(?:{ORG}|、|和|与|及|的|了){{0,4}}{ROLE})+")
_ROLE_LINK = re.compile("[、和与及]|以及")
_HALF_READ = ("BG", "BU")

Post = tuple[Unit | None, str]
"""The organisation of a post, where it has one of its own, and the role."""


def is_headed(verb: str) -> bool:
    """Tell whether a verb says that somebody heads a team or a business: 由甲负责."""
    return verb in _HEADED


def find_given(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read 首席财务官由甲担任 and 合并为O,由甲负责: what is given stands before the person."""
    verb, near = scene.mask[start:end], max(0, start - _NEAR)
    role = _ROLE_BY.search(scene.mask, near, start) if verb in _GIVEN else None
    if role:
        post = scene.unit(role)
        yield from _to_holder(
            scene, role, (start, end), scene.org_before(role.start()), post.name if post else None
        )
    team = _TEAM_BY.search(scene.mask, near, start) if is_headed(verb) else None
    if team:
        org = scene.unit(team) or unknown_org(scene, *team.span(2))
        yield from _to_holder(scene, team, (start, end), org, "负责人")


def _to_holder(
    scene: Scene, by: re.Match[str], trigger: tuple[int, int], org: Unit | None, role: str | None
) -> Iterator[Draft]:
    person = scene.unit(by, "person")
    told = scene.mask.rfind("由", by.start(), trigger[0])  # what is planned is said before it: 拟由甲出任
    if person is not None and org is not None:
        telling = Telling(scene, told, by.start(), trigger[1], "post.given", 0.65)
        yield telling.into(person, org, role)


def find_shared(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read R1、R2分别由甲和乙担任, R1、R2分别为甲和乙 at [start, end) of the mask: the posts stand before."""
    named_after = scene.mask[start:end] == "为"
    near = max(0, start - _NEAR)
    by = _SHARED.search(scene.mask, near, end if named_after else start) if "分别" in scene.mask else None
    if by is None:
        return
    until = scene.clause(start)[1] if named_after else start
    people = [unit for _, unit in scene.sentence.find(PERSON, by.end("posts"), until)]
    posts = _posts(scene, *by.span())
    if len(people) < 2 or len(people) != len(posts):
        return
    company = scene.org_before(by.start())
    telling = Telling(scene, by.end("posts"), by.start(), end, "post.shared", 0.65)
    for person, (own, post) in zip(people, posts, strict=True):
        if own or company:
            yield telling.into(person, own or company, post)


def each_post(taking: Predicate, start: int) -> tuple[Post, ...]:
    """Return the post of each of several people: 甲和乙分别担任R1、R2; nothing unless there is one for each."""
    scene = taking.scene
    posts = _POSTS.match(scene.mask, start)
    if posts is None or len(taking.people) < 2 or not _RESPECTIVELY.search(taking.left):
        return ()
    found = _posts(scene, *posts.span())
    return found if len(found) == len(taking.people) else ()


def _posts(scene: Scene, start: int, end: int) -> tuple[Post, ...]:
    """Return the posts that a list in [start, end) of the mask names."""
    org: Unit | None = None
    found: list[Post] = []
    for place in range(start, end):
        unit = scene.sentence.unit(place)
        if unit is not None and unit.kind is UnitKind.ORG:
            org = unit if unit.name not in _HALF_READ else None
        elif unit is not None and unit.kind is UnitKind.ROLE:
            found.extend((org, name) for name in _ROLE_LINK.split(unit.name) if name)
            org = None
    return tuple(found)
