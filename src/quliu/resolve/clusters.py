"""Groups of profiles that only evidence joins, one pair at a time, and that no clash may bridge."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from quliu.model import Verdict
from quliu.resolve.evidence import PASSES, Comparer, Comparison, Feature, is_short_pair
from quliu.resolve.identity import normalise_person
from quliu.resolve.names import all_agree
from quliu.resolve.profile import Profile
from quliu.resolve.verdicts import KeyPair, Verdicts, key_pair

_MARGIN = 0.1  # two rival owners of a name this close in score leave it to neither


@dataclass(frozen=True, slots=True)
class Pair:
    """Two identity keys that were compared, what was decided, and why.

    Attributes:
        verdict: `same` where the pair was joined, `unsure` where it was declined as ambiguous, `different`
            where something spoke against it.
        score: the sum of the features, in 0..1.
        features: what met, and what each added.
        reason: evidence, judgement, contradiction, ambiguous, weak or other-name.
    """

    left: str
    right: str
    verdict: Verdict
    score: float
    features: tuple[Feature, ...]
    reason: str


class Clusters:
    """Disjoint groups of keys with the names written in each."""

    def __init__(self, profiles: Mapping[str, Profile]) -> None:
        self._group = {key: key for key in profiles}
        self._members = {key: {key} for key in profiles}
        self._names = {key: {name for name, _ in profile.names} for key, profile in profiles.items()}

    def of(self, key: str) -> frozenset[str]:
        """Return the keys of the group that a key is in."""
        return frozenset(self._members[self._group[key]])

    def together(self, left: str, right: str) -> bool:
        """Tell whether two keys are in one group."""
        return self._group[left] == self._group[right]

    def names(self, key: str) -> frozenset[str]:
        """Return every name written in the group that a key is in."""
        return frozenset(self._names[self._group[key]])

    def join(self, left: str, right: str) -> None:
        """Make the groups of two keys one."""
        kept, gone = self._group[left], self._group[right]
        if kept == gone:
            return
        for key in self._members[gone]:
            self._group[key] = kept
        self._members[kept] |= self._members.pop(gone)
        self._names[kept] |= self._names.pop(gone)

    def all(self) -> list[frozenset[str]]:
        """Return the groups, sorted by their smallest key."""
        return sorted((frozenset(group) for group in self._members.values()), key=min)


def cluster(
    profiles: Collection[Profile], comparer: Comparer, verdicts: Verdicts
) -> tuple[list[frozenset[str]], list[Pair]]:
    """Group the keys of the profiles; return the groups and every pair that was weighed, sorted."""
    by_key = {profile.key: profile for profile in profiles}
    clusters = Clusters(by_key)
    judged = list(_join_judged(clusters, by_key, verdicts))
    compared = _compare(by_key, comparer)
    clashes = frozenset(pair for pair, comparison in compared.items() if comparison.clash)
    passing = {pair: c for pair, c in compared.items() if _passes(by_key, pair, c)}
    unsure = frozenset(_ambiguous(by_key, compared, passing, clashes))
    pairs = [_pair(pair, Verdict.SAME, compared.get(pair), "judgement") for pair in judged]
    for pair in sorted(compared.keys() - set(judged), key=lambda pair: _strength(by_key, compared, pair)):
        reason = _objection(clusters, pair, verdicts, clashes)
        if pair not in passing:
            verdict, reason = Verdict.DIFFERENT, "contradiction" if pair in clashes else "weak"
        elif reason:
            verdict = Verdict.DIFFERENT
        elif pair in unsure:
            verdict, reason = Verdict.UNSURE, "ambiguous"
        else:
            verdict, reason = Verdict.SAME, "evidence"
            clusters.join(*pair)
        pairs.append(_pair(pair, verdict, compared[pair], reason))
    return clusters.all(), sorted(pairs, key=lambda pair: (pair.left, pair.right))


def _strength(
    by_key: Mapping[str, Profile], compared: Mapping[KeyPair, Comparison], pair: KeyPair
) -> tuple[float, int, KeyPair]:
    """Return a key that puts the best borne out pair first; of equal ones that of the most documents."""
    return -compared[pair].score, -sum(len(by_key[key].documents) for key in pair), pair


def _join_judged(clusters: Clusters, by_key: Mapping[str, Profile], verdicts: Verdicts) -> Iterable[KeyPair]:
    """Join what people judged the same, the newest judgement first; what they parted stays apart."""
    for pair, judgement in verdicts.by_pair.items():
        known = pair[0] in by_key and pair[1] in by_key
        if not known or judgement.verdict is not Verdict.SAME:
            continue
        if not verdicts.parted(clusters.of(pair[0]), clusters.of(pair[1])):
            clusters.join(*pair)
            yield pair


def _compare(by_key: Mapping[str, Profile], comparer: Comparer) -> dict[KeyPair, Comparison]:
    groups: dict[str, list[Profile]] = {}
    for key in sorted(by_key):
        groups.setdefault(normalise_person(by_key[key].name), []).append(by_key[key])
    couples = [(a, b) for group in groups.values() for n, a in enumerate(group) for b in group[n + 1 :]]
    for name, group in groups.items():
        for other in (o for o in groups if o > name and is_short_pair(groups[o][0], group[0])):
            couples += [(a, b) for a in group for b in groups[other]]
    return {key_pair(a.key, b.key): comparer.compare(a, b) for a, b in couples}


def _passes(by_key: Mapping[str, Profile], pair: KeyPair, comparison: Comparison) -> bool:
    if comparison.clash or comparison.score < PASSES:
        return False
    return comparison.tied or not comparison.has("short-name")


def _ambiguous(
    by_key: Mapping[str, Profile],
    compared: Mapping[KeyPair, Comparison],
    passing: Mapping[KeyPair, Comparison],
    clashes: frozenset[KeyPair],
) -> Iterable[KeyPair]:
    """Yield the passing pairs of which one side has a rival about as good that the other side excludes.

    A rare full name has one bearer until something shows two: it goes to the better borne out of the rivals.
    """
    near: dict[str, set[str]] = {}
    for left, right in passing:
        near.setdefault(left, set()).add(right)
        near.setdefault(right, set()).add(left)
    foes: dict[str, set[str]] = {}
    for left, right in clashes:
        foes.setdefault(left, set()).add(right)
        foes.setdefault(right, set()).add(left)
    for pair, comparison in passing.items():
        for one, other in (pair, pair[::-1]):
            rivals = near[one] & foes.get(other, set())
            rare = comparison.has("rare-name")
            close = not rare and any(
                passing[key_pair(one, r)].score > comparison.score - _MARGIN for r in rivals
            )
            if close or _other_full_name(by_key, compared, one, other):
                yield pair


def _other_full_name(
    by_key: Mapping[str, Profile], compared: Mapping[KeyPair, Comparison], short: str, full: str
) -> bool:
    """Tell whether a short name stands at one employer with a second full name besides this one."""
    name, owner = by_key[short].name, by_key[full].name
    if len(name) >= len(owner):
        return False
    for key, profile in by_key.items():
        if len(profile.name) > len(name) and normalise_person(profile.name) != normalise_person(owner):
            found = compared.get(key_pair(short, key))
            if found is not None and found.has("company", "same-document"):
                return True
    return False


def _objection(clusters: Clusters, pair: KeyPair, verdicts: Verdicts, clashes: frozenset[KeyPair]) -> str:
    """Return what keeps the groups of two keys apart; empty when nothing does."""
    if clusters.together(*pair):
        return ""
    left, right = clusters.of(pair[0]), clusters.of(pair[1])
    if verdicts.parted(left, right):
        return "judgement"
    if clashes and any(key_pair(a, b) in clashes for a in left for b in right):
        return "contradiction"
    return "" if all_agree(clusters.names(pair[0]) | clusters.names(pair[1])) else "other-name"


def _pair(pair: KeyPair, verdict: Verdict, comparison: Comparison | None, reason: str) -> Pair:
    score, features = (comparison.score, comparison.features) if comparison else (1.0, ())
    return Pair(*pair, verdict, score, features, reason)
