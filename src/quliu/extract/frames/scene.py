"""What a frame can ask about the surroundings of its trigger: subject, apposition, organisation, role, time."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from quliu.extract.frames.apposition import Apposition, find_appositions
from quliu.extract.frames.clauses import Clauses
from quliu.extract.frames.memory import is_same_org, kind_of
from quliu.extract.frames.subject import Subject, earlier_subject, find_subject, learn_subject
from quliu.extract.frames.timing import find_setting, find_time, time_of_lead, time_of_setting
from quliu.extract.units.unit import ORG, PERSON, ROLE, TIME, Unit, UnitKind

_ANYONE = re.compile(PERSON)
_HALF_READ = frozenset(["BG", "BU"])
_TELLS = re.compile("[^,。;]{0,4}(?:报道|消息|称|透露|获悉|披露)")
_GIVES_ROLE = re.compile(
    rf"(?:(?!历时|后来|逐步|一路|最终|此后|年后|此前|之前|先前|早前)[^\ue000-\ue5ff。;]){{0,24}}?(?:担任|出任|任职为|(?<![升转改接调])任|为|作为|成为|(?:职位|职务|头衔|岗位|身份)[是为]|负责|(?<!一路)做(?!到)|当(?!时))(?:了|其|该?公司|新的?|新设立的|首席)?(?P<at>{ORG})?的?[^\ue000-\uf8ff,。;:]{{0,12}}?(?P<role>{ROLE})"
)
_ROLE_BESIDE = re.compile(rf"[^\ue000-\ue5ff,。;:]{{0,8}}(?:,|的)({ROLE})(?![过着了])")
_DUTY = re.compile(
    rf"[^\ue000-\ue5ff,。;:]{{0,8}}(?:,(?:职级|级别|常驻|base)[^,。;\ue000-\ue5ff]{{1,12}})?,(?:并|将|主要|全面|(?!他|她|其|曾|此前|之前)[并将]?[^\ue000-\uf8ff,。;:]{{0,4}})((?:负责|牵头|统筹|分管|带领|主导|主管|掌管|执掌|接手|操盘|(?:{ROLE}|领导)(?=[^\ue000-\uf8ff,。;:]*团队|一个|一支|{ORG}))[^\ue000-\ue5ff\uf200-\uf8ff,。;:]{{2,16}})(?=[,。;]|\Z)"
)
# 她的新职务是R: told in the sentence after the joining.
_NEW_POST = re.compile(
    rf"(?:他|她|其|{PERSON})的?(?:新|具体|最新)?(?:职位|职务|头衔|岗位|身份|角色)(?:是|为)(?:{ORG}|[^,。;:\ue000-\uf7ff]){{0,8}}({ROLE})"
)
_WORKED_AT = re.compile(
    rf"({PERSON})(?:{TIME}|[^,。;:\ue000-\uf7ff]){{0,4}}?(?:曾经?|此前|一直|长期)?在({ORG})[^,。;:\ue000-\uf7ff]{{0,4}}(?:工作|任职|效力|供职|就职|待|呆|度过|服务)"
)
_ANNOUNCER = re.compile(
    rf"(?:\A|[,:。#])(?:{TIME}|[^,;:。\ue000-\uf7ff]){{0,8}}({ORG})(?:公司|集团|方面|董事会)?(?:{TIME}|[^,;:。\ue000-\uf7ff]){{0,6}}?(?:宣布|公告|官宣|公布|发布|内部信|内部邮件|换帅|变动|调整)"
)
_PASSING = re.compile("(?:曾在|曾就职于|曾供职于|曾任职于|毕业于|对标|超越|不同于|相比|由.{0,6}平台|据)\\Z")
_PLATFORM = re.compile("(?:平台)?(?:上|发文|发帖|账号|用户|可知|资料|个人主页|主页)")


@dataclass(slots=True)
class Scene(Clauses):
    """One sentence being read, with the memory of those before."""

    appositions: dict[int, Apposition] = field(init=False)
    _beside: dict[str, Apposition] = field(init=False)

    def __post_init__(self) -> None:
        Clauses.__post_init__(self)
        self.appositions = find_appositions(self.sentence) if self.sentence.find(PERSON) else {}
        self._beside = {}
        for at in sorted(self.appositions, reverse=True):
            unit = self.sentence.unit(at)
            if unit is not None:
                self._beside[unit.name] = self.appositions[at]

    def subject(self, trigger: int, *, relative: bool = False) -> Subject:
        """Return who the predicate at a position is about, by which device, and where; nobody when unclear."""
        return find_subject(self, trigger, relative=relative)

    def earlier(self, start: int) -> tuple[tuple[Unit, ...], int]:
        """Return the subject of the clauses before a position and where it stands, else that of the sentences before."""
        return earlier_subject(self, start)

    def role_at(self, person: Unit, org: Unit | None) -> str | None:
        """Return the role that was told of a person at an organisation."""
        known = self.memory.orgs.get(person.name)
        if known is not None and org is not None and not is_same_org(known, org):
            return None
        return self.memory.roles.get(person.name)

    def apposition(self, at: int, person: Unit) -> Apposition | None:
        """Return what stands beside a person, here or where the sentence names the same person."""
        found = self.appositions.get(at)
        if found:
            return found
        return self._beside.get(person.name)

    def beside(self, person: Unit, at: int) -> Apposition | None:
        """Return what stands beside a person who is the subject at a position."""
        return self.apposition(self.place_of(person, at), person)

    def place_of(self, person: Unit, at: int) -> int:
        """Return where a person of this sentence stands, `at` when that is in an aside or before it."""
        found = self.sentence.place(person)
        return found if found >= at else at

    def orgs_in(self, start: int, end: int) -> list[tuple[int, Unit]]:
        """Return the organisations in a part of the mask, those left out that are only where something is posted."""
        return [(at, u) for at, u in self.sentence.find(ORG, start, end) if self._may_employ(at, u)]

    def _may_employ(self, at: int, org: Unit) -> bool:
        """Tell whether a mention of an organisation is neither a name read in half (企业BG) nor only who tells."""
        return org.name not in _HALF_READ and not self._only_tells(at)

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

    def org_before(self, at: int) -> Unit | None:
        """Return the last organisation before a position, else the one that the text is about."""
        found = self.last_org(0, at)
        return found[1] if found else self.memory.about

    def time(self, trigger: int) -> Unit | None:
        """Return the time of the predicate at a position: what its sentence gives it, else what its paragraph is set in."""
        found = find_time(self.sentence, self.ends, trigger)
        setting = self.memory.setting
        if found is None and self.sentence.heading:
            return time_of_lead(self.memory.following)
        if found is not None or setting is None:
            return found
        return time_of_setting(self.sentence, setting, trigger)

    def role_after(self, at: int, end: int) -> Unit | None:
        """Return the role that a predicate gives after a position: 加入…并担任联创; else the duty: 加入…,负责战略."""
        hit = _GIVES_ROLE.match(self.mask, at, end)
        if hit is not None and hit.group("at") and self.sentence.find(TIME, at, hit.start("at")):
            return None  # 2015年任职于O,2019年任O2的R: another post
        beside = None if hit else _ROLE_BESIDE.match(self.mask, at, end)
        if beside and self.mask[beside.start(1) - 1] == "," and _ANYONE.match(self.mask, beside.end()):
            beside = None  # 加入O,R乙: the role of another
        role = self.unit(hit, "role") if hit else self.unit(beside)
        if role is not None and role.name != "领导":
            return role
        duty = _DUTY.match(self.mask, at, end)
        if duty is None:
            following = self.memory.following
            post = (
                _NEW_POST.match(following.mask) if following is not None and end == len(self.mask) else None
            )
            return following.unit(post.start(1)) if following is not None and post else None
        span = self.sentence.to_text(duty.start(1), duty.end(1))
        return Unit(UnitKind.ROLE, span, self.sentence.words(duty.start(1), duty.end(1)))

    def org_of_kind(self, kind: str, before: int) -> Unit | None:
        """Return the bank or school meant at a position: named earlier in the sentence, else the one the text is about."""
        near = [u for _, u in self.orgs_in(0, before) if kind_of(u.name) == kind]
        return near[-1] if near else self.memory.most_named(kind)

    def _learn_workplaces(self) -> None:
        """Note where a sentence says that somebody worked: 甲曾在O工作八年."""
        for hit in _WORKED_AT.finditer(self.mask):
            person, org = self.unit(hit), self.unit(hit, 2)
            if person is not None and org is not None:
                self.memory.orgs[person.name] = org

    def remember(self) -> None:
        """Carry what this sentence says into the memory."""
        self.memory.setting = find_setting(self.sentence, self.ends, self.memory.setting)
        learn_subject(self)
        if not self.sentence.units:
            return
        self._learn_appositions()
        self._learn_workplaces()
        named = [unit for _, unit in self.orgs_in(0, len(self.mask))]
        self.memory.count_kinds(named)
        orgs = [u for u in named if u.known and u.weight >= 0.9]
        teller = None if orgs else self._teller()
        if self.memory.founded is not None:
            self.memory.topic, self.memory.founded = self.memory.founded, None
        elif teller or (orgs and not self._in_passing(orgs[0])):
            self.memory.topic = orgs[0] if orgs else teller

    def _teller(self) -> Unit | None:
        """Return the organisation, known or not, that the sentence says announces something."""
        unit = self.unit(_ANNOUNCER.search(self.mask))
        return unit if unit is not None and unit.weight >= 0.5 and not unit.work else None

    def _in_passing(self, org: Unit) -> bool:
        """Tell whether a sentence names an organisation only as where somebody was before."""
        at = self.sentence.place(org)
        return at >= 0 and _PASSING.search(self.mask, max(0, at - 6), at) is not None

    def _learn_appositions(self) -> None:
        """Note the organisations and roles that stand beside names."""
        for at, apposition in self.appositions.items():
            person = self.sentence.unit(at)
            if person is None:
                continue
            if apposition.org is not None and apposition.former:
                self.memory.former[person.name] = apposition.org
            if apposition.org is not None and not (apposition.former and person.name in self.memory.orgs):
                self.memory.orgs[person.name] = apposition.org
            if apposition.role is not None:
                self.memory.roles[person.name] = apposition.role.name
