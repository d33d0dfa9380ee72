from __future__ import annotations

import pytest

from tests.ingest.formats.factory import told


def test_an_array_of_documents() -> None:
    data = '[{"id": "7", "text": "甲"},\n {"text": "乙"}, 3]'.encode()
    assert told(data) == [("f!1", "甲"), ("f!2", "乙"), ("f!3", "not-json")]


def test_an_array_with_a_line_a_document() -> None:
    data = '[\n{"text": "甲"},\n{"text": "乙"}\n]\n'.encode()
    assert told(data) == [("f!1", "甲"), ("f!2", "乙")]


def test_one_document() -> None:
    assert told('{\n "text": "甲"\n}'.encode()) == [("f", "甲")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b'{\n "a": 1', "not-json", id="cut"),
        pytest.param(b"[{" + b'"a":[' * 100_000, "not-json", id="deep"),
        pytest.param(b'{\n "a": 1 }', "no-text", id="no-text"),
    ],
)
def test_rejects(data: bytes, code: str) -> None:
    assert told(data) == [("f", code)]
