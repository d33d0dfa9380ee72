"""How the web is read, and what is remembered of it. Imports nothing that is not always installed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from quliu.model import Fetch, Validator

__all__ = ["FetchSettings", "Validators", "has_scheme", "shown_url"]

# A letter alone is the drive of a Windows path.
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_USERINFO = re.compile(r"(?<=//)[^/?#]*@")


def has_scheme(source: str) -> bool:
    """Tell an address from a path."""
    return _SCHEME.match(source) is not None


def shown_url(address: str) -> str:
    """Return an address as it may be shown and stored: without a password."""
    return _USERINFO.sub("", address)


class Validators(Protocol):
    """The memory of what was fetched."""

    def recall(self, url: str) -> Validator | None:
        """Return what to ask with; None when the whole answer is wanted."""
        ...

    def remember(self, fetch: Fetch) -> None:
        """Take note, once all that came of an address has been handed on."""
        ...


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How to read from the web.

    Attributes:
        allow_private: go to addresses that are not public, too.
        follow: read what feeds and sitemaps name.
        validators: the memory of earlier runs; None asks for everything.
        max_bytes: how large an answer may be, unpacked.
        max_hops: how many redirects to follow.
        max_links: how many addresses to follow from one that was given.
        connect_seconds: the wait for a connection.
        read_seconds: the wait for more to come.
        total_seconds: the time one answer may take.
        delay_seconds: the time between two requests to a host.
        max_wait_seconds: how long to wait where a host asks to.
    """

    allow_private: bool = False
    follow: bool = False
    validators: Validators | None = None
    max_bytes: int = 64_000_000
    max_hops: int = 8
    max_links: int = 1000
    connect_seconds: float = 10.0
    read_seconds: float = 20.0
    total_seconds: float = 120.0
    delay_seconds: float = 1.0
    max_wait_seconds: float = 60.0
