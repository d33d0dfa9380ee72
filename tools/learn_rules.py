"""Count how often each rule of extraction is right: `python -m tools.learn_rules GOLD.jsonl...`.

Give it training passages only: the counts become the confidence of claims.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from quliu.evaluate.gold import GoldDocument, load_gold
from quliu.evaluate.match import is_org, is_person
from quliu.extract import Extractor
from quliu.lexicon.load import load_lexicon
from quliu.model import Claim, Document, Kind, Language, Mention, Move, Post, Side, document_id

OUT = Path(__file__).parents[1] / "src/quliu/extract/data/rules.tsv"


def halves(claim: Claim) -> Iterator[tuple[Side, Post, str]]:
    """Yield side, post and rule of each half of a move."""
    if isinstance(claim.content, Move):
        rules = claim.rule.split("+")
        for index, (side, post) in enumerate(claim.content.sides()):
            yield side, post, rules[min(index, len(rules) - 1)]


def is_right(gold: GoldDocument, person: Mention, side: Side, post: Post) -> bool:
    """Tell whether gold has a half-move of this person, side and organisation."""
    for claim in gold.claims:
        wanted = claim.posts.get(side) if claim.kind is Kind.MOVE else None
        who = claim.slots.get("person")
        if wanted is None or who is None or not is_person(person.name, who.accept):
            continue
        if wanted.any_org or _fits(post.org, wanted.org.accept if wanted.org else None):
            return True
    return False


def _fits(org: Mention | None, accept: tuple[str, ...] | None) -> bool:
    if org is None or accept is None:
        return org is None and accept is None
    return is_org(org.name, accept) or is_org(org.surface, accept)


def main() -> None:
    """Write the table."""
    extractor = Extractor(load_lexicon())
    right: Counter[tuple[str, str]] = Counter()
    wrong: Counter[tuple[str, str]] = Counter()
    for gold in (g for path in sys.argv[1:] for g in load_gold(Path(path))):
        document = Document(document_id(gold.text), gold.text, Language.OTHER, published_on=gold.doc_date)
        for claim in extractor.extract(document):
            for side, post, rule in halves(claim):
                assert isinstance(claim.content, Move)
                told = right if is_right(gold, claim.content.person, side, post) else wrong
                told[side.value, rule] += 1
    keys = sorted(right.keys() | wrong.keys())
    OUT.write_text("".join(f"{s}\t{r}\t{right[s, r]}\t{wrong[s, r]}\n" for s, r in keys), encoding="utf-8")


if __name__ == "__main__":
    main()
