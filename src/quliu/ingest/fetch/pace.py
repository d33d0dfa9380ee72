"""Waiting between requests to one host."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from quliu.errors import InputError

__all__ = ["Pace", "parse_wait"]

_MAX_DIGITS = 9


class Pace:
    """Knows when each host may be asked again."""

    def __init__(
        self, max_wait_seconds: float, clock: Callable[[], float], sleep: Callable[[float], None]
    ) -> None:
        self._max_wait = max_wait_seconds
        self._clock = clock
        self._sleep = sleep
        self._free_at: dict[str, float] = {}

    def wait(self, host: str, delay_seconds: float) -> None:
        """Wait until a host may be asked, and let the next one wait for this one.

        Raises:
            InputError: `retry-later`.
        """
        left = self._free_at.get(host, 0.0) - self._clock()
        if left > self._max_wait:
            message = f"{host} asked to be left alone for {left:,.0f} s; read it again after that"
            raise InputError("retry-later", message)
        if left > 0:
            self._sleep(left)
        self.hold(host, delay_seconds)

    def hold(self, host: str, seconds: float) -> None:
        """Do not ask a host for some time."""
        self._free_at[host] = max(self._free_at.get(host, 0.0), self._clock() + seconds)


def parse_wait(value: str | None, now: datetime) -> float | None:
    """Return the seconds of a Retry-After header; None where there is none that can be read."""
    value = (value or "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:_MAX_DIGITS])
    try:
        until = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - now).total_seconds())
