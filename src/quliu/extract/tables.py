"""The bundled tables and word lists of the extraction."""

from __future__ import annotations

from importlib import resources


def read_table(name: str) -> str:
    """Return the text of a file in `extract/data`."""
    return resources.files("quliu.extract").joinpath("data", name).read_text(encoding="utf-8")
