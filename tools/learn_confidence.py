"""Learn the weights of extract/confidence.py from annotated text: `python -m tools.learn_confidence GOLD.jsonl...`.

Every draft of a move that the frames propose on the gold files is labelled right or wrong as the measure counts
half-moves; a logistic model with the author's score as its offset and a quadratic penalty is fitted by Newton steps on
one weight at a time (coordinate descent; Zhang and Oles 2001), in sorted order, so that the result is the same on every machine.
With `--cross` the model is judged instead: learned on four fifths of the documents, tried on the fifth.
"""

from __future__ import annotations

import argparse
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quliu.evaluate import GoldClaim, GoldDocument, load_gold
from quliu.evaluate.guess import GuessPost
from quliu.evaluate.match import fits_post
from quliu.extract.confidence import find_features, log_odds
from quliu.extract.engine import Extractor
from quliu.extract.frames.draft import Draft
from quliu.lexicon.load import load_lexicon
from quliu.model import Document, DocumentId, Kind, Language

OUT = Path(__file__).parents[1] / "src/quliu/extract/data/confidence.tsv"
PENALTY = 3.0  # chosen by --cross on train.jsonl
LEAST_COUNT = 3
ROUNDS = 60
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Example:
    """A draft: which document, its offset, its features, and whether it is right."""

    document: int
    offset: float
    features: tuple[str, ...]
    right: bool


def examples(documents: Sequence[GoldDocument]) -> list[Example]:
    """Return the labelled drafts of gold documents."""
    extractor = Extractor(load_lexicon())
    found = []
    for number, gold in enumerate(documents):
        document = Document(DocumentId(gold.id), gold.text, Language.HANS, published_on=gold.doc_date)
        moves = [claim for claim in gold.claims if claim.kind is Kind.MOVE]
        for item, features in find_features(extractor.judge(document)):
            right = any(_fits(item.draft, move) for move in moves)
            found.append(Example(number, log_odds(item.draft.score), features, right))
    return found


def _fits(draft: Draft, move: GoldClaim) -> bool:
    if draft.side not in move.posts or "person" not in move.slots:
        return False
    org = () if draft.org is None else (draft.org.name,)
    post = GuessPost(org, draft.role or "")
    return fits_post((draft.person.name,), post, move.slots["person"], move.posts[draft.side])


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
    for least in (0.0, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7):
        kept = [right for guess, right in guesses if guess >= least]
        print(f"{least:.2f}\t{len(kept)}\tright {sum(kept)}\tprecision {sum(kept) / max(1, len(kept)):.3f}")
    loss = -sum(math.log(max(1e-9, g if r else 1 - g)) for g, r in guesses) / len(guesses)
    print(f"log loss {loss:.4f}")


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
