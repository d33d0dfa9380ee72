"""A document as the frames see it: reading text, units in order, masked sentences and asides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from quliu.extract.gate import FACT_CUES
from quliu.extract.time import find_times
from quliu.extract.units.anaphora import find_demonstratives
from quliu.extract.units.candidates import Candidate
from quliu.extract.units.fields import with_fields
from quliu.extract.units.firms import find_firms
from quliu.extract.units.orgs import OrgFinder
from quliu.extract.units.people import PeopleFinder, find_again, find_aliases, find_by_place, join_brackets
from quliu.extract.units.roles import RoleFinder
from quliu.extract.units.unit import Sentence, Unit, UnitKind, mask_sentence, without_overlaps
from quliu.lexicon.lexicon import Lexicon
from quliu.model import ReadSpan
from quliu.text import find_sentences

_HEADING = re.compile(r" *(?:#+|\*\*)")
_URL = re.compile(r"https?://[^\s)\]一-鿿]+|!?\[\]\([^)\s]*\)|\]\([^)\s]*\)")
_DESCRIBES = re.compile("(?:公司|企业|平台|巨头|机构|厂商|社区|网站)\\Z")
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

    def __init__(self, lexicon: Lexicon, hidden: frozenset[str] = frozenset()) -> None:
        classes = lexicon.words["cues"]
        cues = {word for name, words in classes.items() if name not in FACT_CUES for word in words}
        self._orgs = OrgFinder(lexicon, hidden, cues=cues)
        self._roles = RoleFinder(lexicon)
        self._people = PeopleFinder(cues, {word for name in _ACTS for word in lexicon.words["cues"][name]})

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
        units = without_overlaps([*known, *times])
        units = _with(units, self._roles.find(text, units))
        units = _with(units, self._people.find_dotted(text, units))
        units = _with(units, self._orgs.find_latin(text, units))
        units = _with(units, self._people.find_latin(text, units))
        units = _with(units, find_by_place(text, units))
        units = _with_brackets(text, units)
        units = self._with_aliases(text, units)
        units = _with(units, self._orgs.find_quoted(text, units))
        units = _with(units, find_firms(text, units))
        units = _with(units, self._orgs.find_placed(text, units))
        return _with(units, self._people.find_appointed(text, units))

    def _find_units(self, text: str, anchor: date | None) -> list[Unit]:
        units = self._before_names(text, anchor)
        units = _with(units, self._people.find_chinese(text, units))
        units = _with(units, self._people.find_titled(text, units))
        units = _with(units, self._people.find_coordinated(text, units))
        units = _with(units, self._people.find_short(text, units))
        units = _with(units, find_again(text, units))
        units = _with(units, self._orgs.find_before_role(text, units))
        units = _with(units, self._unknown_orgs(text, units))
        units = _with(units, find_demonstratives(text, units))
        units = _with_brackets(text, self._with_teams(text, units))
        return with_fields(text, self._with_aliases(text, units))

    def _with_aliases(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        aliases = find_aliases(text, [u for u in units if u.kind is UnitKind.PERSON])
        return _renamed(without_overlaps([*units, *aliases]), aliases)

    def _unknown_orgs(self, text: str, units: Sequence[Unit]) -> Iterator[Unit]:
        at = 0
        for unit in (*units, None):
            end = unit.span.start if unit else len(text)
            if end - at > 2:
                yield from self._orgs.find_suffixed(text, at, end)
            at = unit.span.end if unit else end

    def _with_teams(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        orgs = [u for u in units if u.kind is UnitKind.ORG]
        others = [u for u in units if u.kind is not UnitKind.ORG]
        merged: list[Unit] = []
        for org in self._orgs.extend(text, orgs, others):
            if (
                merged
                and merged[-1].span.end == org.span.start
                and not merged[-1].known
                and _DESCRIBES.search(merged[-1].name)
            ):
                merged[-1] = org
            elif (
                merged
                and text[merged[-1].span.end : org.span.start] in ("", " ", "的", "旗下", "旗下的")
                and org.span.start >= merged[-1].span.end
            ):
                merged[-1] = _joined(text, merged[-1], org)
            elif not merged or org.span.start >= merged[-1].span.end:
                merged.append(org)
        return without_overlaps([*merged, *others])


def _with(units: list[Unit], found: Iterable[Unit]) -> list[Unit]:
    """Return units that are sorted and apart with those found that overlap none of them, in order."""
    new = list(found)
    if not new:
        return units
    return without_overlaps([*units, *new])


def _plain(text: str) -> str:
    """Blank out markup and addresses."""
    text = _MARKUP.sub(lambda hit: " " * len(hit.group()), text)
    return _URL.sub(lambda hit: " " * len(hit.group()), text)


def _joined(text: str, outer: Unit, inner: Unit) -> Unit:
    span = ReadSpan(outer.span.start, inner.span.end)
    return replace(
        inner,
        span=span,
        name=text[span.start : span.end],
        known=outer.known or inner.known,
        lexicon_id=inner.lexicon_id or outer.lexicon_id,
    )


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
