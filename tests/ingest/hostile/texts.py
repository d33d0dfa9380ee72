"""Hostile texts, encodings and JSON."""

from __future__ import annotations

import json
import random
from pathlib import Path

from tests.ingest.formats.factory import BODY
from tests.ingest.hostile.registry import READ, hostile, hostile_folder

TEXT = "\n".join(BODY)


@hostile("empty")
def empty() -> bytes:
    return b""


@hostile("empty")
def only_marks() -> bytes:
    return "\ufeff\u200b\u200e\u2060\n".encode() * 1000


@hostile("empty")
def a_million_line_ends() -> bytes:
    return b"\n" * 1_000_000


@hostile("too-long")
def a_line_of_100_megabytes() -> bytes:
    return b"x" * 100_000_000


@hostile("too-long")
def a_json_line_of_100_megabytes() -> bytes:
    return b'{"text": "' + b"x" * 100_000_000 + b'"}'


@hostile(READ, "too-long")
def a_good_line_behind_a_huge_one() -> bytes:
    return a_json_line_of_100_megabytes() + b"\n" + json.dumps({"text": TEXT}).encode()


@hostile("binary")
def nothing_but_nulls() -> bytes:
    return bytes(1_000_000)


@hostile(READ)
def a_few_nulls() -> bytes:
    return TEXT.encode() + b"\0" + TEXT.encode()


@hostile("binary")
def noise() -> bytes:
    return random.Random(7).randbytes(100_000)


@hostile("binary")
def a_picture() -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200)


@hostile(READ)
def utf_16_cut_within_a_character() -> bytes:
    return TEXT.encode("utf-16")[:-1]


@hostile(READ)
def utf_16_with_lone_halves() -> bytes:
    return (TEXT + "\ud83d" + TEXT).encode("utf-16", "surrogatepass")


@hostile("undecodable")
def halves_encoded_by_themselves() -> bytes:
    return ("\ud83d\udd00\ud83d" * 500).encode("utf-8", "surrogatepass")


@hostile("undecodable")
def no_encoding_at_all() -> bytes:
    return b"\xff\xfd\xf1\xcc\xff\xfe" * 9000


@hostile(READ)
def two_encodings_in_one() -> bytes:
    return (TEXT * 50).encode() + "张甲离职".encode("gbk")


@hostile("undecodable")
def as_much_of_one_encoding_as_of_the_other() -> bytes:
    return TEXT.encode() + TEXT.encode("gbk")


@hostile(READ)
def a_utf_32_mark_before_utf_16() -> bytes:
    return "\0".encode("utf-16") + TEXT.encode("utf-16-le")


@hostile(READ)
def garbled_and_exact() -> bytes:
    return TEXT.encode().decode("latin-1").encode()


@hostile("mojibake")
def garbled_with_losses() -> bytes:
    return TEXT.encode().decode("cp1252", "ignore").encode()


@hostile(READ)
def right_to_left_overrides() -> bytes:
    return ("\u202e" + TEXT + "\u202c\u2066\u2067").encode() * 50


@hostile(READ)
def widthless_marks_between_all_characters() -> bytes:
    return "\u200b\u200d\u2060\ufeff".join(TEXT).encode()


@hostile(READ)
def a_tower_of_accents() -> bytes:
    return ("张" + "\u0300\u0301\u0336" * 100_000 + TEXT).encode()


@hostile(READ)
def tag_characters() -> bytes:
    return (TEXT + "".join(map(chr, range(0xE0020, 0xE007F))) * 1000).encode()


@hostile(READ)
def private_characters() -> bytes:
    return ("\ue000\uf8ff" * 10_000 + TEXT).encode()


@hostile(READ)
def escape_sequences_of_terminals() -> bytes:
    return ("\x1b]0;evil\x07\x1b[2J" + TEXT * 9).encode()


@hostile(READ)
def an_endless_front_matter() -> bytes:
    return b"---\n" + b"title: x\n" * 100_000 + TEXT.encode()


@hostile(READ)
def brackets_only() -> bytes:
    return ("([{《“" * 100_000 + TEXT).encode()


@hostile("not-json")
def json_without_end() -> bytes:
    return b'{\n "a": [' + b'{"a": [' * 150_000


@hostile("not-json")
def deep_json_lines() -> bytes:
    return b'{"text": ' + b"[" * 500_000 + b"\n"


@hostile("not-json", "no-text")
def a_number_of_a_million_digits() -> bytes:
    return b'{"text": 1}\n{"text": ' + b"9" * 1_000_000 + b"}\n"


@hostile(READ)
def half_characters_in_json() -> bytes:
    return ('{"id": "\\ud800", "title": "\\udfff", "text": "' + BODY[0] + '\\ud83d"}').encode()


@hostile("bad-date", "no-text", "empty")
def json_of_wrong_kinds() -> bytes:
    rows: list[object] = [
        {"text": 7},
        {"text": None},
        {"text": ["甲"]},
        {"text": "甲离职", "doc_date": {"a": 1}},
        {"id": [1], "text": ""},
    ]
    return b"\n".join(json.dumps(row).encode() for row in rows)


@hostile(READ)
def a_key_of_a_megabyte() -> bytes:
    return json.dumps({"id": "k" * 1_000_000, "title": "t" * 1_000_000, "text": TEXT}).encode()


@hostile("not-json")
def an_array_that_is_none() -> bytes:
    return b"[{" * 200_000


@hostile("too-long")
def a_list_of_a_million_addresses() -> bytes:
    return b"https://news.example.cn/a\n" * 1_000_000


@hostile_folder("too-long")
def a_file_with_a_hole_of_a_terabyte(path: Path) -> None:
    with path.open("wb") as stream:
        stream.write(TEXT.encode() * 400)
        stream.truncate(1 << 40)
