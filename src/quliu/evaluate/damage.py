"""Damage done to gold on purpose: what scrapers, converters and spinners do to a text, seeded and repeatable.

A damage cuts a text into pieces and says what becomes of each; evidence moves along with the pieces. What has
become of a name in the text counts as right beside the forms that gold accepts: gold takes what a text says.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from quliu.errors import InputError, UsageError
from quliu.evaluate.gold import Characters, GoldClaim, GoldDocument, GoldPost, GoldSlot
from quliu.text import to_traditional
from quliu.text.script import HAN

DAMAGES = ("pinyin", "traditional", "drop", "spin", "spaces")
"""The names that `parse_damage` takes; `drop`, `spin` and `spaces` also with a rate."""

Piece = tuple[int, str]
"""How many characters of the text a piece takes, and what stands there afterwards."""

_Worker = Callable[[str, random.Random, float], Iterator[Piece]]

_HAN = re.compile(f"[{HAN}]")
_WORD_GAP = re.compile(r"(?<=[A-Za-z,;]) (?=[A-Za-z])")


@dataclass(frozen=True, slots=True)
class Damage:
    """One kind of damage; `rate` is the share of places that it hits, 0..1."""

    name: str
    rate: float
    seed: int = 1

    def __str__(self) -> str:
        return f"{self.name}:{self.rate:g}" + (f":{self.seed}" if self.seed != 1 else "")

    def apply(self, document: GoldDocument) -> GoldDocument:
        """Return the document with its text damaged and the places of its evidence moved along."""
        dice = random.Random(f"{self.seed} {self.name} {document.id}")
        pieces = list(_WORKERS[self.name](document.text, dice, self.rate))
        damaged = _Damaged(document.text, "".join(after for _, after in pieces), _mover(pieces))
        return replace(document, text=damaged.text, claims=tuple(map(damaged.claim, document.claims)))


def parse_damage(words: str) -> Damage:
    """Return the damage of a word such as `pinyin`, `drop:0.02` or, with a seed, `drop:0.02:3`.

    Raises:
        UsageError: no such damage, or the rate is none.
    """
    name, rate, seed, *_ = (*words.split(":"), "", "")
    if name not in DAMAGES:
        raise UsageError(f"no damage {name!r}; there are {', '.join(DAMAGES)}, with a rate as in drop:0.02")
    try:
        damage = Damage(name, float(rate) if rate else _RATES[name], int(seed or 1))
    except ValueError as error:
        raise UsageError(f"{words}: a rate and a seed are numbers, as in drop:0.02:3") from error
    if not 0 <= damage.rate <= 1:
        raise UsageError(f"{words}: the rate is a number from 0 to 1")
    return damage


_RATES: Mapping[str, float] = {"pinyin": 1.0, "traditional": 1.0, "drop": 0.02, "spin": 0.5, "spaces": 0.05}


def _mover(pieces: Iterable[Piece]) -> Callable[[int], int]:
    """Return the function from offsets of the old text to offsets of the new one."""
    old, new = [0], [0]
    for taken, after in pieces:
        old.append(old[-1] + taken)
        new.append(new[-1] + len(after))

    def move(offset: int) -> int:
        at = bisect_right(old, offset) - 1
        rest = offset - old[at]
        return new[at] if at + 1 == len(new) else min(new[at] + rest, new[at + 1])

    return move


@dataclass(frozen=True, slots=True)
class _Damaged:
    """A text before and after, and the function from offsets of the one to those of the other."""

    before: str
    text: str
    move: Callable[[int], int]

    def claim(self, claim: GoldClaim) -> GoldClaim:
        places = (Characters(self.move(place.start), self.move(place.end)) for place in claim.evidence)
        return replace(
            claim,
            slots={name: self.slot(slot) for name, slot in claim.slots.items()},
            posts={side: self.post(post) for side, post in claim.posts.items()},
            parties=self.names(claim.parties),
            evidence=tuple(place for place in places if place.start < place.end),
        )

    def post(self, post: GoldPost) -> GoldPost:
        return post if post.org is None else replace(post, org=self.slot(post.org))

    def slot(self, slot: GoldSlot) -> GoldSlot:
        return replace(slot, accept=self.names(slot.accept))

    def names(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return the names with what has become of each where the text says it; one character is no name."""
        found = (hit.span() for name in names if name for hit in re.finditer(re.escape(name), self.before))
        changed = (self.text[self.move(start) : self.move(end)].strip() for start, end in found)
        return tuple(dict.fromkeys((*names, *(name for name in changed if len(name) > 1))))


def _gloss(text: str, dice: random.Random, rate: float) -> Iterator[Piece]:
    """Traditional script, each converted character with its reading in brackets: 經(jīng)濟(jì)."""
    for before, after, reading in zip(text, to_traditional(text), _find_readings(text), strict=True):
        glossed = before not in (after, reading) and dice.random() < rate
        yield 1, f"{after}({reading})" if glossed else after


def _convert(text: str, _: random.Random, rate: float) -> Iterator[Piece]:
    for before, after in zip(text, to_traditional(text), strict=True):
        yield 1, after if rate else before


def _drop(text: str, dice: random.Random, rate: float) -> Iterator[Piece]:
    """Letters, digits and Chinese characters vanish one by one; punctuation and line breaks stay."""
    for character in text:
        gone = character.isalnum() and dice.random() < rate
        yield 1, "" if gone else character


def _spin(text: str, dice: random.Random, rate: float) -> Iterator[Piece]:
    """Words give way to words of nearly the same sense, wherever they stand, as rewording machines do."""
    done = 0
    for hit in _synonym_pattern().finditer(text):
        if dice.random() >= rate:
            continue
        if hit.start() > done:
            yield hit.start() - done, text[done : hit.start()]
        yield len(hit[0]), _synonyms()[hit[0]]
        done = hit.end()
    if done < len(text):
        yield len(text) - done, text[done:]


def _space(text: str, dice: random.Random, rate: float) -> Iterator[Piece]:
    """A space too many: between two Chinese characters, or beside one that stands between Latin words."""
    for at, character in enumerate(text):
        after_han = _HAN.match(character) and _HAN.match(text, at + 1)
        hit = (after_han or _WORD_GAP.match(text, at)) and dice.random() < rate
        yield 1, f"{character} " if hit else character


_WORKERS: Mapping[str, _Worker] = {
    "pinyin": _gloss,
    "traditional": _convert,
    "drop": _drop,
    "spin": _spin,
    "spaces": _space,
}


def _find_readings(text: str) -> list[str]:
    """Return for each character its usual reading, tone marked; one that has none stands for itself."""
    try:
        from pypinyin import Style, lazy_pinyin  # noqa: PLC0415  an optional dependency
    except ImportError as error:
        message = "the damage `pinyin` needs the extra `damage`: pip install 'quliu[damage]'"
        raise InputError("extra", message) from error
    return lazy_pinyin(list(text), style=Style.TONE)


@cache
def _synonyms() -> Mapping[str, str]:
    """Word -> the word that takes its place."""
    text = (files("quliu.evaluate") / "data" / "synonyms.tsv").read_text("utf-8")
    pairs = (line.partition("\t") for line in text.splitlines())
    return {before: after for before, _, after in pairs}


@cache
def _synonym_pattern() -> re.Pattern[str]:
    words = sorted(_synonyms(), key=len, reverse=True)
    return re.compile("|".join(rf"\b{word}\b" if word.isascii() else word for word in words))
