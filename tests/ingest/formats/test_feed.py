from __future__ import annotations

import json
from datetime import date

import pytest

from quliu.model import Incoming, Origin
from tests.ingest.formats.factory import BODY, document, read, told

ITEM = (
    "<item><title>张甲离职</title><link>https://news.example.cn/1</link>"
    "<pubDate>Wed, 05 Mar 2031 23:30:00 +0800</pubDate>"
    f"<description><![CDATA[<p>{BODY[0]}</p><p>甲 &amp; 乙</p>]]></description></item>"
)
ATOM = (
    '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>远山网</title>'
    "<entry><title>张甲离职</title>"
    '<link href="https://news.example.cn/1"/><updated>2031-03-05T23:30:00+08:00</updated>'
    f'<content type="html">&lt;p&gt;{BODY[0]}&lt;/p&gt;&lt;p&gt;甲 &amp;amp; 乙&lt;/p&gt;</content>'
    "</entry></feed>"
)
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "远山网",
        "items": [
            {
                "title": "张甲离职",
                "url": "https://news.example.cn/1",
                "content_html": f"<p>{BODY[0]}</p><p>甲 &amp; 乙</p>",
                "date_published": "2031-03-05T23:30:00+08:00",
            }
        ],
    }
)


def rss(*items: str, encoding: str = "utf-8") -> bytes:
    text = f'<rss version="2.0"><channel><title>远山网</title>{"".join(items)}</channel></rss>'
    return f'<?xml version="1.0" encoding="{encoding}"?>{text}'.encode(encoding)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(rss(ITEM), id="rss"),
        pytest.param(rss(ITEM, encoding="gb2312"), id="gb2312"),
        pytest.param(rss(ITEM).replace(b"utf-8", b"gbk"), id="called-gbk"),
        pytest.param(ATOM.encode(), id="atom"),
        pytest.param(JSON_FEED.encode(), id="json"),
        pytest.param(json.dumps(json.loads(JSON_FEED), indent=1).encode(), id="json-in-lines"),
    ],
)
def test_an_entry_is_a_document(data: bytes) -> None:
    made = document(data)
    assert made.text == f"张甲离职\n\n{BODY[0]}\n\n甲 & 乙"
    assert (made.title, made.publisher, made.url) == ("张甲离职", "远山网", "https://news.example.cn/1")
    # The day on which it was published where it was published, not in UTC.
    assert (made.published_on, made.dated_by) == (date(2031, 3, 5), Origin.META)


def test_entries_are_read_one_by_one() -> None:
    second = "<item><title>只有标题</title></item>"
    assert [source for source, _ in told(rss(ITEM, second, "<item></item>"))] == [
        "f!https://news.example.cn/1",
        "f!2",
        "f!3",
    ]
    assert [outcome for _, outcome in told(rss(ITEM, second, "<item></item>"))][1:] == ["只有标题", "empty"]


def test_an_entry_keeps_its_own_bytes() -> None:
    (incoming,) = read(rss(ITEM))
    assert isinstance(incoming, Incoming)
    assert incoming.raw == f"<p>{BODY[0]}</p><p>甲 &amp; 乙</p>".encode()


def test_the_outlet_an_entry_was_taken_from() -> None:
    source = '<source url="https://sea.example.cn">海风报</source></item>'
    assert document(rss(ITEM.replace("</item>", source))).publisher == "海风报"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(rss(), id="none"),
        pytest.param(b'{"version": "https://jsonfeed.org/version/1", "items": []}', id="json-none"),
        pytest.param(b'{"version": "https://jsonfeed.org/version/1", "items": 7}', id="json-no-list"),
        pytest.param(b"<rss><channel", id="cut"),
    ],
)
def test_a_feed_without_entries(data: bytes) -> None:
    assert told(data) == [("f", "empty")]


@pytest.mark.parametrize("kept", [len(rss(ITEM)) - len(b"</channel></rss>"), len(rss(ITEM, ITEM[:-40]))])
def test_a_feed_that_is_cut_off_says_so(kept: int) -> None:
    found = told(rss(ITEM, ITEM)[:kept])
    assert found[0][0] == "f!https://news.example.cn/1"
    assert found[-1] == ("f", "damaged")


def test_half_characters() -> None:
    data = JSON_FEED.replace("<p>", "\\ud83d<p>").encode()
    assert "\ufffd" in document(data).text


def test_entities_do_not_expand() -> None:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    data = f'<!DOCTYPE rss [<!ENTITY a0 "哈">{levels}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    feed = rss(ITEM.replace("张甲离职", "张甲&a11;&f;离职")).decode()
    found = told(feed.replace("?>", f"?>{data}", 1).encode())
    assert all("哈哈" not in text and "root:" not in text for _, text in found)
