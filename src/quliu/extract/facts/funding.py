"""Money raised, sought, and the worth an investor or a report puts on a firm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from quliu.extract.facts.amount import MONEY
from quliu.extract.facts.fact import Fact
from quliu.extract.facts.naming import acting_org, before
from quliu.extract.frames.scene import Scene
from quliu.extract.units.unit import ORG, PERSON, ROLE, Unit
from quliu.model import Funding

CUES = ("融资", "估值", "投资", "募集", "筹集", "筹得", "募资", "筹资", "接触")
"""Words one of which every sentence has that tells of money raised or sought."""

_VALUED = re.compile(
    rf"(?P<verb>估值)(?!体系|逻辑|方法|模型|泡沫|倍数)[^,。;\d\ue000-\uf8ff]{{0,10}}?(?P<amount>{MONEY})(?!的?(?:收入|营收|融资))|(?P<amount2>{MONEY})的?(?:投后|投前|公司|整体|最新|高)?(?P<verb2>估值)"
)
_RAISED = re.compile(
    rf"(?P<verb>完成|获得|获|拿到|拿下|筹集|筹得|募集)(?:[^,。;\d融投\ue000-\ue5ff]{{0,8}}领投的)?[^,。;\d融投\ue000-\ue5ff]{{0,14}}?(?P<amount>{MONEY})(?:的?[^,。;\ue000-\uf8ff\d]{{0,8}}?(?:融资|投资|资金))"
    rf"|(?P<verb2>完成|获得|获)[^,。;\d融\ue000-\ue5ff]{{0,14}}?(?:轮|首次|新|天使|战略)(?:融资|投资)(?![^,。;]{{0,4}}失败)"
    rf"|(?P<verb3>融资|募资|筹资)(?:了|总额|金额|规模|额)?(?:达到?|为)?(?P<amount3>{MONEY})"
)
_SEEKS = re.compile(
    r"(?P<verb>寻求|正在|正以|计划|拟|洽谈|启动|推进|接近完成|即将完成|商谈|开启|筹备|谈判|考虑|权衡|目标)(?:[^,。;\ue000-\uf8ff]{0,24}?)(?:融资|募资)(?!租赁|环境)|(?P<verb2>接触|会见|寻找)(?:了|过|多家|一些|潜在的?){0,3}(?:投资人|投资者|投资机构|[\uec00-\uf1ff])"
)
_LIST = rf"((?:{ORG}|{PERSON})(?:(?:、|和|与|以及|及)(?:{ORG}|{PERSON})){{0,9}})"
_BACKERS = re.compile(rf"{_LIST}(?:等|等机构|资本|共同|联合){{0,3}}(?:领投|跟投|参投|投资)")
_BACKED_BY = re.compile(rf"(?:投资方|投资人|投资机构|领投方)(?:为|是|包括|有){_LIST}")
_VENTURE = re.compile(rf"(?:[他她其]|{PERSON})的?(?:新的?|创业|初创|AI){{1,3}}(?:公司|项目|企业)|创业")
_MONEY = re.compile(MONEY)
_PRONOUN = re.compile("[他她]")
_ROLE = re.compile(ROLE)
_TITLE = re.compile(rf"的?前?{ROLE}")
_AFTER_ROUND = re.compile(
    "[,;](?:目标|本轮|此轮|该轮|公司|最新|融资后|交易后|交易完成后|投后|投前|整体|目前|的)*\\Z"
)
_WEIGHS = re.compile(rf"[^,。;\ue000-\uf8ff]{{0,4}}?的(?:[^,。;\ue000-\uf8ff]{{0,8}}?)({ORG})")


def find_fundings(scene: Scene) -> Iterator[Fact]:
    """Yield the money that the sentence tells of."""
    raised: set[int] = set()
    for pattern, action, score in ((_RAISED, "raised", 0.8), (_VALUED, "valuation", 0.8)):
        for hit in pattern.finditer(scene.mask):
            found = _fact(scene, hit, action, score)
            if found is not None:
                raised.add(scene.clause(hit.end())[0])
                yield found
    for hit in _SEEKS.finditer(scene.mask):
        if scene.clause(hit.start())[0] not in raised or "估值" in hit.group():
            found = _fact(scene, hit, "seeking", 0.7)
            if found is not None:
                yield found


def _fact(scene: Scene, hit: re.Match[str], action: str, score: float) -> Fact | None:
    groups = hit.groupdict()
    at = next(hit.start(name) for name in ("verb", "verb2", "verb3") if groups.get(name))
    org, founder = _owner(scene, hit)
    if org is None and founder is None:
        return None
    amount = groups.get("amount") or groups.get("amount2") or groups.get("amount3")
    if action == "seeking":
        sum_ = _MONEY.search(hit.group())
        amount = sum_.group() if sum_ and "估值" not in hit.group() else None
    return Fact(
        Funding,
        {
            "org": org,
            "founder": founder,
            "action": action,
            "amount": amount.strip() if amount else None,
            "investors": _investors(scene, at, org) if action == "raised" else (),
        },
        scene.sentence,
        hit.start(),
        hit.end(),
        at,
        f"funding.{action}",
        score,
        time=scene.time(at),
    )


def _owner(scene: Scene, hit: re.Match[str]) -> tuple[Unit | None, Unit | None]:
    """Return the firm the money is for, or the founder whose venture has no name."""
    described = _WEIGHS.match(scene.mask, hit.end())
    if described:
        return scene.sentence.unit(described.start(1)), None
    start, _ = scene.clause(hit.start())
    raiser = _raiser(scene, hit)
    if raiser is not None:
        return raiser
    own = _PRONOUN.search(before(scene, hit.start(), 80))
    actor = acting_org(scene, hit.start())
    if actor is not None and _TITLE.match(scene.mask, actor[0] + 1):
        actor = None  # 某公司创始人的新公司 is another firm
    if actor is not None and (actor[0] >= start or own is None):
        return actor[1], None
    if not _VENTURE.search(scene.mask) and not _ROLE.search(hit.group()):
        return None, None
    people, how, _ = scene.subject(hit.start())
    if not people and own:
        people = scene.memory.subject
    return None, (people[-1] if people and how != "loose" else None)


def _raiser(scene: Scene, hit: re.Match[str]) -> tuple[Unit | None, Unit | None] | None:
    """Return who raised the money in the clauses before, for the worth that a round puts on it: 投后估值超百亿元."""
    if not _AFTER_ROUND.search(scene.mask, max(0, hit.start() - 8), hit.start()):
        return None
    rounds = list(_RAISED.finditer(scene.mask, 0, hit.start()))
    sought = list(_SEEKS.finditer(scene.mask, 0, scene.clause(hit.start())[0]))
    if sought and not rounds:
        return _owner(scene, sought[-1])
    actor = acting_org(scene, rounds[-1].start()) if rounds else None
    return (actor[1], None) if actor is not None else None


def _investors(scene: Scene, at: int, org: Unit | None) -> tuple[Unit, ...]:
    found: dict[str, Unit] = {}
    hits = (p.finditer(scene.mask, max(0, at - 80), at + 80) for p in (_BACKERS, _BACKED_BY))
    for hit in chain.from_iterable(hits):
        for _, unit in scene.sentence.find(f"{ORG}|{PERSON}", hit.start(1), hit.end(1)):
            if org is None or unit.name != org.name:
                found.setdefault(unit.name, unit)
    return tuple(found.values())
