"""What a page tells of itself beside its text: meta tags, JSON-LD, time tags, links."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from quliu.ingest.dates import parse_date
from quliu.ingest.publisher import parse_outlet
from quliu.text.forms import fold_forms

if TYPE_CHECKING:
    from resiliparse.parse.html import ElementNode, HTMLTree

__all__ = ["Facts", "find_facts", "parse_day"]

_TAGS = 'meta, link[rel="canonical"], script[type="application/ld+json"]'
_DATE_TAGS = 'time[datetime], [itemprop="datePublished"]'
_MAX_TAGS = 300
_MAX_SCRIPTS = 8
_MAX_SCRIPT_CHARS = 300_000
_MAX_NODES = 500
_ARTICLE = re.compile(r"Article|Posting|Report|WebPage", re.IGNORECASE)
_TITLES = ("og:title", "twitter:title")
_PUBLISHERS = ("og:site_name", "publisher", "application-name")
_AUTHORS = ("author", "article:author", "og:article:author", "parsely-author", "dc.creator")
_DATES = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "bytedance:published_time",
    "weibo: article:create_at",
    "datepublished",
    "publishdate",
    "publish-date",
    "publish_date",
    "publish_time",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "apub:time",
    "dc.date.issued",
    "dc.date",
    "date",
)
# Pages of such a site name it alone in their tags; who published stands in the page.
_PLATFORMS = frozenset({"微信公众平台"})
_ACCOUNT = "#js_name"
_SITE_MARK = re.compile(r"\s*[_|｜]+\s*|\s+[-–—]+\s+")
_MOST_EVIDENCE_CHARS = 80
_SITE_MARKS = " \t-–—_|·>«»"
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page tells of itself; None where it does not.

    Attributes:
        dated_by: the tag that told the date, and what it says.
        named_by: the tag that told the publisher.
        metas: every meta tag by its name in lower case.
    """

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    dated_by: str | None = None
    named_by: str | None = None
    url: str | None = None
    metas: Mapping[str, str] = field(default_factory=dict)


def find_facts(tree: HTMLTree, url: str | None = None) -> Facts:
    """Return what the tags of a page tell.

    Args:
        tree: the page.
        url: where it was got from; an address that the page gives counts only if it is of the same site.
    """
    if tree.document is None:
        return Facts()
    # A slice: each step of going through such a list takes as long as the list is.
    metas, scripts, canonical = _read_tags(tree.document.query_selector_all(_TAGS)[:_MAX_TAGS])
    article = _find_article(scripts)
    account = _find_account(tree, metas)
    publisher, named_by = account or next(_find_publishers(article, metas), (None, None))
    title, site = _own_title(_text(tree.title), publisher)
    day, tag = next(_find_dates(article, metas, tree), (None, None))
    return Facts(
        title=_text(article.get("headline")) or _first(metas, _TITLES) or title,
        author=_name(article.get("author")) or _first(metas, _AUTHORS),
        publisher=site,
        published_on=day,
        dated_by=tag and tag[:_MOST_EVIDENCE_CHARS],
        named_by=named_by or ("title" if site else None),
        url=_own_address((canonical, metas.get("og:url")), url),
        metas=metas,
    )


def parse_day(value: str) -> date | None:
    """Return the day that a machine wrote, in ISO 8601 or as mail does, in the zone it was written for."""
    found = parse_date(fold_forms(value))
    if found is None:
        try:
            found = parsedate_to_datetime(value).date()
        except ValueError:
            return None
    return found


def _read_tags(tags: Iterable[ElementNode]) -> tuple[dict[str, str], list[str], str | None]:
    metas: dict[str, str] = {}
    scripts: list[str] = []
    canonical = None
    for tag in tags:
        if tag.tag == "meta":
            name = tag.getattr("property") or tag.getattr("name") or tag.getattr("itemprop") or ""
            value = _text(tag.getattr("content"))
            if name and value:
                metas.setdefault(name.strip().lower(), value)
        elif tag.tag == "link":
            canonical = canonical or tag.getattr("href")
        elif len(scripts) < _MAX_SCRIPTS:
            scripts.append((tag.text or "")[:_MAX_SCRIPT_CHARS])
    return metas, scripts, canonical


def _find_article(scripts: Iterable[str]) -> Mapping[str, object]:
    """Return the first description of an article among JSON-LD scripts, empty when there is none."""
    nodes = islice((node for script in scripts for node in _nodes(script)), _MAX_NODES)
    articles = [node for node in nodes if _ARTICLE.search(str(node.get("@type", "")))]
    return next((one for one in articles if "headline" in one), articles[0] if articles else {})


def _nodes(script: str) -> Iterator[Mapping[str, object]]:
    try:
        waiting: list[object] = [json.loads(script.strip().rstrip(";"), strict=False)]
    except (ValueError, RecursionError):
        return
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting += node[:_MAX_NODES]
        elif isinstance(node, dict):
            yield node
            waiting += [node[key] for key in ("@graph", "mainEntity") if key in node]


def _find_publishers(article: Mapping[str, object], metas: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if name := _name(article.get("publisher")):
        yield name, "JSON-LD publisher"
    for tag in _PUBLISHERS:
        if tag in metas and "://" not in metas[tag]:
            yield metas[tag], f"meta {tag}"


def _find_account(tree: HTMLTree, metas: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the account that a page of a platform of accounts names as its publisher; None elsewhere."""
    if metas.get("og:site_name") not in _PLATFORMS or tree.body is None:
        return None
    shown = tree.body.query_selector(_ACCOUNT)
    name = _text(shown.text) if shown is not None else None
    return (name, f"page {_ACCOUNT}") if name else None


def _find_dates(
    article: Mapping[str, object], metas: Mapping[str, str], tree: HTMLTree
) -> Iterator[tuple[date, str]]:
    """Yield the days of publication with the tags that tell them, the surest first."""
    if day := parse_day(_text(article.get("datePublished")) or ""):
        yield day, f"JSON-LD datePublished: {_text(article.get('datePublished'))}"
    for name in _DATES:
        if name in metas and (day := parse_day(metas[name])):
            yield day, f"meta {name}: {metas[name]}"
    # Of several days on a page one cannot tell which is the article's: others stand beside related ones.
    days = {day for value in _shown_dates(tree) if (day := parse_day(value))}
    if len(days) == 1:
        day = days.pop()
        yield day, f"time: {day}"


def _shown_dates(tree: HTMLTree) -> Iterator[str]:
    if tree.body is not None:
        for tag in tree.body.query_selector_all(_DATE_TAGS)[:_MAX_TAGS]:
            yield tag.getattr("datetime") or tag.getattr("content") or tag.text or ""


def _own_title(title: str | None, publisher: str | None) -> tuple[str | None, str | None]:
    """Return the title of a page without its site, and the site, which often stands only there."""
    if title is None:
        return None, publisher
    parts = _SITE_MARK.split(title)
    site = parse_outlet(parts[-1]) if len(parts) > 1 else None
    if publisher and title.endswith(publisher) and title != publisher:
        return title.removesuffix(publisher).rstrip(_SITE_MARKS) or title, publisher
    if site is None:
        return title, publisher
    # Between the title and the site stand at most the sections of it: 题_科技_某某网.
    return parts[0], publisher or site


def _own_address(found: Iterable[str | None], url: str | None) -> str | None:
    for link in found:
        try:
            address = urljoin(url or "", (link or "").strip())
            parts = urlsplit(address)
            same = url is None or _site(parts.hostname) == _site(urlsplit(url).hostname)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.hostname and same:
            return address
    return None


def _site(host: str | None) -> str:
    return (host or "").lower().removeprefix("www.").removeprefix("m.")


def _first(metas: Mapping[str, str], names: Iterable[str]) -> str | None:
    return next((metas[name] for name in names if name in metas and "://" not in metas[name]), None)


def _name(value: object) -> str | None:
    """Return the name of a person or organisation in JSON-LD, which may be a string, an object or a list."""
    if isinstance(value, list) and value:
        value = value[0]
    return _text(value.get("name") if isinstance(value, dict) else value)


def _text(value: object) -> str | None:
    return _SPACES.sub(" ", value).strip() or None if isinstance(value, str) else None
