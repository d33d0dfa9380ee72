"""Who reports to whom: 向甄有才汇报, 汇报对象由甄有才变为林小满, 甄有才是他的直属上级."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quliu.extract.facts.fact import Fact
from quliu.extract.facts.naming import people_at, start_near
from quliu.extract.frames.scene import Scene
from quliu.extract.units.unit import ORG, PEOPLE, PERSON, ROLE, Unit
from quliu.model import Reporting

_TITLE = rf"(?:{ORG}|{ROLE}|[^\ue000-\uf8ff,。;:!?]|(?<={ROLE}),(?={ROLE})){{0,30}}?"
_WHO = rf"{_TITLE}(?P<who>{PEOPLE}|他|她)(?:本人)?"
_HOW = "(?:负责并|直接|进行|做|作|双线|虚线|实线|单独|定期|工作)*"
_TO = re.compile(
    rf"(?:(?P<turn>转)?向{_WHO}(?:(?:和|与|及|以及)[^\ue000-\uf8ff,。;:]{{1,6}})?{_HOW}(?P<verb>汇报)|(?:汇报|报告)给{_WHO.replace('who', 'given')})"
)
_LINE = re.compile(
    rf"汇报(?:对象|线|关系)[^\ue000-\ue5ff,。;]{{0,6}}?(?:(?:由|从){_WHO.replace('who', 'old')})?[^\ue000-\ue5ff,。;]{{0,10}}?(?:是|为|改为|改成|变为|变成|变更为|调整为|调整到|换成|换为|转为|转到|到|至){_WHO}"
)
_BOSS = "(?:(?:直属|直接|顶头|现任)?(?:上级|上司|老板|主管领导|直属领导|汇报对象)|直接主管|(?:直属|直接|顶头)[\uec00-\uf1ff])(?:领导|主管)?"
_BOSS_IS = re.compile(rf"(?P<person>{PEOPLE}|他|她|其)(?:在{ORG})?的?{_BOSS}(?:就?是|为|系|:|则是){_WHO}")
_IS_BOSS = re.compile(
    rf"(?P<who>{PERSON})(?:曾|仍|也|就|目前|现在)?(?:是|为|系){_TITLE}(?P<person>{PEOPLE}|他|她|其)(?:在{ORG})?的?(?:{_BOSS}|顶头上司)"
)
_UNDER = re.compile(
    rf"(?:成为了?|是|为|系|作为)(?P<title>{_TITLE})(?P<who>{PERSON})(?:手下)?的(?:一员|(?:直接|直属|老)?(?:下属|下级|部下|汇报人))"
)
_HEARS = re.compile(rf"(?:所|直接)?汇报(?:的|对象)(?:是|为)?(?:{ROLE})?(?P<who>{PERSON})")
_SERVES = re.compile(
    rf"(?:在|由)(?:{ORG}|{ROLE}|的){{0,4}}(?P<who>{PERSON})(?:的?(?:手下|麾下|直接)(?:工作|任职|做事)?|的(?:{ROLE}|领导|带领)下工作)的(?:{ORG}|{ROLE}){{0,3}}(?P<person>{PEOPLE})"
    rf"|(?P<boss>{PERSON})的?(?:长期|得力|直接|主要)?(?:副手|下属|部下|下级)(?P<aide>{PEOPLE})"
    rf"|(?P<one>{PEOPLE})[^\ue000-\uf8ff,。;]{{0,8}}在(?:{ORG}|{ROLE}|的){{0,4}}(?P<chief>{PERSON})(?:手下|麾下)(?:工作|任职|做事)"
)
_LED_BY = re.compile(rf"在{_TITLE}(?P<who>{PERSON})的?(?:直接)?(?:领导|带领|指导)下(?:工作|任职|开展)")
_ADVERBS = re.compile(
    r"(?:直接|也|均|都|将|会|并且?|还|则|需要?|要|须|同样|共同|继续|仍然?|目前|现在?|原本|原来|原先|原|此前|之前|曾经?|一直|转而|改为?|转变?为|变为|变成|变更为|调整为|改成|统一|分别|不再|再|而是|以后|今后|相关工作|工作上|业务上|日常|全部|一并|可|可以|应|主要|开始|等人?|者|最终|正式|,)*\Z"
)
_TURNS = re.compile("转|改|变|调整")
_UNTIL_NOW = re.compile("原本|原来|原先|原(?!因)|此前|之前|过去|曾|从|由")
_NO_LONGER = re.compile("不再(?:需要?)?\\Z")
_NOT = re.compile("(?:不是|并非|没有|不会|不用|无需|不必|不需要?)\\Z")
_UNNAMED = re.compile("[一两二三四五几数多]名|[一两二三四五几数多]位|他们|团队成员")
_NOT_SUBJECT = re.compile("(?:被|在|向|给|接替|取代|与|和|跟|对|替|汇报)\\Z")
_PRONOUN = re.compile("他们|她们|二人|两人|三人|他|她|后者|前者|其(?!中|他|实|次|余)|该高管")
_SEVERAL = ("他们", "她们", "二人", "两人", "三人")
_OLD = re.compile(rf"向{_WHO}{_HOW}汇报(?P<of>的)?")
_FAR = 200  # characters before a clause in which who reports may be named
CUES = (
    "汇报",
    "报告给",
    "上级",
    "上司",
    "老板",
    "主管",
    "领导",
    "下属",
    "下级",
    "部下",
    "一员",
    "副手",
    "手下",
    "麾下",
)
"""Words one of which every sentence has that tells who reports to whom."""

_PERSON = re.compile(PERSON)
_ROLE = re.compile(ROLE)
_OTHERS = re.compile(rf"{ROLE}|{ORG}|团队|部门|业务|中心|负责人")
_NO_BOSS = re.compile("不|非|曾被")


@dataclass(frozen=True, slots=True)
class _Line:
    """Who reports to whom, and to whom before, at [start, end) of the mask."""

    people: Sequence[Unit]
    managers: Sequence[Unit]
    former: Unit | None
    start: int
    end: int
    trigger: int
    rule: str
    score: float


def find_reporting(scene: Scene) -> Iterator[Fact]:
    """Yield the lines of reporting that a sentence tells."""
    for line in (*_told(scene), *_named(scene), *_under(scene)):
        for person in line.people:
            for manager in line.managers or (None,):
                if person is not manager and (manager is None or person.name != manager.name):
                    slots = {"person": person, "manager": manager, "former_manager": line.former}
                    yield Fact(
                        Reporting,
                        slots,
                        scene.sentence,
                        line.start,
                        line.end,
                        line.trigger,
                        line.rule,
                        line.score,
                    )


def _told(scene: Scene) -> Iterator[_Line]:
    """Read 向甲汇报 and 汇报给甲, with the manager before where the sentence tells of a change."""
    hits = [hit for hit in _TO.finditer(scene.mask) if not _is_of(scene, hit)]
    former: Unit | None = None
    for index, hit in enumerate(hits):
        managers = _managers(scene, hit, "who" if hit["who"] else "given")
        at = _head(scene, hit.start())
        adverbs = scene.mask[at : hit.start()]
        if _NOT.search(scene.mask[max(0, at - 4) : at]):
            continue
        last = index + 1 == len(hits)
        if not last and managers and _gives_way(scene, hit, hits[index + 1]):
            former = managers[-1]
            continue
        if _NO_LONGER.search(adverbs):
            if managers:
                yield _Line(
                    _reporters(scene, at),
                    (),
                    managers[-1],
                    at,
                    hit.end(),
                    hit.start(),
                    "report.no-longer",
                    0.8,
                )
            continue
        people = _reporters(scene, at)
        before = _formerly(scene, hit.start())
        if before is not None and (hit["turn"] or _TURNS.search(adverbs)):
            old, listed = before
            former, people = old or former, listed or people
        yield _Line(people, managers, former, at, hit.end(), hit.start(), "report.to", 0.85)


def _is_of(scene: Scene, hit: re.Match[str]) -> bool:
    """Tell whether a line of reporting only describes the people after it: 原本向甲汇报的乙."""
    return (
        scene.mask[hit.end() : hit.end() + 1] == "的"
        and _PERSON.search(scene.mask, hit.end(), hit.end() + 40) is not None
        and "汇报" in scene.mask[hit.end() :]
    )


def _gives_way(scene: Scene, hit: re.Match[str], following: re.Match[str]) -> bool:
    """Tell whether a line of reporting is the one that the next replaces: 从向甲汇报,变为向乙汇报."""
    between = scene.mask[hit.end() : following.start()]
    own = scene.mask[_head(scene, hit.start()) : hit.start()]
    turns = following["turn"] is not None or _TURNS.search(between) is not None or "而是" in between
    told = (
        _UNTIL_NOW.search(own)
        or _NO_LONGER.search(own)
        or _UNTIL_NOW.search(scene.mask[max(0, hit.start() - 4) : hit.start()])
    )
    return turns and told is not None and not _PERSON.search(between)


def _formerly(scene: Scene, end: int) -> tuple[Unit | None, tuple[Unit, ...]] | None:
    """Return the manager before, and the people whom 原本向甲汇报的 describes, told before a position."""
    for hit in _OLD.finditer(scene.mask, 0, end):
        if not hit["of"]:
            continue
        managers = _managers(scene, hit, "who")
        people = people_at(scene, hit.end(), end)
        return (managers[-1] if managers else None), people
    return None


def _head(scene: Scene, at: int) -> int:
    """Return where the adverbs before a verb begin."""
    first = start_near(scene, at)
    hit = _ADVERBS.search(scene.mask[first:at])
    return first + hit.start() if hit else at


def _reporters(scene: Scene, at: int) -> tuple[Unit, ...]:
    """Return who reports: the subject of the clause, else whom the clauses before appoint or tell of."""
    start, _ = scene.clause(at)
    left = scene.mask[start:at]
    pronoun = _PRONOUN.search(left)
    if pronoun and _ROLE.search(left, pronoun.end()):
        return ()
    if _PERSON.search(left) or pronoun:
        people, how, place = scene.subject(at)
        if how == "named" or not pronoun:
            return people
        several = pronoun.group() in _SEVERAL
        named = people_at(scene, 0, start)
        if not named:
            return people
        return named[-2:] if several else people or named[-1:]
    if _OTHERS.search(left):
        return ()
    for place, people in reversed(scene.people_in(max(0, start - _FAR), start)):
        if _UNNAMED.search(scene.mask, place, start):
            return ()
        if not _NOT_SUBJECT.search(scene.mask[max(0, place - 4) : place]) and not scene.mask.startswith(
            "汇报", place + 1
        ):
            return people
    return scene.subject(at)[0]


def _managers(scene: Scene, hit: re.Match[str], group: str) -> tuple[Unit, ...]:
    """Return the managers that a group of a match names, or the person that its pronoun means."""
    found = people_at(scene, *hit.span(group))
    if found:
        return found
    start, _ = scene.clause(hit.start())
    before = scene.people_in(0, start)
    if before:
        return before[-1][1][-1:] if len(before[-1][1]) == 1 else ()
    return scene.memory.subject if len(scene.memory.subject) == 1 else ()


def _named(scene: Scene) -> Iterator[_Line]:
    """Read nouns for the manager: 汇报对象, 直属上级."""
    mask = scene.mask
    for hit in _LINE.finditer(mask):
        old = _managers(scene, hit, "old") if hit["old"] else ()
        start, _ = scene.clause(hit.start())
        people = people_at(scene, start, hit.start()) or scene.subject(hit.start())[0]
        line = _line(scene, hit, people, "line", score=0.8)
        yield replace(line, former=old[-1] if old else None)
    for pattern in (_BOSS_IS, _IS_BOSS):
        for hit in pattern.finditer(mask):
            yield _line(scene, hit, _people(scene, hit), "boss", score=0.8)


def _line(
    scene: Scene, hit: re.Match[str], people: Sequence[Unit], rule: str, *, score: float, boss: str = "who"
) -> _Line:
    """Return a line of reporting that a match as a whole tells, its manager named by the group `boss`."""
    managers = _managers(scene, hit, boss)
    return _Line(people, managers, None, hit.start(), hit.end(), hit.start(), f"report.{rule}", score)


def _people(scene: Scene, hit: re.Match[str]) -> tuple[Unit, ...]:
    named = people_at(scene, *hit.span("person"))
    return named or scene.earlier(hit.start())[0]


def _under(scene: Scene) -> Iterator[_Line]:
    """Read nouns for who reports: 成为甲的下属."""
    for hit in _UNDER.finditer(scene.mask):
        if _NO_BOSS.search(scene.mask, max(0, hit.start() - 2), hit.start()):
            continue
        people = scene.subject(hit.start())[0]
        yield _line(scene, hit, people, "under", score=0.7)
    for hit in _SERVES.finditer(scene.mask):
        for boss, aide in (("who", "person"), ("boss", "aide"), ("chief", "one")):
            if hit[boss]:
                people = people_at(scene, *hit.span(aide))
                yield _line(scene, hit, people, "serves", score=0.7, boss=boss)
    for hit in _LED_BY.finditer(scene.mask):
        people, how, _ = scene.subject(hit.start())
        if how != "loose":
            yield _line(scene, hit, people, "led", score=0.7)
    for hit in _HEARS.finditer(scene.mask):
        start, _ = scene.clause(hit.start())
        if _PRONOUN.search(scene.mask, start, hit.start()):
            yield _line(scene, hit, scene.subject(hit.start())[0], "hears", score=0.7)
