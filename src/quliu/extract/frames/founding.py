"""Founding: 创立, 创办, 由…创立, 创业."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quliu.extract.frames.draft import Draft
from quliu.extract.frames.scene import Scene
from quliu.extract.units import ORG, PEOPLE, PERSON, ROLE, TIME, Unit
from quliu.model import Side

_OBJECT = re.compile(rf"(?:了|的)?(?:[^\ue000-\uf7ff,。;:]{{0,22}}?)({ORG})")
_UNNAMED = re.compile(
    "了?(?:自己的?|一家|新的?|一个)[^,。;]{0,14}?(?:公司|企业|初创|团队|工作室|项目|创业|实验室)"
)
_PASSIVE = re.compile(
    rf"({ORG})[^。;]{{0,40}}?由(?:[^。;由,]{{0,16}}?)({PEOPLE})(?:(?:等|于|在|{TIME}|共同|联合|一起|一手|年|月|{ROLE}|和|与|、|前|{ORG}|{PERSON}|[两二三四]人)*)\Z"
)
_BY = re.compile(
    rf"由(?:[^。;由,]{{0,16}}?)({PEOPLE})(?:(?:等|于|在|{TIME}|共同|联合|一起|一手|{ROLE}|和|与|、|前|原|{ORG}|{PERSON}|[两二三四]人)*)\Z"
)
_NOT_FIRMS = re.compile(
    "团队|部门|小组|关系|联系|模型|系统|平台|体系|品牌|标准|机制|信心|连接|优势|生态|项目|事业部"
)
_ALONE = frozenset({"创业", "自立门户"})
_WEAK = frozenset({"成立", "建立", "组建", "创建", "成立了", "创始", "开创", "发起成立"})


def find_foundings(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read a verb of founding at [start, end) of the mask."""
    verb = scene.mask[start:end]
    clause_start, clause_end = scene.clause(start)
    by = _BY.search(scene.mask[:start], clause_start)
    if by:
        people = tuple(u for _, u in scene.sentence.find(PERSON, by.start(1), start))
        after = _next_org(scene, end, clause_end) if scene.mask[end : end + 1] == "的" else None
        org = after or scene.last_org(0, by.start()) or _next_org(scene, end, clause_end)
        chosen = org[1] if org else (scene.memory.topic if not clause_start else None)
        if chosen is not None:
            yield from _drafts(scene, people, chosen, by.start(1), start, end, "found.by", 0.8)
        return
    people, how, at = scene.subject(start)
    if how == "loose" and verb not in _ALONE:
        return
    people = _with_partners(scene, people, clause_start, start)
    if (
        not people
        and verb in _ALONE
        and re.search("选择|开始|转而|开展|投身|准备", scene.mask[clause_start:start])
    ):
        (people, at), how = scene.earlier(clause_start), "zero"
    if not people:
        return
    if verb in _ALONE:
        left = scene.mask[clause_start:start]
        if not re.match(r"了?[,。;!、]|了|\Z|并|后|所从事|活动|,", scene.mask[end : end + 3]):
            return
        decided = re.search(
            "离职|离开|辞职|选择|自己|开始|转而|出来|自主|投身|已经在?", scene.mask[: start + 6]
        )
        if not decided and not re.search(rf"{TIME}\Z", left):
            return
        if re.search("者|想|曾|连续|适合|剧本|年前", left):
            return
        yield from _drafts(
            scene, people, None, at, start, end, f"startup.{how}", 0.6 if how == "named" else 0.5
        )
        return
    if verb in _WEAK and scene.orgs_in(at, start):
        return
    found = _next_org(scene, end, clause_end)
    if found and not (verb in _WEAK and _NOT_FIRMS.search(found[1].name)):
        base = 0.8 if verb not in _WEAK else 0.65
        yield from _drafts(
            scene,
            people,
            found[1],
            at,
            start,
            found[0] + 1,
            f"found.{how}",
            base * (1.0 if how == "named" else 0.85),
        )
    elif _UNNAMED.match(scene.mask, end, clause_end):
        yield from _drafts(scene, people, None, at, start, end, f"found-unnamed.{how}", 0.6)


def _with_partners(scene: Scene, people: tuple[Unit, ...], clause_start: int, start: int) -> tuple[Unit, ...]:
    """Add those with whom the subject founds: 甲与乙一同创立, 甲和R乙、R丙联合创办."""
    left = scene.mask[clause_start:start]
    together = re.search("一同|共同|联合|一起|联手|合伙|携手", left + scene.mask[start : start + 2])
    if not together and not re.search("和|与", left):
        return people
    named = tuple(u for _, u in scene.sentence.find(PERSON, clause_start, start))
    if together and not named and clause_start:
        before, _ = scene.clause(clause_start - 1)
        named = tuple(u for _, u in scene.sentence.find(PERSON, before, clause_start))
    return tuple(dict.fromkeys((*named, *people)))


def _next_org(scene: Scene, start: int, end: int) -> tuple[int, Unit] | None:
    hit = _OBJECT.match(scene.mask, start, end)
    if hit is None:
        return None
    unit = scene.sentence.unit(hit.start(1))
    return (hit.start(1), unit) if unit else None


def _drafts(
    scene: Scene,
    people: tuple[Unit, ...],
    org: Unit | None,
    at: int,
    start: int,
    stop: int,
    rule: str,
    score: float,
) -> Iterator[Draft]:
    for person in people:
        yield Draft(
            person,
            Side.INTO,
            org,
            "founder",
            scene.sentence,
            min(at, start),
            stop,
            start,
            rule,
            score,
            scene.time(start),
        )
