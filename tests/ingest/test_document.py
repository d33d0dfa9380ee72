from __future__ import annotations

from datetime import date

import pytest

from quliu.errors import InputError
from quliu.ingest import ReadOptions
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
