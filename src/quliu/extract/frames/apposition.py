"""Appositions: the organisation and the role that stand beside a name (星帆智能首席科学家贾明白)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quliu.extract.units.unit import ORG, PEOPLE, PERSON, ROLE, Sentence, Unit, UnitKind
from quliu.model import ReadSpan

_APPOSITION = re.compile(
    rf"(?P<former>前任?|原|曾任|曾经的|昔日的?)?(?:{ORG}(?:和|与|、|及|/)){{0,2}}(?:(?P<org>{ORG})(?P<of>的|旗下|现任|前任?|原|首位|新任|时任|联合|、)?)?(?P<what>[^\ue000-\uf7ff,。;:!?的]{{0,6}})?(?P<role>{ROLE})(?P<gap>之一的?|、|兼|的|,)?(?P<people>{PEOPLE})"
)
_ORG_PERSON = re.compile(rf"(?P<former>前|原)?(?P<org>{ORG})(?:的|旗下)?(?P<people>{PERSON})")
# 前O的R、O2的R2甲: former holds for the whole list.
_FORMER_LIST = re.compile(
    rf"(?:前|原|曾任)(?:任)?(?:{ORG}的?)?[^\ue000-\uf7ff,。;:的]{{0,6}}{ROLE}(?:、|兼|和|及)\Z"
)
# O负责O2的R甲: the company is O.
_IN_CHARGE = re.compile(rf"({ORG})(?:中|内部|公司)?(?:负责|主管|分管|主导)[^,。;:\ue000-\uf7ff]{{0,6}}\Z")
# O的R、部门R2甲: all of them are the post.
_MORE_ROLES = re.compile(
    rf"({ROLE})(?:、|兼|和|及|暨|/)(?!前|原|曾)(?:[^\ue000-\uf7ff,。;:!?的]|{ORG}){{0,12}}\Z"
)
_MORE_CHARS = 16  # no match of _MORE_ROLES is wider
_AFTER = re.compile(
    rf"(?P<people>{PERSON})(?:是|,|系|作为|现为|为)?(?P<former>前|原|曾任|曾是|曾担任)?(?P<org>{ORG})(?:的前|的原|的|前|原)?(?P<role>{ROLE})"
)
_POST_BEFORE = re.compile(
    rf"(?:任命?|出任|担任|就任|升任|接任|为|成为)(?:{PERSON}为|了)?(?:{ORG}|的|[^,。;:\ue000-\uf7ff]){{0,8}}\Z"
)


@dataclass(frozen=True, slots=True)
class Apposition:
    """What stands beside a person's name: 星帆智能首席科学家贾明白."""

    org: Unit | None
    role: Unit | None
    former: bool


def find_appositions(sentence: Sentence) -> dict[int, Apposition]:
    """Return what stands beside the people of a sentence, by their positions in its mask."""
    return {
        at: apposition
        for pattern in (_AFTER, _ORG_PERSON, _APPOSITION)
        for hit in pattern.finditer(sentence.mask)
        for at, apposition in _read(sentence, hit)
    }


def _read(sentence: Sentence, hit: re.Match[str]) -> Iterator[tuple[int, Apposition]]:
    mask, groups = sentence.mask, hit.groupdict()
    near = max(0, hit.start("role") - 16) if groups.get("role") else 0
    if groups.get("gap") == "," and _POST_BEFORE.search(mask, near, hit.start("role")):
        return  # 甲任O的R,乙任: the post is that of 甲
    org = sentence.unit(hit.start("org")) if groups.get("org") else None
    role = sentence.unit(hit.start("role")) if groups.get("role") else None
    if role is not None:
        org, role = _whole(sentence, org, role, hit.start("role"))
    former = bool(groups.get("former")) or groups.get("of") in ("前", "前任", "原")
    former = former or _FORMER_LIST.search(mask, max(0, hit.start() - 24), hit.start()) is not None
    over = _IN_CHARGE.search(mask, max(0, hit.start("org") - 12), hit.start("org")) if org else None
    org = sentence.unit(over.start(1)) if over else org
    for at, _ in sentence.find(PERSON, hit.start("people"), hit.end("people")):
        yield at, Apposition(org, role, former)


def _whole(sentence: Sentence, org: Unit | None, role: Unit, at: int) -> tuple[Unit | None, Unit]:
    """Return a post with the roles that a list names just before it: O高级副总裁、出行业务总裁 is one post at O."""
    more = _MORE_ROLES.search(sentence.mask, max(0, at - _MORE_CHARS), at)
    first = sentence.unit(more.start()) if more else None
    if more is None or first is None:
        return org, role
    if any(part.known and not part.work for _, part in sentence.find(ORG, more.start(), at)):
        return org, role  # O1的R1、O2的R2甲: two posts
    before = sentence.unit(more.start() - 1)
    company = before if before is not None and before.kind is UnitKind.ORG and before.known else org
    span = ReadSpan(first.span.start, role.span.end)
    return company, replace(role, span=span, name=sentence.words(more.start(), at + 1))
