"""Every error that quliu raises on purpose.

QuliuError
├── InputError       something given to read cannot be read        (exit 1, a row in the rejects)
├── UsageError       the command or its arguments make no sense     (exit 2)
├── LexiconError     a lexicon file is wrong; names file and line   (exit 2)
└── LedgerError      the ledger cannot be opened, read or written   (exit 3)

Each class carries a stable `code`; the command line maps classes to exit codes in one table.
Not-found and declined are values, not errors.
"""

from __future__ import annotations

__all__ = ["InputError", "LedgerError", "LexiconError", "QuliuError", "UsageError"]


class QuliuError(Exception):
    """Root of all errors raised on purpose."""

    code = "error"


class InputError(QuliuError):
    """A source that cannot become a Document. `code` is the reject reason."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class UsageError(QuliuError):
    """A request that makes no sense as asked."""

    code = "usage"


class LexiconError(QuliuError):
    """A lexicon file that breaks its schema; the message starts with `file:line:`."""

    code = "lexicon"


class LedgerError(QuliuError):
    """The ledger is missing, locked, damaged or of a newer version."""

    code = "ledger"
