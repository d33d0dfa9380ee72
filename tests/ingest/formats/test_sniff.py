from __future__ import annotations

import pytest

from quliu.ingest.formats.sniff import Kind, sniff, sniff_packed


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("张甲离职。", Kind.TEXT),
        ("# 题\n\n<div>x</div> 与 <b>y</b>", Kind.TEXT),
        ("---\ntitle: 题\n---\n<p>甲</p>", Kind.TEXT),
        ("5 < 6，张甲 <zhang@example.cn> 离职。", Kind.TEXT),
        ("<张甲>离职", Kind.TEXT),
        ("Date: 2031-03-05\nSource: 远山网\n\n张甲离职。", Kind.TEXT),
        ("From: 远山网\nTo: 读者\n\n张甲离职。", Kind.TEXT),
        ("From: a@example.cn\nSubject: 题\nMIME-Version: 1.0\n\n张甲离职。", Kind.MAIL),
        ("Received: from x\n\tby y\nFrom: a@example.cn\n\n张甲", Kind.MAIL),
        ("<!doctype html>\n<title>题</title>", Kind.PAGE),
        ("<?xml version='1.0'?>\n<!-- x --><!DOCTYPE html PUBLIC '-//W3C'>\n<html xmlns='x'>", Kind.PAGE),
        ("<p>甲</p><p>乙</p><p>丙</p>", Kind.PAGE),
        ("甲<br>乙<br/>丙</p>" * 4, Kind.PAGE),
        ("<?xml version='1.0'?><rss version='2.0'>", Kind.FEED),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]><feed xmlns='http://www.w3.org/2005/Atom'>", Kind.FEED),
        ("<rdf:RDF xmlns:rdf='x'>", Kind.FEED),
        ("<urlset>", Kind.SITEMAP),
        ("<?xml version='1.0'?><sm:sitemapindex xmlns:sm='x'>", Kind.SITEMAP),
        ("https://news.example.cn/1\nhttps://news.example.cn/2", Kind.SITEMAP),
        ("https://news.example.cn/1\n张甲离职", Kind.TEXT),
        ("<?xml version='1.0'?><nitf>", Kind.XML),
        ('{\n "id": 1\n}', Kind.JSON),
        ("[\n {", Kind.JSON),
        ("[张甲](https://news.example.cn) 离职", Kind.TEXT),
        ("{张甲}", Kind.TEXT),
        ("[ ] 张甲离职\n[x] 李乙上任", Kind.TEXT),
        ("[ ]\n", Kind.JSON),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_sniff(text: str, kind: Kind, encoding: str) -> None:
    assert sniff(text.encode(encoding), is_all=True) == kind


def test_white_space_takes_no_time() -> None:
    assert sniff(b" \n" * 8000 + b"<") == Kind.TEXT
    assert sniff(b"<!--" * 4000) == Kind.TEXT
    assert sniff(b"https://x " * 1600 + b"\xff") == Kind.TEXT


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\x1f\x8b\x08", Kind.GZIP),
        (b"BZh9", Kind.BZIP2),
        (b"PK\x03\x04", Kind.ZIP),
        (b"PK\x05\x06" + bytes(18), Kind.ZIP),
        (b"WARC/1.0\r\n", Kind.WARC),
        (b"%PDF-1.7", Kind.PDF),
        (b"\n%!x\n%PDF-1.4", Kind.PDF),
        (b"name".ljust(257, b"\0") + b"ustar\x0000", Kind.TAR),
        (b"7z\xbc\xaf\x27\x1c", Kind.OTHER_ARCHIVE),
        (b"BZhang left Acme.", None),
        (b"WARC/IPA is a place.", None),
        (b"plain", None),
        (b"", None),
    ],
)
def test_sniff_packed(head: bytes, kind: Kind | None) -> None:
    assert sniff_packed(head) == kind
