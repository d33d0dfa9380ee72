"""zip and tar: each file in them is read by itself; nothing is written to the disk under its name."""

from __future__ import annotations

import struct
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext, suppress
from io import BufferedReader, BytesIO
from tempfile import SpooledTemporaryFile
from typing import IO, BinaryIO, cast

from quliu.errors import InputError
from quliu.ingest.formats.budget import BOMB
from quliu.ingest.formats.packed import Metered, Taken
from quliu.ingest.formats.part import Outcome, Part

__all__ = ["read_tar", "read_zip"]

_CHUNK = 1 << 20
_IN_MEMORY = 8 << 20
# What cannot be looked up in place is copied first: a zip within a zip, or from standard input.
_MAX_COPIED = 1 << 30
_END = b"PK\x05\x06"
_END_BYTES = 22
_END64 = b"PK\x06\x06"
_MAX_COMMENT = 65_535
_MAX_INDEX = 32 << 20
_ENCRYPTED = 1
_OFFICE = frozenset({"[Content_Types].xml", "mimetype"})


def read_zip(part: Part) -> Iterator[Outcome]:
    """Yield the files of a zip archive."""
    with _seekable(part) as stream:
        size = stream.seek(0, 2)
        if not part.depth:
            part.budget.take(size)
        _check_index(stream, size)
        with _open(stream) as archive:
            _check_members(archive, size)
            for member in archive.infolist():
                if not member.is_dir() and _is_wanted(member.filename):
                    yield from _read_member(part, archive, member)


def _seekable(part: Part) -> AbstractContextManager[IO[bytes]]:
    """Return the bytes of a part so that its index, which stands at the end, can be read first."""
    stream = part.stream.stream
    if not part.depth and isinstance(stream, BufferedReader | BytesIO) and stream.seekable():
        return nullcontext(stream)
    copied = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  the caller closes it
    size = 0
    while data := part.stream.read(_CHUNK):
        size += len(data)
        if size > _MAX_COPIED:
            copied.close()
            message = f"an archive of more than {_MAX_COPIED:,} bytes; unpack it and read the folder"
            raise InputError("too-long", message)
        copied.write(data)
    return copied


def _open(stream: IO[bytes]) -> zipfile.ZipFile:
    try:
        # Names that are not said to be UTF-8 are those of a Windows, a Chinese one as likely as not.
        with suppress(UnicodeDecodeError):
            return zipfile.ZipFile(stream, metadata_encoding="gb18030")
        return zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise InputError("damaged", f"not a whole zip archive: {error}; get it again") from error


def _check_members(archive: zipfile.ZipFile, size: int) -> None:
    if not _OFFICE.isdisjoint(archive.namelist()):
        message = "office documents and e-books are not read; save it as PDF, HTML or text"
        raise InputError("unsupported", message)
    if sum(member.compress_size for member in archive.infolist()) > size:
        raise InputError(
            BOMB, "its files lie on top of one another; unpack it, if you trust it, and read the folder"
        )


def _read_member(part: Part, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[Outcome]:
    source = f"{part.source}!{member.filename}"
    if member.flag_bits & _ENCRYPTED:
        message = "it is encrypted; unpack the archive with its password and read the folder"
        yield part.reject("encrypted", message, source)
        return
    try:
        stream = archive.open(member)
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError) as error:
        yield part.reject("damaged", f"it cannot be unpacked: {error}; get the archive again", source)
        return
    with stream:
        yield part.inside(member.filename, Metered(stream, part.budget))


def _check_index(stream: IO[bytes], size: int) -> None:
    """Refuse an archive whose index alone would fill the memory."""
    start = max(0, size - _END_BYTES - _MAX_COMMENT)
    stream.seek(start)
    tail = stream.read()
    at = tail.rfind(_END)
    if at < 0 or at + _END_BYTES > len(tail):
        raise InputError("damaged", "the archive has no end; get it again")
    (index,) = struct.unpack_from("<L", tail, at + 12)
    if (at64 := tail.rfind(_END64, 0, at)) >= 0 and at64 + 48 <= len(tail):
        (index,) = struct.unpack_from("<Q", tail, at64 + 40)
    if index > _MAX_INDEX:
        raise InputError(BOMB, "it holds too many files; unpack it and read the folder")


def read_tar(part: Part) -> Iterator[Outcome]:
    """Yield the files of a tar archive."""
    try:
        with tarfile.open(fileobj=cast(BinaryIO, Taken(part)), mode="r|") as archive:
            for member in archive:
                stream = archive.extractfile(member) if member.isreg() and _is_wanted(member.name) else None
                if stream is not None:
                    yield part.inside(member.name, Metered(cast(BinaryIO, stream), part.budget))
    except (tarfile.TarError, OSError, ValueError, EOFError) as error:
        raise InputError("damaged", f"not a whole tar archive: {error}; get it again") from error


def _is_wanted(name: str) -> bool:
    """Tell whether a file is not hidden, as in folders."""
    steps = [step for step in name.split("/") if step not in (".", "..")]
    return not any(step.startswith(".") or step == "__MACOSX" for step in steps)
