"""Addresses through the whole pipeline: nothing is taken for known before it is recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from quliu.ingest.fetch.settings import FetchSettings
from quliu.ingest.read import ReadOptions
from quliu.lexicon import Lexicon, load_lexicon
from quliu.model import Claim, Document
from quliu.pipeline import Engine, ReadReport, Tools, read_into
from quliu.store import Ledger, open_ledger
from tests.ingest.fetch.server import Reply, Request, Site, page, serve
from tests.store.builders import NOW, read_sentences

OPTIONS = ReadOptions(web=FetchSettings(allow_private=True, delay_seconds=0))
Extract = Callable[[Document], Sequence[Claim]]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(str(tmp_path / "ledger.db"), create=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture
def site() -> Iterator[Site]:
    def answer(request: Request) -> Reply:
        return Reply(status=304) if "If-None-Match" in request.headers else page(ETag='"7"')

    with serve() as started:
        started.routes["/"] = answer
        yield started


def _tools(lexicon: Lexicon, extract: Extract = read_sentences, version: str = "1") -> Tools:
    return Tools(lexicon, Engine("test", version, extract), clock=lambda: NOW, batch_items=1)


def _read(ledger: Ledger, site: Site, tools: Tools) -> ReadReport:
    return read_into(ledger, [site.url()], OPTIONS, tools)


def test_what_has_not_changed_is_known(ledger: Ledger, lexicon: Lexicon, site: Site) -> None:
    first = _read(ledger, site, _tools(lexicon))
    again = _read(ledger, site, _tools(lexicon))
    assert (first.read, first.known) == (1, 0)
    assert (again.read, again.known, again.rejected) == (0, 1, 0)


def test_a_newer_engine_reads_it_all(ledger: Ledger, lexicon: Lexicon, site: Site) -> None:
    _read(ledger, site, _tools(lexicon, lambda _: ()))
    _read(ledger, site, _tools(lexicon, version="2"))
    assert "If-None-Match" not in site.requests[-1].headers


def test_what_broke_the_engine_is_read_again(ledger: Ledger, lexicon: Lexicon, site: Site) -> None:
    def fail(_: Document) -> Sequence[Claim]:
        raise ValueError

    assert _read(ledger, site, _tools(lexicon, fail)).rejected == 1
    again = _read(ledger, site, _tools(lexicon))
    assert "If-None-Match" not in site.requests[-1].headers
    assert (again.known, again.rejected) == (1, 0)


def test_a_run_that_ends_before_it_recorded(ledger: Ledger, lexicon: Lexicon, site: Site) -> None:
    def stop(_: Document) -> Sequence[Claim]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _read(ledger, site, _tools(lexicon, stop))
    assert _read(ledger, site, _tools(lexicon)).read == 1
