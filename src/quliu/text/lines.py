"""Line breaks that are none: phrases that a scraper set apart, and text wrapped at a column.

Works on text whose lines are trimmed. A break that is none becomes spaces (which the space step drops next to
Chinese characters), so that every line break left in a reading text ends a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

__all__ = ["fold_broken_lines"]

# A line that begins like this goes on with the one before; one that ends like this goes on with the next.
_GOES_ON = re.compile(r"[,。、;:?)”’》】]|!(?!\[)")
_OPEN = tuple(",、(“‘《【")
_FRESH = re.compile(r"[#*>|\-•▲■●◆]|!\[")
_FINISHED = tuple("。!?;:….")
_PARAGRAPH = re.compile(r"^[^\n]++(?:\n[^\n]++)+", re.MULTILINE)
# "他曾在某公司,先后工作 / 十年 / 。": a short line before one that goes on was set apart from the line
# before it too, unless that one is a heading, which is taken to be without commas.
_SHORT = 30
# Lines joined to more than this are prose, and prose goes on until it is finished.
_PROSE = 40
# A text with several such lines has been torn; there an unfinished line goes on after words that lean on the
# next, or before words that lean on the one before: "某某将于 / 下周 / 离开".
_TORN = 2
_LEANS_ON = tuple("于在是为与和及由从向对把被将了约的称任责")
_LEANS_BACK = re.compile("将|的|等|了|是|在|于|离开|即将|宣布|表示|则|也|已|并|又|加入|担任")
_WRAPPED_WIDTH = range(40, 121)
_WRAPPED_LINES = 3
_WRAPPED_SPREAD = 24
_WRAPPED_END = re.compile(r"[A-Za-z0-9,;\-)’”]")
_WRAPPED_START = re.compile(r"[a-z0-9(“]")


def fold_broken_lines(text: str) -> str:
    """Return the text with each line break that breaks nothing replaced by a space."""
    if "\n" not in text:
        return text
    return _PARAGRAPH.sub(_unwrap, _rejoin(text))


def _rejoin(text: str) -> str:
    lines = text.split("\n")
    filled = [number for number, line in enumerate(lines) if line]
    if not filled:
        return text
    parts = ["\n" * filled[0], lines[filled[0]]]
    for (before, after), joined in zip(
        pairwise(filled), _decide_joins([lines[n] for n in filled]), strict=True
    ):
        parts += (" " if joined else "\n") * (after - before), lines[after]
    parts.append("\n" * (len(lines) - 1 - filled[-1]))
    return "".join(parts)


def _decide_joins(lines: Sequence[str]) -> list[bool]:
    """Tell for each line but the first whether it goes on with the one before."""
    joins = [_goes_on(before, after) for before, after in pairwise(lines)]
    torn = sum(joins) >= _TORN
    chain = ""
    for index, (before, after) in enumerate(pairwise(lines)):
        in_chain = index > 0 and joins[index - 1]
        chain = chain[-_PROSE:] + before if in_chain else before
        if (
            not joins[index]
            and not _is_finished(chain, torn and _LEANS_BACK.match(after) is not None)
            and not _FRESH.match(before)
            and not _FRESH.match(after)
        ):
            set_apart = index + 1 < len(joins) and joins[index + 1] and len(after) <= _SHORT
            joins[index] = (
                (in_chain and len(chain) > _PROSE)
                or (set_apart and (torn or in_chain or _has_comma(before)))
                or (torn and (_has_comma(chain) or _leans(before, after)))
            )
    return joins


def _goes_on(before: str, after: str) -> bool:
    if _GOES_ON.match(after):
        return True
    return before.endswith(_OPEN) and not _FRESH.match(after)


def _leans(before: str, after: str) -> bool:
    return before.endswith(_LEANS_ON) or _LEANS_BACK.match(after) is not None


def _is_finished(text: str, goes_on_after_bracket: bool) -> bool:
    if text.endswith(")"):
        return not goes_on_after_bracket
    return text.rstrip("”’》】").endswith(_FINISHED)


def _has_comma(line: str) -> bool:
    return "," in line or "、" in line


def _unwrap(match: re.Match[str]) -> str:
    lines = match[0].split("\n")
    return (" " if _is_wrapped(lines) else "\n").join(lines)


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Tell whether the lines are one Latin paragraph wrapped at a column."""
    if len(lines) < _WRAPPED_LINES:
        return False
    full = lines[:-1]
    widths = sorted(map(len, full))
    if widths[0] not in _WRAPPED_WIDTH or widths[-1] not in _WRAPPED_WIDTH:
        return False
    if widths[-1] - widths[0] > _WRAPPED_SPREAD:
        return False
    return _most(_WRAPPED_END.match(line[-1]) for line in full) and _most(
        map(_WRAPPED_START.match, lines[1:])
    )


def _most(found: Iterable[object]) -> bool:
    hits = [hit is not None for hit in found]
    return 2 * sum(hits) >= len(hits)
