"""Drafts: half-moves as the frames propose them, before they are joined to claims."""

from __future__ import annotations

from dataclasses import dataclass

from quliu.extract.units.unit import Sentence, Unit
from quliu.model import Side


@dataclass(frozen=True, slots=True)
class Draft:
    """One side of a move, proposed by one trigger.

    Attributes:
        org: None when the text names none.
        start, end: the part of the sentence's mask that says it, trigger included.
        trigger: position of the trigger in the mask; drafts of one trigger belong together.
        rule: id of the frame and device that proposed it.
        score: 0..1, its author's guess of how often such drafts are right; `confidence` corrects it.
        doubled: the predicate names the person twice, as rewording does.
        other: the other person of a hand-over: predecessor of an `into`, successor of an `out`.
    """

    person: Unit
    side: Side
    org: Unit | None
    role: str | None
    sentence: Sentence
    start: int
    end: int
    trigger: int
    rule: str
    score: float
    time: Unit | None = None
    other: Unit | None = None
    doubled: bool = False
