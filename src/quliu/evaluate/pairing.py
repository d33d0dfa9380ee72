"""Which guess is which gold claim: the one-to-one matching that every report starts from.

The unit of moves is the half-move: every move is split into its sides (document, person, out|into,
organisation). Gold marked optional counts neither as missed nor, if found, as wrong; a second guess of the
same thing is ignored.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quliu.evaluate.gold import GoldClaim, GoldDocument, GoldPost
from quliu.evaluate.guess import Guess, GuessPost, parse_guess
from quliu.evaluate.match import fits_key, fits_post
from quliu.evaluate.wire import JsonObject
from quliu.model import Kind, Side

Predicted = Mapping[str, Sequence[JsonObject]]
"""For each document id its claims, in the JSON shape of `quliu extract`."""


@dataclass(frozen=True, slots=True)
class GoldUnit:
    """What is matched one to one: a side of a gold move, or a whole gold claim."""

    claim: GoldClaim
    side: Side | None = None

    @property
    def post(self) -> GoldPost | None:
        """The post of the side, None for a whole claim."""
        return self.claim.posts[self.side] if self.side else None

    def __str__(self) -> str:
        names = [slot.name for slot in self.claim.slots.values()]
        if self.post is not None:
            names.append(self.post.org.name if self.post.org else "?")
        return _tell(self.claim.kind, self.side, [*names, self.claim.action, "/".join(self.claim.statuses)])


@dataclass(frozen=True, slots=True)
class GuessUnit:
    """The counterpart of `GoldUnit` among the guesses."""

    guess: Guess
    side: Side | None = None

    @property
    def post(self) -> GuessPost | None:
        """The post of the side, None for a whole claim."""
        return self.guess.posts[self.side] if self.side else None

    def __str__(self) -> str:
        names = [offers[0] for offers in self.guess.slots.values()]
        if self.post is not None:
            names.append(self.post.org[0] if self.post.org else "?")
        return _tell(self.guess.kind, self.side, [*names, self.guess.action, self.guess.status])


@dataclass(frozen=True, slots=True)
class Pairing:
    """The matched units of one document and kind (optional gold left out) and the rest."""

    document: GoldDocument
    pairs: tuple[tuple[GuessUnit, GoldUnit], ...]
    extra: tuple[GuessUnit, ...]
    missing: tuple[GoldUnit, ...]


Pairings = Mapping[Kind, Sequence[Pairing]]
"""For each scored kind, `move` first, the pairings of all documents, in their order."""


def pair(
    documents: Sequence[GoldDocument], predicted: Predicted, *, kinds: Collection[Kind] | None = None
) -> Pairings:
    """Match predictions with gold.

    Args:
        documents: gold.
        predicted: for each document id its claims; a document that it lacks has none.
        kinds: the kinds to score; by default `move` and every other kind that gold holds.
    """
    guesses = [tuple(map(parse_guess, predicted.get(document.id, ()))) for document in documents]
    return {
        kind: [_pair(document, offered, kind) for document, offered in zip(documents, guesses, strict=True)]
        for kind in _kinds(documents, kinds)
    }


def _kinds(documents: Sequence[GoldDocument], wanted: Collection[Kind] | None) -> list[Kind]:
    present = {claim.kind for document in documents for claim in document.claims} | {Kind.MOVE}
    return [kind for kind in Kind if kind in present and (wanted is None or kind in wanted)]


def _pair(document: GoldDocument, guesses: Sequence[Guess], kind: Kind) -> Pairing:
    claims = sorted((c for c in document.claims if c.kind is kind), key=lambda claim: claim.optional)
    if kind is Kind.MOVE:
        return _pair_units(document, list(_gold_halves(claims)), list(_guess_halves(guesses)), _fits_half)
    wanted = [GoldUnit(claim) for claim in claims]
    offered = [GuessUnit(guess) for guess in guesses if guess.kind is kind]
    return _pair_units(document, wanted, offered, lambda o, w: fits_key(o.guess, w.claim))


def _gold_halves(claims: Iterable[GoldClaim]) -> Iterator[GoldUnit]:
    """Yield the sides of moves; without a person a move is neither to be found nor to be missed."""
    for claim in claims:
        if "person" in claim.slots:
            yield from (GoldUnit(claim, side) for side in claim.posts)


def _guess_halves(guesses: Iterable[Guess]) -> Iterator[GuessUnit]:
    for guess in guesses:
        if guess.kind is Kind.MOVE:
            yield from (GuessUnit(guess, side) for side in guess.posts)


def _fits_half(offered: GuessUnit, wanted: GoldUnit) -> bool:
    if offered.side is not wanted.side or offered.post is None or wanted.post is None:
        return False
    person = wanted.claim.slots["person"]
    return fits_post(offered.guess.offers("person"), offered.post, person, wanted.post)


def _pair_units(
    document: GoldDocument,
    wanted: Sequence[GoldUnit],
    offered: Sequence[GuessUnit],
    fits: Callable[[GuessUnit, GoldUnit], bool],
) -> Pairing:
    """Give each guess, in order, the first free gold unit it fits; obligatory gold stands before optional."""
    taken: dict[int, GuessUnit] = {}
    extra: list[GuessUnit] = []
    for unit in offered:
        fitting = [index for index, gold in enumerate(wanted) if fits(unit, gold)]
        free = [index for index in fitting if index not in taken]
        if free:
            taken[free[0]] = unit
        elif not fitting:
            extra.append(unit)
    must = [index for index, gold in enumerate(wanted) if not gold.claim.optional]
    pairs = tuple((taken[index], wanted[index]) for index in must if index in taken)
    missing = tuple(wanted[index] for index in must if index not in taken)
    return Pairing(document, pairs, tuple(extra), missing)


def _tell(kind: Kind, side: Side | None, words: Iterable[str | None]) -> str:
    return " ".join([side or kind, *(word for word in words if word)])
