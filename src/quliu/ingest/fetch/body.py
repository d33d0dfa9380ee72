"""The body of an answer: taken in as it comes, unpacked no further than the limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from tempfile import SpooledTemporaryFile
from typing import IO

import httpx

from quliu.errors import InputError

__all__ = ["ACCEPTED", "body_parts", "read_body", "unpack"]

ACCEPTED = "gzip"
"""What servers are told they may pack with."""

_PACKED = frozenset({"gzip", "x-gzip", "deflate"})
_ZLIB_OR_GZIP = 47
_IN_MEMORY = 8_000_000


def read_body(response: httpx.Response, max_bytes: int) -> IO[bytes]:
    """Return the body as a file, which the caller closes; a large one lies on the disk.

    Raises:
        InputError: `too-large`, and as `body_parts`.
    """
    _check_length(response.headers.get("content-length", ""), max_bytes)
    body = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  the caller closes it
    try:
        for part in body_parts(response, max_bytes):
            body.write(part)
            if body.tell() > max_bytes:
                raise _too_large(max_bytes)
    except BaseException:
        body.close()
        raise
    body.seek(0)
    return body


def body_parts(response: httpx.Response, max_bytes: int) -> Iterator[bytes]:
    """Yield the body as it comes in, unpacked; what is packed yields at most one byte more than `max_bytes`.

    Raises:
        InputError: `damaged`, `unknown-encoding`.
    """
    packed = response.headers.get("content-encoding", "").strip().lower()
    if packed in ("", "identity"):
        return response.iter_raw()
    if packed in _PACKED:
        return unpack(response.iter_raw(), max_bytes)
    message = f"the server packed it as {packed[:40]}, unasked; save it with a browser and read the file"
    raise InputError("unknown-encoding", message)


def unpack(parts: Iterable[bytes], max_bytes: int) -> Iterator[bytes]:
    """Yield what gzip or zlib packed, at most one byte more than `max_bytes` of it.

    Raises:
        InputError: `damaged`.
    """
    unpacker = zlib.decompressobj(_ZLIB_OR_GZIP)
    left = max_bytes + 1
    try:
        for part in parts:
            rest = part
            while rest and left > 0:
                if unpacker.eof:
                    rest = rest.lstrip(b"\0")  # padding, which is no further member
                    if not rest:
                        break
                    unpacker = zlib.decompressobj(_ZLIB_OR_GZIP)
                made = unpacker.decompress(rest, left)
                left -= len(made)
                yield made
                rest = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
    except zlib.error as error:
        raise InputError("damaged", f"it cannot be unpacked ({error}); try again") from error
    if left > 0 and not unpacker.eof:
        raise InputError("damaged", "it ends before its end; try again")


def _check_length(length: str, max_bytes: int) -> None:
    if length.isascii() and length.isdigit() and (len(length) > 15 or int(length) > max_bytes):
        raise _too_large(max_bytes)


def _too_large(max_bytes: int) -> InputError:
    message = f"it has more than {max_bytes:,} bytes; download it and read the file"
    return InputError("too-large", message)
