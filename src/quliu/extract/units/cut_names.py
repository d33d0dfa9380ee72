"""Organisations whose name lost one character in one place and is whole in another: 迪尼 in a text about 迪士尼."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from quliu.extract.units.shown import stands_apart
from quliu.extract.units.unit import Unit, UnitKind, find_words, span_at

_HAN = re.compile("[一-鿿]{3,12}")
_LATIN = re.compile("[A-Za-z]{5,20}")  # a shorter name without a letter is another word


def find_cut_names(text: str, units: Sequence[Unit]) -> Iterator[Unit]:
    """Yield what is left of names that the text has in full, in the gaps between units."""
    whole = _cut(text, units)
    for start, end in find_words(text, whole, units):
        latin = text[start].isascii()
        if _goes_on(text, start, end) if latin else end - start < 3 and not stands_apart(text, start, end):
            continue
        yield replace(whole[text[start:end]], span=span_at(start, end), weight=0.7, mention=None, alias=None)


def _cut(text: str, units: Sequence[Unit]) -> Mapping[str, Unit]:
    """Return each name of the text without one of its characters, with the unit it was; none that two names become."""
    names = {text[unit.named.start : unit.named.end]: unit for unit in units if unit.kind is UnitKind.ORG}
    cut: dict[str, Unit | None] = {}
    for name, unit in names.items():
        if not (_HAN.fullmatch(name) or _LATIN.fullmatch(name)):
            continue
        for rest in {name[:at] + name[at + 1 :] for at in range(len(name))}:
            if (
                rest in text
                and rest not in names
                and (rest not in name or text.count(rest) > text.count(name))
            ):
                same = cut.setdefault(rest, unit)
                cut[rest] = unit if same is not None and same.name == unit.name else None
    return {rest: unit for rest, unit in cut.items() if unit is not None}


def _goes_on(text: str, start: int, end: int) -> bool:
    around = text[start - 1 : start] + text[end : end + 1]
    return any(c.isascii() and (c.isalnum() or c in "._-") for c in around)
