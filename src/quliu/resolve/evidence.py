"""Whether two names are one person: features, their weights, and what speaks against it.

Every score comes with the features that made it. No feature decides alone, save that a rare full name with
nothing against it is taken for one person; a common name needs a shared employer or two weaker ties.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from quliu.lexicon import Lexicon, OrgKind
from quliu.model import DateRange, EntityId, Side
from quliu.resolve.identity import normalise_person
from quliu.resolve.names import is_common, may_be_short
from quliu.resolve.profile import Profile, Stay, Turn
from quliu.resolve.roles import roles_agree

# The weights encode an order, set by hand on the four seed articles (August 2026 state of the gold): a shared
# employer must carry a common name over the line and no weaker tie may do so alone.
PASSES = 0.5
_RARE_NAME, _COMMON_NAME, _SHORT_NAME = 0.55, 0.25, 0.15
_COMPANY, _DESTINATION, _MONTH, _ROLE, _PARTNER, _WORK = 0.35, 0.15, 0.15, 0.15, 0.3, 0.2
_SAME_DOCUMENT = 0.35
_CONTRADICTION = -0.5

_BRIEF = timedelta(days=62)  # an arrival known to about a month; longer ranges prove no clash
_STALE = timedelta(days=183)  # for so long after a move outlets go on using the old title
_TOGETHER = timedelta(days=31)  # two employers within a month are at the same time
_DOUBLE = frozenset({OrgKind.UNIVERSITY, OrgKind.INSTITUTE, OrgKind.FUND, OrgKind.GOVERNMENT})


@dataclass(frozen=True, slots=True)
class Feature:
    """What one feature adds to the score of a pair, with the values that met."""

    name: str
    weight: float
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two profiles compared. `clash`: their posts contradict. `tied`: what a short name needs besides."""

    features: tuple[Feature, ...]
    clash: bool
    tied: bool

    @property
    def score(self) -> float:
        """The sum of the weights, kept in 0..1."""
        return round(min(1.0, max(0.0, sum(feature.weight for feature in self.features))), 6)

    def has(self, *names: str) -> bool:
        """Tell whether a feature of one of these names was met."""
        return any(feature.name in names for feature in self.features)


@dataclass(frozen=True, slots=True)
class Comparer:
    """Compares profiles, knowing what else is told of the names at hand.

    Attributes:
        moves: (name, from, to, when) of every move between two companies.
        beside: (name, company, company) of a rare name that one document ties to both, in order.
    """

    lexicon: Lexicon
    moves: frozenset[tuple[str, EntityId, EntityId, DateRange]]
    beside: frozenset[tuple[str, EntityId, EntityId]]

    @classmethod
    def of(cls, profiles: Iterable[Profile], lexicon: Lexicon) -> Comparer:
        """Return a comparer that knows what all the profiles tell."""
        every = tuple(profiles)
        moves = {
            (normalise_person(profile.name), old, new, turn.when)
            for profile in every
            for old, new in profile.transfers
            for turn in profile.turns
            if turn.company == new and turn.side is Side.INTO
        }
        beside = {
            (normalise_person(profile.name), *pair)
            for profile in every
            if not is_common(profile.name)
            for pair in combinations(sorted(profile.companies), 2)
        }
        return cls(lexicon, frozenset(moves), frozenset(beside))

    def compare(self, left: Profile, right: Profile) -> Comparison:
        """Compare two profiles whose names agree."""
        short = normalise_person(left.name) != normalise_person(right.name)
        ties = tuple(_ties(left, right))
        met = {feature.name for feature in ties}
        clash = _in_one_claim(left, right) or ("company" not in met and self._clash(left, right))
        against = (Feature("contradiction", _CONTRADICTION),) if clash else ()
        backed = bool(met & {"role", "month", "destination"}) or len(left.companies & right.companies) > 1
        tied = "same-document" in met or ("company" in met and backed)
        return Comparison((_name_feature(left, right, short=short), *ties, *against), clash, tied)

    def _clash(self, left: Profile, right: Profile) -> bool:
        name = normalise_person(left.name)
        arrivals = any(
            self._apart(name, a.company, b.company) and _overlap_briefly(a, b)
            for a in left.turns
            for b in right.turns
            if a.side is b.side is Side.INTO
        )
        return arrivals or any(
            abs(a.day - b.day) <= _TOGETHER
            and self._apart(name, a.company, b.company)
            and not self._explained(name, a, b)
            for a in left.stays
            for b in right.stays
        )

    def _apart(self, name: str, one: EntityId, other: EntityId) -> bool:
        """Tell whether one person is not at both organisations at once.

        A professor may have a second post; who bears a rare name may have one where a document says both.
        """
        kinds = {self.lexicon.orgs[org].kind for org in (one, other) if org in self.lexicon.orgs}
        first, second = sorted((one, other))
        return one != other and not kinds & _DOUBLE and (name, first, second) not in self.beside

    def _explained(self, name: str, one: Stay, other: Stay) -> bool:
        """Tell whether a move between the two companies about that time leaves one title merely stale."""
        return any(
            told == name and {old, new} == {one.company, other.company} and _near(when, one.day)
            for told, old, new, when in self.moves
        )


def _name_feature(left: Profile, right: Profile, *, short: bool) -> Feature:
    values = tuple(sorted({left.name, right.name}))
    if short:
        return Feature("short-name", _SHORT_NAME, values)
    if is_common(left.name):
        return Feature("common-name", _COMMON_NAME, values)
    return Feature("rare-name", _RARE_NAME, values)


def _in_one_claim(left: Profile, right: Profile) -> bool:
    """Tell whether a claim names both: nobody is their own predecessor, or reports to themselves."""
    claims = {claim for claim, _ in left.mentions}
    return left.name != right.name and any(claim in claims for claim, _ in right.mentions)


def _ties(left: Profile, right: Profile) -> Iterable[Feature]:
    shared = (
        ("company", _COMPANY, left.companies & right.companies),
        ("destination", _DESTINATION, left.joined(Side.INTO) & right.joined(Side.INTO)),
        ("month", _MONTH, _same_months(left.turns, right.turns)),
        ("role", _ROLE, _same_roles(left.roles, right.roles)),
        ("partner", _PARTNER, left.partners & right.partners),
        ("work", _WORK, left.works & right.works),
        ("same-document", _SAME_DOCUMENT, left.documents & right.documents),
    )
    for name, weight, values in shared:
        if values:
            yield Feature(name, weight, tuple(sorted(values)))


def _same_months(left: Collection[Turn], right: Collection[Turn]) -> set[str]:
    """Return the days on which a turn of the same side may be one event; only of ranges known to a month."""
    return {
        str(both)
        for a in left
        for b in right
        if a.side is b.side and _is_brief(a.when) and _is_brief(b.when)
        if (both := a.when.intersect(b.when)) is not None
    }


def _same_roles(left: Collection[str], right: Collection[str]) -> set[str]:
    return {min((a, b), key=lambda r: (len(r), r)) for a in left for b in right if roles_agree(a, b)}


def _overlap_briefly(left: Turn, right: Turn) -> bool:
    brief = _is_brief(left.when) and _is_brief(right.when)
    return brief and left.when.intersect(right.when) is not None


def _is_brief(when: DateRange) -> bool:
    return when.start is not None and when.end is not None and when.end - when.start <= _BRIEF


def _near(when: DateRange, day: date) -> bool:
    # Open sides are date.min and date.max; compare before adding, so that nothing overflows.
    before = when.start is not None and day < when.start - _STALE
    after = when.end is not None and day > when.end + _STALE
    return not before and not after


def is_short_pair(left: Profile, right: Profile) -> bool:
    """Tell whether one of the names may be short for the other."""
    return may_be_short(left.name, right.name) or may_be_short(right.name, left.name)
