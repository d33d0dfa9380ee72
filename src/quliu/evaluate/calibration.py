"""Whether the confidence of half-moves keeps its word: of those at 0.8, are 8 in 10 right?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quliu.evaluate.pairing import GuessUnit, Pairing
from quliu.evaluate.report import Bin, Calibration

_BINS = 10


def calibrate(moves: Iterable[Pairing]) -> Calibration | None:
    """Return the calibration over ten bins of equal width; None when no guess has a confidence.

    A guess is right when it is matched with obligatory gold and wrong when it is extra. Matches with optional
    gold and second guesses of one thing are neither, as in the other measures.
    """
    judged = sorted(_judge(moves))
    bins = (_bin(index, [found for found in judged if _place(found[0]) == index]) for index in range(_BINS))
    filled = tuple(found for found in bins if found.guesses)
    return Calibration(filled) if filled else None


def _judge(moves: Iterable[Pairing]) -> Iterator[tuple[float, bool]]:
    for one in moves:
        units: list[tuple[GuessUnit, bool]] = [(guess, True) for guess, _ in one.pairs]
        units += [(guess, False) for guess in one.extra]
        for unit, right in units:
            if unit.guess.confidence is not None:
                yield unit.guess.confidence, right


def _place(confidence: float) -> int:
    return min(_BINS - 1, max(0, int(confidence * _BINS + 1e-9)))


def _bin(index: int, found: list[tuple[float, bool]]) -> Bin:
    mean = sum(confidence for confidence, _ in found) / len(found) if found else 0.0
    right = sum(right for _, right in found)
    return Bin(index / _BINS, (index + 1) / _BINS, len(found), right, mean)
