"""A stream that can be looked into before it is read; it only goes forward."""

from __future__ import annotations

from typing import Protocol

__all__ = ["Peeked", "Readable"]


class Readable(Protocol):
    """What can be read from: a file, a pipe, a member of an archive."""

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes, none at the end."""
        ...

    def readline(self, limit: int, /) -> bytes:
        """Return the next line, cut at `limit`."""
        ...


class Peeked:
    """A stream with what was looked at in front of it."""

    def __init__(self, stream: Readable) -> None:
        self.stream = stream
        self._head = b""
        self._at = 0

    def peek(self, size: int) -> bytes:
        """Return the next `size` bytes, fewer at the end, and leave them there."""
        self._fill(size)
        return self._head[self._at : self._at + size]

    def peek_line(self, limit: int, after: int = 0) -> bytes:
        """Return the line, cut at `limit`, behind `after` bytes that were peeked at, and leave it there."""
        start = self._at + after
        end = self._head.find(b"\n", start, start + limit) + 1
        if not end and len(self._head) - start < limit:
            self._head += self.stream.readline(limit - (len(self._head) - start))
        return self._head[start : end or start + limit]

    def read(self, size: int) -> bytes:
        """Return the next `size` bytes, fewer only at the end."""
        self._fill(size)
        data = self._head[self._at : self._at + size]
        self._drop(len(data))
        return data

    def readline(self, limit: int) -> bytes:
        """Return the next line, cut at `limit`."""
        end = self._head.find(b"\n", self._at, self._at + limit) + 1
        held = end - self._at if end else min(limit, len(self._head) - self._at)
        line = self._head[self._at : self._at + held]
        self._drop(held)
        if end or held == limit:
            return line
        rest = self.stream.readline(limit - held)
        return line + rest if line else rest

    def _fill(self, size: int) -> None:
        missing = size - (len(self._head) - self._at)
        parts = []
        while missing > 0 and (data := self.stream.read(missing)):
            parts.append(data)
            missing -= len(data)
        if parts:
            self._head = b"".join([self._head[self._at :], *parts])
            self._at = 0

    def _drop(self, count: int) -> None:
        self._at += count
        if self._at == len(self._head):
            self._head, self._at = b"", 0
