"""Addresses to Documents: the page or feed behind one and, where that is wanted, what it names."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import IO, BinaryIO, cast

from quliu.errors import InputError
from quliu.ingest.fetch.fetcher import Answer, Fetcher
from quliu.ingest.fetch.links import entry_link, kind_of
from quliu.ingest.fetch.settings import shown_url
from quliu.ingest.formats.part import Hints
from quliu.ingest.formats.sitemap import sitemap_urls
from quliu.ingest.formats.sniff import Kind
from quliu.ingest.options import ReadOptions
from quliu.ingest.stream import Stream
from quliu.model import Fetch
from quliu.model.incoming import Incoming, Reject

__all__ = ["read_url"]

_log = logging.getLogger(__name__)

# An index of sitemaps, a sitemap, its pages.
_MAX_DEPTH = 2
_FEEDS = frozenset({Kind.FEED, Kind.JSON})


def read_url(source: str, options: ReadOptions, fetcher: Fetcher) -> Iterator[Incoming | Reject]:
    """Yield a document or a reject for each text behind an address, in order."""
    return _Journey(source, options, fetcher).read()


class _Journey:
    """The way from one given address through what it names, breadth first."""

    def __init__(self, source: str, options: ReadOptions, fetcher: Fetcher) -> None:
        self._source = source
        self._options = options
        self._fetcher = fetcher
        self._waiting = deque([(source, 0)])
        self._seen = {source}
        self._lists: list[Fetch] = []
        self._is_sound = True

    def read(self) -> Iterator[Incoming | Reject]:
        while self._waiting:
            address, depth = self._waiting.popleft()
            for outcome in self._visit(address, depth):
                self._is_sound = self._is_sound and isinstance(outcome, Incoming)
                yield outcome
        named, limit = len(self._seen) - 1, self._options.web.max_links
        if named > limit:
            message = f"it names {named:,} addresses, of which the first {limit:,} were read; name the others"
            yield _reject(self._source, "too-many-links", message)
            return
        for fetch in self._lists:
            # A list that is known is not gone through again; it must be while something in it is missing.
            self._remember(fetch if self._is_sound else replace(fetch, validator=None))

    def _visit(self, address: str, depth: int) -> Iterator[Incoming | Reject]:
        try:
            answer = self._fetcher.fetch(address)
            fetch = Fetch(shown_url(address), answer.url, answer.status, answer.validator)
            if answer.body is None:
                self._remember(fetch)
                return
            with answer.body as body:
                kind = kind_of(body) if self._options.web.follow and depth <= _MAX_DEPTH else Kind.TEXT
                if kind is Kind.SITEMAP:
                    self._follow_sitemap(body, fetch, depth)
                else:
                    yield from self._read(address, answer, body, is_feed=kind in _FEEDS)
        except InputError as error:
            yield _reject(address, error.code, str(error))
        except Exception:
            # A server answered what nobody thought of; the run must go on and the address must not disappear.
            _log.exception("stage=ingest source=%s", shown_url(address))
            yield _reject(
                address, "failed", "reading it failed (see the log); save the page and read the file"
            )

    def _follow_sitemap(self, body: IO[bytes], fetch: Fetch, depth: int) -> None:
        links = sitemap_urls(body.read())
        if not links:
            raise InputError("empty", "it lists no address; read pages themselves")
        self._lists.append(fetch)
        self._add(links, depth + 1)

    def _read(
        self, address: str, answer: Answer, body: IO[bytes], *, is_feed: bool
    ) -> Iterator[Incoming | Reject]:
        """Read a body; what a feed names is read besides its entries, which may tell more or less."""
        source = shown_url(address)
        hints = Hints(url=answer.url, charset=answer.charset, fetched_on=answer.fetched_on)
        is_sound = True
        links: list[str] = []
        for outcome in Stream(source, cast(BinaryIO, body), self._options, hints=hints).read():
            is_sound = is_sound and isinstance(outcome, Incoming)
            link = entry_link(outcome.source, source, answer.url) if is_feed else None
            links += [link] if link else []
            yield _advised(outcome)
        if self._options.watch is not None:
            self._options.watch.end(source)
        fetch = Fetch(source, answer.url, answer.status, answer.validator)
        if links:
            self._lists.append(fetch)
            self._add(links, _MAX_DEPTH + 1)
        elif is_sound:
            self._remember(fetch)

    def _add(self, links: Iterable[str], depth: int) -> None:
        for link in links:
            if link not in self._seen:
                self._seen.add(link)
                if len(self._seen) <= self._options.web.max_links + 1:
                    self._waiting.append((link, depth))

    def _remember(self, fetch: Fetch) -> None:
        if self._options.web.validators is not None:
            self._options.web.validators.remember(fetch)


def _advised(outcome: Incoming | Reject) -> Incoming | Reject:
    if isinstance(outcome, Reject) and outcome.code == "sitemap":
        return replace(outcome, message=f"{outcome.message}; with --follow they are read")
    return outcome


def _reject(address: str, code: str, message: str) -> Reject:
    return Reject(shown_url(address), "ingest", code, message)
