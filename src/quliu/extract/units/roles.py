"""The role grammar: modifier* head (join modifier* head)*, from the words of lexicon/data/roles.toml."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from quliu.extract.units.unit import Unit, UnitKind, span_at
from quliu.lexicon.lexicon import Lexicon

_APART = "。"  # stands for the characters of other units
_LINK = re.compile(r" ?的?")
_LATIN = re.compile(r"[A-Za-z]")
# 领导 is a verb before what is led: 领导了三个团队, 领导研究项目.
_LEADS = re.compile(
    "领导(?!团队|班子|层)(?:过|了|着|力|[^,。;:、加离辞任]{0,8}?(?:团队|部门|小组|实验室|研究院|事业[部群]|项目|研发|开发|工作|业务|组))"
)
# 将由甲领导
_BY = re.compile("[将改转]由(?!公司|集团|该|部门|上级)[^,;:、\\n]{2,20}\\Z")
_ACTING = ("代", "代理")
# 代理 is a verb after an adverb: 暂代CEO, 将代理CEO一职.
_ADVERB = re.compile("(?:暂|暂时|临时|即将|将|会|拟|起|同时)\\Z")
_POST = re.compile("一职|的?(?:职务|职位|职责|工作)|[,。;]|\\Z")
_CHIEF = re.compile(r"首席[^\W\d_]{1,10}?官(?![方网微司宣员])")


class _Piece(NamedTuple):
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
        apart = _without(text, taken)
        orgs = frozenset(unit.span.start for unit in taken if unit.kind is UnitKind.ORG)
        roles: list[tuple[int, int]] = []
        run: list[_Piece] = []
        for piece in self._pieces(apart):
            if _is_verb(apart, piece, orgs):
                run = []
                continue
            if run and not _LINK.fullmatch(apart, run[-1].end, piece.start):
                run = []
            run.append(piece)
            if piece.head:
                first = _first(text, run)
                if roles and (roles[-1][1] == first or self._joins.fullmatch(apart, roles[-1][1], first)):
                    roles[-1] = (roles[-1][0], piece.end)
                else:
                    roles.append((first, piece.end))
                run = []
        return [Unit(UnitKind.ROLE, span_at(first, last), text[first:last]) for first, last in roles]

    def _pieces(self, text: str) -> list[_Piece]:
        pieces = [
            _Piece(start, end, self._patterns[index] in self._heads)
            for index, start, end in self._matcher.find_matches_as_indexes(text)
            if not (_LATIN.match(self._patterns[index]) and _inside_word(text, start, end))
        ]
        return _with_chiefs(text, pieces)


def _without(text: str, taken: Sequence[Unit]) -> str:
    """Return the text with the units blanked by what no role holds and no rule looks past."""
    chars: list[str] = []
    at = 0
    for unit in taken:
        chars += (text[at : unit.span.start], _APART * (unit.span.end - unit.span.start))
        at = unit.span.end
    return "".join((*chars, text[at:]))


def _is_verb(text: str, piece: _Piece, orgs: frozenset[int]) -> bool:
    """Tell whether a piece is 领导 as the verb before what is led: 领导一个团队, 领导 before an organisation."""
    if text[piece.start : piece.end] != "领导":
        return False
    closed = _POST.match(text, piece.end) is not None
    will = text.startswith("将", piece.start - 1) and not closed
    led_by = closed and _BY.search(text, max(0, piece.start - 24), piece.start) is not None
    return will or led_by or piece.end in orgs or _LEADS.match(text, piece.start) is not None


def _first(text: str, run: Sequence[_Piece]) -> int:
    """Return where the role of a run begins: after 代理 where that is the verb (暂代CEO)."""
    first = run[0]
    if len(run) == 1 or text[first.start : first.end] not in _ACTING:
        return first.start
    adverb = _ADVERB.search(text, max(0, first.start - 2), first.start)
    if adverb and (adverb.group().startswith("暂") or _POST.match(text, run[-1].end)):
        return run[1].start
    return first.start


def _with_chiefs(text: str, pieces: list[_Piece]) -> list[_Piece]:
    """Return the pieces with every 首席…官 whole, whatever field it names."""
    chiefs = [_Piece(*hit.span(), True) for hit in _CHIEF.finditer(text)]
    if not chiefs:
        return pieces
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
