"""The shapes that fusion yields: a person's moves and tenures, each with the claims that bear on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from quliu.model import ClaimId, DateRange, Entity, EntityId, Status, Tenure

MoveId = NewType("MoveId", str)


@dataclass(frozen=True, slots=True)
class FusedPost:
    """One side of a fused move.

    Attributes:
        org: the most specific organisation a source names; None when none does.
        org_name: its name to show; None exactly when `org` is.
        parent: what `org` is part of, when known.
        role: the best supported role; None when no source gives one.
        roles: every role given, sorted.
    """

    org: EntityId | None
    org_name: str | None
    parent: EntityId | None
    role: str | None
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StatusStep:
    """What one claim made of a move, and since when that was known."""

    known_on: date
    status: Status
    claim: ClaimId


@dataclass(frozen=True, slots=True)
class FusedMove:
    """One move as it happened, told by one or more claims.

    Attributes:
        when: the days on which it may have happened, as the best supported sources say; never after the day a
            source first reported it as done. `DateRange()` when nothing is known.
        other_whens: what disagreeing sources say instead, sorted; empty when all agree.
        status: the strongest status among the claims for it; `denied` or `negated` when there are none.
        history: every claim's status, in the order it became known.
        belief: 0..1, see `fuse.belief`.
        claims: ids of the claims for it, sorted.
        against: ids of the claims that deny it, sorted.
        known_on: the day it was first known.
    """

    id: MoveId
    person: EntityId
    out: FusedPost | None
    into: FusedPost | None
    when: DateRange
    other_whens: tuple[DateRange, ...]
    status: Status
    history: tuple[StatusStep, ...]
    belief: float
    claims: tuple[ClaimId, ...]
    against: tuple[ClaimId, ...]
    known_on: date

    @property
    def is_disputed(self) -> bool:
        """Whether some claims tell of it and others deny it."""
        return bool(self.claims) and bool(self.against)


@dataclass(frozen=True, slots=True)
class Career:
    """What the sources say of one person's posts, both parts in order of time."""

    person: Entity
    tenures: tuple[Tenure, ...] = ()
    moves: tuple[FusedMove, ...] = ()
