"""Connections that go only to addresses that were checked, and that end in time.

A host is looked up once, and the address that passed the check is the one connected to; TLS and the Host
header still carry the name.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable, Iterator

import httpcore
import httpx

__all__ = ["GuardedTransport", "LookUp"]

_MAX_ADDRESSES = 4

LookUp = Callable[[str, int], tuple[str, ...]]
"""A host and a port to the addresses that may be connected to; raises InputError."""


class _TimedStream(httpcore.NetworkStream):
    """A connection on which no wait outlasts the deadline, however steadily a server drips."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._left(timeout))
        return _TimedStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)

    def _left(self, timeout: float | None) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the whole answer took too long")
        return left if timeout is None else min(left, timeout)


class _GuardedBackend(httpcore.NetworkBackend):
    """Connects to the allowed addresses of a host."""

    def __init__(self, look_up: LookUp, total_seconds: float) -> None:
        self._look_up = look_up
        self._total_seconds = total_seconds
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = self._look_up(host, port)
        deadline = time.monotonic() + self._total_seconds
        for address in addresses[:_MAX_ADDRESSES]:
            try:
                return _TimedStream(self._plain.connect_tcp(address, port, timeout), deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                trouble = error
        raise trouble


class _Body(httpx.SyncByteStream):
    """The bytes of an answer as they come in."""

    def __init__(self, parts: Iterable[bytes], close: Callable[[], None]) -> None:
        self._parts = parts
        self._close = close

    def __iter__(self) -> Iterator[bytes]:
        yield from self._parts

    def close(self) -> None:
        self._close()


class GuardedTransport(httpx.BaseTransport):
    """The way of httpx to the network; there is no other, and no proxy on it."""

    def __init__(self, look_up: LookUp, total_seconds: float, ssl_context: ssl.SSLContext) -> None:
        # No connection is used twice: each request is to be checked, and to end, by itself.
        self._pool = httpcore.ConnectionPool(
            ssl_context=ssl_context,
            max_keepalive_connections=0,
            network_backend=_GuardedBackend(look_up, total_seconds),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request.

        Raises:
            InputError: `forbidden-address`, `unknown-host`.
            httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError: no answer came.
        """
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        sent = httpcore.Request(
            request.method, url, headers=request.headers.raw, content=b"", extensions=request.extensions
        )
        answer = self._pool.handle_request(sent)
        parts = answer.stream
        if not isinstance(parts, Iterable):
            raise TypeError("the pool is synchronous")
        return httpx.Response(
            answer.status,
            headers=answer.headers,
            stream=_Body(parts, answer.close),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        """Let go of what is still open."""
        self._pool.close()
