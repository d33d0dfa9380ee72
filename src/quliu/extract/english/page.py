"""An English document as the frames see it: sentences masked by people, organisations, titles and times."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from quliu.extract.english.mask import clean, cut, mask
from quliu.extract.english.names import find_names
from quliu.extract.english.runs import Run, find_runs, is_headline
from quliu.extract.english.titles import TitleFinder
from quliu.extract.english.words import ORG_ENDS
from quliu.extract.time import find_times
from quliu.extract.units.aliases import find_aliases
from quliu.extract.units.latin import is_given_name
from quliu.extract.units.orgs import OrgFinder
from quliu.extract.units.unit import Sentence, Unit, UnitKind, without_overlaps
from quliu.lexicon.lexicon import Lexicon
from quliu.model import ReadOffset, ReadSpan

_UPPER = re.compile("[A-Z]")
_LETTER = re.compile("[A-Za-z]")
_SHORT = 5  # names up to this length must be spelled as the lexicon does: AIR is an institute, Air a word
_NO_TIMES = frozenset(
    {"now", "today", "recently", "currently"}
)  # too vague to date a move; "is now" is a cue
_ACTS_LEFT = re.compile(
    r"\b(?:joins?|joined|joining|leaves?|left|leaving|from|at|of|former|ex-|quits?|exits?|"
    r"founded|by)(?: the)? ?\Z",
    re.I,
)
_ACTS_RIGHT = re.compile(
    r"(?:'s?)? (?:names|named|appoints|appointed|hires|hired|fires|fired|ousts|ousted|"
    r"replaces|said|announced|[Ee]ditor|[Pp]resident|"
    r"CEO|chief|host|anchor|boss|longtime|head|director|executive|also announced)\b|'s? [A-Z]"
)


@dataclass(frozen=True, slots=True)
class EnglishPage:
    """A cleaned text with its masked sentences."""

    text: str
    sentences: tuple[Sentence, ...]
    works: tuple[Unit, ...] = ()


class EnglishPageReader:
    """Finds the units of English texts; compiled once from the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._orgs = OrgFinder(lexicon)
        self._works = frozenset(lexicon.works)
        self._titles = TitleFinder()
        self._short = frozenset(
            s for org in lexicon.orgs.values() for s in (*org.certain, *org.ambiguous) if len(s) <= _SHORT
        )

    def read(self, text: str, anchor: date | None) -> EnglishPage:
        """Return the page of a reading text; `anchor` is the day relative times count from."""
        text = clean(text)
        parts = list(cut(text))
        known = self._orgs.find_known(text)
        units = self._find_units(text, anchor, known, [span for span, _ in parts])
        sentences, at, paragraph, last = [], 0, 0, 0
        for span, heading in parts:
            if "\n" in text[last : span.start]:
                paragraph += 1
            last = span.end
            inside = []
            while at < len(units) and units[at].span.start < span.end:
                if units[at].span.start >= span.start and units[at].span.end <= span.end:
                    inside.append(units[at])
                at += 1
            sentences.append(mask(text, span, inside, paragraph, heading))
        return EnglishPage(text, tuple(sentences), self._find_works(text, known, units))

    def _find_works(self, text: str, known: Sequence[Unit], units: Sequence[Unit]) -> tuple[Unit, ...]:
        """Return the models and products of the lexicon that the text names outside other names."""
        works = [u for u in known if u.lexicon_id in self._works]
        named = [u for u in works if _UPPER.search(text[u.span.start : u.span.end])]
        sure = [u for u in units if u.known or u.kind is not UnitKind.ORG]
        taken = {id(u) for u in without_overlaps([*sure, *named])}
        return tuple(u for u in named if id(u) in taken)

    def _find_units(
        self, text: str, anchor: date | None, listed: Sequence[Unit], spans: Sequence[ReadSpan]
    ) -> list[Unit]:
        times = [
            Unit(UnitKind.TIME, t.span, text[t.span.start : t.span.end], time=t)
            for t in find_times(text, anchor)
            if text[t.span.start : t.span.end].lower() not in _NO_TIMES
        ]
        known = [_as_actor(text, u) for u in listed if self._is_named(text, u)]
        units = without_overlaps([*known, *times])
        units = without_overlaps([*units, *self._titles.find(text, units)])
        heads = [span for span in spans if is_headline(text, span, units)]
        works = [u for u in listed if u.lexicon_id in self._works]
        runs = find_runs(text, units, heads, frozenset(_first_letter(text, span) for span in spans))
        units, runs = _extended(text, units, runs)
        units = without_overlaps([*units, *find_names(text, runs, units, works)])
        return self._with_aliases(text, units)

    def _is_named(self, text: str, unit: Unit) -> bool:
        """Tell whether a known name is written as one: with a capital, and none of a work."""
        surface = text[unit.span.start : unit.span.end]
        if len(surface) <= _SHORT and unit.kind is UnitKind.ORG and surface not in self._short:
            return False
        return _UPPER.search(surface) is not None and unit.lexicon_id not in self._works

    def _with_aliases(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        people = [u for u in units if u.kind is UnitKind.PERSON and " " in u.name]
        aliases = find_aliases(text, people)
        owner = {u.span.start: u.name for u in aliases}
        renamed = [
            replace(u, name=owner[u.span.start])
            if u.kind is UnitKind.PERSON and u.span.start in owner and " " not in u.name
            else u
            for u in units
        ]
        return without_overlaps([*renamed, *aliases])


def _as_actor(text: str, unit: Unit) -> Unit:
    """Take an outlet for an organisation where it does or is something other than telling the news."""
    if unit.kind is not UnitKind.OUTLET:
        return unit
    acts = _ACTS_LEFT.search(text, max(0, unit.span.start - 24), unit.span.start) or _ACTS_RIGHT.match(
        text, unit.span.end
    )
    return replace(unit, kind=UnitKind.ORG) if acts else unit


def _first_letter(text: str, span: ReadSpan) -> int:
    hit = _LETTER.search(text, span.start, span.end)
    return hit.start() if hit else span.start


def _extended(text: str, units: Sequence[Unit], runs: Sequence[Run]) -> tuple[list[Unit], list[Run]]:
    """Join a known organisation with the run beside it that goes on with its name."""
    by_start = {run.start: run for run in runs}
    by_end = {run.end: run for run in runs}
    used: set[int] = set()
    joined: list[Unit] = []
    for unit in units:
        after, before = by_start.get(unit.span.end + 1), by_end.get(unit.span.start - 1)
        if unit.kind is UnitKind.ORG and after is not None and _goes_on(after):
            used.add(after.start)
            joined.append(_wider(text, unit, after))
        elif (
            unit.kind is UnitKind.ORG
            and before is not None
            and is_given_name(before.words[0])
            and len(before.words) == 1
            and " " not in unit.name
        ):
            used.add(before.start)
            joined.append(_person(unit, before))
        else:
            joined.append(unit)
    return joined, [run for run in runs if run.start not in used]


def _goes_on(run: Run) -> bool:
    return len(run.words) <= 4 and run.words[-1].lower() in ORG_ENDS and not is_given_name(run.words[0])


def _wider(text: str, unit: Unit, after: Run) -> Unit:
    span = ReadSpan(unit.span.start, ReadOffset(after.end))
    return replace(unit, span=span, name=" ".join(text[span.start : span.end].split()), lexicon_id=None)


def _person(unit: Unit, before: Run) -> Unit:
    span = ReadSpan(ReadOffset(before.start), unit.span.end)
    return Unit(UnitKind.PERSON, span, f"{before.name} {unit.name}", False, 0.7)
