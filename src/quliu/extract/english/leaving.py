"""English frames of leaving: leave, resign, be fired, and the nouns of moving."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quliu.extract.english.memory import Beside, Pending, Subject
from quliu.extract.english.place import (
    AFTER_YEARS,
    JOIN_STOPS,
    LEAVE_STOPS,
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
from quliu.extract.english.triggers import OWNED
from quliu.extract.frames.draft import Draft
from quliu.extract.units.unit import ORG, PERSON, ROLE, TIME
from quliu.model import Side

_POST = re.compile(
    r" (?:from |as )?(?:his|her|their|the|its|this|that|day-to-day)\b[^,;]{0,30}?(?:role|"
    r"roles|position|job|post|seat|reins|helm)\b"
)
_BARE = re.compile(
    rf"(?: {TIME})?(?:[,.;]|\Z| (?:in|on|at|after|as|to (?:join|start|found|pursue|become|"
    rf"launch|build|form|create|focus)|earlier|this|last|"
    rf"for|amid|from|by|next|effective|early|following|and|over|because|immediately|late|{TIME})(?: |\Z))"
)
_FOUNDER_ONLY = re.compile(r"(?:co-?)?founders?|board members?|professor|author", re.I)
_BY_BOARD = re.compile(rf" by (?:the |its |his |her )?(?:{ORG}(?:'s?)? )?{ROLE}")
_TO_ORG = re.compile(rf"(?: to)? (?:the |rival |its |startup |ai )?{ORG}")
_AWAY = re.compile(r"(?: [a-z]+){0,3}? (?:from|at|as|of|by)\b")
_YEARS_AS = re.compile(
    rf"[^;]{{0,60}}?\bafter (?:[a-z0-9.-]+ ){{1,4}}(?:years?|months?|decades?|stints?|stretch|tenure) as "
    rf"(?:its |the |an? )?({ROLE})"
)
_WHICH_HE = re.compile(rf"({ORG}),? (?:which|where) (?:he|she|they)(?: [a-z]+ly| had| has)? \Z")
_VAGUE_VERBS = frozenset(
    ("left", "leave", "leaves", "leaving", "exit", "exits", "exiting", "departing", "removed", "removing")
)
_OBJECT = re.compile(
    rf"(?: (?:its|the|his|her|former|then|longtime|"
    rf"embattled))*(?: {ORG}(?:'s?)?)?(?: [a-z'-]+){{0,2}}?(?: {ROLE},?)?(?: {ORG})? ({PERSON})"
    rf"(?!'s? [a-z\ue600-\uf1ff])"
)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|be|got|gets|he|she)(?: [a-z]+)? \Z")
_NOUN_ALSO = re.compile(r"fir|oust|dismiss|remov|sack|exit|return")
_GOAL = re.compile(rf"[^,;]{{0,40}}? for (?:the |rival |[a-z]+ )?({ORG})")
_NEAR_ORG = re.compile(rf"(?: the| its| his| her)?(?: [a-z'-]+){{0,4}}? ?{ORG}")
_NO_OBJECT = re.compile(r" (?:a|an|to)\b")
_FIRM = re.compile(r" (?:company|firm|bank|studio|startup)\b")
_OWN_ROLE = re.compile(rf" (?:the |its |his |her |their )?{ROLE}")
_NOT_BARE = re.compile(r" (?:over|and right|in the|on the)\b")
_PARTICIPLE = re.compile(r"(?:ed|out|off|go)\Z")
_OF_NAME = re.compile(rf" of [^,;.\ue000-\ue5ff]{{0,40}}{PERSON}")
_FROM_ORG = re.compile(rf"[^,;]{{0,30}}? (?:from|at|by) (?:the )?({ORG})")
_AND_BACK = re.compile(
    rf" and (?:[a-z]+ )?(?:reinstatement|return|rehiring|comeback)(?: as (?:its |the )?({ROLE}))?"
)
_NAME_LEFT = re.compile(rf"({PERSON})(?:'s?)? (?:[a-z-]+ ){{0,2}}\Z")
_HIS = re.compile(r"\b(?:his|her|their)(?: [a-z-]+){0,2} \Z")
_OF_PERSON = re.compile(rf" of (?:[^,;.\ue000-\ue5ff]{{0,40}}? ?)?({PERSON})(?!')")
_POSSESSIVE = re.compile("'s? ")
_OPENS_WITH_NAME = re.compile(rf"(?:{ORG}(?:'s)? )?(?:{ROLE},? )?{PERSON}")
_LETTERS = re.compile("[A-Za-z]+")
_PLAIN_WORDS = frozenset(("of", "and", "the", "officer", "chief", "for"))
_INTO_NOUN = re.compile(r"appoint|hiring|reinst|promot|return|move|arriv|announ")


def find_leaves(scene: Scene, hit: Trigger) -> Iterator[Draft]:
    """Read a verb of leaving."""
    if _NOUN_ALSO.match(hit.word) and OWNED.search(scene.mask, 0, hit.start):
        yield from find_nouns(scene, hit)
        return
    place = find_place(scene, hit.end, LEAVE_STOPS)
    if hit.word in _VAGUE_VERBS and not _is_leaving(scene, hit, place):
        return
    subject = scene.subject(hit.start, verbal=True)
    years = AFTER_YEARS.match(scene.mask, hit.end) if place.org is None else None
    if years:
        place = Place(scene.unit(years.start(1)), place.role, years.end())
    owner = _WHICH_HE.search(scene.mask, 0, hit.start) if place.org is None else None
    if owner:
        place = Place(scene.unit(owner.start(1)), place.role, place.end)
    served = _YEARS_AS.match(scene.mask, hit.end) if place.role is None else None
    if served:
        place = Place(place.org, scene.unit(served.start(1)).name, served.end(), place.company)
    yield from draft_out(scene, subject, hit, place, "leave")
    goal = _GOAL.match(scene.mask, hit.end)
    if goal and hit.word.startswith(("lea", "left", "quit", "depart")):
        target = Place(scene.unit(goal.start(1)), None, goal.end())
        yield from draft_into(scene, subject, hit, target, "leave.for")


def _is_leaving(scene: Scene, hit: Trigger, place: Place) -> bool:
    """Tell whether a verb that has other meanings too tells of leaving here: by its object, or by having none."""
    mask, at = scene.mask, hit.end
    if place.org is not None and _NEAR_ORG.match(mask, at, at + 60):
        return not _NO_OBJECT.match(mask, at)
    if place.company or any(pattern.match(mask, at) for pattern in (_POST, _FIRM, _OWN_ROLE)):
        return True
    return _BARE.match(mask, at) is not None and not _NOT_BARE.match(mask, at)


def find_deaths(scene: Scene, hit: Trigger) -> Iterator[Draft]:
    """Read a death as the end of the post beside the name; former posts had ended before."""
    subject = scene.subject(hit.start, verbal=True)
    for at, unit in scene.sentence.find(PERSON, 0, hit.start):
        beside = scene.beside.get(at)
        if unit not in subject.people or beside is None or beside.former:
            continue
        if (
            beside.org is not None
            and beside.role is not None
            and not _FOUNDER_ONLY.fullmatch(beside.role.name)
        ):
            place = Place(beside.org, beside.role.name, hit.end)
            yield make_draft(scene, hit, Half(unit, Side.OUT, place, "leave.died", 0.6))


def find_dismissals(scene: Scene, hit: Trigger) -> Iterator[Draft]:
    """Read a verb of dismissing: with its object, or passive."""
    mask = scene.mask
    if _NOUN_ALSO.match(hit.word) and (OWNED.search(mask, 0, hit.start) or mask.startswith(" of ", hit.end)):
        yield from find_nouns(scene, hit)
        return
    after = _OBJECT.match(mask, hit.end)
    passive = not hit.word.endswith("ing") and _PASSIVE.search(mask, 0, hit.start)
    if after and not passive:
        _, stop, people = scene.group_at(after.start(1))
        place = find_place(scene, stop, LEAVE_STOPS)
        org = place.org or find_employer(scene, hit.start)
        subject = Subject(people, "object", hit.start)
        yield from draft_out(scene, subject, hit, Place(org, place.role, place.end), "dismiss")
        return
    if not passive and not _PARTICIPLE.search(hit.word):
        return
    subject = scene.subject(hit.start)
    if subject.people or subject.how == "nameless":
        place = find_place(scene, hit.end, LEAVE_STOPS)
        if _BY_BOARD.match(mask, hit.end):
            place = Place(place.org, None, place.end)
        if hit.word.startswith("remov") and place.role is None and place.org is None:
            return
        yield from draft_out(scene, subject, hit, place, "dismiss")


def find_nouns(scene: Scene, hit: Trigger) -> Iterator[Draft]:
    """Read a noun of moving with its person: P's departure from O; the departure of P; his exit."""
    mask = scene.mask
    found = _noun_subject(scene, hit)
    if found is None or not found.people:
        return
    into = _INTO_NOUN.match(hit.word) is not None
    of = _OF_NAME.match(mask, hit.end)
    place = find_place(scene, of.end() if of else hit.end, JOIN_STOPS if into else LEAVE_STOPS)
    if into:
        if (place.org or place.role) and not _leads_elsewhere(scene, hit, place):
            yield from draft_into(scene, found, hit, place, "noun.into")
        return
    if not of and not _AWAY.match(mask, hit.end):
        place = Place(None, None, hit.end)
    away = _FROM_ORG.match(mask, hit.end)
    if away:
        place = Place(scene.unit(away.start(1)), place.role, away.end())
    yield from draft_out(scene, found, hit, place, "noun.out")
    back = _AND_BACK.match(mask, hit.end)
    if back:
        role = scene.unit(back.start(1)).name if back.group(1) else None
        yield from draft_into(scene, found, hit, Place(place.org, role, back.end()), "noun.into")


def _leads_elsewhere(scene: Scene, hit: Trigger, place: Place) -> bool:
    """Tell whether a noun with other meanings (move, return, announcement) does not say where somebody goes."""
    if not hit.word.startswith(("move", "announ", "return")):
        return False
    to_org = hit.word.endswith(" to") or scene.mask.startswith(" to ", hit.end)
    return not (to_org and place.org and _TO_ORG.match(scene.mask, hit.end))


def _noun_subject(scene: Scene, hit: Trigger) -> Subject | None:
    mask = scene.mask
    of = _OF_PERSON.match(mask, hit.end)
    if of:
        _, _, people = scene.group_at(of.start(1))
        return Subject(people, "noun", hit.start)
    own = _NAME_LEFT.search(mask, 0, hit.start)
    if own and _POSSESSIVE.search(mask, own.start(), hit.start):
        return Subject((scene.unit(own.start(1)),), "noun", own.start(1))
    his = _HIS.search(mask, 0, hit.start)
    if his and his.group().startswith("their") and hit.word.endswith("s"):
        return scene.owners(his.start())
    return scene.owner(his.start()) if his else None


def find_named_later(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the leavings that an earlier sentence told of a title and this one gives a name."""
    waiting = scene.memory.pending
    found: list[Draft] = []
    if not waiting or not scene.groups:
        return found
    kept = []
    for item in waiting:
        leaves = {d.person.name for d in (*drafts, *found) if d.side is Side.OUT}
        used = False
        for at in _names_of(scene, item.several):
            beside = scene.beside.get(at)
            told = scene.unit(at).name in leaves
            if not told and not item.several and _holds_other(beside, item.role):
                continue
            used = True
            if not told:
                found.append(_named_later(scene, at, item, beside))
        if not used or item.several:
            kept.append(item)
    scene.memory.pending = tuple(kept)
    return found


def _holds_other(beside: Beside | None, role: str) -> bool:
    """Tell whether the title beside a name is another than the one that was told."""
    return beside is not None and beside.role_now is not None and not _alike(beside.role_now.name, role)


def _named_later(scene: Scene, at: int, item: Pending, beside: Beside | None) -> Draft:
    role = beside.role.name if beside and beside.role else item.role
    half = Half(scene.unit(at), Side.OUT, Place(item.org, role, at + 1), "leave.later", 0.5)
    draft = make_draft(scene, Trigger(at, at + 1, ""), half)
    return replace(draft, time=draft.time or item.time)


def _names_of(scene: Scene, several: bool) -> list[int]:
    """Return where the sentence names who a title told before may mean."""
    opens = _OPENS_WITH_NAME.match(scene.mask)
    people = [at for at, _ in scene.sentence.find(PERSON)]
    if several:
        return people if opens else []
    names = {scene.unit(at).name for at in people}
    return people[:1] if len(names) == 1 or opens else []


def _alike(one: str, other: str) -> bool:
    """Tell whether two titles may be one: they share a word that says something, or their initials."""
    first, second = (set(_LETTERS.findall(role.lower())) for role in (one, other))
    return bool((first & second) - _PLAIN_WORDS) or _initials(one) == _initials(other)


def _initials(role: str) -> str:
    """Return a title as its abbreviation: CEO for "chief executive officer", "boss" and "CEO"."""
    words: list[str] = _LETTERS.findall(role)
    if len(words) == 1 and words[0].isupper():
        return words[0]
    short = "".join(w[0] for w in words if w.lower() not in ("of", "and", "the")).upper()
    return "CEO" if short in ("CE", "B") or role.lower() in ("boss", "chief") else short
