"""Titles beside names: 星帆智能首席科学家贾明白, 贾明白(前云鲤科技CEO), 团队负责人是甄有才."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quliu.extract.facts.held import SCORES, Held, read_posts
from quliu.extract.facts.naming import people_at
from quliu.extract.facts.posts import CHAIN, TITLES, read_chain
from quliu.extract.frames.scene import Scene
from quliu.extract.units.unit import ORG, OUTLET, PEOPLE, PERSON, ROLE, Sentence, Unit, UnitKind

_BESIDE = re.compile(rf"(?P<chain>{TITLES})(?:们|、|的|:|名叫|叫)?(?P<people>{PEOPLE})")
_SUCH = re.compile(
    rf"(?P<people>{PEOPLE})等?(?:(?:多名|多位|几位|几名|数名|一众|一批|人?在内的|诸多)+|(?<=等))(?P<chain>{TITLES})"
)
_LINKED = re.compile(
    rf"(?P<chain>{CHAIN})(?:之一|一职)?(?:职务)?(?:就是|正是|是|为|系|由|仍是|仍由|即)(?P<people>{PEOPLE})(?!的)"
)
_AFTER = re.compile(
    rf"(?P<people>{PERSON})(?:博士|教授|先生|女士|院士|老师)?(?:,|:|——|--|\|)(?:[^\ue000-\uf8ff,。;:]{{1,8}},)?"
    rf"(?P<former>前|原|曾任|现任)?(?P<chain>{CHAIN})(?=[,。;、|!?\n ]|\Z)"
)
_THIS = re.compile(rf"这[位名](?P<chain>{CHAIN})(?!(?:的|、|,)?{PERSON})")
_ASIDE = re.compile(rf"[,、 ]?(?P<chain>{CHAIN})(?=[,。;、 ]|\Z)")
# A firm that no list knows, in Latin letters, that a person finder may take for a name: Hollow Pine创始人甄有才; or one
# that reports the news itself.
_LATIN = r"(?:[A-Z][A-Za-z0-9.&-]+ ){0,3}[A-Z][A-Za-z0-9.&-]+"
_FIRM_FIRST = re.compile(
    rf"(?P<firm>(?<![A-Za-z0-9.&-]){_LATIN}|{PERSON}|{OUTLET})(?: ?公司)?的?(?P<former>前任?|原|时任)?(?P<role>{ROLE})(?P<people>{PEOPLE})"
)
_HEADS = re.compile("创始人|CE[O0]|CTO|CFO|COO|总裁|董事长|首席|合伙人|总经理")
_NO_FIRM = re.compile(
    "(?:AI|IT|VR|AR|HR|PR|App|APP|Agent|Infra|Coding|Lab|Labs|CEO|CTO|VP|AGI|NLP|Web3?)\\b.*|.{1,2}"
)
_SCHOLAR = re.compile(rf"(?P<org>{ORG})(?:的|计算机系|信息学院)?(?P<people>{PERSON})(?P<role>{ROLE})")
_SCHOLARS = re.compile("(?:副|助理|讲席|特聘)?教授|院士|(?:副|助理)?研究员")
_PERSON = re.compile(PERSON)


def find_titled(scene: Scene) -> Iterator[Held]:
    """Yield the posts whose titles stand beside names."""
    for pattern, rule in ((_BESIDE, "beside"), (_SUCH, "such"), (_LINKED, "linked")):
        for hit in pattern.finditer(scene.mask):
            people = people_at(scene, *hit.span("people"))
            for held in read_posts(scene, hit, people, rule):
                if rule != "such" or held.rule.endswith(".own"):
                    yield held
    yield from _after(scene)
    yield from _described(scene)
    yield from _firm_first(scene)
    yield from _scholars(scene)


def _firm_first(scene: Scene) -> Iterator[Held]:
    """Read the head of a firm that no list knows: Hollow Pine创始人甄有才."""
    for hit in _FIRM_FIRST.finditer(scene.mask):
        role, taken = scene.unit(hit, "role"), scene.unit(hit, "firm")
        span = scene.sentence.to_text(*hit.span("firm"))
        name = taken.named.slice(scene.sentence.text) if taken else span.slice(scene.sentence.text)
        outlet = taken is not None and taken.kind is UnitKind.OUTLET
        if role is None or not _HEADS.search(role.name) or _NO_FIRM.fullmatch(name):
            continue
        if not (outlet or name.isascii()):
            continue
        firm = Unit(UnitKind.ORG, taken.named if taken else span, name, weight=0.7)
        for person in people_at(scene, *hit.span("people")):
            where = (hit.start(), hit.end(), hit.start("role"))
            yield Held(person, firm, role.name, hit["former"] is not None, *where, "held.firm", SCORES["own"])


def _scholars(scene: Scene) -> Iterator[Held]:
    """Read academic titles after names: 望潮大学的甄有才教授."""
    for hit in _SCHOLAR.finditer(scene.mask):
        org, role = scene.unit(hit, "org"), scene.unit(hit, "role")
        person = scene.unit(hit, "people")
        if org is not None and person is not None and role is not None and _SCHOLARS.fullmatch(role.name):
            where = (hit.start(), hit.end(), hit.start("role"))
            yield Held(person, org, role.name, False, *where, "held.scholar", SCORES["own"])


def _after(scene: Scene) -> Iterator[Held]:
    """Read titles after names and a pause: 贾明白,星帆智能首席科学家."""
    for hit in _AFTER.finditer(scene.mask):
        person = scene.sentence.unit(hit.start("people"))
        for held in read_posts(scene, hit, [person], "after") if person else ():
            if held.rule.endswith(".own"):
                yield replace(held, former=True) if hit["former"] in ("前", "原", "曾任") else held


def _described(scene: Scene) -> Iterator[Held]:
    """Read a title that stands for somebody already named: 这位前星帆智能首席科学家."""
    for hit in _THIS.finditer(scene.mask):
        people, _ = scene.earlier(hit.start())
        for held in read_posts(scene, hit, people, "this") if len(people) == 1 else ():
            if held.rule.endswith(".own"):
                yield held


def find_bracketed(scene: Scene) -> Iterator[tuple[Sentence, Held]]:
    """Yield the posts in brackets after a name, each with the aside that says it."""
    for at, aside in scene.sentence.asides:
        person = scene.sentence.unit(at - 1) if at and _PERSON.match(scene.mask, at - 1) else None
        hit = _ASIDE.match(aside.mask)
        if person is None or hit is None:
            continue
        for post in read_chain(aside, *hit.span("chain")):
            if post.org is not None:
                where = (post.start, post.end, post.start)
                yield (
                    aside,
                    Held(
                        person, post.org, post.role, post.former, *where, "held.brackets.own", SCORES["own"]
                    ),
                )
