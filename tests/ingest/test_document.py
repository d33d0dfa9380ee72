from __future__ import annotations

from datetime import date

import pytest

from quliu.errors import InputError
from quliu.ingest import ReadOptions, read_header
from quliu.ingest.document import Metadata, build_document
from quliu.model import Language, Origin, document_id

TEXT = "张甲离开某公司\n来源：某某网 2031-03-05\n\n张甲离职了，公司没有回应置评请求。"


def test_what_the_text_shows() -> None:
    document = build_document(TEXT, ReadOptions())
    assert (document.title, document.publisher, document.url) == ("张甲离开某公司", "某某网", None)
    assert (document.published_on, document.dated_by) == (date(2031, 3, 5), Origin.TEXT)
    assert (document.text, document.language) == (TEXT, Language.HANS)


def test_metadata_comes_before_the_text() -> None:
    metadata = Metadata("某题", "某某报", "https://n.example", date(2031, 3, 6))
    document = build_document(TEXT, ReadOptions(), metadata)
    assert (document.title, document.publisher, document.url) == ("某题", "某某报", "https://n.example")
    assert (document.published_on, document.dated_by) == (date(2031, 3, 6), Origin.GIVEN)


def test_options_come_first() -> None:
    options = ReadOptions(date(2031, 3, 7), "某某台", "https://o.example")
    document = build_document(
        TEXT, options, Metadata("某题", "某某报", "https://n.example", date(2031, 3, 6))
    )
    assert (document.publisher, document.url) == ("某某台", "https://o.example")
    assert (document.published_on, document.dated_by) == (date(2031, 3, 7), Origin.GIVEN)


def test_no_date_stays_none() -> None:
    document = build_document("张甲3月5日离开某公司。", ReadOptions())
    assert (document.published_on, document.dated_by) == (None, Origin.UNKNOWN)


def test_the_same_text_has_the_same_id() -> None:
    once, again = build_document(TEXT, ReadOptions()), build_document(TEXT, ReadOptions(publisher="某某台"))
    assert once.id == again.id == document_id(TEXT)


def test_the_limit_is_in_bytes() -> None:
    assert build_document("甲" * 10, ReadOptions(max_bytes=30)).text == "甲" * 10
    with pytest.raises(InputError) as error:
        build_document("甲" * 10, ReadOptions(max_bytes=29))
    assert error.value.code == "too-long"


def test_a_text_decoded_wrongly_is_read_right() -> None:
    text = "张甲上周离职，加入了另一家公司。"
    assert build_document(text.encode().decode("latin-1"), ReadOptions()).text == text


def test_evidence_of_what_the_text_shows() -> None:
    document = build_document(
        "张甲离开某公司\n远山网 2031-03-05\n来源：星河周刊\n\n张甲离职了，没有回应。", ReadOptions()
    )
    assert (document.publisher, document.reposted_by) == ("星河周刊", "远山网")
    assert (document.named_by, document.publisher_evidence) == (Origin.TEXT, "来源:星河周刊")
    assert (document.dated_by, document.date_evidence) == (Origin.TEXT, "2031-03-05")


def test_the_site_of_a_page_reposts_what_its_text_says_is_from_elsewhere() -> None:
    site = Metadata(publisher="远山网", named_by=Origin.META, publisher_evidence="meta og:site_name")
    document = build_document(TEXT, ReadOptions(), site)
    assert (document.publisher, document.reposted_by, document.named_by) == ("某某网", "远山网", Origin.TEXT)
    own = build_document("张甲离职了，公司没有回应置评请求。", ReadOptions(), site)
    assert (own.publisher, own.reposted_by, own.named_by) == ("远山网", None, Origin.META)
    assert own.publisher_evidence == "meta og:site_name"


def test_a_byline_beside_the_text_counts_as_the_text() -> None:
    byline = read_header("远山网 2031-03-05\n来源：星河周刊\n张甲离职了，没有回应。")
    document = build_document("张甲离职了，公司没有回应置评请求。", ReadOptions(), Metadata(byline=byline))
    assert (document.publisher, document.reposted_by) == ("星河周刊", "远山网")
    assert (document.published_on, document.dated_by) == (date(2031, 3, 5), Origin.TEXT)


def test_the_address_tells_the_day_where_nothing_else_does() -> None:
    url = "https://n.example/2031/03/06/a.html"
    document = build_document("张甲离职了，公司没有回应置评请求。", ReadOptions(url=url))
    assert (document.published_on, document.dated_by) == (date(2031, 3, 6), Origin.URL)
    assert document.date_evidence == "2031/03/06"
    assert build_document(TEXT, ReadOptions(url=url)).dated_by is Origin.TEXT


def test_what_is_given_has_no_evidence_and_no_reposter() -> None:
    document = build_document(TEXT, ReadOptions(publisher="远山网", published_on=date(2031, 3, 7)))
    assert (document.publisher, document.named_by, document.publisher_evidence) == (
        "远山网",
        Origin.GIVEN,
        None,
    )
    assert (document.reposted_by, document.date_evidence) == (None, None)


def test_nothing_is_known_of_a_bare_sentence() -> None:
    document = build_document("张甲离职了，公司没有回应置评请求。", ReadOptions())
    assert (document.publisher, document.named_by) == (None, Origin.UNKNOWN)
