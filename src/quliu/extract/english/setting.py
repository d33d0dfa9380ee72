"""An English sentence as it stands: who is named together, and which titles and firms stand beside names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from operator import itemgetter

from quliu.extract.english.grammar import APPOSITIONS, BARRED, CLAUSE, GROUP, SHARED_TITLE
from quliu.extract.english.memory import Beside, Memory
from quliu.extract.units.unit import PERSON, Sentence, Unit

_LOOK = 60  # characters left of a unit in which what governs it stands


@dataclass(slots=True)
class Setting:
    """One sentence with its people in groups, what stands beside their names, and its clauses.

    Attributes:
        works: the models and products that the sentence names.
    """

    sentence: Sentence
    memory: Memory
    groups: list[tuple[int, int, tuple[Unit, ...]]] = field(init=False)
    beside: dict[int, Beside] = field(init=False)
    works: tuple[Unit, ...] = ()
    _marks: list[tuple[int, int]] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.groups = [
            (hit.start(), hit.end(), tuple(u for _, u in self.sentence.find(PERSON, hit.start(), hit.end())))
            for hit in GROUP.finditer(self.mask)
        ]
        self.beside = {}
        for at, beside in self._appositions():
            old = self.beside.get(at)
            if old is None or (old.org is None and beside.org is not None):
                self.beside[at] = beside
            elif old.role is None and beside.org is None and old.former == beside.former:
                self.beside[at] = replace(old, role=beside.role)
        for start, end, _ in self.groups:
            self._share(start, end)
        if any(len(people) > 1 for _, _, people in self.groups):
            for hit in SHARED_TITLE.finditer(self.mask):
                self._share_title(hit)

    @property
    def mask(self) -> str:
        """The masked sentence."""
        return self.sentence.mask

    def unit(self, at: int) -> Unit:
        """Return the unit at a position that holds one."""
        found = self.sentence.unit(at)
        assert found is not None  # callers pass positions of unit characters
        return found

    def _appositions(self) -> Iterator[tuple[int, Beside]]:
        for pattern in APPOSITIONS:
            for hit in pattern.finditer(self.mask):
                groups = hit.groupdict()
                org = self.unit(hit.start("org")) if groups.get("org") else None
                role = self.unit(hit.start("role")) if groups.get("role") else None
                yield hit.start("person"), Beside(org, role, bool(groups.get("former")))

    def _share(self, start: int, end: int) -> None:
        """Let titles in a list of people stand for one firm: OpenCo's CEO A and co-founder B."""
        first = self.beside.get(start)
        if first is None or first.org is None or first.role is None or first.former:
            return
        for at, _ in self.sentence.find(PERSON, start + 1, end):
            beside = self.beside.get(at)
            if beside is not None and beside.org is None and beside.role is not None and not beside.former:
                self.beside[at] = replace(beside, org=first.org)

    def _share_title(self, hit: re.Match[str]) -> None:
        """Give all names of a list the plural title before it."""
        own = "" if hit["org"] else "2"
        role = self.unit(hit.start(f"role{own}"))
        if role.name.lower().endswith("s"):
            for at, _ in self.sentence.find(PERSON, *hit.span("people")):
                self.beside[at] = Beside(self.unit(hit.start(f"org{own}")), role, bool(hit["former"]))

    def clause(self, at: int) -> tuple[int, int]:
        """Return the part of the sentence between marks stronger than a comma."""
        if self._marks is None:
            self._marks = [hit.span() for hit in CLAUSE.finditer(self.mask)]
        index = bisect_left(self._marks, at, key=itemgetter(0))
        start = self._marks[index - 1][1] if index else 0
        return start, self._marks[index][0] if index < len(self._marks) else len(self.mask)

    def group_at(self, at: int) -> tuple[int, int, tuple[Unit, ...]]:
        """Return the group of people that holds the position of a person."""
        return next(group for group in self.groups if group[0] <= at < group[1])

    def groups_before(self, at: int) -> bool:
        """Tell whether anybody is named before a position."""
        return any(g[0] < at for g in self.groups)

    def is_barred(self, group: tuple[int, int, tuple[Unit, ...]]) -> bool:
        """Tell whether a group is no subject: governed by a preposition, or an owner."""
        start, end, _ = group
        governed = BARRED.search(self.mask[max(0, start - _LOOK) : start]) is not None
        return governed or self.mask[end : end + 2] in ("'s", "' ")
