"""What a server gave, and what to tell it to be given only what is new."""

from __future__ import annotations

from dataclasses import dataclass

NOT_MODIFIED = 304
"""The status by which a server says that we have its newest answer."""


@dataclass(frozen=True, slots=True)
class Validator:
    """What a server wants to be told to find out whether we have its newest answer."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Fetch:
    """An address that was read to its end.

    Attributes:
        source: the address as it was asked for.
        url: the address that answered, behind all redirects.
        status: 304 when nothing was new, else that of the answer.
        validator: what to ask with next time; None when everything should be asked for again.
    """

    source: str
    url: str
    status: int
    validator: Validator | None

    @property
    def is_new(self) -> bool:
        """Whether there was anything to read."""
        return self.status != NOT_MODIFIED
