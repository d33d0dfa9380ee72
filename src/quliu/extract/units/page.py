"""A document as the frames see it: reading text, units in order, masked sentences and asides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from quliu.extract.gate import FACT_CUES
from quliu.extract.time import find_times
from quliu.extract.units.aliases import find_again, find_aliases, join_brackets
from quliu.extract.units.anaphora import find_demonstratives
from quliu.extract.units.candidates import Candidate
from quliu.extract.units.cut_names import find_cut_names
from quliu.extract.units.fields import with_fields
from quliu.extract.units.firms import find_firms, with_whole_firms
from quliu.extract.units.latin import find_by_place, find_personal
from quliu.extract.units.orgs import OrgFinder
from quliu.extract.units.people import PeopleFinder
from quliu.extract.units.roles import RoleFinder
from quliu.extract.units.shown import ShownFinder
from quliu.extract.units.teams import with_teams
from quliu.extract.units.unit import Sentence, Unit, UnitKind, mask_sentence, with_found, without_overlaps
from quliu.extract.units.unlisted import (
    find_before_role,
    find_latin,
    find_placed,
    find_quoted,
    find_suffixed,
)
from quliu.extract.words import one_of
from quliu.lexicon.lexicon import Lexicon
from quliu.text import find_sentences

_HEADING = re.compile(r" *(?:#+|\*\*)")
_URL = re.compile(r"https?://[^\s)\]一-鿿]+|!?\[\]\([^)\s]*\)|\]\([^)\s]*\)")
_ACTS = ("join", "assume", "leave", "found", "succeed", "confirm")  # what people do, for their names
_MARKUP = re.compile(r"\*\*|^#+ |^> ", re.M)


@dataclass(frozen=True, slots=True)
class Page:
    """A reading text with its units, sorted and apart, and its sentences."""

    text: str
    units: tuple[Unit, ...]
    sentences: tuple[Sentence, ...]


class PageReader:
    """Finds the units of a text; compiled once from the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        classes = lexicon.words["cues"]
        cues = {word for name, words in classes.items() if name not in FACT_CUES for word in words}
        self._cues = re.compile(one_of(word for word in cues if len(word) > 1))
        self._orgs = OrgFinder(lexicon)
        self._roles = RoleFinder(lexicon)
        roles = lexicon.words["roles"]
        self._shown = ShownFinder(classes, (*roles["head"], *roles["modifier"]))
        self._people = PeopleFinder(cues, {word for name in _ACTS for word in classes[name]})

    def company_of(self, entry_id: str | None) -> str | None:
        """Return the id of the company behind an organisation or work of the lexicon."""
        return self._orgs.company_of(entry_id)

    def read(self, text: str, anchor: date | None) -> Page:
        """Return the page of a reading text; `anchor` is the day relative times count from."""
        text = _plain(text)
        units = [self._orgs.describe(text, unit) for unit in self._find_units(text, anchor)]
        return Page(text, tuple(units), tuple(_sentences(text, units)))

    def candidates(self, text: str, anchor: date | None) -> tuple[str, list[Candidate]]:
        """Return the plain text and what could be Chinese names in it; `tools/learn_people.py` learns from them."""
        text = _plain(text)
        return text, self._people.candidates(text, self._before_names(text, anchor))

    def _before_names(self, text: str, anchor: date | None) -> list[Unit]:
        times = [
            Unit(UnitKind.TIME, t.span, text[t.span.start : t.span.end], time=t)
            for t in find_times(text, anchor)
        ]
        known = self._orgs.find_known(text)
        known = without_overlaps([*self._orgs.find_cut(text, known), *known])
        known = self._people.without_inside(text, known)
        units = without_overlaps([*known, *times])
        units = with_found(units, self._shown.find(text, units))
        units = with_found(units, self._roles.find(text, units))
        units = with_found(units, self._people.find_dotted(text, units))
        units = with_found(units, find_latin(text, units))
        units = with_found(units, find_personal(text, units))
        units = with_found(units, find_by_place(text, units))
        units = _with_brackets(text, units)
        units = self._with_aliases(text, units)
        units = with_found(units, find_quoted(text))
        units = with_whole_firms(text, with_found(units, find_firms(text, units)))
        units = with_found(units, find_cut_names(text, units))
        units = with_found(units, find_placed(text, self._cues))
        return with_found(units, self._people.find_appointed(text, units))

    def _find_units(self, text: str, anchor: date | None) -> list[Unit]:
        units = self._before_names(text, anchor)
        units = with_found(units, self._people.find_chinese(text, units))
        units = with_found(units, self._people.find_titled(text, units))
        units = with_found(units, self._people.find_coordinated(text, units))
        units = with_found(units, self._people.find_short(text, units))
        units = with_found(units, find_again(text, units))
        units = with_found(units, find_before_role(text, units))
        units = with_found(units, find_suffixed(text, units))
        units = with_found(units, find_demonstratives(text, units))
        units = _with_brackets(text, with_teams(text, units))
        return with_fields(text, self._with_aliases(text, units))

    def _with_aliases(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        aliases = find_aliases(text, [u for u in units if u.kind is UnitKind.PERSON])
        return _renamed(without_overlaps([*units, *aliases]), aliases)


def _plain(text: str) -> str:
    """Blank out markup and addresses."""
    text = _MARKUP.sub(lambda hit: " " * len(hit.group()), text)
    return _URL.sub(lambda hit: " " * len(hit.group()), text)


def _with_brackets(text: str, units: Sequence[Unit]) -> list[Unit]:
    """Join names with their second name in brackets, people and organisations each among themselves."""
    people = join_brackets(text, [u for u in units if u.kind is UnitKind.PERSON])
    orgs = join_brackets(text, [u for u in units if u.kind is UnitKind.ORG])
    return without_overlaps([*people, *orgs, *units])


def _renamed(units: Sequence[Unit], aliases: Sequence[Unit]) -> list[Unit]:
    """Give a unit that is an alias of someone the full name."""
    owner = {(a.span.start, a.span.end): a.name for a in aliases}
    return [
        replace(u, name=owner[u.span.start, u.span.end])
        if u.kind is UnitKind.PERSON
        and (u.span.start, u.span.end) in owner
        and " " not in u.name
        and "·" not in u.name
        else u
        for u in units
    ]


def _sentences(text: str, units: Sequence[Unit]) -> Iterator[Sentence]:
    at, paragraph, last_end = 0, 0, 0
    for index, span in enumerate(find_sentences(text)):
        if index and "\n" in text[last_end : span.start]:
            paragraph += 1
        first = last_end
        last_end = span.end
        inside = []
        while at < len(units) and units[at].span.start < span.end:
            if units[at].span.start >= span.start and units[at].span.end <= span.end:
                inside.append(units[at])
            at += 1
        heading = (
            text[span.end - 1] not in "。!?.;:,”"
            and "\n" in text[span.end : span.end + 2] + "\n"
            and (index == 0 or "\n" in text[first : span.start])
        )
        yield mask_sentence(text, span, inside, paragraph=paragraph, heading=heading)
