"""English frames of joining: join, return, move to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quliu.extract.english.leaving import find_nouns
from quliu.extract.english.memory import Subject
from quliu.extract.english.place import (
    AFTER_YEARS,
    JOIN_STOPS,
    Half,
    Place,
    Trigger,
    draft_into,
    find_place,
    make_draft,
)
from quliu.extract.english.scene import Scene
from quliu.extract.english.sources import is_news, left_behind
from quliu.extract.english.triggers import NOUNS, OWNED
from quliu.extract.frames.draft import Draft
from quliu.extract.units.unit import ORG, PERSON, ROLE, Unit
from quliu.model import Side

_TO_LEAD_NEXT = re.compile(
    r"[^,;.\ue000-\uf1ff]{0,40}?,? (?:to|and(?: will)?)(?= (?:co-)?(?:lead|head|run|oversee|manage) )"
)
_BESIDES = re.compile(r"board|advis|observ", re.I)  # what one joins beside one's own post
_HIM = re.compile(r" (?:him|her|them)\b(?! [\ue600-\uf1ff])")
_FROM_ORG = re.compile(rf"[^,;.\ue600-\uebff]{{0,40}}? from (?:rival )?({ORG})")
_POST_BACK = re.compile(
    r"(?: to)? (?:his|her|their|the)(?: [a-z]+){0,2} (?:job|role|post|position|seat|helm|company)\b"
)
_FELLOW = re.compile(rf" {ROLE} (?:{ORG} )?(?:{ROLE} |[a-z]+ )?{PERSON}")
_BARE_JOIN = re.compile(r"(?:re)?join(?:s|ed)?\Z|return(?:s|ed)\Z")
_MOVING_FROM = re.compile(rf" from ({ORG})")
_JOINED_FROM = re.compile(rf"[^,;]{{0,40}}? from ({ORG})")
_TOPIC_JOIN = re.compile(r"\Z|[.;,]| (?:as|in)\b")


def find_joins(scene: Scene, hit: Trigger) -> Iterator[Draft]:
    """Read a verb of joining or returning."""
    if NOUNS.match(hit.word) and OWNED.search(scene.mask, 0, hit.start):
        yield from find_nouns(scene, hit)
        return
    subject = scene.subject(hit.start, verbal=True)
    from_to = 5 if hit.word.endswith(" from") else 0  # past "O to" in "moved from O to O2"
    place = find_place(scene, hit.end + from_to, JOIN_STOPS)
    bare = _BARE_JOIN.match(hit.word) and subject.how == "named" and _TOPIC_JOIN.match(scene.mask, hit.end)
    back = _POST_BACK.match(scene.mask, hit.end) if hit.word.startswith(("return", "com")) else None
    if place.org is None:
        place = _told_place(scene, subject, hit, place)
    if place.org is None and not (place.role or place.company or bare or back):
        return
    if _FELLOW.match(scene.mask, hit.end):
        return  # "will join fellow designer P": company, no employer
    if place.role is None and subject.how == "relative":
        place = _as_beside(scene, subject, place)
    to_lead = _TO_LEAD_NEXT.match(scene.mask, place.end) if place.role is None and place.org else None
    if to_lead:
        place = replace(place, role=scene.duty(to_lead.end()))
    yield from draft_into(scene, subject, hit, place, "join")
    yield from _sources(scene, subject, hit, place)


def _told_place(scene: Scene, subject: Subject, hit: Trigger, place: Place) -> Place:
    """Find where somebody comes to by what was told before: will join him; is joining as chief scientist."""
    if _HIM.match(scene.mask, hit.end):
        own = {person.name for person in subject.people}
        went = [org for name, (org, _) in scene.memory.went.items() if name not in own]
        return replace(place, org=went[-1]) if went and len(own) > 0 else place
    topic, person = scene.memory.topic, subject.people[0] if len(subject.people) == 1 else None
    if person is None or topic is None or not hit.word.startswith("join"):
        return place
    origin = _FROM_ORG.match(scene.mask, hit.end)
    if origin and scene.unit(origin.start(1)).name != topic.name:
        return replace(place, org=topic)
    if place.role is None:
        return place
    own_org = _current(scene, person, hit)
    return replace(place, org=topic) if own_org is not None and own_org.name != topic.name else place


def _current(scene: Scene, person: Unit, hit: Trigger) -> Unit | None:
    """Return the organisation beside a person's name, where it is no former one."""
    besides = [
        scene.beside.get(at) for at, u in scene.sentence.find(PERSON, 0, hit.start) if u.name == person.name
    ]
    return next((b.org for b in besides if b is not None and b.org is not None and not b.former), None)


def _as_beside(scene: Scene, subject: Subject, place: Place) -> Place:
    """Take the title beside the name for that of the joiner: P, a partner at O, who joined the firm in 2024."""
    for at, unit in scene.sentence.find(PERSON, 0, subject.at + 1):
        beside = scene.beside.get(at)
        if unit in subject.people and beside is not None and beside.role_now is not None:
            same = beside.org is not None and place.org is not None and beside.org.name == place.org.name
            if same or (place.org is None and place.company):
                return Place(place.org, beside.role_now.name, place.end, place.company)
    return place


def _sources(scene: Scene, subject: Subject, hit: Trigger, place: Place) -> Iterator[Draft]:
    """Yield what a joiner leaves: O's R P joins O2; joins O2 after five years at O; moves from O to O2."""
    if place.org is None:
        return
    if len(subject.people) != 1:
        if subject.how in ("named", "zero") and is_news(scene, hit):
            for person in subject.people:
                yield from left_behind(scene, hit, person, place.org)
        return
    person = subject.people[0]
    origin = (
        AFTER_YEARS.match(scene.mask, hit.end)
        or _MOVING_FROM.search(scene.mask, hit.start, hit.end + 2)
        or _JOINED_FROM.match(scene.mask, hit.end)
    )
    if origin:
        old = Place(scene.unit(origin.start(1)), None, origin.end())
        yield make_draft(scene, hit, Half(person, Side.OUT, old, "join.from", 0.65))
    elif subject.how == "named" and is_news(scene, hit) and not _BESIDES.search(place.role or ""):
        yield from left_behind(scene, hit, person, place.org)
