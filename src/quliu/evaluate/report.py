"""What scoring returns: counts with their ratios, and the single misses behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

OTHERS = "all other kinds"
"""The measure that pools every kind but move."""

RATES = ("status", "when", "role", "evidence")
"""What is counted on the matched half-moves, in the order of display."""


class Outcome(StrEnum):
    """The two ways to be wrong."""

    EXTRA = "extra"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found that gold lacks, or missed that gold has."""

    outcome: Outcome
    document: str
    what: str


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of the matched ones had a value right."""

    right: int
    total: int

    @property
    def share(self) -> float:
        """The share of right ones, 0..1."""
        return self.right / self.total


@dataclass(frozen=True, slots=True)
class Bin:
    """The guesses whose confidence lies in [low, high), the last bin's up to 1."""

    low: float
    high: float
    guesses: int
    right: int
    mean: float

    @property
    def share(self) -> float:
        """The share of right ones, 0 when there are none."""
        return _ratio(self.right, self.guesses)


@dataclass(frozen=True, slots=True)
class Calibration:
    """How well confidence tells how often guesses are right; bins without guesses are left out."""

    bins: tuple[Bin, ...]

    @property
    def error(self) -> float:
        """The expected calibration error: the mean distance of confidence from the share of right ones."""
        total = sum(found.guesses for found in self.bins)
        return sum(found.guesses * abs(found.mean - found.share) for found in self.bins) / total


@dataclass(frozen=True, slots=True)
class Measure:
    """Counts for one kind of claim. Only rates with a total above zero are there."""

    right: int
    extra: int
    missed: int
    rates: Mapping[str, Rate] = field(default_factory=dict)

    @property
    def precision(self) -> float:
        """The share of guesses that were right, 0 when there were none."""
        return _ratio(self.right, self.right + self.extra)

    @property
    def recall(self) -> float:
        """The share of gold that was found, 0 when there is none."""
        return _ratio(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _ratio(2 * self.precision * self.recall, self.precision + self.recall)

    def value(self, name: str) -> float | None:
        """Return `p`, `r`, `f1` or the share of a rate; None when the rate was not measured."""
        if name in self.rates:
            return self.rates[name].share
        return {"p": self.precision, "r": self.recall, "f1": self.f1}.get(name)

    def __add__(self, other: Measure) -> Measure:
        return Measure(self.right + other.right, self.extra + other.extra, self.missed + other.missed)


@dataclass(frozen=True, slots=True)
class Report:
    """A scored run.

    Attributes:
        measures: one for each kind, `move` first.
        findings: in document order.
        calibration: of the confidence of half-moves; None when none was offered.
        quiet: of the documents without a move, those in which none was found; None when each has one.
    """

    measures: Mapping[str, Measure]
    findings: tuple[Finding, ...]
    calibration: Calibration | None = None
    quiet: Rate | None = None

    def value(self, measure: str, name: str) -> float | None:
        """Return a value of a measure by name; None when it was not measured.

        `move` also has `quiet` and `calibration`; the latter is 1 minus the expected error: more is better.
        """
        if measure == "move" and name == "quiet":
            return self.quiet.share if self.quiet else None
        if measure == "move" and name == "calibration":
            return 1 - self.calibration.error if self.calibration else None
        found = self.measures.get(measure)
        return found.value(name) if found else None


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
