"""Capitalised runs of an English text: where names may stand."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quliu.extract.english.words import (
    CALENDAR,
    DEMONYMS,
    HONORIFICS,
    ORDINARY,
    ORG_ENDS,
    ORG_HEADS,
    PARTICLES,
)
from quliu.extract.units.latin import is_given_name
from quliu.extract.units.unit import Unit, UnitKind, find_gaps
from quliu.model import ReadSpan

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ"
_TOKEN = re.compile(
    rf"(?<![\w@#/$£€¥])(?<!\d[.,])(?:[{_UPPER}]\.(?:[{_UPPER}]\.)+|[{_UPPER}]\.(?= [{_UPPER}])|"
    rf"[{_UPPER}][\w&+]*(?:[.'-][\w]+)*|[a-z]{{1,2}}[A-Z]\w+|\d+[A-Z]\w*|"
    rf"\d{{1,4}}(?= [A-Z][a-z]+))"
)
_POSSESSIVE = re.compile(r"'s?\Z")
_LOWER_WORD = re.compile(r"(?<![\w@])[a-z]{3,}(?!\w)")
_OPENS_NO_NAME = DEMONYMS | CALENDAR | HONORIFICS
_SURNAME = re.compile(r" (?:[a-z]{2,3} )?[A-Z][a-z]")
_ADJECTIVAL = ("-backed", "-owned", "-based", "-led", "-founded", "-year")
_LONG_WORD = re.compile(r"(?<!['\w])[A-Za-z][a-z']{3,}")


@dataclass(frozen=True, slots=True)
class Run:
    """A capitalised run that may be a name, its words apart."""

    start: int
    end: int
    words: tuple[str, ...]
    headline: bool

    @property
    def name(self) -> str:
        """The words of the run, joined by spaces."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    word: str
    possessive: bool


def find_runs(
    text: str, units: Sequence[Unit], headlines: Sequence[ReadSpan], starts: frozenset[int]
) -> list[Run]:
    """Return the runs in the gaps between units.

    Args:
        headlines: sentences in Title Case, where every word is capitalised.
        starts: where sentences begin, so that their first word is capitalised in any case.
    """
    lower = _lower_words(text)
    found: list[Run] = []
    for gap in find_gaps(text, units):
        group: list[_Token] = []
        for token in _tokens(text, gap.start, gap.end):
            headline = _within(token.start, headlines)
            if not _is_calendar_name(text, token) and _is_ordinary(
                token, group, headline, token.start in starts, lower
            ):
                found.extend(_run(text, group, headlines))
                group = []
                continue
            if group and (group[-1].possessive or not _follows(text, group, token)):
                found.extend(_run(text, group, headlines))
                group = []
            group.append(token)
        found.extend(_run(text, group, headlines))
    return found


def _tokens(text: str, first: int, last: int) -> Iterator[_Token]:
    for hit in _TOKEN.finditer(text, first, last):
        word = hit.group()
        ending = _POSSESSIVE.search(word)
        start = hit.start() + (3 if word[:3].lower() == "ex-" else 0)
        stop = hit.end() - (len(ending.group()) if ending else 0)
        possessive = ending is not None or text[hit.end() : hit.end() + 1] == "'"
        yield _Token(start, stop, text[start:stop], possessive)


def _lower_words(text: str) -> frozenset[str]:
    return frozenset(_LOWER_WORD.findall(text))


def _is_calendar_name(text: str, token: _Token) -> bool:
    """Tell whether a month is somebody's given name: Jan van Dorp, June Park."""
    month = token.word.lower() in CALENDAR and is_given_name(token.word)
    return month and _SURNAME.match(text, token.end) is not None


def _is_ordinary(
    token: _Token, group: list[_Token], headline: bool, first: bool, lower: frozenset[str]
) -> bool:
    word = token.word.lower()
    if word.endswith(_ADJECTIVAL):
        return True
    if word in _OPENS_NO_NAME and not group:
        return True
    if not token.word[0].isupper() or token.word[1:] != token.word[1:].lower():
        return token.word.isupper() and word in ORDINARY
    if headline:
        known = word in ORG_ENDS or (is_given_name(token.word) and word != "will")
        return (
            (word in ORDINARY or word in lower)
            and not (known and group)
            and not (known and word not in ORDINARY)
        )
    return first and (word in ORDINARY or (word in lower and not is_given_name(token.word)))


def _follows(text: str, group: list[_Token], token: _Token) -> bool:
    between = text[group[-1].end : token.start]
    if between in (" ", "-", " & ") or between.strip(" ") in ('"', '" "'):
        return True
    inner = between.strip()
    if inner in PARTICLES or (inner.startswith('"') and inner.endswith('"') and len(inner) < 12):
        return True
    return inner in ("of", "for", "on", "of the") and group[-1].word.lower() in ORG_HEADS


def _run(text: str, group: list[_Token], headlines: Sequence[ReadSpan]) -> Iterator[Run]:
    while group and group[-1].word.isdigit():
        group = group[:-1]
    if group:
        start, end = group[0].start, group[-1].end
        headline = _within(start, headlines)
        words = tuple(text[start:end].split())
        yield Run(start, end, words, headline)


def _within(at: int, spans: Sequence[ReadSpan]) -> bool:
    """Tell whether a position is in one of some sorted spans."""
    index = bisect_right(spans, at, key=lambda span: span.start) - 1
    return index >= 0 and at < spans[index].end


def is_headline(text: str, span: ReadSpan, units: Sequence[Unit]) -> bool:
    """Tell whether a sentence is written in Title Case; `units` must be sorted."""
    words: list[str] = _LONG_WORD.findall(text[span.start : span.end])
    first, last = (bisect_left(units, at, key=lambda unit: unit.span.start) for at in (span.start, span.end))
    inside = sum(len(u.name.split()) for u in units[first:last] if u.kind is UnitKind.ORG)
    capital = sum(w[0].isupper() for w in words)
    small = len(words) - capital
    return capital - inside >= 1 and capital >= 3 and capital > 2 * small
