"""English text ready for the frames: cleaned at equal length, cut into sentences, masked in lower case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quliu.extract.units.unit import Sentence, Unit, UnitKind, mask_char
from quliu.model import ReadOffset, ReadSpan
from quliu.text import find_sentences

_BLANK = re.compile(
    r"\(?https?://[^\s\])]+\)?|</?[A-Za-z][^<>\n]{0,300}(?:>|$)|!?\[\]|\*\*|(?<!\w)[*_]|"
    r"[*_](?!\w)|^#+ |^>+ |\\|[\[\]]|^ *[-•] ",
    re.M,
)
_ENTITIES = {
    "&amp;": "&\u2060\u2060\u2060\u2060",
    "&#039;": "'" + "\u2060" * 5,
    "&#x27;": "'" + "\u2060" * 5,
    "&nbsp;": " " * 6,
}
_ENTITY = re.compile("|".join(_ENTITIES))
_PLAIN = str.maketrans("’‘‐‑`“”", "''--'\"\"")
_GLUED = re.compile(r"(?<=[a-z]{2}[.!?])(?=[A-Z][a-z]+[ ,'])|(?<=: )(?=[A-Z\"@])|(?<= \|) (?=[A-Z])")
_DROPPED = frozenset('"*“”\\{}\u2060')
_NO_CHANGE = re.compile(
    r" ?(?:[A-Za-z0-9.;:!?'&/$%+]++(?:[ -](?=[A-Za-z0-9.;:!?'&/$%+])| \Z)?)*+"
)  # but for case
# "Acme Inc. was founded": the full stop is the name's.
_SHORTENED = re.compile(r"[ A-Z](?:Inc|Ltd|orp|LLC| Co)\.(?=,| [a-z])")
_MOST = 1200
_CLOSING = frozenset(".,;:!?")


def clean(text: str) -> str:
    """Blank mark-up and addresses and unify apostrophes and quotation marks, every offset kept."""
    text = _ENTITY.sub(lambda hit: _ENTITIES[hit.group()], text)
    return _BLANK.sub(lambda hit: " " * len(hit.group()), text).translate(_PLAIN)


_LABEL = re.compile(r"[^\n:.]{4,90}:(?= )")


def cut(text: str) -> Iterator[tuple[ReadSpan, bool]]:
    """Yield the sentences of a cleaned text and whether each is a heading; a label before a colon is one."""
    for whole in find_sentences(text):
        stops = {hit.start() for hit in _GLUED.finditer(text, whole.start, whole.end)}
        label = _LABEL.match(text, whole.start, whole.end)
        if label and (not text[: whole.start].strip(" ") or "\n" in text[: whole.start].rstrip(" ")[-1:]):
            stops.add(label.end())
        for start, end in pairwise([whole.start, *sorted(stops), whole.end]):
            part = text[start:end]
            if len(part) > _MOST:
                yield from ((piece, False) for piece in _pieces(text, start, end))
            elif part.strip():
                yield (
                    ReadSpan(ReadOffset(start), ReadOffset(end)),
                    part.rstrip()[-1] not in '.!?"'
                    and ("\n" in text[end : end + 2] + "\n"[: end == len(text)] or part.rstrip()[-1] == ":"),
                )


def _pieces(text: str, start: int, end: int) -> Iterator[ReadSpan]:
    """Cut what is too long for a sentence at a space, so that the frames stay linear."""
    while start < end:
        stop = min(end, start + _MOST)
        space = text.rfind(" ", start + 1, stop) if stop < end else -1
        stop = space if space > start else stop
        yield ReadSpan(ReadOffset(start), ReadOffset(stop))
        start = stop


def mask(text: str, span: ReadSpan, units: Sequence[Unit], paragraph: int, heading: bool) -> Sentence:
    """Return the sentence with each unit as one character and the rest in lower case.

    Quotation marks are left out, brackets and dashes become commas, and white space is one space.
    """
    chars: list[str] = []
    starts: list[int] = []
    at_position: dict[int, Unit] = {}
    counts = dict.fromkeys(UnitKind, 0)
    at = int(span.start)
    for unit in units:
        _copy(text, at, unit.span.start, chars, starts)
        at_position[len(chars)] = unit
        chars.append(mask_char(unit.kind, counts[unit.kind]))
        starts.append(unit.span.start)
        counts[unit.kind] += 1
        at = unit.span.end + (_SHORTENED.match(text, unit.span.end - 4) is not None)
    _copy(text, at, span.end, chars, starts)
    starts.append(span.end)
    return Sentence(
        span, "".join(chars), tuple(units), tuple(starts), paragraph, heading, at_position, text=text
    )


def _copy(text: str, start: int, end: int, chars: list[str], starts: list[int]) -> None:
    first = start + (text.startswith(" ", start, end) and (not chars or chars[-1] == " "))
    if _NO_CHANGE.fullmatch(text, first, end):
        chars.extend(text[first:end].lower())
        starts.extend(range(first, end))
        return
    for i in range(start, end):
        char = _as_masked(text, i, end)
        if char == " " and (not chars or chars[-1] == " "):
            continue
        if char == "," and chars and chars[-1] == " ":
            chars.pop()
            starts.pop()
        if char == "," and chars and chars[-1] == ",":
            continue
        if char:
            chars.append(char)
            starts.append(i)
            if char == "," and text[i] != ",":
                chars.append(" ")
                starts.append(i)


def _as_masked(text: str, i: int, end: int) -> str:
    char = text[i]
    if char in _DROPPED:
        return ""
    if char.isspace():
        return " "
    if char in "(—–" or (char == "-" and text[i - 1 : i].isspace() and text[i + 1 : i + 2].isspace()):
        return ","
    if char == ")":
        return "" if i + 1 >= end or text[i + 1] in _CLOSING else ","
    lower = char.lower()
    return lower if len(lower) == 1 else char
