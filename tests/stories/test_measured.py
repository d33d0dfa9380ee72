"""The bars of issue 4 on the half of the test set on which nothing was tuned."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.stories.copies import DIGEST, KINDS, ORIGINAL, load_half
from tests.stories.measuring import Half, measure


@pytest.fixture(scope="module")
def odd() -> Half:
    return measure("odd")


def test_size() -> None:
    papers = [*load_half("odd"), *load_half("even")]
    counts = Counter(paper.kind for paper in papers)
    assert len(papers) >= 300
    assert {counts[kind] for kind in KINDS} == {counts[ORIGINAL]}
    assert counts[DIGEST] == 6


def test_halves_share_no_story() -> None:
    assert not {paper.story for paper in load_half("odd")} & {paper.story for paper in load_half("even")}


def test_repeatable() -> None:
    assert load_half("even") == load_half("even")


def test_trims_keep_a_third() -> None:
    for half in ("odd", "even"):
        whole = {paper.story: len(paper.text) for paper in load_half(half) if paper.kind == ORIGINAL}
        kept = [len(paper.text) / whole[paper.story] for paper in load_half(half) if paper.kind == "trim"]
        assert min(kept) > 0.3
        assert max(kept) < 0.8


def test_precision_and_recall(odd: Half) -> None:
    assert odd.precision >= 0.99
    assert odd.recall >= 0.90


def test_no_pair_is_false_by_itself(odd: Half) -> None:
    assert len(odd.like - odd.true) <= 0.01 * len(odd.like)


def test_keys_lose_few_pairs(odd: Half) -> None:
    assert odd.missed_by_keys <= 0.05


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_copy(odd: Half, kind: str) -> None:
    assert odd.of_kind(odd.joined & odd.true, kind) >= 0.90 * odd.of_kind(odd.true, kind)


def test_a_digest_joins_nothing(odd: Half) -> None:
    digests = {number for number, paper in enumerate(odd.papers) if paper.kind == DIGEST}
    assert [pair for pair in odd.joined if digests & set(pair)] == []


def test_reports_of_one_event_stay_apart(odd: Half) -> None:
    event = [odd.papers[number].event for number in range(len(odd.papers))]
    assert [pair for pair in odd.joined - odd.true if event[pair[0]] == event[pair[1]]] == []
