from __future__ import annotations

from datetime import date

import pytest

from quliu.ingest.address import find_url_date


@pytest.mark.parametrize(
    ("path", "evidence"),
    [
        ("/2031/03/05/some-title", "2031/03/05"),
        ("/a/2031-03-05/doc-123.shtml", "2031-03-05"),
        ("/n1/2031/0305/c1-4.html", "2031/0305"),
        ("/203103/05/c_1.htm", "203103/05"),
        ("/a/20310305/index.html", "20310305"),
        ("/news/202103/t20310305_5829.html", "t20310305"),
        ("/art-20310305.htm", "20310305"),
        ("/2031/3/5/leaving", "2031/3/5"),
        ("/2031/03/05/t20310305_1.html", "2031/03/05"),
    ],
)
def test_an_address_tells_the_day(path: str, evidence: str) -> None:
    assert find_url_date(f"https://news.example{path}") == (date(2031, 3, 5), evidence)


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "https://news.example/",
        "https://news.example/2031/03/title",
        "https://20310305.example/a",
        "https://news.example/a?day=2031-03-05",
        "https://news.example/id/120310305123.html",
        "https://news.example/2031/02/30/title",
        "https://news.example/2031/03/05/20310306.html",
        "https://news.example/1031/03/05/title",
        "https://[bad/2031/03/05/",
    ],
)
def test_other_addresses_do_not(url: str | None) -> None:
    assert find_url_date(url) is None
