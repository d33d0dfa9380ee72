"""Facts: claims other than moves as the readers propose them, and the way from them to claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from quliu.extract.mentions import to_mention, to_when
from quliu.extract.units.unit import Sentence, Unit
from quliu.model import Claim, Content, Status
from quliu.text.reading import Reading

Slot = Unit | str | bool | tuple[Unit, ...] | None


@dataclass(frozen=True, slots=True)
class Fact:
    """One claim other than a move, in positions of a sentence's mask.

    Attributes:
        content: the model class of the claim: Reporting, Parthood, ...
        slots: the arguments of that class, units where it wants mentions.
        start, end: the part of the sentence's mask that says it.
        trigger: position of the word that tells it.
        rule: id of the reader and device that proposed it.
        score: 0..1, its author's guess of how often such facts are right; `confidence` corrects it.
        status: what the reader itself knows; None lets the cue words around the trigger decide.
    """

    content: type[Content]
    slots: Mapping[str, Slot]
    sentence: Sentence
    start: int
    end: int
    trigger: int
    rule: str
    score: float
    time: Unit | None = None
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class JudgedFact:
    """A fact with its status and attribution."""

    fact: Fact
    status: Status
    attributed_to: str | None


def assemble_facts(judged: Iterable[JudgedFact], reading: Reading, anchor: date | None) -> list[Claim]:
    """Return one claim per kind and content: the surest, the first among equals."""
    best: dict[tuple[object, ...], JudgedFact] = {}
    for item in judged:
        key = _key(item.fact)
        if key not in best or item.fact.score > best[key].fact.score:
            best[key] = item
    return [_claim(item, reading, anchor) for item in best.values()]


def _key(fact: Fact) -> tuple[object, ...]:
    return (fact.content, *((name, _plain(slot)) for name, slot in sorted(fact.slots.items())))


def _plain(slot: Slot) -> object:
    if isinstance(slot, Unit):
        return slot.name
    if isinstance(slot, tuple):
        return tuple(unit.name for unit in slot)
    return slot


def _claim(item: JudgedFact, reading: Reading, anchor: date | None) -> Claim:
    fact = item.fact
    return Claim(
        content=fact.content(**{name: _filled(slot, reading) for name, slot in fact.slots.items()}),  # type: ignore[arg-type]
        status=item.status,
        evidence=reading.to_original(fact.sentence.to_text(fact.start, max(fact.end, fact.start + 1))),
        confidence=round(fact.score, 2),
        when=to_when(fact.time, reading, anchor),
        attributed_to=item.attributed_to,
        rule=fact.rule,
    )


def _filled(slot: Slot, reading: Reading) -> object:
    if isinstance(slot, Unit):
        return to_mention(slot, reading)
    if isinstance(slot, tuple):
        return tuple(to_mention(unit, reading) for unit in slot)
    return slot
