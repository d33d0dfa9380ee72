"""gzip and bzip2: what is in them is read as if it lay there unpacked."""

from __future__ import annotations

import bz2
import gzip
import lzma
import zlib
from collections.abc import Callable, Iterator
from io import RawIOBase
from tarfile import TarError
from typing import BinaryIO, cast
from zipfile import BadZipFile

from quliu.errors import InputError
from quliu.ingest.formats.budget import Budget
from quliu.ingest.formats.part import Outcome, Part
from quliu.ingest.formats.peeked import Readable

__all__ = ["Metered", "Taken", "read_bzip2", "read_gzip"]

# Memory runs out where a file of a few bytes asks for a dictionary of gigabytes.
_DAMAGE = (EOFError, OSError, ValueError, RuntimeError, MemoryError, zlib.error, lzma.LZMAError)
_DAMAGE_OF_ARCHIVES = (BadZipFile, TarError)


class Taken(RawIOBase):
    """What is to be unpacked, in the form that the libraries want; counts what was taken of it."""

    def __init__(self, part: Part) -> None:
        self._part = part

    def read(self, size: int = -1) -> bytes:
        """Return the next `size` bytes."""
        data = self._part.stream.read(size)
        # What lies in an archive was counted with the archive.
        if not self._part.depth:
            self._part.budget.take(len(data))
        return data


class Metered:
    """What comes of unpacking: counts it, and turns damage into a reason."""

    def __init__(self, stream: Readable, budget: Budget) -> None:
        self._stream = stream
        self._budget = budget

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes."""
        return self._count(self._stream.read, size)

    def readline(self, limit: int, /) -> bytes:
        """Return the next line, cut at `limit`."""
        return self._count(self._stream.readline, limit)

    def _count(self, read: Callable[[int], bytes], size: int) -> bytes:
        try:
            data = read(size)
        except (*_DAMAGE, *_DAMAGE_OF_ARCHIVES) as error:
            raise InputError("damaged", f"it cannot be unpacked to its end: {error}; get it again") from error
        self._budget.make(len(data))
        return data


def read_gzip(part: Part) -> Iterator[Outcome]:
    """Yield what gzip holds, as one part of the same name."""
    stream = gzip.GzipFile(fileobj=cast(BinaryIO, Taken(part)), mode="rb")
    yield part.inside(None, Metered(stream, part.budget))


def read_bzip2(part: Part) -> Iterator[Outcome]:
    """Yield what bzip2 holds, as one part of the same name."""
    stream = bz2.BZ2File(cast(BinaryIO, Taken(part)), mode="rb")
    yield part.inside(None, Metered(stream, part.budget))
