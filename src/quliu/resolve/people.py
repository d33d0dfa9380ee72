"""Who is who: the persons that the names in some claims mean, and which slot of which claim means whom.

The result depends on the set of claims and judgements alone, never on their order, and that of one block of
names (`blocks`) never on another block.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from quliu.lexicon import Lexicon
from quliu.model import ClaimId, Entity, EntityId, EntityKind, Judgement, SourcedClaim
from quliu.resolve.blocks import block_of
from quliu.resolve.clusters import Pair, cluster
from quliu.resolve.evidence import Comparer
from quliu.resolve.folding import explain, fold
from quliu.resolve.names import choose_name
from quliu.resolve.profile import Profile, build_profiles
from quliu.resolve.verdicts import Verdicts

_ID_DIGITS = 12


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """A slot of a claim and the person it means. Slots are named as in `identity.person_slots`."""

    claim: ClaimId
    slot: str
    entity: EntityId


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who among some claims.

    Attributes:
        entities: the people, sorted by id.
        links: which slot means whom, sorted.
        pairs: the comparisons that were made, sorted, each with its reasons.
    """

    entities: tuple[Entity, ...] = ()
    links: tuple[Link, ...] = ()
    pairs: tuple[Pair, ...] = ()


def resolve_people(
    claims: Sequence[SourcedClaim],
    lexicon: Lexicon,
    judgements: Sequence[Judgement],
    *,
    blocks: Collection[str] | None = None,
) -> Resolution:
    """Tell who is who among claims.

    Args:
        claims: all claims of the blocks wanted; those of other blocks may be among them.
        lexicon: what is known of organisations.
        judgements: what people decided, in any order; the newest on a pair counts.
        blocks: resolve only names of these blocks. A claim names people of several blocks, and only those of
            the blocks whose claims are all here are seen whole. None when the claims are all there are.

    Returns:
        The people, the links and the reasons, each sorted.
    """
    found = build_profiles(claims, lexicon)
    profiles = [p for p in found if blocks is None or block_of(p.name) in blocks]
    comparer, verdicts = Comparer.of(profiles, lexicon), Verdicts.of(judgements)
    folds = fold(profiles, verdicts.keys)
    groups, pairs = cluster([f.profile for f in folds], comparer, verdicts)
    by_key = {f.profile.key: f.profile for f in folds}
    people = [(_entity(group, by_key), group) for group in groups]
    links = (link for entity, group in people for link in _links(entity.id, group, by_key))
    entities = sorted((entity for entity, _ in people), key=lambda entity: entity.id)
    pairs += [pair for f in folds for pair in explain(f, comparer)]
    pairs.sort(key=lambda pair: (pair.left, pair.right))
    return Resolution(tuple(entities), tuple(sorted(links)), tuple(pairs))


def _entity(group: frozenset[str], by_key: dict[str, Profile]) -> Entity:
    counts: Counter[str] = Counter()
    for key in group:
        counts.update(dict(by_key[key].names))
    # A group is named by the first keys of its folds, and the smallest key is one of them.
    digest = hashlib.sha256(min(group).encode("utf-8", "surrogatepass")).hexdigest()[:_ID_DIGITS]
    names = tuple(sorted(counts))
    return Entity(EntityId(f"p-{digest}"), EntityKind.PERSON, choose_name(counts), names)


def _links(entity: EntityId, group: frozenset[str], by_key: dict[str, Profile]) -> Iterable[Link]:
    for key in group:
        for claim, slot in by_key[key].mentions:
            yield Link(claim, slot, entity)
