"""English frames of succession and of founding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quliu.extract.english.memory import Subject
from quliu.extract.english.place import (
    JOIN_STOPS,
    Half,
    Place,
    Trigger,
    draft_out,
    find_employer,
    find_place,
    make_draft,
)
from quliu.extract.english.scene import Scene
from quliu.extract.frames.draft import Draft
from quliu.extract.units.unit import ORG, PERSON, ROLE, TIME, Unit
from quliu.model import Side

_BY = re.compile(
    rf"(?: [a-z]+| {ORG}'s?| {ROLE}){{0,6}} by (?:(?:his|her|their|its) [a-z ]{{2,30}}, )?(?:[^,;\ue000-\ue5ff]{{0,50}}?)({PERSON})"
)
_OLD = re.compile(rf" (?:[^,;\ue000-\ue5ff]{{0,50}}? ?)?({PERSON})(?!'s (?!role|place))")
_DUTIES = re.compile(
    rf"({PERSON})'s (?:[a-z-]+ ){{0,2}}(?:duties|role|post|position|job|responsibilities|work)(?: (?:will|is|was|has|have|be|been|being|are|to))* \Z"
)
_HIM = re.compile(r" (?:him|her|them)\b")
_WITH = re.compile(rf"(?: as {ROLE})? with (?:[^,;\ue000-\ue5ff]{{0,50}}?)({PERSON})")
_OWN_FIRM = re.compile(
    rf"({PERSON})'s? (?:[a-z-]+ ){{0,3}}(?:company|startup|start-up|venture|firm|lab),? ({ORG}),? (?:which (?:he|she|they) |"
    rf"which was |was )?\Z"
)
_AS_ROLE_AT = re.compile(rf" as (?:(?:its|the) )?(?:({ORG})(?:'s?)? )?({ROLE})")
_AS_ROLE = re.compile(rf" as ({ROLE})")
_AS_ROLE_TO = re.compile(rf" as (?:its |the |a |an |new )*({ROLE}),? to \Z")
_NEW_FIRM = re.compile(
    r"(?: (?:a|an|his|her|their|its|own|new|another|two|multiple|several))+(?: [a-z-]+){0,5}? "
    r"(?:company|startup|start-up|venture|firm|lab|business|studio|startups|companies)\b"
)
_CALLED = re.compile(rf"(?:,? (?:called|named|known as|notably|including|such as|dubbed))?,? ({ORG})")
_FOUNDED_BY = re.compile(rf"(?: {TIME})?(?: in {TIME})? by (?:[^.;\ue000-\ue5ff]{{0,40}}?)({PERSON})")
_ITS_FOUNDERS = re.compile(rf"({ORG}),?(?: (?:was|were|is|which|that|a|an|the|been|[a-z-]+))*,? \Z")
_UNNAMED = re.compile(r"(?:startup|company|firm|lab)[a-z ]{0,12} \Z")
_OWN_COMPANY = re.compile(r" (?:the|his|her|its) (?:[a-z-]+ ){0,2}(?:company|firm|startup|lab|studio)\b")
_HAS_LEFT = re.compile(r"\b(?:left|leav\w+|depart\w+|quit)\b")
_NAMED = re.compile(
    rf"(?: (?:a|an|the|his|her|their|own|new|legendary))*(?: {PERSON}'s)?(?: [a-z0-9-]+){{0,6}}? ?(?:called |"
    rf"named |, |{ROLE} )?({ORG})(?!'s|[\uec00-\uf1ff])"
)
_NEW_NAMED = re.compile(
    rf" ({ORG}),? (?:which is )?(?:an? |the |his |her |their )(?:[a-z-]+ ){{0,5}}?"
    r"(?:company|startup|start-up|venture|firm|lab|business|studio|fund)\b"
)

_NAMED_BY = ("named", "relative", "pronoun", "zero")
_LAUNCHED = frozenset(("start", "starts", "started", "launch", "launched", "launches", "set up", "created"))


def find_successions(scene: Scene, hit: Trigger) -> Iterator[Draft]:
    """Read a verb of succession: A replaces B; B is replaced by A; O replaces B with A."""
    mask = scene.mask
    by, old = _BY.match(mask, hit.end), _OLD.match(mask, hit.end)
    subject = scene.subject(hit.start, verbal=True)
    duties = _DUTIES.search(mask, 0, hit.start)
    if by and duties:
        subject = Subject((scene.unit(duties.start(1)),), "noun", duties.start(1))
        halves = _handed(scene, hit, (scene.unit(by.start(1)),), subject.people, Place(None, None, hit.end))
        yield from (half for half in halves if half.side is Side.INTO)
    elif by:
        place = find_place(scene, by.end(), JOIN_STOPS)
        as_role = _AS_ROLE_AT.match(mask, hit.end)
        if as_role:
            org = scene.unit(as_role.start(1)) if as_role[1] else place.org
            place = replace(place, org=org, role=scene.unit(as_role.start(2)).name)
        yield from _handed(
            scene, hit, (scene.unit(by.start(1)),), subject.people, _where(scene, subject, place)
        )
    elif old:
        yield from _replaced(scene, hit, subject, old)
    elif _HIM.match(mask, hit.end) and subject.how == "named":
        own = {person.name for person in subject.people}
        others = tuple(u for _, _, people in scene.groups for u in people if u.name not in own)
        gone = others[:1] or scene.memory.subject[:1]
        yield from _handed(scene, hit, subject.people, gone, Place(None, None, hit.end))


def _where(scene: Scene, subject: Subject, place: Place) -> Place:
    """Complete what replaces a person by the title that the sentence gives instead of a name."""
    if subject.how != "nameless":
        return place
    role = subject.role.name if subject.role else None
    return Place(subject.org, place.role or role, place.end)


def _replaced(scene: Scene, hit: Trigger, subject: Subject, old: re.Match[str]) -> Iterator[Draft]:
    gone = scene.unit(old.start(1))
    place = find_place(scene, old.end(), JOIN_STOPS)
    with_ = _WITH.match(scene.mask, old.end())
    if with_:
        as_role = _AS_ROLE.match(scene.mask, old.end()) or _AS_ROLE.match(scene.mask, with_.end())
        yield from _exchanged(scene, hit, gone, with_, as_role)
    elif "hand" in hit.word:
        halves = _handed(scene, hit, (gone,), subject.people[-1:], place)
        # "She will hand the reins to P" says again, as a plan, that she leaves.
        yield from (half for half in halves if half.side is Side.INTO)
    else:
        as_role = _AS_ROLE_TO.search(scene.mask, 0, hit.start)
        if place.role is None and as_role:
            place = Place(place.org, scene.unit(as_role.start(1)).name, place.end)
        yield from _handed(scene, hit, subject.people, (gone,), place)


def _exchanged(
    scene: Scene, hit: Trigger, gone: Unit, with_: re.Match[str], as_role: re.Match[str] | None
) -> Iterator[Draft]:
    """Read a firm that puts one person in another's place: O replaces B with O2's R A."""
    new = scene.unit(with_.start(1))
    org = find_employer(scene, hit.start)
    role = scene.unit(as_role.start(1)).name if as_role else None
    yield from _handed(scene, hit, (new,), (gone,), Place(org, role, with_.end()))
    beside = scene.beside.get(with_.start(1))
    if beside and beside.org and beside.role_now and org and beside.org.name != org.name:
        source = Place(beside.org, beside.role_now.name, with_.end())
        yield from draft_out(scene, Subject((new,), "object", hit.start), hit, source, "succeed.source")


def _handed(
    scene: Scene, hit: Trigger, new: tuple[Unit, ...], old: tuple[Unit, ...], place: Place
) -> Iterator[Draft]:
    gone = old[-1] if old else None
    if place.org is None and new and new[0].name in scene.memory.went:
        told = scene.memory.went[new[0].name]  # P will become R of O, replacing B
        place = Place(told[0], place.role or told[1], place.end)
    role = place.role or (scene.role_of(gone) if gone else None)
    org = place.org or (scene.org_of(gone, hit.start) if gone else None) or scene.memory.topic
    if org is None:
        return
    post = Place(org, role, place.end)
    for person in new[:1]:
        if gone is None or person.name != gone.name:
            yield make_draft(scene, hit, Half(person, Side.INTO, post, "succeed.into", 0.65, gone))
    if gone is not None:
        yield make_draft(scene, hit, Half(gone, Side.OUT, post, "succeed.out", 0.6, new[0] if new else None))


def find_foundings(scene: Scene, hit: Trigger) -> Iterator[Draft]:
    """Read a verb of founding."""
    mask = scene.mask
    by = _FOUNDED_BY.match(mask, hit.end)
    strict = "found" in hit.word
    if by:
        if strict or hit.word in ("started", "launched", "created"):
            yield from _founded_by(scene, hit, by)
        return
    subject = scene.subject(hit.start, verbal=True)
    own = _OWN_FIRM.search(mask, 0, hit.start) if strict else None
    if own:
        people = (scene.unit(own.start(1)),)
        yield from _founders(scene, people, hit, scene.unit(own.start(2)), "found.own", 0.6)
        return
    fresh = _NEW_FIRM.match(mask, hit.end)
    named = _NAMED.match(mask, hit.end)
    if fresh:
        called = _CALLED.match(mask, fresh.end())
        yield from _founders(
            scene, subject.people, hit, scene.unit(called.start(1)) if called else None, "found.new", 0.55
        )
    elif strict and named and subject.how != "org":
        yield from _founders(
            scene, subject.people, hit, scene.unit(named.start(1)), f"found.{subject.how}", 0.7
        )
    elif strict and subject.people and _OWN_COMPANY.match(mask, hit.end):
        org = scene.org_of(subject.people[-1], hit.start)
        yield from _founders(scene, subject.people, hit, org, "found.company", 0.5)
    elif subject.how in _NAMED_BY and hit.word in _LAUNCHED and (own_firm := _NEW_NAMED.match(mask, hit.end)):
        yield from _founders(scene, subject.people, hit, scene.unit(own_firm.start(1)), "found.launch", 0.55)
    elif hit.word.startswith(("start", "launch")) and named and _HAS_LEFT.search(mask, 0, hit.start):
        yield from _founders(scene, subject.people, hit, scene.unit(named.start(1)), "found.start", 0.5)


def _founded_by(scene: Scene, hit: Trigger, by: re.Match[str]) -> Iterator[Draft]:
    left = _ITS_FOUNDERS.search(scene.mask, 0, hit.start)
    if left or _UNNAMED.search(scene.mask, 0, hit.start):
        org = scene.unit(left.start(1)) if left else None
        _, _, people = scene.group_at(by.start(1))
        yield from _founders(scene, people, hit, org, "found.by", 0.7)


def _founders(
    scene: Scene, people: tuple[Unit, ...], hit: Trigger, org: Unit | None, rule: str, score: float
) -> Iterator[Draft]:
    for person in people:
        if org is not None:
            scene.memory.go(person, org, "founder")
        yield make_draft(scene, hit, Half(person, Side.INTO, Place(org, "founder", hit.end), rule, score))
