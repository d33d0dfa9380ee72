"""A guess: one predicted claim in the JSON shape of `quliu extract`, reduced to what scoring looks at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quliu.evaluate.gold import SLOTS, Characters, Days, parse_characters
from quliu.evaluate.wire import JsonObject, get_date, get_list, get_object, get_text
from quliu.model import Kind, Side


@dataclass(frozen=True, slots=True)
class GuessPost:
    """One side of a guessed move; `org` holds the strings offered for the organisation."""

    org: tuple[str, ...]
    role: str


@dataclass(frozen=True, slots=True)
class Guess:
    """One predicted claim.

    Attributes:
        slots: for each filled slot the strings it offers, canonical name and surface; either may be right.
        others: a predecessor or a successor is named.
    """

    kind: Kind
    slots: Mapping[str, tuple[str, ...]]
    posts: Mapping[Side, GuessPost]
    parties: tuple[str, ...]
    status: str | None
    when: Days | None
    evidence: Characters | None
    action: str | None
    value: str
    confidence: float | None = None
    others: bool = False
    former: bool = False

    def offers(self, slot: str) -> tuple[str, ...]:
        """Return the strings offered for a slot, empty when it is not filled."""
        return self.slots.get(slot, ())


def parse_guess(raw: JsonObject) -> Guess:
    """Return the guess of one predicted claim."""
    when, evidence = get_object(raw, "when"), get_object(raw, "evidence")
    posts = ((side, get_object(raw, side)) for side in Side)
    return Guess(
        kind=Kind(str(raw["kind"])),
        slots={slot: _offers(raw.get(slot)) for slot in SLOTS if raw.get(slot)},
        posts={side: _parse_post(post) for side, post in posts if post is not None},
        parties=tuple(name for party in get_list(raw, "parties") for name in _offers(party)),
        status=get_text(raw, "status"),
        when=Days(get_date(when, "start"), get_date(when, "end")) if when else None,
        evidence=parse_characters(evidence) if evidence else None,
        action=get_text(raw, "action"),
        value=str(raw.get("value")),
        confidence=_parse_number(raw.get("confidence")),
        others=bool(raw.get("predecessor") or raw.get("successor")),
        former=bool(raw.get("former")),
    )


def _parse_post(raw: JsonObject) -> GuessPost:
    return GuessPost(_offers(raw.get("org")), get_text(raw, "role") or "")


def _offers(slot: object) -> tuple[str, ...]:
    """Return the strings a slot offers. A plain string is allowed where a mention is expected."""
    if isinstance(slot, str):
        return (slot,)
    if not isinstance(slot, Mapping):
        return ()
    return tuple(str(value) for value in (slot.get("name"), slot.get("surface")) if value)


def _parse_number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
