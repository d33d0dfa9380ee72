"""Which team, lab or subsidiary is a part of which organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quliu.extract.facts.fact import Fact
from quliu.extract.facts.naming import TEAM, is_generic, is_team, is_work, part_alone, unit_at
from quliu.extract.frames.scene import Scene
from quliu.extract.units.unit import ORG, PERSON, ROLE, Unit
from quliu.model import Parthood, Status

_ORG = re.compile(ORG)
_PART = re.compile(f"{ORG}|{TEAM}")
_CHINESE = re.compile("[一-鿿]")
_AND_END = re.compile("(?:、|和|与|以及|及)\\Z")
_OTHER_MATTER = re.compile("收入|利润|亏损|著作权|版权")
_POST = re.compile(rf"(?:大?模型|团队|系列)?的?(?:{ROLE}|{PERSON}|团队)")
_LINKED = re.compile(
    rf"({ORG})(?:旗下的?|下属的?|内部的?|的)((?:{ORG}|[^\ue000-\uf8ff\W的了在将被]{{2,8}}?)(?:、|和|与|以及|及))?({TEAM}|{ORG})(?:(?:、|和|与|以及|及)({TEAM}|{ORG}))?"
)
_BELONGS = re.compile(
    rf"(?:直接|仍|现|均|都|同)*(?:隶属|归属|直属|归入|并入|划归|划入|纳入|归到|归于)(?:于|到|至|了|进)*(?:原|现在的)?({ORG})"
)
_IS = re.compile(
    rf"({ORG})(?:也|则|就|都|均|原|原本|曾)?(?:是|系|为|作为|隶属|属于)(?:原)?({ORG})(?:(?:旗下|下属|的?全资)[^,。;\ue000-\ue5ff]{{0,18}}?(?:机构|部门|公司|团队|实验室|研究院|事业部|事业群|板块|平台|品牌|业务|工作室|中心)|(?:的|在)[^,。;\ue000-\ue5ff]{{0,16}}?(?:机构|部门|子公司|团队|实验室|研究院|事业部|事业群|业务板块|工作室))(?=[,。;的之]|\Z)"
)
_IS_PART = re.compile(rf"({ORG})(?:也|则|就|都|均|原|原本|曾)?(?:是|系|为|作为)({ORG})(?=[,。;的之]|\Z)")
_UNDER = re.compile(rf"({ORG})(?:公司|集团)?旗下的?[^\ue000-\uf8ff,。;、]{{0,12}}?({ORG})")
_ITS = re.compile(rf"其(?:旗下|下属|内部)?的?({ORG})")
_WITHIN = re.compile(
    rf"(?:在|加入)({ORG})(?:[后,]|期间|之后)*[^\ue600-\uebff。;]{{0,6}}?(?:担任|出任|任|负责|领导|带领|执掌)(?:了|过)?({ORG})的?(?:[^,。;\ue000-\uf8ff]{{0,6}}?{ROLE})(?!会)"
)
_LATIN_PART = re.compile(
    rf"({ORG})(?:的)?((?!AI(?! for)|To[BCG]|VP|HR|PR|APP|IT|App|CEO|CTO|Agent)[A-Z][A-Za-z]+(?: (?:[A-Z][A-Za-z]*|for|of|and)){{0,3}}(?: ?{ORG})?)(?=的?(?:首席)?{ROLE}|团队|部门|实验室)(?:团队|部门|实验室)?"
)
_DESCRIBED = re.compile(
    rf"({ORG})(?:旗下|下属|内部)[^\ue000-\uf8ff,。;、]{{2,16}}?的({TEAM})"
    rf"|({ORG})(?:下设|下辖|设有)(?:了)?(?:一个|一支|专门的?|独立的?|新的?){{0,3}}({TEAM}|{ORG})"
    rf"|({ORG})及其[^\ue000-\uf8ff,。;]{{0,8}}?(?:子公司|分公司|部门)({ORG})"
)
_LATIN_ONLY = re.compile("[ A-Za-z]*(?<!Lab)(?<!Labs)(?<!LAB)")
_NUMBERED = re.compile(r" ?[一二两三四五六七八九十几\d]+[大个家支]|.*多部门")
_JOINT = re.compile(r"(?:研究|联合|创始|管理|领导|法务|律师|高管|维权|合作)团队|实验室合作")


def find_parts(scene: Scene) -> Iterator[Fact]:
    """Yield what the sentence says is a part of what."""
    if not _ORG.search(scene.mask):
        return
    for reader in (
        _find_compounds,
        _find_latin,
        _find_linked,
        _find_belonging,
        _find_pairs,
        _find_own,
        _find_described,
        _find_subsidiaries,
    ):
        yield from reader(scene)


def _fact(
    scene: Scene, part: Unit, parent: Unit, span: tuple[int, int], rule: str, score: float
) -> Iterator[Fact]:
    one = part.owner is None and part.lexicon_id is not None and part.lexicon_id == parent.lexicon_id
    if part.name == parent.name or (one and rule != "compound"):
        return
    yield Fact(
        Parthood,
        {"org": part, "parent": parent},
        scene.sentence,
        span[0],
        span[1],
        span[0],
        f"part.{rule}",
        score,
        status=Status.REPORTED,
    )


def _find_compounds(scene: Scene) -> Iterator[Fact]:
    """Read the names that open with their owner's: 星帆智能感知实验室."""
    for at, unit in scene.sentence.find(ORG):
        if unit.owner is None:
            continue
        rest = scene.sentence.text[unit.owner.span.end : unit.named.end]
        if unit.work and not (_POST.match(scene.mask, at + 1) and _CHINESE.search(rest)):
            continue
        if _NUMBERED.match(rest) or (_LATIN_ONLY.fullmatch(rest) and not _POST.match(scene.mask, at + 1)):
            continue
        if not is_generic(rest.strip(" 的")) and not unit.owner.name.endswith(("大学", "学院")):
            yield from _fact(scene, part_alone(unit), unit.owner, (at, at + 1), "compound", 0.85)


def _find_latin(scene: Scene) -> Iterator[Fact]:
    """Read a Latin name between its owner and a post: 星帆智能 Lumen 负责人."""
    for hit in _LATIN_PART.finditer(scene.mask):
        parent = scene.sentence.unit(hit.start(1))
        if (
            parent is not None
            and not parent.work
            and not parent.span.slice(scene.sentence.text)[-1].isascii()
        ):
            part = unit_at(scene.sentence, *hit.span())
            yield from _fact(scene, part, parent, hit.span(), "latin", 0.7)


def _find_linked(scene: Scene) -> Iterator[Fact]:
    """Read teams that 的 or 旗下 links to their owner, lists of them too: 星帆智能的甲团队和乙团队."""
    for hit in _LINKED.finditer(scene.mask):
        parent = scene.sentence.unit(hit.start(1))
        if parent is None or is_work(parent):
            continue
        parts = [_part(scene, *_trimmed(hit, group)) for group in (2, 3, 4) if hit.group(group)]
        if parts and all(parts) and is_team(parts[-1]):  # type: ignore[arg-type]
            for part in parts:
                if part is not None and not (part.known and not is_team(part) and len(parts) == 1):
                    yield from _fact(scene, part, parent, hit.span(), "linked", 0.75)


def _trimmed(hit: re.Match[str], group: int) -> tuple[int, int]:
    text = hit.group(group)
    joint = _AND_END.search(text) if group == 2 else None
    return hit.start(group), hit.end(group) - (len(joint.group()) if joint else 0)


def _part(scene: Scene, start: int, end: int) -> Unit | None:
    text = scene.mask[start:end]
    if is_generic(text) or _JOINT.search(text):
        return None
    return unit_at(scene.sentence, start, end)


def _find_belonging(scene: Scene) -> Iterator[Fact]:
    for hit in _BELONGS.finditer(scene.mask):
        parent = scene.sentence.unit(hit.start(1))
        start = max(scene.clause(hit.start())[0], hit.start() - 40)
        before = list(_PART.finditer(scene.mask[start : hit.start()]))
        if parent is None or not before or _OTHER_MATTER.search(scene.mask, start, hit.start()):
            continue
        part = unit_at(scene.sentence, start + before[-1].start(), start + before[-1].end())
        if not is_generic(part.name):
            yield from _fact(
                scene, part_alone(part), parent, (start + before[-1].start(), hit.end()), "belongs", 0.8
            )


def _find_pairs(scene: Scene) -> Iterator[Fact]:
    for hit in _IS.finditer(scene.mask):
        part, parent = scene.sentence.unit(hit.start(1)), scene.sentence.unit(hit.start(2))
        if part is not None and parent is not None and not is_work(part):
            yield from _fact(scene, part, parent, hit.span(), "is", 0.8)
    for hit in _UNDER.finditer(scene.mask):
        parent, part = scene.sentence.unit(hit.start(1)), scene.sentence.unit(hit.start(2))
        if part is not None and parent is not None and not part.work:
            yield from _fact(scene, part, parent, hit.span(), "under", 0.75)
    for hit in _WITHIN.finditer(scene.mask):
        parent, part = scene.sentence.unit(hit.start(1)), scene.sentence.unit(hit.start(2))
        if part is not None and parent is not None and part.owner is None and not is_work(part):
            yield from _fact(scene, part, parent, hit.span(), "within", 0.7)


def _find_subsidiaries(scene: Scene) -> Iterator[Fact]:
    """Read what is said to be a part without a name of its own: 甲公司是乙公司的全资子公司."""
    for hit in _IS_PART.finditer(scene.mask):
        part, whole = scene.sentence.unit(hit.start(1)), scene.sentence.unit(hit.start(2))
        if part is None or whole is None or whole.owner is None or is_work(part):
            continue
        if is_generic(part_alone(whole).name):
            yield from _fact(scene, part, whole.owner, hit.span(), "subsidiary", 0.8)


def _find_described(scene: Scene) -> Iterator[Fact]:
    for hit in _DESCRIBED.finditer(scene.mask):
        group = hit.lastindex or 2
        parent = scene.sentence.unit(hit.start(group - 1))
        part = _part(scene, *hit.span(group))
        if parent is not None and part is not None and not is_work(part):
            yield from _fact(scene, part, parent, hit.span(), "described", 0.75)


def _find_own(scene: Scene) -> Iterator[Fact]:
    """Read 其感知实验室 as a part of the organisation named before it."""
    for hit in _ITS.finditer(scene.mask):
        part = scene.sentence.unit(hit.start(1))
        owners = scene.orgs_in(max(0, hit.start() - 80), hit.start())
        if part is not None and owners and is_team(part) and part.owner is None:
            yield from _fact(scene, part, owners[-1][1], (owners[-1][0], hit.end()), "own", 0.75)
