"""One trigger that tells a move: what its half-moves have in common."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quliu.extract.frames.draft import Draft
from quliu.extract.frames.scene import Scene
from quliu.extract.units.unit import Unit
from quliu.model import Side


@dataclass(frozen=True, slots=True)
class Telling:
    """A trigger with its part of the sentence; makes the drafts of the people it tells of.

    Attributes:
        trigger: position of the telling word in the mask.
        start, end: the part of the mask that says it.
        rule, score: the device that reads it, and how sure it is (see `Draft`).
    """

    scene: Scene
    trigger: int
    start: int
    end: int
    rule: str
    score: float

    def told_by(self, rule: str, score: float, start: int | None = None) -> Telling:
        """Return the same trigger read by another device, which may say it from an earlier position on."""
        return replace(
            self, rule=rule, score=score, start=self.start if start is None else min(start, self.start)
        )

    def into(self, person: Unit, org: Unit | None, role: str | None, other: Unit | None = None) -> Draft:
        """Return the post that a person takes up; `other` held it before."""
        return self._half(Side.INTO, person, (org, role), other)

    def out(self, person: Unit, org: Unit | None, role: str | None, other: Unit | None = None) -> Draft:
        """Return the post that a person leaves; `other` holds it after."""
        return self._half(Side.OUT, person, (org, role), other)

    def _half(
        self, side: Side, person: Unit, post: tuple[Unit | None, str | None], other: Unit | None
    ) -> Draft:
        return Draft(
            person,
            side,
            *post,
            self.scene.sentence,
            self.start,
            self.end,
            self.trigger,
            self.rule,
            self.score,
            self.scene.time(self.trigger),
            other,
        )
