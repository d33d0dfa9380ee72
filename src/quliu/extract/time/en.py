"""English rules of the time grammar."""

from __future__ import annotations

import re
from datetime import date, timedelta

from quliu.extract.time.calendar import (
    days,
    months,
    part_of_decade,
    part_of_month,
    part_of_year,
    quarter,
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
    FULL_MONTH,
    MONTH,
    NUMBER,
    NUMBER_STARTS,
    ORDINAL,
    PART,
    SEASON,
    UNIT,
    WEEKDAY,
    YEAR,
    month_number,
    weekday_number,
)
from quliu.extract.time.numbers import EN_ORDINALS, parse_number
from quliu.extract.time.rule import NotATimeError, Rule
from quliu.extract.time.zh_relative import few
from quliu.model import DateRange

_DIGITS = "0123456789"
_SHIFTS = {"last": -1, "past": -1, "this": 0, "that": 0, "the": 0, "current": 0, "next": 1, "following": 1, "same": 0}
_PLACE = re.compile(
    r"(?:\b(?i:in|since|by|from|of|until|till|til|through|before|after|during|between|and|to|around|about|circa|early|mid|late"
    r"|spring|summer|autumn|fall|winter|year|back in|for|end|is|a|an|on)[ -]|[(\[]|[-‑–—~]|[于在从自至到])\Z"
)
_MONTH_PLACE = re.compile(
    r"(?:\b(?i:in|since|by|from|of|until|till|through|before|after|during|between|and|to|around|early|mid|late|last|this|next"
    r"|a|an|for|previous|following|[a-z]+'s|end|beginning|start)[ -]|\()\Z"
)
_COUNTED = (
    r"(?! (?:[a-z]+ )?(?:people|employees|workers|engineers|users|dollars|staff|GPUs?|tokens|points|customers|companies"
    r"|jobs|parameters|miles|met(?:er|re)s|researchers|papers)\b|[%$°]|[,.]\d|x\d|[-‑]?[A-Za-z]|[名人个家万亿元篇位台块])"
)


def _text(hit: re.Match[str], group: str) -> str:
    return (hit.groupdict().get(group) or "").lower()


def _date(hit: re.Match[str], clock: Clock) -> DateRange | None:
    month, day = month_number(hit["m"]), int(hit["d"])
    year = int(hit["y"]) if hit["y"] else clock.year_of(*hit.span(), month, day)
    return None if year is None else DateRange.day(date(year, month, day))


def _month_year(hit: re.Match[str], clock: Clock) -> DateRange | None:
    return part_of_month(int(hit["y"]), month_number(hit["m"]), _text(hit, "pm"))


def _month(hit: re.Match[str], clock: Clock) -> DateRange | None:
    month = month_number(hit["m"])
    year = clock.year_of(*hit.span(), month)
    if year is None:
        return None
    part = _text(hit, "pm")
    found = part_of_month(year, month, part)
    return found if part else clock.until_now(found, *hit.span())


def _month_bare(hit: re.Match[str], clock: Clock) -> DateRange | None:
    placed = _MONTH_PLACE.search(clock.text, max(0, hit.start() - 16), hit.start())
    if placed is None and hit["m"] in ("March", "April", "May", "June", "August"):
        raise NotATimeError
    return _month(hit, clock)


def _relative_month(hit: re.Match[str], clock: Clock) -> DateRange | None:
    if clock.now is None:
        return None
    month, word = month_number(hit["m"]), _text(hit, "w")
    year = clock.now.year
    if word == "last":
        year -= month >= clock.now.month
    elif word == "next":
        year += month <= clock.now.month
    elif word.endswith("last year's"):
        year -= 1
    return part_of_month(year, month, _text(hit, "pm"))


def _year_number(hit: re.Match[str], clock: Clock) -> DateRange | None:
    if _PLACE.search(clock.text, max(0, hit.start() - 12), hit.start()) is None:
        raise NotATimeError
    return years(int(hit["y"]))


def _year_part(hit: re.Match[str], clock: Clock) -> DateRange | None:
    return part_of_year(int(hit["y"]), _text(hit, "py"))


def _year_of_word(hit: re.Match[str], clock: Clock) -> int | None:
    """Return the year of `2024`, `this year`, `last year`, `the year`, `that year`, `the following year`."""
    if _text(hit, "y"):
        return int(hit["y"])
    word = _text(hit, "w").split(" ")[-1]
    if word in ("that", "same", "following"):
        told = clock.told_year()
        return None if told is None else told + (word == "following")
    return clock.year_shifted(_SHIFTS[word])


def _part_of_relative_year(hit: re.Match[str], clock: Clock) -> DateRange | None:
    year = _year_of_word(hit, clock)
    return None if year is None else part_of_year(year, _text(hit, "py"))


def _quarter(hit: re.Match[str], clock: Clock) -> DateRange | None:
    word = hit["q"].lower()
    number = EN_ORDINALS.get(word) or int(word)
    if _text(hit, "y") or _text(hit, "w"):
        year = _year_of_word(hit, clock)
    else:
        year = clock.year_of_part(*hit.span(), 3 * number - 2)
    return None if year is None else quarter(year, number)


def _half(hit: re.Match[str], clock: Clock) -> DateRange | None:
    part = "H1" if hit["h"].lower() in ("first", "1") else "H2"
    if _text(hit, "y") or _text(hit, "w"):
        year = _year_of_word(hit, clock)
    else:
        year = clock.year_of_part(*hit.span(), 1 if part == "H1" else 7)
    return None if year is None else part_of_year(year, part)


def _relative_quarter(hit: re.Match[str], clock: Clock) -> DateRange | None:
    if clock.now is None:
        return None
    return clock.until_now(quarter(clock.now.year, (clock.now.month + 2) // 3 + _SHIFTS[_text(hit, "w")]), *hit.span())


def _whole(hit: re.Match[str], clock: Clock) -> DateRange | None:
    """Return the year, month or week that words like `last month` or `the year` mean; told days for `that year`."""
    word, unit = _text(hit, "w").split(" ")[-1], _text(hit, "u")
    base = clock.now
    if word in ("that", "same", "following"):
        base = clock.told.start if clock.told else None
    if base is None:
        return None
    count = _SHIFTS[word]
    if unit == "year":
        return years(base.year + count)
    if unit == "month":
        return months(base.year, base.month + count)
    return week_of(base, count)


def _relative(hit: re.Match[str], clock: Clock) -> DateRange | None:
    found = _whole(hit, clock)
    if found is None or found.start is None:
        return None
    part = _text(hit, "p")
    now = clock.now
    if part == "earlier" and now is not None and found.first < now < found.last:
        return DateRange(found.start, now + timedelta(days=1))
    if part == "later":
        base = clock.told.first if _text(hit, "w").split(" ")[-1] in ("that", "same") and clock.told else now
        return DateRange(base, found.end) if base is not None and found.contains(base) else found
    if part:
        if _text(hit, "u") == "year":
            return part_of_year(found.start.year, part)
        if _text(hit, "u") == "month":
            return part_of_month(found.start.year, found.start.month, part)
    return clock.until_now(found, *hit.span())


def _edge(hit: re.Match[str], clock: Clock) -> DateRange | None:
    """Return the end or the beginning of a year, quarter or month.

    Of a period that is not over the end is its last day; `by the end` is any day from now to then.
    """
    found, now = _edged(hit, clock), clock.now
    if found is None:
        return None
    length = (found.last - found.first).days
    if _text(hit, "edge") != "end":
        if length < 40:
            return part_of_month(found.first.year, found.first.month, "early")
        return months(found.first.year, found.first.month, 3 if length > 100 else 1)
    if now is not None and now <= found.last:
        return DateRange(now, found.end) if _text(hit, "by") and now < found.last else DateRange.day(found.last)
    return part_of_month(found.last.year, found.last.month, "late" if length < 40 else "")


def _edged(hit: re.Match[str], clock: Clock) -> DateRange | None:
    if _text(hit, "m"):
        month = month_number(hit["m"])
        year = int(hit["y"]) if hit["y"] else clock.year_of(*hit.span(), month)
        return None if year is None else months(year, month)
    if _text(hit, "q"):
        year = _year_of_word(hit, clock) if _text(hit, "y") or _text(hit, "w") else clock.year_shifted(0)
        return None if year is None else quarter(year, EN_ORDINALS[_text(hit, "q")])
    return years(int(hit["y"])) if _text(hit, "y") else _whole(hit, clock)


def _weekday(hit: re.Match[str], clock: Clock) -> DateRange | None:
    if clock.now is None:
        return None
    number, word = weekday_number(hit["wd"]), _text(hit, "w")
    if word == "next":
        return DateRange.day(week_of(clock.now, 1).first + timedelta(days=number))
    if word == "last":
        back = (clock.now.weekday() - number) % 7 or 7
        return DateRange.day(clock.now - timedelta(days=back))
    found = clock.weekday(*hit.span(), number)
    return None if found is None else DateRange.day(found)


def _weekend(hit: re.Match[str], clock: Clock) -> DateRange | None:
    if clock.now is None:
        return None
    word = _text(hit, "w")
    found = days(week_of(clock.now, _SHIFTS[word]).first + timedelta(days=5), 2)
    back = word in ("this", "the") and found.first > clock.now and not clock.is_future(*hit.span(), clause=True)
    return days(found.first - timedelta(days=7), 2) if back else found


def _season(hit: re.Match[str], clock: Clock) -> DateRange | None:
    if clock.now is None:
        return None
    season, word = _text(hit, "s"), _text(hit, "w")
    found = part_of_year(clock.now.year, season)
    if word == "next" and found.first <= clock.now:
        return part_of_year(clock.now.year + 1, season)
    if (word == "last" and found.last >= clock.now) or (word == "the" and found.first > clock.now):
        return part_of_year(clock.now.year - 1, season)
    return found


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
    return None if clock.told is None or clock.told.start is None else few(clock.told.start, hit["u"].lower(), 1)


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


def _decade(hit: re.Match[str], clock: Clock) -> DateRange | None:
    return part_of_decade(int(hit["y"]), _text(hit, "pd"))


def _vague(hit: re.Match[str], clock: Clock) -> DateRange | None:
    return DateRange(None, clock.now + timedelta(days=1)) if clock.now else DateRange()


_WORD = r"(?P<w>(?i:this|last|next|the(?: (?:following|same|current))?|that))"
_OF_YEAR = rf"(?:(?:,? | of |/)(?:{YEAR}|{_WORD} year\b))?"
_OR_YEAR = rf"(?:{YEAR}|{_WORD} year\b)"
_EDGE = "(?:(?P<by>(?i:by)) )?(?:(?i:the) )?(?P<edge>(?i:end|beginning|start)) of "
RULES: tuple[Rule, ...] = (
    Rule("en-date", CAPITALS, rf"{BEFORE_DATE}{MONTH}\.? {DAY}(?:(?:,|,? of)? {YEAR})?\)?", _date),
    Rule("en-day-month", CAPITALS + _DIGITS, rf"(?<![\d.,:/$]){BEFORE_DATE}(?:the )?{DAY} (?:of )?{MONTH}(?:,? {YEAR})?\)?", _date),
    Rule("en-month", CAPITALS + "eEmMlL", rf"(?:{PART}[ -])?{MONTH}(?:,| of)? {YEAR}", _month_year),
    Rule("en-bare-month", CAPITALS + "eEmMlL", rf"(?:{PART}[ -])?{FULL_MONTH}(?! [A-Z][a-z]|-\d)", _month_bare),
    Rule("en-relative-month", "lLtTnNeEmM", rf"(?:{PART}[ -])?(?P<w>(?i:last|this|next)) {FULL_MONTH}", _relative_month),
    Rule("en-year", _DIGITS, rf"(?<![\d.,$€£¥/:]){YEAR}{_COUNTED}", _year_number),
    Rule("en-year-part", "eEmMlLsSfFaAwW", rf"(?P<py>(?i:early|mid|late)|{SEASON})(?:[ -]| of ){YEAR}", _year_part),
    Rule(
        "en-part-of-year",
        "eEmMlLsSfFaAwWtT",
        rf"(?:(?i:the) )?(?P<py>(?i:early|mid|late)|{SEASON})(?: (?:of|in))? {_OR_YEAR}",
        _part_of_relative_year,
    ),
    Rule("en-quarter", "qQtTfFsS1234", rf"(?:(?i:the) )?(?:{ORDINAL}[ -](?i:quarter)\b){_OF_YEAR}", _quarter),
    Rule("en-q", "qQ", rf"[qQ](?P<q>[1-4])(?![0-9A-Za-z]){_OF_YEAR}", _quarter),
    Rule("en-year-q", _DIGITS, r"(?<![\d.])(?P<y>(?:19|20)\d\d) ?[qQ](?P<q>[1-4])(?![0-9A-Za-z])(?P<w>)?", _quarter),
    Rule("en-half", "tTfFsS", rf"(?:(?i:the) )?(?P<h>(?i:first|second)) (?i:half){_OF_YEAR.removesuffix('?')}", _half),
    Rule("en-h", "H", rf"H(?P<h>[12]){_OF_YEAR.removesuffix('?')}", _half),
    Rule("en-relative-quarter", "tTlLnN", r"(?:the )?(?P<w>(?i:this|last|next|the current)) quarter\b", _relative_quarter),
    Rule(
        "en-relative",
        "eElLtTnNmM",
        rf"(?:(?P<p>(?i:earlier|later|early|mid|late))[ -])?(?:in )?(?P<w>(?i:this|last|next)|(?P<rel>(?i:that|the same|the following))) "
        r"(?P<u>year|month|week)\b(?!-|'s)",
        _relative,
    ),
    Rule("en-edge-month", "bBtTeE", rf"{_EDGE}{FULL_MONTH}(?:,? {YEAR})?", _edge),
    Rule("en-edge-quarter", "bBtTeE", rf"{_EDGE}(?:the )?{ORDINAL} quarter{_OF_YEAR}", _edge),
    Rule("en-edge-year", "bBtTeE", rf"{_EDGE}{YEAR}", _edge),
    Rule("en-edge", "bBtTeE", rf"{_EDGE}{_WORD} (?P<u>year|month|week)\b", _edge),
    Rule("en-weekday", CAPITALS + "lLnNtT", rf"(?:(?P<w>(?i:last|this|next|this past)) )?{WEEKDAY}s?(?: (?:late )?(?:night|morning|afternoon|evening))?", _weekday),
    Rule("en-weekend", "tTlLnNoO", r"(?:(?i:over) )?(?P<w>(?i:this|last|next|the)) weekend\b", _weekend),
    Rule("en-season", "tTlLnN", rf"(?P<w>(?i:this|last|next)) (?P<s>{SEASON})\b", _season),
    Rule("en-ago", NUMBER_STARTS, rf"(?<![\d.]){NUMBER} {UNIT} (?:ago|back)\b", _ago),
    Rule("en-later", NUMBER_STARTS, rf"(?<![\d.]){NUMBER} {UNIT} (?:later|afterwards?)\b", _later, after=True),
    Rule("en-some", "aAsS", rf"(?i:a few|several) {UNIT} (?P<ago>ago|earlier|later)\b", _some),
    Rule(
        "en-past-stretch",
        "oOiItT",
        rf"(?:(?i:over|in) )?the (?:past|last) (?:{NUMBER} )?(?P<u>year|month|week|day)s?\b",
        _past_stretch,
    ),
    Rule("en-day-word", "yYtTlL", r"(?i:yesterday|today|tonight|tomorrow|last night|this (?:morning|afternoon|evening))\b(?!'s)", _day_word),
    Rule("en-same-day", "tT", r"(?i:the|that) (?:same|next|following|previous) day\b", _same_day, after=True),
    Rule("en-decade", "tT" + _DIGITS, r"(?:(?i:the) (?:(?P<pd>(?i:early|mid|late))[ -])?)?(?P<y>(?:19|20)\d0)['’]?s\b", _decade),
    Rule("en-vague", "rReEsSnN", r"(?i:recently|earlier|soon|now)\b", _vague, vague=True),
)
