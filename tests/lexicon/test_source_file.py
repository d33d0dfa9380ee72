"""Where things stand in a lexicon file."""

from __future__ import annotations

import pytest

from quliu.lexicon.source_file import SourceFile

TEXT = """\
# comment that names beta = { }
alpha = { name = "Alpha", kind = "team",
    }
beta = { name = "Beta", aliases = ["B1"] }

[gamma]
name = "Gamma"
aliases = [
    "G1",
    "G2",
]
# a remark
["delta"]
name = 'Delta'
"""


@pytest.mark.parametrize(
    ("entry_id", "key", "value", "line"),
    [
        pytest.param("alpha", None, None, 2, id="inline"),
        pytest.param("beta", "aliases", None, 4, id="inline-key"),
        pytest.param("gamma", None, None, 6, id="table"),
        pytest.param("gamma", "aliases", None, 8, id="table-key"),
        pytest.param("gamma", "aliases", "G2", 10, id="value"),
        pytest.param("delta", None, None, 13, id="quoted-id"),
        pytest.param("delta", None, "Delta", 14, id="single-quoted-value"),
        pytest.param("gamma", None, "Delta", None, id="not-in-the-next-entry"),
        pytest.param("alpha", "aliases", None, None, id="not-in-the-next-line"),
        pytest.param("omega", None, None, None, id="unknown-id"),
    ],
)
def test_line_of(entry_id: str, key: str | None, value: str | None, line: int | None) -> None:
    assert SourceFile("x.toml", TEXT, {}).line_of(entry_id, key, value) == line


def test_error_falls_back_to_the_entry() -> None:
    error = SourceFile("x.toml", TEXT, {}).error("lacks 'kind'; add it", "gamma", "kind")
    assert str(error) == "x.toml:6: lacks 'kind'; add it"
