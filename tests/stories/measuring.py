"""Counts over a half of the test set; run as a module it prints the table of docs/evaluation.md."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from quliu.stories import Fingerprint, compare, fingerprint, group
from tests.stories.copies import KINDS, ORIGINAL, Paper, load_half

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Half:
    """A half of the test set with every pair that the engine finds in it."""

    papers: Sequence[Paper]
    true: frozenset[Pair]
    met: frozenset[Pair]
    like: frozenset[Pair]
    joined: frozenset[Pair]

    @property
    def precision(self) -> float:
        return len(self.joined & self.true) / len(self.joined)

    @property
    def recall(self) -> float:
        return len(self.joined & self.true) / len(self.true)

    @property
    def missed_by_keys(self) -> float:
        """The share of true pairs that are never compared."""
        return len(self.true - self.met) / len(self.true)

    def of_kind(self, pairs: Iterable[Pair], kind: str) -> int:
        """Count the pairs of an original and a copy of this kind."""
        return sum(
            {self.papers[one].kind, self.papers[other].kind} == {ORIGINAL, kind} for one, other in pairs
        )


def measure(half: str) -> Half:
    papers = load_half(half)
    prints = [fingerprint(paper.text) for paper in papers]
    pairs = list(combinations(range(len(papers)), 2))
    met = frozenset(pair for pair in pairs if _meet(prints, pair))
    like = frozenset(pair for pair in met if compare(prints[pair[0]], prints[pair[1]]))
    groups = group(range(len(papers)), like)
    return Half(
        papers=papers,
        true=frozenset((one, other) for one, other in pairs if papers[one].story == papers[other].story),
        met=met,
        like=like,
        joined=frozenset(pair for members in groups for pair in combinations(sorted(members), 2)),
    )


def _meet(prints: Sequence[Fingerprint], pair: Pair) -> bool:
    return not prints[pair[0]].keys.isdisjoint(prints[pair[1]].keys)


def report(name: str) -> str:
    half = measure(name)
    rows = [f"{name}: {len(half.papers)} texts, {len(half.true)} true pairs"]
    for kind in KINDS:
        met, like, joined = (
            half.of_kind(found & half.true, kind) for found in (half.met, half.like, half.joined)
        )
        rows.append(f"| {kind} | {half.of_kind(half.true, kind)} | {met} | {like} | {joined} |")
    rows.append(f"like: {len(half.like & half.true)} of {len(half.true)}, {len(half.like - half.true)} false")
    rows.append(f"joined: precision {half.precision:.4f}, recall {half.recall:.4f}")
    rows.append(f"never compared: {half.missed_by_keys:.4f}")
    return "\n".join(rows)


if __name__ == "__main__":
    print("\n\n".join(map(report, ("even", "odd"))))  # noqa: T201  its output is what it is for
