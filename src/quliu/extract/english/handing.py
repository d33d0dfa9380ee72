"""English frames of succession and of founding."""

from __future__ import annotations

import re
from collections.abc import Iterator

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

_BY = re.compile(rf"(?: [a-z]+){{0,4}} by (?:[^,;\ue000-\ue5ff]{{0,50}}?)({PERSON})")
_OLD = re.compile(rf" (?:[^,;\ue000-\ue5ff]{{0,50}}? ?)?({PERSON})(?!'s (?!role|place))")
_HIM = re.compile(r" (?:him|her|them)\b")
_WITH = re.compile(rf"(?: as {ROLE})? with (?:[^,;\ue000-\ue5ff]{{0,50}}?)({PERSON})")
_OWN_FIRM = re.compile(
    rf"({PERSON})'s? (?:[a-z-]+ ){{0,3}}(?:company|startup|start-up|venture|firm|lab),? ({ORG}),? (?:which (?:he|she|they) |"
    rf"which was |was )?\Z"
)
_AS_ROLE_TO = re.compile(rf" as (?:its |the |a |an |new )*({ROLE}),? to \Z")
_NEW_FIRM = re.compile(
    r"(?: (?:a|an|his|her|their|its|own|new|another|two|multiple|several))+(?: [a-z-]+){0,5}? "
    r"(?:company|startup|start-up|venture|firm|lab|business|studio|startups|companies)\b"
)
_CALLED = re.compile(rf"(?:,? (?:called|named|known as|notably|including|such as|dubbed))?,? ({ORG})")
_NAMED = re.compile(
    rf"(?: (?:a|an|the|his|her|their|own|new|legendary))*(?: [a-z0-9-]+){{0,6}}? ?(?:called |"
    rf"named |, |{ROLE} )?({ORG})(?!'s|[\uec00-\uf1ff])"
)


def find_successions(scene: Scene, hit: Trigger) -> Iterator[Draft]:
    """Read a verb of succession: A replaces B; B is replaced by A; O replaces B with A."""
    mask = scene.mask
    by, old = _BY.match(mask, hit.end), _OLD.match(mask, hit.end)
    subject = scene.subject(hit.start, verbal=True)
    if by:
        place = find_place(scene, by.end(), JOIN_STOPS)
        yield from _handed(
            scene, hit, (scene.unit(by.start(1)),), subject.people, _where(scene, subject, place)
        )
    elif old:
        yield from _replaced(scene, hit, subject, old)
    elif _HIM.match(mask, hit.end) and subject.how == "named":
        gone = [
            u
            for _, _, people in scene.groups
            for u in people
            if u.name not in {p.name for p in subject.people}
        ]
        yield from _handed(
            scene,
            hit,
            subject.people,
            tuple(gone[:1]) or scene.memory.subject[:1],
            Place(None, None, hit.end),
        )


def _where(scene: Scene, subject: Subject, place: Place) -> Place:
    """Complete what replaces a person by the title that the sentence gives instead of a name."""
    if subject.how != "nameless":
        return Place(place.org, place.role, place.end)
    role = subject.role.name if subject.role else None
    return Place(None if subject.org is None else subject.org, place.role or role, place.end)


def _replaced(scene: Scene, hit: Trigger, subject: Subject, old: re.Match[str]) -> Iterator[Draft]:
    gone = scene.unit(old.start(1))
    place = find_place(scene, old.end(), JOIN_STOPS)
    with_ = _WITH.match(scene.mask, old.end())
    if with_:
        new = scene.unit(with_.start(1))
        org = find_employer(scene, hit.start)
        as_role = re.compile(rf" as ({ROLE})").match(scene.mask, old.end()) or re.compile(
            rf" as ({ROLE})"
        ).match(scene.mask, with_.end())
        role = scene.unit(as_role.start(1)).name if as_role else None
        yield from _handed(scene, hit, (new,), (gone,), Place(org, role, with_.end()))
        beside = scene.beside.get(with_.start(1))
        if (
            beside
            and beside.org
            and beside.role
            and not beside.former
            and org is not None
            and beside.org.name != org.name
        ):
            source = Place(beside.org, beside.role.name, with_.end())
            yield from draft_out(
                scene, Subject((new,), "object", hit.start, ""), hit, source, "succeed.source"
            )
    elif "hand" in hit.word:
        halves = _handed(scene, hit, (gone,), subject.people[-1:], place)
        # "She will hand the reins to P" says again, as a plan, that she leaves.
        yield from (half for half in halves if half.side is Side.INTO)
    else:
        as_role = _AS_ROLE_TO.search(scene.mask[: hit.start])
        if place.role is None and as_role:
            place = Place(place.org, scene.unit(as_role.start(1)).name, place.end)
        yield from _handed(scene, hit, subject.people, (gone,), place)


def _handed(
    scene: Scene, hit: Trigger, new: tuple[Unit, ...], old: tuple[Unit, ...], place: Place
) -> Iterator[Draft]:
    gone = old[-1] if old else None
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
    by = re.compile(rf"(?: {TIME})?(?: in {TIME})? by (?:[^.;\ue000-\ue5ff]{{0,40}}?)({PERSON})").match(
        mask, hit.end
    )
    strict = "found" in hit.word
    if by:
        if strict or hit.word in ("started", "launched", "created"):
            yield from _founded_by(scene, hit, by)
        return
    subject = scene.subject(hit.start, verbal=True)
    own = _OWN_FIRM.search(mask[: hit.start]) if strict else None
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
    elif (
        strict
        and subject.people
        and re.match(
            r" (?:the|his|her|its) (?:[a-z-]+ ){0,2}(?:company|firm|startup|lab|studio)\b", mask[hit.end :]
        )
    ):
        org = scene.org_of(subject.people[-1], hit.start)
        yield from _founders(scene, subject.people, hit, org, "found.company", 0.5)
    elif (
        hit.word.startswith(("start", "launch"))
        and named
        and re.search(r"\b(?:left|leav\w+|depart\w+|quit)\b", mask[: hit.start])
    ):
        yield from _founders(scene, subject.people, hit, scene.unit(named.start(1)), "found.start", 0.5)


def _founded_by(scene: Scene, hit: Trigger, by: re.Match[str]) -> Iterator[Draft]:
    group = next(g for g in scene.groups if g[0] <= by.start(1) < g[1])
    left = re.compile(rf"({ORG}),?(?: (?:was|were|is|which|that|a|an|the|been|[a-z-]+))*,? \Z").search(
        scene.mask[: hit.start]
    )
    unnamed = re.search(r"(?:startup|company|firm|lab)[a-z ]{0,12} \Z", scene.mask[: hit.start])
    if left or unnamed:
        org = scene.unit(left.start(1)) if left else None
        yield from _founders(scene, group[2], hit, org, "found.by", 0.7)


def _founders(
    scene: Scene, people: tuple[Unit, ...], hit: Trigger, org: Unit | None, rule: str, score: float
) -> Iterator[Draft]:
    for person in people:
        yield make_draft(scene, hit, Half(person, Side.INTO, Place(org, "founder", hit.end), rule, score))
