"""Who is against whom at court, in arbitration or by public accusation, and over what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quliu.extract.facts.fact import Fact
from quliu.extract.facts.naming import acting_org, people_at
from quliu.extract.frames.scene import Scene
from quliu.extract.units.unit import ORG, PERSON, ROLE, TIME, Unit
from quliu.model import Dispute

CUES = ("诉", "仲裁", "索赔", "指控", "告上", "公堂", "官司", "竞业", "控告", "状告")
"""Words one of which every sentence has that tells of a dispute."""

_PARTY = f"(?:{ORG}|{PERSON})"
_GAP = rf"(?:{TIME}|[^\ue000-\uf8ff,。;被]){{0,14}}?"
_TITLED = rf"(?:了|过|其|前|原|包括|{ROLE}|的|公司|、|[^\ue000-\uf8ff,。;]{{0,6}}?)"

_SUES = re.compile(
    rf"(?<![对向被由])(?P<by>{_PARTY}){_GAP}(?P<verb>起诉|状告|控告)(?!书|状|期限|人|过晚|理由){_TITLED}{{0,2}}?(?P<to>{_PARTY})"
)
_ACCUSES = re.compile(rf"(?P<by>{_PARTY}){_GAP}(?P<verb>指控)称?,?(?P<to>{_PARTY})")
_SUED = re.compile(
    rf"(?P<to>{_PARTY}){_GAP}[被遭](?P<by>{_PARTY})[^,。;\ue000-\uf8ff]{{0,10}}?(?P<verb>起诉|状告|告上法庭|指控|索赔|提起诉讼|提起仲裁|申请仲裁|诉至法院)"
)
_TAKES = re.compile(
    rf"(?P<by>{_PARTY}){_GAP}[将把]其?(?:前|原)?(?:{ORG}(?={ROLE}?{PERSON}))?(?:{ROLE})?(?P<to>{_PARTY})[^,。;]{{0,10}}?(?P<verb>告上|诉至|告到|列为被告)"
)
_FILES = re.compile(
    rf"(?P<by>{_PARTY}){_GAP}(?:针对|对|向)[^,。;]{{0,14}}?(?P<to>{_PARTY})(?:{ROLE}|[^,。;\ue000-\uf8ff]){{0,8}}?(?P<verb>(?:提起|发起|提出|递交|的)[^,。;\ue000-\uf8ff]{{0,8}}?(?:诉讼|仲裁|反诉|起诉|索赔|指控)|索赔)"
)
_BETWEEN = re.compile(
    rf"(?<![对向被由诉购])(?P<one>{_PARTY})(?:{TIME}|[^\ue000-\uf8ff,。;]){{0,6}}?(?:和|与|跟|同)(?P<other>{_PARTY})(?:(?:之间)?的?[^,。;\ue000-\uf8ff提起]{{0,8}}?(?P<verb>诉讼|仲裁|官司|对簿公堂|法律纠纷|竞业纠纷))"
)
_ALONE = re.compile(
    rf"(?P<by>{ORG})(?:方面|公司|集团|一方|{TIME}|已经?|正式|随后|便|也|以[^,。;]{{2,12}}为由|对此|就此|向[^,。;\ue000-\uf8ff]{{2,10}}){{0,4}}(?P<verb>起诉|提起(?:劳动)?(?:诉讼|仲裁)|申请(?:劳动)?仲裁|递交[^,。;\ue000-\uf8ff]{{0,10}}仲裁|索赔)(?!书|状)"
)
_MATTER = re.compile(
    r"(?:违反|违背|涉嫌|侵犯|窃取|盗用|抄袭|侵害|泄露)[^\ue000-\uf8ff,。;:”]{2,16}|竞业(?:协议|限制|禁止)?|商业秘密|不正当竞争|劳动争议|专利侵权|著作权"
)
_ANY_PARTY = re.compile(_PARTY)
_UNSAID = re.compile(rf"(?:\A|,)(?:并|同时|还|其中|且)?(?P<verb>指控)称?(?P<to>{_PARTY})")
_PRONOUN = re.compile(r"[将把](?P<to>其|他|她)[^,。;]{0,6}?(?P<verb>告上|诉至|告到|列为被告)")
_GUESS = 0.6  # the weight of a name found by its last noun alone


@dataclass(frozen=True, slots=True)
class _Sides:
    """Who is against whom; `at` is where the one that is named first stands, when not in the match."""

    by: Unit | None = None
    to: Unit | None = None
    parties: tuple[Unit, ...] = ()
    at: int | None = None


def find_disputes(scene: Scene) -> Iterator[Fact]:
    """Yield the disputes that the sentence tells."""
    for pattern, rule, score in (
        (_SUES, "sues", 0.8),
        (_SUED, "sued", 0.8),
        (_TAKES, "takes", 0.85),
        (_FILES, "files", 0.8),
        (_ACCUSES, "accuses", 0.65),
    ):
        for hit in pattern.finditer(scene.mask):
            by, to = scene.sentence.unit(hit.start("by")), scene.sentence.unit(hit.start("to"))
            if by is not None and to is not None and by.name != to.name and by.weight > _GUESS:
                yield _fact(scene, hit, _Sides(by, to), rule=rule, score=score)
    yield from _find_between(scene)
    yield from _find_alone(scene)
    yield from _find_unsaid(scene)


def _find_between(scene: Scene) -> Iterator[Fact]:
    for hit in _BETWEEN.finditer(scene.mask):
        one, other = scene.sentence.unit(hit.start("one")), scene.sentence.unit(hit.start("other"))
        if one is not None and other is not None:
            yield _fact(scene, hit, _Sides(parties=(one, other)), rule="between", score=0.75)


def _find_alone(scene: Scene) -> Iterator[Fact]:
    """Read a suit whose object is unsaid: 甲违反竞业协议,O方面已起诉."""
    for hit in _ALONE.finditer(scene.mask):
        people = scene.sentence.find(PERSON, max(0, hit.start() - 80), hit.start())
        after = _ANY_PARTY.search(scene.mask, hit.end(), hit.end() + 12)
        by = scene.sentence.unit(hit.start("by"))
        if by is not None and people and after is None:
            at, person = people[-1]
            yield _fact(scene, hit, _Sides(by, person, at=at), rule="alone", score=0.7)


def _find_unsaid(scene: Scene) -> Iterator[Fact]:
    """Read a suit one side of which is named before: O提起诉讼,指控甲; 甲离职后,O将其告上法庭."""
    for hit in _UNSAID.finditer(scene.mask):
        by, to = acting_org(scene, hit.start("verb")), scene.sentence.unit(hit.start("to"))
        if by is not None and to is not None and by[1].name != to.name:
            yield _fact(scene, hit, _Sides(by[1], to, at=by[0]), rule="unsaid", score=0.65)
    for hit in _PRONOUN.finditer(scene.mask):
        by = acting_org(scene, hit.start())
        people = people_at(scene, max(0, hit.start() - 80), hit.start()) or scene.memory.subject
        if by is not None and people:
            yield _fact(scene, hit, _Sides(by[1], people[-1], at=by[0]), rule="pronoun", score=0.7)


def _fact(scene: Scene, hit: re.Match[str], sides: _Sides, *, rule: str, score: float) -> Fact:
    matter = _MATTER.search(scene.mask, max(0, hit.start() - 40), hit.end() + 60)
    return Fact(
        Dispute,
        {
            "plaintiff": sides.by,
            "defendant": sides.to,
            "parties": sides.parties,
            "matter": (matter or hit).group(0 if matter else "verb"),
        },
        scene.sentence,
        hit.start() if sides.at is None else min(sides.at, hit.start()),
        hit.end(),
        hit.start("verb"),
        f"dispute.{rule}",
        score,
        time=scene.time(hit.start("verb")),
    )
