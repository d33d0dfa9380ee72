"""Damaged text in, reading text out: a row of small steps, each a pure function of the text before it.

A step either folds (as many characters out as in) or finds ranges to drop; nothing is ever inserted or moved.
The reading text has simplified script, ASCII letters, digits and `,:;?!()`, the full stop 。, curly quotes,
`·` inside names, `\\n` where a line does end, and no space next to a Chinese character. The order of the
steps is such that repairing a reading text changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from quliu.text.forms import fold_dots, fold_forms, fold_stops
from quliu.text.lines import fold_broken_lines
from quliu.text.pinyin import find_pinyin
from quliu.text.reading import OffsetMap, Range, Reading, Repair
from quliu.text.script import CJK, to_simplified

__all__ = ["repair"]


def repair(text: str) -> Reading:
    """Return the reading of a text, in time proportional to its length."""
    reading = _run(_CHARACTERS, Reading(text, text, OffsetMap.of(())))
    for _ in range(_MAX_ROUNDS):
        settled = reading = _run(_LAYOUT, reading)
        reading = _run(_JOINS, reading)
        if reading is settled:
            break
    return _run(_WORDS, reading)


def _run(steps: Iterable[Callable[[Reading], Reading]], reading: Reading) -> Reading:
    for step in steps:
        reading = step(reading)
    return reading


@dataclass(frozen=True, slots=True)
class _Drop:
    """A step that takes characters out; `find` returns where, sorted and disjoint."""

    kind: str
    find: Callable[[str], Sequence[Range]]

    def __call__(self, reading: Reading) -> Reading:
        ranges = self.find(reading.text)
        if not ranges:
            return reading
        done = Repair(self.kind, reading.offsets, reading.text, ranges=ranges)
        offsets = reading.offsets.dropping(ranges)
        return Reading(reading.original, _without(reading.text, ranges), offsets, (*reading.repairs, done))


@dataclass(frozen=True, slots=True)
class _Fold:
    """A step that replaces characters one for one."""

    kind: str
    fold: Callable[[str], str]

    def __call__(self, reading: Reading) -> Reading:
        after = self.fold(reading.text)
        if after == reading.text:
            return reading
        done = Repair(self.kind, reading.offsets, reading.text, after)
        return Reading(reading.original, after, reading.offsets, (*reading.repairs, done))


def _without(text: str, ranges: Sequence[Range]) -> str:
    parts, kept = [], 0
    for start, end in ranges:
        parts.append(text[kept:start])
        kept = end
    parts.append(text[kept:])
    return "".join(parts)


def _finder(pattern: str) -> Callable[[str], list[Range]]:
    compiled = re.compile(pattern)
    return lambda text: [match.span() for match in compiled.finditer(text)]


def _find_tags(text: str) -> list[Range]:
    tags = _TAG.finditer(text) if "<" in text else ()
    return [tag.span() for tag in tags if tag["close"] and tag["name"].lower() in _TAG_NAMES]


def _break_blocks(text: str) -> str:
    """Return the text with a line break for each tag between two paragraphs that no line break parts.

    Chinese text on a side of the tag goes on: there sentences end with a full stop of their own.
    """
    return _TAG.sub(_as_break, text) if "<" in text else text


def _as_break(tag: re.Match[str]) -> str:
    text, start, end = tag.string, tag.start(), tag.end()
    sides = text[max(0, start - 1) : start], text[end : end + 1]
    if any(side in ("", "\n") or _IS_CJK.match(side) for side in sides):
        return tag.group()
    if not tag["close"] or tag["name"].lower() not in _BLOCK_NAMES:
        return tag.group()
    return " " * (end - start - 1) + "\n"


# Controls, zero-width and direction marks, soft hyphens, variation selectors, replacement characters, lone
# halves of surrogate pairs.
_NOISE = (
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e0fff]+"
)
_TAG_NAMES = frozenset(
    {"a", "article", "b", "blockquote", "br", "center", "code", "div", "em", "figcaption", "figure", "font"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "iframe", "img", "li", "ol", "p", "pre", "section"}
    | {
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "u",
        "ul",
        "video",
    }
)
_BLOCK_NAMES = frozenset({"div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "table", "tr", "ul"})
# What opens like a tag is taken to its end or to the end of its line, and stays where something could close
# around the gap that it would leave: dropping tags never makes a new one.
_TAG = re.compile(r"(?<![<*])(?<!</)</?(?P<name>[A-Za-z][A-Za-z0-9]*)[^>\n]*(?P<close>>?)")
_IS_CJK = re.compile(f"[{CJK}]")
_EMPHASIS = r"\*\*+"
_LINK_TARGET = r"\((?<=\]\()(?:(?:https?://|[#/]|\.\.?/)[!#-'*+\-./0-9;-Z^-~:?,]*)?\)"
# The runs to drop: after Chinese, at the edges of lines, after an opening bracket; before Chinese and before
# closing punctuation. Of other runs all but the first. Every match begins with a space: that is found fast.
_SPACES = rf" (?:(?<=[{CJK}\n(] ) *+|(?<=\A ) *+|(?<!  ) *+(?=[{CJK}\n,:;?!)]|\Z)|(?<=  ) *+)"

_MAX_ROUNDS = 6
_CHARACTERS = (
    _Drop("noise", _finder(_NOISE)),
    _Drop("line-end", _finder(r"\r(?=\n)")),
    _Fold("form", fold_forms),
    _Fold("stop", fold_stops),
)
_LAYOUT = (
    _Drop("emphasis", _finder(_EMPHASIS)),
    _Fold("block", _break_blocks),
    _Drop("tag", _find_tags),
    _Drop("space", _finder(_SPACES)),
)
# These can bring together what the layout steps look for, so those run again after them.
_JOINS = (
    _Drop("link", _finder(_LINK_TARGET)),
    _Drop("pinyin", find_pinyin),
    _Fold("line", fold_broken_lines),
)
_WORDS = (
    _Fold("dot", fold_dots),
    _Fold("script", to_simplified),
)
