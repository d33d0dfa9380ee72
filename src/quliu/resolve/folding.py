"""Documents that say the like of one name, folded into one profile before any two are compared.

A name that a thousand articles tie to the same companies would otherwise be compared half a million times to
learn what a shared employer decides at once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from quliu.model import Verdict
from quliu.resolve.clusters import Pair
from quliu.resolve.evidence import Comparer
from quliu.resolve.identity import normalise_person
from quliu.resolve.names import is_common
from quliu.resolve.profile import Profile


@dataclass(frozen=True, slots=True)
class Fold:
    """Profiles taken for one person without further question, and the profile that they make."""

    profile: Profile
    members: tuple[Profile, ...]


def fold(profiles: Iterable[Profile], judged: Collection[str]) -> list[Fold]:
    """Fold profiles with one name and the same companies; a common name without any company stays alone.

    `judged` are the keys that people decided about: each stays a profile of its own, to be parted at will.
    """
    alike: dict[object, list[Profile]] = defaultdict(list)
    for profile in sorted(profiles, key=lambda profile: profile.key):
        tied = bool(profile.companies) or not is_common(profile.name)
        alone = profile.key in judged or not tied
        name = normalise_person(profile.name)
        alike[profile.key if alone else (name, profile.companies)].append(profile)
    return [Fold(_merge(members), tuple(members)) for members in alike.values()]


def explain(folded: Fold, comparer: Comparer) -> Iterator[Pair]:
    """Yield why each further member was joined to the first."""
    first, *others = folded.members
    for other in others:
        found = comparer.compare(first, other)
        yield Pair(first.key, other.key, Verdict.SAME, found.score, found.features, "evidence")


def _merge(members: list[Profile]) -> Profile:
    if len(members) == 1:
        return members[0]
    names: Counter[str] = Counter()
    for member in members:
        names.update(dict(member.names))
    return Profile(
        keys=tuple(key for member in members for key in member.keys),
        documents=frozenset().union(*(m.documents for m in members)),
        name=max(names, key=lambda name: (len(name), name)),
        names=tuple(sorted(names.items())),
        mentions=tuple(sorted(mention for m in members for mention in m.mentions)),
        companies=members[0].companies,
        turns=frozenset().union(*(m.turns for m in members)),
        stays=frozenset().union(*(m.stays for m in members)),
        transfers=frozenset().union(*(m.transfers for m in members)),
        roles=frozenset().union(*(m.roles for m in members)),
        partners=frozenset().union(*(m.partners for m in members)),
        works=frozenset().union(*(m.works for m in members)),
    )
