from __future__ import annotations

from datetime import date
from email.message import EmailMessage

import pytest

from quliu.model import Incoming, Origin
from tests.ingest.formats.factory import BODY, document, page, read, told


def mail(text: str = BODY[0], **headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in {
        "From": "远山早报 <news@far.example.cn>",
        "Subject": "张甲离职",
        "Date": "Wed, 05 Mar 2031 23:30:00 +0800",
        "Message-ID": "<1@far.example.cn>",
        **headers,
    }.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message


def test_a_message() -> None:
    made = document(mail().as_bytes())
    assert (made.title, made.text) == ("张甲离职", f"张甲离职\n\n{BODY[0]}")
    assert (made.published_on, made.dated_by, made.publisher) == (date(2031, 3, 5), Origin.META, None)


def test_a_newsletter_is_published_by_its_sender() -> None:
    assert document(mail(List_Id="<far.example.cn>").as_bytes()).publisher == "远山早报"


def test_html_is_what_a_reader_sees() -> None:
    message = mail("请用支持 HTML 的程序阅读")
    message.add_alternative(f"<div><h1>张甲离职</h1><p>{BODY[0]}</p></div>", subtype="html")
    assert document(message.as_bytes()).text == f"张甲离职\n\n{BODY[0]}"


@pytest.mark.parametrize("charset", ["gb2312", "utf-8", "big5", "nonsense"])
def test_a_wrong_charset(charset: str) -> None:
    data = mail().as_bytes().replace(b'charset="utf-8"', f'charset="{charset}"'.encode())
    assert BODY[0] in document(data).text


def test_attachments_are_read_by_themselves() -> None:
    message = mail()
    message.add_attachment(page().encode(), maintype="text", subtype="html", filename="页.html")
    message.add_attachment(
        "乙离职".encode("gbk"), maintype="application", subtype="octet-stream", filename="b"
    )
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="c.png")
    assert [source for source, _ in told(message.as_bytes())] == ["f", "f!页.html", "f!b"]
    assert told(message.as_bytes())[2][1] == "乙离职"


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("=?gb2312?B?1cW80cDr1rA=?=", "张佳离职"),
        ("=?utf-8?B?5byg55Sy?= =?utf-8?B?56a76IGM?=", "张甲离职"),
        ("张甲离职", "张甲离职"),
        ("=?utf-8?B?5?=", None),
        ("=?bogus?Q?=D5=C5=BC=D1?=", "张佳"),
    ],
)
def test_headers_encoded_well_or_badly(subject: str, title: str | None) -> None:
    data = mail().as_bytes().replace(b"=?utf-8?b?5byg55Sy56a76IGM?=", subject.encode())
    assert document(data).title == title


def test_a_message_without_text() -> None:
    assert told(mail("").as_bytes()) == [("f", "empty")]


def test_a_page_that_a_browser_saved() -> None:
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message["Snapshot-Content-Location"] = "https://news.example.cn/a/1.html"
    message["MIME-Version"] = "1.0"
    message.set_content(page(), subtype="html")
    message.make_related()
    message.add_related(b"\x89PNG", maintype="image", subtype="png")
    made = document(message.as_bytes())
    assert (made.url, "栏目" in made.text, BODY[0] in made.text) == (
        "https://news.example.cn/a/1.html",
        False,
        True,
    )


def test_only_alternatives_stand_for_one_another() -> None:
    message = mail()
    message.make_mixed()
    footer = EmailMessage()
    footer.set_content("<p>退订请点此处</p>", subtype="html")
    message.attach(footer)
    assert document(message.as_bytes()).text == f"张甲离职\n\n{BODY[0]}\n\n退订请点此处"


def test_an_alternative_without_text_stands_for_none() -> None:
    message = mail()
    message.add_alternative('<p><img src="a.png"></p>', subtype="html")
    assert BODY[0] in document(message.as_bytes()).text


def test_a_message_in_a_message_is_read_by_itself() -> None:
    message = EmailMessage()
    message["From"], message["MIME-Version"], message["Subject"] = "甲 <a@far.example.cn>", "1.0", "转发"
    message.set_content("<p>请看附件里的消息</p>", subtype="html")
    message.add_attachment(mail())
    outer, inner = read(message.as_bytes())
    assert isinstance(outer, Incoming)
    assert isinstance(inner, Incoming)
    assert outer.document.text == "转发\n\n请看附件里的消息"
    assert (inner.source, inner.document.title) == ("f!1", "张甲离职")
    assert inner.document.published_on == date(2031, 3, 5)


def test_a_notice_about_a_message_has_no_attachment() -> None:
    data = mail().as_bytes().replace(b"text/plain", b"message/delivery-status")
    assert told(data) == [("f", "empty")]


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_a_box_of_messages(end: bytes) -> None:
    box = b"".join(
        b"From a@far.example.cn Wed Mar  5 10:00:00 2031\n" + mail(text).as_bytes() + b"\n"
        for text in BODY[:2]
    )
    found = told(box.replace(b"\n", end))
    assert found == [(f"f!{number}", f"张甲离职\n\n{text}") for number, text in enumerate(BODY[:2], start=1)]
