"""Whether one text is a copy or a rewording of another: a pure function of the two, the same both ways."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from quliu.stories.fingerprint import Fingerprint

__all__ = ["Likeness", "LikenessKind", "compare"]

# Chosen on the half of `tests/stories` that is for choosing; the other half is for measuring.
_COPIED = 0.5  # of the shingles of the shorter text
_REWORDED_SHINGLES = 0.2
_REWORDED_CONTENT = 0.5
_LEAST_SHINGLES = 30  # below this a text is a headline, and headlines are alike by chance
_LEAST_CONTENT = 8
_SHORTEST = 0.25
"""How much of the longer text the shorter must have: a digest of ten stories is no copy of each of them."""


class LikenessKind(StrEnum):
    """How two texts are alike."""

    COPY = "copy"
    REWORDING = "rewording"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two texts are.

    Attributes:
        kind: copy or rewording.
        shingles: share of the shorter text's shingles that the other has, 0..1.
        content: the same of its content.
    """

    kind: LikenessKind
    shingles: float
    content: float


def compare(one: Fingerprint, other: Fingerprint) -> Likeness | None:
    """Return how two texts are alike; None where they are not of one story."""
    sizes = sorted((len(one.shingles), len(other.shingles)))
    if sizes[0] < _LEAST_SHINGLES or sizes[0] < _SHORTEST * sizes[1]:
        return None
    shingles = _share(one.shingles, other.shingles)
    content = _share(one.content, other.content)
    if shingles >= _COPIED:
        return Likeness(LikenessKind.COPY, shingles, content)
    enough = min(len(one.content), len(other.content)) >= _LEAST_CONTENT
    if enough and shingles >= _REWORDED_SHINGLES and content >= _REWORDED_CONTENT:
        return Likeness(LikenessKind.REWORDING, shingles, content)
    return None


def _share(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0
