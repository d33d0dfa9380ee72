"""Learn what makes a candidate for a Chinese name one: `python -m tools.learn_people GOLD.jsonl`.

Logistic regression over the features of `extract/units/candidates.py`. A candidate is a name when the
document's claims name it. One that looks like a name but is in no claim may be anyone's, so it teaches
nothing; one that overlaps a name teaches little, since the better of the two is chosen anyway.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from quliu.extract.units.candidates import Candidate, Features
from quliu.extract.units.page import PageReader
from quliu.lexicon.load import load_lexicon
from quliu.text import repair

OUT = Path(__file__).parents[1] / "src/quliu/extract/data/people.tsv"
PERSON_SLOTS = frozenset({"person", "predecessor", "successor", "manager", "former_manager", "founder"})
UNSURE = {"name": 7.0, "foreign": 7.0}  # from here on an unmarked candidate may be a name all the same
OVERLAPPING = 0.3
EPOCHS = 20
RATE = 0.2
DECAY = 1e-5

Row = tuple[Features, float, float]  # features, whether it is a name, how much it counts


def names_in(value: Any, slot: str = "") -> Iterator[str]:
    """Yield the accepted spellings of the people that claims name."""
    if isinstance(value, dict) and "accept" in value:
        yield from value["accept"] if slot in PERSON_SLOTS else ()
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from names_in(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from names_in(inner, slot)


def rows(pages: PageReader, document: dict[str, Any]) -> Iterator[Row]:
    """Yield a row for each candidate of a document that teaches something."""
    text, candidates = pages.candidates(
        repair(document["text"]).text, date.fromisoformat(document["doc_date"])
    )
    names = set(names_in(document["claims"]))
    spans = [(c.start, c.end) for c in candidates if text[c.start : c.end] in names]
    for candidate in candidates:
        is_name = text[candidate.start : candidate.end] in names
        overlaps = any(s < candidate.end and candidate.start < e for s, e in spans)
        if is_name or overlaps or not _unsure(candidate):
            yield candidate.features, float(is_name), OVERLAPPING if overlaps and not is_name else 1.0


def _unsure(candidate: Candidate) -> bool:
    return any(value >= UNSURE.get(key, math.inf) for key, value in candidate.features)


def fit(data: Sequence[Row]) -> dict[str, float]:
    """Return the weights of all features, by gradient descent with a rate for each (AdaGrad)."""
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(lambda: 1.0)
    order = list(data)
    shuffled = random.Random(1)
    for _ in range(EPOCHS):
        shuffled.shuffle(order)
        for features, target, counts in order:
            score = weights["bias"] + sum(weights[key] * value for key, value in features)
            error = counts * (1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - target)
            for key, value in (*features, ("bias", 1.0)):
                slope = error * value + DECAY * weights[key]
                squares[key] += slope * slope
                weights[key] -= RATE * slope / math.sqrt(squares[key])
    return weights


def main() -> None:
    """Write the weights."""
    pages = PageReader(load_lexicon())
    documents = (json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines())
    chinese = [d for d in documents if d["lang"] != "en" and d.get("text")]
    weights = fit([row for document in chinese for row in rows(pages, document)])
    lines = [f"{feature}\t{weight:.2f}" for feature, weight in sorted(weights.items())]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
