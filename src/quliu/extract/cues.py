"""One pass over a page for the words without which a reader finds nothing in a sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import accumulate

from ahocorasick_rs import AhoCorasick


class CueFinder:
    """Tells for each sentence of a page which readers have a word to go by; compiled once."""

    def __init__(self, words: Mapping[Hashable, Iterable[str]]) -> None:
        """Compile the finder: `words` has for each reader the words one of which it needs."""
        readers: dict[str, set[Hashable]] = {}
        for reader, needed in words.items():
            for word in needed:
                readers.setdefault(word, set()).add(reader)
        self._readers = list(readers.values())
        self._matcher = AhoCorasick(list(readers))

    def find(self, masks: Sequence[str]) -> list[set[Hashable]]:
        """Return for each masked sentence the readers that have a word in it."""
        starts = list(accumulate((len(mask) + 1 for mask in masks), initial=0))
        found: list[set[Hashable]] = [set() for _ in masks]
        for word, at, _ in self._matcher.find_matches_as_indexes("\n".join(masks), overlapping=True):
            found[bisect_right(starts, at) - 1] |= self._readers[word]
        return found
