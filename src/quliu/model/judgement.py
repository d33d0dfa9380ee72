"""Judgements: append-only, reversible decisions about identity and about claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

JudgementId = NewType("JudgementId", int)


class Verdict(StrEnum):
    """What a judgement decides about its subject (and object)."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    ACCEPT = "accept"
    REJECT = "reject"
    ERASE = "erase"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision. The newest on a pair counts; older ones stay for audit.

    Attributes:
        subject: an identity key (`resolve.identity`) or a claim id.
        object: the second key of same/different/unsure, else None.
        author: who decided: a person's name, or `engine`.
        reason: why, in words.
        score: 0..1, how sure the author was.
        made_at: UTC instant.
    """

    id: JudgementId
    verdict: Verdict
    subject: str
    object: str | None
    author: str
    reason: str
    score: float
    made_at: datetime
