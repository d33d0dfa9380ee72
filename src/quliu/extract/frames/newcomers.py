"""Newcomers named with their post: 新任首席财务官甲, 核准甲O副行长的任职资格."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quliu.extract.frames.draft import Draft
from quliu.extract.frames.scene import Scene
from quliu.extract.frames.telling import Telling
from quliu.extract.units.unit import ORG, PERSON, ROLE, TIME

_LICENSED = re.compile(
    rf"(?P<person>{PERSON})(?:先生|女士|的|担任|任|出任)*(?:[一-鿿]{{2,3}})?(?P<org>{ORG})(?:的|[^\ue000-\uf7ff,。;]{{0,8}})(?P<role>{ROLE})?的?\Z"
)
_LICENSED_HOLDER = re.compile(
    rf"(?P<org>{ORG})[^\ue000-\uf7ff,。;]{{0,8}}(?P<role>{ROLE})(?P<person>{PERSON})(?:的|{TIME}|已|于|近日|正式|同时)*\Z"
)
_NEWLY = re.compile(rf"(?:的|[^\ue000-\uf7ff,。;:]{{0,6}})({ROLE})(?:为|是|:|——)?({PERSON})")


def find_newcomers(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read 新任, 即将上任的 at [start, end) of the mask: the role and the person follow, the organisation stands before."""
    hit = _NEWLY.match(scene.mask, end)
    role, person = scene.unit(hit), scene.unit(hit, 2)
    before = scene.last_org(max(0, start - 4), start)
    org = before[1] if before else scene.memory.about
    if hit is None or person is None or role is None or org is None:
        return
    telling = Telling(scene, start, before[0] if before else start, hit.end(), "post.new", 0.6)
    yield telling.into(person, org, role.name)


def find_licences(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read 任职资格 at [start, end) of the mask: a regulator lets a person take up the post named before it."""
    hit = _LICENSED.search(scene.mask, 0, start) or _LICENSED_HOLDER.search(scene.mask, 0, start)
    person, role = scene.unit(hit, "person"), scene.unit(hit, "role")
    if hit is None or person is None:
        return
    telling = Telling(scene, start, hit.start(), end, "post.licence", 0.8)
    yield telling.into(person, scene.unit(hit, "org"), role.name if role else None)
