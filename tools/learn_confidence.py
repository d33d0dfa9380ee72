"""Learn the weights of extract/confidence.py: `python -m tools.learn_confidence GOLD.jsonl...`.

Every claim that the engine reads in the gold files is labelled right or wrong as the measure counts,
each half of a move by itself. A logistic model with the author's guess as its offset and a quadratic
penalty is fitted by Newton steps on one weight at a time (coordinate descent; Zhang and Oles 2001), in
sorted order: the result is the same on every machine. With `--cross` the model is judged instead:
learned on four fifths of the documents, tried on the rest.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quliu.evaluate import GoldClaim, GoldDocument, load_gold
from quliu.evaluate.guess import Guess, parse_guess
from quliu.evaluate.match import fits_key, fits_post
from quliu.extract.confidence import LEARNED, find_features, log_odds
from quliu.extract.engine import Extractor
from quliu.lexicon.load import load_lexicon
from quliu.model import Claim, Document, DocumentId, Kind, Language, Side
from quliu.model.codec import claim_to_dict

OUT = Path(__file__).parents[1] / "src/quliu/extract/data/confidence.tsv"
PENALTY = 10.0  # chosen by --cross on train.jsonl
LEAST_COUNT = 3
ROUNDS = 40
FOLDS = 5
BINS = 10


@dataclass(frozen=True, slots=True)
class Example:
    """A claim, or half of one: which document, its offset, its features, and whether it is right."""

    document: int
    offset: float
    features: tuple[str, ...]
    right: bool


def examples(documents: Sequence[GoldDocument]) -> list[Example]:
    """Return the labelled claims of gold documents."""
    extractor = Extractor(load_lexicon(), weights={})
    found: list[Example] = []
    for number, gold in enumerate(documents):
        document = Document(DocumentId(gold.id), gold.text, Language.HANS, published_on=gold.doc_date)
        for claim in extractor.extract(document):
            if isinstance(claim.content, LEARNED):
                offset, features = log_odds(claim.confidence), find_features(claim)
                found.extend(Example(number, offset, features, right) for right in _labels(claim, gold))
    return found


def _labels(claim: Claim, gold: GoldDocument) -> Iterator[bool]:
    guess = parse_guess(claim_to_dict(claim))
    same = [wanted for wanted in gold.claims if wanted.kind is claim.kind]
    if claim.kind is not Kind.MOVE:
        yield any(fits_key(guess, wanted) for wanted in same)
        return
    for side in guess.posts:
        yield any(_fits_side(guess, wanted, side) for wanted in same)


def _fits_side(guess: Guess, move: GoldClaim, side: Side) -> bool:
    if side not in move.posts or "person" not in move.slots:
        return False
    return fits_post(guess.offers("person"), guess.posts[side], move.slots["person"], move.posts[side])


def learn(data: Sequence[Example]) -> dict[str, float]:
    """Return the weight of each feature that occurs often enough."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, example in enumerate(data):
        for name in example.features:
            holders[name].append(index)
    names = sorted(name for name, where in holders.items() if len(where) >= LEAST_COUNT)
    odds = [example.offset for example in data]
    weights = dict.fromkeys(names, 0.0)
    for _ in range(ROUNDS):
        for name in names:
            step = _step(data, holders[name], odds, weights[name])
            weights[name] += step
            for index in holders[name]:
                odds[index] += step
    return weights


def _step(data: Sequence[Example], where: Sequence[int], odds: Sequence[float], weight: float) -> float:
    slope, curve = -PENALTY * weight, PENALTY
    for index in where:
        guess = 1 / (1 + math.exp(-odds[index]))
        slope += data[index].right - guess
        curve += guess * (1 - guess)
    return slope / curve


def predict(example: Example, weights: Mapping[str, float]) -> float:
    """Return the probability that an example is right."""
    odds = example.offset + sum(weights.get(name, 0.0) for name in example.features)
    return 1 / (1 + math.exp(-odds))


def cross(data: Sequence[Example]) -> None:
    """Print how the model does on documents that it has not seen."""
    guesses: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        weights = learn([e for e in data if e.document % FOLDS != fold])
        guesses.extend((predict(e, weights), e.right) for e in data if e.document % FOLDS == fold)
    loss = -sum(math.log(max(1e-9, g if r else 1 - g)) for g, r in guesses) / len(guesses)
    error = calibration_error(guesses)
    sys.stdout.write(f"{len(guesses)} claims\tlog loss {loss:.4f}\tcalibration error {error:.4f}\n")


def calibration_error(guesses: Sequence[tuple[float, bool]]) -> float:
    """Return the mean distance of confidence and share of right, over ten bins of equal width."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for guess, right in guesses:
        bins[min(BINS - 1, int(guess * BINS))].append((guess, right))
    gaps = (abs(sum(g for g, _ in held) - sum(r for _, r in held)) for held in bins.values())
    return sum(gaps) / len(guesses)


def main() -> None:
    """Learn from the gold files and write the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--cross", action="store_true")
    args = parser.parse_args()
    data = examples([document for path in args.gold for document in load_gold(path)])
    if args.cross:
        cross(data)
        return
    weights = learn(data)
    rows = [f"{name}\t{weight:.3f}" for name, weight in sorted(weights.items()) if abs(weight) >= 0.01]
    OUT.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
