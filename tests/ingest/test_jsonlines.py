from __future__ import annotations

import json
from datetime import date

import pytest

from quliu.ingest import ReadOptions
from quliu.ingest.jsonlines import is_json_object, read_json_line
from quliu.model import Incoming, Origin, Reject


def read(row: object) -> Incoming | Reject:
    line = row if isinstance(row, bytes) else json.dumps(row).encode()
    return read_json_line("f:1", line, ReadOptions(max_bytes=1000))


def test_a_line() -> None:
    row = {
        "id": "007",
        "text": " 张甲离职。\r\n",
        "doc_date": "2031-03-05",
        "publisher": "某某网",
        "title": "某题",
        "x": [1],
    }
    incoming = read(row)
    assert isinstance(incoming, Incoming)
    document = incoming.document
    assert (incoming.key, incoming.source, document.text) == ("007", "f:1", " 张甲离职。\r\n")
    assert (document.published_on, document.dated_by) == (date(2031, 3, 5), Origin.GIVEN)
    assert (document.publisher, document.title) == ("某某网", "某题")


@pytest.mark.parametrize(("value", "key"), [("007", "007"), (7, "7"), (None, None), (True, None), ([], None)])
def test_keys(value: object, key: str | None) -> None:
    assert read({"id": value, "text": "张甲离职。"}).key == key


@pytest.mark.parametrize(
    ("row", "code"),
    [
        pytest.param(b"{nonsense", "not-json", id="broken"),
        pytest.param(b"[" * 100_000, "not-json", id="deep"),
        pytest.param([1], "not-json", id="array"),
        pytest.param({"id": "a"}, "no-text", id="none"),
        pytest.param({"id": "a", "text": 5}, "no-text", id="number"),
        pytest.param({"id": "a", "text": " \n"}, "empty", id="blank"),
        pytest.param({"id": "a", "text": "\0\1\2\3 a"}, "binary", id="controls"),
        pytest.param({"id": "a", "text": "甲" * 400}, "too-long", id="long"),
        pytest.param({"id": "a", "text": "甲", "doc_date": "2031-02-30"}, "bad-date", id="date"),
        pytest.param({"id": "a", "text": "甲", "doc_date": 5}, "bad-date", id="date-type"),
        pytest.param(b"\xff\xfd\xf1\xcc\xff\xfe" * 9, "undecodable", id="bytes"),
    ],
)
def test_rejects(row: object, code: str) -> None:
    reject = read(row)
    assert isinstance(reject, Reject)
    assert (reject.code, reject.stage, reject.source) == (code, "ingest", "f:1")
    assert reject.key == ("a" if isinstance(row, dict) else None)


def test_half_a_character_keeps_its_place() -> None:
    incoming = read(b'{"text": "\\u5f20\\ud800\\u7532 \\ud83d\\ude00"}')
    assert isinstance(incoming, Incoming)
    assert incoming.document.text == "张\ufffd甲 😀"


def test_is_json_object() -> None:
    assert is_json_object(b'\xef\xbb\xbf {"a": 1}\n')
    assert not any(map(is_json_object, (b"[1]", b"{a", b"text", b"", b"5")))
