"""What Chinese personal names look like: a naive-Bayes score over surname and given-name characters.

Scores are natural-log ratios learned by `tools/learn_names.py` from unlabelled news; no list of people is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from quliu.extract.tables import read_table

FUNCTION_WORDS = frozenset(
    "已曾将也在于和的了是为任与就等地这又还都不即被由向从对把并且其则因作仍再没有姓"
)  # no name ends in one

_HAN = re.compile("[一-鿿]")
_PLACES = frozenset({"东方", "西门", "南宫", "百里"})  # surnames that begin other words far more often
_RARE_COMPOUND = 4.0  # a surname of two characters too rare to have a row: nothing else begins so
_UNSEEN_GIVEN = 1.0  # a character too rare to have a row: rare characters are likelier in names


@cache
def load_surnames() -> frozenset[str]:
    """Return the Chinese surnames that a name may begin with, of one or two characters."""
    single, compound, _ = read_table("surnames.txt").splitlines()
    return frozenset(single) | frozenset(compound.split())


@cache
def load_japanese_surnames() -> frozenset[str]:
    """Return the common Japanese surnames of two and three characters."""
    return frozenset(read_table("surnames.txt").splitlines()[2].split())


@dataclass(frozen=True, slots=True)
class NameModel:
    """Log-ratio tables: of surnames, of given names (single, first, last), and of the characters beside a name,
    of the characters that spell foreign names, and of strings that look like names but are ordinary words."""

    surname: Mapping[str, float]
    single: Mapping[str, float]
    first: Mapping[str, float]
    last: Mapping[str, float]
    before: Mapping[str, float]
    after: Mapping[str, float]
    foreign: Mapping[str, float]
    ordinary: Mapping[str, float]

    @classmethod
    def from_rows(cls, rows: Mapping[tuple[str, str], float]) -> NameModel:
        """Build the tables from (kind, character) -> log ratio."""
        kinds = ("surname", "single", "first", "last", "before", "after", "foreign", "ordinary")
        return cls(*({c: v for (k, c), v in rows.items() if k == kind} for kind in kinds))

    def surname_at(self, text: str, at: int) -> str | None:
        """Return the surname that begins at a position, the longer one first."""
        for size in (3, 2, 1):
            if text[at : at + size] in self.surname and len(text) >= at + size:
                return text[at : at + size]
        return None

    def name_score(self, surname: str, given: str) -> float:
        """Score surname and given name by their characters alone."""
        if len(given) == 1:
            return self.surname[surname] + self.single.get(given, _UNSEEN_GIVEN)
        return (
            self.surname[surname]
            + self.first.get(given[0], _UNSEEN_GIVEN)
            + self.last.get(given[1], _UNSEEN_GIVEN)
        )

    def candidates(self, text: str) -> Iterator[tuple[int, int, float]]:
        """Yield (start, end, score) of every span that could be a name; spans overlap."""
        for hit in _HAN.finditer(text):
            start = hit.start()
            surname = self.surname_at(text, start)
            if surname is None:
                continue
            for size in (1, 2):
                given = text[start + len(surname) : start + len(surname) + size]
                if len(given) == size and all("一" <= c <= "鿿" for c in given):
                    yield start, start + len(surname) + size, self.name_score(surname, given)


@cache
def load_names() -> NameModel:
    """Return the learned tables."""
    rows = (line.split("\t") for line in read_table("names.tsv").splitlines())
    table = {
        ("surname", name): _RARE_COMPOUND for name in load_surnames() if len(name) > 1 and name not in _PLACES
    }
    return NameModel.from_rows({**table, **{(kind, char): float(value) for kind, char, value in rows}})


@cache
def load_weights() -> Mapping[str, float]:
    """Return what each feature of a candidate for a name weighs, learned by `tools/learn_people.py`."""
    rows = (line.split("\t") for line in read_table("people.tsv").splitlines())
    return {feature: float(weight) for feature, weight in rows}
