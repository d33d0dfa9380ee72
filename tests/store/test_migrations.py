from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, inspect

from quliu.model import Origin
from quliu.store import migrations, open_ledger, rebuild_derived
from quliu.store.schema import METADATA
from tests.store.builders import EMPTY_LEXICON

Shape = dict[str, object]


def shape_of(engine: Engine) -> dict[str, Shape]:
    seen = inspect(engine)
    return {
        table: {
            "columns": [(one["name"], str(one["type"]), one["nullable"]) for one in seen.get_columns(table)],
            "key": seen.get_pk_constraint(table)["constrained_columns"],
            "points to": sorted(
                (one["constrained_columns"], one["referred_table"], one["referred_columns"])
                for one in seen.get_foreign_keys(table)
            ),
            "indexes": sorted((one["name"] or "", one["column_names"]) for one in seen.get_indexes(table)),
        }
        for table in seen.get_table_names()
    }


def test_migrated_file_has_the_declared_schema(tmp_path: Path) -> None:
    open_ledger(str(tmp_path / "migrated.db"), create=True).close()
    migrated = create_engine(f"sqlite:///{tmp_path / 'migrated.db'}")
    declared = create_engine(f"sqlite:///{tmp_path / 'declared.db'}")
    METADATA.create_all(declared)
    assert shape_of(migrated) == shape_of(declared)
    migrated.dispose()
    declared.dispose()


def _open(path: str) -> None:
    open_ledger(path, create=True).close()


def test_processes_that_create_at_once(tmp_path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    path = str(tmp_path / "ledger.db")
    workers = [spawn.Process(target=_open, args=(path,)) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0] * 4
    with open_ledger(path) as ledger:
        assert ledger.find_damage() == ()


_OLD_ROWS = (
    "INSERT INTO documents VALUES ('d1', '孟知远加入青鸾智能。', 'zh-Hans', '2026-03-01 08:30:00.000000')",
    "INSERT INTO sightings VALUES (1, 'd1', 'a.txt', NULL, '晨星报', NULL, '2026-02-03', 'given',"
    " '2026-03-01 08:30:00.000000')",
    "INSERT INTO standings VALUES ('d1', NULL, '晨星报', NULL, '2026-02-03', 'given', '2026-02-03', NULL)",
    "INSERT INTO derived_with VALUES ('some')",
)


def test_a_ledger_without_origins_keeps_what_it_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ledger.db"
    before = [name for name, _ in migrations.MIGRATIONS].index("origins")
    with monkeypatch.context() as older:
        older.setattr(migrations, "MIGRATIONS", migrations.MIGRATIONS[:before])
        open_ledger(str(path), create=True).close()
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        for statement in _OLD_ROWS:
            connection.exec_driver_sql(statement)
    engine.dispose()
    with open_ledger(str(path)) as ledger, ledger.write() as writer:
        assert writer.derived_with() is None
        for _ in range(2):
            (document,) = writer.documents(writer.document_ids())
            assert (document.publisher, document.named_by) == ("晨星报", Origin.UNKNOWN)
            assert (document.dated_by, document.published_within) == (Origin.GIVEN, None)
            rebuild_derived(writer, EMPTY_LEXICON)
