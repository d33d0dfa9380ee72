"""Column types that the model needs and databases do not have in common."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator

from quliu.model import DateRange

__all__ = ["Days", "DaysList", "Instant", "Texts"]


class Instant(TypeDecorator[datetime]):
    """A UTC instant; a naive one is a mistake."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store it without its zone, which is always UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give it its zone back."""
        return None if value is None else value.replace(tzinfo=UTC)


class Days(TypeDecorator[DateRange]):
    """A range of days as `START/END`, a side empty where it is open; NULL is no range at all."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: DateRange | None, dialect: Dialect) -> str | None:
        """Return the text of a range."""
        return None if value is None else _days_to_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> DateRange | None:
        """Return the range of a text."""
        return None if value is None else _days_from_text(value)


class DaysList(TypeDecorator[tuple[DateRange, ...]]):
    """Several ranges of days, in order."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[DateRange, ...] | None, dialect: Dialect) -> str:
        """Return the texts of the ranges, one a space apart."""
        return " ".join(_days_to_text(days) for days in value or ())

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[DateRange, ...]:
        """Return the ranges of a text."""
        return tuple(_days_from_text(part) for part in (value or "").split())


class Texts(TypeDecorator[tuple[str, ...]]):
    """Several texts, in order."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str:
        """Return them as a JSON list."""
        return json.dumps(value or (), ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:
        """Return the texts of a JSON list."""
        return tuple(json.loads(value or "[]"))


def _days_to_text(days: DateRange) -> str:
    return f"{days.start or ''}/{days.end or ''}"


def _days_from_text(text: str) -> DateRange:
    start, _, end = text.partition("/")
    return DateRange(_day(start), _day(end))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
