from __future__ import annotations

import pytest

from quliu.errors import UsageError
from quliu.evaluate import hide_orgs, parse_share
from quliu.lexicon import load_lexicon


def test_a_share_of_the_organisations_is_gone() -> None:
    lexicon = load_lexicon()
    less = hide_orgs(lexicon, 0.3, seed=1)
    assert len(less.orgs) == len(lexicon.orgs) - round(0.3 * len(lexicon.orgs))
    assert {org.parent for org in less.orgs.values() if org.parent} <= set(less.orgs)
    assert {work.org for work in less.works.values() if work.org} <= set(less.orgs)


def test_the_same_seed_hides_the_same() -> None:
    lexicon = load_lexicon()
    assert hide_orgs(lexicon, 0.3, seed=2).digest == hide_orgs(lexicon, 0.3, seed=2).digest
    assert hide_orgs(lexicon, 0.3, seed=2).digest != hide_orgs(lexicon, 0.3, seed=3).digest


def test_a_product_does_not_bring_its_company_back() -> None:
    nothing = hide_orgs(load_lexicon(), 1.0, seed=1)
    assert not nothing.orgs
    assert nothing.find_work("DeepSeek") is None


def test_share_and_seed() -> None:
    assert parse_share("0.3") == (0.3, 1)
    assert parse_share("0.3:7") == (0.3, 7)


@pytest.mark.parametrize("words", ["x", "2", "0.3:x"])
def test_no_share(words: str) -> None:
    with pytest.raises(UsageError):
        parse_share(words)
