"""Organisations extended by the name of a part that follows: 荣耀 + 影像团队."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from quliu.extract.units.unit import Unit, UnitKind, span_at, without_overlaps
from quliu.extract.units.unlisted import STOP

_TEAM = "团队|部门|事业群组?|事业部|业务部|研究院|研究所|研究中心|实验室|工作室|委员会|董事会|中心|学院|基金会|小组|项目组|项目|平台|子公司|分公司|集团|BG|BU|Lab|Labs|[一-鿿]{1,5}分校"
_EXTENSION = re.compile(
    rf"(?: ?[(（][^()（）\n]{{1,8}}[)）])?[一-鿿]{{0,8}}(?:股份)?有限公司|(?: ?的? ?(?:[A-Za-z][A-Za-z0-9&/.+-]*|[一-鿿])(?: ?[A-Za-z0-9&/+-]++|[一-鿿、]){{0,11}}?)?(?: ?(?:{_TEAM}))+(?: ?[A-Z][A-Za-z]*)?"
)
_GENERIC_TEAM = re.compile(" ?的 ?[一-鿿]{0,10}(?:团队|部门|小组|中心|平台|项目)\\Z")
# What a board does its company does; who joins or leaves a board is told of the board.
_BOARD_ACTS = re.compile(
    "(?:已|将|正式|近日|随后|今日|昨日|一致|于[^,。]{1,10}){0,2}(?:任命|宣布|决定|批准|同意|聘|委任|选举|解雇|罢免|免去|解除|投票|审议|通过|认为|表示|发布|公告|接受|要求|撤换|推选|提名|开除)"
)
_DESCRIBES = re.compile("(?:公司|企业|平台|巨头|机构|厂商|社区|网站)\\Z")
_OF = ("", " ", "的", "旗下", "旗下的")


def with_teams(text: str, units: Sequence[Unit]) -> list[Unit]:
    """Return the units with each organisation and the team that follows it as one; `units` must be sorted and apart."""
    orgs = [u for u in units if u.kind is UnitKind.ORG]
    others = [u for u in units if u.kind is not UnitKind.ORG]
    starts = [u.span.start for u in others]
    merged: list[Unit] = []
    for org in (_extended(text, org, starts) for org in orgs):
        last = merged[-1] if merged else None
        if last is None:
            merged.append(org)
        elif last.span.end == org.span.start and not last.known and _DESCRIBES.search(last.name):
            merged[-1] = org
        elif org.span.start >= last.span.end:
            if text[last.span.end : org.span.start] in _OF:
                merged[-1] = _joined(text, last, org)
            else:
                merged.append(org)
    return without_overlaps([*merged, *others])


def _joined(text: str, outer: Unit, inner: Unit) -> Unit:
    span = span_at(outer.span.start, inner.span.end)
    return replace(
        inner,
        span=span,
        name=text[span.start : span.end],
        known=outer.known or inner.known,
        lexicon_id=inner.lexicon_id or outer.lexicon_id,
    )


def _extended(text: str, org: Unit, starts: Sequence[int]) -> Unit:
    hit = _EXTENSION.match(text, org.span.end, org.span.end + 30)
    if not hit or hit.end() == org.span.end:
        return org
    tail = text[org.span.end : hit.end()]
    if _GENERIC_TEAM.match(tail):
        return org
    if STOP.search(tail.lstrip(" 的")) or bisect_left(starts, org.span.end) < bisect_left(starts, hit.end()):
        return org
    if tail.strip() == "董事会" and _BOARD_ACTS.match(text, hit.end()):
        whole = span_at(org.span.start, hit.end())
        return org if org.mention else replace(org, span=whole, mention=org.span)
    name = text[org.span.start : hit.end()]
    return Unit(
        UnitKind.ORG,
        span_at(org.span.start, hit.end()),
        name,
        org.known,
        org.weight,
        lexicon_id=org.lexicon_id,
    )
