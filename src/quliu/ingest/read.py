"""Sources to Documents, one at a time: files, folders, standard input and addresses on the web.

Nothing that is wrong with one source or line stops the rest.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from quliu.errors import InputError
from quliu.ingest.fetch.settings import has_scheme, shown_url
from quliu.ingest.formats.extras import need
from quliu.ingest.options import ReadOptions
from quliu.ingest.stream import Stream
from quliu.model.incoming import Incoming, Reject

if TYPE_CHECKING:
    from quliu.ingest.fetch.fetcher import Fetcher

__all__ = ["ReadOptions", "read_sources"]

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
                yield from _read_path(source, options, set())
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


def _read_stdin(stdin: BinaryIO | None, options: ReadOptions) -> Iterator[Incoming | Reject]:
    if stdin is None:
        yield _reject("-", "unreadable", "there is no standard input")
    else:
        yield from Stream("-", stdin, options).read()


def _read_path(path: str, options: ReadOptions, seen: set[Identity]) -> Iterator[Incoming | Reject]:
    """Read a file, or the files under a folder in order of name; hidden ones are left out.

    `seen` are the folders that were entered: each is read once, however links lead to it.
    """
    try:
        status = os.stat(path)
        names = sorted(os.listdir(path)) if stat.S_ISDIR(status.st_mode) else None
    except (FileNotFoundError, NotADirectoryError):
        yield _reject(path, "missing-file", "there is no such file or folder")
    except (OSError, ValueError) as error:
        yield _reject(path, "unreadable", f"cannot be read: {error}")
    else:
        if names is None:
            yield from _read_file(path, status, options)
        elif (identity := (status.st_dev, status.st_ino)) not in seen:
            seen.add(identity)
            for child in (os.path.join(path, name) for name in names if not name.startswith(".")):
                if not _is_special(child):
                    yield from _read_path(child, options, seen)


def _is_special(path: str) -> bool:
    """Tell whether a path is a pipe, socket or device, which only a user who names it wants to be read."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _read_file(path: str, status: os.stat_result, options: ReadOptions) -> Iterator[Incoming | Reject]:
    size = status.st_size if stat.S_ISREG(status.st_mode) else 0
    try:
        with open(path, "rb") as stream:
            yield from Stream(_shown(path), stream, options, size).read()
    except OSError as error:
        yield _reject(path, "unreadable", f"cannot be read: {error.strerror or error}")


def _reject(source: str, code: str, message: str) -> Reject:
    return Reject(_shown(source), "ingest", code, message)


def _shown(path: str) -> str:
    """Return a path as text that can be stored: file names need not be."""
    return os.fsencode(path).decode("utf-8", "replace")
