"""The role grammar: modifier* head (join modifier* head)*, from the words of lexicon/data/roles.toml."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from quliu.extract.units import Unit, UnitKind, find_gaps
from quliu.lexicon.lexicon import Lexicon
from quliu.model import ReadOffset, ReadSpan

_LINK = re.compile(r" ?的?")
_LATIN = re.compile(r"[A-Za-z]")
_CHIEF = re.compile(r"首席[^\W\d_]{1,10}?官(?![方网微司宣员])")


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    head: bool


class RoleFinder:
    """Finds roles in a reading text; compiled once from the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words["roles"]
        self._heads = frozenset(words["head"])
        self._patterns = sorted(self._heads | set(words["modifier"]))
        self._matcher = AhoCorasick(self._patterns, matchkind=MatchKind.LeftmostLongest)
        self._joins = re.compile(" ?(?:" + "|".join(map(re.escape, words["join"])) + ") ?")

    def find(self, text: str, taken: Sequence[Unit]) -> list[Unit]:
        """Return the roles in the gaps between units, joined ones as one unit, in order."""
        return [role for gap in find_gaps(text, taken) for role in self._in_gap(text, gap.start, gap.end)]

    def _in_gap(self, text: str, start: int, end: int) -> Iterator[Unit]:
        roles: list[tuple[int, int]] = []
        run: list[_Piece] = []
        for piece in self._pieces(text, start, end):
            if run and not _LINK.fullmatch(text, run[-1].end, piece.start):
                run = []
            run.append(piece)
            if piece.head:
                first = run[0].start
                if roles and (roles[-1][1] == first or self._joins.fullmatch(text, roles[-1][1], first)):
                    roles[-1] = (roles[-1][0], piece.end)
                else:
                    roles.append((first, piece.end))
                run = []
        for first, last in roles:
            yield _unit(text, first, last)

    def _pieces(self, text: str, start: int, end: int) -> Iterator[_Piece]:
        pieces = [
            _Piece(start + first, start + last, self._patterns[index] in self._heads)
            for index, first, last in self._matcher.find_matches_as_indexes(text[start:end])
            if not (_LATIN.match(self._patterns[index]) and _inside_word(text, start + first, start + last))
        ]
        yield from _with_chiefs(text, pieces, start, end) if "首席" in text[start:end] else pieces


def _with_chiefs(text: str, pieces: Sequence[_Piece], start: int, end: int) -> list[_Piece]:
    """Return the pieces with every 首席…官 whole, whatever field it names."""
    chiefs = [_Piece(*hit.span(), True) for hit in _CHIEF.finditer(text, start, end)]
    ends = [c.end for c in chiefs]
    apart = []
    for piece in pieces:
        at = bisect_right(ends, piece.start)  # the first that ends after the piece begins
        if at == len(chiefs) or chiefs[at].start >= piece.end:
            apart.append(piece)
    return sorted([*chiefs, *apart], key=lambda piece: piece.start)


def _inside_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return (before.isascii() and before.isalnum()) or (after.isascii() and after.isalnum())


def _unit(text: str, start: int, end: int) -> Unit:
    return Unit(UnitKind.ROLE, ReadSpan(ReadOffset(start), ReadOffset(end)), text[start:end])
