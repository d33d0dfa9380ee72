"""A sentence cut into its clauses, with the memory of those before, and the people who stand in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from quliu.extract.frames.memory import Memory
from quliu.extract.units.unit import PEOPLE, PERSON, ROLE, Sentence, Unit

_PEOPLE = re.compile(PEOPLE)
_CLAUSE_END = re.compile(r"[,;:。!?]|——|--")
# Somebody unnamed: the predicate tells of others than the people named beside them (O创始人甲说,去年有三名员工离职).
_UNNAMED = re.compile(
    rf"(?<![与和同跟及合手携着领率0-9一二三四五六七八九十两多几数])(?:[0-9一二三四五六七八九十两多几数]+余? ?[名位人个]|一些|更多|其他|部分|大批|很多|太多|无数|大多数|不少|大量|众多|许多|所有|每[名位个])[^,。;:\ue000-\ue5ff\uf800-\uf8ff]{{0,12}}?(?:{ROLE}|人|者|员|成员|校友|同事|高管|骨干)"
)


@dataclass(slots=True)
class Clauses:
    """One sentence being read, cut into clauses, with the memory of those before."""

    sentence: Sentence
    memory: Memory
    mask: str = field(init=False)
    ends: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.mask = self.sentence.mask
        self.ends = [hit.start() for hit in _CLAUSE_END.finditer(self.mask)]

    def unit(self, hit: re.Match[str] | None, group: int | str = 1) -> Unit | None:
        """Return the unit of a group of a match; None without a match, or where the group is no part of it."""
        return self.sentence.unit(hit.start(group)) if hit else None

    def clause(self, at: int) -> tuple[int, int]:
        """Return the clause that holds a position."""
        index = bisect_right(self.ends, at - 1)
        start = self.ends[index - 1] + 1 if index else 0
        return start, self.ends[index] if index < len(self.ends) else len(self.mask)

    def people_in(self, start: int, end: int) -> list[tuple[int, tuple[Unit, ...]]]:
        """Return the groups of people in a part of the mask, each with its position."""
        return [
            (hit.start(), tuple(u for _, u in self.sentence.find(PERSON, hit.start(), hit.end())))
            for hit in _PEOPLE.finditer(self.mask, 0, end)
            if hit.start() >= start
        ]

    def names_others(self, start: int, end: int) -> bool:
        """Tell whether a part of the mask counts people that it does not name: 三名员工, 一些研究人员."""
        return _UNNAMED.search(self.mask, start, end) is not None
