"""What the sentences of an English text lend one another: titles and dates of the half-moves that lack them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from quliu.extract.assemble import Judged
from quliu.extract.english.grammar import VAGUE
from quliu.extract.english.scene import Scene
from quliu.extract.frames.draft import Draft
from quliu.extract.units.unit import ORG, PERSON, ROLE, TIME, Unit
from quliu.lexicon.lexicon import normalise_name
from quliu.model import Side

_FOUNDER = re.compile(r"\b(?:co-?)?founder", re.I)
_BACK = re.compile(r"re(?:turn|instat|join|hir)|(?:com(?:es?|ing)|came|goes|went|br\w+|is|be) back")
_EFFECTIVE = re.compile(
    rf"\b(?:last day|effective|(?:will )?(?:start|begin)s?|takes? (?:over|effect|place)|took (?:over|effect)|"
    rf"steps? (?:down|into)|assumes?|first day|leaves?)\b[^.;\ue000-\ue5ff]{{0,50}}?({TIME})"
)
_BEGINS = re.compile(r"(?:will )?(?:start|begin)|takes? over|took over|assume|first day|steps? into")
_NOMINAL = re.compile(
    rf"the (?:[a-z0-9-]+ ){{0,2}}({ROLE})(?:,? who\b| (?:said|says|made|is|was|has|had|will|told|wrote|joined)\b)"
)
_SERVED = re.compile(
    rf"({PERSON})(?!')[^;.\ue000-\ue5ff]{{0,100}}?\b(?:most recently|who (?:has |had )?(?:been|served|worked|is|was)|"
    rf"where (?:he|she|they) (?:is|was|served|has served|worked|led|has been))"
    rf"(?: (?:as|currently|most recently|the|an?|its|his|her|their|of|[a-z]+-[a-z]+))*(?: ({ORG})(?:'s)?)? ({ROLE})"
    rf"(?: (?:of|at|for) (?:the )?({ORG}))?"
)
_TELLS_CAREER = re.compile(r"most recently|\bwho\b|\bwhere\b")
_IN_CHARGE = re.compile(
    rf"({PERSON}),? who (?:has |had |currently |now |also )*"
    r"(?=(?:leads|heads|runs|chairs|oversees|manages|led|headed|ran|chaired|oversaw|managed) )"
)
_COFOUNDED = re.compile(rf"({PERSON}),? who co-?founded (?:the (?:company|firm|startup|lab)\b|({ORG}))")
_MOST = 12  # titles or half-moves of one person that are kept: more would only cost time
_NEAR = 2  # sentences after a move in which its date may stand


@dataclass(frozen=True, slots=True)
class _Known:
    """A title that a sentence gives a person; `org` is None where it names no organisation."""

    org: Unit | None
    role: str
    former: bool


@dataclass(slots=True)
class Notes:
    """Titles and effective dates met while reading, for the drafts that lack them."""

    posts: dict[str, list[_Known]] = field(default_factory=dict)
    dates: dict[int, list[tuple[str | None, Unit, str]]] = field(default_factory=dict)

    def add(self, index: int, scene: Scene) -> None:
        """Note what the sentence with a number says beside names, and the date on which it says something begins."""
        for at, beside in scene.beside.items():
            if beside.role is not None:
                known = _Known(beside.org, beside.role.name, beside.former)
                self._keep(scene.unit(at).name, known)
        self._add_careers(scene)
        title = _NOMINAL.match(scene.mask)
        if title and len(scene.memory.subject) == 1 and not scene.sentence.find(PERSON, 0, title.end()):
            known = _Known(None, scene.unit(title.start(1)).name, False)
            self._keep(scene.memory.subject[0].name, known)
        for hit in islice(_EFFECTIVE.finditer(scene.mask), _NEAR):
            people = [u.name for _, u in scene.sentence.find(PERSON, 0, hit.start())]
            self.dates.setdefault(index, []).append(
                (people[-1] if people else None, scene.unit(hit.start(1)), hit.group())
            )

    def _add_careers(self, scene: Scene) -> None:
        """Note what relative clauses say people did: who led research; where she was most recently CTO."""
        if _TELLS_CAREER.search(scene.mask) is None:
            return
        for hit in _SERVED.finditer(scene.mask):
            at = hit.start(2) if hit[2] else hit.start(4)
            org = scene.unit(at) if at >= 0 else None
            self._keep(scene.unit(hit.start(1)).name, _Known(org, scene.unit(hit.start(3)).name, False))
        for hit in _COFOUNDED.finditer(scene.mask):
            org = scene.unit(hit.start(2)) if hit[2] else None
            self._keep(scene.unit(hit.start(1)).name, _Known(org, "co-founder", False))
        for hit in _IN_CHARGE.finditer(scene.mask):
            duty = scene.duty(hit.end())
            if duty is not None:
                self._keep(scene.unit(hit.start(1)).name, _Known(None, duty, False))

    def _keep(self, name: str, known: _Known) -> None:
        kept = self.posts.setdefault(name, [])
        if len(kept) < _MOST and known.role not in (k.role for k in kept if _same(k.org, known.org)):
            kept.append(known)


def complete(judged: Sequence[tuple[int, Judged]], notes: Notes) -> list[Judged]:
    """Return the half-moves, each with the number of its sentence, filled in from the rest of the text."""
    told = _by_person(item.draft for _, item in judged)
    done = [
        replace(item, draft=_dated(index, _titled(item.draft, told, notes), notes)) for index, item in judged
    ]
    filled = _by_person(item.draft for item in done)
    return [replace(item, draft=_handed(item.draft, filled)) for item in done]


def _by_person(drafts: Iterable[Draft]) -> dict[tuple[str, Side], list[Draft]]:
    """Return the first few half-moves of each person and side that know a title or a date."""
    found: dict[tuple[str, Side], list[Draft]] = {}
    for draft in drafts:
        kept = found.setdefault((draft.person.name, draft.side), [])
        if len(kept) < _MOST and (draft.role is not None or draft.time is not None):
            kept.append(draft)
    return found


def _titled(draft: Draft, told: Mapping[tuple[str, Side], Sequence[Draft]], notes: Notes) -> Draft:
    """Give a half-move the title that the text gives the person at that organisation elsewhere."""
    if draft.org is None or not _is_vague(draft.role):
        return draft
    known = [k for k in notes.posts.get(draft.person.name, ()) if k.org is None or _alike(k.org, draft.org)]
    if draft.side is Side.OUT:
        known = [*_left(draft, told), *known, *_came(draft, told)]
    else:
        known = [
            k
            for k in known
            if k.org is not None and not k.former and not _FOUNDER.search(k.role) and not _is_vague(k.role)
        ]
        if _BACK.match(draft.sentence.mask, draft.trigger):
            known = [*known, *_left(draft, told)]
    best = min(known, key=lambda k: (_is_vague(k.role), k.org is None, k.former), default=None)
    return draft if best is None else replace(draft, role=best.role)


def _left(draft: Draft, told: Mapping[tuple[str, Side], Sequence[Draft]]) -> list[_Known]:
    """Return the titles that leavings of the person tell of the same organisation."""
    return [
        _Known(d.org, d.role, False)
        for d in told.get((draft.person.name, Side.OUT), ())
        if d.role is not None and d.org is not None and draft.org is not None and _alike(d.org, draft.org)
    ]


def _came(draft: Draft, told: Mapping[tuple[str, Side], Sequence[Draft]]) -> list[_Known]:
    """Return the titles with which the text says that the person came to the same organisation."""
    return [
        _Known(d.org, d.role, False)
        for d in told.get((draft.person.name, Side.INTO), ())
        if d.role is not None
        and d.org is not None
        and draft.org is not None
        and d.org.name == draft.org.name
        and d.time is not draft.time
    ]


def _same(one: Unit | None, other: Unit | None) -> bool:
    return one is other or (one is not None and other is not None and one.name == other.name)


def _is_vague(role: str | None) -> bool:
    return role is None or VAGUE.fullmatch(role) is not None


def _alike(one: Unit, other: Unit) -> bool:
    if one.lexicon_id is not None and one.lexicon_id == other.lexicon_id:
        return True
    first, second = normalise_name(one.name), normalise_name(other.name)
    return first in second or second in first


def _dated(index: int, draft: Draft, notes: Notes) -> Draft:
    """Give a move without a date the one on which a sentence soon after says it takes effect."""
    for at in range(index, index + _NEAR + 1):
        for person, time, words in notes.dates.get(at, ()):
            if person not in (None, draft.person.name) or (draft.side is Side.OUT and _BEGINS.match(words)):
                continue
            ends = words.startswith("last day") and draft.side is Side.OUT and _is_later(time, draft.time)
            if draft.time is None or ends:
                return replace(draft, time=time)
    return draft


def _is_later(one: Unit, other: Unit | None) -> bool:
    """Tell whether a last day comes after the day on which the leaving was told."""
    if other is None or one.time is None or other.time is None:
        return other is None
    return one.time.range.start is not None and (
        other.time.range.start is None or one.time.range.start > other.time.range.start
    )


def _handed(draft: Draft, told: Mapping[tuple[str, Side], Sequence[Draft]]) -> Draft:
    """Give one side of a hand-over the title and date of the other: who succeeds a CEO becomes CEO."""
    if draft.other is None:
        return draft
    side = Side.OUT if draft.side is Side.INTO else Side.INTO
    twins = told.get((draft.other.name, side), ())
    role = draft.role
    if _is_vague(role):
        role = next((d.role for d in twins if not _is_vague(d.role)), role)
    time = draft.time or next((d.time for d in twins if d.time), None)
    return replace(draft, role=role, time=time)
