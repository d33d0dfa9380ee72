from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from quliu.ingest import ReadOptions, read_sources
from quliu.model import Incoming, Reject

LINE = '{{"id": "{0}", "text": "{0}离职了。"}}\n'


def outcomes(*sources: str, stdin: bytes | None = None, max_bytes: int = 1000) -> list[tuple[str, str]]:
    """Return for each thing read its source and the reject code or the text."""
    stream = None if stdin is None else io.BytesIO(stdin)
    found = read_sources(sources, ReadOptions(max_bytes=max_bytes), stream)
    return [(item.source, item.document.text if isinstance(item, Incoming) else item.code) for item in found]


def write(path: Path, content: str | bytes) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def test_a_text_is_as_decoded(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "\ufeff甲離職。\r\n\r\n ")
    assert outcomes(path) == [(path, "甲離職。\r\n\r\n ")]


def test_raw_bytes_are_kept(tmp_path: Path) -> None:
    data = "张甲离职了，加入另一家公司。".encode("gb18030")
    (incoming,) = read_sources([write(tmp_path / "a", data)], ReadOptions())
    assert isinstance(incoming, Incoming)
    assert incoming.raw == data


def test_json_lines_show_in_the_content(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", LINE.format("甲") + "\n" + LINE.format("乙"))
    assert outcomes(path) == [(f"{path}:1", "甲离职了。"), (f"{path}:3", "乙离职了。")]


def test_one_bad_line_does_not_stop_the_rest(tmp_path: Path) -> None:
    long = LINE.format("长" * 90_000)
    path = write(tmp_path / "a.jsonl", "bad\n" + LINE.format("甲") + long + LINE.format("乙"))
    assert [outcome for _, outcome in outcomes(path)] == ["not-json", "甲离职了。", "too-long", "乙离职了。"]


def test_a_long_first_line_does_not_hide_the_lines(tmp_path: Path) -> None:
    data = (LINE.format("长" * 90_000) + LINE.format("乙")).encode()
    assert outcomes("-", stdin=data) == [("-:1", "too-long"), ("-:2", "乙离职了。")]


def test_json_lines_may_be_larger_than_one_text(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", LINE.format("甲") * 500)
    assert len(outcomes(path)) == 500


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \n \n", "empty"),
        (b"\x7fELF\0\0\0\1\0\0", "binary"),
        (b"\xff\xfd\xf1\xcc\xff\xfe" * 9, "undecodable"),
        ("甲" * 334, "too-long"),
        (b"\0" * 2000, "binary"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "-"])
def test_rejects(tmp_path: Path, content: str | bytes, code: str, name: str) -> None:
    source = write(tmp_path / "a.txt", content) if name != "-" else "-"
    data = content.encode() if isinstance(content, str) else content
    assert outcomes(source, stdin=data) == [(source, code)]


def test_a_huge_file_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.write("甲离职了。\n".encode() * 40_000)
        stream.truncate(1 << 40)
    assert outcomes(str(path)) == [(str(path), "too-long")]


def test_missing() -> None:
    assert outcomes("no/such", "also\0none") == [("no/such", "missing-file"), ("also\0none", "unreadable")]


def test_no_stdin() -> None:
    assert outcomes("-") == [("-", "unreadable")]


def test_stdin_as_text_and_as_lines() -> None:
    assert outcomes("-", stdin="甲离职。\n乙。".encode()) == [("-", "甲离职。\n乙。")]
    assert outcomes("-", stdin=("\n" + LINE.format("甲")).encode()) == [("-:2", "甲离职了。")]


def test_a_folder_is_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    names = ["b.txt", "a/z.txt", "a/.git/x.txt", ".hidden", "c.md", "d.bin"]
    for name in names:
        write(tmp_path / name, b"\0\0" if name == "d.bin" else name)
    os.mkfifo(tmp_path / "pipe")
    found = [(os.path.relpath(source, tmp_path), outcome) for source, outcome in outcomes(str(tmp_path))]
    assert found == [("a/z.txt", "a/z.txt"), ("b.txt", "b.txt"), ("c.md", "c.md"), ("d.bin", "binary")]


def test_links_are_followed_once(tmp_path: Path) -> None:
    write(tmp_path / "a/x.txt", "甲")
    (tmp_path / "a/up").symlink_to(tmp_path)
    (tmp_path / "a/self").symlink_to(tmp_path / "a/self")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    found = [(os.path.relpath(source, tmp_path), outcome) for source, outcome in outcomes(str(tmp_path))]
    assert found == [("a/self", "unreadable"), ("a/x.txt", "甲"), ("gone", "missing-file")]


def test_the_same_text_twice_has_one_id(tmp_path: Path) -> None:
    paths = [write(tmp_path / "a.txt", "甲离职。"), write(tmp_path / "b.jsonl", '{"text": "甲离职。"}')]
    ids = {item.document.id for item in read_sources(paths, ReadOptions()) if not isinstance(item, Reject)}
    assert len(ids) == 1


def test_reading_is_lazy(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "甲离职。")
    assert next(iter(read_sources([path, "no/such"], ReadOptions()))).source == path


def test_a_line_over_a_pipe_is_answered_at_once() -> None:
    ours, theirs = os.pipe()
    with open(theirs, "wb") as stdin, open(ours, "rb") as stream:
        stdin.write(LINE.format("甲").encode())
        stdin.flush()
        # The pipe stays open: waiting for a second line would wait for ever.
        assert next(iter(read_sources(["-"], ReadOptions(), stream))).source == "-:1"


@pytest.mark.parametrize(
    "source", ["http://127.0.0.1:9/", "https://localhost/", "FTP://news.example/a", "file:///etc/passwd"]
)
def test_addresses_are_no_paths(source: str) -> None:
    (item,) = read_sources([source], ReadOptions())
    assert isinstance(item, Reject)
    assert item.code in {"forbidden-address", "bad-url"}
    assert item.source == source
