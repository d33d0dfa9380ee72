"""What happens to organisations: formed, disbanded, merged, renamed, acquired, cut down, turned to something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from quliu.extract.facts.change import MODAL, WHAT, Change, find_targets
from quliu.extract.facts.fact import Fact
from quliu.extract.facts.naming import TEAM, is_team, is_work, part_alone
from quliu.extract.facts.org_deals import find_acquired, find_merged, find_renamed
from quliu.extract.facts.org_turns import find_formed, find_layoffs, find_pivots, find_shrunk
from quliu.extract.frames.scene import Scene
from quliu.extract.units.unit import ORG
from quliu.model import OrgChange

_LIST = rf"(?P<what>{WHAT}(?:(?:、|和|与|及|以及){WHAT}){{0,6}})"
_DISBANDED = re.compile(
    rf"{_LIST}(?:等)?{MODAL}(?P<verb>解散|裁撤|撤销|(?<=被)(?:裁|砍|关闭)|关停)(?![^\ue000-\uf8ff,。;:]{{0,14}}的(?:{ORG}|{TEAM}))(?!的?(?:决定|指控|诉讼|申请))"
)
_DISBANDS = re.compile(
    rf"(?P<verb>解散|裁撤|撤销|关停|关闭|砍掉|裁掉)(?:了|掉|其|旗下|整个|自家|原有?的?|内部|的|{ORG}的|[^\ue000-\uf8ff,。;:的]{{3,12}}的|[^\ue000-\uf8ff,。;:的了]{{2,6}}(?={ORG})){{0,4}}{_LIST}"
)


def _find_disbanded(scene: Scene) -> Iterator[Change]:
    for hit in _DISBANDED.finditer(scene.mask):
        after = _DISBANDS.match(scene.mask, hit.start("verb"))
        if after and _all_teams(scene, after):
            continue
        for unit in find_targets(scene, *hit.span("what")):
            if is_team(unit) or hit.group("verb") == "解散":
                yield Change(unit, "disbanded", *hit.span(), hit.start("verb"), "disbanded.passive", 0.75)
    for hit in _DISBANDS.finditer(scene.mask):
        if hit.start() and scene.mask[hit.start() - 1] == "被":
            continue
        for unit in find_targets(scene, *hit.span("what")):
            if is_team(unit):
                yield Change(unit, "disbanded", *hit.span(), hit.start("verb"), "disbanded.active", 0.75)


def _all_teams(scene: Scene, hit: re.Match[str]) -> bool:
    """Tell whether a list names parts of firms."""
    return all(is_team(unit) for unit in find_targets(scene, *hit.span("what")))


def find_changes(scene: Scene) -> Iterator[Fact]:
    """Yield the changes of organisations that the sentence tells."""
    for anchor, reader in _READERS if _ANY.search(scene.mask) else ():
        if anchor.search(scene.mask):
            for change in reader(scene):
                if not is_work(change.org):
                    yield _fact(scene, change)


def _fact(scene: Scene, change: Change) -> Fact:
    return Fact(
        OrgChange,
        {"org": part_alone(change.org), "action": change.action, "other": change.other},
        scene.sentence,
        change.start,
        change.end,
        change.trigger,
        f"change.{change.rule}",
        change.score,
        time=scene.time(change.trigger),
    )


_READERS: tuple[tuple[re.Pattern[str], Callable[[Scene], Iterator[Change]]], ...] = (
    (re.compile("解散|裁撤|撤销|被裁|被砍|关闭|关停|砍掉|裁掉"), _find_disbanded),
    (re.compile("收购|并购|买下|收编|收归"), find_acquired),
    (re.compile("合并|整合|并入|划归|归入|划入|并到|合而为一"), find_merged),
    (re.compile("更名|改名|命名|改称|统一"), find_renamed),
    (re.compile("组建|设立|新设|创立|创办|创建|成立|搭建|建立|筹备|筹建|组成"), find_formed),
    (re.compile("裁员|裁减|裁掉|优化"), find_layoffs),
    (re.compile("缩减|收缩|精简|压缩|削减|缩小|减法"), find_shrunk),
    (re.compile("转型|转向|重心|放弃|投入|聚焦|押|筹码|资源|精力|[Aa][Ll][Ll] ?[Ii][Nn]"), find_pivots),
)
_ANY = re.compile("|".join(anchor.pattern for anchor, _ in _READERS))
