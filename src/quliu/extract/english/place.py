"""What follows a trigger: organisation and title; and the drafts made of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quliu.extract.english.memory import Pending, Subject
from quliu.extract.english.scene import Scene
from quliu.extract.frames.draft import Draft
from quliu.extract.units.unit import ORG, PERSON, ROLE, Unit
from quliu.model import Side

# How sure a draft is, by the device that found its person; chosen on train.jsonl.
_SURE = {
    "named": 0.8,
    "object": 0.8,
    "relative": 0.75,
    "label": 0.7,
    "pronoun": 0.65,
    "noun": 0.65,
    "zero": 0.6,
    "fronted": 0.6,
}
_GUESSED = 0.85  # factor for an organisation that is not beside the trigger

JOIN_STOPS = re.compile(
    r"\b(?:after|amid|following|while|when|because|citing|before|but|where|which|that|since|despite|until|"
    r"alongside|replacing|leaving|left|who|fired|from|to replace|to succeed|and report|reporting|"
    r"in a move)\b|[,;]|\.(?= |\Z)"
)
LEAVE_STOPS = re.compile(
    r"\b(?:for|to (?!the\b|its\b|his\b|her\b|their\b)[a-z]+|after|amid|following|"
    r"while|when|because|over|citing|before|but|who|where|which|that|since|despite|until|alongside|replacing|"
    rf"and (?!{ROLE})|will|is|with)\b|,(?! (?:its|the) ?{ORG})|;|\.(?= |\Z)"
)
AFTER_YEARS = re.compile(
    rf"[^;]{{0,50}}?\bafter (?:[a-z0-9.-]+ ){{1,4}}(?:years?|months?|decades?|stints?|stretch|"
    rf"tenure) (?:at|with|in|leading|running) (?:the )?({ORG})"
)
_THE_STARTUP = re.compile(r" ?the (?:[a-z-]+ )?(?:startup|start-up|lab|venture|company)\b")
_THE_FIRM = re.compile(r"\bthe (?:company|firm|start-?up|bank|studio)\b")
_FIRST_ROLE = re.compile(ROLE)
_ACTING = re.compile(r"(?:'s?)?,?(?: [a-z'-]+| [\uec00-\uf7ff])*? ")
_TAKEN = re.compile(rf"(?P<org>{ORG})(?:'s)? {ROLE} {PERSON}'s? ?")
_CHAIN = re.compile(rf"{ORG}(?:'s? | {ROLE} | )(?={ORG})")
_ASIDE = re.compile(
    r"\b(?:told|via|former|ex-|formerly|according to|against|alongside|(?:posted|said|wrote|"
    r"post|statement|announced|"
    r"memo|letter|thread|account|revealed|page) on|posted to)(?: the)? \Z"
)
_PLATFORMS = frozenset(
    ("linkedin", "twitter", "x", "facebook", "instagram", "youtube", "reddit", "weibo", "wechat", "substack")
)
_SIDE_OF_PAST = re.compile(
    r"\b(?:former|ex-|formerly|from|by|of the|under|at|to|acquired|acquires|acquiring|bought|joined|left|quit)(?: [a-z]+)? \Z"
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger word: where it stands in the mask and what it is."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody goes to or leaves.

    Attributes:
        company: the text says "the company" or the like instead of a name.
        end: where the place ends in the mask.
    """

    org: Unit | None
    role: str | None
    end: int
    company: bool = False


@dataclass(frozen=True, slots=True)
class Half:
    """One side of a move as a frame finds it; `other` is whom the person succeeds or is succeeded by."""

    person: Unit
    side: Side
    place: Place
    rule: str
    score: float
    other: Unit | None = None


def find_place(scene: Scene, start: int, stops: re.Pattern[str]) -> Place:
    """Return the organisation and the title that follow a position, up to a stop."""
    mask = scene.mask
    end = scene.reach(start, stops)
    at = start
    taken = _TAKEN.search(mask, at, min(len(mask), end + 3))
    if taken:
        at = taken.end()
        end = max(end, scene.reach(at, stops))
    people = [p for p, _ in scene.sentence.find(PERSON, at, end)]
    if people and mask[people[0] + 1 : people[0] + 2] != "'":
        end = people[0]
    orgs = [(p, u) for p, u in scene.sentence.find(ORG, at, end) if not _is_aside(mask[start:p], u)]
    role = _FIRST_ROLE.search(mask, at, end)
    name = scene.unit(role.start()).name if role else None
    if orgs:
        position = orgs[0][0]
        while (chain := _CHAIN.match(mask, position)) is not None and chain.end() < end:
            position = chain.end()
        return Place(scene.unit(position), name, max(position + 1, role.end() if role else 0))
    return Place(None, name, role.end() if role else start, scene.company(start, end))


def _is_aside(left: str, org: Unit) -> bool:
    """Tell whether an organisation is only where something is said, or somebody's former one."""
    return _ASIDE.search(left) is not None or (left.endswith(" on ") and org.name.lower() in _PLATFORMS)


def find_employer(scene: Scene, trigger: int) -> Unit | None:
    """Return who acts: the organisation left of the verb, else what the text is about."""
    start, _ = scene.clause(trigger)
    founded = {org.name: org for org, role in scene.memory.went.values() if role == "founder"}
    if len(founded) == 1 and _THE_STARTUP.match(scene.mask, start, trigger):
        return next(iter(founded.values()))
    orgs = [
        (at, u)
        for at, u in scene.sentence.find(ORG, start, trigger)
        if not _SIDE_OF_PAST.search(scene.mask[:at])
    ]
    for at, unit in reversed(orgs):
        if _ACTING.fullmatch(scene.mask, at + 1, trigger):
            return unit
    return orgs[0][1] if orgs else scene.memory.topic


def draft_into(scene: Scene, subject: Subject, hit: Trigger, place: Place, rule: str) -> Iterator[Draft]:
    """Yield the drafts of people who come to a place; nothing where no organisation is to be found."""
    for person in subject.people:
        org = place.org or _destination(scene, person, hit, company=place.company)
        if org is not None and subject.how in _SURE:
            score = _SURE[subject.how] * (1.0 if place.org else _GUESSED)
            post = Place(org, place.role, place.end)
            scene.memory.go(person, org, place.role)
            yield make_draft(scene, hit, Half(person, Side.INTO, post, f"{rule}.{subject.how}", score))


def _destination(scene: Scene, person: Unit, hit: Trigger, *, company: bool) -> Unit | None:
    """Return where somebody comes to who is not said to come anywhere: no firm named as a former one."""
    gone = scene.memory.going.get(person.name)
    if gone is not None and not company:
        return gone[0]  # departed for Acme, where she will be a scientist
    org = scene.org_of(person, hit.start)
    if org is None or company or _THE_FIRM.search(scene.mask, 0, hit.start):
        return org
    left = any(b.former and b.org is not None and b.org.name == org.name for b in scene.beside.values())
    topic = scene.memory.topic
    return org if not left else topic if topic is not None and topic.name != org.name else None


def draft_out(scene: Scene, subject: Subject, hit: Trigger, place: Place, rule: str) -> Iterator[Draft]:
    """Yield the drafts of people who leave a place; a subject without a name waits for one."""
    if subject.how == "nameless" and subject.role is not None:
        yield from _nameless(scene, subject, hit, place, rule)
        return
    for person in subject.people:
        org = place.org or (None if place.company else _just_left(scene, person))
        org = org or scene.org_of(person, hit.start, past=place.company)
        if org is not None and subject.how in _SURE:
            role = place.role or scene.role_of(person, place.org)
            score = _SURE[subject.how] * (1.0 if place.org else _GUESSED)
            post = Place(org, role, place.end)
            scene.memory.vacant = org, role, person
            yield make_draft(scene, hit, Half(person, Side.OUT, post, f"{rule}.{subject.how}", score))


def _just_left(scene: Scene, person: Unit) -> Unit | None:
    """Return what the text last said somebody left, where it was this person: she said she would move on."""
    vacant = scene.memory.vacant
    besides = (scene.beside.get(at) for at, unit in scene.sentence.find(PERSON) if unit.name == person.name)
    if (
        vacant is None
        or scene.sentence.find(ORG)
        or any(beside is not None and beside.org is not None for beside in besides)
    ):
        return None
    return vacant[0] if vacant[2].name == person.name else None


def _nameless(scene: Scene, subject: Subject, hit: Trigger, place: Place, rule: str) -> Iterator[Draft]:
    role = subject.role
    org = place.org or subject.org or scene.memory.topic
    if role is None or org is None:
        return
    if scene.memory.label is not None:
        post = Place(org, role.name, place.end)
        half = Half(scene.memory.label, Side.OUT, post, f"{rule}.label", _SURE["label"])
        yield make_draft(scene, hit, half)
        return
    several = role.name.lower().endswith("s") and not role.name.endswith("operations")
    time = scene.time(hit.start, max(hit.end, place.end))
    waiting = Pending(org, role.name, several, 6 if several else 2, time)
    scene.memory.pending = (*scene.memory.pending, waiting)


def make_draft(scene: Scene, hit: Trigger, half: Half) -> Draft:
    """Return a draft with its evidence and its time."""
    at = next((p for p, u in scene.sentence.find(PERSON) if u is half.person), hit.start)
    end = max(hit.end, half.place.end, at + 1)
    return Draft(
        half.person,
        half.side,
        half.place.org,
        half.place.role,
        scene.sentence,
        min(at, hit.start),
        end,
        hit.start,
        f"en.{half.rule}",
        half.score,
        scene.time(hit.start, end),
        half.other,
    )
