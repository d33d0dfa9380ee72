from __future__ import annotations

import bz2
import gzip
import io
import zipfile
from pathlib import Path

import pytest

from quliu.ingest import ReadOptions, read_sources
from quliu.model import Incoming
from tests.ingest.formats.factory import page, tarred, told, warc, zipped

FILES = {
    "a.txt": "甲离职。".encode(),
    "d/b.jsonl": '{"text": "乙离职。"}\n{"x": 1}\n'.encode(),
    ".hidden": b"x",
    "__MACOSX/a.txt": b"x",
    "c.gz": gzip.compress("丙离职。".encode()),
    "e.zip": zipped({"丁.txt": "丁离职。".encode()}),
    "f.bin": bytes(99),
}
FOUND = [
    ("!a.txt", "甲离职。"),
    ("!d/b.jsonl:1", "乙离职。"),
    ("!d/b.jsonl:2", "no-text"),
    ("!c.gz", "丙离职。"),
    ("!e.zip!丁.txt", "丁离职。"),
    ("!f.bin", "binary"),
]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(zipped(FILES), id="zip"),
        pytest.param(gzip.compress(zipped(FILES)), id="zip-in-gzip"),
        pytest.param(tarred(FILES), id="tar-gz"),
        pytest.param(tarred(FILES, "w"), id="tar"),
        pytest.param(tarred(FILES, "w:bz2"), id="tar-bz2"),
    ],
)
def test_folders_in_one_file(data: bytes) -> None:
    assert told(data, "") == FOUND


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress])
def test_a_packed_file_keeps_its_name(pack: type) -> None:
    assert told(pack("甲离职。".encode()), "a.txt.gz") == [("a.txt.gz", "甲离职。")]
    lines = pack(b'bad\n{"text": "\xe7\x94\xb2"}\n')
    assert told(lines, "a.jsonl.gz") == [("a.jsonl.gz:1", "not-json"), ("a.jsonl.gz:2", "甲")]


def test_a_page_in_a_web_archive_in_a_zip() -> None:
    ((source, text),) = told(zipped({"a.warc.gz": gzip.compress(warc(page().encode()))}))
    assert (source, "张甲" in text) == ("f!a.warc.gz!https://news.example.cn/a/1.html", True)


def test_a_zip_on_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped(FILES))
    found = list(read_sources([str(path)], ReadOptions()))
    assert [item.source for item in found] == [f"{path}{name}" for name, _ in FOUND]
    assert isinstance(found[0], Incoming)
    assert found[0].raw == FILES["a.txt"]


def test_names_of_a_chinese_windows() -> None:
    data = zipped({"ABCD.txt": "甲".encode()}).replace(b"ABCD", "张甲".encode("gbk"))
    assert told(data) == [("f!张甲.txt", "甲")]


def test_an_office_document_is_not_taken_for_a_folder() -> None:
    assert told(zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"})) == [
        ("f", "unsupported")
    ]


def test_what_is_encrypted_says_so() -> None:
    data = bytearray(zipped({"a.txt": b"x"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert told(bytes(data)) == [("f!a.txt", "encrypted")]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(gzip.compress("甲".encode() * 99)[:-12], id="gzip-cut"),
        pytest.param(gzip.compress(b"x")[:-8] + b"12345678", id="gzip-checksum"),
        pytest.param(bz2.compress("甲".encode() * 99)[:-12], id="bzip2-cut"),
        pytest.param(zipped(FILES)[:-40], id="zip-cut"),
        pytest.param(b"PK\x03\x04" + bytes(99), id="zip-head-only"),
    ],
)
def test_damage(data: bytes) -> None:
    assert told(data) == [("f", "damaged")]


def test_damage_within_costs_only_one_file() -> None:
    data = bytearray(zipped({"a.txt": "甲".encode(), "b.txt": "乙".encode(), "c.txt": "丙".encode()}))
    data[data.index(b"b.txt") + len("b.txt")] ^= 0xFF
    assert told(bytes(data)) == [("f!a.txt", "甲"), ("f!b.txt", "damaged"), ("f!c.txt", "丙")]


def _nested(depth: int) -> bytes:
    data = "甲".encode()
    for _ in range(depth):
        data = zipped({"a": data})
    return data


def _overlapping() -> bytes:
    """Return an archive with many entries for the same bytes."""
    data = zipped({"a": bytes(50_000)})
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    index = data[start:end] * 200
    tail = bytearray(data[end:])
    tail[8:12] = (200).to_bytes(2, "little") * 2
    tail[12:16] = len(index).to_bytes(4, "little")
    return data[:start] + index + bytes(tail)


def _fan(levels: int, width: int) -> bytes:
    data = b"x"
    for _ in range(levels):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(width):
                archive.writestr(str(number), data)
        data = made.getvalue()
    return data


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(gzip.compress(b'{"text": "' + b"x" * 40_000_000), "bomb", id="one-long-line"),
        pytest.param(gzip.compress(b'{"text": "x"}\n' * 1_000_000), "bomb", id="many-lines"),
        pytest.param(zipped({"a.txt": b"x" * 40_000_000}), "too-long", id="zip"),
        pytest.param(zipped({f"{n}.jsonl": b"x" * 5_000_000 for n in range(9)}), "bomb", id="zip-of-many"),
        pytest.param(_nested(7), "too-deep", id="deep"),
        pytest.param(_overlapping(), "bomb", id="overlapping"),
        pytest.param(_fan(5, 9), "bomb", id="fan"),
    ],
)
def test_bombs(data: bytes, code: str) -> None:
    source, outcome = told(data)[-1]
    assert outcome == code
    assert code != "bomb" or source.split(":")[0] == "f"
