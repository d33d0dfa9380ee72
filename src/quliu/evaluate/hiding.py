"""A lexicon that knows less, to see how much of what is found is read and how much is looked up.

The lexicon knows no people. What is hidden are organisations, each with the works that share a spelling with
it, so that a company does not come back in by the name of its product.
"""

from __future__ import annotations

import random
from dataclasses import replace

from quliu.errors import UsageError
from quliu.lexicon import Lexicon
from quliu.lexicon.entries import Entry
from quliu.lexicon.lexicon import normalise_name


def parse_share(words: str) -> tuple[float, int]:
    """Return share and seed of words such as `0.3` or `0.3:7`; the seed is 1 by default.

    Raises:
        UsageError: they are not that.
    """
    share, _, seed = words.partition(":")
    try:
        found = float(share), int(seed or 1)
    except ValueError:
        found = -1.0, 0
    if not 0 <= found[0] <= 1:
        raise UsageError(f"{words}: a share from 0 to 1 is wanted, and a seed as in 0.3:7")
    return found


def hide_orgs(lexicon: Lexicon, share: float, seed: int) -> Lexicon:
    """Return the lexicon without a random share of its organisations; the same for the same seed."""
    ids = sorted(lexicon.orgs)
    hidden = frozenset(random.Random(f"{seed} hide").sample(ids, round(share * len(ids))))
    orgs = {
        key: replace(org, parent=None) if org.parent in hidden else org
        for key, org in lexicon.orgs.items()
        if key not in hidden
    }
    gone = {spelling for key in hidden for spelling in _spellings(lexicon.orgs[key])}
    works = {
        key: replace(work, org=None) if work.org in hidden else work
        for key, work in lexicon.works.items()
        if not gone & _spellings(work)
    }
    groups = {
        key: replace(group, members=tuple(member for member in group.members if member.org in orgs))
        for key, group in lexicon.groups.items()
    }
    return replace(lexicon, orgs=orgs, works=works, groups=groups)


def _spellings(entry: Entry) -> frozenset[str]:
    return frozenset(map(normalise_name, entry.spellings))
