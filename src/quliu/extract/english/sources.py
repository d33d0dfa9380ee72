"""What those who arrive leave behind, where only the arriving is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quliu.extract.english.memory import Beside, Subject
from quliu.extract.english.place import Half, Place, Trigger, draft_out, make_draft
from quliu.extract.english.scene import Scene
from quliu.extract.frames.draft import Draft
from quliu.extract.units.unit import ORG, PERSON, Unit
from quliu.model import Side

_HAS = re.compile(r"\b(?:has|have)(?: [a-z]+){0,2} \Z")
_HIRED_FROM = re.compile(rf" (?:away )?from (?:rival )?({ORG})")
_KEPT_ROLE = re.compile(
    r"(?:co-?)?founders?\Z|.*(?:board|\bchair|veteran|\bmember)|(?:independent |non-executive )?directors?\Z",
    re.I,
)
_TAKING_AWAY = ("poach", "lur", "snag", "nab")


def is_news(scene: Scene, hit: Trigger) -> bool:
    """Tell whether a joining is just told: not one of a career, in the past and with a date."""
    if hit.word not in ("joined", "rejoined"):
        return True
    return _HAS.search(scene.mask, 0, hit.start) is not None or scene.time(hit.start, hit.end) is None


def left_behind(scene: Scene, hit: Trigger, person: Unit, target: Unit) -> Iterator[Draft]:
    """Yield the post beside a joiner's name, which ends as they come to another firm."""
    for at, unit in scene.sentence.find(PERSON, 0, hit.start):
        beside = scene.beside.get(at)
        if unit.name != person.name or beside is None or beside.org is None or beside.role_now is None:
            continue
        kin = beside.org.name in target.name or target.name in beside.org.name
        if not kin and not _KEPT_ROLE.match(beside.role_now.name):
            old = Place(beside.org, beside.role_now.name, hit.end)
            yield make_draft(scene, hit, Half(person, Side.OUT, old, "join.source", 0.5))
        return


def hired_from(
    scene: Scene, hit: Trigger, subject: Subject, beside: Beside | None, place: Place
) -> Iterator[Draft]:
    """Yield what the appointed leave: O hires O2's R P; O poaches O2's P; O poaches P from O2."""
    taken = beside is not None and not beside.former and hit.word.startswith(_TAKING_AWAY)
    source = beside.org if beside and (beside.role_now or taken) else None
    away = _HIRED_FROM.match(scene.mask, place.end)
    if away:
        source = scene.unit(away.start(1))
    if source is None or place.org is None or source.name == place.org.name or len(subject.people) != 1:
        return
    role = beside.role.name if beside and beside.role else None
    if role is not None and _KEPT_ROLE.match(role):
        return
    yield from draft_out(scene, subject, hit, Place(source, role, hit.end), "appoint.source")
