"""What a frame can ask about the surroundings of its trigger: subject, apposition, organisation, role, time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from quliu.extract.units import ORG, PEOPLE, PERSON, ROLE, TIME, Sentence, Unit

_PEOPLE = re.compile(PEOPLE)
_CLAUSE_END = re.compile(r"[,;:。!?]|——|--")
_APPOSITION = re.compile(
    rf"(?P<former>前任?|原|曾任)?(?:(?P<org>{ORG})(?P<of>的|旗下|现任|前任?|原|首位|新任|时任|联合|、)?)?(?P<what>[^\ue000-\uf7ff,。;:!?的]{{0,6}})?(?P<role>{ROLE})(?P<gap>之一|、|兼|的|,)?(?P<people>{PEOPLE})"
)
_ORG_PERSON = re.compile(rf"(?P<former>前|原)?(?P<org>{ORG})(?:的|旗下)?(?P<people>{PERSON})")
_AFTER = re.compile(
    rf"(?P<people>{PERSON})(?:是|,|系|作为|现为|为)?(?P<former>前|原|曾任|曾是|曾担任)?(?P<org>{ORG})(?:的前|的原|的|前|原)?(?P<role>{ROLE})"
)
_LIGHT = re.compile(
    rf"(?:{TIME}|[于在自从至后,、的]|随后|之后|此后|此前|不久|曾经?|先后|并且?|又|再次?|还|也|则|已经?|正式|宣布|决定|选择|将会?|即将|最终|终于|后来|同时|期间|于是|然后|继而|便|就|才|而后|接着|目前|现|因[^,。]{{1,10}}|计划|准备|拟|打算|一直|开始|转而|而是|而|其后|[年月]初?|时|再度|去年|今年|表示|称|确认|透露|被曝|以[^,。]{{1,8}}身份|进一步|官宣|主动|突然|回国|毕业|离职|离开[^,。]{{0,10}}|{ORG}|{ROLE})*+\Z"
)
_SUBJECT_PLACE = re.compile(
    rf"(?:\A|[,;:。!?#“\"(《-]|{ORG}|{ROLE}|{TIME}|的|而|但|据|随后|此后|另外|此外|同时|其中|如今|名|位|者|人|之|是|为|宣布|确认|表示|显示|指出|透露|消息|称|原|前|与此同时|当时|岁|士|由|叫|员|授)\s*\Z"
)
_LOOSE = re.compile(rf"(?:{TIME}|{ROLE}|[^\ue000-\uf7ff,。;:]){{0,14}}")
_PRONOUN = re.compile("他们|她们|二人|两人|三人|双方|自己|他|她|其(?!中|他|实|次|余)|本人|该高管|前者|后者")
_LISTING = re.compile(
    rf"({PERSON})(?:以及|和|与|、|及)(?:前|原|另一位|另一名)?(?:{ORG})?(?:的|公司|前|原)?(?:{ROLE})?\Z"
)
_LIST_OPENS = re.compile(
    rf"[^。;\ue000-\ue5ff]{{2,40}}?(?:包括了?|还有|分别[是为]|有:|名单)(?=[^。;]{{0,40}}{PERSON})"
)
_RELATIVE = re.compile(rf"[^,。;:\ue000-\ue5ff]{{2,16}}的[^,。;:\ue000-\ue5ff的]{{0,18}}?({PERSON})")
_TELLS = re.compile("[^,。;]{0,4}(?:报道|消息|称|透露|获悉|披露)")
_PLATFORM = re.compile("(?:平台)?(?:上|发文|发帖|账号|用户)")
_BARRED = re.compile(
    r"(?:由|被|向|跟随|追随|随|任命|聘请|让|对|给|接替|取代|代替|师从|与|和|跟|继|接手|接任|邀请|挖来|迎来|取代了?|接替了?)\Z"
)


@dataclass(frozen=True, slots=True)
class Apposition:
    """What stands beside a person's name: 星帆智能首席科学家贾明白."""

    org: Unit | None
    role: Unit | None
    former: bool


@dataclass(slots=True)
class Memory:
    """What reading has met so far in a document."""

    subject: tuple[Unit, ...] = ()
    subject_paragraph: int = -1
    orgs: dict[str, Unit] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    topic: Unit | None = None
    default: Unit | None = None
    told: tuple[int, Unit] | None = None  # paragraph and time of a last sentence that told no event
    joined: dict[str, int] = field(
        default_factory=dict
    )  # person -> paragraph in which they last joined something


@dataclass(slots=True)
class Scene:
    """One sentence being read, with the memory of those before."""

    sentence: Sentence
    memory: Memory
    ends: list[int] = field(init=False)
    appositions: dict[int, Apposition] = field(init=False)
    _beside: dict[str, Apposition] = field(init=False)

    def __post_init__(self) -> None:
        mask = self.sentence.mask
        self.ends = [hit.start() for hit in _CLAUSE_END.finditer(mask)]
        self.appositions = dict(self._find_appositions(mask))
        self._beside = {}
        for at in sorted(self.appositions, reverse=True):
            unit = self.sentence.unit(at)
            if unit is not None:
                self._beside[unit.name] = self.appositions[at]

    @property
    def mask(self) -> str:
        """The masked sentence."""
        return self.sentence.mask

    def clause(self, at: int) -> tuple[int, int]:
        """Return the clause that holds a position."""
        index = bisect_right(self.ends, at - 1)
        start = self.ends[index - 1] + 1 if index else 0
        return start, self.ends[index] if index < len(self.ends) else len(self.mask)

    def _find_appositions(self, mask: str) -> Iterator[tuple[int, Apposition]]:
        for pattern in (_AFTER, _ORG_PERSON, _APPOSITION):
            for hit in pattern.finditer(mask):
                groups = hit.groupdict()
                org = self.sentence.unit(hit.start("org")) if groups.get("org") else None
                role = self.sentence.unit(hit.start("role")) if groups.get("role") else None
                former = bool(groups.get("former")) or groups.get("of") in ("前", "前任", "原")
                for at, _ in self.sentence.find(PERSON, hit.start("people"), hit.end("people")):
                    yield at, Apposition(org, role, former)

    def people_in(self, start: int, end: int) -> list[tuple[int, tuple[Unit, ...]]]:
        """Return the groups of people in a part of the mask, each with its position."""
        return [
            (hit.start(), tuple(u for _, u in self.sentence.find(PERSON, hit.start(), hit.end())))
            for hit in _PEOPLE.finditer(self.mask[:end])
            if hit.start() >= start
        ]

    def subject(self, trigger: int, *, relative: bool = False) -> tuple[tuple[Unit, ...], str, int]:
        """Return who the predicate at a position is about, by which device, and where; nobody when unclear."""
        start, _ = self.clause(trigger)
        named = self._named_subject(start, trigger)
        if named:
            people, at = self._list_before(start, *named)
            return people, "named", at
        listed = self._listed_after(trigger)
        if listed:
            return listed[0], "listed", listed[1]
        described = _RELATIVE.match(self.mask, trigger) if relative else None
        if described:
            unit = self.sentence.unit(described.start(1))
            return ((unit,) if unit else ()), "relative", described.start(1)
        left = self.mask[start:trigger]
        pronouns = list(_PRONOUN.finditer(left))
        if pronouns:
            pronoun = pronouns[-1]
            people = self._remembered(
                start, plural=pronoun.group() in ("他们", "她们", "二人", "两人", "三人", "双方")
            )
            return people, "pronoun", start + pronoun.start()
        if _LIGHT.match(left):
            return self._unsaid(start, trigger, "zero")
        if start and _LOOSE.fullmatch(left):
            return self._unsaid(start, trigger, "loose")
        return (), "none", start

    def _named_subject(self, start: int, trigger: int) -> tuple[tuple[Unit, ...], int] | None:
        for at, people in reversed(self.people_in(start, trigger)):
            if _BARRED.search(self.mask, start, at):
                barred = _BARRED.search(self.mask[:at])
                if barred and barred.group() not in ("与", "和", "跟", "由", "对"):
                    continue
                if barred and barred.group() in ("与", "和", "跟", "对"):
                    continue
            return people, at
        return None

    def _listed_after(self, trigger: int) -> tuple[tuple[Unit, ...], int] | None:
        """Return the people of a list that follows its predicate: 多名高管离任,其中包括R1甲、R2乙."""
        opening = _LIST_OPENS.match(self.mask, trigger)
        if opening is None:
            return None
        stop = re.compile("[。;!]|,(?=[^,]{0,4}(?:后者|前者|他|她|而))").search(self.mask, opening.end())
        end = stop.start() if stop else len(self.mask)
        people = tuple(unit for _, unit in self.sentence.find(PERSON, opening.end(), end))
        return (people, opening.end()) if people else None

    def _list_before(self, start: int, people: tuple[Unit, ...], at: int) -> tuple[tuple[Unit, ...], int]:
        """Extend a subject to the left over a list whose members have titles: O1的R1甲、O2的R2乙离职."""
        found = list(people)
        while True:
            hit = _LISTING.search(self.mask[:at], start)
            unit = self.sentence.unit(hit.start(1)) if hit else None
            if hit is None or unit is None:
                return tuple(found), at
            found.insert(0, unit)
            at = hit.start(1)

    def _unsaid(self, start: int, trigger: int, how: str) -> tuple[tuple[Unit, ...], str, int]:
        """Return the unsaid subject of a clause; nobody when a quotation opens between it and the predicate."""
        people, at = self.earlier(start)
        opened = self.mask.rfind("“", 0, trigger)
        quoted = opened >= 0 and self.mask.find("”", opened, trigger) < 0
        if quoted and at <= opened:
            return (), "none", start
        return people, how, at

    def earlier(self, start: int) -> tuple[tuple[Unit, ...], int]:
        """Return the subject of the clauses before a position and where it stands, else that of the sentences before."""
        groups = [(people, at) for at, people in self.people_in(0, start) if self._in_subject_place(at)]
        if groups:
            return groups[-1]
        near = self.memory.subject_paragraph >= self.sentence.paragraph - 1
        return (self.memory.subject if near else ()), start

    def _in_subject_place(self, at: int) -> bool:
        """Tell whether a group of people stands where a subject stands: after a pause, a title or a link, not before 的."""
        if not _SUBJECT_PLACE.search(self.mask[:at]):
            return False
        group = re.compile(PEOPLE).match(self.mask, at)
        return group is None or self.mask[group.end() : group.end() + 1] not in ("的", "之")

    def _remembered(self, start: int, plural: bool) -> tuple[Unit, ...]:
        groups = self.people_in(0, start)
        people = groups[-1][1] if groups and not plural else ()
        if plural:
            people = tuple(u for _, group in groups for u in group) or self.memory.subject
        if not people:
            people = self.memory.subject
        return people if plural else people[-1:]

    def apposition(self, at: int, person: Unit) -> Apposition | None:
        """Return what stands beside a person, here or where the sentence names the same person."""
        found = self.appositions.get(at)
        if found:
            return found
        return self._beside.get(person.name)

    def orgs_in(self, start: int, end: int) -> list[tuple[int, Unit]]:
        """Return the organisations in a part of the mask, those left out that are only where something is posted."""
        return [(at, u) for at, u in self.sentence.find(ORG, start, end) if not self._only_tells(at)]

    def _only_tells(self, at: int) -> bool:
        """Tell whether an organisation is only where something is posted (在领英上) or who reports it (据某报报道)."""
        if _PLATFORM.match(self.mask, at + 1):
            return True
        return self.mask[at - 1 : at] == "据" and _TELLS.match(self.mask, at + 1) is not None

    def first_org(self, start: int, end: int) -> tuple[int, Unit] | None:
        """Return the first organisation in a part of the mask."""
        found = self.orgs_in(start, end)
        return found[0] if found else None

    def last_org(self, start: int, end: int) -> tuple[int, Unit] | None:
        """Return the last organisation in a part of the mask."""
        found = self.orgs_in(start, end)
        return found[-1] if found else None

    def time(self, trigger: int) -> Unit | None:
        """Return the time of the predicate at a position: nearest on its left in the clause, else of the clauses before, else right."""
        start, end = self.clause(trigger)
        left = [u for at, u in self.sentence.find(TIME, start, trigger) if not self._reports(at)]
        if left:
            return left[-1]
        right = [u for at, u in self.sentence.find(TIME, trigger, end) if not self._reports(at)]
        if right:
            return right[0]
        before = [u for at, u in self.sentence.find(TIME, 0, start) if not self._reports(at)]
        if before:
            return before[-1]
        told = self.memory.told
        return (
            told[1]
            if told is not None and told[0] == self.sentence.paragraph and not self.people_in(0, trigger)
            else None
        )

    def _reports(self, at: int) -> bool:
        return re.compile(r"(?:消息|讯|报道|电|获悉)").match(self.mask, at + 1) is not None

    def role_after(self, at: int, end: int) -> Unit | None:
        """Return the role that a predicate gives after a position: 加入…并担任联创."""
        hit = re.compile(
            rf"[^\ue000-\ue5ff。;]{{0,24}}?(?:担任|出任|任职为|任|为|作为|负责|成为|职位为|,|的)(?:了|其|该?公司|新的?|首席)?(?:{ORG})?的?({ROLE})"
        ).match(self.mask, at, end)
        return self.sentence.unit(hit.start(1)) if hit else None

    def remember(self, eventful: bool) -> None:
        """Carry what this sentence says into the memory; `eventful` says whether it told an event."""
        opening = self.sentence.find(TIME, 0, 3)
        self.memory.told = (self.sentence.paragraph, opening[0][1]) if opening and not eventful else None
        for at, apposition in self.appositions.items():
            person = self.sentence.unit(at)
            if person is None:
                continue
            if apposition.org is not None:
                self.memory.orgs[person.name] = apposition.org
            if apposition.role is not None:
                self.memory.roles[person.name] = apposition.role.name
        groups = [people for at, people in self.people_in(0, len(self.mask)) if self._in_subject_place(at)]
        if groups:
            self.memory.subject = groups[0]
            self.memory.subject_paragraph = self.sentence.paragraph
        elif _PRONOUN.search(self.mask) and self.memory.subject_paragraph >= self.sentence.paragraph - 1:
            self.memory.subject_paragraph = self.sentence.paragraph
        elif self.memory.subject_paragraph < self.sentence.paragraph - 1:
            self.memory.subject = ()
        orgs = [u for _, u in self.orgs_in(0, len(self.mask)) if u.known and u.weight >= 0.9]
        if orgs:
            self.memory.topic = orgs[0]
