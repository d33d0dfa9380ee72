"""Score predicted claims against gold; the headline is the F1 of half-moves."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import reduce
from operator import add

from quliu.evaluate.calibration import calibrate
from quliu.evaluate.gold import GoldDocument
from quliu.evaluate.match import is_role, is_time, overlaps
from quliu.evaluate.pairing import GoldUnit, GuessUnit, Pairing, Pairings, Predicted, pair
from quliu.evaluate.report import OTHERS, Finding, Measure, Outcome, Rate, Report
from quliu.model import Kind


def score(
    gold: Iterable[GoldDocument], predicted: Predicted, *, kinds: Collection[Kind] | None = None
) -> Report:
    """Return the report on predictions; arguments as those of `pair`."""
    return report_on(pair(tuple(gold), predicted, kinds=kinds))


def report_on(pairings: Pairings) -> Report:
    """Return the measures of matched predictions."""
    measures = {kind.value: measure(kind, pairings[kind]) for kind in pairings}
    others = [found for kind, found in measures.items() if kind != Kind.MOVE]
    if others:
        measures[OTHERS] = reduce(add, others)
    findings = (found for of_kind in pairings.values() for one in of_kind for found in _find(one))
    moves = pairings.get(Kind.MOVE, ())
    return Report(measures, tuple(findings), calibrate(moves), _count_quiet(moves))


def measure(kind: Kind, pairings: Iterable[Pairing]) -> Measure:
    """Return the measure of one kind."""
    found = tuple(pairings)
    pairs = [matched for one in found for matched in one.pairs]
    extra = sum(len(one.extra) for one in found)
    missed = sum(len(one.missing) for one in found)
    return Measure(len(pairs), extra, missed, _rates(pairs) if kind is Kind.MOVE else {})


def _count_quiet(moves: Iterable[Pairing]) -> Rate | None:
    """Count the documents without a move in which none was found."""
    silent = [one for one in moves if all(claim.kind is not Kind.MOVE for claim in one.document.claims)]
    return Rate(sum(not one.extra for one in silent), len(silent)) if silent else None


def _rates(pairs: Sequence[tuple[GuessUnit, GoldUnit]]) -> dict[str, Rate]:
    verdicts: dict[str, list[bool]] = {
        "status": [offered.guess.status in gold.claim.statuses for offered, gold in pairs],
        "when": [is_time(o.guess.when, g.claim.when) for o, g in pairs if g.claim.when is not None],
        "role": [is_role(o.post.role, g.post.roles) for o, g in pairs if o.post and g.post and g.post.roles],
        "evidence": [overlaps(o.guess.evidence, g.claim.evidence) for o, g in pairs if g.claim.evidence],
    }
    return {name: Rate(sum(right), len(right)) for name, right in verdicts.items() if right}


def _find(one: Pairing) -> Iterator[Finding]:
    for offered in one.extra:
        yield Finding(Outcome.EXTRA, one.document.id, str(offered))
    for wanted in one.missing:
        yield Finding(Outcome.MISSING, one.document.id, str(wanted))
