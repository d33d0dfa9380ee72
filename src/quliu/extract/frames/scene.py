"""What a frame can ask about the surroundings of its trigger: subject, apposition, organisation, role, time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from quliu.extract.frames.memory import Memory, is_same_org, kind_of
from quliu.extract.frames.timing import find_setting, find_time, time_of_setting
from quliu.extract.units.unit import ORG, PEOPLE, PERSON, ROLE, TIME, Sentence, Unit, UnitKind

_PEOPLE = re.compile(PEOPLE)
_ANYONE = re.compile(PERSON)
_CLAUSE_END = re.compile(r"[,;:。!?]|——|--")
_APPOSITION = re.compile(
    rf"(?P<former>前任?|原|曾任)?(?:{ORG}(?:和|与|、|及|/)){{0,2}}(?:(?P<org>{ORG})(?P<of>的|旗下|现任|前任?|原|首位|新任|时任|联合|、)?)?(?P<what>[^\ue000-\uf7ff,。;:!?的]{{0,6}})?(?P<role>{ROLE})(?P<gap>之一的?|、|兼|的|,)?(?P<people>{PEOPLE})"
)
_ORG_PERSON = re.compile(rf"(?P<former>前|原)?(?P<org>{ORG})(?:的|旗下)?(?P<people>{PERSON})")
# 前O的R、O2的R2甲: former holds for the whole list.
_FORMER_LIST = re.compile(
    rf"(?:前|原|曾任)(?:任)?(?:{ORG}的?)?[^\ue000-\uf7ff,。;:的]{{0,6}}{ROLE}(?:、|兼|和|及)\Z"
)
_AFTER = re.compile(
    rf"(?P<people>{PERSON})(?:是|,|系|作为|现为|为)?(?P<former>前|原|曾任|曾是|曾担任)?(?P<org>{ORG})(?:的前|的原|的|前|原)?(?P<role>{ROLE})"
)
_LIGHT = re.compile(
    rf"(?:{TIME}|在[^,。\ue000-\uf7ff]{{1,5}}|[于在自从至后,、的]|随后|之后|此后|此前|不久|曾经?|先后|并且?|又|再次?|还|也|则|已经?|正式|宣布|决定|选择|将会?|即将|最终|终于|后来|同时|期间|于是|然后|继而|便|就|才|而后|接着|目前|现|因[^,。]{{1,10}}|计划|准备|拟|打算|一直|开始|转而|而是|而|其后|[年月]初?|时|再度|去年|今年|表示|称|确认|透露|被曝|以[^,。]{{1,8}}身份|进一步|官宣|主动|突然|另起炉灶|宣告|公开|发文|发帖|转身|回国|毕业|离职|直到|直至|一手|亲手|参与|牵头|独立|独自|共同|联合|一起|直接|陆续|接连|再|正在|筹备|[^,。]{{1,6}}期间|离开[^,。]{{0,10}}|{ORG}|{ROLE})*+\Z"
)
_SUBJECT_PLACE = re.compile(
    rf"(?:\A|[,;:。!?#“\"(《\[【▲>-]|{ORG}|{ROLE}|{TIME}|的|而|但|据|随后|此后|另外|此外|同时|其中|如今|名|位|者|人|档|事|徒|之|主|父|母|将|干|才|物|星|帅|手|友|生|弟|妹|兄|哥|妻|子|匠|家|脑|侠|师|裔|籍|是|为|宣布|确认|表示|显示|指出|透露|消息|称|原|前|与此同时|当时|岁|士|由|叫|员|说到|谈到|提到|聊到|至于|授|长)\s*\Z"
)
# Whom something is told to or done by is not whom the sentence is about.
_OBLIQUE = re.compile(rf"(?:向|对|给|获得?|受|被|接替|取代|师从)(?:{ORG}|{ROLE}|的|、|现任|前)*\Z")
_OWNS = re.compile("[的之](?!职务|职位|角色|岗位|身份)")
_THEREUPON = re.compile("[^\ue000-\ue5ff,。;:]{2,24}(?:而|后|并|时|之际)\\Z")
_LOOSE = re.compile(rf"(?:{TIME}|{ROLE}|[^\ue000-\uf7ff,。;:]){{0,14}}")
_PRONOUN = re.compile("他们|她们|二人|两人|三人|双方|自己|他|她|其(?!中|他|实|次|余)|本人|该高管|前者|后者")
_EXCEPTED = ("除外", "之外", "以外")
_PLURAL = ("他们", "她们", "二人", "两人", "三人", "双方")
_PRONOUN_FIRST = re.compile(
    rf"(?:[,;:。]|——)(?:{TIME}|[但而且后此随]+)?(他们|她们|二人|两人|他|她|后者)(?!的)"
)
# Somebody unnamed: the predicate tells of others than the people named beside them (O创始人甲说,去年有三名员工离职).
_UNNAMED = re.compile(
    rf"(?<![与和同跟及合手携着领率0-9一二三四五六七八九十两多几数])(?:[0-9一二三四五六七八九十两多几数]+余? ?[名位人个]|一些|更多|其他|部分|大批|很多|太多|无数|大多数|不少|大量|众多|许多|所有|每[名位个])[^,。;:\ue000-\ue5ff\uf800-\uf8ff]{{0,12}}?(?:{ROLE}|人|者|员|成员|校友|同事|高管|骨干)"
)
# With whom: the real subject stands before, or is unsaid (他和老同学甲一起创办).
_COMPANION = re.compile(
    rf"(?:和|与|同|跟|联合|联手|携手|连同)(?:{ORG}|{ROLE}|[^\ue000-\uf7ff,。;:和与]){{0,12}}+\Z"
)
_TOGETHER = re.compile("一起|一同|共同|联合|联手|携手|双双|合伙|一道|先后")
# 甲和乙在丙被罢免后担任: 丙 belongs to the time of the predicate.
_WHILE = re.compile(rf"在(?:{ORG}|{ROLE}|前|原|时任|的){{0,4}}\Z")
_MEANWHILE = re.compile(rf"{PERSON}[^,。;\ue000-\ue5ff]{{1,12}}(?:后|之际|期间|时)")
_POST_BEFORE = re.compile(
    rf"(?:任命?|出任|担任|就任|升任|接任|为|成为)(?:{PERSON}为|了)?(?:{ORG}|的|[^,。;:\ue000-\uf7ff]){{0,8}}\Z"
)
_SAYING = re.compile("(?:表示|透露|指出|认为|写道|介绍|称|说)[,:]\\Z")
_HALF_READ = frozenset(["BG", "BU"])
_REASON = re.compile("因为?(?=[^,。;]{0,24}[一-鿿]{2})[^,。;\ue000-\ue5ff]{2,24}\\Z")
_THEREFORE = re.compile("[^,。;]{0,40}?(?:而(?!且|是)|被|遭)")
_LISTING = re.compile(
    rf"({PERSON})(?:以及|和|与|、|及)(?:前|原|另一位|另一名)?(?:{ORG})?(?:的|公司|前|原)?(?:{ROLE})?\Z"
)
_LISTED_BEFORE = re.compile(rf"({PERSON}),(?:以及|还有|及)[^。;:\ue000-\ue5ff]{{0,60}}\Z")
_LIST_OPENS = re.compile(
    rf"[^。;\ue000-\ue5ff]{{2,40}}?(?:包括了?|还有|分别[是为]|有:|其中就?有|名单)(?=[^。;]{{0,40}}{PERSON})"
)
_RELATIVE = re.compile(rf"[^,。;:\ue000-\ue5ff]{{2,16}}的[^,。;:\ue000-\ue5ff的]{{0,18}}?({PERSON})")
_OF_THEM = re.compile(
    rf"(?:的(?!确|新?(?:职位|职务|角色|身份|工作|去向|下一站))(?!(?:{TIME}|正式|突然|主动|最终)*\Z)|之[女子父母妻弟兄]|(?:的?爱|的?长|的?次|的?独)[子女]|(?:去世|逝世|病逝)[^,。]{{0,2}}后)"
)
_WHOSE = re.compile(rf"(?:在{ORG})?的")
_TELLS = re.compile("[^,。;]{0,4}(?:报道|消息|称|透露|获悉|披露)")
_GIVES_ROLE = re.compile(
    rf"[^\ue000-\ue5ff。;]{{0,24}}?(?:担任|出任|任职为|任|为|作为|成为|职位为|负责|做|当(?!时))(?:了|其|该?公司|新的?|新设立的|首席)?(?:{ORG})?的?[^\ue000-\uf8ff,。;:]{{0,12}}?({ROLE})"
)
_ROLE_BESIDE = re.compile(rf"[^\ue000-\ue5ff,。;:]{{0,8}}(?:,|的)({ROLE})(?![过着了])")
_DUTY = re.compile(
    rf"[^\ue000-\ue5ff,。;:]{{0,8}},(?:并|将|主要|全面|[并将]?[^\ue000-\uf8ff,。;:]{{0,4}})((?:负责|牵头|统筹|分管|(?:{ROLE}|领导)(?=[^\ue000-\uf8ff,。;:]*团队|一个|一支|{ORG}))[^\ue000-\ue5ff\uf200-\uf8ff,。;:]{{2,16}})(?=[,。;]|\Z)"
)
_WORKED_AT = re.compile(
    rf"({PERSON})(?:{TIME}|[^,。;:\ue000-\uf7ff]){{0,4}}?(?:曾经?|此前|一直|长期)?在({ORG})[^,。;:\ue000-\uf7ff]{{0,4}}(?:工作|任职|效力|供职|就职|待|呆|度过|服务)"
)
_SPEAKER_AFTER = re.compile(
    rf"[^。;:\ue000-\ue5ff]{{0,40}}[,!”\"](?:{ORG}|{ROLE}|的|前|原){{0,4}}({PERSON})[^,。;:]{{0,16}}(?:写道|表示|说|称|透露|宣布)"
)
# 与大学室友一起创办: somebody whose name no finder knows.
_WITH_SOMEBODY = re.compile(
    rf"(?:和|与|同|跟)(?:{ROLE}|{ORG}|[^,。;:\ue000-\uf7ff]){{2,16}}?(?:一起|一同|共同|联手|携手|合伙|一道)"
)
_QUOTE_ENDS = re.compile(r"[。!?][”\"] ?\Z")
_SPEAKER_FIRST = re.compile(
    rf"(?:{ORG}|{ROLE}|的|前|原|联合){{0,5}}({PERSON})[^,。;:\ue000-\ue5ff]{{0,16}}(?:写道|表示|说|称|透露|宣布)"
)
_PLATFORM = re.compile("(?:平台)?(?:上|发文|发帖|账号|用户)")
_BARRED = re.compile(
    r"(?:由|被|比|把|(?<!即)将|(?<!回)应|受|向|跟随|追随|随|任命|聘请|让|对|给|接替|取代|代替|师从|与|和|跟|继|接手|接任|邀请|挖来|迎来|取代了?|接替了?)\Z"
)


@dataclass(frozen=True, slots=True)
class Apposition:
    """What stands beside a person's name: 星帆智能首席科学家贾明白."""

    org: Unit | None
    role: Unit | None
    former: bool


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
        self.appositions = dict(self._find_appositions(mask)) if _ANYONE.search(mask) else {}
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
                if groups.get("gap") == "," and _POST_BEFORE.search(
                    mask, max(0, hit.start("role") - 16), hit.start("role")
                ):
                    continue  # 甲任O的R,乙任: the post is that of 甲
                org = self.sentence.unit(hit.start("org")) if groups.get("org") else None
                role = self.sentence.unit(hit.start("role")) if groups.get("role") else None
                former = bool(groups.get("former")) or groups.get("of") in ("前", "前任", "原")
                former = (
                    former or _FORMER_LIST.search(mask, max(0, hit.start() - 24), hit.start()) is not None
                )
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
            return self._with_companion(start, trigger, people, at)
        speaker = self._speaker_after(start, trigger)
        if speaker:
            return speaker
        listed = self._listed_after(trigger)
        if listed:
            return listed[0], "listed", listed[1]
        described = _RELATIVE.match(self.mask, trigger) if relative else None
        if described:
            unit = self.sentence.unit(described.start(1))
            return ((unit,) if unit else ()), "relative", described.start(1)
        return self._unnamed_subject(start, trigger, trigger)

    def _speaker_after(self, start: int, trigger: int) -> tuple[tuple[Unit, ...], str, int] | None:
        """Return who says of themselves, told after the words: “我已决定离开O”,甲写道."""
        if "我" not in self.mask[start:trigger] or self.people_in(0, trigger):
            return None
        hit = _SPEAKER_AFTER.match(self.mask, trigger)
        unit = self.sentence.unit(hit.start(1)) if hit else None
        following = self.memory.following
        if unit is None and following is not None and _QUOTE_ENDS.search(self.mask, trigger):
            told = _SPEAKER_FIRST.match(following.mask)
            unit = following.unit(told.start(1)) if told else None
        return ((unit,), "pronoun", start) if unit is not None else None

    def _unnamed_subject(self, start: int, end: int, trigger: int) -> tuple[tuple[Unit, ...], str, int]:
        """Return the subject of a clause that names nobody in [start, end): a pronoun's, or the unsaid one."""
        left = self.mask[start:end]
        if self.names_others(start, end):
            return (), "none", start
        left = _WITH_SOMEBODY.sub("", left)
        pronouns = list(_PRONOUN.finditer(left))
        if pronouns:
            return self._remembered(start, pronouns[-1].group()), "pronoun", start + pronouns[-1].start()
        if _LIGHT.match(left):
            return self._unsaid(start, trigger, "zero")
        if _SAYING.search(self.mask, max(0, start - 6), start):
            return (), "none", start  # 甲表示,某某升任: somebody whose name is not read
        if start and (_LOOSE.fullmatch(left) or _THEREUPON.fullmatch(left)):
            return self._unsaid(start, trigger, "loose")
        return (), "none", start

    def names_others(self, start: int, end: int) -> bool:
        """Tell whether a part of the mask counts people that it does not name: 三名员工, 一些研究人员."""
        return _UNNAMED.search(self.mask, start, end) is not None

    def role_at(self, person: Unit, org: Unit | None) -> str | None:
        """Return the role that was told of a person at an organisation."""
        known = self.memory.orgs.get(person.name)
        if known is not None and org is not None and not is_same_org(known, org):
            return None
        return self.memory.roles.get(person.name)

    def _with_companion(
        self, start: int, trigger: int, people: tuple[Unit, ...], at: int
    ) -> tuple[tuple[Unit, ...], str, int]:
        """Add the pronoun or unsaid subject to those with whom it acts: 他和甲一起创办; alone where they do not act."""
        companion = _COMPANION.search(self.mask[:at], start)
        if companion is None or not people:
            return people, "named", at
        with_whom = self.people_in(start, companion.start())
        if with_whom:  # 甲同乙一起创办
            place, first = with_whom[-1]
            joint = self._act_together(at, trigger) and companion.start() - place <= 1 + len(first) * 2
            return (
                (tuple(dict.fromkeys((*first, *people))), "named", place) if joint else (people, "named", at)
            )
        others, how, place = self._unnamed_subject(start, companion.start(), trigger)
        if not others or how == "loose":
            return people, "named", at
        joint = self._act_together(at, trigger)
        return tuple(dict.fromkeys((*others, *people))) if joint else others, how, place

    def _act_together(self, at: int, trigger: int) -> bool:
        """Tell whether the people at a position act with the subject: 他和甲一起创办, not 他和甲争吵后离开."""
        group = _PEOPLE.match(self.mask, at)
        between = self.mask[group.end() if group else at + 1 : trigger + 2]
        return len(between) <= 4 or _TOGETHER.search(between) is not None

    def _named_subject(self, start: int, trigger: int) -> tuple[tuple[Unit, ...], int] | None:
        for at, people in reversed(self.people_in(start, trigger)):
            if self._is_aside(start, at, trigger):
                continue
            near = max(0, at - 6)  # no barring word is longer
            if _BARRED.search(self.mask, max(start, near), at):
                barred = _BARRED.search(self.mask[:at], near)
                if barred and barred.group() not in ("与", "和", "跟", "由", "对"):
                    continue
                if barred and barred.group() in ("与", "和", "跟") and self._act_together(at, trigger):
                    return people, at
                if barred and barred.group() in ("与", "和", "跟", "对"):
                    continue
            if self._owns(at, trigger):
                return (), at
            return people, at
        return None

    def _is_aside(self, start: int, at: int, trigger: int) -> bool:
        """Tell whether a group of people only belongs to the reason of the predicate: 因批评甲而被解雇."""
        meanwhile = _WHILE.search(self.mask, max(start, at - 12), at)
        if meanwhile and _MEANWHILE.match(self.mask, at, trigger + 1):
            return bool(self.people_in(start, meanwhile.start()))
        if not _REASON.search(self.mask[:at], max(start, at - 30)):
            return False
        return _THEREFORE.match(self.mask, at + 1, trigger + 1) is not None

    def _owns(self, at: int, trigger: int) -> bool:
        """Tell whether people stand there only as whose somebody or something is: 甲的女儿加入, 甲离任之后乙."""
        group = _PEOPLE.match(self.mask, at)
        called = self.mask[at - 1 : at] == "叫"  # 这位叫甲的工程师 is 甲
        return (
            group is not None and not called and _OF_THEM.match(self.mask, group.end(), trigger) is not None
        )

    def _listed_after(self, trigger: int) -> tuple[tuple[Unit, ...], int] | None:
        """Return the people of a list that follows its predicate: 多名高管离任,其中包括R1甲、R2乙."""
        opening = _LIST_OPENS.match(self.mask, trigger)
        if opening is None:
            return None
        stop = re.compile("[。;!]|,(?=[^,]{0,4}(?:后者|前者|他|她|而))").search(self.mask, opening.end())
        end = stop.start() if stop else len(self.mask)
        found = self.sentence.find(PERSON, opening.end(), end)
        people = tuple(unit for at, unit in found if not _WHOSE.match(self.mask, at + 1))
        return (people, opening.end()) if people else None

    def _list_before(self, start: int, people: tuple[Unit, ...], at: int) -> tuple[tuple[Unit, ...], int]:
        """Extend a subject to the left over a list whose members have titles: O1的R1甲、O2的R2乙离职."""
        found = list(people)
        while True:
            hit = _LISTING.search(self.mask[:at], start) or _LISTED_BEFORE.search(self.mask[:at])
            unit = self.sentence.unit(hit.start(1)) if hit else None
            if hit is None or unit is None:
                return tuple(found), at
            found.insert(0, unit)
            at = hit.start(1)

    def _unsaid(self, start: int, trigger: int, how: str) -> tuple[tuple[Unit, ...], str, int]:
        """Return the unsaid subject of a clause; nobody when a quotation opens between it and the predicate."""
        people, at = self.earlier(start)
        if people and at < start and self.mask.startswith(("以及", "和", "及"), start):
            people, at = self._list_before(0, people, at)  # O的R甲、R乙,以及部分员工加入
        opened = self.mask.rfind("“", 0, trigger)
        quoted = opened >= 0 and self.mask.find("”", opened, trigger) < 0
        if quoted and at <= opened:
            return (), "none", start
        return people, how, at

    def earlier(self, start: int) -> tuple[tuple[Unit, ...], int]:
        """Return the subject of the clauses before a position and where it stands, else that of the sentences before."""
        groups = [(people, at) for at, people in self.people_in(0, start) if self._in_subject_place(at)]
        spoken = list(_PRONOUN_FIRST.finditer(self.mask, groups[-1][1] if groups else 0, start))
        if spoken:
            pronoun = spoken[-1]
            return self._remembered(pronoun.start(1), pronoun.group(1)), pronoun.start(1)
        if groups:
            return groups[-1]
        if _PRONOUN.search(self.mask, 0, start):
            return self.memory.subject, start
        near = self.memory.subject_paragraph >= self.sentence.paragraph - 1
        return (self.memory.subject if near else ()), start

    def _in_subject_place(self, at: int) -> bool:
        """Tell whether a group of people stands where a subject stands: after a pause, a title or a link, not before 的."""
        before = self.mask[:at]
        if not _SUBJECT_PLACE.search(before) or _OBLIQUE.search(before, max(0, at - 12)):
            return False
        group = _PEOPLE.match(self.mask, at)
        return group is None or _OWNS.match(self.mask, group.end()) is None

    def _remembered(self, start: int, pronoun: str) -> tuple[Unit, ...]:
        """Return whom a pronoun of the clause at `start` means; nobody where a plural has one antecedent."""
        groups = [
            g for g in self.people_in(0, start) if not self.mask.startswith(_EXCEPTED, g[0] + len(g[1]))
        ]
        everybody = tuple(dict.fromkeys(u for _, group in groups for u in group))
        if pronoun in _PLURAL:
            lists = [group for _, group in groups if len(group) > 1]
            people = (lists[-1] if lists else everybody) or self.memory.subject
            return people if len(people) > 1 or pronoun == "双方" else ()
        if pronoun == "前者" and len(everybody) > 1:
            return everybody[-2:-1]
        return (groups[-1][1] if groups else self.memory.subject)[-1:]

    def apposition(self, at: int, person: Unit) -> Apposition | None:
        """Return what stands beside a person, here or where the sentence names the same person."""
        found = self.appositions.get(at)
        if found:
            return found
        return self._beside.get(person.name)

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

    def time(self, trigger: int) -> Unit | None:
        """Return the time of the predicate at a position: what its sentence gives it, else what its paragraph is set in."""
        found = find_time(self.sentence, self.ends, trigger)
        setting = self.memory.setting
        if found is not None or setting is None:
            return found
        return time_of_setting(self.sentence, setting, trigger)

    def role_after(self, at: int, end: int) -> Unit | None:
        """Return the role that a predicate gives after a position: 加入…并担任联创; else the duty: 加入…,负责战略."""
        hit = _GIVES_ROLE.match(self.mask, at, end) or _ROLE_BESIDE.match(self.mask, at, end)
        role = self.sentence.unit(hit.start(1)) if hit else None
        if role is not None and role.name != "领导":
            return role
        duty = _DUTY.match(self.mask, at, end)
        if duty is None:
            return None
        span = self.sentence.to_text(duty.start(1), duty.end(1))
        return Unit(UnitKind.ROLE, span, self.sentence.words(duty.start(1), duty.end(1)))

    def org_of_kind(self, kind: str, before: int) -> Unit | None:
        """Return the bank or school meant at a position: named earlier in the sentence, else the one the text is about."""
        near = [u for _, u in self.orgs_in(0, before) if kind_of(u.name) == kind]
        return near[-1] if near else self.memory.most_named(kind)

    def _learn_workplaces(self) -> None:
        """Note where a sentence says that somebody worked: 甲曾在O工作八年."""
        for hit in _WORKED_AT.finditer(self.mask):
            person, org = self.sentence.unit(hit.start(1)), self.sentence.unit(hit.start(2))
            if person is not None and org is not None:
                self.memory.orgs[person.name] = org

    def remember(self, eventful: bool) -> None:
        """Carry what this sentence says into the memory; `eventful` says whether it told an event."""
        self.memory.setting = find_setting(self.sentence, self.ends, self.memory.setting)
        self._learn_appositions()
        self._learn_workplaces()
        self._learn_subject()
        named = [unit for _, unit in self.orgs_in(0, len(self.mask))]
        self.memory.count_kinds(named)
        orgs = [u for u in named if u.known and u.weight >= 0.9]
        if orgs:
            self.memory.topic = orgs[0]

    def _learn_appositions(self) -> None:
        """Note the organisations and roles that stand beside names."""
        for at, apposition in self.appositions.items():
            person = self.sentence.unit(at)
            if person is None:
                continue
            if apposition.org is not None and not (apposition.former and person.name in self.memory.orgs):
                self.memory.orgs[person.name] = apposition.org
            if apposition.role is not None:
                self.memory.roles[person.name] = apposition.role.name

    def _learn_subject(self) -> None:
        """Note whom the next sentence may mean by a pronoun or by nothing; a paragraph without them ends that."""
        groups = [people for at, people in self.people_in(0, len(self.mask)) if self._in_subject_place(at)]
        if groups:
            self.memory.subject = groups[0]
            self.memory.subject_paragraph = self.sentence.paragraph
        elif _PRONOUN.search(self.mask) and self.memory.subject_paragraph >= self.sentence.paragraph - 1:
            self.memory.subject_paragraph = self.sentence.paragraph
        elif self.memory.subject_paragraph < self.sentence.paragraph - 1:
            self.memory.subject = ()
