from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from quliu.errors import LedgerError
from quliu.store import open_ledger
from quliu.store.migrations import MIGRATIONS
from tests.store.builders import NOW, incoming


def test_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="quliu read"):
        open_ledger(str(tmp_path / "none.db"))


def test_create_makes_the_folder_too(tmp_path: Path) -> None:
    path = tmp_path / "new" / "ledger.db"
    open_ledger(str(path), create=True).close()
    with open_ledger(f"sqlite:///{path}") as ledger, ledger.read() as reader:
        assert reader.counts().documents == 0


def _text_file(path: Path) -> None:
    path.write_text("孟知远加入青鸾智能。" * 100)


def _other_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()


def _newer_ledger(path: Path) -> None:
    open_ledger(str(path), create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO migrations VALUES (?, 'later', '2030-01-01')", (len(MIGRATIONS) + 1,))
    connection.close()


def _damaged_ledger(path: Path) -> None:
    open_ledger(str(path), create=True).close()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\x5a" * (len(content) - 4096)
    path.write_bytes(bytes(content))


def _count_documents(path: Path) -> int:
    with open_ledger(str(path), create=True) as ledger, ledger.read() as reader:
        return reader.counts().documents


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (_text_file, "no SQLite database"),
        (_other_database, "other program"),
        (_newer_ledger, "upgrade quliu"),
        (_damaged_ledger, "damaged"),
        (Path.mkdir, "folder"),
    ],
    ids=["text", "other", "newer", "damaged", "folder"],
)
def test_no_ledger(tmp_path: Path, make: Callable[[Path], None], told: str) -> None:
    path = tmp_path / "ledger.db"
    make(path)
    with pytest.raises(LedgerError, match=told):
        _count_documents(path)


@pytest.mark.parametrize("url", ["postgresql://u:secret@host/db", "sqlite://", "gibberish://", "://"])
def test_no_such_database(url: str) -> None:
    with pytest.raises(LedgerError) as caught:
        open_ledger(url, create=True)
    assert "secret" not in str(caught.value)


def test_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    path.touch()
    with open_ledger(str(path)) as ledger, ledger.read() as reader:
        assert reader.counts().claims == 0


def test_failed_write_leaves_nothing(tmp_path: Path) -> None:
    with open_ledger(str(tmp_path / "ledger.db"), create=True) as ledger:
        with suppress(RuntimeError), ledger.write() as writer:
            writer.add_documents([incoming("孟知远加入青鸾智能。")], NOW)
            raise RuntimeError("half-way")
        with ledger.read() as reader:
            assert reader.counts().documents == 0


def test_reader_keeps_its_snapshot(tmp_path: Path) -> None:
    with open_ledger(str(tmp_path / "ledger.db"), create=True) as ledger, ledger.read() as before:
        with ledger.write() as writer:
            writer.add_documents([incoming("孟知远加入青鸾智能。")], NOW)
        assert before.counts().documents == 0
        with ledger.read() as after:
            assert after.counts().documents == 1


def test_locked_ledger_is_told(tmp_path: Path) -> None:
    path = str(tmp_path / "ledger.db")
    with (
        open_ledger(path, create=True) as ledger,
        open_ledger(path, wait_seconds=0.05) as second,
        ledger.write(),
        pytest.raises(LedgerError, match="another writer"),
        second.write(),
    ):
        pass


@pytest.mark.parametrize(
    "statement",
    ["UPDATE documents SET text = 'x'", "DELETE FROM documents", "DELETE FROM sightings"],
)
def test_recorded_rows_never_change(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "ledger.db"
    with open_ledger(str(path), create=True) as ledger, ledger.write() as writer:
        writer.add_documents([incoming("孟知远加入青鸾智能。")], NOW)
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement)
    connection.close()
