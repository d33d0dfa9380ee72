"""What an English frame can ask about the surroundings of its trigger: subject, apposition, role, time."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from operator import itemgetter

from quliu.extract.english.grammar import (
    APART,
    APPOSITIVE,
    ASIDE,
    BARRED,
    DUTY,
    EFFECTIVE,
    HOLDS,
    LOOSE_ENDS,
    NOMINAL,
    SAYING,
    TOKEN,
    VAGUE,
)
from quliu.extract.english.memory import Subject
from quliu.extract.english.setting import Setting
from quliu.extract.english.words import LIGHT, PRONOUNS, ZERO
from quliu.extract.units.unit import ORG, PERSON, ROLE, TIME, Unit

_LOOK = 60  # characters left of a unit in which what governs it stands
_IS_PERSON, _IS_ROLE, _IS_TIME = re.compile(PERSON), re.compile(ROLE), re.compile(TIME)
_IS_TITLED = re.compile(f"{ORG}|{ROLE}")
_ROLE_OF = re.compile(rf"({ROLE}) (?:of|at|for|from) (?:the )?(?:[a-z-]+ ){{0,3}}({ORG})\Z")
_OWN_ROLE = re.compile(rf"({ORG})(?:'s?)? (?:[a-z-]+ ){{0,2}}({ROLE})(?: and {ROLE})?\Z")
_NAME_BEFORE = re.compile(rf"({PERSON}), (?:the |its |a |an |former |formerly )*\Z")
_NAME_AFTER = re.compile(rf",[^,\ue000-\ue5ff]{{0,40}}({PERSON})(?!')")
_HAS_DONE = re.compile(r"'s (?:\Z|(?:\w+ed|left|been|quit|\w+ing)\b)")
_APPOSED = re.compile(rf",? who\b|,? {APPOSITIVE}| of | at | from ")
_WHO = re.compile(rf",? ?\Z|,? {APPOSITIVE}")
_HE = re.compile(r"\b(?:he|she)\b")
_TITLES = rf"(?:(?:former |ex-|and )?(?:{ORG}(?:'s)? )?(?:{ROLE},? )?)"
_AND_ALSO = re.compile(rf"[,;] and {_TITLES}\Z")
_ENTRY_END = re.compile(rf"[,;] {_TITLES}\Z")
_LISTED = re.compile(rf"({PERSON}), [^;\ue000-\ue5ff]{{1,100}}\Z")
_SEVERAL = re.compile(r" (?:are|have|were|all|both|join|leave|depart)\b")
_MOST_LISTED = 6
_AND_OTHERS = re.compile(
    rf"({PERSON}),? (?:and|along with) (?:[a-z0-9]+ ){{0,2}}(?:other|more|fellow) (?:[a-z-]+ ){{0,2}}\Z"
)
_ASIDE_OF_WHO = re.compile(r", (?:who|which)\b[^,;]*\Z")
_BARE_PAIR = re.compile(rf"{PERSON} and {PERSON}")
_FRONTED = re.compile(r"\b(?:after|with|when|while|under|by|for|to|of)[^,]{0,40}\Z")
_LEANS = re.compile(r"\b(?:since|after|before|by|upon|without|for) \Z")
_BEFORE_TIME = frozenset(("in", "on", "at", "since", "late", "early", "by", "the", "end", "of"))
_LABEL = re.compile(rf"(?:{ORG} |{ROLE} )?({PERSON}):? ?")
_LAST_ROLE = re.compile(rf"({ROLE})\Z")
_NAMELESS_ROLE = re.compile(rf" ({ROLE})(?! (?:{PERSON}|of\b))")
# At O, its finance chief P resigned
_AT_FIRM = re.compile(rf"(?:over )?(?:at|inside) (?:the )?({ORG}),")
_PAST_LEFT = re.compile(r"(?:former|formerly|ex-|previously)[ a-z]*\Z")


@dataclass(slots=True)
class Scene(Setting):
    """One sentence being read, with the memory of those before."""

    last: Subject | None = None
    first: Subject | None = None
    _tokens: list[tuple[int, str]] | None = field(init=False, default=None)

    def subject(self, trigger: int, *, verbal: bool = False) -> Subject:
        """Return who the predicate at a position is about.

        Args:
            verbal: the trigger is a participle or infinitive, which may lean on the main clause.
        """
        start, _ = self.clause(trigger)
        found = self._governing(start, trigger)
        if found is None:
            return self._leaning(start, trigger) if verbal else Subject((), "none", start)
        return self._at_token(start, trigger, found, verbal=verbal)

    def _at_token(self, start: int, trigger: int, found: tuple[int, str], *, verbal: bool) -> Subject:
        """Read the subject at the first token left of a trigger that is no light word."""
        at, token = found
        titled = _IS_TITLED.match(token) is not None
        leans = verbal and self.last is not None and start <= self.last.at < at
        if _IS_PERSON.match(token):
            return self._named(at, trigger)
        if titled and not leans:
            return self._titled(start, at)
        if token == ",":
            return self._after_comma(start, at, trigger)
        if token in PRONOUNS:
            return self._pronoun(at, token)
        if token in ("who", "that"):
            return self._relative(start, at)
        if token in ZERO or verbal:
            return self._leaning(start, trigger)
        return Subject((), "none", at)

    def _governing(self, start: int, trigger: int) -> tuple[int, str] | None:
        """Return the first token left of a trigger in its clause that is no light word and no time."""
        if self._tokens is None:
            self._tokens = [(hit.start(), hit.group()) for hit in TOKEN.finditer(self.mask)]
        tokens = self._tokens
        first = bisect_left(tokens, start, key=itemgetter(0))
        index = bisect_left(tokens, trigger, key=itemgetter(0)) - 1
        while index >= first:
            at, token = tokens[index]
            token = token[: trigger - at]
            index -= 1
            if _IS_TIME.match(token):
                while index >= first and tokens[index][1] in _BEFORE_TIME:
                    index -= 1
            elif token == "'s" and index >= first and _IS_PERSON.match(tokens[index][1]):
                continue
            elif token not in LIGHT and not (token.endswith("ly") and token.isalpha()):
                return at, token
        return None

    def _named(self, at: int, trigger: int) -> Subject:
        start, end, people = self.group_at(at)
        if _SEVERAL.match(self.mask, end):
            people = (*self._listed(start), *people)
        if self.mask.startswith("'s", at + 1, trigger) and not _HAS_DONE.match(self.mask, at + 1, trigger):
            return Subject((), "none", at)
        if end != at + 1:
            people = tuple(u for u in people if u.span.start <= self.unit(at).span.start)
        return Subject(people, "named", start)

    def _listed(self, start: int) -> tuple[Unit, ...]:
        """Return who is listed before a group, each with an aside: A, former CEO of O, and B are joining."""
        people: list[Unit] = []
        joint = _AND_ALSO.search(self.mask, 0, start)
        while joint is not None and len(people) < _MOST_LISTED:
            entry = _LISTED.search(self.mask, max(0, joint.start() - 2 * _LOOK), joint.start())
            if entry is None or BARRED.search(self.mask, max(0, entry.start() - _LOOK), entry.start()):
                break
            people.insert(0, self.unit(entry.start(1)))
            joint = _ENTRY_END.search(self.mask, 0, entry.start())
        return tuple(people)

    def _after_comma(self, start: int, at: int, trigger: int) -> Subject:
        """Read a subject with an apposition (P, chief scientist of O, left); else a predicate in a list."""
        for group_start, group_end, people in reversed(self.groups):
            if not start <= group_start < group_end <= at:
                continue
            inner = self.mask[group_end:at]
            if group_end == at or _APPOSED.match(inner):
                if group_end == at and self._is_fronted(group_start):
                    break
                return Subject(people, "named", group_start)
        role = _LAST_ROLE.search(self.mask, start, at)
        if role:
            return self._titled(start, role.start())
        return self._leaning(start, trigger)

    def _is_fronted(self, at: int) -> bool:
        return _FRONTED.search(self.mask, max(0, at - _LOOK), at) is not None

    def _pronoun(self, at: int, token: str) -> Subject:
        here = [g for g in self.groups if g[1] <= at and not self.is_barred(g)]
        people = here[0][2] if here else self.memory.subject
        if self.last and self.last.people and self.last.at < at:
            people = self.last.people
        if here and SAYING.match(self.mask[here[-1][1] : at]):
            people = here[-1][2]
        if token != "they":
            people = people[-1:]
        return Subject(people, "pronoun", at)

    def _relative(self, start: int, at: int) -> Subject:
        for group_start, group_end, people in reversed(self.groups):
            if start <= group_start and group_end <= at:
                inner = self.mask[group_end:at]
                if _WHO.match(inner):
                    both = inner.strip() in ("", ",") and _BARE_PAIR.fullmatch(
                        self.mask, group_start, group_end
                    )
                    return Subject(people if both else people[-1:], "relative", group_start)
                break
        return Subject((), "none", at)

    def _titled(self, start: int, at: int) -> Subject:
        """Read a subject that is a title: O's chief scientist; P, head of O without its second comma."""
        of = _ROLE_OF.search(self.mask[: at + 1], start)
        own = _OWN_ROLE.search(self.mask[: at + 1], start)
        hit = of or own
        begin = hit.start() if hit else at
        before = _NAME_BEFORE.search(self.mask[:begin], start)
        if before:
            return Subject((self.unit(before.start(1)),), "named", before.start(1))
        others = _AND_OTHERS.search(self.mask, start, begin)
        if others:
            return Subject((self.unit(others.start(1)),), "named", others.start(1))
        if not hit and not _IS_ROLE.match(self.mask[at]):
            return Subject((), "org", at, self.unit(at))
        role = self.unit(hit.start(1) if of else hit.start(2)) if hit else self.unit(at)
        org = (self.unit(hit.start(2) if of else hit.start(1))) if hit and not self._is_past(begin) else None
        return Subject((), "nameless", begin, org, role)

    def _leaning(self, start: int, trigger: int) -> Subject:
        if self.last and self.last.people and self.last.at < trigger:
            return Subject(self.last.people, "zero", self.last.at)
        free = [g for g in self.groups if g[1] <= trigger and not self.is_barred(g)]
        if free:
            return Subject(free[0][2], "zero", free[0][0])
        owned = [g for g in self.groups if start <= g[0] and g[1] <= trigger]
        if owned and _LEANS.search(self.mask, max(0, trigger - _LOOK), trigger):
            return Subject(owned[-1][2][-1:], "zero", owned[-1][0])
        if not self.groups_before(trigger) and _HE.search(self.mask, start, trigger):
            return Subject(self.memory.subject[-1:], "zero", start)
        after = _NAME_AFTER.search(self.mask, trigger)
        if after and not self.groups_before(trigger):
            _, _, people = self.group_at(after.start(1))
            several = self.mask.endswith((", including ", ", among them "), 0, after.start(1))
            return Subject(people if several else people[:1], "fronted", trigger)
        return Subject((), "none", start)

    def reach(self, start: int, stops: re.Pattern[str] = HOLDS, most: int = 110) -> int:
        """Return where what follows a trigger ends: at a stop, a person or the end of the clause."""
        _, end = self.clause(start)
        end = min(end, start + most)
        stop = stops.search(self.mask, start, end)
        return stop.start() if stop else end

    def owner(self, at: int) -> Subject:
        """Return whom "his" or "her" before a position means."""
        left = [g for g in self.groups if g[1] <= at]
        if left:
            return Subject(left[-1][2][-1:], "pronoun", left[-1][0])
        if self.memory.subject:
            return Subject(self.memory.subject[-1:], "pronoun", at)
        right = [g for g in self.groups if g[0] > at]
        return Subject(right[0][2][:1] if right else (), "fronted", at)

    def owners(self, at: int) -> Subject:
        """Return whom "their" before a position means: all that the clause names so far, else the last subject."""
        start, _ = self.clause(at)
        free = [g for g in self.groups if start <= g[0] and g[1] <= at and not self.is_barred(g)]
        people = tuple(unit for group in free for unit in group[2]) or self.memory.subject
        return Subject(people if len(people) > 1 else (), "pronoun", free[0][0] if free else at)

    def company(self, start: int, end: int) -> bool:
        """Tell whether the range says "the company" or the like."""
        return NOMINAL.search(self.mask, start, end) is not None

    def org_of(self, person: Unit, trigger: int, *, past: bool = False) -> Unit | None:
        """Return where a person is: beside the name, remembered, who acts in the sentence, the topic.

        Args:
            past: whether a former post will do, as when somebody's former engineer left the company.
        """
        formerly: Unit | None = None
        for at, unit in self.sentence.find(PERSON):
            beside = self.beside.get(at)
            if unit.name == person.name and beside is not None and beside.org is not None:
                if not beside.former:
                    return beside.org
                formerly = beside.org
        if past and formerly is not None:
            return formerly
        if person.name in self.memory.orgs:
            return self.memory.orgs[person.name]
        start, _ = self.clause(trigger)
        where = _AT_FIRM.match(self.mask, start)
        if where:
            return self.unit(where.start(1))
        left = [(at, u) for at, u in self.sentence.find(ORG, start, trigger) if not self._is_past(at)]
        acting = [u for at, u in left if self.is_free(at, person)]
        if acting:
            return acting[-1]
        return self.memory.topic or (left[0][1] if left else formerly) or self._only_org(trigger)

    def _only_org(self, trigger: int) -> Unit | None:
        """Return the organisation left of a trigger where it is the only one, be it in somebody's former title."""
        orgs = [unit for _, unit in self.sentence.find(ORG, 0, trigger)]
        return orgs[0] if len({unit.name for unit in orgs}) == 1 else None

    def duty(self, start: int) -> str | None:
        """Return in the text's words what somebody is to do: "lead its effort in robotics", up to a name or pause."""
        hit = DUTY.match(self.mask, start)
        if hit is None:
            return None
        words = self.mask[hit.start(1) : hit.end()].split()
        while words and words[-1] in LOOSE_ENDS:
            words.pop()
        return " ".join(words)

    def is_free(self, at: int, person: Unit) -> bool:
        """Tell whether the organisation at a position acts itself: no aside, nobody's former or other post."""
        return not (
            self._is_past(at)
            or self._describes(at)
            or ASIDE.search(self.mask[max(0, at - _LOOK) : at])
            or self._beside_other(at, person)
        )

    def _describes(self, at: int) -> bool:
        """Tell whether an organisation only describes somebody without a name: the Acme executive."""
        hit = _NAMELESS_ROLE.match(self.mask, at + 1)
        return hit is not None and VAGUE.fullmatch(self.unit(hit.start(1)).name) is not None

    def _beside_other(self, at: int, person: Unit) -> bool:
        """Tell whether an organisation is only there to say who another person is."""
        unit = self.sentence.unit(at)
        return any(b.org is unit and self.unit(p).name != person.name for p, b in self.beside.items())

    def _is_past(self, at: int) -> bool:
        return _PAST_LEFT.search(self.mask, max(0, at - _LOOK), at) is not None

    def role_of(self, person: Unit, org: Unit | None = None) -> str | None:
        """Return a person's title: beside the name, else as remembered; at `org` where the text tells of what firm."""
        for at, unit in self.sentence.find(PERSON):
            beside = self.beside.get(at)
            if unit.name == person.name and beside is not None and beside.role_now is not None:
                return beside.role_now.name if _may_be(beside.org, org) else None
        known = self.memory.orgs.get(person.name)
        return self.memory.roles.get(person.name) if _may_be(known, org) else None

    def time(self, trigger: int, end: int) -> Unit | None:
        """Return the time of the predicate at a position: right of it, else left of it in the clause."""
        first, last = self.clause(trigger)
        here = self.sentence.find(TIME, first, last)
        effective = [unit for at, unit in here if EFFECTIVE.search(self.mask, max(0, at - _LOOK), at)]
        right = [
            unit for at, unit in here if trigger <= at < end + 40 and not APART.search(self.mask, trigger, at)
        ]
        left = [
            unit
            for at, unit in here
            if at < trigger
            and not ("," in self.mask[at:trigger] and _ASIDE_OF_WHO.search(self.mask, first, at))
            and (
                self.mask.startswith((", when ", " when "), at + 1) or not self.mask.endswith("since ", 0, at)
            )
        ]
        far = [unit for at, unit in here if at > trigger and not APART.search(self.mask, trigger, at)]
        only = far if len(here) == 1 else []
        return next(iter((*effective[:1], *right[:1], *left[-1:], *only)), None)

    def remember(self) -> None:
        """Carry what this sentence says into the memory."""
        for at, beside in self.beside.items():
            person = self.unit(at)
            if beside.org is not None and not beside.former:
                self.memory.orgs[person.name] = beside.org
            if beside.role_now is not None:
                self.memory.roles[person.name] = beside.role_now.name
        if self.groups:
            self.memory.forget()
        label = _LABEL.fullmatch(self.mask)
        self.memory.label = self.unit(label.start(1)) if label else None
        if self.first and self.first.people:
            self.memory.subject = self.first.people
        else:
            free = [g for g in self.groups if not self.is_barred(g)]
            if free:
                self.memory.subject = free[0][2]


def _may_be(one: Unit | None, other: Unit | None) -> bool:
    """Tell whether two organisations may be one: one is not known, or their names share their beginning."""
    if one is None or other is None or one.lexicon_id == other.lexicon_id is not None:
        return True
    first, second = one.name.lower(), other.name.lower()
    return first in second or second in first
