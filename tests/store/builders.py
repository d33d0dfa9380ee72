"""Documents to fill a ledger with, and a small engine for plain sentences. All people are invented."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from quliu.lexicon import Lexicon
from quliu.model import (
    Claim,
    DateRange,
    Document,
    Incoming,
    Language,
    Mention,
    Move,
    Origin,
    Post,
    RawOffset,
    Span,
    Status,
    When,
    document_id,
)

EMPTY_LEXICON = Lexicon({}, {}, {}, {}, {})
NOW = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)

_SENTENCE = re.compile(
    r"(?P<person>[一-鿿]{2,3}?)(?:接替(?P<before>[一-鿿]{2,3}))?(?P<verb>加入|离开)"
    r"(?P<org>[一-鿿]{2,6})(?P<today>,就在今天)?。"
)


def incoming(
    text: str,
    *,
    source: str | None = None,
    published_on: date | None = None,
    publisher: str | None = None,
    dated_by: Origin = Origin.GIVEN,
) -> Incoming:
    document = Document(
        id=document_id(text),
        text=text,
        language=Language.HANS,
        publisher=publisher,
        published_on=published_on,
        dated_by=dated_by if published_on else Origin.UNKNOWN,
    )
    return Incoming(source or f"{document.id[:8]}.txt", document, text.encode())


def mention(found: re.Match[str], group: str) -> Mention:
    span = Span(RawOffset(found.start(group)), RawOffset(found.end(group)))
    return Mention(found[group], found[group], span)


def read_sentences(document: Document) -> tuple[Claim, ...]:
    """Read `X加入Y。`, `X离开Y。` and `X接替Z加入Y。`, and the day where it says `,就在今天`."""
    return tuple(_claim(found, document) for found in _SENTENCE.finditer(document.text))


def _claim(found: re.Match[str], document: Document) -> Claim:
    post = Post(mention(found, "org"))
    joins = found["verb"] == "加入"
    before = mention(found, "before") if found["before"] else None
    out, into = (None, post) if joins else (post, None)
    move = Move(mention(found, "person"), out, into, predecessor=before)
    when = None
    if found["today"] and document.published_on:
        when = When(DateRange.day(document.published_on), "今天", anchor=document.published_on)
    evidence = Span(RawOffset(found.start()), RawOffset(found.end()))
    return Claim(move, Status.REPORTED, evidence, 0.9, when, rule="test.sentence")
