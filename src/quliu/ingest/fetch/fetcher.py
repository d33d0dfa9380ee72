"""An address to the bytes behind it: redirects, robots.txt, waiting, and asking for what is new only."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import IO

import httpx

from quliu.errors import InputError
from quliu.ingest.fetch.addresses import Resolver, is_public, look_up, resolve
from quliu.ingest.fetch.body import body_parts, read_body
from quliu.ingest.fetch.client import Client, parse_url
from quliu.ingest.fetch.pace import Pace, parse_wait
from quliu.ingest.fetch.robots import MAX_ROBOTS_BYTES, Robots
from quliu.ingest.fetch.settings import FetchSettings
from quliu.model import NOT_MODIFIED, Validator

__all__ = ["Answer", "Fetcher", "Surroundings"]

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 503})
_MAX_TRIES = 3
_MAX_ROBOTS_HOPS = 5
_MAX_VALIDATOR_CHARS = 500
_NO_TEXT = ("image/", "video/", "audio/", "font/")


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a fetcher finds around it.

    Attributes:
        is_public: tells where anybody may go.
        clock: tells seconds that only grow.
        now: tells the instant.
        ssl_context: whom to believe; None takes the bundled list of authorities.
    """

    resolver: Resolver = resolve
    is_public: Callable[[str], bool] = is_public
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = _utc_now
    ssl_context: ssl.SSLContext | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server gave.

    Attributes:
        url: the address that answered, behind all redirects.
        status: 304 when there is nothing new.
        body: a file, which the caller closes; None with a 304.
        charset: the encoding that the server declared.
        validator: what to ask with next time.
    """

    url: str
    status: int
    body: IO[bytes] | None
    charset: str | None
    validator: Validator | None
    fetched_on: date


@dataclass(frozen=True, slots=True)
class _Redirect:
    url: httpx.URL


class Fetcher:
    """Gets addresses, one after the other; one fetcher for a whole run."""

    def __init__(self, settings: FetchSettings, surroundings: Surroundings | None = None) -> None:
        around = surroundings or Surroundings()
        self._settings = settings
        self._around = around
        self._client = Client(settings, self._look_up, around.ssl_context)
        self._pace = Pace(settings.max_wait_seconds, around.clock, around.sleep)
        self._robots = Robots(self._load_robots)

    def fetch(self, address: str) -> Answer:
        """Return what lies behind an address; every redirect is checked as the address itself is.

        Raises:
            InputError: why it cannot be had, with a code of its own.
        """
        url = parse_url(address)
        for _ in range(self._settings.max_hops + 1):
            self._robots.check(url)
            found = self._get(url, max(self._settings.delay_seconds, self._robots.delay(url)))
            if isinstance(found, Answer):
                return found
            url = found.url
        raise _too_many_redirects(self._settings.max_hops)

    def close(self) -> None:
        """Let go of what is still open."""
        self._client.close()

    def _look_up(self, host: str, port: int) -> tuple[str, ...]:
        def is_allowed(address: str) -> bool:
            return self._settings.allow_private or self._around.is_public(address)

        return look_up(host, port, self._around.resolver, is_allowed)

    def _get(self, url: httpx.URL, delay_seconds: float) -> Answer | _Redirect:
        """Ask for one address, again where a busy server says when."""
        headers = self._conditions(url)
        tries = 0
        while True:
            tries += 1
            self._pace.wait(url.host, delay_seconds)
            with self._client.get(url, headers) as response:
                later = response.status_code in _BUSY and self._hold(url, response)
                if not later or tries == _MAX_TRIES:
                    return self._take(url, response, asked=bool(headers))

    def _conditions(self, url: httpx.URL) -> dict[str, str]:
        memory = self._settings.validators
        known = memory.recall(str(url)) if memory else None
        headers: dict[str, str] = {}
        if known and known.etag:
            headers["If-None-Match"] = known.etag
        if known and known.last_modified:
            headers["If-Modified-Since"] = known.last_modified
        return headers

    def _hold(self, url: httpx.URL, response: httpx.Response) -> bool:
        """Leave a busy host alone as long as it asks to; tell whether that is worth waiting for."""
        seconds = parse_wait(response.headers.get("retry-after"), self._around.now())
        if seconds is None:
            return False
        self._pace.hold(url.host, seconds)
        return seconds <= self._settings.max_wait_seconds

    def _take(self, url: httpx.URL, response: httpx.Response, *, asked: bool) -> Answer | _Redirect:
        status = response.status_code
        if status in _REDIRECTS:
            return _redirect(url, response)
        known = status == NOT_MODIFIED and asked
        if not (known or 200 <= status < 300):
            raise _refusal(url.host, status)
        kind = response.headers.get("content-type", "").strip().lower()
        if kind.startswith(_NO_TEXT):
            raise InputError("no-text", f"{kind.partition(';')[0][:60]} has no text; name another address")
        return Answer(
            url=str(url),
            status=status,
            body=None if known else read_body(response, self._settings.max_bytes),
            charset=response.charset_encoding,
            validator=_validator(response.headers),
            fetched_on=self._around.now().date(),
        )

    def _load_robots(self, place: httpx.URL) -> str | None:
        """Return the rules of a host; what it does not have forbids nothing, what it cannot say now, all."""
        url = place
        for _ in range(_MAX_ROBOTS_HOPS + 1):
            self._pace.wait(url.host, 0.0)
            with self._client.get(url, {}) as response:
                status = response.status_code
                if status in _REDIRECTS:
                    url = _redirect(url, response).url
                elif status == 429 or status >= 500:
                    self._hold(url, response)
                    raise _unreachable(place.host, f"status {status}")
                elif 200 <= status < 300:
                    return _read_robots(response)
                else:
                    return None
        return None


def _redirect(url: httpx.URL, response: httpx.Response) -> _Redirect:
    location = response.headers.get("location")
    if not location:
        message = f"{url.host} points elsewhere without saying where; open it in a browser"
        raise InputError("broken-answer", message)
    return _Redirect(parse_url(location, url))


def _read_robots(response: httpx.Response) -> str:
    text = bytearray()
    for part in body_parts(response, MAX_ROBOTS_BYTES):
        text += part
        if len(text) >= MAX_ROBOTS_BYTES:
            break
    return text[:MAX_ROBOTS_BYTES].decode("utf-8", "replace")


def _validator(headers: httpx.Headers) -> Validator | None:
    etag, last_modified = (_printable(headers.get(name)) for name in ("etag", "last-modified"))
    return Validator(etag, last_modified) if etag or last_modified else None


def _printable(value: str | None) -> str | None:
    """Return a value that can be sent back as it came."""
    fits = value is not None and value.isascii() and value.isprintable() and len(value) < _MAX_VALIDATOR_CHARS
    return value or None if fits else None


def _too_many_redirects(hops: int) -> InputError:
    message = f"it points elsewhere more than {hops} times; open it in a browser and read where it ends"
    return InputError("too-many-redirects", message)


def _unreachable(host: str, reason: str) -> InputError:
    message = f"{host} cannot say now what may be read (robots.txt: {reason}); try again later"
    return InputError("robots-unreachable", message)


def _refusal(host: str, status: int) -> InputError:
    if status in (404, 410):
        advice = "there is no such page; check the address"
    elif status in _BUSY or status >= 500:
        advice = f"{host} is busy or out of order; try again later"
    else:
        advice = f"{host} does not give it; open it in a browser, save it and read the file"
    return InputError(f"http-{status}", advice)
