"""Deciding which capitalised runs are people and which organisations, by their words and places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quliu.extract.english.runs import Run
from quliu.extract.english.words import CALENDAR, COMPANY_NOUNS, DEMONYMS, ORDINARY, ORG_ENDS, PLACES
from quliu.extract.units.latin import is_given_name, is_pinyin
from quliu.extract.units.unit import Unit, UnitKind
from quliu.model import ReadOffset, ReadSpan

_LOOK = 40
_HONORIFIC = re.compile(r"\b(?:Mr|Ms|Mrs|Dr|Prof|Sir|Sheikh|Dame|Lord)\.? \Z")
_ORG_LEFT = re.compile(
    r"\b(?:re)?(?:join(?:s|ed|ing)?|leaves?|left|leaving|departs?|departed|departing|quits?|"
    r"quitting|exits?|exiting|at|bails|"
    r"(?:down|resigned|resigns|resigning|out|fired|retired|retires|retiring|departure|"
    r"exit|(?:joins?|joined|joining|comes?|came|hired|poached|arrives?)(?: last [a-z]+| in [A-Za-z0-9 ]{3,14})?) from|acquired by|acquire[sd]?|acquiring|bought|buys|heads? to|moved? to|founded|founds|founding|inside|"
    r"within)(?: the)? \Z",
    re.I,
)
_OF = re.compile(r"\b(?:of|for|to|with|from) (?:the )?\Z")
_COMPANY = re.compile(rf"\b(?:{'|'.join(sorted(COMPANY_NOUNS))})(?: called| named|,)? \Z", re.I)
_THE = re.compile(r"\bthe \Z", re.I)
_APPOINTING = re.compile(
    r"\b(?:names?|named|appoints?|appointed|hires?|hired|hiring|promotes?|promoted|taps?|"
    r"tapped|poache[sd]|fire[sd]|ousts?|ousted|"
    r"replaces?|replaced|with|elects|elected|installed|picks|picked|welcomes|welcomed|founder|"
    r"cofounder|by|brought on|recruits|recruited)(?: \w+)? \Z",
    re.I,
)
_LIGHTLY = (
    r"(?: (?:has|had|is|was|will|would|to|also|recently|officially|previously|originally|"
    r"first|plans|planned|set|be|been|now|announced|"
    r"decided|expected|not|then|later))*"
)
_PERSON_RIGHT = re.compile(
    _LIGHTLY + r",?(?: who\b| (?:joins?|joined|joining|leaves?|left|leaving|steps?|stepped|stepping|"
    r"resigns?|resigned|resigning|quits?|quitting|"
    r"departs?|departed|departing|became|becomes?|becoming|retires?|retired|retiring|succeeds|"
    r"succeeded|serves?|served|serving|taken|takes? over|took|"
    r"returns?|returned|returning|moves|moved|moving|named|appointed|ousted|fired|promoted|"
    r"rejected|declined|founded|co-founded|cofounded|spent|worked|brings)\b)",
    re.I,
)
_SAYS = re.compile(
    r" (?:said|says|told|tells|wrote|writes|posted|tweeted|explained|added|confirmed|revealed|"
    r"announced (?:he|she|that he|that she))\b"
)
_APPOSED = re.compile(r", (?:\d\d\b|who\b|whose\b|former|(?:the|a|an|its|one of)\b)")
_POSSESSED = re.compile(
    r"'s? (?:[a-z]+ )?(?:departure|exit|resignation|appointment|retirement|dismissal|firing|"
    r"ouster|ousting|promotion|move|announcement|tenure|return|successor|career|hiring|"
    r"arrival|replacement)\b"
)
_ORG_RIGHT = re.compile(
    r"(?: on [A-Z][a-z]+day)?(?: (?:has|had|also|reportedly|recently|just|will|would))*"
    r" (?:names|named|appoints|appointed|hires|hired|replaces|taps|tapped|poaches|poached|"
    r"promotes|promoted|picks|fires|fired|ousts|ousted|welcomes|executives|recruits|recruited|"
    r"employees|staff|layoffs|alum|board|announces|announced (?:that|it|the|a)|"
    r"said (?:on [a-z]+ )?(?:that )?its?|"
    r"says it|lays off|laid off|sacked|dismissed|denied|denies|confirmed that|lures|lured|"
    r"co-founder|spokesperson|shares|stock|investors)\b",
    re.I,
)
# Who says that somebody named in full comes or goes is a firm, unless it is a surname.
_ORG_SAYS = re.compile(
    r" (?:said|says|announced|confirmed)(?: (?:on )?[A-Z][a-z]+day| today| this week)?(?: that)?,? (?:it|[A-Z]\w+(?: [A-Z]\w+){1,2}"
    r"(?:, [^,.]{3,60},)?) (?:will|has|had|is|would|was|plans)\b"
)
_ITS_TITLE = re.compile(r"\b(?:its|their|the company's|the startup's) [\w -]{2,40}, \Z")
# "a San Mateo startup" is there, not called so.
_A_LOCAL = re.compile(r"\ban? \Z")
_LOCAL_FIRM = re.compile(rf" (?:[a-z-]+ )?(?:{'|'.join(sorted(COMPANY_NOUNS))})\b(?! [A-Z])")
_BEFORE_TITLE = re.compile(r"'s? (?:(?:new|former|longtime|first|current|outgoing|then|next) )?")
_CAMEL = re.compile(r"[a-z][A-Z]|\d|\.[a-z]|^[A-Z]{2,}$|^[a-z]")
_PERSONAL = re.compile(r"(?:Mc|Mac|De|Di|Le|La|O')[A-Z][a-z]+|[A-Z]\.?|JB|AJ|PJ|JD|TJ|DJ|CJ|RJ")
_INITIALS = re.compile(r"[A-Z]\.?|[A-Z]{2}")
_MIDDLE_INITIAL = re.compile(r"[A-Z]\.")
_NAME_WORD = re.compile(r"[^\W\d_][\w'.-]+")
_ACRONYMS = frozenset(
    """
    AGI AI AMA API AR CEO CFO CTO DNC EU EV EVs G7 GOP GPT GPU IPO LLM ML NLP NYT PC QA R&D RL RSS
    TV UK UN URL US USA UTC VC VCs VR
    """.split()  # noqa: SIM905
)


_NO_PERSON = -20.0  # what is known as a product may be its maker's name, too, but nobody's
_NO_NAMES = ORDINARY | DEMONYMS | CALENDAR | PLACES
_FORMERLY = re.compile(r"\b(?:formerly|previously) (?:of|at|with) \Z|\bmov(?:es?|ed|ing) from \Z")
_AGED = re.compile(r", \d\d,")
_PERSON_BEFORE = ((_HONORIFIC, 5.0), (_THE, -2.0))
_ORG_BEFORE = ((_ORG_LEFT, 2.5), (_COMPANY, 3.0), (_FORMERLY, 2.0))


@dataclass(slots=True)
class _Evidence:
    person: float = 0.0
    org: float = 0.0


def find_names(
    text: str, runs: Sequence[Run], units: Sequence[Unit], works: Iterable[Unit] = ()
) -> list[Unit]:
    """Return the people and organisations among the runs; every mention of one string is decided alike.

    Args:
        works: known models and products, whose spelling does not make them firms.
    """
    products = {(work.span.start, work.span.end) for work in works}
    evidence: dict[str, _Evidence] = {}
    sides = _Sides.of(units)
    for run in runs:
        product = (run.start, run.end) in products
        item = evidence.setdefault(run.name, _Evidence(_NO_PERSON) if product else _by_words(run))
        _add_place(item, text, run, sides)
    _add_short_names(evidence)
    _add_surnames(evidence)
    kinds = {name: kind for name, item in evidence.items() if (kind := _decide(name, item)) is not None}
    left = [run for run in runs if run.name not in kinds and (run.start, run.end) not in products]
    kinds.update(_decided_late(text, runs, left, units, kinds))
    return [
        Unit(
            kinds[run.name][0],
            ReadSpan(ReadOffset(run.start), ReadOffset(run.end)),
            run.name,
            False,
            kinds[run.name][1],
        )
        for run in runs
        if run.name in kinds
    ]


def _decided_late(
    text: str,
    runs: Sequence[Run],
    left: Sequence[Run],
    units: Sequence[Unit],
    kinds: Mapping[str, tuple[UnitKind, float]],
) -> dict[str, tuple[UnitKind, float]]:
    """Decide the runs left open by what stands beside them, now that their neighbours are known."""
    if not left or len(left) == len(runs):
        return {}
    sides = _Sides.of(units)
    sides = _Sides(
        {**sides.starts, **{run.start: kinds[run.name][0] for run in runs if run.name in kinds}},
        {**sides.ends, **{run.end: kinds[run.name][0] for run in runs if run.name in kinds}},
    )
    evidence: dict[str, _Evidence] = {}
    for run in left:
        _add_place(evidence.setdefault(run.name, _by_words(run)), text, run, sides)
    return {name: kind for name, item in evidence.items() if (kind := _decide(name, item)) is not None}


def _by_words(run: Run) -> _Evidence:
    words = run.words
    item = _Evidence()
    last = words[-1].lower()
    if last in ORG_ENDS and len(words) > 1:
        item.org += 4.0
    if any(w in ("of", "for", "&") for w in words):
        item.org += 2.0
    if any(_CAMEL.search(w) and not _PERSONAL.fullmatch(w) for w in words):
        item.org += 2.0
    if len(words) == 1:
        item.person += 2.0 if is_given_name(words[0]) else 0.0
        item.org += 0.2
        return item
    if is_given_name(words[0]) and len(words) <= 5:
        item.person += 4.0
    elif len(words) <= 3 and all(is_pinyin(w) for w in words):
        item.person += 3.0
    elif _INITIALS.fullmatch(words[0]) or any(_MIDDLE_INITIAL.fullmatch(w) for w in words[1:-1]):
        item.person += 1.5
    if len(words) <= 4 and all(_NAME_WORD.fullmatch(w) for w in words) and last not in ORDINARY:
        item.person += 0.8 if run.headline else 1.2
    return item


@dataclass(frozen=True, slots=True)
class _Sides:
    """Where units begin and end, for a look at what stands beside a run."""

    starts: Mapping[int, UnitKind]
    ends: Mapping[int, UnitKind]

    @classmethod
    def of(cls, units: Iterable[Unit]) -> _Sides:
        listed = list(units)
        return cls({u.span.start: u.kind for u in listed}, {u.span.end: u.kind for u in listed})


def _add_place(item: _Evidence, text: str, run: Run, sides: _Sides) -> None:
    """Add what stands left and right of a run to the evidence."""
    left, right = text[max(0, run.start - _LOOK) : run.start], text[run.end : run.end + _LOOK]
    several = 1.0 if len(run.words) > 1 else 0.0
    item.person += sum(weight for pattern, weight in _PERSON_BEFORE if pattern.search(left))
    item.org += sum(weight for pattern, weight in _ORG_BEFORE if pattern.search(left))
    item.org += 1.4 if _ORG_RIGHT.match(right) else 0.0
    item.person += 2.0 if _POSSESSED.match(right) or _AGED.match(right) else 0.0
    alone = len(run.words) == 1 and not is_pinyin(run.words[0]) and not is_given_name(run.words[0])
    if alone and _ORG_SAYS.match(text, run.end):
        item.org += 1.5
    if _PERSON_RIGHT.match(right):
        item.person += 1.5
    elif _SAYS.match(right):
        item.person += 0.7 + several
    _add_neighbours(item, left, right, run, sides)


def _add_neighbours(item: _Evidence, left: str, right: str, run: Run, sides: _Sides) -> None:
    """Add what the units beside a run say: titles, organisations and people."""
    several = 1.0 if len(run.words) > 1 else 0.0
    before = sides.ends.get(run.start - 1) if left.endswith(" ") else None
    apposed = sides.starts.get(run.end + 2) if right.startswith(", ") else None
    titled = sides.ends.get(run.start - 2) is UnitKind.ROLE and (
        (left.endswith(", ") and right.startswith(",")) or (_ITS_TITLE.search(left) is not None)
    )
    if _A_LOCAL.search(left) and _LOCAL_FIRM.match(right):
        item.person -= 3.0
        item.org -= 3.0
    if before is UnitKind.ROLE or (titled and several):
        item.person += 2.0 + several
    elif _APPOINTING.search(left):
        item.person += 0.5 + several
    owns = _BEFORE_TITLE.match(right)
    near = run.end + (len(owns.group()) if owns else 1)
    if UnitKind.ROLE in (sides.starts.get(run.end + 1), sides.starts.get(near)):
        item.org += 2.5 if right.startswith((" ", "'s ")) else 0.0
    of = _OF.search(left)
    if of is not None:
        item.org += 2.0 if sides.ends.get(run.start - len(of.group()) - 1) is UnitKind.ROLE else 0.8
    if apposed is UnitKind.ORG:
        item.person += several
    if _APPOSED.match(right) or apposed is UnitKind.ROLE:
        item.person += 0.5 + 0.5 * several
    listed = left.endswith(" and ") and sides.ends.get(run.start - 5) is UnitKind.PERSON
    item.person += 1.0 if before is UnitKind.PERSON or listed else 0.0


def _add_short_names(evidence: Mapping[str, _Evidence]) -> None:
    """Let a firm's name without its last word stand for it: Thinking Engines for Thinking Engines Lab."""
    for name, item in evidence.items():
        short, _, last = name.rpartition(" ")
        if short in evidence and last.lower() in ORG_ENDS and item.org > item.person:
            evidence[short].org += 4.0


def _add_surnames(evidence: Mapping[str, _Evidence]) -> None:
    """Let a full name and its surname alone support one another."""
    for name, item in evidence.items():
        words = name.split()
        for part in (words[0], words[-1]) if len(words) > 1 else ():
            other = evidence.get(part)
            if other is not None and item.person > item.org:
                other.person += 3.0
                item.person += 1.0


def _decide(name: str, item: _Evidence) -> tuple[UnitKind, float] | None:
    lower = name.lower()
    if name in _ACRONYMS or lower in _NO_NAMES or len(name) < 2:
        return None
    if item.person > item.org and item.person >= 1.4:
        return UnitKind.PERSON, min(0.95, 0.5 + item.person / 10)
    if item.org >= item.person and item.org >= 1.4:
        return UnitKind.ORG, min(0.9, 0.4 + item.org / 10)
    return None
