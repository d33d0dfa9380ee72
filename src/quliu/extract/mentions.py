"""From units of the reading text to mentions and dates of the original."""

from __future__ import annotations

from datetime import date

from quliu.extract.units.unit import Unit
from quliu.model import Mention, ReadSpan, When
from quliu.text.reading import Reading


def to_mention(unit: Unit, reading: Reading) -> Mention:
    """Return a unit as a mention with the characters of the original text."""
    span = reading.to_original(unit.named)
    return Mention(unit.name, span.slice(reading.original), span)


def to_when(unit: Unit | None, reading: Reading, anchor: date | None) -> When | None:
    """Return what a time unit means, with the characters of the original text."""
    if unit is None or unit.time is None:
        return None
    span = reading.to_original(ReadSpan(unit.span.start, unit.span.end))
    return When(unit.time.range, span.slice(reading.original), span, anchor, unit.time.rule, unit.time.vague)
