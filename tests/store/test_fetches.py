from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quliu.model import Fetch, Reject, Validator
from quliu.store import FetchMemory, Ledger, open_ledger

NOW = datetime(2025, 4, 2, 9, 0, tzinfo=UTC)
URL = "https://news.example/a_b"
KNOWN = Validator('"7"', "Wed, 02 Apr 2025 01:00:00 GMT")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(str(tmp_path / "ledger.db"), create=True) as opened:
        yield opened


def _fetch(status: int = 200, validator: Validator | None = KNOWN, source: str = URL) -> Fetch:
    return Fetch(source, URL, status, validator)


def _reject(ledger: Ledger, stage: str, source: str = URL) -> None:
    with ledger.write() as writer:
        writer.add_reject(Reject(source, stage, "timeout", "try again"), NOW)


def _sources(ledger: Ledger) -> list[str]:
    with ledger.read() as reader:
        return [reject.source for reject in reader.rejects()]


def test_only_what_is_saved_is_recalled(ledger: Ledger) -> None:
    memory = FetchMemory(ledger, "rules 1")
    memory.remember(_fetch())
    assert memory.recall(URL) is None
    assert memory.save(NOW) == 0
    assert memory.recall(URL) == KNOWN
    assert FetchMemory(ledger, "rules 1").recall(URL) == KNOWN


def test_what_is_read_in_another_way_is_asked_for_in_full(ledger: Ledger) -> None:
    memory = FetchMemory(ledger, "rules 1")
    memory.remember(_fetch())
    memory.save(NOW)
    assert FetchMemory(ledger, "rules 2").recall(URL) is None


def test_nothing_new_keeps_what_to_ask_with(ledger: Ledger) -> None:
    memory = FetchMemory(ledger, "rules 1")
    for fetch in (_fetch(), _fetch(304, None)):
        memory.remember(fetch)
    assert memory.save(NOW) == 1
    assert memory.save(NOW) == 0
    assert memory.recall(URL) == KNOWN


def test_the_newest_answer_counts(ledger: Ledger) -> None:
    memory = FetchMemory(ledger, "rules 1")
    for fetch in (_fetch(), _fetch(validator=None)):
        memory.remember(fetch)
        memory.save(NOW)
    assert memory.recall(URL) == Validator()


@pytest.mark.parametrize("status", [200, 304])
def test_what_was_got_is_no_reject_any_more(ledger: Ledger, status: int) -> None:
    short = "https://news.example/s"
    for source in (short, "https://news.example/other"):
        _reject(ledger, "ingest", source)
    memory = FetchMemory(ledger, "rules 1")
    memory.remember(_fetch(status, source=short))
    memory.save(NOW)
    assert _sources(ledger) == ["https://news.example/other"]


@pytest.mark.parametrize(
    ("source", "known"), [(URL, None), (f"{URL}!2", None), (URL.replace("_", "x"), KNOWN)]
)
def test_what_broke_the_engine_is_asked_for_again(
    ledger: Ledger, source: str, known: Validator | None
) -> None:
    _reject(ledger, "extract", source)
    memory = FetchMemory(ledger, "rules 1")
    memory.remember(_fetch())
    memory.save(NOW)
    assert memory.recall(URL) == known
    assert _sources(ledger) == [source]
