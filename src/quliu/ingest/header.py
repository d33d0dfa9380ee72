"""Title, publisher, date and address of an article, where the text itself shows them.

Only lines that are made to tell them are believed: front matter, headings, bylines, source lines, datelines.
A date in a sentence is what the article is about, never the day it was published; one without a year is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice, takewhile

from quliu.ingest.dates import PUBLISHED, FoundDate, find_dates, parse_date
from quliu.ingest.frontmatter import FrontMatter, parse_front_matter
from quliu.ingest.publisher import Outlet, Publishing, find_publishing, parse_outlet
from quliu.model.document import Origin
from quliu.text.page_lines import is_byline, is_furniture, is_prose, plain_line

__all__ = ["Header", "read_header"]

_HEAD_LINES = 14
_TAIL_LINES = 6
_TITLE_CHARS = range(4, 161)
_MAX_LINE_CHARS = 160
_DATELINE_CHARS = 20

_MARKUP = re.compile(r"^(?:#{1,6} +|>+ *|[-*] +)|\*\*+|^!?\[(?=[^\]]*\]\()|\]\([^)]*\)")
_CHANGED = re.compile(r"(?:更新|修改|编辑|采集|截至|updated|modified)[^\d]{0,12}\Z", re.IGNORECASE)
_CREDIT = re.compile(
    r"(?:作者|记者|来源|编辑|责编|责任编辑|编译|出品|浏览|阅读|评论|字数|原创|点击)[ :丨|/]|^文[丨|/:]"
    r"|\bby [A-Z]|min read|分钟",
    re.IGNORECASE,
)
_WIRE = re.compile(r" ?[电讯]")
_ADDRESS = re.compile(r"(?:原文|链接|网址|地址|\burl\b|\blink\b)[^:]{0,4}: ?(https?://[!-~]+)", re.IGNORECASE)
_SOURCE_NOTE = re.compile("[(（](?:文章|本文)?来源[:：]")
_MOST_EVIDENCE_CHARS = 80
_EDGE = frozenset(" |·()[]【】丨/-—•,:\t")


Dated = tuple[date, str]
"""A day and the words that give it."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a text says of itself; None where it does not.

    Attributes:
        title: as the text has it.
        publishing: the outlets, in reading form.
        named_by: `META` where the front matter names the publisher.
        dated_by: `META` where the front matter gives the day.
        date_evidence: the words that give it.
    """

    title: str | None = None
    publishing: Publishing = field(default_factory=Publishing)
    named_by: Origin = Origin.TEXT
    published_on: date | None = None
    dated_by: Origin = Origin.TEXT
    date_evidence: str | None = None
    url: str | None = None

    @property
    def publisher(self) -> str | None:
        """The name of the outlet that published it first, as far as that is told."""
        outlet = self.publishing.publisher
        return outlet.name if outlet else None


def read_header(text: str) -> Header:
    """Return what the first and last lines of a text tell about it."""
    front = parse_front_matter(text)
    shown = list(filter(None, map(str.strip, text[front.end :].splitlines())))
    plain = _PlainLines([line[:_MAX_LINE_CHARS] for line in shown[:_HEAD_LINES]])
    head = list(takewhile(lambda line: not is_prose(line), plain))
    opening = next(islice(plain, len(head), None), "")
    tail = _PlainLines([line[-_MAX_LINE_CHARS:] for line in shown[_HEAD_LINES:][-_TAIL_LINES:]])
    # A digest names a source behind each of its items; none of them is the source of the digest.
    lone = len(_SOURCE_NOTE.findall(text)) < 2
    below = (tail if len(shown) > _HEAD_LINES else islice(plain, len(head), None)) if lone else ()
    publishing = find_publishing(head, opening, below)
    named = _front_publisher(front)
    if named is not None:
        publishing = Publishing(publishing.original, named)
    dated = _front_date(front)
    day = dated or _find_date(head, opening, tail)
    return Header(
        title=front.first("title") or _find_title(shown, plain),
        publishing=publishing,
        named_by=Origin.META if named and publishing.publisher is named else Origin.TEXT,
        published_on=day[0] if day else None,
        dated_by=Origin.META if dated else Origin.TEXT,
        date_evidence=day[1] if day else None,
        url=_front_url(front) or _find_url(head),
    )


class _PlainLines:
    """Lines that are made plain when they are asked for, each once: mostly the first few tell everything."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._plain: list[str] = []

    def __iter__(self) -> Iterator[str]:
        for number, line in enumerate(self._lines):
            if number == len(self._plain):
                self._plain.append(plain_line(line))
            yield self._plain[number]


def _find_title(shown: Sequence[str], plain: Iterable[str]) -> str | None:
    """Return the first line that could be a heading, unless the text begins with a sentence."""
    for line, shape in zip(shown, plain, strict=False):
        if is_furniture(shape) or is_byline(shape) or _date_of(shape) is not None:
            continue
        title = _MARKUP.sub("", line).strip()
        if is_prose(shape) or len(title) not in _TITLE_CHARS or len(shown) == 1:
            return None
        return plain_line(title) if _has_pinyin(title) else title
    return None


def _has_pinyin(line: str) -> bool:
    return len(plain_line(line)) < len(line) and re.search("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]", line) is not None


def _find_date(head: Iterable[str], opening: str, tail: Iterable[str]) -> Dated | None:
    of_head = (dated for line in head if (dated := _date_of(line)) is not None)
    of_tail = (dated for line in tail if (dated := _labelled_date(line)) is not None)
    return next(of_head, None) or _dateline_date(opening) or next(of_tail, None)


def _date_of(line: str) -> Dated | None:
    """Return the date of a header line: labelled, among credits, or with nothing but an outlet around it."""
    if "。" in line or is_prose(line):
        return None
    labelled = _labelled_date(line)
    if labelled is not None:
        return labelled
    alone = (found for found in find_dates(line) if _stands_alone(line, found))
    return next(((found.day, line[found.start : found.end]) for found in alone), None)


def _labelled_date(line: str) -> Dated | None:
    for found in find_dates(line):
        if label := PUBLISHED.search(line[: found.start]):
            return found.day, line[label.start() : found.end]
    return None


def _stands_alone(line: str, found: FoundDate) -> bool:
    before, after = line[: found.start], line[found.end :]
    if (before and before[-1] not in _EDGE) or (after and after[0] not in _EDGE):
        return False
    if _CHANGED.search(before):
        return False
    if _CREDIT.search(before + after):
        return True
    rest = [part.strip("".join(_EDGE)) for part in (before, after)]
    return all(not part or part.isdigit() or parse_outlet(part) is not None for part in rest)


def _dateline_date(line: str) -> Dated | None:
    """Return the date of a wire dateline, "某社北京2031年3月5日电", with which a first sentence begins."""
    found = next(find_dates(line), None)
    if found is None or found.start > _DATELINE_CHARS or line.startswith("据"):
        return None
    wire = _WIRE.match(line, found.end)
    return (found.day, line[: wire.end()]) if wire else None


def _front_date(front: FrontMatter) -> Dated | None:
    key = front.first_key("date", "published", "publish_time", "published_on", "pubdate", "doc_date")
    day = parse_date(front.entries[key]) if key else None
    return (day, f"{key}: {front.entries[key]}"[:_MOST_EVIDENCE_CHARS]) if key and day else None


def _front_publisher(front: FrontMatter) -> Outlet | None:
    key = front.first_key("publisher", "source", "outlet")
    value = front.entries[key] if key else ""
    return (
        Outlet(plain_line(value), f"{key}: {value}"[:_MOST_EVIDENCE_CHARS])
        if value and "://" not in value
        else None
    )


def _front_url(front: FrontMatter) -> str | None:
    value = front.first("url", "link", "original_url") or front.first("source") or ""
    return value if "://" in value else None


def _find_url(head: Iterable[str]) -> str | None:
    return next((found[1] for line in head if (found := _ADDRESS.search(line))), None)
