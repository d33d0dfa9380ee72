"""Sources to Documents, one at a time: files, folders, standard input and addresses on the web.

Nothing that is wrong with one source or line stops the rest.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from quliu.errors import InputError
from quliu.ingest.fetch.settings import has_scheme, shown_url
from quliu.ingest.formats.extras import need
from quliu.ingest.options import ReadOptions
from quliu.ingest.stream import Stream
from quliu.model.incoming import Incoming, Reject

if TYPE_CHECKING:
    from quliu.ingest.fetch.fetcher import Fetcher

__all__ = ["ReadOptions", "count_bytes", "read_sources"]

Identity = tuple[int, int]


def read_sources(
    sources: Iterable[str], options: ReadOptions, stdin: BinaryIO | None = None
) -> Iterator[Incoming | Reject]:
    """Yield a document or a reject for each text in the sources, in order.

    Args:
        sources: paths of files and folders, addresses on the web; `-` is standard input.
        options: what is known of all of them.
        stdin: the stream that `-` means.
    """
    web = _Web(options)
    try:
        for source in sources:
            if source == "-":
                yield from _read_stdin(stdin, options)
            elif has_scheme(source):
                yield from web.read(source)
            else:
                yield from _read_path(source, options)
    finally:
        web.close()


class _Web:
    """The addresses among the sources: what is known of their hosts is known for all of a run."""

    def __init__(self, options: ReadOptions) -> None:
        self._options = options
        self._fetcher: Fetcher | None = None

    def read(self, source: str) -> Iterator[Incoming | Reject]:
        """Yield a document or a reject for each text behind an address."""
        try:
            for module in ("httpx", "protego"):
                need(module, "web")
        except InputError as error:
            yield _reject(shown_url(source), error.code, str(error))
            return
        from quliu.ingest.fetch.fetcher import Fetcher  # noqa: PLC0415  httpx is not always installed
        from quliu.ingest.fetch.web import read_url  # noqa: PLC0415

        self._fetcher = self._fetcher or Fetcher(self._options.web)
        yield from read_url(source, self._options, self._fetcher)

    def close(self) -> None:
        """Let go of what is still open."""
        if self._fetcher is not None:
            self._fetcher.close()


def count_bytes(sources: Iterable[str]) -> int | None:
    """Return how many bytes the files in the sources have; None where that cannot be known beforehand."""
    total = 0
    for source in sources:
        if source == "-" or has_scheme(source):
            return None
        for found in _find_files(source, set()):
            if isinstance(found, _File):
                if not stat.S_ISREG(found.status.st_mode):
                    return None
                total += found.status.st_size
    return total


def _read_stdin(stdin: BinaryIO | None, options: ReadOptions) -> Iterator[Incoming | Reject]:
    if stdin is None:
        yield _reject("-", "unreadable", "there is no standard input; name files to read")
    else:
        yield from Stream("-", stdin, options).read()
        if options.watch is not None:
            options.watch.end("-")


class _File(NamedTuple):
    path: str
    status: os.stat_result


def _read_path(path: str, options: ReadOptions) -> Iterator[Incoming | Reject]:
    """Read a file, or the files under a folder."""
    for found in _find_files(path, set()):
        if isinstance(found, Reject):
            yield found
        else:
            yield from _read_file(found, options)


def _find_files(path: str, seen: set[Identity]) -> Iterator[_File | Reject]:
    """Yield a file, or the files under a folder in order of name; hidden ones are left out.

    `seen` are the folders that were entered: each is read once, however links lead to it.
    """
    try:
        status = os.stat(path)
        names = sorted(os.listdir(path)) if stat.S_ISDIR(status.st_mode) else None
    except (FileNotFoundError, NotADirectoryError):
        yield _reject(path, "missing-file", "there is no such file or folder; check the name")
    except (OSError, ValueError) as error:
        yield _reject(path, "unreadable", _unreadable(error))
    else:
        if names is None:
            yield _File(path, status)
        elif (identity := (status.st_dev, status.st_ino)) not in seen:
            seen.add(identity)
            for child in (os.path.join(path, name) for name in names if not name.startswith(".")):
                if not _is_special(child):
                    yield from _find_files(child, seen)


def _is_special(path: str) -> bool:
    """Tell whether a path is a pipe, socket or device, which only a user who names it wants to be read."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _read_file(file: _File, options: ReadOptions) -> Iterator[Incoming | Reject]:
    is_regular = stat.S_ISREG(file.status.st_mode)
    size = file.status.st_size if is_regular else 0
    source, watch = _shown(file.path), options.watch
    try:
        with open(file.path, "rb") as stream:
            for outcome in Stream(source, stream, options, size).read():
                yield outcome
                if watch is not None and is_regular:
                    watch.reach(stream.tell())
        if watch is not None:
            watch.end(source)
    except OSError as error:
        yield _reject(file.path, "unreadable", _unreadable(error))
    if watch is not None:
        watch.pass_file(size)


def _unreadable(error: OSError | ValueError) -> str:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else error
    return f"cannot be read: {reason}; see whether it opens elsewhere, and whether you may read it"


def _reject(source: str, code: str, message: str) -> Reject:
    return Reject(_shown(source), "ingest", code, message)


def _shown(path: str) -> str:
    """Return a path as text that can be stored: file names need not be."""
    return os.fsencode(path).decode("utf-8", "replace")
