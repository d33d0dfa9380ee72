"""Changes that join two organisations or change a name: acquired, merged, renamed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quliu.extract.facts.change import MODAL, WHAT, Change, find_targets
from quliu.extract.facts.naming import acting_org, is_work, unit_at
from quliu.extract.frames.scene import Scene
from quliu.extract.units.unit import ORG, PERSON, TIME, Unit

_BOUGHT = re.compile(
    rf"(?P<what>{WHAT})(?:{TIME}|[^,。;\ue000-\uf8ff]){{0,8}}?被(?P<who>{ORG})[^,。;\ue000-\uf8ff]{{0,12}}?(?P<verb>收购|并购|买下|收编)"
)
_BUYS = re.compile(
    rf"(?P<verb>(?<!被)(?:收购|并购|买下|收归))(?:了|对象|以色列|美国|英国|德国|法国|日本|中国|其|旗下|一家|这家|整个){{0,4}}(?:[^,。;、\ue000-\uf8ff的]{{0,14}}?(?:公司|平台|企业|机构|厂商|商|品牌|团队|网络|工具|应用|初创|创企|独角兽))?(?P<what>{ORG})"
)
_PURCHASE = re.compile(
    rf"(?P<who>{ORG})[^。;\ue000-\uf8ff]{{0,16}}?对(?:[^,。;\ue000-\uf8ff]{{0,14}}?)(?P<what>{ORG})的(?P<verb>收购|并购)"
)
# 收购芯片公司甲: by its kind the name of a firm that no list knows.
_NAMED = r"(?:公司|初创|企业|平台|厂商|创企|开发商)(?P<name>[一-鿿]{2,6}?|[A-Za-z][A-Za-z0-9.]{1,15}(?: [A-Z][A-Za-z0-9.]+)?)"
_BUYS_UNLISTED = re.compile(
    rf"(?P<verb>(?<!被)(?:收购|并购|买下))(?:了|一家|这家|美国|英国|法国|以色列|韩国|日本){{0,3}}[^,。;的\ue000-\uf8ff]{{1,12}}?{_NAMED}(?=[,。;]|\Z|{TIME}|\d+%)"
)
_PURCHASE_UNLISTED = re.compile(
    rf"对[^,。;的\ue000-\uf8ff]{{1,12}}?{_NAMED}的(?:全资|全面|整体)?(?P<verb>收购|并购)"
)
_SHARES = re.compile("(?:股份|股权|[^,。;]{0,3}要约|的[^,。;]{0,6}股)")
_PERSON = re.compile(PERSON)
_BOUGHT_UNSAID = re.compile(
    rf"被(?P<who>{ORG})[^,。;\ue000-\uf8ff]{{0,12}}?(?P<verb>收购|并购|买下)(?:以来|之?后)?(?:,(?P<what>{ORG}))?"
)


def find_acquired(scene: Scene) -> Iterator[Change]:
    """Yield the purchases that the sentence tells, each of the organisation that is bought."""
    yield from _find_bought(scene)
    yield from _find_unlisted(scene)
    for pattern, rule in ((_BOUGHT, "bought"), (_PURCHASE, "purchase")):
        for hit in pattern.finditer(scene.mask):
            other = scene.sentence.unit(hit.start("who"))
            for bought in find_targets(scene, *hit.span("what"))[:1]:
                yield Change(
                    bought, "acquired", *hit.span(), hit.start("verb"), f"acquired.{rule}", 0.8, other
                )
    for hit in _BUYS.finditer(scene.mask):
        unit = scene.sentence.unit(hit.start("what"))
        buyer = acting_org(scene, hit.start())
        if unit is None or buyer is None or buyer[1].name == unit.name or is_work(unit):
            continue
        if _SHARES.match(scene.mask, hit.end()):
            continue
        where = (buyer[0], hit.end(), hit.start())
        yield Change(unit, "acquired", *where, "acquired.buys", 0.75, buyer[1])


def _find_unlisted(scene: Scene) -> Iterator[Change]:
    """Read purchases of a firm that no list knows, named after its kind: 收购芯片公司甲."""
    for pattern in (_BUYS_UNLISTED, _PURCHASE_UNLISTED):
        for hit in pattern.finditer(scene.mask):
            buyer = acting_org(scene, hit.start())
            if buyer is not None and not _SHARES.match(scene.mask, hit.end()):
                bought = unit_at(scene.sentence, *hit.span("name"))
                where = (buyer[0], hit.end(), hit.start("verb"))
                yield Change(bought, "acquired", *where, "acquired.unlisted", 0.7, buyer[1])


def _find_bought(scene: Scene) -> Iterator[Change]:
    """Read 被O收购 where what was bought stands in the clause after or, unsaid, in one before."""
    for hit in _BOUGHT_UNSAID.finditer(scene.mask):
        start, _ = scene.clause(hit.start())
        buyer = scene.sentence.unit(hit.start("who"))
        if scene.orgs_in(start, hit.start()) or _PERSON.search(scene.mask, start, hit.start()):
            continue
        earlier = scene.orgs_in(max(0, start - 80), start)
        unit: Unit | None = scene.sentence.unit(hit.start("what")) if hit.group("what") else None
        if unit is None and earlier:
            unit = earlier[-1][1]
        if unit is not None and buyer is not None and unit.name != buyer.name and not is_work(unit):
            first = min(hit.start(), earlier[-1][0]) if earlier and not hit.group("what") else hit.start()
            yield Change(unit, "acquired", first, hit.end(), hit.start("verb"), "acquired.unsaid", 0.7, buyer)


_MERGED = re.compile(
    rf"(?P<what>{WHAT})(?:和|与|跟|同)(?P<who>{WHAT})(?:的|{MODAL})(?:完成|进行|实现)?(?P<verb>合并|合而为一)(?!创新)"
)
_MERGES = re.compile(
    rf"(?:将|把)(?P<what>{WHAT})(?:(?:、|和|与|及|以及){WHAT}){{0,4}}[^,。;\ue000-\uf8ff的]{{0,6}}?(?P<verb>合并|整合为|整合成|整合进|并入|并到|划入|划归)(?:了|到|至|为|成)?(?P<who>{ORG})?"
)
_JOINS = re.compile(
    rf"(?P<what>{WHAT}){MODAL}[^,。;\ue000-\uf8ff的]{{0,4}}?(?P<verb>并入|合并到|合并至|合并进|整合进|整合到|划归|归入|划入)(?:了|到|至)?(?P<who>{ORG})?"
)
_JOINS_UNSAID = re.compile(rf",(?:将|已|随后|最终|正式|整体)?(?P<verb>并入)(?:了|到|至)?(?P<who>{ORG})")


def find_merged(scene: Scene) -> Iterator[Change]:
    """Yield the mergers that the sentence tells, each of the first organisation named."""
    for hit in _JOINS_UNSAID.finditer(scene.mask):
        subject, into = acting_org(scene, hit.start("verb")), scene.sentence.unit(hit.start("who"))
        if subject is not None and into is not None and subject[1].name != into.name:
            yield Change(
                subject[1], "merged", subject[0], hit.end(), hit.start("verb"), "merged.unsaid", 0.7, into
            )
    for pattern in (_MERGES, _MERGED, _JOINS):
        for hit in pattern.finditer(scene.mask):
            groups = hit.groupdict()
            others = find_targets(scene, *hit.span("who")) if groups.get("who") else []
            for unit in find_targets(scene, *hit.span("what"))[:1]:
                other = others[0] if others else None
                yield Change(unit, "merged", *hit.span(), hit.start("verb"), "merged", 0.7, other)


_RENAMES = re.compile(
    rf"(?P<verb>更名为|改名为|改名叫|更名|改名|重命名为|更名成|改称)(?:了|为|“|\"){{0,3}}(?P<new>{ORG}|[^\ue000-\uf8ff\s,。;:!?”\"的了|]{{2,16}})"
)
_UNIFIES = re.compile(
    rf"(?P<verb>(?:将|把)[^,。;\ue600-\uebff]{{0,14}}?(?:品牌|名称|总称|商标)[^,。;\ue000-\uf8ff]{{0,8}}?统一(?:更名|改名)?为)[“\"]?(?P<new>{ORG})"
)
_OLD_NAME = re.compile(rf"(?:将|把)[^,。;\ue000-\uf8ff]{{0,6}}?({ORG})[^,。;]{{0,8}}\Z")
_NOT_ITS_NAME = re.compile("的[^,。;将把]{0,12}\\Z|模型|产品|应用|App|系列")


def find_renamed(scene: Scene) -> Iterator[Change]:
    """Yield the changes of a name, the new name as the other organisation."""
    for hit in _UNIFIES.finditer(scene.mask):
        whose = acting_org(scene, hit.start())
        if whose:
            new = scene.sentence.unit(hit.start("new"))
            yield Change(whose[1], "renamed", whose[0], hit.end(), hit.start(), "renamed.brand", 0.75, new)
    for hit in _RENAMES.finditer(scene.mask):
        old = acting_org(scene, hit.start())
        changed = _OLD_NAME.search(scene.mask, max(0, hit.start() - 40), hit.start())
        unit = scene.sentence.unit(changed.start(1)) if changed else (old[1] if old else None)
        new = unit_at(scene.sentence, *hit.span("new"))
        if unit is not None and unit.name != new.name and _acts_near(scene, unit, hit.start()):
            start = min(hit.start(), changed.start() if changed else (old[0] if old else hit.start()))
            yield Change(unit, "renamed", start, hit.end(), hit.start(), "renamed", 0.75, new)


def _acts_near(scene: Scene, unit: Unit, at: int) -> bool:
    """Tell whether nothing but a short predicate stands between an organisation and a word."""
    place = scene.sentence.place(unit)
    return place >= 0 and not _NOT_ITS_NAME.search(scene.mask[place + 1 : at])
