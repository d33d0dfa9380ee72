"""Whether one text is a copy or a rewording of another: a pure function of the two, the same both ways.

Texts of one story tell it sentence by sentence: most sentences of the shorter one have a counterpart in the
other, in the same order, and so have enough of the longer one's. Reports of one event by others share names,
figures and a quoted statement, but few sentences; notices made to one pattern share sentences, but neither
names nor figures.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter

from quliu.stories.fingerprint import Fingerprint

__all__ = ["Likeness", "LikenessKind", "compare"]

# Chosen on the half of `tests/stories` that is for choosing (`even`); the other half is for measuring.
_COPIED = 0.5  # of the shingles of the text that has fewer: a copy, else a rewording
_COUNTERPART = 0.2  # of a sentence's words in one sentence of the other text
_MOST_TOLD = 0.8  # of the one text, by its counterparts in the other
_COPY_TOLD = 0.4  # and the other way round: a digest of ten stories is no copy of each of them
_REWORDING_TOLD = 0.7  # of a rewording: two reports of one event by others have .6 at most
_KEPT = 0.33  # of the longer text that a part of it has word for word
_LEAST_CONTENT = 0.25  # of the content of the text that has less
_PATTERN = 1.05  # content shared to shingles shared: names and figures outlive wording, but not in a pattern,
_UNCHANGED = 0.8  # unless hardly any have changed
_LEAST_FACTS = 0.4  # of the facts of the text that has fewer: notices to one pattern differ in them
_LEAST_SHINGLES = 30  # below this a text is a headline, and headlines are alike by chance
_COMMON = 8  # sentences of a text that have a word; one that more have tells none of them apart


class LikenessKind(StrEnum):
    """How two texts are alike."""

    COPY = "copy"
    REWORDING = "rewording"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two texts are.

    Attributes:
        kind: copy or rewording.
        shingles: share of the shorter text's shingles that the other has, 0..1.
        content: the same of its content.
    """

    kind: LikenessKind
    shingles: float
    content: float


def compare(one: Fingerprint, other: Fingerprint) -> Likeness | None:
    """Return how two texts are alike; None where they are not of one story. Linear in their lengths."""
    if min(len(one.shingles), len(other.shingles)) < _LEAST_SHINGLES:
        return None
    content = _share(one.content, other.content)
    shingles = _share(one.shingles, other.shingles)
    if content < max(_LEAST_CONTENT, min(_UNCHANGED, _PATTERN * shingles)):
        return None
    if not _agree(one.facts, other.facts):
        return None
    kind = LikenessKind.COPY if shingles >= _COPIED else LikenessKind.REWORDING
    likeness = Likeness(kind, shingles, content)
    return likeness if _contains(one, other, likeness) or _retells(one, other, kind) else None


def _contains(one: Fingerprint, other: Fingerprint, likeness: Likeness) -> bool:
    """Tell whether one text stands in the other word for word, quotations and all, and is much of it."""
    if min(likeness.content, likeness.shingles) < _UNCHANGED:
        return False
    return len(one.shingles & other.shingles) >= _KEPT * max(len(one.shingles), len(other.shingles))


def _retells(one: Fingerprint, other: Fingerprint, kind: LikenessKind) -> bool:
    """Tell whether the sentences of one text have their counterparts in the other, in its order."""
    least, most = sorted((_told(one.sentences, other.sentences), _told(other.sentences, one.sentences)))
    return most >= _MOST_TOLD and least >= (_COPY_TOLD if kind is LikenessKind.COPY else _REWORDING_TOLD)


def _agree(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Tell whether facts speak for one story; a single one may be a slip, none says nothing."""
    return min(len(one), len(other)) < 2 or _share(one, other) >= _LEAST_FACTS


def _share(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0


def _told(sentences: Sequence[AbstractSet[str]], other: Sequence[AbstractSet[str]]) -> float:
    """Return the share of a text, by words, in sentences with a counterpart in the other, in its order."""
    places = _places(other)
    told = [(_counterpart(words, places), len(words)) for words in sentences]
    return _most_in_order([(at, size) for at, size in told if at >= 0]) / max(1, sum(map(len, sentences)))


def _places(sentences: Sequence[AbstractSet[str]]) -> Mapping[str, Sequence[int]]:
    """Return in which sentences each word stands, for words that tell sentences apart."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(sentences):
        for word in words:
            places[word].append(number)
    return {word: found for word, found in places.items() if len(found) <= _COMMON}


def _counterpart(words: AbstractSet[str], places: Mapping[str, Sequence[int]]) -> int:
    """Return which sentence of the other text has most of a sentence's words; -1 where none has enough."""
    met = Counter(number for word in words for number in places.get(word, ()))
    if not met:
        return -1
    at = max(met, key=lambda number: (met[number], -number))
    return at if met[at] >= _COUNTERPART * len(words) else -1


def _most_in_order(places: Sequence[tuple[int, int]]) -> int:
    """Return the greatest sum of sizes along places that never go back."""
    best: list[tuple[int, int]] = []  # the greatest sum that ends at a place or before it, both rising
    for at, size in places:
        fits = bisect_right(best, at, key=itemgetter(0))
        total = size + (best[fits - 1][1] if fits else 0)
        until = fits
        while until < len(best) and best[until][1] <= total:
            until += 1
        start = fits - 1 if fits and best[fits - 1][0] == at else fits
        best[start:until] = [(at, total)]
    return best[-1][1] if best else 0
