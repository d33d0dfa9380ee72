"""Sentences and paragraphs of a reading text.

Repair has already taken out line breaks that are none, so a line break always ends a sentence here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quliu.model.span import ReadOffset, ReadSpan
from quliu.text.script import CJK

__all__ = ["MOST_CHARS", "find_paragraphs", "find_sentences"]

MOST_CHARS = 400
"""The longest sentence; of the 4,976 in the training passages (2026-11) the longest has 398."""

_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(rf"(?:[。!?][。!?…]*|\.+|(?<=[{CJK}”’)]);|;(?=[{CJK}“]))(?P<closers>[”’\")\]】》]*)")
_GOES_ON = frozenset(",、:;)")
_SPACE = re.compile(r"\s*")
# Words with a full stop of their own, before a name and before a number; no sentence ends at them.
_TITLES = frozenset(
    {"Capt", "Col", "Dr", "Gen", "Gov", "Hon", "Lt", "Messrs", "Mr", "Mrs", "Ms", "Mt", "Prof", "Rep", "Rev"}
    | {"Sen", "Sgt", "St", "vs", "cf", "eg", "ie"}
)
_COUNTERS = frozenset({"approx", "art", "ch", "est", "fig", "figs", "no", "nos", "p", "pp", "sec", "vol"})
# These may end a sentence too, where the next word can only begin one.
_ABBREVIATIONS = frozenset(
    {"apr", "aug", "bros", "bv", "co", "corp", "dec", "etc", "feb", "inc", "jan", "jr", "jul", "jun", "llc"}
    | {"ltd", "mar", "nov", "oct", "plc", "sep", "sept", "sr"}
)
_SHORTENED = _COUNTERS | _ABBREVIATIONS
_STARTERS = frozenset(
    {"a", "according", "after", "although", "an", "as", "at", "before", "both", "but", "by", "earlier", "for"}
    | {"from", "he", "her", "his", "however", "if", "in", "it", "its", "last", "many", "meanwhile", "most"}
    | {"now", "on", "one", "our", "previously", "she", "since", "some", "that", "the", "their", "there"}
    | {"these", "they", "this", "those", "today", "we", "what", "when", "while", "who", "with", "yesterday"}
    | {"you"}
)
_WORD_BEFORE = re.compile(r"[A-Za-z][A-Za-z.\u00c0-\u024f]*\Z")
_WORD_AFTER = re.compile(r"[“‘\"'(]*([^\s\"'“”‘’(),.;:!?。]*)")
_LOOK_BACK = 24
_LIST_NUMBER = 3


def find_paragraphs(text: str) -> list[ReadSpan]:
    """Return the lines that have something on them, from left to right."""
    return [_span(*trimmed) for match in _LINE.finditer(text) if (trimmed := _trim(text, *match.span()))]


def find_sentences(text: str) -> list[ReadSpan]:
    """Return the sentences, without the spaces around them, from left to right.

    Together they cover every character that is not white space. Closing quotes and brackets belong to the
    sentence they close. None is longer than `MOST_CHARS`: an endless one is cut, where it can be at a comma.
    """
    return [
        _span(*piece)
        for line in _LINE.finditer(text)
        for part in _split(text, *line.span())
        for piece in _cut(text, *part)
    ]


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a sentence that no writer means as one: reading one takes more than linear time."""
    while end - start > MOST_CHARS:
        commas = (text.rfind(mark, start + MOST_CHARS // 2, start + MOST_CHARS) for mark in ",;、: ")
        at = next((comma + 1 for comma in commas if comma >= 0), start + MOST_CHARS)
        if part := _trim(text, start, at):
            yield part
        start = at
    if part := _trim(text, start, end):
        yield part


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    counted, quotes = start, 0
    for stop in _STOP.finditer(text, start, end):
        quotes += text.count('"', counted, stop.start("closers"))
        counted = stop.start("closers")
        stop_end = _end_of_closers(stop, quotes % 2 == 1)
        if _ends_sentence(text, stop, stop_end, end) and (part := _trim(text, start, stop_end)):
            yield part
            start = stop_end
    if part := _trim(text, start, end):
        yield part


def _end_of_closers(stop: re.Match[str], is_open: bool) -> int:
    """Return where the quotes that close at a stop end; a straight one closes only what is open."""
    for offset, closer in enumerate(stop["closers"], start=stop.start("closers")):
        if closer == '"' and not is_open:
            return offset
        is_open = is_open and closer != '"'
    return stop.end()


def _ends_sentence(text: str, stop: re.Match[str], stop_end: int, line_end: int) -> bool:
    if stop_end == line_end:
        return True
    mark, before, after = text[stop.start()], text[max(0, stop.start() - 1)], text[stop_end]
    if mark == "。":
        return True
    if after in _GOES_ON:
        return False
    if mark == ".":
        return not before.isascii() or _is_full_stop(text, stop, stop_end)
    return not (before.isascii() and after.isascii() and after.isalnum() and not stop["closers"])


def _is_full_stop(text: str, stop: re.Match[str], stop_end: int) -> bool:
    """Decide a dot after a Latin letter or digit: full stop, or part of a name, number or abbreviation."""
    found = _WORD_BEFORE.search(text, max(0, stop.start() - _LOOK_BACK), stop.start())
    word = found[0] if found else ""
    if not text[stop_end].isspace():
        return not text[stop_end].isascii() and len(word) > 2 and word.lower() not in _SHORTENED
    after = _WORD_AFTER.match(text, _after_space(text, stop_end))
    next_word = after[1] if after else ""
    if word in _TITLES or next_word.islower() or (word.lower() in _COUNTERS and next_word[:1].isdigit()):
        return False
    if word.lower() in _ABBREVIATIONS or "." in word or len(word) == 1:
        return next_word.lower() in _STARTERS
    return not _is_list_number(text, stop.start())


def _is_list_number(text: str, dot: int) -> bool:
    line_start = text.rfind("\n", 0, dot) + 1
    return dot - line_start <= _LIST_NUMBER and text[line_start:dot].isdigit()


def _after_space(text: str, offset: int) -> int:
    match = _SPACE.match(text, offset)
    return match.end() if match else offset


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _span(start: int, end: int) -> ReadSpan:
    return ReadSpan(ReadOffset(start), ReadOffset(end))
