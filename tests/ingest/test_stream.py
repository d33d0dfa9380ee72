from __future__ import annotations

import io
from datetime import date

from quliu.ingest import Hints, ReadOptions, Stream
from quliu.model import Incoming
from tests.ingest.formats.factory import page, zipped


def read(data: bytes, hints: Hints) -> Incoming:
    (item,) = Stream("https://a.example/1", io.BytesIO(data), ReadOptions(), hints=hints).read()
    assert isinstance(item, Incoming)
    return item


def test_what_a_server_said() -> None:
    hints = Hints("https://a.example/1", "gb2312", date(2031, 3, 6))
    item = read("模型".encode("gbk"), hints)
    assert (item.document.text, item.document.url) == ("模型", "https://a.example/1")
    # A day on which it was there is not the day on which it was published.
    assert item.document.published_on is None


def test_a_page_may_name_another_address_of_its_site_only() -> None:
    link = '<link rel="canonical" href="{}">'
    for canonical, url in (
        ("https://www.a.example/clean", "https://www.a.example/clean"),
        ("/clean", "https://a.example/clean"),
        ("https://b.example/", "https://a.example/1?from=feed"),
    ):
        data = page(link.format(canonical)).encode()
        assert read(data, Hints("https://a.example/1?from=feed")).document.url == url


def test_parts_know_where_their_whole_came_from() -> None:
    item = read(zipped({"a.txt": "甲离职。".encode()}), Hints("https://a.example/1"))
    assert (item.source, item.document.url) == ("https://a.example/1!a.txt", "https://a.example/1")
