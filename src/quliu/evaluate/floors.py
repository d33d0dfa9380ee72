"""Floors: the scores below which quality must not fall, kept in a committed JSON file.

The file maps the name of a gold file to measures and their floors: `{"dev.jsonl": {"move": {"f1": 0.62}}}`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from quliu.errors import InputError, UsageError
from quliu.evaluate.report import OTHERS, RATES, Report
from quliu.evaluate.wire import as_object

_VALUES = ("p", "r", "f1", *RATES, "quiet", "calibration")


@dataclass(frozen=True, slots=True)
class Floor:
    """The least that a value of a measure may be, 0..1."""

    measure: str
    value: str
    least: float


@dataclass(frozen=True, slots=True)
class Breach:
    """A floor that was not held; `actual` is None when the value was not measured at all."""

    floor: Floor
    actual: float | None

    def __str__(self) -> str:
        actual = "not measured" if self.actual is None else f"{self.actual:.4f}"
        return f"{self.floor.measure} {self.floor.value}: {actual}, the floor is {self.floor.least:.4f}"


def load_floors(path: Path, gold: str) -> tuple[Floor, ...]:
    """Return the floors of one gold file, named as in the file of floors.

    Raises:
        InputError: the file cannot be read or is not a file of floors.
        UsageError: it holds no floors for this gold file.
    """
    try:
        raw = as_object(json.loads(path.read_text(encoding="utf-8")), str(path))
    except (OSError, ValueError) as error:
        raise InputError("floors", f"{path}: {error}") from error
    if gold not in raw:
        raise UsageError(f"{path} holds no floors for {gold}; it has {', '.join(raw) or 'none'}")
    measures = as_object(raw[gold], gold)
    return tuple(
        _parse_floor(measure, value, least)
        for measure, floors in measures.items()
        for value, least in as_object(floors, measure).items()
    )


def check_floors(report: Report, floors: Iterable[Floor]) -> list[Breach]:
    """Return the floors that the report does not hold, in the order given."""
    actuals = ((floor, _actual(report, floor)) for floor in floors)
    return [Breach(floor, actual) for floor, actual in actuals if actual is None or actual < floor.least]


def raise_floors(path: Path, gold: str, report: Report) -> tuple[Floor, ...]:
    """Lift the floors of one gold file to what the report reached, two decimals, and save the file.

    Floors only rise: one that the report exceeds by less than a hundredth stays, and nothing is saved when
    one is not held. Kinds that were scored and have no floor yet get one for their F1.

    Returns:
        The floors that are higher now than before, or new.

    Raises:
        InputError, UsageError: as `load_floors`.
        UsageError: a floor is not held.
    """
    before = load_floors(path, gold)
    if breaches := check_floors(report, before):
        raise UsageError(f"floors only rise; not held: {'; '.join(map(str, breaches))}")
    known = {floor.measure for floor in before}
    new = (Floor(name, "f1", 0.0) for name in report.measures if name not in known and name != OTHERS)
    raised = tuple(
        Floor(floor.measure, floor.value, reached)
        for floor in (*before, *new)
        if (reached := _reached(report, floor)) > floor.least
    )
    if raised:
        _save_raised(path, gold, raised)
    return raised


def _reached(report: Report, floor: Floor) -> float:
    return math.floor(100 * (_actual(report, floor) or 0.0) + 1e-9) / 100


def _save_raised(path: Path, gold: str, raised: Iterable[Floor]) -> None:
    raw = json.loads(path.read_text(encoding="utf-8"))
    for floor in raised:
        raw[gold].setdefault(floor.measure, {})[floor.value] = floor.least
    path.write_text(json.dumps(raw, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _parse_floor(measure: str, value: str, least: object) -> Floor:
    if value not in _VALUES or not isinstance(least, int | float):
        raise InputError("floors", f"{measure} {value}: one of {', '.join(_VALUES)} with a number is wanted")
    return Floor(measure, value, float(least))


def _actual(report: Report, floor: Floor) -> float | None:
    """Return the value to four places, as reports show it, so that a floor copied from a report is held."""
    value = report.value(floor.measure, floor.value)
    return None if value is None else round(value, 4)
