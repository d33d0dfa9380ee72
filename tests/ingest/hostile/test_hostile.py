"""Every hostile file is read or rejected with a reason; none takes 5 seconds, 1 GB, or the program down."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from tests.ingest.hostile.registry import HOSTILE

MODULES = [f"tests.ingest.hostile.{name}" for name in ("texts", "pages", "packs")]
ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("module", MODULES)
def test_hostile(module: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.ingest.hostile.driver", str(tmp_path), module]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    told = {row.pop("name"): row for row in map(json.loads, done.stdout.splitlines())}
    import_module(module)
    made = {name: one for name, one in HOSTILE.items() if one.module == module}
    wrong = {
        name: (sorted(one.outcomes), told.get(name))
        for name, one in made.items()
        if told.get(name, {}).get("outcomes") != sorted(one.outcomes)
    }
    assert not wrong, done.stderr[-2000:]


def test_there_are_enough() -> None:
    for module in MODULES:
        import_module(module)
    assert len(HOSTILE) >= 100
