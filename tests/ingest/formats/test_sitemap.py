from __future__ import annotations

import gzip

import pytest

from quliu.errors import InputError
from quliu.ingest.formats.sitemap import sitemap_urls
from tests.ingest.formats.factory import read, told

MAP = (
    b'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    b"<url><loc>https://a.example/1?x=1&amp;y=2</loc><lastmod>2031-03-05</lastmod></url>"
    b"<url><loc> <![CDATA[https://a.example/2]]> </loc></url><url><loc>javascript:alert(1)</loc></url>"
    b"<url><loc>https://a.example/2</loc></url></urlset>"
)
URLS = ("https://a.example/1?x=1&y=2", "https://a.example/2")


def test_addresses() -> None:
    assert sitemap_urls(MAP) == URLS
    assert sitemap_urls(b"https://a.example/1\nhttps://a.example/2\n") == (
        "https://a.example/1",
        "https://a.example/2",
    )
    assert sitemap_urls(b"<urlset></urlset>") == ()
    assert sitemap_urls(gzip.compress(MAP)) == URLS


@pytest.mark.parametrize(
    ("data", "code"),
    [(gzip.compress(bytes(60_000_000)), "too-long"), (b"\x1f\x8bnonsense", "damaged"), (b"", "empty")],
)
def test_what_is_no_sitemap(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as error:
        sitemap_urls(data)
    assert error.value.code == code


def test_a_file_says_what_to_read() -> None:
    (reject,) = read(MAP)
    assert told(MAP) == [("f", "sitemap")]
    assert all(url in str(reject) for url in URLS)
