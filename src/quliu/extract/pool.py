"""The engine on several cores: documents out to worker processes, claims back in the same order."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType

from quliu.extract.engine import Extractor
from quliu.lexicon import Lexicon
from quliu.model import Claim, Document

__all__ = ["ExtractorPool"]

_log = logging.getLogger(__name__)

_SHARES = 4  # of the documents a worker gets at a time: few, for little overhead; several, for an even load
_engine: list[Extractor] = []  # of a worker process; compiled once when it starts

Claims = tuple[Claim, ...]


class ExtractorPool:
    """Worker processes that each hold an engine; a context manager that ends them."""

    def __init__(self, load: Callable[[], Lexicon], jobs: int) -> None:
        """Make ready to start `jobs` workers, each of which calls `load`; they start with the first documents.

        `load` is a function of a module, with its arguments bound by `functools.partial` if it has any.
        """
        self._load = load
        self._jobs = jobs
        self._executor = self._make()

    def extract_all(self, documents: Sequence[Document]) -> list[Claims | None]:
        """Return the claims of each document, in the same order; None for one that the engine broke on.

        A worker that dies takes its documents with it: they come back as None and a new one is started.
        """
        share = max(1, len(documents) // (_SHARES * self._jobs))
        try:
            return list(self._executor.map(_extract, documents, chunksize=share))
        except BrokenProcessPool:
            _log.exception("stage=extract a worker process died; documents=%d", len(documents))
            self._executor = self._make()
            return [None] * len(documents)

    def start(self) -> list[int]:
        """Start the workers now rather than with the first documents; return the ids of their processes."""
        pids = self._executor.map(_pid, range(self._jobs))
        return sorted(set(pids))

    def __enter__(self) -> ExtractorPool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._executor.shutdown(wait=error is None, cancel_futures=True)

    def _make(self) -> ProcessPoolExecutor:
        # Spawned, not forked: a progress bar has a thread, and a fork copies its locks as they are.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self._jobs, context, initializer=_prepare, initargs=(self._load,))


def _prepare(load: Callable[[], Lexicon]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process; the parent ends the workers
    _engine.append(Extractor(load()))


def _pid(_: int) -> int:
    return os.getpid()


def _extract(document: Document) -> Claims | None:
    try:
        return _engine[0].extract(document)
    except Exception:
        _log.exception("stage=extract doc_id=%s", document.id)
        return None
