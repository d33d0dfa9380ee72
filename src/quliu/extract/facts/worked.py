"""Places of work without a title: 曾在星帆智能工作, 前云鲤科技大牛甄有才, 史有据在望潮实验室的旧部."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quliu.extract.facts.held import Held
from quliu.extract.facts.naming import adverbs_start, people_at, start_near
from quliu.extract.facts.tense import is_denied, is_present, says_past
from quliu.extract.frames.scene import Scene
from quliu.extract.units.unit import ORG, PEOPLE, PERSON, ROLE, TIME, Unit

_TEXT = r"[^\ue000-\uf8ff,。;:]"
_FIRM = rf"{ORG}(?:[一-鿿]{{0,6}}有限公司)?"
_ORGS = rf"(?P<orgs>{_FIRM}(?:(?:、|和|与|及|以及){_FIRM}){{0,5}})"
_WORKED = re.compile(
    rf"(?:在|于)(?:[^\ue000-\uf8ff,。;:、]{{2,16}}、){{0,2}}{_ORGS}(?:等?(?:公司|集团|大厂|企业|机构)?)等?"
    rf"(?P<how>[^\ue000-\uf1ff,。;:]{{0,14}}?)(?:{TIME})?"
    "(?:工作|任职|任教|执教|就职|供职|效力|从事|担任要职|担任多个|服务|共事|打拼|实习|负责过?|带领|领导)"
)
_FOR = re.compile(rf"(?P<how>)为{_ORGS}(?:公司|集团)?(?:全职|效力|服务|工作)(?:了|过|[,。;])")
_SERVED = re.compile(rf"(?P<how>)(?:任职|就职|供职|效力|服务|任教|执教)(?:过|于|在){{0,3}}{_ORGS}")
_TOLD_OF = re.compile(rf"{_TEXT}{{0,10}}的(?:{ORG}|{ROLE}|、){{0,3}}(?P<people>{PEOPLE})")
_SOME_TIME = re.compile(
    r"(?:过|了|长达|近|超过?|逾|将近|约)*(?:[0-9一二三四五六七八九十两几多数]{1,4}余?多?(?:年|个月|载)|多年|数年|期间|时)"
)
_FROM = re.compile(
    rf"来自(?P<orgs>{ORG}(?:(?:、|和|与|及){ORG}){{0,2}})的?{_TEXT}{{0,8}}(?:{ROLE})?(?P<people>{PEOPLE})"
)
_COMES = re.compile(rf"(?P<people>{PEOPLE}|他|她)(?:则|均|都|分别)?,?来自(?P<orgs>{ORG})(?=[,。;、])")
_FORMER_NAMED = re.compile(
    rf"(?:\A|[,。;:、“ ]|{TIME}|是|由|的)(?:前|原)(?P<orgs>{ORG})[^\ue000-\uf8ff,。;:的]{{0,12}}(?P<people>{PEOPLE})"
)
_COLLEAGUES = re.compile(
    rf"在(?P<orgs>{ORG}(?:(?:、|和|与|及){ORG}){{0,3}})(?:时期|期间|工作时)?的(?:前|老)?(?:旧部|同事|部下|下属|老部下|搭档|战友)"
)
_PRONOUN = re.compile("他们|她们|两人|二人|他|她|其|前者|后者")
_SEVERAL = ("他们", "她们", "两人", "二人")
_DUTY = re.compile(
    rf"(?P<people>{PERSON})(?:则|主要|具体|全面|也|还)*(?P<duty>(?:负责|分管|主管|主导|主抓|掌管)[^\ue000-\uf8ff,。;:!?了着过的]{{2,16}}?"
    r"(?:业务|研发|工作|板块|产品|市场|技术|方向|运营|研究|商业化|团队|训练|工程))(?=[,。;!?、]|\Z)"
)
_AT_WORK = re.compile(
    rf"在(?:(?P<org>{ORG})|{_TEXT}{{0,6}}(?:团队|公司|集团|内部))(?:[中里内]|内部|期间|时期)?(?:,|(?={PERSON}))"
)


def find_worked(scene: Scene) -> Iterator[Held]:
    """Yield where people are said to work or to have worked."""
    if not scene.first_org(0, len(scene.mask)) and not _DUTY.search(scene.mask):
        return
    yield from _worked(scene)
    yield from _duties(scene)
    yield from _colleagues(scene)
    for pattern, rule, former in (
        (_FROM, "from", False),
        (_COMES, "comes", False),
        (_FORMER_NAMED, "former", True),
    ):
        for hit in pattern.finditer(scene.mask):
            people = people_at(scene, *hit.span("people")) or scene.subject(hit.end("people"))[0]
            yield from _each(scene, hit, people, rule, former=former)


def _each(
    scene: Scene, hit: re.Match[str], people: Sequence[Unit], rule: str, *, former: bool
) -> Iterator[Held]:
    for person in people:
        for _, org in scene.sentence.find(ORG, *hit.span("orgs")):
            yield Held(person, org, None, former, hit.start(), hit.end(), hit.start(), f"held.{rule}", 0.7)


def _worked(scene: Scene) -> Iterator[Held]:
    """Read verbs of working at a place: 贾明白曾在星帆智能工作多年."""
    for pattern in (_WORKED, _SERVED, _FOR):
        for hit in pattern.finditer(scene.mask):
            left = scene.mask[start_near(scene, hit.start()) : hit.start()]
            past, now = says_past(left) or says_past(hit["how"]), is_present(left)
            dated = pattern is _FOR and scene.time(hit.start()) is not None
            if is_denied(left) or not (past or now or dated or _SOME_TIME.match(scene.mask, hit.end())):
                continue
            people, how = _workers(scene, hit)
            if how != "loose":
                yield from _each(scene, hit, people, f"worked.{how}", former=past or not now)


def _workers(scene: Scene, hit: re.Match[str]) -> tuple[Sequence[Unit], str]:
    told_of = _TOLD_OF.match(scene.mask, hit.end())
    if told_of:
        return people_at(scene, *told_of.span("people")), "relative"
    people, how, _ = scene.subject(adverbs_start(scene, hit.start()))
    return people, how


def _duties(scene: Scene) -> Iterator[Held]:
    """Read shares of the work at one place: 在创业团队中,贾明白负责硬件业务."""
    place = _AT_WORK.search(scene.mask) if _DUTY.search(scene.mask) else None
    if place is None:
        return
    org = scene.sentence.unit(place.start("org")) if place["org"] else scene.memory.topic
    for hit in _DUTY.finditer(scene.mask, place.end()):
        person = scene.sentence.unit(hit.start())
        if person is not None and org is not None:
            where = (hit.start(), hit.end(), hit.start("duty"))
            yield Held(person, org, hit["duty"], False, *where, "held.duty", 0.7)


def _colleagues(scene: Scene) -> Iterator[Held]:
    """Read former colleagues: 贾明白是甄有才在星帆智能的旧部."""
    for hit in _COLLEAGUES.finditer(scene.mask):
        start, _ = scene.clause(hit.start())
        people = people_at(scene, start, hit.start())
        pronoun = _PRONOUN.search(scene.mask, start, hit.start())
        if pronoun:
            earlier = people_at(scene, 0, start)
            several = any(word in scene.mask[start : hit.start()] for word in _SEVERAL)
            people = (*(earlier[-2:] if several else earlier[-1:]), *people)
        yield from _each(scene, hit, people, "colleagues", former=True)
