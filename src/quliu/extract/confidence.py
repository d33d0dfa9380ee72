"""How likely a draft is right: its author's score, corrected by what was right and wrong on train.jsonl.

A logistic model over yes-or-no features: log-odds = log-odds of the author's score + the sum of the weights of the
features that hold. The weights are learned by tools/learn_confidence.py with a quadratic penalty, so that a feature
that was never met leaves the author's score as it is.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from quliu.extract.assemble import Judged
from quliu.extract.frames.draft import Draft
from quliu.extract.names import read_data
from quliu.extract.units import ORG, PERSON, UnitKind

_WORD = re.compile("[a-z]+|[^a-z\ue000-\uf8ff]{2}")
_BETWEEN = (0, 1, 4, 12, 30)
_DECIDED = 0.999  # what no feature may pass: nothing read by rules is certain


class ConfidenceModel:
    """Turns the features of a draft into the probability that a careful reader would agree."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights

    def score(self, draft: Draft, features: Iterable[str]) -> float:
        """Return the corrected score of a draft, 0..1."""
        weights = self._weights
        odds = log_odds(draft.score) + sum(weights.get(name, 0.0) for name in features)
        return min(_DECIDED, 1 / (1 + math.exp(-odds)))

    def weigh(self, draft: Draft, features: Iterable[str]) -> dict[str, float]:
        """Return what a score is made of, in log-odds; `author` is what the draft came with."""
        known = {name: self._weights[name] for name in features if self._weights.get(name)}
        return {"author": log_odds(draft.score), **known}


def log_odds(probability: float) -> float:
    """Return ln(p / (1 - p)), kept finite."""
    kept = min(0.98, max(0.02, probability))
    return math.log(kept / (1 - kept))


@cache
def load_confidence() -> ConfidenceModel:
    """Return the model that was learned from train.jsonl."""
    rows = (line.split("\t") for line in read_data("confidence.tsv").splitlines())
    return ConfidenceModel({name: float(weight) for name, weight in rows})


def find_features(judged: Iterable[Judged]) -> list[tuple[Judged, tuple[str, ...]]]:
    """Return the drafts of one document, each with the features that hold of it."""
    items = list(judged)
    people = Counter(item.draft.person.name for item in items)
    pairs = Counter(_pair(item.draft) for item in items)
    rivals = Counter((id(i.draft.sentence), i.draft.trigger, i.draft.side) for i in items)
    return [
        (
            item,
            (
                *_of_draft(item),
                f"person-told={min(3, people[item.draft.person.name])}",
                f"pair-told={min(3, pairs[_pair(item.draft)])}",
                f"list={min(3, rivals[id(item.draft.sentence), item.draft.trigger, item.draft.side])}",
            ),
        )
        for item in items
    ]


def _pair(draft: Draft) -> tuple[str, str, str | None]:
    return draft.person.name, draft.side, draft.org.name if draft.org else None


def _of_draft(item: Judged) -> Iterator[str]:
    draft = item.draft
    word = _WORD.match(draft.sentence.mask, draft.trigger)
    cue = word.group() if word else "?"
    yield f"rule={draft.rule}"
    yield f"family={draft.rule.split('.')[0]}|{draft.side}"
    yield f"device={draft.rule.split('.', 1)[-1]}"
    yield f"cue={cue}|{draft.side}"
    yield f"status={item.status}"
    yield f"heading={draft.sentence.heading}"
    yield from _of_units(draft)
    yield from _of_place(draft)


def _of_units(draft: Draft) -> Iterator[str]:
    person, org = draft.person, draft.org
    latin = person.name[:1].isascii()
    yield f"person={round(person.weight * 5)}|{'latin' if latin else min(4, len(person.name))}"
    if org is None:
        yield f"org=none|{draft.side}"
    else:
        yield f"org={round(org.weight * 5)}|{org.known}"
        yield f"org-said={draft.sentence.place(org) >= 0}|{draft.side}"
    yield f"role={draft.role is not None}|{draft.side}"
    time = draft.time.time if draft.time else None
    yield f"time={'none' if time is None else 'vague' if time.vague else 'dated'}"


def _of_place(draft: Draft) -> Iterator[str]:
    sentence = draft.sentence
    mask, trigger = sentence.mask, draft.trigger
    at = sentence.place(draft.person)
    if at < 0:
        yield "person-at=elsewhere"
    else:
        yield f"person-at={'before' if at < trigger else 'after'}|{_bucket(abs(at - trigger))}"
        others = sentence.find(PERSON, min(at, trigger) + 1, max(at, trigger))
        yield f"people-between={min(2, len(others))}"
        yield f"pause-between={_pauses(mask, at, trigger)}"
    place = sentence.place(draft.org) if draft.org else -1
    if place >= 0:
        yield f"org-at={'before' if place < trigger else 'after'}|{_bucket(abs(place - trigger))}|{draft.side}"
        between = sentence.find(ORG, min(place, trigger) + 1, max(place, trigger))
        yield f"orgs-between={min(2, len(between))}"
        yield f"org-pause={_pauses(mask, place, trigger)}|{draft.side}"
        beside = sentence.unit(place + 1)
        if beside is not None and beside.kind is UnitKind.ROLE:
            yield f"org-has-role|{draft.side}"
    yield f"people={min(4, len(sentence.find(PERSON)))}"
    yield f"orgs={min(4, len(sentence.find(ORG)))}"


def _pauses(mask: str, one: int, other: int) -> int:
    part = mask[min(one, other) : max(one, other)]
    return min(2, sum(part.count(mark) for mark in ",;:"))


def _bucket(distance: int) -> int:
    return sum(distance > least for least in _BETWEEN)
