"""Tenures: a person in a post, with an uncertain start, an uncertain end and the claims for and against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from quliu.model.claim import ClaimId, Status
from quliu.model.entity import EntityId
from quliu.model.when import Certainty, DateRange

TenureId = NewType("TenureId", str)


class Stance(StrEnum):
    """How a claim bears on a tenure."""

    STARTS = "starts"
    ENDS = "ends"
    HOLDS = "holds"
    AGAINST = "against"


@dataclass(frozen=True, slots=True)
class Support:
    """A claim that bears on a tenure, and how."""

    claim: ClaimId
    stance: Stance


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person in a post. A return to an employer is a new tenure.

    Attributes:
        org: None when no source names one.
        org_name: its name to show; None exactly when `org` is.
        parent: what the organisation is part of, when known.
        start: the days on which it may have begun; None when no source tells of a beginning.
        end: the days on which it may have ended (first day out of the post); None when no source tells
            of an end.
        attested: the days between the first and the last on which a source places the person in the post.
        status: the strongest status among the claims for it.
        belief: 0..1, see `fuse.belief`.
    """

    id: TenureId
    person: EntityId
    org: EntityId | None
    org_name: str | None
    parent: EntityId | None
    role: str | None
    start: DateRange | None
    end: DateRange | None
    attested: DateRange | None
    status: Status
    belief: float
    supports: tuple[Support, ...]

    def holds_on(self, day: date) -> Certainty:
        """Tell whether the person was in the post on a day, as far as the sources say."""
        if self._surely_before(day) or self._surely_after(day):
            return Certainty.NO
        if self._surely_begun(day) and self._surely_not_over(day):
            return Certainty.YES
        return Certainty.POSSIBLY

    def _surely_before(self, day: date) -> bool:
        return self.start is not None and day < self.start.first

    def _surely_after(self, day: date) -> bool:
        return self.end is not None and day >= self.end.last

    def _surely_begun(self, day: date) -> bool:
        begun = self.start is not None and self.start.last <= day
        seen = self.attested is not None and self.attested.start is not None and self.attested.start <= day
        return begun or seen

    def _surely_not_over(self, day: date) -> bool:
        if self.end is not None:
            return day < self.end.first
        return self.attested is not None and day <= self.attested.last
