"""Finding foreign names written with dots: 汤姆·韦勒. Where one begins and ends, its characters tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quliu.extract.units.names import FUNCTION_WORDS, NameModel
from quliu.extract.units.unit import Gap, Unit, UnitKind, find_gaps_with, person_at

_HAN_RUN = re.compile("[一-鿿]+")
_DOT = re.compile("(?<=[一-鿿A-Za-z.])·(?=[一-鿿A-Za-z])|(?<=[一-鿿]{2})-(?=[一-鿿]{2})")
_BOUNDS = frozenset("\n,。;:、和与及由是对“(")
_PAUSES = frozenset("\n,。;:、和与是(“”")
_AFTER_NAME = frozenset("是在于曾将已和与及则也说表称认因从对")
_DOT_NEAR = re.compile("·[一-鿿]{1,2}\\Z")
_LATIN = re.compile("[A-Za-z.]+")
_DOING = re.compile("领导|带领|率领|主导|主持|透露|写道|补充")  # verbs after a name that are no cues
_LATIN_IN_BRACKETS = re.compile(r" ?\([A-Z][a-z]+ [A-Z]")
_NAMED_AFTER_IT = re.compile("(?:大学|学院|医学院|法学院|公司|奖|基金会|研究所|医院|音乐学院)")


class DottedFinder:
    """Finds dotted names in a reading text.

    Args:
        cues: matches the cue words, which no name holds.
        acts: matches those of them that people do.
    """

    def __init__(self, model: NameModel, cues: re.Pattern[str], acts: re.Pattern[str]) -> None:
        self._model = model
        self._cues = cues
        self._acts = acts

    def find(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        """Return the dotted names in the stretches between units."""
        return [person for gap, _ in find_gaps_with(_DOT, text, units) for person in self._dotted(text, gap)]

    def without_inside(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        """Leave out the short names that are only characters of a dotted name: 思科 in 汤姆·罗思科维奇."""
        return [unit for unit in units if not self._stands_inside(text, unit)]

    def _spells_around(self, text: str, dash: int) -> bool:
        """Tell whether a dash joins two parts of a foreign name: 汤姆-韦勒."""
        return all(self._spells_foreign(text[at], 0.6) for at in (dash - 2, dash - 1, dash + 1, dash + 2))

    def _stands_inside(self, text: str, unit: Unit) -> bool:
        start, end = int(unit.span.start), int(unit.span.end)
        if end - start > 3 or not _DOT_NEAR.search(text, max(0, start - 3), start):
            return False
        spelled = (*text[start:end], *text[end : end + 2])
        return len(spelled) > end - start and all(self._spells_foreign(c, -0.5) for c in spelled)

    def _dotted(self, text: str, gap: Gap) -> Iterator[Unit]:
        at = gap.start
        for dot in _DOT.finditer(text, gap.start, gap.end):
            if dot.start() < at or (dot.group() == "-" and not self._spells_around(text, dot.start())):
                continue
            start = self._walk_left(text, at, dot.start())
            start = self._whole_first(text, start, gap, at)
            start = self._least_first(text, start, at, dot.start())
            end = self._walk_right(text, dot.end(), gap.end)
            while end < gap.end and text[end] == "·":
                end = self._walk_right(text, end + 1, gap.end)
            if dot.start() > start and end > dot.end():
                if not self._names_a_place(text, end):
                    yield person_at(start, end, text[start:end], 0.95)
                at = end

    @staticmethod
    def _names_a_place(text: str, end: int) -> bool:
        """Tell whether a name only names a school or a prize: 约翰·霍普金斯大学, of which 大 may be read as of the name."""
        return any(_NAMED_AFTER_IT.match(text, at) for at in (end - 1, end))

    def _walk_left(self, text: str, least: int, at: int) -> int:
        """Return where the name before a dot begins: at a bracket or gap edge, else where its characters stop being foreign."""
        start = at
        if at - 3 >= least and all(self._spells_foreign(c, 0.0) for c in text[at - 3 : at - 1]):
            start = at - 1  # the character beside the dot is surely of the name
        while start > max(least, at - 6) and self._spells_foreign(
            text[start - 1], 0.0 if at - start < 2 else 0.3
        ):
            start -= 1
        return start

    def _whole_first(self, text: str, start: int, gap: Gap, least: int) -> int:
        """Return where a dotted name begins when a bound stands before at most two characters that may be of it."""
        for at in range(start, max(least, start - 2) - 1, -1):
            if at == gap.start:
                return at if gap.left is UnitKind.ROLE and text[at] not in FUNCTION_WORDS else start
            if text[at - 1] in _BOUNDS:
                return at
            named = gap.left is UnitKind.ROLE and gap.start >= start - 2
            if text[at - 1] in FUNCTION_WORDS or not (named or self._spells_foreign(text[at - 1], -1.0)):
                return start
        return start

    @staticmethod
    def _least_first(text: str, start: int, least: int, dot: int) -> int:
        """Return where a dotted name begins: not at its dot, and before a 于 that no verb or place asks for (于戈·某某)."""
        if start == dot > least and _HAN_RUN.match(text, dot - 1) and text[dot - 1] not in FUNCTION_WORDS:
            start -= 1
        if start > least and text[start - 1] == "于" and (start - 1 == least or text[start - 2] in _PAUSES):
            start -= 1
        return start

    def _walk_right(self, text: str, at: int, most: int) -> int:
        """Return where the part of a name after a dot ends."""
        latin = _LATIN.match(text, at, most)
        end = latin.end() if latin else at
        run = _HAN_RUN.match(text, end, most)
        if run and run.end() - at <= 7 and _LATIN_IN_BRACKETS.match(text, run.end()):
            return run.end()
        if (
            run
            and text[end] in self._model.surname
            and not self._spells_foreign(text[end], -0.5)
            and (
                run.end() == end + 1
                or text[end + 1] in _AFTER_NAME
                or self._acts.match(text, end + 1)
                or _DOING.match(text, end + 1)
            )
        ):
            return end + 1
        if run and text[run.end() : run.end() + 1] in ("(", ",", "。", "、", "·") and run.end() - at <= 5:
            return (
                run.end()
                if all(self._spells_foreign(c, -1.5) for c in run.group())
                and not self._cues.search(text, end + 1, run.end())
                else self._while_foreign(text, end, at, most)
            )
        return self._while_foreign(text, end, at, most)

    def _while_foreign(self, text: str, end: int, at: int, most: int) -> int:
        rare = self._rare_first(text, end, most)
        if rare:
            return rare
        while end < min(most, at + 7) and self._spells_foreign(text[end], 0.6 if end > at + 1 else -0.5):
            if end > at and (self._cues.match(text, end) or _DOING.match(text, end)):
                break
            if end > at + 1 and text[end] in FUNCTION_WORDS:
                break
            end += 1
        return end

    def _rare_first(self, text: str, at: int, most: int) -> int:
        """Return where a part of a name ends that begins with a character rare in names: 津斯纳 before a cue; 0 if none."""
        run = _HAN_RUN.match(text, at, most)
        if run is None or self._spells_foreign(text[at], -0.5) or text[at] in FUNCTION_WORDS:
            return 0
        for end in range(at + 3, min(at + 5, run.end()) + 1):
            if not self._spells_foreign(text[end - 1], 0.0) or not self._spells_foreign(text[end - 2], 0.0):
                return 0
            if (
                end == run.end()
                or self._cues.match(text, end)
                or _DOING.match(text, end)
                or text[end] in _AFTER_NAME
            ):
                return end
        return 0

    def _spells_foreign(self, char: str, least: float) -> bool:
        return self._model.foreign.get(char, -9.0) > least or char == "-"
