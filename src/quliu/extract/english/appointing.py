"""English frames of appointing: names P R, was named R, with P as the new R."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quliu.extract.english.memory import Beside, Subject
from quliu.extract.english.place import JOIN_STOPS, Place, Trigger, draft_into, find_employer, find_place
from quliu.extract.english.scene import Scene
from quliu.extract.english.sources import hired_from
from quliu.extract.frames.draft import Draft
from quliu.extract.units.unit import ORG, PERSON, ROLE

_LOOK = 20  # characters left of a trigger in which a word that governs it stands
_PASSIVE = re.compile(r"\b(?:was|were|been|being|be|got|gets|is|are)(?: [a-z]+)? \Z")
_FIRST_NAMES = rf"(?: {ORG}(?:'s?)?| [a-z'-]+){{0,4}}?"
_OBJECT = re.compile(
    rf"(?: back)?(?: (?:its|the|his|her|former|ex-|current|outgoing|fellow|new|veteran|"
    rf"longtime|then))*{_FIRST_NAMES}(?: {ROLE}(?:,| like|"
    rf" such as)?)?(?: {ROLE})? ({PERSON})(?!'s? [a-z\ue600-\uf1ff]| (?:is|was|are|were)\b)"
)
_APPOSED = re.compile(
    rf", (?:the |a |an |its |former |who )*[^,;.]{{0,60}}?(?:{ROLE}|"
    rf"{ORG})[^,;.]{{0,60}},(?= as | to | its | the new | their )|, who [^,;.]{{0,90}},(?= as | to | its )"
)
_LATE_ROLE = re.compile(rf",[^;]{{0,120}}?,? as (?:the |its |a |an |new )*({ROLE})")
_FROM_TO = re.compile(rf" from (?:its |the )?{ROLE} to (?:its |the |be )?({ROLE})")
_CHARGED = re.compile(r"(?= in charge of)")
_TO_LEAD = re.compile(r"[^;]{0,120}?\bto(?= (?:lead|head|run|oversee|manage) )")
_AND_ALSO = re.compile(
    rf",? and (?:{ORG} )?(?:{ROLE} )?({PERSON}) (?:as|to) (?:the |its |a |an |new )*({ROLE})"
)
_AS_ROLE = re.compile(rf"[^,;]{{0,70}} as (?:its |the |new |a )*({ROLE})")
_WITH_AS = re.compile(
    rf" ({PERSON}) as (?:its |the |a |our )?(?:new |interim )?({ROLE})(?: (?:of|at) (?:the )?({ORG}))?"
)
_ROLE_NAME = re.compile(rf" (?:{ORG}(?:'s)? )?({ROLE}),? ({PERSON})(?!'s? {ROLE})")
_ROLE_OF = re.compile(rf" ({ROLE}) (?:of|at|for) (?:the )?({ORG})")
_NAME_BEFORE = re.compile(rf"({PERSON}), \Z")


def find_appointments(scene: Scene, hit: Trigger) -> Iterator[Draft]:
    """Read a verb of appointing: O names P R; P was named R of O."""
    active = _OBJECT.match(scene.mask, hit.end)
    passive = not hit.word.endswith("ing") and _PASSIVE.search(scene.mask, 0, hit.start)
    if active and not passive:
        yield from _appointed(scene, hit, active.start(1))
        return
    subject = scene.subject(hit.start, verbal=True)
    if not passive and scene.memory.label is not None and not subject.people:
        subject = Subject((scene.memory.label,), "label", hit.start)
        role = _AS_ROLE.match(scene.mask, hit.end)
        if role:
            place = Place(find_employer(scene, hit.start), scene.unit(role.start(1)).name, role.end())
            yield from draft_into(scene, subject, hit, place, "appoint")
        return
    place = find_place(scene, hit.end, JOIN_STOPS)
    back = hit.word.startswith("reinstat")
    if hit.word.startswith("pick") or (place.role is None and place.org is None and not back):
        return
    if passive or ((place.role is not None or back) and subject.how in ("named", "zero")):
        yield from draft_into(scene, subject, hit, place, "appoint.passive")


def _appointed(scene: Scene, hit: Trigger, at: int) -> Iterator[Draft]:
    _, stop, people = scene.group_at(at)
    apposed = _APPOSED.match(scene.mask, stop)
    place = find_place(scene, apposed.end() if apposed else stop, JOIN_STOPS)
    employer = find_employer(scene, hit.start)
    beside = scene.beside.get(at)
    own = beside.org if beside and not beside.former else None
    if employer is not None and own is not None and employer.name == own.name:
        employer = None if scene.mask.count(" ", 0, hit.start) < 4 or not place.org else employer
    org = place.org or employer
    if org is None:
        return
    role, end = place.role, place.end
    if role is None:
        role, end = _appointed_as(scene, beside, stop, end)
    scene.memory.topic = employer or scene.memory.topic
    subject = Subject(people, "object", hit.start)
    yield from draft_into(scene, subject, hit, Place(org, role, end), "appoint")
    also = _AND_ALSO.match(scene.mask, end)
    if also:
        second = Subject((scene.unit(also.start(1)),), "object", hit.start)
        post = Place(org, scene.unit(also.start(2)).name, also.end())
        yield from draft_into(scene, second, hit, post, "appoint")
    yield from hired_from(scene, hit, subject, beside, Place(org, role, stop))


def _appointed_as(scene: Scene, beside: Beside | None, start: int, end: int) -> tuple[str | None, int]:
    """Return the title of somebody appointed where none follows at once, and where the place then ends."""
    if beside is not None and beside.role_now is not None and beside.org is None:
        return beside.role_now.name, end
    told = _LATE_ROLE.match(scene.mask, start) or _FROM_TO.match(scene.mask, start)
    if told:
        return scene.unit(told.start(1)).name, told.end()
    to_lead = _TO_LEAD.match(scene.mask, start) or _CHARGED.match(scene.mask, start)
    return (scene.duty(to_lead.end()) if to_lead else None), end


def find_newcomers(scene: Scene, hit: Trigger) -> Iterator[Draft]:
    """Read somebody's newness told beside the name: newly appointed R P; with P as the new R."""
    mask = scene.mask
    with_, named = _WITH_AS.match(mask, hit.end), _ROLE_NAME.match(mask, hit.end)
    apposed = _ROLE_OF.match(mask, hit.end)
    before = _NAME_BEFORE.search(mask, max(0, hit.start - _LOOK), hit.start) if apposed else None
    if apposed and before:
        subject = Subject((scene.unit(before.start(1)),), "object", hit.start)
        post = Place(scene.unit(apposed.start(2)), scene.unit(apposed.start(1)).name, apposed.end())
        yield from draft_into(scene, subject, hit, post, "new")
    elif with_:
        org = scene.unit(with_.start(3)) if with_.group(3) else find_employer(scene, hit.start)
        subject = Subject((scene.unit(with_.start(1)),), "object", hit.start)
        post = Place(org, scene.unit(with_.start(2)).name, with_.end())
        yield from draft_into(scene, subject, hit, post, "new")
    elif named:
        _, _, people = scene.group_at(named.start(2))
        post = Place(None, scene.unit(named.start(1)).name, named.end())
        yield from draft_into(scene, Subject(people, "object", hit.start), hit, post, "new")
