from __future__ import annotations

import gzip
import zlib

import pytest

from quliu.ingest import ReadOptions
from tests.ingest.formats.factory import BODY, document, page, told, warc

GOOD = warc("甲离职。".encode(), "https://a.example/1", "text/plain")
LAST = warc("乙离职。".encode(), "https://a.example/2", "text/plain")
URLS = ["f!https://a.example/1", "f!https://a.example/2"]


def test_a_page_with_its_address() -> None:
    made = document(warc(page().encode()))
    assert (made.url, BODY[0] in made.text) == ("https://news.example.cn/a/1.html", True)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(GOOD + LAST, id="plain"),
        pytest.param(gzip.compress(GOOD) + gzip.compress(LAST), id="gzip"),
        pytest.param(gzip.compress(GOOD + LAST), id="one-gzip"),
        pytest.param(GOOD + "垃圾\r\n".encode() * 9 + LAST, id="garbage-between"),
    ],
)
def test_records(data: bytes) -> None:
    assert told(data) == list(zip(URLS, ["甲离职。", "乙离职。"], strict=True))


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(warc(b"\x89PNG", kind="image/png"), id="picture"),
        pytest.param(warc(b"a {}", kind="text/css"), id="style"),
        pytest.param(warc(b"", status="301 Moved"), id="redirect"),
        pytest.param(warc(b"gone", status="404 Not Found"), id="error"),
        pytest.param(GOOD.replace(b"Type: response", b"Type: request "), id="request"),
    ],
)
def test_what_no_reader_would_see_is_passed_over(record: bytes) -> None:
    assert [source for source, _ in told(GOOD + record + LAST)] == URLS


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        pytest.param(gzip.compress("甲".encode()), "Content-Encoding: gzip\r\n", id="gzip"),
        pytest.param(zlib.compress("甲".encode()), "Content-Encoding: deflate\r\n", id="deflate"),
        pytest.param(b"3\r\n\xe7\x94\xb2\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n", id="chunked"),
        pytest.param("甲".encode(), "Content-Encoding: gzip\r\n", id="decoded-already"),
    ],
)
def test_encoded_answers(body: bytes, headers: str) -> None:
    assert document(warc(body, kind="text/plain", headers=headers)).text == "甲"


def test_the_charset_of_the_answer() -> None:
    assert document(warc("模型".encode("gbk"), kind="text/plain; charset=gb2312")).text == "模型"


@pytest.mark.parametrize(
    ("record", "code"),
    [
        pytest.param(warc(b"x", length="much"), "damaged", id="no-length"),
        pytest.param(warc(b"x", length="-1"), "damaged", id="negative-length"),
        pytest.param(warc(b"x" * 70_000), "too-long", id="too-long"),
        pytest.param(
            warc(gzip.compress(bytes(200_000)), headers="Content-Encoding: gzip\r\n"), "too-long", id="bomb"
        ),
        pytest.param(warc(bytes(90), kind="text/html"), "binary", id="no-text"),
    ],
)
def test_a_damaged_record_costs_only_itself(record: bytes, code: str) -> None:
    found = told(GOOD + record + LAST, options=ReadOptions(max_bytes=2000))
    assert [outcome for _, outcome in found] == ["甲离职。", code, "乙离职。"]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(GOOD + LAST[:-20], id="cut"),
        pytest.param(GOOD + warc(b"x", length="99999"), id="too-short"),
        pytest.param(gzip.compress(GOOD) + gzip.compress(LAST)[:-20], id="gzip-cut"),
    ],
)
def test_an_archive_that_ends_too_early(data: bytes) -> None:
    assert [outcome for _, outcome in told(data)] == ["甲离职。", "damaged"]
