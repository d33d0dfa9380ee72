"""The time grammar: expressions of a reading text as date ranges.

Each rule is a regular expression and a function from its match and the state so far to a range. Relative words are
resolved against the document's date (the anchor); without an anchor they stay open: nothing is invented.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from quliu.extract.calendar import (
    day_range,
    month_start,
    months,
    part_of_month,
    part_of_year,
    shift_months,
    week_of,
    year_range,
)
from quliu.model import DateRange, ReadOffset, ReadSpan


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression of the reading text.

    Attributes:
        vague: it names no definite period (近日, 此前).
        after: it counts from the event told before it (3个月过后, 同年), already resolved against that event.
    """

    span: ReadSpan
    range: DateRange
    rule: str
    vague: bool = False
    after: bool = False


@dataclass(slots=True)
class _State:
    """What later expressions lean on."""

    anchor: date | None
    last: DateRange | None = None  # the last definite time told
    last_end: int = -1
    text: str = field(default="", repr=False)

    def year_of(self, word: str) -> int | None:
        """Resolve 今年, 去年 ... and written years."""
        if word.isdigit():
            value = int(word)
            if len(word) == 4:
                return value if 1900 <= value <= 2100 else None
            return 2000 + value if value < 50 else 1900 + value
        if word in ("当年", "同年", "那年"):
            return self.last.start.year if self.last and self.last.start else None
        shift = _YEAR_WORDS.get(word)
        return None if shift is None or self.anchor is None else self.anchor.year + shift


_YEAR_WORDS = {"今年": 0, "本年": 0, "本年度": 0, "去年": -1, "前年": -2, "明年": 1, "后年": 2, "上年": -1}
_MONTH_WORDS = {"本月": 0, "这个月": 0, "上月": -1, "上个月": -1, "下月": 1, "下个月": 1}
_DAY_WORDS = {
    "今天": 0, "今日": 0, "今晨": 0, "今早": 0, "今晚": 0, "昨天": -1, "昨日": -1, "昨晚": -1, "前天": -2, "前日": -2,
    "明天": 1, "明日": 1,
}  # fmt: skip
_HAN_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_UNITS = {"天": 1, "日": 1, "周": 7, "星期": 7, "个星期": 7}
_WEEKDAYS = {c: i for i, c in enumerate("一二三四五六日")} | {"天": 6, "末": 5}

_N = r"(?:\d+|[一二两三四五六七八九十]{1,3}|半)"
_YEAR = r"(?P<y>(?:19|20)\d\d|[〇零一二三四五六七八九]{4}|(?<!\d)\d\d(?=年\d))年|(?P<yw>今年|本年度|去年|前年|明年|后年|当年|同年)的?"
_PART_M = r"(?P<pm>上旬|中旬|下旬|初|底|末)"
_HOUR = r"(?:凌晨|早间|清晨|早晨|上午|中午|午间|下午|傍晚|晚间|晚上|深夜|晚|早)?"


def _number(word: str) -> float:
    if word.isdigit():
        return float(word)
    if word == "半":
        return 0.5
    if "十" in word:
        tens, _, ones = word.partition("十")
        return 10 * (_HAN_DIGITS.get(tens, 1) if tens else 1) + (_HAN_DIGITS.get(ones, 0) if ones else 0)
    return float("".join(str(_HAN_DIGITS[c]) for c in word))


def _year(hit: re.Match[str], state: _State) -> int | None:
    written = hit["y"]
    if written:
        digits = written if written.isdigit() else "".join(str(_HAN_DIGITS[c]) for c in written)
        return state.year_of(digits)
    return state.year_of(hit["yw"])


def _full_date(hit: re.Match[str], state: _State) -> DateRange | None:
    year = _year(hit, state)
    return None if year is None else day_range(year, int(hit["m"]), int(hit["d"]))


def _year_month(hit: re.Match[str], state: _State) -> DateRange | None:
    year, month = _year(hit, state), int(hit["m"])
    if year is None or not 1 <= month <= 12:
        return None
    return part_of_month(year, month, hit["pm"] or "")


def _year_part(hit: re.Match[str], state: _State) -> DateRange | None:
    year = _year(hit, state)
    return None if year is None else part_of_year(year, hit["py"] or "")


def _bare_year(state: _State, month: int, day: int) -> int | None:
    """Return the year that makes a bare month or day the latest one not after the anchor.

    A definite time told shortly before wins when the month follows it: 2019年3月入职,8月离职.
    """
    last = state.last
    if last is not None and last.start is not None and state.last_end >= 0:
        near = state.text[state.last_end :].count("\n") == 0
        begun = last.start.year if (month, day) >= (last.start.month, 1) else last.start.year + 1
        past = state.anchor is None or begun < state.anchor.year
        if near and past and begun == last.start.year:
            return begun
    if state.anchor is None:
        return None
    return state.anchor.year if (month, day) <= (state.anchor.month, state.anchor.day) else state.anchor.year - 1


def _month_day(hit: re.Match[str], state: _State) -> DateRange | None:
    month, day = int(hit["m"]), int(hit["d"])
    if not 1 <= month <= 12:
        return None
    year = _bare_year(state, month, day)
    if year is not None and state.anchor is not None and _told_of_future(hit, state.text):
        year = state.anchor.year if date(state.anchor.year, month, 1) >= state.anchor.replace(day=1) else state.anchor.year + 1
    return None if year is None else day_range(year, month, day)


def _month(hit: re.Match[str], state: _State) -> DateRange | None:
    month = int(hit["m"])
    if not 1 <= month <= 12:
        return None
    year = _bare_year(state, month, 1)
    if year is not None and state.anchor is not None and _told_of_future(hit, state.text):
        year = state.anchor.year if month >= state.anchor.month else state.anchor.year + 1
    return None if year is None else part_of_month(year, month, hit["pm"] or "")


_FUTURE = re.compile("将|拟|计划|预计|即将|起生效|起正式|生效")


def _told_of_future(hit: re.Match[str], text: str) -> bool:
    start = max(text.rfind(c, 0, hit.start()) for c in "。\n!?,;") + 1
    ends = [p for p in (text.find(c, hit.end()) for c in "。\n,;") if p >= 0]
    return _FUTURE.search(text, start, min(ends, default=len(text))) is not None


def _month_word(hit: re.Match[str], state: _State) -> DateRange | None:
    word, base = hit["mw"], state.anchor
    if word in ("当月", "同月"):
        base, shift = (state.last.start if state.last else None), 0
    else:
        shift = _MONTH_WORDS[word]
    if base is None:
        return None
    first = month_start(base.year, base.month + shift)
    if hit["d"]:
        return day_range(first.year, first.month, int(hit["d"]))
    return part_of_month(first.year, first.month, hit["pm"] or "")


def _day_word(hit: re.Match[str], state: _State) -> DateRange | None:
    if state.anchor is None:
        return None
    return DateRange.day(state.anchor + timedelta(days=_DAY_WORDS[hit["dw"]]))


def _same_day(hit: re.Match[str], state: _State) -> DateRange | None:
    if state.last is None or state.last.start is None or state.last.last != state.last.start:
        return None
    shift = 1 if hit.group() in ("次日", "第二天", "翌日") else 0
    return DateRange.day(state.last.start + timedelta(days=shift))


def _weekday(hit: re.Match[str], state: _State) -> DateRange | None:
    if state.anchor is None:
        return None
    which, day = hit["ww"] or "", hit["wd"]
    weeks = {"上": -1, "下": 1, "上上": -2}.get(which.rstrip("个"), 0)
    week = week_of(state.anchor, weeks)
    if not day:
        return week if which else None
    found = week.first + timedelta(days=_WEEKDAYS[day])
    if not which and found > state.anchor:
        found -= timedelta(days=7)
    return DateRange.day(found)


def _ago(hit: re.Match[str], state: _State) -> DateRange | None:
    return None if state.anchor is None else _shifted(DateRange.day(state.anchor), _number(hit["n"]), hit["u"], hit["half"], -1)


def _later(hit: re.Match[str], state: _State) -> DateRange | None:
    return None if state.last is None else _shifted(state.last, _number(hit["n"]), hit["u"], hit["half"], 1)


def _shifted(base: DateRange, number: float, unit: str, half: str | None, sign: int) -> DateRange | None:
    """Move a range by days, weeks, months or years; the result is as wide as the unit."""
    if base.start is None:
        return None
    number += 0.5 if half else 0.0
    if unit in _UNITS:
        moved = base.start + timedelta(days=sign * round(number * _UNITS[unit]))
        return DateRange.day(moved) if unit in ("天", "日") else DateRange(moved - timedelta(days=3), moved + timedelta(days=4))
    if unit in ("年", "年多") and number == int(number):
        return year_range(base.start.year + sign * int(number))
    count = round(number * 12) if unit.startswith("年") else round(number)
    moved = shift_months(base.start, sign * count)
    return months(moved.year, moved.month)


def _between(hit: re.Match[str], state: _State) -> DateRange | None:
    year = _year(hit, state)
    if year is None or not 1 <= int(hit["m"]) <= 12:
        return None
    return months(year, int(hit["m"]))


def _iso(hit: re.Match[str], state: _State) -> DateRange | None:
    return day_range(int(hit["y"]), int(hit["m"]), int(hit["d"]))


def _iso_month(hit: re.Match[str], state: _State) -> DateRange | None:
    return months(int(hit["y"]), int(hit["m"])) if 1 <= int(hit["m"]) <= 12 else None


def _vague(hit: re.Match[str], state: _State) -> DateRange | None:
    return DateRange(None, state.anchor + timedelta(days=1)) if state.anchor else DateRange()


_EN_MONTHS = {m: i for i, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_EN_MONTH = r"(?P<m>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_EN_DAYS = {d: i for i, d in enumerate("mon tue wed thu fri sat sun".split())}
_EN_NUMBERS = {w: i for i, w in enumerate("a two three four five six seven eight nine ten".split(), 1)} | {"an": 1, "one": 1}


def _en_date(hit: re.Match[str], state: _State) -> DateRange | None:
    month = _EN_MONTHS[hit["m"][:3].lower()]
    day = hit["d"]
    year = int(hit["y"]) if hit["y"] else _bare_year(state, month, int(day or 1))
    if year is None:
        return None
    if day:
        return day_range(year, month, int(day))
    return part_of_month(year, month, (hit["pm"] or "").strip(" -").lower())


def _en_relative(hit: re.Match[str], state: _State) -> DateRange | None:
    if state.anchor is None:
        return None
    shift = {"last": -1, "this": 0, "next": 1, "earlier this": 0, "later this": 0}[hit["w"].lower()]
    unit = hit["u"].lower()
    if unit == "year":
        return year_range(state.anchor.year + shift)
    if unit == "month":
        return months(state.anchor.year, state.anchor.month + shift)
    if unit == "week":
        return week_of(state.anchor, shift)
    month = _EN_MONTHS.get(unit[:3])
    if month is not None and unit not in _EN_WEEKDAY_NAMES:
        year = state.anchor.year - (1 if month > state.anchor.month and shift <= 0 else 0)
        return months(year, month)
    day = week_of(state.anchor).first + timedelta(days=_EN_DAYS[unit[:3]])
    return DateRange.day(day - timedelta(days=7) if day > state.anchor and shift <= 0 else day)


_EN_WEEKDAY_NAMES = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def _en_weekday(hit: re.Match[str], state: _State) -> DateRange | None:
    if state.anchor is None:
        return None
    day = week_of(state.anchor).first + timedelta(days=_EN_DAYS[hit["d"][:3].lower()])
    return DateRange.day(day - timedelta(days=7) if day > state.anchor else day)


def _en_ago(hit: re.Match[str], state: _State) -> DateRange | None:
    if state.anchor is None:
        return None
    word = hit["n"].lower()
    unit = {"day": "天", "week": "周", "month": "个月", "year": "年"}[hit["u"].lower()]
    return _shifted(DateRange.day(state.anchor), float(word) if word.isdigit() else _EN_NUMBERS[word], unit, None, -1)


def _en_day_word(hit: re.Match[str], state: _State) -> DateRange | None:
    if state.anchor is None:
        return None
    return DateRange.day(state.anchor - timedelta(days=hit.group().lower() == "yesterday"))


def _en_year(hit: re.Match[str], state: _State) -> DateRange | None:
    part = (hit["py"] or "").strip(" -").lower().removeprefix("the ").removesuffix(" of")
    return part_of_year(int(hit["y"]), part)


Resolver = Callable[[re.Match[str], _State], DateRange | None]
_PY = r"(?P<py>年初|年中|年底|年末|上半年|下半年|第?[一二三四]季度|Q[1-4]|初|底|末|中|[春夏秋冬][天季]?(?!节))"

_RULES: tuple[tuple[str, str, Resolver], ...] = (
    ("zh-date", rf"(?:{_YEAR})(?P<m>\d{{1,2}})月(?P<d>\d{{1,2}})[日号]{_HOUR}", _full_date),
    ("zh-year-month", rf"(?:{_YEAR})(?P<m>\d{{1,2}})月份?{_PART_M}?", _year_month),
    ("zh-year-part", rf"(?:{_YEAR}){_PY}", _year_part),
    ("zh-year", rf"(?:{_YEAR})(?P<py>)", _year_part),
    ("zh-month-day", rf"(?<!\d)(?P<m>\d{{1,2}})月(?P<d>\d{{1,2}})[日号]{_HOUR}", _month_day),
    ("zh-month", rf"(?<![\d个])(?P<m>1[0-2]|[1-9])月(?:份)?(?!\d){_PART_M}?", _month),
    ("zh-month-word", rf"(?P<mw>本月|这个月|上个?月|下个?月|当月|同月)(?:(?P<d>\d{{1,2}})[日号]|{_PART_M})?", _month_word),
    ("zh-day-word", r"(?P<dw>今天|今日|今晨|今早|今晚|昨天|昨日|昨晚|前天|前日|明天|明日)" + _HOUR, _day_word),
    ("zh-same-day", r"当天|当日|同日|同一天|当晚|次日|第二天|翌日", _same_day),
    ("zh-weekday", r"(?:(?P<ww>上上|上个?|本|这|下个?)(?:周|星期)|(?<![一每\d两几])(?:周|星期))(?P<wd>[一二三四五六日天末](?![年月周个鸿]))" + _HOUR, _weekday),
    ("zh-week", r"(?P<ww>上上|上个?|本|这|下个?)(?:周|星期)(?P<wd>)", _weekday),
    ("zh-ago", rf"(?P<n>{_N})(?:多)?(?P<u>天|日|周|个?星期|个月|年)(?P<half>半)?多?(?:之前|以前|前)", _ago),
    ("zh-later", rf"(?P<n>{_N})(?P<u>天|日|周|个?星期|个月|年)(?P<half>半)?(?:之后|以后|过后|后)", _later),
    ("iso-date", r"(?<!\d)(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)", _iso),
    ("iso-month", r"(?<!\d)(?P<y>(?:19|20)\d\d)[-/.](?P<m>0\d|1[0-2])(?![\d.])", _iso_month),
    ("zh-vague", r"近日|日前|最近|不久前|前不久|近期|前段时间|前些日子|最新动态|眼下|如今|现在", _vague),
    ("en-date", rf"\b(?P<pm>early |mid-?|late )?{_EN_MONTH} (?P<d>[0-3]?\d)(?:st|nd|rd|th)?(?:,? (?P<y>(?:19|20)\d\d))?\b(?!:)", _en_date),
    ("en-day-month", rf"\b(?P<pm>)(?P<d>[0-3]?\d)(?:st|nd|rd|th)? (?:of )?{_EN_MONTH}(?:,? (?P<y>(?:19|20)\d\d))?\b", _en_date),
    ("en-month", rf"\b(?P<pm>early |mid-?|late )?{_EN_MONTH}(?P<d>)(?:,? (?:of )?(?P<y>(?:19|20)\d\d))\b", _en_date),
    ("en-bare-month", rf"(?<=\b[Ii]n )(?P<pm>early |mid-?|late )?{_EN_MONTH}(?P<d>)(?P<y>)\b", _en_date),
    ("en-year", r"\b(?:(?P<py>early|mid|late|the end of|spring|summer|fall|autumn|winter)[ -])?(?P<y>(?:19|20)\d\d)\b(?!年)", _en_year),
    ("en-relative", r"\b(?P<w>earlier this|later this|last|this|next) (?P<u>year|month|week|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b", _en_relative),
    ("en-weekday", r"\b(?:on )(?P<d>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b", _en_weekday),
    ("en-ago", r"\b(?P<n>\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten) (?P<u>day|week|month|year)s? ago\b", _en_ago),
    ("en-day-word", r"\b(?:[Yy]esterday|[Tt]oday)\b", _en_day_word),
    ("en-vague", r"\b(?:[Rr]ecently|earlier|soon|now)\b", _vague),
)  # fmt: skip

_COMPILED = tuple((rule, re.compile(pattern), resolve) for rule, pattern, resolve in _RULES)
_START = re.compile(
    r"\d|[〇零一二三四五六七八九十两半]{1,4}[年天日周个星]|今|去年|前[年天日不段些]|明[年天日]|后年|本[年月周星]|上[上个月周星]|下[个月周星]|这[个周星]"
    r"|[当同][年月天日一晚]|昨|近[日期]|日前|最[近新]|不久前|次日|第二天|翌日|周[一二三四五六日末]|星期|眼下|如今|现在"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[Ee]arly|[Mm]id|[Ll]ate|[Ll]ast|[Tt]his|[Nn]ext|[Ee]arlier|[Yy]esterday|[Tt]oday|[Rr]ecently|soon|now|on [MTWFS]|an?|one|two|three|four|five|six|seven|eight|nine|ten|spring|summer|fall|autumn|winter|the end of)"
)
_PAST_ONLY = frozenset({"zh-vague", "en-vague"})
_LEANING = frozenset({"zh-later", "zh-same-day"})


def find_times(text: str, anchor: date | None) -> tuple[TimeMention, ...]:
    """Return the time expressions of a reading text, in order, none overlapping another."""
    state, found, at = _State(anchor, text=text), [], 0
    for start in _START.finditer(text):
        if start.start() < at:
            continue
        mention = _read_at(start.start(), state)
        if mention is None:
            continue
        found.append(mention)
        at = mention.span.end
        if not mention.vague and mention.range.start is not None:
            state.last, state.last_end = mention.range, mention.span.end
    return tuple(found)


def _read_at(at: int, state: _State) -> TimeMention | None:
    """Return the longest expression that begins at a position."""
    best: tuple[int, str, re.Match[str], Resolver] | None = None
    for rule, pattern, resolve in _COMPILED:
        hit = pattern.match(state.text, at)
        if hit and hit.end() > at and (best is None or hit.end() > best[0]):
            best = (hit.end(), rule, hit, resolve)
    if best is None:
        return None
    end, rule, hit, resolve = best
    try:
        resolved = resolve(hit, state)
    except (ValueError, OverflowError):  # 三万年前: before the first year of the calendar
        resolved = None
    span = ReadSpan(ReadOffset(at), ReadOffset(end))
    leaning = rule in _LEANING or (hit.groupdict().get("yw") in ("同年", "当年")) or hit.groupdict().get("mw") in ("当月", "同月")
    if resolved is None:
        return TimeMention(span, DateRange(), rule, vague=True, after=leaning)
    return TimeMention(span, resolved, rule, vague=rule in _PAST_ONLY, after=leaning)
