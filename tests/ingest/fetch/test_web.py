from __future__ import annotations

import gzip
from collections.abc import Callable

import pytest

from quliu.ingest.fetch.settings import FetchSettings
from quliu.ingest.fetch.web import read_url
from quliu.ingest.options import ReadOptions
from quliu.model import Incoming, Reject, Validator
from tests.ingest.fetch.conftest import MakeFetcher, Memory
from tests.ingest.fetch.server import ARTICLE, HTML, PAGE, Reply, Request, Site, page, redirect

Read = Callable[..., list[Incoming | Reject]]


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture
def read(make_fetcher: MakeFetcher, memory: Memory) -> Read:
    def run(url: str, *, follow: bool = False, max_links: int = 1000) -> list[Incoming | Reject]:
        settings = FetchSettings(
            allow_private=True, follow=follow, max_links=max_links, validators=memory, delay_seconds=0
        )
        return list(read_url(url, ReadOptions(web=settings), make_fetcher(settings)))

    return run


def codes(items: list[Incoming | Reject]) -> dict[str, str]:
    """Return what became of each source."""
    return {item.source: item.code if isinstance(item, Reject) else "read" for item in items}


def test_a_page_and_where_it_is(site: Site, read: Read) -> None:
    site.routes |= {"/short": redirect("/news/1"), "/news/1": page()}
    (item,) = read(site.url("/short"))
    assert isinstance(item, Incoming)
    assert ARTICLE in item.document.text
    assert item.source == site.url("/short")
    assert item.document.url == site.url("/news/1")


@pytest.mark.parametrize("declared", ["utf-8", "gb18030", "iso-8859-1", "no-such-charset"])
def test_a_charset_is_a_hint_and_bytes_decide(site: Site, read: Read, declared: str) -> None:
    site.routes["/"] = Reply(
        PAGE.encode("gb18030"), headers={"Content-Type": f"text/html; charset={declared}"}
    )
    (item,) = read(site.url())
    assert isinstance(item, Incoming)
    assert ARTICLE in item.document.text


def test_what_cannot_be_had_is_a_reject(site: Site, read: Read, memory: Memory) -> None:
    assert codes(read(site.url("/gone"))) == {site.url("/gone"): "http-404"}
    assert memory.fetches == []


def test_passwords_are_not_kept(site: Site, read: Read) -> None:
    (item,) = read(site.url("/a").replace("//", "//name:secret@"))
    assert isinstance(item, Reject)
    assert (item.code, item.source) == ("credentials", site.url("/a"))
    assert "secret" not in item.message


# --- what is remembered


def test_what_was_read_is_asked_for_once(site: Site, read: Read, memory: Memory) -> None:
    def answer(request: Request) -> Reply:
        return Reply(status=304) if "If-None-Match" in request.headers else page(ETag='"7"')

    site.routes["/"] = answer
    assert len(read(site.url())) == 1
    assert read(site.url()) == []
    assert [(fetch.url, fetch.status) for fetch in memory.fetches] == [(site.url(), 200), (site.url(), 304)]
    assert memory.known == {site.url(): Validator('"7"')}


def test_what_was_rejected_is_asked_for_in_full(site: Site, read: Read, memory: Memory) -> None:
    site.routes["/"] = Reply(
        b"<html><body><script>load()</script></body></html>", headers={**HTML, "ETag": "1"}
    )
    (item,) = read(site.url())
    assert isinstance(item, Reject)
    assert memory.fetches == []


def test_nothing_is_remembered_before_all_was_handed_on(
    site: Site, make_fetcher: MakeFetcher, memory: Memory
) -> None:
    site.routes["/"] = page(ETag='"7"')
    settings = FetchSettings(allow_private=True, validators=memory)
    items = read_url(site.url(), ReadOptions(web=settings), make_fetcher(settings))
    next(items)
    assert memory.fetches == []
    assert list(items) == []
    assert len(memory.fetches) == 1


# --- following


def _sitemap(*urls: str, root: str = "urlset") -> bytes:
    listed = "".join(f"<url><loc>{url}</loc></url>" for url in urls)
    return f'<?xml version="1.0"?><{root}>{listed}</{root}>'.encode()


def _article(number: int) -> Reply:
    return page(PAGE.replace("三年", f"{number}年"))


def test_a_sitemap_is_followed_only_when_asked(site: Site, read: Read) -> None:
    site.routes |= {"/map.xml": Reply(_sitemap(site.url("/1"))), "/1": page()}
    assert codes(read(site.url("/map.xml"))) == {site.url("/map.xml"): "sitemap"}
    assert codes(read(site.url("/map.xml"), follow=True)) == {site.url("/1"): "read"}


def test_an_index_of_packed_sitemaps(site: Site, read: Read) -> None:
    pages = [site.url(f"/{number}") for number in range(4)]
    site.routes |= {
        "/index.xml": Reply(_sitemap(site.url("/a.xml.gz"), site.url("/b.txt"), root="sitemapindex")),
        "/a.xml.gz": Reply(gzip.compress(_sitemap(*pages[:2], site.url("/index.xml")))),
        "/b.txt": Reply("\n".join(pages[1:]).encode()),
        **{f"/{number}": _article(number) for number in range(4)},
    }
    items = read(site.url("/index.xml"), follow=True)
    assert [item.source for item in items] == pages
    assert set(codes(items).values()) == {"read"}


def test_following_is_bounded(site: Site, read: Read, memory: Memory) -> None:
    pages = [site.url(f"/{number}") for number in range(5)]
    site.routes |= {"/map.xml": Reply(_sitemap(*pages), headers={"ETag": '"7"'})}
    site.routes |= {f"/{number}": _article(number) for number in range(5)}
    *_, last = items = read(site.url("/map.xml"), follow=True, max_links=3)
    assert codes(items) == {**dict.fromkeys(pages[:3], "read"), site.url("/map.xml"): "too-many-links"}
    assert isinstance(last, Reject)
    assert "names 5 addresses" in last.message
    assert site.url("/map.xml") not in memory.known


def _feed(*links: str) -> Reply:
    entries = "".join(
        f"<item><title>第{number}条消息</title><link>{link}</link><description>{ARTICLE}第{number}条。</description></item>"
        for number, link in enumerate(links)
    )
    text = (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>海带新闻</title>{entries}</channel></rss>'
    )
    return Reply(text.encode(), headers={"ETag": '"7"', "Content-Type": "application/rss+xml"})


def test_a_feed_and_what_it_names(site: Site, read: Read, memory: Memory) -> None:
    feed = site.url("/feed")
    site.routes |= {"/feed": _feed(site.url("/1"), "/2"), "/1": _article(1), "/2": _article(2)}
    entries = {f"{feed}!{site.url('/1')}": "read", f"{feed}!/2": "read"}
    assert codes(read(feed)) == entries
    memory.known.clear()
    assert codes(read(feed, follow=True)) == {**entries, site.url("/1"): "read", site.url("/2"): "read"}
    assert feed in memory.known


def test_a_feed_of_which_something_failed_is_gone_through_again(
    site: Site, read: Read, memory: Memory
) -> None:
    site.routes |= {"/feed": _feed(site.url("/1"), site.url("/2")), "/1": _article(1)}
    assert codes(read(site.url("/feed"), follow=True))[site.url("/2")] == "http-404"
    assert site.url("/feed") not in memory.known


def test_pages_are_not_followed_further(site: Site, read: Read) -> None:
    site.routes |= {"/feed": _feed(site.url("/map")), "/map": Reply(_sitemap(site.url("/1"))), "/1": page()}
    found = codes(read(site.url("/feed"), follow=True))
    assert found[site.url("/map")] == "sitemap"
    assert site.url("/1") not in found


def test_links_to_private_addresses_are_not_followed(site: Site, make_fetcher: MakeFetcher) -> None:
    site.routes["/map"] = Reply(_sitemap("http://127.0.0.2/", "http://10.0.0.1/"))
    settings = FetchSettings(follow=True, delay_seconds=0)
    fetcher = make_fetcher(
        settings,
        resolver=lambda host, port: (host,),
        is_public=lambda address: address == "127.0.0.1",
    )
    found = codes(list(read_url(site.url("/map"), ReadOptions(web=settings), fetcher)))
    assert found == {"http://127.0.0.2/": "forbidden-address", "http://10.0.0.1/": "forbidden-address"}
