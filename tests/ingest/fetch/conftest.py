from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from quliu.ingest.fetch.fetcher import Fetcher, Surroundings
from quliu.ingest.fetch.settings import FetchSettings
from quliu.model import Fetch, Validator
from tests.ingest.fetch.server import Site, serve

PRIVATE = FetchSettings(allow_private=True)
NOW = datetime(2025, 4, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as started:
        yield started


@dataclass
class Time:
    """A clock that only sleeping moves."""

    seconds: float = 0.0
    naps: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.naps.append(seconds)
        self.seconds += seconds


@pytest.fixture
def time() -> Time:
    return Time()


@dataclass
class Memory:
    known: dict[str, Validator] = field(default_factory=dict)
    fetches: list[Fetch] = field(default_factory=list)

    def recall(self, url: str) -> Validator | None:
        return self.known.get(url)

    def remember(self, fetch: Fetch) -> None:
        self.fetches.append(fetch)
        if fetch.validator is not None:
            self.known[fetch.url] = fetch.validator


def loopback(host: str, port: int) -> tuple[str, ...]:
    return ("127.0.0.1",)


MakeFetcher = Callable[..., Fetcher]


@pytest.fixture
def make_fetcher(time: Time) -> Iterator[MakeFetcher]:
    """Return a function that makes a fetcher on which all names lead to the server of the test."""
    made: list[Fetcher] = []

    def make(settings: FetchSettings = PRIVATE, **around: Any) -> Fetcher:
        known: dict[str, Any] = {
            "resolver": loopback,
            "clock": lambda: time.seconds,
            "sleep": time.sleep,
            "now": lambda: NOW,
            **around,
        }
        made.append(Fetcher(settings, Surroundings(**known)))
        return made[-1]

    yield make
    for fetcher in made:
        fetcher.close()
