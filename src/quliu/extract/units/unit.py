"""Units: the people, organisations, roles, works and times found in a reading text, and sentences masked by them.

In a masked sentence every unit stands as one private-use character, so that a frame is a short regular expression
over structure instead of one over names.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from quliu.extract.time import TimeMention
from quliu.model import ReadOffset, ReadSpan


class UnitKind(StrEnum):
    """What a unit names."""

    PERSON = "person"
    ORG = "org"
    ROLE = "role"
    TIME = "time"
    OUTLET = "outlet"


_BASE = {
    UnitKind.PERSON: 0xE000,
    UnitKind.ORG: 0xE600,
    UnitKind.ROLE: 0xEC00,
    UnitKind.TIME: 0xF200,
    UnitKind.OUTLET: 0xF800,
}
_ROOM = {kind: 0x100 if kind is UnitKind.OUTLET else 0x600 for kind in UnitKind}

PERSON = "[\ue000-\ue5ff]"
ORG = "[\ue600-\uebff]"
ROLE = "[\uec00-\uf1ff]"
TIME = "[\uf200-\uf7ff]"
OUTLET = "[\uf800-\uf8ff]"
PEOPLE = f"{PERSON}(?:(?:、|和|与|及|以及|跟|还有| and |, and )+{PERSON})*(?:等人?)?"


@dataclass(frozen=True, slots=True)
class Unit:
    """A name, role or time where the reading text says it.

    Attributes:
        name: canonical or joined name; for a role its full wording.
        known: the lexicon vouches for it.
        weight: how sure the finder is, 0..1.
        time: for a time, what it means.
        lexicon_id: for a known organisation, its id; for a work taken as an organisation, the work's id.
        mention: the name alone where `span` also holds a second name in brackets.
        alias: that second name.
        owner: the organisation whose name this one opens with when it names a part of it (星帆智能 in 星帆智能感知实验室).
        work: the spelling names a model, product or project, whatever else it may name.
    """

    kind: UnitKind
    span: ReadSpan
    name: str
    known: bool = False
    weight: float = 1.0
    time: TimeMention | None = None
    lexicon_id: str | None = None
    mention: ReadSpan | None = None
    alias: str | None = None
    owner: Unit | None = None
    work: bool = False

    @property
    def named(self) -> ReadSpan:
        """The characters of the name itself, without the bracketed second name that `span` may hold."""
        return self.mention or self.span


_compiled = cache(re.compile)  # of a handful of classes; the cache of `re` itself is slower
_MAY_NAME = re.compile("[A-Z《]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its mask.

    Attributes:
        span: in the reading text.
        mask: the sentence with each unit as one character.
        units: the units of the sentence, in order.
        starts: for each character of `mask`, its offset in the reading text; one more at the end.
        paragraph: index of its paragraph; headings are paragraphs of one sentence.
        heading: whether it is a heading.
        asides: the asides in brackets that hold units, each with the position in `mask` before which it stands.
        text: the whole reading text.
    """

    span: ReadSpan
    mask: str
    units: tuple[Unit, ...]
    starts: tuple[int, ...]
    paragraph: int
    heading: bool
    _at: dict[int, Unit]
    asides: tuple[tuple[int, Sentence], ...] = ()
    text: str = ""

    def unit(self, position: int) -> Unit | None:
        """Return the unit that stands at a position of the mask."""
        return self._at.get(position)

    @property
    def names_something(self) -> bool:
        """Whether anything but times stands in the mask, or what may be a work that no list knows (Qwen3, 《星图》)."""
        named = any(unit.kind is not UnitKind.TIME for unit in self._at.values())
        return named or _MAY_NAME.search(self.mask) is not None

    def place(self, unit: Unit) -> int:
        """Return the position of a unit in the mask, -1 when it stands in an aside or another sentence."""
        at = self.position(unit.span.start)
        return at if self._at.get(at) is unit else -1

    def find(self, kind: str, start: int = 0, end: int | None = None) -> list[tuple[int, Unit]]:
        """Return (position, unit) of every unit whose mask character is in class `kind`, within [start, end)."""
        if not self._at:
            return []
        stop = len(self.mask) if end is None else end
        return [
            (hit.start(), self._at[hit.start()]) for hit in _compiled(kind).finditer(self.mask, start, stop)
        ]

    def to_text(self, start: int, end: int) -> ReadSpan:
        """Return the reading span behind a non-empty range of the mask."""
        last = self._at.get(end - 1)
        stop = last.span.end if last else self.starts[end - 1] + 1
        return ReadSpan(ReadOffset(self.starts[start]), ReadOffset(stop))

    def words(self, start: int, end: int) -> str:
        """Return a range of the mask with the names of its units in their places."""
        return "".join(self._at[at].name if at in self._at else self.mask[at] for at in range(start, end))

    def position(self, offset: int) -> int:
        """Return the position of the mask that holds a reading offset."""
        at = bisect_left(self.starts, offset)
        return at if at < len(self.starts) and self.starts[at] == offset else max(0, at - 1)


_BESIDE = frozenset('“”"《》‘’ @')
_BRACKETED = re.compile(r" ?\([^()\n]{1,80}\)")


def mask_sentence(
    text: str, span: ReadSpan, units: Sequence[Unit], *, paragraph: int, heading: bool
) -> Sentence:
    """Put one private-use character for each unit of the sentence; units must be sorted and apart.

    Quotation marks around a unit, spaces beside one and asides in brackets are left out of the mask, with the units
    in them.
    """
    if not units and text.find("(", span.start, span.end) < 0:
        places = tuple(range(span.start, span.end + 1))
        return Sentence(span, span.slice(text), (), places, paragraph, heading, {}, text=text)
    asides = _asides(text, span)
    held = [[u for u in units if s <= u.span.start and u.span.end <= e] for s, e in asides]
    aside = {unit.span.start for inside in held for unit in inside}
    outer = [u for u in units if u.span.start not in aside] if aside else units
    pieces: list[str] = []
    starts: list[int] = []
    counts = dict.fromkeys(_BASE, 0)
    at_position: dict[int, Unit] = {}
    at, after_unit = int(span.start), False
    for unit in outer:
        kept = _kept(text, _outside(asides, at, unit.span.start), after_unit, True)
        pieces.append(_spelled(text, kept))
        starts.extend(kept)
        at_position[len(starts)] = unit
        pieces.append(mask_char(unit.kind, counts[unit.kind]))
        counts[unit.kind] += 1
        starts.append(unit.span.start)
        at, after_unit = unit.span.end, True
    kept = _kept(text, _outside(asides, at, span.end), after_unit, False)
    pieces.append(_spelled(text, kept))
    starts.extend(kept)
    starts.append(span.end)
    masked = tuple(
        (bisect_left(starts, s), _mask_aside(text, s, e, inside, paragraph=paragraph))
        for (s, e), inside in zip(asides, held, strict=True)
        if inside
    )
    return Sentence(
        span, "".join(pieces), tuple(units), tuple(starts), paragraph, heading, at_position, masked, text
    )


def mask_char(kind: UnitKind, count: int) -> str:
    """Return the character for a unit of which `count` others of its kind stand before it in the sentence."""
    return chr(_BASE[kind] + count % _ROOM[kind])


def _asides(text: str, span: ReadSpan) -> list[tuple[int, int]]:
    if text.find("(", span.start, span.end) < 0:
        return []
    return [hit.span() for hit in _BRACKETED.finditer(text, span.start, span.end)]


def _outside(asides: Iterable[tuple[int, int]], start: int, end: int) -> Sequence[int]:
    """Return the offsets of [start, end) that lie in no aside."""
    cut = [(s, e) for s, e in asides if s < end and start < e]
    if not cut:
        return range(start, end)
    offsets: list[int] = []
    for s, e in cut:
        offsets += range(start, s)
        start = e
    return [*offsets, *range(start, end)]


def _kept(text: str, offsets: Sequence[int], after_unit: bool, before_unit: bool) -> Sequence[int]:
    """Return the offsets without the marks that stand beside a unit."""
    first, last = 0, len(offsets)
    while after_unit and first < last and text[offsets[first]] in _BESIDE:
        first += 1
    while before_unit and first < last and text[offsets[last - 1]] in _BESIDE:
        last -= 1
    return offsets[first:last]


def _spelled(text: str, offsets: Sequence[int]) -> str:
    if isinstance(offsets, range):
        return text[offsets.start : offsets.stop]
    return "".join(text[i] for i in offsets)


def _mask_aside(text: str, start: int, end: int, units: Sequence[Unit], *, paragraph: int) -> Sentence:
    """Return what stands in the brackets at [start, end) as a sentence of its own."""
    span = ReadSpan(ReadOffset(text.index("(", start) + 1), ReadOffset(end - 1))
    inside = [u for u in units if span.start <= u.span.start and u.span.end <= span.end]
    return mask_sentence(text, span, inside, paragraph=paragraph, heading=False)


def without_overlaps(units: Iterable[Unit]) -> list[Unit]:
    """Keep units that do not overlap, earlier items of the iterable first; return them in text order."""
    offered = list(units)
    taken = bytearray(max((unit.span.end for unit in offered), default=0))
    kept: list[Unit] = []
    for unit in offered:
        start, end = unit.span.start, unit.span.end
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * (end - start)
            kept.append(unit)
    kept.sort(key=lambda unit: unit.span.start)
    return kept


def with_found(units: list[Unit], found: Iterable[Unit]) -> list[Unit]:
    """Return units that are sorted and apart with those found that overlap none of them or an earlier one, in order."""
    starts = [unit.span.start for unit in units]
    added: list[Unit] = []
    begun: list[int] = []
    for unit in found:
        if not (_overlaps(unit, units, starts) or _overlaps(unit, added, begun)):
            at = bisect_left(begun, unit.span.start)
            added.insert(at, unit)
            begun.insert(at, unit.span.start)
    return sorted([*units, *added], key=lambda unit: unit.span.start) if added else units


def _overlaps(unit: Unit, others: Sequence[Unit], starts: Sequence[int]) -> bool:
    """Tell whether a unit overlaps one of others that are sorted and apart, which begin at `starts`."""
    at = bisect_left(starts, unit.span.end)  # the first that begins after it
    return at > 0 and others[at - 1].span.end > unit.span.start


class Gap(NamedTuple):
    """A stretch of text between units, with the kinds of the units beside it."""

    start: int
    end: int
    left: UnitKind | None
    right: UnitKind | None


def find_gaps(text: str, units: Sequence[Unit], beside: UnitKind | None = None) -> Iterator[Gap]:
    """Yield the stretches of text between units, in order; only those beside a unit of a kind if that is given.

    `units` must be sorted and apart.
    """
    at = 0
    left: UnitKind | None = None
    for unit in units:
        span, kind = unit.span, unit.kind
        if span.start > at and (beside is None or kind is beside or left is beside):
            yield Gap(at, span.start, left, kind)
        at, left = span.end, kind
    if at < len(text) and (beside is None or left is beside):
        yield Gap(at, len(text), left, None)


def find_gaps_with(pattern: re.Pattern[str], text: str, units: Sequence[Unit]) -> Iterator[tuple[Gap, int]]:
    """Yield the stretches between units that hold what a pattern matches, each with the place of the first match.

    It passes over the others without a look at each; `units` must be sorted and apart.
    """
    starts, ends = [unit.span.start for unit in units], [unit.span.end for unit in units]
    hit = pattern.search(text)
    while hit:
        at = hit.start()
        after = bisect_right(ends, at)  # the unit that holds the place or comes next
        end = starts[after] if after < len(units) else len(text)
        if end <= at:
            hit = pattern.search(text, ends[after])
            continue
        within = hit if hit.end() <= end else pattern.search(text, at, end)
        if within:
            start, left = (ends[after - 1], units[after - 1].kind) if after else (0, None)
            right = units[after].kind if after < len(units) else None
            yield Gap(start, end, left, right), within.start()
        hit = pattern.search(text, end)


def find_places(text: str, word: str) -> Iterator[int]:
    """Yield where a word stands, overlapping places too."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def find_words(text: str, words: Iterable[str], units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Yield where words stand in the stretches between units; of those that overlap, the first and longest."""
    places = sorted((at, -len(word)) for word in words for at in find_places(text, word))
    ends = [unit.span.end for unit in units]
    last = 0
    for start, size in places:
        end = start - size
        following = bisect_right(ends, start)
        if start >= last and (following == len(units) or end <= units[following].span.start):
            yield start, end
            last = end


def span_at(start: int, end: int) -> ReadSpan:
    """Return the span of the characters [start, end) of the reading text."""
    return ReadSpan(ReadOffset(start), ReadOffset(end))


def person_at(start: int, end: int, name: str, weight: float) -> Unit:
    """Return a person found at [start, end)."""
    return Unit(UnitKind.PERSON, span_at(start, end), name, weight=weight)


def org_at(start: int, end: int, name: str, weight: float) -> Unit:
    """Return an organisation that no list knows, found at [start, end)."""
    return Unit(UnitKind.ORG, span_at(start, end), name, weight=weight)
