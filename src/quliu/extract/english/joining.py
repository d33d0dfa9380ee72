"""English frames of arriving: join, return, be appointed, become."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quliu.extract.english.leaving import find_nouns
from quliu.extract.english.memory import Beside, Subject
from quliu.extract.english.place import (
    AFTER_YEARS,
    JOIN_STOPS,
    Half,
    Place,
    Trigger,
    draft_into,
    draft_out,
    find_employer,
    find_place,
    make_draft,
)
from quliu.extract.english.scene import Scene
from quliu.extract.english.triggers import NOUNS, OWNED
from quliu.extract.frames.draft import Draft
from quliu.extract.units.unit import ORG, PERSON, ROLE, Unit
from quliu.model import Side

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
    rf"{ORG})[^,;.]{{0,60}},(?= as | to )|, who [^,;.]{{0,90}},(?= as | to )"
)
_LATE_ROLE = re.compile(rf",[^;]{{0,120}}?,? as (?:the |its |a |an |new )*({ROLE})")
_DUTY_VERB = re.compile(r"\b(?:lead|head|run|chair|oversee|manage|in charge of)s?\b")
_FROM_TO = re.compile(rf" from (?:its |the )?{ROLE} to (?:its |the |be )?({ROLE})")
_TO_LEAD = re.compile(r"[^;]{0,120}?\bto(?= (?:lead|head|run|oversee|manage) )")
_NEW_POST = re.compile(
    rf"(?:(?P<org>{ORG})(?:'s?)? |\b)(?:new|next|incoming) (?P<role>{ROLE})"
    rf"(?: (?:of|at|for) (?:the )?(?P<of>{ORG}))? (?:will )?\Z"
)
_AND_ALSO = re.compile(
    rf",? and (?:{ORG} )?(?:{ROLE} )?({PERSON}) (?:as|to) (?:the |its |a |an |new )*({ROLE})"
)
_APPOINTING = re.compile(
    r"\b(?:names?|named|picks?|picked|hires?|hired|hiring|appoints?|appointed|taps|tapped|"
    r"promotes?|promoted)\b[^,;]{0,60}\Z"
)
_POST_BACK = re.compile(
    r"(?: to)? (?:his|her|their|the)(?: [a-z]+){0,2} (?:job|role|post|position|seat|helm|company)\b"
)
_FELLOW = re.compile(rf" {ROLE} (?:{ORG} )?(?:{ROLE} |[a-z]+ )?{PERSON}")
_LASTING_ROLE = re.compile(r"advis|consult|emerit|part-time|ambassador|special", re.I)
_BARE_JOIN = re.compile(r"(?:re)?join(?:s|ed)?\Z|return(?:s|ed)\Z")
_MOVING_FROM = re.compile(rf" from ({ORG})")
_JOINED_FROM = re.compile(rf"[^,;]{{0,40}}? from ({ORG})")
_HIRED_FROM = re.compile(rf" (?:away )?from (?:rival )?({ORG})")
_KEPT_ROLE = re.compile("founder|director|board|member|chair|veteran", re.I)
_AS_ROLE = re.compile(rf"[^,;]{{0,70}} as (?:its |the |new |a )*({ROLE})")
_EARLIER = re.compile(r"\b(?:after|previously|before|while|formerly) \Z")
_NAME_NEXT = re.compile(rf" ({PERSON})(?!')")
_TO_LEAD_HERE = re.compile(r"\bto(?: be| lead| head| run| chair| oversee)?\Z")
_TO_LEAVE = re.compile(r" to (?:leave|depart|quit|resign|step|exit)\b")
_LEADS = re.compile("lead|head|run|chair|charge")
_IS_NEW = re.compile(r" [^,;]{0,20}\bnew\b")
_WITH_AS = re.compile(
    rf" ({PERSON}) as (?:its |the |a |our )?(?:new |interim )?({ROLE})(?: (?:of|at) (?:the )?({ORG}))?"
)
_ROLE_NAME = re.compile(rf" (?:{ORG}(?:'s)? )?({ROLE}),? ({PERSON})(?!'s? {ROLE})")
_ROLE_OF = re.compile(rf" ({ROLE}) (?:of|at|for) (?:the )?({ORG})")
_NAME_BEFORE = re.compile(rf"({PERSON}), \Z")
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
    if place.org is None and not (place.role or place.company or bare or back):
        return
    if _FELLOW.match(scene.mask, hit.end):
        return  # "will join fellow designer P": company, no employer
    if place.role is None and subject.how == "relative":
        place = _as_beside(scene, subject, place)
    yield from draft_into(scene, subject, hit, place, "join")
    yield from _sources(scene, subject, hit, place)


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
    if len(subject.people) != 1 or place.org is None:
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
    elif subject.how == "named" and hit.word not in ("joined", "rejoined"):
        yield from _left_behind(scene, hit, person, place.org)


def _left_behind(scene: Scene, hit: Trigger, person: Unit, target: Unit) -> Iterator[Draft]:
    """Yield the post beside a joiner's name, which ends as they come to another firm."""
    for at, unit in scene.sentence.find(PERSON, 0, hit.start):
        beside = scene.beside.get(at)
        if unit.name != person.name or beside is None or beside.org is None or beside.role_now is None:
            continue
        kin = beside.org.name in target.name or target.name in beside.org.name
        if not kin and not _KEPT_ROLE.search(beside.role_now.name):
            old = Place(beside.org, beside.role_now.name, hit.end)
            yield make_draft(scene, hit, Half(person, Side.OUT, old, "join.source", 0.5))
        return


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
    yield from _hired_from(scene, hit, subject, beside, Place(org, role, stop))


def _appointed_as(scene: Scene, beside: Beside | None, start: int, end: int) -> tuple[str | None, int]:
    """Return the title of somebody appointed where none follows at once, and where the place then ends."""
    if beside is not None and beside.role_now is not None and beside.org is None:
        return beside.role_now.name, end
    told = _LATE_ROLE.match(scene.mask, start) or _FROM_TO.match(scene.mask, start)
    if told:
        return scene.unit(told.start(1)).name, told.end()
    to_lead = _TO_LEAD.match(scene.mask, start)
    return (scene.duty(to_lead.end()) if to_lead else None), end


_TAKING_AWAY = ("poach", "lur", "snag", "nab")


def _hired_from(
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
    if role is not None and _KEPT_ROLE.search(role):
        return
    yield from draft_out(scene, subject, hit, Place(source, role, hit.end), "appoint.source")


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
    leads = _LEADS.search(hit.word) is not None
    if place.role is None or leads:
        heading = scene.sentence.heading
        over = heading and hit.word.startswith(("tak", "took"))
        firm = place.org is not None or heading or "charge" in hit.word
        if not over and not (leads and subject.how == "named" and firm):
            return
    yield from draft_into(scene, subject, hit, place, "become")


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


def find_refusals(scene: Scene, hit: Trigger) -> Iterator[Draft]:
    """Read a post that was refused; the status says that it came to nothing."""
    subject = scene.subject(hit.start)
    place = find_place(scene, hit.end, JOIN_STOPS)
    if place.org is not None and place.role is not None:
        inner = Trigger(hit.end, hit.end + 1, hit.word)
        yield from draft_into(scene, subject, inner, place, "refuse")
