"""Hostile pages, feeds and mails."""

from __future__ import annotations

from email.message import EmailMessage

from tests.ingest.formats.factory import BODY, TITLE, page, zipped
from tests.ingest.hostile.registry import READ, hostile

P = "".join(f"<p>{text}</p>" for text in BODY)


def body(content: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{content}</body></html>".encode()


@hostile(READ)
def a_hundred_thousand_nested_divisions() -> bytes:
    return body("<div>" * 100_000 + P + "</div>" * 100_000)


@hostile(READ)
def a_hundred_thousand_tables() -> bytes:
    return body("<table><tr><td>" * 100_000 + P)


@hostile(READ)
def formatting_that_is_never_closed() -> bytes:
    return body("<b><i><a><font><u>" * 10_000 + P)


@hostile(READ)
def formatting_closed_in_the_wrong_order() -> bytes:
    return body("<b><p><i><div></b></i>" * 10_000 + P)


@hostile(READ)
def tags_that_are_never_finished() -> bytes:
    return body(P + "<p " * 500_000)


@hostile(READ)
def lists_without_end() -> bytes:
    return body("<ul><li>" * 50_000 + P)


@hostile("no-text")
def vectors_and_formulas() -> bytes:
    return body("<svg><foreignObject><math><mtext>" * 10_000 + P)


@hostile(READ)
def templates_within_templates() -> bytes:
    return body(P + "<template>" * 50_000)


@hostile(READ)
def an_attribute_of_five_megabytes() -> bytes:
    return body(f'<div title="{"x" * 5_000_000}">{P}</div>')


@hostile(READ)
def a_hundred_thousand_attributes() -> bytes:
    return body("<div " + " ".join(f"a{number}=1" for number in range(100_000)) + f">{P}</div>")


@hostile("no-text")
def a_comment_that_is_never_closed() -> bytes:
    return b"<html><!--" + b"-" * 5_000_000 + P.encode()


@hostile("no-text")
def a_script_that_is_never_closed() -> bytes:
    return b"<html><script>" + P.encode() * 1000


@hostile(READ)
def half_a_million_breaks() -> bytes:
    return body(P + "<br>" * 500_000)


@hostile(READ)
def a_hundred_thousand_meta_tags() -> bytes:
    return body(P, '<meta name="date" content="2031-99-99">' * 100_000)


@hostile(READ)
def a_million_entities() -> bytes:
    return body(P + "&#x110000;&#0;&amp;&bogus;" * 100_000)


@hostile(READ)
def a_title_of_a_megabyte() -> bytes:
    return body(P, f"<title>{'题' * 300_000}</title>")


@hostile("too-long")
def a_page_of_a_hundred_megabytes() -> bytes:
    return body(P * 200_000)


@hostile("too-long")
def a_page_with_too_much_text() -> bytes:
    return body("".join(f"<p>第{number}段。{BODY[0]}</p>" for number in range(40_000)))


@hostile("binary")
def a_page_of_nulls() -> bytes:
    return b"<html><body>" + b"\0" * 100_000


@hostile(READ)
def charsets_that_contradict() -> bytes:
    head = '<meta charset="big5"><meta http-equiv="Content-Type" content="text/html; charset=utf-16">'
    return b'<?xml version="1.0" encoding="shift_jis"?>' + page(head).encode("gb18030")


@hostile(READ)
def a_charset_that_is_none() -> bytes:
    return page('<meta charset="base64"><meta charset="undefined"><meta charset="idna">').encode("gb18030")


@hostile(READ)
def json_ld_as_deep_as_it_is_long() -> bytes:
    return page(f'<script type="application/ld+json">{"[" * 100_000}</script>').encode()


@hostile(READ)
def json_ld_in_a_hundred_thousand_parts() -> bytes:
    part = '{"@type": "Article", "datePublished": 7, "author": {"name": {}}},'
    return page(f'<script type="application/ld+json">[{part * 4000}{{}}]</script>' * 9).encode()


@hostile(READ)
def an_address_of_another_site() -> bytes:
    return page('<link rel="canonical" href="file:///etc/passwd"><base href="javascript:x">').encode()


@hostile(READ)
def plain_text_in_a_page() -> bytes:
    return f"<html><body>{P}<plaintext></body></html>".encode()


def rss(items: str, prolog: str = "") -> bytes:
    return f'<?xml version="1.0"?>{prolog}<rss version="2.0"><channel>{items}</channel></rss>'.encode()


ITEM = f"<item><title>{TITLE}</title><description>{BODY[0]}</description></item>"


@hostile(READ)
def a_feed_of_a_billion_laughs() -> bytes:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 11))
    item = "<item><description>&l10;</description></item>"
    return rss(ITEM + item, f'<!DOCTYPE rss [<!ENTITY l0 "哈哈">{levels}]>')


@hostile("unsupported")
def a_feed_with_one_huge_entity() -> bytes:
    item = f"<item><title>{TITLE}</title><description>{BODY[0]}{'&a;' * 50_000}</description></item>"
    return rss(item, f'<!DOCTYPE rss [<!ENTITY a "{"x" * 50_000}">]>')


@hostile(READ)
def a_feed_that_names_files() -> bytes:
    item = ITEM.replace(TITLE, f"{TITLE}&file;")
    return rss(item, '<!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/passwd">]>')


@hostile("too-long")
def a_feed_of_a_hundred_megabytes() -> bytes:
    return rss(ITEM * 400_000)


@hostile(READ)
def a_feed_as_deep_as_it_is_long() -> bytes:
    return rss(ITEM + "<a>" * 20_000)


@hostile(READ, "damaged")
def a_feed_that_breaks_off() -> bytes:
    return rss(ITEM * 9)[:-300]


@hostile("empty")
def a_feed_without_entries() -> bytes:
    return rss("<item/>")


@hostile(READ)
def a_feed_with_impossible_dates() -> bytes:
    dates = ("99 Foo 0000", "2031-02-30", "1e999", "Wed, 99 Mar 99999 99:99:99 +9999", "")
    ends = (f"<pubDate>{date}</pubDate><link>{date}</link></item>" for date in dates)
    return rss("".join(ITEM.replace("</item>", end) for end in ends))


@hostile("sitemap")
def a_sitemap_with_entities() -> bytes:
    urls = b"<url><loc>https://a.example/&a;</loc></url>" * 9999
    return b'<!DOCTYPE urlset [<!ENTITY a "b">]><urlset>' + urls


@hostile("unsupported")
def xml_that_is_nothing_known() -> bytes:
    return b'<?xml version="1.0"?>' + b"<a>" * 100_000


HEADERS = b"From: a@far.example.cn\r\nMIME-Version: 1.0\r\n"


@hostile("damaged")
def a_mail_of_ten_thousand_levels() -> bytes:
    parts = b"".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n".encode() for n in range(10_000)
    )
    return HEADERS + parts + BODY[0].encode()


@hostile(READ)
def a_mail_without_its_boundary() -> bytes:
    return HEADERS + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + BODY[0].encode()


@hostile(READ)
def a_mail_with_a_header_of_a_megabyte() -> bytes:
    return HEADERS + b"Subject: " + b"=?utf-8?B?5byg?= " * 20_000 + b"\r\n\r\n" + BODY[0].encode()


@hostile(READ)
def a_mail_of_broken_headers() -> bytes:
    broken = b"Date: nonsense\r\nSubject: =?bogus?Q?=?=\r\nContent-Type: text/plain; charset*=x''%\r\n\r\n"
    return HEADERS + broken + BODY[0].encode()


@hostile(READ, "bomb", "too-long")
def a_mail_with_a_bomb() -> bytes:
    message = EmailMessage()
    message["From"] = "a@far.example.cn"
    message["MIME-Version"] = "1.0"
    message.set_content(BODY[0])
    bomb = zipped({f"{number}.jsonl": b"x" * 9_000_000 for number in range(9)})
    message.add_attachment(bomb, maintype="application", subtype="zip", filename="../../etc/passwd")
    return message.as_bytes()
