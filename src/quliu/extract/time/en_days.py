"""English rules for dates, months, weekdays and times counted from today or from what was told."""

from __future__ import annotations

import re
from datetime import date, timedelta

from quliu.extract.time import bare
from quliu.extract.time.calendar import (
    days,
    part_of_month,
    part_of_year,
    shift,
    shift_months,
    week_of,
    years,
)
from quliu.extract.time.clock import Clock
from quliu.extract.time.en_words import (
    BEFORE_DATE,
    CAPITALS,
    DAY,
    DAY_PART,
    DIGITS,
    FULL_MONTH,
    MONTH,
    NUMBER,
    NUMBER_STARTS,
    PART,
    SEASON,
    SHIFTS,
    UNIT,
    WEEKDAY,
    YEAR,
    month_number,
    text_of,
    weekday_number,
)
from quliu.extract.time.numbers import parse_number
from quliu.extract.time.rule import NotATimeError, Rule
from quliu.extract.time.zh_relative import few
from quliu.model import DateRange

_PLACE = re.compile(
    r"(?:\b(?i:in|since|by|from|of|until|till|til|through|before|after|during|between|and|to|around|about|circa|early|mid|late"
    r"|spring|summer|autumn|fall|winter|year|back in|for|end|is|a|an|on)[ -]|[(\[]|[-‑–—~]|[于在从自至到])\Z"
)
_MONTH_PLACE = re.compile(
    r"(?:\b(?i:in|since|by|from|of|until|till|through|before|after|during|between|to|around|early|mid|late|last|this|next"
    r"|a|an|for|previous|following|[a-z]+'s|end|beginning|start)[ -]|\()\Z"
)
_COUNTED = (
    r"(?! (?:[a-z]+ )?(?:people|employees|workers|engineers|users|dollars|staff|GPUs?|tokens|points"
    r"|customers|companies|jobs|parameters|miles|met(?:er|re)s|researchers|papers)\b|[%$°]|[,.]\d|x\d|[-‑]?[A-Za-z]|[名人个家万亿元篇位台块多余])"
)


def _date(hit: re.Match[str], clock: Clock) -> DateRange | None:
    month, day = month_number(hit["m"]), int(hit["d"])
    year = int(hit["y"]) if hit["y"] else bare.year_of(clock, *hit.span(), month, day)
    return None if year is None else DateRange.day(date(year, month, day))


def _month_year(hit: re.Match[str], clock: Clock) -> DateRange | None:
    return part_of_month(int(hit["y"]), month_number(hit["m"]), text_of(hit, "pm"))


def _month(hit: re.Match[str], clock: Clock) -> DateRange | None:
    month = month_number(hit["m"])
    year = bare.year_of(clock, *hit.span(), month)
    if year is None:
        return None
    part = text_of(hit, "pm")
    found = part_of_month(year, month, part)
    return found if part else clock.until_now(found, *hit.span())


def _month_bare(hit: re.Match[str], clock: Clock) -> DateRange | None:
    placed = _MONTH_PLACE.search(clock.text, max(0, hit.start() - 16), hit.start())
    if placed is None and not hit["pm"] and hit["m"] in ("March", "April", "May", "June", "August"):
        raise NotATimeError
    return _month(hit, clock)


def _relative_month(hit: re.Match[str], clock: Clock) -> DateRange | None:
    if clock.now is None:
        return None
    month, word = month_number(hit["m"]), text_of(hit, "w")
    year = clock.now.year
    if word == "last":
        year -= month >= clock.now.month
    elif word == "next":
        year += month <= clock.now.month
    elif word.endswith("last year's"):
        year -= 1
    return part_of_month(year, month, text_of(hit, "pm"))


def _year_number(hit: re.Match[str], clock: Clock) -> DateRange | None:
    if _PLACE.search(clock.text, max(0, hit.start() - 12), hit.start()) is None:
        raise NotATimeError
    return years(int(hit["y"]))


def _year_part(hit: re.Match[str], clock: Clock) -> DateRange | None:
    return part_of_year(int(hit["y"]), text_of(hit, "py"))


def _weekday(hit: re.Match[str], clock: Clock) -> DateRange | None:
    if clock.now is None:
        return None
    number, word = weekday_number(hit["wd"]), text_of(hit, "w")
    if word in ("this", "next"):
        return DateRange.day(week_of(clock.now, SHIFTS[word]).first + timedelta(days=number))
    if word == "last":
        back = (clock.now.weekday() - number) % 7 or 7
        return DateRange.day(clock.now - timedelta(days=back))
    found = bare.weekday(clock, *hit.span(), number)
    return None if found is None else DateRange.day(found)


def _weekend(hit: re.Match[str], clock: Clock) -> DateRange | None:
    if clock.now is None:
        return None
    word = text_of(hit, "w")
    found = days(week_of(clock.now, SHIFTS[word]).first + timedelta(days=5), 2)
    back = (
        word in ("this", "the") and found.first > clock.now and not clock.is_future(*hit.span(), clause=True)
    )
    return days(found.first - timedelta(days=7), 2) if back else found


def _ago(hit: re.Match[str], clock: Clock) -> DateRange | None:
    if clock.now is None:
        return None
    return shift(DateRange.day(clock.now), -parse_number(hit["n"]), hit["u"].lower())


def _later(hit: re.Match[str], clock: Clock) -> DateRange | None:
    if clock.told is None or clock.told.is_open:
        return None
    return shift(clock.told, parse_number(hit["n"]), hit["u"].lower())


def _some(hit: re.Match[str], clock: Clock) -> DateRange | None:
    if hit["ago"].lower() in ("ago", "earlier"):
        return None if clock.now is None else few(clock.now, hit["u"].lower(), -1)
    return (
        None if clock.told is None or clock.told.start is None else few(clock.told.start, hit["u"].lower(), 1)
    )


def _past_stretch(hit: re.Match[str], clock: Clock) -> DateRange | None:
    if clock.now is None:
        return None
    number, unit = parse_number(hit["n"] or "one"), hit["u"].lower()
    if unit in ("year", "month"):
        first = shift_months(clock.now, -round(number * (12 if unit == "year" else 1)))
    else:
        first = clock.now - timedelta(days=round(number * (7 if unit == "week" else 1)))
    return DateRange(first, clock.now + timedelta(days=1))


def _day_word(hit: re.Match[str], clock: Clock) -> DateRange | None:
    if clock.now is None:
        return None
    count = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(hit.group().lower(), 0)
    return DateRange.day(clock.now + timedelta(days=count))


def _same_day(hit: re.Match[str], clock: Clock) -> DateRange | None:
    if clock.day is None:
        return None
    word = hit.group().lower().split()[1]
    return DateRange.day(clock.day + timedelta(days={"next": 1, "following": 1, "previous": -1}.get(word, 0)))


def _vague(hit: re.Match[str], clock: Clock) -> DateRange | None:
    return DateRange(None, clock.now + timedelta(days=1)) if clock.now else DateRange()


RULES: tuple[Rule, ...] = (
    Rule("en-date", CAPITALS, rf"{BEFORE_DATE}{MONTH}\.? {DAY}(?:(?:,|,? of)? {YEAR})?\)?", _date),
    Rule(
        "en-day-month",
        CAPITALS + DIGITS,
        rf"(?<![\d.,:/$]){BEFORE_DATE}(?:the )?{DAY} (?:of )?{MONTH}(?:,? {YEAR})?\)?",
        _date,
    ),
    Rule("en-month", CAPITALS + "eEmMlL", rf"(?:{PART}[ -])?{MONTH}(?:,| of)? {YEAR}", _month_year),
    Rule(
        "en-bare-month", CAPITALS + "eEmMlL", rf"(?:{PART}[ -])?{FULL_MONTH}(?! [A-Z][a-z]|-\d)", _month_bare
    ),
    Rule(
        "en-relative-month",
        "lLtTnNeEmM",
        rf"(?:{PART}[ -])?(?P<w>(?i:last|this|next)) {FULL_MONTH}",
        _relative_month,
    ),
    Rule("en-year", DIGITS, rf"(?<![\d.,$€£¥/:])(?<![A-Za-z]-){YEAR}{_COUNTED}", _year_number),
    Rule(
        "en-year-part",
        "eEmMlLsSfFaAwW",
        rf"(?P<py>(?i:early|mid|late)|{SEASON})(?:[ -]| of ){YEAR}",
        _year_part,
    ),
    Rule(
        "en-weekday",
        CAPITALS + "lLnNtT",
        rf"(?<!Black )(?<!Good )(?<!Cyber )(?:(?P<w>(?i:last|this|next|this past)) )?{WEEKDAY}s?{DAY_PART}",
        _weekday,
    ),
    Rule("en-weekend", "tTlLnNoO", r"(?:(?i:over) )?(?P<w>(?i:this|last|next|the)) weekend\b", _weekend),
    Rule("en-ago", NUMBER_STARTS, rf"(?<![\d.]){NUMBER} {UNIT} (?:ago|back)\b", _ago),
    Rule(
        "en-later", NUMBER_STARTS, rf"(?<![\d.]){NUMBER} {UNIT} (?:later|afterwards?)\b", _later, after=True
    ),
    Rule("en-some", "aAsS", rf"(?i:a few|several) {UNIT} (?P<ago>ago|earlier|later)\b", _some),
    Rule(
        "en-past-stretch",
        "oOiItT",
        rf"(?:(?i:over|in) )?the (?:past|last) (?:{NUMBER} )?(?P<u>year|month|week|day)s?\b",
        _past_stretch,
    ),
    Rule(
        "en-day-word",
        "yYtTlL",
        r"(?i:yesterday|today|tonight|tomorrow|last night|this (?:morning|afternoon|evening))\b(?!'s)",
        _day_word,
    ),
    Rule("en-same-day", "tT", r"(?i:the|that) (?:same|next|following|previous) day\b", _same_day, after=True),
    Rule("en-vague", "rReEsSnN", r"(?i:recently|earlier|soon|now)\b", _vague, vague=True),
)
