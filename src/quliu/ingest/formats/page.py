"""HTML pages: the article, without what stands around it.

Every page is looked at fast; the careful extractor, which is fifteen times slower, reads only those on which
the gate finds something that may be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING

from quliu.errors import InputError
from quliu.ingest.document import Metadata
from quliu.ingest.formats.extras import need
from quliu.ingest.formats.facts import Facts, find_facts
from quliu.ingest.formats.part import Outcome, Part
from quliu.ingest.header import read_header
from quliu.model.document import Origin
from quliu.text.decode import decode
from quliu.text.mojibake import mend
from quliu.text.page_lines import is_prose, plain_line

if TYPE_CHECKING:
    from resiliparse.parse.html import HTMLTree

__all__ = ["declared_charset", "page_text", "read_page", "under_title"]

_TIMES = 8
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_CHARSET_WITHIN = 4096
_STEP = re.compile("<(/?)[a-zA-Z]")
_REAL_STEP = re.compile(
    "<(/?)(?:div|span|section|article|main|aside|table|tbody|tr|td|ul|ol|font|b|i|em|strong|u|a|blockquote|center"
    r"|form|figure|h[1-6])\b",
    re.IGNORECASE,
)
_MAX_DEPTH = 1000
# The careful extractor takes seconds for what no article has.
_MAX_CAREFUL_CHARS = 3_000_000
_MAX_CAREFUL_TAGS = 30_000
_LONG_TAG = re.compile("<([a-zA-Z]+)[^<>]{4000,}")
_MAX_ATTRIBUTES = 1000
_MIN_HEAP_CHARS = 60_000
_MIN_ARTICLE_CHARS = 80
_MIN_CAREFUL_CHARS = 250
_BLANK_LINES = re.compile(r"\n{3,}")


def read_page(part: Part) -> Iterator[Outcome]:
    """Yield the document of a page."""
    data = part.whole(_TIMES)
    page = _without_heaps(mend(decode(data, (*part.declared, *declared_charset(data)))))
    tree = _parse(page)
    facts = find_facts(tree, part.hints.url)
    main = _main_text(tree, page)
    quick = main if len(main) >= _MIN_ARTICLE_CHARS else _tidy(_extract(tree, whole=True))
    text = quick
    if part.options.may_tell is None or part.options.may_tell(f"{facts.title or ''}\n{quick}"):
        text = _careful_text(page) or quick
        text = main if _is_brief(main, facts.title) and not _adds_sentence(text, main) else text
    if not text.strip():
        message = "the page holds no text, a script may fetch it; save what a browser shows"
        raise InputError("no-text", message)
    yield part.document(under_title(text, facts.title), data, _metadata(facts, text, quick))


def declared_charset(data: bytes) -> tuple[str, ...]:
    """Return the encodings that a page or feed declares in its own bytes."""
    found = _CHARSET.findall(data, 0, _CHARSET_WITHIN)
    return tuple(label.decode("ascii") for label in found)


def page_text(html: str) -> str:
    """Return all text of a piece of HTML, as in a feed or a mail, where nothing stands around it."""
    return _tidy(_extract(_parse(html), whole=True))


def _without_heaps(page: str) -> str:
    """Return a page without the attributes of tags that have thousands: the parser compares each with all."""
    return _LONG_TAG.sub(_without_heap, page) if len(page) > _MIN_HEAP_CHARS else page


def _without_heap(tag: re.Match[str]) -> str:
    return f"<{tag[1]}" if len(tag[0].split(None, _MAX_ATTRIBUTES)) > _MAX_ATTRIBUTES else tag[0]


def _parse(html: str) -> HTMLTree:
    tree: HTMLTree = need("resiliparse.parse.html", "web").HTMLTree.parse(html)
    return tree


def _extract(tree: HTMLTree, *, whole: bool) -> str:
    extract = need("resiliparse.extract.html2text", "web").extract_plain_text
    text: str = extract(tree, main_content=not whole, alt_texts=False, comments=whole, list_bullets=False)
    return text


def _main_text(tree: HTMLTree, page: str) -> str:
    """Return the main text, nothing where none stands out or the page is too nested to look for it."""
    return "" if _is_nested(page) else _tidy(_extract(tree, whole=False))


def _is_brief(main: str, title: str | None) -> bool:
    """Tell whether a short main text is all of an article: its title and a sentence under it.

    For so short a one the careful extractor takes the menus along, too.
    """
    heading, _, rest = main.partition("\n")
    own = title is not None and _squeezed(heading) == _squeezed(title)
    return own and "。" in rest and len(main) < _MIN_CAREFUL_CHARS


def _adds_sentence(text: str, main: str) -> bool:
    known = _squeezed(main)
    return any(_squeezed(line) not in known and is_prose(plain_line(line)) for line in text.split("\n"))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _is_nested(page: str) -> bool:
    """Tell whether tags stand so deep in one another that looking for the main text takes for ever."""
    if page.count("<") - page.count("</") <= _MAX_DEPTH:
        return False
    # The second count leaves out tags that need not be closed.
    return all(_depth(steps.findall(page)) > _MAX_DEPTH for steps in (_STEP, _REAL_STEP))


def _depth(steps: list[str]) -> int:
    return max(accumulate(map({"": 1, "/": -1}.__getitem__, steps)), default=0)


def _careful_text(page: str) -> str | None:
    """Return the article as trafilatura sees it, None when it sees none."""
    if len(page) > _MAX_CAREFUL_CHARS or page.count("<") > _MAX_CAREFUL_TAGS or _is_nested(page):
        return None
    extract = need("trafilatura", "web").extract
    text: str | None = extract(page, fast=True, include_comments=False, include_tables=True)
    return text if text and len(text) >= _MIN_ARTICLE_CHARS else None


def _tidy(text: str) -> str:
    lines = "\n".join(map(str.strip, text.split("\n")))
    return _BLANK_LINES.sub("\n\n", lines).strip()


def under_title(text: str, title: str | None) -> str:
    """Return the text with its title above it, where a reader sees it, unless it stands there already."""
    if title is None or _squeezed(title) in _squeezed(text[: 2 * len(title) + 200]):
        return text
    return f"{title}\n\n{text}"


def _metadata(facts: Facts, text: str, quick: str) -> Metadata:
    """Return what tags tell, and what the byline does where the careful extractor dropped it."""
    return Metadata(
        title=facts.title,
        author=facts.author,
        publisher=facts.publisher,
        named_by=Origin.META,
        publisher_evidence=facts.named_by,
        url=facts.url,
        published_on=facts.published_on,
        dated_by=Origin.META,
        date_evidence=facts.dated_by,
        byline=None if text is quick else read_header(quick),
    )
