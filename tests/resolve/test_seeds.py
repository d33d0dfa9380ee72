from __future__ import annotations

from pathlib import Path

from quliu.lexicon import load_lexicon
from quliu.resolve import resolve_people
from tests.fuse.gold import load_gold


def test_people_of_the_four_articles(shared: Path) -> None:
    claims = load_gold(shared / "gold" / "seeds.jsonl")
    resolution = resolve_people(claims, load_lexicon(), [])
    seen = {entity.name: entity.names for entity in resolution.entities}
    assert len(seen) == len(resolution.entities)
    assert seen.pop("黄文灏") == ("文灏", "黄文灏")
    assert all(names == (name,) for name, names in seen.items())


def test_merge_across_articles_is_one_with_reasons(shared: Path) -> None:
    claims = load_gold(shared / "gold" / "seeds.jsonl")
    pairs = resolve_people(claims, load_lexicon(), []).pairs
    (lost,) = (pair for pair in pairs if "|黄文灏" in pair.right)
    assert {f.name for f in lost.features} == {"short-name", "company", "destination", "month", "role"}
