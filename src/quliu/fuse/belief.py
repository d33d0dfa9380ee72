"""How far the claims together bear out a statement: a number in 0..1 that the sources alone decide.

    told   = 1 - product over stories of (1 - weight(status) * confidence)
    belief = told * for / (for + against), each the sum over stories of -log(1 - weight * confidence)

A story counts once, by the best claim of any of its copies. A denial stops counting once a later claim
confirms what it denied. Nobody's prior opinion enters; the number orders statements, it is no probability.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from math import exp, fsum, log1p
from typing import Protocol

from quliu.model import Status

# Set by hand so that the order of cases reads right; to be fitted when outlets' track records exist. One
# confirmation outweighs any report; two reports outweigh one; three rumours stay below a report.
WEIGHTS: Mapping[Status, float] = {
    Status.CONFIRMED: 0.95,
    Status.REPORTED: 0.75,
    Status.RUMOURED: 0.35,
    Status.PLANNED: 0.35,
    Status.DENIED: 0.6,
    Status.NEGATED: 0.6,
}
AGAINST = frozenset({Status.DENIED, Status.NEGATED})
# What is left for a statement that has nothing but denials: they name it, so it was said somewhere.
ONLY_DENIED = 0.1
_DIGITS = 4

STRENGTH: tuple[Status, ...] = (
    Status.CONFIRMED,
    Status.REPORTED,
    Status.RUMOURED,
    Status.PLANNED,
    Status.DENIED,
    Status.NEGATED,
)
"""Statuses, the strongest first."""


class Witness(Protocol):
    """What belief needs to know of a claim."""

    @property
    def witness(self) -> str:
        """The story that makes it, or the document where that is like no other."""

    @property
    def status(self) -> Status:
        """How far the document vouches for it."""

    @property
    def confidence(self) -> float:
        """How likely a careful reader would agree that the document says it."""

    @property
    def known_on(self) -> date:
        """The day it was known."""


def weigh(witnesses: Iterable[Witness]) -> float:
    """Return the belief that claims for and against (by their status) leave, in 0..1."""
    every = tuple(witnesses)
    confirmed_on = max((w.known_on for w in every if w.status is Status.CONFIRMED), default=date.min)
    against = [w for w in every if w.status in AGAINST and w.known_on >= confirmed_on]
    speaking = [w for w in every if w.status not in AGAINST]
    if not speaking:
        return round(ONLY_DENIED * exp(-_evidence(against)), _DIGITS)
    evidence, counter = _evidence(speaking), _evidence(against)
    share = evidence / (evidence + counter) if evidence else 0.0
    return round((1 - exp(-evidence)) * share, _DIGITS)


def strongest(statuses: Iterable[Status]) -> Status:
    """Return the strongest of some statuses; at least one."""
    return min(statuses, key=STRENGTH.index)


def _evidence(witnesses: Iterable[Witness]) -> float:
    best: dict[str, float] = {}
    for witness in witnesses:
        weight = WEIGHTS[witness.status] * witness.confidence
        best[witness.witness] = max(weight, best.get(witness.witness, 0.0))
    # An exact sum, so that rounding does not depend on the order of the claims.
    return fsum(-log1p(-weight) for weight in best.values())
