"""How likely a careful reader would agree with a claim: its rule's author's guess, corrected by what train.jsonl shows.

A logistic model over yes-or-no features of the finished claim: log-odds = log-odds of the author's guess + the sum of
the weights of the features that hold. The weights are learned by tools/learn_confidence.py with a quadratic penalty,
so that a rule that was never met keeps its author's guess. Kinds without annotated text for learning keep it too.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from quliu.extract.tables import read_table
from quliu.model import Claim, Holding, Move, Reporting

LEARNED = (Move, Holding, Reporting)
_LIMIT = 0.99  # nothing read by rules is certain


def log_odds(probability: float) -> float:
    """Return ln(p / (1 - p)), kept finite."""
    kept = min(0.98, max(0.02, probability))
    return math.log(kept / (1 - kept))


@cache
def load_weights() -> Mapping[str, float]:
    """Return the weights that were learned from train.jsonl, by feature."""
    rows = (line.split("\t") for line in read_table("confidence.tsv").splitlines())
    return {name: float(weight) for name, weight in rows}


def weighed(claim: Claim, weights: Mapping[str, float]) -> Claim:
    """Return a claim with its confidence corrected by the weights of its features."""
    if not isinstance(claim.content, LEARNED):
        return claim
    odds = log_odds(claim.confidence) + sum(weight for _, weight in weigh(claim, weights))
    return replace(claim, confidence=round(min(_LIMIT, 1 / (1 + math.exp(-odds))), 2))


def weigh(claim: Claim, weights: Mapping[str, float]) -> list[tuple[str, float]]:
    """Return what moves the confidence of a claim: its features that have a weight, in log-odds."""
    if not isinstance(claim.content, LEARNED):
        return []
    return [(name, weights[name]) for name in find_features(claim) if name in weights]


def find_features(claim: Claim) -> tuple[str, ...]:
    """Return the features that hold of a claim, as the table of weights names them."""
    return (f"kind={claim.kind}", *_of_rule(claim), *_of_slots(claim))


def _of_rule(claim: Claim) -> Iterator[str]:
    for rule in claim.rule.split("+"):
        yield f"rule={rule}"
        yield f"family={rule.removeprefix('en.').split('.')[0]}"
    yield f"rules={min(3, claim.rule.count('+') + 1)}"
    yield f"english={claim.rule.startswith('en.')}"
    yield f"status={claim.status}"


def _of_slots(claim: Claim) -> Iterator[str]:
    content = claim.content
    yield f"dated={claim.when is not None and not claim.when.vague}"
    if isinstance(content, Move):
        for side, post in content.sides():
            yield f"{side}-org={_sort_of_name(post.org.name) if post.org else 'none'}"
            yield f"{side}-role={post.role is not None}"
        yield f"sides={len(content.sides())}"
        yield f"hand-over={content.predecessor is not None or content.successor is not None}"
    if isinstance(content, Move | Holding | Reporting):
        yield f"person={_sort_of_name(content.person.name)}"
    if isinstance(content, Holding):
        yield f"held-org={content.org is not None}|{content.former}"


def _sort_of_name(name: str) -> str:
    return "latin" if name.isascii() else str(min(5, len(name)))
