"""Score predicted claims against gold.

The headline is the F1 of half-moves: every move is split into its sides (document, person, out|into,
organisation). Gold marked optional counts neither as missed nor, if found, as wrong; a second guess of the
same thing is ignored.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add

from quliu.evaluate.gold import GoldClaim, GoldDocument, GoldPost
from quliu.evaluate.guess import Guess, GuessPost, parse_guess
from quliu.evaluate.match import fits_key, fits_post, is_role, is_time, overlaps
from quliu.evaluate.report import OTHERS, Finding, Measure, Outcome, Rate, Report
from quliu.evaluate.wire import JsonObject
from quliu.model import Kind, Side

Predicted = Mapping[str, Sequence[JsonObject]]


@dataclass(frozen=True, slots=True)
class _GoldUnit:
    """What is matched one to one: a side of a gold move, or a whole gold claim."""

    claim: GoldClaim
    side: Side | None = None

    @property
    def post(self) -> GoldPost | None:
        return self.claim.posts[self.side] if self.side else None


@dataclass(frozen=True, slots=True)
class _GuessUnit:
    """The counterpart of `_GoldUnit` among the guesses."""

    guess: Guess
    side: Side | None = None

    @property
    def post(self) -> GuessPost | None:
        return self.guess.posts[self.side] if self.side else None


@dataclass(frozen=True, slots=True)
class _Pairing:
    """The matched units of one document (optional gold left out) and the rest."""

    document: str
    pairs: tuple[tuple[_GuessUnit, _GoldUnit], ...]
    extra: tuple[_GuessUnit, ...]
    missing: tuple[_GoldUnit, ...]


def score(
    gold: Iterable[GoldDocument], predicted: Predicted, *, kinds: Collection[Kind] | None = None
) -> Report:
    """Return the measures of the predictions.

    Args:
        predicted: for each document id its claims, in the JSON shape of `quliu extract`.
        kinds: the kinds to score; by default `move` and every other kind that gold holds.
    """
    documents = tuple(gold)
    guesses = {
        document.id: tuple(parse_guess(claim) for claim in predicted.get(document.id, ()))
        for document in documents
    }
    scored = {
        kind: [_pair(document, guesses[document.id], kind) for document in documents]
        for kind in _kinds(documents, kinds)
    }
    measures = {kind.value: _measure(kind, pairings) for kind, pairings in scored.items()}
    others = [measure for kind, measure in measures.items() if kind != Kind.MOVE]
    if others:
        measures[OTHERS] = reduce(add, others)
    return Report(measures, tuple(found for all_of in scored.values() for p in all_of for found in _find(p)))


def _kinds(documents: Sequence[GoldDocument], wanted: Collection[Kind] | None) -> list[Kind]:
    present = {claim.kind for document in documents for claim in document.claims} | {Kind.MOVE}
    return [kind for kind in Kind if kind in present and (wanted is None or kind in wanted)]


def _pair(document: GoldDocument, guesses: Sequence[Guess], kind: Kind) -> _Pairing:
    claims = sorted((c for c in document.claims if c.kind is kind), key=lambda claim: claim.optional)
    if kind is Kind.MOVE:
        return _pair_units(document.id, list(_gold_halves(claims)), list(_guess_halves(guesses)), _fits_half)
    wanted = [_GoldUnit(claim) for claim in claims]
    offered = [_GuessUnit(guess) for guess in guesses if guess.kind is kind]
    return _pair_units(document.id, wanted, offered, lambda o, w: fits_key(o.guess, w.claim))


def _gold_halves(claims: Iterable[GoldClaim]) -> Iterator[_GoldUnit]:
    """Yield the sides of moves; without a person a move is neither to be found nor to be missed."""
    for claim in claims:
        if "person" in claim.slots:
            yield from (_GoldUnit(claim, side) for side in claim.posts)


def _guess_halves(guesses: Iterable[Guess]) -> Iterator[_GuessUnit]:
    for guess in guesses:
        if guess.kind is Kind.MOVE:
            yield from (_GuessUnit(guess, side) for side in guess.posts)


def _fits_half(offered: _GuessUnit, wanted: _GoldUnit) -> bool:
    if offered.side is not wanted.side or offered.post is None or wanted.post is None:
        return False
    person = wanted.claim.slots["person"]
    return fits_post(offered.guess.offers("person"), offered.post, person, wanted.post)


def _pair_units(
    document: str,
    wanted: Sequence[_GoldUnit],
    offered: Sequence[_GuessUnit],
    fits: Callable[[_GuessUnit, _GoldUnit], bool],
) -> _Pairing:
    """Give each guess, in order, the first free gold unit it fits; obligatory gold stands before optional."""
    taken: dict[int, _GuessUnit] = {}
    extra: list[_GuessUnit] = []
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
    return _Pairing(document, pairs, tuple(extra), missing)


def _measure(kind: Kind, pairings: Sequence[_Pairing]) -> Measure:
    pairs = [pair for pairing in pairings for pair in pairing.pairs]
    extra = sum(len(pairing.extra) for pairing in pairings)
    missed = sum(len(pairing.missing) for pairing in pairings)
    return Measure(len(pairs), extra, missed, _rates(pairs) if kind is Kind.MOVE else {})


def _rates(pairs: Sequence[tuple[_GuessUnit, _GoldUnit]]) -> dict[str, Rate]:
    verdicts: dict[str, list[bool]] = {
        "status": [offered.guess.status in gold.claim.statuses for offered, gold in pairs],
        "when": [is_time(o.guess.when, g.claim.when) for o, g in pairs if g.claim.when is not None],
        "role": [is_role(o.post.role, g.post.roles) for o, g in pairs if o.post and g.post and g.post.roles],
        "evidence": [overlaps(o.guess.evidence, g.claim.evidence) for o, g in pairs if g.claim.evidence],
    }
    return {name: Rate(sum(right), len(right)) for name, right in verdicts.items() if right}


def _find(pairing: _Pairing) -> Iterator[Finding]:
    for offered in pairing.extra:
        yield Finding(Outcome.EXTRA, pairing.document, _tell_guess(offered))
    for wanted in pairing.missing:
        yield Finding(Outcome.MISSING, pairing.document, _tell_gold(wanted))


def _tell_guess(unit: _GuessUnit) -> str:
    names = [offers[0] for offers in unit.guess.slots.values()]
    if unit.post is not None:
        names.append(unit.post.org[0] if unit.post.org else "?")
    return _tell(unit.guess.kind, unit.side, [*names, unit.guess.action, unit.guess.status])


def _tell_gold(unit: _GoldUnit) -> str:
    names = [slot.name for slot in unit.claim.slots.values()]
    if unit.post is not None:
        names.append(unit.post.org.name if unit.post.org else "?")
    return _tell(unit.claim.kind, unit.side, [*names, unit.claim.action, "/".join(unit.claim.statuses)])


def _tell(kind: Kind, side: Side | None, words: Iterable[str | None]) -> str:
    return " ".join([side or kind, *(word for word in words if word)])
