"""Which outlet published an article, where a line of it says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quliu.ingest.dates import PUBLISHED, find_dates
from quliu.text.page_lines import ACCOUNT, REPORT, REPORTER
from quliu.text.script import HAN

__all__ = ["find_publisher", "parse_outlet"]

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
    r"(?:(?<![片据料图频考息力])来源|稿源|出品|公众号|发布机构|发布者|\bsource|\bpublisher|\bpublication)"
    r"(?:名称)?[:丨|/][ :丨|/]*(?P<outlet>[^\n]+)",
    re.IGNORECASE,
)
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


def find_publisher(head: Iterable[str], opening: str, tail: Iterable[str]) -> str | None:
    """Return the outlet that plain lines name, None when they name none.

    Args:
        head: the lines above the first sentence.
        opening: the first line with sentences.
        tail: the last lines; there an outlet counts only when they agree on one.
    """
    above = next((outlet for line in head for outlet in _of_head(line)), None)
    if above is not None:
        return above
    begun = next(_of_opening(opening), None)
    if begun is not None:
        return begun
    below = {outlet for line in tail for outlet in _of_tail(line)}
    return below.pop() if len(below) == 1 else None


def parse_outlet(text: str) -> str | None:
    """Return the outlet's name if a text is nothing else: in 《》, or as newspapers and sites are called."""
    name = text.strip(_AROUND)
    if quoted := _QUOTED.fullmatch(name):
        return quoted["outlet"]
    return name if _is_outlet_like(name) or _THE.fullmatch(name) else None


def _is_outlet_like(name: str) -> bool:
    """Tell whether a name ends as the names of newspapers, agencies and sites do."""
    return len(name) <= _MAX_CHARS and _OUTLET.fullmatch(name) is not None


def _of_head(line: str) -> Iterator[str]:
    if label := _LABEL.search(line):
        yield from _clean(label["outlet"])
    if reporter := REPORTER.fullmatch(line):
        apart = reporter["gap"] and reporter["sign"]
        if apart or _is_outlet_like(reporter["outlet"]):
            yield from _clean(reporter["outlet"])
    for pattern in (ACCOUNT, REPORT):
        if found := pattern.fullmatch(line):
            yield from _clean(found["outlet"])
    for found_date in find_dates(line):
        yield from _beside(line[: found_date.start], line[found_date.end :])


def _beside(before: str, after: str) -> Iterator[str]:
    """Yield the outlet that stands alone before or after the day it published on."""
    labelled = PUBLISHED.search(before)
    parts = [before[: labelled.start()] if labelled else before]
    if after[:1] in _AROUND:
        following = _NEXT_LABEL.search(after)
        parts.append(after[: following.start()] if following else after)
    yield from (outlet for part in parts if (outlet := parse_outlet(part)) is not None)


def _of_opening(line: str) -> Iterator[str]:
    if wire := _WIRE.match(line):
        name = wire["outlet"] + (wire["place"] or "")
        agency = _AGENCY.match(name)
        yield from _clean(agency[0] if agency else name)
    if wire := _ENGLISH_WIRE.match(line):
        yield from _clean(wire["outlet"])


def _of_tail(line: str) -> Iterator[str]:
    if note := _NOTE.search(line):
        yield from _clean(note["outlet"])
    elif len(line) <= _MAX_CHARS * 2 and (label := _LABEL.match(line)):
        yield from _clean(label["outlet"])


def _clean(name: str) -> Iterator[str]:
    """Yield the outlet's name without what follows it on its line, if a name is left."""
    for found in find_dates(name):
        name = name[: found.start]
        break
    if following := _NEXT_LABEL.search(name):
        name = name[: following.start()]
    name = re.sub(r"^\[([^\]]*)\].*", r"\1", name)
    name = re.split(r"(?<=.)[(,。;]", name, maxsplit=1)[0].strip(" |·:,;()[]【】<>“”\"'丨-—")
    if re.match(r"\d+ ?(?:年|月|日)", name):
        return
    usable = 2 <= len(name) <= _MAX_CHARS and "://" not in name and any(map(str.isalpha, name))
    if usable and name.lower() not in _NOWHERE and not name.startswith(_NOT_FIRST):
        yield name
