"""The reader of times: one pass over a reading text, left to right, the longest rule at each place.

The work at a place is bounded (rules look at no more than a sentence around them), so reading is linear.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from quliu.extract.time import en_days, en_periods, zh_dates, zh_relative
from quliu.extract.time.clock import Clock
from quliu.extract.time.en_words import FIRST_LETTERS
from quliu.extract.time.mention import TimeMention
from quliu.extract.time.rule import NotATimeError, Rule
from quliu.extract.time.zh_words import NUMBERS
from quliu.model import DateRange, ReadOffset, ReadSpan

_GROUP, _GROUP_AGAIN = re.compile(r"\(\?P<\w+>"), re.compile(r"\(\?P=\w+\)")
_LINK = re.compile("(?:起|期间|[-‑–—~](?!-)|至|到| (?:to|until|through|and) | [-–—] )")
_SINCE = re.compile("起(?![诉草步点名初飞家火义码死搏重床夜])|以来")
_LASTS = re.compile(
    r"(?:起|开始)?(?:[-‑–—~至到]|一直到|延续至)(?:今|现在)| ?(?:[-–—]|to|until) ?(?:present|now)\b"
)
# What follows a stretch that dates the beginning and the end of a post: 2015年至2019年任甲公司总裁.
_TENURE = re.compile("[^,。;!?\\n]{0,12}(?:任|就职|就读|攻读|工作|负责|执掌|供职|服务于)")
_STRETCH = re.compile("之间|期间|[年月]?间(?![接谍距])")
_DEADLINE = re.compile("(?:之前|以前|前(?![后往沿端瞻锋夕任台期途景言三两进半首者所]))")
_DATELINE = re.compile("(?:上午|下午|晚间?|早间)?(?:消息|讯|电(?![话影视商子动])|报道)")
_DATED = frozenset({"zh-date", "zh-month-day", "iso-date", "en-date", "en-day-month"})
_DEADLINED = frozenset(
    {
        "zh-date",
        "zh-month-day",
        "zh-year-month",
        "zh-month",
        "zh-year-part",
        "zh-year",
        "zh-month-word",
        "zh-part",
    }
)


class _Grammar:
    """The rules, compiled, by the character that a match begins with."""

    def __init__(self) -> None:
        rules = (*zh_dates.RULES, *zh_relative.RULES, *en_days.RULES, *en_periods.RULES)
        compiled = [(rule, re.compile(rule.pattern)) for rule in rules]
        starts = sorted({char for rule in rules for char in rule.starts})
        self.rules: Mapping[str, tuple[tuple[Rule, re.Pattern[str]], ...]] = {
            char: tuple((rule, pattern) for rule, pattern in compiled if char in rule.starts)
            for char in starts
        }
        self.numbered = frozenset(NUMBERS)
        counted = (rule for rule in rules if not self.numbered.isdisjoint(rule.starts))
        # Most numbers are no times: one pattern tells, before each rule is tried.
        self.number = re.compile("|".join(_without_groups(rule.pattern) for rule in counted))
        others = "".join(char for char in starts if not (char.isascii() and char.isalnum()))
        # A place to look at: a Chinese character, a whole number or a whole word.
        self.start = re.compile(
            rf"[{re.escape(others)}0-9A-Za-z](?:(?<=[0-9])[0-9]*|(?<=[A-Za-z])[A-Za-z]*)?"
        )


def _without_groups(pattern: str) -> str:
    """Return a pattern that matches at least where another does, without names for its groups."""
    return _GROUP_AGAIN.sub(".", _GROUP.sub("(?:", pattern))


@cache
def _grammar() -> _Grammar:
    return _Grammar()


def find_times(text: str, anchor: date | None) -> tuple[TimeMention, ...]:
    """Return the time expressions of a reading text, in order, none overlapping another.

    Args:
        anchor: the document's date, which relative words count from; without it they stay open, unless a
            dateline of the text (2024年3月5日消息) gives a full date.
    """
    clock, found, at = Clock(text, anchor), [], 0
    search = _grammar().start.search
    while start := search(text, at):
        at, word = start.end(), start.group()
        if "A" <= word[0] <= "z" and word[:3].lower() not in FIRST_LETTERS:
            continue
        clock.go_to(start.start())
        mention = _read_at(start.start(), clock)
        if mention is not None:
            mention = _extended(mention, clock)
            found.append(mention)
            at = mention.span.end
    return tuple(found)


def _read_at(at: int, clock: Clock) -> TimeMention | None:
    """Return the longest expression that begins at a position."""
    text, grammar = clock.text, _grammar()
    if text[at] in grammar.numbered and not grammar.number.match(text, at):
        return None
    rules = grammar.rules.get(text[at], ())
    hits = [(rule, hit) for rule, pattern in rules if (hit := pattern.match(text, at))]
    for rule, hit in sorted(hits, key=lambda found: -found[1].end()) if hits else ():
        try:
            return _resolved(rule, hit, clock)
        except NotATimeError:
            continue
    return None


def _resolved(rule: Rule, hit: re.Match[str], clock: Clock) -> TimeMention:
    span = ReadSpan(ReadOffset(hit.start()), ReadOffset(hit.end()))
    after = rule.after or bool(hit.groupdict().get("rel"))
    try:
        found = rule.resolve(hit, clock)
    except NotATimeError:
        raise
    except (ValueError, OverflowError):  # 2月30日, 300年前: outside the calendar
        found = None
    if found is None:
        return TimeMention(span, DateRange(), rule.id, vague=True, after=after)
    return TimeMention(span, found, rule.id, vague=rule.vague, after=after)


def _extended(mention: TimeMention, clock: Clock) -> TimeMention:
    """Return the mention with what belongs to it on its right, and tell the clock."""
    if mention.vague or mention.range.start is None:
        return mention
    clock.tell(mention.range, mention.span.start, mention.span.end)
    if mention.rule in _DATED:
        _note_dateline(mention, clock)
    return _stretched(mention, clock) or _lasting(mention, clock) or _deadline(mention, clock) or mention


def _note_dateline(mention: TimeMention, clock: Clock) -> None:
    """Let a date that opens a news item be today: 3月2日消息, or 3月2日, at the start of a line."""
    day, text, end = mention.range.start, clock.text, mention.span.end
    if day is None:
        return
    whole = _DATELINE.match(text, end) is not None
    if clock.anchor is None:
        if whole and mention.rule in ("zh-date", "iso-date"):
            clock.set_now(day, end, whole_text=True)
        return
    if not -1 <= (clock.anchor - day).days <= 14:
        return
    opens = "\n" in text[max(0, mention.span.start - 6) : mention.span.start] or mention.span.start <= 6
    if whole or (opens and text[end : end + 1] == ","):
        clock.set_now(day, end, whole_text=whole)


def _stretched(mention: TimeMention, clock: Clock) -> TimeMention | None:
    """Join two times with what links them: 2023年6月至2024年8月, from 2015 to 2019."""
    text = clock.text
    link = _LINK.match(text, mention.span.end)
    if link is None or link.end() >= len(text):
        return None
    if link.group() == " and " and not text[
        max(0, mention.span.start - 8) : mention.span.start
    ].lower().endswith("between "):
        return None
    other = _read_at(link.end(), clock)
    if other is None or other.vague or other.range.start is None or other.range.end is None:
        return None
    if mention.range.start is None or other.range.start <= mention.range.start:
        return None
    clock.tell(other.range, other.span.start, other.span.end)
    tail = _STRETCH.match(text, other.span.end)
    span = ReadSpan(mention.span.start, ReadOffset(tail.end() if tail else other.span.end))
    stretch = mention.range.hull(other.range)
    if tail is None and _TENURE.match(text, other.span.end):
        stretch = mention.range
    return replace(mention, span=span, range=stretch, begun=mention.range, ended=other.range)


def _lasting(mention: TimeMention, clock: Clock) -> TimeMention | None:
    """Read 至今 or 起 after a time: something began then and lasts."""
    tail = _LASTS.match(clock.text, mention.span.end) or _SINCE.match(clock.text, mention.span.end)
    if tail is None:
        return None
    return replace(mention, span=ReadSpan(mention.span.start, ReadOffset(tail.end())), begun=mention.range)


def _deadline(mention: TimeMention, clock: Clock) -> TimeMention | None:
    """Read 前 after a date: any day from now to then, or vaguely any day before."""
    tail = _DEADLINE.match(clock.text, mention.span.end) if mention.rule in _DEADLINED else None
    if tail is None or mention.range.end is None:
        return None
    span = ReadSpan(mention.span.start, ReadOffset(tail.end()))
    now = clock.now
    if now is not None and now < mention.range.last:
        return replace(mention, span=span, range=DateRange(min(now, mention.range.last), mention.range.end))
    return replace(mention, span=span, range=DateRange(None, mention.range.start), vague=True)
