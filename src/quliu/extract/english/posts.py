"""English frames of holding posts: become, take over, has led since, stays on as."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quliu.extract.english.memory import Subject
from quliu.extract.english.place import (
    JOIN_STOPS,
    Half,
    Place,
    Trigger,
    draft_into,
    find_employer,
    find_place,
    make_draft,
)
from quliu.extract.english.scene import Scene
from quliu.extract.english.sources import left_behind
from quliu.extract.frames.draft import Draft
from quliu.extract.units.unit import ORG, PERSON, ROLE
from quliu.model import Side

_LOOK = 20  # characters left of a trigger in which a word that governs it stands
_DUTY_VERB = re.compile(r"\b(?:lead|head|run|chair|oversee|manage|in charge of)s?\b")
_VACANT = re.compile(
    r"(?: (?:the|that|his|her|their) (?:role|job|post|position|reins|duties))?(?: (?:on an interim basis|temporarily|immediately|for now|soon))?(?:[.,;]|\Z)"
)
_TAKES = re.compile(r"tak|took|step|assum|fill")
_INTERIM = re.compile(r"(?: [a-z]+){0,2} (?:interim|acting)\b")
_PAST_POST = re.compile(r"became|was|took|assumed|started")
_NEW_POST = re.compile(
    rf"(?:(?P<org>{ORG})(?:'s?)? |\b)(?:new|next|incoming) (?P<role>{ROLE})"
    rf"(?: (?:of|at|for) (?:the )?(?P<of>{ORG}))? (?:will )?\Z"
)
_APPOINTING = re.compile(
    r"\b(?:names?|named|picks?|picked|hires?|hired|hiring|appoints?|appointed|taps|tapped|"
    r"promotes?|promoted)\b[^,;]{0,60}\Z"
)
_LASTING_ROLE = re.compile(r"advis|consult|emerit|part-time|ambassador|special", re.I)
_EARLIER = re.compile(r"\b(?:after|previously|before|while|formerly) \Z")
_NAME_NEXT = re.compile(rf" ({PERSON})(?!')")
_TO_LEAD_HERE = re.compile(r"\bto(?: be| lead| head| run| chair| oversee)?\Z")
_TO_LEAVE = re.compile(r" to (?:leave|depart|quit|resign|step|exit)\b")
_LEADS = re.compile("lead|head|run|chair|charge")
_IS_NEW = re.compile(r" [^,;]{0,20}\bnew\b")


def find_posts(scene: Scene, hit: Trigger) -> Iterator[Draft]:
    """Read a verb of taking up a post: becomes, takes over as, will lead."""
    if _EARLIER.search(scene.mask, max(0, hit.start - _LOOK), hit.start):
        return
    after = _NAME_NEXT.match(scene.mask, hit.end)
    if after:
        yield from _new_holder(scene, hit, after.start(1))
        return
    subject = scene.subject(hit.start, verbal=True)
    to_lead = _TO_LEAD_HERE.search(scene.mask, max(0, hit.end - _LOOK), hit.end)
    if to_lead and _APPOINTING.search(scene.mask, 0, subject.at):
        return
    place = find_place(scene, hit.end, JOIN_STOPS)
    if place.role is None:
        place = _with_duty(scene, hit, place)
    if _TO_LEAVE.match(scene.mask, place.end):
        return  # "the third co-founder to leave"
    if hit.word in ("is", "are", "was") and not _is_first(scene, hit, place):
        return
    if place.role is None and place.org is None and _VACANT.match(scene.mask, hit.end):
        yield from _stepping_in(scene, subject, hit)
        return
    leads = _LEADS.search(hit.word) is not None
    if place.role is None or leads:
        heading = scene.sentence.heading
        over = heading and hit.word.startswith(("tak", "took"))
        firm = place.org is not None or heading or "charge" in hit.word
        if not over and not (leads and subject.how == "named" and firm):
            return
    yield from draft_into(scene, subject, hit, place, "become")
    yield from _other_posts(scene, subject, hit, place)


def _stepping_in(scene: Scene, subject: Subject, hit: Trigger) -> Iterator[Draft]:
    """Read who takes the post that somebody else was just said to leave: P will step into the role."""
    vacant = scene.memory.vacant
    if vacant is None or subject.how != "named" or len(subject.people) != 1 or not _TAKES.match(hit.word):
        return
    org, role, gone = vacant
    own = scene.org_of(subject.people[0], hit.start)
    if gone.name != subject.people[0].name and own is not None and own.name == org.name:
        place = Place(org, role, hit.end)
        yield make_draft(scene, hit, Half(subject.people[0], Side.INTO, place, "become.vacant", 0.6, gone))


def _other_posts(scene: Scene, subject: Subject, hit: Trigger, place: Place) -> Iterator[Draft]:
    """Yield the posts beside the names that end as their holders come to another firm."""
    for_now = _INTERIM.match(scene.mask, hit.end) or _INTERIM.match(f" {place.role or ''}".lower())
    if place.org is not None and subject.how == "named" and not (for_now or _PAST_POST.match(hit.word)):
        for person in subject.people:
            yield from left_behind(scene, hit, person, place.org)


def _new_holder(scene: Scene, hit: Trigger, at: int) -> Iterator[Draft]:
    """Read who is said to be the new holder of a post: Acme's new chief scientist is P."""
    new = _NEW_POST.search(scene.mask, 0, hit.start)
    if new is None:
        return
    start = new.start("of") if new["of"] else new.start("org") if new["org"] else -1
    org = scene.unit(start) if start >= 0 else find_employer(scene, hit.start)
    subject = Subject((scene.unit(at),), "object", hit.start)
    role = scene.unit(new.start("role")).name
    yield from draft_into(scene, subject, hit, Place(org, role, at + 1), "become.new")


def _is_first(scene: Scene, hit: Trigger, place: Place) -> bool:
    """Tell whether what somebody is said to be is new: Acme's first chief scientist, its new CEO."""
    new = _IS_NEW.match(scene.mask, hit.end)
    return new is not None or (place.role is not None and place.role.lower().startswith("first"))


def find_tenures(scene: Scene, hit: Trigger) -> Iterator[Draft]:
    """Read since when somebody holds a post: has been with Acme since 2015; has led Acme since May."""
    place = find_place(scene, hit.end, JOIN_STOPS)
    if place.org is None and not (place.role or place.company):
        return
    subject = scene.subject(hit.start)
    yield from draft_into(scene, subject, hit, place, "since")


def find_stays(scene: Scene, hit: Trigger) -> Iterator[Draft]:
    """Read a lesser post for which somebody stays: will remain at Acme as an adviser."""
    place = find_place(scene, hit.end, JOIN_STOPS)
    if place.role is None or not _LASTING_ROLE.search(place.role):
        return
    yield from draft_into(scene, scene.subject(hit.start, verbal=True), hit, place, "stay")


def _with_duty(scene: Scene, hit: Trigger, place: Place) -> Place:
    """Take what somebody is to lead for the title: will lead news operations; to chair Acme."""
    verb = _DUTY_VERB.search(scene.mask, hit.start, hit.end)
    duty = scene.duty(verb.start()) if verb else None
    return place if duty is None else Place(place.org, duty, max(place.end, hit.end), place.company)


def find_refusals(scene: Scene, hit: Trigger) -> Iterator[Draft]:
    """Read a post that was refused; the status says that it came to nothing."""
    subject = scene.subject(hit.start)
    place = find_place(scene, hit.end, JOIN_STOPS)
    if place.org is not None and place.role is not None:
        inner = Trigger(hit.end, hit.end + 1, hit.word)
        yield from draft_into(scene, subject, inner, place, "refuse")
