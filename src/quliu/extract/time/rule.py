"""The form of a rule of the time grammar."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from quliu.extract.time.clock import Clock
from quliu.model import DateRange

Resolve = Callable[[re.Match[str], Clock], DateRange | None]


class NotATimeError(ValueError):
    """What matched a rule is no time at all: there is nothing to be found."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A regular expression and what its match means.

    Attributes:
        starts: every character that a match can begin with.
        vague: what it finds names no definite period.
        after: what it finds counts from the time told before; so does every match of a group named `rel`.
    """

    id: str
    starts: str
    pattern: str
    resolve: Resolve
    vague: bool = False
    after: bool = False
