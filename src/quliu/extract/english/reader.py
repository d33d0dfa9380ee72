"""Reading the moves of an English document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from quliu.extract.assemble import Judged
from quliu.extract.english.appointing import find_appointments, find_newcomers
from quliu.extract.english.complete import Notes, complete
from quliu.extract.english.deeds import find_deeds
from quliu.extract.english.facts import find_facts
from quliu.extract.english.figures import find_figures
from quliu.extract.english.handing import find_foundings, find_successions
from quliu.extract.english.holding import find_holdings
from quliu.extract.english.joining import find_joins
from quliu.extract.english.leaving import (
    find_deaths,
    find_dismissals,
    find_leaves,
    find_named_later,
    find_nouns,
)
from quliu.extract.english.memory import Memory
from quliu.extract.english.page import EnglishPage, EnglishPageReader
from quliu.extract.english.place import Trigger
from quliu.extract.english.posts import find_posts, find_refusals, find_stays, find_tenures
from quliu.extract.english.scene import Scene
from quliu.extract.english.status import EnglishStatus, Voice
from quliu.extract.english.triggers import TRIGGER
from quliu.extract.facts.fact import Fact, JudgedFact
from quliu.extract.frames.draft import Draft
from quliu.extract.units.unit import ORG, PERSON, Sentence, Unit
from quliu.lexicon.lexicon import Lexicon
from quliu.model import Status

_HAN = re.compile("[一-鿿]+")
_LATIN = re.compile("[A-Za-z]+")
_SPORTS = re.compile(
    r"\b(?:striker|midfielder|goalkeeper|quarterback|head coach|transfer fee|on loan from|"
    r"premier league|nba|nfl|mlb|nhl|wnba|mls|point guard|shooting guard|linebacker|wide receiver|pitcher|free agent|"
    r"league title|championship|playoffs?|world cup|coaching staff|assistant coach|fc|season-ending|touchdowns?)\b"
)
_FORMER_LEFT = re.compile(r"(?:former|ex-|formerly|previously)[ a-z\uec00-\uf1ff]*\Z")
_SAMPLE = 4000
# No sentence of a text that somebody wrote has more; without bounds their number would tell squared.
_MOST_TRIGGERS = 24
_MOST_FACTS = 12
_HAN_WEIGHT = 8  # a Han character says about as much as so many letters

_FRAMES: dict[str, Callable[[Scene, Trigger], Iterator[Draft]]] = {
    "join": find_joins,
    "leave": find_leaves,
    "dismiss": find_dismissals,
    "appoint": find_appointments,
    "become": find_posts,
    "since": find_tenures,
    "stay": find_stays,
    "die": find_deaths,
    "new": find_newcomers,
    "refuse": find_refusals,
    "succeed": find_successions,
    "found": find_foundings,
    "noun": find_nouns,
}


_FACTS: tuple[Callable[[Scene], Iterator[Fact]], ...] = (find_holdings, find_facts, find_deeds, find_figures)


def is_english(text: str) -> bool:
    """Tell whether a text is mostly English: by its Latin letters against its Han characters."""
    sample = text[:_SAMPLE]
    letters = len("".join(_LATIN.findall(sample)))
    return letters > 20 and letters > _HAN_WEIGHT * len("".join(_HAN.findall(sample)))


class EnglishReader:
    """Reads English documents; compiled once from the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._pages = EnglishPageReader(lexicon)
        self._status = EnglishStatus(lexicon)

    def read(self, text: str, anchor: date | None, facts: list[JudgedFact]) -> Iterator[Judged]:
        """Yield the half-moves that a reading text tells, each with its status.

        Args:
            facts: where to put the other facts that the text tells.
        """
        page = self._pages.read(text, anchor)
        memory, notes = Memory(topic=_topic(page)), Notes()
        judged: list[tuple[int, Judged]] = []
        announced = -1  # the paragraph in which an announcement was last told
        peopled = any(sentence.find(PERSON) for sentence in page.sentences)
        for index, sentence in enumerate(page.sentences):
            scene = Scene(sentence, memory, works=_within(page.works, sentence))
            following = page.sentences[index + 1] if index + 1 < len(page.sentences) else None
            found = [fact for find in _FACTS for fact in islice(find(scene), _MOST_FACTS)]
            drafts = _drafts(scene) if peopled else []
            if found or drafts:
                voice = self._status.hear(sentence, page.text)
                facts.extend(self._judged_facts(found, voice))
                for draft in drafts:
                    status = self._status.read(
                        draft, voice, following, announced=announced == sentence.paragraph
                    )
                    if status is not None and not _is_moot(draft, status):
                        judged.append((index, Judged(draft, status, voice.attribution)))
            if self._status.announces(sentence.mask):
                announced = sentence.paragraph
            notes.add(index, scene)
            scene.remember()
        yield from complete(judged, notes)

    def _judged_facts(self, found: Iterable[Fact], voice: Voice) -> Iterator[JudgedFact]:
        for fact in found:
            status = fact.status or self._status.read(fact, voice)
            if status is not None:
                yield JudgedFact(fact, status, voice.attribution)


def _drafts(scene: Scene) -> list[Draft]:
    memory = scene.memory
    spent = 1 if scene.sentence.find(f"{PERSON}|{ORG}") else 0  # labels and bylines do not count
    waiting = tuple(replace(p, sentences=p.sentences - spent) for p in memory.pending if p.sentences > 0)
    memory.pending = ()
    drafts: list[Draft] = []
    hits = () if _SPORTS.search(scene.mask) else TRIGGER.finditer(scene.mask)
    for hit in islice(hits, _MOST_TRIGGERS):
        kind = hit.lastgroup or ""
        trigger = Trigger(hit.start(), hit.end(), hit.group())
        subject = scene.subject(trigger.start, verbal=True) if kind != "noun" else None
        drafts.extend(_FRAMES[kind](scene, trigger))
        if subject is not None and subject.people and subject.how in ("named", "relative", "pronoun"):
            scene.last = subject
            scene.first = scene.first or subject
    fresh, memory.pending = memory.pending, waiting
    drafts.extend(find_named_later(scene, drafts))
    memory.pending = (*memory.pending, *fresh)
    return drafts


def _is_moot(draft: Draft, status: Status) -> bool:
    """Tell whether a leaving is only guessed from an arrival that did not come about."""
    return ".source" in draft.rule and status in (Status.NEGATED, Status.DENIED)


def _within(units: tuple[Unit, ...], sentence: Sentence) -> tuple[Unit, ...]:
    span = sentence.span
    return tuple(u for u in units if span.start <= u.span.start and u.span.end <= span.end)


def _topic(page: EnglishPage) -> Unit | None:
    """Return the organisation that a text is about: the first it names that is no former one."""
    for sentence in page.sentences:
        for at, unit in sentence.find(ORG):
            if not _FORMER_LEFT.search(sentence.mask, 0, at):
                return unit
    return None
