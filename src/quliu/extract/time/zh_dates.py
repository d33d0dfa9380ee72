"""Chinese rules for dates of the calendar: written, shortened, or told by year words."""

from __future__ import annotations

import re
from datetime import date

from quliu.extract.time import bare
from quliu.extract.time.calendar import (
    month_start,
    months,
    part_of_decade,
    part_of_month,
    part_of_year,
    quarter,
    years,
)
from quliu.extract.time.clock import Clock
from quliu.extract.time.holidays import STATUTORY, find_holiday
from quliu.extract.time.numbers import parse_number
from quliu.extract.time.rule import Rule
from quliu.extract.time.zh_words import (
    DASH,
    DAY,
    DIGITS,
    HAN,
    HOUR,
    MONTH,
    PART_OF_MONTH,
    PART_OF_YEAR,
    QUARTER,
    YEAR,
    YEAR_STARTS,
    month_of,
    part_key,
    year_of,
)
from quliu.model import DateRange

_NOT_IN_NAME = r"(?<![\dA-Za-z.第每前后近多几数半两十])(?<![A-Za-z]-)(?<![A-Za-z]\d-)"
# 三月 is a month after these characters or before these: 李三月 is nobody's month.
_HAN_MONTH_PLACE = (
    r"(?:(?=\d)|(?<=[于在到从自至今了年,。(\n])|\A"
    "|(?=[一二三四五六七八九十]{1,2}月(?:份|[初底末]|[上中下]旬|[一二三四五六七八九十]{1,3}[日号])))"
)
_NOT_DAY = "(?![均内元本线游活报常军子程益后前以之企系式语媒方籍裔化志产渐期资圆超增])"
# 张国庆 is a person: a holiday stands at a break or after these words, or has a longer name.
_NOT_IN_PERSON = r"(?<![\u4e00-\u9fff])|(?<=[在于到从自过了至完的待离])|(?=春节|除夕|大年初一|端午节|清明节|中秋节|国庆节|双十一|双11)"
_HOLIDAY = "春节|农历新年|除夕|大年初一|元旦|清明|五一|劳动节|端午|中秋|国庆|十一(?=长假|假期|黄金周)|双十一|双11|圣诞"
_ABOUT_HOLIDAY = "(?P<ph>期间|之?前夕?|之?后|过后|以来|当天)"


def _day(hit: re.Match[str], clock: Clock) -> DateRange | None:
    year = year_of(hit, clock)
    return None if year is None else DateRange.day(date(year, month_of(hit), int(parse_number(hit["d"]))))


def _month(hit: re.Match[str], clock: Clock) -> DateRange | None:
    year = year_of(hit, clock)
    if year is None:
        return None
    found = part_of_month(year, month_of(hit), part_key(hit["pm"]))
    return _written_last_year(found, hit, clock) or found


def _written_last_year(found: DateRange, hit: re.Match[str], clock: Clock) -> DateRange | None:
    """Return the month a year before where 今年8月 is told in January as past: the text is older than its date."""
    now = clock.now
    stale = hit["yw"] == "今年" and now is not None and now.month <= 2 and (found.first - now).days > 100
    if not stale or clock.is_future(*hit.span()):
        return None
    return part_of_month(found.first.year - 1, found.first.month, part_key(hit["pm"]))


def _part(hit: re.Match[str], clock: Clock) -> DateRange | None:
    year = year_of(hit, clock)
    return None if year is None else part_of_year(year, part_key(hit["py"]))


def _quarter(hit: re.Match[str], clock: Clock) -> DateRange | None:
    year = year_of(hit, clock)
    return None if year is None else quarter(year, int(parse_number(hit["q"] or hit["q2"])), hit["pq"] or "")


def _year(hit: re.Match[str], clock: Clock) -> DateRange | None:
    year = year_of(hit, clock)
    if year is None:
        return None
    if hit["about"] in ("前后", "左右", "上下"):
        return months(year - 1, 7, 24)
    if hit["about"] == "晚些时候":
        return clock.from_now(years(year))
    return clock.until_now(years(year), *hit.span()) if hit["yw"] or hit["about"] else years(year)


def _open_year(hit: re.Match[str], clock: Clock) -> DateRange | None:
    return years(int(hit["y"]))


def _bare_day(hit: re.Match[str], clock: Clock) -> DateRange | None:
    day = int(parse_number(hit["d"]))
    month = month_of(hit)
    year = bare.year_of(clock, *hit.span(), month, day)
    return None if year is None else DateRange.day(date(year, month, day))


def _bare_month(hit: re.Match[str], clock: Clock) -> DateRange | None:
    month = month_of(hit)
    year = bare.year_of(clock, *hit.span(), month)
    if year is None:
        return None
    found = part_of_month(year, month, part_key(hit["pm"]))
    return found if hit["pm"] else clock.until_now(found, *hit.span())


def _day_alone(hit: re.Match[str], clock: Clock) -> DateRange | None:
    found = bare.month_of_day(clock, *hit.span(), int(parse_number(hit["d"])))
    return None if found is None else DateRange.day(found)


def _month_word(hit: re.Match[str], clock: Clock) -> DateRange | None:
    word = hit["mw"]
    if hit["rel"]:
        base = clock.told.start if clock.told else None
        shift = int(hit["rel"] == "次月")
    else:
        base = clock.now
        shift = {"本": 0, "这": 0, "当": 0, "上上": -2, "上": -1, "下": 1}[word.rstrip("个月")]
    if base is None:
        return None
    first = month_start(base.year, base.month + shift)
    if hit["d"]:
        return DateRange.day(first.replace(day=int(parse_number(hit["d"]))))
    found = part_of_month(first.year, first.month, part_key(hit["pm"]))
    if hit["late"]:
        return clock.from_now(found)
    return found if hit["pm"] else clock.until_now(found, *hit.span())


def _month_part_alone(hit: re.Match[str], clock: Clock) -> DateRange | None:
    part = hit["pm"]
    first = bare.month_of_part(clock, hit.start(), part)
    return None if first is None else part_of_month(first.year, first.month, part)


def _year_part_alone(hit: re.Match[str], clock: Clock) -> DateRange | None:
    part = part_key(hit["py"])
    year = bare.year_of_part(clock, *hit.span(), part_of_year(2000, part).first.month)
    return None if year is None else clock.until_now(part_of_year(year, part), *hit.span())


def _quarter_alone(hit: re.Match[str], clock: Clock) -> DateRange | None:
    number = int(parse_number(hit["q"] or hit["q2"]))
    year = bare.year_of_part(clock, *hit.span(), 3 * number - 2)
    return None if year is None else clock.until_now(quarter(year, number, hit["pq"] or ""), *hit.span())


def _quarter_word(hit: re.Match[str], clock: Clock) -> DateRange | None:
    if clock.now is None:
        return None
    shift = {"本": 0, "这": 0, "上": -1, "下": 1}[hit["qw"]]
    return clock.until_now(quarter(clock.now.year, (clock.now.month + 2) // 3 + shift), *hit.span())


def _decade(hit: re.Match[str], clock: Clock) -> DateRange | None:
    if hit["y"]:
        first = int(hit["y"])
    else:
        tens = int(parse_number(hit["dec"]))
        first = 1900 + tens if hit["century"] or tens >= 30 else 2000 + tens
    return part_of_decade(first, hit["pd"] or "")


def _century(hit: re.Match[str], clock: Clock) -> DateRange | None:
    return years(2000, 10) if hit["new"] else years(1990, 11)


def _holiday(hit: re.Match[str], clock: Clock) -> DateRange | None:
    written = hit["y"] or hit["y2"] or hit["yw"] or hit["rel"] or hit["yb"]
    year = int(hit["yb"]) if hit["yb"] else year_of(hit, clock) if written else None
    if year is None:
        if written or clock.now is None:
            return None
        found = _latest_holiday((hit["holiday"],), clock, *hit.span())
    else:
        found = find_holiday(hit["holiday"], year)
    return None if found is None else _beside(found, hit["ph"] or "")


def _latest_holiday(names: tuple[str, ...], clock: Clock, start: int, end: int) -> DateRange | None:
    """Return the last holiday that began before now, or the next one where the future is told."""
    now = clock.now
    if now is None:
        return None
    known = [find_holiday(name, year) for name in names for year in (now.year - 1, now.year, now.year + 1)]
    found = sorted((day for day in known if day is not None), key=lambda day: day.first)
    if clock.is_future(start, end, clause=True):
        return next((day for day in found if day.last >= now), None)
    return next((day for day in reversed(found) if day.first <= now), None)


def _beside(holiday: DateRange, place: str) -> DateRange:
    if "前" in place:
        return DateRange(date.fromordinal(holiday.first.toordinal() - 10), holiday.start)
    if "后" in place:
        return DateRange(holiday.end, date.fromordinal(holiday.last.toordinal() + 11))
    return DateRange.day(holiday.first) if place == "当天" else holiday


def _around_holidays(hit: re.Match[str], clock: Clock) -> DateRange | None:
    found = _latest_holiday(STATUTORY, clock, *hit.span())
    if found is None or clock.now is None or abs(clock.now.toordinal() - found.first.toordinal()) > 30:
        return None
    return _beside(found, hit["ph"])


def _iso_day(hit: re.Match[str], clock: Clock) -> DateRange | None:
    return DateRange.day(date(int(hit["y"]), int(hit["m"]), int(hit["d"])))


def _iso_month(hit: re.Match[str], clock: Clock) -> DateRange | None:
    return months(int(hit["y"]), int(hit["m"]))


RULES: tuple[Rule, ...] = (
    Rule("zh-date", YEAR_STARTS, f"{YEAR}{MONTH}{DAY}", _day),
    Rule("zh-year-month", YEAR_STARTS, f"{YEAR}{MONTH}{PART_OF_MONTH}?", _month),
    Rule("zh-year-part", YEAR_STARTS, f"{YEAR}{PART_OF_YEAR}", _part),
    Rule("zh-year-quarter", YEAR_STARTS, f"{YEAR}{QUARTER}", _quarter),
    Rule(
        "zh-year",
        YEAR_STARTS,
        f"{YEAR}(?!年?报(?!道))(?P<about>前后|左右|上下|早些时候|以来|晚些时候)?",
        _year,
    ),
    Rule("zh-open-year", DIGITS, rf"(?<!\d)(?P<y>(?:19|20)\d\d)(?=(?:{DASH}|、)(?:19|20)\d\d年)", _open_year),
    Rule("zh-month-day", DIGITS + HAN, f"{_NOT_IN_NAME}{MONTH}{DAY}", _bare_day),
    Rule(
        "zh-month",
        DIGITS + HAN,
        f"{_NOT_IN_NAME}{_HAN_MONTH_PLACE}{MONTH}(?![天之花怀])(?:前后|左右)?{PART_OF_MONTH}?",
        _bare_month,
    ),
    Rule(
        "zh-day",
        DIGITS + HAN,
        rf"(?<![\d.A-Za-z月年近来每续第期满仅过约的两/])(?P<d>3[01]|[12]\d|0?[1-9]|(?:二十|三?十)[一二三四五六七八九]?)日{_NOT_DAY}{HOUR}",
        _day_alone,
    ),
    Rule(
        "zh-month-word",
        "本这当上下同次该",
        f"(?P<mw>本月|这个月|上上个?月|上个?月|下个?月|(?P<rel>当月|同月|次月|该月))(?:{DAY}|{PART_OF_MONTH}|(?P<late>晚些时候))?",
        _month_word,
    ),
    Rule("zh-month-part", "月上中下", r"(?<!个)(?:月(?P<pm>[初底末]))", _month_part_alone),
    Rule("zh-ten-days", "上中下", "(?<![月0-9])(?P<pm>[上中下]旬)", _month_part_alone),
    Rule(
        "zh-part",
        "年岁",
        r"(?<![\d今去明前后同当次翌几数多半每百一两三四五六七八九十大])(?P<py>年[初底末内]|年中(?![国央文科东小关间])|岁末)",
        _year_part_alone,
    ),
    Rule("zh-half", "上下", "(?P<py>[上下]半年)", _year_part_alone),
    Rule(
        "zh-quarter",
        DIGITS + "第一二三四Qq",
        "(?<![前个A-Za-z0-9])(?<!财年)(?:第?(?P<q>[一二三四1-4])季度|Q(?P<q2>[1-4])(?![0-9A-Za-z]))(?P<pq>[初末底])?",
        _quarter_alone,
    ),
    Rule("zh-quarter-word", "本这上下", "(?P<qw>[本这上下])一?个?季度", _quarter_word),
    Rule(
        "zh-decade",
        DIGITS + "上二三四五六七八九本",
        r"(?<!\d)(?:(?P<y>(?:19|20)\d0)|(?P<century>上个?世纪|20世纪|二十世纪)?(?P<dec>[1-9]0|[二三四五六七八九]十))年代(?!码)"
        "(?P<pd>初期|早期|中期|末期|后期|[初中末底])?",
        _decade,
    ),
    Rule(
        "zh-century",
        DIGITS + "上本二",
        "(?:(?P<new>(?:本|21|二十一)世纪初)|(?:上个?|20|二十)世纪末)",
        _century,
    ),
    Rule(
        "zh-holiday",
        YEAR_STARTS + "春农除元清五劳端中国十双圣",
        rf"(?:{YEAR}|(?P<yb>(?:19|20)\d\d)|{_NOT_IN_PERSON})(?P<holiday>{_HOLIDAY})"
        f"(?:节|小?长?假期?|黄金周)?{_ABOUT_HOLIDAY}?",
        _holiday,
    ),
    Rule(
        "zh-around-holiday", "节", "(?<![春季章环细关调情过年])节(?P<ph>[前后])(?![后夕])", _around_holidays
    ),
    Rule(
        "iso-date",
        DIGITS,
        r"(?<![\d./])(?P<y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?![\d.]\d|\d)",
        _iso_day,
    ),
    Rule(
        "iso-month",
        DIGITS,
        r"(?<![\d.])(?P<y>(?:19|20)\d\d)[-/.](?P<m>0[1-9]|1[0-2])(?![\d.%/-]|[万亿])",
        _iso_month,
    ),
    Rule(
        "iso-open-month",
        DIGITS,
        rf"(?<![\d.])(?P<y>(?:19|20)\d\d)[./](?P<m>0?[1-9]|1[0-2])(?={DASH}(?:(?:19|20)\d\d[./]|至?今))",
        _iso_month,
    ),
    Rule(
        "iso-closed-month",
        DIGITS,
        r"(?<=[\d月][-‑–—~至到])(?P<y>(?:19|20)\d\d)[./](?P<m>0?[1-9]|1[0-2])(?![\d%.])",
        _iso_month,
    ),
)
