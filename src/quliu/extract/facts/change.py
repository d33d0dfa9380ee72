"""A change of an organisation as its patterns find it, and the names that such patterns look for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quliu.extract.facts.naming import TEAM, is_generic, unit_at
from quliu.extract.frames.scene import Scene
from quliu.extract.units.unit import ORG, TIME, Unit

WHAT = rf"(?:{ORG}(?:的?(?:{TEAM}))?|{TEAM})"
"""An organisation or a named part of one, as a pattern of the mask."""

MODAL = rf"(?:{TIME}|已经?|也|都|均|全部|正式|宣布|将要?|或将?|即将|曾|遭到?|被|面临|在|悉数|集体|整体|突然|直接|又|几乎|传出)*+"
"""Adverbs, times and helping verbs between a subject and its predicate."""

_WHAT = re.compile(WHAT)
_OWNED = re.compile(rf"{ORG}的")


@dataclass(frozen=True, slots=True)
class Change:
    """One change told by one pattern: the organisation changed, the other one, and the part of the mask that tells it."""

    org: Unit
    action: str
    start: int
    end: int
    trigger: int
    rule: str
    score: float
    other: Unit | None = None


def find_targets(scene: Scene, start: int, end: int) -> list[Unit]:
    """Return the organisations and named teams in a part of the mask, generic teams left out."""
    found: list[Unit] = []
    for hit in _WHAT.finditer(scene.mask, start, end):
        owned = _OWNED.match(hit.group())
        unit = unit_at(scene.sentence, hit.start() + (owned.end() if owned else 0), hit.end())
        if not is_generic(unit.name):
            found.append(unit)
    return found


def acted(actor: tuple[int, Unit], hit: re.Match[str], action: str, *, rule: str, score: float) -> Change:
    """Return what a predicate says that its subject did with itself; the subject stands before it, at `actor[0]`."""
    return Change(actor[1], action, actor[0], hit.end(), hit.start(), rule, score)
