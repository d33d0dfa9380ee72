"""Which outlet published an article first and which one shows it, where lines of it say so.

A line that names a source (来源:, 转载自, 出品丨, a dateline, a reporter's paper) tells the first; the name
beside the day at the head of a page is that of whoever shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quliu.ingest.dates import PUBLISHED, find_dates
from quliu.text.page_lines import ACCOUNT, REPORT, REPORTER
from quliu.text.script import HAN

__all__ = ["Outlet", "Publishing", "find_publishing", "is_same_house", "parse_outlet"]

_WORD = rf"[{HAN}A-Za-z0-9]"
_OUTLET = re.compile(
    rf"{_WORD}[{HAN}\w .·&'’+-]*?(?:报|网|社|新闻|周刊|杂志|财经|科技|资讯|电视台|广播电台|在线|观察|传媒"
    r"|评论|头条|Times|News|Post|Journal|Daily|Weekly|Review|Reuters|Bloomberg|Press|Tribune|Gazette|Wire)",
)
_QUOTED = re.compile("《(?P<outlet>[^《》]{2,20})》")
_THE = re.compile(r"The(?: [A-Z][\w.&'’-]*){1,4}")
_AROUND = " |·丨,-—–"
_MAX_CHARS = 30
_NOWHERE = frozenset(
    {"原创", "网络", "互联网", "本站", "本站原创", "转载", "未知", "佚名", "综合", "网络综合", "整理", "投稿"}
    | {
        "网友投稿",
        "自媒体",
        "公众号",
        "微信公众号",
        "本报",
        "本刊",
        "本网",
        "none",
        "unknown",
        "user",
        "internet",
    }
)
_LABEL = re.compile(
    r"(?:(?<![片据料图频考息力明])来源|稿源|(?P<made>出品)|公众号|(?P<shown>发布机构|发布者|\bpublisher)|\bsource"
    r"|\bpublication)"
    r"(?:名称)?[:丨|/][ :丨|/]*(?P<outlet>[^\n]+)",
    re.IGNORECASE,
)
# 转载自, not 转载请注明来源, which is asked of others.
_REPOSTED = re.compile(
    r"(?:^|[(【\[:。])(?:本文|文章|内容|原文|此文|本稿|原标题)?(?:系|已?经?[^,。;()]{0,12}授权)?,?"
    r"(?:转载自|转载于|转载来源|转自|原载于?|首发于|reposted from"
    r"|(?:originally|first) published (?:on|in|by))"
    r" ?[:丨|]? ?(?:微信)?(?:公众号)?[:丨| ]*[“\"《「『]?(?P<outlet>[^,。;()“”\"《》「」『』]+)",
    re.IGNORECASE,
)
# 自媒体平台“某号”用户上传, 转载请注明出处:某网: it is the page that speaks.
_PAGE = re.compile(
    r"平台 ?[“\"](?P<outlet>[^“”\"]{2,10})[”\"] ?用户(?:上传|发布)"
    r"|注明(?:来源|出处|转自)[:丨] ?(?P<own>[^,。;()]{2,20})"
)
_WRITTEN_BY = re.compile(r"[文撰] ?[丨|/:] ?(?P<outlet>\S+)")
_NEXT_WORD = (
    r"(?:作者|记者|编辑|责编|责任编辑|时间|日期|发布|浏览|阅读|评论|点击|字号|原文|链接|图源"
    r"|\bauthor|\bdate|\bby)"
)
# Without a space before it the word must have its sign: 某某评论 is a name, 某某网作者:张三 is two things.
_NEXT_LABEL = re.compile(rf" {_NEXT_WORD}[ :丨|/]|{_NEXT_WORD}[:丨|/]|  | [|丨·] | https?://", re.IGNORECASE)
_WIRE = re.compile(
    rf"[(【]?(?P<outlet>[{HAN}A-Za-z0-9+]{{2,10}}?)(?P<place>[{HAN}]{{2,6}})?[ ,]{{0,2}}"
    r"(?:\d{4} ?年 ?)?\d{1,2} ?月 ?\d{1,2} ?日(?:消息|讯|电)"
)
_AGENCY = re.compile(rf"[{HAN}]{{2,6}}?(?:社|网)(?=[{HAN}]{{2,6}}\Z)")
_ENGLISH_WIRE = re.compile(r"[A-Z][A-Za-z0-9 ,./]{2,40}\((?P<outlet>[A-Z][\w .]{1,20})\) ?[-—–]")
_NOTE = re.compile(r"[(](?:文章|本文)?来源:(?P<outlet>[^()]{2,30})[)]\Z")
_NOT_FIRST = (
    "据",
    "今",
    "昨",
    "近",
    "本",
    "在",
    "于",
    "从",
    "当地",
    "北京时间",
    "美东",
    "公司",
    "官方",
    "记者",
    "多位",
)


# What the names of one house have behind them: 某浪网, 某浪科技.
_TAIL_OF_NAME = re.compile(r"(?:网|在线|客户端|公众号|官网|官方账号|\.com|\.cn)+\Z", re.IGNORECASE)
_MOST_EVIDENCE_CHARS = 80


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet and the words that name it."""

    name: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Publishing:
    """Who published an article first and who shows it, as far as its lines tell."""

    original: Outlet | None = None
    shown_by: Outlet | None = None

    @property
    def publisher(self) -> Outlet | None:
        """The first to publish it, where that is told; else who shows it."""
        return self.original or self.shown_by

    @property
    def reposter(self) -> Outlet | None:
        """Who shows what another house published first."""
        if self.original is None or self.shown_by is None:
            return None
        return None if is_same_house(self.original.name, self.shown_by.name) else self.shown_by


def find_publishing(head: Iterable[str], opening: str, tail: Iterable[str]) -> Publishing:
    """Return the outlets that plain lines name.

    Args:
        head: the lines above the first sentence.
        opening: the first line with sentences.
        tail: the last lines; there an outlet counts only when they agree on one.
    """
    head, tail = tuple(head), tuple(tail)
    sources = [outlet for line in head for outlet in _sources_of_head(line)]
    sources += _of_opening(opening)
    below = {outlet.name: outlet for line in tail for outlet in _of_tail(line)}
    if len(below) == 1:
        sources += below.values()
    # Who produced it or had it before outranks a mere 来源, which may be one more who passed it on.
    first = [outlet for line in (*head, opening, *tail) for outlet in _first_hand(line)]
    shown = [outlet for line in head for outlet in _shown_by(line)]
    shown += [outlet for line in tail for outlet in _of_page(line)]
    if first and sources and not shown:
        shown = [outlet for outlet in sources if not is_same_house(outlet.name, first[0].name)]
    return Publishing(next(iter(first + sources), None), next(iter(shown), None))


def is_same_house(one: str, other: str) -> bool:
    """Tell whether two names are of one outlet, or one is of a part of the other."""
    short, long = sorted((_stem(one), _stem(other)), key=len)
    return long.startswith(short) and (len(short) > 1 or short == long)


def _stem(name: str) -> str:
    folded = "".join(name.lower().split())
    return _TAIL_OF_NAME.sub("", folded) or folded


def parse_outlet(text: str) -> str | None:
    """Return the outlet's name if a text is nothing else: in 《》, or as newspapers and sites are called."""
    name = text.strip(_AROUND)
    if quoted := _QUOTED.fullmatch(name):
        return quoted["outlet"]
    return name if _is_outlet_like(name) or _THE.fullmatch(name) else None


def _is_outlet_like(name: str) -> bool:
    """Tell whether a name ends as the names of newspapers, agencies and sites do."""
    return len(name) <= _MAX_CHARS and _OUTLET.fullmatch(name) is not None


def _first_hand(line: str) -> Iterator[Outlet]:
    if len(line) <= 2 * _MOST_EVIDENCE_CHARS:
        yield from _named(_REPOSTED.search(line))
    label = _LABEL.search(line)
    if label and label["made"]:
        yield from _named(label)


def _sources_of_head(line: str) -> Iterator[Outlet]:
    label = _LABEL.search(line)
    if label and not label["shown"]:
        yield from _named(label)
    if reporter := REPORTER.fullmatch(line):
        apart = reporter["gap"] and reporter["sign"]
        if apart or _is_outlet_like(reporter["outlet"]):
            yield from _named(reporter)
    for pattern in (ACCOUNT, REPORT):
        yield from _named(pattern.fullmatch(line))
    written = _WRITTEN_BY.match(line)
    if written and parse_outlet(written["outlet"]):
        yield from _named(written)


def _shown_by(line: str) -> Iterator[Outlet]:
    label = _LABEL.search(line)
    if label and label["shown"]:
        yield from _named(label)
    for found_date in find_dates(line):
        for name in _beside(line[: found_date.start], line[found_date.end :]):
            yield Outlet(name, line[:_MOST_EVIDENCE_CHARS])


def _beside(before: str, after: str) -> Iterator[str]:
    """Yield the outlet that stands alone before or after the day it published on."""
    labelled = PUBLISHED.search(before)
    parts = [before[: labelled.start()] if labelled else before]
    if after[:1] in _AROUND:
        following = _NEXT_LABEL.search(after)
        parts.append(after[: following.start()] if following else after)
    yield from (outlet for part in parts if (outlet := parse_outlet(part)) is not None)


def _of_opening(line: str) -> Iterator[Outlet]:
    if wire := _WIRE.match(line):
        name = wire["outlet"] + (wire["place"] or "")
        agency = _AGENCY.match(name)
        yield from (Outlet(clean, wire[0]) for clean in _clean(agency[0] if agency else name))
    yield from _named(_ENGLISH_WIRE.match(line))


def _of_tail(line: str) -> Iterator[Outlet]:
    if note := _NOTE.search(line):
        yield from _named(note)
    elif len(line) <= _MAX_CHARS * 2 and (label := _LABEL.match(line)):
        yield from _named(label)


def _of_page(line: str) -> Iterator[Outlet]:
    if found := _PAGE.search(line):
        for name in _clean(found["outlet"] or found["own"]):
            yield Outlet(name, found[0][:_MOST_EVIDENCE_CHARS])


def _named(found: re.Match[str] | None) -> Iterator[Outlet]:
    """Yield the outlet that a line names, if a name is left when it is cleaned."""
    if found is not None:
        for name in _clean(found["outlet"]):
            yield Outlet(name, found[0].strip()[:_MOST_EVIDENCE_CHARS])


def _clean(name: str) -> Iterator[str]:
    """Yield the outlet's name without what follows it on its line, if a name is left."""
    for found in find_dates(name):
        name = name[: found.start]
        break
    if following := _NEXT_LABEL.search(name):
        name = name[: following.start()]
    name = re.sub(r"^\[([^\]]*)\].*", r"\1", name)
    name = re.split(r"(?<=.)[(,。;]", name, maxsplit=1)[0].strip(" |·:,;()[]【】<>“”\"'丨-—").rstrip(".")
    if quoted := _QUOTED.fullmatch(name):
        name = quoted["outlet"]
    if re.match(r"\d+ ?(?:年|月|日)", name):
        return
    usable = 2 <= len(name) <= _MAX_CHARS and "://" not in name and any(map(str.isalpha, name))
    if usable and name.lower() not in _NOWHERE and not name.startswith(_NOT_FIRST):
        yield name
