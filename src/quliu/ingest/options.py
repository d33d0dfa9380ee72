"""What the user says about the sources that are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from quliu.ingest.fetch.settings import FetchSettings
from quliu.ingest.watch import Watch

__all__ = ["MAX_BYTES", "ReadOptions"]

MAX_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Options of one reading; what is given here overrides what sources say.

    Attributes:
        published_on: the day all of it was published.
        publisher: the outlet of all of it.
        url: the address of all of it.
        max_bytes: the size above which one text is rejected, in UTF-8.
        may_tell: tells whether a text may hold something worth reading; web pages on which it says no are
            read fast rather than carefully. None reads all of them carefully.
        web: how addresses on the web are read.
        watch: notes how far reading is.
    """

    published_on: date | None = None
    publisher: str | None = None
    url: str | None = None
    max_bytes: int = MAX_BYTES
    may_tell: Callable[[str], bool] | None = None
    web: FetchSettings = field(default_factory=FetchSettings)
    watch: Watch | None = field(default=None, compare=False)
