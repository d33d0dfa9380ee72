"""The engine on several cores: documents out to worker processes, claims back in the same order."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import Connection
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
            with _held_interrupts():
                # Not by `map`, which cancels what is left on Ctrl-C: executors of Python 3.11 break on that.
                found = [
                    self._executor.submit(_extract_all, documents[start : start + share])
                    for start in range(0, len(documents), share)
                ]
            return [claims for future in found for claims in future.result()]
        except BrokenProcessPool:
            _log.exception("stage=extract a worker process died; documents=%d", len(documents))
            self._lifeline.close()
            self._executor = self._make()
            return [None] * len(documents)

    def start(self) -> list[int]:
        """Start the workers now rather than with the first documents; return the ids of their processes."""
        with _held_interrupts():
            pids = self._executor.map(_pid, range(self._jobs))
        return sorted(set(pids))

    def __enter__(self) -> ExtractorPool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            self._lifeline.close()  # what the workers are at is of no use to anybody
        self._executor.shutdown()
        self._lifeline.close()

    def _make(self) -> ProcessPoolExecutor:
        # Spawned, not forked: a progress bar has a thread, and a fork copies its locks as they are.
        context = multiprocessing.get_context("spawn")
        lifeline, self._lifeline = context.Pipe(duplex=False)
        arguments = (self._load, lifeline)
        return ProcessPoolExecutor(self._jobs, context, initializer=_prepare, initargs=arguments)


@contextmanager
def _held_interrupts() -> Iterator[None]:
    """Hold back Ctrl-C while workers start: it reaches every process, and they inherit that they get none."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _prepare(load: Callable[[], Lexicon], lifeline: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, args=(lifeline,), daemon=True).start()
    _engine.append(Extractor(load()))


def _end_with_parent(lifeline: Connection) -> None:
    """Wait until the other end is closed, by the parent or because it died; nobody waits for answers then."""
    lifeline.poll(None)
    os._exit(1)


def _pid(_: int) -> int:
    return os.getpid()


def _extract_all(documents: Sequence[Document]) -> list[Claims | None]:
    return [_extract(document) for document in documents]


def _extract(document: Document) -> Claims | None:
    try:
        return _engine[0].extract(document)
    except Exception:
        _log.exception("stage=extract doc_id=%s", document.id)
        return None
