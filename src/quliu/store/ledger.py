"""The ledger: opens the file, brings it up to date, and hands out readers and the one writer.

Whoever enters `write()` owns the transaction: it commits when the block ends and rolls back when it raises.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError

from quliu.errors import LedgerError
from quliu.store.dialect import WRITES, describe_trouble, find_damage, locate, make_engine
from quliu.store.migrations import migrate
from quliu.store.reader import Reader
from quliu.store.writer import Writer

__all__ = ["Ledger", "open_ledger"]


class Ledger:
    """An open ledger. One writer at a time, in this process or another; any number of readers beside it."""

    def __init__(self, engine: Engine, location: str) -> None:
        self._engine = engine
        self.location = location

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """Give a reader of one snapshot: what is committed later is not seen.

        Raises:
            LedgerError: the file is damaged or cannot be read.
        """
        with self._trouble(), self._engine.connect() as connection, connection.begin():
            # SQLite takes its snapshot at the first read, not at BEGIN.
            connection.execute(text("SELECT count(*) FROM migrations")).scalar_one()
            yield Reader(connection)

    @contextmanager
    def write(self) -> Iterator[Writer]:
        """Give the writer; what it did is committed, all of it, when the block ends without an exception.

        Raises:
            LedgerError: another writer holds the ledger for too long, or the file cannot be written.
        """
        with self._trouble(), self._engine.connect() as opened:
            connection = opened.execution_options(**{WRITES: True})
            with connection.begin():
                yield Writer(connection)

    @contextmanager
    def rehearse(self) -> Iterator[Writer]:
        """Give a writer whose work is taken back at the end, whatever happens."""
        with self._trouble(), self._engine.connect() as opened:
            connection = opened.execution_options(**{WRITES: True})
            transaction = connection.begin()
            try:
                yield Writer(connection)
            finally:
                transaction.rollback()

    def find_damage(self) -> tuple[str, ...]:
        """Return what the database itself finds wrong with its file, in its words; empty when it is sound."""
        with self._trouble(), self._engine.connect() as connection:
            return tuple(find_damage(connection))

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _trouble(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            raise describe_trouble(error, self.location) from error


def open_ledger(location: str, create: bool = False, *, wait_seconds: float = 30.0) -> Ledger:
    """Open a ledger by path or `sqlite:///` URL and bring it to the present version.

    Args:
        location: what the user gave.
        create: make a new ledger, and its folder, where there is none.
        wait_seconds: how long a writer waits for another to finish.

    Raises:
        LedgerError: there is none, it is no ledger, or a newer quliu wrote it; the message says what to do.
    """
    path = locate(location)
    _check_place(path, location, create)
    engine = make_engine(path, wait_seconds)
    try:
        migrate(engine, location)
    except SQLAlchemyError as error:
        engine.dispose()
        raise describe_trouble(error, location) from error
    except LedgerError:
        engine.dispose()
        raise
    return Ledger(engine, location)


def _check_place(path: Path, location: str, create: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{location} is a folder, not a ledger: name a file in it")
    if path.exists():
        return
    if not create:
        raise LedgerError(f"there is no ledger at {location}: `quliu read SOURCE` makes one")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(f"the folder of the ledger {location} cannot be made: {error}") from error
