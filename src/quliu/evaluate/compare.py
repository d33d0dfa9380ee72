"""Gains and losses between two runs over the same gold: what got right or wrong, claim by claim."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from quliu.evaluate.pairing import Pairings, Predicted
from quliu.evaluate.wire import JsonObject, as_object, get_list, read_rows
from quliu.model import Kind


class Change(StrEnum):
    """What became of a claim from the old run to the new one."""

    FOUND = "found"
    LOST = "lost"
    CLEARED = "cleared"
    WRONG = "wrong"

    @property
    def is_gain(self) -> bool:
        """Whether it is for the better."""
        return self in (Change.FOUND, Change.CLEARED)


@dataclass(frozen=True, slots=True)
class Difference:
    """A gold unit that only one run found, or a wrong guess that only one run made."""

    change: Change
    kind: Kind
    document: str
    what: str


def compare(old: Pairings, new: Pairings) -> tuple[Difference, ...]:
    """Return the differences by kind and document: found and lost gold, wrong guesses cleared and added."""
    return tuple(found for kind in new for found in _compare_kind(kind, old, new))


def _compare_kind(kind: Kind, old: Pairings, new: Pairings) -> Iterator[Difference]:
    for before, after in zip(old[kind], new[kind], strict=True):
        document = after.document.id
        right = [Counter(str(gold) for _, gold in one.pairs) for one in (before, after)]
        wrong = [Counter(map(str, one.extra)) for one in (before, after)]
        for change, whats in (
            (Change.FOUND, right[1] - right[0]),
            (Change.LOST, right[0] - right[1]),
            (Change.CLEARED, wrong[0] - wrong[1]),
            (Change.WRONG, wrong[1] - wrong[0]),
        ):
            yield from (Difference(change, kind, document, what) for what in sorted(whats.elements()))


def count_changes(differences: Iterable[Difference]) -> Mapping[str, Mapping[Change, int]]:
    """Return for each kind with a difference how many there are of each sort."""
    counts: dict[str, Counter[Change]] = {}
    for difference in differences:
        counts.setdefault(difference.kind.value, Counter())[difference.change] += 1
    return {kind: {change: found[change] for change in Change} for kind, found in counts.items()}


def load_predictions(path: Path) -> Predicted:
    """Read claims as `quliu extract` prints them, one document a line.

    Raises:
        InputError: the file cannot be read or a line is none; the message starts with `path:line:`.
    """
    return dict(read_rows(path, "predictions", _parse_claims))


def _parse_claims(raw: JsonObject) -> tuple[str, Sequence[JsonObject]]:
    return str(raw["id"]), [as_object(claim, "claims") for claim in get_list(raw, "claims")]


def save_predictions(path: Path, predicted: Predicted) -> None:
    """Write claims so that `load_predictions` and the scoring script read them."""
    rows = ({"id": document, "claims": list(claims)} for document, claims in predicted.items())
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    # Half a character, which a text may hold, becomes what JSON writes for it: \ud800.
    path.write_text("".join(lines), encoding="utf-8", errors="backslashreplace")
