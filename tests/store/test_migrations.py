from __future__ import annotations

import multiprocessing
from pathlib import Path

from sqlalchemy import Engine, create_engine, inspect

from quliu.store import open_ledger
from quliu.store.schema import METADATA

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
