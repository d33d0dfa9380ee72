"""English frames: one handler per class of trigger, each looking for its arguments around the trigger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quliu.extract.english.scene import Scene, Subject
from quliu.extract.frames.draft import Draft
from quliu.extract.units import ORG, PERSON, ROLE, TIME, Unit
from quliu.model import Side

# How sure a draft is, by the device that found its person; chosen on train.jsonl.
_SURE = {"named": 0.8, "relative": 0.75, "pronoun": 0.65, "zero": 0.6, "fronted": 0.6, "object": 0.8, "noun": 0.65}
_GUESSED = 0.85  # factor for an organisation that is not beside the trigger

_IS_ROLE = re.compile(rf"(?: (?:as|to be|to become|to|for|,|the|a|an|its|their|his|her|new|of|in|role|position|job|on|our|newly|created|next|first|first-ever|interim|{TIME}|from|post|seat)|,)*? ({ROLE})")
_JOIN_STOPS = re.compile(r"\b(?:after|amid|following|while|when|because|citing|before|but|where|which|that|since|despite|until|alongside|replacing|leaving|left|who|fired|from)\b|[,;]|\.(?= |\Z)")
_LEAVE_STOPS = re.compile(
    r"\b(?:for|to (?:join|start|found|pursue|become|launch|build|lead|focus|work|make|form)|after|amid|following|while|when|because|over|citing|before|but|who|where|which|that|since|despite|until|alongside|replacing|and (?!"
    + ROLE
    + rf")|will|is|with)\b|,(?! (?:its|the) ?{ORG})|;|\.(?= |\Z)"
)
_TAKEN = re.compile(rf"(?P<org>{ORG}) {ROLE} {PERSON}'s? ?")
_HIS_POST = re.compile(r" (?:from |as )?(?:his|her|their|the|its|this|that|day-to-day)\b[^,;]{0,30}?(?:role|roles|position|job|post|seat|company|firm)|(?:,|\.|;|\Z| in\b| on\b| at\b| after\b| as\b| to\b| earlier\b| this\b| last\b| for\b| amid\b| from\b| by\b| next\b| effective\b| early\b| following\b| and\b| over\b| because\b| immediately\b| " + TIME + ")")
_INTO = re.compile(r"\A(?:re)?join|\Areturn|back|head|hop|jump|mov|transfer|defect|switch|sign")
_NEW_FIRM = re.compile(r"(?: (?:a|an|his|her|their|its|own|new|the|another|two|multiple|several))+(?: [a-z-]+){0,5}? (?:company|startup|start-up|venture|firm|lab|business|studio|startups|companies)\b(?:,? (?:called|named|,))?")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger word: where it stands and which words it is."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody goes or is: an organisation and a title, and whether the text names the organisation here."""

    org: Unit | None
    role: str | None
    explicit: bool
    end: int


def find_joins(scene: Scene, hit: Trigger) -> Iterator[Draft]:
    """Read a verb of joining or returning."""
    subject = scene.subject(hit.start, verbal=True)
    place = _goal(scene, hit, _JOIN_STOPS)
    if place.org is None and not (place.role or (hit.word.startswith(("return", "rejoin")) and subject.how == "named")):
        return
    yield from _into(scene, subject, hit, place, "join")
    yield from _old_posts(scene, subject, hit, place)


def find_leaves(scene: Scene, hit: Trigger) -> Iterator[Draft]:
    """Read a verb of leaving."""
    if hit.word in ("left", "leave", "leaves", "leaving", "exit", "exits", "departing") and not _leaves_post(scene, hit):
        return
    subject = scene.subject(hit.start, verbal=True)
    place = _goal(scene, hit, _LEAVE_STOPS)
    yield from _out(scene, subject, hit, place, "leave")
    goal = re.compile(rf"[^,;]{{0,40}}? for (?:the |rival |[a-z]+ )?({ORG})").match(scene.mask, hit.end)
    if goal and hit.word.startswith(("lea", "left", "quit", "depart")):
        target = Place(scene.unit(goal.start(1)), None, True, goal.end())
        yield from _into(scene, subject, hit, target, "leave.for")


def _leaves_post(scene: Scene, hit: Trigger) -> bool:
    after = scene.mask[hit.end :]
    if re.match(rf"(?: the| its| his| her)?(?: [a-z-]+){{0,4}}? ?{ORG}", after[:60]) and not re.match(r" (?:for|to|a|an)\b", after):
        return True
    return _HIS_POST.match(after) is not None and not re.match(r" (?:his|her|their) (?:home|wife|mark)", after)


def find_dismissals(scene: Scene, hit: Trigger) -> Iterator[Draft]:
    """Read a verb of dismissing: with its object, or passive."""
    after = re.compile(rf"(?: (?:its|the|his|her|former|then|longtime))*(?: {ORG}(?:'s)?)?(?: (?:chief|[a-z-]+))? ?(?:{ROLE},?)? ?({PERSON})(?!'s [^\ue000-\uf8ff])").match(scene.mask, hit.end)
    passive = re.search(r"\b(?:was|were|been|being|is|are|be|got|gets|he|she)(?: \w+)? \Z", scene.mask[: hit.start])
    if after and not passive:
        end = next(g for g in scene.groups if g[0] <= after.start(1) < g[1])
        org = _employer(scene, hit.start)
        subject = Subject(end[2], "object", hit.start, "")
        place = _goal(scene, Trigger(hit.start, end[1], hit.word), _LEAVE_STOPS)
        yield from _out(scene, subject, hit, Place(place.org or org, place.role, place.org is not None or org is not None, place.end), "dismiss")
        return
    if not passive and hit.word.endswith(("s", "ing", "e", "t")) and hit.word not in ("laid off",):
        return
    subject = scene.subject(hit.start)
    if subject.people and (passive or scene.sentence.heading or subject.how in ("zero", "named")):
        yield from _out(scene, subject, hit, _goal(scene, hit, _LEAVE_STOPS), "dismiss")


def find_appointments(scene: Scene, hit: Trigger) -> Iterator[Draft]:
    """Read a verb of appointing: O names P R, P was named R of O."""
    active = re.compile(
        rf"(?: back)?(?: (?:its|the|his|her|former|ex-|current|outgoing|fellow|new|veteran|longtime|then|executives like|one of))*(?: (?:{ORG}(?:'s)?|[a-z-]+)){{0,4}}?(?: {ROLE},?)? ({PERSON})(?!')"
    ).match(scene.mask, hit.end)
    if active and not re.search(r"\b(?:was|were|been|being|is|are|be|got|gets)(?: \w+)? \Z", scene.mask[: hit.start]):
        yield from _appointed(scene, hit, active.start(1))
        return
    subject = scene.subject(hit.start, verbal=True)
    place = _goal(scene, hit, _JOIN_STOPS)
    if hit.word.startswith("pick") or (place.role is None and not place.explicit):
        return
    if not re.search(r"\b(?:was|were|been|being|is|are|be|has|have|to)\b", subject.between) and not scene.sentence.heading and subject.how not in ("named", "zero"):
        return
    yield from _into(scene, subject, hit, place, "appoint.passive")


def _appointed(scene: Scene, hit: Trigger, at: int) -> Iterator[Draft]:
    group = next(g for g in scene.groups if g[0] <= at < g[1])
    after = Trigger(hit.start, group[1], hit.word)
    place = _goal(scene, after, _JOIN_STOPS)
    employer = _employer(scene, hit.start)
    before = scene.beside.get(at)
    if place.role is None and before is not None and before.role is not None and before.org is None:
        place = Place(place.org, before.role.name, place.explicit, place.end)
    if place.role is None:
        late = re.compile(rf",[^;]{{0,120}}?,? as (?:the |its |a |an |new )*({ROLE})").match(scene.mask, group[1])
        if late:
            place = Place(place.org, scene.unit(late.start(1)).name, place.explicit, late.end())
    org = place.org if place.explicit and not re.match(r"from ", scene.mask[group[1] + 1 :]) else employer or scene.memory.topic
    if org is None:
        return
    subject = Subject(group[2], "object", hit.start, "")
    yield from _into(scene, subject, hit, Place(org, place.role, employer is not None or place.explicit, place.end), "appoint")
    source = before.org if before and before.org and not before.former else None
    away = re.compile(rf" (?:away )?from ({ORG})").match(scene.mask, group[1])
    if away:
        source = scene.unit(away.start(1))
    if source is not None and source.name != org.name and len(group[2]) == 1:
        yield from _out(scene, subject, hit, Place(source, before.role.name if before and before.role else None, True, hit.end), "appoint.source")


def find_posts(scene: Scene, hit: Trigger) -> Iterator[Draft]:
    """Read a verb of taking up a post: becomes, takes over as, will lead."""
    subject = scene.subject(hit.start, verbal=True)
    place = _goal(scene, hit, _JOIN_STOPS)
    if place.role is None:
        if hit.word not in ("takes over", "take over", "took over", "taking over") or not scene.sentence.heading:
            if not (re.search(r"lead|head|run|chair", hit.word) and place.explicit and subject.how == "named"):
                return
    yield from _into(scene, subject, hit, place, "become")


def find_successions(scene: Scene, hit: Trigger) -> Iterator[Draft]:
    """Read a verb of succession: A replaces B, B is replaced by A, O replaces B with A."""
    mask = scene.mask
    by = re.compile(rf" by (?:[^,;\ue000-\ue5ff]{{0,50}}?)({PERSON})").match(mask, hit.end)
    old = re.compile(rf" (?:[^,;\ue000-\ue5ff]{{0,50}}? ?)?({PERSON})(?!'s (?!role|place))").match(mask, hit.end)
    subject = scene.subject(hit.start, verbal=True)
    if by:
        new = (scene.unit(by.start(1)),)
        place = _goal(scene, Trigger(hit.start, by.end(), hit.word), _JOIN_STOPS)
        yield from _handed(scene, hit, new, subject.people, place)
    elif old:
        gone = scene.unit(old.start(1))
        place = _goal(scene, Trigger(hit.start, old.end(), hit.word), _JOIN_STOPS)
        with_ = re.compile(rf"(?: as {ROLE})? with (?:[^,;\ue000-\ue5ff]{{0,50}}?)({PERSON})").match(mask, old.end())
        if with_:
            org = _employer(scene, hit.start)
            yield from _handed(scene, hit, (scene.unit(with_.start(1)),), (gone,), Place(org, place.role, org is not None, with_.end()))
        elif "hand" in hit.word:
            yield from _handed(scene, hit, (gone,), (), place)
        else:
            yield from _handed(scene, hit, subject.people, (gone,), place)


def _handed(scene: Scene, hit: Trigger, new: tuple[Unit, ...], old: tuple[Unit, ...], place: Place) -> Iterator[Draft]:
    gone = old[-1] if old else None
    role = place.role or (scene.role_of(gone) if gone else None)
    org = place.org if place.explicit else (scene.org_of(gone, hit.start) if gone else None) or scene.memory.topic
    if org is None:
        return
    post = Place(org, role, place.explicit, place.end)
    for person in new[:1]:
        if gone is None or person.name != gone.name:
            yield _draft(scene, person, Side.INTO, post, hit, "succeed.into", 0.65, gone)
    if gone is not None:
        yield _draft(scene, gone, Side.OUT, post, hit, "succeed.out", 0.6, new[0] if new else None)


def find_foundings(scene: Scene, hit: Trigger) -> Iterator[Draft]:
    """Read a verb of founding."""
    mask = scene.mask
    by = re.compile(rf"(?: {TIME})?(?: in {TIME})? by (?:[^.;\ue000-\ue5ff]{{0,40}}?)({PERSON})").match(mask, hit.end)
    strict = "found" in hit.word
    if by and (strict or hit.word in ("started", "launched", "created")):
        group = next(g for g in scene.groups if g[0] <= by.start(1) < g[1])
        left = re.compile(rf"({ORG}),?(?: (?:was|were|is|which|that|a|an|the|been|[a-z-]+))*,? \Z").search(mask[: hit.start])
        org = scene.unit(left.start(1)) if left else None
        if org is not None or re.search(r"(?:startup|company|firm|lab)[a-z ]{0,12} \Z", mask[: hit.start]):
            yield from _founders(scene, group[2], hit, org, "found.by", 0.7)
        return
    subject = scene.subject(hit.start, verbal=True)
    fresh = _NEW_FIRM.match(mask, hit.end)
    named = re.compile(rf"(?: (?:a|an|the|his|her|their|own|new|his own))*(?: [a-z-]+){{0,6}}? ?(?:called |named |, )?({ORG})(?!'s|[\uec00-\uf1ff])").match(mask, hit.end)
    plain = re.compile(rf"(?: (?:the|his|her|their|developer|company|ai|startup|own|firm|legendary))*(?: [a-z-]+){{0,4}}? ({ORG})").match(mask, hit.end)
    if fresh:
        called = re.compile(rf"(?:,? (?:called|named|known as))?,? ({ORG})").match(mask, fresh.end())
        yield from _founders(scene, subject.people, hit, scene.unit(called.start(1)) if called else None, "found.new", 0.55)
    elif strict and (plain or named) and subject.how != "org":
        chosen = plain or named
        if chosen is not None:
            yield from _founders(scene, subject.people, hit, scene.unit(chosen.start(1)), f"found.{subject.how}", 0.7)
    elif strict and scene.company(hit.end, min(hit.end + 30, len(mask))) and subject.people:
        yield from _founders(scene, subject.people, hit, scene.org_of(subject.people[-1], hit.start), "found.company", 0.5)
    elif hit.word.startswith(("start", "launch")) and re.search(r"(?:left|leav\w+|depart\w+|quit)\b", mask[: hit.start]) and named:
        yield from _founders(scene, subject.people, hit, scene.unit(named.start(1)), "found.start", 0.5)


def _founders(scene: Scene, people: tuple[Unit, ...], hit: Trigger, org: Unit | None, rule: str, score: float) -> Iterator[Draft]:
    for person in people:
        yield _draft(scene, person, Side.INTO, Place(org, "founder", True, hit.end), hit, rule, score)


def find_nouns(scene: Scene, hit: Trigger) -> Iterator[Draft]:
    """Read a noun of moving with its person: P's departure from O, the departure of P."""
    mask = scene.mask
    own = re.compile(rf"({PERSON})(?:'s?)? (?:[a-z-]+ ){{0,2}}\Z").search(mask[: hit.start])
    of = re.compile(rf" of (?:[^,;.\ue000-\ue5ff]{{0,40}}? ?)({PERSON})").match(mask, hit.end)
    found = own or of
    if found is None or hit.word in ("move", "announcement") and not re.match(rf" to {ORG}", mask[hit.end : hit.end + 6]):
        return
    group = next(g for g in scene.groups if g[0] <= found.start(1) < g[1])
    subject = Subject(group[2] if of else group[2][-1:], "noun", min(found.start(1), hit.start), "")
    into = re.match(r"appoint|hiring|reinst|promot|return|move|arriv|announ", hit.word) is not None
    place = _goal(scene, Trigger(hit.start, max(hit.end, found.end()), hit.word), _JOIN_STOPS if into else _LEAVE_STOPS)
    away = re.compile(rf"[^,;]{{0,30}}? (?:from|at) ({ORG})").match(mask, hit.end)
    if into:
        if place.explicit or place.role:
            yield from _into(scene, subject, hit, place, "noun.into")
        return
    if away:
        place = Place(scene.unit(away.start(1)), place.role, True, away.end())
    yield from _out(scene, subject, hit, place, "noun.out")


def _goal(scene: Scene, hit: Trigger, stops: re.Pattern[str]) -> Place:
    """Return the organisation and the title that follow a trigger."""
    mask = scene.mask
    end = scene.reach(hit.end, stops)
    at = hit.end
    taken = _TAKEN.search(mask, at, min(len(mask), end + 3))
    if taken:
        at = taken.end()
        end = max(end, scene.reach(at, stops))
    orgs = [(p, u) for p, u in scene.sentence.find(ORG, at, end) if not _is_aside(mask, p, hit.end)]
    people = [p for p, _ in scene.sentence.find(PERSON, at, end)]
    if people and orgs and orgs[0][0] > people[0] and mask[people[0] + 1 : people[0] + 2] != "'":
        orgs = []
    role = re.compile(ROLE).search(mask, at, min(end, people[0]) if people else end)
    name = scene.unit(role.start()).name if role else None
    if orgs:
        return Place(orgs[0][1], name, True, max(orgs[0][0] + 1, role.end() if role else 0))
    return Place(None, name, scene.company(hit.end, end), role.end() if role else hit.end)


def _is_aside(mask: str, at: int, start: int) -> bool:
    """Tell whether an organisation is where something is said, or comes after somebody's former title."""
    return re.search(r"\b(?:on|told|via|by|former|ex-|formerly|according to|with|against)(?: the)? \Z", mask[start:at]) is not None


def _employer(scene: Scene, trigger: int) -> Unit | None:
    """Return who acts: the organisation left of a verb of appointing or dismissing."""
    start, _ = scene.clause(trigger)
    orgs = [(at, u) for at, u in scene.sentence.find(ORG, start, trigger) if not re.search(r"\b(?:former|ex-|formerly|from|by|of the)(?: [a-z]+)? \Z", scene.mask[:at])]
    if orgs:
        return orgs[-1][1] if len(orgs) == 1 else _acting(scene, orgs, trigger)
    return scene.memory.topic


def _acting(scene: Scene, orgs: list[tuple[int, Unit]], trigger: int) -> Unit:
    for at, unit in reversed(orgs):
        if re.fullmatch(r"(?:'s?)?(?: [a-z'-]+| [\uec00-\uf1ff])*? ", scene.mask[at + 1 : trigger]):
            return unit
    return orgs[0][1]


def _into(scene: Scene, subject: Subject, hit: Trigger, place: Place, rule: str) -> Iterator[Draft]:
    for person in subject.people:
        org = place.org or scene.org_of(person, hit.start)
        if org is None or subject.how not in _SURE:
            continue
        score = _SURE[subject.how] * (1.0 if place.explicit and place.org else _GUESSED)
        yield _draft(scene, person, Side.INTO, Place(org, place.role, True, place.end), hit, f"{rule}.{subject.how}", score)


def _out(scene: Scene, subject: Subject, hit: Trigger, place: Place, rule: str) -> Iterator[Draft]:
    for person in subject.people:
        org = place.org or scene.org_of(person, hit.start)
        if org is None or subject.how not in _SURE:
            continue
        role = place.role or scene.role_of(person)
        score = _SURE[subject.how] * (1.0 if place.org else _GUESSED)
        yield _draft(scene, person, Side.OUT, Place(org, role, True, place.end), hit, f"{rule}.{subject.how}", score)


def _old_posts(scene: Scene, subject: Subject, hit: Trigger, place: Place) -> Iterator[Draft]:
    """Yield what a joiner leaves: O's R P joins O2."""
    if subject.how != "named" or len(subject.people) != 1 or place.org is None or hit.word in ("joined", "rejoined"):
        return
    person = subject.people[0]
    for at, unit in scene.sentence.find(PERSON, 0, hit.start):
        beside = scene.beside.get(at)
        if unit.name != person.name or beside is None or beside.org is None or beside.role is None or beside.former:
            continue
        if beside.org.name not in place.org.name and place.org.name not in beside.org.name and not re.search("founder|director|board|member", beside.role.name, re.I):
            yield _draft(scene, person, Side.OUT, Place(beside.org, beside.role.name, True, hit.end), hit, "join.source", 0.5)
        return


def _draft(
    scene: Scene, person: Unit, side: Side, place: Place, hit: Trigger, rule: str, score: float, other: Unit | None = None
) -> Draft:
    at = next((p for p, u in scene.sentence.find(PERSON) if u is person), hit.start)
    end = max(hit.end, place.end, at + 1)
    time = scene.time(hit.start, end)
    return Draft(person, side, place.org, place.role, scene.sentence, min(at, hit.start), end, hit.start, f"en.{rule}", score, time, other)
