"""When a guess counts as right: the tolerances of the measure, one function for each sort of value.

They are those of the project's published scoring script; a test holds the two together.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache

from quliu.evaluate.gold import Characters, Days, GoldClaim, GoldPost, GoldSlot
from quliu.evaluate.guess import Guess, GuessPost
from quliu.model import Kind

_IGNORED = re.compile(r"[\s「」『』“”\"'‘’《》·・\-—_,，、。()（）]")
_NOT_DIGIT = re.compile(r"[^\d.]")
_ROLE_OVERLAP = 0.5
_TIME_OVERLAP = 0.5

NameTest = Callable[[str, Iterable[str]], bool]


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """Return a name without case, width, spaces and punctuation."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", name).lower())


def is_person(offer: str, accept: Iterable[str]) -> bool:
    """Tell whether a name equals an accepted one, folding aside."""
    wanted = fold(offer)
    return bool(wanted) and any(wanted == fold(name) for name in accept)


def is_org(offer: str, accept: Iterable[str]) -> bool:
    """Tell whether a name equals, contains or is contained in an accepted one."""
    return any(_nests(fold(offer), fold(name)) for name in accept)


def _nests(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter = min(one, other, key=len)
    return len(shorter) >= (4 if shorter.isascii() else 2) and (one in other or other in one)


def is_role(offer: str, accept: Iterable[str]) -> bool:
    """Tell whether a role shares at least half of its characters with an accepted one (Dice)."""
    return any(_dice(Counter(fold(offer)), Counter(fold(role))) >= _ROLE_OVERLAP for role in accept)


def _dice(one: Counter[str], other: Counter[str]) -> float:
    shared = (one & other).total()
    return 2 * shared / (one.total() + other.total()) if shared else 0.0


def is_time(guess: Days | None, gold: Days) -> bool:
    """Tell whether the days in both are at least half of the days in either."""
    if guess is None:
        return False
    starts = [days.start or date.min for days in (guess, gold)]
    ends = [days.end or date.max for days in (guess, gold)]
    shared = (min(ends) - max(starts)).days
    return shared > 0 and shared / (max(ends) - min(starts)).days >= _TIME_OVERLAP


def overlaps(guess: Characters | None, gold: Iterable[Characters]) -> bool:
    """Tell whether the guess shares a character with one of the places."""
    if guess is None:
        return False
    return any(guess.start < place.end and place.start < guess.end for place in gold)


def fills(offers: Iterable[str], gold: GoldSlot | None, test: NameTest) -> bool:
    """Tell whether a slot is right: one offer is accepted, or gold and guess both leave it empty."""
    if gold is None:
        return not any(True for _ in offers)
    return any(test(offer, gold.accept) for offer in offers)


def fits_post(person: Iterable[str], post: GuessPost, wanted: GoldSlot, gold: GoldPost) -> bool:
    """Tell whether a guessed half-move is the gold one: same person, same organisation."""
    return fills(person, wanted, is_person) and (gold.any_org or fills(post.org, gold.org, is_org))


def fits_key(guess: Guess, gold: GoldClaim) -> bool:
    """Tell whether a guess of a kind other than move is the gold claim: its key slots are right."""
    if guess.kind is Kind.DISPUTE:
        return _shares_name(guess, gold, ("plaintiff", "defendant"))
    if guess.kind is Kind.FUNDING:
        return _shares_name(guess, gold, ("org", "founder"))
    if guess.kind is Kind.FIGURE:
        return _is_value(guess.value, str(gold.value))
    if guess.kind in _KEYED_BY_ACTION and guess.action != gold.action:
        return False
    keys = _KEYS[guess.kind]
    return all(fills(guess.offers(slot), gold.slots.get(slot), test) for slot, test in keys.items())


_KEYS: Mapping[Kind, Mapping[str, NameTest]] = {
    Kind.HOLDING: {"person": is_person, "org": is_org},
    Kind.REPORTING: {"person": is_person, "manager": is_person},
    Kind.CONTRIBUTION: {"person": is_person, "work": is_org},
    Kind.PARTHOOD: {"org": is_org, "parent": is_org},
    Kind.ORG_CHANGE: {"org": is_org},
    Kind.RELEASE: {"work": is_org},
}
_KEYED_BY_ACTION = frozenset({Kind.ORG_CHANGE, Kind.RELEASE})


def _shares_name(guess: Guess, gold: GoldClaim, slots: tuple[str, ...]) -> bool:
    offers = [name for slot in slots for name in guess.offers(slot)]
    accept = [name for slot in slots if slot in gold.slots for name in gold.slots[slot].accept]
    return any(is_org(offer, [*gold.parties, *accept]) for offer in [*offers, *guess.parties])


def _is_value(guess: str, gold: str) -> bool:
    digits = [_NOT_DIGIT.sub("", fold(value)) for value in (guess, gold)]
    return (digits[0] == digits[1] != "") or fold(guess) == fold(gold)
