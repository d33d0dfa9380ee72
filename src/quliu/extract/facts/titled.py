"""Titles beside names: 星帆智能首席科学家贾明白, 贾明白(前云鲤科技CEO), 团队负责人是甄有才."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quliu.extract.facts.held import SCORES, Held, read_posts
from quliu.extract.facts.naming import people_at
from quliu.extract.facts.posts import CHAIN, TITLES, read_chain
from quliu.extract.frames.scene import Scene
from quliu.extract.units.unit import PEOPLE, PERSON, Sentence

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
