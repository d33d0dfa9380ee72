"""A verb that tells of a move, and who it is said of: what the readers of such verbs have in common."""

from __future__ import annotations

from dataclasses import dataclass

from quliu.extract.frames.apposition import Apposition
from quliu.extract.frames.scene import Scene
from quliu.extract.frames.telling import Telling
from quliu.extract.units.unit import Unit


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb where it stands, and who it is said of.

    Attributes:
        start, end: the verb in the mask.
        people: who it is said of; nobody when that is unclear.
        how, at: by which device they were found, and where the first of them, or what stands for them, is.
    """

    scene: Scene
    start: int
    end: int
    people: tuple[Unit, ...]
    how: str
    at: int

    @property
    def verb(self) -> str:
        """The verb itself."""
        return self.scene.mask[self.start : self.end]

    @property
    def clause(self) -> tuple[int, int]:
        """The clause that holds the verb."""
        return self.scene.clause(self.start)

    @property
    def left(self) -> str:
        """What stands before the verb in its clause."""
        return self.scene.mask[self.clause[0] : self.start]

    def beside(self, person: Unit) -> Apposition | None:
        """Return what stands beside one of the people."""
        return self.scene.beside(person, self.at)

    def telling(self, stop: int, rule: str, score: float) -> Telling:
        """Return the telling that reaches from the people to `stop`."""
        return Telling(self.scene, self.start, min(self.at, self.start), stop, rule, score)
