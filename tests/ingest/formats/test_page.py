from __future__ import annotations

from datetime import date

import pytest

from quliu.ingest import ReadOptions
from quliu.model import Origin
from tests.ingest.formats.factory import BODY, TITLE, document, page, told

FAST = ReadOptions(may_tell=lambda _text: False)


@pytest.mark.parametrize("options", [None, FAST, ReadOptions(may_tell=lambda _text: True)])
def test_the_article_without_what_stands_around_it(options: ReadOptions | None) -> None:
    text = document(page().encode(), options).text
    assert text.startswith(TITLE)
    assert all(paragraph in text for paragraph in BODY)
    assert not [word for word in ("栏目", "网友甲", "版权所有") if word in text]


@pytest.mark.parametrize("paragraphs", [1, 2, 3])
def test_a_brief_article_without_what_stands_around_it(paragraphs: int) -> None:
    text = document(page(body=BODY[:paragraphs]).encode()).text
    assert text.split("\n\n", 1)[0] == TITLE
    assert all(paragraph in text for paragraph in BODY[:paragraphs])
    assert not [word for word in ("栏目", "网友甲", "版权所有") if word in text]


def test_a_lead_is_no_brief_article() -> None:
    lead = page(body=["张甲上周离职，加入了另一家公司。"])
    rest = "".join(f"<div>{paragraph}</div>" for paragraph in BODY)
    text = document(lead.replace("</article>", f"</article>{rest}").encode()).text
    assert all(paragraph in text for paragraph in BODY)


def test_the_gate_is_asked_for_title_and_text() -> None:
    asked: list[str] = []

    def may_tell(text: str) -> bool:
        asked.append(text)
        return False

    document(page().encode(), ReadOptions(may_tell=may_tell))
    assert TITLE in asked[0]
    assert BODY[0] in asked[0]


def test_an_account_is_the_publisher_on_its_platform() -> None:
    head = '<meta property="og:site_name" content="微信公众平台">'
    account = '<a id="js_name"> 晚风科技评论 </a>'
    found = document(page(head=head, above=account).encode())
    assert (found.publisher, found.publisher_evidence) == ("晚风科技评论", "page #js_name")


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        pytest.param('<meta charset="utf-8">', "utf-8", id="declared"),
        pytest.param('<meta charset="gb2312">', "gb18030", id="gbk"),
        pytest.param("", "gb18030", id="gbk-undeclared"),
        pytest.param('<meta charset="utf-8">', "gb18030", id="gbk-called-utf-8"),
        pytest.param('<meta charset="gbk">', "utf-8", id="utf-8-called-gbk"),
        pytest.param('<meta charset="utf-8"><meta charset="big5">', "utf-16", id="utf-16"),
        pytest.param("", "utf-16-le", id="utf-16-without-mark"),
    ],
)
def test_encodings(head: str, encoding: str) -> None:
    made = document(page(head).encode(encoding))
    assert (made.title, BODY[0] in made.text) == (TITLE, True)


def test_a_page_decoded_wrongly_before() -> None:
    garbled = page('<meta property="og:title" content="' + TITLE + '">').encode().decode("latin-1").encode()
    made = document(garbled)
    assert (made.title, BODY[0] in made.text) == (TITLE, True)


META = '<meta property="og:site_name" content="远山网">'


@pytest.mark.parametrize(
    ("head", "above"),
    [
        pytest.param(
            '<meta property="article:published_time" content="2031-03-05T23:30:00+08:00">', "", id="meta"
        ),
        pytest.param('<meta name="PubDate" content="2031-03-05 08:00:00">', "", id="old-meta"),
        pytest.param("", '<time datetime="2031-03-05T08:00">今天</time>', id="time"),
        pytest.param("", "<p>2031-03-05 08:00 来源：远山网</p>", id="byline"),
        pytest.param(
            '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle",'
            ' "headline": "甲", "datePublished": "2031-03-05T08:00:00Z"}]}</script>',
            "",
            id="json-ld",
        ),
    ],
)
def test_dates(head: str, above: str) -> None:
    made = document(page(META + head, above=above).encode())
    dated_by = Origin.TEXT if "<p>" in above else Origin.META
    assert (made.published_on, made.dated_by, made.publisher) == (date(2031, 3, 5), dated_by, "远山网")
    assert "2031" in (made.date_evidence or "")


@pytest.mark.parametrize(
    "above",
    [
        pytest.param('<time datetime="2031-03-05"></time><time datetime="2031-03-04"></time>', id="several"),
        pytest.param('<time datetime="gestern"></time>', id="no-day"),
        pytest.param("", id="none"),
    ],
)
def test_no_date_is_made_up(above: str) -> None:
    made = document(page(above=above).encode())
    assert (made.published_on, made.dated_by) == (None, Origin.UNKNOWN)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("张甲离职 - 远山网", ("张甲离职", "远山网")),
        ("张甲离职_科技频道_海风日报", ("张甲离职", "海风日报")),
        ("张甲离职|海风财经", ("张甲离职", "海风财经")),
        ("张甲-李乙的继任者——离职", ("张甲-李乙的继任者——离职", None)),
        ("张甲离职 - 第二页", ("张甲离职 - 第二页", None)),
    ],
)
def test_the_site_in_a_title(title: str, told: tuple[str, str | None]) -> None:
    data = f"<html><head><title>{title}</title></head><body><p>{BODY[0]}</p></body></html>".encode()
    made = document(data)
    assert (made.title, made.publisher) == told


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ('<link rel="canonical" href="https://news.example.cn/a/1">', "https://news.example.cn/a/1"),
        ('<meta property="og:url" content="https://news.example.cn/a/2">', "https://news.example.cn/a/2"),
        ('<link rel="canonical" href="/a/1">', None),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        ('<link rel="canonical" href="http://[bad">', None),
    ],
)
def test_addresses(link: str, url: str | None) -> None:
    assert document(page(link).encode()).url == url


@pytest.mark.parametrize(
    "script", ["{", "[" * 9999, '"x"', "[[[]]]", '{"@graph": 7}', '{"@type": ["Article"]}']
)
def test_broken_json_ld_is_passed_over(script: str) -> None:
    made = document(page(f'<script type="application/ld+json">{script}</script>').encode())
    assert BODY[0] in made.text


def test_a_page_without_text_says_so() -> None:
    assert told(b"<html><body><script>load()</script></body></html>") == [("f", "no-text")]


def test_a_short_page_is_read_whole() -> None:
    assert document("<html><body><p>张甲离职。</p></body></html>".encode()).text == "张甲离职。"


def test_deep_nesting_does_not_hold_up() -> None:
    deep = "<div>" * 50_000 + BODY[0] + "</div>" * 50_000
    assert BODY[0] in document(f"<html><body>{deep}</body></html>".encode()).text
