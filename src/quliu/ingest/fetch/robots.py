"""robots.txt: what hosts do not want to be read (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable

import httpx
from protego import Protego

from quliu.errors import InputError

__all__ = ["MAX_ROBOTS_BYTES", "PRODUCT", "Robots"]

PRODUCT = "quliu"
"""The name under which hosts may give us rules of our own."""

MAX_ROBOTS_BYTES = 512_000
_MAX_DELAY_SECONDS = 30.0

Load = Callable[[httpx.URL], str | None]
"""The address of a robots.txt to its text; None where all is allowed; raises InputError where nothing is."""


class Robots:
    """The rules of the hosts that were met; each is asked once."""

    def __init__(self, load: Load) -> None:
        self._load = load
        self._known: dict[httpx.URL, Protego | InputError] = {}

    def check(self, url: httpx.URL) -> None:
        """Raise InputError where the host does not want us.

        Raises:
            InputError: `robots`, `robots-unreachable`, and why a host cannot be reached at all.
        """
        rules = self._rules(url)
        if isinstance(rules, InputError):
            raise InputError(rules.code, str(rules)) from rules
        if not rules.can_fetch(str(url), PRODUCT):
            message = f"the robots.txt of {url.host} asks not to read it; save the page with a browser"
            raise InputError("robots", message)

    def delay(self, url: httpx.URL) -> float:
        """Return the seconds between requests that a host asks for, within reason."""
        rules = self._rules(url)
        asked = None if isinstance(rules, InputError) else rules.crawl_delay(PRODUCT)
        return min(max(asked or 0.0, 0.0), _MAX_DELAY_SECONDS)

    def _rules(self, url: httpx.URL) -> Protego | InputError:
        place = url.copy_with(raw_path=b"/robots.txt", fragment=None)
        if place not in self._known:
            try:
                self._known[place] = Protego.parse(self._load(place) or "")
            except InputError as error:
                self._known[place] = error
        return self._known[place]
