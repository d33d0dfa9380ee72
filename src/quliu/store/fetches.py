"""The ledger's memory of what was fetched: asks servers only for what is new since all of it was recorded."""

from __future__ import annotations

from datetime import datetime

from quliu.model import Fetch, Validator
from quliu.store.ledger import Ledger

__all__ = ["FetchMemory"]


class FetchMemory:
    """Remembers the fetches of one run; they are kept once the documents they gave are.

    `read_as` tells how the answers are read: what was read in another way is asked for in full.
    """

    def __init__(self, ledger: Ledger, read_as: str) -> None:
        self._ledger = ledger
        self._read_as = read_as
        self._unsaved: list[Fetch] = []

    def recall(self, url: str) -> Validator | None:
        """Return what to ask with; None when the whole answer is wanted."""
        with self._ledger.read() as reader:
            return reader.validator(url, self._read_as)

    def remember(self, fetch: Fetch) -> None:
        """Take note, once all that came of an address has been handed on."""
        self._unsaved.append(fetch)

    def save(self, fetched_at: datetime) -> int:
        """Keep what was noted, once its documents are recorded; return how many gave nothing new."""
        fetches, self._unsaved = self._unsaved, []
        if fetches:
            with self._ledger.write() as writer:
                writer.add_fetches(fetches, self._read_as, fetched_at)
        return sum(not fetch.is_new for fetch in fetches)
