from __future__ import annotations

import pytest

from quliu.ingest.frontmatter import parse_front_matter

BLOCK = """---
title: "某人离职: 始末"
Date: 2031-03-05
url: 'https://n.example/a'
tags:
  - x
empty:
---
正文。"""


def test_entries() -> None:
    front = parse_front_matter(BLOCK)
    assert front.entries == {"title": "某人离职: 始末", "date": "2031-03-05", "url": "https://n.example/a"}
    assert BLOCK[front.end :] == "正文。"
    assert front.first("published", "date") == "2031-03-05"
    assert front.first("publisher") is None


@pytest.mark.parametrize(
    "text", ["正文。", "---\n正文。\n---\n", "---\ntitle: a\n", "", "x\n---\ntitle: a\n---\n"]
)
def test_what_is_no_front_matter(text: str) -> None:
    front = parse_front_matter(text)
    assert (front.entries, front.end) == ({}, 0)


def test_windows_line_ends() -> None:
    assert parse_front_matter("---\r\ntitle: 甲\r\n---\r\n文").first("title") == "甲"
