"""The other places and the other forms of the names that were found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quliu.extract.units.latin import is_word
from quliu.extract.units.unit import Unit, UnitKind, find_places, find_words, person_at, span_at

_GOES_ON = re.compile("[A-Za-z·]")
_BRACKET = re.compile(r" ?\(")
_NICKNAME = re.compile(
    r" ?\((?:花名|网名|昵称|艺名|笔名|化名|英文名|本名|原名|曾用名|人称|绰号|外号)[::为是“\" ]{0,3}([一-鿿A-Za-z][一-鿿A-Za-z·. -]{1,15})[”\" ]{0,2}\)"
)
_BETWEEN_PARTS = re.compile("[· ]")


def find_again(text: str, units: Sequence[Unit]) -> list[Unit]:
    """Return the places of a Chinese name found elsewhere in the text where nothing has been found."""
    names = {
        u.name
        for u in units
        if u.kind is UnitKind.PERSON and 2 <= len(u.name) <= 3 and "一" <= u.name[0] <= "鿿"
    }
    return [person_at(start, end, text[start:end], 0.6) for start, end in find_words(text, names, units)]


def join_brackets(text: str, people: Sequence[Unit]) -> list[Unit]:
    """Join a name with the same name in brackets: 韦勒(Tom Weller) becomes one unit, named by the first."""
    joined: list[Unit] = []
    for unit in people:
        if joined:
            last = joined[-1]
            opening = _BRACKET.fullmatch(text, last.span.end, unit.span.start)
            if opening and text[unit.span.end : unit.span.end + 1] == ")":
                whole = span_at(last.span.start, unit.span.end + 1)
                joined[-1] = replace(last, span=whole, mention=last.span, alias=unit.name, weight=0.97)
                continue
        joined.append(unit)
    return joined


def find_aliases(text: str, people: Sequence[Unit]) -> list[Unit]:
    """Return the later mentions of a person by a part of the name: 韦勒 after 汤姆·韦勒, Weller after Tom Weller."""
    owners: dict[str, str | None] = {}
    for person in people:
        for whole in (person.name, person.alias or ""):
            parts = [p for p in _BETWEEN_PARTS.split(whole) if len(p) > 1]
            for part in parts if len(parts) > 1 else ():
                owners[part] = person.name if owners.get(part, person.name) == person.name else None
        for alias in (person.alias, _nickname(text, person)):
            if alias:
                owners[alias] = person.name
    found: list[Unit] = []
    for part, owner in sorted(owners.items()):
        if owner is None or is_word(part):
            continue
        found.extend(person_at(at, at + len(part), owner, 0.85) for at in _whole(text, part))
    return found


def _nickname(text: str, person: Unit) -> str | None:
    """Return the second name that brackets after a name give and call one: 林小满(花名:小船)."""
    hit = _NICKNAME.match(text, person.span.end)
    return hit.group(1).strip() if hit else None


def _whole(text: str, word: str) -> Iterator[int]:
    """Yield where a word begins that no letter or dot goes on."""
    for at in find_places(text, word):
        if not (_GOES_ON.match(text, at + len(word)) or (at and _GOES_ON.match(text, at - 1))):
            yield at
