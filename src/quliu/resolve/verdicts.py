"""What the judgements at hand decide: the newest on a pair of keys, or on a claim, counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from quliu.model import ClaimId, Judgement, JudgementId, Verdict

_PAIRWISE = frozenset({Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE})
_ON_CLAIMS = frozenset({Verdict.ACCEPT, Verdict.REJECT})

KeyPair = tuple[str, str]
"""Two identity keys in order."""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The standing judgement of each pair of identity keys, the newest first."""

    by_pair: dict[KeyPair, Judgement]

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> Verdicts:
        """Keep the newest judgement of every pair; a key paired with itself says nothing."""
        newest: dict[KeyPair, Judgement] = {}
        for judgement in sorted(judgements, key=_age, reverse=True):
            pair = key_pair(judgement.subject, judgement.object or judgement.subject)
            if judgement.verdict in _PAIRWISE and pair[0] != pair[1]:
                newest.setdefault(pair, judgement)
        return cls(newest)

    @property
    def keys(self) -> frozenset[str]:
        """Every key that a standing judgement names."""
        return frozenset(key for pair in self.by_pair for key in pair)

    def parted(self, left: Iterable[str], right: Iterable[str]) -> bool:
        """Tell whether a standing `different` or `unsure` keeps two groups of keys apart."""
        if not self.by_pair:
            return False
        others = tuple(right)
        pairs = (key_pair(a, b) for a in left for b in others)
        standing = (self.by_pair.get(pair) for pair in pairs)
        return any(found is not None and found.verdict is not Verdict.SAME for found in standing)


def key_pair(left: str, right: str) -> KeyPair:
    """Return two keys in order, so that a pair has one form."""
    return (left, right) if left <= right else (right, left)


def rejected_claims(judgements: Iterable[Judgement]) -> frozenset[ClaimId]:
    """Return the claims that stand rejected; leave these out before resolving."""
    newest: dict[str, Judgement] = {}
    for judgement in sorted(judgements, key=_age, reverse=True):
        if judgement.verdict in _ON_CLAIMS:
            newest.setdefault(judgement.subject, judgement)
    return frozenset(ClaimId(claim) for claim, last in newest.items() if last.verdict is Verdict.REJECT)


def _age(judgement: Judgement) -> tuple[datetime, JudgementId]:
    return judgement.made_at, judgement.id
