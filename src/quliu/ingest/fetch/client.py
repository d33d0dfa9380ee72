"""One request and its answer; whatever goes wrong becomes a reason."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version

import httpcore
import httpx

from quliu.errors import InputError
from quliu.ingest.fetch.body import ACCEPTED
from quliu.ingest.fetch.network import GuardedTransport, LookUp
from quliu.ingest.fetch.robots import PRODUCT
from quliu.ingest.fetch.settings import FetchSettings

__all__ = ["Client", "parse_url"]

_MAX_PORT = 65_535
_ACCEPT = "text/html,application/xhtml+xml,application/xml,application/rss+xml,*/*;q=0.8"


def parse_url(text: str, base: httpx.URL | None = None) -> httpx.URL:
    """Return the address that a text names, without a mark within it.

    Raises:
        InputError: `bad-url`, `credentials`.
    """
    try:
        url = base.join(text.strip()) if base else httpx.URL(text.strip())
        url = url.copy_with(fragment=None)
    except (httpx.InvalidURL, ValueError) as error:
        raise InputError("bad-url", f"it is no address ({error}); check it") from error
    if url.userinfo:
        message = "an address with a name and password in it is not read; save the page and read the file"
        raise InputError("credentials", message)
    if url.scheme not in ("http", "https") or not url.host or (url.port or 0) > _MAX_PORT:
        raise InputError("bad-url", "only http:// and https:// are read; name files by their path")
    return url


class Client:
    """Asks servers: no cookies, no proxies, nothing from the environment, no redirect of its own accord."""

    def __init__(
        self, settings: FetchSettings, look_up: LookUp, ssl_context: ssl.SSLContext | None = None
    ) -> None:
        context = ssl_context or httpx.create_ssl_context(trust_env=False)
        self._transport = GuardedTransport(look_up, settings.total_seconds, context)
        self._timeout = httpx.Timeout(settings.read_seconds, connect=settings.connect_seconds).as_dict()
        self._headers = {
            "User-Agent": f"{PRODUCT}/{version('quliu')}",
            "Accept": _ACCEPT,
            "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5",
            "Accept-Encoding": ACCEPTED,
            "Connection": "close",
        }

    @contextmanager
    def get(self, url: httpx.URL, headers: dict[str, str]) -> Iterator[httpx.Response]:
        """Give the answer of a server, its body still to come.

        Raises:
            InputError: `timeout`, `no-connection`, `bad-certificate`, `broken-answer`, `unknown-host`,
                `forbidden-address`; also from within the block.
        """
        with _reasons(url.host):
            sent = self._headers | headers
            request = httpx.Request("GET", url, headers=sent, extensions={"timeout": self._timeout})
            response = self._transport.handle_request(request)
            try:
                yield response
            finally:
                response.close()

    def close(self) -> None:
        """Let go of what is still open."""
        self._transport.close()


@contextmanager
def _reasons(host: str) -> Iterator[None]:
    try:
        yield
    except httpcore.TimeoutException as error:
        raise InputError("timeout", f"{host} took too long; try again later") from error
    except httpcore.NetworkError as error:
        if _is_certificate(error):
            message = f"{host} does not prove who it is ({error}); check the address"
            raise InputError("bad-certificate", message) from error
        raise InputError("no-connection", f"no connection to {host} ({error}); try again later") from error
    except httpcore.ProtocolError as error:
        message = f"{host} does not answer as web servers do ({error}); open it in a browser"
        raise InputError("broken-answer", message) from error


def _is_certificate(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False
