"""English rules for years, quarters, months and weeks: which one, and which part of it."""

from __future__ import annotations

import re
from datetime import timedelta

from quliu.extract.time import bare
from quliu.extract.time.calendar import (
    months,
    part_of_decade,
    part_of_month,
    part_of_year,
    quarter,
    week_of,
    years,
)
from quliu.extract.time.clock import Clock
from quliu.extract.time.en_words import (
    DIGITS,
    FULL_MONTH,
    ORDINAL,
    SEASON,
    SHIFTS,
    YEAR,
    month_number,
    text_of,
)
from quliu.extract.time.numbers import EN_ORDINALS
from quliu.extract.time.rule import Rule
from quliu.model import DateRange


def _year_of_word(hit: re.Match[str], clock: Clock) -> int | None:
    """Return the year of `2024`, `this year`, `last year`, `the year`, `that year`, `the following year`."""
    if text_of(hit, "y"):
        return int(hit["y"])
    word = text_of(hit, "w").split(" ")[-1]
    if word in ("that", "same", "following"):
        told = clock.told_year()
        return None if told is None else told + (word == "following")
    return clock.year_shifted(SHIFTS[word])


def _part_of_relative_year(hit: re.Match[str], clock: Clock) -> DateRange | None:
    year = _year_of_word(hit, clock)
    return None if year is None else part_of_year(year, text_of(hit, "py"))


def _quarter(hit: re.Match[str], clock: Clock) -> DateRange | None:
    word = hit["q"].lower()
    number = EN_ORDINALS.get(word) or int(word)
    if text_of(hit, "y") or text_of(hit, "w"):
        year = _year_of_word(hit, clock)
    else:
        year = bare.year_of_part(clock, *hit.span(), 3 * number - 2)
    return None if year is None else quarter(year, number)


def _half(hit: re.Match[str], clock: Clock) -> DateRange | None:
    part = "H1" if hit["h"].lower() in ("first", "1") else "H2"
    if text_of(hit, "y") or text_of(hit, "w"):
        year = _year_of_word(hit, clock)
    else:
        year = bare.year_of_part(clock, *hit.span(), 1 if part == "H1" else 7)
    return None if year is None else part_of_year(year, part)


def _relative_quarter(hit: re.Match[str], clock: Clock) -> DateRange | None:
    if clock.now is None:
        return None
    return clock.until_now(
        quarter(clock.now.year, (clock.now.month + 2) // 3 + SHIFTS[text_of(hit, "w")]), *hit.span()
    )


def _whole(hit: re.Match[str], clock: Clock) -> DateRange | None:
    """Return what `last month`, `the year` or, counted from the time told before, `that year` means."""
    word, unit = text_of(hit, "w").split(" ")[-1], text_of(hit, "u")
    base = clock.now
    if word in ("that", "same", "following"):
        base = clock.told.start if clock.told else None
    if base is None:
        return None
    count = SHIFTS[word]
    if unit == "year":
        return years(base.year + count)
    if unit == "month":
        return months(base.year, base.month + count)
    if unit == "quarter":
        return quarter(base.year, (base.month + 2) // 3 + count)
    return week_of(base, count)


def _relative(hit: re.Match[str], clock: Clock) -> DateRange | None:
    found = _whole(hit, clock)
    if found is None or found.start is None:
        return None
    part = text_of(hit, "p")
    now = clock.now
    if part == "earlier" and now is not None and found.first < now < found.last:
        return DateRange(found.start, now + timedelta(days=1))
    if part == "later":
        base = (
            clock.told.first if text_of(hit, "w").split(" ")[-1] in ("that", "same") and clock.told else now
        )
        return DateRange(base, found.end) if base is not None and found.contains(base) else found
    if part:
        if text_of(hit, "u") == "year":
            return part_of_year(found.start.year, part)
        if text_of(hit, "u") == "month":
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
    if text_of(hit, "edge") != "end":
        if length < 40:
            return part_of_month(found.first.year, found.first.month, "early")
        return months(found.first.year, found.first.month, 3 if length > 100 else 1)
    if now is not None and now <= found.last:
        return (
            DateRange(now, found.end)
            if text_of(hit, "by") and now < found.last
            else DateRange.day(found.last)
        )
    return part_of_month(found.last.year, found.last.month, "late" if length < 40 else "")


def _edged(hit: re.Match[str], clock: Clock) -> DateRange | None:
    if text_of(hit, "m"):
        month = month_number(hit["m"])
        if hit["y"]:
            return months(int(hit["y"]), month)
        ahead = text_of(hit, "by") and clock.now is not None and month >= clock.now.month
        year = clock.year_shifted(0) if ahead else bare.year_of(clock, *hit.span(), month)
        return None if year is None else months(year, month)
    if text_of(hit, "q"):
        year = _year_of_word(hit, clock) if text_of(hit, "y") or text_of(hit, "w") else clock.year_shifted(0)
        return None if year is None else quarter(year, EN_ORDINALS[text_of(hit, "q")])
    return years(int(hit["y"])) if text_of(hit, "y") else _whole(hit, clock)


def _season(hit: re.Match[str], clock: Clock) -> DateRange | None:
    if clock.now is None:
        return None
    season, word = text_of(hit, "s"), text_of(hit, "w")
    found = part_of_year(clock.now.year, season)
    if word == "next" and found.first <= clock.now:
        return part_of_year(clock.now.year + 1, season)
    if (word == "last" and found.last >= clock.now) or (word == "the" and found.first > clock.now):
        return part_of_year(clock.now.year - 1, season)
    return found


def _decade(hit: re.Match[str], clock: Clock) -> DateRange | None:
    return part_of_decade(int(hit["y"]), text_of(hit, "pd"))


_WORD = r"(?P<w>(?i:this|last|next|the(?: (?:following|same|current))?|that))"
_OF_YEAR = rf"(?:(?:,? | of |/)(?:{YEAR}|{_WORD} year\b))?"
_OR_YEAR = rf"(?:{YEAR}|{_WORD} year\b)"
_EDGE = "(?:(?P<by>(?i:by)) )?(?:(?i:the) )?(?P<edge>(?i:end|beginning|start)) of "
RULES: tuple[Rule, ...] = (
    Rule(
        "en-part-of-year",
        "eEmMlLsSfFaAwWtT",
        rf"(?:(?i:the) )?(?P<py>(?i:early|mid|late)|{SEASON})(?: (?:of|in))? {_OR_YEAR}",
        _part_of_relative_year,
    ),
    Rule("en-quarter", "qQtTfFsS1234", rf"(?:(?i:the) )?(?:{ORDINAL}[ -](?i:quarter)\b){_OF_YEAR}", _quarter),
    Rule("en-q", "qQ", rf"[qQ](?P<q>[1-4])(?![0-9A-Za-z]){_OF_YEAR}", _quarter),
    Rule(
        "en-year-q",
        DIGITS,
        r"(?<![\d.])(?P<y>(?:19|20)\d\d) ?[qQ](?P<q>[1-4])(?![0-9A-Za-z])(?P<w>)?",
        _quarter,
    ),
    Rule(
        "en-half",
        "tTfFsS",
        rf"(?:(?i:the) )?(?P<h>(?i:first|second)) (?i:half){_OF_YEAR.removesuffix('?')}",
        _half,
    ),
    Rule("en-h", "H", rf"H(?P<h>[12]){_OF_YEAR.removesuffix('?')}", _half),
    Rule(
        "en-relative-quarter",
        "tTlLnN",
        r"(?:the )?(?P<w>(?i:this|last|next|the current)) quarter\b",
        _relative_quarter,
    ),
    Rule(
        "en-relative",
        "eElLtTnNmM",
        r"(?:(?P<p>(?i:earlier|later|early|mid|late))[ -])?(?:in )?"
        r"(?P<w>(?i:this|last|next)|(?P<rel>(?i:that|the same|the following))) "
        r"(?P<u>year|month|week)\b(?!-|'s)",
        _relative,
    ),
    Rule("en-edge-month", "bBtTeE", rf"{_EDGE}{FULL_MONTH}(?:,? {YEAR})?", _edge),
    Rule("en-edge-quarter", "bBtTeE", rf"{_EDGE}(?:the )?{ORDINAL} quarter{_OF_YEAR}", _edge),
    Rule("en-edge-year", "bBtTeE", rf"{_EDGE}{YEAR}", _edge),
    Rule("en-edge", "bBtTeE", rf"{_EDGE}{_WORD} (?P<u>year|quarter|month|week)\b", _edge),
    Rule("en-season", "tTlLnN", rf"(?P<w>(?i:this|last|next)) (?P<s>{SEASON})\b", _season),
    Rule(
        "en-decade",
        "tTeEmMlL" + DIGITS,
        r"(?:(?i:the) )?(?:(?P<pd>(?i:early|mid|late))[ -])?(?P<y>(?:19|20)\d0)['’]?s\b",
        _decade,
    ),
)
