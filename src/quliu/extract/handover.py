"""Who hands over to whom, where only one of the two half-moves says it, or neither does."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quliu.extract.assemble import Judged, Kin, same_org
from quliu.extract.frames.draft import Draft
from quliu.extract.units.unit import Unit
from quliu.model import Side, Status

# Titles that several people of one organisation hold at once say nothing of who follows whom.
_SHARED_TITLE = re.compile(
    "副|高级|联合|联席|(?<!首席)研究员|科学家\\Z|工程师|员工|成员|高管|顾问|合伙人|董事\\Z|委员|创始|founder|教授|监事"
)
_TOLD = (Status.DENIED, Status.NEGATED)
_NEAR = 160  # characters between the two halves of a hand-over that nobody calls one
_MOST = 60  # half-moves of a document that are compared with each other; no real text tells so many


def with_counterparts(judged: Sequence[Judged], kin: Kin) -> list[Judged]:
    """Return half-moves with the other person of a hand-over, told with its other half or plain from one post."""
    if len(judged) > _MOST:
        return list(judged)
    others: dict[int, Unit] = {}
    told = [i for i, item in enumerate(judged) if item.status not in _TOLD]
    for out, into in _pairs(judged, told, kin):
        gone, come = judged[out].draft, judged[into].draft
        if gone.other is None and out not in others:
            others[out] = come.person
        if come.other is None and into not in others:
            others[into] = gone.person
    return [
        replace(item, draft=replace(item.draft, other=others[i])) if i in others else item
        for i, item in enumerate(judged)
    ]


def _pairs(judged: Sequence[Judged], told: Sequence[int], kin: Kin) -> Iterator[tuple[int, int]]:
    """Yield the places of those who leave and of those who follow them, the pairs that the text names first."""
    plain: dict[int, list[int]] = defaultdict(list)
    comers: dict[int, list[int]] = defaultdict(list)
    for out in told:
        if judged[out].draft.side is not Side.OUT:
            continue
        for into in told:
            gone, come = judged[out].draft, judged[into].draft
            if come.side is not Side.INTO or not same_org(gone.org, come.org, kin):
                continue
            if _names(come, gone) or _names(gone, come):
                yield out, into
            elif _is_one_post(gone, come):
                plain[out].append(into)
                comers[into].append(out)
    for out, found in plain.items():
        people = {judged[into].draft.person.name for into in found}
        before = {judged[i].draft.person.name for into in found for i in comers[into]}
        if len(people) == 1 and len(before) == 1:
            yield out, found[0]


def _names(one: Draft, other: Draft) -> bool:
    """Tell whether a half-move names the person of another one as the other of its hand-over."""
    return one.other is not None and one.other.name == other.person.name


def _is_one_post(gone: Draft, come: Draft) -> bool:
    """Tell whether one person leaves and another takes up, in the next words, a post that one person holds."""
    if gone.role is None or come.role is None or gone.person.name == come.person.name:
        return False
    if gone.other is not None or come.other is not None or _SHARED_TITLE.search(gone.role):
        return False
    apart = abs(gone.sentence.span.start - come.sentence.span.start)
    near = gone.sentence is come.sentence or (
        apart <= _NEAR and come.sentence.paragraph - gone.sentence.paragraph in (0, 1)
    )
    return near and (gone.role in come.role or come.role in gone.role)
