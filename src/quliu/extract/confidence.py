"""How far to trust a rule: the share of its half-moves that were right on the training passages.

The counts are learned by `tools/learn_rules.py`; a rule seen seldom leans on the score its author gave it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from quliu.extract.names import read_data
from quliu.model import Side

_PRIOR_WEIGHT = 4.0  # how many imagined half-moves the author's score weighs


@dataclass(frozen=True, slots=True)
class RuleRecord:
    """How often a rule's half-moves were right and wrong."""

    right: int
    wrong: int


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Records by side and rule."""

    records: Mapping[tuple[str, str], RuleRecord]

    def confidence(self, side: Side, rule: str, score: float) -> float:
        """Return 0..1, the smoothed share of right half-moves; `score` is the author's own."""
        record = self.records.get((side.value, rule), RuleRecord(0, 0))
        seen = record.right + record.wrong
        return (record.right + _PRIOR_WEIGHT * score) / (seen + _PRIOR_WEIGHT)


@cache
def load_rules() -> RuleBook:
    """Return the learned records."""
    rows = (line.split("\t") for line in read_data("rules.tsv").splitlines())
    return RuleBook({(side, rule): RuleRecord(int(right), int(wrong)) for side, rule, right, wrong in rows})
