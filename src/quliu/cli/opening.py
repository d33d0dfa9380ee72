"""The ledger and the lexicon as the global options name them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from quliu.cli.options import current_settings
from quliu.lexicon import Lexicon, load_lexicon
from quliu.store.ledger import Ledger, open_ledger
from quliu.store.reader import Reader


def open_lexicon() -> Lexicon:
    """Return the bundled lexicon, merged with the user's folders."""
    return load_lexicon(current_settings().lexicon)


@contextmanager
def open_to_write(*, create: bool = False) -> Iterator[Ledger]:
    """Open the ledger; make it, with its folder, where `create` says so and there is none."""
    with open_ledger(current_settings().location, create=create) as ledger:
        yield ledger


@contextmanager
def open_to_read() -> Iterator[Reader]:
    """Open one snapshot of the ledger."""
    with open_to_write() as ledger, ledger.read() as reader:
        yield reader
