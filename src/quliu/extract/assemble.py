"""From drafts to claims: one per event, both sides of a transfer together, with original spans."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from quliu.extract.frames.draft import Draft
from quliu.extract.mentions import to_mention, to_when
from quliu.extract.units.unit import ORG, ROLE, Unit
from quliu.lexicon.lexicon import normalise_name
from quliu.model import Claim, DateRange, Mention, Move, Post, ReadSpan, Side, Status
from quliu.text.reading import Reading

# Chosen on train.jsonl (2026-11): best F1 of half-moves. What falls below is where somebody unsaid is taken to leave
# what the text said of them before.
_LEAST_SCORE = 0.35

_GOES_ON = re.compile("随后|随即|之后|此后|后来|紧接着|很快|接着|不久|他|她|其(?!他|余|中)")
_VAGUE_ROLE = re.compile("(?:前|老|资深|核心|长期|一名)?(?:高管|员工|成员|人员|领导|负责人|骨干|管理层)")
_FOUNDER = re.compile("(?:创始人|创办人|联创)\\Z")
_SERVES = re.compile("任|担任|出任|供职|就职|效力|负责|执掌")
_SOON = 45
"""Days between an announcement and what it announces, where a text dates both."""


_LISTED = re.compile(rf"(?:以及|和|与|及|、|的|前|原|公司|{ORG}|{ROLE})+")
_DOUBLED = "doubled-name"  # among the rules of a claim: the text itself is in doubt


@dataclass(frozen=True, slots=True)
class Judged:
    """A draft with its status and attribution."""

    draft: Draft
    status: Status
    attributed_to: str | None


_UNREAL = (Status.DENIED, Status.NEGATED)

Kin = Callable[[Unit, Unit], bool]


def without_unlikely(judged: Iterable[Judged]) -> list[Judged]:
    """Leave out the half-moves that are more often wrong than they help, and what only an unreal joining implies."""
    return [item for item in judged if item.draft.score >= _LEAST_SCORE and not _is_unreal(item)]


def _is_unreal(item: Judged) -> bool:
    """Tell whether somebody would leave only if they joined something, which the text denies."""
    return item.draft.rule == "join.apposed" and item.status in _UNREAL


def assemble(judged: Sequence[Judged], reading: Reading, anchor: date | None, kin: Kin) -> tuple[Claim, ...]:
    """Return the moves that a document tells; `kin` tells parts of one company."""
    near: dict[tuple[int, str], list[Judged]] = defaultdict(list)
    for item in judged:
        near[_place(item)].append(item)
    kept = _distinct((j for j in judged if not _guessed_wrong(j, near[_place(j)], kin)), anchor, kin)
    return tuple(_claim(pair, reading, anchor) for pair in _paired(kept))


def _place(item: Judged) -> tuple[int, str]:
    return item.draft.sentence.span.start, item.draft.person.name


def _guessed_wrong(item: Judged, near: Sequence[Judged], kin: Kin) -> bool:
    """Tell whether a guessed old employer is the one that the same sentence says the person goes to.

    Args:
        near: what the sentence tells of the person.
    """
    one = item.draft
    return (
        one.side is Side.OUT
        and one.rule.endswith(".topic")
        and any(
            j.draft.side is Side.INTO
            and j.draft.org is not None
            and not j.draft.rule.startswith("post")  # 卸任CEO,转任董事长: within one company
            and same_org(j.draft.org, one.org, kin)
            for j in near
        )
    )


def _distinct(judged: Iterable[Judged], anchor: date | None, kin: Kin) -> list[Judged]:
    """Keep one draft per person, side, organisation and time; the better one, and what the other adds."""
    kept: list[Judged] = []
    places: dict[tuple[str, Side], list[int]] = defaultdict(list)
    for item in judged:
        of_person = places[item.draft.person.name, item.draft.side]
        twin = next((i for i in of_person if _same_event(item.draft, kept[i].draft, anchor, kin)), None)
        if twin is None:
            of_person.append(len(kept))
            kept.append(item)
        else:
            kept[twin] = _better(kept[twin], item)
    return kept


def _same_event(one: Draft, other: Draft, anchor: date | None, kin: Kin) -> bool:
    """Tell whether two half-moves of one person and side are one event."""
    if not same_org(one.org, other.org, kin):
        return False
    if one.sentence is other.sentence and one.trigger == other.trigger:
        return True  # 合伙人甲以及副总裁甲离职: one person named twice
    leaves_once = one.side is Side.OUT and not (
        one.rule.endswith(".object") and other.rule.endswith(".object")
    )
    if not leaves_once and not roles_agree(one.role, other.role):
        return False
    first, second = _range(one), _range(other)
    if first is None and second is None:
        return True
    if first is None or second is None:
        dated, undated = (first or second), (one if first is None else other)
        if dated is not None and _is_old(dated, anchor):
            return not _is_recent(undated) and not _is_other_step(one, other)
        return True
    return first.intersect(second) is not None or _is_soon_after(first, second)


def _is_soon_after(first: DateRange, second: DateRange) -> bool:
    """Tell whether two days are so near that one may be told of the announcement, the other of the event."""
    if first.is_open or second.is_open:
        return False
    gap = max((second.first - first.last).days, (first.first - second.last).days)
    return gap <= _SOON and max(_width(first), _width(second)) <= _SOON


def _is_other_step(one: Draft, other: Draft) -> bool:
    """Tell whether one of two drafts of different sentences tells of joining, the other of a post taken up."""
    joins = [d.rule.removeprefix("en.").startswith("join") for d in (one, other)]
    return (
        one.side is Side.INTO
        and one.sentence is not other.sentence
        and joins[0] != joins[1]
        and (one.role is None) != (other.role is None)
    )


def roles_agree(one: str | None, other: str | None) -> bool:
    """Tell whether two roles may be one: unknown, or at least half of the shorter in the longer."""
    if one is None or other is None:
        return True
    shorter, longer = sorted((set(one), set(other)), key=len)
    return len(shorter & longer) * 2 >= len(shorter)


def _is_recent(draft: Draft) -> bool:
    return draft.time is not None and draft.time.time is not None and draft.time.time.vague


def _is_old(dated: DateRange, anchor: date | None) -> bool:
    """Tell whether a date lies too far before the document for words such as 近日 to mean it."""
    return anchor is not None and dated.last < anchor - timedelta(days=120)


def _range(draft: Draft) -> DateRange | None:
    """Return the days of a draft's definite time; None for the day that a heading takes from the sentence after it."""
    mention = draft.time.time if draft.time else None
    if draft.sentence.heading and draft.time is not None and draft.time.span.start >= draft.sentence.span.end:
        return None
    return mention.range if mention and not mention.vague else None


def same_org(one: Unit | None, other: Unit | None, kin: Kin) -> bool:
    """Tell whether two organisations are one, or parts of one company."""
    if one is None or other is None:
        return one is other
    if kin(one, other):
        return True
    if one.lexicon_id is not None and one.lexicon_id == other.lexicon_id:
        return True
    first, second = normalise_name(one.name), normalise_name(other.name)
    return first in second or second in first


def _more_specific(first: Unit | None, second: Unit | None) -> Unit | None:
    """Return the team rather than its company: the longer name, where one begins with the other or holds it."""
    if first is None or second is None or first.lexicon_id == second.lexicon_id:
        return first
    team = normalise_name(second.name)
    return second if second.known and normalise_name(first.name) in team else first


def _joined_roles(first: Draft, second: Draft) -> str | None:
    if (
        first.role
        and second.role
        and first.trigger == second.trigger
        and first.sentence is second.sentence
        and first.role != second.role
    ):
        return f"{first.role}、{second.role}"
    if first.role and second.role and (_VAGUE_ROLE.fullmatch(first.role) or _is_given_up(first, second)):
        return second.role
    return first.role or second.role


def _is_given_up(first: Draft, second: Draft) -> bool:
    """Tell whether a founder is told elsewhere which post ends: 创始人甲退休,不再担任CEO."""
    leaves = first.side is Side.OUT and not second.rule.endswith((".topic", ".memory"))
    founds = [_FOUNDER.search(draft.role or "") is not None for draft in (first, second)]
    return leaves and founds == [True, False]


_STRENGTH = {
    Status.CONFIRMED: 5,
    Status.DENIED: 4,
    Status.NEGATED: 3,
    Status.RUMOURED: 2,
    Status.PLANNED: 1,
    Status.REPORTED: 0,
}


def _better(one: Judged, other: Judged) -> Judged:
    first, second = (one, other) if _rank(one) >= _rank(other) else (other, one)
    draft = replace(
        first.draft,
        doubled=one.draft.doubled or other.draft.doubled or _is_doubled(one.draft, other.draft),
        org=_more_specific(first.draft.org, second.draft.org),
        role=_joined_roles(first.draft, second.draft),
        time=_better_time(first.draft, second.draft),
        other=first.draft.other or second.draft.other,
    )
    return replace(first, draft=draft, status=_better_status(one, other))


def _is_doubled(one: Draft, other: Draft) -> bool:
    """Tell whether one predicate lists one person twice, as rewording does: 合伙人甲以及副总裁甲离职."""
    if one.sentence is not other.sentence or one.trigger != other.trigger:
        return False
    first, last = sorted((one.sentence.place(one.person), other.sentence.place(other.person)))
    return 0 <= first < last and _LISTED.fullmatch(one.sentence.mask, first + 1, last) is not None


def _better_status(one: Judged, other: Judged) -> Status:
    """Return the status that says more; a heading says it in short, its article in full."""
    if one.draft.sentence.heading != other.draft.sentence.heading:
        body, heading = (other, one) if one.draft.sentence.heading else (one, other)
        if heading.status in (Status.REPORTED, Status.PLANNED):
            return body.status
    return max(one.status, other.status, key=lambda s: _STRENGTH[s])


def _better_time(one: Draft, other: Draft) -> Unit | None:
    """Return the definite time rather than the vague; of two the narrower, and of a day and a later one the later.

    What is announced on one day and takes effect on another happened on the second.
    """
    first, second = _range(one), _range(other)
    if first is None or second is None:
        return other.time if second is not None else one.time or other.time
    if first.intersect(second) is None:
        return one.time if first.first > second.first else other.time
    return one.time if _width(first) <= _width(second) else other.time


def _width(days: DateRange) -> int:
    return days.last.toordinal() - days.first.toordinal()


def _rank(item: Judged) -> tuple[float, float]:
    dated = _range(item.draft) is not None
    return (
        item.draft.score - (0.3 if item.draft.sentence.heading else 0.0) + 0.1 * dated,
        -item.draft.sentence.span.start,
    )


def _paired(kept: Sequence[Judged]) -> list[tuple[Judged, ...]]:
    """Join the `out` and the `into` of one person that one sentence, or two in a row, tell as one transfer."""
    pairs: list[tuple[Judged, ...]] = []
    used: set[int] = set()
    places: dict[str, list[int]] = defaultdict(list)
    for i, item in enumerate(kept):
        places[item.draft.person.name].append(i)
    for i, item in enumerate(kept):
        if i in used:
            continue
        others = (j for j in places[item.draft.person.name] if j != i and j not in used)
        partner = next((j for j in others if _transfer(item, kept[j])), None)
        if partner is None:
            pairs.append((item,))
        else:
            used.add(partner)
            pairs.append((item, kept[partner]))
        used.add(i)
    return pairs


def _transfer(one: Judged, other: Judged) -> bool:
    """Tell whether two half-moves of one person are the two sides of one move."""
    first, second = one.draft, other.draft
    if first.side is second.side:
        return False
    if one.status is not other.status and {one.status, other.status} & {Status.NEGATED, Status.RUMOURED}:
        return False
    out, into = (first, second) if first.side is Side.OUT else (second, first)
    if out.sentence is not into.sentence:
        return _goes_on(out, into) and Status.PLANNED not in (one.status, other.status)
    if out.trigger == into.trigger:
        return True
    ranges = _range(out), _range(into)
    apart = ranges[0] is not None and ranges[1] is not None and ranges[0] != ranges[1]
    began = (
        into.rule.startswith("join") and out.org is not None and out.org.name == (into.org and into.org.name)
    )
    return out.trigger < into.trigger and not apart and not began  # 离开O,他2018年加入O


def _goes_on(out: Draft, into: Draft) -> bool:
    """Tell whether the next sentence of the paragraph tells where a person who left went, at no time of its own."""
    gap = into.sentence.span.start - out.sentence.span.end
    return (
        into.sentence.paragraph == out.sentence.paragraph
        and 0 <= gap <= 2
        and (into.time is None or into.time is out.time)
        and _GOES_ON.match(into.sentence.mask) is not None
    )


def _claim(pair: tuple[Judged, ...], reading: Reading, anchor: date | None) -> Claim:
    lead = max(pair, key=lambda j: j.draft.score)
    posts = {j.draft.side: Post(_mention(j.draft.org, reading), j.draft.role) for j in pair}
    others = {j.draft.side: _mention(j.draft.other, reading) for j in pair}
    drafts = [j.draft for j in pair]
    move = Move(
        person=to_mention(drafts[0].person, reading),
        out=posts.get(Side.OUT),
        into=posts.get(Side.INTO),
        predecessor=others.get(Side.INTO),
        successor=others.get(Side.OUT),
    )
    return Claim(
        content=move,
        status=Status.CONFIRMED if any(j.status is Status.CONFIRMED for j in pair) else lead.status,
        evidence=reading.to_original(_evidence(drafts)),
        confidence=round(min(j.draft.score for j in pair), 2),
        when=to_when(_time_of(drafts), reading, anchor),
        attributed_to=lead.attributed_to,
        rule="+".join(sorted({d.rule for d in drafts} | {_DOUBLED for d in drafts if d.doubled})),
    )


def _evidence(drafts: Sequence[Draft]) -> ReadSpan:
    spans = [d.sentence.to_text(d.start, max(d.end, d.start + 1)) for d in drafts]
    return ReadSpan(min(s.start for s in spans), max(s.end for s in spans))


def _time_of(drafts: Sequence[Draft]) -> Unit | None:
    """Return the time of a move; of the years of a post, those in which it was taken up or left.

    A stretch that is not told of a post (6月至8月三人离职) dates what happened within it as a whole.
    """
    dated = next((d for d in drafts if _range(d) is not None), None) or next(
        (d for d in drafts if d.time), None
    )
    if dated is None or dated.time is None or dated.time.time is None:
        return None
    mention = dated.time.time
    if mention.begun is None or mention.ended is None:
        return dated.time
    serves = _SERVES.match(dated.sentence.mask, dated.trigger) is not None
    if not serves and mention.range != mention.begun:
        return dated.time
    part = mention.begun if dated.side is Side.INTO else mention.ended
    return replace(dated.time, time=replace(mention, range=part))


def _mention(unit: Unit | None, reading: Reading) -> Mention | None:
    return None if unit is None else to_mention(unit, reading)
