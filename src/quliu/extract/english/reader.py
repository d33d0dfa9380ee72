"""Reading the moves of an English document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from quliu.extract.assemble import Judged
from quliu.extract.english import frames
from quliu.extract.english.frames import Trigger
from quliu.extract.english.page import EnglishPageReader
from quliu.extract.english.scene import Memory, Scene
from quliu.extract.english.status import EnglishStatus
from quliu.extract.english.triggers import TRIGGER
from quliu.extract.frames.draft import Draft
from quliu.lexicon.lexicon import Lexicon

_HAN = re.compile("[一-鿿]")
_LATIN = re.compile("[A-Za-z]")
_SAMPLE = 4000
_HAN_WEIGHT = 8  # a Han character says about as much as so many letters

_FRAMES: dict[str, Callable[[Scene, Trigger], Iterator[Draft]]] = {
    "join": frames.find_joins,
    "leave": frames.find_leaves,
    "dismiss": frames.find_dismissals,
    "appoint": frames.find_appointments,
    "become": frames.find_posts,
    "succeed": frames.find_successions,
    "found": frames.find_foundings,
    "noun": frames.find_nouns,
}


def is_english(text: str) -> bool:
    """Tell whether a text is mostly English: by its Latin letters against its Han characters."""
    sample = text[:_SAMPLE]
    letters = len(_LATIN.findall(sample))
    return letters > 20 and letters > _HAN_WEIGHT * len(_HAN.findall(sample))


class EnglishReader:
    """Reads English documents; compiled once from the lexicon."""

    def __init__(self, lexicon: Lexicon, hidden: frozenset[str] = frozenset()) -> None:
        self._pages = EnglishPageReader(lexicon, hidden)
        self._status = EnglishStatus(lexicon)

    def read(self, text: str, anchor: date | None) -> Iterator[Judged]:
        """Yield the half-moves that a reading text tells, each with its status."""
        page = self._pages.read(text, anchor)
        memory = Memory()
        for index, sentence in enumerate(page.sentences):
            scene = Scene(sentence, memory)
            following = page.sentences[index + 1].mask if index + 1 < len(page.sentences) else ""
            for draft in _drafts(scene):
                status = self._status.read(draft, following)
                if status is not None:
                    yield Judged(draft, status, self._status.attribution(draft, page.text))
            scene.remember()


def _drafts(scene: Scene) -> Iterator[Draft]:
    for hit in TRIGGER.finditer(scene.mask):
        kind = hit.lastgroup or ""
        trigger = Trigger(hit.start(), hit.end(), hit.group())
        subject = scene.subject(trigger.start, verbal=True) if kind != "noun" else None
        yield from _FRAMES[kind](scene, trigger)
        if subject is not None and subject.people and subject.how in ("named", "relative", "pronoun"):
            scene.last = subject
