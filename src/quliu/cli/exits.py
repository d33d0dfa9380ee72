"""Which exit status each error gets: one table, read by the command line alone.

0 done, 1 some input was rejected, 2 the command makes no sense, 3 the ledger is in trouble.
"""

from __future__ import annotations

from quliu.errors import InputError, LedgerError, LexiconError, QuliuError, UsageError

DONE = 0
REJECTED = 1
USAGE = 2
LEDGER = 3
INTERRUPTED = 130
PIPE_CLOSED = 141
"""128 + SIGINT and 128 + SIGPIPE, what a shell reports of a program that the signal ended."""

EXIT_CODES: dict[type[QuliuError], int] = {
    InputError: REJECTED,
    UsageError: USAGE,
    LexiconError: USAGE,
    LedgerError: LEDGER,
    QuliuError: REJECTED,
}


def exit_code(error: QuliuError) -> int:
    """Return the exit status of an error: that of its nearest class in the table."""
    return next(EXIT_CODES[kind] for kind in type(error).__mro__ if kind in EXIT_CODES)
